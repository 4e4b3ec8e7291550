import type { Days } from '../../../src/core/calendar.ts'
import { afterEach } from 'vitest'
import { type CollectionResult, collectRuns } from '../../../src/app/ledger/collect-runs.ts'
import { openLedger } from '../../../src/app/ledger/open-ledger.ts'
import { type RunReader } from '../../../src/app/ledger/run-entries.ts'
import { openRunReader } from '../../../src/app/ledger/run-reader.ts'
import { DEFAULTS, type Settings } from '../../../src/app/settings/table.ts'
import { Deadline } from '../../../src/github/deadline.ts'
import { connect } from '../../../src/github/client.ts'
import { type Entry, EntrySchema, type Line } from '../../../src/ledger/entry.ts'
import { entryLine } from '../../../src/ledger/entry-file.ts'
import type {
  Added,
  LedgerMarks,
  LedgerStore,
  LedgerTotals,
  NewEntry,
  Verification,
} from '../../../src/ledger/store.ts'
import { TotalsBuilder } from '../../../src/ledger/totals.ts'
import { FakeGitHub, type FakeOptions } from '../../fakes/github/fake-github.ts'
import type { Repository } from '../../fakes/github/repository.ts'
import type { Job, NewJob, WorkflowRun } from '../../fakes/github/workflow-run.ts'
import { report } from '../../fixtures/report.ts'
import { GIT_ENV, bareRepository } from '../../ledger/git-server.ts'
import type { Report } from '../../../src/core/report.ts'
import { leave } from '../join/scene.ts'

const AT = { owner: 'octo', repo: 'shop' }
/** Now, in every scene. */
export const NOW = Date.parse('2026-11-28T13:00:00Z')
const MINUTE_MS = 60_000

/** A repository on the fake forge, with a bare git repository for its ledger. */
export interface Scene {
  readonly fake: FakeGitHub
  readonly repository: Repository
  readonly git: string
  /** The forge's clock. */
  nowMs: number
  /** A completed run, with a job of so many minutes. */
  addRun(minutesAgo: number, options?: RunOptions): { run: WorkflowRun; job: Job }
  reader(): Promise<Omit<RunReader, 'artifacts'>>
  store(): LedgerStore
  collect(change?: { sinceMs?: number; store?: LedgerStore; ownPath?: string }): Promise<CollectionResult>
}

/** A ledger in memory that keeps the first entry of each key, as every store does. */
export class MemoryStore implements LedgerStore {
  readonly name = 'memory'
  readonly kept: Entry[] = []
  readonly #cursors = new Map<string, string>()

  add(entries: readonly NewEntry[]): Promise<Added> {
    const known = new Set(this.kept.map(({ key }) => key))
    const fresh = entries.map(({ entry }) => EntrySchema.parse(entry)).filter(({ key }) => !known.has(key))
    this.kept.push(...fresh)
    const duplicates = entries.length - fresh.length
    return Promise.resolve({ added: fresh.length, duplicates, waiting: 0, warning: null })
  }

