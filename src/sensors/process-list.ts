import { execFileSync } from 'node:child_process'
import { namesIn, textAt } from './root.ts'
import type { ProcessIdentity } from './process-identity.ts'

/** One process of the machine at one moment. */
export interface ListedProcess extends ProcessIdentity {
  readonly parent: number
  readonly group: number
  readonly session: number
  /** Whether it has ended and only waits for its parent to collect its status (a zombie). */
  readonly hasEnded: boolean
  /** Whether it is suspended (SIGSTOP, Ctrl-Z): it handles no signal before it goes on. */
  readonly isSuspended: boolean
  /** CPU time of the process and of its ended children whose status it collected, ms; null if unknown. */
  readonly cpuMs: number | null
}

/** Length of a tick in /proc/PID/stat, ms (USER_HZ, see cpu.ts). */
const TICK_MS = 10

/**
 * Every process that this user can see: /proc on Linux, `ps` on other Unix systems, none on Windows. Always reads the real /proc,
 * whatever the sensors' root, because signals go to real processes.
 */
export function listProcesses(): ListedProcess[] {
  if (process.platform === 'win32') return []
  return process.platform === 'linux' ? fromProc() : fromPs()
}

function fromProc(): ListedProcess[] {
  const listed: ListedProcess[] = []
  for (const name of namesIn('/', 'proc')) {
    const text = /^\d+$/.test(name) ? textAt('/', `proc/${name}/stat`) : null
    const found = text === null ? null : parseStat(Number(name), text)
    if (found) listed.push(found)
  }
  return listed
}

/** Reads /proc/PID/stat (proc_pid_stat(5)). @returns null when the text is not one */
export function parseStat(pid: number, text: string): ListedProcess | null {
  // The name in parentheses may itself contain parentheses and spaces: count the fields from the last one.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const field = (index: number): number => Number(fields[index])
  const [state, startTicks] = [fields[0], fields[19]]
  if (!state || !startTicks) return null
  const ticks = field(11) + field(12) + field(13) + field(14)
  return {
    pid,
    startTicks,
    parent: field(1),
    group: field(2),
    session: field(3),
    hasEnded: state === 'Z' || state === 'X',
    isSuspended: state === 'T',
    cpuMs: Number.isFinite(ticks) ? ticks * TICK_MS : null,
  }
}

/** Columns of `ps`; the start time comes last because it contains spaces. */
const PS_COLUMNS = 'pid=,ppid=,pgid=,state=,lstart='

function fromPs(): ListedProcess[] {
  try {
    return parsePs(
      execFileSync('ps', ['-A', '-o', PS_COLUMNS], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    )
  } catch {
    return []
  }
}

/** Reads the output of `ps -A -o pid=,ppid=,pgid=,state=,lstart=`. Its start times have a resolution of one second. */
export function parsePs(text: string): ListedProcess[] {
  return text.split('\n').flatMap((line): ListedProcess[] => {
    const match = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(\S.*?)\s*$/.exec(line)
    if (!match) return []
    const [, pid, parent, group, state = '', start = ''] = match
    return [
      {
        pid: Number(pid),
        startTicks: start,
        parent: Number(parent),
        group: Number(group),
        // macOS prints no usable session number.
        session: 0,
        hasEnded: state.startsWith('Z'),
        isSuspended: state.startsWith('T'),
        cpuMs: null,
      },
    ]
  })
}

/**
 * One variable of another process's environment, as it was when that program started.
 * @returns null when it is not set or may not be read (processes of other users, systems other than Linux)
 */
export function variableOf(pid: number, name: string): string | null {
  const text = process.platform === 'linux' ? textAt('/', `proc/${pid}/environ`) : null
  const entry = text?.split('\0').find((variable) => variable.startsWith(`${name}=`))
  return entry === undefined ? null : entry.slice(name.length + 1)
}
