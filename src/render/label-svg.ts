import { LABEL_CLASSES, type Label } from '../core/label.ts'
import type { Report } from '../core/report.ts'
import { headlineOf, indeterminateWords } from './headline.ts'
import { shareOf } from './quantities.ts'
import { labelRows } from './label-rows.ts'
import { FONTS, fitted, svgText, widthOf, xml } from './svg-text.ts'

/** Sizes in px. The card brings its own white ground, as a printed label does: it reads the same in light and dark. */
const WIDTH = 320
const MARGIN = 20
const INNER = WIDTH - 2 * MARGIN
const INK = '#1F2328'
const SOFT = '#59636E'
const RULE = '#D1D9E0'
const PAPER = '#FFFFFF'

const ARROW = { top: 74, height: 22, step: 26, first: 84, longer: 18, tip: 11 }
const SCALE_END = ARROW.top + LABEL_CLASSES.length * ARROW.step

/** Letters on the two darkest colours are white, on the others dark: each at 3:1 or better. */
const ON_COLOUR: Readonly<Partial<Record<Label, string>>> = { A: '#FFFFFF', G: '#FFFFFF' }

/**
 * The carbon label as a standalone picture: the letter's arrow on its scale, then a table like a food label's. No script,
 * no style sheet, no font or picture from elsewhere. The letter and its place carry the meaning; colour only repeats it.
 */
export function renderLabelSvg(report: Report): string {
  const { letter } = headlineOf(report)
  const rows = labelRows(report)
  const table = rows.map(({ name, value }, at) => row(name, value, SCALE_END + 100 + at * 24)).join('\n')
  const height = SCALE_END + 100 + rows.length * 24 + 40
  const summary = summaryOf(report)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="carbon-label-title carbon-label-desc" font-family="${xml(FONTS)}" fill="${INK}">
<title id="carbon-label-title">${xml(`Carbon label of ${report.subject.name}`)}</title>
<desc id="carbon-label-desc">${xml([summary.title, summary.text, ...rows.map(({ name, value }) => `${name}: ${value}`)].join('. '))}</desc>
<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="12" fill="${PAPER}" stroke="${RULE}"/>
${svgText('CARBON LABEL', MARGIN, 32, 11, `fill="${SOFT}" letter-spacing="1.5" font-weight="600"`)}
${line(report.subject.name || 'unnamed', 56, 19, 12)}
${LABEL_CLASSES.map((each, at) => arrow(each, at, letter)).join('\n')}
${passLine()}
${pointer(report, letter)}
<rect x="${MARGIN}" y="${SCALE_END + 8}" width="${INNER}" height="5"/>
${line(summary.title, SCALE_END + 48, 30, 16)}
${line(summary.text, SCALE_END + 72, 13.5, 10, false)}
<rect x="${MARGIN}" y="${SCALE_END + 84}" width="${INNER}" height="2.5"/>
${table}
<rect x="${MARGIN}" y="${height - 38}" width="${INNER}" height="2.5"/>
${svgText(`carbon-gate ${report.tool.version.slice(0, 30)} · a share of the budget, not an absolute class`, MARGIN, height - 18, 7.9, `fill="${SOFT}"`)}
</svg>
`
}

/** A line across the card, fitted to it. */
function line(text: string, y: number, size: number, smallest: number, bold = true): string {
  const fit = fitted(text, { width: INNER, size, smallest, bold })
  return svgText(fit.text, MARGIN, y, fit.size, bold ? 'font-weight="700"' : '')
}

/** One class of the scale; the share that it ends at is written in it. */
function arrow({ letter, upTo, colour }: (typeof LABEL_CLASSES)[number], at: number, chosen: Label | null): string {
  const y = ARROW.top + at * ARROW.step
  const end = MARGIN + ARROW.first + at * ARROW.longer
  const middle = y + ARROW.height / 2
  const share = Number.isFinite(upTo) ? `≤ ${upTo * 100} %` : '> 200 %'
  const ink = ON_COLOUR[letter] ?? INK
  // Without a letter the scale is only a reminder of what it would be.
  const faint = chosen === null ? ' opacity="0.35"' : ''
  return `<g${faint}><path d="M${MARGIN} ${y}H${end}L${end + ARROW.tip} ${middle}L${end} ${y + ARROW.height}H${MARGIN}Z" fill="${colour}"/>${svgText(letter, MARGIN + 8, middle + 6, 16, `font-weight="700" fill="${ink}"`)}${svgText(share, MARGIN + 28, middle + 3.5, 10, `fill="${ink}"`)}</g>`
}

/** Where the budget ends, between D and E. */
function passLine(): string {
  const y = ARROW.top + 4 * ARROW.step - 2
  return `<path d="M${MARGIN} ${y}H${WIDTH - MARGIN}" stroke="${INK}" stroke-width="1" stroke-dasharray="3 3"/>${svgText('pass', 204, y - 4, 9, `fill="${SOFT}"`)}${svgText('over', 204, y + 10, 9, `fill="${SOFT}"`)}`
}

/** The black arrow at the right, level with its class: the letter once more, large. */
function pointer(report: Report, letter: Label | null): string {
  const at = letter === null ? 3 : LABEL_CLASSES.findIndex((each) => each.letter === letter)
  const middle = ARROW.top + at * ARROW.step + ARROW.height / 2
  const text = letter ?? (report.verdict === 'indeterminate' ? '?' : '–')
  const [left, right, half] = [WIDTH - MARGIN - 56, WIDTH - MARGIN, 20]
  return `<path d="M${left} ${middle}L${left + 16} ${middle - half}H${right}V${middle + half}H${left + 16}Z" fill="${letter === null ? SOFT : INK}"/>
${svgText(text, left + 34, middle + 10, 28, `font-weight="700" fill="${PAPER}" text-anchor="middle"`)}`
}

function row(name: string, value: string, y: number): string {
  const label = svgText(name, MARGIN, y + 3, 12, 'font-weight="600"')
  const fit = fitted(value, { width: INNER - 12 - 12 * widthOf(name, true), size: 12, smallest: 8.5 })
  const figure = svgText(fit.text, WIDTH - MARGIN, y + 3, fit.size, 'text-anchor="end"')
  return `${label}${figure}<rect x="${MARGIN}" y="${y + 11}" width="${INNER}" height="1" fill="${RULE}"/>`
}

/** The two lines under the scale. */
function summaryOf(report: Report): { title: string; text: string } {
  const { amount, isEmissions, line, share, verdict } = headlineOf(report)
  const figure = isEmissions ? `${amount} CO₂e` : amount
  if (report.verdict === 'indeterminate') return { title: 'indeterminate', text: indeterminateWords(report, figure) }
  return {
    title: figure ?? 'no figure',
    text: line && share ? `${verdict} · ${shareOf(share, `the budget of ${line.line}`)}` : verdict,
  }
}
