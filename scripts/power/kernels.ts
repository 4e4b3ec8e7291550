import type { Kernel } from '../../src/core/power/kernel.ts'

/*
 * Covariances of the three processes. The length scales and variances are geometric means of round starting values and of
 * those that fit the servers best: for idle power and the shape by a random search on the error in cross-validation, for
 * full load by maximum likelihood. They are followed half-way only, because figures that were tuned on a part of the CPUs
 * to the end did worse on the others than the starting values: some 150 CPU models are too few to tune twenty figures.
 * Tuned without the CPUs that they are judged on, those of full load err by 7.4 instead of 7.2 % (known CPU) and by 9.6
 * instead of 9.4 % (unseen CPU), at full load.
 *
 * The rest are round values from flat optima: scales of threads and year, the maker's variance and years, the Cauchy scale,
 * the noise of the shape and the variances of a platform move the error by less than 0.1 points each.
 */

/** Covariance of idle power. */
export const IDLE_KERNEL: Kernel = {
  linear: 0.074,
  alike: {
    variance: 0.05,
    chips: 0.94,
    coresPerChip: 2.1,
    tdpPerChip: 1.2,
    memoryPerChip: 3.6,
    clock: 4.8,
    generationYear: 1.5,
    top: 2.9,
    threads: 3,
    year: 3,
  },
  same: { platform: 0.025, cpu: 0.0036 },
  sameAndNear: { platform: 0.015, cpu: 0.003, memoryPerChip: 0.51, year: 0.17 },
  noise: 0.0095,
  maker: { variance: 0.05, year: 1 },
  robust: 2,
}

/** Covariance of power at full load. */
export const FULL_KERNEL: Kernel = {
  linear: 0.06,
  alike: {
    variance: 0.075,
    chips: 1.4,
    coresPerChip: 2.2,
    tdpPerChip: 1.1,
    memoryPerChip: 7.4,
    clock: 1.5,
    generationYear: 0.8,
    top: 3.3,
    threads: 1.5,
    year: 4,
  },
  same: { platform: 0.009, cpu: 0.002 },
  sameAndNear: { platform: 0.011, cpu: 0.004, memoryPerChip: 0.42, year: 0.32 },
  noise: 0.005,
  maker: { variance: 0.035, year: 1.8 },
  robust: 2,
}

/** Covariance of the shape between. */
export const SHAPE_KERNEL: Kernel = {
  linear: 0.018,
  alike: {
    variance: 0.12,
    chips: 1.4,
    coresPerChip: 4.8,
    tdpPerChip: 2.8,
    memoryPerChip: 7.7,
    clock: 0.99,
    generationYear: 0.6,
    top: 4.5,
    threads: 1,
    year: 1,
  },
  same: { platform: 0.006, cpu: 0.0055 },
  sameAndNear: { platform: 0.017, cpu: 0.011, memoryPerChip: 0.69, year: 0.25 },
  noise: 0.03,
  maker: { variance: 0.05, year: 4 },
  robust: 2,
}
