/** Maximum number of characters of a text that is compared. Hashing a longer one would cost a fifth of the reading. */
const MAX_LENGTH = 16 * 1024 * 1024

/** Number of different lines that do not come twice by chance. */
const ENOUGH = 8

/** How often a whole text may come in a file. Constant readings without times repeat more often. */
const MOST_TIMES = 4

/** Hashes of the lines of a text, in order; 0 for a line without text. */
export type LineHashes = Int32Array

/**
 * Hashes the lines of a text as it is read. A last line without a line end may be cut and is left out.
 * @param onTaken called once at the end of a text that is not too long
 */
export async function* withLineHashes(
  text: AsyncIterable<string>,
  onTaken: (lines: LineHashes) => void,
): AsyncGenerator<string> {
  let lines = new Int32Array(64)
  let count = 0
  let hash = 0
  let length = 0
  for await (const piece of text) {
    length += piece.length
    const end = length <= MAX_LENGTH ? piece.length : 0
    for (let at = 0; at < end; at += 1) {
      const code = piece.charCodeAt(at)
      if (code === 10) {
        if (count === lines.length) {
          const longer = new Int32Array(count * 2)
          longer.set(lines)
          lines = longer
        }
        lines[count] = hash
        count += 1
        hash = 0
      } else if (code !== 13) hash = (Math.imul(hash, 0x01000193) + code + 1) | 0
    }
    yield piece
  }
  // A text of one line without its end, such as JSON, is whole.
  if (count === 0 && hash !== 0) {
    lines[0] = hash
    count = 1
  }
  if (length <= MAX_LENGTH) onTaken(lines.slice(0, count))
}

/**
 * The line, from 1, at which a text begins again: as a whole, or with its first lines. Null if it does not.
 * @example startsAgainAt(hashes of 'a\nb\na\nb\n') // 3
 */
export function startsAgainAt(lines: LineHashes): number | null {
  const same = commonLengths(lines)
  // Of readings that repeat, every multiple of the shortest distance fits too.
  let hasPeriod = false
  for (let at = 1; at < lines.length; at += 1) {
    const length = same[at] as number
    const isToEnd = at + length === lines.length
    if (length < at && !isToEnd) continue
    const different = differentLines(lines, Math.min(at, length))
    if (different >= ENOUGH) return at + 1
    if (hasPeriod || !isToEnd || length < at) continue
    if (different >= 2 && at * MOST_TIMES >= lines.length) return at + 1
    hasPeriod = true
  }
  return null
}

/** Whether a text is another one or its beginning, both without blank lines at their end. A header or a line alone is not a beginning. */
export function isBeginning(beginning: LineHashes, whole: LineHashes): boolean {
  return (
    beginning.length > 0 &&
    beginning.length <= whole.length &&
    beginning.every((hash, at) => hash === whole[at]) &&
    (beginning.length === whole.length || differentLines(beginning, beginning.length) >= 2)
  )
}

/** The lines up to the last one with text. */
export function withoutBlankEnd(lines: LineHashes): LineHashes {
  return lines.subarray(0, lines.findLastIndex((hash) => hash !== 0) + 1)
}

/** For each line, how many lines from there on are the first lines of the text (the Z function). */
function commonLengths(lines: LineHashes): Int32Array {
  const same = new Int32Array(lines.length)
  let [from, to] = [0, 0]
  for (let at = 1; at < lines.length; at += 1) {
    let length = at < to ? Math.min(to - at, same[at - from] as number) : 0
    while (at + length < lines.length && lines[length] === lines[at + length]) length += 1
    same[at] = length
    if (at + length > to) [from, to] = [at, at + length]
  }
  return same
}

/** Number of different lines with text among the first ones; counted up to ENOUGH. */
function differentLines(lines: LineHashes, length: number): number {
  const seen = new Set<number>()
  for (let at = 0; at < length && seen.size < ENOUGH; at += 1) {
    const hash = lines[at] as number
    if (hash !== 0) seen.add(hash)
  }
  return seen.size
}
