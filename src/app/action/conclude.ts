import { createHash } from 'node:crypto'
import { ConfigurationError } from '../../core/errors.ts'
import type { Report } from '../../core/report.ts'
import type { ReportKind } from '../../github/artifact-name.ts'
import { adviceOn } from '../advice/advice.ts'
import { judgeByPolicy } from '../policy/judgement.ts'
import { withWaiver } from '../policy/waive.ts'
import { judge } from '../judge.ts'
import { compareWithBaseline } from './compare-baseline.ts'
import type { ModeResult } from './context.ts'
import { commentPlace, originOf } from './comment-place.ts'
import { withHistory } from './history.ts'
import { type RunningJob, commentKey } from './job-identity.ts'
import { leaveReport } from './leave-report.ts'
import { publish } from './publish.ts'

/**
 * The end of every judging mode: compares the report with its baseline, judges it, looks for a waiver, publishes it and leaves it
 * as an artifact. Failures of GitHub are reported and change no verdict.
 */
export async function conclude(result: ModeResult): Promise<Report> {
  const { context, kind, secondStage } = result
  const { job, event, client } = context
  const { failures, ...compared } = await compareWithBaseline({
    ...result,
    draft: { ...result.draft, origin: originOf(context) },
  })
  const judgeable = await withHistory(result, compared)
  const { report, policy } = await judgeByPolicy(judgeable, result.policy)
  const isRepairable = policy.doubt === 'base-invalid' && result.judging.doubt === null
  const repaired = isRepairable ? judge(judgeable, { ...policy, trusted: true }) : null
  const final = await withWaiver(report, {
    event,
    client,
    label: policy.settings['waiver-label'],
    repaired,
    workflow: job.workflowFile,
  })
  const published = await publish(final.report, context, {
    settings: policy.settings,
    comment: {
      key: commentKey(job),
      advice: await adviceFor({ ...result, policy }, final.report),
      fork: secondStage?.isFork ?? false,
      ...commentPlace(context, policy),
    },
    row: { id: rowId(job, kind), runId: job.runId, attempt: job.attempt },
    failures: [...policy.failures, ...failures, ...final.failures],
    ...(!secondStage && { beside: () => leaveReport(context, final.report, kind) }),
  })
  return published.report
}

/** Advice, or a warning in the log that says why there is none. */
async function adviceFor(
  { context, policy, advice }: ModeResult,
  report: Report,
): Promise<Awaited<ReturnType<typeof adviceOn>>> {
  if (advice === null) return []
  try {
    return await adviceOn(report, { regions: policy.settings.regions, ...advice })
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    context.commands.warning(`No advice: ${error.message}`)
    return []
  }
}

/**
 * Identifies a row of the shared comment: a matrix leg also where there is no check run id, and a job's logs and plans apart from
 * its measurement. The part before the dash is the same in every attempt.
 */
function rowId({ checkRunId, job, name, matrix, action }: RunningJob, kind: ReportKind): string | null {
  if (kind === 'workflow') return null
  const text = [job, name, matrix, kind, kind === 'job' ? '' : action].join('\n')
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8)
  return checkRunId === null ? digest : `${digest}-${checkRunId}`
}
