import type { VariantComparison } from '../../core/variants/compare-variants.ts'
import { plural } from '../../core/functional-unit.ts'
import { severalOf } from '../per-unit.ts'
import { quantity } from '../quantities.ts'

/** A variant in the chart of energy against speed or quality. */
export interface Point {
  readonly name: string
  readonly x: number
  /** Wh. */
  readonly y: number
  readonly isOnFront: boolean
}

/** What the chart shows. */
export interface Chart {
  readonly points: readonly Point[]
  readonly xLabel: string
  readonly yLabel: string
  /** Range of each axis. Energy and speed begin at 0, quality has no such zero. */
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
  /** The upper end of the energy axis in words. */
  readonly yTop: string
}

/** Energy against quality, or against speed where a variant lacks a quality. Null: the variants cannot be ranked by both. */
export function chartOf({ unit, variants, objectives }: VariantComparison): Chart | null {
  const byQuality = objectives.includes('quality')
  if (!byQuality && !objectives.includes('speed')) return null
  const points = variants.flatMap(
    ({ name, isTrusted, energyWh, energyWhPerUnit, unitsPerS, durationS, quality, isOnFront }) => {
      const y = energyWhPerUnit ?? energyWh
      const speed = unitsPerS ?? (durationS === null || !(durationS > 0) ? null : 3600 / durationS)
      const x = byQuality ? quality : speed
      return !isTrusted || x === null || y === null ? [] : [{ name, x, y, isOnFront }]
    },
  )
  const most = Math.max(...points.map(({ y }) => y))
  const { count, words } = unit === null ? { count: 1, words: null } : severalOf(unit, [most])
  const xs = points.map(({ x }) => x)
  return {
    points,
    xLabel: byQuality ? 'quality' : unit === null ? 'speed (times an hour)' : `${plural(unit)} per second`,
    yLabel: words === null ? 'energy' : `energy per ${words}`,
    x: byQuality ? padded(Math.min(...xs), Math.max(...xs)) : [0, Math.max(...xs) || 1],
    y: [0, most || 1],
    yTop: quantity(most * count, 'wh'),
  }
}

/** A little room on both sides, so that no point lies on the edge. */
function padded(low: number, high: number): [number, number] {
  const room = (high - low || Math.abs(high) || 1) * 0.1
  return [low - room, high + room]
}
