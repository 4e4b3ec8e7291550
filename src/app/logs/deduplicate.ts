import { counted } from '../../core/text.ts'
import { firstNames } from '../../core/first-names.ts'
import type { EnergyRecord } from '../../core/energy-record.ts'
import { groupBy } from '../../core/group-by.ts'
import { counterJoules } from '../../trackers/counter.ts'
import { unseenWrapNote } from '../../trackers/rapl-counter.ts'
import { silentNote, withNotes } from '../../trackers/record.ts'
import type { Refusal } from '../../trackers/tracker.ts'
import { type Note, type NoteCode, hasCode, note } from '../../core/notes.ts'
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

/** What becomes of a record: counted, refused, or null where another record has its energy. */
type Outcome = EnergyRecord | Refusal | null

function refused({ file, line }: EnergyRecord, reason: string): Refusal {
  return { file, line, reason }
}

function joined(outcomes: readonly Outcome[]): JoinedRecords {
  return {
    records: outcomes.filter((outcome): outcome is EnergyRecord => outcome !== null && !('reason' in outcome)),
    refusals: outcomes.filter((outcome) => outcome !== null && 'reason' in outcome),
  }
}

/** Least share of the powers over time in one file of a run that the energy in another file of it has. */
const LEAST_SHARE = 0.01

/** The energy of one file of a run that is hardly any of the energy of another. */
function companionContradiction({ name, itWh }: EnergyRecord, other: EnergyRecord): Note[] {
  if (itWh === null || other.itWh === null || itWh >= LEAST_SHARE * other.itWh) return []
  const [energy, ofPower] = [itWh, other.itWh].map((wh) => Number(wh.toPrecision(3)))
  const text = `${name} has ${energy} Wh, and its powers in ${other.file} make ${ofPower} Wh: its unit may be wrong, or energy is missing`
  return [note('log-energy-missing', text)]
}

/** Adds the PUE and place that one file of a run has to the energy in another file. */
function withCompanions(records: readonly EnergyRecord[]): JoinedRecords {
  const companions = new Map(
    records.filter(({ companion, runId }) => companion && runId).map((record) => [record.runId, record]),
  )
  if (companions.size === 0 && !records.some(({ companion }) => companion)) return { records, refusals: [] }
  const partnered = new Set(records.filter(({ companion }) => !companion).map(({ runId }) => runId))
  return joined(
    records.map((record): Outcome => {
      if (record.companion) {
        if (record.runId !== null && partnered.has(record.runId)) return null
        if (record.itWh !== null) return { ...record, companion: false }
        return refused(record, 'it describes a run and has no energy: give the _output.log of the run too')
      }
      const other = record.runId === null ? undefined : companions.get(record.runId)
      if (!other || record.itWh === null) return record
      const whole: EnergyRecord = {
        ...record,
        itWh: (record.itWh * record.pue) / other.pue,
        pue: other.pue,
        place: record.place ?? other.place,
        gPerKwh: record.gPerKwh ?? other.gPerKwh,
        notes: record.notes.filter((about) => !hasCode(about, ...GUESSED_PUE)),
      }
      return { ...whole, notes: [...whole.notes, ...companionContradiction(whole, other)] }
    }),
  )
}

/** Turns the readings of one counter in several files, in the order in which they were named, into the energy between them. */
function withCounters(records: readonly EnergyRecord[]): JoinedRecords {
  const readings = groupBy(records, ({ counter }) => counter?.key ?? null)
  return joined(
    records.map((record): Outcome => {
      const { counter } = record
      if (counter === null) return record
      const all = readings.get(counter.key) ?? [record]
      if (all.length === 1) {
        const reason = `one reading of the counter ${counter.key} makes no energy: give a reading of the start and one of the end`
        return refused(record, reason)
      }
      if (all[0] !== record) return null
      try {
        return between(all)
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
  const files = `between ${first?.file} and ${last.file}`
  const fell = `the counter fell ${files}: it is taken to have wrapped once; name the reading of the start first`
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
      note('log-counter', `the energy is what the counter grew by ${files}`),
      ...(falls ? [note('log-wrap', fell)] : []),
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
  const runs = groupBy(records, ({ runId, piece }) => (piece === null ? runId : null))
  const best = new Set(
    [...runs.values()].map((all) => all.reduce((one, other) => (isBetter(other, one) ? other : one))),
  )
  const whole = records.flatMap((record) => {
    if (record.runId === null || record.piece !== null) return [record]
    return best.has(record) ? [withFilesNote(record, runs.get(record.runId) ?? [])] : []
  })
  const outside = whole.filter(({ runId, piece }) => runId === null || piece === null || !runs.has(runId))
  const pieces = new Map<string, EnergyRecord>()
  const kept = outside.filter((record) => {
    if (record.runId === null || record.piece === null) return true
    const key = `${record.runId}\n${record.piece}`
    const known = pieces.get(key)
    if (known && known.itWh === record.itWh && known.file !== record.file) return false
    pieces.set(key, record)
    return true
  })
  const [inside, repeated] = [whole.length - outside.length, outside.length - kept.length]
  const inRuns = note('log-pieces', `${counted(inside, 'task')} of runs that are read as a whole: not added to them`)
  const twice = note('log-same-run', `${counted(repeated, 'task is', 'tasks are')} in two files and counted once`)
  return withNotes(kept, [...(inside > 0 ? [inRuns] : []), ...(repeated > 0 ? [twice] : [])])
}

/** Names the files of a run that is in several. */
function withFilesNote(record: EnergyRecord, all: readonly EnergyRecord[]): EnergyRecord {
  const files = [...new Set(all.map(({ file }) => file))]
  if (files.length < 2) return record
  const text = `run ${record.runId} is in ${files.length} files and counted once: ${firstNames(files, 5)}`
  return { ...record, notes: [...record.notes, note('log-same-run', text)] }
}
