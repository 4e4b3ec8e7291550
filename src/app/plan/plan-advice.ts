import { type Note, note } from '../../core/notes.ts'
import { durationText, parseDuration } from '../../core/duration.ts'
import { firstNames } from '../../core/first-names.ts'
import { plain, quantity } from '../../render/quantities.ts'
import { type GridAccess, gridOf } from '../grid/site-factors.ts'
import { whenToRun } from '../grid/when.ts'
import { whereToRun } from '../grid/where.ts'
import type { Settings } from '../settings/table.ts'
import type { PlannedProject } from './plan-report.ts'

/** What a plan wants to know besides its figure. */
export interface PlanWishes {
  /** Regions to choose from. */
  readonly regions: readonly string[] | undefined
  /** Window in which the work may start, such as `24 h`. */
  readonly within: string | undefined
}

/** Most regions that one note lists. */
const MOST_REGIONS = 8

/**
 * Says where and when the work of a plan would emit less: operational grams of the same machine energy.
 * @throws ConfigurationError for an unknown region or an invalid window
 */
export async function whereAndWhen(
  { draft, site, phasesS: seconds }: PlannedProject,
  { regions, within }: PlanWishes,
  { settings, access }: { readonly settings: Settings; readonly access: GridAccess },
): Promise<readonly Note[]> {
  const notes: Note[] = []
  const grid = site.live ?? gridOf(settings, access)
  if (regions !== undefined && regions.length > 0 && draft.energy.it_wh !== null) {
    const answer = await whereToRun(grid, regions, draft)
    const listed = answer.ranked.map(({ region, g_per_it_kwh, saving }) => {
      const grams = ((draft.energy.it_wh ?? 0) / 1000) * g_per_it_kwh
      return `${region} ${quantity(grams, 'g')} (${changeWords(saving.share)})`
    })
    const text = `electricity of the same work by region: ${firstNames(listed, MOST_REGIONS)}; against ${answer.baseline.region}, with each building's own PUE`
    notes.push(note('plan-where', plain(text)), ...answer.notes)
  }
  if (within !== undefined && seconds !== null && seconds > 0) {
    const window = parseDuration(within, 'within')
    const answer = await whenToRun(grid, site.place, {
      durationS: seconds,
      withinS: window,
      energyWh: draft.energy.total_wh,
    })
    const saving = `${Math.round(answer.saving.share * 100)} %${answer.saving.g === null ? '' : `, ${quantity(answer.saving.g, 'g')}`}`
    const text = answer.run_now
      ? `start now: within ${durationText(window)} no start is clearly better (saves ${saving})`
      : `best start within ${durationText(window)}: ${answer.best_start}, saves ${saving}`
    notes.push(note('plan-when', plain(text)), ...answer.notes)
  }
  return notes
}

function changeWords(saved: number): string {
  const percent = Math.round(Math.abs(saved) * 100)
  return percent === 0 ? 'the same' : `${saved > 0 ? '-' : '+'}${percent} %`
}
