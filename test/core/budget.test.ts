import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBudget, parseBudgets, parseUnits, singular } from '../../src/core/budget.ts'
import { ConfigurationError } from '../../src/core/errors.ts'

/** The message with which a line is refused. */
function messageOf(text: string): string {
  try {
    parseBudget(text)
  } catch (error) {
    return (error as Error).message
  }
  throw new Error(`${text} was accepted`)
}

describe('budget lines', () => {
  it.each([
    ['5 g', 'emissions', 5, 'job'],
    ['5g', 'emissions', 5, 'job'],
    ['  0.5   kg  per  workflow ', 'emissions', 500, 'workflow'],
    ['60 g per pull-request', 'emissions', 60, 'pull-request'],
    ['60 g per pull-requests', 'emissions', 60, 'pull-request'],
    ['2 kg per month', 'emissions', 2000, 'month'],
    ['2 kg per months', 'emissions', 2000, 'month'],
    ['1 t per week', 'emissions', 1e6, 'week'],
    ['0.8 Wh', 'energy', 0.8, 'job'],
    ['7200 J per day', 'energy', 2, 'day'],
    ['1.5 MWh per month', 'energy', 1.5e6, 'month'],
    ['2 L', 'water', 2, 'job'],
    ['40 mL per job', 'water', 0.04, 'job'],
    ['1e3 mg', 'emissions', 1, 'job'],
    ['1e3mg', 'emissions', 1, 'job'],
    ['1.4 mg CO2e', 'emissions', 0.0014, 'job'],
    ['5 gCO2e', 'emissions', 5, 'job'],
    ['5 g CO₂e per workflow', 'emissions', 5, 'workflow'],
    ['5 tCO2eq', 'emissions', 5e6, 'job'],
    ['5 kg CO2-eq', 'emissions', 5000, 'job'],
    ['2 g CO2', 'emissions', 2, 'job'],
    ['1 lb', 'emissions', 453.59237, 'job'],
    ['3 mWh', 'energy', 0.003, 'job'],
    ['36 kJ', 'energy', 10, 'job'],
    ['3.6 MJ', 'energy', 1000, 'job'],
    ['60 g per PR', 'emissions', 60, 'pull-request'],
    ['60 g per pull request', 'emissions', 60, 'pull-request'],
    ['20 g per run', 'emissions', 20, 'workflow'],
    ['20 g PER workflow', 'emissions', 20, 'workflow'],
  ])('%j', (text, metric, limit, scope) => {
    expect(parseBudget(text)).toMatchObject({ kind: 'absolute', metric, limit, scope })
  })

  it.each(['1e308 t', '1e306 kWh', '1e-323 mg'])(
    '%j is rejected because a number cannot represent the limit',
    (text) => {
      expect(() => parseBudget(text)).toThrow(ConfigurationError)
    },
  )

  it.each([
    ['5 µg', 'the unit "µg" is unknown'],
    ['5 G', 'did you mean g?'],
    ['5 kwh', 'did you mean kWh?'],
    ['5 mwh', 'did you mean mWh or MWh?'],
    ['5 Wh CO2e', 'the unit "Wh CO2e" is unknown'],
    ['5', 'the limit "5" has no unit'],
    ['g', 'it does not begin with a number'],
    ['5,5 g', 'write `5.5 g`'],
    ['1,000 g', 'write `1000 g` or `1.000 g`'],
    ['2,5 % vs main', 'write `+2.5 % vs main`'],
    ['10 % vs main', 'begins with `+`. A line that works: `+10 % vs main`'],
    ['10 %', '`+10 % vs main`'],
    ['+10 %', '`vs BRANCH`'],
    ['2 kg per mounth', 'did you mean `per month`?'],
    ['2 kg per pull-reqest', 'did you mean `per pull-request`?'],
    ['2 kg per 2 weeks', 'write `per week`'],
    ['2 kg per year', 'use per day, week or month'],
    ['5 g per 0 tests', 'the count "0 tests" is not a number above 0 and a name'],
    ['5\u200b g', '"5\\u200b g" cannot be read'],
  ])('says what is wrong with %j: %s', (text, why) => {
    expect(() => parseBudget(text)).toThrow(ConfigurationError)
    expect(messageOf(text)).toContain(why)
  })

  it('names a valid example line', () => {
    for (const text of [
      '5 G',
      '2 kg per mounth',
      '5 g per 0 tests',
      '10 % vs main',
      '0 g',
      '5,5 g',
      '2 kg per 3 days',
    ]) {
      const lines = [...messageOf(text).matchAll(/(?:works:|write|or) `([^`]+)`/g)].map(([, line = '']) => line)
      const whole = lines.filter((line) => !line.startsWith('per '))
      expect(whole.length, text).toBeGreaterThan(0)
      for (const line of whole) expect(() => parseBudget(line), `${text}: ${line}`).not.toThrow()
    }
  })

  it('keeps the line as it was written', () => {
    expect(parseBudget(' 40 mg per 1000 inferences ').line).toBe('40 mg per 1000 inferences')
  })

  it('reads functional units', () => {
    expect(parseBudget('40 mg per 1000 inferences')).toMatchObject({
      kind: 'unit',
      metric: 'emissions',
      limit: 0.04,
      count: 1000,
      unit: 'inference',
    })
    expect(parseBudget('1 Wh per 1 test')).toMatchObject({ kind: 'unit', metric: 'energy', count: 1, unit: 'test' })
    expect(parseBudget('1 Wh per test')).toMatchObject({ kind: 'unit', metric: 'energy', count: 1, unit: 'test' })
    expect(parseBudget('80 mg per inference')).toMatchObject({ kind: 'unit', count: 1, unit: 'inference' })
    expect(parseBudget('2 g per 1000000 output tokens')).toMatchObject({ count: 1e6, unit: 'output token' })
  })

  it('reads growth lines', () => {
    expect(parseBudget('+10 % vs main')).toMatchObject({ kind: 'growth', limit: 0.1, branch: 'main' })
    expect(parseBudget('+2.5% vs release/1.x')).toMatchObject({ kind: 'growth', limit: 0.025, branch: 'release/1.x' })
  })

  it.each([
    '5',
    'g',
    '5 ug',
    '5 G',
    '5 wh',
    '-5 g',
    '+5 g',
    '0 g',
    '0.0 g',
    'NaN g',
    'Infinity g',
    '1e999 g',
    '1e-330 g',
    '0x10 g',
    '1,5 g',
    '5 g per',
    '5 g per fortnight',
    '5 g per workflow per month',
    '5 g each month',
    '5 g per 0 tests',
    '5 g per -1 tests',
    '+10 %',
    '+0 % vs main',
    '+x % vs main',
    '10 % vs main',
    '+10 g vs main',
    '5 constructor',
    '5 g per __proto__',
  ])('refuses %j and says what would work', (text) => {
    expect(() => parseBudget(text)).toThrow(ConfigurationError)
    expect(() => parseBudget(text)).toThrow(/`[^`]+`/)
  })

  it('never accepts a line with a limit that is not finite and above 0', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        try {
          const { limit } = parseBudget(text)
          expect(limit > 0 && Number.isFinite(limit)).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigurationError)
          expect((error as Error).message).not.toContain('\n')
        }
      }),
    )
  })

  it('skips blank lines of an input', () => {
    expect(parseBudgets('5 g\r\n\n  \n1 Wh per workflow').map(({ line }) => line)).toEqual(['5 g', '1 Wh per workflow'])
    expect(parseBudgets('')).toEqual([])
  })
})

describe('functional units', () => {
  it.each([
    ['1000 inferences', 'inference', 1000],
    ['37 tests', 'test', 37],
    ['1e6 tokens', 'token', 1e6],
    ['2 queries', 'query', 2],
    ['1 Test run', 'test run', 1],
    ['3 batches', 'batch', 3],
  ])('%j', (text, name, count) => expect(parseUnits(text)).toEqual({ name, count }))

  it.each(['inferences', '0 tests', '-1 tests', 'NaN tests', '1000', '', '5 <img>', '5 a|b'])('refuses %j', (text) => {
    expect(parseUnits(text)).toBeNull()
  })

  it('treats singular and plural as one unit', () => {
    for (const [one, many] of [
      ['inference', 'inferences'],
      ['class', 'classes'],
      ['analysis', 'analysis'],
    ]) {
      expect(singular(one ?? '')).toBe(singular(many ?? ''))
    }
  })
})
