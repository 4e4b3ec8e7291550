import { ConfigurationError } from '../../core/errors.ts'
import type { GitHubClient } from '../../github/client.ts'
import type { GitHubEvent, PullRequest } from '../../github/event.ts'
import { readPlainFile } from '../../github/plain-file.ts'
import { workflowFileOf } from '../../github/runs.ts'
import { type FinishedRun, readFinishedRun } from '../../github/workflow-run-event.ts'
import type { BaselineSource } from '../baseline/baseline.ts'
import { MAX_RUNS_READ, artifactBaseline } from '../baseline/baseline-artifacts.ts'
import { type Policy, readPolicy } from '../policy/policy.ts'
import { withWaiver } from '../policy/waive.ts'
import { commentStage } from './rejudge.ts'
import { commentPlace, originOf } from './comment-place.ts'
import { WORKFLOW_PREFIX, commentKey } from './job-identity.ts'
import { publish } from './publish.ts'
import { COLLECTING_WAIT_MS, type Start, openStep } from './step.ts'
import { RUN_REQUESTS } from './requests.ts'
import { isPrivateRepository } from './visibility.ts'
import { joinContext, needClient } from './workflow.ts'

/** `mode: comment`, on workflow_run: judges a finished run anew with a token that may write, and comments on its pull request. */
export async function commentOnRun(start: Start): Promise<void> {
  const { env } = start
  const step = await openStep(start, { waitMs: COLLECTING_WAIT_MS, requests: RUN_REQUESTS })
  const client = needClient(step, 'comment')
  const run = finishedRun(env)
  const { event } = step
  if (!run || !event) throw new ConfigurationError('mode: comment works on the event workflow_run: `on: workflow_run`')
  const policyOf = (pullRequest: PullRequest): Promise<Policy> =>
    readPolicy({ given: step.given, event: ofPull(event, pullRequest), client, readLocal: () => null })
  const workflowFile = workflowFileOf(`/${run.path ?? ''}@`)
  const isPrivate = await isPrivateRepository(step)
  const outcome = await commentStage({
    client,
    run,
    baseline: workflowFile ? workflowBaseline(client, run, workflowFile) : null,
    policyOf,
    joinOf: (policy) => step.deadline.outside(() => joinContext(step, policy, isPrivate)),
  })
  if (outcome.kind !== 'judged') {
    step.commands[outcome.kind === 'warning' ? 'warning' : 'print'](`No comment: ${outcome.why}.`)
    return
  }
  const { policy, pull } = outcome
  const about = ofPull(event, pull)
  const { report, failures } = await withWaiver(
    { ...outcome.report, origin: originOf(env, about, { runId: run.id, workflow: run.workflow }) },
    about,
    client,
    policy.settings['waiver-label'],
    null,
    workflowFile,
  )
  await publish(report, {
    commands: step.commands,
    env,
    settings: policy.settings,
    event: about,
    client,
    comment: {
      key: commentKey({ workflowFile, workflow: run.workflow }),
      fork: run.fork,
      ...commentPlace(env, about, policy, run.id),
    },
    row: { id: null, runId: run.id, attempt: run.attempt },
    failures: [...step.failures, ...policy.failures, ...outcome.failures, ...failures],
  })
}

/** The event as if the pull request itself had started a trusted run: its base rules, and the token may write. */
function ofPull(event: GitHubEvent, pullRequest: PullRequest): GitHubEvent {
  return { ...event, name: 'pull_request_target', pullRequest, readOnlyToken: false }
}

function workflowBaseline(client: GitHubClient, run: FinishedRun, workflow: string): BaselineSource {
  return artifactBaseline(client, {
    repository: run.repository,
    workflow,
    prefix: WORKFLOW_PREFIX,
    subject: null,
    runs: MAX_RUNS_READ,
  })
}

function finishedRun(env: NodeJS.ProcessEnv): FinishedRun | null {
  try {
    return readFinishedRun(JSON.parse(readPlainFile(env['GITHUB_EVENT_PATH'] ?? '')))
  } catch {
    return null
  }
}
