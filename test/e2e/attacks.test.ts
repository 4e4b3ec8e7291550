import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Report } from '../../src/core/report.ts'
import { leave } from '../app/join/scene.ts'
import { FORK_PERMISSIONS, GATE_PERMISSIONS } from '../fakes/github/account.ts'
import { type ActionResult, runAction, runStep } from '../fakes/github/action-process.ts'
import type { EventSpec } from '../fakes/github/event.ts'
import { FakeGitHub, type NewToken } from '../fakes/github/fake-github.ts'
import type { Pull, Repository } from '../fakes/github/repository.ts'
import { type RunnerEnvironment, createRunnerEnvironment } from '../fakes/github/runner-environment.ts'
import type { Job, WorkflowRun } from '../fakes/github/workflow-run.ts'
import { zip } from '../fakes/github/zip.ts'
import { sampleReport } from '../sample-report.ts'

/** Attacks on whole steps, run with the real bundles. No attack passes a budget, and none makes an honest run fail. */

const MAIN = 'dist/main/index.js'
const POST = 'dist/post/index.js'
const CONFIG = '.github/carbon-gate.yml'

let fake: FakeGitHub
let shop: Repository
const runners: RunnerEnvironment[] = []

beforeEach(async () => {
  fake = await FakeGitHub.start()
  shop = fake.addRepository('octo/shop', { files: { [CONFIG]: 'budgets: [1 Wh per workflow, 1 kg]\nzone: DE\n' } })
})
afterEach(async () => {
  for (const runner of runners.splice(0)) runner.remove()
  await fake.close()
})

interface Place {
  readonly event: EventSpec
  readonly run?: WorkflowRun
  readonly job?: Job
  readonly jobKey?: string
  readonly permissions?: NewToken['permissions']
}

function runnerFor({ permissions = GATE_PERMISSIONS, ...place }: Place): RunnerEnvironment {
  const token = fake.addToken({ permissions, repositories: [shop] })
  const runner = createRunnerEnvironment(fake, { repository: shop, token, ...place })
  runners.push(runner)
  return runner
}

async function judgeRun(
  place: Place,
  inputs: Record<string, string> = {},
): Promise<{ result: ActionResult; report: Report; job: Job }> {
  const runner = runnerFor({ jobKey: 'carbon', ...place })
  const result = await runAction({
    bundle: MAIN,
    manifest: 'action.yml',
    runner,
    inputs: { mode: 'workflow', ...inputs },
  })
  return { result, report: reportOf(result), job: runner.job }
}

const reportOf = (result: ActionResult): Report => {
  expect(result.outputs['report'], result.log).toBeTruthy()
  return JSON.parse(readFileSync(result.outputs['report'] ?? '', 'utf8')) as Report
}
const linesOf = ({ budgets }: Report): string[] =>
  budgets.map(({ line, source, verdict }) => `${source} ${line} ${verdict}`)

const past = (seconds: number): Date => new Date(Date.now() - seconds * 1000)

/** A finished job of an hour with its report. */
function train(run: WorkflowRun, wh: number | null, name: string = 'train', seconds: number = 3600): Job {
  const job = run.addJob({ name, startedAt: past(seconds), completedAt: past(1), conclusion: 'success' })
  if (wh !== null) leave(run, job, sampleReport(name, wh, { duration_s: seconds }))
  return job
}

function pullOf(branch: string, base: string = 'main'): Pull {
  return shop.addPull({ head: { branch }, base: { branch: base }, author: fake.addAccount(`author-of-${branch}`) })
}

function runOf(pull: Pull, event: string = 'pull_request'): WorkflowRun {
  return shop.addRun({ headSha: pull.headSha, headBranch: pull.headRef, event, pulls: [pull.number] })
}

it('every group of a merge queue is judged by its base, also when the base has moved on', async () => {
  const queue = ['a', 'b', 'c'].map((branch) => pullOf(branch))
  for (const pull of queue) shop.push(pull, { [CONFIG]: 'budgets: [9 kWh per workflow]\nenforce: false\n' })
  shop.commit('main', { 'x.txt': 'x' })
  for (const pull of queue) {
    const run = runOf(pull, 'merge_group')
    train(run, 30)
    const { result, report } = await judgeRun({ event: { name: 'merge_group', pull }, run })
    expect([result.exitCode, linesOf(report)]).toEqual([1, ['base 1 Wh per workflow fail', 'base 1 kg pass']])
  }
  expect(fake.complaints).toEqual([])
})

it('a re-run of failed jobs counts every execution once', async () => {
  const run = shop.addRun({ headSha: shop.tip('main') ?? '', headBranch: 'main', event: 'push' })
  train(run, 0.3, 'lint', 60)
  run.finishJob(train(run, 0.3, 'test', 60), 'failure', past(1))
  const first = await judgeRun({ event: { name: 'push' }, run })
  expect([first.result.exitCode, first.report.verdict]).toEqual([0, 'pass'])
  run.finishJob(first.job, 'success')
  run.rerun({ keep: ({ name }) => name === 'lint' })
  train(run, 0.3, 'test', 60)
  const { report } = await judgeRun({ event: { name: 'push' }, run })
  expect(report.parts.map(({ name }) => name)).toEqual([
    'lint',
    'test (attempt 1)',
    'carbon (attempt 1)',
    'test (attempt 2)',
    'carbon (attempt 2)',
  ])
  expect(report.energy.total_wh).toBeGreaterThan(0.9)
  expect(report.energy.total_wh).toBeLessThan(1.1)
})

