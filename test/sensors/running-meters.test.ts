import { describe, expect, it } from 'vitest'
import { NO_METERS } from '../../src/sensors/meter-table.ts'
import type { RaplZone } from '../../src/sensors/rapl-zones.ts'
import { RunningMeters } from '../../src/sensors/running-meters.ts'
import type { Sample } from '../../src/sensors/wire-format.ts'

const sample = (t: number, ...joules: number[]): Sample => ({
  t,
  cpu: null,
  cgroupMs: null,
  memoryMb: null,
  raplUj: joules.map((each) => each * 1e6),
  meters: NO_METERS,
})
const die = (id: number): RaplZone => ({ id: `${id}`, domain: 'package', socket: 'package-0', rangeUj: 262e9 })
/** A machine that draws 40 W when idle and at most 300 W, over a second. */
const BASIS = { idleJ: 40, mostJ: null, mostPackageJ: 300, socketJ: null }

function packageJ(zones: readonly RaplZone[], from: readonly number[], to: readonly number[]): number | null {
  const meters = new RunningMeters(zones)
  meters.begin(sample(0, ...from))
  return meters.over(sample(0, ...from), sample(1000, ...to), BASIS).package
}

describe('the meters of a running total', () => {
  it('count the counter of a socket once that each of its dies shows', () => {
    expect(packageJ([die(0), die(1)], [5000, 5001], [5100, 5101])).toBe(100)
    expect(packageJ([die(0), die(1)], [5000, 9000], [5100, 9090])).toBe(190)
  })

  it('ignore a counter whose power the processors cannot draw', () => {
    expect(packageJ([die(0)], [5000], [5400])).toBeNull()
    expect(packageJ([die(0)], [5000], [5001])).toBeNull()
    expect(packageJ([die(0)], [5000], [5010])).toBe(10)
  })
})
