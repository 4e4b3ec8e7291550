import { type Range, product, range, relative, scaled, sum } from '../../core/range.ts'
import type { Machine } from '../../core/report.ts'
import type { RunnerClass } from '../settings/config-file.ts'

/** What is known of a runner that nobody measured. */
export interface RunnerPower {
  readonly machine: Machine
  /** Power at what CI typically uses of it, W, before the building's overhead. */
  readonly watts: Range
  /** Watts of `watts` that the GPUs draw; 0 without one. */
  readonly gpuWatts: number
  /** Whether GitHub runs it. */
  readonly hosted: boolean
  /** Where the power comes from, for people. */
  readonly source: string
}

/** What a job says of its runner. */
export interface RunnerLabels {
  readonly labels: readonly string[]
  readonly runnerGroup: string | null
}

/** Typical power of the runner with these labels; null when nothing is known of it. */
export type RunnerPowerOf = (runner: RunnerLabels) => RunnerPower | null

/**
 * Power of one hardware thread of a server at 10, 40 and 90 % load: mean of published SPECpower results of EPYC 7763 servers, four
 * threads 2.91, 4.02 and 6.48 W. A build waits for the network, then computes: over a job 30 to 50 % is usual, and 10 to 90 %
 * holds nearly all. The wall power of a server already holds its memory.
 */
const WATTS_PER_VCPU: Range = range(4.02 / 4, 2.91 / 4, 6.48 / 4)
/** Which CPU is drawn is not known: servers of the hosted fleet lie from 28 % below to 50 % above the EPYC 7763. */
const FLEET: Range = range(1, 0.72, 1.5)

/** Mac mini (M1): 6.8 W idle, 39 W at most (Apple, Mac mini power consumption); two virtual machines share one. */
const MAC_WATTS: Range = range(10, 4, 20)
/** Tesla T4: 70 W board power (NVIDIA data sheet), half of it over a job, idle 10 W. */
const T4_WATTS: Range = range(35, 10, 70)
/** A figure that the project's own configuration gives is believed to this share. */
const GIVEN_WATTS_ERROR = 0.2

interface HostedClass {
  readonly pattern: RegExp
  readonly cpu: string | null
  readonly vcpus: number
  readonly memoryGb: number
  /** Sizes differ between public and private repositories. */
  readonly privateVcpus?: number
  readonly privateMemoryGb?: number
}

/** Standard runners by label (GitHub's reference of hosted runners, 2026); the first that fits. */
const HOSTED: readonly HostedClass[] = [
  { pattern: /^ubuntu-slim$/, cpu: null, vcpus: 1, memoryGb: 5 },
  { pattern: /^macos-(?:\d+|latest)-xlarge$/, cpu: 'Apple M2', vcpus: 5, memoryGb: 14 },
  { pattern: /^macos-.*-(?:intel|large)$|^macos-13$/, cpu: 'Intel Core i7', vcpus: 4, memoryGb: 14 },
  { pattern: /^macos-/, cpu: 'Apple M1', vcpus: 3, memoryGb: 7 },
  {
    pattern: /^(?:ubuntu|windows)-[\w.]+-arm$/,
    cpu: 'Cobalt 100',
    vcpus: 4,
    memoryGb: 16,
    privateVcpus: 2,
    privateMemoryGb: 8,
  },
  {
    pattern: /^(?:ubuntu|windows)-(?:latest|[\d.]+(?:-vs\d+)?)$/,
    cpu: null,
    vcpus: 4,
    memoryGb: 16,
    privateVcpus: 2,
    privateMemoryGb: 8,
  },
]

/** Larger runners carry names of their owners' choice; by habit they say how many cores: `ubuntu-latest-16-cores`, `linux-8core`. */
const CORES = /(?:^|[-_])(\d{1,3})[-_]?(?:cores?|vcpus?|cpus?)(?:[-_]|$)/i

