/**
 * Power of installed memory, W per GB. 392 W per TB: the mean of figures of Crucial and Micron for DDR4 modules, as
 * Cloud Carbon Footprint uses it (0.000392 kWh per GB and hour).
 */
export declare const MEMORY_WATTS_PER_GB = 0.392;
/**
 * Memory may not be more than this share of a machine's idle power: the figure per GB is of DDR4 in use, and large
 * modules of newer machines draw less for each GB. The rest of the idle power is processor, board, fans and supply.
 */
export declare const MAX_SHARE_OF_IDLE = 0.4;
/**
 * The part of a machine's wall power that its memory draws, W. Only to be split out of a wall power curve, which includes it
 * already.
 *
 * @param memoryGb installed memory, GB; unknown counts as none
 * @param idleWatts wall power of the idle machine, W
 */
export declare const memoryWatts: (memoryGb: number | undefined, idleWatts: number) => number;
