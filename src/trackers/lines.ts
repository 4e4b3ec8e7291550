import { RECORD_LIMIT, RecordTooLong } from './limits.ts'
import { plainText } from './plain-text.ts'

export interface Line {
  /** From 1. */
  readonly number: number
  readonly text: string
  /** True for a last line without a line end: it may have been cut while it was written. */
  readonly torn: boolean
}

/**
 * The lines of a text, in batches (one a piece of the stream: awaiting every line would cost more than reading it).
 * @throws RecordTooLong
 */
export async function* lineBatches(text: AsyncIterable<string>, limit: number = RECORD_LIMIT): AsyncGenerator<Line[]> {
  let rest = ''
  let number = 1
  for await (const chunk of plainText(text)) {
    const lines: Line[] = []
    const buffer = rest + chunk
    let from = 0
    for (let end = buffer.indexOf('\n'); end !== -1; end = buffer.indexOf('\n', from)) {
      if (end - from > limit) throw new RecordTooLong(number, 'a line', limit)
      lines.push({ number, text: buffer.slice(from, end), torn: false })
      number += 1
      from = end + 1
    }
    rest = buffer.slice(from)
    if (rest.length > limit) throw new RecordTooLong(number, 'a line', limit)
    yield lines
  }
  if (rest !== '') yield [{ number, text: rest, torn: true }]
}
