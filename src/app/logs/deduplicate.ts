import type { EnergyRecord } from '../../core/energy-record.ts'
import { counterJoules } from '../../trackers/counter.ts'
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
  const refusals: Refusal[] = []
  const described = withCompanions(withoutTrackedAgain(records), refusals)
  const counted = withCounters(described, refusals)
  return { records: countOverlapsOnce(eachRunOnce(counted)), refusals }
}

/** PUE and place that one file of a run has, for the energy in another. */
function withCompanions(records: readonly EnergyRecord[], refusals: Refusal[]): EnergyRecord[] {
  const companions = new Map(
    records.filter(({ companion, runId }) => companion && runId).map((each) => [each.runId, each]),
  )
  if (companions.size === 0 && !records.some(({ companion }) => companion)) return [...records]
  const partnered = new Set(records.filter(({ companion }) => !companion).map(({ runId }) => runId))
  return records.flatMap((each) => {
    if (each.companion) {
      if (each.runId !== null && partnered.has(each.runId)) return []
      if (each.itWh !== null) return [{ ...each, companion: false }]
      refusals.push({
        file: each.file,
        line: each.line,
        reason: 'it describes a run and has no energy: give the _output.log of the run too',
      })
      return []
    }
    const other = each.runId === null ? undefined : companions.get(each.runId)
    if (!other || each.itWh === null) return [each]
    return [
      {
        ...each,
        itWh: (each.itWh * each.pue) / other.pue,
        pue: other.pue,
        place: each.place ?? other.place,
        gPerKwh: each.gPerKwh ?? other.gPerKwh,
        notes: each.notes.filter((about) => !hasCode(about, ...GUESSED_PUE)),
      },
    ]
  })
}

/** Readings of one counter in several files, in the order in which they were named, make the energy between them. */
function withCounters(records: readonly EnergyRecord[], refusals: Refusal[]): EnergyRecord[] {
  const readings = readingsByCounter(records)
  const done = new Set<string>()
  return records.flatMap((each) => {
    const { counter } = each
    if (counter === null) return [each]
    const all = readings.get(counter.key) ?? [each]
    if (all.length === 1) {
      if (!counter.meansNothingAlone) return [each]
      refusals.push({
        file: each.file,
        line: each.line,
        reason: `one reading of the counter ${counter.key} makes no energy: give a reading of the start and one of the end`,
      })
      return []
    }
    if (done.has(counter.key)) return []
    done.add(counter.key)
    try {
      return [between(all)]
    } catch (error) {
      if (!(error instanceof QuantityError)) throw error
      refusals.push({ file: each.file, line: each.line, reason: error.message })
      return []
    }
  })
}

function readingsByCounter(records: readonly EnergyRecord[]): Map<string, EnergyRecord[]> {
  const groups = new Map<string, EnergyRecord[]>()
  for (const record of records) {
    if (record.counter === null) continue
    const group = groups.get(record.counter.key)
    if (group) group.push(record)
    else groups.set(record.counter.key, [record])
  }
  return groups
}

function between(all: readonly EnergyRecord[]): EnergyRecord {
  const last = all.at(-1) as EnergyRecord
  const wrapJ = all.map(({ counter }) => counter?.wrapJ ?? null).find((each) => each !== null) ?? null
  const joules = all.map(({ counter }) => counter?.joules ?? 0)
  const falls = joules.some((each, index) => index > 0 && each < (joules[index - 1] ?? 0))
  if (falls && wrapJ === null) {
    const why = last.counter?.meansNothingAlone
      ? 'its range is not in the dumps'
      : 'name the scrape of the start first, that of the end last'
    throw new QuantityError(
      'counter',
      joules.at(-1),
      `it is below the reading before, and ${why}: ${last.counter?.key}`,
    )
  }
  const wh = counterJoules(joules, wrapJ) / 3600
  const [first] = all
  // Between two readings without a wrap a part's own growth counts; otherwise it gets its share of the last reading.
  const grown = (part: 'cpuWh' | 'gpuWh' | 'memoryWh'): number | null => {
    const [from, to] = [first?.[part] ?? null, last[part]]
    if (to === null || last.itWh === null || last.itWh === 0) return null
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
      ...last.notes.filter((each) => !hasCode(each, 'log-one-scrape')),
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