it('a pull request that is retargeted is judged by its new base', async () => {
  shop.commit('lax', { [CONFIG]: 'budgets: [9 kWh per workflow]\n' })
  const pull = pullOf('retargeted', 'lax')
  Object.assign(pull, { baseRef: 'main', baseSha: shop.tip('main') })
  const run = runOf(pull)
  train(run, 30)
  const { result, report } = await judgeRun({ event: { name: 'pull_request', pull, action: 'edited' }, run })
  expect([result.exitCode, linesOf(report)[0]]).toEqual([1, 'base 1 Wh per workflow fail'])
})

it('a fork is judged by the base on pull_request_target and after a push of a maintainer', async () => {
  const fork = fake.addRepository('mallory/shop', { parent: shop })
  fork.commit('faster', { [CONFIG]: 'budgets: [9 kWh per workflow]\nenforce: false\n' })
  const pull = shop.addPull({ head: { branch: 'faster', repository: fork }, author: fake.addAccount('mallory') })
  const target = shop.addRun({ headSha: shop.tip('main') ?? '', headBranch: 'faster', event: 'pull_request_target' })
  train(target, 30)
  const own = await judgeRun({ event: { name: 'pull_request_target', pull }, run: target })
  expect([own.result.exitCode, shop.commentsOn(pull).length]).toEqual([1, 1])
  const spec = { headSha: pull.headSha, headBranch: 'faster', headRepository: fork, event: 'pull_request' }
  const run = shop.addRun({ ...spec, actor: fake.addAccount('boss') })
  train(run, 30)
  const first = await judgeRun({ event: { name: 'pull_request', pull }, run, permissions: FORK_PERMISSIONS })
  expect([first.result.exitCode, first.result.log]).toEqual([1, expect.stringContaining('the comment follows')])
  run.finishJob(first.job, 'failure')
  run.finish('failure')
  const second = await judgeRun({ event: { name: 'workflow_run', run } }, { mode: 'comment' })
  expect([second.result.exitCode, linesOf(second.report)[0]]).toEqual([1, 'base 1 Wh per workflow fail'])
  expect(fake.complaints).toEqual([])
})

it('two callers of one workflow keep a report each', async () => {
  const pull = pullOf('callers')
  const run = runOf(pull)
  for (const name of ['linux / test', 'windows / test']) {
    const job = train(run, null, name, 60)
    leave(run, { ...job, name: 'test' }, sampleReport(name, 0.6))
  }
  const { report } = await judgeRun({ event: { name: 'pull_request', pull }, run })
  expect(report.parts.slice(0, 2).map(({ name, method }) => `${name} ${method}`)).toEqual([
    'linux / test modelled',
    'windows / test modelled',
  ])
  expect(report.verdict).toBe('fail')
})

const REPORT = 'carbon-gate-report.json'
const entry = (name: string): { name: string; content: string } => ({
  name,
  content: JSON.stringify(sampleReport('train', 0.1)),
})

it.each<[string, Parameters<typeof leave>[3]]>([
  ['is huge', { zip: Buffer.alloc(5 * 1024 * 1024, 1) }],
  ['has a link', { zip: zip([{ name: REPORT, content: '/etc/passwd', mode: 0o120777 }]) }],
  ['has two reports', { zip: zip([entry(REPORT), entry(REPORT)]) }],
  ['leaves its folder', { zip: zip([entry(`../../${REPORT}`)]) }],
  ['differs in case', { zip: zip([entry(REPORT.toUpperCase())]) }],
])('an artifact that %s makes the verdict indeterminate', async (_case, change) => {
  const pull = pullOf('artifact')
  const run = runOf(pull)
  leave(run, train(run, null), sampleReport('train', 0.1), change)
  const { result, report } = await judgeRun({ event: { name: 'pull_request', pull }, run })
  expect([result.exitCode, report.verdict, report.notes.map(({ code }) => code)]).toEqual([
    1,
    'indeterminate',
    expect.arrayContaining(['reports-broken']),
  ])
})

it(
  'files of an earlier job, restored by a cache, take nothing away from a measurement',
  { timeout: 60_000 },
  async () => {
    const filesOf = (runner: RunnerEnvironment): string[] =>
      readdirSync(runner.temp, { recursive: true, encoding: 'utf8' })
        .map((name) => path.join(runner.temp, name))
        .filter((file) => statSync(file).isFile() && !/_runner_file_commands|event\.json/.test(file))
    const cache = new Map<string, Buffer>()
    const measured = async (work: (runner: RunnerEnvironment) => Promise<void>): Promise<Report> => {
      const runner = runnerFor({ event: { name: 'push' } })
      const step = { main: MAIN, post: POST, manifest: 'action.yml', runner }
      const { post } = await runStep({ ...step, between: () => work(runner) })
      expect(existsSync(post.outputs['report'] ?? ''), post.log).toBe(true)
      return reportOf(post)
    }
    await measured(async (runner) => {
      await pause(1500)
      for (const file of filesOf(runner)) cache.set(path.basename(file), readFileSync(file))
    })
    expect(cache.size).toBeGreaterThan(0)
    const report = await measured(async (runner) => {
      const end = Date.now() + 3000
      while (Date.now() < end) await pause(0)
      for (const file of filesOf(runner)) writeFileSync(file, cache.get(path.basename(file)) ?? '')
    })
    expect(report.duration_s).toBeGreaterThan(3)
    expect(report.notes.map(({ code }) => code)).toContain('samples-disagree')
    // The counters of the whole machine were read by main and by post.
    expect(report.coverage).toBe(1)
    expect(report.energy.total_wh).toBeGreaterThan(0)
  },
)
