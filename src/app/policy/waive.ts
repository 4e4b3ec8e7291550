import { note } from '../../core/notes.ts'
import type { Report } from '../../core/report.ts'
import { combineVerdicts } from '../../core/verdict.ts'
import type { GitHubClient } from '../../github/client.ts'
import type { GitHubEvent } from '../../github/event.ts'
import { readPull } from '../../github/confirmed-event.ts'
import { type GitHubFailure, type Result, failed, ok } from '../../github/failure.ts'
import { type WaivedHead, readWaiver } from '../../github/waiver.ts'
import type { Waiver } from '../../github/waiver-decision.ts'

/** A failed report after a waiver. Its lines keep their `fail`. */
function waived(report: Report, waiver: Waiver): Report {
  // A waiver covers lines that failed, not figures that cannot be trusted.
  const rest = combineVerdicts(
    report.budgets.filter(({ verdict }) => verdict !== 'fail'),
    { trusted: true },
  )
  const text = `Waived by ${waiver.by} with the label ${waiver.label} on ${waiver.at.slice(0, 10)}.`
  return {
    ...report,
    verdict: rest === 'indeterminate' ? rest : 'pass',
    notes: [...report.notes, note('waived', text)],
  }
}

interface WaiverQuestion {
  readonly event: GitHubEvent | null
  readonly client: GitHubClient | null
  /** Name of the label that waives a failure. Empty if no label does. */
  readonly label: string
  /** The report without the error of the base's invalid file, if that is the only error. A waiver lets the repair of that file through. */
  readonly repaired?: Report | null
  /** File name of this workflow. Its runs show when the head was pushed. Null if unknown. */
  readonly workflow?: string | null
}

/**
 * Looks for a waiver of a report that does not pass, on its pull request. Without one the report is unchanged.
 */
export async function withWaiver(
  report: Report,
  { event, client, label, repaired = null, workflow = null }: WaiverQuestion,
): Promise<{ report: Report; failures: readonly GitHubFailure[] }> {
  const number = event?.pullRequest?.number ?? event?.mergeGroup?.number ?? null
  if ((report.verdict !== 'fail' && !repaired) || label === '' || !event || number === null || !client)
    return { report, failures: [] }
  // A server that never answered would only delay the verdict.
  if (client.server.isUnresponsive) return { report, failures: [] }
  const head = await waivedHead(client, event, number, workflow)
  if (!head.ok) return { report, failures: [head.failure] }
  const state = await readWaiver(client, { ...event.repository, number }, label, head.value)
  if (!state.ok) return { report, failures: [state.failure] }
  const { waiver, refused, isOutdated } = state.value
  if (waiver) return { report: waived(repaired ?? report, waiver), failures: [] }
  if (refused === null && !isOutdated) return { report, failures: [] }
  const text = isOutdated
    ? `The label ${label} was set before the newest commit, so it does not waive it: remove it and set it again.`
    : `The label ${label} was set by ${refused}, who may not write to this repository: it waives nothing.`
  const refusal = note('waiver-refused', text)
  return { report: { ...report, notes: [...report.notes, refusal] }, failures: [] }
}

/**
 * The commit that a waiver must be for. A merge group tries a merge of it, so the pull request is asked for its head. Null without a
 * workflow file: other forges do not say when a commit was pushed.
 */
async function waivedHead(
  client: GitHubClient,
  event: GitHubEvent,
  number: number,
  workflow: string | null,
): Promise<Result<WaivedHead | null>> {
  if (workflow === null) return ok(null)
  const pull = event.pullRequest ? ok(event.pullRequest) : await readPull(client, event, number)
  if (!pull.ok) return pull
  if (pull.value === null) return failed('invalid', 'cannot look for a waiver: the pull request cannot be read')
  const { sha, ref, repository } = pull.value.head
  return ok({ sha, branch: ref, repository, workflow })
}
