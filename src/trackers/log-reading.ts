import type { EnergyRecord } from '../core/energy-record.ts'
import { jsonDocument, jsonTexts, parsedJson } from './json-values.ts'
import { RECORD_LIMIT } from './limits.ts'
import { type Line, lineBatches } from './lines.ts'
import { Log } from './log.ts'
import type { LogReading, LogSource } from './tracker.ts'
import { wholeText } from './whole-text.ts'

/** The records of all that was read. @throws MeasurementError when it makes no figure */
interface Ending {
  records(): readonly EnergyRecord[]
}

/** What a format does with the lines of its log. */
export interface LineReading extends Ending {
  /** Reads one line. @throws MeasurementError when it cannot be trusted */
  line(line: Line): void
}

/** Begins the reading of the lines of a log. */
export type LineReader = (log: Log) => LineReading

/** What a format does with the JSON objects of its log. */
export interface ValueReading extends Ending {
  /** Reads one object. @throws MeasurementError when it cannot be trusted */
  value(value: unknown, line: number): void
}

/** Begins the reading of the JSON objects of a log. */
export type ValueReader = (log: Log) => ValueReading

/** Reads a log. A MeasurementError refuses the file. @param read adds records, so that those before an error are kept */
export async function readLog(
  file: string,
  read: (log: Log, records: EnergyRecord[]) => Promise<void> | void,
): Promise<LogReading> {
  const log = new Log(file)
  const records: EnergyRecord[] = []
  try {
    await read(log, records)
  } catch (error) {
    log.refuseFor(null, error)
  }
  return log.reading(records)
}

/** Reads a log line by line. A line that cannot be trusted becomes a refusal; so does a log that makes no figure. */
export function readLineLog({ file, text }: LogSource, begin: LineReader): Promise<LogReading> {
  return readStream(file, begin, async (log, reading) => {
    for await (const batch of lineBatches(text)) {
      for (const line of batch) {
        try {
          reading.line(line)
        } catch (error) {
          log.refuseFor(line.number, error)
        }
      }
    }
  })
}

/**
 * Reads a log of JSON objects: one a line, one after the other, the elements of an array. A last one that the file cuts is left out.
 * @param options.what what an object is; `limit` its longest text; `mayCount` whether it may say anything, before it is parsed
 */
export function readValueLog(
  { file, text }: LogSource,
  begin: ValueReader,
  {
    what = 'entry',
    limit = RECORD_LIMIT,
    mayCount = () => true,
  }: {
    readonly what?: 'entry' | 'sample' | 'report'
    readonly limit?: number
    mayCount?(text: string): boolean
  } = {},
): Promise<LogReading> {
  return readStream(file, begin, async (log, reading) => {
    let count = 0
    for await (const json of jsonTexts(text, limit)) {
      count += 1
      if (!json.complete && count > 1) log.tear(json.line, what)
      else if (mayCount(json.text)) log.attempt(json.line, () => reading.value(parsedJson(json), json.line))
    }
  })
}

/** Reads the parts of a log, and then what they make, also where the stream ends in an error. */
function readStream<R extends Ending>(
  file: string,
  begin: (log: Log) => R,
  readParts: (log: Log, reading: R) => Promise<void>,
): Promise<LogReading> {
  return readLog(file, async (log, records) => {
    const reading = begin(log)
    try {
      await readParts(log, reading)
    } catch (error) {
      log.refuseFor(null, error)
    }
    records.push(...reading.records())
  })
}

/** Reads a log that is one JSON object. */
export function readJsonLog(
  { file, text }: LogSource,
  read: (value: unknown, log: Log) => readonly EnergyRecord[],
): Promise<LogReading> {
  return readLog(file, async (log, records) => {
    records.push(...read(await jsonDocument(text), log))
  })
}

/** Reads a log that is a small text. */
export function readTextLog(
  { file, text }: LogSource,
  read: (text: string, log: Log) => readonly EnergyRecord[],
): Promise<LogReading> {
  return readLog(file, async (log, records) => {
    records.push(...read(await wholeText(text), log))
  })
}
