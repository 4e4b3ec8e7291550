/** A counter that goes back to zero when it is full. */
export interface WrappingReading {
  /** Monotonic time, ms. */
  readonly t: number
  /** µJ; null when it could not be read. */
  readonly uj: number | null
}

export interface Unwrapped {
  /** µJ since the first reading, one for every reading; unreadable and impossible ones repeat the one before. */
  readonly energyUj: readonly number[]
  /** Readings that no machine can have given: they are left out. */
  readonly rejected: number
  /** Gaps so long that the counter may have gone round unseen. */
  readonly ambiguous: number
}

/** More than any socket draws, W: the largest processors sold have a TDP of 500 W (EPYC 9965, Xeon 6980P), bursts reach half as much again. */
const MOST_WATTS = 800

const UJ_PER_J = 1e6

/**
 * Energy of a wrapping counter. From one reading to the next it is the difference, plus a round when it is negative. Where
 * the gap is so long that whole rounds may be missing, the count of rounds that comes nearest to the expected power is taken.
 * @param readings in order of time; the first and the last are the measurement's own and always kept
 * @param rangeUj µJ after which the counter is back at 0
 * @param expectedWatts power the model expects, W: used only for gaps that may hide rounds
 * @returns null when the first or the last reading is missing
 */
export function unwrap(readings: readonly WrappingReading[], rangeUj: number, expectedWatts: number): Unwrapped | null {
  const last = readings.at(-1)
  if (readings[0]?.uj == null || last?.uj == null) return null
  let { t, uj } = readings[0] as { t: number; uj: number }
  let total = 0
  let rejected = 0
  let ambiguous = 0
  const energyUj = readings.map((reading, index) => {
    if (reading.uj === null || index === 0) return total
    const mostUj = Math.max(0, reading.t - t) * 1e-3 * MOST_WATTS * UJ_PER_J
    const step = reading.uj - uj + (reading.uj < uj ? rangeUj : 0)
    const isLast = index === readings.length - 1
    if (!isLast && (reading.uj > rangeUj || reading.t <= t || step > mostUj)) {
      rejected += 1
      return total
    }
    const rounds = mostUj > rangeUj ? missingRounds(step, rangeUj, (reading.t - t) * 1e-3 * expectedWatts) : 0
    if (mostUj > rangeUj) ambiguous += 1
    total += step + rounds * rangeUj
    ;({ t, uj } = reading as { t: number; uj: number })
    return total
  })
  return { energyUj, rejected, ambiguous }
}

function missingRounds(stepUj: number, rangeUj: number, expectedJ: number): number {
  return Math.max(0, Math.round((expectedJ * UJ_PER_J - stepUj) / rangeUj))
}
