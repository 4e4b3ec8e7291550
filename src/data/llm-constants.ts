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
  /** Fewest active parameters of a measured model, billions. Smaller models use little less energy, because other work than reading the weights dominates. */
  leastB: 3,
  /** Measured over predicted on models held out, 5 % and 95 %. */
  lowFactor: 0.38,
  highFactor: 1.86,
} as const

/** Requests that a replica works on at the same time. */
export interface Batch {
  readonly typical: number
  readonly most: number
}

/** Services do not publish their batch: 8 to 256, and the geometric mean of both. */
export const SERVICE_BATCH: Batch = { typical: Math.sqrt(8 * 256), most: 256 }

/**
 * Ollama on a machine of the user's own: one request at a time by default, earlier versions up to four (OLLAMA_NUM_PARALLEL). At one request
 * the fit gives 1.4 J an output token for 8 B parameters; published readings of models of 7 and 8 B are 0.4 J (Apple M2 Pro, 4 bit), 2.8 J
 * (RTX 3090, 4 bit) and 5 to 6 J (RTX 4090D and 5090, 16 bit): docs/data-sources.md. A processor that reads 5 GB of weights at 50 GB/s and
 * 100 W for each token uses 10 J.
 */
export const LOCAL_BATCH: Batch = { typical: 1, most: 4 }

/**
 * Services report up to this many times what measurements of the model alone give (FIT, ML.ENERGY against published figures). Machines of
 * users differ as much.
 */
export const HIGH_FACTOR = 10

/**
 * Prefill, Wh per uncached input token and billion active parameters: 2 FLOP per parameter and token on an H100 (700 W, 989 TFLOP/s dense)
 * at half of its peak. The share of the peak is 0.3 to 0.6. Attention is ignored.
 */
export const PREFILL = { whPerTokenAndB: 0.0007861105496035758 / 1000, mfu: 0.5, mfuLow: 0.3, mfuHigh: 0.6 } as const

/** Parameters of embedding models, billions: all-MiniLM-L6 has 0.023, Qwen3-Embedding the largest 8. Services do not publish theirs. */
export const EMBEDDING_B = { typical: 0.4, least: 0.02, most: 8 } as const

/**
 * Host CPU, memory and idle machines on top of the accelerators, before PUE: none to Google's split of 2025, (58 + 25 + 10) / 58
 * (Elsworth et al., arXiv 2508.15734).
 */
export const HOST = { value: 1.35, low: 1, high: 1.6034 } as const

/** PUE where the place of the machines is unknown; the cloud providers' fleets of 2024 report 1.09 to 1.2. */
export const SERVICE_PUE = 1.2
