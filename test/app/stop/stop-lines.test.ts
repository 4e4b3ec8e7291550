import { describe, expect, it } from 'vitest'
import { parseBudget } from '../../../src/core/parse-budget.ts'
import { makeRange } from '../../../src/core/range.ts'
import type { NamedKind, StopHistory } from '../../../src/app/stop/named-lines.ts'
import { unarmedNotes } from '../../../src/app/stop/stop-note.ts'
import { ratesAt, stopLines, withCards } from '../../../src/app/stop/stop-lines.ts'
import { taskkillArguments } from '../../../src/app/measure/taskkill.ts'
import { handlesSignal } from '../../../src/app/stop/signal-handlers.ts'

const site = {
  pue: { pue: makeRange(1.5), source: 'given' },
  grid: { gPerKwh: makeRange(400), zone: null, kind: 'given', source: 'given', asOf: null, fallback: false },
  water: { wue: null, ewif: null },
} as const
const hardware = {
  parts: [{ name: 'server', kg: makeRange(1752), boundary: 'host', share: 4 / 128, source: '' }],
  lifetimeYears: makeRange(4),
} as const

const linesOf = (...lines: string[]): ReturnType<typeof stopLines> =>
  stopLines(
    lines.map((line) => ({ budget: parseBudget(line), source: 'flag' })),
    ratesAt(site, hardware),
  )

describe('lines that stop work', () => {
  it('are absolute lines of the own scope, with PUE, grid and hardware', () => {
    const { lines } = linesOf('5 g', '0.8 Wh')
    expect(lines.map(({ line, limit, perWh }) => [line, limit, perWh])).toEqual([
      ['5 g', 5, 0.6],
      ['0.8 Wh', 0.8, 1.5],
    ])
    // 1752 kg, 4 of 128 threads, 4 years.
    expect((lines[0]?.perSecond ?? 0) * 3600).toBeCloseTo(1.5625, 3)
    expect(lines[1]?.perSecond).toBe(0)
  })

  it('leave out lines of another scope, of units, of growth, and of water where that is unknown', () => {
    const { lines, others } = linesOf('5 g per workflow', '2 kg per month', '1 g per 10 tests', '+10 % vs main', '2 L')
    expect(lines).toEqual([])
    expect(others.map(({ reason }) => reason)).toEqual([
      'a line per workflow is judged at the end',
      'stop-at does not name month',
      'the count of units is known only at the end',
      'stop-at does not name growth',
      'the water cannot be computed here: set region to a region of AWS, Azure or Google Cloud',
    ])
  })

  it('count water on site and off site where both are known', () => {
    const water = { wue: { lPerKwh: makeRange(0.3), source: '' }, ewif: { lPerKwh: 2, withoutHydro: 1, source: '' } }
    expect(ratesAt({ ...site, water }, null).water?.perWh).toBeCloseTo(0.0033, 9)
  })

  it('count the manufacture of GPUs once they are seen', () => {
    const { lines } = linesOf('5 g', '0.8 Wh')
    const [carbon, energy] = withCards(lines, ['NVIDIA H100 80GB HBM3', 'NVIDIA H100 80GB HBM3'], 4)
    expect(carbon?.perSecond).toBeGreaterThan(lines[0]?.perSecond ?? 0)
    expect(energy).toEqual(lines[1])
    expect(withCards(lines, ['NVIDIA H100 80GB HBM3'], null)).toBe(lines)
  })
})

describe('lines that stop-at names', () => {
  const budgets = ['2 kg per month', '+10 % vs main', '5 g per day', '5 g'].map((line) => ({
    budget: parseBudget(line),
    source: 'flag' as const,
  }))
  const nowMs = Date.UTC(2026, 10, 30, 23, 0)
  const history = {
    nowMs,
    totals: { month: { emissions: 1900, energy: 4000, water: null } },
    baselineWh: { main: 20 },
  }
  const named = (kinds: NamedKind[], known: StopHistory | null): ReturnType<typeof stopLines> =>
    stopLines(budgets, ratesAt(site, hardware), { kinds, history: known })

  it('count what the month used before, until it ends, and the median of the branch', () => {
    const { lines, unarmed } = named(['month', 'growth'], history)
    expect(lines.map(({ line, limit, before }) => [line, limit, before])).toEqual([
      ['2 kg per month', 2000, { used: 1900, forSeconds: 3600 }],
      ['+10 % vs main', 22, undefined],
      ['5 g', 5, undefined],
    ])
    expect(unarmed).toEqual([])
  })

  it.each<[string, StopHistory | null, string[]]>([
    ['without a ledger', null, ['no-ledger', 'no-ledger']],
    [
      'with one that cannot be read',
      { nowMs, totals: {}, ledgerProblem: { text: 'gone', blocks: false } },
      ['ledger-unknown', 'baseline-unknown'],
    ],
    [
      'where a sum is unknown',
      { nowMs, totals: { month: { emissions: null, energy: 1, water: null } } },
      ['ledger-unknown', 'baseline-unknown'],
    ],
    [
      'where a spent month only warns',
      { ...history, baselineWh: {}, jobName: 'test', isPeriodWarned: true },
      ['period-warns', 'baseline-unknown'],
    ],
    [
      'for a branch without earlier runs',
      { nowMs, totals: {}, baselineWh: {}, jobName: 'test' },
      ['ledger-unknown', 'baseline-unknown'],
    ],
  ])('stop nothing %s, and say why', (_, known, codes) => {
    const { lines, unarmed } = named(['month', 'growth'], known)
    expect(lines.map(({ line }) => line)).toEqual(['5 g'])
    const [month, growth] = unarmedNotes(unarmed)
    expect(month?.text).toMatch(/^2 kg per month stops nothing and is judged at the end: \w.*\.$/)
    expect(growth?.text).toMatch(
      /^\+10 % vs main stops nothing .*(?:known only to jobs of the action .* for which ledger is set|no earlier run of "test" on main)/,
    )
    expect(unarmed.map(({ code }) => code)).toEqual(codes)
  })

  it('use the sum over all repositories for a line per organisation', () => {
    const organisation = [{ budget: parseBudget('2 kg per month per organisation'), source: 'flag' as const }]
    const organisationTotals = { month: { emissions: 5000, energy: 1, water: null } }
    const { lines } = stopLines(organisation, ratesAt(site, hardware), {
      kinds: ['month'],
      history: { ...history, organisationTotals },
    })
    expect(lines[0]?.before?.used).toBe(5000)
  })
})

describe('signals', () => {
  it('on Windows are taskkill with the whole tree, by force only at the end', () => {
    expect(taskkillArguments(42, 'SIGTERM')).toEqual(['/PID', '42', '/T'])
    expect(taskkillArguments(42, 'SIGKILL')).toEqual(['/PID', '42', '/T', '/F'])
  })

  it.runIf(process.platform === 'linux')('that warn go only to processes that handle them', () => {
    const handler = (): void => undefined
    process.on('SIGUSR2', handler)
    expect(handlesSignal(process.pid, 12)).toBe(true)
    process.removeListener('SIGUSR2', handler)
    expect(handlesSignal(process.pid, 12)).toBe(false)
  })
})
