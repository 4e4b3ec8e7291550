import { join } from 'node:path'
import { KeptFile } from './kept-file.ts'
import { namesIn, textAt } from './root.ts'
import type { SampledMeter } from './sensor.ts'

const FOLDER = 'sys/class/power_supply'
const MICRO = 1e-6

interface Cell {
  readonly status: KeptFile
  readonly power: KeptFile
  readonly current: KeptFile
  readonly voltage: KeptFile
}

/**
 * Power of a laptop on battery, W: the battery then feeds the whole machine and measures it. Null while it charges or is full, when
 * its power says nothing about the machine, and while a charger that is too weak feeds a part of it (kernel ABI, sysfs-class-power).
 */
export class Battery implements SampledMeter {
  private readonly cells: readonly Cell[]
  private readonly chargers: readonly KeptFile[]

  constructor(root: string) {
    const supplies = namesIn(root, FOLDER).map((name) => `${FOLDER}/${name}`)
    const typeOf = (folder: string): string => textAt(root, `${folder}/type`)?.trim() ?? ''
    this.chargers = supplies
      .filter((folder) => /^(?:Mains|USB)/.test(typeOf(folder)))
      .map((folder) => new KeptFile(join(root, folder, 'online'), 32))
    this.cells = supplies
      .filter((folder) => typeOf(folder) === 'Battery')
      // The battery of a mouse feeds another device, not the system.
      .filter((folder) => textAt(root, `${folder}/scope`)?.trim() !== 'Device')
      .map((folder) => {
        const file = (name: string): KeptFile => new KeptFile(join(root, folder, name), 32)
        return {
          status: file('status'),
          power: file('power_now'),
          current: file('current_now'),
          voltage: file('voltage_now'),
        }
      })
  }

  get isPresent(): boolean {
    return this.cells.length > 0
  }

  read(): number | null {
    if (this.chargers.some((online) => online.refresh() && online.numberAfter('') > 0)) return null
    let watts: number | null = null
    for (const { status, power, current, voltage } of this.cells) {
      const state = status.refresh() ? status.text.trim() : ''
      if (state === 'Charging' || state === 'Full') return null
      if (state !== 'Discharging') continue
      const direct = micro(power)
      const product = direct ?? times(micro(current), micro(voltage))
      // The rest of the machine's power is not known.
      if (product === null) return null
      // A machine that runs draws power: 0 is a driver without a figure, or the idle one of two batteries.
      if (product > 0) watts = (watts ?? 0) + product
    }
    return watts
  }
}

/** W, A or V from a file in µW, µA, µV; null if it is missing. Some drivers count what leaves the battery as negative. */
function micro(file: KeptFile): number | null {
  const value = file.refresh() ? Math.abs(Number.parseInt(file.text, 10)) : Number.NaN
  return Number.isNaN(value) ? null : value * MICRO
}

function times(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a * b
}
