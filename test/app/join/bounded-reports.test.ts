import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { collectRun } from '../../../src/app/join/collect.ts'
import type { JoinContext } from '../../../src/app/join/join-context.ts'
import { joinRun } from '../../../src/app/join/run.ts'
import { makeRange } from '../../../src/core/range.ts'
import type { Report } from '../../../src/core/report.ts'
import type { ReportKind } from '../../../src/github/artifact-name.ts'
import { FakeGitHub } from '../../fakes/github/fake-github.ts'
import type { Job, WorkflowRun } from '../../fakes/github/workflow-run.ts'
import { sampleReport } from '../../sample-report.ts'
import { SHA, at, clientOf, closed, contextOf, leave } from './scene.ts'

let fake: FakeGitHub
let run: WorkflowRun
let job: Job

beforeEach(async () => {
  fake = await FakeGitHub.start()
  run = fake.addRepository('octo/shop').addRun({ headSha: SHA, headBranch: 'main' })
  job = run.addJob({ name: 'train', startedAt: at(0), completedAt: at(18_000), conclusion: 'success' })
})
afterEach(() => closed(fake))

/** The job's part of the joined run, with the codes of the notes. */
async function joined(report: Report, change: Partial<JoinContext> = {}, kind: ReportKind = 'job') {
  leave(run, job, report, { kind })
  const collected = await collectRun(await clientOf(fake), { owner: 'octo', repo: 'shop' }, run.id)
  const { draft } = joinRun(collected, contextOf({ nowMs: at(18_000).getTime(), ...change }))
  const [part] = draft.parts
  return {
    part,
    parts: draft.parts,
    method: part?.method,
    notes: draft.notes,
    codes: draft.notes.map(({ code }) => code),
  }
}

/** A report with every figure of energy and emissions multiplied. */
function scaled(factor: number): Report {
  const report = sampleReport('train', 20)
  const times = <T extends object>(figures: T): T =>
    Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, (value as number) * factor])) as T
  return { ...report, energy: times(report.energy), emissions: times(report.emissions) }
}

