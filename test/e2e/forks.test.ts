import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Report } from '../../src/core/report.ts'
import { REPORT_FILE } from '../../src/github/artifacts.ts'
import { FORK_PERMISSIONS, GATE_PERMISSIONS } from '../fakes/github/account.ts'
import { runStep } from '../fakes/github/action-process.ts'
import { FakeGitHub } from '../fakes/github/fake-github.ts'
import type { Pull, Repository } from '../fakes/github/repository.ts'
import { type RunnerEnvironment, createRunnerEnvironment } from '../fakes/github/runner-environment.ts'
import type { Job, WorkflowRun } from '../fakes/github/workflow-run.ts'
import { zip } from '../fakes/github/zip.ts'
import { type CostlyResult, runWithCost } from './action-cost.ts'
import { at, leave } from '../app/join/scene.ts'
import { sampleReport } from '../sample-report.ts'
import { deflatedZeros } from '../bomb.ts'

/** Both stages of a fork's pull request, by the real bundles. */

const MAIN = 'dist/main/index.js'

let fake: FakeGitHub
let shop: Repository
let fork: Repository
let pull: Pull
let run: WorkflowRun
const runners: RunnerEnvironment[] = []

beforeEach(async () => {
  fake = await FakeGitHub.start()
  shop = fake.addRepository('octo/shop', { files: { '.github/carbon-gate.yml': 'budgets: [1 Wh per workflow]\n' } })
  fork = fake.addRepository('mallory/shop', { parent: shop })
  fork.commit('faster', { '.github/carbon-gate.yml': 'budgets: [9 kWh per workflow]\n' })
  pull = shop.addPull({ head: { branch: 'faster', repository: fork }, author: fake.addAccount('mallory') })
  run = shop.addRun({ headSha: pull.headSha, headBranch: 'faster', headRepository: fork, event: 'pull_request' })
})
afterEach(async () => {
  for (const runner of runners.splice(0)) runner.remove()
  await fake.close()
})

/** The second stage: a run of its own on the default branch, with a token that may write. */
async function secondStage(inputs: Record<string, string> = {}): Promise<CostlyResult> {
  if (run.status !== 'completed') run.finish('success')
  const token = fake.addToken({ permissions: GATE_PERMISSIONS, repositories: [shop] })
  const runner = createRunnerEnvironment(fake, { repository: shop, event: { name: 'workflow_run', run }, token })
  runners.push(runner)
  return await runWithCost({
    bundle: MAIN,
    manifest: 'action.yml',
    runner,
    inputs: { mode: 'comment', zone: 'DE', enforce: 'false', ...inputs },
  })
}

const finished = (name: string): Job =>
  run.addJob({ name, startedAt: at(0), completedAt: at(70), conclusion: 'success' })
const body = (commented: Pull = pull): string => shop.commentsOn(commented)[0]?.body ?? ''

