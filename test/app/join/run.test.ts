import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { collectRun } from '../../../src/app/join/collect.ts'
import { joinRun } from '../../../src/app/join/run.ts'
import type { JoinContext } from '../../../src/app/join/join-context.ts'
import { runnerPower } from '../../../src/app/join/runner-power.ts'
import { type BudgetSource, judgeReport } from '../../../src/core/judge-report.ts'
import { parseBudget } from '../../../src/core/parse-budget.ts'
import type { Report } from '../../../src/core/report.ts'
import type { GitHubClient } from '../../../src/github/client.ts'
import { FakeGitHub } from '../../fakes/github/fake-github.ts'
import type { Repository } from '../../fakes/github/repository.ts'
import type { Job, NewJob, WorkflowRun } from '../../fakes/github/workflow-run.ts'
import { zip } from '../../fakes/github/zip.ts'
import { sampleReport } from '../../sample-report.ts'
import { SHA, at, clientOf, closed, contextOf, leave } from './scene.ts'
import { cpuMsOf } from '../../wait-until.ts'

let fake: FakeGitHub
let repository: Repository
let run: WorkflowRun
let client: GitHubClient

beforeEach(async () => {
  fake = await FakeGitHub.start()
  repository = fake.addRepository('octo/shop', { private: true })
  run = repository.addRun({ headSha: SHA, headBranch: 'main' })
  client = await clientOf(fake)
})
afterEach(async () => {
  await closed(fake)
})

const done = (name: string, from: number, to: number, job: Partial<NewJob> = {}): Job =>
  run.addJob({
    name,
    createdAt: at(from - 30),
    startedAt: at(from),
    completedAt: at(to),
    conclusion: 'success',
    ...job,
  })

async function join(
  context: Parameters<typeof contextOf>[0] = {},
  budgets: [string, BudgetSource][] = [],
): Promise<Report> {
  const joinContext: JoinContext = contextOf(context)
  const { draft, judging } = joinRun(await collectRun(client, { owner: 'octo', repo: 'shop' }, run.id), joinContext)
  const lines = budgets.map(([line, source]) => ({ budget: parseBudget(line), source }))
  return judgeReport(draft, '1.0.0', lines, judging)
}

const partsOf = (report: Report) => report.parts.map((part) => [part.name, part.method, part.conclusion])
const noteOf = (report: Report, code: string) => report.notes.find((note) => note.code === code)?.text
/** Typical power of a hosted runner with PUE 1.25. */
const watts = runnerPower({}, false)(['ubuntu-latest'])?.watts.value ?? Number.NaN
const whOf = (seconds: number): number => (watts * 1.25 * seconds) / 3600

