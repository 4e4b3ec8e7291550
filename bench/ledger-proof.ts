/**
 * Slow proofs of the ledger (`npm run proof:ledger [-- PART...]`), with the packages of proof/: `year` compares a year of 1,000,000
 * entries between DuckDB, which reads the files in place, and our totals; `postgres` times totals among 1,000,000 rows; `clone` compares
 * plain clones before and after a month of 150,000 entries in `refs/`; `kills` kills `add` and `collect` at each git command; `engines`
 * runs the queries of docs/fleet.md.
 */
import type { Days } from '../src/core/calendar.ts'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { fastImportStream } from '../src/ledger/git/fast-import.ts'
import { GitStore } from '../src/ledger/git/git-store.ts'
import { PostgresStore } from '../src/ledger/postgres/postgres-store.ts'
import { GIT_ENV, bareRepository, git, gitInput } from '../test/ledger/git-server.ts'
import { NO_POSTGRES, PASSWORD, startPostgres } from '../test/ledger/postgres-server.ts'
import { proveEngines } from './ledger-engines.ts'
import { fakeEntry } from './ledger-entries.ts'
import { proveKills } from './ledger-kills.ts'

/** Entries; another number may follow the parts. */
const COUNT = Number(process.argv.find((text) => /^\d+$/.test(text)) ?? 1_000_000)
const YEAR: Days = { from: '2026-11-01', to: '2027-10-31' }
const wanted = new Set(process.argv.slice(2).filter((text) => !/^\d+$/.test(text)))
const isWanted = (part: string): boolean => wanted.size === 0 || wanted.has(part)

interface DuckDb {
  readonly DuckDBInstance: {
    create(): Promise<{ connect(): Promise<{ runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }> }> }>
  }
}

/** Sums of the files of a ledger, as docs/fleet.md computes them. Decimals, so that nothing is rounded. */
async function sumWithDuckDb(files: string): Promise<{ entries: number; g: string; wh: string; seconds: number }> {
  const load = createRequire(path.resolve('proof/package.json'))
  const { DuckDBInstance } = load('@duckdb/node-api') as DuckDb
  const connection = await (await DuckDBInstance.create()).connect()
  const start = performance.now()
  const columns = "{key: 'VARCHAR', corrects: 'VARCHAR', g: 'DECIMAL(28, 9)', wh: 'DECIMAL(28, 9)'}"
  const source = `read_json('${files}/ledger/v1/**/*.ndjson', format = 'newline_delimited', hive_partitioning = true, columns = ${columns})`
  const sql = `SELECT (count(*) FILTER (corrects IS NULL))::VARCHAR, sum(g)::VARCHAR, sum(wh)::VARCHAR FROM ${source}`
  const [row = []] = (await connection.runAndReadAll(sql)).getRows()
  // The query that docs/fleet.md shows must run as it is.
  const shown = /```sql\n([^`]*read_json[^`]*)```/.exec(readFileSync('docs/fleet.md', 'utf8'))?.[1] ?? ''
  const rows = (await connection.runAndReadAll(shown.replace('ledger/v1', `${files}/ledger/v1`))).getRows()
  const jobs = rows.reduce((total, each) => total + Number(each[2]), 0)
  if (jobs !== Number(row[0]))
    throw new Error(`docs/fleet.md: the query for DuckDB counts ${jobs} jobs, expected ${String(row[0])}`)
  return { entries: Number(row[0]), g: String(row[1]), wh: String(row[2]), seconds: (performance.now() - start) / 1000 }
}

async function proveYear(): Promise<void> {
  if (!existsSync('proof/node_modules/@duckdb')) return console.log('| year | skipped: run npm ci in proof/ | |')
  const repository = bareRepository()
  const store = new GitStore(
    { kind: 'git', repository, ref: 'refs/heads/carbon-ledger' },
    { env: GIT_ENV, cwd: process.cwd() },
  )
  for (let start = 0; start < COUNT; start += 50_000) {
    const batch = Array.from({ length: 50_000 }, (_, index) => ({ entry: fakeEntry(start + index, COUNT, 365) }))
    await store.collect(batch, null)
  }
  const startTotals = performance.now()
  const ours = await store.totals(YEAR)
  const totalsSeconds = (performance.now() - startTotals) / 1000
  await store.close()
  const checkout = path.join(path.dirname(repository), 'files')
  execFileSync('git', ['clone', '--quiet', '--depth=1', '--branch=carbon-ledger', `file://${repository}`, checkout], {
    env: GIT_ENV,
  })
  const theirs = await sumWithDuckDb(checkout)
  const isEqual = theirs.entries === ours.entries && Number(theirs.g) === ours.g && Number(theirs.wh) === ours.wh
  console.log(
    `| a year of ${ours.entries} entries | DuckDB in place ${theirs.seconds.toFixed(1)} s, our totals ${totalsSeconds.toFixed(2)} s | ${isEqual ? 'equal to the last digit' : 'DIFFERENT'}: ${theirs.g} g, ${theirs.wh} Wh |`,
  )
  git(repository, 'repack', '-adq')
  console.log(
    `| the same, repacked | ${git(repository, 'count-objects', '-v').match(/size-pack: (\d+)/)?.[1] ?? '?'} kB | |`,
  )
  if (!isEqual) process.exitCode = 1
}

