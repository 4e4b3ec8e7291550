import { expect, test } from 'vitest'
import { type Encoding, TextPieces, encodingOf } from '../../../src/app/logs/text-pieces.ts'

/** Decodes bytes that arrive in chunks of one length. */
function decoded(bytes: Buffer, chunk: number, encoding: Encoding = 'utf8'): string {
  const pieces = new TextPieces(encoding)
  let text = ''
  for (let at = 0; at < bytes.length; at += chunk) text += [...pieces.decode(bytes.subarray(at, at + chunk))].join('')
  return text + pieces.end()
}

const text = `plain ${'x'.repeat(70_000)} Größe 😀 ${'y'.repeat(66_000)}é\nend`

test.each([1, 2, 3, 7, 65_536, 70_009, 1e6])('Text in chunks of %d bytes is decoded as a whole is.', (chunk) => {
  expect(decoded(Buffer.from(text), chunk)).toBe(text)
})

test.each([1, 3, 65_537, 1e6])(
  'UTF-16 in chunks of %d bytes is decoded, also where one splits a character.',
  (chunk) => {
    const bytes = Buffer.from(text, 'utf16le')
    expect(decoded(bytes, chunk, 'utf16le')).toBe(text)
    expect(decoded(Buffer.from(bytes).swap16(), chunk, 'utf16be')).toBe(text)
    expect(decoded(Buffer.from(bytes).swap16().subarray(0, -1), chunk, 'utf16be')).toBe(`${text.slice(0, -1)}\uFFFD`)
  },
)

test.each(['timestamp, power.draw [W]\n', 'Größe;énergie\r\n1;2\r\n', '{}'])(
  'UTF-16 is recognised by the bytes of %j, with a byte order mark and without.',
  (log) => {
    for (const mark of ['', '\uFEFF']) {
      const bytes = Buffer.from(mark + log, 'utf16le')
      expect(encodingOf(bytes)).toBe('utf16le')
      expect(encodingOf(Buffer.from(bytes).swap16())).toBe('utf16be')
      expect(encodingOf(Buffer.from(mark + log))).toBe('utf8')
    }
  },
)

test.each([1, 5])(
  'A cut character becomes a replacement character, also before plain text (chunks of %d bytes).',
  (chunk) => {
    const cut = Buffer.concat([Buffer.from('abc'), Buffer.from([0xc3]), Buffer.from('plain')])
    expect(decoded(cut, chunk)).toBe('abc\uFFFDplain')
    expect(decoded(Buffer.from([0x61, 0xf0, 0x9f]), chunk)).toBe(Buffer.from([0x61, 0xf0, 0x9f]).toString())
  },
)
