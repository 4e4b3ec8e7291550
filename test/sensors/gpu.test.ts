import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amdReadings, rocmReadings } from '../../src/sensors/amd-smi.ts'
import { childEnvironment } from '../../src/sensors/child-environment.ts'
import { GpuFiles } from '../../src/sensors/gpu-files.ts'
import { GpuMeter } from '../../src/sensors/gpu-meter.ts'
import type { GpuReading } from '../../src/sensors/gpu.ts'
import { nvidiaReading } from '../../src/sensors/nvidia-smi.ts'
import { combinedMilliwatts } from '../../src/sensors/powermetrics.ts'
import { jsonSplitter, lineSplitter } from '../../src/sensors/text-stream.ts'
import { intelReading } from '../../src/sensors/xpu-smi.ts'
import { KernelTree } from '../fakes/kernel-tree.ts'

describe('nvidia-smi', () => {
  const uuid = 'GPU-8a56a4bc-e184-a047-2620-be19fdf913d5'
  it('returns one reading a row', () => {
    expect(nvidiaReading(`0, ${uuid}, NVIDIA A100-SXM4-40GB, 61.52, 98`)).toEqual({
      id: uuid,
      name: 'NVIDIA A100-SXM4-40GB',
      watts: 61.52,
      utilization: 98,
      joules: null,
      partitioned: false,
    })
  })
  it.each(['[N/A]', '[Not Supported]', '[Unknown Error]', '[GPU is lost]', 'N/A', '', '-5', '0x10', 'NaN', 'Infinity'])(
    'takes %j for unknown, never for 0',
    (cell) => {
      expect(nvidiaReading(`0, ${uuid}, Tesla T4, ${cell}, 12`)?.watts).toBeNull()
    },
  )
  it.each(['[Unknown Error]', '[GPU is lost]', '[GPU requires reset]', '', '-5', 'NaN'])(
    'keeps a device whose cells are all %j, with an error',
    (cell) => {
      const reading = nvidiaReading(`0, ${uuid}, Tesla T4, ${cell}, ${cell}`)
      expect(reading).toMatchObject({ id: uuid, name: 'Tesla T4', watts: null, utilization: null })
      expect(reading?.error).toBeTruthy()
      expect(nvidiaReading(`7, ${cell}, ${cell}, ${cell}, ${cell}`)).toMatchObject({ id: '7' })
    },
  )
  it('keeps a device that the tool cannot open', () => {
    const line = 'Unable to determine the device handle for GPU 0000:3B:00.0: Unknown Error'
    expect(nvidiaReading(line)).toMatchObject({ id: 'pci-0000:3B:00.0', error: 'Unknown Error' })
  })
  it.each(['Driver/library version mismatch', 'Unknown Error', 'GPU access blocked by the operating system'])(
    'keeps a device behind a driver that answers %j to everything',
    (error) => expect(nvidiaReading(`Failed to initialize NVML: ${error}`)).toMatchObject({ error, watts: null }),
  )
  it('has no device without a driver', () =>
    expect(nvidiaReading('Failed to initialize NVML: Driver Not Loaded')).toBeNull())
  it('keeps a board with MIG whose cells are errors, unless its owner alone may read it', () => {
    const fields = ['index', 'uuid', 'name', 'power.draw', 'utilization.gpu', 'mig.mode.current']
    const read = (cell: string): string | undefined =>
      nvidiaReading(`0, ${uuid}, NVIDIA H100 80GB HBM3, ${cell}, ${cell}, Enabled`, fields)?.error
    expect(read('[Unknown Error]')).toBe('Unknown Error')
    expect(read('[Insufficient Permissions]')).toBeUndefined()
  })
  it.each(['[N/A]', '[Not Supported]', 'N/A'])('recognises a device without figures: %s', (cell) => {
    const silent = { name: 'Tesla T4', watts: null, utilization: null, joules: null, partitioned: false }
    expect(nvidiaReading(`0, ${uuid}, Tesla T4, ${cell}, ${cell}`)).toMatchObject(silent)
  })
  it.each(['', 'index, uuid, name', 'No devices were found', '0, a, b, 1', `x, ${uuid}, T4, 1, 1`])(
    'skips %j',
    (line) => expect(nvidiaReading(line)).toBeNull(),
  )
})

