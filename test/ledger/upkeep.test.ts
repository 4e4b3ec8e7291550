import { afterEach, describe, expect, it } from 'vitest'
import { monthRange } from '../../src/core/calendar.ts'
import { correctionOf } from '../../src/ledger/correction.ts'
import { GitStore } from '../../src/ledger/git/git-store.ts'
import type { LedgerStore } from '../../src/ledger/store.ts'
import { GIT_ENV, bareRepository, commitFile, git, gitInput } from './git-server.ts'
import { runCommand } from '../run-command.ts'
import { sampleEntry } from './sample-entry.ts'

const NOVEMBER = monthRange('2026-11')
const MARCH = monthRange('2026-03')
const stores: LedgerStore[] = []

afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()))
})

function open(repository: string): GitStore {
  const place = { kind: 'git', repository, ref: 'refs/heads/carbon-ledger' } as const
  const store = new GitStore(place, { env: GIT_ENV, cwd: process.cwd() })
  stores.push(store)
  return store
}

describe('a correction', { timeout: 90_000 }, () => {
  it('changes the sum for every reader, and keeps the entry as it was', async () => {
    const repository = bareRepository()
    const store = open(repository)
    await store.collect([sampleEntry('1', { op_g: 0.08, em_g: 0.02 }), sampleEntry('2')], null)
    const first = correctionOf(await store.lines(NOVEMBER), '7/1/1', { g: 0.05 }, 'wrong region')
    await store.collect([{ entry: first }], null)
    const second = correctionOf(await store.lines(NOVEMBER), '7/1/1', null, 'not a job of ours')
    expect(await store.add([{ entry: second }])).toMatchObject({ added: 1 })
    expect([first.key, second.key]).toEqual(['7/1/1~1', '7/1/1~2'])
    const entries = await store.entries(NOVEMBER)
    expect(entries.map(({ key, g, wh }) => [key, g, wh])).toEqual([
      ['7/1/1', 0, 0],
      ['7/1/2', 0.1, 1],
    ])
    expect(await store.totals(NOVEMBER)).toMatchObject({ entries: 2, all_entries: 2, g: 0.1, wh: 1 })
    // As DuckDB would sum the lines that are in the branch.
    const lines = git(repository, 'show', 'carbon-ledger:ledger/v1/year=2026/month=11/day=28/13.ndjson').split('\n')
    const sum = lines.reduce((total, line) => total + (JSON.parse(line) as { g: number }).g, 0)
    expect(sum).toBeCloseTo(0.1, 12)
    expect(await store.verify()).toMatchObject({ entries: 2, faults: [] })
  })

  it('scales the range and the parts of a figure with it', () => {
    const { entry } = sampleEntry('1', { wh_low: 0.5, wh_high: 2, op_g: 0.08, em_g: 0.02 })
    const { wh, wh_low, wh_high, g, op_g, em_g, l } = correctionOf([entry], entry.key, { wh: 2, g: 0.2 }, 'x')
    expect([wh, wh_low, wh_high, g, op_g, em_g, l]).toEqual([1, 0.5, 2, 0.1, 0.08, 0.02, null])
  })

  it.each([['7/1/9', { g: 1 }, /no entry of these days has the key 7\/1\/9: name its month/]])(
    'of %s to %j is refused',
    (key, target, reason) => {
      expect(() => correctionOf([sampleEntry('1').entry], key, target, 'x')).toThrow(reason)
    },
  )

  it('gives a figure that was unknown, changes it again, and withdraws it', async () => {
    const store = open(bareRepository())
    await store.collect([sampleEntry('1', { g: null, wh: null, wh_high: null }), sampleEntry('2')], null)
    const states: unknown[] = []
    for (const target of [{ g: 0.4 }, { g: 0.3, wh: 2 }, null]) {
      const correction = correctionOf(await store.lines(NOVEMBER), '7/1/1', target, 'read from the meter')
      await store.collect([{ entry: correction }], null)
      const [entry] = await store.entries(NOVEMBER)
      const { g, wh, unknown } = await store.totals(NOVEMBER)
      states.push([correction.reveals, entry?.g, entry?.wh, g, wh, unknown])
    }
    expect(states).toEqual([
      ['g', 0.4, null, 0.5, 1, { g: 0, wh: 1, l: 2 }],
      ['wh', 0.3, 2, 0.4, 3, { g: 0, wh: 0, l: 2 }],
      ['l', 0, 0, 0.1, 1, { g: 0, wh: 0, l: 1 }],
    ])
    expect(await store.verify()).toMatchObject({ entries: 2, faults: [] })
  })

  it('without its entry is found by verify', async () => {
    const repository = bareRepository()
    const store = open(repository)
    await store.collect([sampleEntry('1')], null)
    const orphan = correctionOf([sampleEntry('2').entry], '7/1/2', null, 'x')
    await store.collect([{ entry: orphan }], null)
    expect((await store.verify()).faults[0]).toMatchObject({
      line: 2,
      text: '7/1/2~1 corrects 7/1/2, which is not in the ledger before it',
    })
  })
})

