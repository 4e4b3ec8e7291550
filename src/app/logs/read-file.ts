import type { LogFormat } from '../../trackers/tracker.ts'
import type { Fingerprint } from './fingerprint.ts'
import type { TextLines } from './line-hashes.ts'

/** What is known of a file that was read as a log. */
export interface ReadFile {
  readonly format: LogFormat
  /** Null for a text that is too long. */
  readonly fingerprint: Fingerprint | null
  /** Null where the logs before have too many lines. */
  readonly lines: TextLines | null
}

/** Files that were read, by the name that their records have. */
export type ReadFiles = ReadonlyMap<string, ReadFile>
