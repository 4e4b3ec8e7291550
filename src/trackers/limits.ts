import { MeasurementError } from '../core/errors.ts'

/** Longest record (a row, a line, a JSON value), characters. Trackers write less than a tenth of this. */
export const RECORD_LIMIT = 1024 * 1024

/** Longest document that has to be read as a whole (a YAML manifest, a JSON report), characters. */
export const DOCUMENT_LIMIT = 16 * 1024 * 1024

/** Maximum number of runs of one file that are kept one by one. */
export const MAX_RUNS = 10_000

/** @throws MeasurementError if a file has as many runs as are kept already */
export function assertRoom(runs: number): void {
  if (runs >= MAX_RUNS) throw new MeasurementError(`more than ${MAX_RUNS} runs in one file`)
}

/** A record beyond the limit: an unclosed quote, a bomb, or no log at all. The rest of the file is not read. */
export class RecordTooLong extends MeasurementError {
  override readonly name: string = 'RecordTooLong'
  readonly line: number

  constructor(line: number, what: string, limit: number = RECORD_LIMIT) {
    super(`${what} that begins on line ${line} is longer than ${limit / (1024 * 1024)} MiB`)
    this.line = line
  }
}
