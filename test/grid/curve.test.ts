import { describe, expect, it } from 'vitest'
import { type Sample, curveOf } from '../../src/grid/answer.ts'

const HOUR = 3600
const at = (start: number, durationS: number | null = null): Sample => ({ start, gPerKwh: start / HOUR, durationS })
const spans = (samples: readonly Sample[], unknown: readonly number[] = []): [number, number][] =>
  curveOf(samples, HOUR, unknown).map(({ start, durationS }) => [start / HOUR, durationS / HOUR])

describe('curveOf', () => {
  it('extends uneven steps to the next when the answer gives no lengths', () => {
    expect(spans([0, 0.5, 1.5, 1.75, 3.75, 4.75].map((hour) => at(hour * HOUR)))).toEqual([
      [0, 0.5],
      [0.5, 1],
      [1.5, 0.25],
      [1.75, 2],
      [3.75, 1],
      [4.75, 1],
    ])
  })

  it('leaves a gap in an even series, which is not invented', () => {
    expect(spans([0, 1, 2, 4, 5].map((hour) => at(hour * HOUR)))).toContainEqual([2, 1])
  })

  it('takes a series of steps longer than usual for what it is', () => {
    expect(spans([0, 3, 6].map((hour) => at(hour * HOUR)))).toEqual([
      [0, 3],
      [3, 3],
      [6, 3],
    ])
  })

  it('ends at a time without a figure', () => {
    expect(
      spans(
        [0, 0.25, 3].map((hour) => at(hour * HOUR)),
        [HOUR],
      ),
    ).toEqual([
      [0, 0.25],
      [0.25, 0.75],
      [3, 0.25],
    ])
  })

  it('believes the lengths that are given, and the later of two at one time', () => {
    expect(spans([at(0, HOUR / 2), at(HOUR, 2 * HOUR), at(2 * HOUR, HOUR)])).toEqual([
      [0, 0.5],
      [1, 1],
      [2, 1],
    ])
    expect(curveOf([at(0), { start: 0, gPerKwh: 7, durationS: null }], HOUR)).toEqual([
      { start: 0, durationS: HOUR, gPerKwh: 7 },
    ])
  })
})
