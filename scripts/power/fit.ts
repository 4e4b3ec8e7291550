import { ageOf, complete, imputationInputs, memoryInGb } from '../../src/core/power/complete.ts'
import { LOAD_LEVELS } from '../../src/core/power/curve.ts'
import { linearInputs } from '../../src/core/power/features.ts'
import { covariance } from '../../src/core/power/kernel.ts'
import type { KernelPoint } from '../../src/core/power/kernel.ts'
import type { PredictableMachine } from '../../src/core/power/machine.ts'
import type { Imputation, MeasuredPoint, PowerModel, Regression } from '../../src/core/power/model.ts'
import { pointOf } from '../../src/core/power/predict.ts'
import { groupsBy } from './folds.ts'
import { alphaWithout, fitProcess, linearWeights } from './gaussian-process.ts'
import type { FittedProcess } from './gaussian-process.ts'
import { FULL_KERNEL, IDLE_KERNEL, SHAPE_KERNEL } from './kernels.ts'
import { leastSquares } from './linear-algebra.ts'
import type { MeasuredServer } from './servers.ts'
import { spreadsOf } from './spread.ts'

/** What `fit` keeps for judging itself: rows of `points` are those of the servers handed in. */
interface Fitted {
  readonly servers: readonly MeasuredServer[]
  readonly points: readonly KernelPoint[]
  /** Rows with all load levels, in the order of the shape process. */
  readonly whole: readonly number[]
  readonly idle: FittedProcess
  readonly full: FittedProcess
  readonly shape: FittedProcess
  readonly mix: PowerModel['mix']
}

const LAST = LOAD_LEVELS.length - 1

/** Fits the power model on measured servers. Deterministic: no random numbers, no clock. */
export const fit = (servers: readonly MeasuredServer[], source: string): PowerModel => {
  const imputation = fitImputation(servers.map((server) => server.machine))
  const points = servers.map((server) => pointOf(complete(imputation, server.machine).machine))
  const logs = servers.map((server) => server.watts.map((watts) => (watts === null ? Number.NaN : Math.log(watts))))
  const whole = servers.flatMap((server, i) => (server.watts.includes(null) ? [] : [i]))

  const mix = LOAD_LEVELS.slice(1, -1).map((_, i) => {
    const [idle = 0, full = 0, constant = 0] = leastSquares(
      whole.map((row) => [logs[row]![0]!, logs[row]![LAST]!, 1]),
      whole.map((row) => logs[row]![i + 1]!),
    )
    return { idle, full, constant }
  })
  const idle = fitProcess(IDLE_KERNEL, points, [logs.map((log) => log[0]!)])
  const full = fitProcess(FULL_KERNEL, points, [logs.map((log) => log[LAST]!)])
  const shape = fitProcess(
    SHAPE_KERNEL,
    whole.map((row) => points[row]!),
    mix.map(({ idle, full, constant }, i) =>
      whole.map((row) => logs[row]![i + 1]! - idle * logs[row]![0]! - full * logs[row]![LAST]! - constant),
    ),
  )
  const fitted: Fitted = { servers, points, whole, idle, full, shape, mix }
  return {
    source,
    servers: servers.length,
    idle: { kernel: IDLE_KERNEL, outputs: idle.outputs },
    full: { kernel: FULL_KERNEL, outputs: full.outputs },
    shape: { kernel: SHAPE_KERNEL, outputs: shape.outputs },
    mix,
    points: mergePoints(fitted),
    imputation,
    spreads: spreadsOf(
      servers.map((server) => server.year),
      {
        cpu: residualsOfGroups(fitted, loneRows(points), false),
        generation: residualsOfGroups(
          fitted,
          rowsBy(points, (point) => point.machine.cpuKey ?? ''),
          false,
        ),
        maker: residualsOfGroups(
          fitted,
          rowsBy(points, (point) => point.machine.generation?.id ?? ''),
          false,
        ),
        unknown: residualsOfGroups(
          fitted,
          rowsBy(points, (point) => point.machine.generation?.id ?? ''),
          true,
        ),
      },
    ),
  }
}

/** Rows by what their machines have in common. */
const rowsBy = (points: readonly KernelPoint[], keyOf: (point: KernelPoint) => string): (readonly number[])[] => [
  ...groupsBy(
    points.map((_, row) => row),
    (row) => keyOf(points[row]!),
  ).values(),
]

/** Each server by itself, where another one of its CPU remains. */
const loneRows = (points: readonly KernelPoint[]): (readonly number[])[] =>
  rowsBy(points, (point) => point.machine.cpuKey ?? '').flatMap((group) =>
    group.length > 1 ? group.map((i) => [i]) : [],
  )

/** Points of equal machines are one point: their weights add up, the predictions stay the same to the last digit. */
const mergePoints = ({ points, whole, idle, full, shape }: Fitted): MeasuredPoint[] => {
  const rowOfShape = new Map(whole.map((row, i) => [row, i]))
  const merged = new Map<string, { point: KernelPoint; servers: number; weights: number[] }>()
  points.forEach((point, row) => {
    const i = rowOfShape.get(row)
    const weights = [
      idle.outputs[0]!.alpha[row]!,
      full.outputs[0]!.alpha[row]!,
      ...shape.outputs.map(({ alpha }) => (i === undefined ? 0 : alpha[i]!)),
    ]
    const key = JSON.stringify(point.machine)
    const same = merged.get(key)
    if (same === undefined) merged.set(key, { point, servers: 1, weights })
    else {
      same.servers += 1
      same.weights = same.weights.map((weight, k) => weight + weights[k]!)
    }
  })
  return [...merged.values()].map(({ point, servers, weights }) => {
    const { machine, features } = point
    return { machine, features, servers, weights }
  })
}

