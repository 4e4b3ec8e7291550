import { describe, expect, it } from 'vitest'
import { durationText, parseDuration } from '../../src/core/duration.ts'
import { ConfigurationError } from '../../src/core/errors.ts'
import { instantOf, instantText, parseInstant } from '../../src/core/instant.ts'

describe('durations', () => {
  it.each([
    ['15 min', 900],
    ['15min', 900],
    ['2h', 7200],
    ['7 h', 25_200],
    ['90m', 5400],
    ['90 minutes', 5400],
    ['1 hour', 3600],
    ['1 h 30 min', 5400],
    ['1h30m', 5400],
    ['1.5 h', 5400],
    ['45 s', 45],
    ['2 d', 172_800],
    ['PT2H', 7200],
    ['PT1H30M', 5400],
    ['P1DT12H', 129_600],
    ['pt90s', 90],
    ['  2 h ', 7200],
  ])('%s is %d s', (text, seconds) => {
    expect(parseDuration(text, 'duration')).toBe(seconds)
  })

  it.each([
    '',
    '2',
    '0 h',
    '-2 h',
    '2 weeks',
    '2h2h',
    '30 min 1 h',
    'PT',
    'P',
    'PT2',
    'P2Y',
    '1e3 h',
    '0x2h',
    'two hours',
    '2 h ago',
    '400 d',
    'NaN h',
    'Infinity h',
    '1,5 h',
    '2h,',
    'h',
  ])('%j is refused by name', (text) => {
    expect(() => parseDuration(text, 'within')).toThrow(ConfigurationError)
    expect(() => parseDuration(text, 'within')).toThrow(/^within is /)
  })

  it.each([
    [20, '20 s'],
    [900, '15 min'],
    [5400, '1 h 30 min'],
    [7200, '2 h'],
    [97_200, '1 d 3 h'],
  ])('%d s reads %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text)
  })
})

describe('instants', () => {
  it.each([
    ['2026-11-24T12:00:00Z', '2026-11-24T12:00:00Z'],
    ['2026-11-24T12:00Z', '2026-11-24T12:00:00Z'],
    ['2026-11-24T13:00:00+01:00', '2026-11-24T12:00:00Z'],
    ['2022-05-17T20:45:11.5092741+00:00', '2022-05-17T20:45:11.509Z'],
  ])('%s is %s', (text, same) => {
    expect(instantText(instantOf(text) ?? 0)).toBe(same)
  })

  it.each(['2026-11-24', '2026-11-24T12:00:00', '2026-02-30T12:00:00Z', '2026-13-01T00:00Z', 'now', '', 1, null])(
    '%j is none',
    (text) => {
      expect(instantOf(text)).toBeNull()
    },
  )

  it('names the invalid value', () => {
    expect(() => parseInstant('yesterday', 'at')).toThrow(/at is "yesterday".*such as/)
  })
})
