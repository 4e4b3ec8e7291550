import { percent, quantity } from '../../render/quantities.ts'
import type { Amounts } from '../amounts.ts'
import type { Dashboard } from '../dashboard.ts'
import { card, counted, nameText, table } from '../html.ts'
import { smallBar } from '../pictures/shares.ts'

/** Rows of a ranking. */
const MOST_ROWS = 12

/** The largest sums by emissions, or by energy where emissions are unknown. */
export function largestOf(sums: ReadonlyMap<string, Amounts>, most: number): [string, Amounts][] {
  const size = (amounts: Amounts): number => amounts.sum('g') ?? 0
  return [...sums].sort(([, a], [, b]) => size(b) - size(a) || (b.sum('wh') ?? 0) - (a.sum('wh') ?? 0)).slice(0, most)
}

/** Jobs, steps and repositories that use most. */
export function rankingSection({ collector }: Dashboard): string {
  const { history } = collector
  if (history.all.entries === 0) return ''
  const whole = history.all.sum('g')
  const cards = [
    ranking('Jobs', 'job', history.jobs, whole, (key) => history.nameOf(key)),
    ranking('Steps', 'step', history.steps, whole, (key) => history.nameOf(key)),
    ...(history.repositories.size > 1
      ? [ranking('Repositories', 'repository', history.repositorySums, whole, (key) => key)]
      : []),
  ]
  const hint =
    history.steps.size === 0
      ? '<p class="quiet">Steps are in the reports of measured jobs, not in a ledger: <code>dashboard REPORT...</code> shows them.</p>'
      : ''
  return `<div class="cards">${cards.join('\n')}</div>${hint}`
}

function ranking(
  heading: string,
  noun: string,
  sums: ReadonlyMap<string, Amounts>,
  whole: number | null,
  nameOf: (key: string) => string,
): string {
  if (sums.size === 0) return ''
  const largest = largestOf(sums, MOST_ROWS)
  const top = largest[0]?.[1].sum('g') ?? 0
  const rows = largest.map(([key, amounts]) => {
    const g = amounts.sum('g')
    return [
      `<span class="name">${nameText(nameOf(key), 100)}</span>${top > 0 ? smallBar((g ?? 0) / top) : ''}`,
      quantity(g, 'g'),
      whole !== null && whole > 0 && g !== null ? percent(g / whole) : '–',
      amounts.entries.toLocaleString('en-US'),
    ]
  })
  const rest = sums.size - largest.length
  const plural = noun === 'repository' ? 'repositories' : `${noun}s`
  const heads = [`${noun.charAt(0).toUpperCase()}${noun.slice(1)}`, 'CO₂e', 'Share', 'Times']
  const unlisted =
    rest > 0 ? `<p class="quiet">${counted(rest, `smaller ${noun}`, `smaller ${plural}`)} not listed.</p>` : ''
  return card(heading, `${table(`${heading} with the most emissions`, heads, rows)}${unlisted}`)
}
