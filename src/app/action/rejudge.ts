import { note } from '../../core/notes.ts'
import type { SetBudget } from '../../core/judge-report.ts'
import type { Note, Part, Report } from '../../core/report.ts'
import { isDoubtful } from '../../core/verdict.ts'
import type { GitHubClient } from '../../github/client.ts'
import type { PullRequest } from '../../github/event.ts'
import { eventTraits } from '../../github/events.ts'
import type { GitHubFailure } from '../../github/failure.ts'
import { findPulls } from '../../github/find-pull.ts'
import type { FinishedRun } from '../../github/workflow-run-event.ts'
import { type BaselineSource, branchesOf, compared } from '../baseline/baseline.ts'
import { type Collected, collectRun } from '../join/collect.ts'
import { judge } from '../judge.ts'
import type { Settings } from '../settings/table.ts'
import { joinRun } from '../join/run.ts'
import type { JoinContext } from '../join/join-context.ts'

/** What holds for a pull request: its base commit's file rules, never its head's alone. */
export interface BasePolicy {
  readonly budgets: readonly SetBudget[]
  /** False: there may be budgets that could not be read, so that nothing may pass. */
  readonly trusted: boolean
  readonly notes: readonly Note[]
  readonly settings: Pick<Settings, 'strict'>
}

/** What the second stage needs. */
export interface CommentStage<P extends BasePolicy> {
  readonly client: GitHubClient
  /** From the event of `workflow_run`. */
  readonly run: FinishedRun
  readonly baseline: BaselineSource | null
  policyOf(pull: PullRequest): Promise<P>
  /** How jobs are estimated: by runner classes, region and overhead of the base as well. */
  joinOf(policy: P): Promise<Omit<JoinContext, 'self' | 'workflow'>>
}

/** What came of it. `quiet`: nothing to do, told in the log and no warning. */
export type CommentOutcome<P extends BasePolicy = BasePolicy> =
  | {
      readonly kind: 'judged'
      readonly pull: PullRequest
      readonly report: Report
      /** What GitHub failed to do on the way: part of one warning. */
      readonly failures: readonly GitHubFailure[]
      readonly fork: boolean
      /** What it was judged by, for those who make it known. */
      readonly policy: P
    }
  | { readonly kind: 'quiet' | 'warning'; readonly why: string }

/**
 * The second stage: on `workflow_run`, with a token that may write. The first stage ran the pull request's own code, so nothing it
 * left is believed beyond its figures: the pull request comes from the event, jobs and times from the API, the budget from the
 * base commit; verdict, label, notes and comparison are made anew.
 */
export async function commentStage<P extends BasePolicy>(stage: CommentStage<P>): Promise<CommentOutcome<P>> {
  const { client, run } = stage
  if (!eventTraits(run.event).hasSecondStage) return quiet(`the run was started by ${run.event}, not by a pull request`)
  const pulls = await findPulls(client, run)
  if (!pulls.ok) return { kind: 'warning', why: pulls.failure.text }
  const [pull, ...others] = pulls.value
  if (!pull) return quiet('no open pull request has the commit of this run as its head')
  if (others.length > 0) {
    const numbers = pulls.value.map(({ number }) => `#${number}`).join(', ')
    return {
      kind: 'warning',
      why: `${numbers} have the same head commit: which one ran is not known, so none gets a comment`,
    }
  }
  const [collected, policy] = await Promise.all([collectRun(client, run.repository, run.id), stage.policyOf(pull)])
  // The event file lies where a step may write: that the run is about this commit, only the API can say.
  if (collected.jobs?.some(({ headSha }) => headSha !== null && headSha !== run.headSha)) {
    return { kind: 'warning', why: 'the jobs of this run are about another commit than the event says' }
  }
  if (collected.reports.length === 0 && collected.jobs === null) {
    return { kind: 'warning', why: collected.notes.map(({ text }) => text).join(' ') }
  }
  const judgement = await judgedAnew(stage, pull, withoutWords(collected), policy)
  return { kind: 'judged', pull, ...judgement, fork: run.fork, policy }
}

async function judgedAnew<P extends BasePolicy>(
  stage: CommentStage<P>,
  pull: PullRequest,
  collected: Collected,
  policy: P,
): Promise<{ report: Report; failures: readonly GitHubFailure[] }> {
  const context = await stage.joinOf(policy)
  const joined = joinRun(collected, {
    ...context,
    workflow: stage.run.workflow,
    self: null,
    isHostile: true,
  })
  const branches = branchesOf(policy.budgets, pull.base.ref)
  const { failures, ...judgeable } = stage.baseline
    ? await compared(joined, branches, stage.baseline)
    : { ...joined, failures: [] }
  const notes = [...policy.notes, ...(stage.run.fork ? [reportedBy(stage.run)] : [])]
  return { report: judge(judgeable, { ...policy, notes }), failures }
}

function reportedBy({ headRepository }: FinishedRun): Note {
  return note(
    'reported-by-fork',
    `Energy is as reported by code of ${headRepository ?? 'a fork'}; jobs, times and runners are GitHub's.`,
  )
}

/**
 * Reports without their sentences: a note such as "waived by the owner" or a source such as "approved" would speak with our
 * voice. Names of CPUs and steps stay; the renderer makes them inert.
 */
function withoutWords(collected: Collected): Collected {
  const reports = collected.reports.map((left) => ({ ...left, report: plain(left.report) }))
  return { ...collected, reports }
}

function plain(report: Report): Report {
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

function quiet(why: string): { readonly kind: 'quiet'; readonly why: string } {
  return { kind: 'quiet', why }
}
