import { wattsAt } from '../../core/power/curve.ts'
import { hasReadings } from '../../core/power/wall-readings.ts'
import { type Range, product, range, relative, sum } from '../../core/range.ts'
import type { Machine } from '../../core/report.ts'
import { type HostedRunner, machineOfRunner, runnerOf } from '../../data/runners.ts'
import { powerOf } from '../../power/running-machine.ts'
import type { RunningMachine } from '../../core/power/machine.ts'
import { readingsOf } from '../settings/wall-readings.ts'
import type { RunnerClass } from '../settings/config-file.ts'

/** What is known of a runner that nobody measured. */
export interface RunnerPower {
  readonly machine: Machine
  /** Power at what CI typically uses of it, W, before the building's overhead. */
  readonly watts: Range
  /** Watts of `watts` that the GPUs draw; 0 without one. */
  readonly gpuWatts: number
  /** Whether the forge runs it. */
  readonly hosted: boolean
  /** Where the power comes from, for people. */
  readonly source: string
}

/** Typical power of the runner with these labels; null when nothing is known of it. */
export type RunnerPowerOf = (labels: readonly string[]) => RunnerPower | null

/**
 * Utilisation of a job nobody measured, percent. A build waits for the network and then computes: over a whole job 30 to 50 % is
 * usual; 10 and 90 % hold nearly all jobs, from one that only downloads to one that compiles on every thread.
 */
const TYPICAL = { utilization: 40, low: 10, high: 90 } as const

/**
 * CPUs that hosted x64 runners draw by chance (EPYC 9V74, Xeon Platinum 8272CL, 8370C, 8573C) lie from 28 % below to 50 % above
 * the EPYC 7763 that stands for them.
 */
const DRAWN_CPU: Range = range(1, 0.72, 1.5)

/** Tesla T4: 70 W board power, 10 W idle (NVIDIA, T4 tensor core GPU data sheet); half of it over a job. */
const T4_WATTS: Range = range(35, 10, 70)

/** A figure that the project's own configuration gives is believed to this share. */
const GIVEN_WATTS_ERROR = 0.2

/** Power by labels: the project's own `runners:` first, then the hosted ones. Asked for once per set of labels. */
export function runnerPower(
  configured: Readonly<Record<string, RunnerClass>>,
  isPrivate: boolean | null,
): RunnerPowerOf {
  const known = new Map<string, RunnerPower | null>()
  return (labels) => {
    const key = labels.join('\n')
    if (!known.has(key)) known.set(key, configuredPower(labels, configured) ?? hostedPower(labels, isPrivate))
    return known.get(key) ?? null
  }
}

function configuredPower(
  labels: readonly string[],
  configured: Readonly<Record<string, RunnerClass>>,
): RunnerPower | null {
  for (const [label, own] of Object.entries(configured)) {
    if (labels.some((each) => each.toLowerCase() === label.toLowerCase())) return ownPower(label, own)
  }
  return null
}

function hostedPower(labels: readonly string[], isPrivate: boolean | null): RunnerPower | null {
  const runner = runnerOf(labels, { provider: 'github', isPrivate: isPrivate ?? false })
  if (!runner) return null
  const { label, cpuName, vcpus, memoryGb, gpu } = runner
  const processor = product(typicalWatts(machineOfRunner(runner)), isX64(runner) ? DRAWN_CPU : range(1))
  return {
    machine: {
      cpu: cpuName,
      vcpus,
      memory_gb: memoryGb,
      gpus: gpu === null ? [] : [{ name: gpu }],
      // GitHub's Macs do not stand in Azure.
      provider: label.toLowerCase().startsWith('macos') ? null : 'azure',
      region: null,
    },
    watts: gpu === null ? processor : sum([processor, T4_WATTS]),
    gpuWatts: gpu === null ? 0 : T4_WATTS.value,
    hosted: true,
    source: `typical power of the hosted runner ${label}`,
  }
}

function isX64({ label, cpuName }: HostedRunner): boolean {
  return !/arm|macos/i.test(label) && /amd|intel|xeon|epyc/i.test(cpuName)
}

function ownPower(label: string, own: RunnerClass): RunnerPower | null {
  const { cpu, vcpus, gpu, watts } = own
  const machine: Machine = {
    cpu: cpu ?? null,
    vcpus: vcpus ?? null,
    memory_gb: own['memory-gb'] ?? null,
    gpus: gpu === undefined ? [] : Array.from({ length: own.gpus ?? 1 }, () => ({ name: gpu })),
    provider: null,
    region: null,
  }
  const base = { machine, hosted: false, gpuWatts: 0 }
  if (watts !== undefined) {
    return { ...base, watts: relative(watts, GIVEN_WATTS_ERROR), source: `${watts} W, as runners.${label} says` }
  }
  // A GPU may draw more than everything else together: without its watts there is no figure.
  const readings = readingsOf(own)
  const isRead = hasReadings(readings)
  if (gpu !== undefined || (cpu === undefined && vcpus === undefined && !isRead)) return null
  // Readings without a CPU name describe the runner itself: an unknown CPU would count as a share of a large host.
  const isVirtual = isRead && cpu === undefined ? false : null
  const typical = typicalWatts({ cpuName: cpu, vcpus, memoryGb: own['memory-gb'], isVirtual, readings })
  return { ...base, watts: typical, source: `typical power of what runners.${label} describes` }
}

/** Power at typical use; the range spans both the use and the power model. */
function typicalWatts(machine: RunningMachine): Range {
  const { curve } = powerOf(machine)
  const { watts } = wattsAt(curve, TYPICAL.utilization)
  const low = wattsAt(curve, TYPICAL.low).low
  const high = wattsAt(curve, TYPICAL.high).high
  return range(watts, Math.min(low, watts), Math.max(high, watts))
}
