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
  maker: 'NVIDIA',
  periodMs: 1000,
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

/** Cell of a figure that a device does not report, as many desktop boards and virtual GPUs do. */
const UNSUPPORTED = /^(?:\[(?:N\/A|Not Supported)\]|N\/A)$/
/** Cell of a figure that cannot be read: `[Unknown Error]`, `[GPU is lost]`, `[GPU requires reset]`, `ERR!`. */
const FAILED = /^\[(?!N\/A\]|Not Supported\])([^\]]{1,60})\]$|^(ERR!)$/
/** Line that nvidia-smi prints in place of the row of a device that it cannot open. */
const UNOPENED = /^Unable to determine the device handle for GPU(?:\d+:)? ?([\dA-Fa-f:.]{7,16}): (.{1,60})$/
/** Line in place of all rows. Without a loaded driver there may be no device; every other failure is that of a driver with devices. */
const UNANSWERED = /^Failed to initialize NVML: (?!Driver Not Loaded|Not Found|.*LIBRARY_NOT_FOUND)(.{1,60})$/i

/**
 * Parses one line of nvidia-smi's CSV. A row whose figures are all errors is still a device: it is present and not counted.
 * @returns null for anything that is not a row of exactly these fields
 */
export function nvidiaReading(line: string, fields: readonly string[] = CORE): GpuReading | null {
  const unopened = UNOPENED.exec(line.trim())
  if (unopened) return failedReading(`pci-${unopened[1] ?? ''}`, 'NVIDIA GPU', unopened[2] ?? '')
  const unanswered = UNANSWERED.exec(line.trim())
  if (unanswered) return failedReading('driver', 'NVIDIA GPU', unanswered[1] ?? '')
  const cells = line.trim().split(/, ?/)
  if (cells.length !== fields.length) return null
  const cell = (field: string): string => cells[fields.indexOf(field)] ?? ''
  if (!/^\d{1,3}$/.test(cell('index'))) return null
  const watts = amount(cell('power.draw'))
  const utilization = amount(cell('utilization.gpu'))
  const energy = amount(cell('total_energy_consumption'))
  const partitioned = cell('mig.mode.current') === 'Enabled'
  const uuid = cell('uuid')
  const id = /^[\w-]{8,64}$/.test(uuid) ? uuid : cell('index')
  const name = FAILED.test(cell('name')) || UNSUPPORTED.test(cell('name')) ? 'NVIDIA GPU' : deviceName(cell('name'))
  const hasFigure = watts !== null || energy !== null
  const isUnsupported =
    UNSUPPORTED.test(cell('power.draw')) && (utilization !== null || UNSUPPORTED.test(cell('utilization.gpu')))
  const failure = FAILED.exec(cell('power.draw')) ?? FAILED.exec(cell('utilization.gpu')) ?? FAILED.exec(cell('name'))
  // The owner of a MIG device may not read its board.
  const isForbidden = partitioned && (failure === null || /permissions/i.test(failure[0]))
  if (!hasFigure && !isUnsupported && !isForbidden) {
    return failedReading(id, name, failure?.[1] ?? failure?.[2] ?? 'no valid figure')
  }
  return {
    id,
    name,
    watts,
    utilization: utilization !== null && utilization <= 100 ? utilization : null,
    joules: energy === null ? null : energy / MJ_PER_J,
    partitioned,
  }
}

function failedReading(id: string, name: string, error: string): GpuReading {
  return { id, name, watts: null, utilization: null, joules: null, partitioned: false, error: deviceName(error) }
}

/** Returns a number of at least 0, or null for `[N/A]`, `[Not Supported]`, `[Unknown Error]` and other text. */
function amount(cell: string): number | null {
  const value = parseNumber(cell)
  return value !== null && value >= 0 ? value : null
}
