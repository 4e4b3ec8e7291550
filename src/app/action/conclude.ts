import { note } from '../../core/notes.ts'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Judgeable } from '../../core/judge-report.ts'
import { ConfigurationError } from '../../core/errors.ts'
import type { Note, Report } from '../../core/report.ts'
import { type ReportKind, artifactName, artifactPrefix } from '../../github/artifact-name.ts'
import { type Upload, uploadReport } from '../../github/artifact-upload.ts'
import type { GitHubEvent } from '../../github/event.ts'
import { eventTraits } from '../../github/events.ts'
import type { GitHubFailure } from '../../github/failure.ts'
import { REPORT_FILE } from '../../github/artifacts.ts'
import { type AdviceBasis, adviceOn } from '../advice/advice.ts'
import { BASELINE_REQUESTS, MAX_RUNS_READ, REQUESTS_AFTER, artifactBaseline } from '../baseline/baseline-artifacts.ts'
import { branchesOf, compared } from '../baseline/baseline.ts'
import { withWaiver } from '../policy/waive.ts'
import type { Policy } from '../policy/policy.ts'
import { judge } from '../judge.ts'
import { reportText } from '../report-output.ts'
import { gitSurroundings } from './git-surroundings.ts'
import { type RunningJob, WORKFLOW_PREFIX, commentKey, runUrl } from './job-identity.ts'
import { PrivateFolder } from './private-folder.ts'
import { publish } from './publish.ts'
import { JOB_REQUESTS, JOB_REQUESTS_WITH_BASELINE } from './requests.ts'
import type { Step } from './step.ts'

/** The artifact client's bundle lies beside ours. */
const ARTIFACT_BUNDLE = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'artifact', 'index.js')

/** What is concluded: a draft with how it is judged, and for whom it speaks. */
export interface Conclusion extends Judgeable {
  readonly policy: Policy
  readonly job: RunningJob
  /** `workflow` speaks for the run; the others share its comment. */
  readonly kind: ReportKind
  /** What advice may rest on besides the report. */
  readonly advice: AdviceBasis
  /** What GitHub failed to do on the way: part of one warning. */
  readonly failures?: readonly GitHubFailure[]
}

/**
 * The end of every judging mode: compare, judge, ask for a waiver, make known, leave the report for others. GitHub's failures are
 * told and change nothing.
 */
export async function conclude(step: Step, conclusion: Conclusion): Promise<Report> {
  const { policy, job, kind } = conclusion
  const { failures, ...compared } = await comparedWithBaseline(step, conclusion)
  const judgeable = await withHistory(step, conclusion, compared)
  const report = judge(judgeable, policy)
  const isRepairable = policy.doubt === 'base-invalid' && conclusion.judging.doubt === null
  const repaired = isRepairable ? judge(judgeable, { ...policy, trusted: true }) : null
  const final = await withWaiver(
    report,
    step.event,
    step.client,
    policy.settings['waiver-label'],
    repaired,
    job.workflowFile,
  )
  const advice = await advised(step, final.report, { regions: policy.settings.regions, ...conclusion.advice })
  const url = step.event && runUrl(step.env, step.event.repository, job.runId)
  const published = await publish(final.report, {
    commands: step.commands,
    env: step.env,
    settings: policy.settings,
    event: step.event,
    client: step.client,
    comment: { key: commentKey(job), advice, ...(url && { runUrl: url }) },
    row: { id: rowId(job, kind), runId: job.runId, attempt: job.attempt },
    failures: [...step.failures, ...policy.failures, ...(conclusion.failures ?? []), ...failures, ...final.failures],
    beside: () => leaveReport(step, final.report, job, kind),
  })
  return published.report
}

/** All of a ledger's reads together, ms: a post step's time is short. */
const LEDGER_WAIT_MS = 10_000

/** Adds what the ledger says about the day, the week and the month. It is only read: no write permission is needed. */
async function withHistory(
  { env, event, client, token }: Step,
  { policy, kind }: Conclusion,
  judgeable: Judgeable,
): Promise<Judgeable> {
  if (policy.settings.ledger === '' || (kind !== 'job' && kind !== 'workflow')) return judgeable
  const { readLedger } = await import('../ledger/read-ledger.ts')
  return readLedger(policy, judgeable, {
    access: { ...gitSurroundings(policy.settings.ledger, env), token },
    repository: event ? `${event.repository.owner}/${event.repository.repo}` : null,
    isProposal: event?.pullRequest !== undefined && event.pullRequest !== null,
    nowMs: client?.server.nowMs() ?? Date.now(),
    seen: [],
    waitMs: LEDGER_WAIT_MS,
  })
}

