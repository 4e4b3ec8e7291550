// A job's place on a runner: its folders, its event file and the variables that an action finds there.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account, Token } from './account.ts'
import { eventContext, type EventSpec } from './event.ts'
import type { FakeGitHub } from './fake-github.ts'
import type { Repository } from './repository.ts'
import type { Job, WorkflowRun } from './workflow-run.ts'

export interface NewEnvironment {
  readonly repository: Repository
  readonly event: EventSpec
  /** A run on the event's commit is added when absent. */
  readonly run?: WorkflowRun
  /** A running job of it is added when absent. */
  readonly job?: Job
  /** The key of the job in the workflow file; its display name is `job.name`. */
  readonly jobKey?: string
  readonly token?: Token
  readonly actor?: Account
  readonly os?: 'Linux' | 'Windows' | 'macOS'
  readonly debug?: boolean
}

export interface RunnerEnvironment {
  /** Complete and closed: nothing of the test's own environment is in it but what the machine needs. */
  readonly env: Readonly<Record<string, string>>
  readonly directory: string
  readonly workspace: string
  readonly temp: string
  readonly repository: Repository
  readonly run: WorkflowRun
  readonly job: Job
  readonly token: Token
  readonly trackingId: string
  remove(): void
}

/** What a process needs of the machine to start at all. */
const MACHINE_VARIABLES = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'PATHEXT', 'COMSPEC', 'LANG']

let jobs = 0

export function createRunnerEnvironment(fake: FakeGitHub, options: NewEnvironment): RunnerEnvironment {
  const { repository, event } = options
  const actor = options.actor ?? ('pull' in event ? event.pull.author : repository.owner)
  const context = eventContext(repository, event, actor)
  const run = options.run ?? addRun(repository, event, context.sha, actor)
  const job = options.job ?? run.addJob({ name: options.jobKey ?? 'test' })
  const token = options.token ?? fake.addToken({ repositories: [repository] })

  const directory = mkdtempSync(join(tmpdir(), 'runner-'))
  const folder = (name: string): string => {
    mkdirSync(join(directory, name), { recursive: true })
    return join(directory, name)
  }
  const workspace = folder('workspace')
  const temp = folder('temp')
  const commands = folder('temp/_runner_file_commands')
  const file = (name: string, content = ''): string => {
    writeFileSync(join(commands, name), content)
    return join(commands, name)
  }
  const eventPath = join(folder('temp/_github_workflow'), 'event.json')
  writeFileSync(eventPath, JSON.stringify(context.payload))

  const trackingId = `github_${process.pid}_${++jobs}`
  const machine = MACHINE_VARIABLES.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  const env = {
    ...Object.fromEntries(machine),
    HOME: folder('home'),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: fake.api,
    GITHUB_SERVER_URL: fake.server,
    GITHUB_GRAPHQL_URL: `${fake.api}/graphql`,
    GITHUB_REPOSITORY: repository.fullName,
    GITHUB_REPOSITORY_ID: String(repository.id),
    GITHUB_REPOSITORY_OWNER: repository.owner.login,
    GITHUB_REPOSITORY_OWNER_ID: String(repository.owner.id),
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_NUMBER: String(run.number),
    GITHUB_RUN_ATTEMPT: String(run.attempt.number),
    GITHUB_JOB: options.jobKey ?? 'test',
    GITHUB_ACTION: '__carbon-gate',
    GITHUB_WORKFLOW: run.workflow.name,
    GITHUB_WORKFLOW_REF: `${repository.fullName}/${run.workflow.path}@${context.ref}`,
    GITHUB_WORKFLOW_SHA: context.sha,
    GITHUB_WORKSPACE: workspace,
    GITHUB_SHA: context.sha,
    GITHUB_REF: context.ref,
    GITHUB_REF_NAME: context.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    GITHUB_REF_TYPE: context.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_BASE_REF: context.baseRef,
    GITHUB_HEAD_REF: context.headRef,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_ACTOR: actor.login,
    GITHUB_ACTOR_ID: String(actor.id),
    GITHUB_TRIGGERING_ACTOR: actor.login,
    GITHUB_OUTPUT: file('set_output'),
    GITHUB_STATE: file('save_state'),
    GITHUB_STEP_SUMMARY: file('step_summary'),
    GITHUB_ENV: file('set_env'),
    GITHUB_PATH: file('add_path'),
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: folder('tools'),
    RUNNER_OS: options.os ?? 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: job.runnerName ?? '',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_TRACKING_ID: trackingId,
    ...(options.debug === true ? { RUNNER_DEBUG: '1' } : {}),
    ACTIONS_RUNTIME_URL: fake.artifactService.url,
    ACTIONS_RESULTS_URL: fake.artifactService.url,
    ACTIONS_RUNTIME_TOKEN: fake.artifactService.runtimeToken(run, job),
  }
  const remove = (): void => rmSync(directory, { recursive: true, force: true, maxRetries: 3 })
  return { env, directory, workspace, temp, repository, run, job, token, trackingId, remove }
}

function addRun(repository: Repository, event: EventSpec, sha: string, actor: Account): WorkflowRun {
  const base = { event: event.name, actor }
  if (event.name !== 'pull_request')
    return repository.addRun({ ...base, headSha: sha, headBranch: branchOf(event, repository) })
  const { pull } = event
  const isFork = pull.headRepository !== repository
  return repository.addRun({
    ...base,
    headSha: pull.headSha,
    headBranch: pull.headRef,
    ...(pull.headRepository === null ? {} : { headRepository: pull.headRepository }),
    pulls: isFork ? [] : [pull.number],
  })
}

function branchOf(event: EventSpec, repository: Repository): string {
  return ('branch' in event ? event.branch : undefined) ?? repository.defaultBranch
}
