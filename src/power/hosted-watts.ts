import { wattsAt } from '../core/power/curve.ts'
import type { RunningMachine } from '../core/power/machine.ts'
import { type Range, multiplyRanges, makeRange, sumRanges } from '../core/range.ts'
import { type HostedRunner, machineOfRunner } from '../data/runners.ts'
import { powerOf } from './running-machine.ts'

/**
 * Utilisation of a job that was not measured, percent. A build waits for the network and then computes: over a whole job 30 to 50 % is
 * usual; 10 to 90 % covers nearly all jobs, from one that only downloads to one that compiles on every thread.
 */
const TYPICAL = { utilization: 40, low: 10, high: 90 } as const

/**
 * CPUs that hosted x64 runners draw by chance (EPYC 9V74, Xeon Platinum 8272CL, 8370C, 8573C) lie from 28 % below to 50 % above
 * the EPYC 7763 that represents them.
 */
const DRAWN_CPU: Range = makeRange(1, 0.72, 1.5)

/** Tesla T4: 70 W board power, 10 W idle (NVIDIA, T4 tensor core GPU data sheet); half of it over a job. */
const T4_WATTS: Range = makeRange(35, 10, 70)

/** Typical power of a hosted runner, W before the building's overhead, and the part of it that its GPUs draw. */
export function hostedWatts(runner: HostedRunner): { readonly watts: Range; readonly gpuWatts: number } {
  const processor = multiplyRanges(typicalWatts(machineOfRunner(runner)), isX64(runner) ? DRAWN_CPU : makeRange(1))
  if (runner.gpu === null) return { watts: processor, gpuWatts: 0 }
  return { watts: sumRanges([processor, T4_WATTS]), gpuWatts: T4_WATTS.value }
}

/** The most that a hosted runner can draw, W: every thread busy on the hungriest CPU that it may get, and its GPU at board power. */
export function mostHostedWatts(runner: HostedRunner): number {
  const processor = mostWatts(machineOfRunner(runner)) * (isX64(runner) ? DRAWN_CPU.high : 1)
  return processor + (runner.gpu === null ? 0 : T4_WATTS.high)
}

/** The most that a machine can draw, W: the upper end of its power with every thread busy. */
export function mostWatts(machine: RunningMachine): number {
  return wattsAt(powerOf(machine).curve, 100).high
}

function isX64({ label, cpuName }: HostedRunner): boolean {
  return !/arm|macos/i.test(label) && /amd|intel|xeon|epyc/i.test(cpuName)
}

/** Power at typical use; the range spans both the use and the power model. */
export function typicalWatts(machine: RunningMachine): Range {
  const { curve } = powerOf(machine)
  const { watts } = wattsAt(curve, TYPICAL.utilization)
  const low = wattsAt(curve, TYPICAL.low).low
  const high = wattsAt(curve, TYPICAL.high).high
  return makeRange(watts, Math.min(low, watts), Math.max(high, watts))
}
