import { change, quantity } from '../../render/quantities.ts'
import { type Dashboard, shownRange } from '../dashboard.ts'
import { type Driver, driversOfChange } from '../drivers.ts'
import { counted, nameText, table } from '../html.ts'

/** Workflows that are listed. */
const MOST_WORKFLOWS = 10

/** What drove the change of emissions between the last days and those before. */
export function driverSection(dashboard: Dashboard): string {
  const { history } = dashboard.collector
  const found = driversOfChange(history, shownRange(dashboard))
  if (found === null || history.all.entries === 0) return ''
  const { days, after, total, drivers, unknown } = found
  const share = total.before > 0 ? `, a change of <strong>${change(total.after / total.before - 1)}</strong>` : ''
  const period = days === 1 ? 'On the last day' : `In the last ${days} days`
  const earlier = days === 1 ? 'on the day before' : `in the ${days} days before`
  const leftOut = unknown > 0 ? ` ${counted(unknown, 'run')} without known energy and emissions left out.` : ''
  const lead = `<p>${period} (${after.from} to ${after.to}) emissions were <strong>${quantity(total.after, 'g')}</strong>, ${earlier} ${quantity(total.before, 'g')}${share}.${leftOut}</p>`
  const rows = drivers.slice(0, MOST_WORKFLOWS).map((driver) => rowOf(driver, history.nameOf(driver.workflow)))
  const rest = drivers.length - rows.length
  const heads = ['Workflow', 'Change', 'by runs', 'by energy per run', 'by CO₂e per Wh']
  return `${lead}<div class="card">${table('What drove the change, by workflow', heads, rows)}</div><p class="quiet">The three causes sum to the change (logarithmic mean Divisia index).${rest > 0 ? ` ${counted(rest, 'workflow')} with smaller changes not listed.` : ''}</p>`
}

function rowOf({ before, after, causes }: Driver, name: string): string[] {
  const delta = signed(after - before)
  if (causes === null) {
    const words = before === 0 ? 'new' : after === 0 ? 'no longer runs' : 'not split'
    return [nameText(name), `<strong>${delta}</strong>`, words, '–', '–']
  }
  return [
    nameText(name),
    `<strong>${delta}</strong>`,
    signed(causes.runs),
    signed(causes.energy),
    signed(causes.intensity),
  ]
}

/** A change in g with its sign. */
function signed(grams: number): string {
  return grams > 0 ? `+${quantity(grams, 'g')}` : quantity(grams, 'g')
}
