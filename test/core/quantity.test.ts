import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QuantityError } from '../../src/core/errors.ts'
import { finiteNumber, nonNegative, numberWithin, parseNumber, positive, sumOrNull } from '../../src/core/quantity.ts'

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

describe('a number as text', () => {
  const digits = (most: number) => fc.stringMatching(new RegExp(`^\\d{0,${most}}$`))

  it('is the nearest double, with or without a point, sign and exponent', () => {
    const sign = fc.constantFrom('', '-', '+')
    const exponent = fc.constantFrom('', 'e5', 'E-3', 'e+300')
    fc.assert(
      fc.property(sign, digits(20), fc.constantFrom('', '.'), digits(20), exponent, (...parts) => {
        const [before, whole, , fraction, after] = parts
        const value = Number(parts.join(''))
        const isNumber = whole + fraction !== '' && Number.isFinite(value)
        expect(parseNumber(parts.join('')), before + after).toBe(isNumber ? value : null)
      }),
      { numRuns: 1000 },
    )
  })

  it.each(['', '.', '-', '1.2.3', '1,5', '0x10', '12abc', 'Infinity', 'NaN', '1e', '1 2', '\u0661'])(
    'is not %j',
    (text) => {
      expect(parseNumber(text)).toBeNull()
    },
  )
})

describe('a sum of figures', () => {
  it('is unknown where one is', () => {
    expect(sumOrNull([])).toBe(0)
    expect(sumOrNull([1, 2, 3])).toBe(6)
    for (const values of [[null], [null, 1], [1, null], [1, null, 2]]) expect(sumOrNull(values)).toBeNull()
  })
})
