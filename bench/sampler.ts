/**
 * What the sampler costs in the first minute of a job, against a plain Node timer and a shell loop once a second in the same run: CPU
 * seconds a minute (start-up apart), resident memory, child processes. `npm run bench:sampler [-- SECONDS]` takes the bundle that is shipped; SAMPLER names another.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { LOAD_LEVELS } from '../src/core/power/curve.ts'
import { nodeFlags } from '../src/app/measure/launch.ts'
import { readCounters } from '../src/sensors/counters.ts'
import { writeFakeTree } from './fake-tree.ts'
import { type BenchRow, isProgram } from './row.ts'

const sampler = process.env['SAMPLER'] ?? join(import.meta.dirname, '../../dist/sampler/index.js')
/** Start-up is over after this time, ms. */
const SETTLE_MS = 3000
/** Limits of the project: CPU seconds a minute, the same where meters, a battery and a GPU board are read, and MiB. */
const LIMITS = { cpu: 0.03, cpuOfMeters: 0.04, rss: 45 }
const WITH_METERS = 'sampler, every sensor'
/** Clock ticks a second of /proc/PID/stat: 100 on every Linux that Node runs on. */
const TICKS_PER_S = 100

/**
 * What a person would write in a few minutes: the counters and the time once a second, into a file. `read` is part of the shell; `date`
 * and `sleep` are processes of their own.
 */
const SHELL_LOOP = 'while :; do read -r line < /proc/stat; echo "$(date +%s%3N) $line" >> "$0"; sleep 1; done'

/** What waking once a second costs by itself on this machine: the least that any sampler can take. */
const WAKE_ONLY = 'const cell = new Int32Array(new SharedArrayBuffer(4)); for (;;) Atomics.wait(cell, 0, 0, 1000)'

/** Cost of one subject. */
export interface SamplerCost {
  readonly name: string
  /** CPU seconds a minute, child processes that ended included. */
  readonly cpu: number
  readonly rssMib: number
  /** Process ids of children that live at the end. */
  readonly children: string
}

/** CPU seconds: of the threads from schedstat (exact, unlike ticks of 10 ms), of children that ended from stat. */
function cpuSeconds(pid: number): number {
  const own = readdirSync(`/proc/${pid}/task`).reduce(
    (sum, thread) => sum + Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e9,
    0,
  )
  // After the name in brackets: cutime and cstime are the 14th and 15th.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return own + (Number(fields[13]) + Number(fields[14])) / TICKS_PER_S
}

function residentMib(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}

/** A budget that is never used up, on the curve of an ordinary server. */
function stopOptions(folder: string): Record<string, unknown> {
  return {
    total: {
      start: readCounters('/', null, []).counters,
      scope: 'machine',
      vcpus: 4,
      machineVcpus: 4,
      points: LOAD_LEVELS.map((level) => ({ watts: 10 + level / 10, low: 5, high: 30 })),
      memoryWatts: 2,
      maxMeterWatts: null,
      isGpuSocket: false,
    },
    stop: {
      lines: [{ line: '1 MWh', metric: 'energy', limit: 1e6, perWh: 1.2, perSecond: 0 }],
      lifetimeYears: null,
      graceMs: 300_000,
      stopFile: join(folder, 'stop.json'),
      trackingId: 'bench',
      sinceTicks: '0',
      ownFolder: folder,
      cancelUrl: null,
    },
  }
}

