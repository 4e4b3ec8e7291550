/** Cumulative counters of work at one moment. What they counted since boot does not matter, only their differences. */
export interface WorkCount {
  /** Monotonic time, ms. */
  readonly t: number
  /** Processor time spent on work, ms. */
  readonly workMs: number
  /** Processor time that was there to be spent, ms. */
  readonly capacityMs: number
  /** Processor time that the hypervisor gave to others, ms. */
  readonly stealMs: number
}

/** A stretch of time with its mean utilisation. */
export interface Stretch {
  /** Seconds since the start of the measurement, monotonic. */
  readonly fromS: number
  readonly toS: number
  /** Mean, percent, 0 to 100. */
  readonly utilization: number
  /** Percent of the capacity that was stolen. */
  readonly steal: number
  /** Index of the counters at its end: that of the sample, or null for the closing counters. */
  readonly sample: number | null
}

export interface Reconciled {
  /** Without holes from the start to the end. */
  readonly stretches: readonly Stretch[]
  /** Samples that contradict the counters: earlier or later than these, running backwards, or faster than processors can work. */
  readonly rejected: number
  /** Of the whole time, percent. */
  readonly utilization: number
  readonly steal: number
}

/** Ticks and readings are not taken at the very same moment: what a step may exceed the possible by, ms per processor. */
const SLACK_MS = 60

/**
 * Lays the samples between the two counts that the measurement itself took. As all of them are cumulative, the work of the
 * stretches always adds up to that of the two counts: lost, forged or zeroed samples change how the work is spread over
 * time, never how much it was.
 * @param start counters at the start, read by the measurement itself
 * @param samples what the sampler wrote; nothing of it is believed
 * @param end counters at the end, read by the measurement itself
 * @param processors processors that can work at once: bounds what one step can hold
 */
export function reconcile(
  start: WorkCount,
  samples: readonly WorkCount[],
  end: WorkCount,
  processors: number,
): Reconciled {
  const stretches: Stretch[] = []
  let previous = start
  let rejected = 0
  samples.forEach((sample, index) => {
    // Two readings in one tick tell nothing of the time between them.
    if (sample.t === previous.t) return
    if (!follows(previous, sample, processors) || !follows(sample, end, processors)) rejected += 1
    else {
      stretches.push(stretch(start.t, previous, sample, index))
      previous = sample
    }
  })
  if (end.t > previous.t) stretches.push(stretch(start.t, previous, end, null))
  const whole = stretch(start.t, start, end, null)
  return { stretches, rejected, utilization: whole.utilization, steal: whole.steal }
}

/** Whether `b` can be later counters of the machine that `a` is from. */
export function follows(a: WorkCount, b: WorkCount, processors: number): boolean {
  const most = (b.t - a.t + SLACK_MS) * processors
  const work = b.workMs - a.workMs
  const capacity = b.capacityMs - a.capacityMs
  // Idle time may run back a little on Linux (proc(5)), work may not.
  return b.t >= a.t && work >= 0 && work <= most && capacity >= -SLACK_MS * processors && capacity <= most * 1.1
}

function stretch(originMs: number, from: WorkCount, to: WorkCount, sample: number | null): Stretch {
  const capacity = to.capacityMs - from.capacityMs
  return {
    fromS: (from.t - originMs) / 1000,
    toS: (to.t - originMs) / 1000,
    utilization: percent(to.workMs - from.workMs, capacity),
    steal: percent(to.stealMs - from.stealMs, capacity),
    sample,
  }
}

function percent(part: number, whole: number): number {
  return whole > 0 ? Math.min(100, Math.max(0, (100 * part) / whole)) : 0
}
