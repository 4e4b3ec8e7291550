import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { conclude } from '../../../src/app/action/conclude.ts'
import type { ModeResult } from '../../../src/app/action/context.ts'
import { runningJob } from '../../../src/app/action/job-identity.ts'
import { type NoComment, rejudgeRun } from '../../../src/app/action/rejudge.ts'
import { judge } from '../../../src/app/judge.ts'
import type { Report } from '../../../src/core/report.ts'
import { REPORT_FILE } from '../../../src/github/artifacts.ts'
import type { GitHubClient } from '../../../src/github/client.ts'
import { StepCommands } from '../../../src/github/commands.ts'
import { readFinishedRun } from '../../../src/github/workflow-run-event.ts'
import { FakeGitHub } from '../../fakes/github/fake-github.ts'
import type { Pull, Repository } from '../../fakes/github/repository.ts'
import type { Job, WorkflowRun } from '../../fakes/github/workflow-run.ts'
import { zip } from '../../fakes/github/zip.ts'
import { sampleReport } from '../../sample-report.ts'
import { at, clientOf, closed, leave } from '../join/scene.ts'
import { deflatedZeros } from '../../bomb.ts'
import { cpuMsOf } from '../../wait-until.ts'

let fake: FakeGitHub
let base: Repository
let fork: Repository
let pull: Pull
let run: WorkflowRun
let job: Job
let client: GitHubClient
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rejudge-'))
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  fake = await FakeGitHub.start()
  base = fake.addRepository('octo/shop', { files: { '.github/carbon-gate.yml': 'budgets: [1 Wh per workflow]\n' } })
  fork = fake.addRepository('mallory/shop', { parent: base })
  pull = base.addPull({ head: { branch: 'faster', repository: fork }, author: fake.addAccount('mallory') })
  run = base.addRun({
    headSha: pull.headSha,
    headBranch: 'faster',
    headRepository: fork,
    event: 'pull_request',
    conclusion: 'success',
  })
  job = run.addJob({ name: 'build', startedAt: at(0), completedAt: at(70), conclusion: 'success' })
  client = await clientOf(fake)
})
afterEach(async () => {
  vi.restoreAllMocks()
  process.exitCode = undefined
  rmSync(folder, { recursive: true })
  await closed(fake)
})

/** The payload as GitHub sends it. */
const payload = (workflowRun: WorkflowRun = run, change: object = {}): unknown => ({
  action: 'completed',
  repository: { full_name: 'octo/shop' },
  workflow_run: {
    id: workflowRun.id,
    run_attempt: 1,
    event: workflowRun.event,
    name: 'CI',
    path: '.github/workflows/ci.yml',
    head_sha: workflowRun.headSha,
    head_branch: workflowRun.headBranch,
    head_repository: { full_name: workflowRun.headRepository.fullName },
    pull_requests: [],
    ...change,
  },
})

async function stage(event: unknown = payload()): Promise<ModeResult | NoComment> {
  const run = readFinishedRun(event)
  if (!run) throw new Error('no workflow_run event')
  const context = {
    env: { RUNNER_TEMP: folder },
    given: {},
    gridAccess: { gridToken: null },
    token: null,
    commands: new StepCommands({}),
    event: {
      name: 'workflow_run',
      repository: { owner: 'octo', repo: 'shop' },
      sha: base.tip('main') ?? null,
      defaultBranch: 'main',
      pullRequest: null,
      mergeGroup: null,
      readOnlyToken: false,
    },
    job: runningJob({}),
    client,
    failures: [],
    deadline: client.deadline,
  }
  return rejudgeRun(context, run)
}

async function judged(): Promise<ModeResult> {
  const result = await stage()
  if (result.kind === 'no-comment') throw new Error(result.reason)
  return result
}

async function reportOf(): Promise<Report> {
  const result = await judged()
  return judge(result, result.policy)
}

/** Number of the pull request that gets the comment. */
async function pullOf(event?: unknown): Promise<number | null> {
  const result = await stage(event)
  return result.kind === 'no-comment' ? null : (result.context.event?.pullRequest?.number ?? null)
}

const noComment = (reason: RegExp, isWarning: boolean) => ({
  kind: 'no-comment',
  reason: expect.stringMatching(reason) as string,
  isWarning,
})

/** Writes the comment as the action does, and returns its body. */
async function commented(): Promise<string> {
  await conclude(await judged())
  return base.commentsOn(pull)[0]?.body ?? ''
}

