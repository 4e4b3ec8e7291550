import type { Kernel } from '../../src/core/power/kernel.ts'

/*
 * Covariances of the three processes. Each figure is the geometric mean of a round starting value and of the best value
 * that a random search found on the training servers (absolute error of servers left out one tenth at a time and of CPUs
 * left out one at a time). The search on half of the CPUs did worse on the other half than the starting values did, so
 * the search is followed half-way only: some 150 CPU models are too few to tune twenty figures to the end.
 *
 * The maker's variance, its years and the Cauchy scale are round values from the middle of a flat optimum: 0.03 to 0.06,
 * 3 to 5 years and 2 to 3 deviations differ by less than 0.1 points of error.
 */

/** Covariance of idle power. */
export const IDLE_KERNEL: Kernel = {
  linear: 0.074,
  alike: {
    variance: 0.089,
    chips: 0.94,
    coresPerChip: 2.1,
    tdpPerChip: 1.2,
    memoryPerChip: 3.6,
    clock: 4.8,
    generationYear: 1.5,
    top: 2.9,
  },
  same: { platform: 0.051, cpu: 0.0036 },
  sameAndNear: { platform: 0.015, cpu: 0.003, memoryPerChip: 0.51, year: 0.17 },
  noise: 0.0095,
  maker: { variance: 0.05, year: 1 },
  robust: 2,
}

/** Covariance of power at full load. */
export const FULL_KERNEL: Kernel = {
  linear: 0.055,
  alike: {
    variance: 0.15,
    chips: 1.2,
    coresPerChip: 2.2,
    tdpPerChip: 1.1,
    memoryPerChip: 8.1,
    clock: 2.5,
    generationYear: 0.8,
    top: 3.5,
  },
  same: { platform: 0.018, cpu: 0.0051 },
  sameAndNear: { platform: 0.024, cpu: 0.01, memoryPerChip: 0.66, year: 0.46 },
  noise: 0.0088,
  maker: { variance: 0.05, year: 1 },
  robust: 2,
}

/** Covariance of the shape between. */
export const SHAPE_KERNEL: Kernel = {
  linear: 0.018,
  alike: {
    variance: 0.25,
    chips: 1.4,
    coresPerChip: 4.8,
    tdpPerChip: 2.8,
    memoryPerChip: 7.7,
    clock: 0.99,
    generationYear: 0.6,
    top: 4.5,
  },
  same: { platform: 0.012, cpu: 0.0055 },
  sameAndNear: { platform: 0.035, cpu: 0.011, memoryPerChip: 0.69, year: 0.25 },
  noise: 0.016,
  maker: { variance: 0.05, year: 1 },
  robust: 2,
}
