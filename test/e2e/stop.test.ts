import { execFileSync, spawn } from 'node:child_process'
import { existsSync, openSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { ReportSchema } from '../../src/core/report.ts'
import { identify, isRunning } from '../../src/sensors/process-identity.ts'
import { listProcesses, variableOf } from '../../src/sensors/process-list.ts'
import { textAt } from '../../src/sensors/root.ts'
import { LOAD_LEVELS } from '../../src/core/power/curve.ts'
import { readCounters } from '../../src/sensors/counters.ts'
import { findRaplZones } from '../../src/sensors/rapl-zones.ts'
import { SAMPLER } from '../fakes/built-sampler.ts'
import { waitUntil } from '../wait-until.ts'
import { emptyFolder } from './cli-process.ts'
import { type MeteredRun, WH_PER_S, meteredMachine, startRun } from './metered-run.ts'

/** Reached after 1.2 s. */
const BUDGET_WH = 1.2 * WH_PER_S
const STOP = ['--on-exceed', 'stop', '--stop-grace', '20 s', '--budget', `${BUDGET_WH.toFixed(5)} Wh`]
/** Reached when the test says so. */
const STOP_LATER = ['--on-exceed', 'stop', '--stop-grace', '20 s', '--budget', `${(60 * WH_PER_S).toFixed(5)} Wh`]

/** Processes that carry a variable of the test. */
function processesOf(mark: string): number[] {
  return listProcesses()
    .filter(({ pid, hasEnded }) => !hasEnded && variableOf(pid, 'STOP_TEST') === mark)
    .map(({ pid }) => pid)
}

/** Lines of `--progress json`. */
function progressOf(run: MeteredRun): { type: string; step?: string; share: number; elapsed_s: number }[] {
  return run
    .stderr()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { type: string; share: number; elapsed_s: number })
}

describe.skipIf(process.platform !== 'linux')('run --on-exceed stop ends', () => {
  it('a shell with children, make -j, npm, a session of its own and a daemon; no process of others', async () => {
    const name = 'trees'
    const bystander = spawn('sleep', ['60'])
    const script = `make -j3 all & npm run long --silent & sleep 60 & setsid sh -c 'sleep 60' & setsid -f sh -c 'exec sleep 60'
      while [ $(grep -lsz "^STOP_TEST=trees" /proc/[0-9]*/environ | wc -l) -lt 12 ]; do sleep 0.1; done; echo ready; wait`
    const run = startRun(STOP_LATER, ['sh', '-c', script], { env: { STOP_TEST: name } })
    writeFileSync(path.join(run.folder, 'Makefile'), 'all: a b c\na b c:\n\tsleep 60\n')
    writeFileSync(path.join(run.folder, 'package.json'), '{"scripts":{"long":"sleep 60"}}')
    await run.printed('ready')
    run.spend()
    const { status, report } = await run.ended
    expect(processesOf(name)).toEqual([])
    expect(isRunning(identify(bystander.pid ?? 0))).toBe(true)
    bystander.kill('SIGKILL')
    expect(status, run.stderr()).toBe(1)
    expect(() => ReportSchema.parse(report)).not.toThrow()
    expect(report).toMatchObject({ verdict: 'fail', stopped: { killed: false } })
    expect(report.notes.map(({ code }) => code)).toContain('stopped-by-budget')
    expect(run.stderr()).toContain('Stopped by its budget: at ')
  })

  it('a child that ignores SIGTERM, by SIGKILL after the grace', { timeout: 40_000 }, async () => {
    const name = 'ignores'
    const flags = [...STOP_LATER, '--stop-grace', '0.5 s']
    const script = `trap '' TERM; echo ready; while :; do sleep 1; done`
    const run = startRun(flags, ['sh', '-c', script], { env: { STOP_TEST: name } })
    await run.printed('ready')
    run.spend()
    const { status, report } = await run.ended
    expect(processesOf(name)).toEqual([])
    expect(status).toBe(1)
    expect(report.stopped).toMatchObject({ killed: true })
    expect(report.stopped?.grace_s).toBeGreaterThan(10)
    expect(run.stderr()).toMatch(/SIGTERM is sent again.*\n.*killed \(SIGKILL\)/)
  })

  it('a program that saves a checkpoint: its energy is counted, and status 0 becomes 1', async () => {
    const script = `trap 'sleep 1; cp "$CARBON_GATE_STOP_FILE" notice.json; echo saved > checkpoint; exit 0' TERM; while :; do sleep 0.1; done`
    const run = startRun([...STOP, '--progress', 'json'], ['bash', '-c', script])
    const { status, report } = await run.ended
    expect(readFileSync(path.join(run.folder, 'checkpoint'), 'utf8')).toBe('saved\n')
    expect(status).toBe(1)
    const { at_share = 0, grace_s, after_wh, line } = report.stopped ?? {}
    expect(line).toBe(STOP.at(-1))
    // The first reading over the limit, of which the one before was under it.
    const readings = progressOf(run).filter(({ type }) => type === 'progress')
    const first = readings.findIndex(({ share }) => share >= 1)
    expect(at_share).toBeCloseTo(readings[first]?.share ?? 0, 4)
    expect(readings[first - 1]?.share).toBeLessThan(1)
    expect(grace_s).toBeGreaterThan(1)
    expect(after_wh).toBeGreaterThan(0.9 * WH_PER_S)
    expect((report.energy.total_wh ?? 0) / BUDGET_WH).toBeGreaterThan(at_share + 0.9 * (1 / 1.2))
    // What was used at the stop and what was used after it are all of it.
    expect(at_share + (after_wh ?? 0) / BUDGET_WH).toBeCloseTo((report.energy.total_wh ?? 0) / BUDGET_WH, 1)
    const notice = JSON.parse(readFileSync(path.join(run.folder, 'notice.json'), 'utf8')) as Record<string, unknown>
    expect(notice).toEqual({
      reason: 'budget-exceeded',
      share: expect.closeTo(at_share, 3) as number,
      budget: line,
      deadline: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
    })
  })

  it('and warns at 80 %: a file appears, one line is printed, and handlers of the signal are called', async () => {
    const script = `test -e "$CARBON_GATE_STOP_FILE" && echo early; trap 'echo warned; warned=1' USR1
      while ! test -e "$CARBON_GATE_STOP_FILE"; do sleep 0.05; done; cat "$CARBON_GATE_STOP_FILE"
      for i in $(seq 50); do test -n "$warned" && break; sleep 0.1; done; exit 0`
    const flags = ['--on-exceed', 'stop', '--budget', `${(5 * WH_PER_S).toFixed(5)} Wh`, '--warn-signal', 'USR1']
    const run = startRun(flags, ['bash', '-c', script])
    const { status, report } = await run.ended
    expect(run.stdout()).not.toContain('early')
    expect(run.stdout()).toContain('warned')
    expect(run.stdout()).toContain('"reason":"budget-warning"')
    // It ended by itself: no stop.
    expect(status).toBe(report.verdict === 'pass' ? 0 : 1)
    expect(report.stopped ?? null).toBeNull()
    expect(run.stderr().match(/is used after .* at this rate all of it in about/g)).toHaveLength(1)
  })
})

