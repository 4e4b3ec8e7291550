import { describe, expect, it } from 'vitest'
import { paceOf } from '../../src/core/pace.ts'

const at = (time: string): number => Date.parse(`2026-${time}Z`)

describe('the pace of a budget over time', () => {
  it('says when the budget will be used up, within its period', () => {
    expect(paceOf(0.6, 'month', at('11-16T00:00:00'))).toEqual({
      elapsed: 0.5,
      forecast: 1.2,
      lastDay: '2026-11-30',
      spentOn: '2026-11-26',
    })
  })

  it.each([
    ['too early in the period', 0.9, 'month', '11-01T12:00:00', null, null],
    ['when the budget lasts', 0.5, 'month', '11-16T00:00:00', 1, null],
    ['when it is spent already', 1.5, 'month', '11-16T00:00:00', 3, null],
    ['on a day', 0.5, 'day', '11-16T06:00:00', 2, '2026-11-16'],
    ['in a week from Monday on', 0.5, 'week', '11-17T00:00:00', 3.5, '2026-11-18'],
  ] as const)('is right %s', (_, share, scope, time, forecast, spentOn) => {
    expect(paceOf(share, scope, at(time))).toMatchObject({ forecast, spentOn })
  })

  it.each([
    ['uses the time until which the share is known', 0.5, 'day', '11-16T06:00:00', { forecast: 2, elapsed: 0.75 }],
    ['has no forecast of a period that began later', 0.5, 'day', '11-15T20:00:00', { forecast: null, elapsed: 0.75 }],
    ['spends nothing in the past', 0.9, 'month', '11-10T00:00:00', { spentOn: '2026-11-16' }],
  ] as const)('%s', (_, share, scope, known, pace) => {
    expect(paceOf(share, scope, at('11-16T18:00:00'), at(known))).toMatchObject(pace)
  })
})
