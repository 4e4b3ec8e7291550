import { BASELINE_RUNS, baselineMedian, baselineOf, partChange } from '../../core/baseline.ts'
import type { Judgeable } from '../../core/judge-report.ts'
import type { Budget } from '../../core/budget.ts'
import type { Baseline, Note, Part } from '../../core/report.ts'
import type { GitHubFailure } from '../../github/failure.ts'

/** One earlier run, as far as a baseline needs it. */
export interface EarlierRun {
  /** Energy with PUE, Wh. */
  readonly totalWh: number
  /** The same of its parts, by name. */
  readonly partsWh: ReadonlyMap<string, number>
  /** Energies of the runs before it, as its own report lists them, newest first. */
  readonly recentWh?: readonly number[]
}

/** Where earlier runs come from: the ledger when there is one, else the artifacts of the base branch. */
export interface BaselineSource {
  /** For people: `ledger`, `artifacts`. */
  readonly name: string
  /** The newest successful runs on a branch, newest first. An answer that could not be read is not an error: `isRead` is false. */
  runs(branch: string, most: number): Promise<EarlierRuns>
}

interface EarlierRuns {
  readonly runs: readonly EarlierRun[]
  /** Whether everything that was looked for could be read: only then do no runs mean that there are none. */
  readonly isRead: boolean
  readonly notes: readonly Note[]
  /** Why it could not read some, where it is worth a warning. */
  readonly failures: readonly GitHubFailure[]
}

/** A report with its baseline; growth lines are judged by the medians. */
export interface Compared extends Judgeable {
  readonly failures: readonly GitHubFailure[]
}

/** Branches that growth lines name: a pull request is compared with its base besides. */
export function branchesOf(budgets: readonly { readonly budget: Budget }[], base: string | null): string[] {
  const named = budgets.map(({ budget }) => budget).filter((budget) => budget.kind === 'growth')
  return [...new Set([...(base === null ? [] : [base]), ...named.map(({ branch }) => branch)])]
}

/** Branches that are looked up: each costs three requests for a job and eleven for a run. */
export const MAX_BRANCHES = 3

/**
 * Compares a draft with the newest runs of the given branches. The first branch gives the report's baseline and the parts'
 * changes; growth lines are judged by their own branch.
 */
export async function compared(
  { draft, judging }: Judgeable,
  branches: readonly string[],
  source: BaselineSource,
): Promise<Compared> {
  const asked = branches.slice(0, MAX_BRANCHES)
  const answers = await Promise.all(asked.map((branch) => source.runs(branch, BASELINE_RUNS)))
  const baselineWh: Record<string, number> = {}
  asked.forEach((branch, index) => {
    const found = baselineMedian(answers[index]?.runs.map(({ totalWh }) => totalWh) ?? [])
    if (found !== null) baselineWh[branch] = found
  })
  const [branch] = asked
  const [first] = answers
  const isBaselineRead = asked.length === branches.length && answers.every(({ isRead }) => isRead)
  const withBaseline = { ...judging, baselineWh, isBaselineRead }
  const notes = answers.flatMap((answer) => answer.notes)
  const failures = answers.flatMap((answer) => answer.failures)
  if (branch === undefined || !first || first.runs.length === 0) {
    return { draft: { ...draft, notes: [...draft.notes, ...notes] }, judging: withBaseline, failures }
  }
  const energies = first.runs.map(({ totalWh }) => totalWh)
  return {
    draft: {
      ...draft,
      baseline: withRecent(baselineOf(energies, draft.energy.total_wh, branch, source.name), energies),
      parts: withChanges(draft.parts, first.runs),
      notes: [...draft.notes, ...notes],
    },
    judging: withBaseline,
    failures,
  }
}

/** The baseline with the energies that the next run's baseline needs besides this run's own. */
function withRecent(baseline: Baseline | null, energies: readonly number[]): Baseline | null {
  return baseline && { ...baseline, recent_wh: energies.filter((wh) => wh > 0).slice(0, BASELINE_RUNS - 1) }
}

/**
 * Energy of parts by name, Wh. Parts of one name are added, because they cannot be matched one by one. A command is a share of the
 * same energy from another side, and the rest of a capped list is different in every run: both are left out.
 */
export function energyByName(parts: readonly Part[]): ReadonlyMap<string, number> {
  const byName = new Map<string, number>()
  for (const { kind, name, energy } of parts) {
    if (kind === 'process' || kind === 'rest' || energy.total_wh === null) continue
    byName.set(name, (byName.get(name) ?? 0) + energy.total_wh)
  }
  return byName
}

/** Parts with their change against those of the same name. */
function withChanges(parts: readonly Part[], runs: readonly EarlierRun[]): Part[] {
  // A source that knows totals only says nothing about parts; without this, each would count as new.
  if (runs.every(({ partsWh }) => partsWh.size === 0)) return [...parts]
  const now = energyByName(parts)
  return parts.map((part) => {
    if (part.kind === 'rest' || part.kind === 'process') return part
    // What ran again is compared with what ran once.
    const once = part.name.replace(/ \(attempt \d+\)$/, '')
    const energies = runs
      .map(({ partsWh }) => partsWh.get(part.name) ?? partsWh.get(once))
      .filter((wh) => wh !== undefined)
    return { ...part, change: partChange(energies, now.get(part.name) ?? null) }
  })
}
