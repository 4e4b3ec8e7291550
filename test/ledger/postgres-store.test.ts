import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { monthRange } from '../../src/core/calendar.ts'
import { openLedger } from '../../src/app/ledger/open-ledger.ts'
import { correctionOf } from '../../src/ledger/correction.ts'
import { GitStore } from '../../src/ledger/git/git-store.ts'
import { databaseAddress } from '../../src/ledger/postgres/address.ts'
import { PostgresStore } from '../../src/ledger/postgres/postgres-store.ts'
import { tableSql } from '../../src/ledger/postgres/table.ts'
import type { LedgerStore, NewEntry } from '../../src/ledger/store.ts'
import { runCommand } from '../run-command.ts'
import { GIT_ENV, bareRepository } from './git-server.ts'
import { NO_POSTGRES, PASSWORD, type PostgresServer, startPostgres } from './postgres-server.ts'
import { sampleEntry } from './sample-entry.ts'

const NOVEMBER = monthRange('2026-11')

describe('the address of a database', () => {
  const address = (url: string, env: NodeJS.ProcessEnv = {}): ReturnType<typeof databaseAddress> =>
    databaseAddress({ kind: 'postgres', url }, env)

  it('has defaults, and takes the password from the environment only', () => {
    expect(address('postgres://ci@db.example/carbon', { PGPASSWORD: 'a' })).toEqual({
      host: 'db.example',
      port: 5432,
      user: 'ci',
      database: 'carbon',
      password: 'a',
      tls: { rejectUnauthorized: true },
      table: '"carbon_ledger"',
    })
  })

  it('takes the password of CARBON_GATE_LEDGER_URL only for the same database', () => {
    const env = { CARBON_GATE_LEDGER_URL: 'postgres://ci:p%40ss@db.example:5432/carbon', PGPASSWORD: 'other' }
    expect(address('postgres://ci@DB.example/carbon', env).password).toBe('p@ss')
    expect(address('postgres://ci@evil.example/carbon', env).password).toBe('other')
    expect(address('postgres://admin@db.example/carbon', env).password).toBe('other')
  })

  it.each([
    ['localhost', '', false],
    ['db.example', '?sslmode=disable', false],
    ['db.example', '?sslmode=require', { rejectUnauthorized: false }],
    ['db.example', '?sslmode=prefer', { rejectUnauthorized: false }],
    ['localhost', '?sslmode=verify-full', { rejectUnauthorized: true }],
  ])('uses TLS for %s%s as %j', (host, query, tls) => {
    expect(address(`postgres://ci@${host}/carbon${query}`).tls).toEqual(tls)
  })

  it('reads the variables of libpq for TLS', () => {
    expect(address('postgres://ci@db.example/c', { PGSSLMODE: 'require' }).tls).toEqual({ rejectUnauthorized: false })
    expect(() => address('postgres://ci@db.example/c', { PGSSLROOTCERT: '/none.pem' })).toThrow(/sslrootcert.*ENOENT/)
  })

  it.each([
    ['postgres://ci@db/c?sslmode=maybe', /sslmode is maybe/],
    ['postgres://ci@db/c?sslmod=require', /sslmod is unknown/],
    ['postgres://ci@db/c#x;drop', /not the name of a table/],
    ['postgres://ci@db:abc/c', /not an address/],
    ['postgres://db/c', /name the user/],
  ])('refuses %s', (url, reason) => {
    expect(() => address(url)).toThrow(reason)
  })
})

if (NO_POSTGRES !== null) console.warn(NO_POSTGRES)

