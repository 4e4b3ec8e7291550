import type { RunJob } from '../../github/jobs.ts'
import type { PlaceBasis } from './estimate-job.ts'
import type { RunnerPower, RunnerPowerOf } from './runner-power.ts'

/** What joining a run needs, apart from the run. */
export interface JoinContext {
  /** Name of the workflow, for people. */
  readonly workflow: string
  /** The judging job, if it belongs to the run: it counts so far, without a note. */
  readonly self: {
    readonly checkRunId: number | null
    readonly runnerName: string | null
    readonly attempt: number
    /** Seconds since the runner started this job's worker, by the monotonic clock; null if unknown. */
    readonly elapsedS?: number | null
  } | null
  readonly power: RunnerPowerOf
  /** Overhead, grid and hardware of a runner's place. */
  basisOf(runner: RunnerPower): PlaceBasis
  /** Share of its time that a job's report must cover, if it reports coverage. Below, the sum is not trusted. */
  readonly minCoverage: number
  /** Wall clock of the forge, ms: the runner's may be wrong by hours. */
  readonly nowMs: number
  /** PUE, grid and grams of the reports do not count, because code that is not trusted wrote them: they are the reader's own. */
  readonly isHostile?: boolean
  /** A proposal's own code wrote the reports, and their grid counts: it is bounded, and a much cleaner one is listed. */
  readonly checksGrid?: boolean
  /** `reports: false`: every job is estimated. */
  readonly ignoresReports?: boolean
}

/**
 * Identifies the judging job among the run's jobs by its runner, which works on one job at a time and which no input can change.
 * The check run id, an input, decides only if the API does not name that runner.
 */
export function identifySelf(jobs: readonly RunJob[], context: JoinContext): JoinContext {
  const { self } = context
  if (!self || self.runnerName === null) return context
  const here = jobs.filter((job) => isSelf(job, { self: { ...self, checkRunId: null } }))
  return here.length === 1 ? { ...context, self: { ...self, checkRunId: here[0]?.id ?? null } } : context
}

/** Whether a listed job is the judging one. */
export function isSelf(job: RunJob, { self }: Pick<JoinContext, 'self'>): boolean {
  if (!self || job.status !== 'running') return false
  return self.checkRunId === null
    ? job.attempt === self.attempt && job.runnerName === self.runnerName
    : job.id === self.checkRunId
}

/** Maximum difference of two clocks that agree, s: a job starts before its runner's worker. */
const WORKER_SLACK_S = 60

/** Time until which a running job counts, ms. The judging job knows its own age better than two clocks that may disagree. */
export function nowOf(job: RunJob, context: Pick<JoinContext, 'self' | 'nowMs'>): number {
  const { self, nowMs } = context
  const elapsedS = self?.elapsedS ?? null
  if (elapsedS === null || job.startMs === null || !isSelf(job, context)) return nowMs
  const byClocksS = (nowMs - job.startMs) / 1000
  return Math.abs(byClocksS - elapsedS) <= WORKER_SLACK_S ? nowMs : job.startMs + elapsedS * 1000
}
