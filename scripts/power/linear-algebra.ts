/** Dense symmetric matrices in row-major order: all that a Gaussian process of some hundred points needs. */

/** Lower Cholesky factor of a symmetric positive definite matrix of n rows. @throws when it is not one */
export const cholesky = (matrix: Float64Array, n: number): Float64Array => {
  const lower = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!
      for (let k = 0; k < j; k++) sum -= lower[i * n + k]! * lower[j * n + k]!
      if (i === j) {
        if (!(sum > 0)) throw new Error(`matrix is not positive definite at row ${i}`)
        lower[i * n + i] = Math.sqrt(sum)
      } else lower[i * n + j] = sum / lower[j * n + j]!
    }
  }
  return lower
}

/** Solves L L^T x = b. */
export const choleskySolve = (lower: Float64Array, n: number, b: Float64Array): Float64Array => {
  const x = Float64Array.from(b)
  for (let i = 0; i < n; i++) {
    let sum = x[i]!
    for (let k = 0; k < i; k++) sum -= lower[i * n + k]! * x[k]!
    x[i] = sum / lower[i * n + i]!
  }
  for (let i = n - 1; i >= 0; i--) {
    const value = x[i]! / lower[i * n + i]!
    x[i] = value
    for (let k = 0; k < i; k++) x[k] = x[k]! - lower[i * n + k]! * value
  }
  return x
}

/** Ordinary least squares with a small ridge for columns that do not vary. */
export const leastSquares = (rows: readonly (readonly number[])[], y: readonly number[]): number[] => {
  const p = rows[0]?.length ?? 0
  const normal = new Float64Array(p * p)
  const right = new Float64Array(p)
  rows.forEach((row, r) => {
    for (let i = 0; i < p; i++) {
      right[i] = right[i]! + row[i]! * y[r]!
      for (let j = 0; j < p; j++) normal[i * p + j] = normal[i * p + j]! + row[i]! * row[j]!
    }
  })
  for (let i = 0; i < p; i++) normal[i * p + i] = normal[i * p + i]! + 1e-6
  return [...choleskySolve(cholesky(normal, p), p, right)]
}
