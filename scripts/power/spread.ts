import { LOAD_LEVELS } from '../../src/core/power/curve.ts'
import { NEARNESS, RECENT_YEAR } from '../../src/core/power/model.ts'
import type { Nearness, PowerModel, Spread } from '../../src/core/power/model.ts'

/** Share of servers that may fall below, and as many above. */
const TAIL = 0.05
/** With fewer residuals than this, quantiles are drawn towards those of the other era. */
const ENOUGH = 60

/** Conformal quantile: the one that a new server exceeds with the given probability. */
const quantile = (sorted: readonly number[], probability: number): number => {
  const n = sorted.length
  const position = Math.min(Math.max(probability * (n + 1) - 1, 0), n - 1)
  const below = Math.floor(position)
  const above = Math.min(below + 1, n - 1)
  return sorted[below]! + (position - below) * (sorted[above]! - sorted[below]!)
}

const spreadOf = (residuals: readonly number[]): Spread => {
  const sorted = residuals.toSorted((a, b) => a - b)
  return { low: Math.min(quantile(sorted, TAIL), -0.01), high: Math.max(quantile(sorted, 1 - TAIL), 0.01) }
}

const blend = (a: Spread, b: Spread, share: number): Spread => ({
  low: (1 - share) * a.low + share * b.low,
  high: (1 - share) * a.high + share * b.high,
})

/** Spreads of residuals by nearness, era and load level, from residuals of servers that the model had not seen. */
export const spreadsOf = (
  years: readonly number[],
  residuals: Readonly<Record<Nearness, readonly (readonly number[])[]>>,
): PowerModel['spreads'] => {
  const spreads = {} as Record<Nearness, readonly (readonly Spread[])[]>
  for (const nearness of NEARNESS) spreads[nearness] = erasOf(years, residuals[nearness])
  return spreads
}

const erasOf = (
  years: readonly number[],
  residuals: readonly (readonly number[])[],
): readonly (readonly Spread[])[] => {
  const at = (level: number, recent: boolean | null): number[] =>
    residuals.flatMap((row, i) => {
      const residual = row[level]!
      if (Number.isNaN(residual)) return []
      return recent === null || years[i]! >= RECENT_YEAR === recent ? [residual] : []
    })
  const all = LOAD_LEVELS.map((_, level) => spreadOf(at(level, null)))
  const eras = [false, true].map((recent) =>
    LOAD_LEVELS.map((_, level) => {
      const own = at(level, recent)
      return own.length === 0 ? all[level]! : blend(all[level]!, spreadOf(own), Math.min(1, own.length / ENOUGH))
    }),
  )
  // Recent results mostly list idle and full load only. Between them the range is the widest of what little there is
  // and of the line from the spread at idle to that at full load.
  const [, recent = all] = eras
  const first = recent[0]!
  const last = recent.at(-1)!
  eras[1] = recent.map((spread, level) => {
    const line = blend(first, last, level / (LOAD_LEVELS.length - 1))
    const own = at(level, true)
    const few = own.length > 0 && own.length < ENOUGH ? spreadOf(own) : spread
    return { low: Math.min(spread.low, line.low, few.low), high: Math.max(spread.high, line.high, few.high) }
  })
  return eras
}
