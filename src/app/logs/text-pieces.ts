import { isAscii } from 'node:buffer'
import { StringDecoder } from 'node:string_decoder'

/** Longest piece of text, bytes: V8 allocates longer strings outside of its young generation, which costs a page fault each 4 KiB. */
const MAX_PIECE = 64 * 1024

/** Encodings of the text of a log. */
export type Encoding = 'utf8' | 'utf16le' | 'utf16be'

/** Bytes at the beginning of UTF-16 that show which of the two it is where it has no byte order mark. */
const SHOWN_BYTES = 1024

/** The encoding of a text by its first bytes: a byte order mark, else the NUL of every other byte that UTF-16 has for ASCII. */
export function encodingOf(start: Buffer): Encoding {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf16be'
  const shown = start.subarray(0, SHOWN_BYTES)
  const nuls = [0, 0] as [number, number]
  shown.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2 === 0 ? 0 : 1] += 1
  })
  // Of a text that is mostly ASCII.
  const most = shown.length / 4
  if (nuls[0] === 0 && nuls[1] > most) return 'utf16le'
  return nuls[1] === 0 && nuls[0] > most ? 'utf16be' : 'utf8'
}

/** Decodes the beginning of a text, without its byte order mark. */
export function decodedStart(start: Buffer, encoding: Encoding): string {
  return [...new TextPieces(encoding).decode(start)].join('').replace(/^\uFEFF/, '')
}

/**
 * Decodes bytes into pieces of text. Plain ASCII, which nearly every log is, takes a path that is several times as fast as UTF-8.
 */
export class TextPieces {
  readonly #decoder: StringDecoder
  readonly #encoding: Encoding
  /** The first byte of a character of UTF-16 whose second one has not come. */
  #half = Buffer.alloc(0)
  /** Whether the decoder may still have the beginning of a character. */
  #isPending = false

  constructor(encoding: Encoding) {
    this.#decoder = new StringDecoder(encoding === 'utf8' ? 'utf8' : 'utf16le')
    this.#encoding = encoding
  }

  *decode(bytes: Buffer): Generator<string> {
    for (let from = 0; from < bytes.length; from += MAX_PIECE) {
      const piece = this.#ordered(bytes.subarray(from, from + MAX_PIECE))
      const isPlain = this.#encoding === 'utf8' && isAscii(piece)
      if (!isPlain) yield this.#decoder.write(piece)
      else if (this.#isPending) yield this.#decoder.end() + piece.toString('latin1')
      else yield piece.toString('latin1')
      this.#isPending = !isPlain
    }
  }

  /** The bytes in the order of the decoder. */
  #ordered(bytes: Buffer): Buffer {
    if (this.#encoding !== 'utf16be') return bytes
    const all = Buffer.concat([this.#half, bytes])
    const end = all.length - (all.length % 2)
    this.#half = all.subarray(end)
    return all.subarray(0, end).swap16()
  }

  /** Returns what an incomplete last character becomes. */
  end(): string {
    return this.#decoder.end() + (this.#half.length > 0 ? '\uFFFD' : '')
  }
}
