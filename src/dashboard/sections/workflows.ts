import type { Days } from '../../core/calendar.ts'
import { quantity, rangeOf } from '../../render/quantities.ts'
import { type Dashboard, shownRange } from '../dashboard.ts'
import { card, counted, fold, nameText, table } from '../html.ts'
import { trendPicture } from '../pictures/trend.ts'
import { type WorkflowTrend, daysPerPoint, workflowTrends } from '../run-spread.ts'
import { largestOf } from './ranking.ts'

/** Workflows with a picture. */
const MOST_TRENDS = 8

/** The energy of a run of each workflow over time, with its spread. */
export function workflowSection(dashboard: Dashboard): string {
  const { history } = dashboard.collector
  const largest = largestOf(history.workflows, MOST_TRENDS)
  if (largest.length === 0) return ''
  const range = shownRange(dashboard)
  const step = daysPerPoint(range)
  const trends = workflowTrends(
    history,
    range,
    largest.map(([workflow]) => workflow),
  )
  const cards = trends.map((trend) => trendCard(trend, range, step, history.nameOf(trend.workflow)))
  const rest = history.workflows.size - largest.length
  return `<p class="quiet">Energy of one run: the line is the median, the band has eight runs in ten. Energy, because grams also move with region and grid.</p><div class="cards">${cards.join('\n')}</div>${rest > 0 ? `<p class="quiet">${counted(rest, 'smaller workflow')} not drawn.</p>` : ''}`
}

function trendCard(trend: WorkflowTrend, range: Days, step: number, name: string): string {
  const { spreads, unknown } = trend
  const last = spreads.at(-1)
  const shown = nameText(name, 70)
  if (!last) return card(shown, '<p class="quiet">No run with known energy.</p>')
  const runs = spreads.reduce((sum, each) => sum + each.runs, 0)
  const spread = rangeOf({ ...last, value: last.median }, 'wh')
  const title = `Energy of a run of ${name.slice(0, 100)}: last median ${quantity(last.median, 'wh')}${spread === null ? '' : `, eight in ten ${spread}`}`
  const rows = spreads
    .toReversed()
    .map((each) => [
      each.day,
      each.runs.toLocaleString('en-US'),
      quantity(each.low, 'wh'),
      quantity(each.median, 'wh'),
      quantity(each.high, 'wh'),
    ])
  const heads = [step === 1 ? 'Day' : 'Seven days from', 'Runs', 'Tenth percentile', 'Median', 'Ninetieth percentile']
  const facts = `${counted(runs, 'run')}${unknown > 0 ? ` · ${unknown.toLocaleString('en-US')} with unknown energy left out` : ''}`
  const content = `<p class="state"><strong>${quantity(last.median, 'wh')}</strong> <span>a run${spread === null ? '' : `, lately ${spread}`}</span></p>${trendPicture(trend, range, step, title)}<p class="quiet">${facts}</p>${fold('Figures', table(`Energy of a run of ${shown}`, heads, rows))}`
  return card(shown, content)
}
