import type { Stretch } from '../../core/measurement/counters.ts'
import { PLAUSIBLE_WATTS_PER_VCPU } from '../../power/running-machine.ts'
import type { Counters } from '../../sensors/counters.ts'
import { LEAST_OF_MODEL, LEAST_OF_PARTS } from '../../sensors/meter-limits.ts'
import type { MachineFacts } from '../../sensors/machine.ts'
import type { SampleRow } from '../../sensors/sample-lines.ts'
import { type Expected, type Metered, total } from './metered.ts'
import { raplOver } from './rapl-energy.ts'
import { sampledOver } from './sampled-energy.ts'
import type { MeasurementState } from './state.ts'

/**
 * Reads the energy of each stretch from the meters. The measurement reads RAPL's counters itself at both ends; the meters of METERS
 * are known only from samples.
 * @param expected of the whole machine, not of the job's share
 */
export function readMeters(
  state: MeasurementState,
  rows: readonly SampleRow[],
  end: Counters,
  stretches: readonly Stretch[],
  expected: Expected,
): Metered {
  const rapl = raplOver(state, rows, end, stretches, expected)
  const sampled = sampledOver(rows, stretches)
  const parts = total(rapl.packageJ ?? []) + total(rapl.memoryJ ?? [])
  const seconds = stretches.at(-1)?.toS ?? 0
  const least = Math.max(LEAST_OF_PARTS * parts, LEAST_OF_MODEL * expected.psys * seconds)
  const machine = sampled.find(({ covers, joules }) => covers === 'machine' && total(joules) >= least)
  const processors = sampled.find(({ covers }) => covers === 'processors')
  return {
    ...rapl,
    wholeJ: rapl.wholeJ ?? machine?.joules ?? null,
    packageJ: rapl.packageJ ?? processors?.joules ?? null,
    names: {
      whole: rapl.wholeJ ? 'rapl-psys' : (machine?.name ?? 'battery'),
      package: rapl.packageJ ? 'rapl-package' : (processors?.name ?? 'powermetrics'),
    },
  }
}

/**
 * The meters, unless they are those of a virtual machine's host: some hypervisors let the counters of the whole socket through,
 * others count the machine's own share. Power above that of any share of a server is the host's.
 */
export function ownMeters(meters: Metered, seconds: number, machine: MachineFacts): Metered {
  const joules = meters.wholeJ ?? meters.packageJ
  if (machine.isVirtual !== true || joules === null || !(seconds > 0)) return meters
  const watts = total(joules) / seconds
  if (watts <= PLAUSIBLE_WATTS_PER_VCPU * machine.vcpus) return meters
  return { ...meters, wholeJ: null, packageJ: null, memoryJ: null, hostWatts: watts }
}
