import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { constants } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import { identify } from '../../sensors/process-identity.ts'
import { textAt } from '../../sensors/root.ts'
import { ProcessTree } from '../measure/process-tree.ts'
import { TREE_VARIABLE, markVariable, newMark } from '../measure/tree-mark.ts'
import { systemFault } from '../system-faults.ts'
import { childrenCpuMs } from './children-cpu.ts'
import { OrphanCpu } from './orphan-cpu.ts'

/** Signals that another process sends to us and means for the command. */
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2'] as const
/** Those of them that ask the command to end. */
const ENDING: ReadonlySet<string> = new Set(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'])

/** Time between two looks at a tree that is ending, ms: at first, and at most. */
const POLL_MS = { first: 20, most: 500 }
/** Longest wait for the rest of a tree after the command itself has ended, ms: a checkpoint of a large model takes minutes. */
const TREE_GRACE_MS = 300_000
/** The same after Ctrl-C on a terminal, which does not reach processes outside the foreground group. */
const TERMINAL_GRACE_MS = 3000
/** Waiting longer than this is worth a message, ms. */
const SILENT_WAIT_MS = 1000
/** The same after a second signal: its sender is about to kill us (GitHub waits 2.5 s), and the report must be out. */
const SECOND_GRACE_MS = 1000

/** How a command ended. */
export interface CommandEnd {
  /** Its own exit status; 128 + signal when it was killed. */
  readonly status: number
  /** Name of the signal that killed it, or null. */
  readonly signal: NodeJS.Signals | null
  /** CPU time of the command and its descendants, ms; null if the system does not report it. */
  readonly cpuMs: number | null
  /** Descendants that still ran when the measurement ended. */
  readonly leftRunning: number
}

/** What may stop a command while it runs. */
export interface CommandStopper {
  /** Called once the command runs. */
  attach(tree: ProcessTree): void
  /** Whether the command was asked to end. */
  readonly isStopping: boolean
  /** Longest time that the rest of the tree is waited for, ms. */
  readonly waitMs: number
}

/** How a command is run. */
interface RunOptions {
  readonly env: NodeJS.ProcessEnv
  /** Called once when the descendants take more than a second to end. */
  readonly onWait?: (processes: number) => void
  /** Stops the command at its budget; the tree is then waited for as after a signal. */
  readonly stop?: CommandStopper | null
  /** Whether the CPU time includes that of orphans that have ended, which takes a look at all processes now and then. */
  readonly hasOrphans?: boolean
}

/**
 * Runs a command with our own standard streams, without a shell, and passes signals on to it and all of its descendants.
 *
 * The command stays in our process group: on a terminal it must be in the foreground group to read from it, and Ctrl-C,
 * Ctrl-Z and `fg` then reach it from the terminal itself. So SIGINT and SIGQUIT are not sent a second time there.
 *
 * When a signal asked the command to end, waits until its descendants have ended as well: what they do is still measured.
 * Descendants that outlive a normal end (servers, daemons) are not waited for.
 * @throws ConfigurationError when the command cannot be started
 * @throws MeasurementError when the system has no room for another process
 */
export async function runCommand(
  file: string,
  args: readonly string[],
  { env, onWait = () => undefined, stop = null, hasOrphans = false }: RunOptions,
): Promise<CommandEnd> {
  const mark = newMark(identify(process.pid))
  const cpuBefore = childrenCpuMs()
  let tree: ProcessTree | null = null
  let [endings, graceMs] = [0, 0]
  const forward = (signal: NodeJS.Signals): void => {
    const isFromTerminal = (signal === 'SIGINT' || signal === 'SIGQUIT') && isInForeground()
    if (ENDING.has(signal)) {
      endings += 1
      graceMs = Math.max(graceMs, isFromTerminal ? TERMINAL_GRACE_MS : TREE_GRACE_MS)
    }
    if (!isFromTerminal) tree?.signal(signal)
  }
  const signals = FORWARDED.filter((signal) => process.platform !== 'win32' || signal === 'SIGINT')
  // Before the command starts, because without a handler a signal ends us and leaves the command alone. Handlers run from the event
  // loop, when the command has started: a signal that came before is passed on then.
  for (const signal of signals) process.on(signal, forward)
  try {
    const child = startChild(file, args, { ...env, [TREE_VARIABLE]: markVariable(mark, env[TREE_VARIABLE]) })
    tree = child.pid === undefined ? null : new ProcessTree(identify(child.pid), mark)
    if (tree) stop?.attach(tree)
    const orphans = tree && hasOrphans ? new OrphanCpu(tree) : null
    const end = await endOf(child, file)
    const asked = (): Asked => ({ endings, graceMs: stop?.isStopping ? Math.max(graceMs, stop.waitMs) : graceMs })
    if (tree && (endings > 0 || stop?.isStopping)) await waitForTree(tree, asked, onWait)
    const cpuAfter = childrenCpuMs()
    const left = tree?.members() ?? []
    const ofOrphans = orphans?.end(left) ?? 0
    const spent = cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore + ofOrphans
    return {
      ...end,
      cpuMs: spent === null ? null : left.reduce((total, { cpuMs }) => total + (cpuMs ?? 0), spent),
      leftRunning: left.length,
    }
  } finally {
    for (const signal of signals) process.removeListener(signal, forward)
  }
}

/**
 * Whether we are in the foreground group of a terminal, so that its Ctrl-C reaches the command without us, also where the standard
 * input is a pipe: fields 5 and 8 of /proc/self/stat (proc_pid_stat(5)).
 */
function isInForeground(): boolean {
  const stat = process.platform === 'linux' ? textAt('/', 'proc/self/stat') : null
  if (stat === null) return process.stdin.isTTY
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [group, foreground] = [fields[2], fields[5]]
  return group === foreground
}

/** @throws ConfigurationError when the command cannot be started */
function endOf(child: ChildProcess, file: string): Promise<Pick<CommandEnd, 'status' | 'signal'>> {
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => reject(startError(file, error)))
    child.once('exit', (code, signal) =>
      resolve({ status: signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 0), signal }),
    )
  })
}

