import { join } from 'node:path'
import { KeptFile } from './kept-file.ts'
import { type RaplZone, energyFile } from './rapl-zones.ts'
import type { Sensor } from './sensor.ts'

/** The counters of RAPL zones, µJ, in the order of the zones; one that cannot be read now is null. */
export class Rapl implements Sensor<readonly (number | null)[]> {
  private readonly files: readonly KeptFile[]

  constructor(root: string, zones: readonly RaplZone[]) {
    this.files = zones.map((zone) => new KeptFile(join(root, energyFile(zone)), 32))
  }

  read(): readonly (number | null)[] | null {
    if (this.files.length === 0) return null
    return this.files.map((file) => {
      if (!file.refresh()) return null
      const energy = file.numberAfter('')
      return Number.isNaN(energy) ? null : energy
    })
  }

  close(): void {
    for (const file of this.files) file.close()
  }
}
