/** A step between groups of rows is at least this many steps within them. */
const BETWEEN_GROUPS = 5

/** Minimum number of groups that prove the pattern of the rows. */
const LEAST_GROUPS = 3

/** Share of the groups that have the same number of rows. */
const ALIKE = 0.8

/**
 * Number of rows in a group: the rows of several devices are milliseconds apart, and groups are an interval apart.
 * @param steps times between one row and the next, s
 * @returns 1 for rows that come one by one
 * @example rowsAtATime([0.002, 0.998, 0.002, 0.998, 0.002, 0.998, 0.002]) // 2
 */
export function rowsAtATime(steps: readonly number[]): number {
  const shortest = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 4)] ?? 0
  if (!(shortest > 0)) return 1
  const sizes: number[] = []
  let size = 1
  for (const step of steps) {
    if (step < BETWEEN_GROUPS * shortest) size += 1
    else {
      sizes.push(size)
      size = 1
    }
  }
  const [first] = sizes
  if (first === undefined || sizes.length < LEAST_GROUPS) return 1
  const usual = sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 1
  return sizes.filter((each) => each === usual).length >= ALIKE * sizes.length ? usual : 1
}
