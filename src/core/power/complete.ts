import type { CompleteMachine } from './features.ts'
import type { IdentifiedMachine, PredictableMachine } from './machine.ts'
import type { Imputation, Regression } from './model.ts'
import type { UsualMachine } from './usual.ts'

/** A quantity that can be assumed when it is unknown. */
type Assumable = 'sockets' | 'coresPerSocket' | 'tdpWatts' | 'mhz' | 'memoryGb' | 'year'

/** A complete machine and what of it is assumed, with the assumption's standard deviation (base-2 log; years for year). */
export interface Completion {
  readonly machine: CompleteMachine
  readonly assumed: readonly { readonly quantity: Assumable; readonly deviation: number }[]
}

/** Machines without a year or a known generation are taken to be of this one: the median age in service. */
const USUAL_YEAR = 2021
const USUAL_YEAR_DEVIATION = 4
/** Servers mostly have one or two chips: 1.5 either way, half a doubling, where the cores or the CPU give a hint. */
const SOCKETS_DEVIATION = 0.5
/** Where nothing does, one chip is assumed and most measured servers have two: a doubling. */
const SOCKETS_DEVIATION_UNHINTED = 1
/** More cores than this times the usual chip's are on two chips. */
const MANY_FOR_ONE_CHIP = 1.5

/**
 * Less memory than this for each core, in GB, is a figure in TB: results of machines with 1 TB list "1". No server
 * with more than 16 cores has ever run with 2 GB.
 */
const LEAST_GB = 2
const CORES_OF_LEAST = 16
const GB_PER_TB = 1024

/** Installed memory, GB, where a figure may have been given in TB. @param cores of the whole machine */
export const memoryInGb = (memoryGb: number, cores: number): number =>
  memoryGb <= LEAST_GB && cores > CORES_OF_LEAST ? memoryGb * GB_PER_TB : memoryGb

const THREADS_PER_CORE_MAX = 2

/**
 * Inputs of the regressions, in the order of their weights: what is known before the quantity. Exported for the fit.
 *
 * @param known `age` as `ageOf` has it; `tdpWatts` of one chip, W
 */
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

/**
 * Age on the regressions' scale: five years to the unit, from 2014, of the generation when it is known.
 *
 * @param year in which the machine came out
 */
export const ageOf = (machine: IdentifiedMachine, year: number): number =>
  ((machine.generation?.year ?? year - 1) - 2014) / 5

const apply = (regression: Regression, inputs: readonly number[]): number =>
  2 ** regression.weights.reduce((sum, weight, i) => sum + weight * (inputs[i] ?? 0), 0)

/**
 * Fills in what is unknown of a machine: from what measured machines of its CPU usually are, else by the regressions.
 * What the CPU's name says (`coresPerSocket` and the like) should be in `machine` already.
 */
export const complete = (imputation: Imputation, machine: PredictableMachine, usual?: UsualMachine): Completion => {
  const assumed: { quantity: Assumable; deviation: number }[] = []
  const { generation, cpuKey } = machine
  const make = generation?.make ?? machine.make ?? ''
  const known = { ...machine, coresPerSocket: machine.coresPerSocket ?? usual?.coresPerSocket }
  const threadsOfCore = machine.threadsPerCore ?? usual?.threadsPerCore

  const year = known.year ?? assume(assumed, 'year', usual?.year ?? usualYear(imputation, generation?.year))
  const age = ageOf(machine, year)
  const { sockets, coresPerSocket } = socketsAndCores(
    known,
    { threadsPerCore: threadsOfCore, usualSockets: machine.usualSockets ?? usual?.sockets, make, age },
    imputation,
    assumed,
  )
  // Fewer threads than cores are a slip. Cores and threads may both be of one chip: their ratio is what counts.
  const counted = (known.threads ?? 0) / (known.cores ?? sockets * coresPerSocket)
  const threads = counted >= 1 ? counted : (threadsOfCore ?? usualThreadsPerCore(machine))
  const threadsPerCore = Math.min(threads, THREADS_PER_CORE_MAX)

  const regress = (quantity: 'tdpWatts' | 'mhz' | 'memoryGb', tdpWatts?: number): number => {
    const inputs = tdpWatts === undefined ? { make, age, coresPerSocket } : { make, age, coresPerSocket, tdpWatts }
    const { deviation } = imputation[quantity]
    return assume(assumed, quantity, { value: apply(imputation[quantity], imputationInputs(inputs)), deviation })
  }
  const tdpWatts = known.tdpWatts ?? usual?.tdpWatts ?? regress('tdpWatts')
  const mhz = known.mhz ?? usual?.mhz ?? regress('mhz', tdpWatts)
  const memoryPerSocket = usual?.memoryPerSocketGb
  let memoryGb: number
  if (known.memoryGb !== undefined) memoryGb = memoryInGb(known.memoryGb, sockets * coresPerSocket)
  else if (memoryPerSocket === undefined) memoryGb = sockets * regress('memoryGb', tdpWatts)
  else memoryGb = sockets * assume(assumed, 'memoryGb', memoryPerSocket)

  return {
    machine: { cpuKey, generation, make, sockets, coresPerSocket, threadsPerCore, tdpWatts, mhz, memoryGb, year },
    assumed,
  }
}

