/** Number of characters from the beginning of a text whose lines are compared. Hashing more would cost a fifth of the reading. */
const MAX_LENGTH = 16 * 1024 * 1024

/** Number of characters from the beginning of a text that are looked for in the rest of it. */
const START_LENGTH = 16 * 1024

/** Number of different lines that do not repeat by chance. */
const ENOUGH = 8

/** Maximum number of times that a log is taken to be in its file. What repeats more often is constant readings without times. */
const MOST_TIMES = 4

/** What is kept of a text to compare it with itself and with others. */
export interface TextLines {
  /** Hashes of the lines of its first 16 MiB, in order; 0 for a line without text. */
  readonly hashes: Int32Array
  /** Whether the last line has no line end: it may be truncated. */
  readonly isOpen: boolean
  /** Whether the hashes cover the whole text. */
  readonly isWhole: boolean
  /** Length of the whole text, characters. */
  readonly length: number
  /** Characters before the place, beyond the first 16 MiB, where the text begins again; null if it does not. */
  readonly againAt: number | null
}

const FACTOR = 0x01000193

/** The hash of two lines that a missing line end joins into one: the last line of a log and the first of the next. */
function joinedHash(last: number, first: number, firstLength: number): number {
  let factor = 1
  for (let at = 0; at < firstLength; at += 1) factor = Math.imul(factor, FACTOR)
  return (Math.imul(last, factor) + first) | 0
}

/**
 * Hashes the lines of a text as it is read.
 * @param onTaken called once at the end of the text
 */
export async function* withLineHashes(
  text: AsyncIterable<string>,
  onTaken: (lines: TextLines) => void,
): AsyncGenerator<string> {
  let lines = new Int32Array(64)
  let count = 0
  let hash = 0
  let length = 0
  /** Length of the first line, characters; null while it is read. */
  let firstLength: number | null = null
  let lineLength = 0
  let start = ''
  let again: StartSearch | null = null
  const add = (): void => {
    if (count === lines.length) {
      const longer = new Int32Array(count * 2)
      longer.set(lines)
      lines = longer
    }
    lines[count] = hash
    count += 1
    hash = 0
    firstLength ??= lineLength
  }
  for await (const piece of text) {
    if (start.length < START_LENGTH) start += piece.slice(0, START_LENGTH - start.length)
    if (length + piece.length <= MAX_LENGTH) {
      for (let at = 0; at < piece.length; at += 1) {
        const code = piece.charCodeAt(at)
        if (code === 10) add()
        else if (code !== 13) {
          hash = (Math.imul(hash, FACTOR) + code + 1) | 0
          if (firstLength === null) lineLength += 1
        }
      }
    } else {
      again ??= new StartSearch(start, length)
      again.look(piece)
    }
    length += piece.length
    yield piece
  }
  const isWhole = again === null
  const isOpen = isWhole && hash !== 0
  if (isOpen) add()
  onTaken({
    hashes: isWhole ? separateJoined(lines.subarray(0, count), firstLength ?? 0) : lines.slice(0, count),
    isOpen,
    isWhole,
    length,
    againAt: again?.at ?? null,
  })
}

/**
 * Separates lines that `cat` joined. A log without a line end at its end joins its last line and the first line of its next copy: such a
 * line becomes two.
 */
function separateJoined(lines: Int32Array, firstLength: number): Int32Array {
  const [first = 0] = lines
  const last = lines.findLast((hash) => hash !== 0) ?? 0
  const joined = joinedHash(last, first, firstLength)
  if (lines.length < 2 || !lines.includes(joined)) return lines.slice()
  return Int32Array.from([...lines].flatMap((hash) => (hash === joined ? [last, first] : [hash])))
}

/** Looks for the beginning of a long text in the rest of it. */
class StartSearch {
  readonly #start: string
  /** The end of the pieces before, in which the beginning may have started. */
  #before = ''
  /** Number of characters before `#before`. */
  #length: number
  /** Characters before the place where the text begins again; null while none is found. */
  at: number | null = null

  /** @param length characters before the first piece */
  constructor(start: string, length: number) {
    // A beginning of few different lines is constant readings, which repeat in a correct log.
    this.#start = new Set(start.split('\n')).size > ENOUGH ? start : ''
    this.#length = length
  }

  look(piece: string): void {
    if (this.at !== null || this.#start === '') return
    const text = this.#before + piece
    const found = text.indexOf(this.#start)
    if (found !== -1) this.at = this.#length + found
    this.#before = text.slice(1 - this.#start.length)
    this.#length += text.length - this.#before.length
  }
}

/**
 * Where a text begins again: as a whole, or with its first lines. Null if it does not.
 * @example startsAgainAt(lines of 'a\nb\na\nb\n') // 'at line 3'
 */
export function startsAgainAt({ hashes, againAt }: TextLines): string | null {
  if (againAt !== null) return `after ${(againAt / (1024 * 1024)).toFixed(1)} MiB`
  const lines = hashes.filter((hash) => hash !== 0)
  const at = startOfAgain(lines)
  if (at === null) return null
  // Blank lines are not compared: where logs are joined there may be one more or less.
  let number = 0
  for (let written = 0; written <= at; number += 1) if (hashes[number] !== 0) written += 1
  return `at line ${number}`
}

/** Index of the line with which the lines begin again. */
function startOfAgain(hashes: Int32Array): number | null {
  const same = commonLengths(hashes)
  // If readings repeat after some lines, they also repeat after every multiple of that distance: only the shortest is looked at.
  let hasPeriod = false
  for (let at = 1; at < hashes.length; at += 1) {
    const length = same[at] as number
    const isToEnd = at + length === hashes.length
    if (length < at && !isToEnd) continue
    const different = differentLines(hashes, Math.min(at, length))
    if (different >= ENOUGH) return at
    if (hasPeriod || !isToEnd || length < at) continue
    if (different >= 2 && at * MOST_TIMES >= hashes.length) return at
    hasPeriod = true
  }
  return null
}

/** Whether the lines of one text are those of another or its beginning. A header or one line alone is not a beginning. */
export function isBeginning(beginning: Int32Array, whole: Int32Array): boolean {
  return (
    beginning.length > 0 &&
    beginning.length <= whole.length &&
    beginning.every((hash, at) => hash === whole[at]) &&
    (beginning.length === whole.length || differentLines(beginning, beginning.length) >= 2)
  )
}

/** The lines that can be compared: those with text and a line end, since a last line without one may be truncated. One line alone is kept. */
export function comparedLines({ hashes, isOpen }: TextLines): Int32Array {
  const ended = isOpen && hashes.length > 1 ? hashes.subarray(0, -1) : hashes
  return ended.filter((hash) => hash !== 0)
}

/** For each line, how many lines from there on are the first lines of the text (the Z function). */
function commonLengths(lines: Int32Array): Int32Array {
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

/** Number of different lines among the first ones; counted up to ENOUGH. */
function differentLines(lines: Int32Array, length: number): number {
  const seen = new Set<number>()
  for (let at = 0; at < length && seen.size < ENOUGH; at += 1) seen.add(lines[at] as number)
  return seen.size
}
