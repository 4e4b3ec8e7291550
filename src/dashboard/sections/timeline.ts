import { groupBy } from '../../core/group-by.ts'
import { quantity } from '../../render/quantities.ts'
import { sumOf } from '../amounts.ts'
import { type Dashboard, shownRange } from '../dashboard.ts'
import { card, fold, table } from '../html.ts'
import { type Layer, dayBars } from '../pictures/day-bars.ts'

const EMISSIONS: readonly Layer[] = [
  { figure: 'op_g', name: 'c0' },
  { figure: 'em_g', name: 'c1' },
]

/** Emissions and water day by day. */
export function timelineSection(dashboard: Dashboard): string {
  const { history } = dashboard.collector
  if (history.all.entries === 0) return ''
  const range = shownRange(dashboard)
  const hasParts = history.all.sum('op_g') !== null
  const layers: readonly Layer[] = hasParts ? EMISSIONS : [{ figure: 'g', name: 'c0' }]
  const legend = hasParts
    ? '<ul class="legend row"><li><span class="key c0"></span>electricity</li><li><span class="key c1"></span>hardware (manufacture)</li></ul>'
    : ''
  const emissions = `<article class="card wide"><h3>Emissions</h3>${dayBars(history.days, range, { layers, family: 'g', title: 'Emissions, g CO₂e,' })}${legend}</article>`
  const water =
    history.all.sum('l') === null
      ? '<p class="quiet">No entry has a figure for its water, cooling included.</p>'
      : dayBars(history.days, range, { layers: [{ figure: 'l', name: 'c4' }], family: 'l', title: 'Water' })
  const energy = dayBars(history.days, range, { layers: [{ figure: 'wh', name: 'c3' }], family: 'wh', title: 'Energy' })
  return `<div class="cards">${emissions}${card('Energy', energy)}${card('Water', water)}</div>${monthTable(dashboard)}`
}

const MONTH_COLUMNS = [
  ['CO₂e', 'g', 'g'],
  ['Electricity', 'op_g', 'g'],
  ['Hardware', 'em_g', 'g'],
  ['Energy', 'wh', 'wh'],
  ['Water', 'l', 'l'],
] as const

/** The same in figures, by month. */
function monthTable({ collector }: Dashboard): string {
  const months = groupBy(collector.history.days, ([day]) => day.slice(0, 7))
  const rows = [...months]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([month, entries]) => {
      const days = entries.map(([, amounts]) => amounts)
      const figures = MONTH_COLUMNS.map(([, figure, family]) => quantity(sumOf(days, figure), family))
      const jobs = days.reduce((sum, { entries }) => sum + entries, 0)
      return [month].concat(figures, jobs.toLocaleString('en-US'))
    })
  const heads = ['Month', ...MONTH_COLUMNS.map(([head]) => head), 'Jobs']
  return fold('Figures by month', table('Use by month (known figures)', heads, rows))
}
