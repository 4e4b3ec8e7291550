import { describe, expect, it } from 'vitest'
import { type BudgetSource, type JudgingContext, judgeReport, largestOf } from '../../src/core/judge-report.ts'
import { isUnscoped } from '../../src/core/budget.ts'
import { readReport, reportText } from '../../src/core/report-file.ts'
import { unjudged } from '../../src/core/unjudged.ts'
import { parseBudget } from '../../src/core/parse-budget.ts'
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
  it('marks the lines that are compared with the largest job or with all jobs', () => {
    expect(judge('5 Wh', 'base')?.reason).toBe('compared with the largest job')
    expect(judge('5 Wh', 'input')?.reason).toBe('compared with the sum of all jobs')
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
  it('is one that has a growth line only, where earlier runs are not looked up', () => {
    expect(codes(judgeLines(['+10 % vs main'], false))).toContain('no-line-judged')
    expect(judgeLines(['+10 % vs main'], true).verdict).toBe('indeterminate')
  })
  it('is not indeterminate as the first run of a branch: without it there would never be a baseline', () => {
    const first = judgeReport(run, '1.0.0', [{ budget: parseBudget('+10 % vs main'), source: 'file' }], {
      doubt: null,
      ownScopes: ['job'],
      isStrict: true,
      baselineWh: {},
      isBaselineRead: true,
    })
    expect(first).toMatchObject({ verdict: 'none', budgets: [{ reason: 'no earlier run of main is known' }] })
    expect(codes(first)).toContain('no-line-judged')
  })
  it('is indeterminate if it is strict and earlier runs could not all be read, which is not a first run', () => {
    const unread = judgeReport(run, '1.0.0', [{ budget: parseBudget('+10 % vs main'), source: 'file' }], {
      doubt: null,
      ownScopes: ['job'],
      isStrict: true,
      baselineWh: {},
      isBaselineRead: false,
    })
    expect(unread).toMatchObject({
      verdict: 'indeterminate',
      budgets: [{ reason: 'earlier runs of main could not all be read' }],
    })
  })
  it('is not indeterminate as a first run that has lines of other scopes too', () => {
    const lines = ['+10 % vs main', '2 kg per month'].map((line) => ({
      budget: parseBudget(line),
      source: 'file' as const,
    }))
    const where = { doubt: null, ownScopes: ['job'] as const, isStrict: true, baselineWh: {}, isBaselineRead: true }
    expect(judgeReport(run, '1.0.0', lines, where).verdict).toBe('none')
    // Earlier runs were read, and no line is about them.
    expect(judgeReport(run, '1.0.0', lines.slice(1), where).verdict).toBe('indeterminate')
  })
  it('gets no warning if one line is judged, or without lines', () => {
    expect(codes(judgeLines(['2 kg per month', '500 Wh'], true))).not.toContain('no-line-judged')
    expect(judgeLines(['2 kg per month', '500 Wh'], true).verdict).toBe('pass')
    expect(judgeLines([], true)).toMatchObject({ verdict: 'none' })
    expect(codes(judgeLines([], true))).not.toContain('no-line-judged')
  })
})

