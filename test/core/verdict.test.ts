import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBudget } from '../../src/core/parse-budget.ts'
import { labelOf } from '../../src/core/label.ts'
import { methodOfSum } from '../../src/core/method.ts'
import { type Facts, judgeLine, labelLine, labelShare } from '../../src/core/judged-line.ts'
import { combineVerdicts, isDoubtful } from '../../src/core/verdict.ts'

const own = { emissions: 4, energy: 10, water: null }
const facts: Facts = {
  trusted: true,
  totals: { job: own },
  own,
  units: { name: 'inference', count: 2000 },
  baselineWh: { main: 8 },
}

describe('judging a line', () => {
  it('a tiny limit has a share that a report can represent', () => {
    const line = judgeLine(parseBudget('1e-310 g'), 'input', facts)
    expect(line).toMatchObject({ verdict: 'fail', share: Number.MAX_VALUE })
    expect(labelShare([line])?.label).toBe('G')
  })

  it.each([
    ['5 g', 'pass', 0.8],
    ['4 g', 'pass', 1],
    ['3 g', 'fail', 4 / 3],
    ['20 Wh', 'pass', 0.5],
    ['1 L', 'indeterminate', null],
    ['20 g per workflow', 'not-judged', null],
    ['2 kg per month', 'not-judged', null],
    ['2 g per 1000 inferences', 'pass', 1],
    ['1 g per 1000 inferences', 'fail', 2],
    ['1 g per 1000 tests', 'indeterminate', null],
    ['+30 % vs main', 'pass', 0.25 / 0.3],
    ['+10 % vs main', 'fail', 2.5],
    ['+10 % vs develop', 'none', null],
  ])('%j is %s', (line, verdict, share) => {
    const judged = judgeLine(parseBudget(line), 'input', facts)
    expect(judged.verdict).toBe(verdict)
    if (share === null) expect(judged.share).toBeNull()
    else expect(judged.share).toBeCloseTo(share, 12)
  })

  it('never passes an untrusted figure', () => {
    for (const line of ['5 g', '1 t', '100 kWh', '+900 % vs main', '9 kg per 1 inference']) {
      expect(judgeLine(parseBudget(line), 'input', { ...facts, trusted: false }).verdict).toBe('indeterminate')
    }
  })

  it('never passes a figure that is NaN, infinite, negative or unknown', () => {
    const bad = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, null)
    const lines = fc.constantFrom('5 g', '9 MWh', '3 L', '5 kg per 10 inferences', '+50 % vs main')
    fc.assert(
      fc.property(bad, lines, (value, line) => {
        const totals = { emissions: value, energy: value, water: value }
        const verdict = judgeLine(parseBudget(line), 'input', {
          ...facts,
          own: totals,
          totals: { job: totals },
        }).verdict
        expect(verdict).toBe('indeterminate')
      }),
    )
  })

  it('a smaller run uses none of the allowed growth', () => {
    const shrunk = { ...own, energy: 4 }
    expect(judgeLine(parseBudget('+10 % vs main'), 'input', { ...facts, own: shrunk })).toMatchObject({
      verdict: 'pass',
      used: -0.5,
      share: 0,
    })
  })
})