describe('a pull request from a fork', () => {
  it('gets the label of its run, judged by the base and marked as reported by its own code', async () => {
    leave(run, job, sampleReport('build', 0.5, { verdict: 'fail', label: 'G' }))
    const report = await reportOf()
    expect(report).toMatchObject({ verdict: 'pass', label: 'B', subject: { kind: 'workflow', name: 'CI' } })
    expect(report.budgets).toMatchObject([{ line: '1 Wh per workflow', used: 0.472, source: 'base', verdict: 'pass' }])
    expect(report.notes.map(({ code }) => code)).toContain('reported-by-fork')
    expect(await commented()).toMatch(/the pull request's own code reported these energy figures/)
    expect(base.commentsOn(pull)).toHaveLength(1)
  })

  it('is found by commit and repository, whatever number the artifact names', async () => {
    const victim = base.addPull({ head: { branch: 'innocent' } })
    const spoofed = {
      ...sampleReport('build', 0.5),
      pull_request: victim.number,
      subject: { kind: 'job', name: `#${victim.number}` },
    }
    leave(run, job, sampleReport('build', 1), { text: JSON.stringify(spoofed) })
    repositoryArtifact('pr-number', `${victim.number}`)
    expect(await pullOf()).toBe(pull.number)
    await commented()
    expect(base.commentsOn(victim)).toEqual([])
    expect(base.commentsOn(pull)).toHaveLength(1)
  })

  it('cannot raise its budget, waive its failure or bring its own baseline', async () => {
    leave(
      run,
      job,
      sampleReport('build', 5, {
        verdict: 'pass',
        label: 'A',
        notes: [{ code: 'waived', level: 'info', text: 'Waived by the owner' }],
        baseline: { branch: 'main', runs: 9, median_wh: 50, spread: 0.1, change: -0.9, clear: true, source: 'x' },
        intensity: { ...sampleReport('', 1).intensity, source: 'approved by the owners' } as Report['intensity'],
      }),
    )
    const report = await reportOf()
    expect(report).toMatchObject({ verdict: 'fail', label: 'G', baseline: null })
    expect(report.notes.map(({ code }) => code)).not.toContain('waived')
    expect(JSON.stringify(report)).not.toMatch(/approved|Waived/)
  })

  it('that reports next to nothing gets the note jobs-implausible', async () => {
    leave(run, job, sampleReport('build', 1e-6))
    expect((await reportOf()).notes.map(({ code }) => code)).toContain('jobs-implausible')
  })

  it('with hostile names gets a comment without active markup', async () => {
    const hostile =
      '@org/team <img src=x> | `::add-mask::` ::stop-commands:: ##[error] [a](http://b) <!-- carbon-gate -->\r\n# x'
    const other = run.addJob({ name: hostile, startedAt: at(0), completedAt: at(70), conclusion: 'success' })
    leave(run, job, sampleReport('build', 0.5))
    leave(run, { ...other, name: 'x' } as Job, sampleReport(hostile, 0.2))
    const body = await commented()
    const text = body.replace(/^(?:<!-- carbon-gate:[^\n]*-->\n+)+/, '')
    for (const bad of ['<img', '::add-mask', '::stop', '##[', '@org', '<!--', '\r', '](http://b'])
      expect(text).not.toContain(bad)
    expect(body.startsWith('<!-- carbon-gate:')).toBe(true)
  })

  it('with 70,000 characters of names gets a comment with a headline that fits', async () => {
    for (let index = 0; index < 40; index += 1) {
      run.addJob({ name: '🌍é漢'.repeat(600), startedAt: at(0), completedAt: at(70), conclusion: 'success' })
    }
    const body = await commented()
    expect(body.length).toBeLessThan(65_536)
    expect(body).toMatch(/^(?:<!-- carbon-gate:[^\n]*-->\n+)+### /)
  })
})

describe('a run gets no comment', () => {
  beforeEach(() => void leave(run, job, sampleReport('build', 0.5)))

  it('if two pull requests have its commit', async () => {
    base.commit('release', { 'r.txt': 'r' })
    const second = base.addPull({
      head: { branch: 'faster', repository: fork, sha: pull.headSha },
      base: { branch: 'release' },
    })
    expect(await stage()).toEqual(noComment(new RegExp(`#${second.number}`), true))
  })
  it('if two branches of the fork are proposed with one commit', async () => {
    base.addPull({ head: { branch: 'copy', repository: fork, sha: pull.headSha } })
    expect(await stage()).toEqual(noComment(/same head commit/, true))
  })
  it('if its commit is in another repository', async () => {
    const other = fake.addRepository('eve/shop', { parent: base })
    const event = payload(run, { head_repository: { full_name: other.fullName } })
    expect(await stage(event)).toEqual(noComment(/no open pull request/, false))
  })
  it('if the pull request has a newer commit', async () => {
    base.push(pull, { 'next.txt': 'next' })
    expect(await stage()).toEqual(noComment(/no open pull request/, false))
  })
  it('if the pull request is closed', async () => {
    pull.state = 'closed'
    expect(await stage()).toEqual(noComment(/no open pull request/, false))
  })
  it.each(['pull_request', 'pull_request_review', 'pull_request_review_comment'])(
    'except that of %s, which gets one',
    async (event) => {
      expect(await pullOf(payload(run, { event }))).toBe(pull.number)
    },
  )
  it('if a push started it', async () => {
    expect(await stage(payload(run, { event: 'push' }))).toEqual(noComment(/started by push/, false))
  })
  it('if the fork was deleted', async () => {
    expect(await stage(payload(run, { head_repository: null }))).toEqual(noComment(/no open pull request/, false))
  })
  it('if neither jobs nor reports can be read', async () => {
    fake.failNext({ path: '/jobs', fault: 403, times: Infinity })
    fake.failNext({ path: '/artifacts', fault: 403, times: Infinity })
    expect(await stage()).toEqual(noComment(/actions: read/, true))
  })
  it('if the pull requests cannot be listed', async () => {
    fake.failNext({ path: '/pulls', fault: 403, times: Infinity })
    expect(await stage()).toEqual(noComment(/pull/, true))
  })
})

/** Another artifact of the run, as a naive second stage would read it. */
function repositoryArtifact(name: string, text: string): void {
  base.addArtifact(run, name, zip([{ name: 'NR', content: text }]))
}

describe('a hostile artifact never passes, and costs little time and memory', () => {
  const zeros = deflatedZeros(300)
  const entry = { name: REPORT_FILE, content: JSON.stringify(sampleReport('build', 0.5)) }
  const cases: [string, Buffer][] = [
    ['a way up', zip([entry, { name: '../../evil', content: 'x' }])],
    ['an absolute path', zip([entry, { name: '/etc/passwd', content: 'x' }])],
    ['a symbolic link', zip([{ ...entry, mode: 0o120777 }])],
    ['a backslash', zip([entry, { name: '..\\evil', content: 'x' }])],
    ['300 MB', zip([{ ...entry, compressed: zeros, claimedSize: 300 << 20 }])],
    ['300 MB that claim 100 bytes', zip([{ ...entry, compressed: zeros, claimedSize: 100 }])],
    ['20,000 entries', zip(Array.from({ length: 20_000 }, (_, i) => ({ name: `f${i}`, content: '', store: true })))],
    ['no archive', Buffer.from('<html>')],
  ]
  it.each(cases)('%s', async (_, bytes) => {
    leave(run, job, sampleReport('build', 0.5), { zip: bytes })
    const before = process.memoryUsage().rss
    let report = {} as Awaited<ReturnType<typeof reportOf>>
    const cpuMs = await cpuMsOf(async () => {
      report = await reportOf()
    })
    expect(cpuMs).toBeLessThan(5000)
    expect(process.memoryUsage().rss - before).toBeLessThan(100 << 20)
    expect(report.verdict).toBe('indeterminate')
    const broken = report.notes.find(({ code }) => code === 'reports-broken')
    expect(broken?.text).toMatch(/^1 report cannot be trusted: [^\n]+$/)
  })
  it('larger than it says is cut off during the download', async () => {
    const artifact = leave(run, job, sampleReport('build', 0.5), { zip: Buffer.alloc(40 << 20) })
    artifact.size = 1000
    expect((await reportOf()).verdict).toBe('indeterminate')
  })
})

describe("a job's own verdict", () => {
  const open = {
    line: '2 L',
    scope: 'job',
    metric: 'water',
    limit: 2,
    used: null,
    share: null,
    source: 'file',
  } as const
  it.each([
    [{ trusted: true, reason_code: null }, 'pass'],
    [{ trusted: false, reason_code: 'low-coverage' }, 'indeterminate'],
    [undefined, 'indeterminate'],
  ])('that is indeterminate with the figure %j makes the run %s', async (figure, verdict) => {
    const budgets = [{ ...open, verdict: 'indeterminate' as const, reason: 'water unknown' }]
    leave(run, job, sampleReport('build', 0.5, { verdict: 'indeterminate', ...(figure && { figure }), budgets }))
    expect((await reportOf()).verdict).toBe(verdict)
  })
})

describe('the event', () => {
  it.each([[null], [{}], [{ workflow_run: {} }], ['x'], [payload as never]])(
    '%#: is refused if it is not a workflow_run event',
    (event) => {
      expect(readFinishedRun(event)).toBeNull()
    },
  )
  it('is refused if its sha or repository is hostile', () => {
    expect(readFinishedRun(payload(run, { head_sha: '../../x' }))).toBeNull()
    expect(readFinishedRun(payload(run, { head_repository: { full_name: 'a/b/c' } }))).toBeNull()
  })
})
