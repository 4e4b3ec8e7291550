import { type Completion, complete } from './complete.ts'
import { type PowerCurve, type PowerRange, LOAD_LEVELS, monotone } from './curve.ts'
import { type CompleteMachine, featuresOf, linearInputs } from './features.ts'
import { type KernelPoint, covariance } from './kernel.ts'
import type { PredictableMachine } from './machine.ts'
import { memoryWatts } from './memory.ts'
import {
  type CentralModel,
  type Nearness,
  type PowerModel,
  type Process,
  type Spread,
  ENOUGH_SERVERS,
  eraOf,
} from './model.ts'
import { varianceAfter, varianceOutside } from './outside.ts'
import { type UsualMachine, usualMachine } from './usual.ts'

/** The central figures of a prediction, and how sure its inputs are. */
export interface CentralPrediction {
  /** Natural logarithms of watts at `LOAD_LEVELS`. */
  readonly logs: readonly number[]
  /** Variance of the logarithms that assumed inputs and inputs outside the measured bounds add, at `LOAD_LEVELS`. */
  readonly variance: readonly number[]
  readonly completion: Completion
  /** How near the measured servers come, and how many of them are of this CPU (or, failing that, generation). */
  readonly nearness: Nearness
  readonly servers: number
}

/** A prediction with what it rests on. */
export interface Prediction extends Omit<CentralPrediction, 'logs' | 'variance'> {
  readonly curve: PowerCurve
}

/** Largest share of full power that a machine draws when idle: the measured servers reach 0.79. */
const MAX_IDLE_SHARE = 0.9

/** Standard deviations from the middle to the ends of a 90 % interval. */
const DEVIATIONS_OF_90_PERCENT = 1.645

/**
 * Predicts the wall power of a machine that is set up for a benchmark, at 0..100 % utilisation, with a 90 % range.
 *
 * A Gaussian process on log watts (a line through what makers publish, plus what similar measured servers add) gives
 * idle power, power at full load and the shape between. The range is the spread of servers that such a model had not
 * seen, wider for each input that had to be assumed.
 *
 * @example predict(serverPowerModel(), identify({ cpuName: 'AMD EPYC 7763', sockets: 2 })).curve.points[0]
 */
export const predict = (model: PowerModel, spec: PredictableMachine): Prediction => {
  const { logs, variance, completion, nearness, servers } = predictCentral(model, spec)
  const spreads = model.spreads[nearness][eraOf(completion.machine.year)] ?? []
  const points = monotone(LOAD_LEVELS.map((_, i) => rangeOf(logs[i] ?? 0, variance[i] ?? 0, spreads[i])))
  return {
    curve: {
      points,
      method: 'power model of a whole server, fitted to published wall-power measurements',
      basis: model.source,
      memoryWatts: memoryWatts(completion.machine.memoryGb, points[0]?.watts ?? 0),
    },
    completion,
    nearness,
    servers,
  }
}

/** Range of one load level: the spread of unseen servers and the variance of the inputs, added as independent errors. */
export const rangeOf = (log: number, variance: number, spread: Spread = WIDEST_SPREAD): PowerRange => {
  const ofInputs = Math.sqrt(variance) * DEVIATIONS_OF_90_PERCENT
  return {
    watts: Math.exp(log),
    low: Math.exp(log - Math.hypot(spread.low, ofInputs)),
    high: Math.exp(log + Math.hypot(spread.high, ofInputs)),
  }
}

const WIDEST_SPREAD: Spread = { low: -1, high: 1 }

/** Predicts the central figures alone: `predict` without the spreads, which the fit of the spreads needs. */
export const predictCentral = (model: CentralModel, spec: PredictableMachine): CentralPrediction => {
  const usual = usualMachine(model.points, spec)
  const completion = complete(model.imputation, spec, usual)
  const point = pointOf(completion.machine)
  const logs = predictLogs(model, point)
  const outside = varianceOutside(model, point.features) + varianceAfter(model, completion.machine.year)
  const variance = assumptionVariance(model, spec, usual, completion, logs).map((ofInputs) => ofInputs + outside)
  return { logs, variance, completion, ...nearest(model, completion.machine, spec.isSubstitute === true) }
}

/** A complete machine in the form that the kernel reads. */
export const pointOf = (machine: CompleteMachine): KernelPoint => ({ machine, features: featuresOf(machine) })

/** Natural logarithms of watts at `LOAD_LEVELS`, before they are made monotone. */
const predictLogs = (model: CentralModel, point: KernelPoint): readonly number[] => {
  const inputs = linearInputs(point.features)
  const [idle = 0] = outputsOf(model, model.idle, point, inputs, 0)
  const [ownFull = 0] = outputsOf(model, model.full, point, inputs, 1)
  // Far outside the measured machines (terabytes on four cores) the two would cross.
  const full = Math.max(ownFull, idle - Math.log(MAX_IDLE_SHARE))
  const shape = outputsOf(model, model.shape, point, inputs, 2)
  const between = model.mix.map((mix, i) => mix.idle * idle + mix.full * full + mix.constant + (shape[i] ?? 0))
  return [idle, ...between, full]
}

const outputsOf = (
  model: CentralModel,
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
 * Variance of log watts that the assumed inputs add: each is moved by its own standard deviation, and the other assumed
 * inputs follow it (a chip of more cores has more TDP and more memory).
 */
const assumptionVariance = (
  model: CentralModel,
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
  model: CentralModel,
  machine: CompleteMachine,
  isSubstitute: boolean,
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
  if (ofCpu > 0 && !isSubstitute) return { nearness: ofCpu < ENOUGH_SERVERS ? 'few' : 'cpu', servers: ofCpu }
  if (ofGeneration > 0) return { nearness: 'generation', servers: ofGeneration }
  return ofMaker > 0 ? { nearness: 'maker', servers: ofMaker } : { nearness: 'unknown', servers: 0 }
}
