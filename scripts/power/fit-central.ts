import { complete } from '../../src/core/power/complete.ts'
import { LOAD_LEVELS } from '../../src/core/power/curve.ts'
import type { KernelPoint } from '../../src/core/power/kernel.ts'
import type { CentralModel, MeasuredPoint } from '../../src/core/power/model.ts'
import { pointOf } from '../../src/core/power/predict.ts'
import { type FittedOutput, fitProcess } from './gaussian-process.ts'
import { fitImputation } from './imputation.ts'
import { FULL_KERNEL, IDLE_KERNEL, SHAPE_KERNEL } from './kernels.ts'
import { leastSquares } from './linear-algebra.ts'
import type { MeasuredServer } from './servers.ts'

const LAST = LOAD_LEVELS.length - 1

/** Fits the central figures of the power model to measured servers. Deterministic: no random numbers, no clock. */
export const fitCentral = (servers: readonly MeasuredServer[], source: string): CentralModel => {
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
  return {
    source,
    servers: servers.length,
    idle: { kernel: IDLE_KERNEL, outputs: withoutPoints(idle) },
    full: { kernel: FULL_KERNEL, outputs: withoutPoints(full) },
    shape: { kernel: SHAPE_KERNEL, outputs: withoutPoints(shape) },
    mix,
    points: mergePoints(points, whole, [...idle, ...full, ...shape]),
    imputation,
  }
}

const withoutPoints = (
  outputs: readonly FittedOutput[],
): { readonly mean: number; readonly linear: readonly number[] }[] =>
  outputs.map(({ mean, linear }) => ({ mean, linear }))

/** Merges the points of equal machines into one: their weights add up and the predictions stay the same. */
const mergePoints = (
  points: readonly KernelPoint[],
  whole: readonly number[],
  outputs: readonly FittedOutput[],
): readonly MeasuredPoint[] => {
  const shapeRows = new Map(whole.map((row, i) => [row, i]))
  const merged = new Map<string, { point: KernelPoint; servers: number; weights: number[] }>()
  points.forEach((point, row) => {
    const shapeRow = shapeRows.get(row)
    const weights = outputs.map(({ alpha }, output) => {
      if (output < 2) return alpha[row]!
      return shapeRow === undefined ? 0 : alpha[shapeRow]!
    })
    const key = JSON.stringify(point.machine)
    const equal = merged.get(key)
    if (equal === undefined) merged.set(key, { point, servers: 1, weights })
    else {
      equal.servers += 1
      equal.weights = equal.weights.map((weight, k) => weight + weights[k]!)
    }
  })
  return [...merged.values()].map(({ point: { machine, features }, servers, weights }) => ({
    machine,
    features,
    servers,
    weights,
  }))
}
