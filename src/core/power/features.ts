import type { Generation } from './machine.ts'

/** A machine of which every number is known or assumed. */
export interface CompleteMachine {
  readonly cpuKey: string | undefined
  readonly generation: Generation | undefined
  /** 'amd', 'intel', 'arm' or ''. */
  readonly make: string
  readonly sockets: number
  readonly coresPerSocket: number
  readonly threadsPerCore: number
  /** Thermal design power of one chip, W. */
  readonly tdpWatts: number
  readonly mhz: number
  readonly memoryGb: number
  /** Year in which the machine came out. */
  readonly year: number
}

/** What the kernel compares: logarithms to base 2 of the machine's numbers, centred on a common server. */
export interface Features {
  readonly chips: number
  readonly coresPerChip: number
  readonly tdpPerChip: number
  readonly memoryPerChip: number
  readonly clock: number
  /** Share of the cores that the largest chip of the generation has. */
  readonly top: number
  /** -1 for one thread per core, 1 for two. */
  readonly threads: number
  /** Years are in units of five, from 2014. */
  readonly generationYear: number
  readonly year: number
}

/** The measured years: beyond them the trend stays constant, because it extrapolates badly. */
const FIRST_YEAR = 2004
const LAST_YEAR = 2026

const fiveYears = (year: number): number => (Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR) - 2014) / 5

/** The machine's numbers on the kernel's scale: one unit is a factor of two, or five years. */
export const featuresOf = (machine: CompleteMachine): Features => ({
  chips: Math.log2(machine.sockets / 1.5),
  coresPerChip: Math.log2(machine.coresPerSocket / 8),
  tdpPerChip: Math.log2(machine.tdpWatts / 100),
  memoryPerChip: Math.log2(machine.memoryGb / machine.sockets / 32),
  clock: Math.log2(machine.mhz / 2500),
  top: Math.log2(Math.min(1, machine.coresPerSocket / (machine.generation?.maxCores ?? machine.coresPerSocket))),
  threads: (machine.threadsPerCore - 1.5) * 2,
  generationYear: fiveYears(machine.generation?.year ?? machine.year - 1),
  year: fiveYears(machine.year),
})

/**
 * Inputs of the linear part, in the order of the model's weights. No maker, year of the machine or process node: by
 * cross-validation each of them made unseen CPUs or later years worse.
 */
export const linearInputs = (features: Features): readonly number[] => [
  1,
  ...LINEAR.map((name) => features[name]),
  features.generationYear ** 2,
]

const LINEAR = ['chips', 'coresPerChip', 'tdpPerChip', 'memoryPerChip', 'clock', 'threads', 'generationYear'] as const