describe('other makers', () => {
  it('reads both forms of amd-smi', () => {
    const gpu = { gpu: 1, power: { socket_power: { value: 35, unit: 'W' } }, usage: { gfx_activity: 'N/A' } }
    const reading = { id: 'amd1', watts: 35, utilization: null }
    expect(amdReadings([gpu])).toMatchObject([reading])
    expect(amdReadings({ gpu_data: [gpu] })).toMatchObject([reading])
    expect(amdReadings([{ gpu: 0, power: { socket_power: 'N/A' } }, null, 'x'])).toMatchObject([
      { id: 'amd0', watts: null, error: 'no figure' },
    ])
  })
  it('reads rocm-smi', () => {
    const json = {
      card0: { 'Average Graphics Package Power (W)': '35.0', 'GPU use (%)': '7', 'Card Series': 'Instinct MI210' },
      system: { 'Driver version': '6.7' },
      card1: { 'Current Socket Graphics Package Power (W)': 'N/A' },
    }
    expect(rocmReadings(json)).toMatchObject([
      { id: 'card0', name: 'Instinct MI210', watts: 35, utilization: 7 },
      { id: 'card1', watts: null, error: 'no figure' },
    ])
    expect(rocmReadings(null)).toEqual([])
    const two = {
      card0: { 'Current Socket Graphics Package Power (W)': '306.0', 'Max Graphics Package Power (W)': '560.0' },
      card1: { 'Average Graphics Package Power (W)': 'N/A (Secondary die)', 'GPU use (%)': '99' },
    }
    expect(rocmReadings(two)).toMatchObject([{ watts: 306 }, { watts: 0, utilization: 99 }])
  })
  it('reads xpu-smi', () => {
    expect(intelReading('06:14:46.000,    0, 12.50, 14.61')).toMatchObject({
      id: 'intel0',
      utilization: 12.5,
      watts: 14.61,
    })
    expect(intelReading('Timestamp, DeviceId, GPU Utilization (%), GPU Power (W)')).toBeNull()
    expect(intelReading('06:14:46.000,    0, N/A, N/A')).toMatchObject({ id: 'intel0', error: 'no figure' })
  })
  it('reads powermetrics', () => {
    expect(combinedMilliwatts('Combined Power (CPU + GPU + ANE): 1234 mW')).toBe(1234)
    expect(combinedMilliwatts('CPU Power: 1000 mW')).toBeNull()
  })
  it('reads drivers with files of power, but not the graphics inside a processor', () => {
    const board = (n: number, driver: string): Record<string, string> => ({
      [`sys/class/hwmon/hwmon${n}/name`]: `${driver}\n`,
    })
    const tree = new KernelTree({
      ...board(0, 'amdgpu'),
      'sys/class/hwmon/hwmon0/power1_cap': '300000000\n',
      'sys/class/hwmon/hwmon0/power1_average': '61000000\n',
      'sys/class/hwmon/hwmon0/device/gpu_busy_percent': '40\n',
      ...board(1, 'amdgpu'),
      'sys/class/hwmon/hwmon1/power1_input': '9000000\n',
      ...board(2, 'xe'),
      'sys/class/hwmon/hwmon2/energy1_input': '5000000\n',
      ...board(3, 'coretemp'),
    })
    expect(new GpuFiles(tree.root).read()).toMatchObject([
      { name: 'AMD GPU', watts: 61, utilization: 40 },
      { name: 'Intel GPU', watts: null, joules: 5 },
    ])
    tree.remove()
  })
})

/** A tool that prints a reading each second. */
const SOURCE = { maker: 'NVIDIA', periodMs: 1000 } as const

