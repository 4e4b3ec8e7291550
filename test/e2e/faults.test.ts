import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/core/report.ts'
import { CLI, emptyFolder } from './cli-process.ts'

/** The command that is measured: it waits for a moment and succeeds. */
const WAIT = [process.execPath, '-e', 'setTimeout(() => {}, 1500)']

interface Outcome {
  readonly status: number | null
  readonly stderr: string
  /** Null if none was written. */
  readonly report: Report | null
}

interface Scene {
  /** Shell text before the tool, such as `ulimit -n 20;`. */
  readonly before?: string
  readonly env?: Readonly<Record<string, string>>
  readonly budget?: string
  /** Flags for the report; by default it goes to a file. */
  readonly output?: readonly string[]
  readonly command?: readonly string[]
  /** Called once, a second after the start. */
  readonly during?: (pid: number) => Promise<void> | void
}

/** Runs the tool as a process in an empty folder. */
async function run(scene: Scene, folder: string = emptyFolder()): Promise<Outcome> {
  const { before = '', env = {}, budget = '5 g', output = ['--json', 'report.json'], command = WAIT } = scene
  const args = [CLI, 'run', '--zone', 'DE', '--budget', budget, ...output, '--', ...command]
  const child = spawn('sh', ['-c', `${before} exec "$@"`, 'sh', process.execPath, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (text: Buffer) => (stdout += String(text)))
  child.stderr.on('data', (text: Buffer) => (stderr += String(text)))
  const ended = new Promise<number | null>((resolve) => void child.on('close', resolve))
  await sleep(1000)
  await scene.during?.(child.pid ?? 0)
  const status = await ended
  const file = path.join(folder, 'report.json')
  const text = existsSync(file) ? readFileSync(file, 'utf8') : stdout
  return { status, stderr, report: text === '' ? null : (JSON.parse(text) as Report) }
}

/** Child processes of a process: never 0, which would be the group of this test. */
function childrenOf(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return [...text.matchAll(/\d+/g)].map(([child]) => Number(child))
}

/** The wall clock is a day ahead once the file named by CLOCK_JUMP exists. */
const CLOCK = `#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>
static long ahead(void) { const char *file = getenv("CLOCK_JUMP"); return file && access(file, F_OK) == 0 ? 86400 : 0; }
int clock_gettime(clockid_t id, struct timespec *t) {
  static int (*real)(clockid_t, struct timespec *);
  if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
  int result = real(id, t);
  if (id == CLOCK_REALTIME) t->tv_sec += ahead();
  return result;
}
int gettimeofday(struct timeval *t, void *zone) {
  static int (*real)(struct timeval *, void *);
  if (!real) real = dlsym(RTLD_NEXT, "gettimeofday");
  int result = real(t, zone);
  t->tv_sec += ahead();
  return result;
}
`

async function jumpClock(): Promise<Outcome> {
  const folder = emptyFolder()
  writeFileSync(path.join(folder, 'clock.c'), CLOCK)
  execFileSync('cc', ['-shared', '-fPIC', '-o', 'clock.so', 'clock.c', '-ldl'], { cwd: folder })
  const jumped = path.join(folder, 'jumped')
  const env = { LD_PRELOAD: path.join(folder, 'clock.so'), CLOCK_JUMP: jumped }
  const outcome = await run({ env, during: () => writeFileSync(jumped, '') }, folder)
  const now = execFileSync(process.execPath, ['-p', 'Date.now()'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  expect(Number(now) - Date.now(), 'the preloaded clock is ahead').toBeGreaterThan(80_000_000)
  expect(outcome.report?.duration_s).toBeLessThan(60)
  return outcome
}

async function suspend(): Promise<Outcome> {
  const command = [process.execPath, '-e', 'setTimeout(() => {}, 5000)']
  const outcome = await run({
    command,
    during: async (pid) => {
      // The sampler and the command.
      while (childrenOf(pid).length < 2) await sleep(50)
      const all = [pid, ...childrenOf(pid)]
      for (const each of all) process.kill(each, 'SIGSTOP')
      await sleep(2500)
      for (const each of all) process.kill(each, 'SIGCONT')
    },
  })
  expect(outcome.report?.coverage).toBeGreaterThan(0.95)
  expect(outcome.report?.duration_s).toBeGreaterThan(4.5)
  return outcome
}

/** Folders of control groups of version 1 that this test may write to; empty if it may not. */
const CPU_GROUPS = ['/sys/fs/cgroup/cpu', '/sys/fs/cgroup/cpuacct']
function mayLimitCpu(): boolean {
  try {
    for (const group of CPU_GROUPS) rmdirSync(makeGroup(group))
    return true
  } catch {
    return false
  }
}

function makeGroup(group: string): string {
  if (!existsSync(path.join(group, 'tasks'))) throw new Error(`${group} is not a control group of version 1`)
  const folder = path.join(group, `carbon-gate-test-${process.pid}`)
  mkdirSync(folder)
  return folder
}

async function limitCpu(): Promise<Outcome> {
  const [cpu = '', accounts = ''] = CPU_GROUPS.map(makeGroup)
  try {
    writeFileSync(path.join(cpu, 'cpu.cfs_quota_us'), '50000')
    const outcome = await run({ before: `echo $$ > ${cpu}/tasks; echo $$ > ${accounts}/tasks;` })
    expect(outcome.report?.machine?.vcpus).toBe(0.5)
    return outcome
  } finally {
    // The sampler is gone within half a second.
    await sleep(1000)
    rmdirSync(cpu)
    rmdirSync(accounts)
  }
}

/** A `/proc` of so many CPUs, all of them half busy. */
function procOf(folder: string, cpus: number, ticks: number): void {
  const devices = path.join(folder, 'sys/devices/system/cpu')
  for (const each of [path.join(folder, 'proc'), devices]) mkdirSync(each, { recursive: true })
  if (cpus > 0) writeFileSync(path.join(devices, 'online'), `0-${cpus - 1}\n`)
  const lines = Array.from({ length: cpus }, (_, cpu) => `cpu${cpu} ${ticks} 0 0 ${ticks} 0 0 0 0 0 0\n`)
  const sum = cpus === 0 ? '' : `cpu  ${cpus * ticks} 0 0 ${cpus * ticks} 0 0 0 0 0 0\n`
  writeFileSync(path.join(folder, 'proc/stat'), `${sum}${lines.join('')}intr 1 2 3\n`)
  const names = Array.from(
    { length: cpus },
    (_, cpu) => `processor\t: ${cpu}\nmodel name\t: AMD EPYC 9965 192-Core Processor\nphysical id\t: ${cpu >> 9}\n`,
  )
  writeFileSync(path.join(folder, 'proc/cpuinfo'), names.join('\n'))
}

async function onCpus(count: number): Promise<Outcome> {
  const root = emptyFolder()
  let ticks = 1000
  const goOn = (): void => procOf(root, count, (ticks += 10))
  goOn()
  const timer = setInterval(goOn, 200)
  return run({ env: { CARBON_GATE_ROOT: root } }).finally(() => clearInterval(timer))
}

/** How many descriptors Node.js itself needs differs by version and surroundings: the first limit that is too low. */
async function limitDescriptors(): Promise<Outcome> {
  for (let limit = 40; limit > 16; limit -= 4) {
    const outcome = await run({ before: `ulimit -n ${limit};` })
    if (outcome.status !== 0) return outcome
  }
  return run({ before: 'ulimit -n 16;' })
}

/** Each fault by its name in docs/faults.md. */
const SCENES: Readonly<Record<string, () => Promise<Outcome>>> = {
  'the disk of the report is full': () => run({ output: ['--markdown', '/dev/full'] }),
  'the report is over a file size limit': () => run({ before: 'ulimit -f 1;' }),
  'the same, and the budget is exceeded': () => run({ before: 'ulimit -f 1;', budget: '0.000001 mg' }),
  'the sampler can write nothing': () => run({ before: 'ulimit -f 0;', output: ['--json', '-'] }),
  'no temporary folder': () => run({ env: { TMPDIR: '/nowhere' } }),
  'the clock jumps by a day': jumpClock,
  'tool and sampler are suspended (SIGSTOP, SIGCONT)': suspend,
  'a CPU limit (control group v1 or v2)': limitCpu,
  'a small heap (`--max-old-space-size=24`)': () => run({ env: { NODE_OPTIONS: '--max-old-space-size=24' } }),
  'an address space limit (`ulimit -v`)': () => run({ before: 'ulimit -v 2000000;' }),
  'too few file descriptors (`ulimit -n`, 16 to 40)': limitDescriptors,
  'a `/proc` without CPUs': () => onCpus(0),
  'a machine of 1,000 CPUs': () => onCpus(1000),
}

/** Faults that this machine cannot have, with the reason. */
const SKIPPED: Readonly<Record<string, string | false>> = {
  'the disk of the report is full': !existsSync('/dev/full') && 'there is no /dev/full',
  'the clock jumps by a day': spawnSync('cc', ['--version']).status !== 0 && 'there is no C compiler',
  'a CPU limit (control group v1 or v2)': !mayLimitCpu() && 'control groups of version 1 are not writable',
}

const ROWS = readFileSync('docs/faults.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Fault') && !line.startsWith('| :'))
  .map((line) => line.split('|').map((cell) => cell.trim()))

describe.skipIf(process.platform !== 'linux')('docs/faults.md', () => {
  it('describes every fault that is tried, and no other', () => {
    expect(ROWS.map(([, fault]) => fault)).toEqual(Object.keys(SCENES))
  })

  for (const [, fault = '', seen = '', status = '', described = ''] of ROWS) {
    const reason = SKIPPED[fault]
    it.skipIf(reason)(`${fault}: ends with status ${status}${reason ? ` (skipped: ${reason})` : ''}`, async () => {
      const outcome = await SCENES[fault]?.()
      const quoted = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text ?? '')
      expect(outcome?.status).toBe(Number(status))
      for (const text of quoted(seen)) expect(outcome?.stderr).toContain(text)
      const [verdict, ...codes] = quoted(described)
      if (described.startsWith('none')) return expect(outcome?.report).toBeNull()
      expect(outcome?.report).toMatchObject({ verdict, figure: { trusted: true } })
      expect(outcome?.report?.notes.map(({ code }) => code)).toEqual(expect.arrayContaining(codes))
    })
  }
})
