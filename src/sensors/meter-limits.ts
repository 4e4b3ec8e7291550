/** Most that the meter of a whole platform can read, W: eight sockets with their memory. */
export const MAX_PLATFORM_WATTS = 10_000

/**
 * Least share of its known parts that a meter of the whole machine reads: on some boards `psys` does not count the whole machine, and one
 * that reads less than the parts and the GPUs together does not contain the GPUs.
 */
export const LEAST_OF_PARTS = 0.95

/**
 * Least share of the expected power that a meter known only from samples may read. Below it the meter does not read the machine, or the job
 * wrote the sample.
 */
export const LEAST_OF_MODEL = 0.1

/**
 * Least share of the expected power that the processors' own counters may read: an idle package draws a quarter of the model and more, a
 * counter in a wrong unit a thousandth.
 */
export const LEAST_OF_PACKAGE = 0.05

/** Times the upper end of the model at full load that the processors' counters may read: a raised power limit draws up to twice. */
export const MOST_OF_FULL = 3
