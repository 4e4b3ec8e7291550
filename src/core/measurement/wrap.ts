/** A counter that goes back to zero when it is full. */
export interface WrappingReading {
  /** Monotonic time, ms. */
  readonly t: number
  /** µJ; null when it could not be read. */
  readonly uj: number | null
}

/** A wrapping counter, unrolled. */
export interface Unwrapped {
  /** µJ since the first reading, one for every reading; unreadable and impossible ones repeat the one before. */
  readonly energyUj: readonly number[]
  /** Readings that no machine can have given: they are left out. */
  readonly rejected: number
  /** Number of gaps so long that the counter may have wrapped around. */
  readonly ambiguous: number
}

/** More than any socket draws, W: the largest processors sold have a TDP of 500 W (EPYC 9965, Xeon 6980P), bursts reach half as much again. */
const MOST_WATTS = 800

const UJ_PER_J = 1e6

/**
 * A meter counts every millisecond (Intel SDM, volume 3, RAPL interfaces): a counter that does not change for this long is broken,
 * ms.
 */
const STILL_MS = 100
/**
 * A counter that stands still for this long and for this share of the time within a measurement is broken. The counters that QEMU gives to
 * virtual machines advance once a second.
 */
const PAUSE = { ms: 1500, share: 0.1 }

/**
 * Energy of a wrapping counter. From one reading to the next it is the difference, plus a round when it is negative. Where
 * the gap is so long that whole rounds may be missing, the count of rounds that comes nearest to the expected power is taken.
 * A counter that does not move, stops moving for long, or was set back in between, is not a meter.
 * @param readings in order of time; the first and the last are the measurement's own and always kept
 * @param rangeUj µJ after which the counter is back at 0
 * @param expectedWatts power the model expects, W: used only for gaps that may hide rounds
 * @param maxWatts the most that the counter's part of the machine can draw, W; by default one socket's
 * @returns null if the first or the last reading is missing, and for a counter that is not a meter
 */
export function unwrap(
  readings: readonly WrappingReading[],
  rangeUj: number,
  expectedWatts: number,
  maxWatts: number = MOST_WATTS,
): Unwrapped | null {
  const [first, last] = [readings[0], readings.at(-1)]
  if (!first || !last || first.uj === null || last.uj === null || first.uj > rangeUj) return null
  if (
    first.uj === last.uj &&
    last.t - first.t > STILL_MS &&
    readings.every(({ uj }) => uj === null || uj === first.uj)
  ) {
    return null
  }
  const all = follow(readings, rangeUj, expectedWatts, maxWatts)
  if (all === BROKEN) return null
  if (all) return all
  // The two ends contradict the readings between them. The readings between are untrusted.
  const ends = follow([first, last], rangeUj, expectedWatts, maxWatts)
  if (!ends || ends === BROKEN) return null
  const energyUj = readings.map((_, index) => (index === readings.length - 1 ? (ends.energyUj[1] ?? 0) : 0))
  return { energyUj, rejected: readings.length - 2, ambiguous: ends.ambiguous }
}

/** A counter that was set back or stopped: its course is plausible before and after, never across. */
const BROKEN = 'broken'

function follow(
  readings: readonly WrappingReading[],
  rangeUj: number,
  expectedWatts: number,
  maxWatts: number,
): Unwrapped | typeof BROKEN | null {
  let t = readings[0]?.t ?? 0
  let uj = readings[0]?.uj ?? 0
  let total = 0
  let rejected = 0
  let ambiguous = 0
  /** The last reading that was left out since the last one that was taken. */
  let outside: WrappingReading | null = null
  let stillMs = 0
  const mostStillMs = Math.max(PAUSE.ms, PAUSE.share * ((readings.at(-1)?.t ?? 0) - t))
  const energyUj: number[] = [0]
  for (const [index, reading] of readings.entries()) {
    if (index === 0) continue
    const dtS = (reading.t - t) / 1000
    const mostUj = Math.max(0, dtS) * maxWatts * UJ_PER_J
    const step = reading.uj === null ? 0 : reading.uj - uj + (reading.uj < uj ? rangeUj : 0)
    const possible = reading.uj !== null && reading.uj <= rangeUj && dtS >= 0 && step <= mostUj
    // A reading that falls, after which the next readings continue from the lower value.
    if (outside && (reading.uj ?? uj) < uj && goesOn(outside, reading, maxWatts)) {
      if (possible || index === readings.length - 1) return BROKEN
    }
    if (!possible) {
      if (index === readings.length - 1) return null
      if (reading.uj !== null) {
        rejected += 1
        outside = reading
      }
    } else {
      outside = null
      stillMs = step === 0 ? stillMs + reading.t - t : 0
      if (stillMs > mostStillMs) return BROKEN
      const hidden = mostUj - step >= rangeUj
      if (hidden) ambiguous += 1
      total += step + (hidden ? missingRounds(step, rangeUj, dtS * expectedWatts) * rangeUj : 0)
      t = reading.t
      uj = reading.uj ?? uj
    }
    energyUj.push(total)
  }
  return { energyUj, rejected, ambiguous }
}

/** Whether `b` may come after `a` without the counter's end between them. */
function goesOn(a: WrappingReading, b: WrappingReading, maxWatts: number): boolean {
  const step = (b.uj ?? -1) - (a.uj ?? 0)
  return step >= 0 && step <= ((b.t - a.t) / 1000) * maxWatts * UJ_PER_J
}

function missingRounds(stepUj: number, rangeUj: number, expectedJ: number): number {
  return Math.max(0, Math.round((expectedJ * UJ_PER_J - stepUj) / rangeUj))
}
