import { describe, expect, it } from 'vitest'
import { revisitedPart } from '../../../src/app/ledger/collect-runs.ts'
import { mostHostedWatts } from '../../../src/power/hosted-watts.ts'
import { runnerOf } from '../../../src/data/runners.ts'
import { jobReport, MemoryStore, NOW, type Scene, openScene } from './scene.ts'
import type { Part } from '../../../src/core/report.ts'
import type { Job } from '../../fakes/github/workflow-run.ts'
import { leave } from '../join/scene.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const ALL = { from: '2026-10-01', to: '2027-12-31' }

/** A collection of an hour later. */
function collectAfter(scene: Scene, hours: number, store: MemoryStore) {
  scene.nowMs += hours * HOUR_MS
  scene.fake.requests.length = 0
  return scene.collect({ store })
}

describe('ledger collect', () => {
  it('adds measured and estimated jobs of completed runs once, in one commit', { timeout: 120_000 }, async () => {
    const scene = await openScene()
    const measured = scene.addRun(60, { wh: 1 })
    const estimated = scene.addRun(50, { workflow: 'Docs', event: 'schedule' })
    scene.addRun(40, { conclusion: 'skipped', runnerName: null })
    const store = scene.store()
    expect(await scene.collect({ store })).toMatchObject({ runs: 3, added: 2, left: 0, warnings: [] })
    const entries = await store.entries(ALL)
    expect(entries).toMatchObject([
      {
        key: `${measured.run.id}/1/${measured.job.id}`,
        ended_at: '2026-11-28T12:00:00Z',
        repository: 'octo/shop',
        workflow: 'CI',
        job: 'test',
        runner: 'ubuntu-latest',
        s: 300,
        wh: 1.18,
        method: 'modelled',
        trust: 'measured',
      },
      { key: `${estimated.run.id}/1/${estimated.job.id}`, workflow: 'Docs', method: 'estimated', trust: 'estimated' },
    ])
    expect(entries[1]?.g).toBeGreaterThan(0)
    const until = '2026-11-28T13:00:00Z'
    expect(await store.totals({ from: '2026-11-01', to: '2026-11-30' })).toMatchObject({
      as_of: until,
      cursors: { 'octo/shop': until },
    })
    expect(await store.verify()).toMatchObject({ commits: 1, entries: 2, faults: [] })
  })

  it('reads a run once, and asks for the list, a part of the earlier runs and the repository only', async () => {
    const scene = await openScene()
    const store = new MemoryStore()
    scene.addRun(60, { wh: 1 })
    await scene.collect({ store })
    expect(await collectAfter(scene, 1, store)).toMatchObject({ runs: 0, added: 0, cursor: '2026-11-28T14:00:00Z' })
    expect(scene.fake.requests.map(({ operation }) => operation)).toEqual([
      'repos/get',
      'actions/list-workflow-runs-for-repo',
      'actions/list-workflow-runs-for-repo',
    ])
  })

  it('takes the jobs of a joined report with two requests for a run, whatever its jobs', async () => {
    const scene = await openScene()
    const store = new MemoryStore()
    for (let index = 0; index < 5; index += 1) {
      const { run, job } = scene.addRun(60 + index, { wh: 1 })
      const other = run.addJob({
        name: 'lint',
        startedAt: job.startedAt,
        completedAt: job.completedAt,
        conclusion: 'success',
      })
      leave(run, other, jobReport(other, 0.5))
      const asPart = (job: Job, wh: number): Part => ({
        ...jobReport(job, wh, { parts: [] }),
        kind: 'job',
        name: job.name,
        source: `https://github.com/octo/shop/actions/runs/${run.id}/job/${job.id}`,
      })
      const parts = [asPart(job, 1), asPart(other, 0.5)]
      leave(run, job, jobReport(job, 1.5, { subject: { kind: 'workflow', name: 'CI' }, parts }), {
        kind: 'workflow',
      })
    }
    expect(await scene.collect({ store })).toMatchObject({ runs: 5, added: 10, warnings: [] })
    expect(store.kept.map(({ wh }) => wh).sort()).toEqual([...Array(5).fill(0.59), ...Array(5).fill(1.18)])
    expect(new Set(store.kept.map(({ trust }) => trust))).toEqual(new Set(['measured']))
    const forRuns = ['actions/list-jobs-for-workflow-run', 'actions/download-artifact']
    expect(scene.fake.requestsTo(...forRuns).length).toBe(10)
    // Five runs, one list of artifacts.
    expect(scene.fake.requestsTo('actions/list-artifacts-for-repo').length).toBe(1)
    expect(scene.fake.requestsTo('actions/list-workflow-run-artifacts')).toEqual([])
  })

  it('does not lose a run that is in progress when the cursor passes it', async () => {
    const scene = await openScene()
    const store = new MemoryStore()
    const { run, job } = scene.addRun(10)
    Object.assign(run, { status: 'in_progress', conclusion: null })
    Object.assign(job, { status: 'in_progress', conclusion: null, completedAt: null })
    expect(await scene.collect({ store })).toMatchObject({ runs: 0, added: 0, cursor: '2026-11-28T13:00:00Z' })
    scene.nowMs += 3 * HOUR_MS
    run.finishJob(job, 'success')
    run.finish('success')
    expect(await scene.collect({ store })).toMatchObject({ runs: 1, added: 1 })
    expect(store.kept[0]).toMatchObject({ ended_at: '2026-11-28T16:00:00Z', s: 3 * 3600 + 900 })
  })

  it('counts each execution of a re-run once, also when the hour of the first was closed long ago', async () => {
    const scene = await openScene()
    const store = new MemoryStore()
    const { run, job } = scene.addRun(60)
    const lint = run.addJob({
      name: 'lint',
      startedAt: job.startedAt,
      completedAt: job.completedAt,
      conclusion: 'success',
    })
    expect(await scene.collect({ store })).toMatchObject({ added: 2 })
    scene.nowMs += 5 * HOUR_MS
    run.rerun({ keep: ({ name }) => name === 'lint' })
    const again = run.addJob({
      name: 'test',
      startedAt: new Date(scene.nowMs - 600_000),
      completedAt: new Date(scene.nowMs),
      conclusion: 'success',
    })
    run.finish('success')
    expect(await scene.collect({ store })).toMatchObject({ runs: 1, added: 1 })
    expect(store.kept.map(({ key }) => key)).toEqual([
      `${run.id}/1/${job.id}`,
      `${run.id}/1/${lint.id}`,
      `${run.id}/2/${again.id}`,
    ])
    // Eleven days later, within the month that GitHub allows: the part of the earlier runs has it within a day.
    scene.nowMs += 11 * DAY_MS
    run.rerun()
    run.addJob({
      name: 'test',
      startedAt: new Date(scene.nowMs - 600_000),
      completedAt: new Date(scene.nowMs),
      conclusion: 'success',
    })
    run.finish('success')
    for (let hour = 0; hour < 24; hour += 1) await collectAfter(scene, 1, store)
    expect(store.kept.length).toBe(4)
  })

  it('lists each of the last 30 days once within a day', () => {
    const midnight = Date.parse('2026-11-28T00:00:00Z')
    const parts = Array.from({ length: 24 }, (_, hour) => {
      const now = midnight + hour * HOUR_MS
      return revisitedPart(now, now - DAY_MS)
    })
    const covered = (ms: number) => parts.filter((part) => part && ms >= part.fromMs && ms <= part.toMs).length
    for (let day = 2; day < 30; day += 0.5) expect(covered(midnight - day * DAY_MS), `${day} days`).toBeGreaterThan(0)
  })

  it('ignores its own runs, but not those of a proposal that takes its name', async () => {
    const scene = await openScene()
    const store = new MemoryStore()
    const fork = scene.fake.addRepository('eve/shop', { parent: scene.repository })
    scene.addRun(60, { workflow: 'Ledger', event: 'schedule' })
    const proposal = scene.addRun(50, { workflow: 'Ledger', event: 'pull_request', fork })
    await scene.collect({ store, ownPath: '.github/workflows/ledger.yml' })
    expect(store.kept.map(({ key }) => key)).toEqual([`${proposal.run.id}/1/${proposal.job.id}`])
  })

  it.each([
    ['a thousand times', 400],
    ['a million times', 1e6],
  ])('bounds a fork that claims %s of what its runner draws', async (_, wh) => {
    const scene = await openScene()
    const store = new MemoryStore()
    const fork = scene.fake.addRepository('eve/shop', { parent: scene.repository })
    const grams = ((wh * 1.18) / 1000) * 369
    const emissions = { operational_g: grams, embodied_g: 1e9, total_g: grams + 1e9, low_g: 0, high_g: 2e9 }
    const { run, job } = scene.addRun(60, { event: 'pull_request', fork })
    leave(run, job, jobReport(job, wh, { emissions }))
    scene.addRun(50, { event: 'pull_request', fork })
    const { warnings } = await scene.collect({ store })
    const [faked, estimated] = store.kept
    expect(faked).toMatchObject({ trust: 'from-fork', verdict: 'none' })
    expect(warnings[0]).toMatch(/claim more than their runners can draw: test/)
    const runner = runnerOf(['ubuntu-latest'])
    const most = runner ? (mostHostedWatts(runner) * 300) / 3600 : 0
    const factor = (estimated?.wh ?? 0) / ((estimated?.g ?? 0) - (estimated?.em_g ?? 0))
    // PUE of an unknown building in Germany: 1.56.
    expect(faked?.wh).toBeLessThanOrEqual(most * 1.5601)
    expect(faked?.wh).toBeGreaterThan(estimated?.wh ?? 0)
    // The reader's own PUE, grid and hardware.
    expect(faked?.op_g).toBeCloseTo((faked?.wh ?? 0) / factor, 6)
    expect(faked?.em_g).toBe(estimated?.em_g)
  })

  it('believes no figure of a fork that ran on a machine of an unknown class, and says that it is unknown', async () => {
    const scene = await openScene()
    const store = new MemoryStore()
    const fork = scene.fake.addRepository('eve/shop', { parent: scene.repository })
    scene.addRun(60, { event: 'pull_request', fork, wh: 5, labels: ['self-hosted'] })
    await scene.collect({ store })
    expect(store.kept[0]).toMatchObject({ trust: 'from-fork', wh: null, g: null, l: null })
    expect((await store.totals(ALL)).unknown).toMatchObject({ g: 1 })
  })

  it('names the labels of runners whose power is unknown, once', async () => {
    const scene = await openScene()
    const store = new MemoryStore()
    for (const minutes of [60, 50]) scene.addRun(minutes, { labels: ['self-hosted', 'rack-7'] })
    expect((await scene.collect({ store })).warnings).toEqual([
      '2 jobs ran on runners of unknown power (self-hosted, rack-7): describe the label under `runners:` in the config file',
    ])
    expect(store.kept.map(({ g }) => g)).toEqual([null, null])
  })

  it('stops at 200 requests left and goes on the next time', { timeout: 120_000 }, async () => {
    const scene = await openScene({ rateLimit: 230 })
    const store = new MemoryStore()
    for (let index = 0; index < 30; index += 1) scene.addRun(200 - index)
    const first = await scene.collect({ store })
    expect(first.runs).toBeGreaterThan(8)
    expect(first.left).toBe(30 - first.runs)
    expect(first.warnings.join()).toMatch(/runs are left for the next collection: the allowance of requests is low/)
    expect(scene.fake.requests.length).toBeLessThanOrEqual(30)
    // The oldest were read, and the cursor is before the first that was not.
    const ends = store.kept.map(({ ended_at }) => ended_at).sort()
    expect(first.cursor > (ends.at(-1) ?? '')).toBe(true)
    const second = await collectAfter(scene, 2, store)
    expect(first.runs + second.runs).toBe(30)
    expect(store.kept.length).toBe(30)
    expect(second).toMatchObject({ left: 0, duplicates: 0, cursor: '2026-11-28T15:00:00Z' })
  })

  it('reads 120 runs in pages, and no run twice when a new one moves the pages', { timeout: 180_000 }, async () => {
    const scene = await openScene({ rateLimit: 5000 })
    const store = new MemoryStore()
    for (let index = 0; index < 120; index += 1) scene.addRun(400 - index)
    scene.fake.beforeNext('actions/list-jobs-for-workflow-run', () => scene.addRun(0))
    expect(await scene.collect({ store })).toMatchObject({ runs: 120, added: 120, left: 0 })
    expect(await collectAfter(scene, 1, store)).toMatchObject({ runs: 1, added: 1 })
    expect(new Set(store.kept.map(({ key }) => key)).size).toBe(121)
  })

  it('estimates a run whose artifacts have expired, and leaves out one that was deleted', async () => {
    const scene = await openScene()
    const store = new MemoryStore()
    const { run } = scene.addRun(60, { wh: 3 })
    for (const artifact of scene.repository.artifacts.values()) artifact.expired = true
    const deleted = scene.addRun(50, { wh: 3 })
    scene.fake.beforeNext('actions/list-jobs-for-workflow-run', () => scene.repository.runs.delete(deleted.run.id))
    expect(await scene.collect({ store })).toMatchObject({ runs: 1, gone: 1, left: 0 })
    expect(store.kept).toMatchObject([{ key: expect.stringMatching(String(run.id)), trust: 'estimated' }])
  })

  it('leaves a run whose report does not come for the next time, and does not estimate it for good', async () => {
    const scene = await openScene()
    const store = new MemoryStore()
    scene.addRun(60, { wh: 3 })
    scene.fake.failNext({ path: /artifacts\/\d+\/zip/, fault: 500, times: 3 })
    expect(await scene.collect({ store })).toMatchObject({ runs: 0, left: 1, cursor: '2026-11-28T12:00:00Z' })
    expect(await collectAfter(scene, 1, store)).toMatchObject({ runs: 1, left: 0 })
    expect(store.kept).toMatchObject([{ trust: 'measured', wh: 3.54 }])
  })

  it.each([-1, 1])('goes by the clock of the forge when that of the runner is %i h off', async (hours) => {
    // The runner's clock is the real one: the forge's differs by months.
    const scene = await openScene()
    const store = new MemoryStore()
    scene.nowMs = Date.now() + hours * HOUR_MS
    scene.addRun(60)
    await scene.collect({ store })
    const cursor = Date.parse((await store.cursor()) ?? '')
    expect(Math.abs(cursor - scene.nowMs)).toBeLessThan(10_000)
    // What ends between the two clocks is not lost.
    scene.nowMs += HOUR_MS / 2
    scene.addRun(10)
    expect(await scene.collect({ store })).toMatchObject({ runs: 1, added: 1 })
  })

  it('goes on at the cursor of its own repository in a ledger of many', async () => {
    const scene = await openScene()
    const store = new MemoryStore()
    const other = await store.collect([], '2026-11-28T13:00:00Z', 'octo/other')
    expect(other.added).toBe(0)
    scene.addRun(300)
    expect(await scene.collect({ store })).toMatchObject({ runs: 1, added: 1 })
  })

  it('puts a run into the month of its end, and its parts into theirs', async () => {
    const scene = await openScene()
    const store = new MemoryStore()
    scene.nowMs = Date.parse('2026-12-01T00:10:00Z')
    const { run } = scene.addRun(5, { minutes: 20 })
    run.addJob({
      name: 'early',
      startedAt: new Date('2026-11-30T23:46:00Z'),
      completedAt: new Date('2026-11-30T23:59:00Z'),
      conclusion: 'success',
    })
    const store2 = await scene.collect({ store, sinceMs: NOW })
    expect(store2.added).toBe(2)
    expect((await store.totals({ from: '2026-11-01', to: '2026-11-30' })).entries).toBe(1)
    expect((await store.totals({ from: '2026-12-01', to: '2026-12-31' })).entries).toBe(1)
  })
})
