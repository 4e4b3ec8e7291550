import { readReport } from '../../core/report-file.ts'
import { joined } from '../gate.ts'
import { readNamed } from '../report-output.ts'
import { type Context, conclude } from './context.ts'

/** `gate REPORT...`: joins reports and judges the sum. */
export function gateCommand(context: Context, files: readonly string[]): number {
  const reports = files.map((file) => ({ name: file, report: readReport(readNamed(file, 'report'), file) }))
  const { draft, trusted } = joined(reports, reports.length === 1 ? (reports[0]?.report.subject.name ?? '') : 'all')
  const units = context.settings.units
  return conclude(context, units ? { ...draft, units: { ...units, g_per_unit: null } } : draft, {
    trusted,
    ownScopes: ['job', 'workflow'],
  })
}
