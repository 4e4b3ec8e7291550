import { FIGURE_OF } from '../core/units.ts'
import type { AbsoluteBudget, Budget } from '../core/budget.ts'
import type { Days } from '../core/calendar.ts'
import type { Entry } from '../ledger/entry.ts'
import { Amounts, amountsOf } from './amounts.ts'

/** Properties of entries by which the use is divided. */
const MIXES = ['method', 'trust', 'cpu', 'region', 'runner', 'event'] as const
export type Mix = (typeof MIXES)[number]

/** Shown where an entry has no name. */
export const UNNAMED = '(none)'

/** Joins the names of a key; no name contains it. */
const SEPARATOR = '\u0000'

/** Entries that belong together. */
export interface Group {
  /** Day on which the last of them ended. */
  day: string
  readonly amounts: Amounts
}

/** A run of a workflow: all of its jobs and attempts. */
export interface Run extends Group {
  readonly workflow: string
}

/** A step of a job, which reports have and ledgers do not. */
export interface Step extends Pick<
  Entry,
  'repository' | 'workflow' | 'job' | 'wh' | 'g' | 'op_g' | 'em_g' | 'l' | 's'
> {
  readonly step: string
}

/** Everything that pictures and tables of the dashboard are made from: sums over entries, never the entries themselves. */
export class History {
  readonly all = new Amounts()
  readonly days = new Map<string, Amounts>()
  readonly jobs = new Map<string, Amounts>()
  readonly steps = new Map<string, Amounts>()
  readonly workflows = new Map<string, Amounts>()
  /** Sums by day and workflow: keys are made of both. */
  readonly workflowDays = new Map<string, Amounts>()
  readonly runs = new Map<string, Run>()
  /** Sums by repository and day. */
  readonly repositories = new Map<string, Map<string, Amounts>>()
  readonly repositorySums = new Map<string, Amounts>()
  readonly pullRequests = new Map<string, Group>()
  readonly mixes: Readonly<Record<Mix, Map<string, Amounts>>> = {
    method: new Map(),
    trust: new Map(),
    cpu: new Map(),
    region: new Map(),
    runner: new Map(),
    event: new Map(),
  }
  /** Entries above the limit of each budget per job, by its line. */
  readonly jobsOver = new Map<string, number>()
  readonly #jobBudgets: readonly AbsoluteBudget[]
  /** Entries whose verdict is indeterminate. */
  doubtful = 0
  /** Unix ms of the last entry's end. */
  lastMs = Number.NEGATIVE_INFINITY

  /** @param budgets lines whose use is counted while entries are added */
  constructor(budgets: readonly Budget[] = []) {
    this.#jobBudgets = budgets.filter((budget) => budget.kind === 'absolute').filter(({ scope }) => scope === 'job')
  }

  add(entry: Entry): void {
    const day = entry.ended_at.slice(0, 10)
    const repository = entry.repository ?? UNNAMED
    const workflow = keyOf(repository, entry.workflow ?? UNNAMED)
    this.all.add(entry)
    amountsOf(this.days, day).add(entry)
    amountsOf(this.workflows, workflow).add(entry)
    amountsOf(this.workflowDays, keyOf(day, workflow)).add(entry)
    amountsOf(this.jobs, keyOf(workflow, entry.job ?? UNNAMED)).add(entry)
    amountsOf(this.repositorySums, repository).add(entry)
    let ofRepository = this.repositories.get(repository)
    if (!ofRepository) this.repositories.set(repository, (ofRepository = new Map()))
    amountsOf(ofRepository, day).add(entry)
    for (const mix of MIXES) amountsOf(this.mixes[mix], entry[mix] ?? UNNAMED).add(entry)
    if (entry.pr !== null) addToGroup(this.pullRequests, keyOf(repository, String(entry.pr)), entry, day, {})
    if (entry.verdict === 'indeterminate') this.doubtful += 1
    addToGroup(this.runs, keyOf(workflow, runOf(entry.key)), entry, day, { workflow })
    for (const { line, limit, metric } of this.#jobBudgets) {
      if ((entry[FIGURE_OF[metric]] ?? 0) > limit) this.jobsOver.set(line, (this.jobsOver.get(line) ?? 0) + 1)
    }
    this.lastMs = Math.max(this.lastMs, Date.parse(entry.ended_at))
  }

  addStep(step: Step): void {
    const names = [step.repository, step.workflow, step.job, step.step].map((name) => name ?? UNNAMED)
    amountsOf(this.steps, keyOf(...names)).add(step)
  }

  /** The first and the last day with entries; null without any. */
  span(): Days | null {
    let span: { from: string; to: string } | null = null
    for (const day of this.days.keys()) {
      if (span === null) span = { from: day, to: day }
      else if (day < span.from) span.from = day
      else if (day > span.to) span.to = day
    }
    return span
  }

  /** A key as people read it; the repository is left out where there is only one. */
  nameOf(key: string): string {
    const [repository = '', ...rest] = namesOf(key)
    const names = this.repositories.size > 1 || rest.length === 0 ? [repository, ...rest] : rest
    return names.filter((name) => name !== UNNAMED).join(' / ') || 'unnamed'
  }
}

/** Names joined to the key of a map. */
export function keyOf(...names: readonly string[]): string {
  return names.join(SEPARATOR)
}

/** The names that `keyOf` joined. */
export function namesOf(key: string): string[] {
  return key.split(SEPARATOR)
}

/** The run that the key of an entry names: `run/attempt/job`. Attempts of one run count together. */
function runOf(key: string): string {
  const [run = '', , job] = key.split('/')
  return run === 'report' || job === undefined ? key : run
}

function addToGroup<T extends object>(
  groups: Map<string, Group & T>,
  key: string,
  entry: Entry,
  day: string,
  traits: T,
): void {
  let group = groups.get(key)
  if (!group) groups.set(key, (group = { day, amounts: new Amounts(), ...traits }))
  group.amounts.add(entry)
  if (day > group.day) group.day = day
}
