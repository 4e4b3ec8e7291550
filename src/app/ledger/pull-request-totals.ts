import { DAY_MS } from '../../core/calendar.ts'
import type { JudgingContext } from '../../core/judge-report.ts'
import type { Totals } from '../../core/judged-line.ts'
import { sumOrNull } from '../../core/quantity.ts'
import type { PullRequest } from '../../github/event.ts'
import { eventTraits } from '../../github/events.ts'
import { type ListedRun, listRuns } from '../../github/run-list.ts'
import { type RunReader, hasJobs, readRun } from './run-entries.ts'

/** The run, or the job of it, that is judged: it counts with its own figures. */
export interface OwnRun {
  readonly runId: number
  /** The judging job; null: the figures are those of the whole run. */
  readonly checkRunId: number | null
  readonly isWholeRun: boolean
  readonly totals: Totals
}

/** Artifacts live for 90 days by default: the search for runs of a pull request of unknown age ends there. */
const OLDEST_MS = 90 * DAY_MS

/** Requests for a run besides its reports: its jobs and its artifacts. */
const REQUESTS_A_RUN = 2

/**
 * What all runs of a pull request have used so far, for lines per pull request: the reports that its jobs left, estimates for the others,
 * each execution once. Every run is read or none is judged: a sum with a part missing would pass what does not.
 * @param requests how many may be sent
 */
export async function readPullRequestTotals(
  reader: Omit<RunReader, 'artifacts'>,
  pull: PullRequest,
  own: OwnRun,
  requests: number,
): Promise<Pick<JudgingContext, 'totals' | 'pullRequestProblem'>> {
  const { client, repository } = reader
  const nowMs = client.server.nowMs()
  const fromMs = pull.createdMs ?? nowMs - OLDEST_MS
  const listed = await listRuns(client, repository, { fromMs, branch: pull.head.ref })
  if (!listed.ok) return unknown(listed.failure.text)
  if (!listed.value.isComplete) return unknown('the list of its runs is incomplete')
  const runs = listed.value.runs.filter((run) => isOfPull(run, pull) && hasJobs(run))
  const others = own.isWholeRun ? runs.filter(({ id }) => id !== own.runId) : runs
  if (1 + others.length * REQUESTS_A_RUN > requests) {
    const text = `its ${others.length} other runs need more requests than are left for this step: judge it with mode: workflow`
    return { pullRequestProblem: { text, blocks: own.isWholeRun } }
  }
  const sums: Totals[] = [own.totals]
  for (const run of others) {
    const context = run.isCompleted ? reader.context : { ...reader.context, nowMs }
    const reading = await readRun({ ...reader, context, artifacts: () => null }, run)
    if (reading.kind === 'failed') return unknown(reading.failure.text)
    if (reading.kind === 'gone') continue
    const counted = reading.entries
      .map(({ entry }) => entry)
      .filter(({ key }) => run.id !== own.runId || !key.endsWith(`/${own.checkRunId}`))
    sums.push(...counted.map(({ g, wh, l }) => ({ emissions: g, energy: wh, water: l })))
  }
  const sum = (figure: keyof Totals): number | null => sumOrNull(sums.map((each) => each[figure]))
  return {
    totals: { 'pull-request': { emissions: sum('emissions'), energy: sum('energy'), water: sum('water') } },
  }
}

function unknown(reason: string): Pick<JudgingContext, 'pullRequestProblem'> {
  return { pullRequestProblem: { text: `the runs of the pull request are unknown: ${reason}`, blocks: true } }
}

/** Whether a run is one of the pull request's. GitHub names no pull request for runs of forks: then its branch and repository decide. */
function isOfPull({ event, headRepository, pullRequests }: ListedRun, { number, head }: PullRequest): boolean {
  if (eventTraits(event).proposes !== 'pull-request') return false
  if (pullRequests.length > 0) return pullRequests.includes(number)
  return headRepository?.toLowerCase() === head.repository?.toLowerCase()
}
