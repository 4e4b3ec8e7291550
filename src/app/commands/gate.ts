import { existsSync, statSync } from 'node:fs'
import type { Report } from '../../core/report.ts'
import { printable } from '../../core/text.ts'
import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import { detectCi } from '../forge/ci.ts'
import { readReports } from './find-reports.ts'
import { joinReports } from '../join/reports.ts'
import { isStandardOutput, readNamed } from '../named-file.ts'
import { type Judgeable, withoutFigure } from '../../core/judge-report.ts'
import { type Context, conclude } from './context.ts'

/** `gate REPORT...`: joins reports and judges the sum. A report that cannot be trusted makes a sum without a figure. */
export function gateCommand(context: Context, files: readonly string[]): Promise<number> {
  assertNoMeasurement(context)
  const pipeline = detectCi(context.env)?.pipeline ?? 'all'
  const { draft, judging, seenLedgers } = sumOf(files, pipeline, context.settings['min-coverage'])
  const units = context.settings.units
  return conclude(
    { ...context, seenLedgers },
    { draft: units ? { ...draft, units } : draft, judging },
    { isWhole: true },
  )
}

/** The sum, with the states of the ledger that its reports saw. */
interface Sum extends Judgeable {
  readonly seenLedgers: NonNullable<Report['ledger']>[]
}

function sumOf(files: readonly string[], pipeline: string, minCoverage: number): Sum {
  try {
    const reports = readReports(files)
    const name = reports.length === 1 ? (reports[0]?.report.subject.name ?? '') : pipeline
    const seenLedgers = reports.map(({ report }) => report.ledger ?? null).filter((seen) => seen !== null)
    return { ...joinReports(reports, name, minCoverage), seenLedgers }
  } catch (error) {
    if (!(error instanceof MeasurementError)) throw error
    return { ...withoutFigure({ kind: 'workflow', name: pipeline }, error), seenLedgers: [] }
  }
}

/**
 * `gate --json a.json b.json` takes the first report for the file to write. Only a sum is overwritten: the report of a job or a
 * command may be the only copy of a measurement.
 * @throws ConfigurationError
 */
function assertNoMeasurement({ output: { json } }: Context): void {
  if (typeof json !== 'string' || isStandardOutput(json) || !existsSync(json) || statSync(json).size === 0) return
  // That it is a report at all has been seen; one that is broken may be replaced.
  const { subject } = JSON.parse(readNamed(json, 'report')) as Partial<Report>
  if (subject?.kind !== undefined && subject.kind !== 'workflow') {
    throw new ConfigurationError(
      `--json ${json} contains a report of kind ${printable(String(subject.kind))}, which the sum would overwrite: name another file after --json`,
    )
  }
}
