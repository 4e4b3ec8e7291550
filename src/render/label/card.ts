import type { Report } from '../../core/report.ts'
import { visible } from '../escape.ts'
import { INK, PAPER, SOFT_INK } from '../ink.ts'
import { FONTS, fitted, svgText, wrapped, xml } from '../svg-text.ts'
import { widthOf } from '../text-width.ts'
import { type Block, INNER, MARGIN, WIDTH } from './block.ts'
import { footBlock } from './foot.ts'
import type { LabelRow } from './rows.ts'

const RULE = '#D1D9E0'
const ROW_HEIGHT = 24

/** What a card consists of. */
export interface Card {
  readonly kind: string
  readonly report: Report
  readonly blocks: readonly Block[]
  /** The card in words, for those who cannot see it. */
  readonly description: readonly string[]
}

/** The card as a standalone picture: no script, no style sheet, no font or picture from elsewhere. */
export function drawCard({ kind, report, blocks, description }: Card): string {
  const all = [headBlock(kind, report), ...blocks, footBlock(report)]
  let y = 0
  const drawn = all.map(({ height, draw }) => {
    const piece = draw(y)
    y += height
    return piece
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y}" viewBox="0 0 ${WIDTH} ${y}" role="img" aria-labelledby="carbon-label-title carbon-label-desc" font-family="${xml(FONTS)}" fill="${INK}">
<title id="carbon-label-title">${xml(`Carbon label of ${nameOf(report)}`)}</title>
<desc id="carbon-label-desc">${xml(description.map((text) => text.replace(/\.$/, '')).join('. '))}</desc>
<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${y - 1}" rx="12" fill="${PAPER}" stroke="${RULE}"/>
${drawn.filter(Boolean).join('\n')}
</svg>
`
}

/** The subject's name; a name of invisible characters only is replaced. */
function nameOf({ subject }: Report): string {
  return visible(subject.name) === '' ? 'unnamed' : subject.name
}

/** Repository, commit and workflow; null where nothing is known. */
function identityOf({ origin, subject }: Report): string | null {
  if (!origin) return null
  const { repository, commit, workflow } = origin
  const words = [repository, commit?.slice(0, 7), workflow === subject.name ? null : workflow]
  return words.filter((word) => word && visible(word) !== '').join(' · ') || null
}

/** The card in words. */
export function describe(report: Report, lines: readonly string[], rows: readonly LabelRow[]): string[] {
  const words = [identityOf(report) ?? '', ...lines, ...rows.map(({ name, value }) => `${name}: ${value}`)]
  return words.filter((text) => text !== '')
}

function headBlock(kind: string, report: Report): Block {
  const identity = identityOf(report)
  return {
    height: identity === null ? 70 : 88,
    draw: (y) =>
      [
        svgText(kind, MARGIN, y + 32, 11, `fill="${SOFT_INK}" letter-spacing="1.5" font-weight="600"`),
        textLine(nameOf(report), y + 56, 19, 12),
        identity === null ? '' : textLine(identity, y + 76, 11.5, 10, { isBold: false, ink: SOFT_INK }),
      ]
        .filter(Boolean)
        .join('\n'),
  }
}

/** A line across the card, fitted to it. */
function textLine(
  text: string,
  y: number,
  size: number,
  smallest: number,
  { isBold = true, ink = INK }: { isBold?: boolean; ink?: string } = {},
): string {
  const fit = fitted(text, { width: INNER, size, smallest, bold: isBold })
  const look = [isBold ? 'font-weight="700"' : '', ink === INK ? '' : `fill="${ink}"`].filter(Boolean).join(' ')
  return svgText(fit.text, MARGIN, y, fit.size, look)
}

/** A large line of the card. */
export interface CardLine {
  readonly text: string
  /** px; a longer text is set smaller, then cut. */
  readonly size: number
  readonly smallest: number
  readonly isBold?: boolean
}

/** Size of the verdict; words are left out of a longer one before it gets smaller, px. */
const VERDICT_SIZE = 13

/** The verdict with the use of the budget: `pass · 8 % of the budget of 5 g`, or `pass · 8 % of 5 g` where that is too long. */
export function verdictLine(text: string): CardLine {
  const fits = widthOf(text) * VERDICT_SIZE <= INNER
  const shown = fits ? text : text.replace(/ of (?:the|its) budget of /, ' of ')
  return { text: shown, size: VERDICT_SIZE, smallest: 10, isBold: false }
}

/** A black bar across the card. */
export function barBlock(thickness: number, before: number, after: number): Block {
  return {
    height: before + thickness + after,
    draw: (y) => `<rect x="${MARGIN}" y="${y + before}" width="${INNER}" height="${thickness}"/>`,
  }
}

/** Stacks large lines. */
export function linesBlock(lines: readonly CardLine[]): Block {
  const heights = lines.map(({ size }) => Math.round(size * 1.25 + 4))
  return {
    height: heights.reduce((sum, height) => sum + height, 8),
    draw: (y) => {
      let base = y + 4
      return lines
        .map(({ text, size, smallest, isBold = true }, at) => {
          base += heights[at] ?? 0
          return textLine(text, base - 5, size, smallest, { isBold })
        })
        .join('\n')
    },
  }
}

/** Small text on several lines, such as the reason why there is no figure. */
export function paragraphBlock(text: string, size: number, most: number, ink: string = INK): Block {
  const lines = wrapped(text, INNER, size, most)
  const step = Math.round(size * 1.4)
  return {
    height: lines.length * step + 8,
    draw: (y) =>
      lines
        .map((line, at) => svgText(line, MARGIN, y + (at + 1) * step, size, ink === INK ? '' : `fill="${ink}"`))
        .join('\n'),
  }
}

/** The table, one row each. */
export function rowsBlock(rows: readonly LabelRow[]): Block {
  return {
    height: rows.length * ROW_HEIGHT,
    draw: (y) =>
      rows
        .map(({ name, value }, at) => drawRow(name, value, y + at * ROW_HEIGHT + 16, at < rows.length - 1))
        .join('\n'),
  }
}

function drawRow(name: string, value: string, base: number, hasRule: boolean): string {
  const label = svgText(name, MARGIN, base, 12, 'font-weight="600"')
  const fit = fitted(value, { width: INNER - 12 - 12 * widthOf(name, true), size: 12, smallest: 9.5 })
  const figure = svgText(fit.text, WIDTH - MARGIN, base, fit.size, 'text-anchor="end"')
  const rule = hasRule ? `<rect x="${MARGIN}" y="${base + 7}" width="${INNER}" height="1" fill="${RULE}"/>` : ''
  return label + figure + rule
}
