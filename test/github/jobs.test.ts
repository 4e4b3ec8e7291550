import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { getJob, jobOf, listJobs } from '../../src/github/jobs.ts'
import type { GitHubClient } from '../../src/github/client.ts'
import { FakeGitHub } from '../fakes/github/fake-github.ts'
import type { WorkflowRun } from '../fakes/github/workflow-run.ts'
import { SHA, at, clientOf, closed } from '../app/join/scene.ts'

const repositoryName = { owner: 'octo', repo: 'shop' }
let fake: FakeGitHub
let run: WorkflowRun
let client: GitHubClient

beforeEach(async () => {
  fake = await FakeGitHub.start()
  run = fake.addRepository('octo/shop', { private: true }).addRun({ headSha: SHA, headBranch: 'main' })
  client = await clientOf(fake)
})
afterEach(async () => {
  await closed(fake)
})

async function jobs() {
  const result = await listJobs(client, repositoryName, run.id)
  if (!result.ok) throw new Error(result.failure.text)
  return result.value
}

describe('jobs', () => {
  it('of several pages come all, in order', async () => {
    for (let index = 0; index < 256; index += 1) run.addJob({ name: `j${index}`, conclusion: 'success' })
    const { items, total, cut } = await jobs()
    expect(items.map(({ name }) => name)).toEqual(Array.from({ length: 256 }, (_, index) => `j${index}`))
    expect([total, cut]).toEqual([256, false])
    expect(fake.requests).toHaveLength(3)
  })
  it('count waiting for a runner as nothing', async () => {
    run.addJob({ name: 'a', createdAt: at(0), startedAt: at(500), completedAt: at(560), conclusion: 'success' })
    expect((await jobs()).items[0]).toMatchObject({ startMs: at(500).getTime(), endMs: at(560).getTime() })
  })
  it('that no runner took have no times', async () => {
    run.addJob({ name: 'skipped', conclusion: 'skipped', runnerName: null })
    run.addJob({ name: 'cancelled', conclusion: 'cancelled', runnerName: null })
    run.addJob({ name: 'queued', status: 'queued', runnerName: null })
    expect((await jobs()).items.map(({ name, startMs, status }) => [name, startMs, status])).toEqual([
      ['skipped', null, 'completed'],
      ['cancelled', null, 'completed'],
      ['queued', null, 'waiting'],
    ])
  })
  it('without a runner name have run if their steps or their success show it', async () => {
    const times = { startedAt: at(0), completedAt: at(60), runnerName: null }
    const step = { name: 'npm test', startedAt: at(1), completedAt: at(59) }
    run.addJob({ name: 'a', conclusion: 'success', ...times })
    run.addJob({ name: 'b', conclusion: 'failure', ...times, steps: [step] })
    run.addJob({ name: 'c', conclusion: 'failure', ...times })
    expect((await jobs()).items.map(({ name, startMs }) => [name, startMs])).toEqual([
      ['a', at(0).getTime()],
      ['b', at(0).getTime()],
      ['c', null],
    ])
  })
  it('carried over into a re-run count once, with the id their artifact names', async () => {
    const kept = run.addJob({ name: 'a', startedAt: at(0), completedAt: at(9), conclusion: 'success' })
    run.addJob({ name: 'b', startedAt: at(0), completedAt: at(9), conclusion: 'failure' })
    run.rerun({ keep: (job) => job.name === 'a' })
    run.addJob({ name: 'b', startedAt: at(20), completedAt: at(29), conclusion: 'success' })
    const { items } = await jobs()
    expect(items.map(({ name, attempt }) => [name, attempt])).toEqual([
      ['a', 1],
      ['b', 1],
      ['b', 2],
    ])
    expect(items[0]?.id).toBe(kept.id)
  })
  it('of one name that ran side by side count each', async () => {
    for (const runnerName of ['r1', 'r1'])
      run.addJob({ name: 'a', startedAt: at(0), completedAt: at(9), conclusion: 'success', runnerName })
    expect((await jobs()).items).toHaveLength(2)
  })
  it('have ids beyond 32 bits', async () => {
    const job = run.addJob({ name: 'a', steps: [{ name: 'npm ci', startedAt: at(1), completedAt: at(2) }] })
    expect(job.id).toBeGreaterThan(2 ** 32)
    expect(await getJob(client, repositoryName, job.id)).toMatchObject({
      ok: true,
      value: { id: job.id, steps: [{ name: 'npm ci', startMs: at(1).getTime(), endMs: at(2).getTime() }] },
    })
  })
  it('without the permission name it', async () => {
    fake.failNext({ path: '/jobs', fault: 403 })
    const result = await listJobs(client, repositoryName, run.id)
    expect(result).toMatchObject({ ok: false, failure: { kind: 'forbidden' } })
    if (!result.ok) expect(result.failure.text).toContain('actions: read')
  })
})

describe('an answer that is none', () => {
  it.each([[{}], [null], ['<html>'], [{ id: -1, name: 'x', status: 'completed', conclusion: null }]])('%j', (data) => {
    expect(() => jobOf(data)).toThrow(/a job of the API cannot be read/)
  })
})
