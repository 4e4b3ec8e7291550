import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { computeMeasurement, endMeasurement, readSoFar } from '../../../src/app/measure/finish.ts'
import type { Measurement } from '../../../src/app/measure/measurement.ts'
import { startMeasurement } from '../../../src/app/measure/start.ts'
import { type MeasurementState, parseState } from '../../../src/app/measure/state.ts'
import { makeRange } from '../../../src/core/range.ts'
import { isRunning } from '../../../src/sensors/process-identity.ts'
import { SAMPLER } from '../../fakes/built-sampler.ts'
import { testPower } from '../../fakes/power.ts'
import { firstWithin, waitUntil } from '../../wait-until.ts'

const linux = process.platform === 'linux'
const temporary = mkdtempSync(join(tmpdir(), 'measure-process-'))

afterAll(() => {
  rmSync(temporary, { recursive: true, force: true })
})

async function start(options: { watchPid?: number; topProcesses?: boolean } = {}): Promise<MeasurementState> {
  const environment = { PATH: process.env['PATH'], RUNNER_TEMP: temporary, GITHUB_TOKEN: 'secret' }
  const state = await startMeasurement({
    samplerPath: SAMPLER,
    intervalMs: 200,
    watchPid: process.pid,
    environment,
    ...options,
  })
  // As an action keeps it between its two processes.
  return parseState(JSON.stringify(state))
}

const finish = async (state: MeasurementState): Promise<Measurement> =>
  computeMeasurement(await endMeasurement(state), testPower)
const pidOf = (state: MeasurementState): number => state.sampler?.process.pid ?? 0
const fileOf = (state: MeasurementState): string => join(state.sampler?.folder ?? '', 'samples.ndjson')
const codes = (measurement: Measurement): string[] => measurement.notes.map(({ code }) => code)

/** Waits until the sampler has written so many lines. */
async function lines(state: MeasurementState, count: number): Promise<string[]> {
  const read = (): string[] => readFileSync(fileOf(state), 'utf8').split('\n')
  await waitUntil(() => read().length > count, 50)
  return read()
}

/** Keeps every processor busy until it is stopped. Begins when all processes run. */
async function startLoad(): Promise<{ stop: () => void }> {
  const code = `process.stdout.write('busy'); for (;;);`
  const children = Array.from({ length: availableParallelism() }, () => spawn(process.execPath, ['-e', code]))
  await Promise.all(children.map((child) => once(child.stdout, 'data')))
  return { stop: () => children.forEach((child) => child.kill('SIGKILL')) }
}

