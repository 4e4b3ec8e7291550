import { join } from 'node:path'
import { KeptFile } from './kept-file.ts'
import { namesIn, numberIn, textAt } from './root.ts'
import type { SampledMeter } from './sensor.ts'

const FOLDER = 'sys/class/hwmon'
const W_PER_UW = 1e-6

/**
 * Power of the whole machine from the kernel's monitoring files, W: the ACPI power meter (kernel documentation,
 * hwmon/acpi_power_meter), which firmware or a BMC feeds, and the service processor of POWER servers (hwmon/ibmpowernv).
 * Several meters of one machine read different supplies, so they add up.
 */
export class PowerMeter implements SampledMeter {
  private readonly files: readonly KeptFile[]

  constructor(root: string) {
    this.files = namesIn(root, FOLDER).flatMap((id) => meterFiles(root, `${FOLDER}/${id}`))
  }

  get isPresent(): boolean {
    return this.files.length > 0
  }

  /** @returns null unless every meter gives a figure above 0: a part of the machine is not the machine */
  read(): number | null {
    let microwatts = 0
    for (const file of this.files) {
      const value = file.refresh() ? file.numberAfter('') : Number.NaN
      if (!(value > 0)) return null
      microwatts += value
    }
    return microwatts > 0 ? microwatts * W_PER_UW : null
  }
}

function meterFiles(root: string, folder: string): KeptFile[] {
  const driver = textAt(root, `${folder}/name`)?.trim()
  if (driver === 'power_meter' && numberIn(root, `${folder}/power1_is_battery`) !== 1) {
    return [keptFile(root, `${folder}/power1_average`) ?? keptFile(root, `${folder}/power1_input`)].flatMap(
      (f) => f ?? [],
    )
  }
  if (driver !== 'ibmpowernv') return []
  return namesIn(root, folder).flatMap((name) => {
    const [, input] = /^(power\d+)_label$/.exec(name) ?? []
    const isSystem = input !== undefined && textAt(root, `${folder}/${name}`)?.trim() === 'System'
    return isSystem ? (keptFile(root, `${folder}/${input}_input`) ?? []) : []
  })
}

function keptFile(root: string, path: string): KeptFile | null {
  const file = new KeptFile(join(root, path), 32)
  return file.isOpen ? file : null
}
