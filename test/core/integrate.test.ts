import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QuantityError } from '../../src/core/errors.ts'
import { integratePower } from '../../src/core/integrate.ts'

describe('integration of power samples', () => {
  it('is the trapezoid over monotonic time', () => {
    const samples = [
      { t: 0, watts: 10 },
      { t: 10, watts: 20 },
      { t: 30, watts: 20 },
    ]
    expect(integratePower(samples, 60).wh).toBeCloseTo((150 + 400) / 3600, 15)
  })

  it('does not bridge a gap, and reports the covered time', () => {
    const samples = [
      { t: 0, watts: 100 },
      { t: 1, watts: 100 },
      { t: 1000, watts: 100 },
      { t: 1001, watts: 100 },
    ]
    expect(integratePower(samples, 5)).toEqual({ wh: 200 / 3600, coveredS: 2, spanS: 1001, gaps: 1 })
  })

  it('has no energy without samples, with one, or with two at the same moment', () => {
    expect(integratePower([], 1).wh).toBe(0)
    expect(integratePower([{ t: 5, watts: 9 }], 1)).toEqual({ wh: 0, coveredS: 0, spanS: 0, gaps: 0 })
    expect(
      integratePower(
        [
          { t: 5, watts: 9 },
          { t: 5, watts: 1 },
        ],
        1,
      ).wh,
    ).toBe(0)
  })

  it.each([
    [
      [
        { t: 1, watts: 1 },
        { t: 0, watts: 1 },
      ],
    ],
    [[{ t: 0, watts: -1 }]],
    [[{ t: Number.NaN, watts: 1 }]],
    [[{ t: 0, watts: Number.POSITIVE_INFINITY }]],
  ])('refuses %j', (samples) => {
    expect(() => integratePower(samples, 1)).toThrow(QuantityError)
  })

  it('is additive at any sample and linear in power', () => {
    const series = fc.array(
      fc.tuple(fc.double({ min: 0.01, max: 2, noNaN: true }), fc.double({ min: 0, max: 500, noNaN: true })),
      {
        minLength: 3,
        maxLength: 40,
      },
    )
    fc.assert(
      fc.property(series, fc.nat(), (steps, cut) => {
        let t = 0
        const samples = steps.map(([dt, watts]) => ({ t: (t += dt), watts }))
        const at = 1 + (cut % (samples.length - 2))
        const whole = integratePower(samples, 10).wh
        const parts = integratePower(samples.slice(0, at + 1), 10).wh + integratePower(samples.slice(at), 10).wh
        expect(parts).toBeCloseTo(whole, 9)
        const doubled = samples.map((sample) => ({ t: sample.t, watts: sample.watts * 2 }))
        expect(integratePower(doubled, 10).wh).toBeCloseTo(whole * 2, 9)
      }),
    )
  })
})
