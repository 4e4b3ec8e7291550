import { firstNames } from '../../core/first-names.ts'
import { type Note, note } from '../../core/notes.ts'
import { counted } from '../../core/text.ts'

/** Text that was compressed, as log rotation does. */
const COMPRESSED = /\.(?:csv|jsonl?|log|out|prom|tsv|txt)(?:\.\d+)?\.(?:bz2|gz|xz|zst)$/i

/** Tables and logs that are called as those of trackers are. */
const CALLED_LIKE_A_LOG =
  /(?:carbontracker|codecarbon|dcgm|eco2ai|emission|energy|kepler|nvidia|power|rapl|scaphandre|turbostat)[^/\\]*\.(?:csv|jsonl?|log|out|prom|tsv|txt)(?:\.\d+)?$/i

/**
 * Says how many files of a folder were left out because they are of no known format: a warning that names those that may be logs.
 * @param files at least one
 */
export function unknownFilesNote(files: readonly string[]): Note {
  const left = `${counted(files.length, 'file is', 'files are')} of no known format and left out`
  const logs = files.filter((file) => COMPRESSED.test(file) || CALLED_LIKE_A_LOG.test(file))
  const [first] = logs
  if (first === undefined) return note('log-not-known', `${left}: ${firstNames(files, 5)}`)
  const advice = COMPRESSED.test(first) ? 'unpack it first' : 'name it to see why'
  return note('log-not-known', `${left}, of which ${firstNames(logs, 1)} may be of a tracker: ${advice}`, 'warning')
}
