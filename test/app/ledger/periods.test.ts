import { describe, expect, it } from 'vitest'
import { parseBudget } from '../../../src/core/parse-budget.ts'
import { judgeReport } from '../../../src/core/judge-report.ts'
import { MeasurementError } from '../../../src/core/errors.ts'
import type { Report } from '../../../src/core/report.ts'
import type { Entry } from '../../../src/ledger/entry.ts'
import { entryFromReport } from '../../../src/ledger/from-report.ts'
import type { LedgerStore, LedgerTotals } from '../../../src/ledger/store.ts'
import { TotalsBuilder } from '../../../src/ledger/totals.ts'
import { type Days, spanAround } from '../../../src/core/calendar.ts'
import { readRange } from '../../../src/app/ledger/day-range.ts'
import { originOf } from '../../../src/app/ledger/origin.ts'
import { type OwnFigures, readPeriodTotals } from '../../../src/app/ledger/period-totals.ts'
import { periodLines } from '../../../src/render/period.ts'
import { report } from '../../fixtures/report.ts'

/** Saturday; its ISO week began on Monday the 23rd. */
const NOW = Date.parse('2026-11-28T13:00:00Z')

/** A ledger in memory: entries of so many grams on a day, by repository. */
function ledgerOf(
  rows: readonly (readonly [day: string, g: number | null, repository?: string, workflow?: string])[],
  over: Partial<LedgerTotals> = {},
): Pick<LedgerStore, 'totals' | 'lines'> {
  const entries = rows.map(([day, g, repository = 'o/r', workflow = 'CI'], index): Entry => {
    const { entry } = entryFromReport(report(), originOf({}), NOW)
    return { ...entry, workflow, key: `${index}/1/1`, ended_at: `${day}T10:00:00Z`, g, wh: g, repository }
  })
  return {
    lines: ({ from, to }) =>
      Promise.resolve(entries.filter(({ ended_at }) => ended_at.slice(0, 10) >= from && ended_at.slice(0, 10) <= to)),
    totals: ({ from, to }: Days) => {
      const builder = new TotalsBuilder()
      for (const entry of entries) {
        const day = entry.ended_at.slice(0, 10)
        if (day >= from && day <= to) builder.add(entry)
      }
      const time = '2026-11-28T12:00:00Z'
      const state = { as_of: time, written_at: time, tip: 'abc', cursors: {}, all_entries: entries.length }
      return Promise.resolve({ ...builder.value(), from, to, ...state, ...over })
    },
  }
}

/** Judges a run of 10 g against lines over time. */
async function judge(
  lines: readonly string[],
  store: Pick<LedgerStore, 'totals'>,
  over: { onError?: 'warn' | 'fail' } & Partial<OwnFigures> = {},
): Promise<Report> {
  const budgets = lines.map((line) => ({ budget: parseBudget(line), source: 'file' as const }))
  const {
    schema: _schema,
    tool: _tool,
    budgets: _budgets,
    verdict: _verdict,
    label: _label,
    ...draft
  } = report({
    emissions: { operational_g: 10, embodied_g: 0, total_g: 10, low_g: 9, high_g: 11 },
  })
  const { notes, ledger, ...history } = await readPeriodTotals(
    store as LedgerStore,
    { 'on-ledger-error': over.onError ?? 'warn' },
    budgets,
    {
      repository: 'o/r',
      totals: { emissions: 10, energy: 1.9, water: null },
      nowMs: NOW,
      isPeriodWarned: over.isPeriodWarned ?? false,
      seen: over.seen ?? [],
      ...(over.listRecentRuns && { listRecentRuns: over.listRecentRuns }),
      repeatedRun: over.repeatedRun ?? null,
    },
  )
  return judgeReport({ ...draft, notes: [...notes], ledger: ledger ?? null }, '1.0.0', budgets, {
    doubt: null,
    ownScopes: ['job'],
    ...history,
  })
}

const codes = ({ notes }: Report): string[] => notes.map(({ code }) => code)

