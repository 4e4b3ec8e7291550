import type { Note } from '../core/report.ts'
import { note } from '../core/notes.ts'

/** What one inference of a benchmark is: its log does not contain the batch size. */
export function batchesCount(file: string): Note {
  return note(
    'log-batches',
    `${file}: an inference is one run of the model, for any batch size; for a figure of single inputs give --units`,
  )
}
