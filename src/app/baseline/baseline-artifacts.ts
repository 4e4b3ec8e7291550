import { note } from '../../core/notes.ts'
import type { Note, Report } from '../../core/report.ts'
import { readReport } from '../../core/report-file.ts'
import { isDoubtful } from '../../core/verdict.ts'
import { type ReportArtifact, downloadReport, listReportArtifacts } from '../../github/artifacts.ts'
import type { GitHubClient, RepositoryName } from '../../github/client.ts'
import type { Deadline } from '../../github/deadline.ts'
import { type GitHubFailure, type Result, failed, ok, troublesOf } from '../../github/failure.ts'
import { PARALLEL_REQUESTS, inParallel } from '../../github/pages.ts'
import { successfulRuns } from '../../github/runs.ts'
import { type BaselineSource, type EarlierRun, energyByName } from './baseline.ts'

/** Which report of each earlier run is the counterpart of the current one. */
export interface Counterpart {
  readonly repository: RepositoryName
  /** File name of the workflow. */
  readonly workflow: string
  /** Start of the artifact's name: artifactPrefix. */
  readonly prefix: string
  /** Name of the report's subject, to distinguish it from another caller's job of the same key. Null accepts any. */
  readonly subject: string | null
  /**
   * Runs whose reports are read. The newest report lists the energies of the runs before it, so one is enough for a job: a matrix
   * whose legs each read ten reports would use up the allowance of the whole repository.
   */
  readonly runs: number
}

/** Earlier runs by the reports they left as artifacts, which live 90 days unless the repository says otherwise. */
export function artifactBaseline(client: GitHubClient, counterpart: Counterpart): BaselineSource {
  return {
    name: 'artifacts',
    async runs(branch, most) {
      const share = client.deadline.share(BASELINE_MS)
      const { found, expected, isWhole } = await search(client, counterpart, { branch, most }, share)
      share.close()
      // What arrived in time is the baseline: the comment needs the rest of the time.
      const late = share.ending && failed(share.ending, 'cannot read earlier runs: they did not come in time')
      const failures = [...found.flatMap((one) => one.failures), ...(late && !late.ok ? [late.failure] : [])]
      const runs = withListed(
        found.flatMap(({ run }) => run ?? []),
        most,
      )
      const [first] = failures
      if (!first || runs.length >= expected) return { runs, isRead: isWhole, notes: [], failures: [] }
      return { runs, isRead: false, notes: [unreadNote(first.text)], failures: troublesOf(failures) }
    },
  }
}

/** Share of the allowance for GitHub's calls that a baseline may take, ms. */
const BASELINE_MS = 6_000

/** Runs whose reports are read at most: each costs two requests. */
export const MAX_RUNS_READ = 5

/** Requests for the report of one run: its list of artifacts and the download. */
const REQUESTS_A_RUN = 2

/** Requests that a job still needs after its baseline: the waiver (3) and the comment (2). */
export const REQUESTS_AFTER = 5

/** Requests of a job's baseline: the list of runs and one report. */
export const BASELINE_REQUESTS = 1 + REQUESTS_A_RUN

/** What was found of one earlier run. */
interface Finding {
  readonly run: EarlierRun | null
  readonly failures: readonly GitHubFailure[]
}

interface SearchResult {
  /** Newest first. */
  readonly found: readonly Finding[]
  /** Number of runs that a complete search finds. */
  readonly expected: number
  /** False if runs were left out to save requests. */
  readonly isWhole: boolean
}

