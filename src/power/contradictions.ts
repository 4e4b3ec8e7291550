import type { MachineSpec } from '../core/power/machine.ts'
import { clockMhzOf } from '../data/cpu-name.ts'
import type { CpuMatch } from '../data/cpus.ts'

/** A figure that a machine with the named chip cannot have: a slip, or a figure of something else. */
export interface Contradiction {
  readonly quantity: 'cores' | 'threads' | 'tdpWatts' | 'mhz'
  readonly given: number
  /** What the chip has, for people: "64 cores". */
  readonly own: string
}

/** Vendors configure a chip below or above its TDP, and users give the turbo clock as the base clock: up to a factor of 2. */
const FACTOR = 2
/** Below this share of a chip's cores, they are not partly switched off but belong to a virtual machine. */
const LEAST_CORES_SHARE = 0.5
/** Maximum number of chips that one machine has if their number is unknown. */
const MOST_CHIPS = 8

/** Threads that a core has where the chip's own are not listed: usually, and at most (a Xeon Phi has four, a POWER9 eight). */
const THREADS_OF_CORE = 2
const MOST_THREADS_OF_CORE = 8

const isFar = (given: number | undefined, own: number | undefined): boolean =>
  given !== undefined && own !== undefined && (given > own * FACTOR || given * FACTOR < own)

/** Whether a machine can have so many cores: some of each chip's switched off, or a count of one chip alone. */
const areCores = (cores: number, ofChip: number, chips: number | undefined): boolean => {
  if (cores === ofChip) return true
  const counted = cores / ofChip
  if (chips !== undefined) return counted <= chips && counted >= chips * LEAST_CORES_SHARE
  return counted > 1 ? Number.isInteger(counted) && counted <= MOST_CHIPS : counted >= LEAST_CORES_SHARE
}

/** A machine may be tested this many years before its CPU's generation is counted as out. */
const EARLY_YEARS = 2

/** Whether the machine came out before the generation that its CPU is named after: then the name is the slip. */
export const isOlderThanCpu = ({ year }: MachineSpec, { generation }: CpuMatch): boolean =>
  generation !== undefined && year !== undefined && year + EARLY_YEARS < generation.year

/**
 * Leaves out the figures of a machine that contradict the data of the chip that it names. A guessed chip, a substitute, and
 * a name that is itself in doubt contradict nothing.
 */
export const leaveOutContradictions = (
  spec: MachineSpec,
  cpu: CpuMatch,
): { readonly spec: MachineSpec; readonly contradictions: readonly Contradiction[] } => {
  const contradictions: Contradiction[] = []
  const isKnown = (cpu.how === 'exact' || cpu.how === 'alias') && !cpu.isSubstitute
  if (!isKnown || isOlderThanCpu(spec, cpu)) return { spec, contradictions }
  const kept = { ...spec }
  const leaveOut = (quantity: Contradiction['quantity'], own: string): void => {
    contradictions.push({ quantity, given: spec[quantity] ?? 0, own })
    kept[quantity] = undefined
  }
  const { cores: ofChip, tdpWatts } = cpu
  const ofCore = cpu.threadsPerCore ?? THREADS_OF_CORE
  if (ofChip !== undefined && kept.cores !== undefined && !areCores(kept.cores, ofChip, kept.sockets)) {
    leaveOut('cores', `${ofChip} cores`)
  }
  if (kept.threads !== undefined && kept.cores !== undefined) {
    const counted = kept.threads / kept.cores
    const most = cpu.threadsPerCore ?? MOST_THREADS_OF_CORE
    if (counted > most || counted < 1)
      leaveOut('threads', most === 1 ? 'a thread for each core' : `1 to ${most} threads for each core`)
  } else if (
    ofChip !== undefined &&
    kept.threads !== undefined &&
    !areCores(kept.threads / ofCore, ofChip, kept.sockets)
  ) {
    leaveOut('threads', `${ofChip * ofCore} threads`)
  }
  if (isFar(kept.tdpWatts, tdpWatts)) leaveOut('tdpWatts', `${tdpWatts} W`)
  const clock = clockMhzOf(spec.cpuName ?? '')
  if (isFar(kept.mhz, clock)) leaveOut('mhz', `${clock} MHz`)
  return { spec: kept, contradictions }
}
