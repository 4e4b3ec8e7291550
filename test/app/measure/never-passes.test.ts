import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { measuredDraft } from '../../../src/app/measure/measured-report.ts'
import { computeMeasurement, readSoFar } from '../../../src/app/measure/finish.ts'
import type { MeasurementState } from '../../../src/app/measure/state.ts'
import { findSite } from '../../../src/app/grid/site-factors.ts'
import { parseBudget } from '../../../src/core/parse-budget.ts'
import { judgeReport } from '../../../src/core/judge-report.ts'
import { makeRange } from '../../../src/core/range.ts'
import { amdReadings, rocmReadings } from '../../../src/sensors/amd-smi.ts'
import { readCounters } from '../../../src/sensors/counters.ts'
import { findKernelBoards } from '../../../src/sensors/gpu-boards.ts'
import { GpuFiles } from '../../../src/sensors/gpu-files.ts'
import { GpuMeter } from '../../../src/sensors/gpu-meter.ts'
import type { GpuMaker, GpuReading } from '../../../src/sensors/gpu.ts'
import { METERS, METER_NAMES, type MeterName, type MeterReadings } from '../../../src/sensors/meter-table.ts'
import { nvidiaReading } from '../../../src/sensors/nvidia-smi.ts'
import { findRaplZones } from '../../../src/sensors/rapl-zones.ts'
import { gpuLine, headerLine, sampleLine } from '../../../src/sensors/sample-format.ts'
import { intelReading } from '../../../src/sensors/xpu-smi.ts'
import { type Files, KernelTree, stat, zone } from '../../fakes/kernel-tree.ts'

