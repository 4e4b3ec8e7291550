import type { LogSource } from './tracker.ts'

/** How much of a file is used to detect its format, characters. */
const HEAD_LENGTH = 64 * 1024

/** The beginning of a file without its byte order mark and its blank lines: they say nothing about its format. */
export function firstWritten(head: string): string {
  return head.replace(/^\uFEFF?(?:[ \t]*[\r\n]+)*/, '')
}

/** Looks at the beginning of a text. @param text what may be iterated once @param isResaved whether a spreadsheet changed its separator */
export async function logSource(
  file: string,
  text: AsyncIterable<string>,
  isResaved: boolean = false,
): Promise<LogSource> {
  const { start, whole } = await withStart(text, (read) => read.length >= HEAD_LENGTH)
  return { file, text: whole, head: firstWritten(start.slice(0, HEAD_LENGTH)), isResaved }
}

/** Reads a stream until its start is enough, and returns the whole of it. An error at its start is thrown when the stream is read. */
export async function withStart(
  text: AsyncIterable<string>,
  isEnough: (start: string) => boolean,
): Promise<{ start: string; whole: AsyncIterable<string> }> {
  const iterator = text[Symbol.asyncIterator]()
  let start = ''
  let done = false
  let failure: { readonly error: unknown } | null = null
  try {
    while (!done && !isEnough(start)) {
      const next = await iterator.next()
      if (next.done) done = true
      else start += next.value
    }
  } catch (error) {
    failure = { error }
  }
  async function* whole(): AsyncGenerator<string> {
    yield start
    if (failure) throw failure.error
    if (done) return
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  return { start, whole: whole() }
}
