import { DOCUMENT_LIMIT, RecordTooLong } from './limits.ts'
import { plainText } from './plain-text.ts'

/** The whole text of a small document. @throws RecordTooLong beyond 16 MiB, without reading on */
export async function wholeText(text: AsyncIterable<string>): Promise<string> {
  let whole = ''
  for await (const chunk of plainText(text)) {
    whole += chunk
    if (whole.length > DOCUMENT_LIMIT) throw new RecordTooLong(1, 'the document', DOCUMENT_LIMIT)
  }
  return whole
}