describe('a judged line', () => {
  const judge = (line: string, change: Partial<Facts> = {}) =>
    judgeLine(parseBudget(line), 'base', { ...facts, ...change })
  const unknown = { emissions: null, energy: null, water: null }

  it.each([
    ['5 g', 'job', 'emissions', 5, 4],
    ['20 Wh', 'job', 'energy', 20, 10],
    ['2 g per 1000 inferences', 'unit', 'emissions', 2, 2],
    ['+30 % vs main', 'growth', 'energy', 0.3, 0.25],
  ])('%s says what was compared with what', (line, scope, metric, limit, used) => {
    const judged = judge(line)
    expect(judged).toMatchObject({ line, scope, metric, source: 'base', reason_code: null, reason: null })
    expect(judged.limit).toBeCloseTo(limit, 12)
    expect(judged.used).toBeCloseTo(used, 12)
  })

  it('about a variant belongs to `compare`', () => {
    expect(judge('-20 % vs variant pytorch')).toEqual({
      line: '-20 % vs variant pytorch',
      scope: 'variant',
      metric: 'energy',
      limit: 0.8,
      source: 'base',
      used: null,
      share: null,
      verdict: 'not-judged',
      reason_code: 'judged-by-compare',
      reason: '`compare` judges lines about variants',
    })
  })

  it.each([
    ['5 g', 'not-judged', 'judged-by-job', 'each job judges this line itself'],
    [
      '5 g per workflow',
      'not-judged',
      'workflow-needed',
      'a line per workflow is judged by `mode: workflow` of the action or `gate` of the command line',
    ],
    [
      '5 g per pull-request',
      'not-judged',
      'history-needed',
      'a line per pull-request is judged by the action on a pull request',
    ],
    ['5 g per day', 'not-judged', 'history-needed', 'a line per day needs a ledger: set `ledger`'],
    ['5 g per week', 'not-judged', 'history-needed', 'a line per week needs a ledger: set `ledger`'],
  ])('%s without totals of its scope is %s, with the reason %s', (line, verdict, reason_code, reason) => {
    expect(judge(line, { totals: {} })).toMatchObject({ used: null, share: null, verdict, reason_code, reason })
  })

  it.each([
    ['5 g', 'emissions-unknown', 'emissions unknown'],
    ['5 Wh', 'energy-unknown', 'energy unknown'],
    ['5 L', 'water-unknown', 'water unknown: it is known for regions of AWS, Azure and Google Cloud, so set region'],
    ['5 g per 1000 inferences', 'emissions-unknown', 'emissions unknown'],
    ['+10 % vs main', 'energy-unknown', 'energy unknown'],
  ])('%s of an unknown figure names what is unknown: %s', (line, reason_code, reason) => {
    expect(judge(line, { totals: { job: unknown }, own: unknown })).toMatchObject({
      used: null,
      share: null,
      verdict: 'indeterminate',
      reason_code,
      reason,
    })
  })

  it('without a count of its unit asks for units', () => {
    expect(judge('1 g per 1000 tests', { units: null })).toMatchObject({
      verdict: 'indeterminate',
      reason_code: 'units-unknown',
      reason: 'the count of tests is not known: set units',
    })
    expect(judge('1 g per 1000 tests').reason).toBe('units count inferences, not tests')
  })

  it('finds its unit among all that were counted', () => {
    const counts = [facts.units, { name: 'test', count: 100 }].filter((units) => units !== null)
    expect(judge('50 g per 1000 tests', { counts })).toMatchObject({ used: 40, verdict: 'pass' })
    expect(judge('50 g per 1000 tests', { units: null, counts })).toMatchObject({ used: 40, verdict: 'pass' })
  })

  it.each([0, -1, Number.NaN])('about growth over a baseline of %d has no baseline', (main) => {
    expect(judge('+10 % vs main', { baselineWh: { main } })).toMatchObject({
      used: null,
      verdict: 'none',
      reason_code: 'baseline-unknown',
      reason: 'no earlier run of main is known',
    })
  })

  it('about growth over a branch named like a property of objects has no baseline', () => {
    expect(judge('+10 % vs constructor').verdict).toBe('none')
  })

  it('about growth accepts a run without energy, and none of an unknown sign', () => {
    expect(judge('+10 % vs main', { own: { ...own, energy: 0 } })).toMatchObject({ used: -1, verdict: 'pass' })
    expect(judge('+10 % vs main', { own: { ...own, energy: -1 } }).verdict).toBe('indeterminate')
  })

  it('of a figure of nothing uses nothing', () => {
    expect(judge('5 g', { totals: { job: { ...own, emissions: 0 } } })).toMatchObject({ share: 0, verdict: 'pass' })
  })

  it('keeps the untrusted figure that it did not accept', () => {
    expect(judge('5 g', { trusted: false })).toMatchObject({
      used: 4,
      share: 0.8,
      verdict: 'indeterminate',
      reason: 'the figure is not trustworthy',
    })
  })
})

