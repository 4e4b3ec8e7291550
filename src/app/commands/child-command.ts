import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'
import { ConfigurationError } from '../../core/errors.ts'

/** Signals that somebody sends to us and means for the command. */
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2'] as const

/** How a command ended. */
export interface CommandEnd {
  /** Its own exit status; 128 + signal when it was killed. */
  readonly status: number
  /** Name of the signal that killed it, or null. */
  readonly signal: NodeJS.Signals | null
}

/**
 * Runs a command with our own standard streams, without a shell, and passes signals on to it.
 * On a terminal, Ctrl-C reaches the command by itself (it is in the foreground group), so it is not sent twice.
 * @throws ConfigurationError when the command cannot be started
 */
export function runCommand(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<CommandEnd> {
  return new Promise((resolve, reject) => {
    const child = started(file, args, env)
    const forward = (signal: NodeJS.Signals): void => {
      if ((signal === 'SIGINT' || signal === 'SIGQUIT') && process.stdin.isTTY) return
      child.kill(signal)
    }
    const stop = (): void => {
      for (const signal of FORWARDED) process.removeListener(signal, forward)
    }
    for (const signal of FORWARDED) if (process.platform !== 'win32' || signal === 'SIGINT') process.on(signal, forward)
    child.once('error', (error: NodeJS.ErrnoException) => {
      stop()
      reject(notStarted(file, error))
    })
    child.once('exit', (code, signal) => {
      stop()
      resolve({ status: signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 0), signal })
    })
  })
}

/** Most failures to start are told by an event; a few are thrown. @throws ConfigurationError */
function started(file: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  try {
    return spawn(file, args, { stdio: 'inherit', env, windowsHide: true })
  } catch (error) {
    throw notStarted(file, error as NodeJS.ErrnoException)
  }
}

function notStarted(file: string, error: NodeJS.ErrnoException): Error {
  const why: Record<string, string> = {
    ENOENT: 'there is no such command',
    EACCES: 'it may not be executed',
    ENOEXEC: 'it is no program',
    E2BIG: 'its arguments are too long',
    ERR_INVALID_ARG_VALUE: 'no program can have that name',
  }
  const reason = why[error.code ?? ''] ?? error.message
  return new ConfigurationError(`command ${JSON.stringify(file)} cannot be run: ${reason}`)
}
