/** A place with what a kWh of the machine emits there: intensity x PUE, g. */
export interface PlaceFacts {
  readonly name: string
  readonly gPerItKwh: number
}

/** Facts about a run and its environment. Unknown facts are left out, and no rule guesses them. */
export interface AdviceFacts {
  /** Operational emissions, g. */
  readonly emissionsG: number
  /** Energy of the machine, Wh. */
  readonly energyWh: number
  readonly durationS: number
  /** Where it ran, and the best of the places where it may run. */
  readonly region?: (PlaceFacts & { readonly best: PlaceFacts }) | undefined
  readonly time?: TimeFacts | undefined
  readonly gpu?: GpuFacts | undefined
  /** Share of the time in which the CPU did next to nothing, and the energy of that time, Wh. */
  readonly idle?: { readonly share: number; readonly wh: number } | undefined
  readonly cpu?: CpuFacts | undefined
  readonly steps?: readonly StepFacts[] | undefined
  /** Earlier runs of the same pull request that continued after a newer push. */
  readonly superseded?: { readonly runs: number; readonly emissionsG: number } | undefined
  /** Whether the workflow may pick an arm runner: hosted Linux, no GPU. */
  readonly armAvailable?: boolean | undefined
}

/** The best start ahead. */
interface TimeFacts {
  readonly nowGPerKwh: number
  readonly bestGPerKwh: number
  /** How far off it is, s. */
  readonly waitS: number
  /** Basis of the curve, for people: `forecast`. */
  readonly basis: string
}

/** The GPU that drew the most. */
interface GpuFacts {
  readonly name: string
  /** Mean utilisation, %. */
  readonly utilization: number
  /** Its energy, Wh. */
  readonly wh: number
  /** Energy of the time in which it waited, Wh. */
  readonly idleWh: number
}

/** The processors of the machine, or of the share of it that the job has. */
interface CpuFacts {
  readonly vcpus: number
  /** 95th percentile of the utilisation, %. */
  readonly p95: number
  /** Most memory in use at once, share of the machine's; null where it is not known. */
  readonly memoryPeak: number | null
  /** Energy that the machine would have drawn doing nothing, Wh. */
  readonly idleWh: number
  readonly architecture: 'x64' | 'arm64'
}

/** One step of the job. */
export interface StepFacts {
  readonly name: string
  /** Energy of the machine, Wh. */
  readonly wh: number
  readonly durationS: number
}
