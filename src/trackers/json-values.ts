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
 * Finds the objects in the pieces of a JSON text. Each piece is scanned once and by itself: appending it to the beginning of its
 * value would copy a document of megabytes once a piece. Not a generator: the engine runs the loop of one several times slower.
 */
class ObjectScanner {
  readonly #limit: number
  #line = 1
  /** Nesting of the array that contains the values: 0 none, 1 one. */
  #base = 0
  #depth = 0
  #startLine = 1
  #isInString = false
  /** Whether the first character of the next piece follows a backslash. */
  #isEscaped = false
  /** The value that is open, from its first character; null between values. */
  #open: string[] | null = null
  #openLength = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** @returns the values that the piece completes, and why the rest of it cannot be read (RecordTooLong, MeasurementError) */
  scan(piece: string): { readonly found: readonly JsonText[]; readonly failure: MeasurementError | null } {
    const found: JsonText[] = []
    try {
      this.#addValues(piece, found)
      return { found, failure: null }
    } catch (error) {
      if (!(error instanceof MeasurementError)) throw error
      return { found, failure: error }
    }
  }

  #addValues(piece: string, found: JsonText[]): void {
    let start = this.#open === null ? -1 : 0
    let at = 0
    if (this.#isEscaped && piece !== '') {
      this.#isEscaped = false
      at = 1
    }
    let { line, depth, base, isInString } = this.#state()
    for (; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at)
      if (code === NEWLINE) line += 1
      if (isInString) {
        if (code === QUOTE) isInString = false
        else if (code === BACKSLASH) {
          at += 1
          this.#isEscaped = at === piece.length
        }
        continue
      }
      if (code === QUOTE) {
        if (depth === base) throw new MeasurementError(`line ${line} is not JSON: a text where an object should be`)
        isInString = true
      } else if (code === 0x7b || code === 0x5b) {
        // { or [
        if (depth === 0 && code === 0x5b && base === 0) base = 1
        else if (depth === base) {
          start = at
          this.#open = []
          this.#openLength = 0
          this.#startLine = line
        }
        depth += 1
        if (depth > MAX_DEPTH) throw new MeasurementError(`line ${line}: values nested deeper than ${MAX_DEPTH}`)
      } else if (code === 0x7d || code === 0x5d) {
        // } or ]
        depth -= 1
        if (depth < 0) throw new MeasurementError(`line ${line} is not JSON: a bracket closes that was never opened`)
        if (depth === base && this.#open !== null) {
          found.push({ line: this.#startLine, text: this.#append(piece.slice(start, at + 1)).join(''), complete: true })
          this.#open = null
          start = -1
        } else if (depth < base) base = 0
      } else if (depth === base && !isBetween(code)) {
        throw new MeasurementError(`line ${line} is not JSON: ${JSON.stringify(piece.slice(at, at + 20))}`)
      }
    }
    this.#line = line
    this.#depth = depth
    this.#base = base
    this.#isInString = isInString
    if (this.#open !== null) this.#append(piece.slice(start))
  }

  /** The value that the end of the text cuts; null if none is open. */
  rest(): JsonText | null {
    return this.#open === null ? null : { line: this.#startLine, text: this.#open.join(''), complete: false }
  }

  #state(): { line: number; depth: number; base: number; isInString: boolean } {
    return { line: this.#line, depth: this.#depth, base: this.#base, isInString: this.#isInString }
  }

  /** Appends to the open value. @throws RecordTooLong */
  #append(text: string): string[] {
    const open = (this.#open ??= [])
    open.push(text)
    this.#openLength += text.length
    if (this.#openLength > this.#limit) throw new RecordTooLong(this.#startLine, 'a JSON value', this.#limit)
    return open
  }
}

/**
 * The objects of a JSON text one by one, without keeping the whole: a single object, JSON lines, objects one after the
 * other, or the elements of an array, also an array that was never closed.
 * @throws RecordTooLong, MeasurementError for text that is not JSON
 */
export async function* jsonTexts(text: AsyncIterable<string>, limit: number = RECORD_LIMIT): AsyncGenerator<JsonText> {
  const scanner = new ObjectScanner(limit)
  for await (const piece of plainText(text)) {
    const { found, failure } = scanner.scan(piece)
    yield* found
    if (failure) throw failure
  }
  const rest = scanner.rest()
  if (rest) yield rest
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
