import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Report } from '../../src/core/report.ts'
import { GATE_PERMISSIONS } from '../fakes/github/account.ts'
import { runAction, runStep } from '../fakes/github/action-process.ts'
import { FakeGitHub } from '../fakes/github/fake-github.ts'
import { type RunnerEnvironment, createRunnerEnvironment } from '../fakes/github/runner-environment.ts'

/** A server of one's own: API below /api/v3, no artifacts of version 4, no `job.check_run_id`. */

let fake: FakeGitHub
const runners: RunnerEnvironment[] = []
beforeEach(async () => {
  fake = await FakeGitHub.start({ server: 'https://ghes.example', basePath: '/api/v3' })
})
afterEach(async () => {
  for (const runner of runners.splice(0)) runner.remove()
  await fake.close()
})

describe('GitHub Enterprise Server', () => {
  it('keeps the report on the runner, says why, and estimates the run', async () => {
    const shop = fake.addRepository('octo/shop')
    const pull = shop.addPull({ head: { branch: 'faster' }, author: fake.addAccount('ann') })
    const run = shop.addRun({
      headSha: pull.headSha,
      headBranch: 'faster',
      event: 'pull_request',
      pulls: [pull.number],
    })
    const runnerOf = (key: string): RunnerEnvironment => {
      const job = run.addJob({ name: key })
      const token = fake.addToken({ permissions: GATE_PERMISSIONS, repositories: [shop] })
      const event = { name: 'pull_request' as const, pull }
      const runner = createRunnerEnvironment(fake, { repository: shop, event, run, job, jobKey: key, token })
      runners.push(runner)
      return runner
    }
    const build = runnerOf('build')
    const inputs = { zone: 'DE', pue: '1.2', 'job-check-run-id': '' }
    const { post } = await runStep({
      main: 'dist/main/index.js',
      post: 'dist/post/index.js',
      manifest: 'action.yml',
      runner: build,
      inputs: { ...inputs, budget: '1 kg' },
    })
    run.finishJob(build.job, 'success')
    expect(post.exitCode).toBe(0)
    const own = JSON.parse(readFileSync(post.outputs['report'] ?? '', 'utf8')) as Report
    expect(own.notes.find(({ code }) => code === 'artifact-local')?.text).toContain('GitHub Enterprise Server')
    expect(post.commands.filter(({ name }) => name === 'warning')).toEqual([])

    const gate = await runAction({
      bundle: 'dist/main/index.js',
      manifest: 'action.yml',
      runner: runnerOf('carbon'),
      inputs: { ...inputs, mode: 'workflow', budget: '1 kg' },
    })
    expect(gate.exitCode).toBe(0)
    const whole = JSON.parse(readFileSync(gate.outputs['report'] ?? '', 'utf8')) as Report
    expect(whole.parts.map(({ name, method }) => [name, method])).toEqual([
      ['build', 'estimated'],
      ['carbon', 'estimated'],
    ])
    expect(whole.notes.find(({ code }) => code === 'jobs-running')).toBeUndefined()
    expect(shop.commentsOn(pull)).toHaveLength(1)
    expect(fake.complaints).toEqual([])
  })
})
