import { note } from '../../core/notes.ts'
import type { Note } from '../../core/report.ts'
import { type ReportArtifact, listReportArtifacts } from '../../github/artifacts.ts'
import type { GitHubClient, RepositoryName } from '../../github/client.ts'
import { type RunJob, listJobs } from '../../github/jobs.ts'
import { type LeftReports, readLeftReports } from './download-reports.ts'
import type { LeftReport } from './match.ts'

/** A run as far as the API gave it. */
export interface Collected {
  /** Null when the API did not list them. */
  readonly jobs: readonly RunJob[] | null
  readonly reports: readonly LeftReport[]
  readonly notes: readonly Note[]
  /** False when the data itself was broken or the list of jobs is missing: then nothing passes. */
  readonly trusted: boolean
}

/** Jobs and reports of a run. Nothing is thrown: what is missing is told, and counts against trust where it must. */
export async function collectRun(client: GitHubClient, repository: RepositoryName, runId: number): Promise<Collected> {
  // Side by side to the end: a list that hangs must not take the other's time.
  const [jobs, left] = await Promise.all([listJobs(client, repository, runId), leftReports(client, repository, runId)])
  const unknown = !jobs.ok
    ? `Which jobs ran is not known: ${jobs.failure.text}`
    : jobs.value.cut && `The run has ${jobs.value.total} jobs, too many to list.`
  const notes: Note[] = unknown ? [note('jobs-unknown', unknown)] : []
  return {
    jobs: jobs.ok ? jobs.value.items : null,
    reports: left.reports,
    notes: [...notes, ...left.notes],
    trusted: left.intact && notes.length === 0,
  }
}

async function leftReports(client: GitHubClient, repository: RepositoryName, runId: number): Promise<LeftReports> {
  const artifacts = await listReportArtifacts(client, repository, runId)
  if (!artifacts.ok) {
    const text = `No job's report could be read, all are estimated: ${artifacts.failure.text}`
    return { reports: [], notes: [note('reports-unknown', text)], intact: true }
  }
  const { items, total, cut } = artifacts.value
  const left = await readLeftReports(client, repository, items.filter(speaksForJob))
  if (!cut) return left
  const text = `The run has ${total} artifacts, too many to list: jobs whose report is not among the first are estimated.`
  return { ...left, notes: [...left.notes, note('reports-missing', text)] }
}

/**
 * Whether an artifact is its job's report. Logs are, where the job did not measure itself: else they are a part of what it measured.
 * A plan is not: nothing of it ran here.
 */
function speaksForJob({ name }: ReportArtifact, _: number, all: readonly ReportArtifact[]): boolean {
  if (name.kind !== 'logs') return name.kind === 'job'
  return !all.some((other) => other.name.kind === 'job' && other.name.checkRunId === name.checkRunId)
}
