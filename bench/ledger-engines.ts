/**
 * The queries of docs/fleet.md by the engines themselves, where npm has them: ClickHouse runs its query over the files of a small ledger
 * and must find our totals; BigQuery's statements are parsed. The packages are those of proof/.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { GitStore } from '../src/ledger/git/git-store.ts'
import { GIT_ENV, bareRepository } from '../test/ledger/git-server.ts'
import { fakeEntry } from './ledger-entries.ts'

const COUNT = 5000
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }

interface ClickHouse {
  query(sql: string, format: string): string
}

interface SqlParser {
  parse(sql: string, dialect: string): { success: boolean; error: string | null }
}

/** The SQL block of docs/fleet.md that contains a word. */
function shownQuery(word: string): string {
  const blocks = [...readFileSync('docs/fleet.md', 'utf8').matchAll(/```sql\n([^`]*)```/g)].map(([, sql = '']) => sql)
  const found = blocks.find((sql) => sql.includes(word))
  if (found === undefined) throw new Error(`docs/fleet.md: no SQL block contains ${word}`)
  return found
}

/** Jobs and grams of a ledger's files, by the query for ClickHouse. Local files are read in place of a bucket. */
function sumWithClickHouse(folder: string): { jobs: number; g: number } {
  const { query } = createRequire(path.resolve('proof/package.json'))('chdb') as ClickHouse
  const shown = shownQuery('JSONEachRow').trim().replace(/;$/, '')
  const local = shown.replace(/s3\('https:\/\/BUCKET[^/]*/, `file('${folder}`)
  if (local === shown) throw new Error('docs/fleet.md: the query for ClickHouse reads no bucket')
  const rows = query(local, 'JSONEachRow')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { jobs: number; g: number })
  return { jobs: rows.reduce((sum, row) => sum + row.jobs, 0), g: rows.reduce((sum, row) => sum + row.g, 0) }
}

async function parseForBigQuery(): Promise<string | null> {
  // Its CommonJS form needs to be initialized first.
  const file = path.resolve('proof/node_modules/@polyglot-sql/sdk/dist/index.node.js')
  const { parse } = (await import(file)) as SqlParser
  const { success, error } = parse(shownQuery('CREATE EXTERNAL TABLE'), 'bigquery')
  return success ? null : error
}

export async function proveEngines(): Promise<void> {
  if (!existsSync('proof/node_modules/chdb')) return console.log('| engines | skipped: run npm ci in proof/ | |')
  const repository = bareRepository()
  const place = { kind: 'git', repository, ref: 'refs/heads/carbon-ledger' } as const
  const store = new GitStore(place, { env: GIT_ENV, cwd: process.cwd() })
  await store.collect(
    Array.from({ length: COUNT }, (_, index) => ({ entry: fakeEntry(index, COUNT) })),
    null,
  )
  const ours = await store.totals(NOVEMBER)
  await store.close()
  const folder = path.join(path.dirname(repository), 'files')
  execFileSync('git', ['clone', '--quiet', '--depth=1', '--branch=carbon-ledger', `file://${repository}`, folder], {
    env: GIT_ENV,
  })
  const theirs = sumWithClickHouse(folder)
  const isEqual = theirs.jobs === ours.entries && Math.abs(theirs.g - (ours.g ?? 0)) < 1e-6
  console.log(`| ClickHouse over the files | ${theirs.jobs} jobs, ${theirs.g} g | ${isEqual ? 'equal' : 'DIFFERENT'} |`)
  const fault = await parseForBigQuery()
  console.log(`| BigQuery's statements, parsed | ${fault ?? 'no error'} | |`)
  if (!isEqual || fault !== null) process.exitCode = 1
}
