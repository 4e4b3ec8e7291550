import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import type { Note } from '../../core/report.ts'
import { readReport } from '../../core/report-file.ts'
import { type ReportArtifact, downloadReport, listReportArtifacts } from '../../github/artifacts.ts'
import type { GitHubClient, RepositoryName } from '../../github/client.ts'
import { type GitHubFailure, failed } from '../../github/failure.ts'
import { type RunJob, listJobs } from '../../github/jobs.ts'
import { PARALLEL_REQUESTS, inParallel } from '../../github/pages.ts'
import type { LeftReport } from './match.ts'

/** A run as far as the API gave it. */
export interface Collected {
  /** Null when the API did not list them. */
  readonly jobs: readonly RunJob[] | null
  readonly reports: readonly LeftReport[]
  readonly notes: readonly Note[]
  /** False when the data itself was broken or a whole list is missing: then nothing passes. */
  readonly trusted: boolean
}

/**
 * Reports downloaded at most. A token has 1,000 requests an hour for all of a repository's jobs (GitHub, rate limits of
 * GITHUB_TOKEN); a full matrix of 256 and some re-runs fit, and most of the allowance stays for others.
 */
const MAX_DOWNLOADS = 400

/** Jobs and reports of a run. Nothing is thrown: what is missing is told, and counts against trust where it must. */
export async function collectRun(client: GitHubClient, repository: RepositoryName, runId: number): Promise<Collected> {
  // Side by side to the end: a list that hangs must not take the other's time.
  const [jobs, left] = await Promise.all([listJobs(client, repository, runId), leftReports(client, repository, runId)])
  const notes: Note[] = []
  if (!jobs.ok) notes.push(note('jobs-unknown', 'error', `Which jobs ran is not known: ${jobs.failure.text}`))
  else if (jobs.value.cut) {
    notes.push(note('jobs-unknown', 'error', `The run has ${jobs.value.total} jobs, too many to list.`))
  }
  return {
    jobs: jobs.ok ? jobs.value.items : null,
    reports: left.reports,
    notes: [...notes, ...left.notes],
    trusted: left.intact && notes.length === 0,
  }
}

async function leftReports(client: GitHubClient, repository: RepositoryName, runId: number): Promise<Downloaded> {
  const artifacts = await listReportArtifacts(client, repository, runId)
  if (!artifacts.ok) {
    const text = `No job's report could be read, all are estimated: ${artifacts.failure.text}`
    return { reports: [], notes: [note('reports-unknown', 'warning', text)], intact: true }
  }
  const ofJobs = artifacts.value.items.filter(({ name }) => name.kind === 'job')
  return await downloadAll(client, repository, ofJobs)
}

interface Downloaded {
  readonly reports: readonly LeftReport[]
  readonly notes: readonly Note[]
  /** False when a report came and was not what a report is. */
  readonly intact: boolean
}

async function downloadAll(
  client: GitHubClient,
  repository: RepositoryName,
  artifacts: readonly ReportArtifact[],
): Promise<Downloaded> {
  const wanted = artifacts.slice(0, MAX_DOWNLOADS)
  const broken: string[] = []
  const lost: GitHubFailure[] = []
  const reports = await inParallel(wanted, PARALLEL_REQUESTS, async (artifact): Promise<LeftReport | null> => {
    try {
      // Where GitHub refuses one after another, asking on only makes it longer.
      const text =
        lost.length < GIVE_UP_AFTER ? await downloadReport(client, repository, artifact) : failed('unexpected', '')
      if (text.ok) {
        return { artifact: artifact.name, title: artifact.title, report: readReport(text.value, artifact.title) }
      }
      lost.push(text.failure)
    } catch (error) {
      if (!isBroken(error)) throw error
      broken.push(`${artifact.title}: ${error.message}`)
    }
    return null
  })
  const notes: Note[] = []
  const missing = lost.length + artifacts.length - wanted.length
  if (missing > 0) {
    const why = lost[0]?.text ?? `at most ${MAX_DOWNLOADS} are`
    notes.push(note('reports-missing', 'warning', `${count(missing)} not read, estimated instead: ${why}`))
  }
  if (broken.length > 0) {
    notes.push(note('reports-broken', 'error', `${count(broken.length)} cannot be trusted: ${broken[0]}`))
  }
  return { reports: reports.filter((each) => each !== null), notes, intact: broken.length === 0 }
}

/** Failures after which the remaining downloads are not tried any more. */
const GIVE_UP_AFTER = 8

/** The report came and is wrong, as against: it did not come. */
function isBroken(error: unknown): error is Error {
  return error instanceof MeasurementError || error instanceof ConfigurationError
}

function note(code: string, level: Note['level'], text: string): Note {
  return { code, level, text }
}

function count(reports: number): string {
  return reports === 1 ? '1 report' : `${reports} reports`
}
