import { quantity } from '../../render/quantities.ts'
import { type Dashboard, shownRange } from '../dashboard.ts'
import { fold, table } from '../html.ts'
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
      ? '<p class="quiet">No entry has a figure for water.</p>'
      : dayBars(history.days, range, { layers: [{ figure: 'l', name: 'c4' }], family: 'l', title: 'Water' })
  const energy = dayBars(history.days, range, { layers: [{ figure: 'wh', name: 'c3' }], family: 'wh', title: 'Energy' })
  return `<div class="cards">${emissions}<article class="card"><h3>Energy</h3>${energy}</article><article class="card"><h3>Water</h3>${water}</article></div>${monthTable(dashboard)}`
}

/** The same in figures, by month. */
function monthTable({ collector }: Dashboard): string {
  const months = new Map<string, { g: number; op: number; em: number; wh: number; l: number; jobs: number }>()
  for (const [day, amounts] of collector.history.days) {
    const month = day.slice(0, 7)
    const sum = months.get(month) ?? { g: 0, op: 0, em: 0, wh: 0, l: 0, jobs: 0 }
    months.set(month, {
      g: sum.g + (amounts.sum('g') ?? 0),
      op: sum.op + (amounts.sum('op_g') ?? 0),
      em: sum.em + (amounts.sum('em_g') ?? 0),
      wh: sum.wh + (amounts.sum('wh') ?? 0),
      l: sum.l + (amounts.sum('l') ?? 0),
      jobs: sum.jobs + amounts.entries,
    })
  }
  const rows = [...months]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([month, { g, op, em, wh, l, jobs }]) => [
      month,
      quantity(g, 'g'),
      quantity(op, 'g'),
      quantity(em, 'g'),
      quantity(wh, 'wh'),
      quantity(l, 'l'),
      jobs.toLocaleString('en-US'),
    ])
  const heads = ['Month', 'CO₂e', 'Electricity', 'Hardware', 'Energy', 'Water', 'Jobs']
  return fold('Figures by month', table('Use by month (known figures)', heads, rows))
}
