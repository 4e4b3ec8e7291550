import { durationText } from '../../core/duration.ts'
import type { Note } from '../../core/notes.ts'
import { gramsText } from './grams-text.ts'

/** What `when --json` prints. */
export interface WhenAnswer {
  readonly run_now: boolean
  readonly best_start: string
  readonly duration_s: number
  readonly within_s: number
  readonly now_g_per_kwh: number
  readonly best_g_per_kwh: number
  readonly saving: { readonly share: number; readonly g: number | null }
  /** `forecast`; `last-day`: the last 24 hours are assumed to repeat; `yearly`: one figure, so every start is equal. */
  readonly basis: 'forecast' | 'last-day' | 'yearly'
  readonly zone: string | null
  readonly kind: string
  readonly source: string
  readonly notes: readonly Note[]
}

/** The best start for people. @param now Unix time, s */
export function renderWhen(answer: WhenAnswer, now: number): string {
  const wait = Date.parse(answer.best_start) / 1000 - now
  const grams = answer.saving.g === null ? '' : `, ${gramsText(answer.saving.g)} g`
  const later = `${answer.best_start} (in ${durationText(Math.max(0, wait))})`
  const saving = `${Math.round(answer.saving.share * 100)} %${grams}`
  return [
    answer.run_now ? 'run now' : `best start: ${later}`,
    `${gramsText(answer.now_g_per_kwh)} gCO2e/kWh now, ${gramsText(answer.best_g_per_kwh)} then: saves ${saving}`,
    `${answer.zone ?? 'unknown zone'}, ${answer.kind}, ${answer.source}, by ${BASES[answer.basis]}`,
    ...answer.notes.map(({ level, text }) => `${level}: ${text}`),
    '',
  ].join('\n')
}

const BASES: Readonly<Record<WhenAnswer['basis'], string>> = {
  forecast: 'its forecast',
  'last-day': 'the shape of the last day',
  yearly: 'a yearly average',
}
