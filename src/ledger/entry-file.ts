import { MeasurementError } from '../core/errors.ts'
import { schemaIssue } from '../core/schema-issue.ts'
import { printable } from '../core/text.ts'
import { parseJson } from '../core/json.ts'
import { isCanonicalLine } from './canonical-line.ts'
import { CorrectionSchema, ENTRY_VERSION, type Entry, EntrySchema, type Line } from './entry.ts'

/** The lines of the ledger's files: NDJSON, one entry or correction a line. */

/** The entry as one line of NDJSON, with its newline. */
export function entryLine(entry: Line): string {
  return `${JSON.stringify(entry)}\n`
}

/**
 * Reads one line.
 * @param where file and line, for messages
 * @throws MeasurementError for a truncated line, an unknown version or an invalid value
 * @example readEntryLine('{"v":1, ...}', 'ledger/v1/year=2026/month=11/day=28/13.ndjson:4')
 */
export function readEntryLine(line: string, where: string): Line {
  if (isCanonicalLine(line)) return JSON.parse(line) as Entry
  const json = parseJson(line)
  if (json === undefined) throw new MeasurementError(`${where}: the line is not JSON; it may be truncated`, where)
  const version = typeof json === 'object' && json !== null && 'v' in json ? json.v : undefined
  if (version !== ENTRY_VERSION) {
    const found = version === undefined ? 'missing' : printable(JSON.stringify(version) ?? 'missing', 40)
    throw new MeasurementError(
      `${where}: version ${found} is unknown; this program reads version ${ENTRY_VERSION}: update it`,
      where,
    )
  }
  const isCorrecting = typeof json === 'object' && json !== null && 'corrects' in json
  const result = isCorrecting ? CorrectionSchema.safeParse(json) : EntrySchema.safeParse(json)
  if (result.success) return result.data
  throw new MeasurementError(`${where}: ${schemaIssue(result.error, 'entry')}`, where)
}

/** A problem in a file of entries. */
interface LineFault {
  /** Counted from 1. */
  readonly line: number
  readonly text: string
}

/** Entries of a file, with the problems of its other lines. */
export interface EntryFile {
  readonly entries: readonly { readonly line: number; readonly entry: Line }[]
  readonly faults: readonly LineFault[]
}

/** Reads a whole file of entries. A last line without a newline is a fault: its write was cut off. */
export function readEntryFile(text: string, name: string): EntryFile {
  const entries: { line: number; entry: Line }[] = []
  const faults: LineFault[] = []
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  else
    faults.push({ line: lines.length, text: `${name}:${lines.length}: the line has no newline; its write was cut off` })
  for (const [index, line] of lines.entries()) {
    if (index === lines.length - 1 && faults.length > 0 && parseJson(line) === undefined) break
    try {
      entries.push({ line: index + 1, entry: readEntryLine(line, `${name}:${index + 1}`) })
    } catch (error) {
      if (!(error instanceof MeasurementError)) throw error
      faults.push({ line: index + 1, text: error.message })
    }
  }
  return { entries, faults }
}
