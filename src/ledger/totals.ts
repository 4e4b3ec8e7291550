import { z } from 'zod'
import { MeasurementError } from '../core/errors.ts'
import { schemaIssue } from '../core/schema-issue.ts'
import { parseJson } from '../core/json.ts'
import { type Line, hiddenFigures, isCorrection, revealedFigures } from './entry.ts'
import { billionthsOf, numberOf } from './exact-sum.ts'

/** Version of the totals file. */
const TOTALS_VERSION = 1

const amount = z.number().nonnegative().nullable()
const count = z.number().int().nonnegative()

/** A sum over entries. `unknown` counts the entries without that figure, which the sum leaves out; null: no entry has it. */
const SumSchema = z.object({
  entries: count,
  g: amount,
  wh: amount,
  l: amount,
  unknown: z.object({ g: count, wh: count, l: count }),
})

export type Sum = z.infer<typeof SumSchema>

/** Sum of a repository, with the sums of its workflows in a month that several repositories share. */
const RepositorySumSchema = SumSchema.extend({ workflows: z.record(z.string(), SumSchema).optional() })

export type RepositorySum = z.infer<typeof RepositorySumSchema>

/** Totals of one month, as `totals/2026-11.json` has them. */
const MonthTotalsSchema = SumSchema.extend({
  v: z.literal(TOTALS_VERSION),
  month: z.string().regex(/^\d{4}-\d\d$/),
  /** Until when the collector has read runs, RFC 3339; null without a collector. */
  cursor: z.iso.datetime().nullable(),
  /** The same by repository: each has a collector of its own. */
  cursors: z.record(z.string(), z.iso.datetime()).optional(),
  days: z.record(z.string().regex(/^\d{4}-\d\d-\d\d$/), SumSchema),
  workflows: z.record(z.string(), SumSchema),
  /** Sums by repository: a shared ledger has several. */
  repositories: z.record(z.string(), RepositorySumSchema),
  /** Keys of entries whose report has no end time: adding the report again later must find them. */
  undated: z.array(z.string()),
  /** Whether the month's entries were deleted: only these sums remain. */
  pruned: z.literal(true).optional(),
})

export type MonthTotals = z.infer<typeof MonthTotalsSchema>

/** Figures that are summed. */
export const FIGURES_OF_SUM = ['g', 'wh', 'l'] as const

/** The figures of one line in billionths: converted once, added to several sums. */
interface ExactAmounts extends Readonly<Record<(typeof FIGURES_OF_SUM)[number], bigint | null>> {
  readonly isEntry: boolean
  /** Figures of an earlier entry that were unknown until this line. */
  readonly revealed: readonly string[]
  /** Figures of an earlier entry that are unknown from this line on. */
  readonly hidden: readonly string[]
}

function exactAmounts(line: Line): ExactAmounts {
  const exact = (value: number | null): bigint | null => (value === null ? null : billionthsOf(value))
  return {
    isEntry: !isCorrection(line),
    revealed: revealedFigures(line),
    hidden: hiddenFigures(line),
    g: exact(line.g),
    wh: exact(line.wh),
    l: exact(line.l),
  }
}

/** A running, exact sum. */
export class Sums {
  #entries = 0
  readonly #known = { g: 0n, wh: 0n, l: 0n }
  readonly #unknown = { g: 0, wh: 0, l: 0 }

  /** Adds an entry, or the differences of a correction, which does not count as an entry. */
  add({ isEntry, revealed, hidden, ...amounts }: ExactAmounts): void {
    if (isEntry) this.#entries += 1
    for (const figure of FIGURES_OF_SUM) {
      const value = amounts[figure]
      if (value !== null) this.#known[figure] += value
      else if (isEntry) this.#unknown[figure] += 1
      if (revealed.includes(figure)) this.#unknown[figure] -= 1
      if (hidden.includes(figure)) this.#unknown[figure] += 1
    }
  }

  addSum(sum: Sum): void {
    this.#entries += sum.entries
    for (const figure of FIGURES_OF_SUM) {
      this.#unknown[figure] += sum.unknown[figure]
      this.#known[figure] += billionthsOf(sum[figure] ?? 0)
    }
  }

  value(): Sum {
    const figure = (name: (typeof FIGURES_OF_SUM)[number]): number | null =>
      this.#entries > 0 && this.#unknown[name] === this.#entries ? null : numberOf(this.#known[name])
    return {
      entries: this.#entries,
      g: figure('g'),
      wh: figure('wh'),
      l: figure('l'),
      unknown: { ...this.#unknown },
    }
  }
}

/** Name under which entries without a workflow or repository are summed. */
export const UNNAMED = '(none)'

/** What an entry that cannot be read adds to a sum. */
const UNKNOWN_FIGURES: Sum = { entries: 1, g: null, wh: null, l: null, unknown: { g: 1, wh: 1, l: 1 } }

/** Sums by day, workflow and repository. */
export class TotalsBuilder {
  readonly #all = new Sums()
  readonly #days = new Map<string, Sums>()
  readonly #workflows = new Map<string, Sums>()
  readonly #repositories = new Map<string, Sums>()
  /** Sums of each repository's workflows. */
  readonly #workflowsOf = new Map<string, Map<string, Sums>>()

