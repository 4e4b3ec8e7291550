import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QuantityError } from '../../src/core/errors.ts'
import { type Range, multiplyRanges, makeRange, relativeRange, scaleRange, sumRanges } from '../../src/core/range.ts'
import { numberBetween } from '../number-between.ts'

const ranges: fc.Arbitrary<Range> = fc
  .tuple(numberBetween(0, 1e6), numberBetween(0, 1), numberBetween(0, 3))
  .map(([value, below, above]) => relativeRange(value, below, above))

describe('ranges', () => {
  it('must be in order', () => {
    expect(() => makeRange(1, 2, 3)).toThrow(QuantityError)
    expect(() => makeRange(4, 2, 3)).toThrow(QuantityError)
    expect(() => makeRange(Number.NaN)).toThrow(QuantityError)
    expect(makeRange(2)).toEqual({ value: 2, low: 2, high: 2 })
  })

  it('adds ends of sums: the errors of two jobs on one kind of runner do not cancel', () => {
    expect(sumRanges([makeRange(10, 8, 13), makeRange(20, 15, 30)])).toEqual(makeRange(30, 23, 43))
    expect(sumRanges([])).toEqual(makeRange(0))
  })

  it('adds independent relative errors in quadrature', () => {
    const result = multiplyRanges(makeRange(100, 100 / 1.3, 130), makeRange(2, 2 / 1.4, 2.8))
    expect(result.value).toBe(200)
    expect(result.high).toBeCloseTo(200 * Math.exp(Math.hypot(Math.log(1.3), Math.log(1.4))), 9)
    expect(result.low).toBeCloseTo(200 / Math.exp(Math.hypot(Math.log(1.3), Math.log(1.4))), 9)
  })

  it('of relative errors end at zero', () => {
    expect(relativeRange(10, 0.25, 0.5)).toEqual(makeRange(10, 7.5, 15))
    expect(relativeRange(10, 0.25)).toEqual(makeRange(10, 7.5, 12.5))
    expect(relativeRange(10, 3)).toEqual(makeRange(10, 0, 40))
  })

  it('name the end that is not a number', () => {
    expect(() => makeRange(1, Number.NaN, 2)).toThrow(/low/)
    expect(() => makeRange(1, 1, Infinity)).toThrow(/high/)
    expect(() => makeRange(4, 2, 3)).toThrow(/must lie from 2 to 3/)
    expect(() => relativeRange(1, -0.1)).toThrow(/below/)
    expect(() => relativeRange(1, 0.1, -0.1)).toThrow(/above/)
    expect(() => scaleRange(makeRange(1), -1)).toThrow(/factor/)
  })

  it('keeps the upper end of a product that may be zero', () => {
    expect(multiplyRanges(makeRange(0, 0, 5), makeRange(2, 1, 3))).toEqual(makeRange(0, 0, 15))
  })

  it('keeps zero', () => {
    expect(multiplyRanges(makeRange(0), makeRange(2, 1, 3))).toEqual(makeRange(0))
    expect(multiplyRanges(makeRange(5, 0, 6), makeRange(2)).low).toBe(0)
  })

  it('stays in order for every combination', () => {
    const inOrder = ({ low, value, high }: Range): void => {
      expect(low).toBeGreaterThanOrEqual(0)
      expect(low).toBeLessThanOrEqual(value)
      expect(high).toBeGreaterThanOrEqual(value)
      expect(Number.isFinite(high)).toBe(true)
    }
    fc.assert(
      fc.property(fc.array(ranges, { maxLength: 6 }), (all) => {
        inOrder(sumRanges(all))
        inOrder(multiplyRanges(...all.slice(0, 3)))
        for (const each of all) inOrder(scaleRange(each, 1.18))
      }),
    )
  })
})
