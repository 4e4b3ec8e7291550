import { beforeAll, describe, expect, it } from 'vitest'
import { collectRun } from '../../../src/app/join/collect.ts'
import { joinRun } from '../../../src/app/join/run.ts'
import { judgeReport } from '../../../src/core/judge-report.ts'
import { parseBudget } from '../../../src/core/parse-budget.ts'
import type { Report } from '../../../src/core/report.ts'
import { type Fault, primaryRateLimit, secondaryRateLimit } from '../../fakes/github/fault.ts'
import { FakeGitHub } from '../../fakes/github/fake-github.ts'
import { sampleReport } from '../../sample-report.ts'
import { SHA, at, clientOf, closed, contextOf, leave } from './scene.ts'

// Every way in which GitHub may fail, on every call that collecting a run makes.

/** Allowance where the server answers, ms: shorter than the waits that it names, and never used up, however slow the machine is. */
const WAIT_MS = 20_000
/** Allowance where a call hangs: the others need less, and the one that hangs takes all of it. */
const HANGING_WAIT_MS = 5_000

// Loading the library is not what is timed.
beforeAll(() => import('@actions/github'))

/** Three measured jobs, judged within a short allowance while every call of a kind fails. */
async function judgedWhile(fault: Fault, waitMs: number): Promise<Report> {
  const fake = await FakeGitHub.start()
  try {
    const run = fake.addRepository('octo/shop', { private: true }).addRun({ headSha: SHA, headBranch: 'main' })
    for (const name of ['a', 'b', 'c']) {
      const job = run.addJob({ name, startedAt: at(0), completedAt: at(70), conclusion: 'success' })
      leave(run, job, sampleReport(name, 0.5))
    }
    const client = await clientOf(fake, waitMs)
    fake.failNext({ ...fault, times: Infinity })
    const { draft, judging } = joinRun(await collectRun(client, { owner: 'octo', repo: 'shop' }, run.id), contextOf())
    return judgeReport(draft, '1.0.0', [{ budget: parseBudget('1 kg'), source: 'input' }], judging)
  } finally {
    await closed(fake)
  }
}

const faults: [string, Omit<Fault, 'path'>][] = [
  ['401', { fault: 401 }],
  ['403', { fault: 403 }],
  ['404', { fault: 404 }],
  ['422', { fault: 422 }],
  ['429', { fault: 429, headers: { 'retry-after': '30' } }],
  ['500', { fault: 500 }],
  ['503 that names a minute', { fault: 503, headers: { 'retry-after': '60' } }],
  ['secondary rate limit', secondaryRateLimit(60)],
  ['primary rate limit', primaryRateLimit(new Date(Date.now() + 3_600_000))],
  ['no answer', { fault: 'timeout', delayMs: 60_000 }],
  ['half an answer', { fault: 'truncate' }],
  ['half an answer and silence', { fault: 'hang' }],
  ['a broken connection', { fault: 'reset' }],
]

// Tests mostly wait, each for a server of its own.
describe.concurrent.each(faults)('%s', (_, fault) => {
  // The answer about a report is a redirection without a body: nothing of it can be cut short.
  const isWhole = fault.fault !== 'truncate' && fault.fault !== 'hang'
  it.each([
    ['the jobs', /\/runs\/\d+\/jobs/, 'indeterminate', 'jobs-unknown'],
    ['the artifacts', /\/runs\/\d+\/artifacts/, 'pass', 'reports-unknown'],
    ...(isWhole ? [['the reports', /\/zip$/, 'pass', 'reports-missing'] as const] : []),
  ] as const)('on %s gives one note in time and never a wrong pass', async (_name, path, verdict, code) => {
    const isHanging = fault.fault === 'timeout' || fault.fault === 'hang'
    const report = await judgedWhile({ ...fault, path }, isHanging ? HANGING_WAIT_MS : WAIT_MS)
    expect(report.verdict).toBe(verdict)
    const notes = report.notes.filter(({ level }) => level !== 'info')
    expect(notes.map((note) => note.code)).toEqual([code])
    expect(notes[0]?.text).not.toMatch(/[\r\n]|ghs_/)
  })
})
