import { note } from '../../core/notes.ts'
import type { Report } from '../../core/report.ts'
import { combine } from '../../core/verdict.ts'
import type { GitHubClient } from '../../github/client.ts'
import type { GitHubEvent } from '../../github/event.ts'
import type { GitHubFailure } from '../../github/failure.ts'
import { readWaiver } from '../../github/waiver.ts'
import type { Waiver } from '../../github/waiver-decision.ts'

/** A failed report as it stands once somebody let it pass. Its lines keep their `fail`. */
function waived(report: Report, waiver: Waiver): Report {
  // What cannot be trusted was not what they let pass.
  const rest = combine(
    report.budgets.filter(({ verdict }) => verdict !== 'fail'),
    true,
  )
  const text = `Over the budget, and let pass by ${waiver.by} with the label ${waiver.label} on ${waiver.at.slice(0, 10)}.`
  return {
    ...report,
    verdict: rest === 'indeterminate' ? rest : 'pass',
    notes: [...report.notes, note('waived', text)],
  }
}

/**
 * Looks whether a failed report is waived on its pull request. Anything but a plain yes leaves the failure as it is.
 * @param label empty: nothing waives
 */
export async function withWaiver(
  report: Report,
  event: GitHubEvent | null,
  client: GitHubClient | null,
  label: string,
): Promise<{ report: Report; failures: readonly GitHubFailure[] }> {
  const number = event?.pullRequest?.number ?? event?.mergeGroup?.number ?? null
  if (report.verdict !== 'fail' || label === '' || !event || number === null || !client) return { report, failures: [] }
  const state = await readWaiver(client, { ...event.repository, number }, label)
  if (!state.ok) return { report, failures: [state.failure] }
  const { waiver, refused } = state.value
  if (waiver) return { report: waived(report, waiver), failures: [] }
  if (refused === null) return { report, failures: [] }
  const text = `The label ${label} was set by ${refused}, who may not write to this repository: it waives nothing.`
  const refusal = note('waiver-refused', text)
  return { report: { ...report, notes: [...report.notes, refusal] }, failures: [] }
}
