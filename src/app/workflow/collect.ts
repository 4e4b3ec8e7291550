import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import type { Note } from '../../core/report.ts'
import { readReport } from '../../core/report-file.ts'
import { type Api, PARALLEL_REQUESTS, type RepositoryName, inParallel } from '../../github/api.ts'
import { type ReportArtifact, downloadReport, listReportArtifacts } from '../../github/artifacts.ts'
import { type RunJob, listJobs } from '../../github/jobs.ts'
import type { LeftReport } from './match.ts'

/** What collecting needs from outside. */
export interface CollectContext {
  readonly api: Api
  readonly repository: RepositoryName
  /** Says in one line what the API did not do, and which permission that needs. */
  describe(task: { readonly what: string; readonly needs: string }, error: unknown): string
  readonly signal: AbortSignal
}

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
export async function collectRun(context: CollectContext, runId: number): Promise<Collected> {
  const { api, repository, signal } = context
  const [jobs, artifacts] = await Promise.all([
    settled(listJobs(api, repository, runId, signal)),
    settled(listReportArtifacts(api, repository, runId, signal)),
  ])
  const notes: Note[] = []
  if ('error' in jobs) {
    const why = context.describe({ what: "list the run's jobs", needs: 'actions: read' }, jobs.error)
    notes.push(note('jobs-unknown', 'error', `Which jobs ran is not known: ${why}`))
  } else if (jobs.value.items.length < jobs.value.total && hitLimit(jobs.value)) {
    notes.push(note('jobs-unknown', 'error', `Of ${jobs.value.total} jobs only the first were listed.`))
  }
  if ('error' in artifacts) {
    const why = context.describe({ what: "list the run's artifacts", needs: 'actions: read' }, artifacts.error)
    notes.push(note('reports-unknown', 'warning', `No job's report could be read, all are estimated: ${why}`))
  }
  const listed = 'error' in artifacts ? [] : artifacts.value.items
  const downloaded = await downloadAll(
    context,
    listed.filter(({ name }) => name.kind === 'job'),
  )
  return {
    jobs: 'error' in jobs ? null : jobs.value.items,
    reports: downloaded.reports,
    notes: [...notes, ...downloaded.notes],
    trusted: downloaded.intact && !notes.some(({ level }) => level === 'error'),
  }
}

/** Jobs carried over from an earlier attempt are listed twice and kept once: only a list cut at its limit is incomplete. */
function hitLimit({ items, total }: { readonly items: readonly unknown[]; readonly total: number }): boolean {
  return total > 2000 && items.length < total
}

interface Downloaded {
  readonly reports: readonly LeftReport[]
  readonly notes: readonly Note[]
  /** False when a report came and was not what a report is. */
  readonly intact: boolean
}

async function downloadAll(context: CollectContext, artifacts: readonly ReportArtifact[]): Promise<Downloaded> {
  const wanted = artifacts.slice(0, MAX_DOWNLOADS)
  const broken: string[] = []
  const lost: { title: string; error: unknown }[] = []
  const reports = await inParallel(wanted, PARALLEL_REQUESTS, async (artifact): Promise<LeftReport | null> => {
    // Once GitHub refuses for being asked too often, asking on makes it longer.
    if (context.signal.aborted || lost.length >= GIVE_UP_AFTER) {
      lost.push({ title: artifact.title, error: lost[0]?.error ?? new Error('no time was left') })
      return null
    }
    try {
      return await reportOf(context, artifact)
    } catch (error) {
      if (isBroken(error)) broken.push(`${artifact.title}: ${error.message}`)
      else lost.push({ title: artifact.title, error })
      return null
    }
  })
  const notes: Note[] = []
  const skipped = artifacts.length - wanted.length
  if (lost.length > 0) {
    const why = context.describe({ what: "download the jobs' reports", needs: 'actions: read' }, lost[0]?.error)
    notes.push(
      note('reports-missing', 'warning', `${count(lost.length, 'report')} not read, estimated instead: ${why}`),
    )
  }
  if (skipped > 0) {
    notes.push(
      note(
        'reports-missing',
        'warning',
        `${count(skipped, 'report')} beyond ${MAX_DOWNLOADS} not read, estimated instead.`,
      ),
    )
  }
  if (broken.length > 0) {
    notes.push(note('reports-broken', 'error', `${count(broken.length, 'report')} cannot be trusted: ${broken[0]}`))
  }
  return { reports: reports.filter((each) => each !== null), notes, intact: broken.length === 0 }
}

/** Failures after which the remaining downloads are not tried any more. */
const GIVE_UP_AFTER = 8

async function reportOf(context: CollectContext, artifact: ReportArtifact): Promise<LeftReport> {
  const text = await downloadReport(context.api, context.repository, artifact, context.signal)
  return { artifact: artifact.name, title: artifact.title, report: readReport(text, artifact.title) }
}

/** The report came and is wrong, as against: it did not come. */
function isBroken(error: unknown): error is Error {
  return error instanceof MeasurementError || error instanceof ConfigurationError
}

type Settled<T> = { readonly value: T } | { readonly error: unknown }

async function settled<T>(work: Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await work }
  } catch (error) {
    return { error }
  }
}

function note(code: string, level: Note['level'], text: string): Note {
  return { code, level, text }
}

function count(n: number, noun: string): string {
  return n === 1 ? `1 ${noun}` : `${n} ${noun}s`
}
