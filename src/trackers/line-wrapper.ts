import { isFields, member } from './field.ts'
import { RECORD_LIMIT, RecordTooLong } from './limits.ts'
import { lineBatches } from './lines.ts'

/** A line without what was written around it. */
interface Unwrapped {
  readonly text: string
  readonly stream: string
  /** Whether its end is in a later line of the stream. */
  readonly isPart: boolean
}

/** What container runtimes and CI systems write around each line of a log. Null for a line without it. */
export type LineWrapper = (line: string) => Unwrapped | null

/** containerd and CRI-O: time, stream, and whether the line is full (F) or a part (P) of one of more than 16 KiB. */
const CRI = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d) (stdout|stderr) ([FP])(?: |$)/

/** Logs of GitHub Actions and GitLab, `docker logs -t`, `kubectl logs --timestamps`. */
const TIMED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,9}(?:Z|[+-]\d\d:\d\d)(?: \d\d[OE])? ?/

/** A service of Docker Compose, a container of `kubectl logs --prefix`. Lines of two of them are of two logs. */
const NAMED = /^(?:[\w.-]+-\d+ +\||\[pod\/[^\]]+\])/

const WRAPPERS: readonly LineWrapper[] = [
  (line) => {
    const [prefix, stream = '', tag] = CRI.exec(line) ?? []
    if (prefix === undefined) return null
    return { text: line.slice(prefix.length), stream, isPart: tag === 'P' }
  },
  // Docker's json-file: a line that was split has no line end in it.
  (line) => {
    const entry = line.startsWith('{') && line.includes('"log":') ? parsedOrNull(line) : null
    const text = member(entry, 'log')
    if (!isFields(entry) || typeof text !== 'string') return null
    const stream = String(member(entry, 'stream'))
    return { text: text.replace(/\r?\n$/, ''), stream, isPart: !text.endsWith('\n') }
  },
  (line) => withoutStart(line, TIMED.exec(line)?.[0]),
]

function withoutStart(line: string, start: string | undefined): Unwrapped | null {
  if (start === undefined || !line.startsWith(start)) return null
  return { text: line.slice(start.length), stream: '', isPart: false }
}

/** How many lines show what is around all of them. */
const SHOWN_LINES = 50

/** What is around every line at the beginning of a text; null for a plain text. */
export function wrapperOf(head: string): LineWrapper | null {
  const lines = head.split(/\r\n?|\n/).slice(0, SHOWN_LINES + 1)
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines
  const written = whole.filter((line) => line.trim() !== '')
  const [first] = written
  if (first === undefined) return null
  const name = NAMED.exec(first)?.[0]
  const named: LineWrapper = (line) => withoutStart(line, name && `${name} `) ?? withoutStart(line, name)
  return [...WRAPPERS, named].find((wrapper) => written.every((line) => wrapper(line) !== null)) ?? null
}

/** The beginning of a text without what is around its lines. */
export function unwrappedHead(head: string, wrapper: LineWrapper): string {
  const lines = new UnwrappedLines(wrapper)
  return head
    .split(/\r\n?|\n/)
    .map((line) => lines.next(line) ?? '')
    .join('\n')
}

/** A text without what is around its lines, on the same lines. A line without it stays as it is. @throws RecordTooLong */
export async function* withoutWrapper(
  text: AsyncIterable<string>,
  wrapper: LineWrapper | null,
): AsyncGenerator<string> {
  if (wrapper === null) {
    yield* text
    return
  }
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
  // The end of a split line was not written: what there is of it is the last line, without a line end.
  yield lines.rest()
}

/** Takes off what is around each line, and joins the parts of a split one. */
class UnwrappedLines {
  readonly #wrapper: LineWrapper
  /** By stream. */
  readonly #open = new Map<string, string>()

  constructor(wrapper: LineWrapper) {
    this.#wrapper = wrapper
  }

  /** The whole line that ends here; null for a part of one. */
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

function parsedOrNull(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
