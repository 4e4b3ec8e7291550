import type { LimitedLine } from '../../core/stop/limit-share.ts'
import { findLimitingGroup } from '../../sensors/cgroup-tree.ts'
import { type Counters, readCounters } from '../../sensors/counters.ts'
import { findKernelBoards } from '../../sensors/gpu-boards.ts'
import { GpuFiles } from '../../sensors/gpu-files.ts'
import { findNeededTools } from '../../sensors/gpu-tools.ts'
import { chosenMigDevices } from '../../sensors/mig-choice.ts'
import { identify } from '../../sensors/process-identity.ts'
import { findRaplZones } from '../../sensors/rapl-zones.ts'
import { rootFrom } from '../../sensors/root.ts'
import { findSharedScope } from '../../sensors/scope.ts'
import type { RunningTotalOptions } from '../../sensors/running-total.ts'
import type { JobStop } from '../../sensors/sampler-options.ts'
import { type Launch, type SamplerLinks, launchSampler } from './launch.ts'
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
  /** Whether only that process reads the samples, so that the sampler removes its folder if that process was killed. */
  readonly removesFolder?: boolean
  /** Whether to list the programs that used the CPU. */
  readonly topProcesses?: boolean
  /** Makes the sampler add up the energy; missing: it does not, which costs nothing. */
  readonly total?: Omit<RunningTotalOptions, 'start'>
  /** Where readings of that total go, and how often, ms. */
  readonly readings?: {
    readonly everyMs: number
    readonly take: NonNullable<SamplerLinks['onReading']>
    readonly onEnd?: SamplerLinks['onEnd']
    /** Budget lines near whose limit readings come sooner. */
    readonly lines: readonly LimitedLine[]
  }
  /** Makes the sampler stop the job's processes at the budget; `token` cancels the run after the grace. */
  readonly stop?: { readonly options: JobStop; readonly token: string | null }
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
  const { environment } = options
  const root = rootFrom(environment)
  const group = findLimitingGroup(root)
  const { zones, denied, incomplete } = findRaplZones(root)
  const sharedScope = findSharedScope(root, group, environment)
  const boards = findKernelBoards(root)
  const files = new GpuFiles(root)
  const tools = findNeededTools(root, environment, files, boards)
  // Before the sampler, so that its running total starts with them.
  const { counters, cpuFallback } = readCounters(root, group, zones)
  const { sampler, failure } = await startSampler(options, root, counters)
  return {
    version: 1,
    root,
    start: counters,
    cpuFallback,
    group,
    zones,
    raplDenied: denied,
    raplIncomplete: incomplete,
    hasGpu: boards.length > 0 || files.isPresent || tools.length > 0,
    boards,
    sharedScope,
    sampler,
    samplerFailure: failure,
  }
}

/** Starts the sampler of a measurement. @param start counters at the start of the measurement */
export function startSampler(options: StartOptions, root: string, start: Counters): Promise<Launch> {
  const { environment, samplerPath, intervalMs, watchPid, removesFolder, total, readings, stop } = options
  return launchSampler(
    samplerPath,
    {
      root,
      intervalMs,
      watch: watchPid > 1 ? identify(watchPid) : null,
      limitMs: LIMIT_MS,
      topProcesses: options.topProcesses ?? false,
      ...(removesFolder && { removesFolder }),
      migDevices: chosenMigDevices(environment),
      ...(total && { total: { ...total, start } }),
      ...(readings && { readingMs: readings.everyMs, watchedLines: readings.lines }),
      ...(stop && { stop: stop.options }),
    },
    environment,
    { onReading: readings?.take, onEnd: readings?.onEnd, secret: stop?.token ?? undefined },
  )
}
