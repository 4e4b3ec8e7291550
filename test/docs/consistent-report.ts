import { parseBudget } from '../../src/core/parse-budget.ts'
import { labelOf } from '../../src/core/label.ts'
import type { Part, Report } from '../../src/core/report.ts'

/** Relations that every report of an example must satisfy, so that each figure which is shown can be multiplied by its reader. */

/** Figures are binary numbers: sums of many differ by this much, as a share. */
const EXACT = 1e-9
/** The curve of power is sampled, the energy is not. */
const SAMPLED = 0.03

/** What does not hold: `energy.total_wh is 3, not it_wh x pue = 2`. Empty for a consistent report. */
export function inconsistencies(report: Report): string[] {
  return [
    ...figureFaults(report, 'whole'),
    ...partFaults(report, 'whole'),
    ...budgetFaults(report),
    ...baselineFaults(report),
    ...profileFaults(report),
    ...stopFaults(report),
  ]
}

type Figures = Pick<Part, 'energy' | 'emissions' | 'pue' | 'intensity' | 'duration_s'> & {
  readonly parts?: readonly Part[] | undefined
}

function figureFaults({ energy, emissions, pue, intensity }: Figures, place: string): string[] {
  const { it_wh, total_wh, cpu_wh, memory_wh, gpu_wh, other_wh } = energy
  const { operational_g, embodied_g, total_g } = emissions
  return [
    ...fault(`${place}: it_wh`, it_wh, sum([cpu_wh, memory_wh, gpu_wh, other_wh])),
    ...fault(`${place}: total_wh`, total_wh, product(it_wh, pue ?? null)),
    ...fault(`${place}: operational_g`, operational_g, product(total_wh, intensity && intensity.g_per_kwh / 1000)),
    ...fault(`${place}: total_g`, total_g, operational_g === null ? null : operational_g + (embodied_g ?? 0)),
    ...outside(`${place}: energy`, energy.low_wh, total_wh, energy.high_wh),
    ...outside(`${place}: emissions`, emissions.low_g, total_g, emissions.high_g),
  ]
}

/** Jobs, runs and steps sum to their whole. */
function partFaults(whole: Figures, place: string): string[] {
  const parts = (whole.parts ?? []).filter(({ kind }) => kind !== 'process')
  if (parts.length === 0) return []
  const faults = parts.flatMap((part, at) => [
    ...figureFaults(part, `${place}.${at}`),
    ...partFaults(part, `${place}.${at}`),
  ])
  const sums: readonly (readonly [string, (figures: Figures) => number | null])[] = [
    ['it_wh', ({ energy }) => energy.it_wh],
    ['total_wh', ({ energy }) => energy.total_wh],
    ['operational_g', ({ emissions }) => emissions.operational_g],
    ['embodied_g', ({ emissions }) => emissions.embodied_g],
    ['total_g', ({ emissions }) => emissions.total_g],
    ['duration_s', ({ duration_s }) => duration_s],
  ]
  return [
    ...faults,
    ...sums.flatMap(([name, valueOf]) => fault(`${place}: ${name}`, valueOf(whole), sum(parts.map(valueOf)))),
  ]
}

/** What was used after a stop is what exceeds the line at which it stopped. */
function stopFaults({ stopped, energy, emissions }: Report): string[] {
  if (!stopped) return []
  const reached = (stopped.at_share * (parseBudget(stopped.line).limit ?? 0)) / (emissions.total_g ?? 1)
  return fault('after_wh', stopped.after_wh, product(energy.total_wh, 1 - reached))
}

function budgetFaults(report: Report): string[] {
  const amounts = {
    emissions: report.emissions.total_g,
    energy: report.energy.total_wh,
    water: report.water?.total_l ?? null,
  }
  const faults = report.budgets.flatMap(({ line, scope, metric, limit, used, share, verdict }): string[] => {
    const limitFaults = fault(`${line}: limit`, limit, parseBudget(line).limit)
    if (used === null || share === null) return limitFaults
    const amount = amounts[metric]
    const isOwn = scope === 'job' || scope === 'workflow'
    const count = Number(/ per (\d+) /.exec(line)?.[1] ?? 1)
    const perUnit = amount === null || !report.units ? null : (amount / report.units.count) * count
    const isWithin = used <= limit
    return [
      ...limitFaults,
      ...fault(`${line}: share`, share, used / limit),
      ...(scope === 'growth' ? fault(`${line}: used`, used, report.baseline?.change ?? null) : []),
      ...(isOwn ? fault(`${line}: used`, used, amount) : []),
      ...(scope === 'unit' ? fault(`${line}: used`, used, perUnit) : []),
      ...(['pass', 'fail'].includes(verdict) && isWithin !== (verdict === 'pass') ? [`${line}: ${verdict}`] : []),
    ]
  })
  const largest = Math.max(...report.budgets.filter(({ scope }) => scope !== 'growth').map(({ share }) => share ?? 0))
  return report.label === null || report.label === labelOf(largest) ? faults : [...faults, `label ${report.label}`]
}

function baselineFaults({ baseline, energy }: Report): string[] {
  if (!baseline || energy.total_wh === null) return []
  const isClear = Math.abs(baseline.change) > baseline.spread
  return [
    ...fault('change', baseline.change, energy.total_wh / baseline.median_wh - 1),
    ...(isClear === baseline.clear ? [] : ['clear change']),
  ]
}

function profileFaults({ profile, energy }: Report): string[] {
  if (!profile || energy.it_wh === null) return []
  const wh = (profile.watts.reduce<number>((total, watts) => total + (watts ?? 0), 0) * profile.step_s) / 3600
  return Math.abs(wh / energy.it_wh - 1) > SAMPLED ? [`profile: ${wh} Wh, not ${energy.it_wh}`] : []
}

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0)
}

function product(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a * b
}

/** One fault if the figure differs from what follows from others; nothing where that is unknown. */
function fault(name: string, value: number | null, expected: number | null): string[] {
  if (expected === null) return []
  const isClose = value !== null && Math.abs(value - expected) <= EXACT * Math.max(Math.abs(expected), 1e-6)
  return isClose ? [] : [`${name} is ${value}, not ${expected}`]
}

function outside(name: string, low: number | null, value: number | null, high: number | null): string[] {
  if (low === null || high === null || value === null) return []
  return low <= value && value <= high ? [] : [`${name}: ${value} is outside ${low} to ${high}`]
}
