import type { IncomingMessage, Server } from 'node:http'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { entryLine } from '../../src/ledger/entry-file.ts'
import { hourPath } from '../../src/ledger/entry-path.ts'
import { entryFromReport } from '../../src/ledger/from-report.ts'
import { fastImportStream } from '../../src/ledger/git/fast-import.ts'
import { GitStore } from '../../src/ledger/git/git-store.ts'
import { monthRange } from '../../src/core/calendar.ts'
import { originOf } from '../../src/app/ledger/origin.ts'
import type { NewEntry } from '../../src/ledger/store.ts'
import { parseWhere } from '../../src/ledger/where.ts'
import { report } from '../fixtures/report.ts'
import { GIT_ENV, bareRepository, commitFile, copyRepository, git, gitInput, serveRepositories } from './git-server.ts'

const NOVEMBER = monthRange('2026-11')
const ENDED = '2026-11-28T13:05:00Z'
const servers: Server[] = []
const stores: GitStore[] = []

afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()))
  for (const server of servers.splice(0)) server.close()
})

function openStore(where: string, env: NodeJS.ProcessEnv = GIT_ENV, cwd = process.cwd()): GitStore {
  const place = parseWhere(where)
  if (place.kind !== 'git') throw new Error(`${where} is not a repository`)
  const store = new GitStore(place, { env, cwd })
  stores.push(store)
  return store
}

/** An entry of a job of 0.1 g and 1 Wh. */
function entry(job: string, ended_at: string | null = ENDED, over: Parameters<typeof report>[0] = {}): NewEntry {
  const emissions = { operational_g: 0.1, embodied_g: null, total_g: 0.1, low_g: 0.1, high_g: 0.1 }
  const energy = { total_wh: 1, it_wh: 1, low_wh: 1, high_wh: 1 }
  const origin = originOf({ GITLAB_CI: 'true', CI_PIPELINE_ID: '7', CI_JOB_ID: job, CI_JOB_NAME: 'test' })
  return entryFromReport(report({ ended_at, energy, emissions, ...over }), origin, Date.parse(ENDED))
}

