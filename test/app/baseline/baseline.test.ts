import type { JudgedLine } from '../../../src/core/judged-line.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { artifactBaseline } from '../../../src/app/baseline/baseline-artifacts.ts'
import {
  type BaselineSource,
  type EarlierRun,
  branchesOf,
  compared,
  energyByName,
} from '../../../src/app/baseline/baseline.ts'
import { type Judgeable, judgeReport } from '../../../src/core/judge-report.ts'
import { parseBudget } from '../../../src/core/parse-budget.ts'
import type { Report } from '../../../src/core/report.ts'
import { artifactPrefix } from '../../../src/github/artifact-name.ts'
import type { GitHubClient } from '../../../src/github/client.ts'
import { workflowFileOf } from '../../../src/github/workflow-path.ts'
import { FakeGitHub } from '../../fakes/github/fake-github.ts'
import type { Repository } from '../../fakes/github/repository.ts'
import type { NewRun, WorkflowRun } from '../../fakes/github/workflow-run.ts'
import { sampleReport } from '../../sample-report.ts'
import { SHA, at, clientOf, closed, leave } from '../join/scene.ts'

const repository = { owner: 'octo', repo: 'shop' }
const counterpart = {
  repository,
  workflow: 'ci.yml',
  prefix: artifactPrefix('job', { job: 'build', matrix: null, action: '' }),
  subject: 'build',
  runs: 5,
}

/** The baseline of a report that lists the energies of the runs before it, Wh. */
function baselineWith(recent_wh: number[]): Report['baseline'] {
  return { branch: 'main', runs: 10, median_wh: 1, spread: 0, change: 0, clear: false, source: 'artifacts', recent_wh }
}
let fake: FakeGitHub
let shop: Repository
let client: GitHubClient

beforeEach(async () => {
  fake = await FakeGitHub.start()
  shop = fake.addRepository('octo/shop', { private: true })
  shop.addWorkflow('CI')
  client = await clientOf(fake)
})
afterEach(() => closed(fake))

let day = 0
function past(report: Report | null, change: Partial<NewRun> = {}): WorkflowRun {
  const run = shop.addRun({
    headSha: SHA,
    headBranch: 'main',
    conclusion: 'success',
    createdAt: at(86_400 * ++day),
    ...change,
  })
  const job = run.addJob({ name: 'build', conclusion: 'success' })
  if (report) leave(run, job, report)
  return run
}
const totals = (runs: readonly EarlierRun[]): number[] => runs.map(({ totalWh }) => totalWh)

const waterLine: JudgedLine = {
  line: '2 L',
  scope: 'job',
  metric: 'water',
  limit: 2,
  used: null,
  share: null,
  verdict: 'indeterminate',
  source: 'file',
  reason_code: 'water-unknown' as const,
  reason: 'water unknown',
}