describe('a run', () => {
  it('is the sum of its jobs: measured, estimated, failed, cancelled, skipped and re-run', async () => {
    const test20 = done('test (20)', 0, 100)
    leave(run, test20, sampleReport('test (20)', 0.9))
    const test22 = done('test (22)', 0, 90, { conclusion: 'failure' })
    leave(run, test22, sampleReport('test (22)', 0.8))
    done('lint', 5, 65)
    done('slow', 0, 30, { conclusion: 'cancelled' })
    done('queued', 0, 30, { conclusion: 'cancelled', runnerName: null })
    done('deploy', 30, 30, { conclusion: 'skipped', runnerName: null })
    done('caller / build', 0, 40)
    run.finish('failure')
    run.rerun({ keep: (job) => job.conclusion === 'success', at: at(200) })
    const again = done('test (22)', 200, 300)
    leave(run, again, sampleReport('test (22)', 0.7))
    const gate = run.addJob({ name: 'gate', startedAt: at(580), runnerName: 'GitHub Actions 9' })

    const report = await join({ self: { checkRunId: gate.id, runnerName: null, attempt: 2 } }, [['4 Wh', 'input']])
    expect(partsOf(report)).toEqual([
      ['test (20)', 'modelled', 'success'],
      ['test (22) (attempt 1)', 'modelled', 'failure'],
      ['lint', 'estimated', 'success'],
      ['slow', 'estimated', 'cancelled'],
      ['caller / build', 'estimated', 'success'],
      ['test (22) (attempt 2)', 'modelled', 'success'],
      ['gate', 'estimated', 'running'],
    ])
    const byHand = 0.9 + 0.8 + 0.7 + whOf(60) + whOf(30) + whOf(40) + whOf(20)
    expect(report.energy.total_wh).toBeCloseTo(byHand, 9)
    expect(report.emissions.total_g).toBeCloseTo(byHand * 0.4 + 0.03, 9)
    expect(report).toMatchObject({ verdict: 'pass', method: 'estimated', subject: { kind: 'workflow', name: 'CI' } })
    expect(report.started_at).toBe(at(0).toISOString())
    expect(noteOf(report, 'jobs-estimated')).toBe(
      'Without the step, estimated from time and runner class: lint, slow, caller / build.',
    )
    expect(noteOf(report, 'jobs-idle')).toContain('queued, deploy')
    expect(noteOf(report, 'jobs-running')).toBeUndefined()
    expect((report.energy.high_wh ?? 0) / (report.energy.total_wh ?? 1)).toBeGreaterThan(1.2)
  })

  it('notes jobs that still run or wait', async () => {
    done('build', 0, 60)
    run.addJob({ name: 'slow', startedAt: at(570) })
    run.addJob({ name: 'later', status: 'queued', runnerName: null })
    const report = await join()
    expect(noteOf(report, 'jobs-running')).toContain('slow')
    expect(noteOf(report, 'jobs-waiting')).toContain('later')
    expect(report.parts).toHaveLength(2)
    expect(report.energy.total_wh).toBeCloseTo(whOf(60) + whOf(30), 9)
  })

  it('uses logs for a job without a measurement, and never plans', async () => {
    const train = done('train', 0, 60)
    leave(run, train, sampleReport('train', 0.5))
    leave(run, train, sampleReport('emissions.csv', 0.4), { kind: 'logs' })
    leave(run, done('tune', 0, 60), sampleReport('emissions.csv', 0.3), { kind: 'logs' })
    leave(run, done('plan', 0, 60), sampleReport('plan', 900), { kind: 'estimate' })
    const report = await join()
    expect(report.parts.map(({ name, energy }) => [name, energy.total_wh])).toEqual([
      ['train', 0.5],
      ['tune', 0.3],
      ['plan', expect.closeTo(whOf(60), 9)],
    ])
  })

  it('keeps notes on figures from its jobs, but not on budgets and waivers', async () => {
    const notes = (['waived', 'budget-tightened', 'github-failed', 'cpu-steal'] as const).map((code) => ({
      code,
      level: 'info' as const,
      text: `${code}, says the job`,
    }))
    leave(run, done('build', 0, 60), sampleReport('build', 0.5, { notes }))
    const report = await join({}, [['5 g', 'input']])
    expect(report.notes.filter(({ text }) => text.endsWith('says the job')).map(({ code }) => code)).toEqual([
      'cpu-steal',
    ])
  })

  it('keeps commands and steps of its jobs apart', async () => {
    const step = { ...sampleReport('x', 0.1), name: 'npm test', kind: 'step' as const, conclusion: null }
    const parts = [
      ...Array.from({ length: 9 }, () => step),
      ...['node', 'git', 'sh', 'ld'].map((name) => Object.assign({}, step, { name, kind: 'process' })),
    ]
    leave(run, done('build', 0, 60), sampleReport('build', 0.5, { parts }))
    const [build] = (await join()).parts
    expect(build?.parts?.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 5 }, () => 'step'),
      'rest',
      ...Array.from({ length: 3 }, () => 'process'),
    ])
  })

  it('notes a job that was measured for part of its time', async () => {
    leave(run, done('build', 0, 300), sampleReport('build', 1))
    expect(noteOf(await join(), 'jobs-partly-measured')).toContain('build')
  })

  it('has no figure if a runner is unknown, and says what to configure', async () => {
    done('gpu', 0, 60, { labels: ['self-hosted', 'lab'] })
    const report = await join({}, [['5 g', 'input']])
    expect(report).toMatchObject({ verdict: 'indeterminate', energy: { total_wh: null } })
    expect(noteOf(report, 'runner-unknown')).toContain('(self-hosted, lab) under `runners:`')
    const known = await join({ runners: { lab: { watts: 300 } } }, [['50 Wh', 'input']])
    expect(known).toMatchObject({ verdict: 'pass' })
    expect(known.energy.total_wh).toBeCloseTo((300 * 1.25 * 60) / 3600)
  })

  it('keeps the largest steps of a job only', async () => {
    const steps = Array.from({ length: 20 }, (_, index) => {
      const { kind: _kind, name: _name, ...part } = { ...sampleReport('s', index + 1), kind: 'step', name: 'x' }
      const { schema: _s, tool: _t, subject: _u, machine: _m, basis: _b, ...rest } = part
      const { profile: _p, budgets: _g, baseline: _l, verdict: _v, label: _a, notes: _n, water: _w, ...same } = rest
      return { ...same, kind: 'step' as const, name: `step ${index}`, parts: [] }
    })
    leave(run, done('build', 0, 60), sampleReport('build', 210, { parts: steps }))
    const [part] = (await join()).parts
    expect(part?.parts?.map(({ name }) => name)).toEqual([
      'step 15',
      'step 16',
      'step 17',
      'step 18',
      'step 19',
      '15 more',
    ])
  })

  it('takes names of jobs from the API and never from a report', async () => {
    leave(run, done('build', 0, 60), sampleReport('@org/team <img> ::error::', 1))
    expect((await join()).parts.map(({ name }) => name)).toEqual(['build'])
  })
})

