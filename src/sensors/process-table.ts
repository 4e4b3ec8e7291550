import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { monotonicMs } from './clock.ts'

/** CPU time of the processes of one name since the look before, ms. */
export type NameShare = readonly [name: string, cpuMs: number]

/** Length of a tick in /proc/PID/stat, ms (USER_HZ, see cpu.ts). */
const TICK_MS = 10
/** Maximum number of names in the sample file. */
const MOST_NAMES = 10
/** Bounds of the time between looks, ms. */
const SHORTEST_MS = 10_000
const LONGEST_MS = 120_000
/** Share of one processor that looking may take. A look reads a file per process. */
const BUDGET = 0.00005

/** Which programs used the CPU: names only, never arguments (they may contain secrets), from /proc/PID/stat (proc(5)). */
export class ProcessTable {
  private readonly folder: string
  private last = new Map<string, number>()
  private nextMs = 0

  constructor(root: string) {
    this.folder = join(root, 'proc')
  }

  /**
   * Looks when it is time to, or when it is now or never.
   * @returns the busiest names since the look before; null when it is not time or was the first look
   */
  look(isLast = false): NameShare[] | null {
    const start = monotonicMs()
    if (start < this.nextMs && !isLast) return null
    const first = this.last.size === 0
    const shares = this.scan()
    const costMs = monotonicMs() - start
    this.nextMs = start + Math.min(LONGEST_MS, Math.max(SHORTEST_MS, costMs / BUDGET))
    return first ? null : shares
  }

  private scan(): NameShare[] {
    const now = new Map<string, number>()
    const byName = new Map<string, number>()
    for (const pid of this.pids()) {
      const process = this.processOf(pid)
      if (!process) continue
      const { identity, name, cpuMs } = process
      now.set(identity, cpuMs)
      const spent = cpuMs - (this.last.get(identity) ?? 0)
      if (spent > 0) byName.set(name, (byName.get(name) ?? 0) + spent)
    }
    this.last = now
    return [...byName].sort((a, b) => b[1] - a[1]).slice(0, MOST_NAMES)
  }

  private pids(): string[] {
    try {
      return readdirSync(this.folder).filter((name) => name >= '0' && name <= '9~')
    } catch {
      return []
    }
  }

  private processOf(pid: string): { identity: string; name: string; cpuMs: number } | null {
    let text: string
    try {
      text = readFileSync(join(this.folder, pid, 'stat'), 'latin1')
    } catch {
      return null
    }
    const end = text.lastIndexOf(')')
    const fields = text.slice(end + 2).split(' ', 20)
    const ticks = Number(fields[11]) + Number(fields[12])
    if (!Number.isFinite(ticks)) return null
    const name = text.slice(text.indexOf('(') + 1, end)
    return { identity: `${pid}-${fields[19]}`, name, cpuMs: ticks * TICK_MS }
  }
}
