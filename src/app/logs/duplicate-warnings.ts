import type { EnergyRecord } from '../../core/energy-record.ts'
import { groupBy } from '../../core/group-by.ts'
import type { Note } from '../../core/report.ts'
import { note } from '../../core/notes.ts'
import type { LogFormat } from '../../trackers/tracker.ts'
import { type TextLines, comparedLines, isBeginning, startsAgainAt } from './line-hashes.ts'
import type { ReadFiles } from './read-file.ts'

/** One figure in two files may be written with different digits: a table rounds where a CSV does not. */
const SAME = 1e-6

/**
 * Warnings about figures that are added and may be the same energy: two files without a run id with one figure (a copy, a table and its CSV),
 * a log that is in its file twice, a log and its own beginning, and logs of several trackers that meter the same parts of a machine. Only the user
 * knows whether it was one run.
 */
export function doubtfulSums(records: readonly EnergyRecord[], files: ReadFiles): readonly Note[] {
  const counted = records.filter((each) => each.month === null && figure(each) > 0)
  const texts = [...new Set(counted.map(({ file }) => file))].flatMap((file) => {
    const lines = files.get(file)?.lines
    return lines ? [{ file, lines, compared: comparedLines(lines) }] : []
  })
  const sameFigure = sameFigures(counted)
  return [
    ...sameFigure.values(),
    ...textsTwice(texts),
    ...beginnings(texts, sameFigure),
    ...severalTrackers(counted, files),
  ]
}

/** A log that is counted, with its lines. */
interface Text {
  readonly file: string
  readonly lines: TextLines
  readonly compared: Int32Array
}

/** One warning for each file that contains its own text again. */
function textsTwice(texts: readonly Text[]): Note[] {
  return texts.flatMap(({ file, lines }) => {
    const place = startsAgainAt(lines)
    if (place === null) return []
    const text = `${file} begins again ${place} with its first lines: if the file contains the same log twice, runs without an id are counted twice; remove the repeated lines`
    return [note('log-same-figure', text)]
  })
}

/** One warning for each file that is the beginning of another one. @param known pairs that have a warning */
function beginnings(texts: readonly Text[], known: ReadonlyMap<string, Note>): Note[] {
  // Two logs that begin alike have the same first two lines.
  const alike = groupBy(texts, ({ compared }) => compared.subarray(0, 2).join())
  return [...alike.values()].flatMap((group) => {
    const shortestFirst = group.toSorted((a, b) => lengthOf(a) - lengthOf(b) || a.lines.length - b.lines.length)
    return shortestFirst.flatMap(({ file, lines, compared }, at) => {
      // Of two long texts the first 16 MiB are compared.
      const longer = shortestFirst.slice(at + 1).filter((other) => lines.isWhole || !other.lines.isWhole)
      const whole = longer.find((other) => isBeginning(compared, other.compared))
      if (whole === undefined || known.has(pairKey(file, whole.file))) return []
      const text = `${file} has the same lines as the beginning of ${whole.file}, and both are counted: if it is an earlier copy, give only ${whole.file}`
      return [note('log-same-figure', text)]
    })
  })
}

/** Number of lines of a text. A text beyond the first 16 MiB is longer than every whole text. */
function lengthOf({ lines, compared }: Text): number {
  return lines.isWhole ? compared.length : Number.MAX_SAFE_INTEGER
}

function pairKey(one: string, other: string): string {
  return [one, other].toSorted().join('\n')
}

/** Energy with its PUE, Wh; without one, g. */
function figure({ itWh, pue, emissionsG, embodiedG }: EnergyRecord): number {
  return itWh === null ? (emissionsG ?? embodiedG ?? 0) : itWh * pue
}

/** One warning for each pair of files, or file; runs with ids of their own may still be one when they agree in all that they say. */
function sameFigures(records: readonly EnergyRecord[]): ReadonlyMap<string, Note> {
  const sorted = records.toSorted((a, b) => figure(a) - figure(b))
  const pairs = new Map<string, Note>()
  for (let at = 1; at < sorted.length; at += 1) {
    const [before, each] = [sorted[at - 1] as EnergyRecord, sorted[at] as EnergyRecord]
    if (before.file === each.file && !isRepeated(before, each)) continue
    if (before.runId !== null && each.runId !== null && !isSameThroughout(before, each)) continue
    if ((before.itWh === null) !== (each.itWh === null)) continue
    if (figure(each) - figure(before) > SAME * figure(each)) continue
    const [one, other] = [before.file, each.file].toSorted() as [string, string]
    const text =
      one === other
        ? `${one} has two runs with the same figure and duration (lines ${before.line} and ${each.line}), and both are counted: if it is one run, remove one of them`
        : `${one} and ${other} have the same figure, and it is counted twice: if they are of one run, give one of them`
    pairs.set(pairKey(one, other), note('log-same-figure', text))
  }
  return pairs
}

/** Whether two records of one file, without ids, agree in all that they say: a log may be in the file twice. */
function isRepeated(a: EnergyRecord, b: EnergyRecord): boolean {
  const startOf = ({ startedAt, localTime }: EnergyRecord): string | number | null =>
    startedAt ?? localTime?.startS ?? null
  return (
    a.runId === null &&
    b.runId === null &&
    a.name === b.name &&
    a.durationS !== null &&
    a.durationS === b.durationS &&
    startOf(a) === startOf(b)
  )
}

/** Energy apart, which has been compared: time and emissions, as written. */
function isSameThroughout(a: EnergyRecord, b: EnergyRecord): boolean {
  return a.durationS !== null && a.durationS === b.durationS && a.emissionsG !== null && a.emissionsG === b.emissionsG
}

/** One warning for all: the first file of each tracker that shares what it meters with another. */
function severalTrackers(records: readonly EnergyRecord[], files: ReadFiles): Note[] {
  const first = new Map<string, { record: EnergyRecord; meters: LogFormat['meters'] }>()
  for (const record of records) {
    const format = files.get(record.file)?.format
    if (!format || first.has(format.name)) continue
    // A processor's meter that also names the GPUs meters both.
    const both = format.meters === 'processors' && (record.gpuWh ?? 0) > 0
    first.set(format.name, { record, meters: both ? undefined : format.meters })
  }
  const all = [...first]
  const sharing = all.filter(([name, { meters }]) =>
    all.some(([other, { meters: theirs }]) => other !== name && (!meters || !theirs || meters === theirs)),
  )
  if (sharing.length < 2) return []
  const named = sharing.map(([name, { record }]) => `${record.file} (${name})`).join(', ')
  const text = `logs of ${sharing.length} trackers are added up: ${named}; if they tracked one run, its energy is in the sum more than once: give the log of one`
  return [note('log-several-trackers', text)]
}