  async collect(entries: readonly NewEntry[], cursor: string | null, repository = ''): Promise<Added> {
    for (const name of ['', repository]) {
      if (cursor !== null && cursor > (this.#cursors.get(name) ?? '')) this.#cursors.set(name, cursor)
    }
    return this.add(entries)
  }

  totals({ from, to }: Days): Promise<LedgerTotals> {
    const builder = new TotalsBuilder()
    for (const entry of this.#within({ from, to })) builder.add(entry)
    const as_of = this.#cursors.get('') ?? null
    const state = { as_of, written_at: as_of, tip: null, cursors: {}, all_entries: this.kept.length }
    return Promise.resolve({ ...builder.value(), from, to, ...state })
  }

  cursor(repository = ''): Promise<string | null> {
    return Promise.resolve(this.#cursors.get(repository) ?? null)
  }

  entries(range: Days): Promise<Entry[]> {
    return Promise.resolve(this.#within(range))
  }

  #within({ from, to }: Days): Entry[] {
    return this.kept.filter(({ ended_at }) => ended_at.slice(0, 10) >= from && ended_at.slice(0, 10) <= to)
  }

  async *pages(range: Days): AsyncGenerator<Entry[]> {
    yield await this.entries(range)
  }

  rows(range: Days): AsyncGenerator<Entry[]> {
    return this.pages(range)
  }

  async *ndjson(range: Days): AsyncGenerator<string> {
    yield (await this.entries(range)).map(entryLine).join('')
  }

  lines(range: Days): Promise<Line[]> {
    return this.entries(range)
  }

  marks(): Promise<LedgerMarks> {
    return Promise.resolve({ pruned: [], undated: new Set<string>() })
  }

  prune(): Promise<string[]> {
    return Promise.resolve([])
  }

  verify(): Promise<Verification> {
    return Promise.resolve({ commits: 0, entries: this.kept.length, faults: [], warnings: [] })
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}

interface RunOptions extends Partial<NewJob> {
  /** Minutes that the job took. */
  readonly minutes?: number
  readonly event?: string
  readonly fork?: Repository
  readonly workflow?: string
  readonly branch?: string
  readonly pulls?: readonly number[]
  /** IT energy of the report that it leaves, Wh; without it no report is left. */
  readonly wh?: number
}

const scenes: { fake: FakeGitHub; stores: LedgerStore[] }[] = []

afterEach(async () => {
  for (const { fake, stores } of scenes.splice(0)) {
    await Promise.all(stores.map((store) => store.close()))
    await fake.close()
    if (fake.violations.length > 0) throw new Error(JSON.stringify(fake.violations, null, 1))
  }
})

export async function openScene(options: FakeOptions & { settings?: Partial<Settings> } = {}): Promise<Scene> {
  const scene = { nowMs: NOW }
  const fake = await FakeGitHub.start({ now: () => new Date(scene.nowMs), ...options })
  const repository = fake.addRepository('octo/shop')
  const git = bareRepository()
  const stores: LedgerStore[] = []
  scenes.push({ fake, stores })
  const token = fake.addToken({ permissions: { actions: 'read', contents: 'write', metadata: 'read' } })
  const self: Scene = Object.assign(scene, {
    fake,
    repository,
    git,
    addRun(minutesAgo: number, run: RunOptions = {}) {
      return addRun(self, minutesAgo, run)
    },
    async reader() {
      const connected = await connect({ token: token.secret, apiUrl: fake.api, deadline: new Deadline(120_000) })
      if (!connected.ok) throw new Error(connected.failure.text)
      const settings = { ...DEFAULTS, zone: 'DE', ...options.settings }
      return openRunReader({ client: connected.value, repository: AT, settings, runners: {} })
    },
    store() {
      const store = openLedger(git, { env: GIT_ENV, cwd: git })
      stores.push(store)
      return store
    },
    async collect({ sinceMs, store, ownPath }: { sinceMs?: number; store?: LedgerStore; ownPath?: string } = {}) {
      return collectRuns({
        store: store ?? self.store(),
        reader: await self.reader(),
        sinceMs: sinceMs ?? null,
        ownPath: ownPath ?? null,
      })
    },
  })
  return self
}

function addRun(scene: Scene, minutesAgo: number, options: RunOptions): { run: WorkflowRun; job: Job } {
  const { minutes = 5, event = 'push', fork, workflow = 'CI', branch = 'main', pulls, wh, ...rest } = options
  const { repository, nowMs } = scene
  const end = new Date(nowMs - minutesAgo * MINUTE_MS)
  const start = new Date(end.getTime() - minutes * MINUTE_MS)
  const flow =
    [...repository.workflows.values()].find(({ name }) => name === workflow) ?? repository.addWorkflow(workflow)
  const run = repository.addRun({
    workflow: flow,
    event,
    headSha: repository.tip('main') ?? '',
    headBranch: branch,
    createdAt: start,
    ...(fork && { headRepository: fork }),
    ...(pulls && { pulls }),
  })
  const job = run.addJob({ name: 'test', startedAt: start, completedAt: end, conclusion: 'success', ...rest })
  run.finish('success', end)
  if (wh !== undefined) leave(run, job, jobReport(job, wh))
  return { run, job }
}

/** A report of a job with so much IT energy, as the sampler would have left it: PUE 1.18, 369 g/kWh. */
export function jobReport(job: Job, wh: number, change: Partial<Report> = {}): Report {
  const total = wh * 1.18
  const grams = (total / 1000) * 369
  const base = report()
  return report({
    subject: { kind: 'job', name: job.name },
    started_at: job.startedAt.toISOString(),
    ended_at: (job.completedAt ?? job.startedAt).toISOString(),
    duration_s: ((job.completedAt?.getTime() ?? 0) - job.startedAt.getTime()) / 1000,
    energy: { ...base.energy, it_wh: wh, total_wh: total, low_wh: total * 0.8, high_wh: total * 1.2 },
    pue: 1.18,
    intensity: { g_per_kwh: 369, zone: 'US-MIDA-PJM', kind: 'average', source: 'test', as_of: '2024', fallback: false },
    emissions: { operational_g: grams, embodied_g: 0, total_g: grams, low_g: grams * 0.8, high_g: grams * 1.2 },
    ...change,
  })
}
