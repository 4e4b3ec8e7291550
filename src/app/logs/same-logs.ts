import type { EnergyRecord } from '../../core/energy-record.ts'
import { groupBy } from '../../core/group-by.ts'
import { note } from '../../core/notes.ts'
import { firstNames } from '../../core/first-names.ts'
import type { ReadFile, ReadFiles } from './read-file.ts'

/** Minimum number of digits. Logs with fewer may agree by chance: a row with a name and two rounded figures has fewer. */
const MIN_DIGITS = 12

/** Significant digits that are compared. A spreadsheet that saves a log again keeps at least these. */
const PRECISION = 9

/**
 * Counts a log once, with a note, if it was given twice: copied, saved again, or with its columns in another order. Three kinds of log
 * are kept even if they are equal. Runs with an id are deduplicated elsewhere. Two readings of a counter may be equal. Two jobs of one
 * kind have the same estimate or model, which is made of constants. A copy that is kept gets a warning.
 */
export function withoutSameLogs(records: readonly EnergyRecord[], read: ReadFiles): readonly EnergyRecord[] {
  const files = [...groupBy(records, ({ file }) => file)]
  // A log without a key counts as different from every other.
  const sameLogs = groupBy(files, ([file, rows]) => contentsKey(read.get(file), rows) ?? file)
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

/** A key that is equal for two logs only if one is a copy of the other. Null if two different logs may have equal contents. */
function contentsKey(file: ReadFile | undefined, records: readonly EnergyRecord[]): string | null {
  if (!file?.fingerprint || file.fingerprint.digits < MIN_DIGITS) return null
  const isUnsure = ({ runId, counter, method }: EnergyRecord): boolean =>
    runId !== null || counter !== null || method !== 'measured'
  if (records.some(isUnsure)) return null
  return JSON.stringify([file.format.name, file.fingerprint.key, records.map(figuresOf)])
}

function figuresOf({ name, startedAt, durationS, itWh, emissionsG, embodiedG, usage }: EnergyRecord): unknown {
  const figures = [durationS, itWh, emissionsG, embodiedG].map((figure) => figure?.toPrecision(PRECISION))
  return [name, startedAt, ...figures, usage]
}

function sameLogNote(file: string, copies: readonly string[]) {
  return note(
    'log-copy',
    `${firstNames(copies)} ${copies.length === 1 ? 'is a copy' : 'are copies'} of the log ${file}: the energy is counted once`,
    'warning',
  )
}
