import { MeasurementError } from '../../core/errors.ts'
import type { Counters } from '../../sensors/counters.ts'
import type { ControlGroup } from '../../sensors/cgroup-tree.ts'
import type { KernelBoards } from '../../sensors/gpu-boards.ts'
import type { ProcessIdentity } from '../../sensors/process-identity.ts'
import type { RaplZone } from '../../sensors/rapl-zones.ts'
import type { SharedScope } from '../../sensors/scope.ts'

/** The start of a measurement, as its end needs it. Plain JSON of about 1 kB: it fits into an action's state. */
export interface MeasurementState {
  readonly version: 1
  /** Root of the kernel's file trees. */
  readonly root: string
  readonly start: Counters
  /** Whether CPU time is read without /proc on a system that should have it. */
  readonly cpuFallback: boolean
  /** The control group, when it limits the CPU. */
  readonly group: ControlGroup | null
  readonly zones: readonly RaplZone[]
  /** Set if other jobs may share the counted machine; missing in the state of an earlier version. */
  readonly sharedScope?: SharedScope | null
  /** Whether RAPL meters exist that this user may not read. */
  readonly raplDenied: boolean
  /** Whether meters are left out because a socket has none; missing in the state of an earlier version. */
  readonly raplIncomplete?: boolean
  /** Whether there is a GPU, or a tool that reads one: its energy is known only from samples. */
  readonly hasGpu: boolean
  /** GPU boards that the kernel shows. */
  readonly boards: readonly KernelBoards[]
  /** The sampler, or null when it could not be started. */
  readonly sampler: SamplerState | null
  /** Why the sampler could not be started; missing in the state of an earlier version. */
  readonly samplerFailure?: string | null
}

export interface SamplerState {
  readonly process: ProcessIdentity
  /** Private folder of the sample file. */
  readonly folder: string
  /** Device and inode of the sample file: another file in its place is not ours. */
  readonly file: string
}

/**
 * Reads a saved state.
 * @param text the result of `JSON.stringify(state)`
 * @throws MeasurementError if it is invalid: without the counters of the start there is no figure
 */
export function parseState(text: string): MeasurementState {
  try {
    const state = JSON.parse(text) as MeasurementState
    if (state.version === 1 && typeof state.root === 'string' && areClocks(state.start.at) && isWhole(state))
      return state
  } catch {
    // Reported below.
  }
  throw new MeasurementError('the saved start of the measurement cannot be read: run the job again', 'state')
}

/** Maximum time, ms: the latest date of JavaScript is 8.64e15 ms. */
const MAX_MS = 8e15

function areClocks({ monotonicMs, wallMs, bootMs }: Counters['at']): boolean {
  return [monotonicMs, wallMs, bootMs ?? 0].every((ms) => Number.isFinite(ms) && ms >= 0 && ms < MAX_MS)
}

/** Whether the fields used for paths and lists are valid. For `mode: report` any step of the job could have written them. */
function isWhole({ group, zones, boards, sampler }: MeasurementState): boolean {
  if (group !== null && typeof group.usageFile !== 'string') return false
  if (!Array.isArray(zones) || !(zones as readonly RaplZone[]).every(({ id }) => typeof id === 'string')) return false
  if (!Array.isArray(boards)) return false
  return sampler === null || (typeof sampler.folder === 'string' && Number.isSafeInteger(sampler.process.pid))
}
