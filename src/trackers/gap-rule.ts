/** Shortest distance of two samples that can be a gap, s. */
const SHORTEST_GAP_S = 60

/** A distance of this many usual steps is a gap. */
const STEPS_IN_A_GAP = 10

/** Longest distance of the only two samples of a log, s: nothing else shows how often it samples. */
const LONGEST_ONLY_STEP_S = 600

/** Steps that decide what is usual: the first ones of a log. */
const USUAL_STEPS = 20

/** Decides about one step. */
type OnDecision = (isGap: boolean) => void

/**
 * Detects gaps in a sampled log from its usual steps, by one rule for every format. The first steps are kept until enough of them are
 * known, because a gap may be the first step of a log.
 */
export class GapRule {
  #waiting: { readonly stepS: number; readonly onDecision: OnDecision }[] = []
  /** Longest step that is not a gap, s; null while steps wait. */
  #longestS: number | null = null

  /** Decides about the step between two samples, at once or when the rule settles. @param stepS at least 0 */
  decide(stepS: number, onDecision: OnDecision): void {
    if (this.#longestS !== null) {
      onDecision(stepS > this.#longestS)
      return
    }
    this.#waiting.push({ stepS, onDecision })
    if (this.#waiting.length >= USUAL_STEPS) this.settle()
  }

  /** Decides about the waiting steps. Called at the end of a log. */
  settle(): void {
    if (this.#longestS !== null || this.#waiting.length === 0) return
    const steps = this.#waiting.map(({ stepS }) => stepS).filter((stepS) => stepS > 0)
    steps.sort((a, b) => a - b)
    const usual = steps[Math.floor((steps.length - 1) / 2)] ?? 0
    const longest = Math.max(SHORTEST_GAP_S, STEPS_IN_A_GAP * usual)
    this.#longestS = steps.length === 1 ? Math.min(longest, LONGEST_ONLY_STEP_S) : longest
    for (const { stepS, onDecision } of this.#waiting) onDecision(stepS > this.#longestS)
    this.#waiting = []
  }
}
