import { createHash } from 'node:crypto'

/**
 * The environment that `main` saw. A step can change the environment of later steps and of `post` through GITHUB_ENV: a proxy with
 * its own certificate would receive the token, and a variable of another forge would change how the API is used.
 */
export interface RecordedEnvironment {
  /** Values that post needs as they were; null when a variable was not set. */
  readonly values: Readonly<Record<string, string | null>>
  /** Fingerprints of all other variables: they are dropped when they differ. */
  readonly fingerprints: Readonly<Record<string, string>>
}

/** Node.js and its libraries read these once, when the process starts: a new process is needed to undo a change. */
const READ_AT_START = [
  'NODE_OPTIONS',
  'NODE_EXTRA_CA_CERTS',
  'NODE_USE_ENV_PROXY',
  'NODE_USE_SYSTEM_CA',
  'NODE_PATH',
  'OPENSSL_CONF',
  'SSL_CERT_DIR',
  'SSL_CERT_FILE',
  'LD_LIBRARY_PATH',
  'LD_PRELOAD',
] as const

const PROXIES = ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy']

/** Variables that decide where the token is sent and which API is used. A change is reported. */
const DECISIVE: readonly string[] = [
  ...READ_AT_START,
  ...PROXIES,
  ...PROXIES.map((name) => name.toUpperCase()),
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'GITEA_ACTIONS',
  'FORGEJO_ACTIONS',
  'ACTIONS_RESULTS_URL',
]

/** Variables that steps may change and that post needs with their first value. */
const NEEDED: readonly string[] = ['PATH', 'HOME', 'USERPROFILE', 'TMPDIR', 'TEMP', 'TMP']

/** Names that the runner sets for every step. */
const OF_RUNNER = /^(?:GITHUB|RUNNER|GITEA|FORGEJO)_/

/** Names that differ between steps by design, or contain the token. */
const OF_STEP =
  /^(?:INPUT_|STATE_|ACTIONS_(?!RESULTS_URL$))|^GITHUB_(?:ACTION|ENV|OUTPUT|PATH|STATE|STEP_SUMMARY|TOKEN)/

type Environment = Readonly<Record<string, string | undefined>>

/** Records the environment for post. Values of variables that are not needed are not kept: they may be secrets. */
export function recordEnvironment(env: Environment): RecordedEnvironment {
  const values: Record<string, string | null> = {}
  for (const name of [...DECISIVE, ...NEEDED]) values[name] = env[name] ?? null
  const fingerprints: Record<string, string> = {}
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined || OF_STEP.test(name) || name in values) continue
    if (OF_RUNNER.test(name)) values[name] = value
    else fingerprints[name] = fingerprintOf(value)
  }
  return { values, fingerprints }
}

/** Reads what main recorded. @returns null if it is missing or invalid: then nothing is restored */
export function readRecordedEnvironment(text: string | undefined): RecordedEnvironment | null {
  try {
    const { values, fingerprints } = JSON.parse(text ?? '') as RecordedEnvironment
    return [values, fingerprints].every(hasTexts) ? { values, fingerprints } : null
  } catch {
    return null
  }
}

function hasTexts(record: unknown): boolean {
  if (typeof record !== 'object' || record === null) return false
  return Object.values(record).every((text) => text === null || typeof text === 'string')
}

/** The environment of post without what the job's steps added. */
export interface RestoredEnvironment {
  readonly env: Record<string, string>
  /** Decisive variables that a step changed, for the warning. */
  readonly changed: readonly string[]
  /** Whether the running process has already read a changed value. */
  readonly needsProcess: boolean
}

export function restoreEnvironment(env: Environment, recorded: RecordedEnvironment): RestoredEnvironment {
  const restored: Record<string, string> = {}
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined) continue
    if (OF_STEP.test(name) || recorded.fingerprints[name] === fingerprintOf(value)) restored[name] = value
  }
  for (const [name, value] of Object.entries(recorded.values)) if (value !== null) restored[name] = value
  const changed = DECISIVE.filter((name) => (env[name] ?? null) !== (recorded.values[name] ?? null))
  return {
    env: restored,
    changed,
    needsProcess: changed.some((name) => (READ_AT_START as readonly string[]).includes(name)),
  }
}

function fingerprintOf(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 16)
}
