import { contradictionIn } from '../../core/contradiction.ts'
import { NO_EMISSIONS, NO_ENERGY, UNDIVIDED } from '../../core/footprint.ts'
import { makeRange } from '../../core/range.ts'
import type { Part, Report } from '../../core/report.ts'
import type { RunJob } from '../../github/jobs.ts'
import { type RanJob, partFootprint, runnerNames, secondsOf } from './estimate-job.ts'
import { claimsImpossibleGrid } from './grid-claims.ts'
import { type JoinContext, nowOf } from './join-context.ts'
import { type DistinctReports, type LeftReport, matchReports } from './match.ts'
import type { RunnerPower } from './runner-power.ts'

/** Why a job's report does not count, so that the job is estimated instead. */
export type Refusal = 'conflict' | 'below-floor' | 'without-step' | 'contradiction' | 'impossible-grid'

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

/**
 * Floor of a runner whose class is not known, W. Boards that can run a job draw more when idle: a Raspberry Pi 3 about 1.4 W, a Zero 2 W
 * about 0.6 W (Raspberry Pi Ltd, product briefs and power tests).
 */
const LEAST_WATTS = 0.3

/**
 * Finds reports that contradict GitHub's data about their job, another report of the job, or themselves. Checks every report of a job,
 * also after one was refused.
 */
export function refusedReports(
  ran: readonly RanJob[],
  { distinct, conflicting }: DistinctReports,
  context: JoinContext,
): RefusedReport[] {
  const refused: RefusedReport[] = []
  for (let left = distinct; ;) {
    const { ofJob } = matchReports(ran, left)
    const found = ran.flatMap((job): RefusedReport[] => {
      const report = ofJob.get(job.id)
      const refusal = report && (conflicting.includes(report) ? 'conflict' : refusalOf(job, report, context))
      return report && refusal ? [{ job, left: report, refusal }] : []
    })
    if (found.length === 0) return refused
    refused.push(...found)
    left = left.filter((report) => !found.some((other) => other.left === report))
  }
}

function refusalOf(job: RanJob, { artifact, report }: LeftReport, context: JoinContext): Refusal | null {
  if (lacksStep(job)) return 'without-step'
  if (isBelowFloor(job, report, context)) return 'below-floor'
  if (artifact.kind === 'job' && contradictsItself(report)) return 'contradiction'
  return context.checksGrid && claimsImpossibleGrid(report) ? 'impossible-grid' : null
}

/**
 * A post step that may be ours. Steps have the names that their author gives, and a composite action has its own, but those of
 * GitHub's actions (`Post Run actions/checkout@v5`) are not ours.
 */
const POST_STEP = /^Post (?!Run (?:actions|github)\/)/

/** Whether a finished job lists its steps and none can be our post step. The action has one in every mode, so the job did not run it. */
function lacksStep({ status, steps }: RunJob): boolean {
  return status === 'completed' && steps.length > 0 && !steps.some(({ name }) => POST_STEP.test(name))
}

/** Whether a report claims less energy than the runner draws when idle over the time that GitHub saw the job run. */
function isBelowFloor(job: RanJob, { energy }: Report, context: JoinContext): boolean {
  const claimed = energy.it_wh ?? energy.total_wh
  if (claimed === null) return false
  const seconds = secondsOf(job, nowOf(job, context))
  if (claimed === 0) return seconds > 0
  if (seconds < FLOOR_SECONDS) return false
  const runner = context.power(runnerNames(job))
  const watts = runner ? runner.watts.low * FLOOR_SHARE : LEAST_WATTS
  return claimed < (watts * seconds) / 3600
}

/** Whether a job's report is not of a measured job, or its figures contradict each other. */
function contradictsItself(report: Report): boolean {
  const { subject, energy } = report
  if (subject.kind !== 'job' || (energy.it_wh === null) !== (energy.total_wh === null)) return true
  return contradictionIn(report) !== null
}

/**
 * Computes a hostile report's part again with PUE, grid and water of the reader, because the job's code chose them all. Embodied
 * emissions are the larger of what it claims and the share of the runner's hardware.
 */
export function recosted(part: Part, job: RanJob, context: JoinContext): Part {
  const runner = context.power(runnerNames(job)) ?? UNKNOWN_RUNNER
  const { it_wh: it, low_wh: low, high_wh: high, total_wh: total } = part.energy
  if (it === null || total === null || total <= 0) return part
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
 * A part of a proposal's report for a sum that lasts: no more energy than its runner can draw over the time that GitHub saw the job
 * run, with PUE, grid, water and hardware of the reader.
 * @param isFork a fork's job of an unknown runner class is not trusted: its figures are null
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
  // The range as shares of the claimed total.
  const share = (end: number | null): number => (end === null || !(total > 0) ? 1 : end / total)
  const energy = {
    it: makeRange(wh, wh * Math.min(1, share(low)), Math.max(wh, Math.min(wh * share(high), most))),
    ...UNDIVIDED,
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