/**
 * Typical power by labels, the project's own `runners:` first.
 * @param isPrivate whether the repository is private (its standard runners are half as large); null: not known
 */
export function runnerPower(
  { labels, runnerGroup }: RunnerLabels,
  configured: Readonly<Record<string, RunnerClass>>,
  isPrivate: boolean | null,
): RunnerPower | null {
  for (const [label, machine] of Object.entries(configured)) {
    if (labels.some((each) => each.toLowerCase() === label.toLowerCase())) return ownPower(label, machine)
  }
  if (labels.some((label) => label.toLowerCase() === 'self-hosted')) return null
  return hostedPower(labels, isPrivate) ?? largerPower(labels, runnerGroup)
}

function hostedPower(labels: readonly string[], isPrivate: boolean | null): RunnerPower | null {
  for (const label of labels) {
    const found = HOSTED.find(({ pattern }) => pattern.test(label.toLowerCase()))
    if (!found) continue
    const vcpus = isPrivate ? (found.privateVcpus ?? found.vcpus) : found.vcpus
    const memoryGb = isPrivate ? (found.privateMemoryGb ?? found.memoryGb) : found.memoryGb
    const mac = found.cpu?.startsWith('Apple') ?? false
    return {
      machine: machineOf({ cpu: found.cpu, vcpus, memoryGb, provider: mac ? null : 'azure' }),
      watts: mac ? MAC_WATTS : serverWatts(vcpus),
      gpuWatts: 0,
      hosted: true,
      source: `typical power of the hosted runner ${label}`,
    }
  }
  return null
}

function largerPower(labels: readonly string[], runnerGroup: string | null): RunnerPower | null {
  const label = labels.find((each) => CORES.test(each))
  const vcpus = Number(CORES.exec(label ?? '')?.[1] ?? 0)
  if (label === undefined || vcpus < 1) return null
  const gpu = /(?:^|[-_])(?:gpu|t4)(?:[-_]|$)/i.test(label)
  return {
    machine: machineOf({
      vcpus,
      provider: runnerGroup === null ? null : 'azure',
      gpu: gpu ? 'NVIDIA T4' : null,
      gpus: 1,
    }),
    watts: gpu ? sum([serverWatts(vcpus), T4_WATTS]) : serverWatts(vcpus),
    gpuWatts: gpu ? T4_WATTS.value : 0,
    hosted: true,
    source: `typical power of ${vcpus} threads, by the label ${label}`,
  }
}

function ownPower(label: string, own: RunnerClass): RunnerPower | null {
  const machine = machineOf({
    cpu: own.cpu ?? null,
    vcpus: own.vcpus ?? null,
    memoryGb: own['memory-gb'] ?? null,
    gpu: own.gpu ?? null,
    gpus: own.gpus ?? 1,
  })
  const base = { machine, hosted: false, gpuWatts: 0 }
  if (own.watts !== undefined) {
    const watts = relative(own.watts, GIVEN_WATTS_ERROR)
    return { ...base, watts, source: `${own.watts} W, as runners.${label} of the config file says` }
  }
  // A GPU may draw more than everything else together: without its watts there is no figure.
  if (own.vcpus === undefined || own.gpu !== undefined) return null
  return { ...base, watts: serverWatts(own.vcpus), source: `typical power of ${own.vcpus} threads (runners.${label})` }
}

function serverWatts(vcpus: number): Range {
  return product(scaled(WATTS_PER_VCPU, vcpus), FLEET)
}

function machineOf(known: {
  cpu?: string | null
  vcpus: number | null
  memoryGb?: number | null
  provider?: string | null
  gpu?: string | null
  gpus?: number
}): Machine {
  const gpus = known.gpu ? Array.from({ length: known.gpus ?? 1 }, () => ({ name: known.gpu ?? '' })) : []
  const { cpu = null, vcpus, memoryGb = null, provider = null } = known
  return { cpu, vcpus, memory_gb: memoryGb, gpus, provider, region: null }
}
