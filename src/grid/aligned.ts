import type { GridFigure } from '../core/costing.ts'
import { instantText } from '../core/instant.ts'
import { relative } from '../core/range.ts'
import type { Note } from '../core/report.ts'
import type { TimeAligned } from '../core/time-aligned.ts'
import type { CurveAnswer, TimeSpan } from './provider.ts'

/** The hours are known; what is left is how sure the provider's own figures are, as a share (as for a single live figure). */
const HOURLY_SPREAD = 0.1

/** The figure that a run's hours add up to. */
export function alignedFigure({ meanGPerKwh }: TimeAligned, curve: CurveAnswer, { from, to }: TimeSpan): GridFigure {
  const { zone, kind, source } = curve
  const asOf = `${instantText(from)}/${instantText(to)}`
  return { gPerKwh: relative(meanGPerKwh, HOURLY_SPREAD), zone, kind, source, asOf, fallback: false }
}

/** The mean and both ends, for people. */
export function alignedNote({ meanGPerKwh, lowestGPerKwh, highestGPerKwh, covered }: TimeAligned): Note {
  const whole = (value: number): string => String(Math.round(value))
  const missing = covered < 0.995 ? `; ${Math.round(covered * 100)} % of the energy has a figure of its hour` : ''
  return {
    code: 'grid-time-aligned',
    level: 'info',
    text: `charged hour by hour: ${whole(lowestGPerKwh)} to ${whole(highestGPerKwh)} g/kWh, mean ${whole(meanGPerKwh)}${missing}`,
  }
}
