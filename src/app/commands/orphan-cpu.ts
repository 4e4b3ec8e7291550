import type { ListedProcess } from '../../sensors/process-list.ts'
import type { ProcessTree } from '../measure/process-tree.ts'

/** Time between two looks, ms, at least; what an orphan works after the last look is missing. */
const SHORTEST_MS = 200
/** Share of the time that looking may take. */
const COST_SHARE = 0.05

/**
 * CPU time of orphans, descendants whose parent ended before them (`(build &)`, a double fork), and of what these start. Their status goes to
 * PID 1, so that no counter of ours gets their time, and it is gone when they end.
 */
export class OrphanCpu {
  readonly #tree: ProcessTree
  /** Those that ran at the last look, by process number and start: CPU time, ms, and the parent. */
  #running = new Map<string, { readonly cpuMs: number; readonly parent: string | null }>()
  #endedMs = 0
  #timer: NodeJS.Timeout | null = null

  constructor(tree: ProcessTree) {
    this.#tree = tree
    this.#lookAgain()
  }

  /**
   * Ends the looks.
   * @param running members that still run, whose time the caller counts
   * @returns CPU time of the orphans that have ended, ms
   */
  end(running: readonly ListedProcess[]): number {
    if (this.#timer) clearTimeout(this.#timer)
    this.#look(running)
    return this.#endedMs
  }

  #lookAgain(): void {
    const startMs = performance.now()
    this.#look(this.#tree.members())
    const waitMs = Math.max(SHORTEST_MS, (performance.now() - startMs) / COST_SHARE)
    this.#timer = setTimeout(() => this.#lookAgain(), waitMs).unref()
  }

  #look(members: readonly ListedProcess[]): void {
    const byPid = new Map(members.map((member) => [member.pid, member]))
    const isOrphaned = ({ parent }: ListedProcess): boolean => {
      const above = byPid.get(parent)
      return above ? isOrphaned(above) : parent !== process.pid
    }
    const present = new Set(members.map(keyOf))
    for (const [key, { cpuMs, parent }] of this.#running) {
      // A parent that runs has collected the time of its child.
      if (!present.has(key) && (parent === null || !present.has(parent))) this.#endedMs += cpuMs
    }
    this.#running = new Map(
      members.filter(isOrphaned).map((member) => {
        const parent = byPid.get(member.parent)
        return [keyOf(member), { cpuMs: member.cpuMs ?? 0, parent: parent ? keyOf(parent) : null }]
      }),
    )
  }
}

function keyOf({ pid, startTicks }: ListedProcess): string {
  return `${pid} ${startTicks ?? ''}`
}
