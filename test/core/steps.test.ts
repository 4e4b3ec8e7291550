import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PowerSpan, portions, shareAmongSteps } from '../../src/core/steps.ts'
import { cpuMsOf } from '../wait-until.ts'

const span = (start: number, end: number, watts = 1): PowerSpan => ({ startMs: start * 1000, endMs: end * 1000, watts })
const step = (name: string, start: number, end: number | null) => ({
  name,
  startMs: start * 1000,
  endMs: end === null ? null : end * 1000,
})
const shares = (timeline: PowerSpan[], steps: ReturnType<typeof step>[]) =>
  shareAmongSteps(timeline, steps).map((each) => [each.step?.name ?? 'runner', each.seconds, each.share])

describe('shares', () => {
  it('follow the power during each step', () => {
    expect(shares([span(0, 10, 1), span(10, 20, 3)], [step('a', 0, 10), step('b', 10, 20)])).toEqual([
      ['a', 10, 0.25],
      ['b', 10, 0.75],
    ])
  })
  it('give time between steps to the runner', () => {
    expect(shares([span(0, 10)], [step('a', 0, 4), step('b', 6, 10)])).toEqual([
      ['a', 4, 0.4],
      ['b', 4, 0.4],
      ['runner', 2, 0.2],
    ])
  })
  it('divide a moment among the steps that overlap in it', () => {
    expect(shares([span(0, 10)], [step('server', 0, 10), step('test', 4, 8)])).toEqual([
      ['server', 8, 0.8],
      ['test', 2, 0.2],
    ])
  })
  it('cut a span that several steps touch', () => {
    expect(shares([span(0, 10)], [step('a', 0, 3), step('b', 3, 10)])).toEqual([
      ['a', 3, 0.3],
      ['b', 7, 0.7],
    ])
  })
  it('leave out what lies outside the measured time', () => {
    expect(shares([span(5, 10)], [step('before', 0, 5), step('a', 4, 10), step('after', 10, 12)])).toEqual([
      ['a', 5, 1],
    ])
  })
  it('take a running step until the end', () => {
    expect(shares([span(0, 10)], [step('a', 0, 6), step('b', 6, null)])).toEqual([
      ['a', 6, 0.6],
      ['b', 4, 0.4],
    ])
  })
  it('follow the time if the machine drew no power', () => {
    expect(shares([span(0, 10, 0)], [step('a', 0, 5), step('b', 5, 10)])).toEqual([
      ['a', 5, 0.5],
      ['b', 5, 0.5],
    ])
  })
  it('are empty without a measured time', () => {
    expect(shares([], [step('a', 0, 5)])).toEqual([])
    expect(shares([span(3, 3)], [step('a', 0, 5)])).toEqual([])
  })
  it('leave out steps shorter than the resolution', () => {
    expect(shares([span(0, 2)], [step('a', 0, 1), step('short', 1, 1), step('b', 1, 2)])).toEqual([
      ['a', 1, 0.5],
      ['b', 1, 0.5],
    ])
  })
  it('span gaps of the timeline without inventing energy in them', () => {
    expect(shares([span(0, 2), span(8, 10)], [step('a', 0, 10)])).toEqual([['a', 4, 1]])
  })
  it('reject an invalid power', () => {
    expect(() => shares([span(0, 1, Number.NaN)], [])).toThrow(/power is NaN/)
  })
  it('sum to 1, and their seconds to the measured time, whatever the steps do', () => {
    const times = fc.array(fc.tuple(fc.nat(100), fc.nat(100), fc.nat(50)), { maxLength: 30 })
    fc.assert(
      fc.property(times, times, (spans, steps) => {
        let at = 0
        const timeline = spans.map(([gap, length, watts]) => {
          const start = at + gap
          at = start + length
          return span(start, at, watts)
        })
        const result = shareAmongSteps(
          timeline,
          steps.map(([start, length], index) => step(String(index), start, start + length)),
        )
        const measured = timeline.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0) / 1000
        expect(result.reduce((sum, { seconds }) => sum + seconds, 0)).toBeCloseTo(measured, 6)
        if (measured > 0) expect(result.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
        for (const { share, seconds } of result) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(seconds).toBeGreaterThan(0)
        }
      }),
    )
  })
  it('are fast for 1,000 steps over an hour of samples', async () => {
    const timeline = Array.from({ length: 3600 }, (_, second) => span(second, second + 1, second % 7))
    const steps = Array.from({ length: 1000 }, (_, index) => step(String(index), index * 3, index * 3 + 5))
    expect(await cpuMsOf(() => shareAmongSteps(timeline, steps))).toBeLessThan(500)
  })
})

describe('portions', () => {
  it('sum to the whole', () => {
    const parts = portions(1.1, [0.1, 0.2, 0.3, 0.4]) as number[]
    expect(parts.reduce((a, b) => a + b, 0)).toBe(1.1)
  })
  it('of the unknown are unknown', () => expect(portions(null, [0.5, 0.5])).toEqual([null, null]))
  it('of nothing are nothing', () => expect(portions(3, [])).toEqual([]))
})
