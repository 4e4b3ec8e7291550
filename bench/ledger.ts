/**
 * The ledger in a git repository under load: many writers, many unswept refs, a large month. `npm run bench:ledger [-- PART...]` with the
 * parts `writers`, `inbox` and `month`; all of them without any. Real git, over the file system and over HTTP.
 */
import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { type AddressInfo, type Server, connect, createServer } from 'node:net'
import path from 'node:path'
import { GitStore } from '../src/ledger/git/git-store.ts'
import { inboxRef } from '../src/ledger/git/inbox-ref.ts'
import { inboxMessage } from '../src/ledger/git/snapshot.ts'
import { fastImportStream } from '../src/ledger/git/fast-import.ts'
import { entryLine } from '../src/ledger/entry-file.ts'
import { GIT_ENV, bareRepository, git, gitInput, serveRepositories } from '../test/ledger/git-server.ts'
import { fakeEntry } from './ledger-entries.ts'
import { type BenchRow, duration, isProgram, median, timed } from './row.ts'

const REF = 'refs/heads/carbon-ledger'
const MONTH = { from: '2026-11-01', to: '2026-11-30' }

function openStore(repository: string): GitStore {
  return new GitStore({ kind: 'git', repository, ref: REF }, { env: GIT_ENV, cwd: process.cwd() })
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

/** Writers that all add at once, beside as many pushes of ready commits one after the other. */
async function measureWriters(
  writers: number,
  protocol: 'file' | 'http',
): Promise<{ addedMs: number; plainMs: number; entries: number; waiting: number; faults: number }> {
  const repository = bareRepository()
  const served = protocol === 'http' ? await serveRepositories(path.dirname(repository)) : null
  const address = served ? `${served.url}/ledger.git` : repository
  const plain = await timed(async () => {
    const work = bareRepository()
    for (let index = 0; index < writers; index += 1) {
      const stream = fastImportStream([{ ref: 'refs/x', message: 'x', parent: null, files: { [`${index}`]: 'x' } }], 1)
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
  return { addedMs: added.ms, plainMs: plain.ms, entries, waiting, faults: faults.length }
}

async function printWriters(): Promise<void> {
  const writers = 50
  for (const protocol of ['file', 'http'] as const) {
    const { addedMs, plainMs, entries, waiting, faults } = await measureWriters(writers, protocol)
    console.log(
      `| ${writers} writers, ${protocol} | ${duration(addedMs)} | ${entries} entries, ${waiting} left to a later sweep, ${faults} faults | ${(addedMs / plainMs).toFixed(1)} x ${writers} plain pushes (${duration(plainMs)}) |`,
    )
  }
}

async function pushPlainly(work: string, address: string, spec: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    execFile('git', ['push', '--quiet', address, spec], { cwd: work, env: GIT_ENV }, (error) => {
      if (error) reject(new Error(error.message))
      else resolve()
    })
  })
}

/** 5,000 refs that no sweep has moved: totals, one more add, and the sweep of all. */
async function printInbox(): Promise<void> {
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

/** A month of entries, written hourly as a collector does; read over HTTP without partial clone. */
async function measureMonth(count: number): Promise<{
  repository: string
  writtenMs: number
  oneMoreMs: number
  totalsMs: number
  listMs: number
  bytes: number
}> {
  const repository = bareRepository()
  git(repository, 'config', 'uploadpack.allowFilter', 'false')
  const writer = openStore(repository)
  const entries = Array.from({ length: count }, (_, index) => ({ entry: fakeEntry(index, count) }))
  const written = await timed(async () => {
    for (let start = 0; start < count; start += count / 10)
      await writer.collect(entries.slice(start, start + count / 10), null)
  })
  const one = await timed(() => writer.collect([{ entry: { ...fakeEntry(count - 1, count), key: 'one-more' } }], null))
  await writer.close()
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
  const listMs = await medianMs(5, () => listRemote(address))
  proxy.server.close()
  server.close()
  return { repository, writtenMs: written.ms, oneMoreMs: one.ms, totalsMs, listMs, bytes }
}

async function printMonth(): Promise<void> {
  const count = 150_000
  const { repository, writtenMs, oneMoreMs, totalsMs, listMs, bytes } = await measureMonth(count)
  console.log(
    `| ${count} entries written by 10 collections | ${duration(writtenMs)} | one more ${duration(oneMoreMs)} | |`,
  )
  console.log(
    `| totals of the month over HTTP | ${duration(totalsMs)} | bare git ls-remote ${duration(listMs)} | ${(bytes / 1000).toFixed(0)} kB transferred |`,
  )
  const shown = measureCommand('ledger', 'show', '--month', '2026-11', '--json', '-', '--ledger', repository)
  console.log(
    `| ledger show of the month as JSON | ${duration(shown.ms)} | ${shown.megabytes.toFixed(0)} MB | ${shown.output.split('\n').length - 1} lines |`,
  )
}

/** Writers at once, a month's totals, and the page of that month. */
export async function benchLedger(writers: number, count: number): Promise<BenchRow[]> {
  const { addedMs, plainMs, entries, faults } = await measureWriters(writers, 'file')
  if (entries !== writers || faults > 0) throw new Error(`${entries} of ${writers} entries, ${faults} faults`)
  const { repository, totalsMs, listMs, bytes } = await measureMonth(count)
  const month = ['--month', '2026-11', '--ledger', repository]
  const page = measureCommand('dashboard', ...month, '-o', '-')
  const lines = await timed(() => parseLines(repository))
  return [
    {
      what: `ledger: ${writers} writers at once`,
      figure: duration(addedMs),
      reference: `${writers} \`git push\`, one after the other: ${duration(plainMs)}`,
      ratio: addedMs / plainMs,
    },
    {
      what: `ledger: totals of a month of ${count.toLocaleString('en')} entries over HTTP`,
      figure: `${duration(totalsMs)}, ${(bytes / 1000).toFixed(0)} kB`,
      reference: `\`git ls-remote\`: ${duration(listMs)}`,
      ratio: totalsMs / listMs,
    },
    {
      what: 'dashboard of that month',
      figure: `${duration(page.ms)}, ${(page.output.length / 1000).toFixed(0)} kB of HTML`,
      reference: `\`git grep\` and \`JSON.parse\` of its lines: ${duration(lines.ms)}`,
      ratio: page.ms / lines.ms,
    },
  ]
}

/** What reading the entries costs at least: a Node process that parses the lines that git prints. */
function parseLines(repository: string): void {
  const code = `const { execFileSync } = require('node:child_process')
const text = execFileSync('git', ['grep', '-h', '-e', '', '${REF}', '--', 'ledger/v1'], { maxBuffer: 1e9, encoding: 'utf8' })
for (const line of text.trimEnd().split('\\n')) JSON.parse(line)`
  execFileSync(process.execPath, ['-e', code], { cwd: repository, env: GIT_ENV })
}

async function listRemote(address: string): Promise<void> {
  await new Promise<void>((resolve) => void execFile('git', ['ls-remote', address], { env: GIT_ENV }, () => resolve()))
}

/** The command line as a process, with its largest resident memory. */
function measureCommand(...args: readonly string[]): { ms: number; megabytes: number; output: string } {
  const hook =
    'data:text/javascript,process.on("exit",()=>process.stderr.write("rss="+process.resourceUsage().maxRSS+"\\n"))'
  const cli = path.resolve(import.meta.dirname, '../../dist/cli/index.js')
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', hook, cli, ...args], {
    env: GIT_ENV,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  const ms = performance.now() - start
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`)
  // maxRSS is in KiB.
  return { ms, megabytes: (Number(/rss=(\d+)/.exec(stderr)?.[1] ?? Number.NaN) * 1024) / 1e6, output: stdout }
}

if (isProgram(import.meta.url)) {
  const wanted = new Set(process.argv.slice(2))
  const isWanted = (part: string): boolean => wanted.size === 0 || wanted.has(part)
  console.log('| what | time | | |\n|---|---|---|---|')
  if (isWanted('writers')) await printWriters()
  if (isWanted('inbox')) await printInbox()
  if (isWanted('month')) await printMonth()
}
