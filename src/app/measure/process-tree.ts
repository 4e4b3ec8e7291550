import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { SAMPLER_VARIABLE } from '../../sensors/child-environment.ts'
import { type ProcessIdentity, identify, isRunning } from '../../sensors/process-identity.ts'
import { type ListedProcess, listProcesses, variableOf } from '../../sensors/process-list.ts'
import { textAt } from '../../sensors/root.ts'

/**
 * Every process of a tree inherits this variable, so that it is found after it has left its parent, its process group and its
 * session. A measurement inside another one appends its own mark to the outer one's.
 */
export const TREE_VARIABLE = 'CARBON_GATE_TREE'

/** Separates the marks of nested measurements. */
const SEPARATOR = ','

/** Ticks per second of the start times in /proc/PID/stat (USER_HZ). */
const TICKS_PER_S = 100

/** A mark that no other process tree of this machine has: the process that measures, and a random number. */
export function newMark(owner: ProcessIdentity): string {
  return `${owner.pid}-${owner.startTicks ?? ''}-${randomBytes(8).toString('hex')}`
}

/** The value of `TREE_VARIABLE` for the processes of a new tree. @param inherited the value in our own environment */
export function markVariable(mark: string, inherited: string | undefined): string {
  return inherited ? `${inherited}${SEPARATOR}${mark}` : mark
}

/** A member of a tree. */
export interface TreeMember extends ListedProcess {
  /** Whether a nested measurement that still runs passes signals on to it. */
  readonly isNested: boolean
}

/**
 * Processes that belong together, and how they are signalled. A process is a member when a subclass says so, when its parent is a
 * member, when it was a member before, or when it is in a process group or session that a member founded.
 *
 * A process number that was reused for another program is never taken for a member: identities include the start time.
 */
export abstract class ProcessSet {
  protected readonly known = new Map<number, string | null>()

  /** Whether a process is a member whatever its parent is. */
  protected abstract isMember(candidate: ListedProcess): boolean

  /** Whether a process is never a member, nor anything below it through it alone. */
  protected abstract isExcluded(candidate: ListedProcess): boolean

  /** The members that run at this moment, oldest first. @param list every process of the machine */
  members(list: readonly ListedProcess[] = listProcesses()): TreeMember[] {
    const members = new Map<number, TreeMember>()
    const add = (candidate: ListedProcess): void => {
      if (members.has(candidate.pid) || candidate.pid === process.pid || candidate.pid <= 1) return
      // A sampler measures the processes; it is not one of them, nor is anything below it.
      if (variableOf(candidate.pid, SAMPLER_VARIABLE) !== null || this.isExcluded(candidate)) return
      members.set(candidate.pid, { ...candidate, isNested: this.isNested(candidate) })
    }
    for (const candidate of list) if (this.#isKnown(candidate) || this.isMember(candidate)) add(candidate)
    for (let size = -1; size !== members.size;) {
      size = members.size
      const groups = this.#ownGroups(members)
      for (const candidate of list) {
        if (members.has(candidate.parent) || groups.has(candidate.group) || groups.has(candidate.session))
          add(candidate)
      }
    }
    for (const { pid, startTicks } of members.values()) this.known.set(pid, startTicks)
    return [...members.values()].filter(({ hasEnded }) => !hasEnded).sort(byAge)
  }

  /**
   * Sends a signal to every member, parents before their children, so that a parent does not start new work when a child
   * ends. Members below a nested measurement that still runs get it from that one, except SIGKILL.
   * @param isWanted chooses among the members; all by default
   * @returns the processes that were signalled
   */
  signal(name: NodeJS.Signals, isWanted: (member: TreeMember) => boolean = () => true): ProcessIdentity[] {
    if (process.platform === 'win32') return this.taskkill(name)
    const before = ticksSinceBoot()
    const signalled = new Map<number, ProcessIdentity>()
    const send = (member: TreeMember): void => {
      if (signalled.has(member.pid) || (member.isNested && name !== 'SIGKILL')) return
      if (!isWanted(member)) return
      if (sendSignal(member, name)) signalled.set(member.pid, member)
    }
    for (const member of this.members()) send(member)
    // A process that forked while we read the list: its child is older than the signal. What a signal handler starts is younger.
    for (const member of this.members()) {
      if (name === 'SIGKILL' || (before !== null && Number(member.startTicks) < before)) send(member)
    }
    return [...signalled.values()]
  }

  /** CPU time of the members that run, ms; null if the system does not report it. */
  cpuMs(): number | null {
    const times = this.members().map(({ cpuMs }) => cpuMs)
    return times.includes(null) ? null : times.reduce<number>((total, ms) => total + (ms ?? 0), 0)
  }

  #isKnown({ pid, startTicks }: ListedProcess): boolean {
    const known = this.known.get(pid)
    return known !== undefined && known === startTicks
  }

