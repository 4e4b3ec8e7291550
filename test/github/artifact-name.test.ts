import { describe, expect, it } from 'vitest'
import { type JobIdentity, artifactName, artifactPrefix, parseArtifactName } from '../../src/github/artifact-name.ts'

const identity: JobIdentity = {
  job: 'test',
  checkRunId: 48000000001,
  matrix: null,
  attempt: 1,
  tracking: 'github_1',
  action: '__carbon-gate_carbon-gate',
}

describe('name', () => {
  it('contains job, leg, check run and attempt', () => {
    expect(artifactName('job', identity)).toBe('carbon-gate.job.test.0.48000000001.1')
    expect(artifactName('workflow', { ...identity, attempt: 12 })).toBe('carbon-gate.workflow.test.0.48000000001.12')
  })
  it("of logs and plans differs from the job's own and by step: a job may be given several", () => {
    const second = { ...identity, action: '__carbon-gate_carbon-gate_2' }
    const names = [
      artifactName('job', identity),
      artifactName('logs', identity),
      artifactName('logs', second),
      artifactName('estimate', identity),
    ]
    expect(new Set(names).size).toBe(names.length)
    expect(artifactName('job', second)).toBe(artifactName('job', identity))
    expect(names.map((name) => parseArtifactName(name)?.kind)).toEqual(['job', 'logs', 'logs', 'estimate'])
  })
  it('differs by leg, attempt and, without a check run id, by runner', () => {
    const names = [
      artifactName('job', identity),
      artifactName('job', { ...identity, attempt: 2 }),
      artifactName('job', { ...identity, checkRunId: 48000000002 }),
      artifactName('job', { ...identity, matrix: '{"node":20}' }),
      artifactName('job', { ...identity, checkRunId: null }),
      artifactName('job', { ...identity, checkRunId: null, tracking: 'github_2' }),
    ]
    expect(new Set(names).size).toBe(names.length)
  })
  it('has legal characters only and a bounded length, whatever the job is called', () => {
    for (const job of ['a"b:<>|*?\r\n\\/c', 'ü'.repeat(500), '', '../..', '::add-mask::x']) {
      const name = artifactName('job', { ...identity, job, matrix: job, attempt: 999999 })
      expect(name).toMatch(/^[\w.-]{1,120}$/)
      expect(parseArtifactName(name)).toMatchObject({ kind: 'job', checkRunId: 48000000001, attempt: 999999 })
    }
  })
  it('is the same for the same leg in every run, up to the check run', () => {
    const leg = { ...identity, matrix: '{"node":20}' }
    const prefix = artifactPrefix('job', leg)
    expect(artifactName('job', leg).startsWith(prefix)).toBe(true)
    expect(artifactName('job', { ...leg, checkRunId: 5, attempt: 3 }).startsWith(prefix)).toBe(true)
    expect(artifactName('job', { ...leg, job: 'test2' }).startsWith(prefix)).toBe(false)
    expect(artifactName('job', { ...leg, matrix: '{"node":22}' }).startsWith(prefix)).toBe(false)
  })
  it('is read back', () => {
    expect(parseArtifactName('carbon-gate.job.my-job_1.1b2c3d4e.x0123456789ab.3')).toEqual({
      kind: 'job',
      job: 'my-job_1',
      leg: '1b2c3d4e',
      checkRunId: null,
      attempt: 3,
    })
  })
  it.each([
    'coverage',
    'carbon-gate',
    'carbon-gate.job.test.0.1',
    'carbon-gate.other.test.0.1.1',
    'x carbon-gate.job.t.0.1.1',
    '',
  ])('of something else is not ours: %j', (name) => expect(parseArtifactName(name)).toBeNull())
})
