import { linearInputs } from '../../src/core/power/features.ts'
import { type Kernel, type KernelPoint, covariance } from '../../src/core/power/kernel.ts'
import { cholesky, choleskySolve } from './linear-algebra.ts'

/** Prior variance of the constant: wide, because it is the level of all watts. */
const CONSTANT_VARIANCE = 25
/** Rounds of reweighting. The first is plain least squares; after six the weights move by less than 1 %. */
const ROUNDS = 6

/** One output of a fitted process: its mean, the weight of each point and the weights of the linear inputs. */
export interface FittedOutput {
  readonly mean: number
  readonly alpha: Float64Array
  readonly linear: readonly number[]
}

const priorCovariance = (kernel: Kernel, points: readonly KernelPoint[]): Float64Array => {
  const n = points.length
  const inputs = points.map((point) => linearInputs(point.features))
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
 * Fits the outputs `ys`, each with one value for each point. Every round raises the noise of a point by the square of
 * its residual: the weights of a Cauchy distribution, so that a few outliers decide nothing.
 */
export const fitProcess = (
  kernel: Kernel,
  points: readonly KernelPoint[],
  ys: readonly (readonly number[])[],
): readonly FittedOutput[] => {
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
      return alphas.map((alpha, o) => ({ mean: means[o]!, alpha, linear: linearWeights(kernel, points, alpha) }))
    }
    for (let i = 0; i < n; i++) {
      const residual = alphas.reduce((sum, alpha) => sum + Math.abs(alpha[i]!), 0) / alphas.length
      const deviations = (residual * noise[i]!) / Math.sqrt(kernel.noise)
      noise[i] = kernel.noise * (1 + (deviations / kernel.robust) ** 2)
    }
  }
}

/** Weights of the linear inputs that follow from the weights of the points. */
const linearWeights = (kernel: Kernel, points: readonly KernelPoint[], alpha: Float64Array): number[] => {
  const weights: number[] = []
  points.forEach((point, i) => {
    linearInputs(point.features).forEach((input, k) => {
      weights[k] = (weights[k] ?? 0) + (k === 0 ? CONSTANT_VARIANCE : kernel.linear) * input * alpha[i]!
    })
  })
  return weights
}
