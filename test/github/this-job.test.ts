import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OWN_PART, RUNNER_PART, stepParts } from '../../src/app/measure/step-parts.ts'
import { findThisJob, stepsOf } from '../../src/github/this-job.ts'
import { emissionsOfParts, energyOfParts } from '../../src/core/totals.ts'
import type { GitHubClient } from '../../src/github/client.ts'
import { FakeGitHub } from '../fakes/github/fake-github.ts'
import type { Job, WorkflowRun } from '../fakes/github/workflow-run.ts'
import { sampleReport } from '../sample-report.ts'
import { SHA, at, clientOf, closed } from '../app/join/scene.ts'

let fake: FakeGitHub
let run: WorkflowRun
let job: Job
let client: GitHubClient

beforeEach(async () => {
  fake = await FakeGitHub.start()
  run = fake.addRepository('octo/shop', { private: true }).addRun({ headSha: SHA, headBranch: 'main' })
  client = await clientOf(fake)
  job = run.addJob({
    name: 'build',
    startedAt: at(0),
    runnerName: 'GitHub Actions 7',
    steps: [
      { name: 'Set up job', startedAt: at(0), completedAt: at(2) },
      { name: 'Run carbon-gate/carbon-gate@v1', startedAt: at(2), completedAt: at(3) },
      { name: 'npm ci', startedAt: at(3), completedAt: at(33) },
      { name: 'server', startedAt: at(33), completedAt: at(63) },
      { name: 'npm test', startedAt: at(43), completedAt: at(58) },
      { name: 'Post Run carbon-gate/carbon-gate@v1', startedAt: at(65), completedAt: null },
      { name: 'Complete job', status: 'queued', startedAt: null, completedAt: null },
    ],
  })
})
afterEach(async () => {
  await closed(fake)
})

const self = (change = {}) => ({
  repository: { owner: 'octo', repo: 'shop' },
  runId: run.id,
  attempt: 1,
  checkRunId: job.id,
  runnerName: 'GitHub Actions 7',
  ...change,
})
const timeline = [
  { startMs: at(2).getTime() + 400, endMs: at(33).getTime(), watts: 10 },
  { startMs: at(33).getTime(), endMs: at(65).getTime() + 200, watts: 5 },
]

describe('this job', () => {
  it('is found by its check run id', async () => {
    expect((await findThisJob(client, self())).job?.id).toBe(job.id)
    expect(fake.requests).toHaveLength(1)
  })
  it('is found by its runner where there is no id', async () => {
    run.addJob({ name: 'build', startedAt: at(0), runnerName: 'GitHub Actions 8' })
    run.addJob({ name: 'before', startedAt: at(0), runnerName: 'GitHub Actions 7', conclusion: 'success' })
    expect((await findThisJob(client, self({ checkRunId: null }))).job?.id).toBe(job.id)
  })
  it('is not guessed where two could be it', async () => {
    run.addJob({ name: 'x', startedAt: at(0), runnerName: 'GitHub Actions 7' })
    const found = await findThisJob(client, self({ checkRunId: null }))
    expect(found.job).toBeNull()
    expect(found.notes).toHaveLength(1)
  })
  it('is found by its runner when the id, an input, names a job of another runner', async () => {
    const other = run.addJob({ name: 'cheap', startedAt: at(0), runnerName: 'GitHub Actions 8' })
    expect((await findThisJob(client, self({ checkRunId: other.id }))).job?.id).toBe(job.id)
  })
  it('is found by its runner when the id names a job of another run, or none', async () => {
    const { repository } = run
    const earlier = repository.addRun({ headSha: SHA, headBranch: 'main' }).addJob({ name: 'build', startedAt: at(0) })
    for (const checkRunId of [earlier.id, 1]) {
      expect((await findThisJob(client, self({ checkRunId }))).job?.id).toBe(job.id)
    }
  })
  it('is the one that the id names when the API does not list this runner', async () => {
    expect((await findThisJob(client, self({ runnerName: 'renamed' }))).job?.id).toBe(job.id)
  })
  it.each([401, 403, 404, 500])('is missing after %i: one note, and nothing else', async (fault) => {
    fake.failNext({ path: /\/jobs/, fault, times: Infinity })
    const found = await findThisJob(client, self())
    expect(found.job).toBeNull()
    expect(found.notes.map(({ code, level }) => [code, level])).toEqual([['steps-unknown', 'info']])
    expect(found.notes[0]?.text).toMatch(/total is complete/)
    expect(found.failures.map(({ status }) => status)).toEqual(fault === 401 || fault === 500 ? [fault] : [])
    if (fault === 403) expect(found.notes[0]?.text).toContain('actions: read')
    expect(stepsOf(found)).toEqual([])
  })
  it('is not waited for so long that nothing is left for the verdict', async () => {
    const patient = await clientOf(fake, 6_000)
    fake.failNext({ path: '/jobs/', fault: 'hang', times: Infinity })
    const found = await findThisJob(patient, self())
    expect(found.failures.map(({ kind }) => kind)).toEqual(['timed-out'])
    expect(patient.deadline.remainingMs).toBeGreaterThan(1_000)
  })
})