/** Runs all subjects side by side. The first one is the plain timer, the second the shell loop. */
export async function measureSampler(seconds: number): Promise<SamplerCost[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-sampler-'))
  writeFakeTree(join(folder, 'root'))
  const start = (program: string, name: string, args: readonly string[]): { name: string; child: ChildProcess } => {
    const fd = openSync(join(folder, `${name}.ndjson`), 'w')
    const env = { PATH: program === 'sh' ? process.env['PATH'] : '/nowhere', UV_THREADPOOL_SIZE: '1' }
    return { name, child: spawn(program, [...args], { stdio: ['ignore', 'ignore', 'ignore', fd], env }) }
  }
  const startSampler = (name: string, options: Record<string, unknown>): ReturnType<typeof start> => {
    const watch = { pid: process.pid, startTicks: null }
    const all = { root: '/', folder, intervalMs: null, watch, limitMs: 3.6e6, topProcesses: false, ...options }
    return start(process.execPath, name, [...nodeFlags(process.versions.node), sampler, JSON.stringify(all)])
  }
  const subjects = [
    start(process.execPath, 'plain node timer', ['-e', 'setInterval(() => {}, 1000)']),
    start('sh', 'shell loop', ['-c', SHELL_LOOP, join(folder, 'loop.txt')]),
    startSampler('sampler', {}),
    startSampler(WITH_METERS, { root: join(folder, 'root') }),
    startSampler('sampler, top processes', { topProcesses: true }),
    startSampler('sampler, interval 1 s', { intervalMs: 1000 }),
    startSampler('sampler, interval 5 s', { intervalMs: 5000 }),
    startSampler('sampler, on-exceed: stop', stopOptions(folder)),
    start(process.execPath, 'wakes once a second, reads nothing', [
      ...nodeFlags(process.versions.node),
      '-e',
      WAKE_ONLY,
    ]),
  ].map(({ name, child }) => ({ name, child, pid: child.pid ?? 0 }))
  try {
    await sleep(SETTLE_MS)
    const before = subjects.map(({ pid }) => cpuSeconds(pid))
    await sleep(seconds * 1000)
    return subjects.map(({ name, pid }, index) => ({
      name,
      cpu: ((cpuSeconds(pid) - (before[index] ?? 0)) * 60) / seconds,
      rssMib: residentMib(pid),
      children: readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim(),
    }))
  } finally {
    for (const { child } of subjects) child.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The sampler in the first minute of a job, beside the plain timer and the shell loop. */
export async function benchSampler(seconds: number): Promise<BenchRow[]> {
  const costs = await measureSampler(seconds)
  const find = (name: string): SamplerCost => {
    const cost = costs.find((subject) => subject.name === name)
    if (!cost) throw new Error(`${name} did not start`)
    return cost
  }
  const timer = find('plain node timer')
  const own = find('sampler')
  const cpu = ({ cpu: seconds_ }: SamplerCost): string => `${seconds_.toFixed(3)} CPU-s a minute`
  const compare = (what: string, name: string, subject: SamplerCost, other: SamplerCost): BenchRow => ({
    what,
    figure: cpu(subject),
    reference: `${name}: ${cpu(other)}`,
    ratio: subject.cpu / other.cpu,
  })
  return [
    compare('sampler, first minute of a job', 'plain Node timer', own, timer),
    compare('the same', 'shell loop with `date` and `sleep`', own, find('shell loop')),
    compare('sampler that stops at a budget', 'plain Node timer', find('sampler, on-exceed: stop'), timer),
    compare('sampler, every second', 'plain Node timer', find('sampler, interval 1 s'), timer),
    compare('sampler with meters, battery, GPU board', 'plain Node timer', find(WITH_METERS), timer),
    {
      what: 'sampler, memory',
      figure: `${own.rssMib.toFixed(0)} MiB`,
      reference: `plain Node timer: ${timer.rssMib.toFixed(0)} MiB`,
      ratio: own.rssMib / timer.rssMib,
    },
  ]
}

if (isProgram(import.meta.url)) {
  const seconds = Number(process.argv[2] ?? 60)
  const costs = await measureSampler(seconds)
  const [base] = costs
  console.log(
    `| ${seconds} s, node ${process.version} | CPU s/min | ratio | RSS MiB | ratio | children | within limits |`,
  )
  console.log('|---|--:|--:|--:|--:|--:|---|')
  for (const { name, cpu, rssMib, children } of costs) {
    const ratios = [cpu / (base?.cpu ?? 1), rssMib / (base?.rssMib ?? 1)].map((ratio) => ratio.toFixed(2))
    const mostCpu = name === WITH_METERS ? LIMITS.cpuOfMeters : LIMITS.cpu
    const isWithin = cpu <= mostCpu && rssMib <= LIMITS.rss && children === ''
    console.log(
      `| ${name} | ${cpu.toFixed(4)} | ${ratios[0]} | ${rssMib.toFixed(1)} | ${ratios[1]} | ${children || 0} | ${isWithin ? 'yes' : 'NO'} |`,
    )
  }
}
