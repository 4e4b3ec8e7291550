import type { CompleteMachine, Features } from './features.ts'

/**
 * How alike the logarithms of the power of two machines are: a Gaussian process's covariance. Lengths are in the units
 * of `Features` (one unit: a factor of two, or five years), variances in squared natural logarithms.
 */
export interface Kernel {
  /** Prior variance of each linear weight. */
  readonly linear: number
  /** Machines that are alike in what their makers publish. */
  readonly alike: {
    readonly variance: number
    readonly chips: number
    readonly coresPerChip: number
    readonly tdpPerChip: number
    readonly memoryPerChip: number
    readonly clock: number
    readonly generationYear: number
    readonly top: number
  }
  /** Variances shared by machines of one socket, generation, CPU or maker, whatever else they are. */
  readonly same: { readonly platform: number; readonly generation: number; readonly cpu: number; readonly make: number }
  /** The same, for machines of like configuration. */
  readonly sameAndNear: {
    readonly platform: number
    readonly generation: number
    readonly cpu: number
    readonly chips: number
    readonly coresPerChip: number
    readonly memoryPerChip: number
    readonly tdpPerChip: number
    readonly year: number
  }
  /** Variance of two measurements of one machine. */
  readonly noise: number
  /** Residuals beyond this many standard deviations count linearly, not squared: a few outliers decide nothing. */
  readonly robust: number
}

/** A machine as the kernel sees it. */
export interface KernelPoint {
  readonly machine: CompleteMachine
  readonly features: Features
}

const square = (x: number): number => x * x

/** Covariance of two machines apart from its linear part, which is kept as weights. */
export const covariance = (kernel: Kernel, a: KernelPoint, b: KernelPoint): number => {
  const { alike, same, sameAndNear: near } = kernel
  const chips = square(a.features.chips - b.features.chips)
  const cores = square(a.features.coresPerChip - b.features.coresPerChip)
  const tdp = square(a.features.tdpPerChip - b.features.tdpPerChip)
  const memory = square(a.features.memoryPerChip - b.features.memoryPerChip)
  let sum =
    alike.variance *
    Math.exp(
      -0.5 *
        (chips / square(alike.chips) +
          cores / square(alike.coresPerChip) +
          tdp / square(alike.tdpPerChip) +
          memory / square(alike.memoryPerChip) +
          square(a.features.clock - b.features.clock) / square(alike.clock) +
          square(a.features.generationYear - b.features.generationYear) / square(alike.generationYear) +
          square(a.features.top - b.features.top) / square(alike.top)),
    )
  if (a.machine.make === b.machine.make) sum += same.make
  const one = a.machine.generation
  const other = b.machine.generation
  if (one === undefined || other === undefined) return sum
  const samePlatform = one.platform === other.platform
  const sameGeneration = one.id === other.id
  if (!samePlatform && !sameGeneration) return sum
  const sameCpu = a.machine.cpuKey !== undefined && a.machine.cpuKey === b.machine.cpuKey
  const nearness = Math.exp(
    -0.5 *
      (chips / square(near.chips) +
        cores / square(near.coresPerChip) +
        memory / square(near.memoryPerChip) +
        tdp / square(near.tdpPerChip) +
        square(a.features.year - b.features.year) / square(near.year)),
  )
  if (samePlatform) sum += same.platform + near.platform * nearness
  if (sameGeneration) sum += same.generation + near.generation * nearness
  if (sameCpu) sum += same.cpu + near.cpu * nearness
  return sum
}
