import { readReport } from '../../core/report-file.ts'
import { detectCi } from '../ci.ts'
import { joined } from '../gate.ts'
import { readNamed } from '../report-output.ts'
import { type Context, conclude } from './context.ts'

/** `gate REPORT...`: joins reports and judges the sum. */
export function gateCommand(context: Context, files: readonly string[]): Promise<number> {
  const reports = files.map((file) => ({ name: file, report: readReport(readNamed(file, 'report'), file) }))
  const { draft, trusted } = joined(
    reports,
    reports.length === 1 ? (reports[0]?.report.subject.name ?? '') : (detectCi(context.env)?.pipeline ?? 'all'),
  )
  const units = context.settings.units
  const judging = { trusted, ownScopes: ['job', 'workflow'] as const }
  return conclude(context, units ? { ...draft, units: { ...units, g_per_unit: null } } : draft, judging, true)
}
