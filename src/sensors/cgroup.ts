import { join } from 'node:path'
import type { ControlGroup } from './cgroup-tree.ts'
import { KeptFile } from './kept-file.ts'
import type { Sensor } from './sensor.ts'

/** CPU time of the control group's processes since it was made, ms (cgroup v2 cpu.stat `usage_usec`, v1 cpuacct.usage in ns). */
export class CgroupCpu implements Sensor<number> {
  private readonly file: KeptFile
  private readonly perMs: number
  private readonly label: string

  constructor(root: string, group: ControlGroup) {
    this.file = new KeptFile(join(root, group.usageFile))
    this.perMs = group.version === 2 ? 1000 : 1_000_000
    this.label = group.version === 2 ? 'usage_usec ' : ''
  }

  read(): number | null {
    if (!this.file.refresh()) return null
    const usage = this.file.numberAfter(this.label)
    return Number.isNaN(usage) ? null : usage / this.perMs
  }

  close(): void {
    this.file.close()
  }
}
