import { LABEL_CLASSES } from '../core/label.ts'
import type { Report } from '../core/report.ts'
import { visible } from './escape.ts'
import { failedGrowth, headlineOf } from './headline.ts'
import { inkOn } from './ink.ts'
import { plain } from './quantities.ts'
import { FONTS, fitted, svgText, xml } from './svg-text.ts'
import { widthOf } from './text-width.ts'

/** Left half of a badge without a text of its own. */
const NAME = 'carbon'
export const GREY = '#6E7781'
const LEFT_GROUND = '#30363D'
/** Widest left or right half, px: a longer text is cut in the middle. */
const WIDEST = 300
const SIZE = 11
/** How long a badge may be shown from a cache, s: long enough for shields.io's own limits, short enough for a daily figure. */
const CACHE_SECONDS = 3600

/** What a badge says, and its colour. */
export interface Badge {
  readonly label: string
  readonly message: string
  readonly colour: string
  readonly isError: boolean
}

/** The badge of a report. @param label text of the left half; empty for the usual one */
export function badgeOf(report: Report, label = ''): Badge {
  const { letter, amount, isEmissions } = headlineOf(report)
  const name = visible(label.slice(0, 5000)) === '' ? NAME : label.trim()
  if (report.verdict === 'indeterminate' || amount === null) {
    return { label: name, message: 'indeterminate', colour: GREY, isError: report.verdict === 'indeterminate' }
  }
  // Within the absolute budget but over a growth line: a green badge would be read as a pass.
  const isWithin = letter === null || letter <= 'D'
  const shown = report.verdict === 'fail' && failedGrowth(report) && isWithin ? 'G' : letter
  const colour = LABEL_CLASSES.find((row) => row.letter === shown)?.colour ?? GREY
  const figure = isEmissions ? `${amount} CO₂e` : amount
  return { label: name, message: letter === null ? figure : `${letter} · ${figure}`, colour, isError: false }
}

/** A flat badge for a README. */
export function badgeSvg(badge: Badge): string {
  const [left, right] = [fittedHalf(badge.label, { isBold: false }), fittedHalf(badge.message, { isBold: true })]
  const width = left.width + right.width
  const words = `${badge.label}: ${badge.message}`
  const title = words.startsWith(NAME) ? words : `${NAME}: ${words}`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" viewBox="0 0 ${width} 20" role="img" aria-label="${xml(title)}" font-family="${xml(FONTS)}">
<title>${xml(title)}</title>
<path d="M4 0H${left.width}V20H4A4 4 0 0 1 0 16V4A4 4 0 0 1 4 0Z" fill="${LEFT_GROUND}"/>
<path d="M${left.width} 0H${width - 4}A4 4 0 0 1 ${width} 4V16A4 4 0 0 1 ${width - 4} 20H${left.width}Z" fill="${badge.colour}"/>
${svgText(left.text, left.width / 2, 14, SIZE, `fill="${inkOn(LEFT_GROUND)}" text-anchor="middle"`)}
${svgText(right.text, left.width + right.width / 2, 14, SIZE, `fill="${inkOn(badge.colour)}" text-anchor="middle" font-weight="600"`)}
</svg>
`
}

/** Space beside the text of a half, both sides together, px. */
const PADDING = 12

function fittedHalf(text: string, { isBold }: { readonly isBold: boolean }): { text: string; width: number } {
  const fit = fitted(text, { width: WIDEST, size: SIZE, smallest: SIZE, bold: isBold })
  return { text: fit.text, width: Math.ceil(widthOf(fit.text, isBold) * SIZE) + PADDING }
}

/** The answer of a shields.io endpoint (https://shields.io/badges/endpoint-badge). */
export interface BadgeEndpoint {
  readonly schemaVersion: 1
  readonly label: string
  readonly message: string
  readonly color: string
  readonly cacheSeconds: number
  readonly isError?: true
}

export function badgeEndpoint({ label, message, colour, isError }: Badge): BadgeEndpoint {
  return {
    schemaVersion: 1,
    label: fitted(label, { width: WIDEST, size: SIZE, smallest: SIZE }).text,
    message: plain(message),
    color: colour.slice(1),
    cacheSeconds: CACHE_SECONDS,
    ...(isError && { isError: true as const }),
  }
}

export function renderBadgeSvg(report: Report): string {
  return badgeSvg(badgeOf(report))
}
