import { describe, expect, it } from 'vitest'
import { parseBudget } from '../../src/core/parse-budget.ts'
import { budgetHistories } from '../../src/dashboard/budget-histories.ts'
import type { BurnDown } from '../../src/dashboard/burn-down.ts'
import { Collector } from '../../src/dashboard/collector.ts'
import { driversOfChange } from '../../src/dashboard/drivers.ts'
import { History, keyOf } from '../../src/dashboard/history.ts'
import { workflowTrends } from '../../src/dashboard/run-spread.ts'
import type { Entry } from '../../src/ledger/entry.ts'
import { historyEntries } from '../fixtures/history.ts'

const NOW = Date.parse('2026-11-28T12:00:00Z')
const RANGE = { from: '2026-10-01', to: '2026-11-30' }

const [sample] = historyEntries(1)

/** An entry of so many grams on a day: 1 Wh for each 0.4 g unless it says otherwise. */
function entry(day: string, g: number | null, over: Partial<Entry> = {}): Entry {
  if (!sample) throw new Error('the fixture has an entry')
  const key = `${day}-${Math.random()}/1/1`
  return { ...sample, key, ended_at: `${day}T10:00:00Z`, g, wh: g === null ? null : g / 0.4, ...over }
}

function historyOf(entries: readonly Entry[], lines: readonly string[] = []): History {
  const history = new History(lines.map(parseBudget))
  for (const each of entries) history.add(each)
  return history
}

function burnDownOf(entries: readonly Entry[], line: string): BurnDown[] {
  const context = { budgets: [parseBudget(line)], range: RANGE, nowMs: NOW }
  return budgetHistories(historyOf(entries), context).filter((each) => each.kind === 'calendar')
}

describe('burn-down', () => {
  it('takes each day from what is left, up to today', () => {
    const [month] = burnDownOf(
      [entry('2026-11-01', 300), entry('2026-11-14', 200), entry('2026-10-31', 900)],
      '1 kg per month',
    )
    expect(month?.current).toEqual({ from: '2026-11-01', to: '2026-11-30', used: 500, isPartial: false })
    expect([month?.left.length, month?.left[0]?.left, month?.left[13]?.left]).toEqual([28, 700, 500])
    expect(month?.earlier).toEqual([{ from: '2026-10-01', to: '2026-10-31', used: 900, isPartial: false }])
    // 27.5 of 30 days have passed.
    expect(month?.forecast).toBeCloseTo((500 / 27.5) * 30, 6)
  })

  it('says that a period began before the data', () => {
    const [week] = burnDownOf([entry('2026-11-25', 10)], '1 kg per week')
    expect(week?.current.isPartial).toBe(false)
    const late = {
      budgets: [parseBudget('1 kg per month')],
      range: { from: '2026-11-10', to: '2026-11-30' },
      nowMs: NOW,
    }
    const [month] = budgetHistories(historyOf([entry('2026-11-12', 10)]), late)
    expect(month).toMatchObject({ current: { isPartial: true }, forecast: null })
  })

  it('does not take unknown emissions for none', () => {
    const [month] = burnDownOf([entry('2026-11-03', null), entry('2026-11-04', null)], '1 kg per month')
    expect([month?.current.used, month?.unknown, month?.forecast]).toEqual([null, 2, null])
  })

  it('gives each repository the budget for itself, and the organisation one of all', () => {
    const entries = [entry('2026-11-03', 40, { repository: 'o/a' }), entry('2026-11-04', 70, { repository: 'o/b' })]
    expect(burnDownOf(entries, '100 g per month').map(({ repository, current }) => [repository, current.used])).toEqual(
      [
        ['o/b', 70],
        ['o/a', 40],
      ],
    )
    expect(burnDownOf(entries, '100 g per month per organisation').map(({ current }) => current.used)).toEqual([110])
  })

  it('counts jobs, runs and pull requests above their limit', () => {
    const jobs = [30, 30, 50].map((g, at) => entry('2026-11-03', g, { key: `run${at > 1 ? 2 : 1}/1/${at}`, pr: 7 }))
    const lines = ['40 g', '55 g per workflow', '100 g per pull-request', '+10 % vs main']
    const budgets = lines.map(parseBudget)
    const found = budgetHistories(historyOf(jobs, lines), { budgets, range: RANGE, nowMs: NOW })
    expect(found.map((each) => (each.kind === 'peak' ? [each.count, each.over, each.largest] : each.kind))).toEqual([
      [3, 1, 50],
      [2, 1, 60],
      [1, 1, 110],
      'unshown',
    ])
  })
})

