import { RECORD_LIMIT, RecordTooLong } from './limits.ts'
import { plainText } from './plain-text.ts'

/** One row of a CSV. */
export interface Row {
  /** Line on which it begins, from 1. */
  readonly line: number
  readonly fields: readonly string[]
  /** The row as it is written, if it has no quote and its fields are the text between delimiters; else null. */
  readonly plain: string | null
  /** True for a last row without a line end: it may have been cut while it was written. */
  readonly torn: boolean
  /** True when something follows a closing quote: where its fields end is a guess. */
  readonly malformed: boolean
}

/** A row without a quote. Its fields are only split on demand. */
class PlainRow implements Row {
  readonly line: number
  readonly plain: string
  readonly torn: boolean
  readonly malformed = false
  readonly #delimiter: string

  constructor(line: number, plain: string, delimiter: string, torn: boolean) {
    this.line = line
    this.plain = plain
    this.torn = torn
    this.#delimiter = delimiter
  }

  get fields(): readonly string[] {
    return this.plain.split(this.#delimiter)
  }
}

/**
 * The rows of a CSV as in RFC 4180, in batches, without blank lines. Written by hand because a general parser
 * is several times too slow for 38 columns at 60 MB/s: a row without a quote, nearly every one, is only cut at its end;
 * a row with a quote is walked through.
 * @throws RecordTooLong for a row beyond the limit, for example after an unclosed quote: the buffer is never larger
 */
export async function* rowBatches(text: AsyncIterable<string>, delimiter: string = ','): AsyncGenerator<Row[]> {
  let rest = ''
  let line = 1
  for await (const chunk of plainText(text)) {
    const rows: Row[] = []
    let from = 0
    let buffer = chunk
    if (rest !== '') {
      // A row across two chunks is joined by itself: joining the chunks would copy all of the text.
      const end = chunk.indexOf('\n')
      const row = rest + chunk.slice(0, Math.max(0, end))
      if (end === -1 || row.includes('"')) buffer = rest + chunk
      else {
        if (row.length > RECORD_LIMIT) throw new RecordTooLong(line, 'a row')
        rows.push(new PlainRow(line, row, delimiter, false))
        line += 1
        from = end + 1
      }
    }
    let quote = buffer.indexOf('"', from)
    for (let end = buffer.indexOf('\n', from); end !== -1; end = buffer.indexOf('\n', from)) {
      if (quote !== -1 && quote < from) quote = buffer.indexOf('"', from)
      if (quote === -1 || quote > end) {
        if (end - from > RECORD_LIMIT) throw new RecordTooLong(line, 'a row')
        if (end > from) rows.push(new PlainRow(line, buffer.slice(from, end), delimiter, false))
        line += 1
        from = end + 1
        continue
      }
      const quoted = quotedRow(buffer, from, delimiter, false)
      if (quoted === null) break
      if (quoted.end - from > RECORD_LIMIT) throw new RecordTooLong(line, 'a row')
      rows.push({ line, fields: quoted.fields, plain: null, torn: false, malformed: quoted.malformed })
      line += quoted.lines
      from = quoted.end
    }
    rest = buffer.slice(from)
    if (rest.length > RECORD_LIMIT) {
      throw new RecordTooLong(line, rest.includes('"') ? 'a row with an open quote' : 'a row')
    }
    yield rows
  }
  if (rest === '') return
  if (!rest.includes('"')) yield [new PlainRow(line, rest, delimiter, true)]
  else {
    const last = quotedRow(rest, 0, delimiter, true)
    if (last) yield [{ line, fields: last.fields, plain: null, torn: true, malformed: last.malformed }]
  }
}

/**
 * Where the fields of a row without quotes end: `ends[i]` is the end of field i, field i + 1 begins after it.
 * @param ends is filled; fields beyond its length are only counted
 * @returns how many fields there are
 */
export function fieldEnds(plain: string, delimiter: string, ends: Int32Array): number {
  let count = 0
  for (let at = plain.indexOf(delimiter); at !== -1; at = plain.indexOf(delimiter, at + 1)) {
    ends[count] = at
    count += 1
  }
  ends[count] = plain.length
  return count + 1
}

interface QuotedRow {
  readonly fields: string[]
  /** Where the next row begins. */
  readonly end: number
  /** How many lines it spans. */
  readonly lines: number
  readonly malformed: boolean
}

/** Walks one row with a quote. Null if the buffer ends before the row does (and it is not the file's end). */
function quotedRow(buffer: string, start: number, delimiter: string, atEnd: boolean): QuotedRow | null {
  const fields: string[] = []
  let lines = 1
  let malformed = false
  let at = start
  for (;;) {
    let field = ''
    let wasQuoted = false
    if (buffer[at] === '"') {
      wasQuoted = true
      let from = at + 1
      for (;;) {
        const close = buffer.indexOf('"', from)
        if (close === -1) {
          if (!atEnd) return null
          // The file ends inside the quote: the row is torn, and short of fields or malformed.
          return { fields: [...fields, field + buffer.slice(from)], end: buffer.length, lines, malformed: true }
        }
        field += buffer.slice(from, close)
        from = close + 1
        if (buffer[from] !== '"') break
        field += '"'
        from += 1
      }
      for (let end = field.indexOf('\n'); end !== -1; end = field.indexOf('\n', end + 1)) lines += 1
      at = from
      if (at === buffer.length && !atEnd) return null
    }
    let stop = at
    while (stop < buffer.length && buffer[stop] !== delimiter && buffer[stop] !== '\n') stop += 1
    if (stop === buffer.length && !atEnd) return null
    const tail = buffer.slice(at, stop)
    if (wasQuoted && tail.trim() !== '') malformed = true
    fields.push(wasQuoted ? field + tail.trim() : tail)
    if (stop >= buffer.length || buffer[stop] === '\n') {
      return { fields, end: Math.min(stop + 1, buffer.length), lines, malformed }
    }
    at = stop + 1
  }
}
