import { complete } from './complete.ts'
import type { Completion } from './complete.ts'
import { LOAD_LEVELS, monotone } from './curve.ts'
import type { PowerCurve, PowerRange } from './curve.ts'
import { featuresOf, linearInputs } from './features.ts'
import type { CompleteMachine } from './features.ts'
import { covariance } from './kernel.ts'
import type { KernelPoint } from './kernel.ts'
import type { PredictableMachine } from './machine.ts'
import { memoryWatts } from './memory.ts'
import { RECENT_YEAR } from './model.ts'
import type { Nearness, PowerModel, Process } from './model.ts'
import { varianceOutside } from './outside.ts'
import { usualMachine } from './usual.ts'
import type { UsualMachine } from './usual.ts'

/** A prediction with what it was made from. */
export interface Prediction {
  readonly curve: PowerCurve
  readonly completion: Completion
  /** How near the measured servers come, and how many of them are of this CPU (or, failing that, generation). */
  readonly nearness: Nearness
  readonly servers: number
}

/** Share of full power that a machine draws idle, at most: the measured servers reach 0.79. */
const MOST_IDLE_SHARE = 0.9

/** Standard deviations from the middle to the ends of a 90 % interval. */
const DEVIATIONS_OF_90_PERCENT = 1.645

/**
 * Wall power of a machine as a power meter sees it, at 0..100 % utilisation, with a 90 % range.
 *
 * A Gaussian process on log watts (a line through what makers publish, plus what measured servers that are alike add)
 * for idle, for full load, and for the shape between. The range is the spread of servers that such a model had not
 * seen, wider for each input that had to be assumed.
 */
export const predict = (model: PowerModel, spec: PredictableMachine): Prediction => {
  const usual = usualMachine(model.points, spec)
  const completion = complete(model.imputation, spec, usual)
  const point = pointOf(completion.machine)
  const logs = predictLogs(model, point)
  const outside = varianceOutside(model, point.features)
  const extra = assumptionVariance(model, spec, usual, completion, logs)
  const { nearness, servers } = nearest(model, completion.machine, spec.isStandIn === true)
  const spreads = model.spreads[nearness][completion.machine.year >= RECENT_YEAR ? 1 : 0] ?? []
  const points = LOAD_LEVELS.map((_, level): PowerRange => {
    const log = logs[level] ?? 0
    const variance = (extra[level] ?? 0) + outside
    const spread = spreads[level] ?? { low: -1, high: 1 }
    return {
      watts: Math.exp(log),
      low: Math.exp(log - Math.hypot(spread.low, Math.sqrt(variance) * DEVIATIONS_OF_90_PERCENT)),
      high: Math.exp(log + Math.hypot(spread.high, Math.sqrt(variance) * DEVIATIONS_OF_90_PERCENT)),
    }
  })
  const curve = monotone(points)
  return {
    curve: {
      points: curve,
      method: 'power model of a whole server, fitted to published wall-power measurements',
      basis: model.source,
      memoryWatts: memoryWatts(completion.machine.memoryGb, curve[0]?.watts ?? 0),
    },
    completion,
    nearness,
    servers,
  }
}

/** A complete machine as the kernel sees it. */
export const pointOf = (machine: CompleteMachine): KernelPoint => ({ machine, features: featuresOf(machine) })

/** Natural logarithms of watts at `LOAD_LEVELS`, before they are made monotone. */
export const predictLogs = (model: PowerModel, point: KernelPoint): readonly number[] => {
  const inputs = linearInputs(point.machine, point.features)
  const [idle = 0] = outputsOf(model, model.idle, point, inputs, 0)
  const [ownFull = 0] = outputsOf(model, model.full, point, inputs, 1)
  // Far from what was measured (terabytes on four cores) the two would cross: a busy machine draws more than an idle one.
  const full = Math.max(ownFull, idle - Math.log(MOST_IDLE_SHARE))
  const shape = outputsOf(model, model.shape, point, inputs, 2)
  const between = model.mix.map((mix, i) => mix.idle * idle + mix.full * full + mix.constant + (shape[i] ?? 0))
  return [idle, ...between, full]
}

const outputsOf = (
  model: PowerModel,
  process: Process,
  point: KernelPoint,
  inputs: readonly number[],
  firstWeight: number,
): number[] => {
  const sums = process.outputs.map(({ mean, linear }) =>
    linear.reduce((sum, weight, i) => sum + weight * (inputs[i] ?? 0), mean),
  )
  for (const measured of model.points) {
    const likeness = covariance(process.kernel, point, measured)
    for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + likeness * (measured.weights[firstWeight + i] ?? 0)
  }
  return sums
}

/**
 * Variance of log watts that the assumed inputs bring: each is moved by its own standard deviation, and what else is
 * assumed follows it (a chip of more cores has more TDP and more memory).
 */
const assumptionVariance = (
  model: PowerModel,
  spec: PredictableMachine,
  usual: UsualMachine,
  { machine, assumed }: Completion,
  logs: readonly number[],
): readonly number[] => {
  const variance = logs.map(() => 0)
  for (const { quantity, deviation } of assumed) {
    const value = quantity === 'year' ? machine.year + deviation : machine[quantity] * 2 ** deviation
    const other = complete(model.imputation, { ...spec, [quantity]: value }, usual)
    const moved = predictLogs(model, pointOf(other.machine))
    for (let i = 0; i < variance.length; i++) {
      variance[i] = (variance[i] ?? 0) + ((moved[i] ?? 0) - (logs[i] ?? 0)) ** 2
    }
  }
  return variance
}

const nearest = (
  model: PowerModel,
  machine: CompleteMachine,
  isStandIn: boolean,
): { nearness: Nearness; servers: number } => {
  const { cpuKey, generation } = machine
  if (generation === undefined) return { nearness: 'unknown', servers: 0 }
  let ofCpu = 0
  let ofGeneration = 0
  let ofMaker = 0
  for (const { machine: measured, servers } of model.points) {
    if (cpuKey !== undefined && measured.cpuKey === cpuKey) ofCpu += servers
    const { id, platform } = measured.generation ?? {}
    if (id === generation.id && platform === generation.platform) ofGeneration += servers
    if (measured.make === machine.make) ofMaker += servers
  }
  if (ofCpu > 0 && !isStandIn) return { nearness: 'cpu', servers: ofCpu }
  if (ofGeneration > 0) return { nearness: 'generation', servers: ofGeneration }
  return ofMaker > 0 ? { nearness: 'maker', servers: ofMaker } : { nearness: 'unknown', servers: 0 }
}
