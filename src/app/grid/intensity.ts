import { note } from '../../core/notes.ts'
import { ConfigurationError } from '../../core/errors.ts'
import { instantText } from '../../core/instant.ts'
import type { Note } from '../../core/report.ts'
import type { IntensityAnswer } from '../../render/answers/intensity.ts'
import type { GridFigure } from '../../core/footprint.ts'
import type { Grid } from '../../grid/choose.ts'
import type { Place } from '../../grid/provider.ts'

/**
 * The grid figure of a place.
 * @param at Unix time, s; null: now
 * @throws ConfigurationError for a time in the future
 */
export async function intensityAt(
  grid: Grid,
  place: Place,
  at: number | null,
): Promise<IntensityAnswer & { figure: GridFigure }> {
  if (at !== null && at > grid.now() + 60) {
    throw new ConfigurationError(`at is ${instantText(at)}: a time in the past is needed. For the future use \`when\``)
  }
  const { figure, notes } = await grid.at(place, at)
  return { ...intensityJson(figure, [...notes, ...yearNotes(figure, at)]), figure }
}

/** A grid figure as `intensity --json` prints it. */
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

/** Notes that a yearly figure is not about the requested hour. */
function yearNotes({ asOf }: GridFigure, at: number | null): Note[] {
  if (at === null || asOf === null || !/^\d{4}$/.test(asOf)) return []
  return [note('grid-yearly', `the built-in figure is the average of ${asOf}, not of ${instantText(at)}`)]
}