describe('a measurement', () => {
  it('of full load reports full utilisation, and stolen time separately', async () => {
    const load = await startLoad()
    const [state, killed] = [await start(), await start()]
    await sleep(1500)
    process.kill(pidOf(killed), 'SIGKILL')
    await sleep(1500)
    const [measurement, halved] = [await finish(state), await finish(killed)]
    load.stop()
    expect(codes(halved)).toContain('sampler-died')
    const ratio = halved.it.it.value / halved.durationS / (measurement.it.it.value / measurement.durationS)
    expect(Math.abs(ratio - 1)).toBeLessThan(0.05)
    const stolen = measurement.timeline.length > 0 ? measurement.notes.find(({ code }) => code === 'cpu-steal') : null
    expect(measurement.utilization).toBeGreaterThan(stolen ? 80 : 96)
    expect(measurement.utilization).toBeLessThanOrEqual(100)
    expect(measurement.coverage).toBeCloseTo(1, 2)
    expect(measurement.timeline.length).toBeGreaterThan(8)
    expect(measurement.memoryPeak).toBeGreaterThan(0)
    expect(measurement.memoryPeak).toBeLessThanOrEqual(1)
    const { it, cpuWh, memoryWh, gpuWh, otherWh } = measurement.it
    expect((cpuWh ?? 0) + (memoryWh ?? 0) + (gpuWh ?? 0) + (otherWh ?? 0)).toBeCloseTo(it.value, 9)
    expect(it.value).toBeCloseTo((8 * measurement.durationS) / 3600, 3)
    // Depends on where the tests run: stolen time, and a container without a limit.
    expect(codes(measurement).filter((code) => !/^cpu-steal$|^scope-/.test(code))).toEqual([])
  })

  it.runIf(linux)(
    'keeps its files private, and starts the sampler without our streams, secrets or child processes',
    async () => {
      const state = await start()
      await lines(state, 3)
      const proc = `/proc/${pidOf(state)}`
      const streams = ['0', '1', '2'].map((fd) => readlinkSync(`${proc}/fd/${fd}`))
      expect(statSync(state.sampler?.folder ?? '').mode & 0o777).toBe(0o700)
      expect(statSync(fileOf(state)).mode & 0o777).toBe(0o600)
      expect(readFileSync(`${proc}/environ`, 'utf8')).not.toContain('secret')
      expect(readFileSync(`${proc}/task/${pidOf(state)}/children`, 'utf8')).toBe('')
      expect(streams.slice(0, 2)).toEqual(['/dev/null', '/dev/null'])
      expect(streams[2]).toBe(join(state.sampler?.folder ?? '', 'sampler.err'))
      await finish(state)
    },
  )

  it.runIf(linux)('writes every sample to disk at once', async () => {
    // Past the first ten ticks; lines that are held back come five at a time.
    const written = await firstWithin(
      (count) => count < 17,
      async () => {
        const state = await start()
        const { length } = await lines(state, 13)
        await finish(state)
        return length
      },
    )
    expect(written).toBeLessThan(17)
  })

  it('ends within half a second', async () => {
    const tookMs = await firstWithin(
      (ms) => ms < 600,
      async () => {
        const state = await start({ topProcesses: true })
        await lines(state, 3)
        const before = performance.now()
        await finish(state)
        return performance.now() - before
      },
    )
    expect(tookMs).toBeLessThan(600)
  })

  it('leaves no process and no file', async () => {
    const state = await start({ topProcesses: true })
    const written = await lines(state, 3)
    expect(JSON.parse(written[0] ?? '')).toMatchObject({ v: 1, pid: pidOf(state), interval: 200 })
    const measurement = await finish(state)
    expect(state.sampler && isRunning(state.sampler.process)).toBe(false)
    expect(existsSync(state.sampler?.folder ?? '')).toBe(false)
    expect(measurement.topProcesses.length).toBeLessThanOrEqual(10)
  })

  it('reports figures so far and continues', async () => {
    const state = await start()
    await lines(state, 3)
    const soFar = computeMeasurement(await readSoFar(state), testPower)
    expect(state.sampler && isRunning(state.sampler.process)).toBe(true)
    const end = await finish(state)
    expect(end.it.it.value).toBeGreaterThan(soFar.it.it.value)
    expect(codes(soFar)).not.toContain('sampler-died')
  })

  it('ends its sampler when the watched process ends', async () => {
    const watched = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
    const state = await start({ watchPid: watched.pid ?? 0 })
    await lines(state, 2)
    watched.kill('SIGKILL')
    await waitUntil(() => !(state.sampler && isRunning(state.sampler.process)), 50)
    expect(state.sampler && isRunning(state.sampler.process)).toBe(false)
    expect(codes(await finish(state))).toContain('sampler-died')
  })
})