describe('a ledger in a git repository', () => {
  it('adds entries once, even if another writer adds them again', async () => {
    const repository = bareRepository()
    const store = openStore(repository)
    expect(await store.add([entry('1'), entry('2')])).toEqual({ added: 2, duplicates: 0, waiting: 0, warning: null })
    expect(await store.add([entry('2'), entry('3')])).toEqual({ added: 1, duplicates: 1, waiting: 0, warning: null })
    const totals = await store.totals(NOVEMBER)
    // Exactly: three times 0.1 g is 0.3 g, not 0.30000000000000004.
    expect(totals).toMatchObject({ entries: 3, g: 0.3, wh: 3, l: null, from: '2026-11-01', to: '2026-11-30' })
    expect(totals.days['2026-11-28']).toMatchObject({ entries: 3 })
    expect((await store.entries(NOVEMBER)).map(({ key }) => key)).toEqual(['7/1/1', '7/1/2', '7/1/3'])
    expect((await store.verify()).faults).toEqual([])
    expect(git(repository, 'for-each-ref', '--format=%(refname)').split('\n')).toEqual([
      'refs/heads/carbon-ledger',
      'refs/heads/carbon-ledger-totals',
    ])
  })

  it('finds an entry again whose report has no end time', async () => {
    const store = openStore(bareRepository())
    await store.add([entry('1', null)])
    const later = entryFromReport(
      report({
        ended_at: null,
        energy: { total_wh: 1, it_wh: 1, low_wh: 1, high_wh: 1 },
        emissions: { operational_g: 0.1, embodied_g: null, total_g: 0.1, low_g: 0.1, high_g: 0.1 },
      }),
      originOf({ GITLAB_CI: 'true', CI_PIPELINE_ID: '7', CI_JOB_ID: '1' }),
      Date.parse('2026-11-30T22:00:00Z'),
    )
    expect(await store.add([later])).toMatchObject({ added: 0, duplicates: 1 })
  })

  it('keeps attempt 2 apart and appends it to an hour that was closed', { timeout: 90_000 }, async () => {
    const store = openStore(bareRepository())
    await store.collect([entry('1'), entry('9', '2026-11-30T23:59:59Z'), entry('10', '2026-12-01T00:00:00Z')], null)
    await store.add([entry('2', '2026-11-28T13:59:00Z')])
    expect((await store.totals(NOVEMBER)).entries).toBe(3)
    expect((await store.totals(monthRange('2026-12'))).entries).toBe(1)
    expect((await store.totals({ from: '2026-11-29', to: '2026-12-01' })).entries).toBe(2)
    expect((await store.verify()).faults).toEqual([])
  })

  it('loses nothing with four writers at once', { timeout: 180_000 }, async () => {
    const repository = bareRepository()
    const added = await Promise.all(
      Array.from({ length: 4 }, (_, index) => openStore(repository).add([entry(String(index))])),
    )
    expect(added.filter(({ warning }) => warning !== null)).toEqual([])
    const store = openStore(repository)
    expect((await store.totals(NOVEMBER)).entries).toBe(4)
    expect(await store.verify()).toMatchObject({ entries: 4, faults: [] })
  })

  it('counts what waits in the inbox, once', { timeout: 90_000 }, async () => {
    const repository = bareRepository()
    const store = openStore(repository)
    await store.add([entry('1')])
    // A lock that stays makes every sweep fail, as a server's rule would.
    const hook = path.join(repository, 'hooks', 'update')
    const { chmodSync, writeFileSync } = await import('node:fs')
    writeFileSync(hook, '#!/bin/sh\ncase "$1" in refs/heads/*) echo "protected branch" >&2; exit 1;; esac\n')
    chmodSync(hook, 0o755)
    const added = await store.add([entry('1'), entry('2')])
    expect(added).toMatchObject({ added: 0, waiting: 2 })
    expect(added.warning).toMatch(/inbox.*rules of the repository forbid/)
    expect((await store.totals(NOVEMBER)).entries).toBe(2)
    expect((await store.entries(NOVEMBER)).map(({ key }) => key)).toEqual(['7/1/1', '7/1/2'])
    writeFileSync(hook, '#!/bin/sh\nexit 0\n')
    expect(await store.add([entry('3')])).toMatchObject({ warning: null })
    expect((await store.verify()).entries).toBe(3)
    expect(git(repository, 'for-each-ref', 'refs/carbon-gate')).toBe('')
  })

  it('works over HTTP with a password that only the environment has', async () => {
    const repository = bareRepository()
    const { url, server } = await serveRepositories(path.dirname(repository), 'ci:s3cret')
    servers.push(server)
    const where = `${url}/ledger.git#refs/carbon-gate/ledger`
    const env = { ...GIT_ENV, CARBON_GATE_LEDGER_URL: `${url.replace('//', '//ci:s3cret@')}/ledger.git` }
    expect(await openStore(where, env).add([entry('1')])).toMatchObject({ added: 1 })
    expect((await openStore(where, env).totals(NOVEMBER)).entries).toBe(1)
    await expect(openStore(where).totals(NOVEMBER)).rejects.toThrow(/credentials/)
    await expect(openStore(where).totals(NOVEMBER)).rejects.not.toThrow(/s3cret/)
    // Nothing under refs/heads: a plain clone of the repository does not pay for the ledger.
    expect(git(repository, 'for-each-ref', 'refs/heads')).toBe('')
  })

  it.each(['before', 'after'] as const)(
    'repeats a push that is cut off %s it arrives',
    { timeout: 60_000 },
    async (when) => {
      const repository = bareRepository()
      const cuts: string[] = []
      // The first push to the inbox, and the first sweep.
      const isCut = ({ method, url = '' }: IncomingMessage): typeof when | null => {
        if (method !== 'POST' || !url.endsWith('receive-pack')) return null
        cuts.push(url)
        return cuts.length === 1 || cuts.length === 3 ? when : null
      }
      const { url, server } = await serveRepositories(path.dirname(repository), undefined, isCut)
      servers.push(server)
      const clock = { now: () => Date.parse(ENDED), sleep: () => Promise.resolve(), random: () => 0 }
      const place = { kind: 'git', repository: `${url}/ledger.git`, ref: 'refs/heads/carbon-ledger' } as const
      const store = new GitStore(place, { env: GIT_ENV, cwd: path.dirname(repository), clock })
      stores.push(store)
      expect(await store.add([entry('1')])).toEqual({ added: 1, duplicates: 0, waiting: 0, warning: null })
      expect(cuts.length).toBeGreaterThanOrEqual(3)
      expect(await store.verify()).toMatchObject({ entries: 1, faults: [] })
    },
  )

  it('finds origin of a shallow checkout', async () => {
    const repository = bareRepository()
    await openStore(repository).add([entry('1')])
    const work = path.dirname(repository)
    git(work, 'clone', '--quiet', '--depth=1', '--branch=carbon-ledger', `file://${repository}`, 'checkout')
    const store = openStore('carbon-ledger', GIT_ENV, path.join(work, 'checkout'))
    expect((await store.totals(NOVEMBER)).entries).toBe(1)
    await expect(openStore('carbon-ledger', GIT_ENV, work).totals(NOVEMBER)).rejects.toThrow(/not a git repository/)
  })
})

