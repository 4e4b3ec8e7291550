import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { JobStopper } from '../../src/app/stop/job-stopper.ts'
import { type Report, ReportSchema } from '../../src/core/report.ts'
import { identify, isRunning } from '../../src/sensors/process-identity.ts'
import { GATE_PERMISSIONS } from '../fakes/github/account.ts'
import { type ActionResult, runAction } from '../fakes/github/action-process.ts'
import { FakeGitHub } from '../fakes/github/fake-github.ts'
import { type RunnerEnvironment, createRunnerEnvironment } from '../fakes/github/runner-environment.ts'
import { emptyFolder } from './cli-process.ts'
import { WH_PER_S, meteredMachine, spendOn } from './metered-run.ts'

const closing: (() => unknown)[] = []
afterAll(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** Starts a process as the runner does for a step, or as something else does with another tracking id. */
function startProcess(script: string, env: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn('bash', ['-c', script], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  closing.push(() => child.kill('SIGKILL'))
  return child
}

const isAlive = ({ pid = 0 }: ChildProcess): boolean => isRunning(identify(pid))

/** A pull request of a repository whose base has a config file. */
async function scene(config: string): Promise<{ runner: RunnerEnvironment; comments: () => string[] }> {
  const fake = await FakeGitHub.start()
  closing.push(() => fake.close())
  const files = { 'README.md': 'shop', '.github/carbon-gate.yml': config }
  const repository = fake.addRepository('octo/shop', { private: true, files })
  const pull = repository.addPull({ head: { branch: 'faster' }, author: fake.addAccount('ann') })
  const token = fake.addToken({ permissions: GATE_PERMISSIONS, repositories: [repository] })
  const runner = createRunnerEnvironment(fake, { repository, event: { name: 'pull_request', pull }, token })
  closing.push(() => runner.remove())
  return { runner, comments: () => repository.commentsOn(pull).map(({ body }) => body) }
}

/** Reached when the test says so. */
const BUDGET = `${(60 * WH_PER_S).toFixed(4)} Wh`
const INPUTS = { pue: '1', intensity: '500', interval: '0.1' }

describe.skipIf(process.platform !== 'linux')('a job with on-exceed: stop', () => {
  it.each([
    ['by its input', 'budgets: []\n', { 'on-exceed': 'stop', budget: BUDGET }],
    [
      'by the file of the base, whatever the pull request says',
      `budgets: ["${BUDGET}"]\non-exceed: stop\n`,
      { 'on-exceed': 'fail' },
    ],
  ])(
    '%s stops the processes of its steps at the budget, and no others',
    { timeout: 60_000 },
    async (_, config, inputs) => {
      const { runner, comments } = await scene(config)
      const machine = meteredMachine()
      closing.push(() => machine.remove())
      const folder = emptyFolder()
      const tracked = { RUNNER_TRACKING_ID: runner.trackingId }
      const ofRunner = startProcess('sleep 60', tracked)
      // Start times have a resolution of 10 ms.
      await sleep(50)
      const step = {
        runner,
        manifest: 'action.yml',
        inputs: { ...INPUTS, ...inputs },
        env: { CARBON_GATE_ROOT: machine.root },
      }
      const main = await runAction({ ...step, bundle: 'dist/main/index.js' })
      expect(main.exitCode, main.log).toBe(0)
      expect(main.log).toContain(`asks its processes to end when ${BUDGET} is used up`)
      const others = [startProcess('sleep 60', {}), startProcess('sleep 60', { RUNNER_TRACKING_ID: 'kept' })]
      const saving = `trap 'cp "$CARBON_GATE_STOP_FILE" notice.json; echo saved > checkpoint; exit 0' TERM`
      const train = startProcess(
        `cd '${folder}'; ${saving}; setsid sleep 60 & echo ready; while :; do sleep 0.1; done`,
        {
          ...tracked,
          ...main.exported,
        },
      )
      await once(train.stdout as Readable, 'data')
      spendOn(machine)
      await once(train, 'exit')
      // A later step, which uploads the checkpoint within the grace.
      const upload = startProcess('sleep 0.5; echo uploaded', { ...tracked, ...main.exported })
      const [status] = (await once(upload, 'exit')) as [number]
      expect(status).toBe(0)
      const post = await runAction({ ...step, bundle: 'dist/post/index.js', state: main.state })
      expect([...others, ofRunner].map(isAlive)).toEqual([true, true, true])
      expect(readFileSync(path.join(folder, 'checkpoint'), 'utf8')).toBe('saved\n')
      expect(JSON.parse(readFileSync(path.join(folder, 'notice.json'), 'utf8'))).toMatchObject({
        budget: BUDGET,
        reason: 'budget-exceeded',
      })
      const report = reportOf(post)
      expect(post.exitCode, post.log).toBe(1)
      expect(() => ReportSchema.parse(report)).not.toThrow()
      expect(report).toMatchObject({ verdict: 'fail', stopped: { line: BUDGET, killed: false } })
      expect(report.stopped?.at_share).toBeGreaterThanOrEqual(1)
      for (const text of [post.summary, comments()[0], post.log]) expect(text).toContain('Stopped by its budget')
    },
  )

  it('counts what the month has left where stop-at names it, and warns where its ledger cannot be read', async () => {
    const { runner } = await scene('budgets: [2 kg per month, 5 g]\non-exceed: stop\nstop-at: [month]\n')
    const ledger = path.join(emptyFolder(), 'ledger.git')
    execFileSync('git', ['init', '--quiet', '--bare', ledger])
    const start = async (where: string): Promise<ActionResult> => {
      const inputs = { ...INPUTS, ledger: where, 'on-period-exceeded': 'fail' }
      const main = await runAction({ runner, manifest: 'action.yml', inputs, bundle: 'dist/main/index.js' })
      const { measurement } = JSON.parse(main.state['measurement'] ?? '') as {
        measurement: { sampler: { process: { pid: number } } }
      }
      process.kill(measurement.sampler.process.pid)
      return main
    }
    expect((await start(ledger)).log).toContain('asks its processes to end when 2 kg per month or 5 g is used up')
    const { log, commands } = await start(path.join(ledger, 'gone'))
    expect(log).toContain('asks its processes to end when 5 g is used up')
    expect(commands.map(({ name, message }) => `${name}: ${message}`).join('\n')).toMatch(
      /warning: 2 kg per month stops nothing and is judged at the end: the ledger cannot be read/,
    )
  })

  it('that pays for nothing by default: the sampler adds nothing up', async () => {
    const { runner } = await scene('budgets: [5 g]\n')
    const main = await runAction({ runner, manifest: 'action.yml', inputs: INPUTS, bundle: 'dist/main/index.js' })
    const { measurement } = JSON.parse(main.state['measurement'] ?? '') as {
      measurement: { sampler: { process: { pid: number } } }
    }
    const { pid } = measurement.sampler.process
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain('"total"')
    expect(main.exported).not.toHaveProperty('CARBON_GATE_STOP_FILE')
    process.kill(pid)
  })
})

describe.skipIf(process.platform !== 'linux')('the sampler of a job', () => {
  it('kills what ignores SIGTERM and cancels the run only after that, with the token from its input', async () => {
    // In a process of its own: the stopper waits for the answer.
    const server = spawn(process.execPath, ['-e', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] })
    closing.push(() => server.kill())
    const [port] = (await once(server.stdout, 'data')) as [Buffer]
    const stubborn = startProcess(`trap '' TERM; echo ready; while :; do sleep 1; done`, {
      RUNNER_TRACKING_ID: 'job-of-test',
    })
    await once(stubborn.stdout as Readable, 'data')
    const stopFile = path.join(emptyFolder(), 'stop.json')
    const line = { line: '1 Wh', metric: 'energy', limit: 1, perWh: 1, perSecond: 0 } as const
    const stopper = new JobStopper(
      {
        lines: [line],
        lifetimeYears: null,
        graceMs: 5000,
        stopFile,
        trackingId: 'job-of-test',
        sinceTicks: '0',
        ownFolder: path.resolve('dist'),
        cancelUrl: `http://127.0.0.1:${String(port).trim()}/repos/o/r/actions/runs/7/cancel`,
      },
      'secret',
    )
    const at = (t: number, itWh: number): string =>
      stopper.take({ t, seconds: t / 1000, itWh, watts: 1, gpus: [] }).lines
    const events = (lines: string): string[] => [...lines.matchAll(/"stop":"([\w-]+)"/g)].map(([, name = '']) => name)
    expect(at(1000, 0.7)).toBe('')
    expect(existsSync(stopFile)).toBe(false)
    expect(events(at(2000, 0.9))).toEqual(['warn'])
    expect(JSON.parse(readFileSync(stopFile, 'utf8'))).toMatchObject({ reason: 'budget-warning', share: 0.9 })
    expect(events(at(3000, 1.01))).toEqual(['terminate'])
    expect(events(at(8000, 1.1))).toEqual(['terminate-again'])
    expect(isAlive(stubborn)).toBe(true)
    expect(events(at(18_000, 1.2))).toContain('kill')
    if (stubborn.exitCode === null && stubborn.signalCode === null) await once(stubborn, 'exit')
    expect(events(at(18_500, 1.2))).not.toContain('cancel')
    const answered = once(server.stdout, 'data') as Promise<[Buffer]>
    expect(events(at(19_500, 1.2))).toContain('cancel')
    const [request] = await answered
    expect(String(request)).toBe('POST /repos/o/r/actions/runs/7/cancel Bearer secret\n')
    expect(events(at(30_000, 1.2))).toEqual([])
  })
})

const SERVER = `
const server = require('node:http').createServer((request, response) => {
  console.log(request.method, request.url, request.headers.authorization)
  response.writeHead(202).end('{}')
}).listen(0, '127.0.0.1', () => console.log(server.address().port))`

function reportOf(post: ActionResult): Report {
  return JSON.parse(readFileSync(post.outputs['report'] ?? '', 'utf8')) as Report
}
