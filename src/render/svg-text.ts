import { cutMiddle, visible, wholeWords } from './escape.ts'
import { widthOf } from './text-width.ts'

/** Text in an SVG picture: escaped, and fitted without knowing the font that the reader has. */

/** Fonts that are already there; nothing is loaded. */
export const FONTS = "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', Verdana, Arial, sans-serif"

/** Visible text as XML character data or an attribute's value. */
export function xml(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
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
  const last = (lines[most - 1] ?? '').replace(/.{1,2}$/u, '')
  return [...lines.slice(0, most - 1), `${wholeWords(last, '')}…`]
}

/** Words with their space; long ones, such as addresses, in pieces. */
function piecesOf(text: string): string[] {
  return text.match(/[^\s/]{1,16}[\s/]*|[\s/]+/gu) ?? []
}

/** A `<text>` element; `attributes` are the caller's own, never untrusted. */
export function svgText(text: string, x: number, y: number, size: number, attributes = ''): string {
  return `<text x="${x}" y="${y}" font-size="${size}"${attributes && ` ${attributes}`}>${xml(text)}</text>`
}
