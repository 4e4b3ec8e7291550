import { parseNumber } from '../core/quantity.ts'
import type { GpuReading, GpuTool } from './gpu.ts'
import { lineSplitter } from './text-stream.ts'

/**
 * Intel's xpu-smi: `dump` prints a CSV line for every GPU each second. Metrics 0 and 1 are utilisation in percent and power
 * in W (XPU Manager, user guide of xpu-smi, "Dump the device statistics in CSV format").
 */
export const XPU_SMI: GpuTool = {
  command: 'xpu-smi',
  maker: 'Intel',
  periodMs: 1000,
  variants: [['dump', '-d', '-1', '-m', '0,1', '-i', '1']],
  everyMs: null,
  parser: () => {
    const split = lineSplitter()
    return (chunk) => split(chunk).flatMap((line) => intelReading(line) ?? [])
  },
}

/** `06:14:46.000,    0, 0.00, 14.61`. @returns null for headers and anything else */
export function intelReading(line: string): GpuReading | null {
  const [time = '', device = '', use = '', power = '', ...more] = line.split(',').map((cell) => cell.trim())
  if (more.length > 0 || !/^[\d:. -]{8,32}$/.test(time) || !/^\d{1,3}$/.test(device)) return null
  const [utilization, watts] = [parseNumber(use), parseNumber(power)]
  const error = utilization === null && watts === null ? { error: 'no figure' } : {}
  return {
    id: `intel${device}`,
    name: 'Intel GPU',
    watts: watts !== null && watts >= 0 ? watts : null,
    utilization: utilization !== null && utilization >= 0 && utilization <= 100 ? utilization : null,
    joules: null,
    partitioned: false,
    ...error,
  }
}
