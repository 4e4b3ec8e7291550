import { percent } from '../../render/quantities.ts'
import { nameText } from '../html.ts'
import { PLOT_WIDTH, round, svg } from './plot.ts'
import { sharesToShow } from '../../render/rounded-sums.ts'

/** A share of a whole. */
export interface Share {
  readonly name: string
  /** In the unit of the whole. */
  readonly value: number
  /** The value as people read it. */
  readonly text: string
}

const HEIGHT = 20
/** Colours of the style sheet. */
const COLOURS = 6

/** One bar divided by shares, and its legend. */
export function shareBar(title: string, shares: readonly Share[]): string {
  const whole = shares.reduce((sum, { value }) => sum + value, 0)
  if (whole <= 0) return '<p class="quiet">Nothing with a known figure.</p>'
  const percents = sharesToShow(shares.map(({ value }) => value / whole)).map(percent)
  let x = 0
  const rects = shares.map(({ value }, at) => {
    const width = (value / whole) * PLOT_WIDTH
    const rect = `<rect class="part c${at % COLOURS}" x="${round(x)}" y="0" width="${round(width)}" height="${HEIGHT}"/>`
    x += width
    return rect
  })
  const legend = shares.map(
    ({ name, text }, at) =>
      `<li><span class="key c${at % COLOURS}"></span><span class="name">${nameText(name)}</span> <span class="figure">${percents[at]} <small>${text}</small></span></li>`,
  )
  const summary = shares.map(({ name }, at) => `${name.slice(0, 60)} ${percents[at]}`).join(', ')
  return `<div class="share">${svg(`${title}: ${summary}`, HEIGHT, rects.join(''))}</div><ul class="legend">${legend.join('')}</ul>`
}

/** A bar that shows a share of the largest. It repeats the figure beside it, so screen readers skip it. */
export function smallBar(share: number): string {
  const width = round(Math.min(1, Math.max(share, 0)) * PLOT_WIDTH)
  return `<svg class="bar" viewBox="0 0 ${PLOT_WIDTH} 6" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="${PLOT_WIDTH}" height="6"/><rect class="c0" width="${width}" height="6"/></svg>`
}
