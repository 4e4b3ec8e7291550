/** The counter of one die, or of something else. */
export interface DieCounter {
  /** The package that the die belongs to; undefined for a counter that is not of a die. */
  readonly socket: string | undefined
  /** Readings at the same moments as those of the other dies, J, without wraps. */
  readonly readingsJ: readonly number[]
}

/** Largest difference of two readings of one counter, J: both are read within milliseconds. */
const SAME_COUNTER_J = 5
/** Share of their growth by which two readings of one counter may also differ. */
const SAME_GROWTH = 0.02

/**
 * Finds dies that repeat the counter of their whole package (AMD Zen 1 and 2): their readings are always the same, as those of two real
 * dies, which count from different moments and loads, never are.
 * @returns indices of the dies that repeat an earlier one
 * @example mirroredDies([{ socket: '0', readingsJ: [7, 90] }, { socket: '0', readingsJ: [7, 90] }]) // Set {1}
 */
export function mirroredDies(counters: readonly DieCounter[]): ReadonlySet<number> {
  const mirrors = new Set<number>()
  for (const [index, die] of counters.entries()) {
    if (die.socket === undefined) continue
    const isMirror = counters.slice(0, index).some((earlier) => earlier.socket === die.socket && isSame(earlier, die))
    if (isMirror) mirrors.add(index)
  }
  return mirrors
}

function isSame({ readingsJ: one }: DieCounter, { readingsJ: other }: DieCounter): boolean {
  const first = one[0] ?? Number.NaN
  return (
    one.length === other.length &&
    one.every((joules, at) => {
      const apart = Math.abs(joules - (other[at] ?? Number.NaN))
      return apart <= SAME_COUNTER_J + SAME_GROWTH * Math.max(0, joules - first)
    })
  )
}
