import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import type { Report } from '../../src/core/report.ts'
import { type ActionResult, type Cancellation, runAction, runStep } from '../fakes/github/action-process.ts'
import { FakeGitHub } from '../fakes/github/fake-github.ts'
import { FORK_PERMISSIONS, GATE_PERMISSIONS, type Permissions } from '../fakes/github/account.ts'
import { type RunnerEnvironment, createRunnerEnvironment } from '../fakes/github/runner-environment.ts'
import { schemaFaults } from '../report-schema.ts'

const BUNDLES = { main: 'dist/main/index.js', post: 'dist/post/index.js', manifest: 'action.yml' }

const closing: (() => unknown)[] = []
// Not after each: tests that mostly wait run side by side.
afterAll(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** Real work: one processor busy for a while, in this very process. */
async function work(ms: number): Promise<void> {
  const until = performance.now() + ms
  while (performance.now() < until);
}

/** A repository with a pull request, and runners for its jobs. */
async function scene(files: Record<string, string> = {}, permissions: Permissions = GATE_PERMISSIONS) {
  const fake = await FakeGitHub.start()
  closing.push(() => fake.close())
  const repository = fake.addRepository('octo/shop', { private: true, files: { 'README.md': 'shop', ...files } })
  const pull = repository.addPull({ head: { branch: 'faster' }, author: fake.addAccount('ann') })
  const token = fake.addToken({ permissions, repositories: [repository] })
  const runner = (event: 'pull_request' | 'push' = 'pull_request'): RunnerEnvironment => {
    const spec = event === 'push' ? { name: 'push' as const, branch: 'main' } : { name: 'pull_request' as const, pull }
    const environment = createRunnerEnvironment(fake, { repository, event: spec as never, token })
    closing.push(() => environment.remove())
    return environment
  }
  return { fake, repository, pull, token, runner }
}

interface Job {
  readonly inputs?: Record<string, string>
  readonly between?: () => Promise<void>
  readonly env?: Record<string, string>
  readonly cancelPost?: Cancellation
}

async function job(
  runner: RunnerEnvironment,
  { inputs = {}, between = () => sleep(400), env = {}, cancelPost }: Job = {},
) {
  const { main, post } = await runStep({
    ...BUNDLES,
    runner,
    inputs: { zone: 'DE', ...inputs },
    env,
    between,
    ...(cancelPost && { cancelPost }),
  })
  expect(main.exitCode, main.log).toBe(0)
  return post as ActionResult
}

function reportOf(post: ActionResult): Report {
  return JSON.parse(readFileSync(post.outputs['report'] ?? '', 'utf8')) as Report
}

/** Sample files of running measurements. */
function samplesIn(temp: string): string[] {
  return readdirSync(temp, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ndjson'))
    .map((name) => path.join(temp, name))
}

describe.concurrent('a job on a pull request', () => {
  it('comment is created, updated in place, recreated after deletion', async () => {
    const { fake, repository, pull, runner } = await scene()
    const post = await job(runner(), { inputs: { budget: '5 g' } })
    expect(post.exitCode, post.log).toBe(0)
    const [first] = repository.commentsOn(pull)
    expect(first?.body).toContain('· pass')
    const report = reportOf(post)
    expect(schemaFaults(report)).toEqual([])
    expect(report).toMatchObject({
      verdict: 'pass',
      label: 'A',
      method: 'modelled',
      subject: { kind: 'job', name: 'test' },
    })
    expect(report.coverage).toBeGreaterThan(0.95)
    expect(post.outputs).toMatchObject({ verdict: 'pass', label: 'A' })
    expect(Number(post.outputs['emissions-g'])).toBeCloseTo(report.emissions.total_g ?? Number.NaN, 6)
    expect(readFileSync(post.outputs['badge'] ?? '', 'utf8')).toContain('<svg')
    expect(post.summary).toContain('pass')

    await job(runner(), { inputs: { budget: '1 mg' } })
    const [second, ...others] = repository.commentsOn(pull)
    expect(others).toEqual([])
    expect(second?.id).toBe(first?.id)
    expect(second?.body).toContain('1 mg')

    fake.beforeNext('issues/update-comment', () => repository.comments.delete(first?.id ?? 0))
    await job(runner(), { inputs: { budget: '5 g' } })
    const [third, ...more] = repository.commentsOn(pull)
    expect(more).toEqual([])
    expect(third?.id).not.toBe(first?.id)
    expect(fake.complaints).toEqual([])
  })

  it('fails over budget; a report-only step does not; a usual push has no comment', async () => {
    const { fake, repository, pull, runner } = await scene()
    const over = await job(runner(), { inputs: { budget: '1e-6 mg' } })
    expect(over.exitCode).toBe(1)
    expect(over.outputs).toMatchObject({ verdict: 'fail', label: 'G' })
    expect(over.commands.filter(({ name }) => name === 'error')).toHaveLength(1)
    expect(repository.commentsOn(pull)[0]?.body).toContain('· fail')

    const unenforced = await job(runner(), { inputs: { budget: '1e-6 mg', enforce: 'false' } })
    expect(unenforced.exitCode).toBe(0)
    expect(unenforced.outputs).toMatchObject({ verdict: 'fail' })

    const pushed = await job(runner('push'), { inputs: { budget: '5 g' } })
    expect(pushed.exitCode).toBe(0)
    expect(fake.requestsTo('issues/create-comment')).toHaveLength(1)
    expect(fake.complaints).toEqual([])
  })

  it('without a budget it is `none` and offers a line to copy', async () => {
    const { repository, pull, runner } = await scene()
    const post = await job(runner())
    expect(post.exitCode).toBe(0)
    expect(post.outputs).toMatchObject({ verdict: 'none', label: '' })
    expect(repository.commentsOn(pull)[0]?.body).toMatch(/budget: /)
  })

  it('the base commit rules: a raised budget, another file and a rewritten event are not followed', async () => {
    const { repository, pull, runner } = await scene({
      '.github/carbon-gate.yml': 'budgets: [1e-6 mg]\n',
      '.gitkeep': '',
    })
    repository.push(pull, { '.github/carbon-gate.yml': 'budgets: [1 kg]\nenforce: false\n' })
    const environment = runner()
    const post = await job(environment, {
      inputs: { budget: '1 kg', config: '.gitkeep' },
      // A pipe in place of the event's file: whoever reads it waits for ever.
      between: async () => {
        const event = environment.env['GITHUB_EVENT_PATH'] ?? ''
        rmSync(event)
        execFileSync('mkfifo', [event])
        await sleep(300)
      },
    })
    expect(post.exitCode, post.log).toBe(1)
    const report = reportOf(post)
    expect(report.budgets[0]).toMatchObject({ line: '1e-6 mg', source: 'base', verdict: 'fail' })
    expect(repository.commentsOn(pull)).toHaveLength(1)
  })

  it('a missing permission is named and fails nothing, nor does a folder that the job took away', async () => {
    const { fake, repository, pull, runner } = await scene({}, { contents: 'read', actions: 'read', metadata: 'read' })
    const environment = runner()
    const temp = path.join(environment.directory, 'gone')
    mkdirSync(temp)
    const post = await job(environment, {
      inputs: { budget: '5 g' },
      env: { RUNNER_TEMP: temp },
      between: async () => rmSync(temp, { recursive: true }),
    })
    expect(post.exitCode, post.log).toBe(0)
    expect(post.outputs).toMatchObject({ verdict: 'pass', report: '' })
    expect(post.log).toMatch(/RUNNER_TEMP, the folder to write it to, is missing/)
    expect(post.log).toMatch(/pull-requests: write/)
    expect(repository.commentsOn(pull)).toEqual([])
    expect(fake.complaints).toEqual([])
  })

  it('a bad input fails in main, in one line, before the job has done anything', async () => {
    const { runner } = await scene()
    const main = await runAction({
      bundle: BUNDLES.main,
      manifest: BUNDLES.manifest,
      runner: runner(),
      inputs: { budget: '5 ug' },
    })
    expect(main.exitCode).toBe(1)
    expect(main.commands).toHaveLength(1)
    expect(main.commands[0]?.message).toContain('the unit "ug" is unknown')
    expect(main.state).toEqual({})
    const post = await runAction({
      bundle: BUNDLES.post,
      manifest: BUNDLES.manifest,
      runner: runner(),
      inputs: { budget: '5 ug' },
    })
    expect(post).toMatchObject({ exitCode: 0, commands: [] })
  })
})

describe('mode: report', () => {
  it('judges so far inside the job and sets the outputs', async () => {
    const { runner } = await scene()
    const environment = runner()
    const main = await runAction({
      bundle: BUNDLES.main,
      manifest: BUNDLES.manifest,
      runner: environment,
      inputs: { zone: 'DE' },
    })
    await sleep(500)
    const report = await runAction({
      bundle: BUNDLES.main,
      manifest: BUNDLES.manifest,
      runner: environment,
      inputs: { mode: 'report', zone: 'DE', budget: '5 g' },
      env: main.exported,
    })
    expect(report.exitCode, report.log).toBe(0)
    expect(report.outputs).toMatchObject({ verdict: 'pass', label: 'A' })
    expect(schemaFaults(reportOf(report))).toEqual([])
    const post = await runAction({
      bundle: BUNDLES.post,
      manifest: BUNDLES.manifest,
      runner: environment,
      inputs: { zone: 'DE', budget: '5 g' },
      state: main.state,
      env: main.exported,
    })
    expect(post.outputs).toMatchObject({ verdict: 'pass' })
    expect(Number(post.outputs['energy-wh'])).toBeGreaterThan(Number(report.outputs['energy-wh']))
  })

  it('without a measuring step it says so', async () => {
    const { runner } = await scene()
    const report = await runAction({
      bundle: BUNDLES.main,
      manifest: BUNDLES.manifest,
      runner: runner(),
      inputs: { mode: 'report' },
    })
    expect(report.exitCode).toBe(1)
    expect(report.log).toContain('no step of this job measures')
  })
})

describe('a job that works against its measurement', () => {
  it('a sampler killed halfway and a file truncated to zero lose no energy, and add notes', async () => {
    const { runner } = await scene()
    const action = { manifest: BUNDLES.manifest, inputs: { zone: 'DE' } }
    const jobs = await Promise.all(
      (['kill', 'zero', 'forge'] as const).map(async (spoil) => {
        const environment = runner()
        const main = await runAction({ ...action, bundle: BUNDLES.main, runner: environment })
        return { spoil, environment, state: main.state }
      }),
    )
    await work(1500)
    for (const { spoil, environment } of jobs) {
      const [file] = samplesIn(environment.temp)
      const header = JSON.parse(readFileSync(file ?? '', 'utf8').split('\n')[0] ?? '') as Record<string, unknown>
      if (spoil === 'kill') process.kill(Number(header['pid']), 'SIGKILL')
      if (spoil === 'zero') truncateSync(file ?? '', 0)
      if (spoil === 'forge') writeFileSync(file ?? '', `${JSON.stringify(header)}\n`)
    }
    await work(1500)
    const posts = await Promise.all(
      jobs.map(({ environment, state }) => runAction({ ...action, bundle: BUNDLES.post, runner: environment, state })),
    )
    for (const [index, post] of posts.entries()) {
      const { spoil } = jobs[index] ?? {}
      const report = reportOf(post)
      const watts = ((report.energy.it_wh ?? 0) * 3600) / (report.duration_s ?? 1)
      expect(report.coverage, spoil).toBeGreaterThan(0.95)
      expect(watts, spoil).toBeGreaterThan(1)
    }
    const codes = posts.map((post) => reportOf(post).notes.map(({ code }) => code))
    expect(codes[0]).toContain('sampler-died')
    expect(codes[1]).toContain('samples-disagree')
    // Cut to a header of its own, a file of three seconds holds less and contradicts nothing.
    expect(codes[2]).not.toContain('sampler-died')
  })
})

describe('a cancelled job', () => {
  it('SIGINT to post leaves verdict, report and summary within 5 s', async () => {
    const { fake, runner } = await scene()
    fake.failNext({ method: 'GET', path: /comments/, fault: 'hang', times: 9 } as never)
    const started = performance.now()
    const post = await job(runner(), { inputs: { budget: '5 g' }, cancelPost: { after: /CO2e/ } })
    expect(performance.now() - started).toBeLessThan(12_000)
    expect(post.timedOut).toBe(false)
    expect(post.signal).toBeNull()
    expect(post.outputs).toMatchObject({ verdict: 'pass' })
    expect(reportOf(post).verdict).toBe('pass')
    expect(post.summary).toContain('pass')
  })
})

describe('a pull request from a fork', () => {
  it('judges with a read-only token and says calmly that the comment follows', async () => {
    const { fake, repository } = await scene()
    const author = fake.addAccount('mallory')
    const fork = fake.addRepository('mallory/shop', { parent: repository })
    const pull = repository.addPull({ head: { branch: 'evil', repository: fork }, author } as never)
    const token = fake.addToken({ permissions: FORK_PERMISSIONS, repositories: [repository] })
    const runner = createRunnerEnvironment(fake, { repository, event: { name: 'pull_request', pull }, token })
    closing.push(() => runner.remove())
    const post = await job(runner, { inputs: { budget: '5 g' } })
    expect(post.exitCode, post.log).toBe(0)
    expect(post.outputs).toMatchObject({ verdict: 'pass' })
    expect(post.commands.filter(({ name }) => name === 'warning' || name === 'error')).toEqual([])
    expect(post.log).toMatch(/fork/i)
    expect(repository.commentsOn(pull)).toEqual([])
  })
})

describe('the token', () => {
  it('is in no log, report, artifact or sampler, also where commands are recorded', async () => {
    const { runner, token, repository, pull } = await scene()
    const environment = runner()
    let sampler = ''
    const post = await job(environment, {
      inputs: { budget: '5 g', 'grid-token': 'grid-secret-123', 'top-processes': 'true' },
      between: async () => {
        await work(1200)
        const [file] = samplesIn(environment.temp)
        const header = JSON.parse(readFileSync(file ?? '', 'utf8').split('\n')[0] ?? '') as { pid: number }
        sampler = readFileSync(`/proc/${header.pid}/environ`, 'utf8')
      },
    })
    const written = readFileSync(post.outputs['report'] ?? '', 'utf8')
    const commands = reportOf(post).parts.filter(({ kind }) => kind === 'process')
    expect(commands.map(({ name }) => name)).toContain('node')
    expect(post.summary).toContain('**By command:** ')
    for (const secret of [token.secret, 'grid-secret-123']) {
      expect(sampler).not.toContain(secret)
      expect(written).not.toContain(secret)
      expect(post.log).not.toContain(secret)
      expect(post.summary).not.toContain(secret)
      expect(repository.commentsOn(pull)[0]?.body ?? '').not.toContain(secret)
    }
  })
})
