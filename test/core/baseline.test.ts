import { describe, expect, it } from 'vitest'
import { baselineOf, median, partChange, spreadOf } from '../../src/core/baseline.ts'

const baseline = (runs: number[], now: number | null) => baselineOf(runs, now, 'main', 'artifacts')

describe('median', () => {
  it('is defined for odd and even counts', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 2, 3])).toBe(2.5)
    expect(median([7])).toBe(7)
  })
})

describe('spread', () => {
  it('follows the runs if there are enough', () => {
    // MAD 1 over 100: sigma 1.4826 %, times 1.833 (t of 9 degrees) x sqrt(1 + pi/20) = 1.97
    expect(spreadOf([98, 99, 99, 100, 100, 100, 100, 101, 101, 102])).toBeCloseTo(0.0292, 4)
    expect(spreadOf([80, 90, 95, 100, 105, 110, 120])).toBeGreaterThan(0.2)
  })
  it('does not change because of one run on a loaded runner', () => {
    const calm = spreadOf([98, 99, 100, 101, 102, 100, 99, 101, 100])
    const oneOff = spreadOf([98, 99, 100, 101, 102, 100, 99, 101, 500])
    expect(oneOff).toBeLessThan(calm * 2)
  })
  it('of few runs is at least the known variation of hosted runners', () => {
    expect(spreadOf([100])).toBe(0.3)
    expect(spreadOf([100, 100, 100])).toBe(0.3)
    expect(spreadOf([100, 180, 100])).toBeGreaterThanOrEqual(0.3)
  })
  it('is never zero', () => expect(spreadOf([100, 100, 100, 100, 100, 100])).toBe(0.02))
  it('includes the other runs if more than half are equal', () => {
    expect(spreadOf([100, 100, 100, 100, 140, 60, 150])).toBeGreaterThan(0.2)
  })
})

describe('baseline', () => {
  const steady = [98, 99, 99, 100, 100, 100, 100, 101, 101, 102]
  it('reports a change outside the spread', () => {
    expect(baseline(steady, 110)).toMatchObject({
      branch: 'main',
      runs: 10,
      median_wh: 100,
      clear: true,
      source: 'artifacts',
    })
    expect(baseline(steady, 110)?.change).toBeCloseTo(0.1)
    expect(baseline(steady, 85)).toMatchObject({ clear: true })
  })
  it('reports no clear change within it', () => expect(baseline(steady, 101.5)).toMatchObject({ clear: false }))
  it('of one run treats a doubling as a change, but not 25 %', () => {
    expect(baseline([100], 125)).toMatchObject({ runs: 1, clear: false })
    expect(baseline([100], 200)).toMatchObject({ runs: 1, clear: true })
  })
  it('ignores runs without energy', () => {
    expect(baseline([0, Number.NaN, Number.POSITIVE_INFINITY, -1, 50], 50)).toMatchObject({ runs: 1, median_wh: 50 })
    expect(baseline([0, Number.NaN], 50)).toBeNull()
  })
  it('is null without runs or without a figure', () => {
    expect(baseline([], 5)).toBeNull()
    expect(baseline([1, 2], null)).toBeNull()
  })
  it('of unchanged code reports a change for about one run in ten', () => {
    // A linear congruential generator (Numerical Recipes) and Box-Muller: deterministic runs of 10 % deviation.
    let state = 7
    const random = (): number => (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32
    const run = (): number =>
      100 * (1 + 0.1 * Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random()))
    let clear = 0
    for (let trial = 0; trial < 2000; trial += 1)
      if (baseline(Array.from({ length: 10 }, run), run())?.clear) clear += 1
    expect(clear / 2000).toBeGreaterThan(0.05)
    expect(clear / 2000).toBeLessThan(0.17)
  })
})

describe('change of a part', () => {
  it('is relative to the median of the part', () => expect(partChange([1, 2, 3], 3)).toBeCloseTo(0.5))
  it('is null for a new part', () => expect(partChange([], 3)).toBeNull())
})
