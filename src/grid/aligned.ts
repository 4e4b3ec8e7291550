import { note } from '../core/notes.ts'
import type { GridFigure } from '../core/footprint.ts'
import { instantText } from '../core/instant.ts'
import { relativeRange } from '../core/range.ts'
import type { Note } from '../core/report.ts'
import type { TimeAligned } from '../core/time-aligned.ts'
import { ESTIMATED_SPREAD, LIVE_SPREAD } from './live-figure.ts'
import type { CurveAnswer, TimeSpan } from './provider.ts'

/** Assumed relative error of the hours without a figure against the mean of the others. Our own estimate. */
const UNKNOWN_HOUR_SPREAD = 0.4

/** The intensity of a run, from the figures of its hours. Its range is the provider's, wider where hours are missing. */
export function alignedFigure(
  { meanGPerKwh, covered }: TimeAligned,
  curve: CurveAnswer,
  { from, to }: TimeSpan,
): GridFigure {
  const { zone, kind, source, estimated } = curve
  const known = estimated ? ESTIMATED_SPREAD : LIVE_SPREAD
  const spread = covered * known + (1 - covered) * UNKNOWN_HOUR_SPREAD
  const asOf = `${instantText(from)}/${instantText(to)}`
  return { gPerKwh: relativeRange(meanGPerKwh, spread), zone, kind, source, asOf, fallback: false }
}

/** The mean and both ends, for people. */
export function alignedNote({ meanGPerKwh, lowestGPerKwh, highestGPerKwh, covered }: TimeAligned): Note {
  const whole = (value: number): string => String(Math.round(value))
  const missing = covered < 0.995 ? `; ${Math.round(covered * 100)} % of the energy has a figure of its hour` : ''
  return note(
    'grid-time-aligned',
    `charged hour by hour: ${whole(lowestGPerKwh)} to ${whole(highestGPerKwh)} g/kWh, mean ${whole(meanGPerKwh)}${missing}`,
  )
}
