import { contradictionIn } from '../../core/contradiction.ts'
import type { Units } from '../../core/functional-unit.ts'
import { note } from '../../core/notes.ts'
import { MAX_COUNTS, type Note, type Part, type Report } from '../../core/report.ts'
import { cappedParts, mineralsOfParts, totalsOfParts } from '../../core/totals.ts'
import type { UnjudgedReport } from '../../core/unjudged.ts'
import { sumOrNull } from '../../core/quantity.ts'
import { coverageShortfall, printable } from '../../core/text.ts'
import { isDoubtful } from '../../core/verdict.ts'

/** A report with where it came from. */
export interface NamedReport {
  readonly name: string
  readonly report: Report
}

/** One report as a part of a larger one. */
export function partOf(report: Report, source: string | null, kind: Part['kind'] = 'job'): Part {
  return {
    kind,
    name: report.subject.name,
    started_at: report.started_at,
    ended_at: report.ended_at,
    duration_s: report.duration_s,
    energy: report.energy,
    pue: report.pue,
    intensity: report.intensity,
    emissions: report.emissions,
    water: report.water,
    minerals_kg_sb: report.minerals_kg_sb ?? null,
    method: report.method,
    coverage: report.coverage,
    machine: report.machine,
    units: report.units,
    ...(report.counts && { counts: report.counts }),
    source,
    parts: report.parts,
  }
}

/** Why a report's figure makes a sum untrusted; null if it does not. */
export function coverageDoubt({ name, report }: NamedReport, minCoverage: number): Note | null {
  const { coverage, energy } = report
  if (isDoubtful(report)) {
    const text = `${name} has no trustworthy figure: the sum has none either`
    return note('part-indeterminate', text)
  }
  const contradiction = contradictionIn(report)
  if (contradiction !== null) {
    const text = `${name} contradicts itself, so the sum has no trustworthy figure: ${printable(contradiction)}`
    return note('part-indeterminate', text)
  }
  if (energy.total_wh === 0) {
    const text = `${name} has 0 Wh, although any work uses energy: the sum has no trustworthy figure`
    return note('part-indeterminate', text)
  }
  if (coverage === null || coverage >= minCoverage) return null
  const [covered, needed] = coverageShortfall(coverage, minCoverage)
  const text = `${name} covers ${covered} of its time, at least ${needed} is needed: lower min-coverage to accept it`
  return note('low-coverage', text)
}

/** The figures of a sum: of its parts, and the functional units that their reports count. */
export function sumOf(parts: readonly Part[], reports: readonly NamedReport[]): Partial<UnjudgedReport> {
  return {
    ...span(parts),
    duration_s: sumOrNull(parts.map(({ duration_s }) => duration_s)),
    ...totalsOfParts(parts),
    minerals_kg_sb: mineralsOfParts(parts),
    units: unitsOf(reports),
    ...countsOf(reports),
    parts: cappedParts(parts),
  }
}

function span(parts: readonly Part[]): Pick<Report, 'started_at' | 'ended_at'> {
  const starts = parts.map(({ started_at }) => started_at).filter((time) => time !== null)
  const ends = parts.map(({ ended_at }) => ended_at).filter((time) => time !== null)
  const byTime = (a: string, b: string): number => Date.parse(a) - Date.parse(b)
  return { started_at: starts.sort(byTime)[0] ?? null, ended_at: ends.sort(byTime).at(-1) ?? null }
}

function unitsOf(reports: readonly NamedReport[]): Units | null {
  const units = reports.map(({ report }) => report.units).filter((each) => each !== null)
  const first = units[0]
  if (!first || units.some(({ name }) => name !== first.name)) return null
  return { name: first.name, count: units.reduce((sum, { count }) => sum + count, 0) }
}

/** Functional units that reports count side by side, summed by name; the common unit stays the first. */
export function countsOf(reports: readonly NamedReport[]): { counts?: Units[] } {
  const own = unitsOf(reports)
  const counts = new Map<string, number>()
  for (const { report } of reports) {
    for (const { name, count } of report.counts ?? []) counts.set(name, (counts.get(name) ?? 0) + count)
  }
  if (counts.size === 0) return {}
  if (own) counts.delete(own.name)
  return {
    counts: [...(own ? [own] : []), ...[...counts].map(([name, count]) => ({ name, count }))].slice(0, MAX_COUNTS),
  }
}

export function commonNotCounted(reports: readonly NamedReport[]): string[] {
  return [...new Set(reports.flatMap(({ report }) => report.basis.not_counted))]
}
