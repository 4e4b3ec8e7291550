import { type Range, makeRange } from '../core/range.ts'
import { findGpuShare } from './gpu-share.ts'
import { findGpu } from './gpus.ts'

/** Share of the power limit while idle, for boards without a published figure (Cloud Carbon Footprint's minima: 0.11 to 0.12 of TDP). */
const IDLE_SHARE = 0.115

/**
 * Power against utilisation, as shares of the way from idle to full: A100 in a cloud instance at 0, 10, 50 and 100 %
 * (46.5, 127, 301, 407 W; Benjamin Davy, Building an AWS EC2 Carbon Emissions Dataset, 2021). Utilisation says only how
 * often a kernel ran, so the curve is steep at first.
 */
const CURVE = [
  { utilization: 0, share: 0 },
  { utilization: 10, share: 0.223 },
  { utilization: 50, share: 0.706 },
  { utilization: 100, share: 1 },
] as const

/** Range of light and heavy kernels at one utilisation, as shares of the power. */
const SPREAD = { below: 0.4, above: 0.35 }

/**
 * Power of a board from its name and utilisation, W: for boards that do not report it, and for plans. A name
 * of a slice (vGPU, MIG instance, one of several devices) gives the power of the slice.
 * @param utilization percent, 0 to 100
 * @returns null for an unknown board
 */
export function gpuWatts(name: string, utilization: number): Range | null {
  const part = findGpuShare(name)
  const gpu = part?.gpu ?? findGpu(name)
  if (!gpu) return null
  const idle = gpu.idleW ?? gpu.tdpW * IDLE_SHARE
  const watts = idle + (gpu.tdpW - idle) * shareAt(Math.min(100, Math.max(0, utilization)))
  const low = watts * (1 - SPREAD.below) * (gpu.leastTdpW / gpu.tdpW)
  const high = Math.max(watts, Math.min(gpu.tdpW * 1.02, watts * (1 + SPREAD.above)))
  if (!part) return makeRange(watts, low, high)
  const { share, isElastic } = part
  return makeRange(watts * share, low * share, isElastic ? Math.max(watts, high * share) : high * share)
}

function shareAt(utilization: number): number {
  const upper = CURVE.findIndex((point) => point.utilization >= utilization)
  const [from, to] = [CURVE[Math.max(0, upper - 1)], CURVE[Math.max(0, upper)]]
  if (!from || !to || to.utilization === from.utilization) return to?.share ?? 0
  const way = (utilization - from.utilization) / (to.utilization - from.utilization)
  return from.share + (to.share - from.share) * way
}

/** Most that a board draws over a second, as a multiple of its limit: raised limits and peaks stay below. */
const MOST_OF_LIMIT = 2

/** Whether a board of this name can draw so much, W. What is in no table may be any board. */
export function isPossibleGpuPower(name: string, watts: number): boolean {
  const gpu = findGpuShare(name)?.gpu ?? findGpu(name)
  return gpu === null || watts <= MOST_OF_LIMIT * gpu.tdpW
}

/** Smallest over largest power limit of one name from which the name tells the power: laptops choose 35 to 115 W for one chip. */
const LEAST_LIMIT_SHARE = 0.65

/**
 * Power of a board that is in use and does not report it, W. Null where a name tells too little for the figure of a measurement: the
 * makers of laptops choose the power limit within a wide range, and the figure of a module (Jetson, GB10) contains its processors, which
 * are counted already.
 * @param utilization percent, 0 to 100
 */
export function measuredGpuWatts(name: string, utilization: number): Range | null {
  const gpu = findGpu(name)
  if (gpu !== null && (gpu.containsCpu || gpu.leastTdpW < LEAST_LIMIT_SHARE * gpu.tdpW)) return null
  return gpuWatts(name, utilization)
}