describe('pruning', { timeout: 90_000 }, () => {
  it(
    'deletes old entries, keeps their totals, and refuses what it cannot compare any more',
    { timeout: 90_000 },
    async () => {
      const repository = bareRepository()
      const store = open(repository)
      await store.add([
        sampleEntry('1', { ended_at: '2026-03-31T23:00:00Z' }),
        sampleEntry('2', { ended_at: '2026-04-01T00:00:00Z' }),
        sampleEntry('3'),
      ])
      const before = await store.totals(MARCH)
      expect(await store.prune('2026-04')).toEqual(['2026-03'])
      expect(await store.prune('2026-04')).toEqual([])
      const state = { tip: null, as_of: null, written_at: null }
      expect({ ...(await store.totals(MARCH)), ...state }).toEqual({ ...before, ...state })
      expect((await store.totals(NOVEMBER)).all_entries).toBe(3)
      expect(git(repository, 'ls-tree', '-r', '--name-only', 'carbon-ledger')).not.toContain('month=03')
      await expect(store.entries(MARCH)).rejects.toThrow(/2026-03 were pruned.*--from/)
      await expect(store.totals({ from: '2026-03-30', to: '2026-04-02' })).rejects.toThrow(/pruned/)
      await expect(store.add([sampleEntry('1', { ended_at: '2026-03-31T23:00:00Z' })])).rejects.toThrow(
        /pruned.*not added/,
      )
      expect(await store.verify()).toMatchObject({ entries: 3, faults: [] })
      // The same deletion without the trailer is a fault.
      const commit = commitFile(repository, 'carbon-ledger', 'ledger/v1/year=2026/month=04/day=01/00.ndjson', null)
      expect((await store.verify()).faults).toContainEqual(
        expect.objectContaining({ commit, text: 'the file was deleted' }),
      )
    },
  )

  it('sums what waits in the inbox first', async () => {
    const repository = bareRepository()
    const store = open(repository)
    await store.collect([sampleEntry('1', { ended_at: '2026-03-31T23:00:00Z' })], null)
    git(repository, 'update-ref', 'refs/carbon-gate/inbox/2026/03/30/7-1-3', inboxCommit(repository))
    expect(await store.prune('2026-04')).toEqual(['2026-03'])
    expect((await store.totals(MARCH)).entries).toBe(2)
    expect(git(repository, 'for-each-ref', 'refs/carbon-gate')).toBe('')
  })
})

it('a ledger that moves keeps the cursor of each collector', { timeout: 90_000 }, async () => {
  const [from, to] = [bareRepository(), bareRepository()]
  await open(from).collect([sampleEntry('1')], '2026-11-28T13:00:00Z', 'o/r')
  const env = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  const { status, stdout } = await runCommand(['ledger', 'move', '--from', from, '--to', to], { env })
  expect([status, stdout]).toEqual([0, expect.stringMatching(/1 added/)])
  expect((await open(to).totals(NOVEMBER)).cursors).toEqual({ 'o/r': '2026-11-28T13:00:00Z' })
})

it(
  'a ledger that moves leaves pruned months behind, says so, and knows undated entries again',
  { timeout: 90_000 },
  async () => {
    const [from, to] = [bareRepository(), bareRepository()]
    const undated = sampleEntry('2')
    const source = open(from)
    await source.collect(
      [sampleEntry('1', { ended_at: '2026-03-31T23:00:00Z' }), { ...undated, isUndated: true }],
      null,
    )
    await source.prune('2026-04')
    const env = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
    const { status, stdout, stderr } = await runCommand(['ledger', 'move', '--from', from, '--to', to], { env })
    expect([status, stdout]).toEqual([0, expect.stringMatching(/1 added/)])
    expect(stderr).toMatch(/warning: the totals of 2026-03 to 2026-03 stay in .*their entries were pruned/)
    const again = { ...undated.entry, ended_at: '2026-11-29T08:00:00Z' }
    expect(await open(to).collect([{ entry: again, isUndated: true }], null)).toMatchObject({ added: 0, duplicates: 1 })
  },
)

/** A commit as another writer's `add` leaves it in the inbox. */
function inboxCommit(repository: string): string {
  const line = `${JSON.stringify(sampleEntry('3', { ended_at: '2026-03-30T22:00:00Z' }).entry)}\n`
  const stream = `commit refs/x\ncommitter a <a@b> 1 +0000\ndata <<E\nLedger: refs/heads/carbon-ledger\nE\nM 100644 inline entries.ndjson\ndata ${Buffer.byteLength(line)}\n${line}\ndone\n`
  gitInput(repository, stream, 'fast-import', '--quiet', '--done')
  const commit = git(repository, 'rev-parse', 'refs/x')
  git(repository, 'update-ref', '-d', 'refs/x')
  return commit
}
