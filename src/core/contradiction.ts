import type { Part, Report } from './report.ts'

/** How far figures that are products or sums of others may be off, as a share: figures may be rounded. */
const ROUNDING = 0.01

/** How far operational and embodied emissions may be from their total, and a figure from its own range, as a share. */
const TOLERANCE = 1e-6

type Figures = Pick<Part, 'energy' | 'emissions' | 'pue' | 'intensity'>

/**
 * Why a report's figures contradict each other, with both figures; null when they do not. Grams follow from energy and grid, energy from
 * the machine's energy and the PUE, a sum from its parts. Grams of a log are its own: they need not follow from the grid that it names.
 * @example contradictionIn({ ...report, pue: 1.5, energy: { ...report.energy, it_wh: 2, total_wh: 2 } }) // "total_wh is 2, although it_wh x pue is 3"
 */
export function contradictionIn(report: Report): string | null {
  const { subject, parts } = report
  const isSum = subject.kind === 'workflow' || subject.kind === 'logs'
  return (
    faultOf(report) ??
    withoutGrid(report, isSum) ??
    (isSum ? faultOfSum(report, parts) : faultOfOne(report)) ??
    partFault(parts)
  )
}

/** What holds for a report as for each of its parts. */
function faultOf({ energy, emissions, pue, intensity }: Figures): string | null {
  const { it_wh: it, total_wh: total } = energy
  const { operational_g: operational, embodied_g: embodied, total_g: grams } = emissions
  const disorder =
    outOfOrder({ low_wh: energy.low_wh, total_wh: total, high_wh: energy.high_wh }) ??
    outOfOrder({ low_g: emissions.low_g, total_g: grams, high_g: emissions.high_g }) ??
    outOfOrder({ it_wh: it, total_wh: total })
  if (disorder) return disorder
  if (grams === null && operational !== null) return `total_g is null, although operational_g is ${short(operational)}`
  if (grams !== null && operational !== null && differ(grams, operational + (embodied ?? 0), TOLERANCE)) {
    return unlike('total_g', grams, 'operational_g + embodied_g', operational + (embodied ?? 0))
  }
  if (it !== null && total !== null && pue !== null && differ(total, it * pue)) {
    return unlike('total_wh', total, 'it_wh x pue', it * pue)
  }
  if (total === null || operational === null || intensity === null || intensity.kind === 'log') return null
  const expected = (total / 1000) * intensity.g_per_kwh
  return differ(operational, expected) ? unlike('operational_g', operational, 'total_wh x intensity', expected) : null
}

/** Grams of a known energy have a grid: those of a sum its mean, unless all parts are of logs that name none. */
function withoutGrid({ energy, emissions, intensity, parts }: Report, isSum: boolean): string | null {
  const { operational_g: grams } = emissions
  if (intensity !== null || !energy.total_wh || grams === null) return null
  if (isSum && parts.length > 0 && parts.every((part) => part.intensity === null)) return null
  return `operational_g is ${short(grams)} of ${short(energy.total_wh)} Wh, although intensity is null`
}

/** What holds for work that was measured or planned, and not read from logs. */
function faultOfOne({ subject: { kind }, energy, emissions, intensity }: Report): string | null {
  const { it_wh: it, total_wh: total, cpu_wh, memory_wh, gpu_wh, other_wh } = energy
  const components = sum([cpu_wh, memory_wh, gpu_wh, other_wh].map((wh) => wh ?? 0))
  if (it !== null && components > it && differ(components, it)) {
    return unlike('it_wh', it, 'the sum of its components', components)
  }
  if (total === null && emissions.operational_g !== null) {
    return `total_wh is null, although operational_g is ${short(emissions.operational_g)}`
  }
  return intensity?.kind === 'log' ? `intensity is that of a log, although the report is of a ${kind}` : null
}

function partFault(parts: readonly Part[]): string | null {
  for (const part of parts) {
    const inner = part.parts ?? []
    const fault = faultOf(part) ?? (isOfJobs(part) ? faultOfSum(part, inner) : null) ?? partFault(inner)
    if (fault !== null) return `part ${JSON.stringify(part.name.slice(0, 60))}: ${fault}`
  }
  return null
}

/** A sum that was joined again. The steps and commands of a job are shares of it, which overlap and need not cover it. */
function isOfJobs({ kind, parts = [] }: Part): boolean {
  return kind === 'job' && parts.length > 0 && parts.every((part) => part.kind === 'job' || part.kind === 'rest')
}

function faultOfSum(whole: Pick<Part, 'energy' | 'emissions'>, parts: readonly Part[]): string | null {
  return (
    faultOfTotal(
      'it_wh',
      whole.energy.it_wh,
      parts.map(({ energy }) => energy.it_wh),
    ) ??
    faultOfTotal(
      'total_wh',
      whole.energy.total_wh,
      parts.map(({ energy }) => energy.total_wh),
    ) ??
    faultOfTotal(
      'total_g',
      whole.emissions.total_g,
      parts.map(({ emissions }) => emissions.total_g),
    )
  )
}

/** An unknown part makes the sum unknown, so it is the sum that nothing is claimed of. */
function faultOfTotal(name: string, whole: number | null, parts: readonly (number | null)[]): string | null {
  if (whole === null || parts.length === 0) return null
  const known = parts.filter((part) => part !== null)
  if (known.length < parts.length) return `${name} is ${short(whole)}, although that of a part is null`
  return differ(whole, sum(known)) ? unlike(name, whole, 'the sum of the parts', sum(known)) : null
}

/** Why figures that are named from the smallest to the largest are not in that order. */
function outOfOrder(named: Readonly<Record<string, number | null>>): string | null {
  const known = Object.entries(named).flatMap(([name, value]) => (value === null ? [] : [{ name, value }]))
  for (const [index, { name, value }] of known.entries()) {
    const next = known[index + 1]
    if (next && value > next.value * (1 + TOLERANCE)) {
      return `${name} is ${short(value)}, although ${next.name} is ${short(next.value)}`
    }
  }
  return null
}

/** 1e-12 of a gram or watt-hour is rounding of zero. */
function differ(a: number, b: number, share: number = ROUNDING): boolean {
  return Math.abs(a - b) > Math.max(Math.abs(a), Math.abs(b)) * share + 1e-12
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}

function unlike(name: string, value: number, other: string, expected: number): string {
  return `${name} is ${short(value)}, although ${other} is ${short(expected)}`
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)))
}
