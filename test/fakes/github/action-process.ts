// Runs an action's bundle as a real process, the way the runner does: inputs and state in the environment, outputs,
// state and summary in files, commands in the output, and SIGINT, SIGTERM, SIGKILL in that order when it is cancelled.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { execPath } from 'node:process'
import { defaultInputs, readManifest } from './action-manifest.ts'
import type { RunnerEnvironment } from './runner-environment.ts'
import { parseRunnerFile } from './runner-file.ts'
import { readRunnerLog, type WorkflowCommand } from './workflow-command.ts'

export interface ActionRun {
  readonly bundle: string
  readonly runner: RunnerEnvironment
  readonly inputs?: Readonly<Record<string, string>>
  /** Its defaults fill the inputs that are not given. */
  readonly manifest?: string
  /** What main saved; becomes STATE_*. */
  readonly state?: Readonly<Record<string, string>>
  /** Over what the runner sets; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly cancel?: Cancellation
  /** The step's own time limit; past it the process is killed and `timedOut` is set. */
  readonly timeoutMs?: number
  readonly node?: string
  /** The matrix of the job, for defaults that ask for it. */
  readonly matrix?: Readonly<Record<string, unknown>>
}

export interface Cancellation {
  /** After this time, ms; as soon as the output matches; or when something has happened. */
  readonly after: number | RegExp | Promise<unknown>
  /** The runner waits 7.5 s before SIGTERM and 2.5 s more before SIGKILL. */
  readonly graceMs?: readonly [number, number]
}

export interface ActionResult {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  readonly timedOut: boolean
  readonly stdout: string
  readonly stderr: string
  /** Both streams, masked, without commands: what is shown to people. */
  readonly log: string
  readonly commands: readonly WorkflowCommand[]
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly exported: Readonly<Record<string, string>>
  readonly summary: string
}

const GRACE_MS = [7_500, 2_500] as const
const DEFAULT_TIMEOUT_MS = 100_000
const STREAM_GRACE_MS = 2_000

/** Above this GitHub throws the whole summary of a step away. */
const MAX_SUMMARY_BYTES = 1024 * 1024

let steps = 0

export async function runAction(run: ActionRun): Promise<ActionResult> {
  const { runner } = run
  // Every step has files of its own: what an earlier one wrote is not read twice.
  const folder = join(runner.temp, '_runner_file_commands', String(++steps))
  mkdirSync(folder)
  const file = (name: string): string => {
    writeFileSync(join(folder, name), '')
    return join(folder, name)
  }
  const files = {
    GITHUB_OUTPUT: file('output'),
    GITHUB_STATE: file('state'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_ENV: file('env'),
    GITHUB_PATH: file('path'),
  }
  const inputs = { ...(run.manifest === undefined ? {} : defaultsOf(run, run.manifest)), ...run.inputs }
  const env: Record<string, string | undefined> = {
    ...runner.env,
    ...prefixed('INPUT_', inputs, (name) => name.replaceAll(' ', '_').toUpperCase()),
    ...prefixed('STATE_', run.state ?? {}, (name) => name),
    ...files,
    ...run.env,
  }
  for (const [name, value] of Object.entries(env)) if (value === undefined) delete env[name]

  const ended = await runProcess(run, env)
  const log = readRunnerLog(`${ended.stdout}\n${ended.stderr}`)
  const read = (name: keyof typeof files): string => readFileSync(files[name], 'utf8')
  const summary = read('GITHUB_STEP_SUMMARY')
  return {
    ...ended,
    log: log.text,
    commands: log.commands,
    outputs: parseRunnerFile(read('GITHUB_OUTPUT')),
    state: parseRunnerFile(read('GITHUB_STATE')),
    exported: parseRunnerFile(read('GITHUB_ENV')),
    summary: Buffer.byteLength(summary) > MAX_SUMMARY_BYTES ? '' : summary,
  }
}

/** Main, then what happens in the job, then post with main's state. Post runs whatever main returned. */
export async function runStep(
  step: Omit<ActionRun, 'bundle' | 'state' | 'cancel'> & {
    readonly main: string
    readonly post: string
    readonly between?: () => Promise<void> | void
    readonly cancelPost?: Cancellation
  },
): Promise<{ main: ActionResult; post: ActionResult }> {
  const main = await runAction({ ...step, bundle: step.main })
  await step.between?.()
  const cancel = step.cancelPost === undefined ? {} : { cancel: step.cancelPost }
  const post = await runAction({ ...step, bundle: step.post, state: main.state, ...cancel })
  return { main, post }
}

type Ended = Pick<ActionResult, 'exitCode' | 'signal' | 'timedOut' | 'stdout' | 'stderr'>

function runProcess(run: ActionRun, env: Record<string, string | undefined>): Promise<Ended> {
  return new Promise((done, failed) => {
    const child = spawn(run.node ?? execPath, [resolve(run.bundle)], {
      cwd: run.runner.workspace,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output = { stdout: '', stderr: '' }
    const timers: NodeJS.Timeout[] = []
    const later = (ms: number, act: () => void): void => void timers.push(setTimeout(act, ms))
    let timedOut = false
    let isCancelled = false
    const cancel = (): void => {
      if (isCancelled) return
      isCancelled = true
      const [toTerminate, toKill] = run.cancel?.graceMs ?? GRACE_MS
      child.kill('SIGINT')
      later(toTerminate, () => child.kill('SIGTERM'))
      later(toTerminate + toKill, () => child.kill('SIGKILL'))
    }
    const after = run.cancel?.after
    if (typeof after === 'number') later(after, cancel)
    if (after instanceof Promise) void after.then(cancel)
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        output[name] += text
        if (after instanceof RegExp && after.test(output[name])) cancel()
      })
    }
    later(run.timeoutMs ?? DEFAULT_TIMEOUT_MS, () => {
      timedOut = true
      child.kill('SIGKILL')
    })
    child.on('error', failed)
    // A detached child that kept the pipes holds `close` back; the runner waits a few seconds for it and goes on.
    let left: NodeJS.Timeout | undefined
    child.on('exit', () => {
      left = setTimeout(() => {
        output.stderr += '\n(a child process still holds the output of this step)'
        child.stdout.destroy()
        child.stderr.destroy()
      }, STREAM_GRACE_MS)
    })
    child.on('close', (exitCode, signal) => {
      clearTimeout(left)
      for (const timer of timers) clearTimeout(timer)
      done({ exitCode, signal, timedOut, ...output })
    })
  })
}

function prefixed(
  prefix: string,
  values: Readonly<Record<string, string>>,
  rename: (name: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}${rename(name)}`, value]))
}

function defaultsOf(run: ActionRun, manifest: string): Record<string, string> {
  const { runner } = run
  return defaultInputs(readManifest(manifest), {
    github: {
      token: runner.token.secret,
      job: runner.env['GITHUB_JOB'],
      workspace: runner.workspace,
      repository: runner.repository.fullName,
    },
    job: { status: 'success', check_run_id: runner.job.id },
    strategy: {},
    matrix: run.matrix ?? null,
    runner: { os: runner.env['RUNNER_OS'], temp: runner.temp },
  })
}
