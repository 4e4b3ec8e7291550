import { note } from '../../core/notes.ts'
import type { Note, Report } from '../../core/report.ts'
import { readReport } from '../../core/report-file.ts'
import { isDoubtful } from '../../core/verdict.ts'
import { type ReportArtifact, downloadReport, listReportArtifacts } from '../../github/artifacts.ts'
import type { GitHubClient, RepositoryName } from '../../github/client.ts'
import { type GitHubFailure, failed, troublesOf } from '../../github/failure.ts'
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
      const found: Found = { runs: [], failures: [], asked: 0 }
      const share = client.deadline.share(BASELINE_MS)
      // What has come by then is the baseline: the comment needs the rest of the time.
      await Promise.race([search(client, counterpart, { branch, most }, found), ended(share.signal)])
      share.close()
      const runs = [...found.runs].sort((a, b) => a.place - b.place).map(({ run }) => run)
      const late = share.ending && failed(share.ending, 'cannot read earlier runs: they did not come in time')
      const failures = [...found.failures, ...(late && !late.ok ? [late.failure] : [])]
      const [first] = failures
      if (!first || runs.length >= found.asked) return { runs, notes: [], failures: [] }
      return { runs, notes: [unknown(first.text)], failures: troublesOf(failures) }
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

/** What has come so far. */
interface Found {
  readonly runs: { readonly place: number; readonly run: EarlierRun }[]
  readonly failures: GitHubFailure[]
  asked: number
}

async function search(
  client: GitHubClient,
  counterpart: Counterpart,
  { branch, most }: { readonly branch: string; readonly most: number },
  found: Found,
): Promise<void> {
  const { repository, workflow } = counterpart
  found.asked = 1
  const runs = await successfulRuns(client, { repository, workflow, branch }, most)
  if (!runs.ok) {
    found.failures.push(runs.failure)
    return
  }
  const recent = runs.value.slice(0, MAX_RUNS_READ)
  found.asked = Math.min(recent.length, counterpart.runs)
  if (counterpart.runs === 1) await findNewest(client, counterpart, recent, found)
  else
    await inParallel([...recent.slice(0, counterpart.runs).entries()], PARALLEL_REQUESTS, async ([place, id]) => {
      const run = await earlierRun(client, counterpart, id, found.failures)
      if (run) found.runs.push({ place, run })
    })
  addListed(found, most)
}

/** Runs whose artifacts are looked at for one report: a job may have been skipped in the newest run. */
const MAX_RUNS_SEARCHED = 2

/** Finds the newest report of a job. The second run costs two requests more, so it is read only when they are left. */
async function findNewest(
  client: GitHubClient,
  counterpart: Counterpart,
  runs: readonly number[],
  found: Found,
): Promise<void> {
  for (const [place, id] of runs.slice(0, MAX_RUNS_SEARCHED).entries()) {
    if (place > 0 && client.server.optionalRequests < REQUESTS_A_RUN) return
    const run = await earlierRun(client, counterpart, id, found.failures)
    if (!run) continue
    found.runs.push({ place, run })
    return
  }
}

/** Adds the energies that the newest report lists of the runs before those that were read. They have no parts. */
function addListed(found: Found, most: number): void {
  const [newest] = [...found.runs].sort((a, b) => a.place - b.place)
  const listed = newest?.run.recentWh?.slice(found.runs.length - 1, most - 1) ?? []
  found.runs.push(
    ...listed.map((totalWh, index) => ({ place: MAX_RUNS_READ + index, run: { totalWh, partsWh: new Map() } })),
  )
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

async function earlierRun(
  client: GitHubClient,
  { repository, prefix, subject }: Counterpart,
  runId: number,
  failures: GitHubFailure[],
): Promise<EarlierRun | null> {
  const artifacts = await listReportArtifacts(client, repository, runId)
  if (!artifacts.ok) {
    failures.push(artifacts.failure)
    return null
  }
  const candidates = artifacts.value.items
    .filter(({ title }) => title.startsWith(prefix))
    .sort((a, b) => b.name.attempt - a.name.attempt || b.id - a.id)
  for (const artifact of candidates.slice(0, MAX_CANDIDATES)) {
    const report = await reportOf(client, repository, artifact, failures)
    if (report && (subject === null || report.subject.name === subject)) return earlierRunOf(report)
  }
  return null
}

/** Reports of one run that are looked into: attempts, and callers of one reusable workflow. */
const MAX_CANDIDATES = 5

async function reportOf(
  client: GitHubClient,
  repository: RepositoryName,
  artifact: ReportArtifact,
  failures: GitHubFailure[],
): Promise<Report | null> {
  try {
    const text = await downloadReport(client, repository, artifact)
    if (text.ok) return readReport(text.value, artifact.title)
    failures.push(text.failure)
    return null
  } catch {
    // A report of another version, or a damaged one, cannot be a baseline. It is not an error of this run.
    return null
  }
}

/** What a report says as an earlier run; null when its figure was not to be trusted. */
function earlierRunOf(report: Report): EarlierRun | null {
  const { total_wh: totalWh } = report.energy
  if (isDoubtful(report) || totalWh === null || totalWh <= 0) return null
  const recentWh = report.baseline?.recent_wh ?? []
  return { totalWh, partsWh: energyByName(report.parts), recentWh }
}

function unknown(why: string): Note {
  return note('baseline-unknown', `Earlier runs could not all be read: ${why}`)
}
