import { type Days, addDays, countDays } from '../../core/calendar.ts'
import { type Family, quantity } from '../../render/quantities.ts'
import type { Amounts, Figure } from '../amounts.ts'
import { PLOT_HEIGHT, PLOT_WIDTH, dayLabels, niceTop, plotHtml, round } from './plot.ts'

/** One part of a stacked bar: its figure, and its class in the style sheet. */
export interface Layer {
  readonly figure: Figure
  readonly name: string
}

/** Days of one bar: 1, 7 or 28, so that there are at most about 130 bars up to ten years. */
function daysPerBar(days: number): number {
  return days <= 130 ? 1 : days <= 910 ? 7 : 28
}

/** A bar of few is not wider, in plot units. */
export const WIDEST_BAR = 60

/** A bar for each day, week or four weeks; its layers are stacked. */
export function dayBars(
  days: ReadonlyMap<string, Amounts>,
  range: Days,
  { layers, family, title }: { layers: readonly Layer[]; family: Family; title: string },
): string {
  const step = daysPerBar(countDays(range))
  const bars: { day: string; values: number[] }[] = []
  for (let day = range.from; day <= range.to; day = addDays(day, 1)) {
    const offset = countDays({ from: range.from, to: day }) - 1
    if (offset % step === 0) bars.push({ day, values: layers.map(() => 0) })
    const amounts = days.get(day)
    const bar = bars.at(-1)
    if (amounts && bar)
      layers.forEach(({ figure }, at) => (bar.values[at] = (bar.values[at] ?? 0) + (amounts.sum(figure) ?? 0)))
  }
  const top = niceTop(Math.max(...bars.map(({ values }) => sum(values))))
  const slot = PLOT_WIDTH / bars.length
  const width = Math.min(slot - Math.min(slot * 0.2, 6), WIDEST_BAR)
  const shapes = bars.map(({ day, values }, at) => {
    let y = PLOT_HEIGHT
    const rects = values.map((value, layer) => {
      const height = (value / top) * PLOT_HEIGHT
      y -= height
      return height > 0
        ? `<rect class="${layers[layer]?.name}" x="${round((at + 0.5) * slot - width / 2)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"/>`
        : ''
    })
    const span = step === 1 ? day : `${step} days from ${day}`
    return sum(values) > 0 ? `<g><title>${span}: ${quantity(sum(values), family)}</title>${rects.join('')}</g>` : ''
  })
  const per = step === 1 ? 'per day' : `per ${step} days`
  return plotHtml({
    title: `${title} ${per}, ${range.from} to ${range.to}`,
    shapes: shapes.join(''),
    // Tiny figures read alike: `under 0.01 mL` is labelled once.
    scale: [...new Set([quantity(top, family), quantity(top / 2, family), '0'])],
    days: dayLabels(range),
  })
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
