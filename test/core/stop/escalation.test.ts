import { describe, expect, it } from 'vitest'
import { Escalation } from '../../../src/core/stop/escalation.ts'
import { largestShare, secondsToLimit } from '../../../src/core/stop/limit-share.ts'
import { stoppedOf } from '../../../src/core/stop/stopped.ts'

describe('a stop', () => {
  it('warns at 80 %, asks at 100 %, asks again after the grace and kills 10 s later', () => {
    const stop = new Escalation(60_000)
    const times = [
      [0, 0.1],
      [1000, 0.8],
      [2000, 0.99],
      [3000, 1],
      [4000, 1.2],
      [63_000, 2],
      [72_999, 2],
      [73_000, 2],
      [99_000, 2],
    ] as const
    expect(times.map(([ms, share]) => stop.next(ms, share))).toEqual([
      [],
      ['warn'],
      [],
      ['terminate'],
      [],
      ['terminate-again'],
      [],
      ['kill'],
      [],
    ])
  })

  it('takes no step without a figure, and goes on by time alone once it has begun', () => {
    const stop = new Escalation(1000)
    expect(stop.next(0, null)).toEqual([])
    expect(stop.next(1, 5)).toEqual(['warn', 'terminate'])
    expect(stop.waitMs(501)).toBe(500)
    expect(stop.next(1001, null)).toEqual(['terminate-again'])
    expect(stop.next(11_001, null)).toEqual(['kill'])
    expect(stop.waitMs(12_000)).toBeNull()
  })

  it('is decided by the line of which the largest share is used, hardware included', () => {
    const energy = { line: '2 Wh', metric: 'energy', limit: 2, perWh: 1.2, perSecond: 0 } as const
    const carbon = { line: '1 g', metric: 'emissions', limit: 1, perWh: 0.4, perSecond: 0.001 } as const
    expect(largestShare([energy, carbon], { itWh: 1, seconds: 10 })?.line).toBe(energy)
    expect(largestShare([energy, carbon], { itWh: 1, seconds: 500 })).toMatchObject({ line: carbon, share: 0.9 })
    expect(largestShare([], { itWh: 1, seconds: 10 })).toBeNull()
  })

  it('of a month is decided by what was left of it at the start, and by all of a new one once it has begun', () => {
    const month = { line: '2 kg per month', metric: 'emissions', limit: 2000, perWh: 1, perSecond: 0 } as const
    const line = { ...month, before: { used: 1900, forSeconds: 3600 } }
    expect(largestShare([line], { itWh: 0, seconds: 1 })).toMatchObject({ share: 0.95, progress: 0 })
    expect(largestShare([line], { itWh: 80, seconds: 60 })).toMatchObject({ share: 0.99, progress: 0.8, used: 1980 })
    expect(largestShare([line], { itWh: 80, seconds: 3600 })).toMatchObject({ share: 0.04, progress: 0.04 })
    // Another line is nearer to its end although a smaller share of it is used.
    const job = { line: '100 g', metric: 'emissions', limit: 100, perWh: 1, perSecond: 0 } as const
    expect(
      largestShare([{ ...month, before: { used: 1000, forSeconds: 1 } }, job], { itWh: 60, seconds: 0 })?.line,
    ).toBe(job)
    const spent = { ...month, before: { used: 2100, forSeconds: 3600 } }
    expect(largestShare([spent], { itWh: 0, seconds: 0 })).toMatchObject({ share: 1.05, progress: 1 })
  })

  it('forecasts by the mean rate so far', () => {
    expect(secondsToLimit(0.25, 60)).toBe(180)
    expect([secondsToLimit(1.1, 60), secondsToLimit(0, 60), secondsToLimit(0.5, 0)]).toEqual([0, null, null])
  })

  it('reports the time and the energy after SIGTERM', () => {
    const facts = { line: '5 g', atShare: 1.01, fromMs: 5000, toMs: 8000, wasKilled: false }
    const timeline = [
      { startMs: 0, endMs: 6000, watts: 3600 },
      { startMs: 6000, endMs: 10_000, watts: 1800 },
    ]
    // 1 s of 1 Wh/s and 2 s of 0.5 Wh/s, times the PUE.
    expect(stoppedOf(facts, timeline, 1.5)).toEqual({
      line: '5 g',
      at_share: 1.01,
      grace_s: 3,
      after_wh: 3,
      killed: false,
    })
    expect(stoppedOf({ ...facts, toMs: null }, null, null)).toMatchObject({ grace_s: null, after_wh: null })
  })
})
