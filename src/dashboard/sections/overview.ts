import { type Family, change, percent, quantity } from '../../render/quantities.ts'
import type { Figure } from '../amounts.ts'
import { type Dashboard, shownRange } from '../dashboard.ts'
import { type Change, driversOfChange } from '../drivers.ts'
import { counted, daysText, escaped, nameText } from '../html.ts'

/** Source, days and time of the page. */
export function header({ source, nowMs }: Dashboard): string {
  const names = source.names.map((name) => nameText(name)).join(', ')
  const asOf = source.asOf === null ? '' : ` · complete until ${timeText(Date.parse(source.asOf))}`
  return `<header><h1>Carbon dashboard</h1><p class="source">${names}</p><p class="quiet">${daysText(source.range)} (UTC)${asOf} · made ${timeText(nowMs)}</p></header>`
}

function timeText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** The figures that matter, and what must be known to read them. */
export function overview(dashboard: Dashboard): string {
  const { all, runs, mixes } = dashboard.collector.history
  const amount = (figure: Figure, family: Family): string => quantity(all.sum(figure), family)
  const share = (method: string): string => shareOfEnergy(mixes.method.get(method)?.sum('wh') ?? 0, all.sum('wh'))
  const others = share('modelled') === '–' ? '' : `; modelled ${share('modelled')}, estimated ${share('estimated')}`
  const isEmpty = all.entries === 0
  const tiles = [
    tile(
      'Emissions',
      isEmpty ? '0 g' : amount('g', 'g'),
      `CO₂e: electricity ${amount('op_g', 'g')}, hardware ${amount('em_g', 'g')}`,
    ),
    ...changeTile(driversOfChange(dashboard.collector.history, shownRange(dashboard))),
    tile('Energy', isEmpty ? '0 Wh' : amount('wh', 'wh'), 'with the data centre (PUE)'),
    tile('Water', isEmpty ? '0 L' : amount('l', 'l'), 'on site and for the electricity'),
    tile('Work', counted(runs.size, 'run'), counted(all.entries, 'job')),
    tile('Measured', share('measured'), `of the energy${others}`),
  ]
  return `<dl class="tiles">${tiles.join('')}</dl>${notes(dashboard)}`
}

/** Emissions of the last days against as many before; nothing without both. */
function changeTile(found: Change | null): string[] {
  if (found === null || found.total.before <= 0) return []
  const { days, total } = found
  const [period, earlier] = days === 1 ? ['Last day', 'the day'] : [`Last ${days} days`, `the ${days}`]
  return [tile(period, change(total.after / total.before - 1), `CO₂e against ${earlier} before`)]
}

function tile(name: string, figure: string, more: string): string {
  return `<div class="tile"><dt>${name}</dt><dd><strong>${figure}</strong><span>${more}</span></dd></div>`
}

function shareOfEnergy(part: number, whole: number | null): string {
  return whole === null || whole <= 0 ? '–' : percent(part / whole)
}

/** Warnings of the source, and entries that sums leave out. */
function notes({ collector, source }: Dashboard): string {
  const { history } = collector
  const { all, mixes, doubtful } = history
  const missing = (['g', 'wh', 'l', 'em_g'] as const).flatMap((figure) => {
    const unknown = all.unknown(figure)
    return unknown === 0 ? [] : [`${unknown.toLocaleString('en-US')} without ${NAMES[figure]}`]
  })
  const fork = mixes.trust.get('from-fork')?.entries ?? 0
  const lines = [
    ...source.warnings.map((text) => escaped(text.slice(0, 500))),
    ...(missing.length === 0 ? [] : [`Jobs that sums leave out because the figure is unknown: ${missing.join(', ')}.`]),
    ...(doubtful === 0
      ? []
      : [
          `${counted(doubtful, 'job')} with an indeterminate verdict: ${doubtful === 1 ? 'its figure is' : 'their figures are'} counted as reported.`,
        ]),
    ...(fork === 0 ? [] : [`${counted(fork, 'job')} reported by code of a fork.`]),
    ...(all.entries > 0 ? [] : ['There are no entries in these days yet.']),
  ]
  return lines.length === 0 ? '' : `<ul class="notes">${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`
}

const NAMES = { g: 'emissions', wh: 'energy', l: 'water (cooling included)', em_g: 'hardware' } as const
