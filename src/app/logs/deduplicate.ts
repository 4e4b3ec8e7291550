import type { EnergyRecord } from '../../core/energy-record.ts'
import { groupBy } from '../../core/group-by.ts'
import { counterJoules } from '../../trackers/counter.ts'
import { unseenWrapNote } from '../../trackers/rapl-counter.ts'
import { silentNote } from '../../trackers/record.ts'
import type { Refusal } from '../../trackers/tracker.ts'
import { type NoteCode, hasCode, note } from '../../core/notes.ts'
import { countOverlapsOnce } from './overlapping-trackers.ts'
import { withoutTrackedAgain } from './phase-files.ts'
import { QuantityError } from '../../core/errors.ts'

/** Notes that no longer apply once another file of the run names its PUE. */
const GUESSED_PUE: readonly NoteCode[] = ['log-pue-assumed', 'log-pue-unknown']

/** Records of several files that belong together, each energy once. */
export interface JoinedRecords {
  readonly records: readonly EnergyRecord[]
  readonly refusals: readonly Refusal[]
}

/**
 * Joins what several files say about the same runs: a description with its run, two readings of a counter, the same run in two files,
 * the pieces of a run with the run, several trackers of one machine.
 */
export function joinedRecords(records: readonly EnergyRecord[]): JoinedRecords {
  const described = withCompanions(withoutTrackedAgain(records))
  const counted = withCounters(described.records)
  return {
    records: countOverlapsOnce(eachRunOnce(counted.records)),
    refusals: [...described.refusals, ...counted.refusals],
  }
}

/** A record that cannot be counted, with the reason. */
function refused({ file, line }: EnergyRecord, reason: string): JoinedRecords {
  return { records: [], refusals: [{ file, line, reason }] }
}

function flatten(results: readonly JoinedRecords[]): JoinedRecords {
  return {
    records: results.flatMap(({ records }) => records),
    refusals: results.flatMap(({ refusals }) => refusals),
  }
}

/** Adds the PUE and place that one file of a run has to the energy in another file. */
function withCompanions(records: readonly EnergyRecord[]): JoinedRecords {
  const companions = new Map(
    records.filter(({ companion, runId }) => companion && runId).map((record) => [record.runId, record]),
  )
  if (companions.size === 0 && !records.some(({ companion }) => companion)) return { records, refusals: [] }
  const partnered = new Set(records.filter(({ companion }) => !companion).map(({ runId }) => runId))
  return flatten(
    records.map((record) => {
      if (record.companion) {
        if (record.runId !== null && partnered.has(record.runId)) return { records: [], refusals: [] }
        if (record.itWh !== null) return { records: [{ ...record, companion: false }], refusals: [] }
        return refused(record, 'it describes a run and has no energy: give the _output.log of the run too')
      }
      const other = record.runId === null ? undefined : companions.get(record.runId)
      if (!other || record.itWh === null) return { records: [record], refusals: [] }
      const described = {
        ...record,
        itWh: (record.itWh * record.pue) / other.pue,
        pue: other.pue,
        place: record.place ?? other.place,
        gPerKwh: record.gPerKwh ?? other.gPerKwh,
        notes: record.notes.filter((about) => !hasCode(about, ...GUESSED_PUE)),
      }
      return { records: [described], refusals: [] }
    }),
  )
}

/** Turns the readings of one counter in several files, in the order in which they were named, into the energy between them. */
function withCounters(records: readonly EnergyRecord[]): JoinedRecords {
  const readings = groupBy(records, ({ counter }) => counter?.key ?? null)
  return flatten(
    records.map((record) => {
      const { counter } = record
      if (counter === null) return { records: [record], refusals: [] }
      const all = readings.get(counter.key) ?? [record]
      if (all.length === 1) {
        const reason = `one reading of the counter ${counter.key} makes no energy: give a reading of the start and one of the end`
        return refused(record, reason)
      }
      if (all[0] !== record) return { records: [], refusals: [] }
      try {
        return { records: [between(all)], refusals: [] }
      } catch (error) {
        if (!(error instanceof QuantityError)) throw error
        return refused(record, error.message)
      }
    }),
  )
}

/** Counters that are not in every reading: what they counted is not known. */
function lostSeries(all: readonly EnergyRecord[]): readonly string[] {
  const readings = all.map(({ counter }) => counter?.series ?? new Map<string, number>())
  const names = new Set(readings.flatMap((each) => [...each.keys()]))
  return [...names].filter((name) => !readings.every((each) => each.has(name)))
}

