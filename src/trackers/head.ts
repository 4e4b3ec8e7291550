/** How much of a file is used to detect its format, characters. */
const HEAD_LENGTH = 64 * 1024

/** The beginning of a file without its byte order mark and its blank lines: they say nothing about its format. */
export function firstWritten(head: string): string {
  return head.replace(/^\uFEFF?(?:[ \t]*[\r\n]+)*/, '')
}

/** Looks at the beginning of a stream and gives it back whole. */
export async function withHead(text: AsyncIterable<string>): Promise<{ head: string; text: AsyncIterable<string> }> {
  const { start, whole } = await withStart(text, (read) => read.length >= HEAD_LENGTH)
  return { head: firstWritten(start.slice(0, HEAD_LENGTH)), text: whole }
}

/** Reads a stream until its start is enough, and gives it back whole. */
export async function withStart(
  text: AsyncIterable<string>,
  isEnough: (start: string) => boolean,
): Promise<{ start: string; whole: AsyncIterable<string> }> {
  const iterator = text[Symbol.asyncIterator]()
  let start = ''
  let done = false
  while (!done && !isEnough(start)) {
    const next = await iterator.next()
    if (next.done) done = true
    else start += next.value
  }
  async function* whole(): AsyncGenerator<string> {
    yield start
    if (done) return
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  return { start, whole: whole() }
}
