import { MeasurementError } from '../core/errors.ts'

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

/** Steps that are kept to see whether samples come in groups. */
const MAX_STEPS = 1000

/** Fewest steps by whose lengths two machines show. */
const LEAST_STEPS = 6

/** Largest difference from the median of an interval that a machine keeps, as a share of it. */
const MOST_JITTER = 0.25

/** Most machines that are taken to write one log. Larger groups are bursts of one that samples quickly for a while. */
const MOST_MACHINES = 4

/**
 * Times between the samples of one machine or device. Groups, or short and long times in turn, are of several machines if the groups come
 * at one interval. Otherwise they are samples before and after each task of one machine.
 */
export class SampleSteps {
  readonly #first: number[] = []
  readonly #shortest = [Infinity, Infinity]
  readonly #longest = [0, 0]
  #count = 0

  /** @param stepS at least 0 */
  add(stepS: number): void {
    const turn = this.#count % 2
    this.#count += 1
    this.#shortest[turn] = Math.min(this.#shortest[turn] as number, stepS)
    this.#longest[turn] = Math.max(this.#longest[turn] as number, stepS)
    if (this.#first.length < MAX_STEPS) this.#first.push(stepS)
  }

  /** Number of samples that come at a time. */
  get atATime(): number {
    // Every step is less than half as long, or more than twice as long, as its neighbours. Those of 0 are of a clock in whole seconds.
    const isShort = (turn: number): boolean =>
      (this.#shortest[turn] as number) > 0 && (this.#longest[turn] as number) * 2 < (this.#shortest[1 - turn] as number)
    if (this.#count >= LEAST_STEPS && (isShort(0) || isShort(1))) return 2
    return rowsAtATime(this.#first)
  }

  /** @throws MeasurementError if several machines wrote the samples: each would be integrated over half of its time */
  assertOfOne(): void {
    const count = this.atATime
    if (count === 1 || count > MOST_MACHINES || !this.#isRegular(count)) return
    throw new MeasurementError(
      `its samples come ${count} at a time, as where ${count} machines write one log: give the log of each by itself`,
    )
  }

  /** Whether groups of so many samples come at one interval. */
  #isRegular(count: number): boolean {
    const intervals = this.#first
      .slice(count - 1)
      .map((_, at) => this.#first.slice(at, at + count).reduce((sum, step) => sum + step, 0))
    const median = intervals.toSorted((a, b) => a - b)[Math.floor(intervals.length / 2)] ?? 0
    const alike = intervals.filter((interval) => Math.abs(interval - median) <= MOST_JITTER * median)
    return alike.length >= ALIKE * intervals.length
  }
}
