/**
 * Constants of the energy of language models.
 * Fit: least absolute deviations on 515 chat and reasoning configurations of ML.ENERGY 3.0 (24 models, H100 and B200, batch 8 to 1024,
 * 3 to 405 billion active parameters), leave-one-model-out, 2026-11. GPUs only, no host, no PUE.
 */
export const FIT = {
  /** ln of J per output token. */
  intercept: -1.5028,
  perLnActive: 0.2484,
  perLnTotal: 0.6279,
  perLnBatch: -0.5292,
  /** Added on a B200; 0 on an H100. */
  onB200: -0.0662,
  /** Measured over predicted on models held out, 5 % and 95 %. */
  lowFactor: 0.38,
  highFactor: 1.86,
} as const

/** Batch sizes of services, which do not publish theirs. */
export const UNKNOWN_BATCH = { low: 8, high: 256 } as const

/** Services report up to this many times what measurements of the model alone give (FIT, ML.ENERGY against published figures). */
export const SERVICE_HIGH_FACTOR = 10

/**
 * Prefill, Wh per uncached input token and billion active parameters: 2 FLOP per parameter and token on an H100 (700 W, 989 TFLOP/s dense)
 * at half of its peak. The share of the peak is 0.3 to 0.6. Attention is ignored.
 */
export const PREFILL = { whPerTokenAndB: 0.0007861105496035758 / 1000, mfu: 0.5, mfuLow: 0.3, mfuHigh: 0.6 } as const

/**
 * Host CPU, memory and idle machines on top of the accelerators, before PUE: none to Google's split of 2025, (58 + 25 + 10) / 58
 * (Elsworth et al., arXiv 2508.15734).
 */
export const HOST = { value: 1.35, low: 1, high: 1.6034 } as const

/** PUE where the place of the machines is unknown; the cloud providers' fleets of 2024 report 1.09 to 1.2. */
export const SERVICE_PUE = 1.2
