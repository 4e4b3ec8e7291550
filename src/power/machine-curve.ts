import { type ClientPower, clientCurve, desktopPower, laptopPower } from '../core/power/client.ts'
import type { PowerCurve } from '../core/power/curve.ts'
import { type Conditions, fieldCurve } from '../core/power/field.ts'
import type { MachineSpec } from '../core/power/machine.ts'
import { predict } from '../core/power/predict.ts'
import { type WallReadings, anchorCurve, hasReadings } from '../core/power/wall-readings.ts'
import { type CpuMatch, identifyCpu } from '../data/cpus.ts'
import { macPower } from '../data/macs.ts'
import { packageLimit } from '../data/package-power.ts'
import { serverPowerModel } from '../data/server-power.ts'
import { leaveOutContradictions } from './contradictions.ts'
import { withFacts } from './identify.ts'

/** How a machine is set up, and what its owner read at the wall of the whole machine. */
export interface Setup {
  /** `field` (default) raises the upper end of a server's range for set-ups that are not tuned. */
  readonly conditions?: Conditions | undefined
  readonly readings?: WallReadings | undefined
}

/**
 * Power of a whole machine at the wall, from its known properties. Figures that contradict the CPU are left out.
 *
 * @example machineCurve({ cpuName: 'AMD EPYC 7763' }, undefined, { readings: { idleWatts: 60, fullWatts: 210 } })
 */
export const machineCurve = (
  given: MachineSpec,
  cpu: CpuMatch = identifyCpu(given.cpuName ?? ''),
  { conditions = 'field', readings }: Setup = {},
): PowerCurve => {
  const { spec } = leaveOutContradictions(given, cpu)
  const client = clientPower(given, spec, cpu)
  if (client !== null) {
    const curve = clientCurve(client, spec.memoryGb)
    return hasReadings(readings) ? anchorCurve(curve, readings, { conditions: 'benchmark' }) : curve
  }
  const { curve, nearness, servers, completion } = predict(serverPowerModel(), withFacts(spec, cpu))
  const measured = `${servers} measured server${servers === 1 ? '' : 's'}`
  const whose = {
    cpu: `${measured} with this CPU`,
    few: `${measured} with this CPU`,
    generation: `${measured} of its generation`,
    maker: 'no measured server of its generation, only of its maker',
    unknown: 'all measured servers: the CPU is unknown',
  }
  const server = { ...curve, basis: `${whose[nearness]}; ${curve.basis}` }
  if (hasReadings(readings)) return anchorCurve(server, readings, { conditions, year: completion.machine.year })
  return conditions === 'field' ? fieldCurve(server) : server
}

/** Power of a Mac, desktop or laptop; null for a server. A chip whose TDP and year are given is described as a server. */
const clientPower = (given: MachineSpec, spec: MachineSpec, cpu: CpuMatch): ClientPower | null => {
  const { key = '', generation } = cpu
  const mac = macPower(key, generation?.make === 'apple')
  if (mac !== null) return mac
  const isSmall = generation === undefined && cpu.tdpWatts !== undefined
  if (given.tdpWatts !== undefined && given.year !== undefined) return null
  const tdpWatts = spec.tdpWatts ?? cpu.tdpWatts
  if (isSmall || generation?.segment === 'mobile') return laptopPower(tdpWatts ?? USUAL_LAPTOP_TDP_WATTS)
  if (generation?.segment !== 'desktop' || tdpWatts === undefined) return null
  return desktopPower(tdpWatts, packageLimit(key, generation, tdpWatts, cpu.cores))
}

/** TDP of a laptop's processor that no table lists, W. */
const USUAL_LAPTOP_TDP_WATTS = 28
