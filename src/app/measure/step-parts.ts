import type { UnjudgedReport } from '../../core/unjudged.ts'
import type { Emissions, Energy, Part } from '../../core/report.ts'
import { type PowerSpan, type StepShare, shareAmongSteps } from '../../core/steps.ts'
import type { JobStep } from '../../github/jobs.ts'
import { spread } from './spread-steps.ts'

/** Name of the part for the time between the steps, when the runner works. */
export const RUNNER_PART = 'runner (between steps)'
/** Name of our own steps: the cost of measuring is shown. */
export const OWN_PART = 'carbon-gate (this action)'

/** Times at which our own code ran, to find our steps if their names do not show them. */
export interface OwnSteps {
  /** Unix time, ms: start of main, start of post. */
  readonly momentsMs: readonly number[]
}

/**
 * The parts of kind `step` of a job: each step's share of the job's figures, which they sum to.
 * @param job totals of the job; its grid, PUE and method apply to every step
 */
export function stepParts(
  job: Pick<UnjudgedReport, 'energy' | 'emissions' | 'water' | 'pue' | 'intensity' | 'method' | 'coverage'>,
  timeline: readonly PowerSpan[],
  steps: readonly JobStep[],
  own: OwnSteps,
): Part[] {
  const begun = steps.filter((step): step is JobStep & { startMs: number } => step.startMs !== null)
  const ours = ownSteps(begun, own)
  const shares = shareAmongSteps(timeline, begun)
  const fractions = shares.map(({ share }) => share)
  const energies = spread(job.energy, fractions)
  const emissions = spread(job.emissions, fractions)
  const waters = job.water && spread(job.water, fractions)
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
      water: waters?.[index] ?? null,
      method: job.method,
      coverage: job.coverage,
      conclusion: from?.conclusion ?? null,
    }
  })
}

type BegunStep = JobStep & { readonly startMs: number }

/** Prefix that forges give a step's second half: `Post Run carbon-gate/carbon-gate@v1`. */
const SECOND_HALF = 'Post '

/**
 * Finds our own steps. Our post step is the running one named `Post ...`, and the rest of its name is that of the other half. Times
 * alone do not identify them, because the step after ours often begins in the same second.
 */
function ownSteps(steps: readonly BegunStep[], { momentsMs }: OwnSteps): ReadonlySet<JobStep> {
  const running = steps.filter(({ name, endMs }) => endMs === null && name.startsWith(SECOND_HALF))
  const names = new Set(running.flatMap(({ name }) => [name, name.slice(SECOND_HALF.length)]))
  const named = steps.filter(({ name }) => names.has(name) || /\bcarbon-gate\b/i.test(name))
  if (named.length > 0) return new Set(named)
  return new Set(momentsMs.flatMap((ms) => soleStepAt(steps, ms)))
}

/** The step that contains a moment, if there is exactly one. */
function soleStepAt(steps: readonly BegunStep[], ms: number): BegunStep[] {
  const second = Math.floor(ms / 1000) * 1000
  const around = steps.filter(({ startMs, endMs }) => startMs <= second && (endMs === null || endMs >= second))
  return around.length === 1 ? around : []
}

function instant(ms: number): string {
  return new Date(ms).toISOString()
}
