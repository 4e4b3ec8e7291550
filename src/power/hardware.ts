import type { Hardware, HardwarePart } from '../core/embodied.ts'
import { type Range, makeRange, multiplyRanges, scaleRange } from '../core/range.ts'
import { cardManufacture, macManufacture, serverManufacture } from '../data/embodied.ts'
import { findGpuShare } from '../data/gpu-share.ts'
import { macPower } from '../data/macs.ts'
import { threadsOfChip, USUAL_HOST_THREADS } from './hosts.ts'
import type { MachinePower } from './running-machine.ts'

/** Default memory of a server for each of its threads, GB: the standard sizes of all large clouds. */
const USUAL_GB_PER_THREAD = 4

/** Disks of a server are unknown: one SSD is certain, and the range allows for many. */
const USUAL_SSDS = 1

/** Hardware that the work reserves; unknown parts are null. */
export interface ReservedMachine {
  /** Power of the machine, which identifies its CPU and its share of a host; null: no host is counted. */
  readonly power: Pick<MachinePower, 'cpu' | 'share' | 'hosts'> | null
  /** Threads and memory that the system shows; their ratio gives the host's memory. */
  readonly threads?: number | null | undefined
  readonly memoryGb?: number | null | undefined
  /** Chips, where the system shows those of a whole machine. */
  readonly sockets?: number | null | undefined
  /** Equal hosts of that power, 1 when missing. */
  readonly hostCount?: number | undefined
  /** Name of each GPU. */
  readonly gpus: readonly string[]
  /** Instance type of a cloud that it is, where it was named. */
  readonly instance?: { readonly provider: string; readonly type: string } | undefined
}

/**
 * The hardware that a machine is, with the share that is reserved.
 * @param lifetimeYears years that it works, with range
 * @returns null where no figure of manufacture exists: laptops and desktops that are not Macs
 */
export function hardwareOf(machine: ReservedMachine, lifetimeYears: Range): Hardware | null {
  const { power, gpus } = machine
  const host = power && hostOf(power, machine)
  if (power && !host) return null
  const parts = [...(host ? [timesHosts(host, machine.hostCount)] : []), ...cardsOf(gpus)]
  return parts.length === 0 ? null : { parts, lifetimeYears }
}

function timesHosts(host: HardwarePart, count = 1): HardwarePart {
  return count === 1 ? host : { ...host, name: `${count} x ${host.name}`, kg: scaleRange(host.kg, count) }
}

/** A server and the share of it that is reserved. */
export interface ReservedHost {
  readonly sockets: number
  /** GB of the whole server. */
  readonly memoryGb: number
  /** 0 to 1. */
  readonly share: number
}

/** The server that a machine is or is a share of; null for Macs, laptops and desktops, and without a host. */
export function hostOfMachine(machine: ReservedMachine): ReservedHost | null {
  return machine.power && serverOf(machine.power, machine)
}

function serverOf(
  { cpu, share }: NonNullable<ReservedMachine['power']>,
  machine: ReservedMachine,
): ReservedHost | null {
  const { key = '', generation } = cpu
  const isSmall = generation === undefined && cpu.tdpWatts !== undefined
  if (isSmall || (generation !== undefined && generation.segment !== 'server')) return null
  if (macPower(key, generation?.make === 'apple') !== null) return null
  const ofChip = threadsOfChip(cpu)
  const threads = share?.ofThreads ?? machine.threads ?? ofChip ?? USUAL_HOST_THREADS
  const sockets =
    (share ? null : machine.sockets) ?? Math.max(1, Math.round(threads / (ofChip ?? USUAL_HOST_THREADS / 2)))
  return { sockets, memoryGb: hostMemory(machine, threads, share !== null), share: reservedShare(share) }
}

function reservedShare(share: NonNullable<ReservedMachine['power']>['share']): number {
  return share ? Math.min(1, share.threads / share.ofThreads) : 1
}

function hostOf(power: NonNullable<ReservedMachine['power']>, machine: ReservedMachine): HardwarePart | null {
  const { cpu, share } = power
  const { key = '', generation } = cpu
  if (macPower(key, generation?.make === 'apple') !== null) {
    const { kg, source } = macManufacture(key)
    return { name: 'a Mac', kg, boundary: 'host', share: reservedShare(share), source }
  }
  const server = serverOf(power, machine)
  if (!server) return null
  const { sockets, memoryGb, share: reserved } = server
  const kg = multiplyRanges(
    serverManufacture({ sockets, memoryGb, ssds: USUAL_SSDS }),
    hostSpread(power, machine, server),
  )
  const size = `a server of ${sockets} ${sockets === 1 ? 'socket' : 'sockets'} and ${Math.round(memoryGb)} GB of memory`
  const name = share === null ? size : `a host, modelled as ${size}`
  return { name, kg, boundary: 'host', share: reserved, source: "Teads' rule by parts" }
}

/** Embodied emissions of the share on the smallest and the largest possible host, relative to those on the counted host. */
function hostSpread(
  { share, hosts }: NonNullable<ReservedMachine['power']>,
  machine: ReservedMachine,
  counted: ReservedHost,
): Range {
  if (share === null) return makeRange(1)
  const kgOf = ({ sockets, memoryGb, share: reserved }: ReservedHost): number =>
    serverManufacture({ sockets, memoryGb, ssds: USUAL_SSDS }).value * reserved
  const others = hosts.map(({ sockets, ofThreads }) =>
    kgOf({
      sockets,
      memoryGb: hostMemory(machine, ofThreads, true),
      share: reservedShare({ threads: share.threads, ofThreads }),
    }),
  )
  const own = kgOf(counted)
  return makeRange(1, Math.min(own, ...others) / own, Math.max(own, ...others) / own)
}

/** Memory of the host, GB: as much for each thread as the machine shows. */
function hostMemory({ memoryGb, threads }: ReservedMachine, ofThreads: number, isShare: boolean): number {
  if (memoryGb === undefined || memoryGb === null || !(memoryGb > 0)) return USUAL_GB_PER_THREAD * ofThreads
  if (!isShare || threads === undefined || threads === null) return isShare ? USUAL_GB_PER_THREAD * ofThreads : memoryGb
  return (memoryGb / threads) * ofThreads
}

/** One part for each kind of card. */
function cardsOf(gpus: readonly string[]): HardwarePart[] {
  const counts = new Map<string, number>()
  for (const name of gpus) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, count]) => {
    const { kg, source } = cardManufacture(name)
    return {
      name: count === 1 ? name : `${count} x ${name}`,
      kg: scaleRange(kg, count),
      boundary: 'card',
      // A vGPU, a MIG instance or one of several devices reserves only its part of the card.
      share: findGpuShare(name)?.share ?? 1,
      source,
    }
  })
}

/** One line for people: which hardware is counted, over which service life. */
export function hardwareBasis({ parts, lifetimeYears }: Hardware): string {
  const { value, low, high } = lifetimeYears
  const life = low < high ? `${value} years (${low} to ${high})` : `${value} years`
  const sources = parts.map(
    ({ name, share, source }) => `${share < 1 ? `${percentOf(share)} of ` : ''}${name} (${source})`,
  )
  return `${sources.join('; ')}; life of ${life}`
}

function percentOf(share: number): string {
  return `${Number((share * 100).toPrecision(2))} %`
}
