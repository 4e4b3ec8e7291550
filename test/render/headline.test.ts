import { describe, expect, it } from 'vitest'
import { parseBudget } from '../../src/core/parse-budget.ts'
import { annotationOf } from '../../src/render/annotation.ts'
import { badgeEndpoint, badgeOf } from '../../src/render/badge.ts'
import { bar } from '../../src/render/bar.ts'
import { renderComment } from '../../src/render/comment.ts'
import { energyEquivalenceOf, equivalenceOf } from '../../src/render/equivalence.ts'
import { renderLabelSvg } from '../../src/render/label/budget-label.ts'
import { powerChart } from '../../src/render/power-chart.ts'
import { unitFigures } from '../../src/render/per-unit.ts'
import { plain } from '../../src/render/quantities.ts'
import { roundLimit, suggestedBudget } from '../../src/render/suggested-budget.ts'
import { renderTerminal } from '../../src/render/terminal.ts'
import { gpuReport, indeterminateReport, line, noBudgetReport, report } from '../fixtures/report.ts'
import { SITUATIONS } from '../fixtures/situations.ts'

const headline = (report: Parameters<typeof renderComment>[0]): string =>
  plain(
    renderComment(report, { key: 'ci' })
      .split('\n')
      .find((each) => each.startsWith('### ')) ?? '',
  )

const growth = line({
  line: '+10 % vs main',
  scope: 'growth',
  metric: 'energy',
  limit: 0.1,
  used: 0.31,
  share: 3.1,
  verdict: 'fail',
})

const situation = (name: string): string => renderComment(SITUATIONS[name]?.() ?? report(), { key: 'ci' })

describe('the only budget line', () => {
  it.each(['indeterminate', 'pass'] as const)(
    'is listed in an indeterminate report, whose headline does not name it: %s',
    (verdict) => {
      const unknown = { ...indeterminateReport(), budgets: [line({ line: '1 mg', verdict })] }
      expect(plain(renderComment(unknown, { key: 'ci' })).match(/1 mg/g)).toHaveLength(1)
    },
  )

  it('is not repeated where the headline names it', () => {
    const passed = report({ budgets: [line({ line: '5 g', verdict: 'pass' })] })
    expect(renderComment(passed, { key: 'ci' })).not.toContain('**Budgets**')
  })
})

