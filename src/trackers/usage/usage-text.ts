import { type JsonText, parsedJson } from '../json-values.ts'
import { DOCUMENT_LIMIT } from '../limits.ts'

/** The data of a line, without the field names of server-sent events. */
export function eventData(line: string): string {
  if (line.startsWith('{')) return line
  const text = line.trim()
  if (text.startsWith('data:')) {
    const data = text.slice(5).trim()
    return data === '[DONE]' ? '' : data
  }
  return /^(?:event|id|retry):|^:/.test(text) ? '' : text
}

/** Whether a text is a whole JSON value. */
export function isWhole(json: JsonText): boolean {
  if (!json.complete) return false
  try {
    parsedJson(json)
    return true
  } catch {
    return false
  }
}

/** Whether each line is a separate value, so that a broken line loses only itself. */
export async function withShape(
  text: AsyncIterable<string>,
): Promise<{ isLines: boolean; text: AsyncIterable<string> }> {
  const iterator = text[Symbol.asyncIterator]()
  let head = ''
  let done = false
  while (!done && !/\S[^\n\r]*[\n\r]/.test(head) && head.length < DOCUMENT_LIMIT) {
    const next = await iterator.next()
    if (next.done) done = true
    else head += next.value
  }
  const [first = ''] = head.replace(/^\uFEFF?\s*/, '').split(/[\n\r]/, 1)
  const start = head
  async function* whole(): AsyncGenerator<string> {
    yield start
    if (done) return
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  return { isLines: /^\{.*\}\s*$/.test(first) || /^(?:data|event|id|retry|):/.test(first), text: whole() }
}
