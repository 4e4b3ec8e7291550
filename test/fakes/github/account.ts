// Who acts: people, organisations, bots; and the tokens that speak for them.

export interface Account {
  readonly id: number
  readonly login: string
  readonly type: 'User' | 'Organization' | 'Bot'
}

export type Level = 'read' | 'write'

/** The names of the `permissions:` key of a workflow, with underscores as the API writes them. */
export type Scope = 'actions' | 'checks' | 'contents' | 'issues' | 'metadata' | 'pull_requests' | 'statuses'

export type Permissions = Readonly<Partial<Record<Scope, Level>>>

export interface Token {
  readonly secret: string
  readonly account: Account
  /** An installation token (GITHUB_TOKEN) is refused by other words than a person's own token. */
  readonly kind: 'installation' | 'personal'
  readonly permissions: Permissions
  /** Full names that the token reaches beyond what is public. */
  readonly repositories: ReadonlySet<string>
}

/** What `permissions: write-all` gives to GITHUB_TOKEN. */
export const ALL_PERMISSIONS: Permissions = {
  actions: 'write',
  checks: 'write',
  contents: 'write',
  issues: 'write',
  metadata: 'read',
  pull_requests: 'write',
  statuses: 'write',
}

/** What the README asks for. */
export const GATE_PERMISSIONS: Permissions = {
  contents: 'read',
  actions: 'read',
  pull_requests: 'write',
  metadata: 'read',
}

/** What GITHUB_TOKEN is cut down to on a pull request from a fork, whatever the workflow declares. */
export const FORK_PERMISSIONS: Permissions = {
  actions: 'read',
  checks: 'read',
  contents: 'read',
  issues: 'read',
  metadata: 'read',
  pull_requests: 'read',
  statuses: 'read',
}
