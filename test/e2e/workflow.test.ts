import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runnerPower } from '../../src/app/join/runner-power.ts'
import type { Report } from '../../src/core/report.ts'
import { inParallel } from '../../src/github/pages.ts'
import { BREAK } from '../../src/render/escape.ts'
import { GATE_PERMISSIONS } from '../fakes/github/account.ts'
import { runStep } from '../fakes/github/action-process.ts'
import { FakeGitHub } from '../fakes/github/fake-github.ts'
import type { Pull, Repository } from '../fakes/github/repository.ts'
import { type RunnerEnvironment, createRunnerEnvironment } from '../fakes/github/runner-environment.ts'
import type { Conclusion, Job, WorkflowRun } from '../fakes/github/workflow-run.ts'
import { type CostlyResult, runWithCost } from './action-cost.ts'
import { leave } from '../app/join/scene.ts'
import { sampleReport } from '../sample-report.ts'

/** A whole run as it happens: real bundles as processes, one runner each, a GitHub with API, artifacts and events. */

const MAIN = 'dist/main/index.js'
const POST = 'dist/post/index.js'
/** Processes at once; the machine that tests has few cores. */
const AT_ONCE = 4

let fake: FakeGitHub
let shop: Repository
let pull: Pull
let run: WorkflowRun
const runners: RunnerEnvironment[] = []

beforeEach(async () => {
  fake = await FakeGitHub.start()
  shop = fake.addRepository('octo/shop', { files: { '.github/carbon-gate.yml': 'budgets: [1 kg]\n' } })
  pull = shop.addPull({ head: { branch: 'faster' }, author: fake.addAccount('ann') })
  run = shop.addRun({ headSha: pull.headSha, headBranch: 'faster', event: 'pull_request', pulls: [pull.number] })
})
afterEach(async () => {
  for (const runner of runners.splice(0)) runner.remove()
  await fake.close()
})

/** A runner for a job of the run. */
function runnerFor(job: Job, jobKey: string): RunnerEnvironment {
  const token = fake.addToken({ permissions: GATE_PERMISSIONS, repositories: [shop] })
  const runner = createRunnerEnvironment(fake, {
    repository: shop,
    event: { name: 'pull_request', pull },
    run,
    job,
    jobKey,
    token,
  })
  runners.push(runner)
  return runner
}

interface Played {
  readonly job: Job
  readonly report: Report
}

/** Plays a measured job: main, some work, post; then GitHub notes its end. */
async function play(
  key: string,
  conclusion: Conclusion,
  matrix: Record<string, number> | null = null,
): Promise<Played> {
  const values = matrix ? ` (${Object.values(matrix).join(', ')})` : ''
  const job = run.addJob({ name: `${key}${values}` })
  run.addStep(job, { name: 'Run npm test', completedAt: null })
  const { main, post } = await runStep({
    main: MAIN,
    post: POST,
    manifest: 'action.yml',
    runner: runnerFor(job, key),
    inputs: { comment: 'false', zone: 'DE', pue: '1.2' },
    ...(matrix && { matrix }),
    between: () => new Promise((resolve) => setTimeout(resolve, 100)),
  })
  run.addStep(job, { name: 'Post carbon-gate' })
  run.finishJob(job, conclusion)
  expect([main.exitCode, main.stderr]).toEqual([0, ''])
  expect(post.outputs['report'], `${post.log}${post.stderr}`).toBeTruthy()
  return { job, report: JSON.parse(readFileSync(post.outputs['report'] ?? '', 'utf8')) as Report }
}

/** The last job, with what its process cost. */
async function gate(inputs: Record<string, string>): Promise<{ result: CostlyResult; report: Report }> {
  const job = run.addJob({ name: 'carbon' })
  const result = await runWithCost({
    bundle: MAIN,
    manifest: 'action.yml',
    runner: runnerFor(job, 'carbon'),
    inputs: { mode: 'workflow', zone: 'DE', pue: '1.2', ...inputs },
  })
  expect(result.outputs['report'], `${result.log}${result.stderr}`).toBeTruthy()
  return { result, report: JSON.parse(readFileSync(result.outputs['report'] ?? '', 'utf8')) as Report }
}

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, each) => total + (each ?? 0), 0)