describe('verify', () => {
  const file = hourPath(ENDED)
  let template: string | null = null
  const filled = async (): Promise<{ repository: string; store: GitStore; text: string }> => {
    if (template === null) {
      template = bareRepository()
      await openStore(template).collect([entry('1'), entry('2')], null)
    }
    const repository = copyRepository(template)
    const store = openStore(repository)
    return { repository, store, text: git(repository, 'show', `carbon-ledger:${file}`) }
  }

  it.each<[string, (text: string) => string | null, RegExp, number | null]>([
    ['a changed line', (text) => `${text.replace('"wh":1,', '"wh":0,')}\n`, /line 1 was changed/, 1],
    ['a truncated line', (text) => `${text}\n{"v":1,"key":"x`, /cut off/, 3],
    ['an unknown version', (text) => `${text}\n{"v":9}\n`, /version 9 is unknown/, 3],
    ['a key that is there twice', (text) => `${text}\n${text.split('\n')[0]}\n`, /key 7\/1\/1 is already in/, 3],
    [
      'an entry in the wrong hour',
      (text) => `${text}\n${entryLine(entry('5', '2026-11-28T17:00:00Z').entry)}`,
      /wrong file/,
      3,
    ],
    ['a deleted file', () => null, /was deleted/, null],
  ])('names commit and line of %s', async (_, change, reason, line) => {
    const { repository, store, text } = await filled()
    const commit = commitFile(repository, 'carbon-ledger', file, change(text))
    const { faults } = await store.verify()
    expect(faults).toContainEqual({ commit, file, line, text: expect.stringMatching(reason) as string })
    // The totals are those of the commit before.
    expect(faults.at(-1)?.text).toMatch(/totals have 2 entries|another commit/)
  })

  it('warns with commit and line of an entry from a clock that was an hour ahead', async () => {
    const repository = bareRepository()
    const clock = { now: () => Date.parse(ENDED), sleep: () => Promise.resolve(), random: () => 0 }
    const place = { kind: 'git', repository, ref: 'refs/heads/carbon-ledger' } as const
    const store = new GitStore(place, { env: GIT_ENV, cwd: process.cwd(), clock })
    stores.push(store)
    await store.add([entry('1'), entry('2', '2026-11-28T14:05:00Z')])
    const { faults, warnings } = await store.verify()
    const text = 'the entry ended 60 min after its own commit: a clock was wrong'
    const commit = git(repository, 'rev-parse', 'carbon-ledger')
    expect([faults, warnings]).toEqual([[], [{ commit, file: hourPath('2026-11-28T14:05:00Z'), line: 1, text }]])
  })

  it('names a foreign file', async () => {
    const { repository, store } = await filled()
    const commit = commitFile(repository, 'carbon-ledger', 'notes.txt', 'hello\n')
    expect((await store.verify()).faults[0]).toMatchObject({ commit, file: 'notes.txt' })
  })

  it('leaves a broken file as it is and keeps new entries in the inbox', async () => {
    const { repository, store, text } = await filled()
    const broken = `${text}\n{"v":1,"key":"x`
    const commit = commitFile(repository, 'carbon-ledger', file, broken)
    const added = await store.add([entry('3')])
    expect(added.warning).toContain(`${file}:3`)
    expect(added.warning).toContain(commit.slice(0, 12))
    expect(git(repository, 'show', `carbon-ledger:${file}`)).toBe(broken)
    await expect(store.entries(NOVEMBER)).rejects.toThrow(`${file}:3`)
  })

  it('names an inbox ref that cannot be read, which counts as an entry of unknown figures and stays', async () => {
    const { repository, store, text } = await filled()
    const files = { 'entries.ndjson': `${text.split('\n')[0]?.replace('"v":1,', '"v":9,')}\n` }
    const ref = 'refs/carbon-gate/inbox/2026/11/28/7-1-x'
    const message = `Add\n\nLedger: refs/heads/carbon-ledger\n`
    gitInput(
      repository,
      fastImportStream([{ ref, message, parent: null, files }], 1),
      'fast-import',
      '--quiet',
      '--done',
    )
    const commit = git(repository, 'rev-parse', ref)
    const reason =
      'waits in the inbox and cannot be added: version 9 is unknown; this program reads version 1: update it'
    expect((await store.verify()).faults).toEqual([{ commit, file: ref, line: 1, text: reason }])
    expect(await store.totals(NOVEMBER)).toMatchObject({ entries: 3, g: 0.2, unknown: { g: 1 } })
    expect(await store.add([entry('3')])).toMatchObject({ added: 1, warning: null })
    expect(await store.totals(NOVEMBER)).toMatchObject({ entries: 4, g: 0.3, unknown: { g: 1 } })
    expect(git(repository, 'for-each-ref', '--format=%(refname)', 'refs/carbon-gate')).toBe(ref)
  })

  it('adds entries that cannot be read to the sums of every repository, also those whose ref has no date', async () => {
    const repository = bareRepository()
    const clock = { now: () => Date.parse(ENDED), sleep: () => Promise.resolve(), random: () => 0 }
    const place = { kind: 'git', repository, ref: 'refs/heads/carbon-ledger' } as const
    const store = new GitStore(place, { env: GIT_ENV, cwd: process.cwd(), clock })
    stores.push(store)
    const ofRepository = (job: string, name: string): NewEntry => ({
      entry: { ...entry(job).entry, repository: name },
    })
    await store.collect([ofRepository('1', 'octo/a'), ofRepository('2', 'octo/b')], null)
    const refs = ['refs/carbon-gate/inbox/2026/11/28/7-1-x', 'refs/carbon-gate/inbox/no-date']
    const message = 'Add\n\nLedger: refs/heads/carbon-ledger\n'
    const commits = refs.map((ref) => ({ ref, message, parent: null, files: { 'entries.ndjson': '{"v":9}\n' } }))
    gitInput(repository, fastImportStream(commits, 1), 'fast-import', '--quiet', '--done')
    const { repositories, days, unknown } = await store.totals(NOVEMBER)
    const lacking = { entries: 3, g: 0.1, unknown: { g: 2 } }
    expect({ repositories, unknown }).toMatchObject({
      repositories: { 'octo/a': lacking, 'octo/b': lacking },
      unknown: { g: 2 },
    })
    // Without a date it may be of any day, so it counts for today, the 28th, and for days before.
    expect(days['2026-11-28']?.unknown.g).toBe(2)
    expect(await store.totals({ from: '2026-11-01', to: '2026-11-02' })).toMatchObject({ entries: 1, g: null })
  })

  it('finds a force push that lost entries', async () => {
    const { repository, store } = await filled()
    await store.add([entry('3')])
    git(repository, 'update-ref', 'refs/heads/carbon-ledger', 'refs/heads/carbon-ledger~1')
    const { faults } = await store.verify()
    expect(faults.map(({ text }) => text).join('\n')).toMatch(/history was rewritten/)
  })
})
