import { withStart } from '../head.ts'
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

/** `lines`: each line is a separate value, so that a broken line loses only itself. `text`: some lines contain a value. */
export type UsageShape = 'lines' | 'text' | 'values'

/** Finds the shape of a usage log by its first line. */
export async function withShape(
  text: AsyncIterable<string>,
): Promise<{ shape: UsageShape; text: AsyncIterable<string> }> {
  const isEnough = (read: string): boolean => /\S[^\n\r]*[\n\r]/.test(read) || read.length >= DOCUMENT_LIMIT
  const { start, whole } = await withStart(text, isEnough)
  const [first = ''] = start.replace(/^\uFEFF?\s*/, '').split(/[\n\r]/, 1)
  return { shape: shapeOf(first), text: whole }
}

function shapeOf(first: string): UsageShape {
  if (/^\{.*\}\s*$/.test(first) || /^(?:data|event|id|retry|):/.test(first)) return 'lines'
  return /^(?:\{|\[\s*(?:[[{\]]|$))/.test(first) ? 'values' : 'text'
}