/** Size of a plain clone, kB: what `git clone` of the default branch brings. */
function cloneKilobytes(repository: string): number {
  const clone = path.join(mkdtempSync(path.join(tmpdir(), 'carbon-gate-clone-')), 'clone')
  execFileSync('git', ['clone', '--quiet', `file://${repository}`, clone], { env: GIT_ENV })
  const counted = git(clone, 'count-objects', '-v')
  return ['size', 'size-pack'].reduce(
    (sum, name) => sum + Number(new RegExp(`^${name}: (\\d+)`, 'm').exec(counted)?.[1]),
    0,
  )
}

async function proveClone(): Promise<void> {
  const repository = bareRepository()
  const commit = { ref: 'refs/heads/main', message: 'Begin', parent: null, files: { 'README.md': '# shop\n' } }
  gitInput(repository, fastImportStream([commit], 1), 'fast-import', '--quiet', '--done')
  const before = cloneKilobytes(repository)
  const count = 150_000
  const place = { kind: 'git', repository, ref: 'refs/carbon-gate/ledger' } as const
  const store = new GitStore(place, { env: GIT_ENV, cwd: process.cwd() })
  for (let start = 0; start < count; start += count / 10) {
    const batch = Array.from({ length: count / 10 }, (_, index) => ({ entry: fakeEntry(start + index, count) }))
    await store.collect(batch, null)
  }
  await store.close()
  const after = cloneKilobytes(repository)
  console.log(`| plain clone, before and after ${count} entries in refs/ | ${before} kB | ${after} kB |`)
  if (after - before >= 1000) process.exitCode = 1
}

async function provePostgres(): Promise<void> {
  if (NO_POSTGRES !== null) return console.log(`| PostgreSQL | ${NO_POSTGRES} | |`)
  const server = await startPostgres()
  const url = server.url()
  const limitsMs = { totals: 60_000, write: 60_000 }
  const store = new PostgresStore({ kind: 'postgres', url }, { env: { PGPASSWORD: PASSWORD }, limitsMs })
  try {
    const writing = performance.now()
    for (let start = 0; start < COUNT; start += 20_000) {
      const batch = Array.from({ length: 20_000 }, (_, index) => ({ entry: fakeEntry(start + index, COUNT, 365) }))
      await store.collect(batch, null)
    }
    const written = (performance.now() - writing) / 1000
    const timed = async (range: Days): Promise<number> => {
      const times: number[] = []
      for (let round = 0; round < 5; round += 1) {
        const start = performance.now()
        await store.totals(range)
        times.push(performance.now() - start)
      }
      return times.toSorted((a, b) => a - b)[2] ?? 0
    }
    const month = { from: '2027-03-01', to: '2027-03-31' }
    const times = async (): Promise<string> =>
      `totals of a month ${(await timed(month)).toFixed(0)} ms, of all rows ${(await timed(YEAR)).toFixed(0)} ms`
    // As the server's own maintenance would.
    execFileSync('psql', ['-qc', 'vacuum analyze', url], { env: { ...process.env, PGPASSWORD: PASSWORD } })
    const kept = await store.totals(YEAR)
    console.log(`| PostgreSQL, ${COUNT} rows | written in ${written.toFixed(0)} s | ${await times()} |`)
    execFileSync('psql', ['-qc', 'drop table carbon_ledger_days', url], {
      env: { ...process.env, PGPASSWORD: PASSWORD },
    })
    console.log(`| the same without the table of sums | | ${await times()} |`)
    const isEqual = isDeepStrictEqual(kept, await store.totals(YEAR))
    console.log(`| both sums | | ${isEqual ? 'equal to the last digit' : 'DIFFERENT'} |`)
    if (!isEqual) process.exitCode = 1
  } finally {
    await store.close()
    await server.stop()
  }
}

console.log('| what | | |\n|---|---|---|')
if (isWanted('engines')) await proveEngines()
if (isWanted('kills')) await proveKills()
if (isWanted('postgres')) await provePostgres()
if (isWanted('clone')) await proveClone()
if (isWanted('year')) await proveYear()
