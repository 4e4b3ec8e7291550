import { describe, expect, it } from 'vitest'
import { anchorCurve, assertReadings } from '../../../src/core/power/wall-readings.ts'
import { LOAD_LEVELS } from '../../../src/core/power/curve.ts'
import { machineCurve } from '../../../src/power/machine-curve.ts'
import { powerOf } from '../../../src/power/running-machine.ts'

const EPYC = { cpuName: 'AMD EPYC 7763', sockets: 1 }
const READINGS = { idleWatts: 80, fullWatts: 260 }

describe('a curve with readings of its owner', () => {
  it('starts and ends at the readings, within 5 %', () => {
    const { points } = machineCurve(EPYC, undefined, { readings: READINGS })
    expect(points[0]!.watts).toBe(80)
    expect(points[10]!.watts).toBe(260)
    expect(points[0]!.high / points[0]!.low).toBeCloseTo(1.05 ** 2, 6)
    expect(points[10]!.high / points[10]!.low).toBeCloseTo(1.05 ** 2, 6)
  })

  it.each([[{ idleWatts: 80 }], [{ fullWatts: 260 }], [READINGS], [{ idleWatts: 5 }], [{ fullWatts: 40 }]])(
    'never falls, keeps the figure in its range and narrows the range with %o',
    (readings) => {
      const bare = machineCurve(EPYC).points
      const { points } = machineCurve(EPYC, undefined, { readings })
      for (const [i, { watts, low, high }] of points.entries()) {
        expect(watts).toBeGreaterThanOrEqual(points[i - 1]?.watts ?? 0)
        expect(low).toBeLessThanOrEqual(watts)
        expect(high).toBeGreaterThanOrEqual(watts)
        expect(high / low).toBeLessThanOrEqual((bare[i]!.high / bare[i]!.low) * (1 + 1e-9))
      }
    },
  )

  it('changes only the range if the readings agree with the model', () => {
    const model = machineCurve(EPYC, undefined, { conditions: 'benchmark' })
    const readings = { idleWatts: model.points[0]!.watts, fullWatts: model.points[10]!.watts }
    const { points } = anchorCurve(model, readings)
    for (const [i] of LOAD_LEVELS.entries()) expect(points[i]!.watts).toBeCloseTo(model.points[i]!.watts, 6)
  })

  it('moves the other end in part if only one end is read', () => {
    const model = machineCurve(EPYC)
    const { points } = machineCurve(EPYC, undefined, { readings: { idleWatts: model.points[0]!.watts * 1.5 } })
    expect(points[10]!.watts / model.points[10]!.watts).toBeCloseTo(1.5 ** 0.27, 6)
  })

  it('rejects an idle reading above the one at full load, and names both', () => {
    expect(() => assertReadings({ idleWatts: 300, fullWatts: 200 }, '--')).toThrow(
      '--idle-watts is 300 and --full-watts is 200',
    )
  })

  it('anchors desktops and Macs as well', () => {
    for (const cpuName of ['Intel Core i9-13900K', 'Apple M1', 'AMD Ryzen 7 4800U']) {
      const { points } = machineCurve({ cpuName }, undefined, { readings: { idleWatts: 30, fullWatts: 90 } })
      expect([points[0]!.watts, points[10]!.watts]).toEqual([30, 90])
    }
  })
})

describe('readings of a host', () => {
  const slice = { cpuName: 'AMD EPYC 7763', vcpus: 4, isVirtual: true }

  it('are shared by threads with the virtual machine', () => {
    const { curve, share } = powerOf({ ...slice, sockets: 1, readings: READINGS })
    expect(share).toEqual({ threads: 4, ofThreads: 128 })
    expect(curve.points[10]!.watts).toBeCloseTo((260 * 4) / 128, 6)
  })

  it('select the number of chips that fits best', () => {
    const one = machineCurve({ cpuName: 'AMD EPYC 7763', sockets: 1, threads: 128 }).points
    const two = machineCurve({ cpuName: 'AMD EPYC 7763', sockets: 2, threads: 256 }).points
    const shareOf = (points: typeof one): number | undefined =>
      powerOf({ ...slice, readings: { idleWatts: points[0]!.watts, fullWatts: points[10]!.watts } }).share?.ofThreads
    expect([shareOf(one), shareOf(two)]).toEqual([128, 256])
  })

  it.each([
    ['idle-watts', { idleWatts: 4000 }],
    ['full-watts', { fullWatts: 12 }],
  ])('warn when %s is far from the model', (name, readings) => {
    const codes = powerOf({ ...slice, readings }).notes
    expect(codes).toContainEqual(
      expect.objectContaining({ code: 'reading-implausible', text: expect.stringContaining(name) }),
    )
    expect(powerOf({ ...slice, readings: READINGS }).notes.map(({ code }) => code)).not.toContain('reading-implausible')
  })
})
