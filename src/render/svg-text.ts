import { cutMiddle, visible } from './escape.ts'

/** Text in an SVG picture: escaped, and fitted without knowing the font that the reader has. */

/** Fonts that are already there; nothing is loaded. */
export const FONTS = "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', Verdana, Arial, sans-serif"

/** More marks than this on one letter leave the line that it stands in. */
const STACKED_MARKS = /(\p{M}{2})\p{M}+/gu

/** Visible text as XML character data or an attribute's value. */
export function xml(text: string): string {
  return visible(text)
    .replace(STACKED_MARKS, '$1')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** Widths in em, after the wider of common fonts (DejaVu Sans), so that text is too short rather than too long. */
const NARROW = /[ijl.,:;'|!()[\]·]/
const WIDE = /[m\p{Lu}–…]/u
const WIDEST = /[MW@%—]/
/** East Asian wide characters and pictures. */
const FULL =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\p{Extended_Pictographic}]/u

/** Estimated width in em; bold is a tenth wider. */
export function widthOf(text: string, bold = false): number {
  let width = 0
  for (const character of text) {
    if (FULL.test(character)) width += 1.1
    else if (/[\s\u00A0]/.test(character)) width += 0.32
    else if (NARROW.test(character)) width += 0.37
    else if (WIDEST.test(character)) width += 1.02
    else width += WIDE.test(character) ? 0.8 : 0.62
  }
  return bold ? width * 1.1 : width
}

/** The text and the font size at which it fits: first it gets smaller, then it loses its middle. Sizes and width in px. */
export function fitted(
  text: string,
  { width, size, smallest, bold = false }: { width: number; size: number; smallest: number; bold?: boolean },
): { text: string; size: number } {
  const shown = cutMiddle(visible(text.slice(0, 5000)), 120)
  const fits = width / widthOf(shown, bold)
  if (fits >= size) return { text: shown, size }
  if (fits >= smallest) return { text: shown, size: Math.floor(fits * 10) / 10 }
  let length = [...shown].length
  let cut = shown
  while (length > 1 && widthOf(cut, bold) * smallest > width) {
    length -= 1
    cut = cutMiddle(shown, length)
  }
  return { text: cut, size: smallest }
}

/**
 * The text as lines that fit: broken between words, or inside one that is longer than a line. "…" marks what did not fit.
 * @param width px
 * @param size px
 * @param most lines
 */
export function wrapped(text: string, width: number, size: number, most: number): string[] {
  const fits = (line: string): boolean => widthOf(line) * size <= width
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(visible(text.slice(0, 5000)))) {
    if (line !== '' && !fits((line + piece).trimEnd())) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += line === '' ? piece.trimStart() : piece
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').replace(/.{1,2}$/u, '')}…`]
}

/** Words with their space; long ones, such as addresses, in pieces. */
function piecesOf(text: string): string[] {
  return text.match(/[^\s/]{1,16}[\s/]*|[\s/]+/gu) ?? []
}

/** A `<text>` element; `attributes` are the caller's own, never untrusted. */
export function svgText(text: string, x: number, y: number, size: number, attributes = ''): string {
  return `<text x="${x}" y="${y}" font-size="${size}"${attributes && ` ${attributes}`}>${xml(text)}</text>`
}
