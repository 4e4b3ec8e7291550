import { ageOf, imputationInputs, memoryInGb } from '../../src/core/power/complete.ts'
import type { PredictableMachine } from '../../src/core/power/machine.ts'
import type { Imputation, Regression } from '../../src/core/power/model.ts'
import { leastSquares } from './linear-algebra.ts'

/** A machine of which every input of the regressions is known. */
interface KnownMachine {
  readonly make: string
  readonly age: number
  readonly coresPerSocket: number
  readonly tdpWatts: number
  readonly mhz: number
  readonly memoryPerSocket: number
  readonly yearsAfterGeneration: number
}

const knownMachine = (machine: PredictableMachine): KnownMachine | null => {
  const { cores, sockets, tdpWatts, mhz, memoryGb, year, generation } = machine
  if (cores === undefined || sockets === undefined || tdpWatts === undefined || generation === undefined) return null
  if (mhz === undefined || memoryGb === undefined || year === undefined) return null
  return {
    make: generation.make,
    age: ageOf(machine, year),
    coresPerSocket: cores / sockets,
    tdpWatts,
    mhz,
    memoryPerSocket: memoryInGb(memoryGb, cores) / sockets,
    yearsAfterGeneration: year - generation.year,
  }
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length
const rootMeanSquare = (values: readonly number[]): number => Math.sqrt(mean(values.map((value) => value ** 2)))

/** Fits regressions for the inputs that a machine may lack, on the machines that have all of them. */
export const fitImputation = (machines: readonly PredictableMachine[]): Imputation => {
  const known = machines.flatMap((machine) => knownMachine(machine) ?? [])
  const regress = (
    inputs: (machine: KnownMachine) => readonly number[],
    output: (machine: KnownMachine) => number,
  ): Regression => {
    const rows = known.map(inputs)
    const y = known.map((machine) => Math.log2(output(machine)))
    const weights = leastSquares(rows, y)
    const residuals = rows.map((row, i) => y[i]! - row.reduce((sum, input, k) => sum + input * weights[k]!, 0))
    return { weights, deviation: rootMeanSquare(residuals) }
  }
  const years = known.map((machine) => machine.yearsAfterGeneration)
  const meanYears = mean(years)
  return {
    coresPerSocket: regress(
      ({ make, age }) => imputationInputs({ make, age }),
      (machine) => machine.coresPerSocket,
    ),
    tdpWatts: regress(
      ({ make, age, coresPerSocket }) => imputationInputs({ make, age, coresPerSocket }),
      (machine) => machine.tdpWatts,
    ),
    mhz: regress(imputationInputs, (machine) => machine.mhz),
    memoryGb: regress(imputationInputs, (machine) => machine.memoryPerSocket),
    yearsAfterGeneration: {
      mean: meanYears,
      deviation: rootMeanSquare(years.map((value) => value - meanYears)),
    },
  }
}
