import { type Days, countDays } from '../../core/calendar.ts'
import { quantity } from '../../render/quantities.ts'
import type { WorkflowTrend } from '../run-spread.ts'
import { PLOT_HEIGHT, PLOT_WIDTH, areaPath, dayLabels, linePath, niceTop, plotHtml, round } from './plot.ts'

/** The median energy of a run over time, in the band of eight runs in ten. */
export function trendPicture({ spreads }: WorkflowTrend, range: Days, daysPerPoint: number, title: string): string {
  const top = niceTop(Math.max(...spreads.map(({ high }) => high)))
  const days = countDays(range)
  const x = (day: string): number =>
    ((countDays({ from: range.from, to: day }) - 1 + Math.min(daysPerPoint, days) / 2) / days) * PLOT_WIDTH
  const y = (wh: number): number => PLOT_HEIGHT - (wh / top) * PLOT_HEIGHT
  const upper = spreads.map(({ day, high }) => [x(day), y(high)] as const)
  const lower = spreads.map(({ day, low }) => [x(day), y(low)] as const)
  const median = spreads.map((each) => [x(each.day), y(each.median)] as const)
  // A single point has no area: its band is a thick line.
  const [[x1 = 0, top1 = 0] = [], [, bottom1 = 0] = []] = [upper[0], lower[0]]
  const band =
    spreads.length === 1
      ? `<path class="whisker" d="M${round(x1)} ${round(top1)}V${round(bottom1)}"/>`
      : areaPath([...upper, ...lower.toReversed()], 'band')
  return plotHtml({
    title,
    shapes: band + linePath(median, 'line'),
    scale: [quantity(top, 'wh'), '0'],
    days: dayLabels(range),
    isSmall: true,
  })
}
