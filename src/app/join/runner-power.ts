import { hasReadings } from '../../core/power/wall-readings.ts'
import { type Range, relativeRange } from '../../core/range.ts'
import type { Machine } from '../../core/report.ts'
import { runnerOf } from '../../data/runners.ts'
import { hostedWatts, mostHostedWatts, mostWatts, typicalWatts } from '../../power/hosted-watts.ts'
import { readingsOf } from '../settings/wall-readings.ts'
import type { RunnerClass } from '../settings/runner-class.ts'

/** Power and hardware of a runner that was not measured. */
export interface RunnerPower {
  readonly machine: Machine
  /** Power at the typical utilisation of CI, W, without PUE. */
  readonly watts: Range
  /** Maximum power, W, without PUE: bounds what a report may claim. */
  readonly mostWatts: number
  /** Power of the GPUs, included in `watts`, W; 0 without one. */
  readonly gpuWatts: number
  /** Whether the forge runs it. */
  readonly hosted: boolean
  /** Source of the power, for people. */
  readonly source: string
}

/** Typical power of the runner with these labels; null if unknown. */
export type RunnerPowerOf = (labels: readonly string[]) => RunnerPower | null

/** Relative error of watts from the project's configuration. */
const GIVEN_WATTS_ERROR = 0.2

/** Power by labels: the project's own `runners:` first, then the hosted ones. Computed once per set of labels. */
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
    if (labels.some((given) => given.toLowerCase() === label.toLowerCase())) return ownPower(label, own)
  }
  return null
}

function hostedPower(labels: readonly string[], isPrivate: boolean | null): RunnerPower | null {
  const runner = runnerOf(labels, { provider: 'github', isPrivate: isPrivate ?? false })
  if (!runner) return null
  const { label, cpuName, vcpus, memoryGb, gpu } = runner
  const { watts, gpuWatts } = hostedWatts(runner)
  return {
    machine: {
      cpu: cpuName,
      vcpus,
      memory_gb: memoryGb,
      gpus: gpu === null ? [] : [{ name: gpu }],
      // GitHub's Macs are not in Azure.
      provider: label.toLowerCase().startsWith('macos') ? null : 'azure',
      region: null,
    },
    watts,
    mostWatts: mostHostedWatts(runner),
    gpuWatts,
    hosted: true,
    source: `typical power of the hosted runner ${label}`,
  }
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
    const given = relativeRange(watts, GIVEN_WATTS_ERROR)
    return { ...base, watts: given, mostWatts: given.high, source: `${watts} W, as runners.${label} says` }
  }
  // A GPU may draw more than the rest of the machine: without its watts there is no figure.
  const readings = readingsOf(own)
  const isRead = hasReadings(readings)
  if (gpu !== undefined || (cpu === undefined && vcpus === undefined && !isRead)) return null
  // Readings without a CPU name describe the runner itself: an unknown CPU would count as a share of a large host.
  const isVirtual = isRead && cpu === undefined ? false : null
  const running = { cpuName: cpu, vcpus, memoryGb: own['memory-gb'], isVirtual, readings }
  const source = `typical power of the machine that runners.${label} describes`
  return { ...base, watts: typicalWatts(running), mostWatts: mostWatts(running), source }
}
