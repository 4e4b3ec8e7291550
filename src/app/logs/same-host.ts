import type { EnergyRecord, MachineTime } from '../../core/energy-record.ts'

/** A record with the stretch of whole-machine time that it covers. */
export interface TimedRecord {
  readonly record: EnergyRecord
  readonly time: MachineTime
}

/**
 * What two overlapping records say about their hosts. `same`: one host, both contain the same energy. `other-gpus`: one host seen by
 * trackers of different GPUs, so that only CPU and memory are the same energy. `different`: not one host, or not proven.
 */
export type HostMatch = 'same' | 'other-gpus' | 'different'

/**
 * Largest difference of two mean powers of one host over the same time. On real logs of two hosts, GPU power differs by 2.7 % at
 * most over 242 overlapping pairs; two GPUs of one model at work usually differ by more.
 */
const SAME_POWER = 0.05

/** Smallest common share of the longer record from which the mean powers of two records are of the same time. */
const SAME_TIME = 0.9

/** Largest share of the surrounding record for a nested one (a tracked function) whose mean power may differ from it. */
const SHORT = 0.05

/**
 * Powers that differ by less are one constant of the tracker (a TDP), not two readings. CodeCarbon multiplies its constant by the time
 * between its ticks, which together are some milliseconds shorter than the duration that it writes.
 */
const CONSTANT_POWER = 1e-3

/** Share of the comparable pairs of a group that may disagree: estimates of short runs scatter. */
const OUTLIERS = 0.05

/** Length of a time, s. */
export function lengthOf({ startS, endS }: MachineTime): number {
  return endS - startS
}

/** Time that two records have in common, s. */
export function commonS(a: MachineTime, b: MachineTime): number {
  return Math.max(0, Math.min(a.endS, b.endS) - Math.max(a.startS, b.startS))
}

/**
 * Decides for the overlapping records of one machine description and one folder which of them are of one host. Where records of
 * the same time agree on their power and few disagree, the whole group is one host, also records too short to compare. Otherwise
 * each pair has to agree on its own. Equal constants prove nothing: such pairs are of different hosts, except for a short record
 * nested in another one of its file (a tracked function inside a tracked script).
 * @param sorted by start
 */
export function hostMatcher(sorted: readonly TimedRecord[]): (a: TimedRecord, b: TimedRecord) => HostMatch {
  let agreeing = 0
  let disagreeing = 0
  sorted.forEach((first, index) => {
    for (let at = index + 1; at < sorted.length; at += 1) {
      const second = sorted[at] as TimedRecord
      // Sorted by start: from here on the starts are too far apart.
      if (second.time.startS - first.time.startS > (1 - SAME_TIME) * lengthOf(first.time)) break
      if (!isSameTime(first.time, second.time)) continue
      const evidence = comparePowers(first, second)
      if (evidence === 'same') agreeing += 1
      else if (evidence !== 'constant') disagreeing += 1
    }
  })
  const isOneHost = agreeing > 0 && disagreeing <= OUTLIERS * (agreeing + disagreeing)
  return (a, b) => {
    if (isOneHost) return 'same'
    const evidence = comparePowers(a, b)
    if (evidence === 'same') return 'same'
    if (isSameTime(a.time, b.time)) return evidence === 'constant' ? 'different' : evidence
    return isNested(a, b) || isNested(b, a) ? 'same' : 'different'
  }
}

function isSameTime(a: MachineTime, b: MachineTime): boolean {
  return commonS(a, b) >= SAME_TIME * Math.max(lengthOf(a), lengthOf(b))
}

/** Whether one record is a short stretch inside the other of the same file and has no more energy. */
function isNested(inner: TimedRecord, outer: TimedRecord): boolean {
  return (
    inner.record.file === outer.record.file &&
    lengthOf(inner.time) <= SHORT * lengthOf(outer.time) &&
    commonS(inner.time, outer.time) >= lengthOf(inner.time) - CLOCK_S &&
    (['itWh', 'cpuWh', 'gpuWh'] as const).every((part) => (inner.record[part] ?? 0) <= (outer.record[part] ?? 0))
  )
}

/** Time stamps are whole seconds, s. */
const CLOCK_S = 2

/** What the powers of two records prove. `constant`: nothing, because the tracker uses one constant for both. */
function comparePowers(a: TimedRecord, b: TimedRecord): HostMatch | 'constant' {
  const isSamePart = (part: 'itWh' | 'cpuWh' | 'memoryWh' | 'gpuWh'): boolean =>
    powerDifference(a, b, part) <= SAME_POWER
  const hasGpu = (a.record.gpuWh ?? 0) > 0 || (b.record.gpuWh ?? 0) > 0
  if (hasGpu && isSamePart('gpuWh')) return 'same'
  const hasParts = [a, b].every(({ record }) => record.cpuWh !== null && record.memoryWh !== null)
  const isSameRest = hasParts ? isSamePart('cpuWh') && isSamePart('memoryWh') : !hasGpu && isSamePart('itWh')
  if (!isSameRest) return 'different'
  if (hasGpu) return 'other-gpus'
  return isConstantPower(a, b) ? 'constant' : 'same'
}

/** Whether the powers of two records are one constant of the tracker, which proves nothing about their hosts. */
function isConstantPower(a: TimedRecord, b: TimedRecord): boolean {
  const hasParts = [a, b].every(({ record }) => record.cpuWh !== null && record.memoryWh !== null)
  return powerDifference(a, b, hasParts ? 'cpuWh' : 'itWh') < CONSTANT_POWER
}

/** Difference of two mean powers as a share of the larger one; 1 when only one is known. */
function powerDifference(a: TimedRecord, b: TimedRecord, part: 'itWh' | 'cpuWh' | 'memoryWh' | 'gpuWh'): number {
  const [first, second] = [a, b].map(({ record, time }) => (record[part] ?? 0) / lengthOf(time)) as [number, number]
  const larger = Math.max(first, second)
  return larger === 0 ? 0 : Math.abs(first - second) / larger
}
