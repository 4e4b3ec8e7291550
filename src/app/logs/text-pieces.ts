import { isAscii } from 'node:buffer'
import { StringDecoder } from 'node:string_decoder'

/** Longest piece of text, bytes: V8 allocates longer strings outside of its young generation, which costs a page fault each 4 KiB. */
const MAX_PIECE = 64 * 1024

/** Encodings that logs are in. */
export type Encoding = 'utf8' | 'utf16le'

/**
 * Decodes bytes into pieces of text. Plain ASCII, which nearly every log is, takes a path that is several times as fast as UTF-8.
 */
export class TextPieces {
  readonly #decoder: StringDecoder
  readonly #isUtf8: boolean
  /** Whether the decoder may still have the beginning of a character. */
  #isPending = false

  constructor(encoding: Encoding) {
    this.#decoder = new StringDecoder(encoding)
    this.#isUtf8 = encoding === 'utf8'
  }

  *decode(bytes: Buffer): Generator<string> {
    for (let from = 0; from < bytes.length; from += MAX_PIECE) {
      const piece = bytes.subarray(from, from + MAX_PIECE)
      const isPlain = this.#isUtf8 && isAscii(piece)
      if (!isPlain) yield this.#decoder.write(piece)
      else if (this.#isPending) yield this.#decoder.end() + piece.toString('latin1')
      else yield piece.toString('latin1')
      this.#isPending = !isPlain
    }
  }

  /** Returns what an incomplete last character becomes. */
  end(): string {
    return this.#decoder.end()
  }
}