describe('a judged report', () => {
  const judgeWith = (
    lines: readonly string[],
    change: Partial<Parameters<typeof judgeReport>[0]> = {},
    where: Partial<JudgingContext> = {},
  ) =>
    judgeReport(
      { ...run, ...change },
      '1.0.0',
      lines.map((line) => ({ budget: parseBudget(line), source: 'flag' })),
      { doubt: null, ownScopes: ['job'], ...where },
    )
  const withoutFigures = {
    energy: { ...run.energy, total_wh: null },
    emissions: { ...run.emissions, total_g: null },
  }

  it('says by which version, keeps the draft, and has the label of its lines', () => {
    const report = judgeWith(['20 Wh'])
    expect(report).toMatchObject({
      schema: 'carbon-gate/report@1',
      tool: { name: 'carbon-gate', version: '1.0.0' },
      subject: { name: 'CI' },
      figure: { trusted: true, reason_code: null },
      verdict: 'pass',
      label: 'B',
    })
    expect(judgeWith([])).toMatchObject({ verdict: 'none', label: null, budgets: [] })
  })

  it('without energy and emissions has no figure; with one of them it has', () => {
    const figure = { trusted: false, reason_code: 'no-figure' }
    expect(judgeWith(['1 kg'], withoutFigures)).toMatchObject({ verdict: 'indeterminate', figure, label: null })
    expect(judgeWith([], { energy: withoutFigures.energy }).figure?.trusted).toBe(true)
    expect(judgeWith([], { emissions: withoutFigures.emissions }).figure?.trusted).toBe(true)
  })

  it('of which nothing is known is indeterminate, and can be read again', () => {
    const report = judgeReport(unjudged({ kind: 'job', name: 'test' }), '1.0.0', [], {
      doubt: null,
      ownScopes: ['job'],
    })
    expect(report).toMatchObject({
      verdict: 'indeterminate',
      figure: { trusted: false, reason_code: 'no-figure' },
      parts: [],
      basis: { power: null, pue: null, embodied: null, not_counted: [] },
      notes: [],
    })
    expect(readReport(reportText(report), 'r.json')).toEqual(report)
  })

  it('with missing energy is indeterminate only where a budget is set', () => {
    const doubt = 'energy-missing'
    expect(judgeWith([], {}, { doubt })).toMatchObject({
      verdict: 'none',
      figure: { trusted: false, reason_code: doubt },
    })
    expect(judgeWith(['1 kg'], {}, { doubt }).verdict).toBe('indeterminate')
    expect(judgeWith([], {}, { doubt: 'low-coverage' }).verdict).toBe('indeterminate')
  })

  it('passes nothing where not all budgets are known, although its figure is sound', () => {
    const report = judgeWith(['1 kg', '1 g per 1000 tests', '+10 % vs main'], {}, { areBudgetsKnown: false })
    expect(report).toMatchObject({
      verdict: 'indeterminate',
      figure: { trusted: true, reason_code: null },
      label: null,
    })
    expect(report.budgets[0]).toMatchObject({
      verdict: 'indeterminate',
      reason_code: 'budgets-unknown',
      reason: 'not all of the budgets that apply are known',
    })
    expect(judgeWith([], {}, { areBudgetsKnown: false }).verdict).toBe('indeterminate')
    // A line that has another reason keeps it.
    const lines = judgeWith(['2 kg per month', '1 L'], {}, { areBudgetsKnown: false }).budgets
    expect(lines.map(({ reason_code }) => reason_code)).toEqual(['history-needed', 'budgets-unknown'])
    const doubtful = judgeWith(['1 kg'], {}, { areBudgetsKnown: false, doubt: 'rows-refused' })
    expect(doubtful.budgets[0]?.reason_code).toBe('figure-untrusted')
  })

  it('of work that its budget ended fails, also below the limit', () => {
    const stopped = { at_share: 1, grace_s: 300, after_wh: 0 } as const
    expect(judgeWith(['1 kg'], { stopped } as Parameters<typeof judgeWith>[1]).verdict).toBe('fail')
  })

  it('has the grams of each unit that was counted, unknown where the grams are', () => {
    const units = { name: 'inference', count: 4 }
    const counts = [units, { name: 'test', count: 2 }]
    expect(judgeWith([], { units, counts } as Parameters<typeof judgeWith>[1])).toMatchObject({
      units: { ...units, g_per_unit: 4.01 / 4 },
      counts: [
        { name: 'inference', g_per_unit: 4.01 / 4 },
        { name: 'test', g_per_unit: 4.01 / 2 },
      ],
    })
    expect(judgeWith([], { ...withoutFigures, units } as Parameters<typeof judgeWith>[1]).units?.g_per_unit).toBeNull()
    expect(judgeWith([]).counts).toBeUndefined()
    const line = judgeWith(['3 g per 1 test'], { units, counts } as Parameters<typeof judgeWith>[1]).budgets[0]
    expect(line).toMatchObject({ used: 4.01 / 2, verdict: 'pass' })
  })

  it('is compared with the totals of other scopes that the context knows', () => {
    const spent = { emissions: 3000, energy: 1, water: null }
    const where = { totals: { month: spent }, organisationTotals: { month: { ...spent, emissions: 5000 } } }
    const lines = ['2 kg per month', '4 kg per month per organisation', '9 g', '1 L per day']
    expect(judgeWith(lines, {}, where).budgets).toMatchObject([
      { used: 3000, verdict: 'fail' },
      { used: 5000, verdict: 'fail' },
      { used: 4.01, verdict: 'pass' },
      { verdict: 'not-judged', reason_code: 'history-needed' },
    ])
    expect(judgeWith(['2 kg per month'], {}, { ...where, isPeriodWarned: true }).budgets[0]?.verdict).toBe('not-judged')
    const blocked = { text: 'gone', blocks: true }
    expect(judgeWith(['2 kg per month'], {}, { ledgerProblem: blocked }).verdict).toBe('indeterminate')
    expect(judgeWith(['2 kg per PR'], {}, { pullRequestProblem: blocked }).verdict).toBe('indeterminate')
  })

  it('has the water of its draft', () => {
    const water = { total_l: 2, onsite_l: 1, offsite_l: 1, low_l: 1, high_l: 3, without_hydro_l: 1 }
    expect(judgeWith(['3 L'], { water }).budgets[0]).toMatchObject({ used: 2, verdict: 'pass' })
    expect(judgeWith(['3 L']).budgets[0]).toMatchObject({ used: null, verdict: 'indeterminate' })
  })

  it('names each line that is not judged, with its reason', () => {
    const [last] = judgeWith(['2 kg per month', '-5 % vs variant a'], { notes: [] }).notes
    expect(last?.text).toBe(
      'no budget line is judged here: 2 kg per month (a line per month needs a ledger: set `ledger`); -5 % vs variant a (`compare` judges lines about variants)',
    )
  })

  it('names a line that was given here and is judged elsewhere, beside a line that is judged', () => {
    const judgeFrom = (line: string, source: BudgetSource, where: Partial<JudgingContext> = {}) =>
      judgeReport(
        { ...run, notes: [] },
        '1.0.0',
        [
          { budget: parseBudget('1 kWh'), source },
          { budget: parseBudget(line), source },
        ],
        { doubt: null, ownScopes: ['job'], ...where },
      ).notes.map(({ code, level, text }) => [code, level, text])
    const noted = (text: string) => [['line-not-judged', 'warning', `not judged here: ${text}`]]
    const month = '2 kg per month (a line per month needs a ledger: set `ledger`)'
    expect(judgeFrom('2 kg per month', 'flag')).toEqual(noted(month))
    expect(judgeFrom('2 kg per month', 'input')).toEqual(noted(month))
    // A file is for all modes, and a step for events without a pull request too.
    for (const source of ['file', 'base', 'organisation'] as const) {
      expect(judgeFrom('2 kg per month', source)).toEqual([])
      expect(judgeFrom('+10 % vs main', source)).toEqual([])
    }
    expect(judgeFrom('2 kg per PR', 'input')).toEqual([])
    expect(judgeFrom('2 kg per PR', 'flag')).toHaveLength(1)
    // Growth is not judged where earlier runs are not looked up; where there are none yet, the line says so itself.
    expect(judgeFrom('+10 % vs main', 'flag')[0]?.[2]).toMatch(
      /^not judged here: \+10 % vs main \(earlier runs of main/,
    )
    expect(judgeFrom('+10 % vs main', 'flag', { baselineWh: {} })).toEqual([])
    // A line that a problem of the ledger leaves out has a note of its own.
    const ledgerProblem = { text: 'gone', blocks: false }
    expect(judgeFrom('2 kg per month', 'flag', { ledgerProblem })).toEqual([])
    expect(judgeFrom('5 g', 'flag')).toEqual([])
  })

  it('is not compared with the largest job by a line of another scope', () => {
    const largestJob = { emissions: 1, energy: 4, water: null }
    const totals = { month: { emissions: 3000, energy: 1, water: null } }
    const units = { name: 'test', count: 2 }
    const where = { ownScopes: ['workflow'] as const, largestJob, totals }
    const lines = ['1 kWh per workflow', '5 kg per month', '1 kg per 1 test']
    expect(judgeWith(lines, { units } as Parameters<typeof judgeWith>[1], where).budgets).toMatchObject([
      { used: 10, verdict: 'pass', reason_code: null },
      { used: 3000, verdict: 'pass', reason_code: null },
      { used: 4.01 / 2, verdict: 'pass', reason_code: null },
    ])
  })

  it('judges a limit once, however it is written and wherever it is set', () => {
    expect(judgeWith(['5 g', '5000 mg', '5 g per job', '5 g per workflow']).budgets.map(({ line }) => line)).toEqual([
      '5 g',
      '5 g per workflow',
    ])
  })

  it('keeps the reason of a line that is compared with the largest job and not judged', () => {
    const largestJob = { emissions: null, energy: 4, water: null }
    const judged = judgeWith(['1 g per job', '5 Wh per job'], {}, { ownScopes: ['workflow'], largestJob })
    expect(judged.budgets).toMatchObject([
      { reason_code: 'emissions-unknown' },
      { reason_code: 'largest-job', reason: 'compared with the largest job' },
    ])
  })

  it('has the largest water of its jobs, unknown where that of one job is', () => {
    const water = (total_l: number) => ({ ...part(1), water: { total_l } as NonNullable<(typeof run)['water']> })
    expect(largestOf([water(2), water(5), water(3)]).water).toBe(5)
    expect(largestOf([water(2), { ...part(1), water: null }]).water).toBeNull()
    expect(largestOf([])).toEqual({ emissions: 0, energy: 0, water: 0 })
  })
})
