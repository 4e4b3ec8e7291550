import { describe, expect, it } from 'vitest'
import { compared } from '../../../src/app/baseline/baseline.ts'
import { ledgerBaseline } from '../../../src/app/ledger/ledger-baseline.ts'
import { originOf } from '../../../src/app/ledger/origin.ts'
import { MeasurementError } from '../../../src/core/errors.ts'
import { unjudged } from '../../../src/core/unjudged.ts'
import type { Entry } from '../../../src/ledger/entry.ts'
import { entryFromReport } from '../../../src/ledger/from-report.ts'
import type { LedgerStore } from '../../../src/ledger/store.ts'
import { report } from '../../fixtures/report.ts'
import { MemoryStore, NOW } from './scene.ts'

const HOUR_MS = 3_600_000
const COUNTERPART = { repository: 'octo/shop', workflow: 'CI', job: 'test', runId: 999, nowMs: NOW }

/** A ledger with entries of so many hours ago: run, attempt, job, Wh. */
async function ledgerWith(rows: readonly Partial<Entry & { hoursAgo: number }>[]): Promise<MemoryStore> {
  const store = new MemoryStore()
  const { entry: base } = entryFromReport(report(), originOf({}), NOW)
  const entries = rows.map(({ hoursAgo = 1, ...row }) => ({
    entry: {
      ...(base as Entry),
      ended_at: `${new Date(NOW - hoursAgo * HOUR_MS).toISOString().slice(0, 19)}Z`,
      repository: 'octo/shop',
      branch: 'main',
      event: 'push',
      workflow: 'CI',
      job: 'test',
      trust: 'measured' as const,
      ...row,
    },
  }))
  await store.add(entries)
  return store
}

describe('a baseline from the ledger', () => {
  it('has the newest runs of a branch, each job once with its last attempt', async () => {
    const store = await ledgerWith([
      { key: '1/1/10', wh: 1, hoursAgo: 5 },
      { key: '1/2/11', wh: 2, hoursAgo: 4 },
      { key: '2/1/20', wh: 3, hoursAgo: 3 },
      // It failed in attempt 1 and passed in attempt 2; the other one failed for good.
      { key: '8/1/90', wh: 99, hoursAgo: 7, verdict: 'indeterminate' },
      { key: '8/2/91', wh: 1.5, hoursAgo: 6 },
      { key: '9/1/92', wh: 99, verdict: 'indeterminate' },
      // Another branch, a proposal, a fork, another workflow, an estimate, this very run, an entry without a run.
      { key: '3/1/30', wh: 99, branch: 'faster' },
      { key: '4/1/40', wh: 99, event: 'pull_request' },
      { key: '5/1/50', wh: 99, trust: 'from-fork' },
      { key: '6/1/60', wh: 99, workflow: 'Docs' },
      { key: '7/1/70', wh: 99, trust: 'estimated' },
      { key: '999/1/80', wh: 99 },
      { key: 'report/abc', wh: 99 },
    ])
    const { runs } = await ledgerBaseline(store, COUNTERPART).runs('main', 10)
    expect(runs.map(({ totalWh }) => totalWh)).toEqual([3, 2, 1.5])
  })

  it('sums the jobs of a whole run, estimated ones too, and leaves out a run with an unknown job', async () => {
    const store = await ledgerWith([
      { key: '1/1/10', wh: 1 },
      { key: '1/1/11', wh: 0.5, job: 'lint', trust: 'estimated' },
      { key: '2/1/20', wh: 1 },
      { key: '2/1/21', wh: null, job: 'lint' },
    ])
    const { runs } = await ledgerBaseline(store, { ...COUNTERPART, job: null }).runs('main', 10)
    expect(runs).toEqual([
      {
        totalWh: 1.5,
        partsWh: new Map([
          ['test', 1],
          ['lint', 0.5],
        ]),
      },
    ])
  })

  it('gives the report its median and spread, and looks further back only as far as it must', async () => {
    const store = await ledgerWith(
      Array.from({ length: 30 }, (_, index) => ({ key: `${index}/1/1`, wh: 10 + (index % 3), hoursAgo: index * 12 })),
    )
    const asked: string[] = []
    const watched = {
      entries: (range: { from: string; to: string }) => {
        asked.push(range.from)
        return store.entries(range)
      },
    } as LedgerStore
    const draft = unjudged({ kind: 'job', name: 'test' }, { energy: { ...report().energy, total_wh: 22 } })
    const judging = { doubt: null, ownScopes: ['job' as const] }
    const result = await compared({ draft, judging }, ['main'], ledgerBaseline(watched, COUNTERPART))
    expect(result.draft.baseline).toMatchObject({ runs: 10, median_wh: 11, source: 'ledger', clear: true, change: 1 })
    expect(result.judging.baselineWh).toEqual({ main: 11 })
    expect(asked).toEqual(['2026-11-27', '2026-11-21'])
  })

  it('says why there is none when the ledger cannot be read', async () => {
    const broken = { entries: () => Promise.reject(new MeasurementError('the server cannot be reached')) } as never
    const { runs, isRead, notes } = await ledgerBaseline(broken, COUNTERPART).runs('main', 10)
    expect([runs, isRead]).toEqual([[], false])
    expect(notes).toMatchObject([{ code: 'baseline-unknown' }])
  })
})
