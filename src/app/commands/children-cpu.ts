import { textAt } from '../../sensors/root.ts'

/** Length of a tick in /proc/PID/stat, ms (USER_HZ, see sensors/cpu.ts). */
const TICK_MS = 10

/**
 * CPU time of our children that have ended, with all descendants whose status was collected, ms: fields 16 and 17 of
 * /proc/self/stat (proc_pid_stat(5)). Node does not expose getrusage(RUSAGE_CHILDREN).
 * @returns null on systems other than Linux
 */
export function childrenCpuMs(): number | null {
  const text = process.platform === 'linux' ? textAt('/', 'proc/self/stat') : null
  if (text === null) return null
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const ticks = Number(fields[13]) + Number(fields[14])
  return Number.isFinite(ticks) ? ticks * TICK_MS : null
}