  /** Whether a measurement inside owns the process and still runs: it then passes signals on itself. */
  protected abstract isNested(candidate: ListedProcess): boolean

  /**
   * Groups and sessions that a process of the tree founded and in which a member is now: while it is, their number cannot
   * be given to another process (setsid(2), fork(2)). Our own group is never among them: no member founded it.
   */
  #ownGroups(members: ReadonlyMap<number, ListedProcess>): ReadonlySet<number> {
    const groups = [...members.values()].flatMap(({ group, session }) => [group, session])
    return new Set(groups.filter((id) => id > 1 && (members.has(id) || this.known.has(id))))
  }

  /** Windows has no signals: the first process and its descendants are ended by the system's own tool. */
  protected taskkill(name: NodeJS.Signals): ProcessIdentity[] {
    const [root] = [...this.known.keys()]
    if (root === undefined) return []
    spawn('taskkill', taskkillArguments(root, name), { stdio: 'ignore', windowsHide: true }).on(
      'error',
      () => undefined,
    )
    return [identify(root)]
  }
}

/**
 * Arguments of Windows' `taskkill` in place of a signal: `/T` takes the whole tree. Without `/F` it asks windows to close and
 * leaves console programs alone; the stop file is what these look at.
 */
export function taskkillArguments(pid: number, name: NodeJS.Signals): string[] {
  const force = name === 'SIGKILL' || name === 'SIGINT' ? ['/F'] : []
  return ['/PID', String(pid), '/T', ...force]
}

/** The marks of the measurements around a process, outermost first. */
export function marksOf(pid: number): string[] {
  return (variableOf(pid, TREE_VARIABLE) ?? '').split(SEPARATOR)
}

/** Whether the owner of one of these marks still runs. */
export function isMeasured(marks: readonly string[]): boolean {
  return marks.some((mark) => {
    const [owner = '', startTicks = ''] = mark.split('-')
    return isRunning({ pid: Number(owner), startTicks: startTicks || null })
  })
}

/**
 * A command with all of its descendants, also those that left its process group or session or whose parent ended (setsid,
 * double fork, nohup). Only a program that both clears its environment and gives up its parent before anyone looks escapes.
 */
export class ProcessTree extends ProcessSet {
  readonly #mark: string

  /**
   * @param root the command
   * @param mark what `newMark` gave and the command has in its environment
   */
  constructor(root: ProcessIdentity, mark: string) {
    super()
    this.#mark = mark
    this.known.set(root.pid, root.startTicks)
  }

  protected override isMember({ pid }: ListedProcess): boolean {
    return marksOf(pid).includes(this.#mark)
  }

  protected override isExcluded(): boolean {
    return false
  }

  /** Whether a measurement inside ours owns the process and still runs. */
  protected override isNested({ pid }: ListedProcess): boolean {
    const marks = marksOf(pid)
    return marks.includes(this.#mark) && isMeasured(marks.slice(marks.indexOf(this.#mark) + 1))
  }
}

function sendSignal(identity: ProcessIdentity, name: NodeJS.Signals): boolean {
  if (process.platform === 'linux' && !isRunning(identity)) return false
  try {
    return process.kill(identity.pid, name)
  } catch {
    // It ended in this moment, or belongs to another user (sudo).
    return false
  }
}

function byAge(a: ListedProcess, b: ListedProcess): number {
  return Number(a.startTicks) - Number(b.startTicks) || a.pid - b.pid
}

/** The moment as start times count it, or null where they do not. */
function ticksSinceBoot(): number | null {
  const uptime = Number.parseFloat(textAt('/', 'proc/uptime') ?? '')
  return Number.isFinite(uptime) ? uptime * TICKS_PER_S : null
}
