import type { Artifact, Repository } from '../repository.ts'
import type { Job, Workflow, WorkflowRun } from '../workflow-run.ts'
import { nodeId, presentAccount, timestamp, type Shape } from './account.ts'
import { presentMinimalPull } from './pull.ts'
import { presentMinimalRepository } from './repository.ts'

/** Artifacts live 90 days unless a repository says otherwise. */
const RETENTION_MS = 90 * 24 * 3600 * 1000

export function presentRun(run: WorkflowRun, attemptNumber = run.attempt.number): Shape {
  const { repository } = run
  const { api, server } = repository.service
  const url = `${repository.url}/actions/runs/${run.id}`
  const isLatest = attemptNumber === run.attempt.number
  const commit = repository.git.commits.get(run.headSha)
  return {
    id: run.id,
    name: run.workflow.name,
    node_id: nodeId('WFR', run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.workflow.path,
    display_title: run.title,
    run_number: run.number,
    run_attempt: attemptNumber,
    event: run.event,
    status: isLatest ? run.status : 'completed',
    conclusion: isLatest ? run.conclusion : 'failure',
    workflow_id: run.workflow.id,
    check_suite_id: run.id + 1,
    check_suite_node_id: nodeId('CS', run.id + 1),
    url,
    html_url: `${repository.html}/actions/runs/${run.id}`,
    pull_requests: run.pulls
      .map((number) => repository.pulls.get(number))
      .filter((pull) => pull !== undefined)
      .map((pull) => presentMinimalPull(repository, pull)),
    created_at: timestamp(run.createdAt),
    updated_at: timestamp(run.updatedAt),
    run_started_at: timestamp(run.attempts[attemptNumber - 1]?.startedAt ?? run.createdAt),
    actor: presentAccount(run.actor, api, server),
    triggering_actor: presentAccount(run.actor, api, server),
    referenced_workflows: [],
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${repository.url}/check-suites/${run.id + 1}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: attemptNumber > 1 ? `${url}/attempts/${attemptNumber - 1}` : null,
    workflow_url: `${repository.url}/actions/workflows/${run.workflow.id}`,
    head_commit:
      commit === undefined
        ? null
        : {
            id: commit.sha,
            tree_id: commit.tree,
            message: commit.message,
            timestamp: timestamp(commit.author.date),
            author: { name: commit.author.name, email: commit.author.email },
            committer: { name: commit.author.name, email: commit.author.email },
          },
    repository: presentMinimalRepository(repository),
    head_repository: presentMinimalRepository(run.headRepository),
  }
}

export function presentJob(run: WorkflowRun, job: Job): Shape {
  const { repository } = run
  const ran = job.runnerName !== null
  return {
    id: job.id,
    run_id: run.id,
    workflow_name: run.workflow.name,
    head_branch: run.headBranch,
    run_url: `${repository.url}/actions/runs/${run.id}`,
    run_attempt: job.attempt,
    node_id: nodeId('CR', job.id),
    head_sha: run.headSha,
    url: `${repository.url}/actions/jobs/${job.id}`,
    html_url: `${repository.html}/actions/runs/${run.id}/job/${job.id}`,
    status: job.status,
    conclusion: job.conclusion,
    created_at: timestamp(job.createdAt),
    started_at: timestamp(job.startedAt),
    completed_at: timestamp(job.completedAt),
    name: job.name,
    steps: job.steps.map((step) => ({
      name: step.name,
      status: step.status,
      conclusion: step.conclusion,
      number: step.number,
      started_at: timestamp(step.startedAt),
      completed_at: timestamp(step.completedAt),
    })),
    check_run_url: `${repository.url}/check-runs/${job.id}`,
    labels: job.labels,
    runner_id: ran ? job.id % 1000 : null,
    runner_name: job.runnerName,
    runner_group_id: ran ? 0 : null,
    runner_group_name: ran ? 'GitHub Actions' : null,
  }
}

export function presentWorkflow(repository: Repository, workflow: Workflow): Shape {
  const at = timestamp(repository.createdAt)
  return {
    id: workflow.id,
    node_id: nodeId('W', workflow.id),
    name: workflow.name,
    path: workflow.path,
    state: 'active',
    created_at: at,
    updated_at: at,
    url: `${repository.url}/actions/workflows/${workflow.id}`,
    html_url: `${repository.html}/blob/${repository.defaultBranch}/${workflow.path}`,
    badge_url: `${repository.html}/workflows/${encodeURIComponent(workflow.name)}/badge.svg`,
  }
}

export function presentArtifact(repository: Repository, artifact: Artifact): Shape {
  const { run } = artifact
  const at = timestamp(artifact.createdAt)
  const url = `${repository.url}/actions/artifacts/${artifact.id}`
  return {
    id: artifact.id,
    node_id: nodeId('AR', artifact.id),
    name: artifact.name,
    size_in_bytes: artifact.size,
    url,
    archive_download_url: `${url}/zip`,
    expired: artifact.expired,
    digest: artifact.digest,
    created_at: at,
    updated_at: at,
    expires_at: timestamp(new Date(artifact.createdAt.getTime() + RETENTION_MS)),
    workflow_run: {
      id: run.id,
      repository_id: repository.id,
      head_repository_id: run.headRepository.id,
      head_branch: run.headBranch ?? '',
      head_sha: run.headSha,
    },
  }
}
