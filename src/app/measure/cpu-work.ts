import { type Reconciled, type WorkCount, follows, reconcile } from '../../core/measurement/counters.ts'
import { MeasurementError } from '../../core/errors.ts'
import type { Counters } from '../../sensors/counters.ts'
import type { MachineFacts } from '../../sensors/machine.ts'
import type { SampleRow } from '../../sensors/sample-lines.ts'
import type { Sample } from '../../sensors/wire-format.ts'

export interface CpuWork extends Reconciled {
  /** Monotonic time of the first figure, ms. */
  readonly fromMs: number
  readonly toMs: number
}

/** A CPU counter that does not change for this long is broken, ms. */
const STILL_MS = 1000
/** Next step in a sandbox, such as gVisor, that shows neither /proc/stat nor a control group. */
const INSTEAD =
  'this sandbox hides CPU time: measure on the machine outside of it, or use a plan (estimate, mode: estimate)'

type Reading = Pick<Sample, 't' | 'cpu' | 'cgroupMs'>

/** A group may exceed its quota by this factor for a short time: the kernel assigns it in slices, and bursts may be allowed. */
const QUOTA_SLACK = 1.25
/**
 * CPU time beyond the quota, ms: a quota may be used up at the start of its period (100 ms by default), at both ends, plus ticks.
 */
const QUOTA_SLACK_MS = 300

/**
 * The CPU work of the job's slice over time: of its control group relative to its limit, else of all processors.
 * @param isMetered whether energy meters exist, which work without the load
 * @throws MeasurementError if neither samples nor counters can be read, or the counters contradict each other
 */
export function workOver(
  start: Counters,
  rows: readonly SampleRow[],
  end: Counters,
  machine: MachineFacts,
  isMetered: boolean,
): CpuWork {
  const { scope, vcpus } = machine.slice
  const count = scope === 'cgroup' ? groupCount(vcpus) : machineCount
  const samples = rows.map(count)
  const own = { first: count(readingOf(start)), last: count(readingOf(end)) }
  // The measurement's own counts are the bounds; a sample replaces one that cannot be read.
  const first = own.first ?? samples.find((sample) => sample !== null)
  const last = own.last ?? samples.findLast((sample) => sample !== null)
  if (!first || !last || first.t >= last.t) {
    throw new MeasurementError(`neither a sample nor a counter of the CPU could be read: ${INSTEAD}`, 'cpu')
  }
  // Our own processes are in the group and use some CPU time.
  const isStill = last.capacityMs <= first.capacityMs || (scope === 'cgroup' && last.workMs === first.workMs)
  if (isStill && last.t - first.t > STILL_MS && !isMetered) {
    throw new MeasurementError(`the CPU counters do not change: ${INSTEAD}`, 'cpu')
  }
  // The counters may know more processors than the system shows us.
  const seen = (last.capacityMs - first.capacityMs) / (last.t - first.t)
  const processors = scope === 'cgroup' ? vcpus * QUOTA_SLACK : Math.max(machine.vcpus, seen)
  const slackMs = scope === 'cgroup' ? QUOTA_SLACK_MS : undefined
  if (!follows(first, last, processors, slackMs)) {
    throw new MeasurementError('the CPU counters at the end are not consistent with those at the start', 'cpu')
  }
  return { ...reconcile(first, samples, last, processors, slackMs), fromMs: first.t, toMs: last.t }
}

/**
 * The part of the CPU work that a command did. Its CPU time is known for the whole time only, so it is distributed over time like
 * the machine's work.
 * @param commandMs CPU time of the command and its descendants
 * @param vcpus processors of the slice
 */
export function commandWork(work: CpuWork, commandMs: number, vcpus: number): CpuWork {
  const workMs = (work.utilization / 100) * (work.toMs - work.fromMs) * vcpus
  // Ticks are coarse: the command's time may exceed that of the machine by one.
  const share = workMs > 0 ? Math.min(1, commandMs / workMs) : 0
  return {
    ...work,
    utilization: work.utilization * share,
    stretches: work.stretches.map((stretch) => ({ ...stretch, utilization: stretch.utilization * share })),
  }
}

function readingOf({ at, cpu, cgroupMs }: Counters): Reading {
  return { t: at.monotonicMs, cpu, cgroupMs }
}

function machineCount({ t, cpu }: Reading): WorkCount | null {
  return cpu ? { t, workMs: cpu.busyMs, capacityMs: cpu.totalMs, stealMs: cpu.stealMs } : null
}

function groupCount(limit: number): (reading: Reading) => WorkCount | null {
  return ({ t, cgroupMs }) => (cgroupMs === null ? null : { t, workMs: cgroupMs, capacityMs: t * limit, stealMs: 0 })
}
