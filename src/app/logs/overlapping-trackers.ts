import type { EnergyRecord } from '../../core/energy-record.ts'
import { groupBy } from '../../core/group-by.ts'
import { folderOf } from '../../trackers/folder.ts'
import { note } from '../../core/notes.ts'
import { firstNames } from '../../core/first-names.ts'
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
  const timed = records.flatMap((record): TimedRecord[] => {
    const time = record.wholeMachine
    return time !== null && time.endS > time.startS ? [{ record, time }] : []
  })
  const machines = groupBy(timed, ({ time }) => time.machine)
  const replaced = new Map(
    [...machines.values()].flatMap(clustersOf).flatMap((cluster) => Array.from(countedOnce(cluster))),
  )
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

/** Records with their replacements: null if another record contains the energy. */
type Replacements = Map<EnergyRecord, EnergyRecord | null>

/** The records of one cluster that change. */
function countedOnce(cluster: readonly TimedRecord[]): Replacements {
  const folders = groupBy(cluster, ({ record }) => folderOf(record.file))
  const groups = [...folders.values()].map(countedOnceInFolder)
  const replaced: Replacements = new Map(groups.flatMap((group) => [...group.replaced]))
  const [first] = cluster
  const isDoubtful = folders.size > 1 || groups.some((group) => group.isDoubtful)
  if (isDoubtful && first !== undefined) {
    const { record } = cluster.find(({ record }) => !replaced.has(record)) ?? first
    const current = replaced.get(record) ?? record
    replaced.set(record, { ...current, notes: [...current.notes, addedUpNote(cluster)] })
  }
  return replaced
}

/**
 * The records of one folder that change, from the largest to the smallest.
 * @returns `isDoubtful` if records overlap without proof that they are of one host or of several
 */
function countedOnceInFolder(group: readonly TimedRecord[]): { replaced: Replacements; isDoubtful: boolean } {
  const match = hostMatcher(group)
  const replaced: Replacements = new Map()
  const kept: TimedRecord[] = []
  let isDoubtful = false
  for (const timed of group.toSorted((a, b) => (b.record.itWh ?? 0) - (a.record.itWh ?? 0))) {
    const overlapping = kept.filter(({ time }) => commonS(time, timed.time) > 0)
    const shareOf = (wanted: HostMatch): number =>
      sharedShare(
        timed,
        overlapping.filter((other) => match(timed, other) === wanted),
      )
    const sameShare = shareOf('same')
    const otherGpusShare = sameShare === 0 ? shareOf('other-gpus') : 0
    if (sameShare > 0) replaced.set(timed.record, sameShare === 1 ? null : outsidePart(timed, 1 - sameShare))
    else if (otherGpusShare > 0) replaced.set(timed.record, withoutCpuAndMemory(timed.record, otherGpusShare))
    else if (sharedShare(timed, overlapping) > 0) isDoubtful = true
    if (sameShare < 1) kept.push(timed)
  }
  const largest = kept[0]?.record
  if (replaced.size > 0 && largest) {
    const text = `${replaced.size + 1} trackers of the whole machine ran at the same time on it: its energy is counted once, from ${largest.name} (${largest.file})`
    replaced.set(largest, { ...largest, notes: [...largest.notes, note('log-same-machine', text)] })
  }
  return { replaced, isDoubtful }
}

function addedUpNote(cluster: readonly TimedRecord[]) {
  const files = [...new Set(cluster.map(({ record }) => record.file))]
  const text = `${cluster.length} trackers of equal machines ran at the same time (${firstNames(files)}), and the logs do not prove that all of them are one host: those without proof are added up; if it was one host, give the log of one`
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
