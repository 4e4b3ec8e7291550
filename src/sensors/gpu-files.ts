import { deviceName, type GpuReading } from './gpu.ts'
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
  readonly folder: string
  readonly name: string
}

/** Boards whose driver shows their draw in the hwmon tree: read like any other file, no process at all. */
export class GpuFiles implements Sensor<readonly GpuReading[]> {
  readonly key = 'gpu'
  private readonly root: string
  private readonly boards: readonly Board[]

  constructor(root: string) {
    this.root = root
    this.boards = namesIn(root, FOLDER).flatMap((id) => boardIn(root, `${FOLDER}/${id}`) ?? [])
  }

  get isPresent(): boolean {
    return this.boards.length > 0
  }

  read(): readonly GpuReading[] {
    return this.boards.flatMap(({ folder, name }) => {
      const power = numberIn(this.root, `${folder}/power1_average`) ?? numberIn(this.root, `${folder}/power1_input`)
      const energy = numberIn(this.root, `${folder}/energy1_input`)
      const utilization = numberIn(this.root, `${folder}/device/gpu_busy_percent`)
      if (power === null && energy === null) return []
      return [
        {
          id: folder,
          name,
          watts: power === null ? null : power * PER_MICRO,
          utilization: utilization !== null && utilization <= 100 ? utilization : null,
          joules: energy === null ? null : energy * PER_MICRO,
          partitioned: false,
        },
      ]
    })
  }

  close(): void {
    // Nothing is held open.
  }
}

function boardIn(root: string, folder: string): Board | null {
  const driver = textAt(root, `${folder}/name`)?.trim() ?? ''
  const name = DRIVERS.get(driver)
  if (name === undefined) return null
  // A processor with graphics inside shows the power of the whole chip, which is the CPU's; only boards have a power cap.
  if (driver === 'amdgpu' && numberIn(root, `${folder}/power1_cap`) === null) return null
  const product = textAt(root, `${folder}/device/product_name`)
  return { folder, name: deviceName(product ?? '') || name }
}