describe('a line over time', () => {
  const spent = { emissions: 3000, energy: 9000, water: null }
  const judge = (line: string, change: Partial<Facts>) =>
    judgeLine(parseBudget(line), 'file', { ...facts, totals: { job: own }, ...change })

  it('is compared with the total of its period', () => {
    expect(judge('2 kg per month', { totals: { month: spent } })).toMatchObject({ used: 3000, verdict: 'fail' })
    expect(judge('4 kg per month', { totals: { month: spent } })).toMatchObject({ used: 3000, verdict: 'pass' })
  })

  it('per organisation is compared with the total of all repositories', () => {
    const organisationTotals = { month: { ...spent, emissions: 9000 } }
    const line = '5 kg per month per organisation'
    expect(judge(line, { totals: { month: spent }, organisationTotals })).toMatchObject({ used: 9000, verdict: 'fail' })
    expect(judge(line, { totals: { month: spent } })).toMatchObject({ used: null, verdict: 'not-judged' })
  })

  it.each(['day', 'week', 'month'] as const)('that is exceeded per %s only warns where it shall', (scope) => {
    const change = { totals: { [scope]: spent }, isPeriodWarned: true }
    expect(judge(`2 kg per ${scope}`, change)).toMatchObject({
      used: 3000,
      share: 1.5,
      verdict: 'not-judged',
      reason_code: 'period-exceeded',
      reason: 'over the limit; on-period-exceeded is warn, so it does not fail',
    })
    expect(judge(`4 kg per ${scope}`, change)).toMatchObject({ verdict: 'pass', reason_code: null })
  })

  it.each(['job', 'workflow', 'pull-request'] as const)('never only warns per %s', (scope) => {
    const change = { totals: { [scope]: spent }, isPeriodWarned: true }
    expect(judge(`2 kg per ${scope}`, change).verdict).toBe('fail')
  })

  it.each([
    [true, 'indeterminate'],
    [false, 'not-judged'],
  ] as const)('whose ledger cannot be read (blocking: %s) is %s', (blocks, verdict) => {
    const change = { ledgerProblem: { text: 'the ledger is gone', blocks } }
    const expected = {
      used: null,
      share: null,
      verdict,
      reason_code: 'ledger-unreadable',
      reason: 'the ledger is gone',
    }
    expect(judge('2 kg per month', change)).toMatchObject(expected)
    expect(judge('2 kg per month', { ...change, totals: { month: spent } }).verdict).toBe('fail')
    expect(judge('5 g per workflow', change).reason_code).toBe('workflow-needed')
  })

  it.each([
    [true, 'indeterminate'],
    [false, 'not-judged'],
  ] as const)('whose pull request has unknown runs (blocking: %s) is %s', (blocks, verdict) => {
    const change = { pullRequestProblem: { text: 'no list of runs', blocks } }
    const reason = { reason_code: 'pull-request-unknown', reason: 'no list of runs' }
    expect(judge('5 g per pull-request', change)).toMatchObject({ used: null, share: null, verdict, ...reason })
    expect(judge('5 g per pull-request', { ...change, totals: { 'pull-request': spent } }).verdict).toBe('fail')
    expect(judge('5 g per month', change).reason_code).toBe('history-needed')
  })
})

describe('combining', () => {
  const line = (verdict: 'fail' | 'indeterminate' | 'pass' | 'none' | 'not-judged'): { verdict: typeof verdict } => ({
    verdict,
  })
  it('is fail > indeterminate > pass > none; not-judged does not count', () => {
    expect(combineVerdicts([line('pass'), line('indeterminate'), line('fail')], { trusted: true })).toBe('fail')
    expect(combineVerdicts([line('pass'), line('indeterminate')], { trusted: true })).toBe('indeterminate')
    expect(combineVerdicts([line('pass'), line('none'), line('not-judged')], { trusted: true })).toBe('pass')
    expect(combineVerdicts([line('not-judged')], { trusted: true })).toBe('none')
    expect(combineVerdicts([], { trusted: true })).toBe('none')
    expect(combineVerdicts([], { trusted: false })).toBe('indeterminate')
  })
})

