import { describe, expect, it } from 'vitest'
import { parseBudget } from '../../../src/core/parse-budget.ts'
import { type JudgingContext, judgeReport } from '../../../src/core/judge-report.ts'
import { type OwnRun, readPullRequestTotals } from '../../../src/app/ledger/pull-request-totals.ts'
import { recentRunsOf } from '../../../src/app/ledger/runs-since.ts'
import { pullRequestOf } from '../../../src/github/event.ts'
import { report } from '../../fixtures/report.ts'
import { presentPull } from '../../fakes/github/presentation/pull.ts'
import { jobReport, type Scene, openScene } from './scene.ts'
import { leave } from '../join/scene.ts'

const OWN = { emissions: 1, energy: 10, water: 0 }

/** Totals of the scene's pull request, with a run of 10 Wh that is judged. */
async function totalsOf(scene: Scene, own: Partial<OwnRun> = {}, requests = 40) {
  const [pull] = [...scene.repository.pulls.values()]
  const read = pullRequestOf(pull && presentPull(scene.repository, pull))
  if (!read) throw new Error('no pull request')
  const whole = { runId: 0, checkRunId: null, isWholeRun: true, totals: OWN, ...own }
  return readPullRequestTotals(await scene.reader(), read, whole, requests)
}

/** Verdict of a line by these totals. */
function judged(
  line: string,
  judging: { readonly [K in 'totals' | 'pullRequestProblem']?: JudgingContext[K] | undefined },
) {
  const { schema: _schema, tool: _tool, budgets: _budgets, verdict: _verdict, label: _label, ...draft } = report()
  const budgets = [{ budget: parseBudget(line), source: 'file' as const }]
  return judgeReport(draft, '1.0.0', budgets, {
    doubt: null,
    ownScopes: ['workflow'],
    totals: judging.totals ?? {},
    pullRequestProblem: judging.pullRequestProblem ?? null,
  }).budgets[0]
}

async function pullScene(options: Parameters<typeof openScene>[0] = {}) {
  const scene = await openScene(options)
  scene.nowMs -= 60 * 60_000
  const pull = scene.repository.addPull({ head: { branch: 'faster' } })
  scene.nowMs += 60 * 60_000
  const run = (minutesAgo: number, more = {}) =>
    scene.addRun(minutesAgo, { event: 'pull_request', branch: 'faster', pulls: [pull.number], wh: 0.5, ...more })
  return { scene, pull, run }
}

describe('a line per pull request', () => {
  it('counts all runs of the pull request, each execution once, and the run that is judged', async () => {
    const { scene, run } = await pullScene()
    const { run: first } = run(50)
    first.rerun({ keep: () => true })
    const again = first.addJob({
      name: 'lint',
      startedAt: new Date(scene.nowMs - 600_000),
      completedAt: new Date(scene.nowMs - 300_000),
      conclusion: 'success',
    })
    leave(first, again, jobReport(again, 0.5))
    first.finish('success')
    const own = run(20)
    run(30, { workflow: 'Docs' })
    // Of another branch, another event, another pull request of the same branch, and before it was opened.
    run(40, { branch: 'other', pulls: [] })
    run(40, { event: 'push', pulls: [] })
    scene.repository.addPull({ head: { branch: 'faster' }, number: 99 })
    run(40, { pulls: [99] })
    run(600, { pulls: [] })
    const { totals, pullRequestProblem } = await totalsOf(scene, { runId: own.run.id })
    expect(pullRequestProblem).toBeUndefined()
    // Two executions of the first run and the other workflow's run, with the PUE of an unknown building in Germany.
    expect(totals?.['pull-request']?.energy).toBeCloseTo(10 + 3 * 0.5 * 1.56, 6)
    expect(judged('1 kg per pull-request', { totals })).toMatchObject({ verdict: 'pass' })
    expect(judged('1 g per pull-request', { totals })).toMatchObject({ verdict: 'fail' })
  })

  it('counts the other jobs of its own run where a single job is judged', async () => {
    const { scene, run } = await pullScene()
    const own = run(20, { wh: 0.4 })
    const other = own.run.addJob({
      name: 'lint',
      startedAt: own.job.startedAt,
      completedAt: own.job.completedAt,
      conclusion: 'success',
    })
    leave(own.run, other, jobReport(other, 0.5))
    const { totals } = await totalsOf(scene, { runId: own.run.id, checkRunId: own.job.id, isWholeRun: false })
    // The other job, with the PUE of an unknown building in Germany.
    expect(totals?.['pull-request']?.energy).toBeCloseTo(10 + 0.5 * 1.56, 6)
  })

  it('lists the runs that ended after a time with one request, without its own', async () => {
    const { scene, run } = await pullScene()
    const own = run(10)
    run(40, { workflow: 'Docs' })
    run(120)
    const { client, repository } = await scene.reader()
    const before = scene.fake.requests.length
    const runs = await recentRunsOf(client, repository, own.run.id)(scene.nowMs - 60 * 60_000)
    expect(runs?.map(({ workflow }) => workflow)).toEqual(['Docs'])
    expect(scene.fake.requests.length - before).toBe(1)
  })

  it('finds the runs of a fork, of which GitHub names no pull request, by branch and repository', async () => {
    const scene = await openScene()
    const fork = scene.fake.addRepository('eve/shop', { parent: scene.repository })
    const stranger = scene.fake.addRepository('bob/shop', { parent: scene.repository })
    scene.nowMs -= 60 * 60_000
    scene.repository.addPull({ head: { branch: 'patch-1', repository: fork } })
    scene.nowMs += 60 * 60_000
    scene.addRun(20, { event: 'pull_request', branch: 'patch-1', fork, wh: 0.5 })
    scene.addRun(10, { event: 'pull_request', branch: 'patch-1', fork: stranger, wh: 0.5 })
    const { totals } = await totalsOf(scene)
    expect(totals?.['pull-request']?.energy).toBeCloseTo(10 + 0.5 * 1.56, 6)
  })

  it('is indeterminate when a run cannot be read, and never passes', async () => {
    const { scene, run } = await pullScene()
    run(20)
    scene.fake.failNext({ path: /\/jobs$/, fault: 502, times: 3 })
    const { totals, pullRequestProblem } = await totalsOf(scene)
    expect(totals).toBeUndefined()
    expect(judged('1 kg per pull-request', { pullRequestProblem })).toMatchObject({
      verdict: 'indeterminate',
      reason_code: 'pull-request-unknown',
      reason: expect.stringMatching(/runs of the pull request are unknown: cannot list the run's jobs/),
    })
  })

  it('is indeterminate for a job with an unknown runner', async () => {
    const { scene, run } = await pullScene()
    run(20, { wh: undefined, labels: ['self-hosted'] })
    const { totals } = await totalsOf(scene)
    expect(judged('1 kg per pull-request', { totals })).toMatchObject({
      verdict: 'indeterminate',
      reason_code: 'emissions-unknown',
    })
  })

  it.each([
    [true, 'indeterminate'],
    [false, 'not-judged'],
  ])('sends no more requests than it may; whole run %s: %s', async (isWholeRun, verdict) => {
    const { scene, run } = await pullScene()
    for (let index = 0; index < 3; index += 1) run(20 + index)
    scene.fake.requests.length = 0
    const { pullRequestProblem } = await totalsOf(scene, { isWholeRun }, 5)
    expect(scene.fake.requestsTo('actions/list-jobs-for-workflow-run')).toEqual([])
    expect(judged('1 kg per pull-request', { pullRequestProblem })).toMatchObject({
      verdict,
      reason: expect.stringMatching(/its 3 other runs need more requests than are left/),
    })
  })
})
