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

/** Largest difference of two readings of one counter, J: both are read within milliseconds. */
export const SAME_COUNTER_J = 5
