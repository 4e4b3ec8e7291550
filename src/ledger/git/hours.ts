import type { Days } from '../../core/calendar.ts'
import { groupBy } from '../../core/group-by.ts'
import { hourPath } from '../entry-path.ts'
import type { Line } from '../entry.ts'
import { assertNotPruned } from '../pruned.ts'
import { type HourFile, readHourFiles } from './hour-files.ts'
import { dropKnown, readWhole } from './known-keys.ts'
import type { ScratchRepository } from './scratch-repository.ts'
import type { Snapshot } from './snapshot.ts'

/** A file of entries with what waits in the inbox for its hour. */
export interface Hour extends HourFile {
  readonly commit: string
  readonly waiting: readonly Line[]
}

/** Lines of the file, then those that wait. @throws MeasurementError if the file cannot be read */
export function linesOfHour({ content, path, commit, waiting }: Hour): Line[] {
  return [...readWhole(content.toString('utf8'), path, commit).entries.map(({ entry }) => entry), ...waiting]
}

/** Files of the days, each with what waits in the inbox for it. What waits for hours without a file comes last. */
export async function* readHours(
  scratch: ScratchRepository,
  snapshot: Snapshot,
  { from, to }: Days,
): AsyncGenerator<Hour> {
  assertNotPruned(snapshot.months, { from, to })
  const commit = snapshot.ledger ?? ''
  const inbox = snapshot.waiting.flatMap(({ entries }) => entries)
  const fresh = (await dropKnown(scratch, snapshot, inbox)).entries.map(({ entry }) => entry)
  const isWanted = ({ ended_at }: Line): boolean => ended_at.slice(0, 10) >= from && ended_at.slice(0, 10) <= to
  const waiting = groupBy(fresh.filter(isWanted), ({ ended_at }) => hourPath(ended_at))
  if (snapshot.ledger !== null) {
    for await (const { path, content } of readHourFiles(scratch, commit, { from, to })) {
      yield { path, content, commit, waiting: waiting.get(path) ?? [] }
      waiting.delete(path)
    }
  }
  for (const [path, lines] of waiting) yield { path, content: Buffer.alloc(0), commit, waiting: lines }
}
