import { nonNegative } from './quantity.ts'

/** Mean power over one stretch of the measured time. */
export interface PowerSpan {
  /** Unix time, ms. */
  readonly startMs: number
  readonly endMs: number
  /** Mean power of the whole slice, GPUs included, before the PUE, W. */
  readonly watts: number
}

/** When a step ran. */
export interface StepTime {
  readonly name: string
  /** Unix time, ms, with a resolution of one second. */
  readonly startMs: number
  /** Null while it runs: then until the end of the measured time. */
  readonly endMs: number | null
}

/** What one step took of the job. */
export interface StepShare {
  /** Null: the runner's own time between the steps. */
  readonly step: StepTime | null
  /** Time of the step within the measured time, s; less than its wall time if other steps ran at the same time. */
  readonly seconds: number
  /** Share of the job's energy, 0 to 1; the shares of a job sum to 1. */
  readonly share: number
}

/**
 * Divides a job's energy among its steps by the power at each moment. Steps that overlap share a moment equally; a moment without a
 * step is the runner's. Time outside the measured time is left out, because the job's energy excludes it too.
 * @param timeline in any order; spans must not overlap
 * @returns steps with a share, in the order given, the runner last; none when nothing was measured
 */
export function shareAmongSteps(timeline: readonly PowerSpan[], steps: readonly StepTime[]): StepShare[] {
  const spans = timeline.filter(({ startMs, endMs }) => endMs > startMs)
  const joules = new Float64Array(steps.length + 1)
  const ms = new Float64Array(steps.length + 1)
  const runner = steps.length
  for (const piece of pieces(spans, steps)) {
    const energy = nonNegative('power', piece.watts) * piece.ms
    const owners = piece.active.length > 0 ? piece.active : [runner]
    for (const owner of owners) {
      joules[owner] = (joules[owner] ?? 0) + energy / owners.length
      ms[owner] = (ms[owner] ?? 0) + piece.ms / owners.length
    }
  }
  const totalMs = ms.reduce((sum, each) => sum + each, 0)
  if (totalMs === 0) return []
  const totalJoules = joules.reduce((sum, each) => sum + each, 0)
  // A machine that drew nothing all along: time is all there is to go by.
  const [weights, total] = totalJoules > 0 ? [joules, totalJoules] : [ms, totalMs]
  return [...steps, null]
    .map((step, index) => ({
      step,
      seconds: (ms[index] ?? 0) / 1000,
      share: (weights[index] ?? 0) / total,
    }))
    .filter(({ seconds }) => seconds > 0)
}

interface Piece {
  readonly ms: number
  readonly watts: number
  /** Steps that run during the whole interval. */
  readonly active: readonly number[]
}

/** Cuts the spans where a step begins or ends, so that within a piece nothing changes. One sweep over all moments. */
function* pieces(spans: readonly PowerSpan[], steps: readonly StepTime[]): Generator<Piece> {
  const moments: { at: number; kind: 'span' | 'step'; index: number; begins: boolean }[] = []
  spans.forEach(({ startMs, endMs }, index) => {
    moments.push({ at: startMs, kind: 'span', index, begins: true }, { at: endMs, kind: 'span', index, begins: false })
  })
  steps.forEach(({ startMs, endMs }, index) => {
    const until = endMs ?? Number.POSITIVE_INFINITY
    if (!(until > startMs)) return
    moments.push({ at: startMs, kind: 'step', index, begins: true }, { at: until, kind: 'step', index, begins: false })
  })
  moments.sort((a, b) => a.at - b.at)
  const running = new Set<number>()
  const measured = new Set<number>()
  let since = moments[0]?.at ?? 0
  for (const { at, kind, index, begins } of moments) {
    if (at > since && measured.size > 0) {
      const active = [...running]
      for (const span of measured) {
        // Spans that overlap would count a moment twice: each gets its part of it.
        yield { ms: (at - since) / measured.size, watts: spans[span]?.watts ?? 0, active }
      }
    }
    const set = kind === 'span' ? measured : running
    if (begins) set.add(index)
    else set.delete(index)
    since = at
  }
}

/**
 * Amounts by share that sum to the whole exactly as far as numbers do: the largest takes what rounding left.
 * @param shares sum to 1
 */
export function portions(whole: number | null, shares: readonly number[]): (number | null)[] {
  if (whole === null) return shares.map(() => null)
  const amounts = shares.map((share) => whole * share)
  const largest = shares.indexOf(Math.max(...shares))
  if (largest < 0) return amounts
  const others = amounts.reduce((sum, amount, index) => (index === largest ? sum : sum + amount), 0)
  amounts[largest] = Math.max(0, whole - others)
  return amounts
}