/** How often a command was asked to end by a signal to us, and how long it may take, ms. */
interface Asked {
  readonly endings: number
  readonly graceMs: number
}

/**
 * Waits until no member of the tree runs, at most for the grace.
 * @param asked how many signals have asked the command to end so far, and how long it may take
 */
async function waitForTree(tree: ProcessTree, asked: () => Asked, onWait: (processes: number) => void): Promise<void> {
  const started = performance.now()
  const before = asked().endings
  let secondAt: number | null = null
  let isSilent = true
  for (let pause = POLL_MS.first; ; pause = Math.min(POLL_MS.most, pause * 1.5)) {
    const left = tree.members().length
    const now = performance.now()
    if (asked().endings > before) secondAt ??= now
    const isOver = now - started > asked().graceMs || (secondAt !== null && now - secondAt > SECOND_GRACE_MS)
    if (left === 0 || isOver) return
    if (isSilent && now - started > SILENT_WAIT_MS) {
      isSilent = false
      onWait(left)
    }
    await sleep(pause)
  }
}

/** Starts the command. Most failures to start come as an event; a few are thrown. @throws ConfigurationError or MeasurementError */
function startChild(file: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  try {
    return spawn(file, args, { stdio: 'inherit', env, windowsHide: true })
  } catch (error) {
    throw startError(file, error as NodeJS.ErrnoException)
  }
}

/** Why a command that was found cannot be started. */
const COMMAND_FAULTS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied: make it executable',
  ENOEXEC: 'not an executable program',
  E2BIG: 'the arguments are too long',
  ENOTDIR: 'a part of its path is a file, not a folder',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links lead back to themselves',
}

function startError(file: string, error: NodeJS.ErrnoException): Error {
  const what = `cannot run command ${JSON.stringify(file)}`
  const system = systemFault(error)
  if (system !== null) return new MeasurementError(`${what}: ${system}`)
  const { code = '', message } = error
  if (code === 'ERR_INVALID_ARG_VALUE') return new ConfigurationError(`${what}: not a valid program name`)
  const why =
    code === 'ENOENT' ? whyNotFound(file) : isFolder(file) ? 'it is a folder' : (COMMAND_FAULTS[code] ?? message)
  return new ConfigurationError(`${what}: ${why}`)
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

function whyNotFound(file: string): string {
  const isPath = /[/\\]/.test(file)
  if (!existsSync(file) || (!isPath && isFolder(file))) {
    // `run "npm test"`: the shell's quotes made one word of the command.
    return `command not found${file.includes(' ') ? ': leave out the quotes, as in run -- npm test' : ''}`
  }
  return isPath
    ? 'what must load it does not exist: the interpreter that its first line names, or the loader of another C library'
    : `command not found: write ./${file} for the file in this folder`
}