const folder = mkdtempSync(join(tmpdir(), 'never-passes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SECONDS = 60
const FAULTS = ['none', 'missing', 'error', 'gap', 'half', 'zero', 'stale', 'truncated'] as const
type Fault = (typeof FAULTS)[number]

/** One of two devices of a sensor at a second: what it would show without a fault is `value`. */
interface Cell {
  readonly text: string | null
}

/** What device `index` (of two) shows instead of `value` at a second. */
function faulty(fault: Fault, index: number, second: number, value: (second: number) => number, error: string): Cell {
  const isInside = second >= 15 && second < 45
  if (fault === 'missing') return { text: null }
  if (fault === 'half' && index === 1) return { text: null }
  if (fault === 'error') return { text: error }
  if (fault === 'gap' && isInside) return { text: null }
  if (fault === 'zero') return { text: '0' }
  if (fault === 'stale') return { text: String(value(0)) }
  return { text: String(value(second)) }
}

const BOARD_W = 150

type GpuSensor = 'nvidia-smi' | 'amd-smi' | 'rocm-smi' | 'xpu-smi' | 'file boards'
const MAKERS: Readonly<Record<GpuSensor, GpuMaker>> = {
  'nvidia-smi': 'NVIDIA',
  'amd-smi': 'AMD',
  'rocm-smi': 'AMD',
  'xpu-smi': 'Intel',
  'file boards': 'AMD',
}

function boardReadings(sensor: GpuSensor, fault: Fault, second: number): readonly (GpuReading | null)[] {
  const cells = [0, 1].map((index) => faulty(fault, index, second, () => BOARD_W, '[Unknown Error]').text)
  if (sensor === 'file boards') {
    const files: Record<string, string> = {}
    cells.forEach((text, index) => {
      const board = `sys/class/hwmon/hwmon${index}`
      files[`${board}/name`] = 'amdgpu\n'
      files[`${board}/power1_cap`] = '300000000\n'
      files[`${board}/device/gpu_busy_percent`] = '90\n'
      if (text !== null) files[`${board}/power1_average`] = text.startsWith('[') ? 'error\n' : `${text}000000\n`
    })
    const tree = new KernelTree(files)
    const readings = new GpuFiles(tree.root).read()
    tree.remove()
    return readings
  }
  return cells.flatMap((text, index): readonly (GpuReading | null)[] => {
    if (text === null) return []
    if (sensor === 'nvidia-smi') {
      return [
        nvidiaReading(`${index}, GPU-0000000${index}, Unknown Board, ${text}, ${text.startsWith('[') ? text : 90}`),
      ]
    }
    if (sensor === 'xpu-smi')
      return [intelReading(`06:14:46.000, ${index}, ${text.startsWith('[') ? 'N/A' : 90}, ${text}`)]
    const isError = text.startsWith('[')
    if (sensor === 'rocm-smi') {
      const figures = {
        'Average Graphics Package Power (W)': isError ? 'N/A' : text,
        'GPU use (%)': isError ? 'N/A' : '90',
      }
      return rocmReadings({ [`card${index}`]: figures })
    }
    const power = { socket_power: isError ? 'N/A' : { value: Number(text), unit: 'W' } }
    return amdReadings([{ gpu: index, power, usage: { gfx_activity: isError ? 'N/A' : { value: 90, unit: '%' } } }])
  })
}

/** Power of processors and the rest of the machine in truth and in the model, W. */
const MACHINE_W = 100
/** What meters of packages and of the whole machine read of it, W: the rest is added by factors. */
const [PACKAGES_W, WHOLE_W] = [MACHINE_W / 1.21, MACHINE_W * 0.94]

const SENSORS = [
  'cpu',
  'rapl',
  'psys',
  ...METER_NAMES,
  'nvidia-smi',
  'amd-smi',
  'rocm-smi',
  'xpu-smi',
  'file boards',
] as const
type SensorName = (typeof SENSORS)[number]
const isGpu = (sensor: SensorName): sensor is GpuSensor => sensor in MAKERS
const isMeter = (sensor: SensorName): sensor is MeterName => sensor in METERS

/** RAPL's counters, µJ; two packages, or one platform. */
function counters(sensor: SensorName, fault: Fault, second: number): (number | null)[] | null {
  if (sensor !== 'rapl' && sensor !== 'psys') return null
  const watts = sensor === 'rapl' ? [PACKAGES_W / 2, PACKAGES_W / 2] : [WHOLE_W]
  return watts.map((reading, index) => {
    const { text } = faulty(fault, index, second, (s) => Math.round(1e9 + reading * s * 1e6 + index * 7e8), 'error')
    return text === null || text === 'error' ? null : Number(text)
  })
}

function treeAt(sensor: SensorName, fault: Fault, second: number): Files {
  const ticks = fault === 'stale' && sensor === 'cpu' ? 0 : second * 200
  const files: Record<string, string> = {
    'sys/devices/system/cpu/online': '0-3\n',
    ...stat(1000 + ticks, 5000 + ticks),
  }
  const names = sensor === 'rapl' ? ['package-0', 'package-1'] : ['psys']
  counters(sensor, second === 0 ? 'none' : fault, second)?.forEach((uj, index) => {
    Object.assign(files, zone(`intel-rapl:${index}`, names[index] ?? '', uj ?? 0))
    if (uj === null) files[`sys/class/powercap/intel-rapl:${index}/energy_uj`] = 'error\n'
  })
  if (sensor === 'nvidia-smi') Object.assign(files, { 'dev/nvidia0': '', 'dev/nvidia1': '' })
  if (sensor === 'xpu-smi') for (const index of [0, 1]) files[`sys/class/hwmon/hwmon${index}/name`] = 'xe\n'
  if (sensor === 'amd-smi' || sensor === 'rocm-smi' || sensor === 'file boards') {
    for (const index of [0, 1]) {
      files[`sys/class/hwmon/hwmon${index}/name`] = 'amdgpu\n'
      files[`sys/class/hwmon/hwmon${index}/power1_cap`] = '300000000\n'
    }
  }
  return files
}

function meterReadings(sensor: SensorName, fault: Fault, second: number): MeterReadings {
  const readings: Record<string, number | null> = Object.fromEntries(METER_NAMES.map((name) => [name, null]))
  if (isMeter(sensor)) {
    const { unit, covers } = METERS[sensor]
    const watts = covers === 'machine' ? WHOLE_W : PACKAGES_W
    const value = (s: number): number => (unit === 'J' ? watts * s : watts)
    const { text } = faulty(fault, 1, second, value, 'error')
    readings[sensor] = text === null || text === 'error' ? null : Number(text)
  }
  return readings as MeterReadings
}

function sampleFile(sensor: SensorName, fault: Fault, startMs: number): string {
  const meter = new GpuMeter()
  let text = headerLine({ pid: 1, t: startMs, wall: 0, interval: 1000 })
  for (let second = 0; second < SECONDS; second += 1) {
    const t = startMs + second * 1000
    if (isGpu(sensor)) {
      for (const reading of boardReadings(sensor, fault, second)) {
        const account = reading && meter.add(reading, t, { maker: MAKERS[sensor], periodMs: 1000 })
        if (account) text += gpuLine(account)
      }
    }
    const { text: cpu } = faulty(sensor === 'cpu' ? fault : 'none', 1, second, (s) => s * 2000, 'error')
    const busyMs = 10_000 + Number(cpu)
    const sample = {
      t,
      cpu: cpu === null || cpu === 'error' ? null : { busyMs, totalMs: 60_000 + Number(cpu) * 2, stealMs: 0 },
      cgroupMs: null,
      memoryMb: null,
      raplUj: counters(sensor, fault, second),
      meters: meterReadings(sensor, fault, second),
    }
    text += sampleLine(sample, meter.present(t))
  }
  return fault === 'truncated' ? text.slice(0, text.length / 3) : text
}

const site = await findSite(
  { intensity: 400, pue: 1, 'grid-provider': 'static' } as unknown as Parameters<typeof findSite>[0],
  {
    access: { gridToken: null },
  },
)

async function verdictOf(sensor: SensorName, fault: Fault): Promise<{ verdict: string; wh: number }> {
  const tree = new KernelTree(treeAt(sensor, fault, 0))
  const { zones } = findRaplZones(tree.root)
  const { counters: now, cpuFallback } = readCounters(tree.root, null, zones)
  const startMs = now.at.monotonicMs - SECONDS * 1000
  const at = { ...now.at, monotonicMs: startMs, wallMs: now.at.wallMs - SECONDS * 1000, bootMs: null }
  tree.write(treeAt(sensor, fault, SECONDS))
  writeFileSync(join(folder, 'samples.ndjson'), sampleFile(sensor, fault, startMs))
  const { dev, ino } = statSync(join(folder, 'samples.ndjson'), { bigint: true })
  const state: MeasurementState = {
    version: 1,
    root: tree.root,
    start: { ...now, at },
    cpuFallback,
    group: null,
    zones,
    raplDenied: false,
    hasGpu: isGpu(sensor),
    boards: findKernelBoards(tree.root),
    sampler: { process: { pid: 0, startTicks: null }, folder, file: `${dev}:${ino}` },
  }
  const power = {
    wattsAt: () => makeRange(MACHINE_W),
    memoryWatts: 0,
    method: 'modelled',
    machine: null,
    notes: [],
  } as const
  const measurement = computeMeasurement(await readSoFar(state), power)
  tree.remove()
  const { draft, judging } = measuredDraft(
    measurement,
    site,
    { kind: 'job', name: 'test' },
    { 'min-coverage': 0.9, units: null as never },
  )
  const trueWh = ((MACHINE_W + (isGpu(sensor) ? 2 * BOARD_W : 0)) * SECONDS) / 3600
  const budget = { budget: parseBudget(`${(0.8 * trueWh).toFixed(6)} Wh`), source: 'input' } as const
  const report = judgeReport(draft, '1.0.0', [budget], judging)
  return { verdict: report.verdict, wh: measurement.it.it.value / trueWh }
}

describe.each(SENSORS)('energy by %s', (sensor) => {
  it.each(FAULTS)('never passes a budget below the truth: %s', async (fault) => {
    const outcome = await verdictOf(sensor, fault).catch((error: unknown) => {
      if (error instanceof Error && error.name === 'MeasurementError') return { verdict: 'indeterminate', wh: 0 }
      throw error
    })
    expect(outcome).toMatchObject({ verdict: expect.stringMatching(/^(?:fail|indeterminate)$/) as string })
    if (fault === 'none') expect(outcome).toMatchObject({ verdict: 'fail', wh: expect.closeTo(1, 1) as number })
  })
})
