/** How much of a file is used to detect its format, characters. */
const HEAD_LENGTH = 64 * 1024

/** The beginning of a file without its byte order mark and its blank lines: they say nothing about its format. */
export function firstWritten(head: string): string {
  return head.replace(/^\uFEFF?(?:[ \t]*[\r\n]+)*/, '')
}

/** Looks at the beginning of a stream and gives it back whole. */
export async function withHead(text: AsyncIterable<string>): Promise<{ head: string; text: AsyncIterable<string> }> {
  const iterator = text[Symbol.asyncIterator]()
  let head = ''
  let done = false
  while (head.length < HEAD_LENGTH && !done) {
    const next = await iterator.next()
    if (next.done) done = true
    else head += next.value
  }
  const start = head
  async function* whole(): AsyncGenerator<string> {
    yield start
    if (done) return
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  return { head: firstWritten(head.slice(0, HEAD_LENGTH)), text: whole() }
}