describe('headline', () => {
  it('is red when only a growth line fails, though the letter is A', () => {
    const grown = report({ budgets: [line(), growth], verdict: 'fail' })
    expect(headline(grown)).toBe('### 🟥 A · 0.19 g CO₂e · 8 % of the budget of 5 g · fail')
    expect(plain(renderComment(grown, { key: 'ci' }))).toContain('**Energy +31 % where +10 % vs main is allowed.**')
    expect(badgeEndpoint(badgeOf(grown))).toMatchObject({ message: 'A · 0.19 g CO₂e', color: 'E30613' })
  })

  it('names a waiver and who gave it, and still by how much it was over', () => {
    const waived = {
      ...gpuReport(),
      verdict: 'pass' as const,
      notes: [
        { code: 'waived' as const, level: 'info' as const, text: 'Waived by octo-lead with the label carbon-waiver.' },
      ],
    }
    expect(headline(waived)).toMatch(/^### 🟥 F · .* · waived$/)
    expect(renderComment(waived, { key: 'ci' })).toContain('🤝 Waived by octo-lead')
    expect(plain(renderComment(waived, { key: 'ci' }))).toContain('Over by 15 g')
  })

  it('of lines that could not be judged does not say that there are none', () => {
    const none = report({
      budgets: [line({ verdict: 'not-judged', used: null, share: null, reason: 'a line per month needs a ledger' })],
      verdict: 'none',
      label: null,
    })
    expect(headline(none)).toBe('### ⬜ 0.19 g CO₂e · no line judged')
    expect(renderComment(none, { key: 'ci' })).not.toContain('budget: ')
  })

  it('of a figure that cannot be trusted shows no letter', () => {
    const doubtful = report({
      budgets: [line({ verdict: 'indeterminate', reason: 'the figure is not trustworthy' })],
      figure: { trusted: false, reason_code: 'low-coverage' },
      verdict: 'indeterminate',
    })
    expect(headline(doubtful)).toBe('### ⬜ indeterminate · 0.19 g CO₂e, but not a figure to trust')
    expect(renderTerminal(doubtful, { color: false })).toMatch(/^carbon {2}\? {2}0\.19 g CO2e {2}indeterminate\n/)
  })

  it.each([
    [{}, 'This fails the build: what cannot be judged does not pass.'],
    [{ isDoubtFatal: false }, 'This does not fail the build: `on-measurement-error` is warn.'],
    [{ isEnforced: false }, 'This does not fail the build: `enforce` is false.'],
  ])('of a figure that cannot be judged says whether the build fails: %j', (options, sentence) => {
    expect(renderComment(indeterminateReport(), { key: 'ci', ...options })).toContain(`\n${sentence}\n`)
  })

  it('of a budget over time counts what this run added, and names no part of it as the cause', () => {
    const comment = plain(situation('waived-month'))
    expect(comment).toContain('**Over by 100 g; this run added 0.19 g.**\n')
    expect(comment).not.toContain('Largest')
  })

  it.each(['month', 'pull-request'] as const)(
    'of a budget per %s has the digits of the sum, not those of this run',
    (scope) => {
      const over = line({ line: `2 kg per ${scope}`, scope, limit: 2000, used: 2149, share: 1.0745, verdict: 'fail' })
      const comment = plain(renderComment(report({ budgets: [over], verdict: 'fail' }), { key: 'ci' }))
      expect(comment).toContain('Over by 150 g')
    },
  )

  it('of a figure whose range is on both sides of the budget says so, and of no other', () => {
    expect(situation('close')).toContain(', on both sides of the budget')
    expect(renderComment(gpuReport(), { key: 'ci' })).not.toContain('both sides')
  })

  it('of a line that could not be judged does not doubt the figure', () => {
    const unjudged = report({
      budgets: [line({ verdict: 'indeterminate', used: null, share: null, reason: 'water unknown' })],
      figure: { trusted: true, reason_code: null },
      verdict: 'indeterminate',
      label: null,
    })
    expect(headline(unjudged)).toBe('### ⬜ indeterminate · 0.19 g CO₂e')
    expect(renderLabelSvg(unjudged)).not.toContain('trust')
    expect(annotationOf(unjudged, { isEnforced: true }).title).toBe('Carbon budget not judged')
  })

  it('of a figure without a range has one look on the label: 3.35 g is not 3.3 g below it', () => {
    const grams = { operational_g: 3.3499, total_g: 3.3499, embodied_g: null, low_g: null, high_g: null }
    const svg = renderLabelSvg(report({ emissions: grams }))
    expect(svg.match(/3\.35/g)?.length).toBeGreaterThan(1)
    expect(svg).not.toContain('3.3 g')
  })

  it('of a machine without a name says how much of it', () => {
    const machine = { ...report().machine, cpu: null } as never
    expect(renderTerminal(report({ machine }), { color: false })).toContain('4 threads, 16 GB memory, azure eastus')
  })

  it('shows energy where a log knows no emissions', () => {
    const energyOnly = noBudgetReport()
    energyOnly.emissions = { operational_g: null, embodied_g: null, total_g: null, low_g: null, high_g: null }
    expect(headline(energyOnly)).toBe('### ⬜ 0.41 Wh · no budget set')
    expect(suggestedBudget(energyOnly)).toBe('0.6 Wh')
    energyOnly.energy = { ...energyOnly.energy, low_wh: 0.2, high_wh: 1.6 }
    expect(plain(renderTerminal(energyOnly, { color: false }))).toContain('likely 0.2 to 1.6 Wh')
  })

  it('proposes no budget from a figure that cannot be trusted', () => {
    const doubtful = { ...noBudgetReport(), figure: { trusted: false, reason_code: 'energy-missing' as const } }
    expect(suggestedBudget(doubtful)).toBeNull()
    expect(suggestedBudget(noBudgetReport())).not.toBeNull()
  })

  it('of a unit shows the count of that unit, not of one whose name is a part of it', () => {
    const counts = [
      { name: 'input token', count: 5000, g_per_unit: null },
      { name: 'cached input token', count: 70, g_per_unit: null },
      { name: 'query', count: 412_000, g_per_unit: null },
    ]
    const countedOf = (text: string): (string | null | undefined)[] =>
      unitFigures(report({ counts, budgets: [line({ line: text, scope: 'unit' })] }), String).map(
        (each) => each.counted,
      )
    expect(countedOf('5 g per 1000 cached input tokens')).toEqual(['70 counted'])
    expect(countedOf('5 g per 1000 queries')).toEqual(['412,000 counted'])
    expect(countedOf('5 g per query')).toEqual(['412,000 counted'])
    expect(unitFigures(report({ counts, budgets: [] }), String)[0]?.counted).toContain('412,000 queries')
  })

  it('is a warning where the verdict is not enforced', () => {
    expect([
      annotationOf(gpuReport(), { isEnforced: true }).level,
      annotationOf(gpuReport(), { isEnforced: false }).level,
    ]).toEqual(['error', 'warning'])
  })
})

describe('pieces', () => {
  it('the first line of the terminal', () => {
    expect(renderTerminal(report(), { color: false }).split('\n')[0]).toBe(
      'carbon  A  0.19 g CO2e  4 % of 5 g  pass  █░░░░░░░░░',
    )
    expect(renderTerminal(report(), { color: true })).toContain(
      '\u001B[42m\u001B[30m\u001B[1m A \u001B[22m\u001B[39m\u001B[49m',
    )
  })

  it.each([
    [0, '░░░░░░░░░░'],
    [0.001, '█░░░░░░░░░'],
    [0.999, '█████████░'],
    [1, '██████████'],
    [1.84, '█████┃▓▓▓▓▓'],
    [1e9, '█┃▓▓▓▓▓▓▓▓▓'],
  ])('a bar of %s', (share, cells) => {
    expect(bar(share)).toBe(cells)
  })

  it.each([
    [0.41, '0.6 g'],
    [0.1, '0.15 g'],
    [9.2, '15 g'],
    [0.0041, '6 mg'],
    [820, '1.2 kg'],
    [6e14, '900000000 t'],
  ])('for %s g a budget of %s', (grams, text) => {
    const suggested = suggestedBudget(report({ emissions: { total_g: grams } }))
    expect(suggested).toBe(text)
    expect(parseBudget(suggested ?? '')).toMatchObject({ kind: 'absolute', scope: 'job' })
    expect(roundLimit(grams * 1.5) / grams).toBeGreaterThan(1.25)
  })

  it.each([1e-6, 6.4e14, 1e20, null])('for %s g no budget, since none could be written', (grams) => {
    expect(suggestedBudget(report({ emissions: { total_g: grams }, energy: { total_wh: null } }))).toBeNull()
  })

  it.each([
    [0.0001, undefined],
    [0.05, 'streaming 5 s of video'],
    [0.41, 'driving 2.3 m in an average European car'],
    [8100, 'driving 46 km in an average European car'],
    [150_000, 'driving 857 km in an average European car'],
  ])('%s g compares to %s', (grams, text) => {
    expect(equivalenceOf(grams)?.text.replaceAll('\u00A0', ' ')).toBe(text)
  })

  it.each([
    [0.001, undefined],
    [0.1, 'a 10 W LED lamp in 36 s'],
    [12_000, 'bringing 129 L of water from 20 °C to the boil'],
  ])('%s Wh compares to energy, not to emissions', (wattHours, text) => {
    expect(energyEquivalenceOf(wattHours)?.replaceAll('\u00A0', ' ')).toBe(text)
  })

  it('a chart never has an exponent and names its gaps', () => {
    const chart = powerChart(report({ parts: [], profile: { step_s: 30, watts: [1e-9, null, 1234.567, 0] } }))
    expect(chart).toContain('line [0, 0, 1235, 0]')
    expect(chart).toContain('1 of 4 points')
    expect(powerChart(report({ profile: null }))).toBe('')
  })

  it('a chart shows each step in the colour of its legend, and every point once', () => {
    const chart = powerChart(report())
    expect(chart).toContain('🟪 npm ci 47')
    const bars = [...chart.matchAll(/bar \[(.*)\]/g)].map(([, list = '']) => list.split(', ').map(Number))
    expect(bars).toHaveLength(6)
    const watts = report().profile?.watts ?? []
    for (const [at, value] of watts.entries()) {
      const drawn = bars.map((bar) => bar[at] ?? 0).filter((height) => height > 0)
      expect(drawn).toEqual([expect.closeTo(value ?? 0, 1)])
    }
  })
})
