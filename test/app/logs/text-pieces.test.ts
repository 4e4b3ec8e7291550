import { expect, test } from 'vitest'
import { TextPieces } from '../../../src/app/logs/text-pieces.ts'

/** Decodes bytes that arrive in chunks of one length. */
function decoded(bytes: Buffer, chunk: number, encoding: 'utf8' | 'utf16le' = 'utf8'): string {
  const pieces = new TextPieces(encoding)
  let text = ''
  for (let at = 0; at < bytes.length; at += chunk) text += [...pieces.decode(bytes.subarray(at, at + chunk))].join('')
  return text + pieces.end()
}

const text = `plain ${'x'.repeat(70_000)} Größe 😀 ${'y'.repeat(66_000)}é\nend`

test.each([1, 2, 3, 7, 65_536, 70_009, 1e6])('Text in chunks of %d bytes is decoded as a whole is.', (chunk) => {
  expect(decoded(Buffer.from(text), chunk)).toBe(text)
})

test('UTF-16 is decoded, also where a chunk splits a character.', () => {
  expect(decoded(Buffer.from('Größe 😀', 'utf16le'), 3, 'utf16le')).toBe('Größe 😀')
})

test.each([1, 5])(
  'A cut character becomes a replacement character, also before plain text (chunks of %d bytes).',
  (chunk) => {
    const cut = Buffer.concat([Buffer.from('abc'), Buffer.from([0xc3]), Buffer.from('plain')])
    expect(decoded(cut, chunk)).toBe('abc\uFFFDplain')
    expect(decoded(Buffer.from([0x61, 0xf0, 0x9f]), chunk)).toBe(Buffer.from([0x61, 0xf0, 0x9f]).toString())
  },
)
