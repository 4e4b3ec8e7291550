import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { computeMeasurement, endMeasurement } from '../../../src/app/measure/finish.ts'
import type { Measurement } from '../../../src/app/measure/measurement.ts'
import { startMeasurement } from '../../../src/app/measure/start.ts'
import { SAMPLER } from '../../fakes/built-sampler.ts'
import { monotonicMs } from '../../../src/sensors/clock.ts'
import { type Files, KernelTree, containerV1, containerV2, stat, zone } from '../../fakes/kernel-tree.ts'
import type { SlicePower } from '../../../src/app/power/machine-power.ts'
import { scaleRange } from '../../../src/core/range.ts'
import { testPower } from '../../fakes/power.ts'

const temporary = mkdtempSync(join(tmpdir(), 'measure-trees-'))
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

const TICK_MS = 10

/** Measures a machine of files, which change from step to step as the job goes on. */
async function measure(
  at: (elapsedMs: number) => Files,
  ms = 1500,
  before: Files = {},
  power = testPower,
): Promise<Measurement> {
  const tree = new KernelTree({ ...before, ...at(0) })
  const environment = { RUNNER_TEMP: temporary, CARBON_GATE_ROOT: tree.root, PATH: '' }
  const options = { samplerPath: SAMPLER, intervalMs: 100, watchPid: process.pid, environment }
  const state = await startMeasurement(options)
  // The clock of the counters, so that a busy machine changes no figure.
  const elapsedMs = (): number => monotonicMs() - state.start.at.monotonicMs
  // A busy machine starts the sampler late: tests of meters wait for its samples.
  const leastLines = ms >= 800 ? ENOUGH_LINES : 0
  const isOver = (): boolean =>
    elapsedMs() >= ms && (linesOf(state.sampler?.folder ?? '') >= leastLines || elapsedMs() > 10_000)
  while (!isOver()) {
    await sleep(20)
    tree.write(at(elapsedMs()))
  }
  const measurement = computeMeasurement(await endMeasurement(state), power)
  tree.remove()
  return measurement
}

/** The header and four samples. */
const ENOUGH_LINES = 5

function linesOf(folder: string): number {
  return readFileSync(join(folder, 'samples.ndjson'), 'latin1').split('\n').length - 1
}

const codes = (measurement: Measurement): string[] => measurement.notes.map(({ code }) => code)
const watts = (wh: number | null, { durationS }: Measurement): number => ((wh ?? 0) * 3600) / durationS

/** Four processors at half load. */
const half = (ms: number): Files => stat(1000 + Math.round((2 * ms) / TICK_MS), 5000 + Math.round((2 * ms) / TICK_MS))
/** A machine that draws ten times as much as that of the tests. */
const large: SlicePower = { ...testPower, wattsAt: (utilization) => scaleRange(testPower.wattsAt(utilization), 10) }
const four: Files = { 'sys/devices/system/cpu/online': '0-3\n' }