describe('budget lines', () => {
  beforeEach(() => {
    leave(run, done('a', 0, 60), sampleReport('a', 2))
    leave(run, done('b', 0, 60), sampleReport('b', 3))
  })
  const lineOf = async (line: string, source: BudgetSource) => (await join({}, [[line, source]])).budgets[0]

  it('from inputs of the step limit the whole run', async () => {
    expect(await lineOf('4 Wh', 'input')).toMatchObject({ used: 5, verdict: 'fail' })
  })
  it('from a file limit the largest job', async () => {
    for (const source of ['base', 'file', 'organisation'] as const) {
      expect(await lineOf('4 Wh', source)).toMatchObject({ used: 3, verdict: 'pass' })
    }
  })
  it('per workflow limit the whole run', async () => {
    expect(await lineOf('4 Wh per workflow', 'base')).toMatchObject({ used: 5, verdict: 'fail' })
  })
  it('per job limit the largest job, whatever their source', async () => {
    expect(await lineOf('4 Wh per job', 'input')).toMatchObject({ used: 3, verdict: 'pass' })
    expect(await lineOf('2.5 Wh per job', 'input')).toMatchObject({ used: 3, verdict: 'fail' })
  })
})

describe('a budget in litres', () => {
  const leaveWater = (name: string, litres: number | null) =>
    leave(run, done(name, 0, 60), sampleReport(name, 1, { water: litres === null ? null : { total_l: litres } }))

  it('judges the water of the whole run and of its largest job', async () => {
    leaveWater('a', 1.5)
    leaveWater('b', 1)
    const report = await join({}, [
      ['2 L per workflow', 'base'],
      ['2 L per job', 'base'],
    ])
    expect(report.water).toMatchObject({ total_l: 2.5 })
    expect(report.budgets).toMatchObject([
      { used: 2.5, verdict: 'fail' },
      { used: 1.5, verdict: 'pass' },
    ])
  })
  it('is indeterminate if the water of one job is unknown', async () => {
    leaveWater('a', 1.5)
    leaveWater('b', null)
    const { budgets, figure } = await join({}, [['2 L per workflow', 'base']])
    expect(budgets).toMatchObject([{ used: null, verdict: 'indeterminate', reason_code: 'water-unknown' }])
    expect(figure).toEqual({ trusted: true, reason_code: null })
  })
})

/** A line about water, which no job knows. */
const waterLine: Report['budgets'][number] = {
  line: '2 L',
  scope: 'job',
  metric: 'water',
  limit: 2,
  used: null,
  share: null,
  verdict: 'indeterminate',
  source: 'file',
  reason: 'water unknown',
}

