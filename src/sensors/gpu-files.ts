import { join } from 'node:path'
import { deviceName, type GpuMaker, type GpuReading } from './gpu.ts'
import { isAmdBoard, mayOpen } from './gpu-boards.ts'
import { KeptFile } from './kept-file.ts'
import { namesIn, textAt } from './root.ts'

const FOLDER = 'sys/class/hwmon'
const PER_MICRO = 1e-6

/** Drivers of graphics boards that show power or energy as files (kernel documentation, gpu/amdgpu/thermal, ABI sysfs-driver-intel-*-hwmon). */
const DRIVERS = new Map<string, GpuMaker>([
  ['amdgpu', 'AMD'],
  ['i915', 'Intel'],
  ['xe', 'Intel'],
])

/** A reading with the maker of its board. */
export interface FileReading extends GpuReading {
  readonly maker: GpuMaker
}

interface Board {
  readonly id: string
  readonly name: string
  readonly maker: GpuMaker
  /** Files of the driver; null where it has none. Kept open: looking for a missing file at every tick costs more than reading. */
  readonly power: KeptFile | null
  readonly energy: KeptFile | null
  readonly busy: KeptFile | null
}

/** Boards whose driver shows their draw in the hwmon tree: read like any other file, no process at all. */
export class GpuFiles {
  private readonly boards: readonly Board[]

  constructor(root: string) {
    this.boards = namesIn(root, FOLDER).flatMap((id) => boardIn(root, `${FOLDER}/${id}`) ?? [])
  }

  get isPresent(): boolean {
    return this.boards.length > 0
  }

  /** Whether a board of this maker is read from files. */
  covers(maker: string): boolean {
    return this.boards.some((board) => board.maker === maker)
  }

  read(): readonly FileReading[] {
    return this.boards.map(({ id, name, maker, power, energy, busy }) => {
      const microwatts = numberOf(power)
      const microjoules = numberOf(energy)
      const utilization = numberOf(busy)
      return {
        id,
        name,
        maker,
        watts: microwatts === null ? null : microwatts * PER_MICRO,
        utilization: utilization !== null && utilization <= 100 ? utilization : null,
        joules: microjoules === null ? null : microjoules * PER_MICRO,
        partitioned: false,
        ...(microwatts === null && microjoules === null ? { error: 'no figure' } : {}),
      }
    })
  }
}

function boardIn(root: string, folder: string): Board | null {
  const driver = textAt(root, `${folder}/name`)?.trim() ?? ''
  const maker = DRIVERS.get(driver)
  if (maker === undefined || !mayOpen(root, folder)) return null
  if (driver === 'amdgpu' && !isAmdBoard(root, folder)) return null
  const power = kept(root, `${folder}/power1_average`) ?? kept(root, `${folder}/power1_input`)
  // Of some cards the driver xe counts the package alone (kernel ABI, sysfs-driver-intel-xe-hwmon).
  const energy = kept(root, `${folder}/energy1_input`) ?? kept(root, `${folder}/energy2_input`)
  // Intel's counter may be readable by root only: then the maker's tool reads the board.
  if (maker === 'Intel' && power === null && energy === null) return null
  const product = textAt(root, `${folder}/device/product_name`)
  return {
    id: folder,
    name: deviceName(product ?? '') || `${maker} GPU`,
    maker,
    power,
    energy,
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
