import { ConfigurationError } from '../core/errors.ts'
import { printable } from '../core/text.ts'

/** A ledger in a git repository. */
export interface GitPlace {
  readonly kind: 'git'
  /** Address or path of the repository without credentials; null: origin of the current repository. */
  readonly repository: string | null
  /** Full name of the ref: `refs/heads/carbon-ledger`. */
  readonly ref: string
}

/** A ledger in a PostgreSQL database. */
export interface PostgresPlace {
  readonly kind: 'postgres'
  /** Without a password. */
  readonly url: string
}

export type LedgerPlace = GitPlace | PostgresPlace

/** Ref of a ledger in a repository that is named without one. */
const DEFAULT_REF = 'refs/heads/carbon-ledger'

const FORMS =
  'use a branch such as `carbon-ledger`, a ref such as `refs/carbon-gate/ledger`, a path or URL of a repository (`#ref` chooses the ref), or `postgres://HOST/DATABASE`'

/**
 * Reads where a ledger is: a bare name is a branch of the current repository's origin, `refs/...` a ref of it, a path or URL another
 * repository, `postgres://` a database.
 * @throws ConfigurationError for a name that is none of these, and for a password in it
 * @example parseWhere('https://git.example/o/r#refs/carbon-gate/ledger').ref // 'refs/carbon-gate/ledger'
 */
export function parseWhere(text: string): LedgerPlace {
  const where = text.trim()
  if (where === '') throw new ConfigurationError(`ledger is blank: ${FORMS}`)
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0020\u007f]/.test(where) && !isPath(where)) throw invalid(where, 'it contains white space')
  assertNoPassword(where)
  if (/^postgres(?:ql)?:\/\//i.test(where)) return { kind: 'postgres', url: where }
  if (/^(?:refs\/|[\w][\w./-]*$)/.test(where) && !isRepository(where)) {
    return { kind: 'git', repository: null, ref: refOf(where, where) }
  }
  if (!isRepository(where)) throw invalid(where, FORMS)
  const hash = where.lastIndexOf('#')
  const repository = hash === -1 ? where : where.slice(0, hash)
  if (repository === '' || repository.startsWith('-')) throw invalid(where, FORMS)
  return { kind: 'git', repository, ref: hash === -1 ? DEFAULT_REF : refOf(where.slice(hash + 1), where) }
}

/** The place for people; it never has a password. */
export function placeName(place: LedgerPlace): string {
  if (place.kind === 'postgres') return place.url
  const ref = place.ref.replace(/^refs\/heads\//, '')
  return place.repository === null ? ref : `${place.repository}#${ref}`
}

/** Protocols that git reaches over the network or the file system. `ext::` would run a command. */
const PROTOCOL = /^(?:https?|ssh|git|file|git\+ssh|ssh\+git):\/\//i
const SCP_ADDRESS = /^(?:[\w.-]+@)?[\w.-]+:[^:]/
const WINDOWS_PATH = /^[a-z]:[\\/]/i

function isPath(where: string): boolean {
  return /^(?:\.{0,2}[\\/]|\.{1,2}(?:#|$)|~)/.test(where) || WINDOWS_PATH.test(where)
}

function isRepository(where: string): boolean {
  if (where.includes('://')) return PROTOCOL.test(where)
  if (where.includes('::')) return false
  return isPath(where) || SCP_ADDRESS.test(where) || /\.git(?:#|$)/.test(where) || /^[^#]+\/[^#]*#/.test(where)
}

/** A branch or a full ref, checked by the rules of git-check-ref-format. */
function refOf(name: string, where: string): string {
  const ref = name.startsWith('refs/') ? name : `refs/heads/${name}`
  const isValid =
    /^refs\/[\w.-]+\/[\w./+@=-]+$/.test(ref) && !/\.\.|\/\/|\/\.|\.lock(?:\/|$)|@\{|[./]$/.test(ref) && !/\/-/.test(ref)
  if (!isValid) throw invalid(where, `${JSON.stringify(name)} is not a ref name that git accepts`)
  if (ref === 'refs/heads/gh-pages') {
    throw invalid(where, 'gh-pages is published and overwritten by deployments: use a branch of its own')
  }
  if (/^refs\/carbon-gate\/inbox(?:\/|$)/.test(ref)) throw invalid(where, 'refs/carbon-gate/inbox is the inbox')
  return ref
}

function assertNoPassword(where: string): void {
  const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/]*)@/i.exec(where)?.[1]
  const hasPassword = authority?.includes(':') === true || /[?&](?:password|passwd|token|access_token)=/i.test(where)
  if (!hasPassword) return
  throw new ConfigurationError(
    'ledger contains a password, which process lists and logs would show: put the whole address into the variable CARBON_GATE_LEDGER_URL, or the password into PGPASSWORD',
  )
}

function invalid(where: string, expected: string): ConfigurationError {
  return new ConfigurationError(`ledger is ${printable(JSON.stringify(where.slice(0, 120)))}: ${expected}`)
}
