import { join } from 'node:path'
import { KeptFile } from './kept-file.ts'
import { namesIn, numberIn, textAt } from './root.ts'
import type { SampledMeter } from './sensor.ts'

const FOLDER = 'sys/class/hwmon'
const W_PER_UW = 1e-6

/** Meters whose sum is the power of what they cover, W. */
class MeterSum implements SampledMeter {
  private readonly files: readonly KeptFile[]

  constructor(files: readonly KeptFile[]) {
    this.files = files
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

/**
 * Power of the whole machine from the kernel's monitoring files, W: the ACPI power meter (kernel documentation,
 * hwmon/acpi_power_meter), which firmware or a BMC feeds, and the service processor of POWER servers (hwmon/ibmpowernv).
 * Several meters of one machine read different supplies, so they add up.
 */
export class PowerMeter extends MeterSum {
  constructor(root: string) {
    const acpi = acpiMeters(root).filter(({ label }) => !OF_SOCKET.test(label))
    super([...acpi.map(({ file }) => file), ...servicePower(root)])
  }
}

/**
 * Power of NVIDIA Grace processors, W. Their ACPI meters read each socket's module with its GPU, Grace, and two rails of Grace, one inside
 * the other (NVIDIA Grace Performance Tuning Guide, power telemetry).
 */
export class GraceMeter extends MeterSum {
  constructor(root: string) {
    super(acpiMeters(root).flatMap(({ label, file }) => (/^Grace Power Socket \d+$/.test(label) ? [file] : [])))
  }
}

/** Label of a meter of one socket or a part of it. */
const OF_SOCKET = /\bPower Socket \d+$/

/** The ACPI power meters. Older kernels have their files in the device's folder. */
function acpiMeters(root: string): { readonly label: string; readonly file: KeptFile }[] {
  return namesIn(root, FOLDER).flatMap((id) => {
    const folder = [`${FOLDER}/${id}`, `${FOLDER}/${id}/device`].find(
      (each) =>
        textAt(root, `${each}/name`)?.trim() === 'power_meter' || textAt(root, `${each}/power1_oem_info`) !== null,
    )
    if (folder === undefined || numberIn(root, `${folder}/power1_is_battery`) === 1) return []
    const file = keptFile(root, `${folder}/power1_average`) ?? keptFile(root, `${folder}/power1_input`)
    return file ? [{ label: textAt(root, `${folder}/power1_oem_info`)?.trim() ?? '', file }] : []
  })
}

/** The inputs of POWER servers that read the whole system. */
function servicePower(root: string): KeptFile[] {
  return namesIn(root, FOLDER).flatMap((id) => {
    const folder = `${FOLDER}/${id}`
    if (textAt(root, `${folder}/name`)?.trim() !== 'ibmpowernv') return []
    return namesIn(root, folder).flatMap((name) => {
      const [, input] = /^(power\d+)_label$/.exec(name) ?? []
      const isSystem = input !== undefined && textAt(root, `${folder}/${name}`)?.trim() === 'System'
      return isSystem ? (keptFile(root, `${folder}/${input}_input`) ?? []) : []
    })
  })
}

function keptFile(root: string, path: string): KeptFile | null {
  const file = new KeptFile(join(root, path), 32)
  return file.isOpen ? file : null
}