describe('a run never passes', () => {
  const verdict = async (): Promise<string> => (await join({}, [['100 Wh', 'input']])).verdict

  it('with a report that is not JSON', async () => {
    leave(run, done('a', 0, 60), sampleReport('a', 1), { text: '<html>' })
    expect(await verdict()).toBe('indeterminate')
  })
  it('with a report of another version', async () => {
    leave(run, done('a', 0, 60), sampleReport('a', 1), { text: '{"schema":"carbon-gate/report@9"}' })
    expect(await verdict()).toBe('indeterminate')
  })
  it('with a negative energy', async () => {
    const bad = sampleReport('a', 1)
    leave(run, done('a', 0, 60), { ...bad, energy: { ...bad.energy, total_wh: -1 } })
    expect(await verdict()).toBe('indeterminate')
  })
  it('with a hostile archive', async () => {
    leave(run, done('a', 0, 60), sampleReport('a', 1), { zip: zip([{ name: '../x', content: 'x' }]) })
    const report = await join({}, [['100 Wh', 'input']])
    expect(report.verdict).toBe('indeterminate')
    expect(noteOf(report, 'reports-broken')).toMatch(/1 report cannot be trusted: carbon-gate\.job\.a\..*path/)
  })
  it('with a job without a trustworthy figure', async () => {
    leave(run, done('a', 0, 60), sampleReport('a', 1, { verdict: 'indeterminate' }))
    expect(await verdict()).toBe('indeterminate')
  })
  it('with a job that covers less of its time than min-coverage', async () => {
    leave(run, done('a', 0, 60), sampleReport('a', 1, { coverage: 0.5 }))
    const report = await join({}, [['100 Wh', 'input']])
    expect(report.verdict).toBe('indeterminate')
    expect(noteOf(report, 'low-coverage')).toMatch(/ covers 50 % of its time, at least 90 % is needed/)
    expect((await join({ minCoverage: 0.5 }, [['100 Wh', 'input']])).verdict).toBe('pass')
  })
  it('unless only a line about water of a trusted job could not be judged', async () => {
    const figure = { trusted: true, reason_code: null }
    leave(run, done('a', 0, 60), sampleReport('a', 1, { verdict: 'indeterminate', figure, budgets: [waterLine] }))
    expect(await verdict()).toBe('pass')
  })
  it('unless the job ran again: then the first attempt is estimated', async () => {
    leave(run, done('a', 0, 60), sampleReport('a', 1, { verdict: 'indeterminate' }))
    run.rerun()
    leave(run, done('a', 100, 170), sampleReport('a', 1))
    const report = await join({}, [['100 Wh', 'input']])
    expect(report.verdict).toBe('pass')
    expect(partsOf(report).map(([name, method]) => [name, method])).toEqual([
      ['a (attempt 1)', 'estimated'],
      ['a (attempt 2)', 'modelled'],
    ])
  })
  it('if its jobs cannot be listed', async () => {
    leave(run, done('a', 0, 60), sampleReport('a', 1))
    fake.failNext({ path: '/jobs', fault: 403, times: Infinity })
    const report = await join({}, [['100 Wh', 'input']])
    expect(report.verdict).toBe('indeterminate')
    expect(noteOf(report, 'jobs-unknown')).toMatch(/actions: read/)
  })
  it('where every job was skipped, and says so', async () => {
    done('deploy', 30, 30, { conclusion: 'skipped', runnerName: null })
    expect(noteOf(await join(), 'jobs-unknown')).toContain('No job of this run has used a runner')
    expect(await verdict()).toBe('indeterminate')
  })
  it('without jobs', async () => expect(await verdict()).toBe('indeterminate'))
})

