/** Number of lines in a fingerprint. */
const LINES = 100

/** Maximum number of characters in a fingerprint. */
const LENGTH = 64 * 1024

/** Distinguishes the beginning of a log from that of another log. */
export interface Fingerprint {
  /** Equal for texts with the same words and numbers, in any order and with any separators. */
  readonly key: string
  /** Number of digits. Logs with few digits may agree by chance. */
  readonly digits: number
  /** Whether there is a date or a time of day. */
  readonly hasTime: boolean
}

/**
 * Takes the fingerprint of a text as it is read.
 * @param onTaken called once, before the text ends
 */
export async function* withFingerprint(
  text: AsyncIterable<string>,
  onTaken: (fingerprint: Fingerprint) => void,
): AsyncGenerator<string> {
  let beginning: string | null = ''
  for await (const piece of text) {
    if (beginning !== null) {
      beginning += piece
      if (beginning.length >= LENGTH) {
        onTaken(fingerprintOf(beginning.slice(0, LENGTH), { isWhole: false }))
        beginning = null
      }
    }
    yield piece
  }
  if (beginning !== null) onTaken(fingerprintOf(beginning, { isWhole: true }))
}

/** @param isWhole whether the text ends here, so that its last line is complete */
function fingerprintOf(text: string, { isWhole }: { readonly isWhole: boolean }): Fingerprint {
  const [header = ''] = text.split(/[\r\n]/, 1)
  // Between semicolons and tabs, a comma is a decimal sign.
  const points = /[;\t]/.test(header) ? text.replaceAll(/(\d),(?=\d)/g, '$1.') : text
  const lines = points.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  const words = (isWhole ? lines : lines.slice(0, -1)).slice(0, LINES).flatMap((line) => line.split(/[\s,;|"']+/))
  let sum = 0
  let mixed = 0
  let digits = 0
  for (const word of words) {
    if (word === '') continue
    const hash = hashOf(plainNumber(word))
    sum = (sum + hash) >>> 0
    mixed = (mixed + Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)) >>> 0
    digits += word.replace(/\D/g, '').length
  }
  return {
    key: `${sum} ${mixed}`,
    digits,
    hasTime: words.some((word) => /\d\d:\d\d:\d\d|\d{4}-\d\d-\d\d|^1[67]\d{8}(?:\.|\d{3}$|$)/.test(word)),
  }
}

/** A number without the zeros that a spreadsheet leaves out. */
function plainNumber(word: string): string {
  const number = Number(word)
  return Number.isFinite(number) ? String(number) : word
}

/** FNV-1a of a word, 32 bits. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
