import type { LogFormat } from '../../trackers/tracker.ts'
import type { Fingerprint } from './fingerprint.ts'
import type { LineHashes } from './line-hashes.ts'

/** What is known of a file that was read as a log. */
export interface ReadFile {
  readonly format: LogFormat
  /** Null for a text that is too long. */
  readonly fingerprint: Fingerprint | null
  /** Null for a text that is too long. */
  readonly lines: LineHashes | null
}

/** Files that were read, by the name that their records have. */
export type ReadFiles = ReadonlyMap<string, ReadFile>
