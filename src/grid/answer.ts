import { MeasurementError } from '../core/errors.ts'
import { instantOf } from '../core/instant.ts'
import type { IntensityPoint } from '../core/time-aligned.ts'

/** Readers of answers that come from outside: every field is checked before it is a number, a time or a list. */

export type Fields = Readonly<Record<string, unknown>>

/** Maximum intensity, g/kWh. No known grid reaches half of it, so a larger value has another unit. */
const MAX_G_PER_KWH = 5000

/** Whether a value is an object and no list. */
export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object. @throws MeasurementError */
export function fields(value: unknown, source: string): Fields {
  if (!isRecord(value)) throw unexpected(source)
  return value
}

/** A list of objects; skips anything else in it. @throws MeasurementError if it is not a list */
export function list(value: unknown, source: string): readonly Fields[] {
  if (!Array.isArray(value)) throw unexpected(source)
  return value.filter((each): each is Fields => typeof each === 'object' && each !== null)
}

/** An intensity, g/kWh; null if the field is missing, null or not a possible intensity. */
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
  /** How long each figure is valid according to the answer, s. */
  readonly durationS: number | null
}

/** A sample from a time and a value of an answer; null if either is missing. */
export function sampleOf(time: unknown, value: unknown, durationS: number | null = null): Sample | null {
  const start = instantOf(time)
  const gPerKwh = intensityIn(value)
  return start === null || gPerKwh === null ? null : { start, gPerKwh, durationS }
}

/**
 * A curve from samples in any order. Each is valid for as long as the answer says; otherwise until the
 * next one. In an even series, a sample without its neighbour is valid for one step and leaves a gap.
 * @param stepS the provider's step for a sample alone, s
 * @param unknown times for which the answer has no figure, Unix time, s: no figure is extended beyond them
 */
export function curveOf(
  samples: readonly (Sample | null)[],
  stepS: number,
  unknown: readonly number[] = [],
): IntensityPoint[] {
  const known = samples.filter((each) => each !== null).sort((a, b) => a.start - b.start)
  const { usualS, isEven } = rhythmOf(known, stepS)
  return known.flatMap(({ start, gPerKwh, durationS }, i) => {
    const next = known[i + 1]?.start
    const validS = durationS ?? (next === undefined || isEven ? usualS : Math.min(next - start, LONGEST_STEP_S))
    const until = [next, ...unknown].filter((time): time is number => time !== undefined && time > start)
    const length = Math.min(validS, ...until.map((time) => time - start))
    return length > 0 && next !== start ? [{ start, durationS: length, gPerKwh }] : []
  })
}

/** Longest step of any provider, s. A figure is not extended beyond it. */
const LONGEST_STEP_S = 6 * 3600
/** A series is even when this share of its distances is the usual one: the longer ones are then gaps. */
const EVEN_SHARE = 2 / 3

/** The usual distance of samples in order (the median), and whether it is the rule. */
function rhythmOf(samples: readonly Sample[], usualS: number): { usualS: number; isEven: boolean } {
  const distances = samples
    .slice(1)
    .map(({ start }, i) => Math.round(start - (samples[i]?.start ?? start)))
    .filter((distance) => distance > 0)
    .sort((a, b) => a - b)
  const median = distances[Math.floor((distances.length - 1) / 2)]
  if (median === undefined) return { usualS, isEven: true }
  const share = distances.filter((distance) => distance === median).length / distances.length
  return { usualS: median, isEven: share >= EVEN_SHARE }
}

/** The step of a curve that contains a time. */
export function pointAt(points: readonly IntensityPoint[], time: number): IntensityPoint | null {
  return points.find(({ start, durationS }) => time >= start && time < start + durationS) ?? null
}
