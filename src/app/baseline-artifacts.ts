import type { Note, Report } from '../core/report.ts'
import { readReport } from '../core/report-file.ts'
import { type ReportArtifact, downloadReport, listReportArtifacts } from '../github/artifacts.ts'
import type { GitHubClient, RepositoryName } from '../github/client.ts'
import type { GitHubFailure } from '../github/failure.ts'
import { PARALLEL_REQUESTS, inParallel } from '../github/pages.ts'
import { successfulRuns } from '../github/runs.ts'
import type { BaselineSource, EarlierRun } from './baseline.ts'

/** Which report of each earlier run is the counterpart of the one at hand. */
export interface Counterpart {
  readonly repository: RepositoryName
  /** File name of the workflow. */
  readonly workflow: string
  /** Start of the artifact's name: artifactPrefix. */
  readonly prefix: string
  /** Name of the report's subject: told apart from another caller's job of the same key. Null takes any. */
  readonly subject: string | null
}

/** Earlier runs by the reports they left as artifacts, which live 90 days unless the repository says otherwise. */
export function artifactBaseline(client: GitHubClient, counterpart: Counterpart): BaselineSource {
  return {
    name: 'artifacts',
    async runs(branch, most) {
      const { repository, workflow } = counterpart
      const runs = await successfulRuns(client, { repository, workflow, branch }, most)
      if (!runs.ok) return { runs: [], notes: [unknown(runs.failure)] }
      const failures: GitHubFailure[] = []
      const found = await inParallel(runs.value, PARALLEL_REQUESTS, (run) =>
        earlierRun(client, counterpart, run, failures),
      )
      const known = found.filter((each) => each !== null)
      const [failure] = failures
      return { runs: known, notes: failure && known.length < runs.value.length ? [unknown(failure)] : [] }
    },
  }
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
    // Of another version, or damaged: it is no baseline, and no fault of this run.
    return null
  }
}

/** What a report says as an earlier run; null when its figure was not to be trusted. */
export function earlierRunOf(report: Report): EarlierRun | null {
  const { total_wh: totalWh } = report.energy
  if (report.verdict === 'indeterminate' || totalWh === null || totalWh <= 0) return null
  const partsWh = new Map<string, number>()
  for (const { name, energy } of report.parts) {
    if (energy.total_wh !== null) partsWh.set(name, (partsWh.get(name) ?? 0) + energy.total_wh)
  }
  return { totalWh, partsWh }
}

function unknown(failure: GitHubFailure): Note {
  return { code: 'baseline-unknown', level: 'info', text: `Earlier runs could not all be read: ${failure.text}` }
}
