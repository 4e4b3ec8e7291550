/**
 * Text with one kind of line end and no byte order mark, in pieces of any size: `\r\n` and a lone `\r` (old Macs, some
 * loggers) become `\n`, also where a pair is split between two pieces.
 */
export async function* plainText(text: AsyncIterable<string>): AsyncGenerator<string> {
  let first = true
  let heldReturn = false
  for await (const piece of text) {
    let chunk = piece
    if (chunk === '') continue
    if (first && chunk.startsWith('\uFEFF')) chunk = chunk.slice(1)
    first = false
    if (heldReturn) chunk = `\r${chunk}`
    heldReturn = chunk.endsWith('\r')
    if (heldReturn) chunk = chunk.slice(0, -1)
    yield chunk.includes('\r') ? chunk.replace(/\r\n?/g, '\n') : chunk
  }
  if (heldReturn) yield '\n'
}
