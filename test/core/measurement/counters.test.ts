import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type WorkCount, reconcile } from '../../../src/core/measurement/counters.ts'
import { numberBetween } from '../../number-between.ts'

const PROCESSORS = 4
const start: WorkCount = { t: 1000, workMs: 5000, capacityMs: 90_000, stealMs: 10 }
const end: WorkCount = { t: 11_000, workMs: 25_000, capacityMs: 130_000, stealMs: 10 }

/** Work of all stretches, ms of processor time. */
function workOf(stretches: ReturnType<typeof reconcile>['stretches']): number {
  return stretches.reduce((sum, { fromS, toS, utilization }) => sum + (toS - fromS) * 10 * PROCESSORS * utilization, 0)
}

/** Counters at an even load. */
function honest(t: number): WorkCount {
  const share = (t - start.t) / (end.t - start.t)
  return {
    t,
    workMs: start.workMs + share * 20_000,
    capacityMs: start.capacityMs + share * 40_000,
    stealMs: 10,
  }
}

describe('reconcile', () => {
  it('cuts the time at the samples', () => {
    const { stretches, rejected, utilization } = reconcile(start, [honest(4000), honest(8000)], end, PROCESSORS)
    expect(stretches.map(({ fromS, toS, sample }) => [fromS, toS, sample])).toEqual([
      [0, 3, 0],
      [3, 7, 1],
      [7, 10, null],
    ])
    expect(stretches.every((stretch) => Math.abs(stretch.utilization - 50) < 1e-9)).toBe(true)
    expect([rejected, utilization]).toEqual([0, 50])
  })

  it('needs no samples', () => {
    const { stretches } = reconcile(start, [], end, PROCESSORS)
    expect(stretches).toEqual([{ fromS: 0, toS: 10, utilization: 50, sample: null }])
  })

  it('leaves out zeros, samples from outside, and impossible work', () => {
    const zero = { t: 0, workMs: 0, capacityMs: 0, stealMs: 0 }
    const zeroed = { ...honest(3000), workMs: 0, capacityMs: 0 }
    const early = { ...honest(2000), workMs: 24_000 }
    const late = { ...honest(12_000) }
    const { stretches, rejected } = reconcile(start, [zero, zeroed, early, honest(5000), late], end, PROCESSORS)
    expect(rejected).toBe(4)
    expect(stretches.map(({ sample }) => sample)).toEqual([3, null])
  })

  it('never loses or invents work or time, whatever the file says', () => {
    const wild = fc.record({
      t: numberBetween(-1e5, 1e5),
      workMs: numberBetween(0, 1e6),
      capacityMs: numberBetween(0, 1e6),
      stealMs: numberBetween(0, 1e6),
    })
    const plausible = fc.integer({ min: 1001, max: 10_999 }).map(honest)
    fc.assert(
      fc.property(fc.array(fc.oneof(wild, plausible), { maxLength: 40 }), (samples) => {
        const { stretches, utilization } = reconcile(start, samples, end, PROCESSORS)
        expect(utilization).toBe(50)
        expect(stretches[0]?.fromS).toBe(0)
        expect(stretches.at(-1)?.toS).toBe(10)
        stretches.forEach((stretch, index) => {
          expect(stretch.fromS).toBe(index === 0 ? 0 : stretches[index - 1]?.toS)
          expect(stretch.utilization).toBeGreaterThanOrEqual(0)
          expect(stretch.utilization).toBeLessThanOrEqual(100)
        })
      }),
    )
  })

  it('keeps all of the work if the samples are valid', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1001, max: 10_999 }), { maxLength: 30 }), (times) => {
        const samples = times.toSorted((a, b) => a - b).map(honest)
        const { stretches, rejected } = reconcile(start, samples, end, PROCESSORS)
        expect(rejected).toBe(0)
        expect(workOf(stretches)).toBeCloseTo(20_000, 6)
      }),
    )
  })
})
