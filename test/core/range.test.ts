import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QuantityError } from '../../src/core/errors.ts'
import { type Range, product, range, relative, scaled, sum } from '../../src/core/range.ts'

const ranges: fc.Arbitrary<Range> = fc
  .tuple(
    fc.double({ min: 0, max: 1e6, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 3, noNaN: true }),
  )
  .map(([value, below, above]) => relative(value, below, above))

describe('ranges', () => {
  it('must be in order', () => {
    expect(() => range(1, 2, 3)).toThrow(QuantityError)
    expect(() => range(4, 2, 3)).toThrow(QuantityError)
    expect(() => range(Number.NaN)).toThrow(QuantityError)
    expect(range(2)).toEqual({ value: 2, low: 2, high: 2 })
  })

  it('adds ends of sums: the errors of two jobs on one kind of runner do not cancel', () => {
    expect(sum([range(10, 8, 13), range(20, 15, 30)])).toEqual(range(30, 23, 43))
    expect(sum([])).toEqual(range(0))
  })

  it('adds independent relative errors in quadrature', () => {
    const result = product(range(100, 100 / 1.3, 130), range(2, 2 / 1.4, 2.8))
    expect(result.value).toBe(200)
    expect(result.high).toBeCloseTo(200 * Math.exp(Math.hypot(Math.log(1.3), Math.log(1.4))), 9)
    expect(result.low).toBeCloseTo(200 / Math.exp(Math.hypot(Math.log(1.3), Math.log(1.4))), 9)
  })

  it('keeps zero', () => {
    expect(product(range(0), range(2, 1, 3))).toEqual(range(0))
    expect(product(range(5, 0, 6), range(2)).low).toBe(0)
  })

  it('stays in order whatever is combined', () => {
    const inOrder = ({ low, value, high }: Range): void => {
      expect(low).toBeGreaterThanOrEqual(0)
      expect(low).toBeLessThanOrEqual(value)
      expect(high).toBeGreaterThanOrEqual(value)
      expect(Number.isFinite(high)).toBe(true)
    }
    fc.assert(
      fc.property(fc.array(ranges, { maxLength: 6 }), (all) => {
        inOrder(sum(all))
        inOrder(product(...all.slice(0, 3)))
        for (const each of all) inOrder(scaled(each, 1.18))
      }),
    )
  })
})
