import type { EnergyRecord } from '../../core/energy-record.ts'
import { groupBy } from '../../core/group-by.ts'
import { note } from '../../core/notes.ts'
import type { LogFormat } from '../../trackers/tracker.ts'
import type { Fingerprint } from './fingerprint.ts'

/** Logs with fewer digits may agree by chance: a row of a name and two rounded figures has less. */
const MIN_DIGITS = 12

/** Digits in which figures of one log agree, also where a spreadsheet saved it again. */
const PRECISION = 9

/**
 * Counts a log that was given twice (copied, saved again, with its columns in another order) once, with a note. Runs with an id are
 * counted once by that, two readings of a counter may be equal, and what was estimated without a time is the same for the same plan:
 * such logs stay.
 * @param formats by file @param fingerprints by file
 */
export function withoutSameLogs(
  records: readonly EnergyRecord[],
  formats: ReadonlyMap<string, LogFormat>,
  fingerprints: ReadonlyMap<string, Fingerprint>,
): readonly EnergyRecord[] {
  const files = [...groupBy(records, ({ file }) => file)]
  // A log without a key is the same as no other.
  const sameLogs = groupBy(
    files,
    ([file, ofFile]) => contentsKey(formats.get(file), fingerprints.get(file), ofFile) ?? file,
  )
  const copiesOf = new Map<string, readonly string[]>()
  for (const [[first] = [], ...copies] of sameLogs.values()) {
    if (first !== undefined && copies.length > 0) {
      copiesOf.set(
        first,
        copies.map(([copy]) => copy),
      )
    }
  }
  if (copiesOf.size === 0) return records
  const left = new Set([...copiesOf.values()].flat())
  return records.flatMap((record) => {
    if (left.has(record.file)) return []
    const copies = copiesOf.get(record.file)
    copiesOf.delete(record.file)
    return copies === undefined ? [record] : [{ ...record, notes: [...record.notes, sameLogNote(record.file, copies)] }]
  })
}

/** The same for two logs only if one is a copy of the other; null where they cannot be told apart from two logs that agree. */
function contentsKey(
  format: LogFormat | undefined,
  fingerprint: Fingerprint | undefined,
  records: readonly EnergyRecord[],
): string | null {
  if (format === undefined || fingerprint === undefined || fingerprint.digits < MIN_DIGITS) return null
  const isUnsure = ({ runId, counter, method }: EnergyRecord): boolean =>
    runId !== null || counter !== null || (method === 'estimated' && !fingerprint.hasTime)
  if (records.some(isUnsure)) return null
  return JSON.stringify([format.name, fingerprint.key, records.map(figuresOf)])
}

function figuresOf({ name, startedAt, durationS, itWh, emissionsG, embodiedG, usage }: EnergyRecord): unknown {
  const figures = [durationS, itWh, emissionsG, embodiedG].map((figure) => figure?.toPrecision(PRECISION))
  return [name, startedAt, ...figures, usage]
}

function sameLogNote(file: string, copies: readonly string[]) {
  const names = `${copies.slice(0, 3).join(', ')}${copies.length > 3 ? ` and ${copies.length - 3} more` : ''}`
  return note('log-copy', `${names}: the same log as ${file}, counted once`, 'warning')
}
