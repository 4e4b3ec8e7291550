import fc from 'fast-check'

/**
 * Numbers of every magnitude, and numbers spread evenly. `fc.double` alone draws from all doubles, of which nearly all between 0 and 1000 are
 * below 1e-9: a test of those tries little.
 */
export function numberBetween(min: number, max: number): fc.Arbitrary<number> {
  const steps = 1_000_000
  const even = fc.integer({ min: 0, max: steps }).map((step) => Math.min(max, min + (step / steps) * (max - min)))
  return fc.oneof(fc.double({ min, max, noNaN: true }), { arbitrary: even, weight: 3 })
}
