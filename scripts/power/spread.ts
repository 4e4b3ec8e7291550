import { LOAD_LEVELS } from '../../src/core/power/curve.ts'
import { type Nearness, type PowerModel, type Spread, ERA_STARTS, eraOf, NEARNESS } from '../../src/core/power/model.ts'
import type { HeldOutServer } from './hold-out.ts'

/** For each nearness, servers that the model met at that nearness and had not seen. */
export type HeldOutSets = Readonly<Record<Nearness, readonly HeldOutServer[]>>

/**
 * Share of servers that may fall below the range, and the same above. A little less than 5 %, because servers of one
 * test laboratory are correlated: with 5 %, cross-validation finds 88.4 to 89.5 % inside instead of 90 %.
 */
const TAIL = 0.047
/** With fewer residuals than this, quantiles are drawn towards those of all eras. */
const ENOUGH = 60
/** Least distance between the figure and an end of its range, as a natural logarithm. */
const LEAST_SPREAD = 0.01

/** Conformal quantile: a new server exceeds it with the given probability. */
const quantile = (sorted: readonly number[], probability: number): number => {
  const n = sorted.length
  const position = Math.min(Math.max(probability * (n + 1) - 1, 0), n - 1)
  const below = Math.floor(position)
  const above = Math.min(below + 1, n - 1)
  return sorted[below]! + (position - below) * (sorted[above]! - sorted[below]!)
}

const spreadOf = (residuals: readonly number[]): Spread => {
  const sorted = residuals.toSorted((a, b) => a - b)
  return {
    low: Math.min(quantile(sorted, TAIL), -LEAST_SPREAD),
    high: Math.max(quantile(sorted, 1 - TAIL), LEAST_SPREAD),
  }
}

const blend = (a: Spread, b: Spread, share: number): Spread => ({
  low: (1 - share) * a.low + share * b.low,
  high: (1 - share) * a.high + share * b.high,
})

const widest = (...spreads: readonly Spread[]): Spread => ({
  low: Math.min(...spreads.map(({ low }) => low)),
  high: Math.max(...spreads.map(({ high }) => high)),
})

/** Log of measured over predicted watts at a load level, of the servers for which it was measured. */
const residualsAt = (heldOut: readonly HeldOutServer[], level: number): readonly number[] =>
  heldOut.flatMap(({ server, prediction }) => {
    const watts = server.watts[level] ?? null
    return watts === null ? [] : [Math.log(watts) - prediction.logs[level]!]
  })

/** Spreads of residuals by nearness, era and load level. None is narrower than that of a CPU with enough servers. */
export const spreadsOf = (sets: HeldOutSets): PowerModel['spreads'] => {
  const spreads = {} as Record<Nearness, readonly (readonly Spread[])[]>
  const ofKnownCpu = spreadsByEra(sets.cpu)
  for (const nearness of NEARNESS) {
    spreads[nearness] = spreadsByEra(sets[nearness]).map((levels, era) =>
      levels.map((spread, level) => widest(spread, ofKnownCpu[era]![level]!)),
    )
  }
  return spreads
}

const spreadsByEra = (heldOut: readonly HeldOutServer[]): readonly (readonly Spread[])[] => {
  const all = LOAD_LEVELS.map((_, level) => spreadOf(residualsAt(heldOut, level)))
  const drawn = (residuals: readonly number[], level: number): Spread =>
    residuals.length === 0
      ? all[level]!
      : blend(all[level]!, spreadOf(residuals), Math.min(1, residuals.length / ENOUGH))
  const recent = heldOut.filter(({ server }) => eraOf(server.year) > 0)
  return [0, ...ERA_STARTS].map((_, era) => {
    const own = heldOut.filter(({ server }) => eraOf(server.year) === era)
    const spreads = LOAD_LEVELS.map((_, level) => drawn(residualsAt(own, level), level))
    if (era === 0) return spreads
    // Most recent results list idle and full load only. Between them the range is at least as wide as the line between
    // the spreads at both ends, and as the spread of all recent servers whose curve is known.
    return spreads.map((spread, level) => {
      if (level === 0 || level === LOAD_LEVELS.length - 1) return spread
      const line = blend(spreads[0]!, spreads.at(-1)!, level / (LOAD_LEVELS.length - 1))
      return widest(line, drawn(residualsAt(recent, level), level))
    })
  })
}
