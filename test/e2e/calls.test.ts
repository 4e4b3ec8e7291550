import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Report } from '../../src/core/report.ts'
import { REPORT_FILE } from '../../src/github/artifacts.ts'
import { artifactName } from '../../src/github/artifact-name.ts'
import { leave } from '../app/join/scene.ts'
import { GATE_PERMISSIONS } from '../fakes/github/account.ts'
import { runAction, runStep } from '../fakes/github/action-process.ts'
import { FakeGitHub } from '../fakes/github/fake-github.ts'
import type { Pull, Repository } from '../fakes/github/repository.ts'
import { type RunnerEnvironment, createRunnerEnvironment } from '../fakes/github/runner-environment.ts'
import type { Job, WorkflowRun } from '../fakes/github/workflow-run.ts'
import { zip } from '../fakes/github/zip.ts'
import { sampleReport } from '../sample-report.ts'

/** How many requests whole steps send to GitHub, counted by the server: docs/security.md promises the limits. */

let fake: FakeGitHub
let shop: Repository
let pull: Pull
let run: WorkflowRun
let runner: RunnerEnvironment | undefined

beforeEach(async () => {
  fake = await FakeGitHub.start()
  const budgets = 'budgets: ["+10 % vs main", 1e-6 mg, 1e-6 mg per workflow]\n'
  shop = fake.addRepository('octo/shop', { files: { '.github/carbon-gate.yml': budgets } })
  const maintainer = fake.addAccount('boss')
  shop.collaborators.set('boss', 'admin')
  pull = shop.addPull({ head: { branch: 'faster' }, author: fake.addAccount('ann') })
  run = shop.addRun({ headSha: pull.headSha, headBranch: 'faster', event: 'pull_request', pulls: [pull.number] })
  shop.label(pull, 'carbon-waiver', maintainer)
  for (let index = 0; index < 10; index += 1) addEarlierRun()
})
afterEach(async () => {
  runner?.remove()
  await fake.close()
})

/** A successful run of main with the reports of a job and of the whole run. */
function addEarlierRun(): void {
  const earlier = shop.addRun({ headSha: pull.baseSha, headBranch: 'main', event: 'push', conclusion: 'success' })
  const job = earlier.addJob({ name: 'test' })
  leave(earlier, job, sampleReport('test', 0.002))
  const identity = { job: 'carbon', checkRunId: job.id, matrix: null, attempt: 1, tracking: 'x', action: '' }
  const report = sampleReport('CI', 0.002, { subject: { kind: 'workflow', name: 'CI' } })
  const archive = zip([{ name: REPORT_FILE, content: JSON.stringify(report) }])
  shop.addArtifact(earlier, artifactName('workflow', identity), archive, { job, attempt: 1 })
}

function runnerFor(job: Job, jobKey: string): RunnerEnvironment {
  const token = fake.addToken({ permissions: GATE_PERMISSIONS, repositories: [shop] })
  return createRunnerEnvironment(fake, {
    repository: shop,
    event: { name: 'pull_request', pull },
    run,
    job,
    jobKey,
    token,
  })
}

/** Requests to the API. The blobs of artifacts and the artifact service do not count towards its limit. */
const apiRequests = (): string[] =>
  fake.requests.filter(({ path }) => !/blob|twirp/i.test(path)).map(({ method, path }) => `${method} ${path}`)

async function measureJob(): Promise<Awaited<ReturnType<typeof runStep>>> {
  runner = runnerFor(run.addJob({ name: 'test' }), 'test')
  return runStep({
    main: 'dist/main/index.js',
    post: 'dist/post/index.js',
    manifest: 'action.yml',
    runner,
    inputs: { zone: 'DE' },
  })
}

/** Replaces the repository by one with these files, without earlier runs and waiver, and a pull request that changes some of them. */
function proposeTo(files: Record<string, string>, changed: Record<string, string | null>): void {
  shop = fake.addRepository('octo/web', { files })
  pull = shop.addPull({ head: { branch: 'faster' }, author: fake.addAccount('eve') })
  shop.push(pull, changed)
  run = shop.addRun({ headSha: pull.headSha, headBranch: 'faster', event: 'pull_request', pulls: [pull.number] })
}

