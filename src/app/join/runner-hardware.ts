import { embodiedShare, lifetimeYears } from '../../core/embodied.ts'
import type { Range } from '../../core/range.ts'
import { hardwareOf } from '../../power/hardware.ts'
import { powerOf } from '../../power/running-machine.ts'
import type { Settings } from '../settings/table.ts'
import type { RunnerPower } from './runner-power.ts'

/**
 * The share of the hardware's manufacture for a job that was not measured, by its runner's class.
 * @param seconds time of the job, s
 * @returns g CO2e; null if it is not counted or the hardware is unknown
 */
export function runnerEmbodied(
  { machine, hosted }: RunnerPower,
  seconds: number,
  settings: Pick<Settings, 'embodied' | 'lifetime-years'>,
): Range | null {
  if (!settings.embodied) return null
  const { cpu, vcpus, memory_gb: memoryGb, gpus } = machine
  // Watts alone do not identify hardware.
  const isNamed = cpu !== null || vcpus !== null
  const power = isNamed
    ? powerOf({
        cpuName: cpu ?? undefined,
        vcpus: vcpus ?? undefined,
        memoryGb: memoryGb ?? undefined,
        isVirtual: hosted ? true : null,
      })
    : null
  const lifetime = lifetimeYears(hosted, settings['lifetime-years'])
  const names = gpus.map(({ name }) => name)
  const hardware = hardwareOf({ power, threads: vcpus, memoryGb, gpus: names }, lifetime)
  return hardware && embodiedShare(hardware, seconds)
}
