import { describe, expect, it } from 'vitest'
import { energyParts } from '../../../src/app/measure/energy-parts.ts'
import type { CpuWork } from '../../../src/app/measure/cpu-work.ts'
import { gpuWattsOver } from '../../../src/app/measure/gpu-in-meters.ts'
import { type GpuEnergy, gpuEnergies } from '../../../src/app/measure/gpu-use.ts'
import { NO_METERS } from '../../../src/sensors/meter-table.ts'
import type { MeasurementState } from '../../../src/app/measure/state.ts'
import type { Counters } from '../../../src/sensors/counters.ts'
import type { MachineFacts } from '../../../src/sensors/machine.ts'
import { makeRange } from '../../../src/core/range.ts'

const HOUR_MS = 3_600_000
const ROUND = 65_712_999_613

/** An hour with GPUs, by default none, and 100 W of package and 10 W of memory, whose sampler died at once. */
function hour(gpus: readonly GpuEnergy[] = []): ReturnType<typeof energyParts> {
  const counters = (t: number, raplUj: number[]): Counters => ({
    at: { monotonicMs: t, wallMs: t, bootMs: t },
    cpu: { busyMs: t, totalMs: 2 * t, stealMs: 0 },
    cgroupMs: null,
    raplUj,
  })
  const zones = [
    { id: 'intel-rapl:0', domain: 'package', rangeUj: ROUND },
    { id: 'intel-rapl:0:0', domain: 'dram', rangeUj: ROUND },
  ] as const
  const state = { zones, start: counters(0, [0, 0]), group: null } as unknown as MeasurementState
  return energyParts({
    state,
    rows: [],
    end: counters(HOUR_MS, [360e9 % ROUND, 36e9]),
    work: {
      stretches: [{ fromS: 0, toS: 3600, utilization: 50, sample: null }],
      rejected: 0,
      utilization: 50,
      steal: 0,
      fromMs: 0,
      toMs: HOUR_MS,
    },
    machine: { slice: { scope: 'machine', vcpus: 8, memoryGb: 64 }, vcpus: 8, isVirtual: false } as MachineFacts,
    power: { wattsAt: () => makeRange(140, 90, 200), memoryWatts: 12, method: 'modelled', machine: null, notes: [] },
    gpus,
  })
}

describe('meters without samples for an hour', () => {
  it('wrap around as often as the model expects of the parts that they cover', () => {
    expect(hour().it.memoryWh).toBeCloseTo(10, 6)
    expect(hour().it.cpuWh).toBeCloseTo(100, 6)
  })
  it('have a range as wide as the model that counted their wraps', () => {
    const { it: energy } = hour().it
    expect(energy.low).toBeLessThanOrEqual(90)
    expect(energy.high).toBeGreaterThanOrEqual(200)
  })
})

/** An AMD board of 400 W over the hour. */
function board(name: string): GpuEnergy {
  return {
    use: {
      name,
      wh: 400,
      method: 'measured',
      meanUtilization: 90,
      idleShare: 0,
      idleWatts: null,
      busyWatts: 400,
    },
    wh: makeRange(400, 380, 420),
    watts: 400,
    fromMs: 0,
    toMs: HOUR_MS,
    course: [],
    name: { name, partitioned: false, slices: [], maker: 'AMD', periodS: 1, hasFailed: false },
    uncoveredS: 0,
    missingS: 0,
    seconds: 3600,
  }
}

describe('a board of AMD beside the meters of the processors', () => {
  it('is the meter of its socket on MI300A, which contains the processors: they are not counted twice', () => {
    const { it: energy, meters } = hour([board('AMD Instinct MI300A')])
    expect(energy.gpuWh).toBe(0)
    expect(energy.cpuWh).toBeCloseTo(400, 6)
    expect(meters.map(({ name }) => name)).toContain('gpu')
  })
  it('is counted beside the processors on any other board', () => {
    const { it: energy } = hour([board('AMD Instinct MI300X')])
    expect(energy.gpuWh).toBe(400)
    expect(energy.cpuWh).toBeCloseTo(100, 6)
  })
})

describe('a board whose tool reads it more rarely than samples are taken', () => {
  /** A minute of samples; the tool reads 300 W, and 100 W in the last third, every `period` s; the first reading comes after 3 s. */
  const readEvery = (period: number): { gpu: GpuEnergy | undefined; work: CpuWork } => {
    const names = new Map([
      [0, { name: 'AMD GPU', partitioned: false, slices: [], maker: 'AMD', periodS: period, hasFailed: false }],
    ])
    const rows = Array.from({ length: 61 }, (_, s) => {
      const lastS = s < 3 ? null : 3 + period * Math.floor((s - 3) / period)
      const joulesOf = (until: number): number => 300 * Math.min(until - 3, 37) + 100 * Math.max(0, until - 40)
      const cell = { number: 0, joules: joulesOf(lastS ?? 3), coveredS: (lastS ?? 3) - 3, watts: 300, utilization: 90 }
      return {
        t: s * 1000,
        cpu: null,
        cgroupMs: null,
        memoryMb: null,
        raplUj: null,
        meters: NO_METERS,
        gpus: lastS === null ? [] : [cell],
      }
    })
    const stretches = Array.from({ length: 60 }, (_, s) => ({ fromS: s, toS: s + 1, utilization: 50, sample: s + 1 }))
    const work = { stretches, rejected: 0, utilization: 50, steal: 0, fromMs: 0, toMs: 60_000 }
    return { gpu: gpuEnergies(rows, names, work, () => null)[0], work }
  }
  it.each([1, 5, 12])('uses its energy once over time, every %i s', (period) => {
    const { gpu, work } = readEvery(period)
    const watts = work.stretches.map((_, index) => (gpu ? gpuWattsOver(gpu, index, work) : 0))
    expect(watts.reduce((sum, each) => sum + each, 0) / 3600).toBeCloseTo(gpu?.use.wh ?? 0, 6)
    expect(Math.max(...watts)).toBeLessThan(301)
    expect(watts[20]).toBeCloseTo(300, 6)
    expect(watts[57]).toBeLessThan(290)
  })
})
