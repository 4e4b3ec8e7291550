import { spawn } from 'node:child_process'

/** Ends a process and its descendants with the system's own tool, because Windows has no signals. */
export function taskkill(pid: number, name: NodeJS.Signals): void {
  spawn('taskkill', taskkillArguments(pid, name), { stdio: 'ignore', windowsHide: true }).on('error', () => undefined)
}

/**
 * Arguments of Windows' `taskkill` in place of a signal: `/T` takes the whole tree. Without `/F` it asks windows to close and
 * leaves console programs alone; the stop file is what these look at.
 */
export function taskkillArguments(pid: number, name: NodeJS.Signals): string[] {
  const force = name === 'SIGKILL' || name === 'SIGINT' ? ['/F'] : []
  return ['/PID', String(pid), '/T', ...force]
}
