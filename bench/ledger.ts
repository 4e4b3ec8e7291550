/**
 * The ledger in a git repository under load: many writers, many unswept refs, a large month. `npm run bench:ledger [-- PART...]` with the
 * parts `writers`, `inbox` and `month`; all of them without any. Real git, over the file system and over HTTP.
 */
import { spawnSync } from 'node:child_process'
import { type Server, createServer, connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { GitStore } from '../src/ledger/git/git-store.ts'
import { inboxRef } from '../src/ledger/git/inbox-ref.ts'
import { inboxMessage } from '../src/ledger/git/snapshot.ts'
import { fastImportStream } from '../src/ledger/git/fast-import.ts'
import { entryLine } from '../src/ledger/entry-file.ts'
import { GIT_ENV, bareRepository, git, gitInput, serveRepositories } from '../test/ledger/git-server.ts'
import { fakeEntry } from './ledger-entries.ts'

const REF = 'refs/heads/carbon-ledger'
const MONTH = { from: '2026-11-01', to: '2026-11-30' }
const wanted = new Set(process.argv.slice(2))
const isWanted = (part: string): boolean => wanted.size === 0 || wanted.has(part)

function openStore(repository: string): GitStore {
  return new GitStore({ kind: 'git', repository, ref: REF }, { env: GIT_ENV, cwd: process.cwd() })
}

async function timed<T>(work: () => Promise<T> | T): Promise<{ value: T; ms: number }> {
  const start = performance.now()
  const value = await work()
  return { value, ms: performance.now() - start }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

async function medianMs(rounds: number, work: () => Promise<unknown> | unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) times.push((await timed(work)).ms)
  return median(times)
}

/** Forwards to a port and counts the bytes that come back. */
async function countingProxy(port: number): Promise<{ port: number; bytes: () => number; server: Server }> {
  let bytes = 0
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1')
    upstream.on('data', (chunk) => {
      bytes += chunk.length
    })
    client.pipe(upstream).pipe(client)
    client.on('error', () => upstream.destroy())
    upstream.on('error', () => client.destroy())
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, bytes: () => bytes, server }
}

/** 50 writers at once, beside 50 pushes of ready commits one after the other. */
async function benchWriters(): Promise<void> {
  const writers = 50
  for (const protocol of ['file', 'http'] as const) {
    const repository = bareRepository()
    const served = protocol === 'http' ? await serveRepositories(path.dirname(repository)) : null
    const address = served ? `${served.url}/ledger.git` : repository
    const plain = await timed(async () => {
      const work = bareRepository()
      for (let index = 0; index < writers; index += 1) {
        const stream = fastImportStream(
          [{ ref: 'refs/x', message: 'x', parent: null, files: { [`${index}`]: 'x' } }],
          1,
        )
        gitInput(work, stream, 'fast-import', '--quiet', '--done', '--force')
        // Not synchronous: the server is in this process.
        await pushPlainly(work, address, `refs/x:refs/plain/${index}`)
      }
    })
    const added = await timed(() =>
      Promise.all(
        Array.from({ length: writers }, async (_, index) => {
          const store = openStore(address)
          const result = await store.add([{ entry: fakeEntry(index, 50) }])
          await store.close()
          return result
        }),
      ),
    )
    const store = openStore(address)
    const { entries, faults } = await store.verify()
    await store.close()
    served?.server.close()
    const waiting = added.value.filter(({ warning }) => warning !== null).length
    console.log(
      `| ${writers} writers, ${protocol} | ${(added.ms / 1000).toFixed(1)} s | ${entries} entries, ${waiting} left to a later sweep, ${faults.length} faults | ${(added.ms / plain.ms).toFixed(1)} x ${writers} plain pushes (${(plain.ms / 1000).toFixed(1)} s) |`,
    )
  }
}

async function pushPlainly(work: string, address: string, spec: string): Promise<void> {
  const { execFile } = await import('node:child_process')
  await new Promise<void>((resolve, reject) => {
    execFile('git', ['push', '--quiet', address, spec], { cwd: work, env: GIT_ENV }, (error) => {
      if (error) reject(new Error(error.message))
      else resolve()
    })
  })
}

