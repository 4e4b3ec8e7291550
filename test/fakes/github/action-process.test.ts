import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runAction, runStep } from './action-process.ts'
import { FakeGitHub } from './fake-github.ts'
import { endProcessesOf, processesOf } from './job-process.ts'
import { createRunnerEnvironment, type RunnerEnvironment } from './runner-environment.ts'

const file = (name: string): string => fileURLToPath(new URL(`actions/${name}`, import.meta.url))
const [main, post, manifest] = [file('main.mjs'), file('post.mjs'), file('action.yml')]

let fake: FakeGitHub
let runner: RunnerEnvironment

beforeAll(async () => {
  fake = await FakeGitHub.start()
  fake.addRepository('octo/shop')
})
afterAll(() => fake.close())

beforeEach(() => {
  const [repository] = fake.repositories.values()
  if (repository === undefined) throw new Error('no repository')
  runner = createRunnerEnvironment(fake, { repository, event: { name: 'push' } })
})
afterEach(() => runner.remove())

describe('an action that is run as a process', () => {
  it('gets inputs, and hands on outputs, state, summary and commands', async () => {
    const step = await runStep({ main, post, manifest, runner, inputs: { budget: '5 g' } })
    expect(step.main).toMatchObject({ exitCode: 0, exported: { CARBON: 'gate' }, summary: '| a |\n' })
    expect(step.main.outputs['budget']).toBe('5 g')
    expect(step.main.commands).toContainEqual({
      name: 'warning',
      properties: { file: 'x,y.ts', line: '3' },
      message: 'a::b',
    })
    expect(step.post.outputs).toEqual({ lines: 'one\ntwo', 'started-at': '1' })
  })

  it('sees a clean environment with the names that the runner gives, and has its secrets masked', async () => {
    process.env['GITHUB_SECRET_OF_THE_TEST'] = 'x'
    const { outputs, stdout, log } = await runAction({ bundle: main, manifest, runner, matrix: { node: 20 } })
    delete process.env['GITHUB_SECRET_OF_THE_TEST']
    expect(outputs['check-run']).toBe(String(runner.job.id))
    const names = outputs['environment']?.split(',') ?? []
    expect(names).toEqual(
      expect.arrayContaining(['INPUT_GITHUB-TOKEN', 'INPUT_CHECK-RUN', 'INPUT_MATRIX', 'INPUT_BUDGET']),
    )
    expect(names.filter((name) => /SECRET_OF_THE_TEST|VITEST|NODE_OPTIONS/.test(name))).toEqual([])
    // Secrets are masked in what people see, and only there.
    expect(stdout).toContain(`token ${runner.token.secret}`)
    expect(log).toContain('token ***')
    expect(log).not.toContain(runner.token.secret)
  })

  it('fails with its exit status, and post still runs', async () => {
    const step = await runStep({ main, post, runner, inputs: { fail: 'true' } })
    expect(step.main.exitCode).toBe(1)
    expect(step.main.commands).toContainEqual({ name: 'error', properties: {}, message: 'over budget' })
    expect(step.post.exitCode).toBe(0)
  })

  it.skipIf(process.platform === 'win32')('is cancelled by SIGINT, and by worse when it does not listen', async () => {
    const state = { lines: '', object: '{"startedAt":1}' }
    const cancel = { after: /waiting/, graceMs: [200, 200] as const }
    const polite = await runAction({ bundle: post, runner, state, inputs: { wait: 'polite' }, cancel })
    expect(polite).toMatchObject({ exitCode: 0, signal: null, outputs: { verdict: 'pass' } })
    const deaf = await runAction({ bundle: post, runner, state, inputs: { wait: 'deaf' }, cancel })
    expect(deaf).toMatchObject({ exitCode: null, signal: 'SIGTERM', timedOut: false })
    const slow = await runAction({ bundle: post, runner, state, inputs: { wait: 'deaf' }, timeoutMs: 300 })
    expect(slow).toMatchObject({ signal: 'SIGKILL', timedOut: true })
  })

  it.runIf(process.platform === 'linux')(
    'leaves detached children to the end of the job, where they are found',
    async () => {
      const { outputs } = await runAction({ bundle: main, runner, inputs: { 'leave-child': 'true' } })
      expect(processesOf(runner.trackingId)).toEqual([Number(outputs['child'])])
      expect(endProcessesOf(runner.trackingId)).toEqual([Number(outputs['child'])])
      await expect.poll(() => processesOf(runner.trackingId)).toEqual([])
    },
  )
})