describe('parts', () => {
  const total = sampleReport('build', 2)

  it('sum to the job, field by field', async () => {
    const steps = stepsOf(await findThisJob(client, self()))
    const parts = stepParts(total, timeline, steps, { momentsMs: [at(2).getTime() + 300, at(65).getTime() + 100] })
    expect(parts.map(({ name }) => name)).toEqual([OWN_PART, 'npm ci', 'server', 'npm test', OWN_PART, RUNNER_PART])
    const energy = energyOfParts(parts)
    for (const [key, value] of Object.entries(total.energy)) expect(energy[key as 'it_wh']).toBeCloseTo(value ?? 0, 12)
    const emissions = emissionsOfParts(parts)
    for (const [key, value] of Object.entries(total.emissions)) {
      expect(emissions[key as 'total_g']).toBeCloseTo(value ?? 0, 12)
    }
    expect(parts.every(({ kind, method }) => kind === 'step' && method === 'modelled')).toBe(true)
  })
  it('follow the power and share what overlaps', async () => {
    const steps = stepsOf(await findThisJob(client, self()))
    const parts = stepParts(total, timeline, steps, { momentsMs: [] })
    const joules = 30.6 * 10 + 32.2 * 5
    const shareOf = (name: string) => (parts.find((part) => part.name === name)?.energy.total_wh ?? 0) / 2
    expect(shareOf('npm ci')).toBeCloseTo(300 / joules, 9)
    expect(shareOf('server')).toBeCloseTo((5 * (30 - 7.5)) / joules, 9)
    expect(shareOf('npm test')).toBeCloseTo((5 * 7.5) / joules, 9)
    expect(shareOf(RUNNER_PART)).toBeCloseTo((5 * 2) / joules, 9)
  })
  it('include our own steps, found by the running post step, also under a name of their own', () => {
    const step = (name: string, number: number, from: number, to: number | null) => ({
      name,
      number,
      conclusion: null,
      startMs: at(from).getTime(),
      endMs: to === null ? null : at(to).getTime(),
    })
    // All within one second, as it mostly is.
    const steps = [
      step('Set up job', 1, 0, 2),
      step('Measure', 2, 2, 2),
      step('npm ci', 3, 2, 65),
      step('Post Measure', 9, 65, null),
    ]
    const moments = { momentsMs: [at(2).getTime() + 300, at(65).getTime()] }
    const names = stepParts(total, timeline, steps, moments).map(({ name }) => name)
    expect(names).toEqual(['npm ci', OWN_PART])
  })
  it('are none without steps or samples', () => {
    expect(stepParts(total, [], [], { momentsMs: [] })).toEqual([])
    expect(stepParts(total, timeline, [], { momentsMs: [] }).map(({ name }) => name)).toEqual([RUNNER_PART])
  })
})
