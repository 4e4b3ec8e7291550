import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBudget } from '../../src/core/budget.ts'
import { labelOf } from '../../src/core/label.ts'
import { methodOfSum } from '../../src/core/method.ts'
import { type Facts, combineVerdicts, judgeLine, isDoubtful, labelShare } from '../../src/core/verdict.ts'

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

describe('combining', () => {
  const line = (verdict: 'fail' | 'indeterminate' | 'pass' | 'none' | 'not-judged'): { verdict: typeof verdict } => ({
    verdict,
  })
  it('is fail > indeterminate > pass > none; not-judged does not count', () => {
    expect(combineVerdicts([line('pass'), line('indeterminate'), line('fail')], true)).toBe('fail')
    expect(combineVerdicts([line('pass'), line('indeterminate')], true)).toBe('indeterminate')
    expect(combineVerdicts([line('pass'), line('none'), line('not-judged')], true)).toBe('pass')
    expect(combineVerdicts([line('not-judged')], true)).toBe('none')
    expect(combineVerdicts([], true)).toBe('none')
    expect(combineVerdicts([], false)).toBe('indeterminate')
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
    expect(methodOfSum([])).toBeNull()
  })
})
