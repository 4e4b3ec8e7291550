import type { Report } from '../../core/report.ts'
import { type RanJob, runnerNames } from './estimate-job.ts'
import type { JoinContext } from './join-context.ts'
import type { LeftReport, Matches } from './match.ts'

/**
 * No grid emits less, gCO2e/kWh. The lowest average of a year in the built-in tables is 4.8 (Newfoundland and Labrador); a single hour may
 * be lower.
 */
const LEAST_G_PER_KWH = 2

/** A grid this much cleaner than that of the runner's place is worth a note: half of its figure. */
const CLEANER_SHARE = 0.5

/** Whether a report claims fewer grams for its energy than any grid emits. Grams or energy that are unknown claim nothing. */
export function claimsImpossibleGrid({ energy, emissions }: Report): boolean {
  const grams = emissions.operational_g ?? emissions.total_g
  return grams !== null && energy.total_wh !== null && grams < (energy.total_wh / 1000) * LEAST_G_PER_KWH
}

/** Jobs whose own report has a grid much cleaner than the reader would use for their runner, with the figure. */
export function cleanerGrids(
  ran: readonly RanJob[],
  matches: Matches,
  context: JoinContext,
): { readonly job: RanJob; readonly gPerKwh: number }[] {
  return ran.flatMap((job) => {
    const gPerKwh = gridOf(matches.ofJob.get(job.id))
    const runner = context.power(runnerNames(job))
    if (gPerKwh === null || runner === null) return []
    return gPerKwh < context.basisOf(runner).grid.gPerKwh.value * CLEANER_SHARE ? [{ job, gPerKwh }] : []
  })
}

function gridOf(left: LeftReport | undefined): number | null {
  if (!left) return null
  const { energy, emissions } = left.report
  const grams = emissions.operational_g ?? emissions.total_g
  return grams !== null && energy.total_wh ? (grams / energy.total_wh) * 1000 : null
}