describe.skipIf(process.platform !== 'linux')('a run with a budget', () => {
  it('is not stopped by default', async () => {
    const run = startRun(['--budget', '1 mWh'], ['sh', '-c', 'sleep 1; echo done; echo ${CARBON_GATE_STOP_FILE-unset}'])
    const { status, report } = await run.ended
    expect(run.stdout()).toBe('done\nunset\n')
    expect([status, report.verdict, report.stopped ?? null]).toEqual([1, 'fail', null])
  })

  it('is not stopped by a forged sample file, and still judged by its meters', async () => {
    const run = startRun(
      ['--on-exceed', 'stop', '--budget', '1 Wh'],
      [
        'sh',
        '-c',
        `f=$(readlink /proc/$(pgrep -P $PPID -f '[r]eadingMs')/fd/3); sleep 0.5; echo '{"t":1e15,"c":[9e15,9e15,0],"w":1e9}' >> "$f" && echo forged; sleep 1`,
      ],
    )
    const { status, report } = await run.ended
    expect(run.stdout()).toContain('forged')
    expect([status, report.stopped ?? null, report.verdict]).toEqual([0, null, 'pass'])
    expect(report.energy.total_wh).toBeLessThan(6 * WH_PER_S)
  })

  it('is not stopped while its sampler is suspended, and is judged over its budget', async () => {
    // The sampler is held long before the budget is used up, and the work then takes more than all of it.
    const script = `kill -STOP $(pgrep -P $PPID -f '[r]eadingMs'); timeout 5 sh -c 'while :; do :; done'; echo done`
    const flags = ['--on-exceed', 'stop', '--budget', '2.5 mWh', '--interval', '2']
    const { ended, stdout } = startRun(flags, ['sh', '-c', script], { isReal: true })
    const { status, report } = await ended
    expect(stdout()).toBe('done\n')
    expect([status, report.verdict, report.stopped ?? null]).toEqual([1, 'fail', null])
    expect(report.coverage).toBeGreaterThan(0.9)
  })

  it.each([[['--budget', '1 Wh']], [STOP_LATER]])(
    'that is killed (SIGKILL) leaves its command running, as timeout(1) does, and no sampler or folder: %j',
    async (flags) => {
      const temporary = emptyFolder()
      const run = startRun(flags, ['sh', '-c', 'echo $$; exec sleep 60'], { env: { TMPDIR: temporary } })
      run.ended.catch(() => undefined)
      await run.printed('\n')
      expect(readdirSync(temporary)).toHaveLength(1)
      run.child.kill('SIGKILL')
      const isOver = (): boolean =>
        readdirSync(temporary).length === 0 &&
        !listProcesses().some(({ pid }) => textAt('/', `proc/${pid}/cmdline`)?.includes(temporary))
      await waitUntil(isOver)
      expect(isOver()).toBe(true)
      const command = identify(Number(run.stdout()))
      expect(isRunning(command)).toBe(true)
      process.kill(command.pid, 'SIGKILL')
    },
  )

  it('warns at once if its sampler was killed, because it can no longer stop the command', async () => {
    const script = `kill -KILL $(pgrep -P $PPID -f '[r]eadingMs'); sleep 1`
    const run = startRun(STOP_LATER, ['sh', '-c', script])
    const { status, report } = await run.ended
    expect(run.stderr()).toMatch(/^carbon-gate: the sampler ended early, so nothing is stopped from here on/)
    expect([status, report.stopped ?? null, report.verdict]).toEqual([0, null, 'pass'])
  })

  it('is watched on a full disk as well', async () => {
    const machine = meteredMachine()
    const start = readCounters(machine.root, null, findRaplZones(machine.root).zones).counters
    const total = { start, scope: 'machine', vcpus: 1, machineVcpus: 1, memoryWatts: 0 }
    const points = LOAD_LEVELS.map(() => ({ watts: 100, low: 100, high: 100 }))
    const options = { root: machine.root, folder: machine.root, intervalMs: 100, watch: null, limitMs: 60_000 }
    const sampler = spawn(
      process.execPath,
      [SAMPLER, JSON.stringify({ ...options, readingMs: 0, total: { ...total, points, maxMeterWatts: null } })],
      { stdio: ['ignore', 'ignore', 'ignore', openSync('/dev/full', 'w'), 'pipe'] },
    )
    let text = ''
    for await (const chunk of sampler.stdio[4] as Readable) {
      text += String(chunk)
      if (text.split('\n').length > 8) break
    }
    sampler.kill()
    machine.remove()
    const { itWh, seconds } = JSON.parse(text.split('\n')[7] ?? '') as { itWh: number; seconds: number }
    expect(itWh / (WH_PER_S * seconds)).toBeCloseTo(1, 1)
  })

  it('is stopped by what the month has left, if stop-at names the month, and not by a ledger that is gone', async () => {
    const ledger = path.join(emptyFolder(), 'ledger.git')
    execFileSync('git', ['init', '--quiet', '--bare', ledger])
    const report = path.join(path.dirname(ledger), 'earlier.json')
    const earlier = ['--hours', '1', '--watts', '100', '--processors', '1', '--pue', '1', '--intensity', '500']
    const cli = (...args: string[]): string =>
      execFileSync(process.execPath, [path.resolve('build/src/entries/cli.js'), ...args], { encoding: 'utf8' })
    cli('estimate', ...earlier, '--json', report)
    cli('ledger', 'add', report, '--ledger', ledger)
    const line = `${(100 + WH_PER_S).toFixed(5)} Wh per month`
    const flags = ['--on-exceed', 'stop', '--stop-at', 'month', '--stop-grace', '20 s', '--budget', line]
    const stopped = await startRun([...flags, '--ledger', ledger], ['sleep', '30']).ended
    expect([stopped.status, stopped.report.stopped?.line]).toEqual([1, line])
    expect(stopped.report.stopped?.at_share).toBeCloseTo(1, 2)
    const unread = await startRun([...flags, '--ledger', path.join(ledger, 'gone')], ['sleep', '0.1']).ended
    expect([unread.status, unread.report.stopped ?? null]).toEqual([0, null])
    expect(unread.report.notes.map(({ code }) => code)).toContain('stop-not-armed')
  })

  it('without a line that can stop it is an error before the command starts', async () => {
    const run = startRun(['--on-exceed', 'stop', '--budget', '5 g per workflow'], ['touch', 'started'])
    await expect(run.ended).rejects.toThrow(/status 2.*--on-exceed stop has nothing to stop at/s)
    expect(existsSync(path.join(run.folder, 'started'))).toBe(false)
  })
})
