import type { EnergyRecord } from '../../core/energy-record.ts'
import { note } from '../../core/notes.ts'
import { folderOf } from '../../trackers/folder.ts'

import type { LogFormat, Refusal } from '../../trackers/tracker.ts'

/**
 * Leaves out files that repeat the energy of a log in the same folder (CodeCarbon's powermetrics_log.txt and console lines beside its
 * emissions.csv), with a note. Without that log they count, or are refused if they contain only a piece of a run.
 * @param formats by file
 */
export function withoutCopies(
  records: readonly EnergyRecord[],
  formats: ReadonlyMap<string, LogFormat>,
): { readonly records: readonly EnergyRecord[]; readonly refusals: readonly Refusal[] } {
  if (!records.some(({ copyOf }) => copyOf !== null)) return { records, refusals: [] }
  const originals = new Map<string, EnergyRecord>()
  for (const record of records) {
    const format = formats.get(record.file)
    const key = keyOf(record, format?.name ?? '')
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
  const files = [...copies]
  const names = `${files.slice(0, 3).join(', ')}${files.length > 3 ? ` and ${files.length - 3} more` : ''}`
  const text = `${names}: the same energy as in ${original.file}, left out`
  return { ...original, notes: [...original.notes, note('log-copy', text)] }
}
