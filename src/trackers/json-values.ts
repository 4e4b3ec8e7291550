import { MeasurementError } from '../core/errors.ts'
import { DOCUMENT_LIMIT, RECORD_LIMIT, RecordTooLong } from './limits.ts'
import { plainText } from './plain-text.ts'

/** The text of one JSON object: of an array's element, of a line, of the whole file. */
export interface JsonText {
  /** Line on which it begins, from 1. */
  readonly line: number
  readonly text: string
  /** False for the last one when the file ends inside it. */
  readonly complete: boolean
}

/** Deepest nesting of a log's value; none of the known formats goes beyond 10. */
const MAX_DEPTH = 64

const QUOTE = 0x22
const BACKSLASH = 0x5c
const NEWLINE = 0x0a

/**
 * The objects of a JSON text one by one, without keeping the whole: a single object, JSON lines, objects one after the
 * other, or the elements of an array, also an array that was never closed.
 * @throws RecordTooLong, MeasurementError for text that is not JSON
 */
export async function* jsonTexts(text: AsyncIterable<string>, limit: number = RECORD_LIMIT): AsyncGenerator<JsonText> {
  let buffer = ''
  let at = 0
  let line = 1
  let base = 0 // nesting of the array that contains the values: 0 none, 1 one
  let depth = 0
  let start = -1
  let startLine = 1
  let inString = false
  for await (const chunk of plainText(text)) {
    buffer = (start === -1 ? '' : buffer.slice(start)) + chunk
    at = start === -1 ? 0 : at - start
    if (start !== -1) start = 0
    for (; at < buffer.length; at += 1) {
      const code = buffer.charCodeAt(at)
      if (code === NEWLINE) line += 1
      if (inString) {
        if (code === BACKSLASH) {
          if (at + 1 === buffer.length) break // the escaped character is in the next piece
          at += 1
        } else if (code === QUOTE) inString = false
        continue
      }
      if (code === QUOTE) {
        if (depth === base) throw new MeasurementError(`line ${line} is not JSON: a text where an object should be`)
        inString = true
      } else if (code === 0x7b || code === 0x5b) {
        // { or [
        if (depth === 0 && code === 0x5b && base === 0) base = 1
        else if (depth === base) {
          start = at
          startLine = line
        }
        depth += 1
        if (depth > MAX_DEPTH) throw new MeasurementError(`line ${line}: values nested deeper than ${MAX_DEPTH}`)
      } else if (code === 0x7d || code === 0x5d) {
        // } or ]
        depth -= 1
        if (depth < 0) throw new MeasurementError(`line ${line} is not JSON: a bracket closes that was never opened`)
        if (depth === base && start !== -1) {
          if (at + 1 - start > limit) throw new RecordTooLong(startLine, 'a JSON value', limit)
          yield { line: startLine, text: buffer.slice(start, at + 1), complete: true }
          start = -1
        } else if (depth < base) base = 0
      } else if (depth === base && !isBetween(code)) {
        throw new MeasurementError(`line ${line} is not JSON: ${JSON.stringify(buffer.slice(at, at + 20))}`)
      }
    }
    if (start !== -1 && buffer.length - start > limit) throw new RecordTooLong(startLine, 'a JSON value', limit)
  }
  if (start !== -1) yield { line: startLine, text: buffer.slice(start), complete: false }
}

/** White space and commas separate values. */
function isBetween(code: number): boolean {
  return code === 0x20 || code === NEWLINE || code === 0x09 || code === 0x2c
}

/** Parses one text. @throws MeasurementError that names the line (also for `NaN` and `Infinity`, which JSON does not have) */
export function parsedJson({ text, line, complete }: JsonText): unknown {
  if (!complete) throw new MeasurementError('the file ends inside a JSON value')
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    const bare = /[:[,]\s*(-?(?:NaN|Infinity))\b/.exec(text)
    const why = bare ? `${bare[1]} is not a number` : (error as Error).message.split('\n')[0]
    throw new MeasurementError(`the value that begins on line ${line} is not JSON: ${why}`)
  }
}

/** The only object of a file. @throws MeasurementError, RecordTooLong */
export async function jsonDocument(text: AsyncIterable<string>): Promise<unknown> {
  let found: unknown
  let count = 0
  for await (const value of jsonTexts(text, DOCUMENT_LIMIT)) {
    count += 1
    if (count > 1) throw new MeasurementError(`line ${value.line}: a second JSON value where the file should end`)
    found = parsedJson(value)
  }
  if (count === 0) throw new MeasurementError('it contains no JSON object')
  return found
}
