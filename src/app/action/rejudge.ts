import { note } from '../../core/notes.ts'
import type { Note, Part, Report } from '../../core/report.ts'
import { isDoubtful } from '../../core/verdict.ts'
import type { GitHubClient } from '../../github/client.ts'
import type { GitHubEvent, PullRequest } from '../../github/event.ts'
import { eventTraits } from '../../github/events.ts'
import { findPulls } from '../../github/find-pull.ts'
import { workflowFileOf } from '../../github/workflow-path.ts'
import type { FinishedRun } from '../../github/workflow-run-event.ts'
import { type Collected, collectRun } from '../join/collect.ts'
import { joinRun } from '../join/run.ts'
import { readPolicy } from '../policy/policy.ts'
import type { ActionContext, ModeResult } from './context.ts'
import { joinContext, ledgersIn } from './workflow.ts'

/** Why a run gets no comment. Without `isWarning` it is the normal case, such as a run of a push. */
export interface NoComment {
  readonly kind: 'no-comment'
  readonly reason: string
  readonly isWarning: boolean
}

type ConnectedContext = ActionContext & { readonly client: GitHubClient; readonly event: GitHubEvent }

/**
 * The second stage: on `workflow_run`, with a token that may write. The first stage ran the pull request's own code, so only the
 * figures of its reports are used. The pull request comes from the event, jobs and times from the API, the budget from the base
 * commit; verdict, label, notes and comparison are made again.
 */
export async function rejudgeRun(context: ConnectedContext, run: FinishedRun): Promise<ModeResult | NoComment> {
  const { client, given } = context
  if (!eventTraits(run.event).hasSecondStage)
    return noComment(`the run was started by ${run.event}, not by a pull request`)
  const pulls = await findPulls(client, run)
  if (!pulls.ok) return noComment(pulls.failure.text, { isWarning: true })
  const [pull, ...others] = pulls.value
  if (!pull) return noComment('no open pull request has the commit of this run as its head')
  if (others.length > 0) {
    const numbers = pulls.value.map(({ number }) => `#${number}`).join(', ')
    return noComment(`${numbers} have the same head commit: which of them ran is unknown, so none gets a comment`, {
      isWarning: true,
    })
  }
  const event = eventOfPull(context.event, pull)
  const [collected, policy] = await Promise.all([
    collectRun(client, run.repository, run.id),
    readPolicy({ given, event, client, readLocal: () => null }),
  ])
  // A step may write the event file. Only the API can say whether the run is about this commit.
  if (collected.jobs?.some(({ headSha }) => headSha !== null && headSha !== run.headSha))
    return noComment('the jobs of this run are about another commit than the event says', { isWarning: true })
  if (collected.reports.length === 0 && collected.jobs === null)
    return noComment(collected.notes.map(({ text }) => text).join(' '), { isWarning: true })
  const { draft, judging } = joinRun(withoutText(collected), {
    ...(await joinContext(context, policy)),
    workflow: run.workflow,
    self: null,
    isHostile: true,
  })
  const workflowFile = workflowFileOf(`/${run.path ?? ''}@`)
  const job = { ...context.job, runId: run.id, attempt: run.attempt, workflow: run.workflow, workflowFile }
  return {
    context: { ...context, event, job },
    policy,
    draft: run.fork ? { ...draft, notes: [...draft.notes, forkNote(run)] } : draft,
    judging,
    kind: 'workflow',
    seenLedgers: ledgersIn(collected),
    advice: null,
    secondStage: { isFork: run.fork },
  }
}

/** The event as if the pull request had started a trusted run: the base's rules apply, and the token may write. */
function eventOfPull(event: GitHubEvent, pullRequest: PullRequest): GitHubEvent {
  return { ...event, name: 'pull_request_target', pullRequest, readOnlyToken: false }
}

function forkNote({ headRepository }: FinishedRun): Note {
  return note(
    'reported-by-fork',
    `Energy is as reported by code of ${headRepository ?? 'a fork'}; jobs, times and runners are GitHub's.`,
  )
}

/**
 * Reports without their sentences: a note such as "waived by the owner" or a source such as "approved" would appear as ours.
 * Names of CPUs and steps stay; the renderer makes them inert.
 */
function withoutText(collected: Collected): Collected {
  const reports = collected.reports.map((left) => ({ ...left, report: plainReport(left.report) }))
  return { ...collected, reports }
}

function plainReport(report: Report): Report {
  return {
    ...report,
    // Only whether the figure can be trusted counts. The job's verdict on its own budget does not.
    figure: { trusted: !isDoubtful(report), reason_code: null },
    verdict: 'none',
    notes: [],
    baseline: null,
    budgets: [],
    label: null,
    basis: { power: null, pue: null, embodied: null, not_counted: [] },
    intensity: report.intensity && { ...report.intensity, source: AS_REPORTED },
    parts: report.parts.map(plainPart),
  }
}

const AS_REPORTED = 'as reported by the job'

function plainPart({ change: _change, parts, source: _source, ...part }: Part): Part {
  return {
    ...part,
    intensity: part.intensity && { ...part.intensity, source: AS_REPORTED },
    ...(parts && { parts: parts.map(plainPart) }),
  }
}

function noComment(reason: string, { isWarning = false }: { readonly isWarning?: boolean } = {}): NoComment {
  return { kind: 'no-comment', reason, isWarning }
}
