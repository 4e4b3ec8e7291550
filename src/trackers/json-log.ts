import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { jsonDocument } from './json-values.ts'
import { Refusals } from './refusals.ts'
import type { LogReading, LogSource } from './tracker.ts'

/** Reads a log that is one JSON object. What the reader throws as MeasurementError refuses the file. */
export async function readJsonLog(
  { file, text }: LogSource,
  read: (value: unknown, refusals: Refusals) => readonly EnergyRecord[],
): Promise<LogReading> {
  const refusals = new Refusals(file)
  let records: readonly EnergyRecord[] = []
  try {
    records = read(await jsonDocument(text), refusals)
  } catch (error) {
    if (!(error instanceof MeasurementError)) throw error
    refusals.add(null, error.message)
  }
  return { records, refusals: refusals.list() }
}
