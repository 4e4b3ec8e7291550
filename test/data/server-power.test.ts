import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MachineSpec } from '../../src/core/power/machine.ts'
import type { PowerCurve } from '../../src/core/power/curve.ts'
import { identifyCpu } from '../../src/data/cpus.ts'
import { machineCurve } from '../../src/power/machine-curve.ts'
import { serverPowerModel } from '../../src/data/server-power.ts'

const width = ({ points }: PowerCurve, level: number): number => {
  const point = points[level]!
  return Math.log(point.high / point.low)
}

/** Watts measured at 0, 50 and 100 % on servers whose results SPEC has published, rounded. */
const MEASURED: readonly (readonly [MachineSpec, number, number, number])[] = [
  [{ cpuName: 'AMD EPYC 7763', sockets: 2, cores: 128, threads: 256, memoryGb: 256, year: 2021 }, 98, 263, 456],
  [
    { cpuName: 'Intel Xeon Platinum 8380', sockets: 2, cores: 80, threads: 160, memoryGb: 256, year: 2021 },
    124,
    303,
    600,
  ],
  [{ cpuName: 'Intel Xeon X5670', sockets: 2, cores: 12, threads: 24, memoryGb: 12, year: 2010 }, 66, 160, 245],
]

describe('the fitted power model', () => {
  it.each(MEASURED)('comes within 15 %% of measured servers: %o', (spec, idle, half, full) => {
    const { points } = machineCurve(spec)
    for (const [level, watts] of [
      [0, idle],
      [5, half],
      [10, full],
    ] as const) {
      expect(Math.abs(points[level]!.watts / watts - 1)).toBeLessThan(0.15)
    }
  })

  it('is less sure of a machine unlike any that was measured, and never as busy idle as full', () => {
    const machine = { cpuName: 'Intel Xeon Platinum 8490H', sockets: 1, cores: 60, tdpWatts: 350, year: 2023 }
    const widthOf = (memoryGb: number): number => {
      const { points } = machineCurve({ ...machine, memoryGb })
      expect(points[0]!.watts).toBeLessThanOrEqual(0.9001 * points[10]!.watts)
      return points[10]!.high / points[10]!.low
    }
    // The range at full load may be the one at 90 %, for neither ever falls: equal but for that.
    expect(widthOf(256)).toBeCloseTo(widthOf(512), 1)
    expect(widthOf(65_536)).toBeGreaterThan(1.5 * widthOf(512))
  })

  it('is finite, ordered and monotone whatever is missing', () => {
    const name = fc.option(
      fc.constantFrom(
        'AMD EPYC 7763',
        'Intel Xeon Gold 6430',
        'Xeon E5-2680 v4',
        'Neoverse-N2',
        'Ryzen 9 5950X',
        'Foo',
        '',
      ),
      { nil: undefined },
    )
    const maybe = (min: number, max: number): fc.Arbitrary<number | undefined> =>
      fc.option(fc.integer({ min, max }), { nil: undefined })
    const spec = fc.record({
      cpuName: name,
      sockets: maybe(1, 8),
      cores: maybe(1, 1024),
      threads: maybe(1, 2048),
      mhz: maybe(800, 5000),
      tdpWatts: maybe(5, 600),
      memoryGb: maybe(1, 8192),
      year: maybe(2000, 2035),
    })
    fc.assert(
      fc.property(spec, (machine) => {
        let before = { watts: 0, low: 0, high: 0 }
        for (const point of machineCurve(machine).points) {
          expect(Number.isFinite(point.watts) && Number.isFinite(point.high)).toBe(true)
          expect(point.low).toBeGreaterThan(0)
          expect(point.low).toBeLessThanOrEqual(point.watts)
          expect(point.watts).toBeLessThanOrEqual(point.high)
          expect(point.watts).toBeGreaterThanOrEqual(before.watts)
          expect(point.low).toBeGreaterThanOrEqual(before.low)
          expect(point.high).toBeGreaterThanOrEqual(before.high)
          before = point
        }
      }),
      { numRuns: 150 },
    )
  })

  it('is less sure of less', () => {
    const all = {
      cpuName: 'Intel Xeon Platinum 8490H',
      sockets: 2,
      cores: 120,
      threads: 240,
      memoryGb: 512,
      year: 2023,
    }
    const known = machineCurve(all)
    const bare = machineCurve({ cpuName: all.cpuName })
    const unnamed = machineCurve({ ...all, cpuName: undefined })
    const nothing = machineCurve({})
    for (const level of [0, 5, 10]) {
      expect(width(bare, level)).toBeGreaterThan(width(known, level))
      expect(width(unnamed, level)).toBeGreaterThan(width(known, level))
      expect(width(nothing, level)).toBeGreaterThan(width(unnamed, level))
    }
  })

  it.each([
    ['nothing', {}],
    ['the year', { year: 2021 }],
    ['the TDP', { tdpWatts: 270 }],
  ])('holds common servers in its range when it knows %s alone', (_, spec) => {
    // Full load of servers of 2021 with two EPYC 7763 or Xeon Platinum 8380, and of one with a Xeon E-2388G.
    for (const watts of [456, 600, ...('tdpWatts' in spec ? [] : [115])]) {
      const { low, high } = machineCurve(spec).points[10]!
      expect(low).toBeLessThan(watts)
      expect(high).toBeGreaterThan(watts)
    }
  })

  it('is less sure of an unmeasured chip', () => {
    const measured = machineCurve({ cpuName: 'AMD EPYC 9654', sockets: 2, memoryGb: 384, year: 2022 })
    const substitute = machineCurve({ cpuName: 'AMD EPYC 9V74', sockets: 2, memoryGb: 384, year: 2022 })
    expect(width(substitute, 0)).toBeGreaterThan(width(measured, 0))
  })

  it('reads memory of 1 on a large machine as a terabyte', () => {
    const spec = { cpuName: 'Intel Xeon Platinum 8490H', sockets: 4, cores: 240, threads: 480, year: 2023 }
    expect(machineCurve({ ...spec, memoryGb: 1 })).toEqual(machineCurve({ ...spec, memoryGb: 1024 }))
  })

  it('takes fewer threads than cores for a slip, and cores and threads of one chip for what they are', () => {
    const spec = { cpuName: 'AMD EPYC 7763', sockets: 2, memoryGb: 256, year: 2021 }
    const right = machineCurve({ ...spec, cores: 128, threads: 256 })
    expect(machineCurve({ ...spec, cores: 128, threads: 4 })).toEqual(right)
    expect(machineCurve({ ...spec, cores: 64, threads: 128 })).toEqual(right)
    expect(machineCurve({ ...spec, cores: 128, threads: 128 })).not.toEqual(right)
  })

  it('gives the same figures every time', () => {
    expect(machineCurve({ cpuName: 'AMD EPYC 7763' })).toEqual(machineCurve({ cpuName: 'AMD EPYC 7763' }))
  })

  it('does not believe a name that came out after the machine', () => {
    const early = machineCurve({ cpuName: 'AMD EPYC 9654', sockets: 1, cores: 4, year: 2006 })
    const nameless = machineCurve({ cpuName: 'AMD', sockets: 1, cores: 4, year: 2006 })
    expect(early).toEqual(nameless)
  })

  it('rests on measured points of which every one is found by its own name', () => {
    const { points, servers } = serverPowerModel()
    expect(points.reduce((sum, point) => sum + point.servers, 0)).toBe(servers)
    const keys = [...new Set(points.flatMap(({ machine }) => machine.cpuKey ?? []))]
    expect(keys.filter((key) => identifyCpu(key).key !== key)).toEqual([])
    expect(points.filter(({ machine }) => machine.cpuKey !== undefined && machine.generation === undefined)).toEqual([])
  })
})
