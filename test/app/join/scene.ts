import { Deadline } from '../../../src/github/deadline.ts'
import { type GitHubClient, connect } from '../../../src/github/client.ts'
import { type ReportKind, artifactName } from '../../../src/github/artifact-name.ts'
import { REPORT_FILE } from '../../../src/github/artifacts.ts'
import { makeRange } from '../../../src/core/range.ts'
import type { Report } from '../../../src/core/report.ts'
import type { JoinContext } from '../../../src/app/join/join-context.ts'
import { runnerPower } from '../../../src/app/join/runner-power.ts'
import type { RunnerClass } from '../../../src/app/settings/runner-class.ts'
import type { FakeGitHub } from '../../fakes/github/fake-github.ts'
import type { Artifact } from '../../fakes/github/repository.ts'
import type { Job, WorkflowRun } from '../../fakes/github/workflow-run.ts'
import { zip } from '../../fakes/github/zip.ts'

export const SHA = 'a'.repeat(40)

/** A moment of the sample day, by seconds after 10:00. */
export const at = (seconds: number): Date => new Date(Date.parse('2026-11-01T10:00:00Z') + seconds * 1000)

/** A client with the token of a workflow that may read actions. */
export async function clientOf(fake: FakeGitHub, waitMs = 100_000): Promise<GitHubClient> {
  const { secret } = fake.addToken({ permissions: { actions: 'read', contents: 'read', pull_requests: 'write' } })
  const client = await connect({ token: secret, apiUrl: fake.api, deadline: new Deadline(waitMs) })
  if (!client.ok) throw new Error(client.failure.text)
  return client.value
}

/** Leaves a report as the job's artifact, without the service in between. */
export function leave(
  run: WorkflowRun,
  job: Job,
  report: Report,
  change: { text?: string; zip?: Buffer; kind?: ReportKind } = {},
): Artifact {
  const name = artifactName(change.kind ?? 'job', {
    job: job.name.replace(/ .*/, ''),
    checkRunId: job.id,
    matrix: null,
    attempt: job.attempt,
    tracking: 'x',
    action: '',
  })
  const bytes = change.zip ?? zip([{ name: REPORT_FILE, content: change.text ?? JSON.stringify(report) }])
  return run.repository.addArtifact(run, name, bytes, { job, attempt: job.attempt })
}

/** PUE 1.25 and 400 g/kWh for everybody; no hardware. */
export function contextOf(change: Partial<JoinContext> & { runners?: Record<string, RunnerClass> } = {}): JoinContext {
  const { runners = {}, ...rest } = change
  return {
    workflow: 'CI',
    self: null,
    power: runnerPower(runners, false),
    basisOf: () => ({
      pue: { pue: makeRange(1.25), source: 'test' },
      grid: { gPerKwh: makeRange(400), zone: 'DE', kind: 'average', source: 'test', asOf: '2025', fallback: false },
      water: { wue: null, ewif: null },
      embodied: () => null,
    }),
    minCoverage: 0.9,
    nowMs: at(600).getTime(),
    ...rest,
  }
}

/** Closes the fake after a test; what it holds against GitHub's description fails the test. */
export async function closed(fake: FakeGitHub): Promise<void> {
  await fake.close()
  if (fake.violations.length > 0) throw new Error(JSON.stringify(fake.violations))
}
