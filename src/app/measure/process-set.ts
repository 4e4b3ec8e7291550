import { SAMPLER_VARIABLE } from '../../sensors/child-environment.ts'
import { type ProcessIdentity, identify, isRunning, ticksOfUptime } from '../../sensors/process-identity.ts'
import { type ListedProcess, listProcesses, variableOf } from '../../sensors/process-list.ts'
import { textAt } from '../../sensors/root.ts'
import { taskkill } from './taskkill.ts'

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
    if (process.platform === 'win32') return this.#signalOnWindows(name)
    const signalled = new Map<number, ProcessIdentity>()
    const send = (member: TreeMember): void => {
      if (signalled.has(member.pid) || (member.isNested && name !== 'SIGKILL')) return
      if (!isWanted(member)) return
      if (!sendSignal(member, name)) return
      signalled.set(member.pid, member)
      // What is suspended could not save anything before it is killed; timeout(1) and Slurm wake it as well.
      if (name === 'SIGTERM' && member.isSuspended) sendSignal(member, 'SIGCONT')
    }
    const members = this.members()
    const before = ticksSinceBoot()
    for (const member of members) send(member)
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

  /** On Windows the first process and its descendants get it together. */
  #signalOnWindows(name: NodeJS.Signals): ProcessIdentity[] {
    const [root] = this.known.keys()
    if (root === undefined) return []
    taskkill(root, name)
    return [identify(root)]
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
  return ticksOfUptime(textAt('/', 'proc/uptime') ?? '')
}
