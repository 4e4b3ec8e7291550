import { MeasurementError } from '../../core/errors.ts'
import { type EntryFile, readEntryFile } from '../entry-file.ts'
import { nearbyPaths } from '../entry-path.ts'
import type { NewEntry } from '../store.ts'
import type { ScratchRepository } from './scratch-repository.ts'
import type { Snapshot } from './snapshot.ts'

/** Entries that the ledger does not have yet, with the files they belong to. */
export interface Fresh {
  readonly entries: readonly NewEntry[]
  readonly duplicates: number
  /** Contents of the files of entries that were read: path -> text. */
  readonly files: ReadonlyMap<string, string>
}

/**
 * Drops entries whose key the ledger has: in the hour of the entry or its neighbours, or among the keys of undated entries. The first
 * of two new entries with one key is kept.
 * @throws MeasurementError that names commit and line, when a file that must be compared cannot be read
 */
export async function dropKnown(
  scratch: ScratchRepository,
  { ledger, months }: Pick<Snapshot, 'ledger' | 'months'>,
  entries: readonly NewEntry[],
): Promise<Fresh> {
  const paths = [...new Set(entries.flatMap(({ entry }) => nearbyPaths(entry.ended_at)))]
  const tree = ledger === null || paths.length === 0 ? new Map<string, string>() : await scratch.files(ledger)
  const present = paths.filter((path) => tree.has(path))
  const blobs = present.map((path) => tree.get(path) ?? '')
  if (ledger !== null) await scratch.fetchBlobs(ledger, blobs)
  const texts = await scratch.read(blobs)
  const files = new Map(present.map((path, index) => [path, texts[index] ?? '']))
  const known = new Set([...months.values()].flatMap(({ undated }) => undated))
  for (const [path, text] of files) {
    for (const { entry } of readWhole(text, path, ledger ?? '').entries) known.add(entry.key)
  }
  const fresh: NewEntry[] = []
  for (const candidate of entries) {
    if (known.has(candidate.entry.key)) continue
    known.add(candidate.entry.key)
    fresh.push(candidate)
  }
  return { entries: fresh, duplicates: entries.length - fresh.length, files }
}

/** Reads a file of entries; any invalid line is an error. @throws MeasurementError that names commit and line */
export function readWhole(text: string, path: string, commit: string): EntryFile {
  const content = readEntryFile(text, path)
  const fault = content.faults[0]
  if (fault) {
    throw new MeasurementError(`${fault.text} (commit ${commit.slice(0, 12)}): run \`ledger verify\``, path)
  }
  return content
}
