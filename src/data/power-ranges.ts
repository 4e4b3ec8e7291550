/**
 * Power that hardware of a kind draws, W: what is outside is a mistaken unit or count. The ends keep room below the least and above the most
 * that is known:
 * - machine: a Raspberry Pi Zero draws 0.5 W (Raspberry Pi documentation, typical bare-board active current: 100 mA), a server of eight B300
 *   about 14 kW (NVIDIA, DGX B300 user guide), a Cerebras CS-3, one processor of a whole wafer, about 23 kW (press reports on the WSE-3).
 * - gpu: an Edge TPU draws 0.5 W for each of up to 4 TOPS (Coral: 2 TOPS a watt), a GB300 1,400 W (gpu-table.ts).
 * - chip: TDP of a processor; embedded Atoms have about 1 W, EPYC 9965 and Xeon 6980P 500 W (cpu-tdp.ts).
 */
export const POWER_RANGES = {
  machine: { from: 0.1, to: 30_000 },
  gpu: { from: 0.1, to: 4000 },
  chip: { from: 0.5, to: 1000 },
} as const