describe('earlier runs', () => {
  it('are the newest five successful ones of the branch itself, and those that the newest lists', async () => {
    for (let wh = 1; wh <= 11; wh += 1) past(sampleReport('build', wh))
    past(sampleReport('build', 12, { baseline: baselineWith([11, 10, 9, 8, 7.5, 6.5, 5.5, 4.5, 3.5]) }))
    past(sampleReport('build', 100), { conclusion: 'failure' })
    past(sampleReport('build', 200), { headBranch: 'other' })
    past(sampleReport('build', 300), { event: 'pull_request' })
    const fork = fake.addRepository('mallory/shop', { parent: shop })
    past(sampleReport('build', 400), { headRepository: fork, event: 'push' })
    past(sampleReport('build', 500), { workflow: shop.addWorkflow('Other') })
    const { runs, notes } = await artifactBaseline(client, counterpart).runs('main', 10)
    expect(totals(runs)).toEqual([12, 11, 10, 9, 8, 7.5, 6.5, 5.5, 4.5, 3.5])
    expect(notes).toEqual([])
    expect(fake.requests.length).toBeLessThanOrEqual(11)
  })
  it('cost a job three requests, and five when the newest run skipped the job', async () => {
    const job = { ...counterpart, runs: 1 }
    for (let wh = 1; wh <= 12; wh += 1) past(sampleReport('build', wh))
    expect(totals((await artifactBaseline(client, job).runs('main', 10)).runs)).toEqual([12])
    expect(fake.requests).toHaveLength(3)
    past(null)
    expect(totals((await artifactBaseline(client, job).runs('main', 10)).runs)).toEqual([12])
    expect(fake.requests).toHaveLength(3 + 4)
  })
  it('of a job stop at the newest run when no requests are left', async () => {
    past(sampleReport('build', 1))
    past(null)
    client.server.limitRequests(3)
    const { runs, isRead } = await artifactBaseline(client, { ...counterpart, runs: 1 }).runs('main', 10)
    expect([runs, isRead]).toEqual([[], false])
    expect(fake.requests).toHaveLength(2)
  })
  it('without a report, with another job or with no trustworthy figure say nothing', async () => {
    past(null)
    past(sampleReport('other', 7))
    past(sampleReport('build', 8, { verdict: 'indeterminate' }))
    past(sampleReport('build', 2))
    // A line that cannot be judged does not make the figure untrusted.
    past(
      sampleReport('build', 4, {
        verdict: 'indeterminate',
        figure: { trusted: true, reason_code: null },
        budgets: [waterLine],
      }),
    )
    expect(totals((await artifactBaseline(client, counterpart).runs('main', 10)).runs)).toEqual([4, 2])
  })
  it('give the report of their last attempt', async () => {
    const run = past(sampleReport('build', 2))
    run.rerun()
    leave(run, run.addJob({ name: 'build', conclusion: 'success' }), sampleReport('build', 3))
    run.finish('success')
    expect(totals((await artifactBaseline(client, counterpart).runs('main', 10)).runs)).toEqual([3])
  })
  it('that cannot be listed give no baseline, and a note says so', async () => {
    fake.failNext({ path: '/runs', fault: 403, times: Infinity })
    const { runs, notes, failures } = await artifactBaseline(client, counterpart).runs('main', 10)
    expect([runs, failures]).toEqual([[], []])
    expect(notes).toMatchObject([
      { code: 'baseline-unknown', level: 'info', text: expect.stringContaining('actions: read') as never },
    ])
  })
  it.each([/\/runs$/, /\/artifacts$/, /\/zip$/])(
    'that GitHub has trouble with (%s) are worth a warning',
    async (path) => {
      past(sampleReport('build', 2))
      fake.failNext({ path, fault: 401, times: Infinity })
      const { runs, failures } = await artifactBaseline(client, counterpart).runs('main', 10)
      expect(runs).toEqual([])
      expect(failures.map(({ kind }) => kind)).toEqual(['unauthorized'])
    },
  )
  it('that do not come in time are left out, and the comment keeps its time', async () => {
    past(sampleReport('build', 2))
    client = await clientOf(fake, 1_500)
    fake.blobs.failNext({ fault: 'hang', times: Infinity })
    const start = performance.now()
    const { runs, notes } = await artifactBaseline(client, counterpart).runs('main', 10)
    expect(runs).toEqual([])
    expect(notes).toHaveLength(1)
    expect(performance.now() - start).toBeLessThan(20_000)
  })
  it('with a hostile artifact say nothing', async () => {
    past(null)
    const run = past(sampleReport('build', 4))
    const artifact = [...shop.artifacts.values()].find((each) => each.run === run)
    fake.blobs.put(artifact?.blob ?? '', Buffer.from('<html>'))
    expect((await artifactBaseline(client, counterpart).runs('main', 10)).runs).toEqual([])
  })
})

