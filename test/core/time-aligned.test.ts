import { describe, expect, it } from 'vitest'
import { MeasurementError, QuantityError } from '../../src/core/errors.ts'
import { chargeByHour, orderedCurve } from '../../src/core/time-aligned.ts'

const hours = (...values: number[]): { start: number; durationS: number; gPerKwh: number }[] =>
  values.map((gPerKwh, i) => ({ start: i * 3600, durationS: 3600, gPerKwh }))

describe('chargeByHour', () => {
  it('weights each hour by the energy used in it', () => {
    const timeline = [
      { start: 0, durationS: 3600, wh: 30 },
      { start: 3600, durationS: 3600, wh: 10 },
    ]
    expect(chargeByHour(timeline, hours(100, 500))).toEqual({
      meanGPerKwh: 200,
      lowestGPerKwh: 100,
      highestGPerKwh: 500,
      covered: 1,
    })
  })

  it('splits a stretch that spans hours, in any order of either', () => {
    const result = chargeByHour([{ start: 1800, durationS: 7200, wh: 4 }], hours(100, 200, 400).toReversed())
    expect(result.meanGPerKwh).toBe((100 + 400 + 400) / 4)
  })

  it('reports what the curve does not cover', () => {
    const result = chargeByHour([{ start: 0, durationS: 7200, wh: 4 }], hours(100))
    expect(result).toMatchObject({ meanGPerKwh: 100, covered: 0.5 })
  })

  it('uses the step that contains a moment, and ignores stretches without energy', () => {
    const timeline = [
      { start: 3600, durationS: 0, wh: 1 },
      { start: 0, durationS: 3600, wh: 0 },
    ]
    expect(chargeByHour(timeline, hours(100, 500))).toMatchObject({ meanGPerKwh: 500, lowestGPerKwh: 500, covered: 1 })
  })

  it('never invents a figure', () => {
    expect(() => chargeByHour([{ start: 90_000, durationS: 60, wh: 1 }], hours(100))).toThrow(MeasurementError)
    expect(() => chargeByHour([], hours(100))).toThrow(MeasurementError)
    expect(() => chargeByHour([{ start: 0, durationS: 60, wh: Number.NaN }], hours(100))).toThrow(QuantityError)
    expect(() => chargeByHour([{ start: 0, durationS: 60, wh: 1 }], hours(-1))).toThrow(QuantityError)
  })

  it('does not add the energy of overlapping steps twice', () => {
    const overlapping = [...hours(100, 200), { start: 1800, durationS: 3600, gPerKwh: 300 }]
    const result = chargeByHour([{ start: 0, durationS: 7200, wh: 1 }], overlapping)
    expect(result).toMatchObject({ covered: 1, meanGPerKwh: (100 + 300 + 400) / 4 })
    expect(orderedCurve(overlapping).map(({ durationS }) => durationS)).toEqual([1800, 1800, 3600])
  })
})
