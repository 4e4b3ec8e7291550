import { MeasurementError } from '../core/errors.ts'
import { instantOf } from '../core/instant.ts'
import type { IntensityPoint } from '../core/time-aligned.ts'

/** Readers of answers that come from outside: every field is checked before it is a number, a time or a list. */

export type Fields = Readonly<Record<string, unknown>>

/** No grid on record reaches half of this, g/kWh; above it is a unit that was mistaken. */
const MAX_G_PER_KWH = 5000

/** An object. @throws MeasurementError */
export function fields(value: unknown, source: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unexpected(source)
  return value as Fields
}

/** A list of objects; anything else in it is left out. @throws MeasurementError when it is no list */
export function list(value: unknown, source: string): readonly Fields[] {
  if (!Array.isArray(value)) throw unexpected(source)
  return value.filter((each): each is Fields => typeof each === 'object' && each !== null)
}

/** An intensity, g/kWh; null when the field is null, missing or no number that an intensity can be. */
export function intensityIn(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 && value <= MAX_G_PER_KWH ? value : null
}

/** A short text; null for anything else. */
export function textIn(value: unknown): string | null {
  return typeof value === 'string' && value.length <= 100 && /^[\w .:+/()-]+$/.test(value) ? value : null
}

export function unexpected(source: string): MeasurementError {
  return new MeasurementError('its answer does not have the documented form', source)
}

export function noFigure(source: string): MeasurementError {
  return new MeasurementError('it has no figure for this place and time', source)
}

/** A time and the intensity from there on. */
export interface Sample {
  readonly start: number
  readonly gPerKwh: number
  /** When the answer says how long it holds, s. */
  readonly durationS: number | null
}

/** A sample out of an answer's time and value; null when either is missing. */
export function sampleOf(time: unknown, value: unknown, durationS: number | null = null): Sample | null {
  const start = instantOf(time)
  const gPerKwh = intensityIn(value)
  return start === null || gPerKwh === null ? null : { start, gPerKwh, durationS }
}

/**
 * A curve from samples in any order: each holds until the next, the last as long as the step is.
 * A sample that lacks its neighbour holds for `stepS` and leaves a gap, which is not invented.
 * @param stepS the provider's step, s
 */
export function curveOf(samples: readonly (Sample | null)[], stepS: number): IntensityPoint[] {
  const known = samples.filter((each) => each !== null).sort((a, b) => a.start - b.start)
  return known.flatMap(({ start, gPerKwh, durationS }, i) => {
    const until = (known[i + 1]?.start ?? Number.POSITIVE_INFINITY) - start
    const length = Math.min(durationS ?? stepS, until)
    return length > 0 ? [{ start, durationS: length, gPerKwh }] : []
  })
}

/** The usual distance of samples, s: the median, at most the given step. */
export function stepOf(samples: readonly (Sample | null)[], usualS: number): number {
  const starts = samples.flatMap((each) => (each === null ? [] : [each.start])).sort((a, b) => a - b)
  const gaps = starts
    .slice(1)
    .map((start, i) => start - (starts[i] ?? start))
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b)
  return gaps[Math.floor((gaps.length - 1) / 2)] ?? usualS
}

/** The step of a curve that holds at a time. */
export function pointAt(points: readonly IntensityPoint[], time: number): IntensityPoint | null {
  return points.find(({ start, durationS }) => time >= start && time < start + durationS) ?? null
}