/** Advice, or a word in the log on why there is none: a verdict never waits for it. */
async function advised({ commands }: Step, report: Report, basis: AdviceBasis): ReturnType<typeof adviceOn> {
  try {
    return await adviceOn(report, basis)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    commands.warning(`No advice: ${error.message}`)
    return []
  }
}

/**
 * Tells matrix legs apart also where there is no check run id, and a job's logs and plans from what it measured. What stands before the
 * dash is the same in every attempt.
 */
function rowId({ checkRunId, job, name, matrix, action }: RunningJob, kind: ReportKind): string | null {
  if (kind === 'workflow') return null
  const text = [job, name, matrix, kind, kind === 'job' ? '' : action].join('\n')
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8)
  return checkRunId === null ? digest : `${digest}-${checkRunId}`
}

/**
 * The branch to compare with: a pull request's base. A run of what is in the repository is compared with its own branch, so that its
 * report lists the runs before it and a later baseline is one report.
 */
function comparedBranch({ pullRequest, name }: GitHubEvent, env: NodeJS.ProcessEnv): string | null {
  if (pullRequest) return pullRequest.base.ref
  if (eventTraits(name).proposes !== null) return null
  return /^refs\/heads\/(.+)$/.exec(env['GITHUB_REF'] ?? '')?.[1] ?? null
}

/** With the baseline: of the branch that a pull request would go to, and of those that growth lines name. */
async function comparedWithBaseline(
  { client, event, env }: Step,
  { draft, judging, policy, job, kind }: Conclusion,
): Promise<Awaited<ReturnType<typeof compared>>> {
  const branches = branchesOf(policy.budgets, event && comparedBranch(event, env))
  const isGrowthJudged = policy.budgets.some(({ budget }) => budget.kind === 'growth')
  if (!client || !event || branches.length === 0 || job.workflowFile === null) return { draft, judging, failures: [] }
  // A growth line needs its baseline; a comparison is not worth the repository's last requests.
  const more = JOB_REQUESTS_WITH_BASELINE - JOB_REQUESTS
  const { server } = client
  const isAffordable = server.allowsOptional && server.optionalRequests + more >= BASELINE_REQUESTS + REQUESTS_AFTER
  if (server.isUnresponsive || (!isGrowthJudged && !isAffordable)) return { draft, judging, failures: [] }
  const source = artifactBaseline(client, {
    repository: event.repository,
    workflow: job.workflowFile,
    prefix: kind === 'workflow' ? WORKFLOW_PREFIX : artifactPrefix(kind, job),
    subject: kind === 'workflow' ? null : draft.subject.name,
    runs: kind === 'workflow' ? MAX_RUNS_READ : 1,
  })
  const result = await compared({ draft, judging }, branches, source)
  if (Object.keys(result.judging.baselineWh ?? {}).length > 0) server.extendLimit(more)
  return result
}

/**
 * Leaves the report as an artifact: for `mode: workflow`, for the second stage, for later baselines.
 * @returns why it is none, where it is none
 */
async function leaveReport(
  { env, deadline }: Step,
  report: Report,
  job: RunningJob,
  kind: ReportKind,
): Promise<readonly Note[]> {
  if (deadline.ending) return []
  const text = reportText(report)
  const file = writtenFile(env, text)
  const upload: Upload = file
    ? await uploadReport(
        { bundle: ARTIFACT_BUNDLE, env },
        artifactName(kind, job),
        { path: file, text },
        deadline.signal,
      )
    : { kind: 'local', reason: 'there is no folder for it, RUNNER_TEMP is gone' }
  if (upload.kind === 'uploaded') return []
  const told = `The report stays on the runner and is no artifact of the run: ${upload.reason}.`
  return [note('artifact-local', told)]
}

/** The file to upload; null where a step of the job took the folder away: no reason to fail it. */
function writtenFile(env: NodeJS.ProcessEnv, text: string): string | null {
  try {
    return PrivateFolder.create(env).write(REPORT_FILE, text)
  } catch {
    return null
  }
}