describe('label', () => {
  it.each([
    [0, 'A'],
    [0.25, 'A'],
    [0.2500001, 'B'],
    [0.5, 'B'],
    [0.75, 'C'],
    [1, 'D'],
    [1.0001, 'E'],
    [1.5, 'E'],
    [2, 'F'],
    [2.01, 'G'],
    [1e9, 'G'],
  ])('a share of %d is %s', (share, letter) => expect(labelOf(share)).toBe(letter))

  it('is set by the largest absolute share, never by growth', () => {
    const lines = ['8 g', '16 Wh', '+10 % vs main'].map((text) => judgeLine(parseBudget(text), 'input', facts))
    expect(labelShare(lines)).toEqual({ share: 0.625, label: 'C' })
    expect(labelShare(lines.slice(2))).toBeNull()
  })
})

describe('the line of the label', () => {
  const line = (
    scope: 'job' | 'growth' | 'variant' | 'unit',
    share: number | null,
    verdict: 'pass' | 'not-judged',
  ) => ({
    scope,
    share,
    verdict,
  })
  it('is the first one with the largest share, and none that is not judged or has no share', () => {
    const lines = [
      line('job', null, 'pass'),
      line('growth', 9, 'pass'),
      line('variant', 9, 'pass'),
      line('job', 9, 'not-judged'),
      line('job', 0.4, 'pass'),
      line('unit', 0.6, 'pass'),
      line('job', 0.6, 'pass'),
    ]
    expect(labelLine(lines)).toBe(lines[5])
    expect(labelLine(lines.slice(0, 4))).toBeNull()
    expect(labelLine([line('job', 0, 'pass')])).toMatchObject({ share: 0 })
    expect(labelShare([line('job', 0, 'pass')])).toEqual({ share: 0, label: 'A' })
  })

  it.each([Number.NaN, -0.1])('refuses a share of %d', (share) => {
    expect(() => labelOf(share)).toThrow('budget share')
  })
})

describe('whether a figure is doubtful', () => {
  it.each([
    ['pass', { trusted: true }, false],
    ['indeterminate', { trusted: true }, false],
    ['indeterminate', { trusted: false }, true],
    ['none', { trusted: false }, true],
    ['indeterminate', undefined, true],
    ['pass', undefined, false],
  ] as const)('a report that is %s with figure %j: %s', (verdict, figure, doubtful) => {
    expect(isDoubtful({ verdict, figure })).toBe(doubtful)
  })

  it('an untrusted figure has no label and gives every line the same reason code', () => {
    const untrusted = { ...facts, trusted: false }
    const lines = ['5 g', '1 L', '1 g per 1000 tests', '+10 % vs main'].map((line) =>
      judgeLine(parseBudget(line), 'input', untrusted),
    )
    expect(labelShare(lines)).toBeNull()
    expect(new Set(lines.map(({ reason_code }) => reason_code))).toEqual(new Set(['figure-untrusted']))
  })

  it.each([
    ['5 g', null],
    ['1 L', 'water-unknown'],
    ['1 g per 1000 tests', 'units-differ'],
    ['20 g per workflow', 'workflow-needed'],
    ['2 kg per month', 'history-needed'],
    ['+10 % vs develop', 'baseline-unknown'],
  ])('the line %j has the reason code %s', (line, code) => {
    expect(judgeLine(parseBudget(line), 'input', facts).reason_code).toBe(code)
  })
})

describe('method of a sum', () => {
  it('is the worst one that makes 5 % or more', () => {
    expect(
      methodOfSum([
        { method: 'measured', wh: 96 },
        { method: 'estimated', wh: 4 },
      ]),
    ).toBe('measured')
    expect(
      methodOfSum([
        { method: 'measured', wh: 95 },
        { method: 'estimated', wh: 5 },
      ]),
    ).toBe('estimated')
    expect(
      methodOfSum([
        { method: 'modelled', wh: 3 },
        { method: 'measured', wh: 97 },
      ]),
    ).toBe('measured')
    expect(
      methodOfSum([
        { method: 'measured', wh: 0 },
        { method: 'modelled', wh: 0 },
      ]),
    ).toBe('modelled')
    expect(
      methodOfSum([
        { method: null, wh: 99 },
        { method: 'estimated', wh: 1 },
        { method: 'modelled', wh: 9 },
        { method: 'measured', wh: 9 },
        { method: 'modelled', wh: 9 },
      ]),
    ).toBe('modelled')
    expect(methodOfSum([{ method: null, wh: 1 }])).toBeNull()
    expect(methodOfSum([])).toBeNull()
  })
})