describe('a job is estimated', () => {
  it('if its report cannot be downloaded', async () => {
    leave(run, done('a', 0, 60), sampleReport('a', 1))
    fake.failNext({ path: '/zip', fault: 404, times: Infinity })
    const report = await join({}, [['100 Wh', 'input']])
    expect(report).toMatchObject({ verdict: 'pass', method: 'estimated' })
    expect(noteOf(report, 'reports-missing')).toMatch(/^1 report not read, estimated instead: /)
  })
  it('if the artifacts cannot be listed', async () => {
    leave(run, done('a', 0, 60), sampleReport('a', 1))
    fake.failNext({ path: '/artifacts', fault: 403, times: Infinity })
    expect(noteOf(await join(), 'reports-unknown')).toMatch(/all are estimated.*actions: read/)
  })
  it('if its artifact is beyond the first thousand', async () => {
    const job = done('a', 0, 60)
    for (let index = 0; index < 1001; index += 1) repository.addArtifact(run, `log ${index}`, Buffer.alloc(0), { job })
    expect(noteOf(await join(), 'reports-missing')).toMatch(/^The list of the run's 1001 artifacts is incomplete/)
  })
  it('if the download of its report hangs', async () => {
    client = await clientOf(fake, 1500)
    leave(run, done('a', 0, 60), sampleReport('a', 1))
    fake.blobs.failNext({ fault: 'hang' })
    const start = performance.now()
    expect(await join({}, [['100 Wh', 'input']])).toMatchObject({ verdict: 'pass', method: 'estimated' })
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})

describe('without check run ids', () => {
  it('a report is matched to its job by key and time', async () => {
    const job = done('build', 0, 70)
    done('other', 0, 70)
    repository.addArtifact(
      run,
      `carbon-gate.job.build.0.x${'0'.repeat(12)}.1`,
      zip([{ name: 'carbon-gate-report.json', content: JSON.stringify(sampleReport('build', 1)) }]),
      { job },
    )
    expect(partsOf(await join())).toEqual([
      ['build', 'modelled', 'success'],
      ['other', 'estimated', 'success'],
    ])
  })
  it('a report of another run does not count, whatever its name', async () => {
    const job = done('train', 0, 60)
    const other = run.repository.addRun({ headSha: SHA, headBranch: 'main' })
    leave(other, job, sampleReport('train', 0.001))
    expect((await join()).parts.map(({ method }) => method)).toEqual(['estimated'])
  })
  it('a report that fits no job counts, with a note', async () => {
    done('build', 400, 470)
    repository.addArtifact(
      run,
      `carbon-gate.job.build.0.x${'0'.repeat(12)}.1`,
      zip([{ name: 'carbon-gate-report.json', content: JSON.stringify(sampleReport('build', 1)) }]),
    )
    const report = await join()
    expect(report.parts).toHaveLength(2)
    expect(noteOf(report, 'reports-unmatched')).toContain('build')
  })
})

describe('a full matrix', () => {
  it('of 256 legs with a re-run of half of them takes seconds and few requests', async () => {
    for (let leg = 0; leg < 256; leg += 1)
      leave(run, done(`test (${leg})`, 0, 100 + leg), sampleReport(`test (${leg})`, 0.1))
    const before = fake.requests.length
    let report = {} as Awaited<ReturnType<typeof join>>
    const cpuMs = await cpuMsOf(async () => {
      report = await join({}, [['30 Wh', 'input']])
    })
    expect(cpuMs).toBeLessThan(10_000)
    expect(report.parts).toHaveLength(256)
    expect(report.energy.total_wh).toBeCloseTo(25.6, 9)
    expect(report.verdict).toBe('pass')
    expect(fake.requests.length - before).toBeLessThanOrEqual(262)
  })
})

describe('a run with too many reports', () => {
  it('uses limited memory: reports beyond a total size are not read', async () => {
    // 3 MB each, of parts that are small once read.
    const filler = ' '.repeat(3 << 20)
    for (let index = 0; index < 40; index += 1) {
      const report = sampleReport(`j${index}`, 0.5)
      leave(run, done(`j${index}`, 0, 60), report, {
        zip: zip([{ name: 'carbon-gate-report.json', content: JSON.stringify(report) + filler, store: true }]),
      })
    }
    const report = await join()
    expect(noteOf(report, 'reports-missing')).toMatch(/characters/)
    expect(report.parts.filter(({ method }) => method === 'modelled').length).toBeLessThan(26)
  })
})
