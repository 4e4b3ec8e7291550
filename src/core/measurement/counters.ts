/** Cumulative counters of work at one moment. What they counted since boot does not matter, only their differences. */
export interface WorkCount {
  /** Monotonic time, ms. */
  readonly t: number
  /** Processor time spent on work, ms. */
  readonly workMs: number
  /** Processor time that was there to be spent, ms. */
  readonly capacityMs: number
  /** Processor time that the hypervisor assigned to other machines, ms. */
  readonly stealMs: number
}

/** A stretch of time with its mean utilisation. */
export interface Stretch {
  /** Seconds since the start of the measurement, monotonic. */
  readonly fromS: number
  readonly toS: number
  /** Mean, percent, 0 to 100. */
  readonly utilization: number
  /** Index of the counters at its end: that of the sample, or null for the closing counters. */
  readonly sample: number | null
}

/** The work of a measurement over its time. */
export interface Reconciled {
  /** Without holes from the start to the end. */
  readonly stretches: readonly Stretch[]
  /** Samples that contradict the counters: earlier or later than these, running backwards, or faster than processors can work. */
  readonly rejected: number
  /** Of the whole time, percent. */
  readonly utilization: number
  /** Percent of the capacity that the hypervisor assigned to other machines. */
  readonly steal: number
}

/** Ticks and readings are not taken at the very same moment: what a step may exceed the possible by, ms per processor. */
const SLACK_MS = 60

/**
 * Lays the samples between the two counts that the measurement itself took. As all of them are cumulative, the work of the
 * stretches always adds up to that of the two counts: lost, forged or zeroed samples change how the work is spread over time, never
 * how much it was.
 * @param start counters at the start, read by the measurement itself
 * @param samples the sampler's readings, null where it could not read; they are not trusted
 * @param end counters at the end, read by the measurement itself
 * @param processors processors that can work at once: bounds the work of one step
 * @param slackMs what a step may exceed that by, ms per processor
 */
export function reconcile(
  start: WorkCount,
  samples: readonly (WorkCount | null)[],
  end: WorkCount,
  processors: number,
  slackMs: number = SLACK_MS,
): Reconciled {
  const capacityMs = end.capacityMs - start.capacityMs
  // Processors that were there on average. Samples have a say in the work alone, so that one count less can be forged.
  const rate = end.t > start.t ? capacityMs / (end.t - start.t) : 0
  const stretch = (from: WorkCount, to: WorkCount, sample: number | null): Stretch => ({
    fromS: (from.t - start.t) / 1000,
    toS: (to.t - start.t) / 1000,
    utilization: percent(to.workMs - from.workMs, (to.t - from.t) * rate),
    sample,
  })
  const stretches: Stretch[] = []
  let previous = start
  let rejected = 0
  samples.forEach((sample, index) => {
    // Two readings in one tick say nothing about the time between them.
    if (sample === null || sample.t === previous.t) return
    if (!follows(previous, sample, processors, slackMs) || !follows(sample, end, processors, slackMs)) rejected += 1
    else {
      stretches.push(stretch(previous, sample, index))
      previous = sample
    }
  })
  if (end.t > previous.t) stretches.push(stretch(previous, end, null))
  const steal = percent(end.stealMs - start.stealMs, capacityMs)
  return { stretches, rejected, utilization: percent(end.workMs - start.workMs, capacityMs), steal }
}

/** Whether `b` can be later counters of the machine that `a` is from. */
export function follows(a: WorkCount, b: WorkCount, processors: number, slackMs: number = SLACK_MS): boolean {
  const most = (b.t - a.t + slackMs) * processors
  const work = b.workMs - a.workMs
  const capacity = b.capacityMs - a.capacityMs
  // Idle time may run back a little on Linux (proc(5)), work may not.
  return b.t >= a.t && work >= 0 && work <= most && capacity >= -SLACK_MS * processors && capacity <= most * 1.1
}

function percent(part: number, whole: number): number {
  return whole > 0 ? Math.min(100, Math.max(0, (100 * part) / whole)) : 0
}
