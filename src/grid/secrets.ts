/** Secrets that must never be printed. Each is passed to the caller's masking (GitHub's `add-mask`) as soon as it is known. */
export class Secrets {
  readonly #words = new Set<string>()
  readonly #mask: (word: string) => void

  constructor(mask: (word: string) => void = () => undefined) {
    this.#mask = mask
  }

  /** Also in its URL-encoded form. Short secrets are skipped: masking every "a" would make messages unreadable. */
  add(secret: string): void {
    for (const word of [secret, encodeURIComponent(secret)]) {
      if (word.length < 4 || this.#words.has(word)) continue
      this.#words.add(word)
      this.#mask(word)
    }
  }

  /** The text with every secret masked. */
  hidden(text: string): string {
    let result = text
    for (const word of this.#words) result = result.replaceAll(word, '***')
    return result
  }
}
