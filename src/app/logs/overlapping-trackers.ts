import type { EnergyRecord } from '../../core/energy-record.ts'
import { folderOf } from '../../trackers/folder.ts'
import { note } from '../../core/notes.ts'
import { unionS } from './duration.ts'
import { type HostMatch, type TimedRecord, commonS, hostMatcher, lengthOf } from './same-host.ts'

/** Overlap that whole-second time stamps explain, s. */
const CLOCK_S = 2

/** Share of a record's time below which an overlap, or what is left beside one, is negligible. */
const NEGLIGIBLE = 0.005

/**
 * Counts the energy of a machine once where several trackers of the whole machine ran at the same time on it. One host has to be
 * proven (see `hostMatcher`); records that may be of another host add up, with a note.
 */
export function countOverlapsOnce(records: readonly EnergyRecord[]): EnergyRecord[] {
  const machines = new Map<string, TimedRecord[]>()
  for (const record of records) {
    const time = record.wholeMachine
    if (time === null || !(time.endS > time.startS)) continue
    const group = machines.get(time.machine)
    if (group) group.push({ record, time })
    else machines.set(time.machine, [{ record, time }])
  }
  const replaced = new Map<EnergyRecord, EnergyRecord | null>()
  for (const group of machines.values()) {
    for (const cluster of clustersOf(group)) {
      for (const [record, replacement] of countedOnce(cluster)) replaced.set(record, replacement)
    }
  }
  if (replaced.size === 0) return [...records]
  return records.flatMap((record) => {
    const replacement = replaced.get(record)
    if (replacement === undefined) return [record]
    return replacement === null ? [] : [replacement]
  })
}

/** Groups of records whose times touch. */
function clustersOf(group: readonly TimedRecord[]): TimedRecord[][] {
  const clusters: TimedRecord[][] = []
  let endS = Number.NEGATIVE_INFINITY
  for (const timed of group.toSorted((a, b) => a.time.startS - b.time.startS)) {
    if (timed.time.startS < endS) clusters.at(-1)?.push(timed)
    else clusters.push([timed])
    endS = Math.max(endS, timed.time.endS)
  }
  return clusters.filter((cluster) => cluster.length > 1)
}

/** The records of one cluster that change, each with what replaces it: null where its energy is in another one. */
function countedOnce(cluster: readonly TimedRecord[]): Map<EnergyRecord, EnergyRecord | null> {
  const replaced = new Map<EnergyRecord, EnergyRecord | null>()
  const folders = new Map<string, TimedRecord[]>()
  for (const timed of cluster) {
    const folder = folderOf(timed.record.file)
    const group = folders.get(folder)
    if (group) group.push(timed)
    else folders.set(folder, [timed])
  }
  let isDoubtful = folders.size > 1
  for (const group of folders.values()) {
    const match = hostMatcher(group)
    const largestFirst = group.toSorted((a, b) => (b.record.itWh ?? 0) - (a.record.itWh ?? 0))
    const kept: TimedRecord[] = []
    let first: EnergyRecord | null = null
    let repeats = 0
    for (const timed of largestFirst) {
      const overlapping = kept.filter(({ time }) => commonS(time, timed.time) > 0)
      const withMatch = (wanted: HostMatch): TimedRecord[] =>
        overlapping.filter((other) => match(timed, other) === wanted)
      const share = sharedShare(timed, withMatch('same'))
      if (share === 0) {
        const withoutRest = sharedShare(timed, withMatch('other-gpus'))
        if (withoutRest > 0) {
          first ??= kept[0]?.record ?? null
          repeats += 1
          replaced.set(timed.record, withoutCpuAndMemory(timed.record, withoutRest))
        } else if (sharedShare(timed, overlapping) > 0) isDoubtful = true
        kept.push(timed)
        continue
      }
      first ??= kept[0]?.record ?? null
      repeats += 1
      if (share < 1) kept.push(timed)
      replaced.set(timed.record, share === 1 ? null : outsidePart(timed, 1 - share))
    }
    if (first === null) continue
    const text = `${repeats + 1} trackers of the whole machine ran at the same time on it: its energy is counted once, from ${first.name} (${first.file})`
    replaced.set(first, { ...first, notes: [...first.notes, note('log-same-machine', text)] })
  }
  const [first] = cluster
  if (isDoubtful && first !== undefined) {
    const { record } = cluster.find(({ record }) => !replaced.has(record)) ?? first
    const current = replaced.get(record) ?? record
    replaced.set(record, { ...current, notes: [...current.notes, addedUpNote(cluster)] })
  }
  return replaced
}

function addedUpNote(cluster: readonly TimedRecord[]) {
  const files = [...new Set(cluster.map(({ record }) => record.file))]
  const where = `${files.slice(0, 3).join(', ')}${files.length > 3 ? ` and ${files.length - 3} more` : ''}`
  const text = `${cluster.length} trackers of equal machines ran at the same time (${where}), and the logs do not prove that all of them are one host: those without proof are added up; if it was one host, give the log of one`
  return note('log-overlap-added', text)
}

/** Share of a record's time that lies within others: 0 where the clocks explain it, 1 where what is left is negligible. */
function sharedShare({ time }: TimedRecord, others: readonly TimedRecord[]): number {
  const common = others
    .map(({ time: other }) => ({
      startS: Math.max(time.startS, other.startS),
      endS: Math.min(time.endS, other.endS),
    }))
    .filter(({ startS, endS }) => endS > startS)
  const sharedS = unionS(common)
  const length = lengthOf(time)
  const outsideS = length - sharedS
  // A record that lies wholly inside is shared however short it is; the clocks only blur the edges.
  if (outsideS <= NEGLIGIBLE * length || (outsideS <= CLOCK_S && sharedS >= outsideS)) return 1
  return sharedS <= Math.max(CLOCK_S, NEGLIGIBLE * length) ? 0 : sharedS / length
}

/** The part of a record outside of the others of its host. */
function outsidePart({ record, time }: TimedRecord, share: number): EnergyRecord {
  const text = `${record.name} (${record.file}): ${Math.round(share * 100)} % of it lies outside of the other trackers of its machine and is counted`
  return {
    ...scaled(record, share),
    cpuWh: times(record.cpuWh, share),
    memoryWh: times(record.memoryWh, share),
    gpuWh: times(record.gpuWh, share),
    durationS: record.durationS === null ? null : lengthOf(time) * share,
    notes: [...record.notes, note('log-same-machine-part', text)],
  }
}

/** The record of other GPUs of a host whose CPU and memory another record contains already. @param share of its time, 0 to 1 */
function withoutCpuAndMemory(record: EnergyRecord, share: number): EnergyRecord {
  const itWh = record.itWh ?? 0
  const [cpuWh, memoryWh] = [(record.cpuWh ?? 0) * (1 - share), (record.memoryWh ?? 0) * (1 - share)]
  const countedWh = itWh - ((record.cpuWh ?? 0) + (record.memoryWh ?? 0)) * share
  const text = `${record.name} (${record.file}): it agrees with another tracker of its time on CPU and memory and not on the GPUs: CPU and memory are counted once, the GPUs of both`
  return {
    ...scaled(record, itWh > 0 ? countedWh / itWh : 1),
    cpuWh,
    memoryWh,
    notes: [...record.notes, note('log-same-machine-gpus', text)],
  }
}

function scaled(record: EnergyRecord, share: number): EnergyRecord {
  return {
    ...record,
    itWh: times(record.itWh, share),
    emissionsG: times(record.emissionsG, share),
    waterL: times(record.waterL, share),
  }
}

function times(value: number | null, share: number): number | null {
  return value === null ? null : value * share
}
