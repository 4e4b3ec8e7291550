import type { Note } from '../../core/notes.ts'
import { plain, quantity } from '../quantities.ts'
import { gramsText } from './grams-text.ts'
import type { IntensityAnswer } from './intensity.ts'

/** One place of the list, in `where --json`. */
export interface RankedPlace extends Omit<IntensityAnswer, 'notes'> {
  /** As the user wrote it. */
  readonly region: string
  readonly pue: number
  /** Grams per kWh of the machine: intensity x PUE. Places are sorted by it. */
  readonly g_per_it_kwh: number
  /** Carbon-free energy that the provider states, 0 to 1. Market-based, so it decides nothing; null where nothing is published. */
  readonly cfe_share: number | null
  /** Compared with the baseline: a share, and grams for the energy of the report. Negative: the place emits more. */
  readonly saving: { readonly share: number; readonly g: number | null }
}

/** What `where --json` prints. */
export interface WhereAnswer {
  readonly best: string
  /** The place that savings are compared with. */
  readonly baseline: { readonly region: string; readonly g_per_it_kwh: number }
  readonly ranked: readonly RankedPlace[]
  readonly notes: readonly Note[]
}

/** The ranking for people. */
export function renderWhere({ ranked, baseline, notes }: WhereAnswer): string {
  const width = Math.max(...ranked.map(({ region }) => region.length))
  const savingWidth = Math.max(...ranked.map(({ saving }) => savingWords(saving).length))
  const rows = ranked.map(({ region, g_per_kwh, pue, g_per_it_kwh, saving, as_of, zone, cfe_share }) => {
    return `${region.padEnd(width)}  ${gramsText(g_per_it_kwh).padStart(5)} g per kWh  ${savingWords(saving).padEnd(savingWidth)}  (${zone} ${gramsText(g_per_kwh)} x PUE ${pue}, ${as_of}${cfe_share === null ? '' : `; ${Math.round(cfe_share * 100)} % carbon-free by its provider`})`
  })
  return [
    ...rows,
    `compared with ${baseline.region} (${gramsText(baseline.g_per_it_kwh)} g per kWh of the machine)`,
    ...notes.map(({ level, text }) => `${level}: ${text}`),
    '',
  ].join('\n')
}

/** `95 % less, 1.3 mg`: what a place saves, or emits more. */
function savingWords({ share, g }: RankedPlace['saving']): string {
  const percent = Math.round(Math.abs(share) * 100)
  if (percent === 0) return 'the same'
  return `${percent} % ${share > 0 ? 'less' : 'more'}${g === null ? '' : `, ${plain(quantity(Math.abs(g), 'g', 2))}`}`
}
