import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { type Line, lineBatches } from './lines.ts'
import { Refusals } from './refusals.ts'
import type { LogReading, LogSource } from './tracker.ts'

/** What a format does with the lines of its log. */
export interface LineReading {
  /** Reads one line. @throws MeasurementError when it cannot be trusted */
  line(line: Line): void
  /** The records of all lines. @throws MeasurementError when they make no figure */
  records(refusals: Refusals): readonly EnergyRecord[]
}

/** Reads a log line by line. A line that cannot be trusted becomes a refusal; so does a log that makes no figure. */
export async function readLineLog({ file, text }: LogSource, reading: LineReading): Promise<LogReading> {
  const refusals = new Refusals(file)
  try {
    for await (const batch of lineBatches(text)) {
      for (const line of batch) refusals.attempt(line.number, () => reading.line(line))
    }
  } catch (error) {
    if (!(error instanceof MeasurementError)) throw error
    refusals.add(null, error.message)
  }
  const records: EnergyRecord[] = []
  refusals.attempt(null, () => records.push(...reading.records(refusals)))
  return { records, refusals: refusals.list() }
}