describe('budgets over time', () => {
  const store = ledgerOf([
    ['2026-11-01', 100],
    ['2026-11-22', 40],
    ['2026-11-23', 20],
    ['2026-11-28', 5],
    ['2026-10-31', 999],
  ])

  it('count the day, the ISO week and the month in UTC, and this run', async () => {
    const { budgets } = await judge(['1 kg per day', '1 kg per week', '1 kg per month'], store)
    expect(budgets.map(({ used, verdict }) => [used, verdict])).toEqual([
      [15, 'pass'],
      [35, 'pass'],
      [175, 'pass'],
    ])
  })

  it('fail when this run spends the rest, and say when from half used', async () => {
    const failed = await judge(['170 g per month'], store)
    expect(failed.verdict).toBe('fail')
    const near = await judge(['180 g per month'], store)
    expect(near.verdict).toBe('pass')
    expect(near.notes[0]).toMatchObject({
      code: 'ledger-forecast',
      text: '180 g per month: 97 % used as of 2026-11-28 12:00 UTC; at this pace 106 % on 2026-11-30, spent on 2026-11-29',
    })
    expect(codes(await judge(['1 kg per month'], store))).toEqual([])
  })

  it('only warn about a spent month on a pull request', async () => {
    const warned = await judge(['170 g per month', '50 g'], store, { isPeriodWarned: true })
    expect(warned.verdict).toBe('pass')
    expect(warned.budgets[0]).toMatchObject({ verdict: 'not-judged', reason_code: 'period-exceeded', used: 175 })
    expect(codes(warned)).toContain('period-exceeded')
  })

  it.each([
    ['fail', 'indeterminate'],
    ['warn', 'none'],
  ] as const)('with on-ledger-error %s and no answer, the verdict is %s', async (onError, verdict) => {
    const broken = { totals: () => Promise.reject(new MeasurementError('ledger: the server cannot be reached')) }
    const judged = await judge(['1 kg per month'], broken, { onError })
    expect(judged.verdict).toBe(verdict)
    expect(judged.budgets[0]).toMatchObject({ reason_code: 'ledger-unreadable', used: null })
    expect(codes(judged)).toEqual(['ledger-unreadable', ...(verdict === 'none' ? ['no-line-judged'] : [])])
  })

  it('divide a shared ledger by repository, but not for lines per organisation', async () => {
    const shared = ledgerOf([
      ['2026-11-02', 100, 'o/other'],
      ['2026-11-03', 20],
    ])
    const { budgets } = await judge(['1 kg per month', '1 kg per month per organisation'], shared)
    expect(budgets.map(({ used }) => used)).toEqual([30, 130])
  })

  it('say until when a line per organisation has the runs of every repository, and which were not collected lately', async () => {
    const cursors = {
      'O/R': '2026-11-28T12:40:00Z',
      'o/other': '2026-11-27T07:00:00Z',
      'o/api': '2026-11-28T12:10:00Z',
      'o/archived': '2026-09-01T00:00:00Z',
    }
    const rows = [
      ['2026-11-02', 400, 'o/other'],
      ['2026-11-03', 300, 'O/R'],
      ['2026-11-03', 200, 'o/api'],
    ] as const
    const as_of = '2026-11-27T07:00:00Z'
    const lines = ['500 g per month', '1 kg per month per organisation']
    const judged = await judge(lines, ledgerOf(rows, { cursors, as_of }), { listRecentRuns: () => Promise.resolve([]) })
    expect(judged.budgets.map(({ used, organisation }) => [used, organisation])).toEqual([
      [310, undefined],
      [910, true],
    ])
    expect(judged.notes.map(({ text }) => text)).toEqual([
      'lines per organisation lack later runs: o/other was last collected 30 h ago',
      '500 g per month: 62 % used as of 2026-11-28 12:40 UTC; at this pace 68 % on 2026-11-30',
      '1 kg per month per organisation: 91 % used as of 2026-11-27 07:00 UTC; at this pace 104 % on 2026-11-30, spent on 2026-11-29',
    ])
    expect(judged.ledger).toMatchObject({ as_of: '2026-11-28T12:40:00Z', organisation_as_of: as_of })
    const shown = periodLines({ ...judged, ended_at: '2026-11-28T13:00:00Z' }, (text) => text)
    expect(shown.map((line) => /as of.*/.exec(line)?.[0].replaceAll('\u00A0', ' '))).toEqual([
      'as of 28 November, 12:40 UTC',
      'as of 27 November, 07:00 UTC',
    ])
    expect(codes(await judge(lines.slice(0, 1), ledgerOf(rows, { cursors, as_of })))).toEqual(['ledger-forecast'])
  })

  it('count the runs since the collector read the forge as one average job each, in the period of their end', async () => {
    const cursors = { 'o/r': '2026-11-28T00:30:00Z' }
    const asked: number[] = []
    const listRecentRuns = (sinceMs: number) => {
      asked.push(sinceMs)
      const run = { workflow: 'CI', createdMs: sinceMs, endMs: sinceMs + 60_000 }
      const collector = { workflow: 'Ledger', createdMs: sinceMs - 60_000, endMs: sinceMs + 60_000 }
      return Promise.resolve([run, run, { ...run, workflow: 'New' }, { ...run, endMs: sinceMs - 3_600_000 }, collector])
    }
    const collected = ledgerOf(
      [
        ['2026-11-26', 10],
        ['2026-11-27', 30],
      ],
      { cursors },
    )
    const judged = await judge(['1 kg per day', '1 kg per month'], collected, { listRecentRuns })
    expect(asked).toEqual([Date.parse(cursors['o/r'])])
    // An average job has 20 g. Today: three runs and this one of 10 g; the fourth ended yesterday.
    expect(judged.budgets.map(({ used }) => used)).toEqual([70, 130])
    expect(judged.notes[0]).toMatchObject({
      code: 'ledger-runs-estimated',
      text: expect.stringMatching(/^4 runs since/),
    })
    const unlisted = await judge(['1 kg per month'], collected, { listRecentRuns: () => Promise.resolve(null) })
    expect([unlisted.budgets[0]?.used, codes(unlisted)]).toEqual([50, ['ledger-runs-unlisted']])
    // Without the runs since the cursor, a forecast rests on the time before it, in the report as well.
    const today = ledgerOf([['2026-11-28', 5]], { cursors: { 'o/r': '2026-11-28T03:00:00Z' } })
    const forecast = async (list: OwnFigures['listRecentRuns']): Promise<unknown[]> => {
      const { notes, ledger } = await judge(['30 g per day'], today, { ...(list && { listRecentRuns: list }) })
      return [notes.at(-1)?.text.split('; ')[1], ledger?.complete_until]
    }
    expect(await forecast(() => Promise.resolve([]))).toEqual(['at this pace 92 % on 2026-11-28', undefined])
    const early = ['at this pace 400 % on 2026-11-28, spent on 2026-11-28', '2026-11-28T03:00:00Z']
    expect(await forecast(() => Promise.resolve(null))).toEqual(early)
    expect(await forecast(undefined)).toEqual(early)
    // A ledger to which each job adds its own entry has no cursor, and no run is missing from it.
    expect(codes(await judge(['1 kg per month'], store, { listRecentRuns }))).not.toContain('ledger-runs-estimated')
  })

  it('of a repository without a collector count until the last write, whatever the cursors of others say', async () => {
    const cursors = { 'o/other': '2026-10-26T05:00:00Z' }
    const rows = [
      ['2026-11-02', 400, 'o/other'],
      ['2026-11-03', 300],
    ] as const
    const over = { cursors, as_of: cursors['o/other'] }
    const added = await judge(['500 g per month'], ledgerOf(rows, { ...over, written_at: '2026-11-28T12:10:00Z' }))
    expect(added.notes.map(({ text }) => text)).toEqual([
      '500 g per month: 62 % used as of 2026-11-28 12:10 UTC; at this pace 68 % on 2026-11-30',
    ])
    expect(added.ledger).toEqual({ tip: 'abc', entries: 2, as_of: '2026-11-28T12:10:00Z' })
    const written_at = '2026-11-26T12:00:00Z'
    const stale = await judge(['500 g per month'], ledgerOf(rows, { ...over, written_at }))
    expect(stale.notes[0]?.text).toMatch(/^the ledger was last written 49 h ago \(2026-11-26/)
    expect(stale.ledger).toMatchObject({ as_of: written_at, complete_until: written_at })
  })

  it('in a shared ledger estimate a run by the workflow of its own repository', async () => {
    const cursors = { 'o/r': '2026-11-28T00:30:00Z' }
    const listRecentRuns = (sinceMs: number) =>
      Promise.resolve(
        ['Train', 'CI', 'New', 'constructor'].map((workflow) => ({ workflow, createdMs: sinceMs, endMs: sinceMs })),
      )
    const shared = ledgerOf(
      [
        ['2026-11-02', 500, 'o/r', 'Train'],
        ['2026-11-02', 1],
        ['2026-11-02', 2],
        ['2026-11-02', 3, 'O/R'],
        ['2026-11-02', 900, 'o/other'],
        ['2026-11-02', 4, 'o/other', 'Train'],
      ],
      { cursors },
    )
    const { budgets } = await judge(['2 kg per month'], shared, { listRecentRuns })
    // Recorded 506 g and this run of 10 g; estimated 500 g for Train, 2 g for CI, 126.5 g for each unknown workflow.
    expect(budgets[0]?.used).toBeCloseTo(506 + 10 + 500 + 2 + 2 * 126.5, 6)
  })

  it('count the earlier attempts of the run that is judged once', async () => {
    const recorded = ledgerOf([
      ['2026-11-27', 4],
      ['2026-11-28', 100],
    ])
    const repeatedRun = { runId: 0, startMs: Date.parse('2026-11-27T09:00:00Z') }
    // Its 10 g include attempt 1, whose 4 g are in the ledger since yesterday.
    const judged = await judge(['1 kg per day', '1 kg per month'], recorded, { repeatedRun })
    expect(judged.budgets.map(({ used }) => used)).toEqual([106, 110])
    const other = await judge(['1 kg per month'], recorded, { repeatedRun: { ...repeatedRun, runId: 77 } })
    expect(other.budgets[0]?.used).toBe(114)
  })

  it('notice that entries were lost since an earlier report', async () => {
    const judged = await judge(['1 kg per month'], store, { seen: [{ tip: 'x', entries: 6, as_of: null }] })
    expect(judged.verdict).toBe('indeterminate')
    expect(codes(judged)).toEqual(['ledger-entries-lost'])
    expect(judged.ledger).toEqual({ tip: 'abc', entries: 5, as_of: '2026-11-28T12:00:00Z' })
  })

  it('warn about a ledger that was not written for more than 26 hours', async () => {
    const stale = ledgerOf([['2026-11-27', 1]], { written_at: '2026-11-27T10:00:00Z' })
    expect(codes(await judge(['1 kg per month'], stale))).toEqual(['ledger-stale'])
  })

  it('say how many entries have no known figure, and judge nothing when none has', async () => {
    const partly = await judge(
      ['1 kg per month'],
      ledgerOf([
        ['2026-11-27', 1],
        ['2026-11-27', null],
      ]),
    )
    expect(codes(partly)).toEqual(['ledger-unknown-entries'])
    const unknown = await judge(['1 kg per month'], ledgerOf([['2026-11-27', null]]))
    expect(unknown.verdict).toBe('indeterminate')
  })
})

describe('days', () => {
  it('are chosen by month, by first and last day, or are the current month', () => {
    expect(readRange({ month: '2028-02' }, NOW)).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(readRange({ from: '2026-11-02', to: '2026-11-03' }, NOW)).toEqual({ from: '2026-11-02', to: '2026-11-03' })
    expect(readRange({}, NOW)).toEqual({ from: '2026-11-01', to: '2026-11-30' })
    expect(spanAround('2027-01-01', 'week')).toEqual({ from: '2026-12-28', to: '2027-01-03' })
  })

  it.each([
    { month: '2026-13' },
    { from: '2026-02-30' },
    { from: '2026-11-02', to: '2026-11-01' },
    { month: '2026-11', to: '2026-11-02' },
  ])('refuses %j', (flags) => {
    expect(() => readRange(flags, NOW)).toThrow(/--month|--from/)
  })
})
