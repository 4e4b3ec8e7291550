import { describe, expect, it } from 'vitest'
import { type BudgetSource, type JudgingContext, judgeReport, largestOf } from '../../src/core/judge-report.ts'
import { isUnscoped, parseBudget } from '../../src/core/budget.ts'
import { sampleReport } from '../sample-report.ts'

const part = (wh: number | null) => {
  const { energy, emissions } = sampleReport('x', wh ?? 0)
  return wh === null
    ? { energy: { ...energy, total_wh: null }, emissions: { ...emissions, total_g: null } }
    : { energy, emissions }
}
/** A run of 10 Wh whose largest job took 4 Wh. */
const run = sampleReport('CI', 10)
const context: JudgingContext = {
  doubt: null,
  ownScopes: ['workflow'],
  largestJob: { emissions: 1.61, energy: 4, water: null },
}
const judge = (line: string, source: BudgetSource, change: Partial<JudgingContext> = {}) =>
  judgeReport(run, '1.0.0', [{ budget: parseBudget(line), source }], { ...context, ...change }).budgets[0]

describe('where a whole run is judged', () => {
  it.each([
    ['5 Wh', 'input', 10, 'fail'],
    ['5 Wh', 'base', 4, 'pass'],
    ['5 Wh', 'file', 4, 'pass'],
    ['5 Wh', 'organisation', 4, 'pass'],
    ['3 Wh', 'base', 4, 'fail'],
    ['5 Wh', 'flag', 10, 'fail'],
    ['5 Wh per job', 'input', 4, 'pass'],
    ['5 Wh per job', 'base', 4, 'pass'],
    ['5 Wh per workflow', 'input', 10, 'fail'],
    ['5 Wh per workflow', 'base', 10, 'fail'],
  ] as const)('%s of %s is compared with %d Wh: %s', (line, source, used, verdict) => {
    expect(judge(line, source)).toMatchObject({ used, verdict })
  })
  it('one limit is two lines if it applies to each job in the file and to the run at the step', () => {
    const budgets = (['base', 'file', 'input'] as const).map((source) => ({ budget: parseBudget('5 Wh'), source }))
    const lines = judgeReport(run, '1.0.0', budgets, context).budgets
    expect(lines).toMatchObject([
      { source: 'base', used: 4, verdict: 'pass' },
      { source: 'input', used: 10, verdict: 'fail' },
    ])
    expect(judgeReport(run, '1.0.0', budgets, { doubt: null, ownScopes: ['job'] }).budgets).toHaveLength(1)
  })
  it('marks the lines that are compared with the largest job', () => {
    expect(judge('5 Wh', 'base')?.reason).toBe('compared with the largest job')
    expect(judge('5 Wh', 'input')?.reason).toBeNull()
  })
  it('a job of unknown energy makes lines about jobs indeterminate', () => {
    const largestJob = largestOf([part(1), part(null)])
    expect(judge('5 Wh', 'base', { largestJob })).toMatchObject({ used: null, verdict: 'indeterminate' })
  })
  it('an untrusted figure passes no line', () => {
    expect(judge('500 Wh', 'base', { doubt: 'low-coverage' })).toMatchObject({ verdict: 'indeterminate' })
  })
  it('units and growth apply to the run', () => {
    expect(judge('+50 % vs main', 'base', { baselineWh: { main: 5 } })).toMatchObject({ used: 1, verdict: 'fail' })
  })
})

describe('where one job is judged', () => {
  it('lines of the job and unscoped ones are the same', () => {
    const one = { doubt: null, ownScopes: ['job'] as const }
    for (const line of ['11 Wh', '11 Wh per job']) {
      const [judgedLine] = judgeReport(run, '1.0.0', [{ budget: parseBudget(line), source: 'base' }], one).budgets
      expect(judgedLine).toMatchObject({ used: 10, verdict: 'pass' })
    }
  })
})

describe('the largest job', () => {
  it('is the largest by each metric', () => {
    expect(largestOf([part(1), part(3), part(2)])).toEqual({ energy: 3, emissions: 3 * 0.4 + 0.01, water: null })
  })
})

describe('a line without a scope', () => {
  it.each([
    ['5 g', true],
    ['5 g per job', false],
    ['5 g per workflow', false],
    ['40 mg per 1000 inferences', false],
    ['+10 % vs main', false],
  ])('%s: %s', (line, expected) => expect(isUnscoped(parseBudget(line))).toBe(expected))
})

describe('a run whose budget lines are all out of scope', () => {
  const judgeLines = (lines: readonly string[], isStrict: boolean) =>
    judgeReport(
      run,
      '1.0.0',
      lines.map((line) => ({ budget: parseBudget(line), source: 'flag' })),
      { doubt: null, ownScopes: ['job'], isStrict },
    )
  const codes = (report: ReturnType<typeof judgeLines>) => report.notes.map(({ code }) => code)

  it('gets a warning that names the lines', () => {
    const report = judgeLines(['2 kg per month', '5 g per workflow'], false)
    expect(report.verdict).toBe('none')
    expect(report.notes.find(({ code }) => code === 'no-line-judged')).toMatchObject({ level: 'warning' })
    expect(report.notes.find(({ code }) => code === 'no-line-judged')?.text).toContain('2 kg per month')
  })
  it('is indeterminate if it is strict', () => {
    expect(judgeLines(['2 kg per month'], true).verdict).toBe('indeterminate')
  })
  it('gets no warning if one line is judged, or without lines', () => {
    expect(codes(judgeLines(['2 kg per month', '500 Wh'], true))).not.toContain('no-line-judged')
    expect(judgeLines(['2 kg per month', '500 Wh'], true).verdict).toBe('pass')
    expect(judgeLines([], true)).toMatchObject({ verdict: 'none' })
    expect(codes(judgeLines([], true))).not.toContain('no-line-judged')
  })
})
