import { join } from 'node:path'
import { deviceName, type GpuReading } from './gpu.ts'
import { KeptFile } from './kept-file.ts'
import { namesIn, numberIn, textAt } from './root.ts'
import type { Sensor } from './sensor.ts'

const FOLDER = 'sys/class/hwmon'
const PER_MICRO = 1e-6

/** Drivers of graphics boards that show power or energy as files (kernel documentation, gpu/amdgpu/thermal, ABI sysfs-driver-intel-*-hwmon). */
const DRIVERS = new Map([
  ['amdgpu', 'AMD GPU'],
  ['i915', 'Intel GPU'],
  ['xe', 'Intel GPU'],
])

interface Board {
  readonly id: string
  readonly name: string
  /** Files of the driver; null where it has none. Kept open: looking for a missing file at every tick costs more than reading. */
  readonly power: KeptFile | null
  readonly energy: KeptFile | null
  readonly busy: KeptFile | null
}

/** Boards whose driver shows their draw in the hwmon tree: read like any other file, no process at all. */
export class GpuFiles implements Sensor<readonly GpuReading[]> {
  readonly key = 'gpu'
  private readonly boards: readonly Board[]

  constructor(root: string) {
    this.boards = namesIn(root, FOLDER).flatMap((id) => boardIn(root, `${FOLDER}/${id}`) ?? [])
  }

  get isPresent(): boolean {
    return this.boards.length > 0
  }

  read(): readonly GpuReading[] {
    return this.boards.flatMap(({ id, name, power, energy, busy }) => {
      const microwatts = numberOf(power)
      const microjoules = numberOf(energy)
      const utilization = numberOf(busy)
      if (microwatts === null && microjoules === null) return []
      return [
        {
          id,
          name,
          watts: microwatts === null ? null : microwatts * PER_MICRO,
          utilization: utilization !== null && utilization <= 100 ? utilization : null,
          joules: microjoules === null ? null : microjoules * PER_MICRO,
          partitioned: false,
        },
      ]
    })
  }

  close(): void {
    for (const { power, energy, busy } of this.boards) for (const file of [power, energy, busy]) file?.close()
  }
}

function boardIn(root: string, folder: string): Board | null {
  const driver = textAt(root, `${folder}/name`)?.trim() ?? ''
  const name = DRIVERS.get(driver)
  if (name === undefined) return null
  // A processor with graphics inside shows the power of the whole chip, which is the CPU's; only boards have a power cap.
  if (driver === 'amdgpu' && numberIn(root, `${folder}/power1_cap`) === null) return null
  const product = textAt(root, `${folder}/device/product_name`)
  return {
    id: folder,
    name: deviceName(product ?? '') || name,
    power: kept(root, `${folder}/power1_average`) ?? kept(root, `${folder}/power1_input`),
    energy: kept(root, `${folder}/energy1_input`),
    busy: kept(root, `${folder}/device/gpu_busy_percent`),
  }
}

function kept(root: string, path: string): KeptFile | null {
  const file = new KeptFile(join(root, path), 32)
  return file.isOpen ? file : null
}

function numberOf(file: KeptFile | null): number | null {
  if (!file?.refresh()) return null
  const value = file.numberAfter('')
  return Number.isNaN(value) ? null : value
}
