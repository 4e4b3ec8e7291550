import type { Part, Report } from '../core/report.ts'
import { sharesToShow } from './rounded-sums.ts'

/** Kinds of part that a report is a sum of; the others (steps, processes) divide one job from another side. */
const SUMMANDS: ReadonlySet<Part['kind']> = new Set(['job', 'run', 'command', 'component', 'estimate', 'rest'])

const energyOf = (part: Part): number => part.energy.total_wh ?? part.energy.it_wh ?? 0

/** What decides the order: energy, or emissions if a log has nothing else. */
function weightOf(parts: readonly Part[]): (part: Part) => number {
  return parts.some((part) => energyOf(part) > 0) ? energyOf : (part) => part.emissions.total_g ?? 0
}

/** The parts that a report is a sum of, in their order. */
export function summandsOf(parts: readonly Part[]): Part[] {
  return parts.filter(({ kind }) => SUMMANDS.has(kind))
}

/** Jobs of a workflow, runs of a log: the costliest first, the merged rest last. */
export function summands(report: Report): Part[] {
  const parts = summandsOf(report.parts)
  const weight = weightOf(parts)
  const last = (part: Part): number => (part.kind === 'rest' ? 1 : 0)
  return parts.toSorted((a, b) => last(a) - last(b) || weight(b) - weight(a))
}

/** Something that took a share of the whole. */
export interface Portion {
  /** Untrusted. */
  readonly name: string
  /** Share of the report's energy, as `sharesToShow` rounds it. */
  readonly share: number
  /** How many jobs it was in. */
  readonly jobs: number
}

/**
 * Steps (or processes, or phases of a plan) by energy, the costliest first. The same step of several jobs counts together: in a matrix,
 * `npm ci` is one thing to improve, not twelve.
 */
export function portions(report: Report, kind: 'step' | 'process' | 'estimate'): Portion[] {
  const found = new Map<string, { wh: number; jobs: number }>()
  let all = 0
  const visit = (parts: readonly Part[]): void => {
    for (const part of parts) {
      if (part.kind === kind) {
        const wh = energyOf(part)
        const sum = found.get(part.name) ?? { wh: 0, jobs: 0 }
        found.set(part.name, { wh: sum.wh + wh, jobs: sum.jobs + 1 })
        all += wh
      } else if (part.parts) visit(part.parts)
    }
  }
  visit(report.parts)
  const whole = Math.max(all, report.energy.total_wh ?? 0)
  if (whole <= 0) return []
  const sorted = [...found].toSorted(([, a], [, b]) => b.wh - a.wh)
  const shares = sharesToShow(sorted.map(([, { wh }]) => wh / whole))
  return sorted.map(([name, { jobs }], at) => ({ name, share: shares[at] ?? 0, jobs }))
}

/** One line of what a figure is made of. */
export interface Component {
  readonly name: string
  readonly wh: number | null
  readonly g: number | null
}

function sumOf(parts: readonly Part[], valueOf: (part: Part) => number | null): number {
  return parts.reduce((sum, part) => sum + (valueOf(part) ?? 0), 0)
}

/** What a single job's figure is made of: processor, memory, GPU, the rest of the machine, the data centre, manufacture. */
export function components(report: Report): Component[] {
  const { energy, emissions } = report
  const total = energy.total_wh
  const elsewhere = report.parts.filter(({ kind }) => kind === 'component')
  const machineWh = total === null ? null : total - sumOf(elsewhere, (part) => part.energy.total_wh)
  const machineG =
    emissions.operational_g === null
      ? null
      : emissions.operational_g - sumOf(elsewhere, (part) => part.emissions.operational_g)
  // In proportion to the report's own sum, which is also right for logs with several grids.
  const gramsFor = (wh: number): number | null => (machineWh && machineG !== null ? (machineG * wh) / machineWh : null)
  const rows: Component[] = []
  const add = (name: string, wh: number | null): void => {
    if (wh !== null && wh > 0) rows.push({ name, wh, g: gramsFor(wh) })
  }
  // What ran elsewhere has rows of its own, with its own building.
  const apartIt = sumOf(elsewhere, ({ energy: own }) => own.it_wh)
  const apartTotal = sumOf(elsewhere, ({ energy: own }) => own.total_wh)
  add('Processor', energy.cpu_wh)
  add('Memory', energy.memory_wh)
  add('GPU', energy.gpu_wh)
  add('Rest of the machine', energy.other_wh === null ? null : Math.max(0, energy.other_wh - apartIt))
  // A plan by watts, or a log without a split: the machine's energy is one figure.
  const split = [energy.cpu_wh, energy.memory_wh, energy.gpu_wh, energy.other_wh].filter((wh) => wh !== null)
  const inSplit = split.reduce((sum, wh) => sum + wh, energy.other_wh === null ? apartIt : 0)
  const rest = energy.it_wh === null ? 0 : energy.it_wh - inSplit
  if (energy.it_wh !== null && rest > energy.it_wh * 0.0005)
    add(split.length > 0 ? 'Not split further' : 'Machine', rest)
  if (total !== null && energy.it_wh !== null && total > energy.it_wh * 1.0005) {
    add('Data centre overhead', total - energy.it_wh - (apartTotal - apartIt))
  }
  for (const part of elsewhere) rows.push({ name: part.name, wh: part.energy.total_wh, g: part.emissions.total_g })
  if (emissions.embodied_g !== null && emissions.embodied_g > 0) {
    rows.push({ name: 'Making the hardware', wh: null, g: emissions.embodied_g })
  }
  return rows
}
