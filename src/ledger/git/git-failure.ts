import { MeasurementError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'
import type { GitResult } from './run-git.ts'

/** Messages of a push that lost a race against another writer, or of a server that may answer the next time. */
const CONFLICT =
  /\[rejected\]|fetch first|non-fast-forward|stale info|cannot lock ref|failed to update ref|failed to lock|reference already exists|atomic (?:push|transaction) failed|incorrect old value|remote end hung up|RPC failed|HTTP 5\d\d|error: 5\d\d|early EOF|shallow file has changed/i

/** Where else a ledger can be, for messages about rules of a branch. */
export const OTHER_PLACES =
  'let the ledger be a ref (`refs/carbon-gate/ledger`), a repository of its own (URL), or `postgres://`'

/** Refusals that no repetition changes, with what to do. */
const REFUSALS: readonly (readonly [RegExp, string])[] = [
  [
    /GH006|GH013|protected branch|pre-receive hook declined|repository rule violations|not allowed to push/i,
    `the rules of the repository forbid this push: ${OTHER_PLACES}`,
  ],
  [
    /could not read Username|Authentication failed|HTTP 401|error: 401|terminal prompts disabled|Permission denied \(publickey/i,
    'the server wants credentials: give a token with write access in the environment (GITHUB_TOKEN on GitHub, CARBON_GATE_LEDGER_URL with user and token elsewhere)',
  ],
  [
    /error: 403|HTTP 403|denied to|insufficient permission|Permission denied|read-only|not permitted/i,
    'the token or user has no write access: `permissions: {contents: write}` is needed on GitHub',
  ],
  [/No space left|Disk quota exceeded|File too large|SIGXFSZ/i, 'the disk is full, or files may not grow further'],
  [/ended by (?:SIGKILL|a signal)/i, 'the machine ended git: it may lack memory, or limit the size of files'],
  [
    /does not appear to be a git repository|not found|No such file or directory|does not exist/i,
    'there is no such repository, or the token cannot see it',
  ],
  [
    /Could not resolve host|unable to access|Connection refused|timed out|Could not connect/i,
    'the server cannot be reached',
  ],
]

/** How many of the first refusals are final even if the text looks like a lost race. */
const FINAL = 5

/** Whether a push failed because another writer was faster. */
export function isConflict(result: GitResult): boolean {
  return !isFinal(result) && CONFLICT.test(textOf(result))
}

function isFinal(result: GitResult, count = FINAL): boolean {
  return REFUSALS.slice(0, count).some(([pattern]) => pattern.test(textOf(result)))
}

function textOf({ stdout, stderr }: GitResult): string {
  return `${stderr}\n${stdout.toString('utf8')}`
}

/** Messages of a transfer that was cut off or stalled: a retry may succeed. */
const INTERRUPTED =
  /too slow|timed out|timeout|connection (?:was )?reset|empty reply|Recv failure|Send failure|SSL_ERROR|unexpected disconnect/i

/** Whether a transfer failed in a way that another try may not. A refusal, and an address that does not exist, stay as they are. */
function isPassing(result: GitResult): boolean {
  return isConflict(result) || (!isFinal(result, REFUSALS.length - 1) && INTERRUPTED.test(textOf(result)))
}

/** One violated rule in what GitHub answers to a push (GH006, GH013): `remote: - Commits must have verified signatures.` */
const VIOLATION = /^remote:\s+- (.+)$/gm
const UNSIGNED = /must have verified signatures/i

/** A push that the forge refuses only because its commits have no signature. */
export class UnsignedError extends MeasurementError {}

function isOnlyUnsigned(result: GitResult): boolean {
  const violations = [...textOf(result).matchAll(VIOLATION)].map(([, rule = '']) => rule)
  return violations.length > 0 && violations.every((rule) => UNSIGNED.test(rule))
}

/** An error of git that another try may not meet. */
export class PassingGitError extends MeasurementError {}

/** The error of a git command that failed: what was tried, why not, what to do. */
export function gitError(action: string, result: GitResult): MeasurementError {
  const text = textOf(result)
  if (isOnlyUnsigned(result)) {
    return new UnsignedError(
      `${action}: the rules of the repository want signed commits: set GITHUB_TOKEN, with which GitHub makes and signs them, or ${OTHER_PLACES}`,
      'ledger',
    )
  }
  const advice = REFUSALS.find(([pattern]) => pattern.test(text))?.[1]
  const line = text
    .split('\n')
    .map((each) => withoutCredentials(each).trim())
    .find((each) => /^(?:fatal|error|remote: error|!|remote rejected)/i.test(each))
  const detail = line ? printable(line) : 'git gave no reason'
  const message = `${action}: ${advice ? `${advice} (git: ${detail})` : detail}`
  return isPassing(result) ? new PassingGitError(message, 'ledger') : new MeasurementError(message, 'ledger')
}

/** Hides user and password in addresses. */
function withoutCredentials(text: string): string {
  return text.replaceAll(/(\w:\/\/)[^/\s@]*@/g, '$1***@')
}