describe.concurrent('a sampler that was tampered with', () => {
  /** A straight curve: then the energy is that of the counters to the last digit, however it is spread over time. */
  const straight = { ...testPower, wattsAt: (utilization: number) => makeRange(2 + utilization / 20) }

  async function meddle(with_: (state: MeasurementState) => Promise<void> | void): Promise<Measurement> {
    const state = await start()
    await lines(state, 4)
    await with_(state)
    await sleep(300)
    const measurement = computeMeasurement(await endMeasurement(state), straight)
    const countersWh = ((2 + measurement.utilization / 20) * measurement.durationS) / 3600
    // Ticks of 10 ms make a stretch of full load read 101 % now and then, which counts as 100.
    expect(Math.abs(measurement.it.it.value / countersWh - 1)).toBeLessThan(0.02)
    expect(measurement.coverage).toBeCloseTo(1, 1)
    return measurement
  }

  it.runIf(linux)('is replaced by the counters if it was killed, and the note names the signal', async () => {
    const measurement = await meddle((state) => void process.kill(pidOf(state), 'SIGKILL'))
    const died = measurement.notes.find(({ code }) => code === 'sampler-died')
    expect(died?.text).toContain('(killed by SIGKILL)')
  })

  it('is replaced by the counters if it crashes, and the note names exit status and error', async () => {
    const samplerPath = join(temporary, 'crashes.mjs')
    writeFileSync(samplerPath, 'throw new TypeError("no such sensor")\n')
    const state = await startMeasurement({ samplerPath, intervalMs: null, watchPid: 0, environment: process.env })
    await waitUntil(() => !(state.sampler && isRunning(state.sampler.process)), 50)
    const died = (await finish(state)).notes.find(({ code }) => code === 'sampler-died')
    expect(died?.text).toContain('(exit status 1; its last message: TypeError: no such sensor)')
    expect(state.sampler && existsSync(state.sampler.folder)).toBe(false)
  })

  it('is replaced by the counters if its file is zeroed', async () => {
    const zeros = (line: string): string => line.replace(/\d+/g, '0')
    const measurement = await meddle((state) => {
      writeFileSync(fileOf(state), readFileSync(fileOf(state), 'utf8').split('\n').map(zeros).join('\n'))
    })
    expect(codes(measurement)).toContain('samples-disagree')
  })

  it('is replaced by the counters if its file is emptied', async () => {
    expect(codes(await meddle((state) => writeFileSync(fileOf(state), '')))).not.toContain('sampler-died')
  })

  it('is replaced by the counters if its file is forged', async () => {
    const measurement = await meddle((state) => {
      const { start: first } = state
      const rows = Array.from({ length: 50 }, (_, index) => {
        const t = first.at.monotonicMs + index * 20
        return JSON.stringify({ t, c: [(first.cpu?.busyMs ?? 0) + 1e9, (first.cpu?.totalMs ?? 0) + 1e9, 0], r: [1e15] })
      })
      writeFileSync(fileOf(state), `${rows.join('\n')}\nnot a line of ours\n{"u":"x","t":1e400}\n`)
    })
    expect(codes(measurement)).toContain('samples-disagree')
  })

  it.runIf(linux)('is replaced by the counters if its file is a link or a pipe', async () => {
    const link = await meddle((state) => {
      rmSync(fileOf(state))
      symlinkSync('/etc/passwd', fileOf(state))
    })
    expect(codes(link)).toContain('samples-disagree')
    const pipe = await meddle((state) => {
      rmSync(fileOf(state))
      execFileSync('mkfifo', [fileOf(state)])
    })
    expect(codes(pipe)).toContain('samples-disagree')
    expect(existsSync('/etc/passwd')).toBe(true)
  })

  it.runIf(linux)('is not signalled if its process number belongs to another process', async () => {
    const state = await start()
    await lines(state, 2)
    process.kill(pidOf(state), 'SIGKILL')
    const bystander = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
    const taken = { ...state, sampler: state.sampler && { ...state.sampler } }
    const reused = {
      ...taken,
      sampler: taken.sampler && { ...taken.sampler, process: { ...taken.sampler.process, pid: bystander.pid ?? 0 } },
    }
    const measurement = await finish(reused)
    expect(codes(measurement)).toContain('sampler-died')
    expect(bystander.exitCode === null && bystander.signalCode === null).toBe(true)
    bystander.kill('SIGKILL')
  })

  it('is replaced by the counters if it never started', async () => {
    const environment = { RUNNER_TEMP: join(temporary, 'nowhere') }
    const options = { samplerPath: SAMPLER, intervalMs: null, watchPid: 0, environment }
    const state = await startMeasurement(options)
    await sleep(300)
    const measurement = await finish(state)
    const failed = measurement.notes.find(({ code }) => code === 'sampler-not-started')
    expect(failed?.text).toMatch(/ENOENT: no such file or directory, mkdtemp '.*nowhere/)
    expect(measurement.it.it.value).toBeGreaterThan(0)
  })

  it('has no figure without samples and counters', async () => {
    const state = await start()
    const blind = { ...state, start: { ...state.start, cpu: null } }
    rmSync(fileOf(state))
    await expect(finish(blind)).rejects.toThrow('neither a sample nor a counter')
    await sleep(10)
    const later = await start()
    const anew = { ...later, start: { ...later.start, at: { ...later.start.at, monotonicMs: 1e15 } } }
    await expect(finish(anew)).rejects.toThrow('machine restarted')
    expect(() => parseState('{}')).toThrow('cannot be read')
  })
})
