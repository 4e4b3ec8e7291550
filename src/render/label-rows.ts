import type { Report } from '../core/report.ts'
import { wattHours } from './headline.ts'
import { shownWater } from './methodology.ts'
import { decimal, digitsOf, perKwh, quantity, rangeOf } from './quantities.ts'

/** One line of the label's table, in plain text. */
export interface LabelRow {
  readonly name: string
  readonly value: string
}

const SCOPES: Readonly<Record<Report['subject']['kind'], string>> = {
  job: 'one CI job',
  workflow: 'whole workflow run',
  command: 'one command',
  logs: 'logs of a tracker',
  estimate: 'a plan, not yet run',
}

/** What a label shows besides the letter. Unknown figures are shown as unknown: a gap would be read as zero. */
export function labelRows(report: Report): LabelRow[] {
  const { emissions, water, intensity, pue } = report
  // As many digits as the headline has: where the electricity is all there is, it is the same figure.
  const digits = digitsOf(emissions.total_g, emissions.low_g, emissions.high_g)
  const grams = (g: number | null): string | null => (g === null ? null : `${quantity(g, 'g', digits)} CO₂e`)
  const grid = [intensity && perKwh(intensity.g_per_kwh), intensity?.zone].filter(Boolean).join(' ')
  return [
    { name: 'Energy', value: wattHours(report) },
    { name: 'Electricity', value: grams(emissions.operational_g) },
    { name: 'Hardware', value: grams(emissions.embodied_g) },
    { name: 'Water', value: shownWater(water) },
    { name: 'Likely range', value: likely(emissions) },
    { name: 'Method', value: report.method },
    { name: 'Grid', value: [grid, pue && `PUE ${decimal(pue)}`].filter(Boolean).join(', ') || null },
    { name: 'Scope', value: SCOPES[report.subject.kind] },
    { name: 'Date', value: report.ended_at?.slice(0, 10) ?? null },
    { name: 'Scheme', value: 'share of the budget used' },
  ].map(({ name, value }) => ({ name, value: value ?? 'not known' }))
}

function likely({ low_g, high_g }: Report['emissions']): string | null {
  return low_g !== null && low_g === high_g ? 'none, as given' : rangeOf(low_g, high_g, 'g')
}
