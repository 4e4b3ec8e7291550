/** What follows from the event that started a workflow. */
export interface EventTraits {
  /** What the event proposes: a pull request, a merge group, or (`workflow_run`) what an earlier run was about. Null: nothing. */
  readonly proposes: 'pull-request' | 'merge-group' | 'finished-run' | null
  /** Whose workflow file runs, and with it the inputs of the step: that of the proposal, or one that is already in the repository. */
  readonly workflowOf: 'proposal' | 'repository'
  /** Whether the token is read-only for forks and Dependabot. */
  readonly cutsToken: boolean
  /** Whether the second stage (`mode: comment`) comments on the pull request of such a run. */
  readonly hasSecondStage: boolean
}

/** Runs the workflow file of the pull request with a token that is cut down for forks. */
const PULL_REQUEST: EventTraits = {
  proposes: 'pull-request',
  workflowOf: 'proposal',
  cutsToken: true,
  hasSecondStage: true,
}

/** Runs what is already in the repository: push, schedule, workflow_dispatch, release ... */
const OWN: EventTraits = { proposes: null, workflowOf: 'repository', cutsToken: false, hasSecondStage: false }

/**
 * Events that are about a proposal. Source: GitHub, "Events that trigger workflows"; a read-only token for forks and Dependabot:
 * "Automatic token authentication".
 */
const EVENTS: Readonly<Record<string, EventTraits>> = {
  pull_request: PULL_REQUEST,
  pull_request_review: PULL_REQUEST,
  pull_request_review_comment: PULL_REQUEST,
  pull_request_target: { ...OWN, proposes: 'pull-request' },
  merge_group: { ...OWN, proposes: 'merge-group', workflowOf: 'proposal' },
  workflow_run: { ...OWN, proposes: 'finished-run' },
}

/**
 * Returns the traits of an event. Unknown names that begin with `pull_request` count as `pull_request`, so that a new event is not
 * trusted by accident.
 * @example eventTraits('pull_request_target').workflowOf // 'repository'
 */
export function eventTraits(name: string): EventTraits {
  if (Object.hasOwn(EVENTS, name)) return EVENTS[name] ?? OWN
  return name.startsWith('pull_request') ? PULL_REQUEST : OWN
}
