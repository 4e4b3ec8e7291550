/** Shortest distance of two samples that can be a gap, s. */
const SHORTEST_GAP_S = 60

/** A distance of this many usual steps is a gap. */
const STEPS_IN_A_GAP = 10

/** Steps that decide what is usual: the first ones of a log. */
const USUAL_STEPS = 20

/** Detects gaps in a sampled log from its usual steps, by one rule for every format. */
export class GapRule {
  readonly #steps: number[] = []

  /** Whether the time between two samples is too long to be bridged. @param stepS distance of the samples, s, at least 0 */
  isGap(stepS: number): boolean {
    if (stepS > this.#longestStepS()) return true
    // A gap is not a usual step: it would hide the next one.
    if (this.#steps.length < USUAL_STEPS && stepS > 0) {
      this.#steps.push(stepS)
      this.#steps.sort((a, b) => a - b)
    }
    return false
  }

  #longestStepS(): number {
    const usual = this.#steps[Math.floor((this.#steps.length - 1) / 2)]
    // The first step has nothing to be compared with.
    return usual === undefined ? Number.POSITIVE_INFINITY : Math.max(SHORTEST_GAP_S, STEPS_IN_A_GAP * usual)
  }
}