describe('the meter of GPUs', () => {
  const reading = (more: Partial<GpuReading>): GpuReading => ({
    id: 'a',
    name: 'T4',
    watts: null,
    utilization: null,
    joules: null,
    partitioned: false,
    ...more,
  })
  const run = (readings: readonly [number, Partial<GpuReading>][]) => {
    const meter = new GpuMeter()
    for (const [t, more] of readings) meter.add(reading(more), t, SOURCE)
    return meter.present(readings.at(-1)?.[0] ?? 0)[0]
  }
  it('integrates power', () => {
    expect(
      run([
        [0, { watts: 10 }],
        [1000, { watts: 20 }],
        [3000, { watts: 20 }],
      ]),
    ).toMatchObject({ joules: 55, coveredS: 3 })
  })
  it('uses the counter if there is one, and the power across its reset', () => {
    const account = run([
      [0, { joules: 1000, watts: 50 }],
      [1000, { joules: 1100, watts: 50 }],
      [2000, { joules: 5, watts: 50 }],
      [3000, { joules: 105, watts: 50 }],
    ])
    expect(account).toMatchObject({ joules: 250, coveredS: 3 })
  })
  it('uses the power if a counter stays at 0', () => {
    const account = run([
      [0, { joules: 0, watts: 50 }],
      [1000, { joules: 0, watts: 50 }],
    ])
    expect(account).toMatchObject({ joules: 50, coveredS: 1 })
  })
  it('uses the power if a counter stands still, and not if the device draws none', () => {
    const still = (watts: number): unknown =>
      run([
        [0, { joules: 1234, watts }],
        [1000, { joules: 1234, watts }],
      ])
    expect(still(60)).toMatchObject({ joules: 60, coveredS: 1 })
    expect(still(0)).toMatchObject({ joules: 0, coveredS: 1 })
  })
  it('bridges neither long gaps nor missing values, and ignores an impossible power', () => {
    expect(
      run([
        [0, { watts: 10 }],
        [60_000, { watts: 10 }],
      ]),
    ).toMatchObject({ joules: 0, coveredS: 0 })
    expect(
      run([
        [0, { watts: 10 }],
        [1000, {}],
        [2000, { watts: 10 }],
      ]),
    ).toMatchObject({ joules: 0, coveredS: 0 })
    expect(
      run([
        [0, { watts: 1e9 }],
        [1000, { watts: 1e9 }],
      ]),
    ).toMatchObject({ joules: 0 })
  })
  it('keeps a bounded number of devices, and drops one that was removed', () => {
    const meter = new GpuMeter()
    for (let n = 0; n < 1000; n += 1) meter.add(reading({ id: String(n) }), 0, SOURCE)
    expect(meter.present(0)).toHaveLength(64)
    expect(meter.present(20_000)).toHaveLength(0)
  })
})

describe('a stream of text', () => {
  it('is split into lines and JSON values wherever its chunks end', () => {
    const values = [{ a: '}]"\\' }, [1, [2]], { b: [] }]
    const text = values.map((value) => JSON.stringify(value, null, 1)).join('\nnoise\n')
    fc.assert(
      fc.property(fc.array(fc.nat(text.length)), (cuts) => {
        const ends = [...cuts, text.length].sort((a, b) => a - b)
        const pieces = ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end))
        expect(pieces.flatMap(jsonSplitter())).toEqual(values)
        expect(pieces.flatMap(lineSplitter()).join('\n')).toBe(text.split('\n').slice(0, -1).join('\n'))
      }),
    )
  })
  it('has a bounded buffer', () => {
    const [split, cut] = [lineSplitter(), jsonSplitter()]
    for (let n = 0; n < 50; n += 1) {
      split('x'.repeat(200_000))
      cut('['.repeat(20_000))
    }
    expect(split('\n')[0]?.length).toBeLessThan(1_000_000)
    expect(cut('] {"a":1}')).toEqual([{ a: 1 }])
  })
})

it('child processes get no secrets', () => {
  expect(childEnvironment({ PATH: 'p', GITHUB_TOKEN: 's', INPUT_TOKEN: 's', NODE_OPTIONS: 'x' })).toEqual({ PATH: 'p' })
})
