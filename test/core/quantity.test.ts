import { describe, expect, it } from 'vitest'
import { QuantityError } from '../../src/core/errors.ts'
import { finiteNumber, nonNegative, numberWithin, positive, sumOrNull } from '../../src/core/quantity.ts'

const NO_NUMBERS = [Number.NaN, Infinity, -Infinity, '5', null, undefined, [5], 5n]

describe('a quantity', () => {
  it.each([
    ['at least 0', (value: unknown) => nonNegative('energy, Wh', value), [0, 5e-324, 1e300], [-5e-324, -1]],
    ['above 0', (value: unknown) => positive('energy, Wh', value), [5e-324, 1], [0, -0, -1]],
    ['from 1 to 2', (value: unknown) => numberWithin('energy, Wh', value, 1, 2), [1, 1.5, 2], [0.999, 2.001, -1]],
    ['of either sign', (value: unknown) => finiteNumber('energy, Wh', value), [-1e300, 0, 3], []],
  ])('%s is a finite number, and the error names it', (_, guard, valid, invalid) => {
    for (const value of valid) expect(guard(value)).toBe(value)
    for (const value of [...NO_NUMBERS, ...invalid]) {
      expect(() => guard(value)).toThrow(QuantityError)
      expect(() => guard(value)).toThrow(/energy, Wh/)
      expect(() => guard(value)).toThrow(/number .*(?:is needed|above 0)/)
    }
  })

  it('of -0 is 0, which JSON and people know', () => {
    expect([nonNegative('x', -0), numberWithin('x', -0, -1, 1), finiteNumber('x', -0)]).toEqual([0, 0, 0])
  })
})

describe('a sum of figures', () => {
  it('is unknown where one is', () => {
    expect(sumOrNull([])).toBe(0)
    expect(sumOrNull([1, 2, 3])).toBe(6)
    for (const values of [[null], [null, 1], [1, null], [1, null, 2]]) expect(sumOrNull(values)).toBeNull()
  })
})
