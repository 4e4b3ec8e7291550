import { usualThreadsPerCore } from '../core/power/complete.ts'
import type { RunningMachine } from '../core/power/machine.ts'
import type { CpuMatch } from '../data/cpus.ts'
import { serverPowerModel } from '../data/server-power.ts'

/** Hardware threads of one chip; undefined when its cores are unknown. */
export const threadsOfChip = (cpu: CpuMatch): number | undefined =>
  cpu.cores === undefined ? undefined : cpu.cores * (cpu.threadsPerCore ?? usualThreadsPerCore(cpu))

/** A kind of host that may carry a virtual machine. */
export interface Host {
  readonly sockets: number
  readonly ofThreads: number
  /** How common the kind is, relative to the others. */
  readonly weight: number
}

/** Threads of a host whose CPU is unknown: two chips of 32 cores, the middle of what clouds have run since 2019. */
export const USUAL_HOST_THREADS = 128
/** Threads of such a host at least and at most: one chip of 16 cores, two of 96. */
const UNKNOWN_HOST_THREADS = [32, 384] as const
/** Cores of a chip of unknown size as shares of the most that its generation has: usual, and at least. */
const USUAL_SIZE = 0.6
const LEAST_SIZE = 0.25

/** The kinds of host that may carry a virtual machine. */
export interface Hosts {
  readonly hosts: readonly Host[]
  /** The smallest and the largest host, where the size is unknown. */
  readonly extremes: readonly Pick<Host, 'sockets' | 'ofThreads'>[]
}

/** Hosts of a chip whose number of cores is unknown. */
const hostsOfUnknownSize = (machine: RunningMachine, cpu: CpuMatch, threads: number): Hosts => {
  const known = machine.hostThreads
  if (known !== undefined) {
    return { hosts: [{ sockets: machine.sockets ?? 1, ofThreads: Math.max(known, threads), weight: 1 }], extremes: [] }
  }
  const { generation } = cpu
  const atLeast = (sizes: readonly number[]): readonly number[] =>
    sizes.map((size) => Math.max(threads, Math.round(size)))
  if (generation === undefined && cpu.tdpWatts === undefined) {
    const sockets = machine.sockets ?? 2
    const [usual = threads, least = threads, most = threads] = atLeast([USUAL_HOST_THREADS, ...UNKNOWN_HOST_THREADS])
    const extremes = [least, most].map((ofThreads) => ({ sockets: ofThreads > USUAL_HOST_THREADS ? 2 : 1, ofThreads }))
    return { hosts: [{ sockets, ofThreads: usual, weight: 1 }], extremes }
  }
  // A small chip in no generation: Celeron, Pentium, Atom. Four threads, or all that are shown.
  const most = generation === undefined ? 4 : generation.maxCores * (cpu.threadsPerCore ?? usualThreadsPerCore(cpu))
  const isServer = generation?.segment === 'server' && cpu.sockets !== 1
  const sockets = isServer ? (machine.sockets ?? cpu.sockets ?? 2) : 1
  const [usual = threads, least = threads, largest = threads] = atLeast([
    most * USUAL_SIZE * sockets,
    most * LEAST_SIZE,
    most * sockets,
  ])
  const extremes = [
    { sockets: 1, ofThreads: least },
    { sockets, ofThreads: largest },
  ]
  return { hosts: [{ sockets, ofThreads: usual, weight: 1 }], extremes }
}

/** Hosts that a slice may be of: the known one, or those with one and two chips as often as such servers were measured. */
export const hostsOf = (machine: RunningMachine, cpu: CpuMatch, threads: number): Hosts => {
  const ofChip = threadsOfChip(cpu) ?? threadsAsMeasured(cpu)
  const { hostThreads } = machine
  if (ofChip === undefined) return hostsOfUnknownSize(machine, cpu, threads)
  const least = Math.ceil(threads / ofChip)
  const segment = cpu.generation?.segment
  const known = hostThreads === undefined ? (machine.sockets ?? cpu.sockets) : Math.round(hostThreads / ofChip)
  if (known !== undefined || segment !== 'server') {
    const sockets = Math.max(known ?? 1, least, 1)
    return {
      hosts: [{ sockets, ofThreads: Math.max(hostThreads ?? sockets * ofChip, threads), weight: 1 }],
      extremes: [],
    }
  }
  const counts = new Map<number, number>()
  for (const point of serverPowerModel().points) {
    if (cpu.key === undefined || point.machine.cpuKey !== cpu.key) continue
    counts.set(point.machine.sockets, (counts.get(point.machine.sockets) ?? 0) + point.servers)
  }
  const kinds = counts.size === 0 ? [[1, 1] as const, [2, 1] as const] : [...counts]
  const fitting = kinds.filter(([sockets]) => sockets >= least)
  const hosts = (fitting.length === 0 ? [[least, 1] as const] : fitting).map(([sockets, weight]) => ({
    sockets,
    ofThreads: sockets * ofChip,
    weight,
  }))
  return { hosts, extremes: [] }
}

/** Threads of a chip as published measurements of servers with it list them. */
const threadsAsMeasured = (cpu: CpuMatch): number | undefined => {
  const measured = serverPowerModel().points.find(({ machine }) => cpu.key !== undefined && machine.cpuKey === cpu.key)
  if (measured === undefined) return undefined
  return Math.round(measured.machine.coresPerSocket * (cpu.threadsPerCore ?? measured.machine.threadsPerCore))
}
