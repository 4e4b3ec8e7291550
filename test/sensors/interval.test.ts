import { describe, expect, it } from 'vitest'
import { intervalAt } from '../../src/sensors/sampler-options.ts'

describe('the interval between samples', () => {
  it('grows with the age of the sampler', () => {
    const intervals = [0, 29_999, 30_000, 3_599_999, 3_600_000].map((ageMs) => intervalAt(ageMs, null, 'counters'))
    expect(intervals).toEqual([1000, 1000, 2000, 2000, 5000])
  })

  it('stays at a second for five minutes where a meter or board reports watts', () => {
    const intervals = [30_000, 299_999, 300_000, 3_600_000].map((ageMs) => intervalAt(ageMs, null, 'watts'))
    expect(intervals).toEqual([1000, 1000, 2000, 5000])
  })

  it.each([
    [500, 500],
    [1, 100],
    [90_000, 60_000],
  ])('of %d ms, fixed by the user, is %d ms', (fixedMs, intervalMs) => {
    expect([0, 4e6].map((ageMs) => intervalAt(ageMs, fixedMs, 'watts'))).toEqual([intervalMs, intervalMs])
  })
})
