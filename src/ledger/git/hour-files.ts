import type { Days } from '../../core/calendar.ts'
import { dayOfPath } from '../entry-path.ts'
import type { Line } from '../entry.ts'
import type { ScratchRepository } from './scratch-repository.ts'
import { readWhole } from './known-keys.ts'

/** One file of entries: all that ended within an hour. */
export interface HourFile {
  readonly path: string
  readonly content: Buffer
}

/** Files of the days in a commit of the ledger, in the order of time. @param range null: all days */
export async function* readHourFiles(
  scratch: ScratchRepository,
  commit: string,
  range: Days | null,
): AsyncGenerator<HourFile> {
  const files = [...(await scratch.files(commit, 'ledger/'))].filter(([path]) => {
    const day = dayOfPath(path)
    return day !== null && (range === null || (day >= range.from && day <= range.to))
  })
  const blobs = files.map(([, blob]) => blob)
  await scratch.fetchBlobs(commit, blobs)
  const reader = scratch.openReader()
  try {
    const contents = reader.stream(blobs)
    for (const [path] of files) yield { path, content: (await contents.next()).value ?? Buffer.alloc(0) }
  } finally {
    reader.close()
  }
}

/** Lines of the days in a commit, one after the other. @throws MeasurementError for a line that cannot be read */
export async function forEachLine(
  scratch: ScratchRepository,
  commit: string,
  range: Days | null,
  use: (line: Line) => void,
): Promise<void> {
  for await (const { path, content } of readHourFiles(scratch, commit, range)) {
    for (const { entry } of readWhole(content.toString('utf8'), path, commit).entries) use(entry)
  }
}