type Assumptions = { quantity: Assumable; deviation: number }[]

const assume = (
  assumed: Assumptions,
  quantity: Assumable,
  { value, deviation }: { readonly value: number; readonly deviation: number },
): number => {
  assumed.push({ quantity, deviation })
  return value
}

const usualYear = (
  { yearsAfterGeneration: { mean, deviation } }: Imputation,
  generationYear: number | undefined,
): { readonly value: number; readonly deviation: number } =>
  generationYear === undefined
    ? { value: USUAL_YEAR, deviation: USUAL_YEAR_DEVIATION }
    : { value: generationYear + Math.round(mean), deviation }

/** Chips and cores: any two of the machine's cores, its chips and the cores of a chip give the third. */
const socketsAndCores = (
  known: PredictableMachine,
  kind: {
    readonly threadsPerCore: number | undefined
    readonly usualSockets: number | undefined
    readonly make: string
    readonly age: number
  },
  imputation: Imputation,
  assumed: Assumptions,
): { readonly sockets: number; readonly coresPerSocket: number } => {
  const cores = known.cores ?? coresOfThreads(known.threads, kind.threadsPerCore)
  if (known.sockets !== undefined && cores !== undefined) {
    // A count of cores below the chip's own is of one chip, or of those that are switched on: the chip's own is right.
    const own = known.coresPerSocket
    const counted = cores / known.sockets
    return {
      sockets: known.sockets,
      coresPerSocket: own !== undefined && counted === own / known.sockets ? own : counted,
    }
  }
  if (known.coresPerSocket !== undefined) {
    if (known.sockets !== undefined) return { sockets: known.sockets, coresPerSocket: known.coresPerSocket }
    if (cores !== undefined) {
      const sockets = Math.max(1, Math.round(cores / known.coresPerSocket))
      return { sockets, coresPerSocket: cores / sockets }
    }
    return { sockets: assume(assumed, 'sockets', socketsBy(kind.usualSockets)), coresPerSocket: known.coresPerSocket }
  }
  const { deviation } = imputation.coresPerSocket
  // The regression knows years and makers; small sockets never take what the servers of their year have.
  const most = known.generation?.maxCores ?? Number.POSITIVE_INFINITY
  const usual = Math.min(most, Math.max(1, Math.round(apply(imputation.coresPerSocket, imputationInputs(kind)))))
  if (cores === undefined) {
    const sockets = known.sockets ?? assume(assumed, 'sockets', socketsBy(kind.usualSockets))
    return { sockets, coresPerSocket: assume(assumed, 'coresPerSocket', { value: usual, deviation }) }
  }
  const value = cores > usual * MANY_FOR_ONE_CHIP ? 2 : 1
  const sockets = assume(assumed, 'sockets', { value, deviation: SOCKETS_DEVIATION })
  return { sockets, coresPerSocket: cores / sockets }
}

const socketsBy = (usual: number | undefined): { readonly value: number; readonly deviation: number } =>
  usual === undefined
    ? { value: 1, deviation: SOCKETS_DEVIATION_UNHINTED }
    : { value: usual, deviation: SOCKETS_DEVIATION }

const coresOfThreads = (threads: number | undefined, threadsPerCore: number | undefined): number | undefined =>
  threads === undefined ? undefined : Math.max(1, Math.ceil(threads / (threadsPerCore ?? THREADS_PER_CORE_MAX)))

/** Two, but for makers and years of one: Arm and Apple, AMD before Zen (2017), Intel before Nehalem (2009). */
export const usualThreadsPerCore = ({ generation, make }: Pick<PredictableMachine, 'generation' | 'make'>): number => {
  if (generation === undefined) return make === 'arm' ? 1 : THREADS_PER_CORE_MAX
  if (/^(?:arm|apple)$/.test(generation.make) || /^(?:sierra|clearwater)forest$/.test(generation.id)) return 1
  return generation.year < (generation.make === 'amd' ? 2017 : 2009) ? 1 : THREADS_PER_CORE_MAX
}