/** 5,000 refs that no sweep has moved: totals, one more add, and the sweep of all. */
async function benchInbox(): Promise<void> {
  const repository = bareRepository()
  const commits = Array.from({ length: 5000 }, (_, index) => {
    const entry = fakeEntry(index, 5000)
    return {
      ref: inboxRef(entry),
      message: inboxMessage(REF, { entry }),
      parent: null,
      files: { 'entries.ndjson': entryLine(entry) },
    }
  })
  gitInput(repository, fastImportStream(commits, 1), 'fast-import', '--quiet', '--done')
  const store = openStore(repository)
  const totals = await timed(() => store.totals(MONTH))
  const added = await timed(() => store.add([{ entry: fakeEntry(5000, 5001) }]))
  await store.close()
  console.log(
    `| 5,000 unswept refs | totals ${(totals.ms / 1000).toFixed(1)} s (${totals.value.entries} entries) | add ${(added.ms / 1000).toFixed(1)} s | ${git(repository, 'for-each-ref', '--count=1', 'refs/carbon-gate') === '' ? 'all swept' : `${git(repository, 'for-each-ref', 'refs/carbon-gate').split('\n').length} left`} |`,
  )
}

/** A month of 150,000 entries, written hourly as a collector does; read over HTTP without partial clone. */
async function benchMonth(): Promise<void> {
  const count = 150_000
  const repository = bareRepository()
  git(repository, 'config', 'uploadpack.allowFilter', 'false')
  const writer = openStore(repository)
  const entries = Array.from({ length: count }, (_, index) => ({ entry: fakeEntry(index, count) }))
  const written = await timed(async () => {
    for (let start = 0; start < count; start += 15_000) await writer.collect(entries.slice(start, start + 15_000), null)
  })
  const one = await timed(() => writer.collect([{ entry: { ...fakeEntry(count - 1, count), key: 'one-more' } }], null))
  await writer.close()
  console.log(
    `| ${count} entries written by 10 collections | ${(written.ms / 1000).toFixed(1)} s | one more ${(one.ms / 1000).toFixed(2)} s | |`,
  )
  // Servers repack in the background; without it, each fetch compresses the whole month again.
  git(repository, 'repack', '-adq')
  const { url, server } = await serveRepositories(path.dirname(repository))
  const proxy = await countingProxy(Number(new URL(url).port))
  const address = `http://127.0.0.1:${proxy.port}/ledger.git`
  const read = async (): Promise<void> => {
    const store = openStore(address)
    await store.totals(MONTH)
    await store.close()
  }
  const before = proxy.bytes()
  await read()
  const bytes = proxy.bytes() - before
  const totalsMs = await medianMs(5, read)
  const lsMs = await medianMs(5, () => listRemote(address))
  console.log(
    `| totals of the month over HTTP | ${totalsMs.toFixed(0)} ms | bare git ls-remote ${lsMs.toFixed(0)} ms | ${(bytes / 1000).toFixed(0)} kB transferred |`,
  )
  proxy.server.close()
  server.close()
  const shown = measureShow(repository)
  console.log(
    `| ledger show of the month as JSON | ${shown.seconds.toFixed(2)} s | ${shown.megabytes.toFixed(0)} MB | ${shown.lines} lines |`,
  )
}

async function listRemote(address: string): Promise<void> {
  const { execFile } = await import('node:child_process')
  await new Promise<void>((resolve) => void execFile('git', ['ls-remote', address], { env: GIT_ENV }, () => resolve()))
}

/** `ledger show --json` as a process, with its largest resident memory. */
function measureShow(repository: string): { seconds: number; megabytes: number; lines: number } {
  const hook =
    'data:text/javascript,process.on("exit",()=>process.stderr.write("rss="+process.resourceUsage().maxRSS+"\\n"))'
  const cli = path.resolve('build/src/entries/cli.js')
  const args = ['--import', hook, cli, 'ledger', 'show', '--month', '2026-11', '--json', '-', '--ledger', repository]
  const start = performance.now()
  const { stdout, stderr } = spawnSync(process.execPath, args, { env: GIT_ENV, maxBuffer: 1 << 30 })
  const seconds = (performance.now() - start) / 1000
  const megabytes = Number(/rss=(\d+)/.exec(stderr.toString('utf8'))?.[1] ?? Number.NaN) / 1000
  return { seconds, megabytes, lines: stdout.toString('latin1').split('\n').length - 1 }
}

console.log('| what | time | | |\n|---|---|---|---|')
if (isWanted('writers')) await benchWriters()
if (isWanted('inbox')) await benchInbox()
if (isWanted('month')) await benchMonth()
