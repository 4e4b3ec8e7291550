import { findLimitingGroup } from '../../sensors/cgroup-tree.ts'
import { readCounters } from '../../sensors/counters.ts'
import { findKernelBoards } from '../../sensors/gpu-boards.ts'
import { GpuFiles } from '../../sensors/gpu-files.ts'
import { findGpuTools } from '../../sensors/gpu-tools.ts'
import { identify } from '../../sensors/process-identity.ts'
import { findRaplZones } from '../../sensors/rapl-zones.ts'
import { rootFrom } from '../../sensors/root.ts'
import { findSharedScope } from '../../sensors/scope.ts'
import { launchSampler } from './launch.ts'
import type { MeasurementState } from './state.ts'

export interface StartOptions {
  /** Path of the sampler's bundle (dist/sampler/index.js). */
  readonly samplerPath: string
  /** Fixed time between samples, ms (100 to 60,000); null adapts: 1 s at first, slower on long jobs. */
  readonly intervalMs: number | null
  /**
   * Process whose end ends the sampler: for an action the runner's worker (`process.ppid`), for a command our own (`process.pid`).
   * 1 and less (in a container, where the runner is outside) watches none.
   */
  readonly watchPid: number
  /** Whether to list the programs that used the CPU. */
  readonly topProcesses?: boolean
  /** `process.env`. */
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Time after which the sampler ends in any case, ms. GitHub ends hosted jobs after 6 h; the counters cover longer ones. */
const LIMIT_MS = 24 * 3_600_000

/**
 * Starts a measurement: reads the counters, starts the sampler. Does not fail without a sampler: the figure then comes from the
 * counters alone. Takes a few milliseconds plus starting a process.
 */
export async function startMeasurement(options: StartOptions): Promise<MeasurementState> {
  const { environment, samplerPath, intervalMs, watchPid } = options
  const root = rootFrom(environment)
  const group = findLimitingGroup(root)
  const { zones, denied } = findRaplZones(root)
  const sharedScope = findSharedScope(root, environment)
  const watch = watchPid > 1 ? identify(watchPid) : null
  const topProcesses = options.topProcesses ?? false
  const { sampler, failure } = await launchSampler(
    samplerPath,
    { root, intervalMs, watch, limitMs: LIMIT_MS, topProcesses },
    environment,
  )
  const boards = findKernelBoards(root)
  const hasGpu = boards.length > 0 || findGpuTools(environment).length > 0 || new GpuFiles(root).isPresent
  // Last, so that our own start does not count as part of the job.
  const { counters, cpuFallback } = readCounters(root, group, zones)
  return {
    version: 1,
    root,
    start: counters,
    cpuFallback,
    group,
    zones,
    raplDenied: denied,
    hasGpu,
    boards,
    sharedScope,
    sampler,
    samplerFailure: failure,
  }
}
