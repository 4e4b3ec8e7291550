import { ApiError, found, notFound, ok, type Answer, type Call, type Routes } from '../call.ts'
import { countedAnswer } from '../page.ts'
import { presentArtifact, presentJob, presentRun, presentWorkflow } from '../presentation/run.ts'
import type { Artifact } from '../repository.ts'
import type { Job, Workflow, WorkflowRun } from '../workflow-run.ts'

function runOf(call: Call): WorkflowRun {
  return found(call.repository.runs.get(Number(call.path['run_id'])))
}

function workflowOf(call: Call): Workflow {
  const id = String(call.path['workflow_id'])
  const workflows = [...call.repository.workflows.values()]
  return found(workflows.find((item) => String(item.id) === id || item.path.split('/').at(-1) === id))
}

function listJobs(call: Call, run: WorkflowRun, jobs: readonly Job[]): Answer {
  return countedAnswer(call, 'jobs', jobs, (job) => presentJob(run, job))
}

function attemptOf(call: Call, run: WorkflowRun): WorkflowRun['attempt'] {
  return found(run.attempts[Number(call.path['attempt_number']) - 1])
}

function listRuns(call: Call, workflow?: Workflow): Answer {
  const { actor, branch, event, status, head_sha: sha, created } = call.query
  const runs = [...call.repository.runs.values()]
    .filter((run) => workflow === undefined || run.workflow === workflow)
    .filter((run) => actor === undefined || run.actor.login === actor)
    .filter((run) => branch === undefined || run.headBranch === branch)
    .filter((run) => event === undefined || run.event === event)
    .filter((run) => status === undefined || run.status === status || run.conclusion === status)
    .filter((run) => sha === undefined || run.headSha === sha)
    .filter((run) => created === undefined || isWithin(run.createdAt, String(created)))
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || b.number - a.number)
  return countedAnswer(call, 'workflow_runs', runs, (run) => presentRun(run))
}

/** The part of GitHub's date syntax that a baseline needs: >=, <=, >, < and A..B. */
function isWithin(at: Date, range: string): boolean {
  const time = at.getTime()
  const [, sign, date] = /^(>=|<=|>|<)?(.+)$/.exec(range) ?? []
  const [from, to] = range.split('..')
  if (to !== undefined) return time >= Date.parse(from ?? '') && time <= Date.parse(to)
  const limit = Date.parse(date ?? '')
  if (Number.isNaN(limit)) throw new ApiError(422, `Invalid created range: ${range}`)
  if (sign === '>=') return time >= limit
  if (sign === '<=') return time <= limit
  if (sign === '>') return time > limit
  if (sign === '<') return time < limit
  return at.toISOString().startsWith(range)
}

function listArtifacts(call: Call, artifacts: Iterable<Artifact>): Answer {
  const { name, direction = 'desc' } = call.query
  const listed = [...artifacts]
    .filter((artifact) => artifact.finalized && (name === undefined || artifact.name === name))
    .sort((a, b) => (direction === 'desc' ? b.id - a.id : a.id - b.id))
  return countedAnswer(call, 'artifacts', listed, (artifact) => presentArtifact(call.repository, artifact))
}

function artifactOf(call: Call): Artifact {
  const artifact = found(call.repository.artifacts.get(Number(call.path['artifact_id'])))
  if (!artifact.finalized) throw notFound()
  return artifact
}

function downloadArtifact(call: Call): Answer {
  const artifact = artifactOf(call)
  if (call.path['archive_format'] !== 'zip') throw notFound()
  if (artifact.expired) throw new ApiError(410, 'Artifact has expired')
  return { status: 302, headers: { location: call.repository.service.artifactUrl(artifact) } }
}

export const actionsRoutes: Routes = {
  'actions/get-workflow-run': (call) => ok(presentRun(runOf(call))),
  'actions/get-workflow-run-attempt': (call) => {
    const run = runOf(call)
    return ok(presentRun(run, attemptOf(call, run).number))
  },
  'actions/list-jobs-for-workflow-run': (call) => {
    const run = runOf(call)
    const attempts = call.query['filter'] === 'all' ? run.attempts : [run.attempt]
    return listJobs(
      call,
      run,
      attempts.flatMap((attempt) => attempt.jobs),
    )
  },
  'actions/list-jobs-for-workflow-run-attempt': (call) => {
    const run = runOf(call)
    return listJobs(call, run, attemptOf(call, run).jobs)
  },
  'actions/get-job-for-workflow-run': (call) => {
    const id = Number(call.path['job_id'])
    for (const run of call.repository.runs.values()) {
      const job = run.attempts.flatMap((attempt) => attempt.jobs).find((other) => other.id === id)
      if (job !== undefined) return ok(presentJob(run, job))
    }
    throw notFound()
  },
  'actions/get-workflow': (call) => ok(presentWorkflow(call.repository, workflowOf(call))),
  'actions/list-workflow-runs': (call) => listRuns(call, workflowOf(call)),
  'actions/list-workflow-runs-for-repo': (call) => listRuns(call),
  'actions/list-workflow-run-artifacts': (call) => {
    const run = runOf(call)
    return listArtifacts(
      call,
      [...call.repository.artifacts.values()].filter((artifact) => artifact.run === run),
    )
  },
  'actions/list-artifacts-for-repo': (call) => listArtifacts(call, call.repository.artifacts.values()),
  'actions/get-artifact': (call) => ok(presentArtifact(call.repository, artifactOf(call))),
  'actions/download-artifact': downloadArtifact,
}
