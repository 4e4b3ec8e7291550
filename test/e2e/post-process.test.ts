import { readFileSync, readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { type ActionResult, type Cancellation, runAction } from '../fakes/github/action-process.ts'
import { GATE_PERMISSIONS } from '../fakes/github/account.ts'
import { FakeGitHub } from '../fakes/github/fake-github.ts'
import { type RunnerEnvironment, createRunnerEnvironment } from '../fakes/github/runner-environment.ts'
import { waitUntil } from '../wait-until.ts'

const MAIN = { bundle: 'dist/main/index.js', manifest: 'action.yml' }
const POST = { bundle: 'dist/post/index.js', manifest: 'action.yml' }

/** A variable that Node.js reads when it starts: post then judges in another process. */
const READ_AT_START = { NODE_EXTRA_CA_CERTS: '/nowhere/ca.pem' }

const closing: (() => unknown)[] = []
afterAll(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

interface Scene {
  readonly fake: FakeGitHub
  readonly runner: RunnerEnvironment
}

async function scene(): Promise<Scene> {
  const fake = await FakeGitHub.start()
  closing.push(() => fake.close())
  const repository = fake.addRepository('octo/shop', { private: true, files: { 'README.md': 'shop' } })
  const pull = repository.addPull({ head: { branch: 'faster' }, author: fake.addAccount('ann') })
  const token = fake.addToken({ permissions: GATE_PERMISSIONS, repositories: [repository] })
  const runner = createRunnerEnvironment(fake, { repository, event: { name: 'pull_request', pull }, token })
  closing.push(() => runner.remove())
  return { fake, runner }
}

/** Main, then post with variables that a step of the job added. */
async function judge(
  { runner }: Scene,
  budget: string,
  later: Record<string, string>,
  cancel?: Cancellation,
): Promise<ActionResult> {
  const inputs = { zone: 'DE', budget }
  const { state } = await runAction({ ...MAIN, runner, inputs })
  await sleep(200)
  return runAction({ ...POST, runner, inputs, state, env: later, ...(cancel && { cancel }) })
}

/** The post of a job and the process that judges for it, once that one has sent a request. */
async function askingProcesses({ fake, runner }: Scene): Promise<{ parent: number; child: number }> {
  const read = (pid: string, file: string): string => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8')
    } catch {
      return ''
    }
  }
  const findChild = (): string | undefined =>
    readdirSync('/proc').find(
      (pid) => read(pid, 'cmdline').includes('--restored') && read(pid, 'environ').includes(runner.temp),
    )
  let child = findChild()
  for (; child === undefined; child = findChild()) await sleep(20)
  // The start of the job has sent requests of its own.
  for (const earlier = fake.requests.length; fake.requests.length <= earlier;) await sleep(20)
  return { parent: Number(/^PPid:\s+(\d+)/m.exec(read(child ?? '', 'status'))?.[1]), child: Number(child) }
}

describe.concurrent(
  'post, where a step changed a variable that Node.js reads when it starts',
  { timeout: 60_000 },
  () => {
    it.each([
      ['100 g', 0, 'pass'],
      ['1e-6 mg', 1, 'fail'],
    ])('judges %s in another process, with its exit status and a warning', async (budget, exitCode, verdict) => {
      const post = await judge(await scene(), budget, READ_AT_START)
      expect(post).toMatchObject({ exitCode, signal: null, outputs: { verdict } })
      expect(post.summary).toContain('NODE_EXTRA_CA_CERTS')
    })

    // The runner gives post a different time to load on each machine.
    it.each([0, 120, 500])(
      'leaves a verdict when it is cancelled, or nothing at all: SIGINT after %i ms',
      async (ms) => {
        const post = await judge(await scene(), '1e-6 mg', READ_AT_START, { after: ms })
        // Before Node.js has installed a handler, the signal ends it: then nothing was written.
        if (post.signal === 'SIGINT') expect([post.outputs, post.summary, post.stdout]).toEqual([{}, '', ''])
        else
          expect(post).toMatchObject({
            exitCode: 1,
            outputs: { verdict: expect.stringMatching(/^(fail|indeterminate)$/) },
          })
      },
    )

    it('passes a signal on while the API hangs', async () => {
      const here = await scene()
      here.fake.failNext({ fault: 'hang', times: Infinity })
      const ended = judge(here, '100 g', READ_AT_START)
      const { parent } = await askingProcesses(here)
      const at = performance.now()
      process.kill(parent, 'SIGINT')
      const post = await ended
      expect(post).toMatchObject({ exitCode: 1, signal: null, outputs: { verdict: 'indeterminate' } })
      expect(performance.now() - at).toBeLessThan(5_000)
    })

    it('fails at the second signal where the other process hangs', async () => {
      const here = await scene()
      here.fake.failNext({ fault: 'hang', times: Infinity })
      const ended = judge(here, '100 g', READ_AT_START)
      const { parent, child } = await askingProcesses(here)
      process.kill(child, 'SIGSTOP')
      process.kill(parent, 'SIGINT')
      await sleep(300)
      process.kill(parent, 'SIGTERM')
      expect(await ended).toMatchObject({ exitCode: 1, signal: null, timedOut: false, outputs: {} })
    })

    it('fails when the other process is killed', async () => {
      const here = await scene()
      here.fake.failNext({ fault: 'hang', times: Infinity })
      const ended = judge(here, '100 g', READ_AT_START)
      process.kill((await askingProcesses(here)).child, 'SIGKILL')
      expect(await ended).toMatchObject({ exitCode: 1, signal: null, outputs: {} })
    })
  },
)

describe.concurrent('post, where main was ended before it had loaded', () => {
  const inputs = { zone: 'DE', budget: '100 g' }

  it('says that there is no figure, and fails', async () => {
    const { runner } = await scene()
    const main = await runAction({ ...MAIN, runner, inputs, cancel: { after: 0 } })
    expect(main).toMatchObject({ exitCode: null, signal: 'SIGINT', state: {}, stdout: '' })
    const post = await runAction({ ...POST, runner, inputs, state: main.state })
    expect(post).toMatchObject({ exitCode: 1, outputs: { verdict: 'indeterminate' } })
    expect(post.log + JSON.stringify(post.commands)).toContain('ended before it began to measure')
  })

  it('judges the whole job where main was ended while it asked the API about stops', async () => {
    const { fake, runner } = await scene()
    fake.failNext({ fault: 'hang', times: Infinity })
    const asked = waitUntil(() => fake.requests.length > 0)
    const main = await runAction({ ...MAIN, runner, inputs, cancel: { after: asked } })
    expect(main).toMatchObject({ exitCode: null, signal: 'SIGINT', stdout: '' })
    fake.clearFaults()
    const post = await runAction({ ...POST, runner, inputs, state: main.state })
    expect(post).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } })
  })

  it('is quiet for another mode, which worked in main', async () => {
    const { runner } = await scene()
    const post = await runAction({ ...POST, runner, inputs: { mode: 'workflow' } })
    expect(post).toMatchObject({ exitCode: 0, commands: [], outputs: {} })
  })

  it('does not fail where only reports are wanted', async () => {
    const { runner } = await scene()
    const post = await runAction({ ...POST, runner, inputs: { ...inputs, enforce: 'false' } })
    expect(post).toMatchObject({ exitCode: 0, outputs: { verdict: 'indeterminate' } })
  })
})

describe('an environment that a step changed without another process', () => {
  it('is reported', async () => {
    const post = await judge(await scene(), '100 g', { https_proxy: 'http://127.0.0.1:1' })
    expect(post).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } })
    expect(post.summary).toContain('https_proxy')
  })
})
