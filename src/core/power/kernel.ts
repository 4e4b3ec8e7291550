import type { CompleteMachine, Features } from './features.ts'

/**
 * How alike the logarithms of the power of two machines are: a Gaussian process's covariance. Lengths are in the units
 * of `Features` (one unit: a factor of two, or five years), variances in squared natural logarithms.
 */
export interface Kernel {
  /** Prior variance of each linear weight. */
  readonly linear: number
  /** Machines with similar published figures: the variance, and the length of each feature. */
  readonly alike: Features & { readonly variance: number }
  /** Variances shared by machines of one socket or CPU, whatever else they are. */
  readonly same: { readonly platform: number; readonly cpu: number }
  /** The same, for machines with like memory of a like year: mostly of one maker's one test. */
  readonly sameAndNear: {
    readonly platform: number
    readonly cpu: number
    readonly memoryPerChip: number
    readonly year: number
  }
  /** Variance that machines with a CPU of one maker share, and the length of time over which they do. */
  readonly maker: { readonly variance: number; readonly year: number }
  /** Variance of two measurements of one machine. */
  readonly noise: number
  /** Scale of the Cauchy weights, in standard deviations of the noise: a residual this large has half the weight. */
  readonly robust: number
}

/** A machine in the form that the kernel compares. */
export interface KernelPoint {
  readonly machine: CompleteMachine
  readonly features: Features
}

const square = (x: number): number => x * x

/** A machine of an unknown maker counts as the mean of the two makers of most servers. */
const UNKNOWN_MAKER_SHARE = 0.5

const makerShare = (a: string, b: string): number => {
  if (a === '' || b === '') return UNKNOWN_MAKER_SHARE
  return a === b ? 1 : 0
}

/** Covariance of two machines, in squared natural logarithms of watts, without the linear part, which is kept as weights. */
export const covariance = (kernel: Kernel, a: KernelPoint, b: KernelPoint): number => {
  const { alike, same, sameAndNear: near } = kernel
  const chips = square(a.features.chips - b.features.chips)
  const cores = square(a.features.coresPerChip - b.features.coresPerChip)
  const tdp = square(a.features.tdpPerChip - b.features.tdpPerChip)
  const memory = square(a.features.memoryPerChip - b.features.memoryPerChip)
  const year = square(a.features.year - b.features.year)
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
          square(a.features.top - b.features.top) / square(alike.top) +
          square(a.features.threads - b.features.threads) / square(alike.threads) +
          year / square(alike.year)),
    )
  const share = makerShare(a.machine.make, b.machine.make)
  if (share > 0) sum += share * kernel.maker.variance * Math.exp((-0.5 * year) / square(kernel.maker.year))
  const one = a.machine.generation
  const other = b.machine.generation
  if (one === undefined || other === undefined || one.platform !== other.platform) return sum
  const nearness = Math.exp(-0.5 * (memory / square(near.memoryPerChip) + year / square(near.year)))
  sum += same.platform + near.platform * nearness
  if (a.machine.cpuKey !== undefined && a.machine.cpuKey === b.machine.cpuKey) sum += same.cpu + near.cpu * nearness
  return sum
}
