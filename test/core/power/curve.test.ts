import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConfigurationError } from '../../../src/core/errors.ts'
import { type PowerCurve, LOAD_LEVELS, monotone, slice, wattsAt } from '../../../src/core/power/curve.ts'
import { memoryWatts } from '../../../src/core/power/memory.ts'
import { numberBetween } from '../../number-between.ts'

const line: PowerCurve = {
  points: LOAD_LEVELS.map((level) => ({ watts: 100 + level, low: 90 + level, high: 120 + level })),
  method: 'line',
  basis: 'a test',
  memoryWatts: 12,
}

describe('wattsAt', () => {
  it('gives the points themselves at the load levels', () => {
    for (const level of LOAD_LEVELS) {
      expect(wattsAt(line, level)).toEqual({ watts: 100 + level, low: 90 + level, high: 120 + level })
    }
  })

  it('interpolates between them', () => {
    expect(wattsAt(line, 34.5).watts).toBeCloseTo(134.5, 10)
  })

  it('never falls as utilisation rises', () => {
    const watts = fc.array(numberBetween(0, 1000), { minLength: 11, maxLength: 11 })
    const percent = numberBetween(0, 100)
    fc.assert(
      fc.property(watts, percent, percent, (figures, a, b) => {
        const curve = { ...line, points: monotone(figures.map((w) => ({ watts: w, low: w / 2, high: w * 2 }))) }
        const below = wattsAt(curve, Math.min(a, b))
        const above = wattsAt(curve, Math.max(a, b))
        const slack = 1e-9
        expect(above.watts).toBeGreaterThanOrEqual(below.watts - slack)
        expect(above.low).toBeGreaterThanOrEqual(below.low - slack)
        expect(above.high).toBeGreaterThanOrEqual(below.high - slack)
      }),
    )
  })

  it.each([-0.1, 100.1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a utilisation of %s', (utilization) => {
    expect(() => wattsAt(line, utilization)).toThrow(ConfigurationError)
  })
})

describe('slice', () => {
  it('shares everything by threads, idle power and memory too', () => {
    const share = slice(line, { threads: 4, ofThreads: 128 })
    expect(wattsAt(share, 0).watts).toBeCloseTo(100 / 32, 10)
    expect(wattsAt(share, 100).high).toBeCloseTo(220 / 32, 10)
    expect(share.memoryWatts).toBeCloseTo(12 / 32, 10)
  })

  it('adds up to the host over all its guests', () => {
    const guests = [4, 60, 64].map((threads) => wattsAt(slice(line, { threads, ofThreads: 128 }), 50).watts)
    expect(guests.reduce((a, b) => a + b, 0)).toBeCloseTo(150, 10)
  })

  it.each([
    [0, 128],
    [129, 128],
    [4, 0],
    [Number.NaN, 128],
    [4, Number.POSITIVE_INFINITY],
  ])('refuses %s of %s threads', (threads, ofThreads) => {
    expect(() => slice(line, { threads, ofThreads })).toThrow(ConfigurationError)
  })
})

describe('monotone', () => {
  it('keeps what was measured at low load when power dips', () => {
    const points = monotone([
      { watts: 10, low: 9, high: 12 },
      { watts: 8, low: 7, high: 11 },
      { watts: 20, low: 25, high: 19 },
    ])
    expect(points).toEqual([
      { watts: 10, low: 9, high: 12 },
      { watts: 10, low: 9, high: 12 },
      { watts: 20, low: 20, high: 20 },
    ])
  })
})

describe('memoryWatts', () => {
  it('is 0.392 W a GB', () => expect(memoryWatts(100, 1000)).toBeCloseTo(39.2, 10))
  it('is at most 40 % of the idle power', () => expect(memoryWatts(10_000, 100)).toBe(40))
  it('is 0 when the memory is unknown', () => expect(memoryWatts(undefined, 100)).toBe(0))
})
