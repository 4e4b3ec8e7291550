import { quantity } from '../../render/quantities.ts'
import type { Amounts } from '../amounts.ts'
import type { Dashboard } from '../dashboard.ts'
import { card } from '../html.ts'
import { type Mix, UNNAMED } from '../history.ts'
import { shareBar } from '../pictures/shares.ts'

/** Names of a mix that are shown; the rest is one more. */
const MOST_NAMES = 5

const TITLES: readonly (readonly [Mix, string, string])[] = [
  ['method', 'How it is known', 'measured by a meter, modelled from utilisation, estimated from time'],
  ['trust', 'Who reported it', ''],
  ['cpu', 'Processor', ''],
  ['region', 'Region', ''],
  ['runner', 'Runner', ''],
  ['event', 'Event', 'what started the run'],
]

/** Shares of the energy by method, trust, processor, region, runner and event. */
export function mixSection({ collector }: Dashboard): string {
  const { history } = collector
  if (history.all.entries === 0) return ''
  const cards = TITLES.map(([mix, title, hint]) => {
    const shares = sharesOf(history.mixes[mix], mix)
    const hintText = hint === '' ? '' : `<p class="quiet">${hint}</p>`
    return card(title, `${hintText}${shareBar(`Energy by ${title.toLowerCase()}`, shares)}`)
  })
  return `<p class="quiet">Shares of the energy, from jobs whose energy is known.</p><div class="cards three">${cards.join('\n')}</div>`
}

function sharesOf(sums: ReadonlyMap<string, Amounts>, mix: Mix): { name: string; value: number; text: string }[] {
  const sorted = [...sums]
    .map(([name, amounts]) => ({ name: name === UNNAMED ? 'unknown' : name, value: amounts.sum('wh') ?? 0 }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => order(mix, a.name, b.name) || b.value - a.value)
    .map(({ name, value }) => ({ name: (mix === 'trust' && REPORTERS[name]) || name, value }))
  const rest = sorted.slice(MOST_NAMES)
  const value = rest.reduce((sum, each) => sum + each.value, 0)
  const shown = rest.length > 0 ? [...sorted.slice(0, MOST_NAMES), { name: `${rest.length} others`, value }] : sorted
  return shown.map(({ name, value }) => ({ name, value, text: quantity(value, 'wh') }))
}

/** Trust in words: a job that the repository reported may be modelled, which the ledger's word "measured" seems to contradict. */
const REPORTERS: Readonly<Record<string, string>> = {
  measured: 'the repository’s own job',
  'from-fork': 'code of a fork',
  estimated: 'no report: estimated from times',
}

/** Methods and trust are in the order of how well a figure is known; others by their size. */
const BEST_FIRST = ['measured', 'modelled', 'from-fork', 'estimated', 'unknown']

function order(mix: Mix, a: string, b: string): number {
  return mix === 'method' || mix === 'trust' ? BEST_FIRST.indexOf(a) - BEST_FIRST.indexOf(b) : 0
}
