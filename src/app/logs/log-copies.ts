import type { EnergyRecord } from '../../core/energy-record.ts'
import { note } from '../../core/notes.ts'
import { firstNames } from '../../core/first-names.ts'
import { folderOf } from '../../trackers/folder.ts'
import type { Refusal } from '../../trackers/tracker.ts'
import type { ReadFiles } from './read-file.ts'

/**
 * Leaves out files that repeat the energy of a log in the same folder (CodeCarbon's powermetrics_log.txt and console lines beside its
 * emissions.csv), with a note. Without that log they count, or are refused if they contain only a piece of a run.
 */
export function withoutCopies(
  records: readonly EnergyRecord[],
  files: ReadFiles,
): { readonly records: readonly EnergyRecord[]; readonly refusals: readonly Refusal[] } {
  if (!records.some(({ copyOf }) => copyOf !== null)) return { records, refusals: [] }
  const originals = new Map<string, EnergyRecord>()
  for (const record of records) {
    const key = keyOf(record, files.get(record.file)?.format.name ?? '')
    if (record.copyOf === null && !originals.has(key)) originals.set(key, record)
  }
  const refusals: Refusal[] = []
  const copiesOf = new Map<EnergyRecord, Set<string>>()
  const kept = records.filter((each) => {
    if (each.copyOf === null) return true
    const original = originals.get(keyOf(each, each.copyOf.format))
    if (original !== undefined) {
      copiesOf.set(original, (copiesOf.get(original) ?? new Set()).add(each.file))
      return false
    }
    if (each.copyOf.alone === null) return true
    refusals.push({ file: each.file, line: null, reason: each.copyOf.alone })
    return false
  })
  return { records: kept.map((each) => withCopyNote(each, copiesOf.get(each))), refusals }
}

function keyOf({ file }: EnergyRecord, format: string): string {
  return `${format}\n${folderOf(file)}`
}

function withCopyNote(original: EnergyRecord, copies: ReadonlySet<string> | undefined): EnergyRecord {
  if (copies === undefined) return original
  const text = `${firstNames([...copies])}: the same energy as in ${original.file}, left out`
  return { ...original, notes: [...original.notes, note('log-copy', text)] }
}