  add(entry: Line): void {
    const amounts = exactAmounts(entry)
    this.#all.add(amounts)
    sumsOf(this.#days, entry.ended_at.slice(0, 10)).add(amounts)
    const [repository, workflow] = [entry.repository ?? UNNAMED, entry.workflow ?? UNNAMED]
    sumsOf(this.#workflows, workflow).add(amounts)
    sumsOf(this.#repositories, repository).add(amounts)
    this.#workflowSums(repository, workflow).add(amounts)
  }

  /** Adds the sum of all entries of a day. */
  addDay(day: string, sum: Sum): void {
    this.#all.addSum(sum)
    sumsOf(this.#days, day).addSum(sum)
  }

  /** Adds the sum of all entries of a workflow, of a repository, or of a workflow in a repository. */
  addGroup({ repository, workflow }: { readonly repository?: string; readonly workflow?: string }, sum: Sum): void {
    if (repository === undefined) sumsOf(this.#workflows, workflow ?? UNNAMED).addSum(sum)
    else if (workflow === undefined) sumsOf(this.#repositories, repository).addSum(sum)
    else this.#workflowSums(repository, workflow).addSum(sum)
  }

  /**
   * Adds an entry that cannot be read, after all others: a sum without it would look complete. Its repository is unknown, so every
   * repository's sum may lack it.
   */
  addUnreadable(day: string): void {
    this.addDay(day, UNKNOWN_FIGURES)
    for (const sums of this.#repositories.values()) sums.addSum(UNKNOWN_FIGURES)
  }

  addMonth(month: MonthTotals): void {
    for (const [day, sum] of Object.entries(month.days)) this.addDay(day, sum)
    for (const [workflow, sum] of Object.entries(month.workflows)) sumsOf(this.#workflows, workflow).addSum(sum)
    const repositories = Object.entries(month.repositories)
    for (const [name, { workflows, ...sum }] of repositories) {
      sumsOf(this.#repositories, name).addSum(sum)
      // Those of the only repository are the month's.
      for (const [workflow, part] of Object.entries(workflows ?? month.workflows))
        this.#workflowSums(name, workflow).addSum(part)
    }
  }

  /** The workflows of each repository are in it where several share the ledger: those of the only one are `workflows`. */
  value(): Sum & Pick<MonthTotals, 'days' | 'workflows' | 'repositories'> {
    const repositories: Record<string, RepositorySum> = valuesOf(this.#repositories)
    if (this.#repositories.size > 1) {
      for (const [name, sums] of this.#workflowsOf) {
        const sum = repositories[name]
        if (sum) sum.workflows = valuesOf(sums)
      }
    }
    return { ...this.#all.value(), days: valuesOf(this.#days), workflows: valuesOf(this.#workflows), repositories }
  }

  #workflowSums(repository: string, workflow: string): Sums {
    const known = this.#workflowsOf.get(repository) ?? new Map<string, Sums>()
    this.#workflowsOf.set(repository, known)
    return sumsOf(known, workflow)
  }
}

function sumsOf(map: Map<string, Sums>, key: string): Sums {
  const known = map.get(key)
  if (known) return known
  const fresh = new Sums()
  map.set(key, fresh)
  return fresh
}

function valuesOf(map: ReadonlyMap<string, Sums>): Record<string, Sum> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, sums]) => [key, sums.value()]))
}

/** What changes in a month besides its sums. */
export interface MonthChange {
  readonly cursor?: string | null
  /** Whose cursor it is. */
  readonly repository?: string | undefined
  readonly undated?: readonly string[]
}

/** Totals of a month with more entries. @param before null: the month's first entries */
export function extendMonth(
  month: string,
  before: MonthTotals | null,
  entries: readonly Line[],
  { cursor = null, repository, undated = [] }: MonthChange = {},
): MonthTotals {
  const builder = new TotalsBuilder()
  if (before) builder.addMonth(before)
  for (const entry of entries) builder.add(entry)
  return {
    v: TOTALS_VERSION,
    month,
    cursor: latest(before?.cursor ?? null, cursor),
    ...cursorsOf(before, cursor, repository),
    ...builder.value(),
    undated: [...new Set([...(before?.undated ?? []), ...undated])].sort(),
    ...(before?.pruned && { pruned: true as const }),
  }
}

/** Totals of all months that lines are in. */
export function sumMonths(lines: readonly Line[]): Map<string, MonthTotals> {
  const byMonth = new Map<string, Line[]>()
  for (const line of lines) {
    const month = line.ended_at.slice(0, 7)
    const group = byMonth.get(month)
    if (group) group.push(line)
    else byMonth.set(month, [line])
  }
  return new Map([...byMonth].map(([month, group]) => [month, extendMonth(month, null, group)]))
}

function cursorsOf(
  before: MonthTotals | null,
  cursor: string | null,
  repository: string | undefined,
): Pick<MonthTotals, 'cursors'> {
  if (cursor === null || repository === undefined) return before?.cursors ? { cursors: before.cursors } : {}
  const moved = latest(before?.cursors?.[repository] ?? null, cursor) ?? cursor
  return { cursors: { ...before?.cursors, [repository]: moved } }
}

function latest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return Date.parse(a) >= Date.parse(b) ? a : b
}

/** Reads a totals file. @throws MeasurementError that names it */
export function readMonthTotals(text: string, name: string): MonthTotals {
  const json = parseJson(text)
  if (json === undefined) throw new MeasurementError(`${name} is not JSON: run \`ledger verify\``, name)
  const result = MonthTotalsSchema.safeParse(json)
  if (result.success) return result.data
  throw new MeasurementError(`${name}: ${schemaIssue(result.error, 'totals')}: run \`ledger verify\``, name)
}

export function monthTotalsText(totals: MonthTotals): string {
  return `${JSON.stringify(totals, null, 1)}\n`
}
