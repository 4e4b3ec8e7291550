import { readdirSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { GATE_PERMISSIONS } from '../fakes/github/account.ts'
import { type ActionResult, runAction, runStep } from '../fakes/github/action-process.ts'
import { FakeGitHub } from '../fakes/github/fake-github.ts'
import { createRunnerEnvironment } from '../fakes/github/runner-environment.ts'

/** A verdict comes at most 8 s after the first request where the machine is idle; the limit here leaves room for a busy one, ms. */
const LIMIT_MS = 14_000

const MAIN = 'dist/main/index.js'
const POST = 'dist/post/index.js'

const closing: (() => unknown)[] = []
afterAll(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A step of a job on a GitHub that accepts requests and never answers one. */
async function runSilently(mode: 'job' | 'workflow' | 'comment', budget: string) {
  const fake = await FakeGitHub.start()
  closing.push(() => fake.close())
  const repository = fake.addRepository('octo/shop', { files: { '.github/carbon-gate.yml': `budgets: [${budget}]\n` } })
  const author = fake.addAccount('ann')
  const pull = repository.addPull({ head: { branch: 'faster' }, author })
  const run = repository.addRun({
    headSha: pull.headSha,
    headBranch: 'faster',
    event: 'pull_request',
    pulls: [pull.number],
  })
  const event =
    mode === 'comment' ? ({ name: 'workflow_run', run } as const) : ({ name: 'pull_request', pull } as const)
  const token = fake.addToken({ permissions: GATE_PERMISSIONS, repositories: [repository] })
  const runner = createRunnerEnvironment(fake, { repository, event, token })
  closing.push(() => runner.remove())
  fake.failNext({ fault: 'hang', times: Infinity })
  let askedAt = Number.POSITIVE_INFINITY
  let reportedAt = Number.POSITIVE_INFINITY
  const looking = setInterval(() => {
    const now = performance.now()
    if (fake.requests.length > 0) askedAt = Math.min(askedAt, now)
    const files = readdirSync(runner.temp, { recursive: true, encoding: 'utf8' })
    if (files.some((file) => file.endsWith('report.json'))) reportedAt = Math.min(reportedAt, now)
  }, 100)
  const common = { manifest: 'action.yml', runner, inputs: { mode, zone: 'DE', budget } }
  const result: ActionResult =
    mode === 'job'
      ? (await runStep({ ...common, main: MAIN, post: POST })).post
      : await runAction({ ...common, bundle: MAIN })
  clearInterval(looking)
  return {
    result,
    waitedMs: Math.min(reportedAt, performance.now()) - askedAt,
    writes: fake.requests.filter(({ method }) => method !== 'GET'),
  }
}

describe.concurrent('an API that never answers', { timeout: 60_000 }, () => {
  it.each([
    ['job', '100 g'],
    ['workflow', '100 g per workflow'],
  ] as const)('makes mode: %s indeterminate in time, without a comment', async (mode, budget) => {
    const { result, waitedMs, writes } = await runSilently(mode, budget)
    expect(result, result.log).toMatchObject({ exitCode: 1, timedOut: false, outputs: { verdict: 'indeterminate' } })
    expect(waitedMs).toBeLessThan(LIMIT_MS)
    expect(writes).toEqual([])
  })

  it('gives up the comment of the second stage in time, with a warning', async () => {
    const { result, waitedMs, writes } = await runSilently('comment', '100 g per workflow')
    expect(result, result.log).toMatchObject({ exitCode: 0, timedOut: false, outputs: {} })
    expect(result.commands.map(({ name, message }) => `${name}: ${message}`).join()).toMatch(/warning: No comment: /)
    expect(waitedMs).toBeLessThan(LIMIT_MS)
    expect(writes).toEqual([])
  })
})