function between(all: readonly EnergyRecord[]): EnergyRecord {
  const last = all.at(-1) as EnergyRecord
  const lost = lostSeries(all)
  const wrapJ = all.map(({ counter }) => counter?.wrapJ ?? null).find((each) => each !== null) ?? null
  const joules = all.map(({ counter }) => {
    const without = lost.reduce((sum, name) => sum + (counter?.series?.get(name) ?? 0), 0)
    return (counter?.joules ?? 0) - without
  })
  const falls = joules.some((each, index) => index > 0 && each < (joules[index - 1] ?? 0))
  if (falls && wrapJ === null) {
    throw new QuantityError(
      `the counter ${last.counter?.key}`,
      joules.at(-1),
      'it is below the reading before, and no range to wrap at is known: name the reading of the start first, that of the end last',
    )
  }
  const wh = counterJoules(joules, wrapJ) / 3600
  const [first] = all
  // Between two readings without a wrap a part's own growth counts; otherwise it gets its share of the last reading.
  const grown = (part: 'cpuWh' | 'gpuWh' | 'memoryWh'): number | null => {
    const [from, to] = [first?.[part] ?? null, last[part]]
    if (to === null || lost.length > 0 || last.itWh === null || last.itWh === 0) return null
    return !falls && from !== null && to >= from ? to - from : (to / last.itWh) * wh
  }
  return {
    ...last,
    itWh: wh,
    cpuWh: grown('cpuWh'),
    gpuWh: grown('gpuWh'),
    memoryWh: grown('memoryWh'),
    counter: null,
    notes: [
      ...last.notes,
      ...lost.map((name) => silentNote(last.file, name, `is not in every reading`)),
      ...(wrapJ === null ? [] : [unseenWrapNote(last.file, wrapJ)]),
      note('log-counter', `the energy is what the counter grew by between ${all[0]?.file} and ${last.file}`),
      ...(falls
        ? [
            note(
              'log-wrap',
              `the counter fell between ${all[0]?.file} and ${last.file}: it is taken to have wrapped once; name the reading of the start first`,
            ),
          ]
        : []),
    ],
  }
}

function size({ itWh, pue, emissionsG }: EnergyRecord): number {
  return itWh === null ? (emissionsG ?? 0) : itWh * pue
}

/** Two files may write one figure with different digits. */
const SAME = 1e-9

/** Whether a reading of a run replaces another: the larger (later) one; of two equal ones that which also has the emissions. */
function isBetter(each: EnergyRecord, best: EnergyRecord): boolean {
  const [one, other] = [size(each), size(best)]
  if (Math.abs(one - other) > SAME * Math.max(one, other)) return one > other
  return best.emissionsG === null && each.emissionsG !== null
}

/** Counts a run that is read twice once, with the larger (later) figure; its pieces count only if the run itself is not read. */
function eachRunOnce(records: readonly EnergyRecord[]): EnergyRecord[] {
  const runs = new Map<string, { best: EnergyRecord; files: Set<string> }>()
  for (const record of records) {
    if (record.runId === null || record.piece !== null) continue
    const known = runs.get(record.runId)
    if (!known) runs.set(record.runId, { best: record, files: new Set([record.file]) })
    else {
      known.files.add(record.file)
      if (isBetter(record, known.best)) known.best = record
    }
  }
  const pieces = new Map<string, EnergyRecord>()
  let repeated = 0
  let inside = 0
  const kept = records.flatMap((each) => {
    if (each.runId === null) return [each]
    if (each.piece === null) {
      const known = runs.get(each.runId)
      if (known?.best !== each) return []
      if (known.files.size < 2) return [each]
      const text = `run ${each.runId} is in ${known.files.size} files and counted once: ${[...known.files].slice(0, 5).join(', ')}`
      return [{ ...each, notes: [...each.notes, note('log-same-run', text)] }]
    }
    if (runs.has(each.runId)) {
      inside += 1
      return []
    }
    const key = `${each.runId}\n${each.piece}`
    const known = pieces.get(key)
    if (known && known.itWh === each.itWh && known.file !== each.file) {
      repeated += 1
      return []
    }
    pieces.set(key, each)
    return [each]
  })
  const first = kept[0]
  if (!first || repeated + inside === 0) return kept
  const notes = [...first.notes]
  if (inside > 0)
    notes.push(note('log-pieces', `${inside} tasks of runs that are read as a whole are not added to them`))
  if (repeated > 0) notes.push(note('log-same-run', `${repeated} tasks are in two files and counted once`))
  return [{ ...first, notes }, ...kept.slice(1)]
}
