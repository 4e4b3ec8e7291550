import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { elapsed } from '../../../src/core/measurement/elapsed.ts'
import { wattsOver } from '../../../src/core/measurement/energy.ts'
import { partsOf } from '../../../src/core/measurement/parts.ts'
import { MOST_POINTS, profileOf } from '../../../src/core/measurement/profile.ts'
import { type Range, makeRange, scaleRange, sumRanges } from '../../../src/core/range.ts'
import { numberBetween } from '../../number-between.ts'

/** Concave, as measured servers are. */
const wattsAt = (utilization: number): ReturnType<typeof makeRange> => {
  const watts = 2 + 6 * Math.sqrt(utilization / 100)
  return makeRange(watts, watts * 0.9, watts * 1.1)
}
const stretch = (fromS: number, toS: number, utilization: number) => ({ fromS, toS, utilization, sample: 0 })

/** Energy of stretches, Wh. */
const energyOver = (stretches: readonly ReturnType<typeof stretch>[], resolvedS?: number): Range =>
  sumRanges(stretches.map((each) => scaleRange(wattsOver(each, wattsAt, resolvedS), (each.toS - each.fromS) / 3600)))

describe('wattsOver', () => {
  it('adds the power at each utilisation, not at their mean', () => {
    const swinging = energyOver([stretch(0, 10, 0), stretch(10, 20, 100)])
    expect(swinging.value).toBeCloseTo((2 * 10 + 8 * 10) / 3600, 12)
    const unseen = energyOver([stretch(0, 3600, 50)])
    expect(unseen.value).toBeCloseTo(2 + 6 * Math.SQRT1_2, 12)
    // Nobody saw the hour: it may have swung between idle and full.
    expect(unseen.low).toBeCloseTo(5 * 0.9, 12)
    expect(unseen.high).toBeCloseTo((2 + 6 * Math.SQRT1_2) * 1.1, 12)
  })

  it('includes every course of the load in the range of an unsampled stretch', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 50 }), (loads) => {
        const mean = loads.reduce((a, b) => a + b, 0) / loads.length
        const seen = energyOver(loads.map((load, second) => stretch(second * 10, second * 10 + 10, load)))
        const unseen = energyOver([stretch(0, loads.length * 10, mean)], 0)
        expect(seen.value).toBeGreaterThanOrEqual(unseen.low)
        expect(seen.value).toBeLessThanOrEqual(unseen.high)
      }),
    )
  })
})

describe('profileOf', () => {
  it('has at most 60 points and the energy of the stretches', () => {
    const lengths = fc.array(fc.record({ seconds: fc.integer({ min: 1, max: 500 }), watts: numberBetween(0, 900) }), {
      minLength: 1,
      maxLength: 100,
    })
    fc.assert(
      fc.property(lengths, (parts) => {
        let at = 0
        const stretches = parts.map(({ seconds, watts }) => ({ fromS: at, toS: (at += seconds), watts }))
        const profile = profileOf(stretches)
        const joules = parts.reduce((sum, { seconds, watts }) => sum + seconds * watts, 0)
        const drawn = (profile?.watts ?? []).reduce<number>((sum, watts) => sum + (watts ?? 0), 0)
        expect(profile?.watts.length).toBeLessThanOrEqual(MOST_POINTS)
        expect(drawn * (profile?.step_s ?? 0)).toBeCloseTo(joules, 3)
      }),
    )
    expect(profileOf([])).toBeNull()
  })
})

describe('elapsed', () => {
  const start = { monotonicMs: 1000, wallMs: 5e12, bootMs: 2000 }
  it('separates suspended from running time', () => {
    const end = { monotonicMs: 61_000, wallMs: 5e12 + 360_000, bootMs: 362_000 }
    expect(elapsed(start, end)).toEqual({ runningS: 60, suspendedS: 300 })
    expect(elapsed(start, { ...end, bootMs: 62_010 })).toEqual({ runningS: 60, suspendedS: 0 })
  })
  it('uses the wall clock if there is no other, but ignores its small corrections', () => {
    const end = { monotonicMs: 61_000, wallMs: 5e12 + 62_000, bootMs: null }
    expect(elapsed(start, end)).toEqual({ runningS: 60, suspendedS: 0 })
    expect(elapsed(start, { ...end, wallMs: 5e12 + 160_000 })).toEqual({ runningS: 60, suspendedS: 100 })
  })
  it('is null if the machine restarted', () => {
    expect(elapsed(start, { monotonicMs: 10, wallMs: 6e12, bootMs: 10 })).toBeNull()
  })
})

describe('partsOf', () => {
  const joules = numberBetween(0, 1e6)
  const maybe = fc.option(joules)
  it('never counts anything twice: the parts sum to the whole', () => {
    fc.assert(
      fc.property(joules, joules, maybe, maybe, maybe, (model, memory, whole, chip, dram) => {
        const {
          total,
          cpu,
          memory: ram,
          other,
        } = partsOf(makeRange(model), memory, { whole, package: chip, memory: dram })
        expect(cpu + ram + other).toBeCloseTo(total.value, 4)
        expect(Math.min(cpu, ram, other)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
  it('uses a meter for the part that it covers', () => {
    const model = makeRange(100, 50, 200)
    expect(partsOf(model, 10, { whole: null, package: 60, memory: 6 })).toMatchObject({ cpu: 60, memory: 6 })
    // What the platform takes from the wall is more than it meters: 94 J at the board are 100 J.
    const platform = partsOf(model, 10, { whole: 94, package: 60, memory: 6 })
    expect(platform).toMatchObject({ cpu: 60, memory: 6, total: { value: expect.closeTo(100, 9) } })
    expect(platform.other).toBeCloseTo(34, 9)
    expect(platform.total.low).toBeLessThan(94)
    expect(platform.total.high).toBeCloseTo((94 * 1.05) / 0.85, 9)
    expect(partsOf(model, 10, { whole: null, package: null, memory: null })).toMatchObject({ cpu: 90, memory: 10 })
  })
})
