import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Report } from '../../src/core/report.ts'
import { KernelTree } from '../fakes/kernel-tree.ts'

/** The compiled command line, as test/build.ts leaves it: it needs no bundle. */
const CLI = path.resolve('build/src/entries/cli.js')

/** Power of the fake machine by its own meter, W, at first and after `spend`; the supply loses 6 % (core/measurement/parts.ts). */
const METER_WATTS = { idle: 360, spending: 9999 }
export const WH_PER_S = METER_WATTS.idle / 0.94 / 3600

export interface MeteredRun {
  readonly child: ChildProcess
  readonly folder: string
  /** What was printed so far. */
  stderr(): string
  stdout(): string
  /** Waits until the command has printed this. */
  printed(text: string): Promise<void>
  /** Makes the machine draw so much that the rest of the budget is used at once. */
  spend(): void
  readonly ended: Promise<{ readonly status: number | null; readonly report: Report }>
}

/** A machine whose power is constant, so that a budget is reached at a known time; its CPU times are the real ones. */
export function meteredMachine(): KernelTree {
  return new KernelTree({ 'sys/class/hwmon/hwmon0/name': 'power_meter\n', ...meterAt(METER_WATTS.idle) })
}

/** Makes a machine draw so much that any budget is used at once. */
export function spendOn(machine: KernelTree): void {
  machine.write(meterAt(METER_WATTS.spending))
}

function meterAt(watts: number): Record<string, string> {
  return { 'sys/class/hwmon/hwmon0/power1_average': `${String(watts).padStart(4, '0')}000000\n` }
}

/** Starts `run` on such a machine, or on the real one. @param command the command after `--`, in a folder of its own */
export function startRun(
  flags: readonly string[],
  command: readonly string[],
  { env = {}, isReal = false }: { readonly env?: Readonly<Record<string, string>>; readonly isReal?: boolean } = {},
): MeteredRun {
  const folder = mkdtempSync(path.join(tmpdir(), 'carbon-gate-stop-test-'))
  const machine = meteredMachine()
  const own = ['--pue', '1', '--intensity', '500', '--interval', '0.1', '--json', 'report.json']
  const child = spawn(process.execPath, [CLI, 'run', ...own, ...flags, '--', ...command], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NO_COLOR: '1',
      ...(!isReal && { CARBON_GATE_ROOT: machine.root }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = { out: '', err: '' }
  child.stdout.on('data', (data: Buffer) => (printed.out += data.toString()))
  child.stderr.on('data', (data: Buffer) => (printed.err += data.toString()))
  const ended = new Promise<{ status: number | null; report: Report }>((resolve, reject) => {
    child.on('close', (status) => {
      machine.remove()
      const file = path.join(folder, 'report.json')
      if (existsSync(file)) resolve({ status, report: JSON.parse(readFileSync(file, 'utf8')) as Report })
      else reject(new Error(`status ${status}, no report: ${printed.err}`))
    })
  })
  return {
    child,
    folder,
    stderr: () => printed.err,
    stdout: () => printed.out,
    printed: async (text) => {
      while (!printed.out.includes(text)) await once(child.stdout, 'data')
    },
    spend: () => spendOn(machine),
    ended,
  }
}
