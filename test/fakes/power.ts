import type { SlicePower } from '../../src/app/power/machine-power.ts'
import { makeRange } from '../../src/core/range.ts'

/** A concave curve as of four threads of a server: 2 W idle, 8 W full, known to 20 %; 1 W of it for the memory. */
export const testPower: SlicePower = {
  wattsAt: (utilization) => {
    const watts = 2 + 6 * Math.sqrt(utilization / 100)
    return makeRange(watts, watts * 0.8, watts * 1.2)
  },
  memoryWatts: 1,
  method: 'modelled',
  machine: null,
  notes: [],
}
