import { parseNumber } from '../core/quantity.ts'
import { type GpuReading, type GpuTool, deviceName } from './gpu.ts'
import { lineSplitter } from './text-stream.ts'

const CORE = ['index', 'uuid', 'name', 'power.draw', 'utilization.gpu']
const MIG = [...CORE, 'mig.mode.current']
const FIELDS = [[...MIG, 'total_energy_consumption'], MIG, CORE]

/** NVML counts energy in mJ (nvmlDeviceGetTotalEnergyConsumption). */
const MJ_PER_J = 1000

/**
 * NVIDIA's nvidia-smi, one process for the whole job: it prints a line for every GPU each second. `power.draw` is what the
 * board draws, averaged over about a second on most boards (`nvidia-smi --help-query-gpu`).
 */
export const NVIDIA_SMI: GpuTool = {
  command: 'nvidia-smi',
  variants: FIELDS.map((fields) => [
    `--query-gpu=${fields.join(',')}`,
    '--format=csv,noheader,nounits',
    '--loop-ms=1000',
  ]),
  everyMs: null,
  parser: (variant) => {
    const split = lineSplitter()
    const fields = FIELDS[variant] ?? CORE
    return (chunk) => split(chunk).flatMap((line) => nvidiaReading(line, fields) ?? [])
  },
}

/** What stands in place of a figure that a device does not give, as boards for desks and shares of virtual ones do. */
const SILENT = /^\[(?:N\/A|Not Supported)\]$/

/** One line of nvidia-smi's CSV. @returns null for anything that is not a row of just these fields */
export function nvidiaReading(line: string, fields: readonly string[] = CORE): GpuReading | null {
  const cells = line.trim().split(/, ?/)
  if (cells.length !== fields.length) return null
  const cell = (field: string): string => cells[fields.indexOf(field)] ?? ''
  if (!/^\d{1,3}$/.test(cell('index'))) return null
  const watts = amount(cell('power.draw'))
  const utilization = amount(cell('utilization.gpu'))
  const energy = amount(cell('total_energy_consumption'))
  const partitioned = cell('mig.mode.current') === 'Enabled'
  // [GPU is lost] and the like stand in every cell of a device that is gone; one that keeps its figures to itself is there.
  const isSilent =
    SILENT.test(cell('power.draw')) && SILENT.test(cell('utilization.gpu')) && !cell('name').startsWith('[')
  if (watts === null && utilization === null && energy === null && !partitioned && !isSilent) return null
  const uuid = cell('uuid')
  return {
    id: /^[\w-]{8,64}$/.test(uuid) ? uuid : cell('index'),
    name: deviceName(cell('name')),
    watts,
    utilization: utilization !== null && utilization <= 100 ? utilization : null,
    joules: energy === null ? null : energy / MJ_PER_J,
    partitioned,
  }
}

/** A number of at least 0, or null for `[N/A]`, `[Not Supported]`, `[Unknown Error]` and whatever else stands in its place. */
function amount(cell: string): number | null {
  const value = parseNumber(cell)
  return value !== null && value >= 0 ? value : null
}
