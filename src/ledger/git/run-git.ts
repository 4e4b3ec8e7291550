import { spawn } from 'node:child_process'
import { exec } from '@actions/exec'
import { MeasurementError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'

/** Result of a git command. */
export interface GitResult {
  readonly status: number
  readonly stdout: Buffer
  readonly stderr: string
}

/** Variables that a git hook or a caller's own git command sets; they would redirect this command to another repository. */
const REPOSITORY_VARIABLES =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|PREFIX|QUARANTINE_PATH|SHALLOW_FILE|TRACE\w*|CURL_VERBOSE)$/

/**
 * Git settings of every command: no hooks or background maintenance of the user's configuration, no questions, an end for a transfer
 * that stands still.
 */
const SETTINGS: readonly (readonly [string, string])[] = [
  ['core.hooksPath', '/dev/null'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['protocol.version', '2'],
  ['protocol.ext.allow', 'never'],
  ['push.followTags', 'false'],
  ['push.gpgSign', 'false'],
  ['fetch.fsckObjects', 'false'],
  // The repository is temporary: its files need not survive a power cut.
  ['core.fsync', 'none'],
  ['http.lowSpeedLimit', '1000'],
  ['http.lowSpeedTime', '20'],
]

/**
 * Environment for git: the one child process that gets credentials. They travel here only, never in arguments.
 * @param settings git settings such as `http.https://host/.extraHeader`
 */
export function gitEnvironment(
  env: NodeJS.ProcessEnv,
  settings: readonly (readonly [string, string])[] = [],
): Record<string, string> {
  const kept = Object.entries(env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && !REPOSITORY_VARIABLES.test(pair[0]),
  )
  const before = Number(env['GIT_CONFIG_COUNT'] ?? 0) || 0
  const all = [...SETTINGS, ...settings]
  const configured = all.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${before + index}`, key],
    [`GIT_CONFIG_VALUE_${before + index}`, value],
  ])
  return {
    ...Object.fromEntries(kept),
    ...(env['GIT_SSH_COMMAND'] || env['GIT_SSH']
      ? {}
      : { GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=15' }),
    ...(Object.fromEntries(configured) as Record<string, string>),
    GIT_CONFIG_COUNT: String(before + all.length),
    GIT_TERMINAL_PROMPT: '0',
    // Messages decide what is repeated, so they must be the untranslated ones.
    LC_ALL: 'C',
    LANGUAGE: 'C',
  }
}

/**
 * Runs git to its end and returns what it wrote. No shell is involved and nothing is printed.
 * @throws MeasurementError when there is no git
 */
export async function runGit(
  args: readonly string[],
  { cwd, env, input }: { cwd: string; env: Record<string, string>; input?: string },
): Promise<GitResult> {
  try {
    return await (input === undefined ? run(args, cwd, env) : runWithInput(args, cwd, env, input))
  } catch (error) {
    throw new MeasurementError(`git cannot be run: ${printable((error as Error).message)}`, 'git')
  }
}

async function run(args: readonly string[], cwd: string, env: Record<string, string>): Promise<GitResult> {
  const out: Buffer[] = []
  const errors: Buffer[] = []
  // The type leaves out null, which is the status after a signal.
  const status: number | null = await exec('git', [...args], {
    cwd,
    env,
    silent: true,
    ignoreReturnCode: true,
    listeners: { stdout: (data) => void out.push(data), stderr: (data) => void errors.push(data) },
  })
  return resultOf(status, null, out, errors)
}

/** With input, without @actions/exec: there a git that ends before it has read everything (a full disk) ends this process. */
function runWithInput(
  args: readonly string[],
  cwd: string,
  env: Record<string, string>,
  input: string,
): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { cwd, env, stdio: 'pipe', windowsHide: true })
    const out: Buffer[] = []
    const errors: Buffer[] = []
    child.stdout.on('data', (data: Buffer) => void out.push(data))
    child.stderr.on('data', (data: Buffer) => void errors.push(data))
    // The exit status says why git did not read everything.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    child.on('error', reject)
    child.on('close', (status, signal) => resolve(resultOf(status, signal, out, errors)))
  })
}

/** A git that a signal ended says nothing itself: a limit of the process, or too little memory. */
function resultOf(
  status: number | null,
  signal: NodeJS.Signals | null,
  out: readonly Buffer[],
  errors: readonly Buffer[],
): GitResult {
  const reason = status === null ? `\nfatal: git was ended by ${signal ?? 'a signal'}\n` : ''
  return {
    status: status ?? 1,
    stdout: Buffer.concat(out),
    stderr: `${Buffer.concat(errors).toString('utf8')}${reason}`,
  }
}
