import { checkedPue, operationalGrams } from '../formula.ts'
import { nonNegative, numberWithin } from '../quantity.ts'

/** Green Algorithms 3.0 (github.com/GreenAlgorithms/green-algorithms-tool, form_blueprint.py) and GA4HPC (backend). */

/** Watts of a GB of memory (both). */
export const MEMORY_W_PER_GB = 0.3725

/** PUE of a place that is not known: since 3.0, and in 1.0 to 2.2. */
export const UNKNOWN_PUE = { v3: 1.56, v2: 1.67 } as const

/** PUE of a provider where it has none of the data centre, and of a computer at home (3.0). */
export const KNOWN_PUE = { personal: 1, gcp: 1.12, aws: 1.2, azure: 1.12, ovhcloud: 1.09, oracle: 1.2 } as const

/** The same in 1.0 to 2.2. */
export const KNOWN_PUE_V2 = { personal: 1, gcp: 1.11, aws: 1.2, azure: 1.125 } as const

/** Watts of a core of a processor that is not known. */
export const ANY_CORE_W = 12

/** Watts of a GPU that is not known. */
export const ANY_GPU_W = 200

/** What a tree takes up in a month, g. */
export const TREE_MONTH_G = 917

/** A job as its form asks for it. */
export interface AlgorithmRun {
  readonly hours: number
  readonly cores?: { readonly count: number; readonly wattsEach: number; readonly usage?: number }
  readonly gpus?: { readonly count: number; readonly wattsEach: number; readonly usage?: number }
  readonly memoryGb: number
  readonly pue: number
  readonly gramsPerKwh: number
  /** How often it is run (pragmatic scaling factor), 1 unless said. */
  readonly runs?: number
}

export interface AlgorithmFootprint {
  /** With the PUE, W. */
  readonly watts: number
  readonly kwh: number
  readonly grams: number
  /** Shares of the grams. */
  readonly cpuGrams: number
  readonly gpuGrams: number
  readonly memoryGrams: number
  readonly treeMonths: number
}

/** The calculator: P = PUE x (cores x TDP x usage + GPUs x TDP x usage + GB x 0.3725). @throws QuantityError */
export function footprint(run: AlgorithmRun): AlgorithmFootprint {
  const pue = checkedPue(run.pue)
  const hours = nonNegative('hours', run.hours)
  const runs = nonNegative('runs', run.runs ?? 1)
  const watts = {
    cpu: pue * processors(run.cores),
    gpu: pue * processors(run.gpus),
    memory: pue * nonNegative('memory', run.memoryGb) * MEMORY_W_PER_GB,
  }
  const grams = (w: number): number => operationalGrams((hours * w * runs) / 1000, run.gramsPerKwh)
  const total = watts.cpu + watts.gpu + watts.memory
  return {
    watts: total,
    kwh: (hours * total * runs) / 1000,
    grams: grams(total),
    cpuGrams: grams(watts.cpu),
    gpuGrams: grams(watts.gpu),
    memoryGrams: grams(watts.memory),
    treeMonths: grams(total) / TREE_MONTH_G,
  }
}

function processors(group: AlgorithmRun['cores']): number {
  if (group === undefined) return 0
  return (
    nonNegative('count', group.count) *
    nonNegative('watts', group.wattsEach) *
    numberWithin('usage', group.usage ?? 1, 0, 1)
  )
}

/** GA4HPC: processor and GPU time at their TDP, memory over the wall time. @returns kWh with the PUE @throws QuantityError */
export function hpcKwh(job: {
  cpuHours: number
  cpuWatts: number
  gpuHours: number
  gpuWatts: number
  wallHours: number
  memoryGb: number
  pue: number
}): number {
  const wattHours =
    nonNegative('CPU time', job.cpuHours) * nonNegative('CPU watts', job.cpuWatts) +
    nonNegative('GPU time', job.gpuHours) * nonNegative('GPU watts', job.gpuWatts) +
    nonNegative('wall time', job.wallHours) * nonNegative('memory', job.memoryGb) * MEMORY_W_PER_GB
  return (wattHours / 1000) * checkedPue(job.pue)
}
