import { note } from '../../core/notes.ts'
import type { Note } from '../../core/report.ts'
import type { Doubt } from '../../core/verdict.ts'
import { type ReportArtifact, listReportArtifacts } from '../../github/artifacts.ts'
import type { GitHubClient, RepositoryName } from '../../github/client.ts'
import { failed } from '../../github/failure.ts'
import { type JobList, type RunJob, listJobs } from '../../github/jobs.ts'
import { type LeftReports, readLeftReports } from './download-reports.ts'
import type { LeftReport } from './match.ts'

/** A run as far as the API lists it. */
export interface Collected {
  /** Null if the API did not list them. */
  readonly jobs: readonly RunJob[] | null
  readonly reports: readonly LeftReport[]
  readonly notes: readonly Note[]
  /** Set if the data itself is broken or the list of jobs is missing: then nothing passes. */
  readonly doubt: Extract<Doubt, 'jobs-unknown' | 'reports-broken'> | null
}

/** Collects jobs and reports of a run. Throws nothing: what is missing gets a note, and a doubt if the figure depends on it. */
export async function collectRun(client: GitHubClient, repository: RepositoryName, runId: number): Promise<Collected> {
  // At the same time, so that a list that hangs does not take the other's time.
  const [jobs, left] = client.server.isUnresponsive
    ? ([failed('timed-out', "cannot list the run's jobs: no answer in time"), NO_REPORTS] as const)
    : await Promise.all([listJobs(client, repository, runId), leftReports(client, repository, runId)])
  const reason = jobs.ok ? incompleteBecause(jobs.value) : `Which jobs ran is unknown: ${jobs.failure.text}`
  const notes: Note[] = reason === null ? [] : [note('jobs-unknown', reason)]
  return {
    jobs: jobs.ok ? jobs.value.items : null,
    reports: left.reports,
    notes: [...notes, ...left.notes],
    doubt: notes.length > 0 ? 'jobs-unknown' : left.intact ? null : 'reports-broken',
  }
}

const NO_REPORTS: LeftReports = { reports: [], notes: [], intact: true, failures: [] }

/** Why a list of jobs is incomplete; null if it is complete. */
export function incompleteBecause({ items, total, cut, unreadable }: JobList): string | null {
  if (cut) return `The list of jobs is incomplete: it has ${items.length} of ${total} jobs.`
  if (unreadable > 0) return `${unreadable} of ${total} jobs in the API's list cannot be read.`
  return items.length === 0 ? 'The list of jobs is empty, so the run is unknown.' : null
}

async function leftReports(client: GitHubClient, repository: RepositoryName, runId: number): Promise<LeftReports> {
  const artifacts = await listReportArtifacts(client, repository, runId)
  if (!artifacts.ok) {
    const text = `No job's report could be read, all are estimated: ${artifacts.failure.text}`
    return { reports: [], notes: [note('reports-unknown', text)], intact: true, failures: [artifacts.failure] }
  }
  const { items, total, cut } = artifacts.value
  const left = await readLeftReports(client, repository, items.filter(isReportOfJob))
  if (!cut) return left
  const text = `The list of the run's ${total} artifacts is incomplete: jobs whose report is missing are estimated.`
  return { ...left, notes: [...left.notes, note('reports-missing', text)] }
}

/**
 * Whether an artifact is its job's report. Logs are, if the job did not measure itself; otherwise they are part of what it
 * measured. A plan is not, because it did not run here.
 */
export function isReportOfJob({ name }: ReportArtifact, _: number, all: readonly ReportArtifact[]): boolean {
  if (name.kind !== 'logs') return name.kind === 'job'
  return !all.some((other) => other.name.kind === 'job' && other.name.checkRunId === name.checkRunId)
}
