/** One moment on three clocks, ms. Their differences show how long a machine was suspended. */
export interface Clocks {
  /** Monotonic: the same for all processes of the machine; stops while it is suspended. */
  readonly monotonicMs: number
  /** Unix time. May be set at any time. */
  readonly wallMs: number
  /** Since boot, including suspended time; null if the system does not report it. */
  readonly bootMs: number | null
}

/** How long the machine ran and was suspended. */
export interface Elapsed {
  /** Seconds that the machine ran. */
  readonly runningS: number
  /** Seconds that it was suspended: no figure covers them. */
  readonly suspendedS: number
}

/** Clocks are read one after the other and in steps of 10 ms: a smaller difference is not a suspension, s. */
const BOOT_SLACK_S = 0.5
/** The wall clock is also corrected now and then: a smaller difference is not a suspension, s. */
const WALL_SLACK_S = 5

/**
 * How long the machine ran and was suspended between two moments. A clock that continues while suspended is ahead of the monotonic
 * one by exactly that time. The wall clock is the second choice, because it may have been set.
 * @returns null if the monotonic clock ran backwards: the machine restarted
 */
export function elapsed(start: Clocks, end: Clocks): Elapsed | null {
  const runningS = (end.monotonicMs - start.monotonicMs) / 1000
  if (!(runningS >= 0)) return null
  const known = start.bootMs !== null && end.bootMs !== null
  const aheadS = known
    ? ((end.bootMs as number) - (start.bootMs as number)) / 1000 - runningS
    : (end.wallMs - start.wallMs) / 1000 - runningS
  return { runningS, suspendedS: aheadS > (known ? BOOT_SLACK_S : WALL_SLACK_S) ? aheadS : 0 }
}
