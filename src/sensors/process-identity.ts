import { textAt } from './root.ts'

/**
 * A process that cannot be mistaken: its number and the moment it started. Numbers are given out again; a number with a
 * start time is not.
 */
export interface ProcessIdentity {
  readonly pid: number
  /** Field 22 of /proc/PID/stat, ticks since boot; null where there is no such file. */
  readonly startTicks: string | null
}

/** What /proc/PID/stat tells. The real /proc always, whatever the sensors' root: signals go to real processes. */
function statOf(pid: number): { state: string; startTicks: string } | null {
  const text = textAt('/', `proc/${pid}/stat`)
  if (text === null) return null
  // The name in parentheses may itself hold parentheses and spaces: fields are counted from the last one.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const [state, startTicks] = [fields[0], fields[19]]
  return state && startTicks ? { state, startTicks } : null
}

/** Ticks a second of /proc/PID/stat: USER_HZ, which Linux has fixed at 100 on all machines that Node.js runs on. */
const TICKS_PER_SECOND = 100

/** Seconds since a process started, by the machine's monotonic clock; null where /proc does not say. */
export function ageOf(pid: number): number | null {
  const ticks = pid > 0 && process.platform === 'linux' ? statOf(pid)?.startTicks : undefined
  const bootSeconds = Number(textAt('/', 'proc/uptime')?.split(' ')[0] ?? Number.NaN)
  const age = bootSeconds - Number(ticks ?? Number.NaN) / TICKS_PER_SECOND
  return Number.isFinite(age) && age >= 0 ? age : null
}

/** Identity of a running process. */
export function identify(pid: number): ProcessIdentity {
  return { pid, startTicks: process.platform === 'linux' ? (statOf(pid)?.startTicks ?? null) : null }
}

/** Whether just that process still runs. One that has ended and waits for its parent to look (a zombie) does not. */
export function isRunning({ pid, startTicks }: ProcessIdentity): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 1) return false
  if (process.platform === 'linux') {
    const stat = statOf(pid)
    if (stat) return stat.state !== 'Z' && stat.state !== 'X' && (startTicks === null || stat.startTicks === startTicks)
    if (startTicks !== null) return false
  }
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is there, only not ours.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
