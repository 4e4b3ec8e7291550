import type { PlaceBasis } from './estimate-job.ts'
import type { RunnerPower, RunnerPowerOf } from './runner-power.ts'

/** What joining a run needs besides the run. */
export interface JoinContext {
  /** Name of the workflow, for people. */
  readonly workflow: string
  /** The job that judges, when it belongs to the run: it counts so far and is no surprise. */
  readonly self: {
    readonly checkRunId: number | null
    readonly runnerName: string | null
    readonly attempt: number
  } | null
  readonly power: RunnerPowerOf
  /** Overhead, grid and hardware of a runner's place. */
  basisOf(runner: RunnerPower): PlaceBasis
  /** Share of its time that a job's report must cover, where it says; below, the sum is not trusted. */
  readonly minCoverage: number
  readonly nowMs: number
}
