import type { Draft } from '../core/assemble.ts'
import type { Emissions, Energy, Part } from '../core/report.ts'
import { type PowerSpan, type StepShare, portions, shareAmongSteps } from '../core/steps.ts'
import type { JobStep } from '../github/jobs.ts'

/** Name of the time between the steps, when the runner itself worked. */
export const RUNNER_PART = 'runner (between steps)'
/** Name of our own steps: what measuring costs is shown, not hidden. */
export const OWN_PART = 'carbon-gate (this action)'

/** How our own steps are told from the others. */
export interface OwnSteps {
  /** Moments at which our code ran, Unix time in ms: start of main, start of post. */
  readonly momentsMs: readonly number[]
}

/**
 * The parts of kind `step` of a job: each step's share of the job's figures, which they sum to.
 * @param job totals of the job; its grid, PUE and method hold for every step
 */
export function stepParts(
  job: Pick<Draft, 'energy' | 'emissions' | 'pue' | 'intensity' | 'method' | 'coverage'>,
  timeline: readonly PowerSpan[],
  steps: readonly JobStep[],
  own: OwnSteps,
): Part[] {
  const begun = steps.filter((step): step is JobStep & { startMs: number } => step.startMs !== null)
  const ours = new Set(own.momentsMs.map((ms) => stepAt(begun, ms)))
  const shares = shareAmongSteps(timeline, begun)
  const fractions = shares.map(({ share }) => share)
  const energies = spread(job.energy, fractions)
  const emissions = spread(job.emissions, fractions)
  return shares.map(({ step, seconds }: StepShare, index): Part => {
    const from = begun.find((each) => each === step)
    return {
      kind: 'step',
      name: !step ? RUNNER_PART : from && ours.has(from) ? OWN_PART : step.name,
      started_at: step ? instant(step.startMs) : null,
      ended_at: step?.endMs ? instant(step.endMs) : null,
      duration_s: seconds,
      energy: energies[index] as Energy,
      pue: job.pue,
      intensity: job.intensity,
      emissions: emissions[index] as Emissions,
      method: job.method,
      coverage: job.coverage,
      conclusion: from?.conclusion ?? null,
    }
  })
}

/** The step during which a moment fell. Times are cut to the second, so the latest step that began by then is the one. */
function stepAt(steps: readonly (JobStep & { startMs: number })[], ms: number): JobStep | undefined {
  const second = Math.floor(ms / 1000) * 1000
  return steps
    .filter(({ startMs, endMs }) => startMs <= second && (endMs === null || endMs >= second))
    .sort((a, b) => a.startMs - b.startMs || a.number - b.number)
    .at(-1)
}

function instant(ms: number): string {
  return new Date(ms).toISOString()
}

/** Every field of a block, divided by share. */
function spread<T extends Record<string, number | null>>(block: T, shares: readonly number[]): T[] {
  const rows = shares.map(() => ({})) as Record<string, number | null>[]
  for (const [key, whole] of Object.entries(block)) {
    portions(whole, shares).forEach((amount, index) => {
      const row = rows[index]
      if (row) row[key] = amount
    })
  }
  return rows as T[]
}
