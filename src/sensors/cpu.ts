import { cpus } from 'node:os'
import { join } from 'node:path'
import { KeptFile } from './kept-file.ts'
import type { Sensor } from './sensor.ts'

/** CPU time of the whole machine since boot, summed over its processors, ms. */
export interface CpuTime {
  /** Time that a processor did work. Waiting for a disk is not work. */
  readonly busyMs: number
  /** All time, stolen time included: elapsed time x processors. */
  readonly totalMs: number
  /** Time that the hypervisor gave to others while a processor had work. */
  readonly stealMs: number
}

/** Length of a tick in /proc/stat, ms: USER_HZ is 100 on every architecture that Node runs on (proc(5), sysconf _SC_CLK_TCK). */
const TICK_MS = 10

/**
 * CPU time from the first line of /proc/stat (proc(5)): user nice system idle iowait irq softirq steal guest guest_nice.
 * Time of guests is already inside user and nice, so it is not added again.
 */
class ProcStatCpu implements Sensor<CpuTime> {
  private readonly file: KeptFile

  constructor(root: string) {
    this.file = new KeptFile(join(root, 'proc/stat'))
  }

  read(): CpuTime | null {
    if (!this.file.refresh()) return null
    // Two spaces follow "cpu". By index, because destructuring an array runs its iterator at every tick.
    const fields = this.file.text.split(' ', 10)
    if (fields[0] !== 'cpu') return null
    const field = (index: number): number => Number(fields[index])
    const steal = field(9)
    const busy = field(2) + field(3) + field(4) + field(7) + field(8)
    const total = busy + field(5) + field(6) + steal
    // Some sandboxes have the file with nothing but zeros.
    if (!(total > 0)) return null
    return { busyMs: busy * TICK_MS, totalMs: total * TICK_MS, stealMs: steal * TICK_MS }
  }

  close(): void {
    this.file.close()
  }
}

/** CPU time as Node.js reports it: on every platform, without steal, and with waiting for disks as idle. */
class OsCpu implements Sensor<CpuTime> {
  read(): CpuTime | null {
    let busy = 0
    let idle = 0
    for (const { times } of cpus()) {
      busy += times.user + times.nice + times.sys + times.irq
      idle += times.idle
    }
    return busy + idle > 0 ? { busyMs: busy, totalMs: busy + idle, stealMs: 0 } : null
  }

  close(): void {
    // No file stays open.
  }
}

/** The best CPU sensor there is here. @returns also whether it is the fallback */
export function openCpu(root: string): { sensor: Sensor<CpuTime>; fallback: boolean } {
  const sensor = new ProcStatCpu(root)
  if (sensor.read() !== null) return { sensor, fallback: false }
  sensor.close()
  return { sensor: new OsCpu(), fallback: process.platform === 'linux' }
}