describe('what drove a change', () => {
  const run = (day: string, g: number, wh: number, workflow = 'CI'): Entry => entry(day, g, { wh, workflow })

  it('splits it into runs, energy per run and CO2e per Wh without a rest', () => {
    const before = [run('2026-11-01', 4, 10), run('2026-11-02', 4, 10)]
    const after = [run('2026-11-03', 9, 18), run('2026-11-04', 9, 18), run('2026-11-04', 9, 18)]
    const change = driversOfChange(historyOf([...before, ...after]), { from: '2026-11-01', to: '2026-11-04' })
    const [driver] = change?.drivers ?? []
    expect([driver?.before, driver?.after]).toEqual([8, 27])
    const { runs = 0, energy = 0, intensity = 0 } = driver?.causes ?? {}
    expect(runs + energy + intensity).toBeCloseTo(19, 9)
    expect([runs, energy, intensity].every((cause) => cause > 0)).toBe(true)
    // Energy rose by 1.8, runs by 1.5, intensity by 1.25: their logarithms are in proportion.
    expect(energy / runs).toBeCloseTo(Math.log(1.8) / Math.log(1.5), 9)
  })

  it('does not split what ran in one of the periods only, and leaves out runs with unknown figures', () => {
    const entries = [run('2026-11-01', 4, 10), run('2026-11-04', 9, 18, 'new'), entry('2026-11-04', null)]
    const change = driversOfChange(historyOf(entries), { from: '2026-11-01', to: '2026-11-04' })
    expect(change?.drivers.map(({ causes }) => causes)).toEqual([null, null])
    expect(change?.unknown).toBe(1)
  })

  it('compares nothing with less than two days', () => {
    expect(driversOfChange(historyOf([run('2026-11-01', 4, 10)]), { from: '2026-11-01', to: '2026-11-01' })).toBeNull()
  })
})

describe('history', () => {
  it('sums the jobs and attempts of a run, and shows the spread of runs', () => {
    const entries = Array.from({ length: 11 }, (_, at) => [
      entry('2026-11-03', 1, { wh: at, key: `${at}/1/1` }),
      entry('2026-11-03', 1, { wh: 10, key: `${at}/2/2` }),
    ]).flat()
    const history = historyOf(entries)
    expect(history.runs.size).toBe(11)
    const workflow = keyOf('octo-org/shop', sample?.workflow ?? '')
    const [trend] = workflowTrends(history, { from: '2026-11-01', to: '2026-11-05' }, [workflow])
    expect(trend?.spreads).toEqual([{ day: '2026-11-03', runs: 11, low: 11, median: 15, high: 19 }])
  })

  it('does not let a run with unknown energy look small', () => {
    const history = historyOf([entry('2026-11-03', null, { key: '1/1/1' }), entry('2026-11-03', 1, { key: '1/1/2' })])
    const workflow = keyOf('octo-org/shop', sample?.workflow ?? '')
    const [trend] = workflowTrends(history, { from: '2026-11-03', to: '2026-11-03' }, [workflow])
    expect([trend?.spreads, trend?.unknown]).toEqual([[], 1])
  })

  it('lists sums of day and workflow once there are too many entries', () => {
    const sums = (mostRows: number): Collector => {
      const collector = new Collector([], mostRows)
      for (const each of historyEntries(2000)) collector.add(each)
      return collector
    }
    const grams = [...historyEntries(2000)].reduce((sum, { g }) => sum + (g ?? 0), 0)
    expect([sums(2000).isAggregated, sums(2000).rows().length]).toEqual([false, 2000])
    const [daily, monthly] = [sums(1999), sums(100)].map((collector) => collector.rows())
    expect([daily?.length, monthly?.length].every((count) => count !== undefined && count < 1000)).toBe(true)
    // 5 workflows in 4 calendar months.
    expect(monthly?.length).toBeLessThanOrEqual(20)
    for (const rows of [daily ?? [], monthly ?? []]) {
      expect(rows.reduce((sum, { numbers }) => sum + (numbers[0] ?? 0), 0)).toBeCloseTo(grams, 3)
    }
  })
})
