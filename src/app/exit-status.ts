import { ConfigurationError, MeasurementError } from '../core/errors.ts'
import type { Report } from '../core/report.ts'
import type { Enforcement } from '../render/ways-out.ts'
import type { Settings } from './settings/table.ts'
import { systemFault } from './system-faults.ts'

/** Exit status of the command line. `run` returns the command's own status when that fails. */
export const EXIT = { ok: 0, overBudget: 1, usage: 2, indeterminate: 3, bug: 70 } as const

/** Exit status of a judged report. */
export function statusOf(
  report: Pick<Report, 'verdict'>,
  settings: Pick<Settings, 'enforce' | 'on-measurement-error'>,
): number {
  if (!settings.enforce) return EXIT.ok
  if (report.verdict === 'fail') return EXIT.overBudget
  if (report.verdict === 'indeterminate' && settings['on-measurement-error'] === 'fail') return EXIT.indeterminate
  return EXIT.ok
}

/** Whether a missed budget and a figure that cannot be judged fail the build, as comments and summaries say it. */
export function enforcementOf(settings: Pick<Settings, 'enforce' | 'on-measurement-error'>): Required<Enforcement> {
  return { isEnforced: settings.enforce, isDoubtFatal: settings['on-measurement-error'] === 'fail' }
}

/** Exit status of an error, with the one line to show. Anything that is not foreseen is our bug. */
export function statusOfError(error: unknown): { status: number; message: string } {
  if (error instanceof ConfigurationError) return { status: EXIT.usage, message: error.message }
  if (error instanceof MeasurementError) return { status: EXIT.indeterminate, message: error.message }
  // Code is loaded when it is needed, and even that can fail for lack of file descriptors.
  const fault = systemFault(error)
  if (fault !== null) return { status: EXIT.indeterminate, message: fault }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { status: EXIT.bug, message: `internal error, please report it: ${detail}` }
}
