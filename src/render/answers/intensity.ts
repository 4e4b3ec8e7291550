import type { GridFigure } from '../../core/footprint.ts'
import type { Note } from '../../core/notes.ts'
import { gramsText } from './grams-text.ts'

/** What `intensity --json` prints. */
export interface IntensityAnswer {
  readonly g_per_kwh: number
  readonly zone: string | null
  readonly kind: string
  readonly source: string
  readonly as_of: string | null
  readonly fallback: boolean
  readonly notes: readonly Note[]
}

/** The grid figure for people. */
export function renderIntensity({ figure, notes }: { figure: GridFigure; notes: readonly Note[] }): string {
  const { value, low, high } = figure.gPerKwh
  const range = low === high ? '' : ` (${gramsText(low)} to ${gramsText(high)})`
  return [
    `${gramsText(value)} gCO2e/kWh${range}  ${figure.zone ?? 'unknown zone'}`,
    `${figure.kind}, ${figure.source}, ${figure.asOf ?? 'no date'}${figure.fallback ? ', fallback' : ''}`,
    ...notes.map(({ level, text }) => `${level}: ${text}`),
    '',
  ].join('\n')
}