describe('the report of a job of five hours', () => {
  it('counts if it claims a plausible energy', async () => {
    expect(await joined(sampleReport('train', 20))).toMatchObject({
      method: 'modelled',
      part: { energy: { total_wh: 20 } },
    })
  })

  it.each([
    ['nothing', 0],
    ['a thousandth', 0.001],
    ['less than an idle runner draws', 0.15],
  ])('counts as the estimate when it claims %s', async (_, factor) => {
    const { method, codes, part } = await joined(scaled(factor))
    expect(method).toBe('estimated')
    expect(codes).toContain('jobs-implausible')
    expect(part?.energy.total_wh).toBeGreaterThan(20)
  })

  it.each(['job', 'logs'] as const)('counts as the estimate when several %s claim nothing', async (kind) => {
    for (const key of ['a', 'b', 'c'])
      leave(run, { ...job, name: key } as Job, scaled(0.001 * key.charCodeAt(0)), { kind })
    const { method, part } = await joined(scaled(0), {})
    expect(method).toBe('estimated')
    expect(part?.energy.total_wh).toBeGreaterThan(20)
  })

  it('counts as the estimate when another one of the same job differs', async () => {
    leave(run, { ...job, name: 'other' } as Job, sampleReport('train', 30))
    const { method, codes, notes } = await joined(sampleReport('train', 20))
    expect([method, codes]).toEqual(['estimated', ['jobs-estimated', 'jobs-implausible']])
    expect(notes.at(-1)?.text).toBe(
      'Several artifacts claim to be the report of one job and differ, so estimated instead: train. A job uploads one report: find the step or job that uploaded the other.',
    )
  })

  it.each([
    ['Post Run actions/checkout@v5', 'estimated'],
    ['Post Run carbon-gate/carbon-gate@v1', 'modelled'],
    ['Post Run ./.github/actions/setup', 'modelled'],
    ['Post Measure', 'modelled'],
  ])('counts only if a post step may be ours: %s', async (name, method) => {
    for (const step of ['Set up job', 'Run npm test', name]) run.addStep(job, { name: step })
    expect((await joined(sampleReport('train', 20))).method).toBe(method)
  })

  it.each([{}, { isHostile: true }])('counts once when there are copies of it: %j', async (change) => {
    leave(run, { ...job, name: 'copy' } as Job, { ...sampleReport('train', 20), notes: [] })
    const { part, parts, codes } = await joined(sampleReport('train', 20), change)
    expect([parts.length, part?.energy.it_wh, codes]).toEqual([1, 16, expect.arrayContaining(['reports-repeated'])])
  })

  it.each<[string, (report: Report) => Partial<Report>]>([
    ['is called a log', ({ subject }) => ({ subject: { ...subject, kind: 'logs' } })],
    ['hides its energy without PUE', ({ energy }) => ({ energy: { ...energy, it_wh: null } })],
    ['hides its grid', () => ({ intensity: null })],
    ['claims energy that is not energy x PUE', () => ({ pue: 2 })],
    [
      'claims grams without energy',
      ({ energy }) => ({
        energy: Object.fromEntries(Object.keys(energy).map((key) => [key, null])) as Report['energy'],
      }),
    ],
  ])('counts as the estimate when it %s', async (_, change) => {
    const report = sampleReport('train', 20)
    const { method, codes } = await joined({ ...report, ...change(report) })
    expect(method).toBe('estimated')
    expect(codes).toContain('jobs-implausible')
  })

  it('has a floor also on an unknown runner', async () => {
    Object.assign(job, { labels: ['an-unknown-label'] })
    const { part, codes } = await joined(scaled(0.01))
    expect(part?.energy.total_wh).toBeNull()
    expect(codes).toEqual(expect.arrayContaining(['jobs-implausible', 'runner-unknown']))
  })

  it('is computed with the grid of the reader on an unknown runner', async () => {
    Object.assign(job, { labels: ['an-unknown-label'] })
    const clean = sampleReport('train', 20)
    const report = {
      ...clean,
      intensity: { ...clean.intensity!, g_per_kwh: 0 },
      emissions: { operational_g: 0, embodied_g: 0, total_g: 0, low_g: 0, high_g: 0 },
    }
    const { part } = await joined(report, { isHostile: true })
    expect(part?.emissions.operational_g).toBeCloseTo((20 / 1000) * 400, 6)
  })

  it.each(['job', 'logs'] as const)(
    'counts as the estimate when its grid is impossible, over a proposal: %s',
    async (kind) => {
      const clean = sampleReport('train', 20)
      const report: Report = {
        ...clean,
        subject: { ...clean.subject, kind },
        intensity: { ...clean.intensity!, g_per_kwh: 1 },
        emissions: { operational_g: 0.02, embodied_g: 0, total_g: 0.02, low_g: 0.01, high_g: 0.03 },
      }
      leave(run, job, report, { kind })
      const collected = await collectRun(await clientOf(fake), { owner: 'octo', repo: 'shop' }, run.id)
      const context = contextOf({ nowMs: at(18_000).getTime() })
      const { draft } = joinRun(collected, { ...context, checksGrid: true })
      expect(draft.parts[0]?.method).toBe('estimated')
      expect(draft.notes.map(({ code }) => code)).toContain('jobs-implausible')
      expect(joinRun(collected, context).draft.parts[0]?.method).toBe('modelled')
    },
  )

  it('is listed when its grid is much cleaner than that of its runner, over a proposal', async () => {
    const clean = sampleReport('train', 20)
    const report: Report = {
      ...clean,
      intensity: { ...clean.intensity!, g_per_kwh: 28, zone: 'IS' },
      emissions: { operational_g: 0.56, embodied_g: 0, total_g: 0.56, low_g: 0.5, high_g: 0.6 },
    }
    expect((await joined(report, { checksGrid: true })).codes).toContain('unprotected-input')
    expect((await joined(sampleReport('train', 20), { checksGrid: true })).codes).not.toContain('unprotected-input')
  })

  it('does not count with reports: false', async () => {
    expect(await joined(sampleReport('train', 20), { ignoresReports: true })).toMatchObject({ method: 'estimated' })
  })

  it.each(['job', 'logs'] as const)('does not count for a job that ran no step with a post step: %s', async (kind) => {
    run.addStep(job, { name: 'Set up job' })
    run.addStep(job, { name: 'Run make' })
    expect(await joined(sampleReport('train', 20), {}, kind)).toMatchObject({ method: 'estimated' })
  })

  it('is computed with the grid of the reader in the second stage', async () => {
    const clean = sampleReport('train', 20)
    const report = {
      ...clean,
      intensity: { ...clean.intensity!, g_per_kwh: 1 },
      emissions: { operational_g: 0.02, embodied_g: 0, total_g: 0.02, low_g: 0.01, high_g: 0.03 },
    }
    const { part } = await joined(report, { isHostile: true })
    expect(part?.emissions.operational_g).toBeCloseTo((20 / 1000) * 400, 6)
  })

  it.each([
    ['none', null],
    ['next to none', 0.001],
  ])('carries the hardware and water of its runner in the second stage when it claims %s', async (_, claimed) => {
    const clean = sampleReport('train', 20)
    const operational = clean.emissions.operational_g ?? 0
    const report: Report = {
      ...clean,
      emissions: { ...clean.emissions, embodied_g: claimed, total_g: operational + (claimed ?? 0) },
      water: { total_l: 0 },
    }
    const basis = contextOf().basisOf({} as never)
    const { part } = await joined(report, {
      isHostile: true,
      basisOf: () => ({
        ...basis,
        water: { wue: { lPerKwh: makeRange(0.5), source: 'test' }, ewif: null },
        embodied: () => makeRange(3),
      }),
    })
    expect(part?.emissions.embodied_g).toBe(3)
    expect(part?.water?.onsite_l).toBeGreaterThan(0)
    expect(part?.water?.total_l).toBeNull()
  })
})