/**
 * Log of measured over predicted watts of each row at each load level, when the model has not seen the row's group;
 * NaN where nothing was measured or the row is in no group. With `erase`, the CPU's name is unknown as well.
 */
const residualsOfGroups = (fitted: Fitted, groups: readonly (readonly number[])[], erase: boolean): number[][] => {
  const { servers, points, whole, idle, full, shape, mix } = fitted
  const rowOfShape = new Map(whole.map((row, i) => [row, i]))
  const residuals = servers.map(() => LOAD_LEVELS.map(() => Number.NaN))
  for (const group of groups) {
    const seen = (
      process: FittedProcess,
      rows: readonly number[],
      output: number,
    ): ((point: KernelPoint) => number) => {
      const { alpha, mean } = process.outputs[output]!
      const without = rows.length === 0 ? alpha : alphaWithout(process, alpha, rows)
      return predictor(process === idle ? 0 : process === full ? 1 : 2, fitted, without, mean)
    }
    const idleOf = seen(idle, group, 0)
    const fullOf = seen(full, group, 0)
    const shapeRows = group.flatMap((row) => rowOfShape.get(row) ?? [])
    const shapeOf = shape.outputs.map((_, i) => seen(shape, shapeRows, i))
    for (const row of group) {
      const point = erase ? erased(points[row]!) : points[row]!
      const idleLog = idleOf(point)
      const fullLog = fullOf(point)
      servers[row]!.watts.forEach((watts, level) => {
        if (watts === null) return
        const { idle, full, constant } = mix[level - 1] ?? { idle: 0, full: 0, constant: 0 }
        const predicted =
          level === 0
            ? idleLog
            : level === LAST
              ? fullLog
              : idle * idleLog + full * fullLog + constant + shapeOf[level - 1]!(point)
        residuals[row]![level] = Math.log(watts) - predicted
      })
    }
  }
  return residuals
}

const erased = ({ machine }: KernelPoint): KernelPoint =>
  pointOf({ ...machine, cpuKey: undefined, generation: undefined, make: '' })

const predictor = (
  which: 0 | 1 | 2,
  { points, whole }: Fitted,
  alpha: Float64Array,
  mean: number,
): ((point: KernelPoint) => number) => {
  const kernel = [IDLE_KERNEL, FULL_KERNEL, SHAPE_KERNEL][which]!
  const rows = which === 2 ? whole : points.map((_, i) => i)
  const linear = linearWeights(
    kernel,
    rows.map((row) => points[row]!),
    alpha,
  )
  return (point) => {
    let sum = mean
    linearInputs(point.machine, point.features).forEach((input, k) => {
      sum += input * linear[k]!
    })
    rows.forEach((row, i) => {
      if (alpha[i] !== 0) sum += covariance(kernel, point, points[row]!) * alpha[i]!
    })
    return sum
  }
}

/** Regressions for inputs that a machine may lack, fitted on the machines that have them. */
const fitImputation = (machines: readonly PredictableMachine[]): Imputation => {
  const known = machines.flatMap((machine) => {
    const { cores, sockets, tdpWatts, mhz, memoryGb, year, generation } = machine
    if (cores === undefined || sockets === undefined || tdpWatts === undefined || generation === undefined) return []
    if (mhz === undefined || memoryGb === undefined || year === undefined) return []
    const make = generation.make
    const coresPerSocket = cores / sockets
    const memory = memoryInGb(memoryGb, cores)
    return [
      {
        make,
        age: ageOf(machine, year),
        coresPerSocket,
        tdpWatts,
        mhz,
        memoryPerSocket: memory / sockets,
        late: year - generation.year,
      },
    ]
  })
  const regress = (
    inputs: (row: (typeof known)[number]) => readonly number[],
    output: (row: (typeof known)[number]) => number,
  ): Regression => {
    const rows = known.map(inputs)
    const y = known.map((row) => Math.log2(output(row)))
    const weights = leastSquares(rows, y)
    const squares = rows.map((row, i) => (y[i]! - row.reduce((sum, input, k) => sum + input * weights[k]!, 0)) ** 2)
    return { weights, deviation: Math.sqrt(squares.reduce((a, b) => a + b, 0) / squares.length) }
  }
  const late = known.map((row) => row.late)
  const mean = late.reduce((a, b) => a + b, 0) / late.length
  return {
    coresPerSocket: regress(
      ({ make, age }) => imputationInputs({ make, age }),
      (row) => row.coresPerSocket,
    ),
    tdpWatts: regress(
      ({ make, age, coresPerSocket }) => imputationInputs({ make, age, coresPerSocket }),
      (row) => row.tdpWatts,
    ),
    mhz: regress(imputationInputs, (row) => row.mhz),
    memoryGb: regress(imputationInputs, (row) => row.memoryPerSocket),
    yearsAfterGeneration: {
      mean,
      deviation: Math.sqrt(late.reduce((sum, years) => sum + (years - mean) ** 2, 0) / late.length),
    },
  }
}
