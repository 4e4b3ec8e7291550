import { namesIn, numberIn, textAt } from './root.ts'
import type { Sensor } from './sensor.ts'

const FOLDER = 'sys/class/power_supply'
const MICRO = 1e-6

/**
 * Power of a laptop that runs from its battery, W: then the battery feeds the whole machine and is a meter of it. Null while
 * it charges or is full, when its power says nothing about the machine (kernel ABI, sysfs-class-power).
 */
export class Battery implements Sensor<number> {
  readonly key = 'battery'
  private readonly root: string
  private readonly folders: readonly string[]

  constructor(root: string) {
    this.root = root
    this.folders = namesIn(root, FOLDER)
      .map((name) => `${FOLDER}/${name}`)
      .filter((folder) => textAt(root, `${folder}/type`)?.trim() === 'Battery')
      // A mouse's battery is of its own device, not of the system.
      .filter((folder) => textAt(root, `${folder}/scope`)?.trim() !== 'Device')
  }

  get isPresent(): boolean {
    return this.folders.length > 0
  }

  read(): number | null {
    let watts: number | null = null
    for (const folder of this.folders) {
      const status = textAt(this.root, `${folder}/status`)?.trim()
      if (status === 'Charging' || status === 'Full') return null
      if (status !== 'Discharging') continue
      const power = numberIn(this.root, `${folder}/power_now`)
      const current = numberIn(this.root, `${folder}/current_now`)
      const voltage = numberIn(this.root, `${folder}/voltage_now`)
      if (power !== null) watts = (watts ?? 0) + power * MICRO
      else if (current !== null && voltage !== null) watts = (watts ?? 0) + current * MICRO * (voltage * MICRO)
    }
    return watts
  }

  close(): void {
    // Nothing is held open.
  }
}
