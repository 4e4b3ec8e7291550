import { note } from '../../core/notes.ts'
import { ConfigurationError } from '../../core/errors.ts'
import { instantText } from '../../core/instant.ts'
import type { Note } from '../../core/report.ts'
import type { GridFigure } from '../../core/footprint.ts'
import type { Grid } from '../../grid/choose.ts'
import type { Place } from '../../grid/provider.ts'

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

/**
 * The grid figure of a place.
 * @param at Unix time, s; null: now
 * @throws ConfigurationError for a time to come: that is what `when` is for
 */
export async function intensityAt(
  grid: Grid,
  place: Place,
  at: number | null,
): Promise<IntensityAnswer & { figure: GridFigure }> {
  if (at !== null && at > grid.now() + 60) {
    throw new ConfigurationError(`at is ${instantText(at)}, which is still to come: \`when\` looks ahead`)
  }
  const { figure, notes } = await grid.at(place, at)
  return { ...intensityJson(figure, [...notes, ...yearNotes(figure, at)]), figure }
}

/** The documented form of a grid figure. */
export function intensityJson(figure: GridFigure, notes: readonly Note[]): IntensityAnswer {
  return {
    g_per_kwh: figure.gPerKwh.value,
    zone: figure.zone,
    kind: figure.kind,
    source: figure.source,
    as_of: figure.asOf,
    fallback: figure.fallback,
    notes,
  }
}

/** A yearly figure does not know the hour that was asked for. */
function yearNotes({ asOf }: GridFigure, at: number | null): Note[] {
  if (at === null || asOf === null || !/^\d{4}$/.test(asOf)) return []
  return [note('grid-yearly', `the built-in figure is the average of ${asOf}, not of ${instantText(at)}`)]
}

/** For people. */
export function intensityText({ figure, notes }: { figure: GridFigure; notes: readonly Note[] }): string {
  const { value, low, high } = figure.gPerKwh
  const range = low === high ? '' : ` (${round(low)} to ${round(high)})`
  return [
    `${round(value)} gCO2e/kWh${range}  ${figure.zone ?? 'unknown zone'}`,
    `${figure.kind}, ${figure.source}, ${figure.asOf ?? 'no date'}${figure.fallback ? ', fallback' : ''}`,
    ...notes.map(({ level, text }) => `${level}: ${text}`),
    '',
  ].join('\n')
}

/** Grams as people read them. */
export function round(value: number): string {
  return String(value >= 100 ? Math.round(value) : Number(value.toPrecision(2)))
}