/** Reads the reports of the newest successful runs. Work that is not done when the time ends counts as not found. */
async function search(
  client: GitHubClient,
  counterpart: Counterpart,
  { branch, most }: { readonly branch: string; readonly most: number },
  time: Deadline,
): Promise<SearchResult> {
  const { repository, workflow } = counterpart
  const runs = await inTime(time, () => successfulRuns(client, { repository, workflow, branch }, most))
  if (!runs?.ok) return { found: runs ? [{ run: null, failures: [runs.failure] }] : [], expected: 1, isWhole: false }
  const recent = runs.value.slice(0, MAX_RUNS_READ)
  const expected = Math.min(recent.length, counterpart.runs)
  const read = (id: number): Promise<Finding | null> => inTime(time, () => earlierRun(client, counterpart, id))
  const found =
    counterpart.runs === 1
      ? await findNewest(client, recent, read)
      : await inParallel(recent.slice(0, counterpart.runs), PARALLEL_REQUESTS, read)
  const isWhole =
    counterpart.runs > 1 ||
    found.length === Math.min(recent.length, MAX_RUNS_SEARCHED) ||
    found.some((finding) => (finding?.run ?? null) !== null)
  return { found: found.filter((finding) => finding !== null), expected, isWhole }
}

/** The result of some work, or null if the time ends before it. */
function inTime<T>(time: Deadline, work: () => Promise<T>): Promise<T | null> {
  if (time.ending) return Promise.resolve(null)
  const ended = new Promise<null>((resolve) => {
    time.signal.addEventListener('abort', () => resolve(null), { once: true })
  })
  return Promise.race([work(), ended])
}

/** Runs whose artifacts are listed to find one report: a job may have been skipped in the newest run. */
const MAX_RUNS_SEARCHED = 2

/** Finds the newest report of a job. The second run costs two requests more, so it is read only if they are left. */
async function findNewest(
  client: GitHubClient,
  runs: readonly number[],
  read: (id: number) => Promise<Finding | null>,
): Promise<(Finding | null)[]> {
  const findings: (Finding | null)[] = []
  for (const id of runs.slice(0, MAX_RUNS_SEARCHED)) {
    if (findings.length > 0 && client.server.optionalRequests < REQUESTS_A_RUN) break
    const finding = await read(id)
    findings.push(finding)
    if (finding?.run) break
  }
  return findings
}

/** Adds the energies that the newest report lists of the runs before those that were read. They have no parts. */
function withListed(runs: readonly EarlierRun[], most: number): readonly EarlierRun[] {
  const listed = runs[0]?.recentWh?.slice(runs.length - 1, most - 1) ?? []
  return [...runs, ...listed.map((totalWh) => ({ totalWh, partsWh: new Map<string, number>() }))]
}

async function earlierRun(
  client: GitHubClient,
  { repository, prefix, subject }: Counterpart,
  runId: number,
): Promise<Finding> {
  const artifacts = await listReportArtifacts(client, repository, runId)
  if (!artifacts.ok) return { run: null, failures: [artifacts.failure] }
  const candidates = artifacts.value.items
    .filter(({ title }) => title.startsWith(prefix))
    .sort((a, b) => b.name.attempt - a.name.attempt || b.id - a.id)
  const failures: GitHubFailure[] = []
  for (const artifact of candidates.slice(0, MAX_CANDIDATES)) {
    const report = await reportOf(client, repository, artifact)
    if (!report.ok) failures.push(report.failure)
    else if (report.value && (subject === null || report.value.subject.name === subject))
      return { run: earlierRunOf(report.value), failures }
  }
  return { run: null, failures }
}

/** Maximum number of reports read per run: attempts, and callers of one reusable workflow. */
const MAX_CANDIDATES = 5

/** Null for a report of another version or a damaged one: it cannot be a baseline, and is not an error of this run. */
async function reportOf(
  client: GitHubClient,
  repository: RepositoryName,
  artifact: ReportArtifact,
): Promise<Result<Report | null>> {
  try {
    const text = await downloadReport(client, repository, artifact)
    return text.ok ? ok(readReport(text.value, artifact.title)) : text
  } catch {
    return ok(null)
  }
}

/** The energies of a report; null if its figure is not trusted. */
function earlierRunOf(report: Report): EarlierRun | null {
  const { total_wh: totalWh } = report.energy
  if (isDoubtful(report) || totalWh === null || totalWh <= 0) return null
  const recentWh = report.baseline?.recent_wh ?? []
  return { totalWh, partsWh: energyByName(report.parts), recentWh }
}

function unreadNote(why: string): Note {
  return note('baseline-unknown', `Earlier runs could not all be read: ${why}`)
}
