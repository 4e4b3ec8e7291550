import { graphemesOf, isOneEach } from './graphemes.ts'

/** Text in the cells of a terminal or another font of one width: names in Chinese, Japanese and Korean, and emoji, take two. */

/** Colours, which take no room. */
// oxlint-disable-next-line no-control-regex -- the escape character is what is looked for
const COLOURS = /\u001B\[[\d;]*m/g
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\p{Emoji_Presentation}]/u
/** Asks for the coloured picture of a character. */
const EMOJI_STYLE = '\uFE0F'
/** Separate marks and joiners, such as zero-width spaces. */
const UNSEEN = /^[\p{M}\p{Cf}]+$/u

/** How many cells a text takes. */
export function cellsOf(text: string): number {
  const plain = text.replaceAll(COLOURS, '')
  if (isOneEach(plain)) return plain.length
  let cells = 0
  for (const { segment } of graphemesOf(plain)) cells += cellsOfCharacter(segment)
  return cells
}

function cellsOfCharacter(segment: string): number {
  if (UNSEEN.test(segment)) return 0
  return WIDE.test(segment) || segment.includes(EMOJI_STYLE) ? 2 : 1
}

/** The beginning of a text without colours that fits, cut between characters as people see them. */
export function cutCells(text: string, cells: number): string {
  let left = cells
  let end = 0
  for (const { index, segment } of graphemesOf(text)) {
    left -= cellsOfCharacter(segment)
    if (left < 0) break
    end = index + segment.length
  }
  return text.slice(0, end)
}

/** A text of at least so many cells, filled at its start or its end. */
export function padCells(text: string, cells: number, side: 'start' | 'end'): string {
  const padding = ' '.repeat(Math.max(0, cells - cellsOf(text)))
  return side === 'start' ? padding + text : text + padding
}

/**
 * Wraps a line at its spaces. No-break spaces keep figures and their units together.
 * @param indent before every line but the first
 */
export function wrapCells(line: string, cells: number, indent: string): string[] {
  if (cellsOf(line) <= cells) return [line]
  const lines: string[] = []
  let current = ''
  for (const [word] of line.matchAll(/ *[^ ]+/g)) {
    if (current !== '' && cellsOf(current + word) > cells) {
      lines.push(current)
      current = indent + word.trimStart()
    } else current += word
  }
  return [...lines, current]
}