describe('compared', () => {
  const source = (branches: Record<string, EarlierRun[]>): BaselineSource => ({
    name: 'ledger',
    runs: async (branch) => ({ runs: branches[branch] ?? [], isRead: true, notes: [], failures: [] }),
  })
  const earlier = (totalWh: number, parts: Record<string, number> = {}): EarlierRun => ({
    totalWh,
    partsWh: new Map(Object.entries(parts)),
  })
  const steady = Array.from({ length: 10 }, () => earlier(2, { a: 1, gone: 5 }))
  const part = (name: string, wh: number) => {
    const { energy, emissions, pue, intensity, method, coverage } = sampleReport(name, wh)
    const same = {
      energy,
      emissions,
      pue,
      intensity,
      method,
      coverage,
      duration_s: 1,
      started_at: null,
      ended_at: null,
    }
    return { kind: 'job' as const, name, ...same }
  }
  const draft = sampleReport('CI', 3, { parts: [part('a', 2), part('a (attempt 2)', 1.5), part('new', 1)] })

  const judgeable = (report: Report): Judgeable => ({ draft: report, judging: { doubt: null, ownScopes: ['job'] } })

  it('reports change, spread and the change of each part', async () => {
    const {
      draft: result,
      judging: { baselineWh },
    } = await compared(judgeable(draft), ['main'], source({ main: steady }))
    expect(result.baseline).toMatchObject({
      branch: 'main',
      runs: 10,
      median_wh: 2,
      change: 0.5,
      clear: true,
      source: 'ledger',
    })
    expect(result.parts.map(({ change }) => change)).toEqual([1, 0.5, null])
    expect(baselineWh).toEqual({ main: 2 })
  })
  it('compares parts of one name together, because they cannot be distinguished', async () => {
    const twice = [part('build', 1), part('build', 3)]
    const runs = [earlier(4, Object.fromEntries(energyByName(twice)))]
    const same = sampleReport('CI', 4, { parts: twice })
    expect(
      (await compared(judgeable(same), ['main'], source({ main: runs }))).draft.parts.map(({ change }) => change),
    ).toEqual([0, 0])
  })
  it('judges growth by the branch that the line names', async () => {
    const budgets = ['+60 % vs main', '+10 % vs release', '+10 % vs gone'].map((line) => ({
      budget: parseBudget(line),
      source: 'base' as const,
    }))
    const branches = branchesOf(budgets, 'main')
    expect(branches).toEqual(['main', 'release', 'gone'])
    const result = await compared(judgeable(draft), branches, source({ main: steady, release: [earlier(1)] }))
    const report = judgeReport(result.draft, '1.0.0', budgets, result.judging)
    expect(report.budgets.map(({ verdict }) => verdict)).toEqual(['pass', 'fail', 'none'])
  })
  it('without earlier runs leaves the draft as it is', async () => {
    const {
      draft: result,
      judging: { baselineWh },
    } = await compared(judgeable(draft), ['main'], source({}))
    expect(result.baseline).toBeNull()
    expect(result.parts[0]).not.toHaveProperty('change')
    expect(baselineWh).toEqual({})
  })
  it('is a first run for a strict growth line only if the answers could be read', async () => {
    const budgets = [{ budget: parseBudget('+10 % vs main'), source: 'base' as const }]
    const verdict = async (): Promise<string> => {
      const found = await compared(judgeable(draft), ['main'], artifactBaseline(client, { ...counterpart, runs: 1 }))
      return judgeReport(found.draft, '1.0.0', budgets, { ...found.judging, isStrict: true }).verdict
    }
    expect(await verdict()).toBe('none')
    fake.failNext({ path: '/runs', fault: 403, times: Infinity })
    expect(await verdict()).toBe('indeterminate')
  })
  it('has not read the branches beyond those that it asks about', async () => {
    const { judging } = await compared(judgeable(draft), ['a', 'b', 'c', 'd'], source({}))
    expect(judging.isBaselineRead).toBe(false)
  })
  it('without branches asks nothing', async () => {
    const never: BaselineSource = { name: 'x', runs: () => Promise.reject(new Error('asked')) }
    expect((await compared(judgeable(draft), [], never)).draft.baseline).toBeNull()
  })
})

describe('the workflow file', () => {
  it.each([
    ['octo/shop/.github/workflows/ci.yml@refs/heads/main', 'ci.yml'],
    ['octo/shop/.github/workflows/a b.yaml@refs/pull/1/merge', 'a b.yaml'],
    ['', null],
    [undefined, null],
  ])('of %j', (reference, file) => expect(workflowFileOf(reference)).toBe(file))
})
