import { FIGURE_OF } from '../../core/units.ts'
import { type Days, countDays } from '../../core/calendar.ts'
import { quantity } from '../../render/quantities.ts'
import type { BurnDown } from '../burn-down.ts'
import type { PeakUse } from '../peak-use.ts'
import { WIDEST_BAR } from './day-bars.ts'
import { PLOT_HEIGHT, PLOT_WIDTH, areaPath, dayLabels, linePath, niceTop, plotHtml, round } from './plot.ts'

/** What is left of a budget, day by day, beside the even pace. Below the line of zero it is exceeded. */
export function burnDownPicture({ budget, current, left }: BurnDown, title: string): string {
  const family = FIGURE_OF[budget.metric]
  const lowest = Math.min(0, ...left.map((point) => point.left))
  const bottom = lowest < 0 ? -niceTop(-lowest) : 0
  const days = countDays(current)
  const x = (daysDone: number): number => (daysDone / days) * PLOT_WIDTH
  const y = (value: number): number => ((budget.limit - value) / (budget.limit - bottom)) * PLOT_HEIGHT
  const points = [[0, y(budget.limit)] as const, ...left.map((point, at) => [x(at + 1), y(point.left)] as const)]
  const last = points.at(-1)?.[0] ?? 0
  const shapes = [
    areaPath([...points, [last, y(0)], [0, y(0)]], lowest < 0 ? 'area over' : 'area'),
    linePath(
      [
        [0, y(budget.limit)],
        [PLOT_WIDTH, y(0)],
      ],
      'pace',
    ),
    bottom < 0 ? `<path class="zero" d="M0 ${round(y(0))}H${PLOT_WIDTH}"/>` : '',
    linePath(points, lowest < 0 ? 'line over' : 'line'),
  ]
  const scale = [quantity(budget.limit, family), bottom < 0 ? quantity(bottom, family) : '0']
  return plotHtml({ title, shapes: shapes.join(''), scale, days: dayLabels(current) })
}

/** The largest use of each day beside the limit. */
export function peakPicture({ budget, days }: PeakUse, range: Days, title: string): string {
  const family = FIGURE_OF[budget.metric]
  const top = niceTop(Math.max(budget.limit, ...days.map(({ used }) => used)) * 1.05)
  const slot = PLOT_WIDTH / countDays(range)
  const width = Math.min(Math.max(slot * 0.8, 0.5), WIDEST_BAR)
  const y = (value: number): number => PLOT_HEIGHT - (value / top) * PLOT_HEIGHT
  const bars = days.map(({ day, used }) => {
    const x = (countDays({ from: range.from, to: day }) - 0.5) * slot - width / 2
    return `<rect class="${used > budget.limit ? 'over' : 'c0'}" x="${round(x)}" y="${round(y(used))}" width="${round(width)}" height="${round(PLOT_HEIGHT - y(used))}"><title>${day}: ${quantity(used, family)}</title></rect>`
  })
  return plotHtml({
    title,
    shapes: `${bars.join('')}<path class="limit" d="M0 ${round(y(budget.limit))}H${PLOT_WIDTH}"/>`,
    scale: [quantity(top, family), '0'],
    days: dayLabels(range),
  })
}
