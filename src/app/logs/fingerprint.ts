/** Maximum number of characters of a text with a fingerprint. A copy of a longer log counts twice, with a warning. */
const LENGTH = 1024 * 1024

/** Distinguishes a log from every other log. */
export interface Fingerprint {
  /** Equal for texts whose lines have the same words and numbers, in any order within a line and with any separators. */
  readonly key: string
  /** Number of digits. Logs with few digits may agree by chance. */
  readonly digits: number
}

/**
 * Takes the fingerprint of a text as it is read.
 * @param onTaken called once at the end of a text that is not too long
 */
export async function* withFingerprint(
  text: AsyncIterable<string>,
  onTaken: (fingerprint: Fingerprint) => void,
): AsyncGenerator<string> {
  let whole: string | null = ''
  for await (const piece of text) {
    if (whole !== null) whole = whole.length + piece.length > LENGTH ? null : whole + piece
    yield piece
  }
  if (whole !== null) onTaken(fingerprintOf(whole))
}

function fingerprintOf(text: string): Fingerprint {
  const [header = ''] = text.split(/[\r\n]/, 1)
  // Between semicolons and tabs, a comma is a decimal sign.
  const points = /[;\t]/.test(header) ? text.replaceAll(/(\d),(?=\d)/g, '$1.') : text
  let key = 0
  let mixed = 0
  let digits = 0
  for (const line of points.replace(/^\uFEFF/, '').split(/\r\n?|\n/)) {
    let sum = 0
    for (const word of line.split(/[\s,;|"']+/)) {
      if (word === '') continue
      sum = (sum + hashOf(plainNumber(word))) >>> 0
      digits += word.replace(/\D/g, '').length
    }
    if (sum === 0) continue
    // The order of lines counts: the same powers at other times are another log.
    key = (Math.imul(key, 31) + sum) >>> 0
    mixed = (Math.imul(mixed, 0x01000193) ^ Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d)) >>> 0
  }
  return { key: `${key} ${mixed}`, digits }
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
