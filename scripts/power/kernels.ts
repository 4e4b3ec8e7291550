import type { Kernel } from '../../src/core/power/kernel.ts'

/**
 * Covariances of the three processes. Chosen once on the training servers by random search on the absolute error of
 * servers left out one tenth at a time and of CPUs left out one at a time; two figures are enough, the optimum is flat.
 */
export const IDLE_KERNEL: Kernel = {
  linear: 0.14,
  alike: {
    variance: 0.08,
    chips: 1.1,
    coresPerChip: 2.1,
    tdpPerChip: 1.2,
    memoryPerChip: 2.5,
    clock: 7.7,
    generationYear: 2.7,
    top: 1.7,
  },
  same: { platform: 0.086, generation: 0.0015, cpu: 0.0027, make: 0.0032 },
  sameAndNear: {
    platform: 0.0077,
    generation: 0.016,
    cpu: 0.0018,
    chips: 11.0,
    coresPerChip: 0.92,
    memoryPerChip: 0.32,
    tdpPerChip: 0.78,
    year: 0.058,
  },
  noise: 0.015,
  robust: 1,
}

export const FULL_KERNEL: Kernel = {
  linear: 0.078,
  alike: {
    variance: 0.24,
    chips: 1.9,
    coresPerChip: 2.4,
    tdpPerChip: 0.93,
    memoryPerChip: 13.0,
    clock: 2.1,
    generationYear: 0.8,
    top: 2.5,
  },
  same: { platform: 0.011, generation: 0.0014, cpu: 0.0052, make: 0.0026 },
  sameAndNear: {
    platform: 0.02,
    generation: 0.0028,
    cpu: 0.021,
    chips: 7.3,
    coresPerChip: 1.1,
    memoryPerChip: 0.54,
    tdpPerChip: 3.6,
    year: 0.41,
  },
  noise: 0.013,
  robust: 1,
}

export const SHAPE_KERNEL: Kernel = {
  linear: 0.0081,
  alike: {
    variance: 0.61,
    chips: 2.3,
    coresPerChip: 12.0,
    tdpPerChip: 6.6,
    memoryPerChip: 12.0,
    clock: 0.32,
    generationYear: 0.46,
    top: 4.0,
  },
  same: { platform: 0.0051, generation: 0.0011, cpu: 0.0061, make: 0.0017 },
  sameAndNear: {
    platform: 0.041,
    generation: 0.0033,
    cpu: 0.023,
    chips: 7.5,
    coresPerChip: 1.0,
    memoryPerChip: 0.6,
    tdpPerChip: 3.5,
    year: 0.12,
  },
  noise: 0.044,
  robust: 1,
}