describe.concurrent('a machine of files', () => {
  it('that idles reports idle, whatever its load was before', async () => {
    const idle = (ms: number): Files => stat(1_000_000, 1000 + Math.round(ms / TICK_MS) * 4)
    const measurement = await measure(idle, 800, four)
    expect(measurement.utilization).toBe(0)
    expect(watts(measurement.it.it.value, measurement)).toBeCloseTo(2, 6)
    expect(measurement.timeline.every(({ utilization }) => utilization === 0)).toBe(true)
  })

  it('with meters of two sockets and memory is measured by them, also across the wrap of a counter', async () => {
    const range = 262_143_328_850
    const measurement = await measure(
      (ms) => ({
        ...half(ms),
        // 40 W and 60 W; the first counter goes round in the middle.
        ...zone('intel-rapl:0', 'package-0', Math.round(range - 20e6 + 40e3 * ms) % range),
        ...zone('intel-rapl:0:0', 'core', Math.round(30e3 * ms)),
        ...zone('intel-rapl:0:2', 'dram', Math.round(5e3 * ms)),
        ...zone('intel-rapl:1', 'package-1', Math.round(60e3 * ms)),
        ...zone('intel-rapl:1:2', 'dram', Math.round(5e3 * ms)),
      }),
      1500,
      four,
      large,
    )
    const { it: total, cpuWh, memoryWh, otherWh } = measurement.it
    expect(watts(cpuWh, measurement)).toBeGreaterThan(88)
    expect(watts(cpuWh, measurement)).toBeLessThan(102)
    expect(watts(memoryWh, measurement) / 10).toBeCloseTo(1, 0.7)
    expect(otherWh).toBeCloseTo(0.21 * ((cpuWh ?? 0) + (memoryWh ?? 0)), 9)
    expect(total.value).toBeCloseTo((cpuWh ?? 0) + (memoryWh ?? 0) + (otherWh ?? 0), 9)
    expect(measurement.method).toBe('measured')
    expect(measurement.meters.map(({ name }) => name)).toEqual(['rapl-package', 'rapl-dram'])
    // A busy machine may write the files so late that the power between two samples looks impossible.
    expect(codes(measurement).filter((code) => code !== 'samples-disagree')).toEqual(['rest-by-factor'])
  })

  it('that is virtual ignores the meters of its host', async () => {
    const measurement = await measure(
      (ms) => ({ ...half(ms), ...zone('intel-rapl:0', 'package-0', Math.round(200e3 * ms)) }),
      800,
      { ...four, 'proc/cpuinfo': 'processor\t: 0\nflags\t\t: fpu hypervisor\n' },
    )
    expect(measurement.method).toBe('modelled')
    expect(watts(measurement.it.it.value, measurement)).toBeLessThan(8)
    expect(codes(measurement)).toContain('meter-of-host')
  })

  it('with a meter that does not change is modelled', async () => {
    const measurement = await measure((ms) => ({ ...half(ms), ...zone('intel-rapl:0', 'package-0', 5e9) }), 800, four)
    expect(measurement.method).toBe('modelled')
    expect(codes(measurement)).toContain('meter-lost')
  })

  it.each<[string, (ms: number) => number]>([
    ['stops in between', (ms) => 30e3 * Math.min(ms, 600)],
    ['counts in another unit', (ms) => 30 * ms],
    ['reads what no such processor draws', (ms) => 500e3 * ms],
  ])('with a meter that %s is modelled', async (_, microjoules) => {
    const measurement = await measure(
      (ms) => ({ ...half(ms), ...zone('intel-rapl:0', 'package-0', Math.round(1e9 + microjoules(ms))) }),
      2800,
      four,
      large,
    )
    expect(measurement.method).toBe('modelled')
    expect(watts(measurement.it.it.value, measurement) / 62).toBeCloseTo(1, 0.7)
    expect(codes(measurement)).toContain('meter-lost')
  })

  it('with a meter of the whole platform uses only that meter', async () => {
    // Longer, so that a late write of the files weighs less.
    const measurement = await measure(
      (ms) => ({
        ...four,
        ...half(ms),
        ...zone('intel-rapl:0', 'package-0', Math.round(30e3 * ms)),
        ...zone('intel-rapl:1', 'psys', Math.round(50e3 * ms)),
      }),
      3000,
      {},
      large,
    )
    expect(watts(measurement.it.it.value, measurement) / 53.2).toBeCloseTo(1, 0.7)
    expect(watts(measurement.it.otherWh, measurement) / 22).toBeCloseTo(1, 0.7)
    expect(measurement.method).toBe('measured')
  })

  it('with a platform meter that reads less than its processors ignores it', async () => {
    const measurement = await measure(
      (ms) => ({
        ...four,
        ...half(ms),
        ...zone('intel-rapl:0', 'package-0', Math.round(30e3 * ms)),
        ...zone('intel-rapl:1', 'psys', Math.round(3e3 * ms)),
      }),
      1500,
      {},
      large,
    )
    expect(watts(measurement.it.cpuWh, measurement) / 30).toBeCloseTo(1, 0.7)
  })

  it('on battery is measured by it', async () => {
    const battery = 'sys/class/power_supply/BAT0'
    const cell = {
      [`${battery}/type`]: 'Battery',
      [`${battery}/status`]: 'Discharging',
      [`${battery}/power_now`]: '9000000',
    }
    // A board that nothing reads is fed by the battery as well: no energy is missing.
    const measurement = await measure(half, 800, { ...four, ...cell, 'dev/nvidia0': '' })
    expect(watts(measurement.it.it.value, measurement)).toBeCloseTo(9 / 0.94, 1)
    expect(codes(measurement)).toEqual(['supply-by-factor'])
    expect(measurement.uncountedGpus).toEqual([])
    expect(measurement.meters.map(({ name }) => name)).toEqual(['battery'])
  })

  it('with an ACPI power meter is measured by it', async () => {
    const meter = (n: number, watts: number, more: Files = {}): Files => ({
      [`sys/class/hwmon/hwmon${n}/name`]: 'power_meter\n',
      [`sys/class/hwmon/hwmon${n}/power1_average`]: `${watts}000000\n`,
      ...more,
    })
    const battery = { 'sys/class/hwmon/hwmon2/power1_is_battery': '1\n' }
    const files = { ...four, ...meter(0, 5), ...meter(1, 4), ...meter(2, 70, battery) }
    const measurement = await measure(half, 800, files)
    expect(watts(measurement.it.it.value, measurement)).toBeCloseTo(9 / 0.94, 1)
    expect(measurement.meters.map(({ name }) => name)).toEqual(['power-meter'])
  })

  it.each(['0', '', 'N/A'])('with a power meter that reads %j is modelled', async (reading) => {
    const files = {
      'sys/class/hwmon/hwmon0/name': 'power_meter\n',
      'sys/class/hwmon/hwmon0/power1_average': `${reading}\n`,
    }
    const measurement = await measure(half, 800, { ...four, ...files })
    expect(measurement.method).toBe('modelled')
    expect(watts(measurement.it.it.value, measurement)).toBeGreaterThan(4)
  })

  it.each([
    ['2', (ms: number) => containerV2(Math.round(1000 * ms))],
    ['1', (ms: number) => containerV1(Math.round(1e6 * ms))],
  ])('in a container with 2 of 64 processors is those two (control groups %s)', async (_, group) => {
    // The host is at full load; the job uses one of its two.
    const host = (ms: number): Files => stat(1000 + Math.round((64 * ms) / TICK_MS), 5000)
    const measurement = await measure((ms) => ({ ...host(ms), ...group(ms) }))
    expect(measurement.scope).toBe('cgroup')
    expect(measurement.machine.slice.vcpus).toBe(2)
    expect(measurement.utilization).toBeGreaterThan(42)
    expect(measurement.utilization).toBeLessThan(52)
    expect(codes(measurement)).toEqual(['cgroup-slice'])
  })

  it.each([
    ['lowered', '400000 100000', '100000 100000', 4],
    ['raised', '100000 100000', '400000 100000', 4],
    ['lifted', '400000 100000', 'max 100000', 64],
    ['set', 'max 100000', '100000 100000', 64],
  ])('whose limit is %s meanwhile keeps its figure', async (_, before, after, vcpus) => {
    const host = (ms: number): Files =>
      stat(1000 + Math.round((3.9 * ms) / TICK_MS), 5000 + Math.round((60 * ms) / TICK_MS))
    const group = (ms: number): Files =>
      containerV2(Math.round(ms < 500 ? 3900 * ms : 1_950_000 + 900 * (ms - 500)), ms < 500 ? before : after)
    const measurement = await measure((ms) => ({ ...host(ms), ...group(ms) }), 1000)
    expect(measurement.machine.slice.vcpus).toBe(vcpus)
    expect(measurement.it.it.value).toBeGreaterThan(0)
    expect(codes(measurement)).toContain('cpu-limit-changed')
  })

  it('with a small quota that is used up at once has a figure even for a short job', async () => {
    // 50 ms at the end of one period and 50 at the start of the next.
    const measurement = await measure(
      (ms) => ({ ...half(ms), ...containerV2(ms > 0 ? 100_000 : 0, '50000 100000') }),
      30,
    )
    expect(measurement.machine.slice.vcpus).toBe(0.5)
  })

  it('in a container gets its share of the machine’s meters', async () => {
    const measurement = await measure((ms) => ({
      ...stat(1000 + Math.round((32 * ms) / TICK_MS), 5000 + Math.round((32 * ms) / TICK_MS)),
      ...containerV2(Math.round(1000 * ms)),
      // 320 W for 64 processors at half load: 10 W for two of them at the same load.
      ...zone('intel-rapl:0', 'package-0', Math.round(320e3 * ms)),
    }))
    expect(watts(measurement.it.cpuWh, measurement) / 10).toBeCloseTo(1, 0.7)
  })

  it('without /proc uses the fallback, with a note', async () => {
    const measurement = await measure(() => ({}), 800)
    expect(measurement.it.it.value).toBeGreaterThan(0)
    expect(codes(measurement)).toEqual(process.platform === 'linux' ? ['no-proc'] : [])
  })

  it('whose counters do not change has no figure, and names the next step', async () => {
    await expect(measure(() => stat(1000, 5000), 1200)).rejects.toThrow(
      /do not change: .*measure on the machine outside of it, or use a plan/,
    )
  })

  it('has no figure in a container whose CPU time does not change, because the sampler runs in it', async () => {
    await expect(
      measure(
        (ms) => ({ ...stat(1000 + Math.round(ms), 5000), 'sys/fs/cgroup/cpu.stat': 'usage_usec 5\n' }),
        1200,
        containerV2(5),
      ),
    ).rejects.toThrow(/do not change/)
  })

  it('that was suspended has no coverage for that time', async () => {
    const uptime = (ms: number): Files => ({
      'proc/uptime': `${((ms + (ms > 400 ? 60_000 : 0)) / 1000 + 100).toFixed(2)} 1.00\n`,
    })
    const measurement = await measure((ms) => ({ ...half(ms), ...uptime(ms) }), 800, four)
    expect(measurement.coverage).toBeLessThan(0.05)
    expect(measurement.durationS).toBeGreaterThan(60)
    expect(codes(measurement)).toContain('suspended')
  })
})
