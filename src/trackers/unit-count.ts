import type { EnergyRecord } from '../core/energy-record.ts'
import type { Note } from '../core/report.ts'
import { note } from '../core/notes.ts'
import { record } from './record.ts'

/** A file that counts a functional unit and has no energy: the count belongs to the power logs beside it. */
export function unitCount(
  file: string,
  line: number,
  tool: string,
  name: string,
  count: number,
  durationS: number | null,
): EnergyRecord {
  return record({ name: tool, durationS, units: { name, count }, method: 'measured', file, line })
}

/** What one inference of a benchmark is: its log does not contain the batch size. */
export function batchesCount(file: string): Note {
  return note(
    'log-batches',
    `${file}: an inference is one run of the model, for any batch size; for a figure of single inputs give --units`,
  )
}
