import { NO_EMISSIONS, NO_ENERGY } from '../../core/footprint.ts'
import { makeRange } from '../../core/range.ts'
import type { Part, Report } from '../../core/report.ts'
import type { RunJob } from '../../github/jobs.ts'
import { type RanJob, partFootprint, runnerNames, secondsOf } from './estimate-job.ts'
import { type JoinContext, nowOf } from './join-context.ts'
import type { LeftReport, Matches } from './match.ts'
import type { RunnerPower } from './runner-power.ts'

/** Why a job's report does not count, so that the job is estimated instead. */
export type Refusal = 'below-floor' | 'without-step' | 'contradiction'

/** A job's report that does not count. */
export interface RefusedReport {
  readonly job: RanJob
  readonly left: LeftReport
  readonly refusal: Refusal
}

/**
 * Share of the lowest typical power of a runner class below which a report is not plausible. An idle hosted runner draws 39 % of it
 * (power model: 0 % against 10 % utilisation, on the most frugal CPU that such runners have).
 */
const FLOOR_SHARE = 0.3

/** Jobs shorter than this have no floor: GitHub's times have whole seconds and include the runner's own setup, s. */
const FLOOR_SECONDS = 30

/** Rounding that a report's grams may differ by from energy x grid, as a share. */
const GRAMS_TOLERANCE = 0.01

/** Finds the reports that contradict what GitHub knows of their jobs, or themselves. */
export function refusedReports(ran: readonly RanJob[], matches: Matches, context: JoinContext): RefusedReport[] {
  return ran.flatMap((job) => {
    const left = matches.ofJob.get(job.id)
    const refusal = left && refusalOf(job, left, context)
    return left && refusal ? [{ job, left, refusal }] : []
  })
}

function refusalOf(job: RanJob, left: LeftReport, context: JoinContext): Refusal | null {
  if (left.artifact.kind === 'job' && lacksStep(job)) return 'without-step'
  if (isBelowFloor(job, left.report, context)) return 'below-floor'
  return contradictsItself(left.report) ? 'contradiction' : null
}

/** A step that measures has a post step. A finished job that lists its steps and has none did not run one. */
function lacksStep({ status, steps }: RunJob): boolean {
  return status === 'completed' && steps.length > 0 && !steps.some(({ name }) => name.startsWith('Post '))
}

/** Whether a report claims less energy than the runner draws when idle over the time that GitHub saw the job run. */
function isBelowFloor(job: RanJob, { energy }: Report, context: JoinContext): boolean {
  if (energy.it_wh === null) return false
  const seconds = secondsOf(job, nowOf(job, context))
  if (energy.it_wh === 0) return seconds > 0
  const runner = context.power(runnerNames(job))
  if (!runner || seconds < FLOOR_SECONDS) return false
  return energy.it_wh < ((runner.watts.low * seconds) / 3600) * FLOOR_SHARE
}

/** Whether the grams of a measured job are not its energy x its grid. */
function contradictsItself({ subject, energy, intensity, emissions }: Report): boolean {
  if (subject.kind !== 'job' || energy.total_wh === null) return false
  if (intensity === null || emissions.operational_g === null) return false
  const grams = (energy.total_wh / 1000) * intensity.g_per_kwh
  return Math.abs(grams - emissions.operational_g) > Math.max(grams, emissions.operational_g) * GRAMS_TOLERANCE
}

/**
 * A hostile report's part with PUE, grid, water and grams of the reader: its code chose them all. Embodied emissions are the larger of what
 * it claims and what the runner carries.
 * Without a known runner class the part is kept as it is.
 */
export function recosted(part: Part, job: RanJob, context: JoinContext): Part {
  const runner = context.power(runnerNames(job))
  const { it_wh: it, low_wh: low, high_wh: high, total_wh: total } = part.energy
  if (!runner || it === null || total === null || total <= 0) return part
  const basis = context.basisOf(runner)
  const energy = {
    it: makeRange(it, Math.min(it, ((low ?? total) / total) * it), Math.max(it, ((high ?? total) / total) * it)),
    cpuWh: part.energy.cpu_wh,
    memoryWh: part.energy.memory_wh,
    gpuWh: part.energy.gpu_wh,
    otherWh: part.energy.other_wh,
  }
  const claimed = part.emissions.embodied_g
  const expected = basis.embodied(runner, secondsOf(job, nowOf(job, context)))
  const embodied = claimed !== null && claimed > (expected?.value ?? 0) ? makeRange(claimed) : expected
  return { ...part, ...partFootprint(energy, basis, embodied) }
}

/** More than any one machine draws, W: the largest racks of 2026 stay below. Bounds claims about runners of an unknown class. */
const MOST_MACHINE_WATTS = 200_000

/** A proposal's part within its bounds. */
export interface BoundedPart {
  readonly part: Part
  /** Whether the claim was larger than its runner could have drawn over GitHub's times. */
  readonly isCut: boolean
}

/**
 * A part of a proposal's report for a sum that lasts: no more energy than its runner can draw over the time that GitHub saw the job run,
 * with PUE, grid, water and hardware of the reader.
 * @param isFork nothing is believed of a fork's job whose runner class is unknown: its figures are then null
 */
export function boundedPart(part: Part, job: RanJob, context: JoinContext, isFork: boolean): BoundedPart {
  const { it_wh: it, low_wh: low, high_wh: high, total_wh: total } = part.energy
  if (it === null || total === null) return { part, isCut: false }
  const runner = context.power(runnerNames(job))
  if (!runner && isFork)
    return { part: { ...part, energy: NO_ENERGY, emissions: NO_EMISSIONS, water: null }, isCut: true }
  const seconds = secondsOf(job, nowOf(job, context))
  const most = ((runner?.mostWatts ?? MOST_MACHINE_WATTS) * seconds) / 3600
  const wh = Math.min(it, most)
  // Ranges as shares: they are of the claimed total.
  const share = (end: number | null): number => (end === null || !(total > 0) ? 1 : end / total)
  const energy = {
    it: makeRange(wh, wh * Math.min(1, share(low)), Math.max(wh, Math.min(wh * share(high), most))),
    cpuWh: null,
    memoryWh: null,
    gpuWh: null,
    otherWh: null,
  }
  const basis = context.basisOf(runner ?? UNKNOWN_RUNNER)
  const embodied = runner ? basis.embodied(runner, seconds) : null
  return { part: { ...part, ...partFootprint(energy, basis, embodied) }, isCut: it > most }
}

/** A runner of which nothing is known, for the grid and overhead of an unknown place. */
const UNKNOWN_RUNNER: RunnerPower = {
  machine: { cpu: null, vcpus: null, memory_gb: null, gpus: [], provider: null, region: null },
  watts: makeRange(0),
  mostWatts: MOST_MACHINE_WATTS,
  gpuWatts: 0,
  hosted: false,
  source: 'unknown runner',
}
