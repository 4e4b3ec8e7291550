import { describe, expect, it } from 'vitest'
import { findUncountedGpus } from '../../../src/app/measure/evidence.ts'
import { gpuEnergies } from '../../../src/app/measure/gpu-use.ts'
import { UNMETERED } from '../../../src/app/measure/metered.ts'
import type { MeasurementState } from '../../../src/app/measure/state.ts'
import { judgeReport } from '../../../src/core/judge-report.ts'
import { isDoubtful } from '../../../src/core/verdict.ts'
import { gpuWatts, measuredGpuWatts } from '../../../src/data/gpu-watts.ts'
import { gpuLine, headerLine, noteLine, sampleLine } from '../../../src/sensors/sample-format.ts'
import { GpuMeter } from '../../../src/sensors/gpu-meter.ts'
import type { GpuMaker, GpuReading } from '../../../src/sensors/gpu.ts'
import { sampleReport } from '../../sample-report.ts'
import { NO_METERS } from '../../../src/sensors/meter-table.ts'
import { parseSamples } from '../../../src/sensors/sample-reader.ts'

/** Length of the measurement, s. */
const SECONDS = 60

/** What the tools of each maker print for one device at each second; null prints nothing. */
type ReadingAt = (second: number) => Partial<GpuReading> | null

const NO_FIGURE = { watts: null, utilization: null, joules: null, partitioned: false }
const well: ReadingAt = () => ({ watts: 100, utilization: 50 })

/** Writes and reads a sample file of two devices, the second of which behaves as given. */
function uncounted(maker: GpuMaker, second: ReadingAt, boards: number, notes = ''): string[] {
  const meter = new GpuMeter()
  let text = headerLine({ pid: 1, t: 0, wall: 0, interval: 1000 }) + notes
  for (let s = 0; s <= SECONDS; s += 1) {
    for (const [id, readingAt] of [
      ['a', well],
      ['b', second],
    ] as const) {
      const reading = readingAt(s)
      if (!reading) continue
      const full = { ...NO_FIGURE, id, name: `Board ${id}`, ...reading }
      const account = meter.add(full, s * 1000, { maker, periodMs: 1000 })
      if (account) text += gpuLine(account)
    }
    const sample = {
      t: s * 1000,
      cpu: null,
      cgroupMs: null,
      memoryMb: null,
      raplUj: null,
      meters: NO_METERS,
    }
    text += sampleLine(sample, meter.present(s * 1000))
  }
  const file = parseSamples(text)
  const work = { stretches: [], rejected: 0, utilization: 0, steal: 0, fromMs: 0, toMs: SECONDS * 1000 }
  return findUncountedGpus({
    state: { boards: boards > 0 ? [{ maker, count: boards }] : [] } as unknown as MeasurementState,
    file,
    sampler: { file: 'ours', ran: true, cause: null },
    work,
    gpus: gpuEnergies(file.samples, file.gpuNames, work, gpuWatts),
    metered: UNMETERED,
    suspendedS: 0,
    limitChanged: false,
    isCommandOnly: false,
    durationS: SECONDS,
  })
}

const MAKERS = ['NVIDIA', 'AMD', 'Intel'] as const
const missing: readonly (readonly [string, ReadingAt])[] = [
  ['errors only', () => ({ error: 'GPU is lost' })],
  ['no figure and an unknown type', () => ({ utilization: 100 })],
  ['readings that stop', (s) => (s < 20 ? { watts: 100, utilization: 50 } : null)],
  ['errors after good readings', (s) => (s < 20 ? { watts: 100, utilization: 50 } : { error: 'GPU requires reset' })],
  ['a late first reading', (s) => (s > 30 ? { watts: 100, utilization: 50 } : null)],
  ['a gap', (s) => (s < 15 || s > 45 ? { watts: 100, utilization: 50 } : null)],
  ['a single reading', (s) => (s === 1 ? { watts: 100, utilization: 50 } : null)],
]

describe.each(MAKERS)('energy of %s boards', (maker) => {
  it('is complete if every board is read', () => expect(uncounted(maker, well, 2)).toEqual([]))
  it('is complete if the tool takes a few seconds to start', () =>
    expect(uncounted(maker, (s) => (s < 8 ? null : well(s)), 2)).toEqual([]))
  it.each(missing)('is missing for a board with %s', (_, second) => expect(uncounted(maker, second, 2)).toHaveLength(1))
  it.each(missing)('is missing without the list of the kernel: %s', (_, second) =>
    expect(uncounted(maker, second, 0)).toHaveLength(1),
  )
  it('is missing if only half of the boards are read', () =>
    expect(uncounted(maker, () => null, 2)).toEqual([`1 of 2 ${maker} boards (no reading)`]))
})

it.each([
  'NVIDIA GeForce RTX 4060 Laptop GPU',
  'NVIDIA GeForce RTX 5090 Laptop GPU',
  'Orin (nvgpu) AGX Orin',
  'NVIDIA GB10',
])('counts %s as missing if it reports no power and its name gives none', (name) =>
  expect(measuredGpuWatts(name, 100)).toBeNull(),
)

it('models a board if its name gives its power', () => {
  expect(measuredGpuWatts('NVIDIA GeForce RTX 4060', 100)?.value).toBe(115)
})

it('models a board that reads more than such a board can draw', () => {
  const names = new Map([
    [0, { name: 'Tesla T4', partitioned: false, slices: [], maker: 'NVIDIA', periodS: 1, hasFailed: false }],
  ])
  const whOf = (watts: number): number | undefined => {
    const rows = [0, 1, 2, 3].map((s) => ({
      t: s * 1000,
      cpu: null,
      cgroupMs: null,
      memoryMb: null,
      raplUj: null,
      meters: NO_METERS,
      gpus: [{ number: 0, joules: watts * s, coveredS: s, watts, utilization: 90 }],
    }))
    return gpuEnergies(rows, names, { fromMs: 0, toMs: 3000 }, gpuWatts)[0]?.use.wh
  }
  const limitWh = (70 * 3) / 3600
  expect(whOf(75)).toBeCloseTo((75 * 3) / 3600, 6)
  expect(whOf(3600)).toBeLessThan(limitWh)
  expect(whOf(3600)).toBeGreaterThan(0.7 * limitWh)
})

it('counts a busy board of 0 W as missing, except the second die of an AMD board', () => {
  const zero: ReadingAt = () => ({ watts: 0, utilization: 99 })
  expect(uncounted('NVIDIA', zero, 2)).toEqual(['Board b (0 W, not known to be idle)'])
  expect(uncounted('NVIDIA', () => ({ watts: 0 }), 2)).toEqual(['Board b (0 W, not known to be idle)'])
  expect(uncounted('AMD', zero, 2)).toEqual([])
  expect(uncounted('NVIDIA', () => ({ watts: 0, utilization: 0 }), 2)).toEqual([])
})

it('reads the failures of tools back from the file', () => {
  const { notes } = parseSamples(headerLine({ pid: 1, t: 0, wall: 0, interval: 1 }) + noteLine('gpu-error', 'T4: lost'))
  expect(notes).toEqual([{ code: 'gpu-error', detail: 'T4: lost' }])
})

it('keeps a report with an uncounted GPU doubtful for the next judge, although its own verdict is none', () => {
  const report = judgeReport(sampleReport('train', 1), '1.0.0', [], { doubt: 'energy-missing', ownScopes: ['job'] })
  expect(report.verdict).toBe('none')
  expect(isDoubtful(report)).toBe(true)
  expect(isDoubtful(sampleReport('train', 1))).toBe(false)
})