describe.skipIf(NO_POSTGRES !== null)('a ledger in PostgreSQL', () => {
  let server: PostgresServer
  const stores: LedgerStore[] = []
  let tables = 0

  beforeAll(async () => {
    server = await startPostgres()
  })
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()))
  })
  afterAll(() => server.stop())

  const open = (url: string, password = PASSWORD): LedgerStore => {
    const store = openLedger(url, { env: { PGPASSWORD: password }, cwd: process.cwd() })
    stores.push(store)
    return store
  }
  /** A ledger in a table that no other test uses. */
  const fresh = (): string => `test_${(tables += 1)}`
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client(server.url().replace('owner', `owner:${PASSWORD}`))
    await client.connect()
    return client
  }
  const sql = async (text: string): Promise<void> => {
    const client = await connect()
    await client.query(text).finally(() => client.end())
  }

  it('is empty before the first write, which makes the table', async () => {
    const store = open(server.url('owner', fresh()))
    expect(await store.totals(NOVEMBER)).toMatchObject({ entries: 0, all_entries: 0, as_of: null, tip: null })
    expect(await store.cursor()).toBeNull()
    expect(await store.add([sampleEntry('1'), sampleEntry('2')])).toEqual({
      added: 2,
      duplicates: 0,
      waiting: 0,
      warning: null,
    })
    expect(await store.add([sampleEntry('2'), sampleEntry('3')])).toMatchObject({ added: 1, duplicates: 1 })
    expect(await store.verify()).toMatchObject({ entries: 3, faults: [] })
  })

  it('gives the answers of the git store to the last digit', async () => {
    const git = new GitStore(
      { kind: 'git', repository: bareRepository(), ref: 'refs/heads/carbon-ledger' },
      { env: GIT_ENV, cwd: process.cwd() },
    )
    stores.push(git)
    const database = open(server.url('owner', fresh()))
    const entries = Array.from({ length: 60 }, (_, index): NewEntry => {
      const day = String(1 + (index % 28)).padStart(2, '0')
      return sampleEntry(`${index}`, {
        ended_at: `2026-11-${day}T${String(index % 24).padStart(2, '0')}:00:${index % 2 ? '00' : '00.25'}Z`,
        g: index % 7 === 0 ? null : Number((0.1 * index + 1e-9).toFixed(9)),
        wh: Number((123_456.789 * index).toFixed(9)),
        workflow: index % 3 === 0 ? null : `w${index % 5}`,
        repository: `o/r${index % 4}`,
      })
    })
    const cursor = '2026-11-28T13:00:00Z'
    await Promise.all([git.collect(entries, cursor), database.collect(entries, cursor)])
    for (const range of [NOVEMBER, { from: '2026-11-03', to: '2026-11-09' }]) {
      const [{ tip: _tip, written_at: _written, ...expected }, found] = [
        await git.totals(range),
        await database.totals(range),
      ]
      expect(found).toMatchObject(expected)
      expect(Object.keys(found.repositories['o/r3']?.workflows ?? {})).toEqual(
        Object.keys(expected.repositories['o/r3']?.workflows ?? { missing: null }),
      )
    }
    const byKey = async (store: LedgerStore): Promise<unknown[]> =>
      (await store.entries(NOVEMBER)).toSorted((a, b) => (a.key < b.key ? -1 : 1))
    expect(await byKey(database)).toEqual(await byKey(git))
  })

  it('is complete until the oldest cursor of the repositories that are still collected, as in git', async () => {
    const hoursAgo = (hours: number): string =>
      `${new Date(Date.now() - hours * 3_600_000).toISOString().slice(0, 19)}Z`
    const repository = bareRepository()
    const git = new GitStore({ kind: 'git', repository, ref: 'refs/x/y' }, { env: GIT_ENV, cwd: process.cwd() })
    stores.push(git)
    const cursors = { 'o/r1': hoursAgo(1), 'o/r3': hoursAgo(3), 'o/r2': hoursAgo(2), 'o/archived': hoursAgo(36 * 24) }
    for (const store of [git, open(server.url('owner', fresh()))]) {
      for (const [index, [name, cursor]] of Object.entries(cursors).entries())
        await store.collect([sampleEntry(String(index), { repository: name })], cursor, name)
      const beforeMs = Math.floor(Date.now() / 1000) * 1000
      await store.add([sampleEntry('added', { repository: 'o/added' })])
      const totals = await store.totals(NOVEMBER)
      expect(totals).toMatchObject({ entries: 5, as_of: cursors['o/r3'], cursors })
      // A repository that adds its own entries is complete until the last write.
      const writtenMs = Date.parse(totals.written_at ?? '')
      expect(writtenMs).toBeGreaterThanOrEqual(beforeMs)
      expect(writtenMs).toBeLessThanOrEqual(Date.now())
    }
  })

  it('moves the cursor with the entries and never back', async () => {
    const store = open(server.url('owner', fresh()))
    await store.collect([sampleEntry('1')], '2026-11-28T13:00:00Z')
    await store.collect([sampleEntry('2')], '2026-11-28T12:00:00Z')
    expect(await store.cursor()).toBe('2026-11-28T13:00:00Z')
    expect(await store.totals(NOVEMBER)).toMatchObject({ entries: 2, as_of: '2026-11-28T13:00:00Z' })
  })

  it('loses nothing with 50 writers at once that also make the table', async () => {
    const url = server.url('owner', fresh())
    const added = await Promise.all(
      Array.from({ length: 50 }, (_, index) => open(url).add([sampleEntry(String(index)), sampleEntry('shared')])),
    )
    const sum = added.reduce((count, result) => count + result.added, 0)
    expect(sum).toBe(51)
    expect(await open(url).totals(NOVEMBER)).toMatchObject({ entries: 51, g: 5.1 })
  })

  it('connects again when the server ends the connection', async () => {
    const store = open(server.url('owner', fresh()))
    await store.add([sampleEntry('1')])
    await sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'carbon-gate'")
    expect(await store.add([sampleEntry('1'), sampleEntry('2')])).toMatchObject({ added: 1, duplicates: 1 })
    expect((await store.totals(NOVEMBER)).entries).toBe(2)
  })

  it('names what to do after a wrong password and never prints it', async () => {
    const secret = 'wr0ng-pass'
    const error: unknown = await open(server.url(), secret)
      .totals(NOVEMBER)
      .catch((reason: unknown) => reason)
    expect(String(error)).toMatch(/user or password is wrong: set PGPASSWORD/)
    expect(String(error)).not.toContain(secret)
    await expect(open(server.url(), '').totals(NOVEMBER)).rejects.toThrow(/wants a password/)
  })

  it('reads with a role that may only read, and says which right is missing for writing', async () => {
    const table = fresh()
    await open(server.url('owner', table)).add([sampleEntry('1')])
    await sql(`create role reader login password '${PASSWORD}'; grant select on ${table}, ${table}_state to reader`)
    const store = open(server.url('reader', table))
    expect((await store.totals(NOVEMBER)).entries).toBe(1)
    await expect(store.add([sampleEntry('2')])).rejects.toThrow(/no right.*`insert` and `select`/)
  })

  it('writes into tables that an administrator made, with a role that may not make any', async () => {
    const table = fresh()
    await sql(
      `${tableSql(`"${table}"`)}; create role writer login password '${PASSWORD}'; revoke create on schema public from public; grant select, insert on ${table} to writer; grant select, insert, update on ${table}_state, ${table}_days to writer`,
    )
    const store = open(server.url('writer', table))
    expect(await store.add([sampleEntry('1')])).toMatchObject({ added: 1 })
    await store.collect([], '2026-11-28T13:00:00Z')
    expect(await store.verify()).toMatchObject({ entries: 1, faults: [] })
    await expect(open(server.url('writer', fresh())).add([sampleEntry('1')])).rejects.toThrow(/no right/)
  })

  it('sums the rows of a ledger that was made without sums, at its next write', async () => {
    const table = fresh()
    const store = open(server.url('owner', table))
    await store.add([sampleEntry('1', { g: null }), sampleEntry('2', { workflow: null }), sampleEntry('3')])
    const before = await store.totals(NOVEMBER)
    await sql(`drop table ${table}_days`)
    expect(await store.totals(NOVEMBER)).toEqual(before)
    expect(await store.verify()).toMatchObject({ entries: 3, faults: [] })
    expect(await store.prune('2026-04')).toEqual([])
    await store.add([sampleEntry('3'), sampleEntry('4')])
    expect(await store.totals(NOVEMBER)).toMatchObject({ entries: 4, wh: 4, g: 0.3, unknown: { g: 1 } })
    expect(await store.verify()).toMatchObject({ entries: 4, faults: [] })
  })

  it('sums the rows where another program added or deleted some without the sums', async () => {
    const table = fresh()
    const store = open(server.url('owner', table))
    await store.add([sampleEntry('1'), sampleEntry('2')])
    const columns = 'v, ended_at, workflow, g, wh, verdict, trust'
    await sql(`insert into ${table} (key, ${columns}) select 'other', ${columns} from ${table} where key = '7/1/1'`)
    expect(await store.totals(NOVEMBER)).toMatchObject({ entries: 3, all_entries: 3, g: 0.3 })
    await sql(`delete from ${table} where key in ('other', '7/1/2')`)
    expect(await store.totals(NOVEMBER)).toMatchObject({ entries: 1, all_entries: 1, g: 0.1 })
  })

  it('finds sums that differ from the rows, and makes them again when their table is dropped', async () => {
    const table = fresh()
    const store = open(server.url('owner', table))
    await store.add([sampleEntry('1'), sampleEntry('2')])
    await sql(`delete from ${table} where key = '7/1/1'`)
    expect((await store.verify()).faults.map(({ text }) => text)).toEqual([
      `1 sum in "${table}_days" differs from the rows: drop that table, and the next write makes it again`,
    ])
    const args = ['ledger', 'verify', '--ledger', server.url('owner', table)]
    const { status, stderr } = await runCommand(args, { env: { PGPASSWORD: PASSWORD } })
    expect([status, stderr]).toEqual([3, expect.stringMatching(/^ledger: 1 sum in /)])
    await sql(`drop table ${table}_days`)
    await store.add([sampleEntry('3')])
    expect(await store.totals(NOVEMBER)).toMatchObject({ entries: 2, g: 0.2 })
    expect(await store.verify()).toMatchObject({ entries: 2, faults: [] })
  })

  it('does not read half of its tables as an empty ledger', async () => {
    const table = fresh()
    await open(server.url('owner', table)).add([sampleEntry('1')])
    await sql(`drop table ${table}_state`)
    await expect(open(server.url('owner', table)).totals(NOVEMBER)).rejects.toThrow(/cannot read.*_state/)
  })

  it('finds rows that no ledger wrote', async () => {
    const table = fresh()
    const store = open(server.url('owner', table))
    await store.add([sampleEntry('1'), sampleEntry('2')])
    await sql(`alter table ${table} drop constraint ${table}_pkey; insert into ${table} select * from ${table} where key = '7/1/1';
      update ${table} set verdict = 'maybe' where key = '7/1/2'`)
    const { faults } = await store.verify()
    expect(faults.map(({ text }) => text).join('\n')).toMatch(/7\/1\/2: verdict: .*\n.*no unique index on key/)
    await expect(store.add([sampleEntry('3')])).rejects.toThrow(/no unique `key`/)
  })

  it('corrects and prunes as the git store does', async () => {
    const store = open(server.url('owner', fresh()))
    await store.add([sampleEntry('1', { ended_at: '2026-03-31T23:00:00Z' }), sampleEntry('2'), sampleEntry('3')])
    const correction = correctionOf(await store.lines(NOVEMBER), '7/1/2', null, 'not ours')
    expect(correction.reveals).toBe('l')
    await store.add([{ entry: correction }])
    expect((await store.totals(NOVEMBER)).unknown).toEqual({ g: 0, wh: 0, l: 1 })
    expect(await store.lines(NOVEMBER)).toContainEqual(correction)
    expect((await store.entries(NOVEMBER)).map(({ key, g }) => [key, g])).toEqual([
      ['7/1/2', 0],
      ['7/1/3', 0.1],
    ])
    const march = monthRange('2026-03')
    const before = await store.totals(march)
    expect(await store.prune('2026-04')).toEqual(['2026-03'])
    expect(await store.totals(march)).toEqual(before)
    expect(await store.totals(NOVEMBER)).toMatchObject({ entries: 2, g: 0.1, all_entries: 3 })
    await expect(store.entries(march)).rejects.toThrow(/pruned/)
    await expect(store.add([sampleEntry('1', { ended_at: '2026-03-31T23:00:00Z' }), sampleEntry('4')])).rejects.toThrow(
      /7\/1\/1 ended in a month whose entries were pruned.*1 others were added/,
    )
    await store.add([{ entry: correctionOf(await store.lines(NOVEMBER), '7/1/2', { g: 0.2 }, 'ours after all') }])
    expect(await store.totals(NOVEMBER)).toMatchObject({ g: 0.4, wh: 3, l: null, unknown: { g: 0, wh: 0, l: 3 } })
    expect(await store.verify()).toMatchObject({ entries: 3, faults: [] })
  })

  it('answers the query that docs/fleet.md shows', async () => {
    await open(server.url()).add([sampleEntry('1'), sampleEntry('2')])
    const query = /```sql\n([^`]*FROM carbon_ledger[^`]*)```/.exec(readFileSync('docs/fleet.md', 'utf8'))?.[1] ?? ''
    const client = await connect()
    const { rows } = await client.query<{ jobs: string; g: string }>(query).finally(() => client.end())
    expect(rows).toMatchObject([{ jobs: '2', g: '0.2' }])
  })

  it('stores names that PostgreSQL cannot, with a replacement', async () => {
    const store = open(server.url('owner', fresh()))
    await store.add([sampleEntry('1', { job: 'a\u0000b\uD800' })])
    expect((await store.entries(NOVEMBER))[0]?.job).toBe('a\uFFFDb\uFFFD')
  })

  it('gives up after the time for reading', async () => {
    const table = fresh()
    const url = server.url('owner', table)
    await open(url).add([sampleEntry('1')])
    const env = { PGPASSWORD: PASSWORD }
    const store = new PostgresStore({ kind: 'postgres', url }, { env, limitsMs: { totals: 300 } })
    stores.push(store)
    const client = await connect()
    await client.query(`begin; lock table ${table}`)
    await expect(store.totals(NOVEMBER)).rejects.toThrow(/no answer in time/)
    await client.end()
  })
})
