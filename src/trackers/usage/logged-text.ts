import { type Fields, isFields, member } from '../field.ts'
import { DOCUMENT_LIMIT } from '../limits.ts'
import { eventData } from './usage-text.ts'
import { parseJson } from '../../core/json.ts'

/** Where JSON begins in a text: after `data:`, a level, a time. */
const JSON_START = /\[\s*(?=\{\s*")|\{\s*"/

/** A count of tokens above 0 as a maker writes it, in JSON or in JSON inside a text. */
const TOKEN_COUNT =
  /\\*"((?:prompt|completion|input|output)_tokens|(?:prompt|completion|input|output)Tokens|(?:prompt|candidates|input|output)TokenCount|(?:prompt_)?eval_count|gen_ai\.usage\.[a-z_.]+)\\*"\s*:\s*\\*"?[1-9]/

/** The field of a count of tokens that a text contains; null if it has none. */
export function countedField(text: string): string | null {
  return TOKEN_COUNT.exec(text)?.[1] ?? null
}

/** Whether a text begins as a JSON object, with nothing before it. */
export function beginsAsJson(text: string): boolean {
  return /^\s*(?:data:\s*)?(?:\[\s*)?\{\s*"/.test(text)
}

/**
 * The JSON object, or the array of objects, that a logged text contains after a prefix such as `INFO ` or `data: `. Of several lines
 * that are no JSON together, the objects of all.
 * @returns null where there is none, or where it cannot be read
 */
export function loggedJson(text: string): Fields | readonly unknown[] | null {
  if (!text.includes('{')) return null
  const line = text.trim()
  const whole = parsedOrNull(line)
  if (whole !== null) return whole
  const data = eventData(line)
  const start = data.search(JSON_START)
  const end = data.lastIndexOf(data[start] === '[' ? ']' : '}')
  const part = start === -1 || end < start ? null : parsedOrNull(data.slice(start, end + 1))
  if (part !== null || !line.includes('\n')) return part
  const values = line.split('\n').flatMap((each) => loggedJson(each) ?? (JSON_START.test(each) ? null : []))
  return values.length === 0 || values.includes(null) ? null : values
}

function parsedOrNull(text: string): Fields | readonly unknown[] | null {
  if (!text.startsWith('{') && !text.startsWith('[')) return null
  const value = parseJson(text)
  return Array.isArray(value) || isFields(value) ? value : null
}

/** JSON whose beginning was logged and whose end was not yet. */
interface OpenText {
  readonly parts: string[]
  /** Whether nothing is before the JSON. */
  readonly isJson: boolean
  length: number
  depth: number
  isInString: boolean
  isEscaped: boolean
}

/** What became of a text that is not JSON by itself. */
export interface JoinedText {
  /** The whole text that the part completes. */
  readonly whole: string | null
  /** Whether the text waits for its next part. */
  readonly isOpen: boolean
}

/**
 * Joins texts that a container runtime split (Docker at 16 KiB, CRI with the tag P): each part is the text of a record of its own. Parts
 * follow each other within their stream.
 */
export class SplitTexts {
  readonly #open = new Map<string, OpenText>()
  #length = 0

  /** Texts whose end never came, and that may have had a count of tokens. */
  abandoned = 0

  /** A text that is whole begins in the stream: what was open has no end. */
  begin(record: Fields): void {
    if (this.#open.size > 0) this.#abandon(streamOf(record))
  }

  /** Whether a text is the next part of one that is open. A whole object is not. */
  isNextPart(text: string, record: Fields): boolean {
    if (this.#open.size === 0 || !this.#open.has(streamOf(record))) return false
    return !/^\s*\{\s*"/.test(text) || parsedOrNull(text.trim()) === null
  }

  /** Takes a text that is not JSON by itself. */
  add(text: string, record: Fields): JoinedText {
    const stream = streamOf(record)
    const start = this.#open.has(stream) ? 0 : isOfContainer(record) ? text.search(JSON_START) : -1
    if (start === -1) return { whole: null, isOpen: false }
    const part = text.slice(start).replace(/\r?\n$/, '')
    const open = this.#open.get(stream) ?? {
      parts: [],
      isJson: beginsAsJson(text),
      length: 0,
      depth: 0,
      isInString: false,
      isEscaped: false,
    }
    open.parts.push(part)
    open.length += part.length
    this.#length += part.length
    scan(open, part)
    this.#open.set(stream, open)
    if (open.depth <= 0 && !open.isInString) {
      this.#close(stream)
      return { whole: open.parts.length > 1 ? open.parts.join('') : null, isOpen: false }
    }
    if (endsLine(text, record) || this.#length > DOCUMENT_LIMIT) this.#abandon(stream)
    return { whole: null, isOpen: true }
  }

  /** The log ends. */
  end(): void {
    for (const stream of this.#open.keys()) this.#abandon(stream)
  }

  #abandon(stream: string): void {
    const open = this.#close(stream)
    if (open !== undefined && (open.isJson || countedField(open.parts.join('')) !== null)) this.abandoned += 1
  }

  #close(stream: string): OpenText | undefined {
    const open = this.#open.get(stream)
    this.#open.delete(stream)
    this.#length -= open?.length ?? 0
    return open
  }
}

/** Whether a container runtime or its shipper wrote the record. */
function isOfContainer(record: Fields): boolean {
  return ['log', 'logtag', 'stream', 'container_id', 'partial_message', 'CONTAINER_PARTIAL_MESSAGE'].some((name) =>
    Object.hasOwn(record, name),
  )
}

/** The stream of a container that a record belongs to. */
function streamOf(record: Fields): string {
  return ['stream', 'source', 'container_id', 'container_name', 'partial_id', 'kubernetes']
    .map((name) => JSON.stringify(member(record, name)) ?? '')
    .join(' ')
}

/** Whether the container ended the line here. Docker keeps the line end, CRI tags the last part with F. */
function endsLine(text: string, record: Fields): boolean {
  const tag = member(record, 'logtag')
  return typeof tag === 'string' ? tag.startsWith('F') : text.endsWith('\n')
}

function scan(open: OpenText, part: string): void {
  for (let at = 0; at < part.length; at += 1) {
    const sign = part[at]
    if (open.isEscaped) open.isEscaped = false
    else if (open.isInString) {
      if (sign === '\\') open.isEscaped = true
      else if (sign === '"') open.isInString = false
    } else if (sign === '"') open.isInString = true
    else if (sign === '{' || sign === '[') open.depth += 1
    else if (sign === '}' || sign === ']') {
      open.depth -= 1
      if (open.depth <= 0) return
    }
  }
}

/** Number of lines of a text log in which a count of tokens is looked for. */
const SHOWN_LINES = 1000

/** Whether a text that is not JSON has a line with an answer that counts tokens. @param head its beginning */
export function logsUsage(head: string): boolean {
  const lines = head.split(/\r\n?|\n/, SHOWN_LINES)
  return lines.some((line) => countedField(line) !== null && loggedJson(line) !== null)
}
