import { LABEL_CLASSES } from '../core/label.ts'
import type { Report } from '../core/report.ts'
import { failedGrowth, headlineOf } from './headline.ts'
import { plain } from './quantities.ts'
import { FONTS, svgText, widthOf, xml } from './svg-text.ts'

const NAME = 'carbon'
const GREY = '#6E7781'

/** What a badge says, and its colour. */
interface Badge {
  readonly message: string
  readonly colour: string
}

function badgeOf(report: Report): Badge {
  const { letter, amount, isEmissions } = headlineOf(report)
  // Within the absolute budget but over a growth line: a green badge would be read as a pass.
  const isWithin = letter === null || letter <= 'D'
  const shown = report.verdict === 'fail' && failedGrowth(report) && isWithin ? 'G' : letter
  const colour = LABEL_CLASSES.find((each) => each.letter === shown)?.colour ?? GREY
  if (report.verdict === 'indeterminate' || amount === null) return { message: 'indeterminate', colour: GREY }
  const figure = isEmissions ? `${amount} CO₂e` : amount
  return { message: letter === null ? figure : `${letter} · ${figure}`, colour }
}

/** A flat badge for a README. */
export function renderBadgeSvg(report: Report): string {
  const { message, colour } = badgeOf(report)
  const left = Math.ceil(widthOf(NAME) * 11) + 12
  const right = Math.ceil(widthOf(message) * 11) + 14
  const width = left + right
  // White on green and red, dark on the light colours between them.
  const ink = /^#(?:009640|E30613|6E7781)$/.test(colour) ? '#FFFFFF' : '#1F2328'
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" viewBox="0 0 ${width} 20" role="img" aria-label="${xml(`${NAME}: ${message}`)}" font-family="${xml(FONTS)}">
<title>${xml(`${NAME}: ${message}`)}</title>
<path d="M4 0H${left}V20H4A4 4 0 0 1 0 16V4A4 4 0 0 1 4 0Z" fill="#30363D"/>
<path d="M${left} 0H${width - 4}A4 4 0 0 1 ${width} 4V16A4 4 0 0 1 ${width - 4} 20H${left}Z" fill="${colour}"/>
${svgText(NAME, left / 2, 14, 11, 'fill="#FFFFFF" text-anchor="middle"')}
${svgText(message, left + right / 2, 14, 11, `fill="${ink}" text-anchor="middle" font-weight="600"`)}
</svg>
`
}

/** The answer of a shields.io endpoint (https://shields.io/badges/endpoint-badge). */
export interface BadgeEndpoint {
  readonly schemaVersion: 1
  readonly label: string
  readonly message: string
  readonly color: string
  readonly isError?: true
}

export function badgeEndpoint(report: Report): BadgeEndpoint {
  const { message, colour } = badgeOf(report)
  return {
    schemaVersion: 1,
    label: NAME,
    message: plain(message),
    color: colour.slice(1),
    ...(report.verdict === 'indeterminate' && { isError: true as const }),
  }
}
