// What the runner puts into GITHUB_EVENT_PATH and into the variables that go with it, by kind of event.
import type { Account } from './account.ts'
import { presentAccount, timestamp, type Shape } from './presentation/account.ts'
import { presentPull } from './presentation/pull.ts'
import { presentRepository } from './presentation/repository.ts'
import { presentRun, presentWorkflow } from './presentation/run.ts'
import type { Pull, Repository } from './repository.ts'
import type { WorkflowRun } from './workflow-run.ts'

export type EventSpec =
  | { readonly name: 'pull_request' | 'pull_request_target'; readonly pull: Pull; readonly action?: string }
  | { readonly name: 'push'; readonly branch?: string; readonly before?: string }
  /** `run` is the finished run that started this one. */
  | { readonly name: 'workflow_run'; readonly run: WorkflowRun; readonly action?: string }
  | { readonly name: 'merge_group'; readonly pull: Pull }
  | { readonly name: 'schedule'; readonly cron?: string }
  | { readonly name: 'workflow_dispatch'; readonly branch?: string; readonly inputs?: Readonly<Record<string, string>> }
  | { readonly name: 'release'; readonly tag: string }

export interface EventContext {
  readonly payload: Shape
  readonly sha: string
  /** GITHUB_REF. */
  readonly ref: string
  readonly baseRef: string
  readonly headRef: string
}

const NO_COMMIT = '0'.repeat(40)

export function eventContext(repository: Repository, event: EventSpec, actor: Account): EventContext {
  const { api, server } = repository.service
  const common = { repository: presentRepository(repository), sender: presentAccount(actor, api, server) }
  const onBranch = (payload: Shape, branch = repository.defaultBranch): EventContext => ({
    payload: { ...payload, ...common },
    sha: repository.tip(branch) ?? NO_COMMIT,
    ref: `refs/heads/${branch}`,
    baseRef: '',
    headRef: '',
  })
  switch (event.name) {
    case 'pull_request':
    case 'pull_request_target': {
      const { pull } = event
      const isTarget = event.name === 'pull_request_target'
      return {
        payload: {
          action: event.action ?? 'synchronize',
          number: pull.number,
          pull_request: presentPull(repository, pull),
          ...common,
        },
        // A job on a pull request runs on the merge of head and base, so its SHA is neither.
        sha: isTarget ? pull.baseSha : (pull.mergeCommitSha ?? pull.headSha),
        ref: isTarget ? `refs/heads/${pull.baseRef}` : `refs/pull/${pull.number}/merge`,
        baseRef: pull.baseRef,
        headRef: pull.headRef,
      }
    }
    case 'push': {
      const branch = event.branch ?? repository.defaultBranch
      const sha = repository.tip(branch) ?? NO_COMMIT
      const commit = commitShape(repository, sha)
      return onBranch(
        {
          ref: `refs/heads/${branch}`,
          before: event.before ?? repository.git.commits.get(sha)?.parents[0] ?? NO_COMMIT,
          after: sha,
          created: false,
          deleted: false,
          forced: false,
          base_ref: null,
          compare: `${repository.html}/compare/${branch}`,
          commits: [commit],
          head_commit: commit,
          pusher: { name: actor.login, email: `${actor.login}@users.noreply.github.com` },
        },
        branch,
      )
    }
    case 'workflow_run':
      return onBranch({
        action: event.action ?? 'completed',
        workflow_run: presentRun(event.run),
        workflow: presentWorkflow(repository, event.run.workflow),
      })
    case 'merge_group': {
      const { pull } = event
      const ref = `refs/heads/gh-readonly-queue/${pull.baseRef}/pr-${pull.number}-${pull.baseSha}`
      const sha = pull.mergeCommitSha ?? pull.headSha
      const group = {
        head_sha: sha,
        head_ref: ref,
        base_sha: pull.baseSha,
        base_ref: `refs/heads/${pull.baseRef}`,
        head_commit: commitShape(repository, sha),
      }
      const payload = { action: 'checks_requested', merge_group: group, ...common }
      return { payload, sha, ref, baseRef: '', headRef: '' }
    }
    case 'schedule':
      return onBranch({ schedule: event.cron ?? '0 4 * * *' })
    case 'workflow_dispatch': {
      const branch = event.branch ?? repository.defaultBranch
      return onBranch({ inputs: event.inputs ?? {}, ref: `refs/heads/${branch}` }, branch)
    }
    case 'release': {
      const release = { tag_name: event.tag, name: event.tag, draft: false, prerelease: false }
      return { ...onBranch({ action: 'published', release }), ref: `refs/tags/${event.tag}` }
    }
  }
}

function commitShape(repository: Repository, sha: string): Shape {
  const commit = repository.git.commits.get(sha)
  const author = { name: commit?.author.name ?? '', email: commit?.author.email ?? '' }
  return {
    id: sha,
    tree_id: commit?.tree ?? '',
    message: commit?.message ?? '',
    timestamp: timestamp(commit?.author.date ?? repository.createdAt),
    url: `${repository.html}/commit/${sha}`,
    author,
    committer: author,
    distinct: true,
  }
}
