import { textAt } from './root.ts'

/** Identifies a process for good: process numbers are reused, a number together with a start time is not. */
export interface ProcessIdentity {
  readonly pid: number
  /** Field 22 of /proc/PID/stat, ticks since boot; on macOS the start time as `ps` prints it. Null where it is unknown. */
  readonly startTicks: string | null
}

/** The start of /proc/PID/stat. Always reads the real /proc, whatever the sensors' root, because signals go to real processes. */
function statOf(pid: number): { state: string; parent: number; startTicks: string } | null {
  const text = textAt('/', `proc/${pid}/stat`)
  if (text === null) return null
  // The name in parentheses may itself contain parentheses and spaces: count the fields from the last one.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const [state, parent, startTicks] = [fields[0], fields[1], fields[19]]
  return state && startTicks ? { state, parent: Number(parent), startTicks } : null
}

/** Ticks a second of /proc/PID/stat: USER_HZ, which Linux has fixed at 100 on all machines that Node.js runs on. */
const TICKS_PER_SECOND = 100

/**
 * Ticks since boot in the text of /proc/uptime, in whole ticks as start times are: a fraction more would be later than a process of the same
 * tick. Null if the text has no number.
 * @example ticksOfUptime('19976.73 28684.46') // 1997673
 */
export function ticksOfUptime(text: string): number | null {
  const seconds = Number.parseFloat(text)
  return Number.isFinite(seconds) ? Math.round(seconds * TICKS_PER_SECOND) : null
}

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

/**
 * Whether a process is a child of ours that has ended and whose status we have not collected yet (a zombie). Node collects it
 * at the next turn of its event loop; a parent that exits before leaves the entry to PID 1, which may never collect it.
 */
export function isOwnZombie({ pid, startTicks }: ProcessIdentity): boolean {
  const stat = process.platform === 'linux' ? statOf(pid) : null
  return stat?.state === 'Z' && stat.parent === process.pid && (startTicks === null || stat.startTicks === startTicks)
}

/** Whether exactly this process still runs. A zombie does not. */
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
    // EPERM: it exists and belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
