import { existsSync, statSync } from 'node:fs'
import { readReport } from '../../core/report-file.ts'
import { ConfigurationError } from '../../core/errors.ts'
import { detectCi } from '../ci.ts'
import { joined } from '../gate.ts'
import { readNamed } from '../report-output.ts'
import { type Context, conclude } from './context.ts'

/** `gate REPORT...`: joins reports and judges the sum. */
export function gateCommand(context: Context, files: readonly string[]): Promise<number> {
  assertNoInput(context)
  const reports = files.map((file) => ({ name: file, report: readReport(readNamed(file, 'report'), file) }))
  const { draft, trusted } = joined(
    reports,
    reports.length === 1 ? (reports[0]?.report.subject.name ?? '') : (detectCi(context.env)?.pipeline ?? 'all'),
  )
  const units = context.settings.units
  const judging = { trusted, ownScopes: ['job', 'workflow'] as const }
  return conclude(context, units ? { ...draft, units: { ...units, g_per_unit: null } } : draft, judging, true)
}

/**
 * `gate --json a.json b.json` takes the first report for the file to write. Only a sum is written over: the report of a job or a
 * command is somebody's measurement, and there is no other.
 * @throws ConfigurationError
 */
function assertNoInput({ output: { json } }: Context): void {
  if (typeof json !== 'string' || json === '-' || !existsSync(json) || statSync(json).size === 0) return
  const { kind } = readReport(readNamed(json, 'report'), json).subject
  if (kind !== 'workflow') {
    throw new ConfigurationError(
      `--json ${json} holds a report of kind ${kind}, which the sum would overwrite: name another file after --json`,
    )
  }
}
