import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CommentOutcome, commentStage } from '../../../src/app/action/rejudge.ts'
import { parseBudget } from '../../../src/core/budget.ts'
import type { Report } from '../../../src/core/report.ts'
import { REPORT_FILE } from '../../../src/github/artifacts.ts'
import type { GitHubClient } from '../../../src/github/client.ts'
import { writeSticky } from '../../../src/github/comment.ts'
import { readFinishedRun } from '../../../src/github/workflow-run-event.ts'
import { renderComment } from '../../../src/render/comment.ts'
import { hasMarker } from '../../../src/render/shared-comment/marker.ts'
import { FakeGitHub } from '../../fakes/github/fake-github.ts'
import type { Pull, Repository } from '../../fakes/github/repository.ts'
import type { Job, WorkflowRun } from '../../fakes/github/workflow-run.ts'
import { zip } from '../../fakes/github/zip.ts'
import { sampleReport } from '../../sample-report.ts'
import { at, clientOf, closed, contextOf, leave } from '../join/scene.ts'
import { deflatedZeros } from '../../bomb.ts'

let fake: FakeGitHub
let base: Repository
let fork: Repository
let pull: Pull
let run: WorkflowRun
let job: Job
let client: GitHubClient

beforeEach(async () => {
  fake = await FakeGitHub.start()
  base = fake.addRepository('octo/shop')
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
afterEach(() => closed(fake))

/** The payload as GitHub sends it. */
const payload = (of: WorkflowRun = run, change: object = {}): unknown => ({
  action: 'completed',
  repository: { full_name: 'octo/shop' },
  workflow_run: {
    id: of.id,
    run_attempt: 1,
    event: of.event,
    name: 'CI',
    path: '.github/workflows/ci.yml',
    head_sha: of.headSha,
    head_branch: of.headBranch,
    head_repository: { full_name: of.headRepository.fullName },
    pull_requests: [],
    ...change,
  },
})

async function stage(event: unknown = payload(), lines = ['1 Wh per workflow']): Promise<CommentOutcome> {
  const finished = readFinishedRun(event)
  if (!finished) throw new Error('no workflow_run event')
  return await commentStage({
    client,
    run: finished,
    baseline: null,
    policyOf: async () => ({
      budgets: lines.map((line) => ({ budget: parseBudget(line), source: 'base' as const })),
      notes: [],
      settings: { strict: false },
      trusted: true,
    }),
    joinOf: async () => contextOf(),
  })
}

async function reportOf(outcome: Promise<CommentOutcome>): Promise<Report> {
  const result = await outcome
  if (result.kind !== 'judged') throw new Error(result.why)
  return result.report
}

/** Writes the comment as the action does, and gives its body back. */
async function commented(outcome: Promise<CommentOutcome>): Promise<string> {
  const result = await outcome
  if (result.kind !== 'judged') throw new Error(result.why)
  const { report, fork: isFork } = result
  const at = { owner: 'octo', repo: 'shop', number: result.pull.number }
  const isMarked = (body: string): boolean => hasMarker(body, 'ci.yml')
  await writeSticky(client, { at, isMarked, isKeptIn: null, readOnlyToken: false }, () =>
    renderComment(report, { key: 'ci.yml', fork: isFork }),
  )
  return base.commentsOn(pull)[0]?.body ?? ''
}

describe('a pull request from a fork', () => {
  it('gets the label of its run, judged by the base and marked as reported by its own code', async () => {
    leave(run, job, sampleReport('build', 0.5, { verdict: 'fail', label: 'G' }))
    const report = await reportOf(stage())
    expect(report).toMatchObject({ verdict: 'pass', label: 'B', subject: { kind: 'workflow', name: 'CI' } })
    expect(report.budgets).toMatchObject([{ line: '1 Wh per workflow', used: 0.5, source: 'base', verdict: 'pass' }])
    expect(report.notes.map(({ code }) => code)).toContain('reported-by-fork')
    expect(await commented(stage())).toMatch(/reported by the pull request's own code/)
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
    expect(await stage()).toMatchObject({ kind: 'judged', pull: { number: pull.number } })
    await commented(stage())
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
    const report = await reportOf(stage())
    expect(report).toMatchObject({ verdict: 'fail', label: 'G', baseline: null })
    expect(report.notes.map(({ code }) => code)).not.toContain('waived')
    expect(JSON.stringify(report)).not.toMatch(/approved|Waived/)
  })

  it('that reports next to nothing is told to be implausible', async () => {
    leave(run, job, sampleReport('build', 1e-6))
    expect((await reportOf(stage())).notes.map(({ code }) => code)).toContain('jobs-implausible')
  })

  it('with hostile names stays inert', async () => {
    const hostile =
      '@org/team <img src=x> | `::add-mask::` ::stop-commands:: ##[error] [a](http://b) <!-- carbon-gate -->\r\n# x'
    const other = run.addJob({ name: hostile, startedAt: at(0), completedAt: at(70), conclusion: 'success' })
    leave(run, job, sampleReport('build', 0.5))
    leave(run, { ...other, name: 'x' } as Job, sampleReport(hostile, 0.2))
    const body = await commented(stage())
    const text = body.replace(/^(?:<!-- carbon-gate:[^\n]*-->\n+)+/, '')
    for (const bad of ['<img', '::add-mask', '::stop', '##[', '@org', '<!--', '\r', '](http://b'])
      expect(text).not.toContain(bad)
    expect(body.startsWith('<!-- carbon-gate:')).toBe(true)
  })

  it('with 70,000 characters of names keeps its headline and fits', async () => {
    for (let index = 0; index < 40; index += 1) {
      run.addJob({ name: '🌍é漢'.repeat(600), startedAt: at(0), completedAt: at(70), conclusion: 'success' })
    }
    const body = await commented(stage())
    expect(body.length).toBeLessThan(65_536)
    expect(body).toMatch(/^(?:<!-- carbon-gate:[^\n]*-->\n+)+### /)
  })
})

describe('no comment', () => {
  beforeEach(() => void leave(run, job, sampleReport('build', 0.5)))

  it('where two pull requests have the commit', async () => {
    base.commit('release', { 'r.txt': 'r' })
    const second = base.addPull({
      head: { branch: 'faster', repository: fork, sha: pull.headSha },
      base: { branch: 'release' },
    })
    expect(await stage()).toMatchObject({ kind: 'warning', why: expect.stringContaining(`#${second.number}`) as never })
  })
  it('where two branches of the fork are proposed with one commit', async () => {
    base.addPull({ head: { branch: 'copy', repository: fork, sha: pull.headSha } })
    expect(await stage()).toMatchObject({ kind: 'warning' })
  })
  it('for the same commit in another repository', async () => {
    const other = fake.addRepository('eve/shop', { parent: base })
    const event = payload(run, { head_repository: { full_name: other.fullName } })
    expect(await stage(event)).toMatchObject({ kind: 'quiet' })
  })
  it('once the pull request has moved on', async () => {
    base.push(pull, { 'next.txt': 'next' })
    expect(await stage()).toMatchObject({
      kind: 'quiet',
      why: expect.stringContaining('no open pull request') as never,
    })
  })
  it('for a closed pull request', async () => {
    pull.state = 'closed'
    expect(await stage()).toMatchObject({ kind: 'quiet' })
  })
  it.each(['pull_request', 'pull_request_review', 'pull_request_review_comment'])(
    'not for a run of %s',
    async (event) => {
      expect(await stage(payload(run, { event }))).toMatchObject({ kind: 'judged', pull: { number: pull.number } })
    },
  )
  it('for a run that no pull request started', async () => {
    expect(await stage(payload(run, { event: 'push' }))).toMatchObject({ kind: 'quiet' })
  })
  it('once the fork is gone', async () => {
    expect(await stage(payload(run, { head_repository: null }))).toMatchObject({ kind: 'quiet' })
  })
  it('when neither jobs nor reports can be read', async () => {
    fake.failNext({ path: '/jobs', fault: 403, times: Infinity })
    fake.failNext({ path: '/artifacts', fault: 403, times: Infinity })
    expect(await stage()).toMatchObject({ kind: 'warning', why: expect.stringContaining('actions: read') as never })
  })
  it('when the pull requests cannot be listed', async () => {
    fake.failNext({ path: '/pulls', fault: 403, times: Infinity })
    expect(await stage()).toMatchObject({ kind: 'warning', why: expect.stringContaining('pull') as never })
  })
})

/** Another artifact of the run, as a naive second stage would read it. */
function repositoryArtifact(name: string, text: string): void {
  base.addArtifact(run, name, zip([{ name: 'NR', content: text }]))
}

describe('a hostile artifact is never a pass, quickly and in little memory', () => {
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
    const start = performance.now()
    const report = await reportOf(stage())
    expect(performance.now() - start).toBeLessThan(5000)
    expect(process.memoryUsage().rss - before).toBeLessThan(100 << 20)
    expect(report.verdict).toBe('indeterminate')
    const broken = report.notes.find(({ code }) => code === 'reports-broken')
    expect(broken?.text).toMatch(/^1 report cannot be trusted: [^\n]+$/)
  })
  it('an artifact larger than it says is cut off on the way', async () => {
    const artifact = leave(run, job, sampleReport('build', 0.5), { zip: Buffer.alloc(40 << 20) })
    artifact.size = 1000
    expect((await reportOf(stage())).verdict).toBe('indeterminate')
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
    expect((await reportOf(stage())).verdict).toBe(verdict)
  })
})

describe('the event', () => {
  it.each([[null], [{}], [{ workflow_run: {} }], ['x'], [payload as never]])('that is none is refused', (event) => {
    expect(readFinishedRun(event)).toBeNull()
  })
  it('with a hostile sha is refused', () => {
    expect(readFinishedRun(payload(run, { head_sha: '../../x' }))).toBeNull()
    expect(readFinishedRun(payload(run, { head_repository: { full_name: 'a/b/c' } }))).toBeNull()
  })
})
