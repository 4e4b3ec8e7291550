import { MeasurementError } from '../core/errors.ts'
import { parseJson } from '../core/json.ts'
import { isFields, member } from './field.ts'
import { RECORD_LIMIT, RecordTooLong } from './limits.ts'
import { lineBatches } from './lines.ts'

/** A line of a log without the prefix or JSON that a container runtime or CI system adds. */
interface Unwrapped {
  readonly text: string
  readonly stream: string
  /** Whether the rest of the line follows in a later line of the stream. */
  readonly isPart: boolean
}

/** Removes what a container runtime or CI system adds to a line. Returns null for a line without it. */
export type LineWrapper = (line: string) => Unwrapped | null

/** Prefix of containerd and CRI-O: time, stream, and F for a full line or P for a part. Lines of more than 16 KiB are split. */
const CRI = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d) (stdout|stderr) ([FP])(?: |$)/

/** Prefix of GitHub Actions, GitLab, `docker logs -t` and `kubectl logs --timestamps`. */
const TIMED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,9}(?:Z|[+-]\d\d:\d\d)(?: \d\d[OE])? ?/

/** Prefix of syslog and of `journalctl`: time, host, program. */
const SYSLOG =
  /^(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:?\d\d) [\w.-]+ [\w./@-]+(?:\[\d+\])?:(?: |$)/

/** Prefix of `ts` (moreutils). */
const STAMPED = /^[A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d(?: |$)/

/** Name of a Docker Compose service, or of a container with `kubectl logs --prefix`. Each name is a log of its own. */
const NAMED = /^(?:[\w.-]+-\d+ +\||\[pod\/[^\]]+\])/

const WRAPPERS: readonly LineWrapper[] = [
  (line) => {
    const [prefix, stream = '', tag] = CRI.exec(line) ?? []
    if (prefix === undefined) return null
    return { text: line.slice(prefix.length), stream, isPart: tag === 'P' }
  },
  // Docker's json-file driver. A part of a split line has no line end.
  (line) => {
    const entry = line.startsWith('{') && line.includes('"log":') ? parseJson(line) : null
    const text = member(entry, 'log')
    if (!isFields(entry) || typeof text !== 'string') return null
    const stream = String(member(entry, 'stream'))
    return { text: text.replace(/\r?\n$/, ''), stream, isPart: !text.endsWith('\n') }
  },
  (line) => withoutStart(line, TIMED.exec(line)?.[0]),
  (line) => withoutStart(line, SYSLOG.exec(line)?.[0]),
  (line) => withoutStart(line, STAMPED.exec(line)?.[0]),
]

function withoutStart(line: string, start: string | undefined): Unwrapped | null {
  if (start === undefined || !line.startsWith(start)) return null
  return { text: line.slice(start.length), stream: '', isPart: false }
}

/** Number of lines that must have the same wrapper. */
const SHOWN_LINES = 50

/** Maximum number of wrappers around each other, such as those of a container runtime inside the log of a CI job. */
const MAX_DEPTH = 4

/** Finds the wrappers of the first lines of a text, the outermost first. Most texts have none. */
export function wrappersOf(head: string): readonly LineWrapper[] {
  const found: LineWrapper[] = []
  for (let inner = head; found.length < MAX_DEPTH;) {
    const wrapper = wrapperOf(inner)
    if (wrapper === null) break
    found.push(wrapper)
    inner = withoutOne(inner, wrapper)
  }
  return found
}

/** Finds the outermost wrapper. */
function wrapperOf(head: string): LineWrapper | null {
  const lines = head.split(/\r\n?|\n/).slice(0, SHOWN_LINES + 1)
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines
  const written = whole.filter((line) => line.trim() !== '')
  const [first] = written
  if (first === undefined) return null
  const name = NAMED.exec(first)?.[0]
  const common = WRAPPERS.find((wrapper) => written.every((line) => wrapper(line) !== null))
  if (common || name === undefined || !written.every((line) => line.startsWith(name))) return common ?? null
  return (line) => {
    const other = line.startsWith(name) ? undefined : NAMED.exec(line)?.[0]
    if (other !== undefined) throw new MeasurementError(mixedReason([name, other]))
    return withoutStart(line, `${name} `) ?? withoutStart(line, name)
  }
}

/** The beginning of a text without the names of its containers, and why it is refused. Null if it does not mix the lines of several. */
export function mixedHead(head: string): { readonly head: string; readonly reason: string } | null {
  const written = unwrappedHead(head, wrappersOf(head))
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
  const names = new Set(written.slice(0, SHOWN_LINES).map((line) => NAMED.exec(line)?.[0]))
  const [...known] = [...names].filter((name) => name !== undefined)
  if (known.length < 2 || known.length < names.size) return null
  return {
    head: written.map((line) => line.replace(NAMED, '').replace(/^ /, '')).join('\n'),
    reason: mixedReason(known),
  }
}

function mixedReason(names: readonly string[]): string {
  const [one, other] = names.map((prefix) => JSON.stringify(prefix.replace(/ +\|$/, '')))
  return `it mixes the lines of ${one} and ${other}: give the log of each by itself`
}

/** The beginning of a text without the wrappers of its lines. */
export function unwrappedHead(head: string, wrappers: readonly LineWrapper[]): string {
  return wrappers.reduce(withoutOne, head)
}

function withoutOne(head: string, wrapper: LineWrapper): string {
  const lines = new UnwrappedLines(wrapper)
  return head
    .split(/\r\n?|\n/)
    .map((line) => lines.next(line) ?? '')
    .join('\n')
}

/**
 * Removes the wrappers of each line and keeps the line numbers. Keeps lines that have no wrapper.
 * @throws RecordTooLong, MeasurementError for a line of another container
 */
export function withoutWrappers(text: AsyncIterable<string>, wrappers: readonly LineWrapper[]): AsyncIterable<string> {
  return wrappers.reduce(withoutWrapper, text)
}

async function* withoutWrapper(text: AsyncIterable<string>, wrapper: LineWrapper): AsyncGenerator<string> {
  const lines = new UnwrappedLines(wrapper)
  for await (const batch of lineBatches(text)) {
    yield batch
      .map(({ text: line, number, torn }) => {
        const whole = lines.next(line) ?? ''
        if (whole.length > RECORD_LIMIT) throw new RecordTooLong(number, 'a line', RECORD_LIMIT)
        return torn ? whole : `${whole}\n`
      })
      .join('')
  }
  // The log ends inside a split line. Its parts become the last line, without a line end.
  yield lines.rest()
}

/** Removes the wrapper of each line and joins the parts of split lines. */
class UnwrappedLines {
  readonly #wrapper: LineWrapper
  /** The parts so far of an unfinished line, by stream. */
  readonly #open = new Map<string, string>()

  constructor(wrapper: LineWrapper) {
    this.#wrapper = wrapper
  }

  /** Returns the whole line that ends here, or null if the rest follows. */
  next(line: string): string | null {
    const { text, stream, isPart } = this.#wrapper(line) ?? { text: line, stream: '', isPart: false }
    const whole = `${this.#open.get(stream) ?? ''}${text}`
    if (isPart && whole.length <= RECORD_LIMIT) {
      this.#open.set(stream, whole)
      return null
    }
    this.#open.delete(stream)
    return whole
  }

  rest(): string {
    return [...this.#open.values()].join('\n')
  }
}