describe('a run of twelve jobs', () => {
  it('is reported in one comment, with the sum computed by hand and the right verdict', async () => {
    const jobs: [string, Conclusion, Record<string, number> | null][] = [
      ['test', 'success', { node: 20 }],
      ['test', 'success', { node: 22 }],
      ['test', 'success', { node: 24 }],
      ['build', 'success', null],
      ['package', 'success', null],
      ['docs', 'success', null],
      ['integration', 'failure', null],
      ['slow', 'cancelled', null],
      ['flaky', 'failure', null],
    ]
    const lint = run.addJob({ name: 'lint', startedAt: new Date(Date.now() - 60_000) })
    run.finishJob(lint, 'success', new Date(lint.startedAt.getTime() + 60_000))
    run.addJob({ name: 'deploy', conclusion: 'skipped', runnerName: null })
    const first = await inParallel(jobs, AT_ONCE, ([key, conclusion, matrix]) => play(key, conclusion, matrix))
    run.finish('failure')
    run.rerun({ keep: (job) => job.conclusion === 'success' || job.conclusion === 'skipped' })
    const again = await play('flaky', 'success')

    const { result, report } = await gate({ budget: '1 kWh' })
    expect(result.exitCode).toBe(0)
    const own = report.parts.find(({ name }) => name === 'carbon')
    const lintWh = ((runnerPower({}, false)(['ubuntu-latest'])?.watts.value ?? 0) * 1.2 * 60) / 3600
    const lintPart = report.parts.find(({ name }) => name === 'lint')
    expect(lintPart?.energy.total_wh).toBeCloseTo(lintWh, 6)
    const measured = [...first, again].map((each) => each.report.energy.total_wh)
    expect(report.energy.total_wh).toBeCloseTo(sum([...measured, lintWh, own?.energy.total_wh ?? 0]), 9)
    const estimated = report.parts.filter(({ method }) => method === 'estimated')
    expect(estimated.map(({ name }) => name)).toEqual(['lint', 'carbon'])
    expect(report.parts.map(({ name }) => name).sort()).toEqual(
      [
        'test (20)',
        'test (22)',
        'test (24)',
        'build',
        'package',
        'docs',
        'integration',
        'slow',
        'flaky (attempt 1)',
        'flaky (attempt 2)',
        'lint',
        'carbon',
      ].sort(),
    )
    expect(report.verdict).toBe('pass')
    expect(shop.commentsOn(pull)).toHaveLength(1)
    expect(shop.commentsOn(pull)[0]?.body.replaceAll(BREAK, '')).toContain('integration')

    const strict = await gate({ budget: '1 mg' })
    expect(strict.result.exitCode).toBe(1)
    expect(strict.report.verdict).toBe('fail')
    expect(shop.commentsOn(pull)).toHaveLength(1)
    expect(fake.complaints).toEqual([])
  })
})

describe('a matrix of 256 legs', () => {
  it('takes under 10 s of CPU time, 250 MB and a third of the token allowance', async () => {
    for (let leg = 0; leg < 256; leg += 1) {
      const job = run.addJob({ name: `test (${leg})`, startedAt: new Date(Date.now() - 120_000) })
      run.finishJob(job, 'success', new Date(job.startedAt.getTime() + 60_000))
      leave(run, job, sampleReport(`test (${leg})`, 0.1))
    }
    const before = fake.requests.length
    const { result, report } = await gate({ budget: '30 Wh' })
    expect(result.exitCode).toBe(0)
    expect(result.cpuMs).toBeLessThan(10_000)
    expect(result.peakMb).toBeLessThan(250)
    expect(fake.requests.length - before).toBeLessThan(333)
    expect(report.parts).toHaveLength(257)
    expect(report.energy.total_wh).toBeGreaterThan(25.6)
    expect(report.energy.total_wh).toBeLessThan(31)
    expect(shop.commentsOn(pull)).toHaveLength(1)
    expect(fake.complaints).toEqual([])
  })
})
