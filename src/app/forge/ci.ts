import { type CiForge, CI_ROWS, type Environment } from './ci-table.ts'

/** Where a build runs, from its environment alone. Branches and names are untrusted text. */
export interface CiContext {
  readonly forge: CiForge
  /** Pipeline or workflow, for people. */
  readonly pipeline: string | null
  /** The current job. */
  readonly job: string | null
  /** `owner/name` or the forge's path of the project. */
  readonly repository: string | null
  /** Branch that was built; for a pull request the one it comes from. */
  readonly branch: string | null
  /** Lower case hexadecimal. */
  readonly commit: string | null
  /** Number that people use: `#12`, `!12`. */
  readonly pullRequest: number | null
  /** Branch that the pull request is to be merged into. */
  readonly baseBranch: string | null
  /** Page of the build. */
  readonly url: string | null
}

/** What the environment says about the current build; null outside of any known service. */
export function detectCi(env: Environment): CiContext | null {
  const row = CI_ROWS.find(({ here }) => here(env))
  if (!row) return null
  const first = (names: readonly string[]): string | null =>
    names.map((name) => env[name]?.trim()).find((value) => value !== undefined && value !== '') ?? null
  const pullRequest = numberOf(first(row.pullRequest))
  return {
    forge: row.forge,
    pipeline: first(row.pipeline),
    job: first(row.job),
    repository: first(row.repository),
    branch: branchOf(first(row.branch)),
    commit: commitOf(first(row.commit)),
    pullRequest,
    baseBranch: pullRequest === null ? null : branchOf(first(row.baseBranch)),
    url: addressOf(row.url(env)),
  }
}

/** `12`, `refs/pull/12/merge`, the page of one on GitHub, Bitbucket or GitLab; null for `refs/heads/pull/12` and `false`. */
function numberOf(text: string | null): number | null {
  const digits =
    /^(\d{1,9})$|^refs\/pull\/(\d{1,9})\/|^https?:\/\/.*\/(?:pull|pull-requests|merge_requests)\/(\d{1,9})$/.exec(
      text ?? '',
    )
  const number = Number(digits?.[1] ?? digits?.[2] ?? digits?.[3])
  return number > 0 ? number : null
}

/** A branch without its namespace; null for the ref of a pull request, which is not a branch. */
function branchOf(text: string | null): string | null {
  const branch = text?.replace(/^refs\/heads\/|^origin\//, '') ?? null
  return branch !== null && /^(?:refs\/)?pull\/\d+/.test(branch) ? null : branch
}

function commitOf(text: string | null): string | null {
  return text !== null && /^[0-9a-f]{7,64}$/i.test(text) ? text.toLowerCase() : null
}

function addressOf(text: string | undefined): string | null {
  if (text === undefined || text.includes('undefined')) return null
  return /^https?:\/\/\S+$/.test(text) ? text : null
}