describe('a pull request from a fork', () => {
  it('is judged in the first stage without a comment, calmly, and gets it in the second', async () => {
    const token = fake.addToken({ permissions: FORK_PERMISSIONS, repositories: [shop] })
    const job = run.addJob({ name: 'build' })
    const runner = createRunnerEnvironment(fake, {
      repository: shop,
      event: { name: 'pull_request', pull },
      run,
      job,
      jobKey: 'build',
      token,
    })
    runners.push(runner)
    const { post } = await runStep({
      main: MAIN,
      post: 'dist/post/index.js',
      manifest: 'action.yml',
      runner,
      inputs: { budget: '1 kg', zone: 'DE' },
    })
    run.finishJob(job, 'success')
    expect(post.exitCode).toBe(0)
    expect(
      post.commands.filter(({ name }) => ['warning', 'error'].includes(name)).map(({ message }) => message),
    ).toEqual([])
    expect(JSON.parse(readFileSync(post.outputs['report'] ?? '', 'utf8'))).toMatchObject({ verdict: 'pass' })
    expect(post.summary).not.toBe('')
    expect(shop.commentsOn(pull)).toEqual([])
    expect([...shop.artifacts.values()].filter(({ finalized }) => finalized)).toHaveLength(1)

    const second = await secondStage()
    expect(second.exitCode).toBe(0)
    expect(shop.commentsOn(pull)).toHaveLength(1)
    expect(body()).toMatch(/the pull request's own code reported these energy figures/)
    expect(fake.complaints).toEqual([])
  })

  it('is judged by the budget of the base, whatever its own file and artifact say', async () => {
    leave(run, finished('build'), sampleReport('build', 2, { verdict: 'pass', label: 'A' }))
    const second = await secondStage()
    const report = JSON.parse(readFileSync(second.outputs['report'] ?? '', 'utf8')) as Report
    expect(report).toMatchObject({ verdict: 'fail', label: 'G' })
    expect(report.budgets.find(({ source }) => source === 'base')).toMatchObject({
      line: '1 Wh per workflow',
      verdict: 'fail',
    })
    expect(body()).toContain('fail')
  })

  it('has its jobs estimated by the base branch and by the size of the runners that its repository gets', async () => {
    shop.commit('lts', { '.github/carbon-gate.yml': 'runners: {lab: {watts: 300}}\npue: 1.2\n' })
    const own = shop.addPull({ head: { branch: 'bump' }, base: { branch: 'lts' } })
    run = shop.addRun({ headSha: own.headSha, headBranch: 'bump', event: 'pull_request' })
    finished('lint')
    run.addJob({ name: 'train', labels: ['lab'], startedAt: at(0), completedAt: at(60), conclusion: 'success' })
    const second = await secondStage({ 'repository-visibility': 'private' })
    const { parts } = JSON.parse(readFileSync(second.outputs['report'] ?? '', 'utf8')) as Report
    expect(parts.map(({ name, machine }) => [name, machine?.vcpus ?? null])).toEqual([
      ['lint', 2],
      ['train', null],
    ])
    expect(parts[1]?.energy.total_wh).toBeCloseTo((300 * 1.2 * 60) / 3600)
  })

  it('is not confused with another by a number in the artifact, nor by a copy of its commit', async () => {
    const victim = shop.addPull({ head: { branch: 'innocent' } })
    const job = finished('build')
    leave(run, job, sampleReport(`#${victim.number}`, 0.5))
    shop.addArtifact(run, 'pr', zip([{ name: 'NR', content: String(victim.number) }]))
    await secondStage()
    expect([shop.commentsOn(victim).length, shop.commentsOn(pull).length]).toEqual([0, 1])
    const copy = shop.addPull({ head: { branch: 'copy', repository: fork, sha: pull.headSha } })
    const second = await secondStage()
    expect(second.exitCode).toBe(0)
    expect(shop.commentsOn(copy)).toEqual([])
    expect(second.log).toContain('same head commit')
  })

  it('with orders to the runner in its names gives none', async () => {
    const hostile = '::add-mask::a ::stop-commands::b ##[error]c\r\n::error::d @org/team <img src=x> `e` | f'
    leave(
      run,
      run.addJob({ name: hostile, startedAt: at(0), completedAt: at(70), conclusion: 'success' }),
      sampleReport(hostile, 0.5),
    )
    leave(
      run,
      { ...finished('x'), name: 'x' } as Job,
      sampleReport(hostile, 0.5, { notes: [{ code: 'grid-stale', level: 'warning', text: hostile }] }),
    )
    const second = await secondStage()
    const orders = second.commands.filter(
      ({ name }) => !['add-mask', 'notice', 'warning', 'error', 'debug'].includes(name),
    )
    expect(orders).toEqual([])
    expect(
      second.stdout.split('\n').filter((line) => /::(?:add-mask|stop-commands|error)::[abd]\b|##\[error\]/.test(line)),
    ).toEqual([])
    for (const bad of ['<img', '::add-mask', '##[', '@org', '\r']) expect(body()).not.toContain(bad)
  })
})

describe('a hostile artifact', () => {
  const zeros = deflatedZeros(300)
  const entry = { name: REPORT_FILE, content: JSON.stringify(sampleReport('build', 0.5)) }

  it.each([
    ['a way up', zip([entry, { name: '../../evil', content: 'x' }])],
    ['a bomb that lies', zip([{ ...entry, compressed: zeros, claimedSize: 100 }])],
    ['20,000 entries', zip(Array.from({ length: 20_000 }, (_, i) => ({ name: `f${i}`, content: '', store: true })))],
  ])('%s: reported in one line, never a pass', async (_, bytes) => {
    leave(run, finished('build'), sampleReport('build', 0.5), { zip: bytes })
    const second = await secondStage()
    expect(second.cpuMs).toBeLessThan(5000)
    expect(second.outputs).toMatchObject({ verdict: 'indeterminate' })
    expect(body()).toContain('indeterminate')
  })
})
