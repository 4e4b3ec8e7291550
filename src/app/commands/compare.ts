import path from 'node:path'
import { type ComparedFigure, type Comparison, compareReports } from '../../core/compare.ts'
import { ConfigurationError } from '../../core/errors.ts'
import type { Report } from '../../core/report.ts'
import { readReport } from '../../core/report-file.ts'
import { renderComparison } from '../../render/comparison.ts'
import type { Console } from '../console.ts'
import { EXIT } from '../exit-status.ts'
import { putJson, readNamed } from '../report-output.ts'

/** `compare BASE HEAD`: two reports side by side; variants of one work per functional unit. */
export function compareCommand(
  baseFile: string,
  headFile: string | undefined,
  json: string | true | undefined,
  console: Console,
): number {
  if (headFile === undefined) throw new ConfigurationError(`compare needs two reports: compare ${baseFile} HEAD.json`)
  const read = (file: string): Report => readReport(readNamed(file, 'report'), file)
  const comparison = compareReports(read(baseFile), read(headFile))
  if (json === undefined) {
    console.out(renderComparison({ ...comparison, ...headings(comparison, baseFile, headFile) }))
    return EXIT.ok
  }
  const { perUnit } = comparison
  const output = {
    base: comparison.base,
    head: comparison.head,
    energy_wh: comparison.energyWh,
    emissions_g: comparison.emissionsG,
    duration_s: comparison.durationS,
    per_unit: perUnit && { unit: perUnit.unit, ...figures(perUnit) },
    notes: comparison.notes,
  }
  putJson(json, `${JSON.stringify(output, null, 2)}\n`, console)
  return EXIT.ok
}

/** What the columns are called: what was measured, or, where both are called alike (`node`, `plan`), their files. */
function headings({ base, head }: Comparison, baseFile: string, headFile: string): Pick<Comparison, 'base' | 'head'> {
  if (base !== head) return { base, head }
  const [one, other] = [path.parse(baseFile).name, path.parse(headFile).name]
  return one === other ? { base: 'base', head: 'head' } : { base: one, head: other }
}

function figures({ energyWh, emissionsG }: { energyWh: ComparedFigure; emissionsG: ComparedFigure }): object {
  return { energy_wh: energyWh, emissions_g: emissionsG }
}
