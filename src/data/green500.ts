/**
 * Green500 of November 2025, GFLOP/s per W of HPL in FP64: its first and its tenth system (as reported by The Register). Only a run of HPL
 * in FP64 compares with it.
 */
export const GREEN500 = { edition: 'November 2025', first: 73.28, tenth: 66.28 } as const
