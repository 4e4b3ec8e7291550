import { type Hardware, embodiedShare } from '../../core/embodied.ts'
import type { SetBudget } from '../../core/judge-report.ts'
import { makeRange } from '../../core/range.ts'
import type { LimitedLine } from '../../core/stop/limit-share.ts'
import type { Metric } from '../../core/units.ts'
import { type NamedKind, type StopHistory, type Unarmed, namedKindOf, namedLimit } from './named-lines.ts'
import { cardManufacture } from '../../data/embodied.ts'
import { findGpuShare } from '../../data/gpu-share.ts'
import type { SiteFactors } from '../grid/site-factors.ts'

const WH_PER_KWH = 1000

/** What one Wh of the machine, and one second of its hardware, add to a metric. */
type Rate = Pick<LimitedLine, 'perWh' | 'perSecond'>

/** Rates of each metric at a site; null: unknown, so that its lines cannot stop anything. */
export function ratesAt(
  { pue, grid, water }: Pick<SiteFactors, 'pue' | 'grid' | 'water'>,
  hardware: Hardware | null,
): Record<Metric, Rate | null> {
  const { value: factor } = pue.pue
  const perSecond = hardware ? (embodiedShare(hardware, 1)?.value ?? 0) : 0
  const { wue, ewif } = water
  return {
    energy: { perWh: factor, perSecond: 0 },
    emissions: { perWh: (factor * grid.gPerKwh.value) / WH_PER_KWH, perSecond },
    water: wue && ewif && { perWh: (wue.lPerKwh.value + factor * ewif.lPerKwh) / WH_PER_KWH, perSecond: 0 },
  }
}

/** Lines that stop work when they are exceeded, and those that do not, each with the reason. */
export interface StopLines {
  readonly lines: readonly LimitedLine[]
  readonly others: readonly { readonly line: string; readonly reason: string }[]
  /** Those of the others that `stop-at` names. */
  readonly unarmed: readonly (Unarmed & { readonly line: string })[]
}

/** What lines over time and growth lines need to stop work. */
export interface NamedLines {
  /** Kinds that `stop-at` names. */
  readonly kinds: readonly NamedKind[]
  readonly history: StopHistory | null
}

/**
 * Chooses the lines that stop a job or command: absolute lines of its own scope, and lines over time and growth lines that `stop-at`
 * names. Of the others, a history or the whole run decides, or a count that is only known at the end.
 */
export function stopLines(
  budgets: readonly SetBudget[],
  rates: Record<Metric, Rate | null>,
  { kinds, history }: NamedLines = { kinds: [], history: null },
): StopLines {
  const lines: LimitedLine[] = []
  const others: { line: string; reason: string }[] = []
  const unarmed: (Unarmed & { line: string })[] = []
  for (const { budget } of budgets) {
    const { line } = budget
    const kind = namedKindOf(budget)
    if (kind !== null && kinds.includes(kind) && (budget.kind === 'absolute' || budget.kind === 'growth')) {
      const metric = budget.kind === 'growth' ? 'energy' : budget.metric
      const rate = rates[metric]
      const found = rate
        ? namedLimit(budget, history)
        : { code: 'metric-unknown' as const, reason: metricReason(metric) }
      if (rate && 'limit' in found) lines.push({ line, metric, ...rate, ...found })
      else if ('reason' in found) unarmed.push({ line, ...found })
    } else if (budget.kind === 'growth') others.push({ line, reason: 'stop-at does not name growth' })
    else if (budget.kind === 'variant') others.push({ line, reason: '`compare` judges lines about variants' })
    else if (budget.kind === 'unit') others.push({ line, reason: 'the count of units is known only at the end' })
    else if (kind !== null) others.push({ line, reason: `stop-at does not name ${kind}` })
    else if (budget.scope !== 'job') others.push({ line, reason: `a line per ${budget.scope} is judged at the end` })
    else {
      const rate = rates[budget.metric]
      if (rate) lines.push({ line, metric: budget.metric, limit: budget.limit, ...rate })
      else others.push({ line, reason: metricReason(budget.metric) })
    }
  }
  return { lines, others: [...others, ...unarmed], unarmed }
}

/** Energy and emissions are known everywhere; the water of cooling only in regions of these clouds. */
function metricReason(metric: Metric): string {
  return `the ${metric} cannot be computed here: set region to a region of AWS, Azure or Google Cloud`
}

/** Lines with the manufacture of GPUs, which are known only once they are read. @param lifetimeYears null: it is not counted */
export function withCards(
  lines: readonly LimitedLine[],
  gpus: readonly string[],
  lifetimeYears: number | null,
): readonly LimitedLine[] {
  if (gpus.length === 0 || lifetimeYears === null) return lines
  const parts = gpus.map((name) => {
    const { kg, source } = cardManufacture(name)
    return { name, kg: kg, boundary: 'card' as const, share: findGpuShare(name)?.share ?? 1, source }
  })
  const perSecond = embodiedShare({ parts, lifetimeYears: makeRange(lifetimeYears) }, 1)?.value ?? 0
  return lines.map((line) => (line.metric === 'emissions' ? { ...line, perSecond: line.perSecond + perSecond } : line))
}
