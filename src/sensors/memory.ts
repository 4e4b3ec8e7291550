import { freemem, totalmem } from 'node:os'
import { join } from 'node:path'
import { KeptFile } from './kept-file.ts'
import type { Sensor } from './sensor.ts'

export interface MemoryUse {
  /** Memory in use, MiB: the total minus what is available without swapping. */
  readonly usedMb: number
  readonly totalMb: number
}

const KIB_PER_MIB = 1024
const BYTES_PER_MIB = 1024 * 1024

/** Memory of the whole machine from /proc/meminfo (proc(5), kB are KiB), elsewhere from the operating system through Node. */
export class Memory implements Sensor<MemoryUse> {
  private readonly file: KeptFile

  constructor(root: string) {
    this.file = new KeptFile(join(root, 'proc/meminfo'))
  }

  read(): MemoryUse | null {
    const { file } = this
    if (!file.refresh()) {
      const totalMb = totalmem() / BYTES_PER_MIB
      return totalMb > 0 ? { totalMb, usedMb: totalMb - freemem() / BYTES_PER_MIB } : null
    }
    const total = file.numberAfter('MemTotal:')
    // MemAvailable is since Linux 3.14; MemFree before it counts the cache as used.
    const available = file.numberAfter(file.text.includes('MemAvailable:') ? 'MemAvailable:' : 'MemFree:')
    if (!(total > 0) || Number.isNaN(available)) return null
    return { totalMb: total / KIB_PER_MIB, usedMb: Math.max(0, total - available) / KIB_PER_MIB }
  }

  close(): void {
    this.file.close()
  }
}