const YML = '.github/carbon-gate.yml'

describe('requests of a job on a pull request without a baseline', () => {
  it('are at most 8 where it passes', async () => {
    proposeTo({ [YML]: 'budgets: [1 kg]\n' }, { 'a.txt': 'a' })
    const { post } = await measureJob()
    expect(post?.outputs, post?.log).toMatchObject({ verdict: 'pass' })
    expect(apiRequests().length, apiRequests().join('\n')).toBeLessThanOrEqual(8)
  })

  it('find the second spelling of the config file that the pull request deletes', async () => {
    proposeTo(
      { [YML]: 'budgets: [1 kg]\n', '.github/carbon-gate.yaml': 'budgets: [1e-6 mg]\n' },
      { '.github/carbon-gate.yaml': null },
    )
    const { post } = await measureJob()
    expect([post?.outputs['verdict'], post?.exitCode], post?.log).toEqual(['indeterminate', 1])
    expect(post?.log).toContain('keep one of them')
  })
})

describe('requests of a step on a pull request that fails and has a waiver', () => {
  it('are at most 12 for a job with a growth line', async () => {
    const { post } = await measureJob()
    expect(post?.outputs, post?.log).toMatchObject({ verdict: 'pass' })
    expect(post?.summary).toContain('Waived by boss')
    expect(post?.summary).toContain('+10 % vs main')
    expect(apiRequests().length, apiRequests().join('\n')).toBeLessThanOrEqual(12)
  })

  it(
    'are at most 12 for a job with a line per pull request, which is then not judged, with a warning',
    { timeout: 60_000 },
    async () => {
      const web = fake.addRepository('octo/web', { files: { '.github/carbon-gate.yml': 'budgets: [1 kg per PR]\n' } })
      const change = web.addPull({ head: { branch: 'faster' }, author: fake.addAccount('eve') })
      const spec = { headSha: change.headSha, headBranch: 'faster', event: 'pull_request', pulls: [change.number] }
      for (let index = 0; index < 2; index += 1) {
        const before = web.addRun(spec)
        leave(before, before.addJob({ name: 'test', conclusion: 'success' }), sampleReport('test', 0.5))
        before.finish('success')
      }
      runner = createRunnerEnvironment(fake, {
        repository: web,
        event: { name: 'pull_request', pull: change },
        run: web.addRun(spec),
        token: fake.addToken({ permissions: GATE_PERMISSIONS, repositories: [web] }),
      })
      const { post } = await runStep({
        main: 'dist/main/index.js',
        post: 'dist/post/index.js',
        manifest: 'action.yml',
        runner,
        inputs: { zone: 'DE' },
      })
      const report = JSON.parse(readFileSync(post.outputs['report'] ?? '', 'utf8')) as Report
      expect(report.budgets[0], post.log).toMatchObject({ scope: 'pull-request', verdict: 'not-judged' })
      expect(report.notes.map((note) => note.code)).toContain('pull-request-not-judged')
      expect(apiRequests().length, apiRequests().join('\n')).toBeLessThanOrEqual(12)
    },
  )

  it('are at most 50 and one for each measured job in mode: workflow', { timeout: 60_000 }, async () => {
    const jobs = 20
    for (let index = 0; index < jobs; index += 1) {
      const job = run.addJob({ name: `test (${index})` })
      leave(run, job, sampleReport(job.name, 0.1))
      run.finishJob(job, 'success')
    }
    runner = runnerFor(run.addJob({ name: 'carbon' }), 'carbon')
    const result = await runAction({
      bundle: 'dist/main/index.js',
      manifest: 'action.yml',
      runner,
      inputs: { mode: 'workflow', zone: 'DE' },
    })
    expect(result.outputs, result.log).toMatchObject({ verdict: 'pass' })
    expect(result.summary).toContain('Waived by boss')
    const requests = apiRequests()
    expect(requests.filter((request) => request.endsWith('/zip')).length).toBeGreaterThanOrEqual(jobs)
    expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(50 + jobs)
  })
})
