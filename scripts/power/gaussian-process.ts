import { linearInputs } from '../../src/core/power/features.ts'
import { covariance } from '../../src/core/power/kernel.ts'
import type { Kernel, KernelPoint } from '../../src/core/power/kernel.ts'
import { cholesky, choleskyInverse, choleskySolve } from './linear-algebra.ts'

/** Prior variance of the constant: wide, for it is the level of all watts. */
const CONSTANT_VARIANCE = 25
/** Reweighting rounds: the first is plain least squares. */
const ROUNDS = 3

/** A fitted process over n points with one or more outputs that share their weights of the points. */
export interface FittedProcess {
  readonly n: number
  readonly outputs: readonly { readonly mean: number; readonly alpha: Float64Array; readonly linear: number[] }[]
  /** Inverse of the covariance with noise. */
  readonly inverse: Float64Array
}

export const priorCovariance = (kernel: Kernel, points: readonly KernelPoint[]): Float64Array => {
  const n = points.length
  const inputs = points.map((point) => linearInputs(point.machine, point.features))
  const matrix = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0
      for (let k = 0; k < inputs[i]!.length; k++) {
        sum += (k === 0 ? CONSTANT_VARIANCE : kernel.linear) * inputs[i]![k]! * inputs[j]![k]!
      }
      sum += covariance(kernel, points[i]!, points[j]!)
      matrix[i * n + j] = sum
      matrix[j * n + i] = sum
    }
  }
  return matrix
}

/**
 * Fits outputs ys (each of the points' length). Each round gives points with large residuals more noise, which makes
 * the squared loss an absolute one beyond `kernel.robust` deviations.
 */
export const fitProcess = (
  kernel: Kernel,
  points: readonly KernelPoint[],
  ys: readonly (readonly number[])[],
): FittedProcess => {
  const n = points.length
  const prior = priorCovariance(kernel, points)
  const means = ys.map((y) => y.reduce((a, b) => a + b, 0) / n)
  const noise = new Float64Array(n).fill(kernel.noise)
  for (let round = 1; ; round++) {
    const matrix = Float64Array.from(prior)
    for (let i = 0; i < n; i++) matrix[i * n + i] = matrix[i * n + i]! + noise[i]!
    const lower = cholesky(matrix, n)
    const alphas = ys.map((y, o) =>
      choleskySolve(
        lower,
        n,
        Float64Array.from(y, (value) => value - means[o]!),
      ),
    )
    if (round === ROUNDS) {
      const outputs = alphas.map((alpha, o) => ({
        mean: means[o]!,
        alpha,
        linear: linearWeights(kernel, points, alpha),
      }))
      return { n, outputs, inverse: choleskyInverse(lower, n) }
    }
    for (let i = 0; i < n; i++) {
      const residual = alphas.reduce((sum, alpha) => sum + Math.abs(alpha[i]!), 0) / alphas.length
      const deviations = (residual * noise[i]!) / Math.sqrt(kernel.noise)
      noise[i] = kernel.noise * Math.max(1, deviations / kernel.robust)
    }
  }
}

/** Weights of the linear part that the points' weights amount to. */
export const linearWeights = (kernel: Kernel, points: readonly KernelPoint[], alpha: Float64Array): number[] => {
  const weights: number[] = []
  points.forEach((point, i) => {
    linearInputs(point.machine, point.features).forEach((input, k) => {
      weights[k] = (weights[k] ?? 0) + (k === 0 ? CONSTANT_VARIANCE : kernel.linear) * input * alpha[i]!
    })
  })
  return weights
}

/**
 * Weights of the points for a process that never saw those of a group: exact, without fitting again (the group's rows
 * of the inverse tell what it contributed). Weights of the group itself are 0.
 */
export const alphaWithout = (process: FittedProcess, alpha: Float64Array, group: readonly number[]): Float64Array => {
  const { n, inverse } = process
  const g = group.length
  const block = new Float64Array(g * g)
  for (let i = 0; i < g; i++) for (let j = 0; j < g; j++) block[i * g + j] = inverse[group[i]! * n + group[j]!]!
  const residual = choleskySolve(
    cholesky(block, g),
    g,
    Float64Array.from(group, (i) => alpha[i]!),
  )
  const without = Float64Array.from(alpha)
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < g; i++) without[j] = without[j]! - inverse[group[i]! * n + j]! * residual[i]!
  }
  for (const i of group) without[i] = 0
  return without
}
