import type { LedgerTotals } from '../../ledger/store.ts'
import { type Sum, Sums } from '../../ledger/totals.ts'

/** One value of a metric. */
export interface Point {
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

/** A metric as OpenTelemetry names it. Prometheus has `_` for the dots and the unit in words at the end. */
export interface Metric {
  readonly name: string
  /** UCUM unit, or a word where Prometheus has no name for the unit. */
  readonly unit: string
  readonly about: string
  readonly points: readonly Point[]
}

/** Joules of a watt-hour. Prometheus and OpenTelemetry count energy in joules. */
const JOULES_PER_WH = 3600

/** Figures of a sum, with how each becomes a metric. */
const FIGURES = [
  { figure: 'g', name: 'emissions', unit: 'g', about: 'emissions', factor: 1 },
  { figure: 'wh', name: 'energy', unit: 'J', about: 'energy with PUE', factor: JOULES_PER_WH },
  { figure: 'l', name: 'water', unit: 'liters', about: 'water', factor: 1 },
] as const

/**
 * Metrics of a ledger: of all time and of one month, by repository; by workflow where the ledger has one repository, because names of
 * workflows repeat. They are gauges: a correction may lower them, which a counter must never do. Unknown figures have no point.
 */
export function ledgerMetrics(all: LedgerTotals, month: LedgerTotals): Metric[] {
  const repositories = Object.keys(all.repositories)
  const [only] = repositories.length === 1 ? repositories : []
  const asOf = all.as_of === null ? [] : [{ labels: {}, value: Date.parse(all.as_of) / 1000 }]
  return [
    ...metricsOf('', 'all time', all.repositories),
    ...metricsOf('month.', 'the current UTC month', withAll(month.repositories, repositories)),
    ...(only === undefined
      ? []
      : metricsOf('workflow.', 'all time', all.workflows, (workflow) => ({ repository: only, workflow }))),
    {
      name: 'carbon_gate.unknown_entries',
      unit: '{entry}',
      about: 'Entries of all time without a known figure.',
      points: Object.entries(all.repositories).flatMap(([repository, { unknown }]) =>
        FIGURES.map(({ figure, name }) => ({ labels: { repository, figure: name }, value: unknown[figure] })),
      ),
    },
    {
      name: 'carbon_gate.ledger.as_of',
      unit: 's',
      about: 'Time until which the ledger is complete, Unix seconds.',
      points: asOf,
    },
  ].filter(({ points }) => points.length > 0)
}

/** Repositories without an entry this month have used nothing, which is known. */
function withAll(sums: Readonly<Record<string, Sum>>, names: readonly string[]): Record<string, Sum> {
  const nothing = new Sums().value()
  return Object.fromEntries(names.map((name) => [name, sums[name] ?? nothing]))
}

function metricsOf(
  prefix: string,
  span: string,
  sums: Readonly<Record<string, Sum>>,
  labelsOf: (name: string) => Record<string, string> = (repository) => ({ repository }),
): Metric[] {
  const named = Object.entries(sums)
  const counts = named.map(([name, { entries }]) => ({ labels: labelsOf(name), value: entries }))
  return [
    { name: `carbon_gate.${prefix}entries`, unit: '{entry}', about: `Entries of ${span}.`, points: counts },
    ...FIGURES.map(({ figure, name, unit, about, factor }) => ({
      name: `carbon_gate.${prefix}${name}`,
      unit,
      about: `Sum of ${about} of ${span}.`,
      points: named.flatMap(([key, sum]) => {
        const value = sum[figure]
        return value === null ? [] : [{ labels: labelsOf(key), value: value * factor }]
      }),
    })),
  ]
}
