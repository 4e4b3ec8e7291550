/**
 * What the sampler costs, against a plain Node timer of the same rhythm in the same run: CPU seconds a minute (start-up
 * apart), resident memory, forks. `npm run bench:sampler [-- SECONDS]` takes the bundle that is shipped; SAMPLER names another.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { LOAD_LEVELS } from '../src/core/power/curve.ts'
import { nodeFlags } from '../src/app/measure/launch.ts'
import { readCounters } from '../src/sensors/counters.ts'
import { writeFakeTree } from './fake-tree.ts'

const seconds = Number(process.argv[2] ?? 60)
const sampler = process.env['SAMPLER'] ?? join(import.meta.dirname, '../../dist/sampler/index.js')
/** Start-up is over after this time, ms. */
const SETTLE_MS = 3000
/** Limits of the project: CPU seconds a minute and MiB. */
const LIMITS = { cpu: 0.03, rss: 45 }

const folder = mkdtempSync(join(tmpdir(), 'bench-sampler-'))
writeFakeTree(join(folder, 'root'))

function start(name: string, args: readonly string[]): { name: string; pid: number } {
  const fd = openSync(join(folder, `${name}.ndjson`), 'w')
  const child = spawn(process.execPath, [...args], {
    stdio: ['ignore', 'ignore', 'ignore', fd],
    env: { PATH: '/nowhere', UV_THREADPOOL_SIZE: '1' },
  })
  return { name, pid: child.pid ?? 0 }
}

function samplerWith(name: string, options: Record<string, unknown>): { name: string; pid: number } {
  const all = { root: '/', folder, intervalMs: null, watch: { pid: process.pid, startTicks: null }, limitMs: 3.6e6 }
  return start(name, [
    ...nodeFlags(process.versions.node),
    sampler,
    JSON.stringify({ ...all, topProcesses: false, ...options }),
  ])
}

/** Nanoseconds on a processor, all threads (schedstat: exact, unlike ticks of 10 ms), as seconds. */
function cpuSeconds(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`)
  return threads.reduce(
    (sum, thread) => sum + Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e9,
    0,
  )
}

function status(pid: number, key: string): number {
  return Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
}

/** A budget that is never used up, on the curve of an ordinary server. */
const total = {
  start: readCounters('/', null, []).counters,
  scope: 'machine',
  vcpus: 4,
  machineVcpus: 4,
  points: LOAD_LEVELS.map((level) => ({ watts: 10 + level / 10, low: 5, high: 30 })),
  memoryWatts: 2,
  maxMeterWatts: null,
  isGpuSocket: false,
}
const stop = {
  lines: [{ line: '1 MWh', metric: 'energy', limit: 1e6, perWh: 1.2, perSecond: 0 }],
  lifetimeYears: null,
  graceMs: 300_000,
  stopFile: join(folder, 'stop.json'),
  trackingId: 'bench',
  sinceTicks: '0',
  ownFolder: folder,
  cancelUrl: null,
}

const plain = ['-e', 'setInterval(() => {}, 1000)']
const subjects = [
  start('plain node timer', plain),
  samplerWith('sampler', {}),
  samplerWith('sampler, every sensor', { root: join(folder, 'root') }),
  samplerWith('sampler, top processes', { topProcesses: true }),
  samplerWith('sampler, interval 5 s', { intervalMs: 5000 }),
  samplerWith('sampler, on-exceed: stop', { total, stop }),
]
await sleep(SETTLE_MS)
const before = subjects.map(({ pid }) => cpuSeconds(pid))
await sleep(seconds * 1000)
const rows = subjects.map(({ name, pid }, index) => {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
  const cpu = ((cpuSeconds(pid) - (before[index] ?? 0)) * 60) / seconds
  return { name, cpu, rss: status(pid, 'VmRSS') / 1024, children }
})
const base = rows[0]
console.log(
  `| ${seconds} s, node ${process.version} | CPU s/min | ratio | RSS MiB | ratio | children | within limits |`,
)
console.log('|---|--:|--:|--:|--:|--:|---|')
for (const { name, cpu, rss, children } of rows) {
  const ratios = [cpu / (base?.cpu ?? 1), rss / (base?.rss ?? 1)].map((ratio) => ratio.toFixed(2))
  const ok = cpu <= LIMITS.cpu && rss <= LIMITS.rss && children === ''
  console.log(
    `| ${name} | ${cpu.toFixed(4)} | ${ratios[0]} | ${rss.toFixed(1)} | ${ratios[1]} | ${children || 0} | ${ok ? 'yes' : 'NO'} |`,
  )
}
for (const { pid } of subjects) process.kill(pid)
rmSync(folder, { recursive: true, force: true })
