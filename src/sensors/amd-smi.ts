import { parseNumber } from '../core/quantity.ts'
import { type GpuReading, type GpuTool, deviceName } from './gpu.ts'
import { jsonSplitter } from './text-stream.ts'

/** Seconds between readings: amd-smi is a Python program and each look costs. */
const WATCH_S = '5'

/** AMD's amd-smi, one process for the whole job. */
export const AMD_SMI: GpuTool = {
  command: 'amd-smi',
  maker: 'AMD',
  periodMs: 5000,
  variants: [
    ['metric', '--power', '--usage', '--energy', '--json', '--watch', WATCH_S],
    ['metric', '--power', '--usage', '--json', '--watch', WATCH_S],
  ],
  everyMs: null,
  parser: () => {
    const split = jsonSplitter()
    return (chunk) => split(chunk).flatMap(amdReadings)
  },
}

/** AMD's older rocm-smi cannot print continuously: it is started every ten seconds. */
export const ROCM_SMI: GpuTool = {
  command: 'rocm-smi',
  maker: 'AMD',
  periodMs: 12_000,
  variants: [['--showpower', '--showuse', '--showproductname', '--json']],
  everyMs: 10_000,
  parser: () => {
    const split = jsonSplitter()
    return (chunk) => split(chunk).flatMap(rocmReadings)
  },
}

/** Readings of `amd-smi metric --json`: a list of GPUs, since version 26 inside `gpu_data`. */
export function amdReadings(json: unknown): GpuReading[] {
  const list = at(json, 'gpu_data') ?? json
  if (!Array.isArray(list)) return []
  return list.flatMap((gpu: unknown) => {
    const index = number(at(gpu, 'gpu'))
    if (index === null) return []
    const watts = number(at(gpu, 'power', 'socket_power'))
    const utilization = number(at(gpu, 'usage', 'gfx_activity'))
    const joules = number(at(gpu, 'energy', 'total_energy_consumption'))
    const error = watts === null && joules === null && utilization === null ? { error: 'no figure' } : {}
    return [{ id: `amd${index}`, name: 'AMD GPU', watts, utilization, joules, partitioned: false, ...error }]
  })
}

/**
 * Readings of `rocm-smi --json`: an object of `cardN`, every value a string, the labels changing between versions: "Average
 * Graphics Package Power (W)" until ROCm 5, "Current Socket Graphics Package Power (W)" since then on boards that report it.
 */
export function rocmReadings(json: unknown): GpuReading[] {
  if (typeof json !== 'object' || json === null) return []
  return Object.entries(json).flatMap(([card, values]) => {
    if (!/^card\d{1,3}$/.test(card) || typeof values !== 'object' || values === null) return []
    const labelled = (label: RegExp): unknown => Object.entries(values).find(([key]) => label.test(key))?.[1]
    const power = labelled(/^(?:average|current) .*package power \(W\)$/i)
    // The first die of a board with two reports the power of both. Without this 0 a table would add the second's.
    const watts = power === 'N/A (Secondary die)' ? 0 : number(power)
    const utilization = number(labelled(/^GPU use \(%\)$/i))
    const error = watts === null && utilization === null ? { error: 'no figure' } : {}
    const name = labelled(/^card (?:series|model)$/i)
    return [
      {
        id: card,
        name: deviceName(typeof name === 'string' ? name : 'AMD GPU'),
        watts,
        utilization,
        joules: null,
        partitioned: false,
        ...error,
      },
    ]
  })
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  let found = value
  for (const key of keys) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = (found as Record<string, unknown>)[key]
  }
  return found
}

/** A number of at least 0: plain, as text, or as `{"value": 35, "unit": "W"}`; null for `N/A`. */
function number(value: unknown): number | null {
  const inner = typeof value === 'object' ? at(value, 'value') : value
  const parsed = typeof inner === 'string' ? parseNumber(inner) : inner
  return typeof parsed === 'number' && Number.isFinite(parsed) && parsed >= 0 ? parsed : null
}
