import type { EnergyRecord, MachineTime } from '../../core/energy-record.ts'
import { note } from '../../trackers/record.ts'

/** Shared time that the clocks' whole seconds explain, s. */
const CLOCK_S = 2

/** Share of a record's time below which sharing (or standing alone) is taken for none. */
const NEGLIGIBLE = 0.05

interface Timed {
  readonly record: EnergyRecord
  readonly time: MachineTime
}

/**
 * Several processes that each track the whole machine write its energy several times. Where records of one machine share their
 * time, the one with the most energy stands and of the others only the time outside of it, in proportion.
 */
export function withoutSharedTime(records: readonly EnergyRecord[]): EnergyRecord[] {
  const machines = new Map<string, Timed[]>()
  for (const record of records) {
    const time = record.wholeMachine
    if (time === null || !(time.endS > time.startS)) continue
    const group = machines.get(time.machine)
    if (group) group.push({ record, time })
    else machines.set(time.machine, [{ record, time }])
  }
  const changed = new Map<EnergyRecord, EnergyRecord | null>()
  for (const group of machines.values()) for (const cluster of clusters(group)) thin(cluster, changed)
  if (changed.size === 0) return [...records]
  return records.flatMap((record) => {
    const instead = changed.get(record)
    if (instead === undefined) return [record]
    return instead === null ? [] : [instead]
  })
}

/** Groups of records whose times touch, each to be thinned on its own. */
function clusters(group: Timed[]): Timed[][] {
  const sorted = group.toSorted((a, b) => a.time.startS - b.time.startS)
  const found: Timed[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const each of sorted) {
    if (each.time.startS < end) found.at(-1)?.push(each)
    else found.push([each])
    end = Math.max(end, each.time.endS)
  }
  return found.filter((cluster) => cluster.length > 1)
}

function thin(cluster: readonly Timed[], changed: Map<EnergyRecord, EnergyRecord | null>): void {
  const largestFirst = cluster.toSorted((a, b) => (b.record.itWh ?? 0) - (a.record.itWh ?? 0))
  const kept: Timed[] = []
  let dropped = 0
  let first: EnergyRecord | null = null
  for (const each of largestFirst) {
    const length = each.time.endS - each.time.startS
    const shared = sharedS(each.time, kept)
    if (shared <= Math.max(CLOCK_S, NEGLIGIBLE * length)) {
      first ??= each.record
      kept.push(each)
      continue
    }
    dropped += 1
    const outside = length - shared
    const share = outside <= Math.max(CLOCK_S, NEGLIGIBLE * length) ? 0 : outside / length
    if (share > 0) kept.push(each)
    changed.set(each.record, share === 0 ? null : part(each.record, share))
  }
  if (dropped === 0 || first === null) return
  const text = `${dropped + 1} trackers of the whole machine ran at the same time on it: its energy is counted once, from ${first.name} (${first.file})`
  changed.set(first, { ...first, notes: [...first.notes, note('log-same-machine', 'warning', text)] })
}

/** How much of a time lies within the union of others, s. */
function sharedS(time: MachineTime, others: readonly Timed[]): number {
  const spans = others
    .map(({ time: other }) => [Math.max(time.startS, other.startS), Math.min(time.endS, other.endS)] as const)
    .filter(([from, to]) => to > from)
    .toSorted((a, b) => a[0] - b[0])
  let shared = 0
  let reached = Number.NEGATIVE_INFINITY
  for (const [from, to] of spans) {
    shared += Math.max(0, to - Math.max(from, reached))
    reached = Math.max(reached, to)
  }
  return shared
}

function part(record: EnergyRecord, share: number): EnergyRecord {
  const scaled = (value: number | null): number | null => (value === null ? null : value * share)
  const text = `${record.name} (${record.file}): ${Math.round(share * 100)} % of it lies outside of the other trackers of its machine and is counted`
  return {
    ...record,
    itWh: scaled(record.itWh),
    cpuWh: scaled(record.cpuWh),
    memoryWh: scaled(record.memoryWh),
    gpuWh: scaled(record.gpuWh),
    emissionsG: scaled(record.emissionsG),
    waterL: scaled(record.waterL),
    notes: [...record.notes, note('log-same-machine-part', 'warning', text)],
  }
}
