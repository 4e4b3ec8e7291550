import type { CompleteMachine } from './features.ts'
import type { IdentifiedMachine } from './machine.ts'

/** A quantity that can be assumed when it is unknown. */
export type Assumable = 'sockets' | 'coresPerSocket' | 'tdpWatts' | 'mhz' | 'memoryGb' | 'year'

/** Weights for the logarithm to base 2 of a quantity, and how far off (standard deviation) they are. */
export interface Regression {
  readonly weights: readonly number[]
  readonly deviation: number
}

/** Regressions that stand in for unknown inputs, each fitted on the measured servers. */
export interface Imputation {
  /** Cores of a chip. */
  readonly coresPerSocket: Regression
  /** TDP of a chip, W. */
  readonly tdpWatts: Regression
  /** Nominal clock, MHz. */
  readonly mhz: Regression
  /** Memory for each chip, GB. */
  readonly memoryGb: Regression
  /** Years from a generation's coming out to the machine's. */
  readonly yearsAfterGeneration: { readonly mean: number; readonly deviation: number }
}

/** A complete machine and what of it is assumed, with the assumption's standard deviation (base-2 log; years for year). */
export interface Completion {
  readonly machine: CompleteMachine
  readonly assumed: readonly { readonly quantity: Assumable; readonly deviation: number }[]
}

/** Machines without a year or a known generation are taken to be of this one: the median age in service. */
const USUAL_YEAR = 2021
const USUAL_YEAR_DEVIATION = 4
/** Servers mostly have one or two chips: 1.5 either way, half a doubling. */
const SOCKETS_DEVIATION = 0.5

/**
 * Less memory than this for each core, in GB, is a figure in TB: results of machines with 1 TB list "1". No server
 * with more than 16 cores has ever run with 2 GB.
 */
const LEAST_GB = 2
const CORES_OF_LEAST = 16
const GB_PER_TB = 1024

export const memoryInGb = (memoryGb: number, cores: number): number =>
  memoryGb <= LEAST_GB && cores > CORES_OF_LEAST ? memoryGb * GB_PER_TB : memoryGb

const THREADS_PER_CORE_MAX = 2

/** Inputs of the regressions: what is known before the quantity. Exported for the fit. */
export const imputationInputs = (known: {
  readonly make: string
  readonly age: number
  readonly coresPerSocket?: number
  readonly tdpWatts?: number
}): readonly number[] => {
  const inputs = [1, known.age, known.age * known.age, known.make === 'amd' ? 1 : 0, known.make === 'arm' ? 1 : 0]
  if (known.coresPerSocket !== undefined) inputs.push(Math.log2(known.coresPerSocket))
  if (known.tdpWatts !== undefined) inputs.push(Math.log2(known.tdpWatts))
  return inputs
}

/** Age on the regressions' scale: five years to the unit, from 2014, of the generation when it is known. */
export const ageOf = (machine: IdentifiedMachine, year: number): number =>
  ((machine.generation?.year ?? year - 1) - 2014) / 5

const apply = (regression: Regression, inputs: readonly number[]): number =>
  2 ** regression.weights.reduce((sum, weight, i) => sum + weight * (inputs[i] ?? 0), 0)

/**
 * Fills in what is unknown of a machine. `machine` should hold already what its CPU's name tells (cores of a chip
 * among them through `coresPerSocket`).
 */
export const complete = (
  imputation: Imputation,
  machine: IdentifiedMachine & { readonly coresPerSocket?: number | undefined; readonly threadsPerCore?: number | undefined },
): Completion => {
  const assumed: { quantity: Assumable; deviation: number }[] = []
  const { generation, cpuKey } = machine
  const make = generation?.make ?? ''

  const { mean, deviation } = imputation.yearsAfterGeneration
  let year = machine.year
  if (year === undefined) {
    year = generation === undefined ? USUAL_YEAR : generation.year + mean
    assumed.push({ quantity: 'year', deviation: generation === undefined ? USUAL_YEAR_DEVIATION : deviation })
  }
  const age = ageOf(machine, year)

  // Chips and cores: any two of machine cores, chips and cores of a chip give the third.
  const cores = machine.cores ?? coresOfThreads(machine.threads, machine.threadsPerCore)
  let sockets = machine.sockets
  let coresPerSocket =
    sockets !== undefined && cores !== undefined ? cores / sockets : (machine.coresPerSocket ?? undefined)
  if (coresPerSocket === undefined) {
    const usual = Math.max(1, Math.round(apply(imputation.coresPerSocket, imputationInputs({ make, age }))))
    if (cores !== undefined) {
      sockets = cores > usual * 1.5 ? 2 : 1
      coresPerSocket = cores / sockets
      assumed.push({ quantity: 'sockets', deviation: SOCKETS_DEVIATION })
    } else {
      coresPerSocket = usual
      assumed.push({ quantity: 'coresPerSocket', deviation: imputation.coresPerSocket.deviation })
    }
  }
  if (sockets === undefined) {
    if (cores === undefined) {
      sockets = 1
      assumed.push({ quantity: 'sockets', deviation: SOCKETS_DEVIATION })
    } else sockets = Math.max(1, Math.round(cores / coresPerSocket))
  }

  const threads = machine.threads
  const threadsPerCore = Math.min(
    Math.max(
      threads === undefined ? (machine.threadsPerCore ?? usualThreadsPerCore(machine)) : threads / (sockets * coresPerSocket),
      1,
    ),
    THREADS_PER_CORE_MAX,
  )

  let tdpWatts = machine.tdpWatts
  if (tdpWatts === undefined) {
    tdpWatts = apply(imputation.tdpWatts, imputationInputs({ make, age, coresPerSocket }))
    assumed.push({ quantity: 'tdpWatts', deviation: imputation.tdpWatts.deviation })
  }
  let mhz = machine.mhz
  if (mhz === undefined) {
    mhz = apply(imputation.mhz, imputationInputs({ make, age, coresPerSocket, tdpWatts }))
    assumed.push({ quantity: 'mhz', deviation: imputation.mhz.deviation })
  }
  let memoryGb = machine.memoryGb
  if (memoryGb === undefined) {
    memoryGb = sockets * apply(imputation.memoryGb, imputationInputs({ make, age, coresPerSocket, tdpWatts }))
    assumed.push({ quantity: 'memoryGb', deviation: imputation.memoryGb.deviation })
  } else memoryGb = memoryInGb(memoryGb, sockets * coresPerSocket)

  return {
    machine: { cpuKey, generation, make, sockets, coresPerSocket, threadsPerCore, tdpWatts, mhz, memoryGb, year },
    assumed,
  }
}

const coresOfThreads = (threads: number | undefined, threadsPerCore: number | undefined): number | undefined =>
  threads === undefined ? undefined : Math.max(1, Math.ceil(threads / (threadsPerCore ?? THREADS_PER_CORE_MAX)))

/** Two, but for makers and years of one: Arm servers, AMD before Zen (2017), Intel before Nehalem (2009). */
const usualThreadsPerCore = ({ generation }: IdentifiedMachine): number => {
  if (generation === undefined) return THREADS_PER_CORE_MAX
  if (generation.make === 'arm' || generation.id === 'sierraforest') return 1
  return generation.year < (generation.make === 'amd' ? 2017 : 2009) ? 1 : THREADS_PER_CORE_MAX
}
