import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBudget, parseBudgets } from '../../src/core/parse-budget.ts'
import { parseUnits, plural, singular } from '../../src/core/functional-unit.ts'
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
    ['2 kg per 1 month', 'did you mean `per month`? A line that works: `2 kg per month`'],
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

  it.each([
    ['g', 'it does not begin with a number', '5 g'],
    ['5', 'the limit "5" has no unit', '5 g'],
    ['0 g', 'the limit "0" is not a finite number above 0', '5 g'],
    ['-5 g', 'the limit "-5" is not a finite number above 0', '5 g'],
    ['x % vs main', 'the limit "x" is not a finite number above 0', '+10 % vs main'],
    ['1e308 t', 'the limit 1e308 t is too large', '5 g'],
    ['1e-323 mg', 'the limit 1e-323 mg is too small', '5 g'],
    ['10 %', 'a growth line begins with `+`', '+10 % vs main'],
    ['10 % vs dev', 'a growth line begins with `+`', '+10 % vs dev'],
    ['+10 %', 'a growth line names what it is compared with: `vs BRANCH`', '+10 % vs main'],
    ['-10 % vs main', 'only a variant may be compared with `-`, and only by `compare`', '-20 % vs variant pytorch'],
    [
      '5 % vs variant a',
      'a change begins with `+` (growth allowed) or `-` (reduction needed)',
      '-20 % vs variant pytorch',
    ],
    ['-100 % vs variant a', 'no work needs 100 % less energy', '-20 % vs variant pytorch'],
    ['+5 % vs variant', 'the name of the variant is missing', '-20 % vs variant pytorch'],
    [
      '5 g per job per organisation',
      'only lines per day, week and month may be per organisation',
      '200 kg per month per organisation',
    ],
    ['5 g per 2 weeks', 'a calendar scope has no count: write `per week`', '2 kg per month'],
    ['5 g per 3 years', 'a budget cannot be per year: use per day, week or month', '2 kg per month'],
    [
      '5 g per workflow per month',
      'the scope "workflow per month" is not one of job, workflow, pull-request, day, week, month and not the name of a unit',
      '20 g per workflow',
    ],
    [
      '5 g per test vs x',
      'the scope "test vs x" is not one of job, workflow, pull-request, day, week, month and not the name of a unit',
      '20 g per workflow',
    ],
    ['5 g per 0 tests', 'the count "0 tests" is not a number above 0 and a name', '40 mg per 1000 inferences'],
    ['5 g per -1 tests', 'the count "-1 tests" is not a number above 0 and a name', '40 mg per 1000 inferences'],
    ['5 g per month per org', 'an organisation is written out', '5 g per month per organisation'],
    [
      '5 g per month per organisations',
      'the scope "month per organisations" is not one of job, workflow, pull-request, day, week, month and not the name of a unit',
      '20 g per workflow',
    ],
    ['5 g per kWh', 'a budget limits a total, not a ratio to kWh', '20 g per workflow'],
    ['5 g per 10 L', 'a budget limits a total, not a ratio to 10 L', '20 g per workflow'],
    ['5 g per a thousand tests', 'the count "a thousand tests" needs digits', '5 g per 1000 tests'],
    ['5 g per 10 thousand tests', 'the count "10 thousand tests" needs digits', '5 g per 10000 tests'],
  ])('refuses %j with one sentence and the line that fits', (text, why, example) => {
    expect(messageOf(text)).toBe(
      `budget ${JSON.stringify(text)} cannot be read: ${why}. A line that works: \`${example}\``,
    )
  })

  it.each([
    [
      '5 g each month',
      'the unit "g each month" is unknown; did you mean g per month? A line that works: `5 g per month`',
    ],
    ['5 j', 'the unit "j" is unknown; did you mean J? A line that works: `5 J`'],
    ['5 kwh', 'the unit "kwh" is unknown; did you mean kWh? A line that works: `5 kWh`'],
    ['5 G', 'the unit "G" is unknown; did you mean g? A line that works: `5 g`'],
    [
      '5 g per mnth',
      'the scope "mnth" is unknown: did you mean `per month`? For a unit of that name write `per 1 mnth`. A line that works: `20 g per workflow`',
    ],
    ['5 Mt', 'the unit "Mt" is unknown; did you mean t (a megatonne is 1000000 t)? A line that works: `5 g`'],
    ['1,5 g', 'a comma is not a decimal point: write `1.5 g`'],
    ['1,000 g', 'a comma is not a decimal point: write `1000 g` or `1.000 g`'],
    ['1,5 % vs main', 'a comma is not a decimal point: write `+1.5 % vs main`'],
    ['+1,5 % vs variant a', 'a comma is not a decimal point: write `+1.5 % vs variant pytorch`'],
    ['12,5 g', 'a comma is not a decimal point: write `12.5 g`'],
    ['10,000 g', 'a comma is not a decimal point: write `10000 g` or `10.000 g`'],
    ['1234,567 g', 'a comma is not a decimal point: write `1234.567 g`'],
    ['1,2345 g', 'a comma is not a decimal point: write `1.2345 g`'],
    [
      '2 watt',
      'the unit "watt" is unknown; a watt is power, and a budget limits energy, such as Wh. A line that works: `5 g`',
    ],
    ['5 !', 'it is not LIMIT [per SCOPE]. A line that works: `5 g`'],
    ['5 !g', 'it is not LIMIT [per SCOPE]. A line that works: `5 g`'],
    ['5 ! per month', 'the unit "!" is unknown. A line that works: `5 g`'],
    ['+10 % vs main x', 'it is not LIMIT [per SCOPE]. A line that works: `+10 % vs main`'],
    ['+5 % vs BASE x', 'it is not LIMIT [per SCOPE]. A line that works: `+10 % vs main`'],
    ['x +10 % vs main', 'it does not begin with a number. A line that works: `+10 % vs main`'],
    ['x +10 % vs BASE', 'it does not begin with a number. A line that works: `+10 % vs main`'],
    ['\u00b15 % vs main', 'the limit "\u00b15" is not a finite number above 0. A line that works: `+10 % vs main`'],
  ])('proposes a correction of %j', (text, why) => {
    expect(messageOf(text)).toBe(`budget ${JSON.stringify(text)} cannot be read: ${why}`)
  })

  const LOWER = 'a budget is an upper limit, and this is a lower one. A line that works: `20 g per workflow`'
  const REDUCTION =
    'a reduction is needed only of a variant, and only by `compare`. A line that works: `-20 % vs variant pytorch`'
  it.each([
    ...['at least 5 g', '\u2265 5 g', '>= 5 g', '5 g minimum', 'no less than 3 Wh'].map((line) => [line, LOWER]),
    ...['-10 percent vs main', '10 % less than main', '10 % below main', '\u201310 % vs main', 'cut 10 % vs main'].map(
      (line) => [line, REDUCTION],
    ),
  ])('proposes no line with the opposite meaning of %j', (text, why) => {
    expect(messageOf(text)).toBe(`budget ${JSON.stringify(text)} cannot be read: ${why}`)
  })

  it.each(['5 g or less', 'no more than 5 g', 'less than 5 g', '<= 5 g', 'under 5 g', '5 g maximum'])(
    'proposes the upper limit of %j',
    (text) => {
      expect(messageOf(text)).toMatch(/A line that works: `5 g`$/)
    },
  )

  it('proposes no line that drops one of two limits', () => {
    expect(messageOf('5 g and 6 g per month')).toBe(
      'budget "5 g and 6 g per month" cannot be read: the unit "g and 6 g" is unknown; every budget is a line of its own. A line that works: `5 g`',
    )
  })

  it.each([
    ['5 g per monthly', 'month'],
    ['5 kg/d', 'day'],
    ['5 kg/wk', 'week'],
    ['5 g per calendar month', 'month'],
    ['5 g per the month', 'month'],
    ['5 g per every month', 'month'],
    ['5 g per each PR', 'pull-request'],
    ['5 g per mth', 'month'],
    ['5 g per mo', 'month'],
    ['5 g per wk', 'week'],
    ['5 g per d', 'day'],
  ])('does not take the scope of %j for a functional unit, and proposes a line per %s', (text, scope) => {
    const [, line = ''] = /A line that works: `([^`]+)`$/.exec(messageOf(text)) ?? []
    expect(parseBudget(line)).toMatchObject({
      kind: 'absolute',
      scope,
      limit: parseBudget(`${text.split(/ per|\//)[0]}`).limit,
    })
  })

  it.each([
    ['5 g per 7 dayss', 'write `per day`'],
    ['5 g per 2 mo', 'write `per month`'],
    ['5 g per 10 tests per workflow', 'is not a number above 0 and a name'],
    ['5 g per simulated day', 'neither per day, week or month nor a unit with a count, such as `per 1 simulated day`'],
    ['5 g per the hour', 'a budget cannot be per hour'],
  ])('refuses the scope of %j: %s', (text, why) => {
    expect(messageOf(text)).toContain(why)
  })

  it.each([
    ['5 g per 10 thousand tests', 10_000, 'test'],
    ['5 g per 2.5 M tokens', 2_500_000, 'token'],
    ['5 g per an inference', 1, 'inference'],
  ])('proposes %j with its count in digits', (text, count, unit) => {
    const [, line = ''] = /A line that works: `([^`]+)`$/.exec(messageOf(text)) ?? []
    expect(parseBudget(line)).toMatchObject({ kind: 'unit', limit: 5, count, unit })
  })

  it.each([
    ...['all jobs', 'the entire workflow', 'CI run', 'the current run', 'every single run'].map((scope) => [
      scope,
      'workflow',
    ]),
    ...['this job', 'job at most', 'per job', '1 job', 'one job', 'my CI job'].map((scope) => [scope, 'job']),
    ...['1 pull request', 'our full PR', 'the MR'].map((scope) => [scope, 'pull-request']),
  ])('does not take %j for a unit, and proposes a line per %s', (scope, meant) => {
    const [, line = ''] = /A line that works: `([^`]+)`$/.exec(messageOf(`5 g per ${scope}`)) ?? []
    expect(parseBudget(line), line).toMatchObject({ kind: 'absolute', scope: meant, limit: 5 })
  })

  it.each([
    'all tests',
    'some tests',
    'no test',
    'half test',
    'first job',
    '10 other tests',
    'at most 10 tests',
    'about 10 tests',
    'test and job',
    '1 test or 1 job',
    'less than 10 tests',
    '1 thousand',
    'night',
    'monday',
    'January',
    '2 sprints',
    'test if possible',
    '10 last runs',
    'mean',
    'more than 10 tests',
    '1 total',
    'both jobs',
    'none',
    'all',
    'everything',
    'total',
    'job only',
    'same job',
    '2 jobs',
    '10 workflows',
    '1 the run',
    'k tests',
  ])('refuses %j, which could mean two things or nothing', (scope) => {
    expect(() => parseBudget(`5 g per ${scope}`)).toThrow(/A line that works: `[^`]+`$/)
  })

  it.each([
    ['per one test', 1, 'test'],
    ['per 2 dozen tests', 24, 'test'],
    ['per every 10 tests', 10, 'test'],
    ['per 1k tests', 1000, 'test'],
    ["per 1'000_000 tests", 1e6, 'test'],
    ['/ 10 tests', 10, 'test'],
    ['per 3 mln tokens', 3e6, 'token'],
  ])('proposes a plain unit for %j', (scope, count, unit) => {
    const [, line = ''] = /A line that works: `([^`]+)`$/.exec(messageOf(`5 g ${scope}`)) ?? []
    expect(parseBudget(line), line).toMatchObject({ kind: 'unit', limit: 5, count, unit })
  })

  it.each([
    'test run',
    'cron job',
    'gpu hour',
    'day-ahead forecast',
    '1 simulated day',
    '1000 rays',
    '1000 total tokens',
    'audio second',
    '1000 lines of code',
    'text to image request',
    '100 training runs',
    'full build',
    'new user',
    'apr',
    'vitamin k test',
  ])('reads the functional unit of a line per %s', (scope) => {
    expect(parseBudget(`5 g per ${scope}`)).toMatchObject({ kind: 'unit' })
  })

  it('reads lines of up to 400 characters', () => {
    const branch = 'b'.repeat(400 - '+10 % vs '.length)
    expect(parseBudget(`+10 % vs ${branch}`)).toMatchObject({ kind: 'growth', branch })
    expect(messageOf(`+10 % vs ${branch}b`)).toMatch(/cannot be read: it has 401 characters, at most 400 are read$/)
  })

  it('cuts a long line in the message and shows its invisible characters', () => {
    expect(messageOf('x'.repeat(500))).toMatch(/^budget "x{119} cannot be read|^budget "x{120}" cannot be read/)
    expect(messageOf('5 g per \u200b')).not.toContain('\u200b')
  })

  it.each([
    ['5 g per day per organisation', 'day'],
    ['1 t per month per Organization', 'month'],
    ['1 t per week PER organisation', 'week'],
  ])('reads %j as a limit of all repositories', (text, scope) => {
    expect(parseBudget(text)).toMatchObject({ kind: 'absolute', scope, isOrganisation: true })
  })

  it.each([
    ['-20 % vs variant pytorch', 0.8, 'pytorch'],
    ['\u221220 % vs variant fp32', 0.8, 'fp32'],
    ['- 50% vs variant a', 0.5, 'a'],
    ['+10 % vs BASE', 1.1, null],
    ['+150 % vs BASE', 2.5, null],
    ['+100 % vs variant a', 2, 'a'],
    ['+ 5% vs variant two words', 1.05, 'two words'],
    ['+5 % vs variant BASE', 1.05, 'BASE'],
  ])('reads %j as a line about a variant', (text, limit, variant) => {
    const budget = parseBudget(text)
    expect(budget).toMatchObject({ kind: 'variant', line: text, variant })
    expect(budget.limit).toBeCloseTo(limit, 12)
  })

  it.each(['5 g per workflow-run', '5 g per runs', '5 g per Workflow', '5g CO2-eq per run'])(
    'reads %j as a limit of the run',
    (text) => {
      expect(parseBudget(text)).toMatchObject({ kind: 'absolute', scope: 'workflow', limit: 5 })
    },
  )

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

  it.each([
    ['class', 'class'],
    ['Classes', 'class'],
    ['boxes', 'box'],
    ['buzzes', 'buzz'],
    ['quizzes', 'quiz'],
    ['caches', 'cache'],
    ['page caches', 'page cache'],
    ['reaches', 'reach'],
    ['niches', 'niche'],
    ['sizes', 'size'],
    ['cookies', 'cookie'],
    ['statuses', 'status'],
    ['buses', 'bus'],
    ['causes', 'cause'],
    ['databases', 'database'],
    ['output_indices', 'output_index'],
    ['pushes', 'push'],
    ['batches', 'batch'],
    ['inferences', 'inference'],
    ['keys', 'key'],
    ['queries', 'query'],
    ['bus', 'bus'],
    ['analysis', 'analysis'],
    ['s', 's'],
    ['test run', 'test run'],
  ])('of %j one is a %j', (many, one) => expect(singular(many)).toBe(one))

  it.each([
    ['inference', 'inferences'],
    ['query', 'queries'],
    ['key', 'keys'],
    ['batch', 'batches'],
    ['epoch', 'epochs'],
    ['coach', 'coaches'],
    ['cache', 'caches'],
    ['movie', 'movies'],
    ['size', 'sizes'],
    ['class', 'classes'],
    ['box', 'boxes'],
    ['output token', 'output tokens'],
    ['gpu', 'gpus'],
    ['canvas', 'canvases'],
    ['lens', 'lenses'],
    ['quiz', 'quizzes'],
    ['index', 'indices'],
    ['bus', 'bus'],
    ['analysis', 'analyses'],
    ['series', 'series'],
    ['ms', 'ms'],
    ['s', 's'],
  ])('of one %j several are %j', (one, many) => {
    expect([plural(one), singular(many)]).toEqual([many, one])
  })

  it.each(['requests', 'Queries', 'menus', 'tokens (in)'])(
    'keep the name %j, which has no plural of its own',
    (name) => {
      expect(plural(name)).toBe(name)
    },
  )

  it('have the singular of their plural back, whatever their name', () => {
    // `caches` could be those of a `cach`, and `menus` a singular such as `status`: names that end like these are left out.
    const names = fc.stringMatching(/^[a-z]{1,3}[aeoy]?(?:ch|sh|ss|x|z|y|t|te|us|is)$/).map(singular)
    fc.assert(
      fc.property(names, (name) => {
        expect(singular(plural(name))).toBe(name)
      }),
      { numRuns: 1000 },
    )
  })

  it('has a name of at most 40 characters', () => {
    expect(parseUnits(`5 a${'b'.repeat(39)}`)?.name).toHaveLength(40)
    expect(parseUnits(`5 a${'b'.repeat(40)}`)).toBeNull()
    expect(parseUnits('  5   warm  starts ')).toEqual({ name: 'warm start', count: 5 })
    expect(parseUnits('0.5 gpu-hours')).toEqual({ name: 'gpu-hour', count: 0.5 })
  })

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
