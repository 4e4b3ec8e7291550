import type { VariantComparison } from '../../core/variants/compare-variants.ts'
import { INK, PAPER, SOFT_INK } from '../ink.ts'
import { decimal } from '../quantities.ts'
import { FONTS, fitted, svgText, xml } from '../svg-text.ts'
import { type Chart, type Point, chartOf } from './points.ts'
import { frontWords } from './columns.ts'

const WIDTH = 640
const HEIGHT = 400
/** The plot's edges, px. */
const PLOT = { left: 40, right: 600, top: 60, bottom: 340 }
const RADIUS = 6

/** Energy against speed or quality as an SVG picture; the variants on the front are filled and joined. */
export function comparisonSvg(comparison: VariantComparison): string {
  const chart = chartOf(comparison)
  const front = frontWords(comparison, (name) => name)
  const body = chart
    ? plot(chart)
    : svgText(
        'The variants cannot be ranked: they lack a common unit, a time or a trustworthy figure.',
        20,
        80,
        13,
        `fill="${SOFT_INK}"`,
      )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="carbon comparison: ${xml(front ?? 'not ranked')}" font-family="${FONTS}">
<title>Energy of variants</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>
${svgText('Energy of variants', 20, 30, 18, `fill="${INK}" font-weight="bold"`)}
${body}
</svg>
`
}

function plot({ points, xLabel, yLabel, x, y, yTop }: Chart): string {
  const { left, right, top, bottom } = PLOT
  const placed = points.map((point) => ({
    ...point,
    cx: round(left + ((point.x - x[0]) / (x[1] - x[0] || 1)) * (right - left)),
    cy: round(bottom - ((point.y - y[0]) / (y[1] - y[0] || 1)) * (bottom - top)),
  }))
  const front = placed.filter(({ isOnFront }) => isOnFront).sort((a, b) => a.cx - b.cx)
  const soft = `fill="${SOFT_INK}"`
  return [
    `<path d="M${left} ${top}V${bottom}H${right}" fill="none" stroke="${SOFT_INK}"/>`,
    svgText(`${yLabel}, up to ${yTop}`, left, top - 8, 12, soft),
    svgText(endOf(x[0]), left, bottom + 18, 12, soft),
    svgText(endOf(x[1]), right, bottom + 18, 12, `${soft} text-anchor="end"`),
    svgText(xLabel, (left + right) / 2, bottom + 18, 12, `${soft} text-anchor="middle"`),
    svgText('Filled: no other variant beats it in what is compared.', left, bottom + 44, 12, soft),
    front.length > 1
      ? `<polyline points="${front.map(({ cx, cy }) => `${cx},${cy}`).join(' ')}" fill="none" stroke="${INK}" stroke-dasharray="4 4"/>`
      : '',
    ...placed.map(pointSvg),
  ]
    .filter(Boolean)
    .join('\n')
}

/** The name is on the side that has room. */
function pointSvg({ name, cx, cy, isOnFront }: Point & { readonly cx: number; readonly cy: number }): string {
  const isLeft = cx > (PLOT.left + PLOT.right) / 2
  const room = (isLeft ? cx - PLOT.left : PLOT.right - cx) - 2 * RADIUS
  const { text, size } = fitted(name, { width: Math.min(room, 240), size: 13, smallest: 10, bold: isOnFront })
  const anchor = isLeft ? ' text-anchor="end"' : ''
  const weight = isOnFront ? ' font-weight="bold"' : ''
  // Below the point where the name of the axis is above it.
  const dy = cy < PLOT.top + 20 ? 18 : -6
  const label = svgText(text, cx + (isLeft ? -10 : 10), cy + dy, size, `fill="${INK}"${anchor}${weight}`)
  return `<circle cx="${cx}" cy="${cy}" r="${RADIUS}" fill="${isOnFront ? INK : PAPER}" stroke="${INK}"/>\n${label}`
}

function endOf(value: number): string {
  return value < 0 ? `-${decimal(-value)}` : decimal(value)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
