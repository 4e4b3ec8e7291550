import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestStart, windowStarts } from '../../src/core/window.ts'
import { numberBetween } from '../number-between.ts'

const HOUR = 3600

/** A day with its best hours in the afternoon and a short dip in the night. */
const DAY = [
  400, 390, 380, 150, 380, 370, 360, 350, 340, 300, 250, 220, 200, 180, 170, 175, 190, 240, 300, 350, 390, 410, 420,
  410,
]

const curve = (
  values: readonly number[],
  stepS: number,
  from = 0,
): { start: number; durationS: number; gPerKwh: number }[] =>
  values.map((gPerKwh, i) => ({ start: from + i * stepS, durationS: stepS, gPerKwh }))

describe('the best start', () => {
  it.each([
    [15 * 60, 3 * HOUR, 150],
    [2 * HOUR, 14 * HOUR, 172.5],
    [7 * HOUR, 11 * HOUR, (220 + 200 + 180 + 170 + 175 + 190 + 240) / 7],
    [24 * HOUR, 0, DAY.reduce((sum, g) => sum + g, 0) / 24],
  ])('of %d s is at %d s', (durationS, start, mean) => {
    const best = bestStart(windowStarts(curve(DAY, HOUR), durationS, 0, 24 * HOUR))
    expect(best?.start).toBe(start)
    expect(best?.meanGPerKwh).toBeCloseTo(mean, 9)
  })

  it('may end at an edge rather than start at one', () => {
    // 90 minutes: the whole cleanest hour and half of the one before it.
    const best = bestStart(windowStarts(curve([300, 200, 100, 400], HOUR), 1.5 * HOUR, 0, 4 * HOUR))
    expect(best?.start).toBe(1.5 * HOUR)
    expect(best?.meanGPerKwh).toBeCloseTo((200 * 0.5 + 100) / 1.5, 9)
  })

  it('is the earliest of equal ones', () => {
    const best = bestStart(windowStarts(curve([0.1, 0.1, 0.1, 0.1], 600, 1_795_521_600), 700, 0, 2e9))
    expect(best).toEqual({ start: 1_795_521_600, meanGPerKwh: 0.1 })
  })

  it('stays within the earliest and the latest start', () => {
    const best = bestStart(windowStarts(curve(DAY, HOUR), HOUR, 4.25 * HOUR, 9 * HOUR))
    expect(best).toEqual({ start: 9 * HOUR, meanGPerKwh: 300 })
    expect(windowStarts(curve(DAY, HOUR), HOUR, 4.25 * HOUR, 9 * HOUR)[0]?.start).toBe(4.25 * HOUR)
  })

  it('does not span a gap, but ignores one of a fraction of a second', () => {
    const gap = [...curve([100, 10], HOUR), ...curve([10, 300], HOUR, 3 * HOUR)]
    expect(bestStart(windowStarts(gap, 2 * HOUR, 0, 24 * HOUR))).toEqual({ start: 0, meanGPerKwh: 55 })
    const slit = [...curve([100, 10], HOUR), ...curve([10, 300], HOUR, 2 * HOUR + 0.4)]
    expect(bestStart(windowStarts(slit, 2 * HOUR, 0, 24 * HOUR))?.meanGPerKwh).toBeCloseTo(10, 9)
  })

  it('is null if the curve is too short', () => {
    expect(bestStart(windowStarts(curve(DAY, HOUR), 25 * HOUR, 0, HOUR))).toBeNull()
    expect(bestStart(windowStarts([], HOUR, 0, HOUR))).toBeNull()
  })

  it('is searched in order of time within the given starts, and a constant curve is that constant exactly', () => {
    const shape = { stepS: fc.integer({ min: 1, max: 3600 }), g: numberBetween(0, 1500), part: numberBetween(0.01, 1) }
    fc.assert(
      fc.property(
        fc.record({ ...shape, from: numberBetween(0, 1), to: numberBetween(0, 1) }),
        ({ stepS, g, part, from, to }) => {
          const origin = 1_795_521_600
          const total = 20 * stepS
          const [earliest, latest] = [origin + from * total, origin + to * total]
          const points = curve(
            Array.from({ length: 20 }, () => g),
            stepS,
            origin,
          )
          const starts = windowStarts(points, total * part, earliest, latest)
          expect(starts.map(({ start }) => start)).toEqual(starts.map(({ start }) => start).toSorted((a, b) => a - b))
          for (const { start, meanGPerKwh } of starts) {
            expect(meanGPerKwh).toBe(g)
            expect(start).toBeGreaterThanOrEqual(earliest - 1e-6)
            expect(start).toBeLessThanOrEqual(latest + 1e-6)
          }
          const leftS = Math.min(latest, origin + total * (1 - part)) - earliest
          if (Math.abs(leftS) > 1e-6) expect(starts.length > 0).toBe(leftS > 0)
        },
      ),
    )
  })

  it('beats every start of a fine grid, within rounding, over uneven steps', () => {
    const step = fc.record({
      durationS: fc.integer({ min: 1, max: 5400 }),
      gPerKwh: numberBetween(0, 1500),
    })
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 25 }),
        numberBetween(0.01, 1),
        fc.integer({ min: 0, max: 1_800_000_000 }),
        (steps, part, origin) => {
          let start = origin
          const points = steps.map(({ durationS, gPerKwh }) => {
            const point = { start, durationS, gPerKwh }
            start += durationS
            return point
          })
          const total = start - origin
          const durationS = total * part
          const best = bestStart(windowStarts(points, durationS, 0, 2e9))
          expect(best).not.toBeNull()
          const meanFrom = (from: number): number =>
            points.reduce((sum, p) => {
              const overlap =
                Math.min(from + durationS, p.start - origin + p.durationS) - Math.max(from, p.start - origin)
              return sum + Math.max(0, overlap) * p.gPerKwh
            }, 0) / durationS
          // Rounding a time moves an end of the window, and with it the mean, by at most the largest step for that share of the window.
          const largest = Math.max(1e-9, ...steps.map(({ gPerKwh }) => gPerKwh))
          const roundingAt = (time: number): number =>
            (Number.EPSILON * largest * points.length * (time + durationS)) / durationS
          const found = best?.meanGPerKwh ?? Number.NaN
          expect(Math.abs(meanFrom((best?.start ?? 0) - origin) - found)).toBeLessThanOrEqual(roundingAt(start))
          // Means that differ by less than 1e-9 count as equal.
          for (let i = 0; i <= 60; i++) {
            const from = ((total - durationS) * i) / 60
            expect(found).toBeLessThanOrEqual(meanFrom(from) + 1e-9 + roundingAt(total))
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})
