import { type Days, dayOf } from '../../core/calendar.ts'
import { escaped } from '../html.ts'

/**
 * Pictures are stretched to the width of their place, so their text is HTML around them: it has the same size on a phone. Lines keep their
 * width by `vector-effect`.
 */

/** Size of the drawing in its own units. */
export const PLOT_WIDTH = 1000
export const PLOT_HEIGHT = 200

/** A drawing with its axes. */
export interface Plot {
  /** What a screen reader says of it. */
  readonly title: string
  /** SVG elements, made by us. */
  readonly shapes: string
  /** Labels of the vertical axis, top first; text. */
  readonly scale: readonly string[]
  /** Labels of the horizontal axis, left first; text. */
  readonly days: readonly string[]
  /** Lower than usual: one of many. */
  readonly isSmall?: boolean
}

/** The plot as HTML. */
export function plotHtml({ title, shapes, scale, days, isSmall = false }: Plot): string {
  const labels = (texts: readonly string[]): string => texts.map((text) => `<span>${escaped(text)}</span>`).join('')
  return `<div class="plot${isSmall ? ' small' : ''}"><div class="scale" aria-hidden="true">${labels(scale)}</div>${svg(title, PLOT_HEIGHT, grid(scale.length) + shapes)}<div class="days" aria-hidden="true">${labels(days)}</div></div>`
}

/** A stretched picture with a name for screen readers. */
export function svg(title: string, height: number, shapes: string): string {
  return `<svg viewBox="0 0 ${PLOT_WIDTH} ${height}" preserveAspectRatio="none" role="img" aria-label="${escaped(title)}"><title>${escaped(title)}</title>${shapes}</svg>`
}

/** One horizontal line for each label of the scale. */
function grid(lines: number): string {
  const step = PLOT_HEIGHT / Math.max(1, lines - 1)
  const path = Array.from({ length: lines }, (_, at) => `M0 ${round(at * step)}H${PLOT_WIDTH}`).join('')
  return `<path class="grid" d="${path}"/>`
}

/** A coordinate, short. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** The next round number above a value, so that the axis has labels people read: 1, 1.5, 2, 3, 4, 5, 6 or 8 times a power of ten. */
export function niceTop(value: number): number {
  if (!(value > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 1.5, 2, 3, 4, 5, 6, 8].find((step) => step * power >= value) ?? 10) * power
}

/** A line through points, in plot units. A single point becomes a dot. */
export function linePath(points: readonly (readonly [x: number, y: number])[], name: string): string {
  if (points.length === 0) return ''
  const [[x, y] = [0, 0], ...rest] = points
  const tail = rest.length === 0 ? 'h0.1' : rest.map(([px, py]) => `L${round(px)} ${round(py)}`).join('')
  return `<path class="${name}${rest.length === 0 ? ' dot' : ''}" d="M${round(x)} ${round(y)}${tail}"/>`
}

/** A closed area. */
export function areaPath(points: readonly (readonly [x: number, y: number])[], name: string): string {
  if (points.length < 3) return ''
  return `<path class="${name}" d="M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z"/>`
}

/** `Nov 3`. */
function shortDay(day: string): string {
  return new Date(Date.parse(day)).toLocaleDateString('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' })
}

/** First, middle and last day of an axis. */
export function dayLabels({ from, to }: Days): string[] {
  if (from === to) return [shortDay(from)]
  const isLong = from.slice(0, 4) !== to.slice(0, 4)
  const show = (day: string): string => (isLong ? day : shortDay(day))
  const middle = dayOf((Date.parse(from) + Date.parse(to)) / 2)
  return middle === from || middle === to ? [show(from), show(to)] : [show(from), show(middle), show(to)]
}
