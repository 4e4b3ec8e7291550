import { graphemesOf } from './graphemes.ts'
import { widthOf } from './text-width.ts'

/**
 * Untrusted text made inert. Names of jobs, steps, logs, branches and processors come from the author of the pull
 * request: in a comment they must be text and nothing else.
 */

/** Put between two characters that must not meet: invisible, and no part of a mention, a reference or an address. */
export const BREAK = '\u200B'

/** Longest name shown, in code points. */
export const NAME_LENGTH = 60
/** Longest sentence shown: a note, a source. */
export const SENTENCE_LENGTH = 400

/** C0, DEL and C1 controls, line and paragraph separators: each becomes a space. */
// oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
const CONTROLS = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g
/**
 * Characters that are not seen but act: bidirectional controls (text that reads other than it is), zero-width spaces,
 * byte-order marks, soft hyphens, interlinear and tag characters, noncharacters. The joiners of emoji stay.
 */
const UNSEEN =
  /[\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\uFFFE\uFFFF]|[\u{E0000}-\u{E0FFF}]/gu
/** Half of a surrogate pair, which no encoder can write. */
const LONE_SURROGATE = /\p{Surrogate}/gu
/** Escape sequences of terminals: CSI, OSC with its end, and two-character ones. */
const ANSI =
  // oxlint-disable-next-line no-control-regex -- the escape character is what is looked for
  /[\u001B\u009B](?:\][^\u0007\u001B\u009C]*(?:\u0007|\u001B\\|\u009C)?|[[\]()#;?]*(?:\d{1,4}(?:;\d{0,4})*)?[\dA-PR-TZcf-nq-uy=><~])/g

/** More than two accents on one letter, which would overlap other lines. */
const STACKED_MARKS = /(\p{M}{2})\p{M}+/gu

/** One line of visible text: no escape sequences, controls or characters that act unseen. */
export function visible(text: string): string {
  return text
    .replace(ANSI, '')
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(UNSEEN, '')
    .replace(STACKED_MARKS, '$1')
    .replace(CONTROLS, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Largest share of a text that is dropped to cut it between words. If no space is that near, the cut is inside a word. */
const WORD_ROOM = 0.3

/** The beginning of a text whose next character is `next`, without the word that the cut would split and without a comma before it. */
export function wholeWords(head: string, next: string): string {
  const end = /^\s/.test(next) ? head.length : head.search(/\s\S*$/)
  return (end < head.length * (1 - WORD_ROOM) ? head : head.slice(0, end)).replace(/[\s,;:]+$/, '')
}

/**
 * Shortens a text to a number of code points. Cuts between words, or inside a long word between characters as people see them.
 * "…" marks the cut.
 * A single cluster longer than the limit (stacked accents) is cut between code points.
 */
export function truncate(text: string, length: number): string {
  if (text.length <= length) return text
  // Only the head is segmented: a name of 70,000 characters costs no more than a short one.
  const points = Array.from(text.slice(0, 2 * length + 2))
  if (points.length <= length && text.length <= 2 * length) return text
  const head = points.slice(0, length - 1).join('')
  let end = 0
  for (const { index, segment } of graphemesOf(points.slice(0, length + 1).join(''))) {
    if (index + segment.length > head.length) break
    end = index + segment.length
  }
  const cut = head.slice(0, end > 0 ? end : head.length)
  return `${wholeWords(cut, text.slice(cut.length))}…`
}

/**
 * At most so many code points, without the middle: names of matrix jobs and files differ at their ends. "…" marks the gap.
 * Never cut inside a character as people see it.
 */
export function cutMiddle(text: string, length: number): string {
  if (text.length <= length) return text
  // Of a name of 70,000 characters only both ends are looked at.
  const ends = text.length > 8 * length ? text.slice(0, 4 * length) + text.slice(-4 * length) : text
  const clusters = Array.from(graphemesOf(ends.replace(LONE_SURROGATE, '\uFFFD')), ({ segment }) => segment)
  const sizes = clusters.map((cluster) => Array.from(cluster).length)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  if (ends === text && total <= length) return text
  const take = (order: readonly number[], budget: number): number[] => {
    let left = budget
    const taken: number[] = []
    for (const at of order) {
      left -= sizes[at] ?? 0
      if (left < 0) break
      taken.push(at)
    }
    return taken
  }
  const order = clusters.map((_, at) => at)
  const head = take(order, Math.ceil((length - 1) / 2))
  const tail = take(order.toReversed(), Math.floor((length - 1) / 2)).reverse()
  const joined = (at: readonly number[]): string => at.map((index) => clusters[index]).join('')
  if (head.length === 0 && tail.length === 0) return truncate(text, length)
  const [start, end] = [joined(head), joined(tail)]
  return `${untilJoint(start, ends.slice(start.length))}…${fromJoint(end, ends.slice(0, -end.length || undefined))}`
}

/** Places where a name may be cut: a space, which is removed, or a separator, which is kept. */
const JOINT = /[\s/\-_.,:(]/

/** The beginning of a name whose next character is `next`, cut at its last joint if that is near the end. */
function untilJoint(start: string, next: string): string {
  if (JOINT.test(next.charAt(0))) return start
  const length = start.length - start.search(/[^\s/\-_.,:(]*$/)
  return (length <= start.length * WORD_ROOM ? start.slice(0, start.length - length) : start).trimEnd()
}

/** The end of a name whose previous character is `before`, cut at its first joint if that is near the beginning. */
function fromJoint(end: string, before: string): string {
  if (JOINT.test(before.charAt(before.length - 1))) return end
  const at = end.search(JOINT)
  return (at !== -1 && at <= end.length * WORD_ROOM ? end.slice(at) : end).trimStart()
}

/** The visible head of a text. Of a very long one only so much is looked at that its cost does not grow with it. */
export function shown(text: string, length: number): string {
  const most = 20 * length
  if (text.length <= most) return truncate(visible(text), length)
  const head = truncate(visible(text.slice(0, most)), length)
  return head.endsWith('…') ? head : `${head}…`
}

/** Punctuation that Markdown, HTML or the math of comments reads as markup, written as entities, which are safe inside HTML too. */
const MARKUP = /[<>|\\`*[\]$"~^{}]/g
/** The entities that have a name everybody can read in the plain text of an e-mail. */
const NAMED: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * Untrusted text for Markdown: table cells, sentences, `<summary>`. The reader sees the same characters, but nothing
 * in it is a tag, a link, a mention, a reference, emphasis, an emoji code, a table's edge or a comment's end.
 * @param length most code points shown
 */
export function inert(text: string, length: number = NAME_LENGTH): string {
  return (
    shown(text, length)
      // An entity of theirs stays the letters it is.
      .replace(/&(?=#?\w+;)/g, '&amp;')
      .replace(MARKUP, (mark) => NAMED[mark] ?? `&#${mark.codePointAt(0)};`)
      // What begins a line may begin a list, a heading or a rule.
      .replace(
        /^[-+#=](?=\s|$|[-=#])|^\d{1,9}[.)](?=\s|$)/,
        (mark) => `${mark.slice(0, -1)}&#${mark.codePointAt(mark.length - 1)};`,
      )
      // Emphasis needs an underscore at the edge of a word; inside one (snake_case) it is only itself.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '&#95;')
      .replace(/&(?!(?:amp|lt|gt|quot|#\d+);)(?=[\p{L}\p{N}])/gu, `&${BREAK}`)
      .replace(/((?<!&)#|[@!%])(?=[\p{L}\p{N}_&])/gu, `$1${BREAK}`)
      // GH-123, and addresses: scheme://, www., mailto:
      .replace(/(gh-)(?=\d)/gi, `$1${BREAK}`)
      .replace(/:(?=\/\/)/g, `:${BREAK}`)
      .replace(/(www)(?=\.)/gi, `$1${BREAK}`)
      .replace(/(mailto|xmpp):/gi, `$1${BREAK}:`)
      // :emoji: and the runner's ::commands::
      // The last one may meet one of ours.
      .replace(/:(?=:|[\w+-]+:|$)/g, `:${BREAK}`)
      // What looks like a commit becomes a link to it.
      .replace(/\b([0-9a-f]{6})(?=[0-9a-f]{1,34}\b)/gi, `$1${BREAK}`)
  )
}

/** A span of code without a character that means something in Markdown, as `inert` leaves it. */
const CODE = /&#96;([\w+-][\w .:=+%/-]*)&#96;/g

/** A note, a reason or a source for Markdown, with the names of its settings and commands as code. */
export function inertSentence(text: string, length: number = SENTENCE_LENGTH): string {
  return inert(text, length).replace(CODE, '`$1`')
}

/** Widest run of characters in a table cell without a place where the line may break, em: four columns fit on a phone. */
const UNBROKEN_EM = 5.8
/** Places where a long name is best broken: after a separator, or before a sign that begins something new. */
const JOINTS = /(?<=[/\-_.,:])(?=[^/\-_.,:])|(?<=.)(?=[@(#])/u

/**
 * Untrusted text for a narrow table cell: cut in the middle, with invisible places to break a long word.
 * @param length most code points shown
 */
export function inertCell(text: string, length: number): string {
  // Of a very long text only both ends are looked at: its cost does not grow with its length.
  const ends = text.length > 8 * length ? `${text.slice(0, 4 * length)}…${text.slice(-4 * length)}` : text
  const short = cutMiddle(visible(ends), length)
  const words = short.split(' ')
  if (words.every((word) => widthOf(word) <= UNBROKEN_EM)) return inert(short, length + 1)
  return words.map(breakWord).join(' ')
}

/** Breaks a long word at its separators, and what is still too wide into pieces of about the same width. */
function breakWord(word: string): string {
  if (widthOf(word) <= UNBROKEN_EM) return inert(word)
  const pieces: string[] = []
  for (const piece of word.split(JOINTS).flatMap(splitEvenly)) {
    const joined = (pieces.at(-1) ?? '') + piece
    if (pieces.length > 0 && widthOf(joined) <= UNBROKEN_EM) pieces[pieces.length - 1] = joined
    else pieces.push(piece)
  }
  return pieces.map((each) => inert(each, 2 * NAME_LENGTH)).join(BREAK)
}

/** The fewest pieces that are narrow enough, cut between characters as people see them. */
function splitEvenly(text: string): string[] {
  const clusters = Array.from(graphemesOf(text), ({ segment }) => segment)
  const width = widthOf(text)
  for (let count = Math.ceil(width / UNBROKEN_EM); count < clusters.length; count++) {
    const pieces = Array.from({ length: count }, () => '')
    let start = 0
    for (const cluster of clusters) {
      const middle = start + widthOf(cluster) / 2
      pieces[Math.min(count - 1, Math.floor((middle / width) * count))] += cluster
      start += widthOf(cluster)
    }
    if (pieces.every((piece) => widthOf(piece) <= UNBROKEN_EM)) return pieces
  }
  return clusters
}

/** Untrusted text for a terminal or a log file: one line, no escape sequences. */
export function terminal(text: string, length: number = SENTENCE_LENGTH): string {
  return shown(text, length)
}
