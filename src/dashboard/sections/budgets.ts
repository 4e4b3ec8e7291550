import { FIGURE_OF } from '../../core/units.ts'
import { percent, quantity, shareOf, shareUsed } from '../../render/quantities.ts'
import { budgetHistories } from '../budget-histories.ts'
import type { BurnDown, PeriodUse } from '../burn-down.ts'
import { type Dashboard, shownRange } from '../dashboard.ts'
import { card, counted, daysText, escaped, fold, nameText, table } from '../html.ts'
import type { PeakUse } from '../peak-use.ts'
import { burnDownPicture, peakPicture } from '../pictures/burn-down.ts'

/** The use of each budget over time. */
export function budgetSection(dashboard: Dashboard): string {
  const { collector, source, budgets, nowMs } = dashboard
  if (budgets.length === 0) {
    return '<p class="quiet">No budget is set: name one with <code>--budget "2 kg per month"</code> or in <code>.github/carbon-gate.yml</code>.</p>'
  }
  const found = budgetHistories(collector.history, { budgets, range: source.range, nowMs })
  const cards = found.flatMap((each) => {
    if (each.kind === 'unshown') return []
    return each.kind === 'calendar' ? calendarCard(each) : peakCard(each, dashboard)
  })
  const rest = found
    .filter((each) => each.kind === 'unshown')
    .map(({ line, reason }) => `<li><strong>${nameText(line)}</strong>: ${escaped(reason)}</li>`)
  return `<div class="cards">${cards.join('\n')}</div>${rest.length === 0 ? '' : `<ul class="quiet">${rest.join('')}</ul>`}`
}

function calendarCard(burnDown: BurnDown): string {
  const { budget, repository, current, forecast, unknown, earlier } = burnDown
  const family = FIGURE_OF[budget.metric]
  const { used } = current
  const share = used === null ? null : used / budget.limit
  const state = share === null ? 'unknown' : share > 1 ? 'over' : share >= 0.8 ? 'near' : 'good'
  const words = share === null ? 'Use unknown' : shareUsed(percent(share))
  const period = daysText(current)
  const facts = [
    used === null
      ? `no job with known ${budget.metric}`
      : `${quantity(used, family)} of ${quantity(budget.limit, family)}`,
    ...(forecast === null
      ? []
      : [`at this pace ${shareOf(percent(forecast / budget.limit), 'the budget')} at the end`]),
    used !== null && used > budget.limit
      ? 'dashed: an even pace; below the solid line the budget is used up'
      : 'dashed: an even pace',
    ...(unknown === 0 ? [] : [`${counted(unknown, 'job')} with unknown ${budget.metric} not counted`]),
    ...(current.isPartial ? ['the period began before these data: earlier use is not counted'] : []),
  ]
  const title = `What is left of ${budget.line}, ${period}: ${words}`
  const name =
    repository === null ? nameText(budget.line) : `${nameText(budget.line)} <small>${nameText(repository, 60)}</small>`
  const content = `<p class="state ${state}"><strong>${words}</strong> <span>${period}</span></p>${used === null ? '' : burnDownPicture(burnDown, title)}<p class="quiet">${facts.join(' · ')}</p>${earlierPeriods(earlier, burnDown)}`
  return card(name, content)
}

function earlierPeriods(earlier: readonly PeriodUse[], { budget, repository }: BurnDown): string {
  if (earlier.length === 0) return ''
  const family = FIGURE_OF[budget.metric]
  const rows = earlier
    .toReversed()
    .map((period) => [
      `${daysText(period)}${period.isPartial ? ' (in part)' : ''}`,
      quantity(period.used, family),
      period.used === null ? '–' : percent(period.used / budget.limit),
    ])
  const caption = `Earlier use of ${nameText(budget.line)}${repository === null ? '' : `, ${nameText(repository)}`}`
  return fold('Earlier periods', table(caption, ['Period', 'Used', 'Share of the budget'], rows))
}

function peakCard(peak: PeakUse, dashboard: Dashboard): string {
  const { budget, largest, count, over } = peak
  const family = FIGURE_OF[budget.metric]
  const what = budget.scope === 'job' ? 'job' : budget.scope === 'workflow' ? 'run' : 'pull request'
  const state = largest === null ? 'unknown' : over > 0 ? 'over' : 'good'
  const words =
    largest === null
      ? `No ${what} with known ${budget.metric}`
      : `${over.toLocaleString('en-US')} of ${counted(count, what)} above the limit`
  const title = `Largest ${what} of each day beside ${budget.line}: ${words}`
  const facts =
    largest === null
      ? ''
      : `largest ${quantity(largest, family)}, ${shareOf(percent(largest / budget.limit), 'the budget')}; the line is the limit`
  const picture = largest === null ? '' : peakPicture(peak, shownRange(dashboard), title)
  const content = `<p class="state ${state}"><strong>${words}</strong></p>${picture}<p class="quiet">${facts}</p>`
  return card(nameText(budget.line), content)
}
