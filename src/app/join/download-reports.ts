import { cappedParts } from '../../core/totals.ts'
import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import { type Note, type NoteCode, note } from '../../core/notes.ts'
import type { Report } from '../../core/report.ts'
import { parseReport } from '../../core/report-file.ts'
import { type ReportArtifact, downloadReport } from '../../github/artifacts.ts'
import type { GitHubClient, RepositoryName } from '../../github/client.ts'
import { type GitHubFailure, failed } from '../../github/failure.ts'
import { PARALLEL_REQUESTS, inParallel } from '../../github/pages.ts'
import type { LeftReport } from './match.ts'
import { counted } from '../../core/text.ts'

/**
 * Maximum number of reports downloaded. A token has 1,000 requests an hour for all of a repository's jobs (GitHub, rate limits of
 * GITHUB_TOKEN); a full matrix of 256 and some re-runs fit, and most of the allowance stays for others.
 */
const MAX_DOWNLOADS = 400

/** Maximum size of all reports together, in characters, to limit memory. A full matrix has about 20 million. */
const MAX_TOTAL = 48 * 1024 * 1024

/** Failures after which the remaining downloads are not tried any more. */
const GIVE_UP_AFTER = 8

/** Steps kept of each job: the comment names three of them, and the whole run's report has a size cap. */
const STEPS_PER_JOB = 6

/** Commands kept of each job: the comment names as many. */
const COMMANDS_PER_JOB = 3

/** The reports that could be read, with notes about the others. */
export interface LeftReports {
  readonly reports: readonly LeftReport[]
  readonly notes: readonly Note[]
  /** False if a downloaded file is not a valid report. */
  readonly intact: boolean
  /** Failures of downloads. */
  readonly failures: readonly GitHubFailure[]
}

/**
 * Downloads and reads reports. Throws nothing: a note counts those that are missing, and an invalid one makes the run untrusted.
 */
export async function readLeftReports(
  client: GitHubClient,
  repository: RepositoryName,
  artifacts: readonly ReportArtifact[],
): Promise<LeftReports> {
  const wanted = artifacts.slice(0, MAX_DOWNLOADS)
  const broken: string[] = []
  const lost: GitHubFailure[] = []
  let total = 0
  client.server.extendLimit(wanted.length)
  const reports = await inParallel(wanted, PARALLEL_REQUESTS, async (artifact): Promise<LeftReport | null> => {
    try {
      const text = giveUp(lost, total) ?? (await downloadReport(client, repository, artifact))
      if (text.ok) {
        total += text.value.length
        return { artifact: artifact.name, title: artifact.title, report: slim(parseReport(text.value, artifact.title)) }
      }
      lost.push(text.failure)
    } catch (error) {
      if (!isBroken(error)) throw error
      broken.push(`${artifact.title}: ${error.message}`)
    }
    return null
  })
  const missing = lost.length + artifacts.length - wanted.length
  const why = lost[0]?.text ?? `at most ${MAX_DOWNLOADS} are`
  return {
    reports: reports.filter((report) => report !== null),
    notes: [
      ...countNote('reports-missing', missing, `not read, estimated instead: ${why}`),
      ...countNote('reports-broken', broken.length, `cannot be trusted: ${broken[0]}`),
    ],
    intact: broken.length === 0,
    failures: lost,
  }
}

/** Why the next report is not requested: after several failures more requests would only take time. */
function giveUp(lost: readonly GitHubFailure[], total: number): ReturnType<typeof failed> | null {
  if (lost.length >= GIVE_UP_AFTER) return failed('unexpected', 'too many failed before')
  if (total > MAX_TOTAL) return failed('invalid', `together the reports have more than ${MAX_TOTAL} characters`)
  return null
}

/** Keeps what the joined report needs, to limit memory. */
function slim(report: Report): Report {
  const commands = report.parts.filter(({ kind }) => kind === 'process').slice(0, COMMANDS_PER_JOB)
  const others = report.parts.filter(({ kind }) => kind !== 'process')
  return { ...report, profile: null, parts: [...cappedParts(others, STEPS_PER_JOB), ...commands] }
}

/** Whether the report was downloaded and is invalid. */
function isBroken(error: unknown): error is Error {
  return error instanceof MeasurementError || error instanceof ConfigurationError
}

function countNote(code: NoteCode, count: number, text: string): Note[] {
  return count === 0 ? [] : [note(code, `${counted(count, 'report')} ${text}`)]
}
