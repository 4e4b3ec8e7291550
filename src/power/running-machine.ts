import { type Note, note } from '../core/notes.ts'
import { clientCurve, desktopPower, laptopPower } from '../core/power/client.ts'
import type { ClientPower } from '../core/power/client.ts'
import { fieldCurve } from '../core/power/field.ts'
import type { Conditions } from '../core/power/field.ts'
import { anchorCurve, hasReadings } from '../core/power/wall-readings.ts'
import type { WallReadings } from '../core/power/wall-readings.ts'
import { packageLimit } from '../data/package-power.ts'
import { usualThreadsPerCore } from '../core/power/complete.ts'
import { MeasurementError } from '../core/errors.ts'
import { LOAD_LEVELS, scaleCurve, slice } from '../core/power/curve.ts'
import type { PowerCurve } from '../core/power/curve.ts'
import type { MachineSpec, RunningMachine } from '../core/power/machine.ts'
import { predict } from '../core/power/predict.ts'
import { believed } from './contradictions.ts'
import { identifyCpu } from '../data/cpus.ts'
import type { CpuMatch } from '../data/cpus.ts'
import { withFacts } from './identify.ts'
import { macPower } from '../data/macs.ts'
import { serverPowerModel } from '../data/server-power.ts'

/** The power of what a job runs on. */
export interface MachinePower {
  readonly curve: PowerCurve
  readonly cpu: CpuMatch
  /** The share of a host that the machine is; null for a whole machine. */
  readonly share: { readonly threads: number; readonly ofThreads: number } | null
  readonly notes: readonly Note[]
}

/** More than this for each vCPU of a server's slice is nearly always a whole socket charged to it: 30 W for 4 vCPU. */
export const PLAUSIBLE_WATTS_PER_VCPU = 30 / 4
/** vCPUs of a virtual machine that does not say: those of the common hosted runner. */
const USUAL_VCPUS = 4

/** How a machine is set up, and what its owner read at the wall of the whole machine. */
export interface Setup {
  /** `field` (default) raises the upper end of a server's range for set-ups that are not tuned. */
  readonly conditions?: Conditions | undefined
  readonly readings?: WallReadings | undefined
}

/**
 * Power of a whole machine at the wall, from its known properties. Figures that contradict the CPU are left out.
 *
 * @example machineCurve({ cpuName: 'AMD EPYC 7763' }, undefined, { readings: { idleWatts: 60, fullWatts: 210 } })
 */
export const machineCurve = (
  given: MachineSpec,
  cpu: CpuMatch = identifyCpu(given.cpuName ?? ''),
  { conditions = 'field', readings }: Setup = {},
): PowerCurve => {
  const { spec } = believed(given, cpu)
  const client = clientPower(given, spec, cpu)
  if (client !== null) {
    const curve = clientCurve(client, spec.memoryGb)
    return hasReadings(readings) ? anchorCurve(curve, readings, { conditions: 'benchmark' }) : curve
  }
  const { curve, nearness, servers, completion } = predict(serverPowerModel(), withFacts(spec, cpu))
  const whose = {
    cpu: `${servers} measured servers with this CPU`,
    few: `${servers} measured server${servers === 1 ? '' : 's'} with this CPU`,
    generation: `${servers} measured servers of its generation`,
    maker: 'no measured server of its generation, only of its maker',
    unknown: 'all measured servers: the CPU is unknown',
  }
  const server = { ...curve, basis: `${whose[nearness]}; ${curve.basis}` }
  if (hasReadings(readings)) return anchorCurve(server, readings, { conditions, year: completion.machine.year })
  return conditions === 'field' ? fieldCurve(server) : server
}

/** Power of a Mac, desktop or laptop; null for a server. A chip whose TDP and year are given is described as a server. */
const clientPower = (given: MachineSpec, spec: MachineSpec, cpu: CpuMatch): ClientPower | null => {
  const { key = '', generation } = cpu
  const mac = macPower(key, generation?.make === 'apple')
  if (mac !== null) return mac
  const isSmall = generation === undefined && cpu.tdpWatts !== undefined
  if (given.tdpWatts !== undefined && given.year !== undefined) return null
  const tdpWatts = spec.tdpWatts ?? cpu.tdpWatts
  if (isSmall || generation?.segment === 'mobile') return laptopPower(tdpWatts ?? USUAL_LAPTOP_TDP_WATTS)
  if (generation?.segment !== 'desktop' || tdpWatts === undefined) return null
  return desktopPower(tdpWatts, packageLimit(key, generation, tdpWatts, cpu.cores))
}

/** TDP of a laptop's processor that no table lists, W. */
const USUAL_LAPTOP_TDP_WATTS = 28

/** The power curve of what a job runs on: the share of a host for a virtual machine, else the whole machine. */
export const powerOf = (machine: RunningMachine): MachinePower => {
  const cpu = withShownThreads(identifyCpu(machine.cpuName ?? '', machine.silicon ?? null), machine)
  const kind = machineKind(machine, cpu)
  const power = kind.isSlice ? sliceOf(machine, cpu) : wholeOf(machine, cpu)
  return { ...power, notes: [...cpuNotes(machine, cpu), ...kind.notes, ...power.notes] }
}

/** Warns of a CPU that is unknown or guessed. A different spelling of a known name gets its own note. */
const cpuNotes = ({ cpuName }: RunningMachine, cpu: CpuMatch): readonly Note[] => {
  if (cpu.how === 'exact') return []
  if (cpu.how !== 'none') return [note(`cpu-${cpu.how}`, cpu.explanation)]
  const which = cpuName ? `CPU ${JSON.stringify(cpuName)}` : 'the CPU'
  return [note('cpu-unknown', `${which} is unknown: counted as a common server, with a wide range`)]
}

/** A cloud whose topology shows one thread per core has SMT off: its hosts have as many threads as cores. */
const withShownThreads = (cpu: CpuMatch, { threadsPerCore, isTopologyReal }: RunningMachine): CpuMatch =>
  isTopologyReal === true && threadsPerCore === 1 && cpu.threadsPerCore !== 1 && cpu.generation?.segment === 'server'
    ? { ...cpu, threadsPerCore: 1 }
    : cpu

const threadsOfChip = (cpu: CpuMatch): number | undefined =>
  cpu.cores === undefined ? undefined : cpu.cores * (cpu.threadsPerCore ?? usualThreadsPerCore(cpu))

/** Whether a machine is a share of a host, with a note if that is a guess. */
const machineKind = (
  { isVirtual, vcpus }: RunningMachine,
  cpu: CpuMatch,
): { readonly isSlice: boolean; readonly notes: readonly Note[] } => {
  if (isVirtual !== null) return { isSlice: isVirtual, notes: [] }
  const ofChip = threadsOfChip(cpu)
  const isSlice = vcpus !== undefined && (ofChip === undefined ? cpu.how === 'none' : vcpus < ofChip)
  const why = ofChip === undefined ? '' : `: it shows ${vcpus ?? 'unknown'} threads, the chip has ${ofChip}`
  const text = `whether this is a virtual machine is unknown; counted as ${isSlice ? 'a share of a host' : 'a whole machine'}${why}`
  return { isSlice, notes: [note('machine-kind-guessed', text)] }
}

const wholeOf = (machine: RunningMachine, cpu: CpuMatch): MachinePower => {
  const { cpuName, sockets, memoryGb } = machine
  const shown = machine.hostThreads ?? machine.vcpus
  const ofChip = threadsOfChip(cpu)
  const isPart = shown !== undefined && ofChip !== undefined && shown < ofChip / 2
  // A chip with threads switched off, or hidden, still draws as a chip.
  const threads = isPart ? ofChip * (sockets ?? 1) : shown
  const spec = { ...machine.more, cpuName, sockets, memoryGb, threads }
  const curve = machineCurve(spec, cpu, machine)
  const hiddenText = `the machine shows ${shown} threads, its chip has ${ofChip}: counted whole; if it is a virtual machine, the figure is too high`
  return {
    curve: { ...curve, method: `whole machine: ${curve.method}` },
    cpu,
    share: null,
    notes: [...(isPart ? [note('threads-hidden', hiddenText)] : []), ...readingNotes(machine.readings, spec, cpu)],
  }
}

const sliceOf = (machine: RunningMachine, cpu: CpuMatch): MachinePower => {
  const threads = machine.vcpus ?? USUAL_VCPUS
  const notes: Note[] =
    machine.vcpus === undefined ? [note('vcpus-unknown', `number of vCPUs is unknown: counted as ${threads}`)] : []
  const all = hostsOf(machine, cpu, threads)
  const { extremes } = all
  const specOn = ({ sockets, ofThreads }: Pick<Host, 'sockets' | 'ofThreads'>): MachineSpec => ({
    ...machine.more,
    cpuName: machine.cpuName,
    sockets,
    threads: ofThreads,
  })
  const hosts = hostsByReadings(all.hosts, machine.readings, (host) => machineCurve(specOn(host), cpu))
  const [usual] = hosts
  if (usual !== undefined) notes.push(...readingNotes(machine.readings, specOn(usual), cpu))
  const sliceOn = (host: Pick<Host, 'sockets' | 'ofThreads'>): PowerCurve =>
    slice(machineCurve(specOn(host), cpu, machine), { threads, ofThreads: host.ofThreads })
  // The share of each kind of host that might carry the machine, averaged by how common the kind is.
  const mean = meanCurve(hosts.map((host) => ({ weight: host.weight, curve: sliceOn(host) })))
  const curve = extremes.length === 0 ? mean : widened(mean, extremes.map(sliceOn))
  if (extremes.length > 0) {
    const sizes = extremes.map((host) => host.ofThreads).join(' to ')
    const text = `the number of cores of ${machine.cpuName ? JSON.stringify(machine.cpuName) : 'the CPU'} is unknown: its host may have ${sizes} threads, and the range allows for that`
    notes.push(note('host-size-unknown', text))
  }
  const top = mean.points.at(-1)?.watts ?? 0
  if (
    top > PLAUSIBLE_WATTS_PER_VCPU * threads &&
    cpu.generation?.segment !== 'mobile' &&
    cpu.generation?.segment !== 'desktop'
  ) {
    const text = `${top.toFixed(0)} W for ${threads} vCPU is more than a share of a server draws: check the CPU and its threads`
    notes.push(note('slice-implausible', text))
  }
  const ofThreads = hosts.map((host) => host.ofThreads)
  const whole = [...new Set(ofThreads)].join(' or ')
  return {
    curve: {
      ...curve,
      method: `share of ${threads} of ${whole} threads of a host, its idle power shared alike: ${mean.method}`,
    },
    cpu,
    share: { threads, ofThreads: Math.max(...ofThreads) },
    notes,
  }
}

/** The kinds of host that the readings fit best: those of one chip say that the host has one. */
const hostsByReadings = (
  hosts: readonly Host[],
  readings: WallReadings | undefined,
  curveOf: (host: Host) => PowerCurve,
): readonly Host[] => {
  if (!hasReadings(readings) || hosts.length < 2) return hosts
  const distance = new Map(hosts.map((host) => [host, distanceOf(curveOf(host), readings)]))
  return hosts.toSorted((a, b) => (distance.get(a) ?? 0) - (distance.get(b) ?? 0)).slice(0, 1)
}

const distanceOf = ({ points }: PowerCurve, { idleWatts, fullWatts }: WallReadings): number =>
  [idleWatts, fullWatts].reduce<number>((sum, read, end) => {
    const point = end === 0 ? points[0] : points.at(-1)
    return read === undefined || point === undefined ? sum : sum + Math.log(read / point.watts) ** 2
  }, 0)

/** Warns of readings that are far from the model of the same machine: another machine's, another unit, or with GPUs. */
export const readingNotes = (readings: WallReadings | undefined, spec: MachineSpec, cpu: CpuMatch): readonly Note[] => {
  if (!hasReadings(readings)) return []
  const { points } = machineCurve(spec, cpu)
  const ends = [
    ['idle-watts', readings.idleWatts, points[0]],
    ['full-watts', readings.fullWatts, points.at(-1)],
  ] as const
  return ends.flatMap(([name, read, point]) => {
    if (read === undefined || point === undefined) return []
    const { low, high } = point
    if (read >= low / FAR_FACTOR && read <= high * FAR_FACTOR) return []
    const expected = `${Number(low.toPrecision(2))} to ${Number(high.toPrecision(2))} W`
    const text = `${name} is ${read} W, and the model expects ${expected} of the whole machine: check the unit, and that it is the whole machine's power at the wall without its GPUs`
    return [note('reading-implausible', text)]
  })
}

/** A reading this many times outside the model's range is more likely a slip. */
const FAR_FACTOR = 1.25

/** A curve whose range also covers other curves. */
const widened = (curve: PowerCurve, others: readonly PowerCurve[]): PowerCurve => ({
  ...curve,
  points: curve.points.map(({ watts, low, high }, level) => ({
    watts,
    low: Math.min(low, watts, ...others.map(({ points }) => points[level]?.low ?? low)),
    high: Math.max(high, watts, ...others.map(({ points }) => points[level]?.high ?? high)),
  })),
})

interface Host {
  readonly sockets: number
  readonly ofThreads: number
  readonly weight: number
}

/** Threads of a host whose CPU is unknown: two chips of 32 cores, the middle of what clouds have run since 2019. */
const USUAL_HOST_THREADS = 128
/** Threads of such a host at least and at most: one chip of 16 cores, two of 96. */
const UNKNOWN_HOST_THREADS = [32, 384] as const
/** Cores of a chip of unknown size as shares of the most that its generation has: usual, and at least. */
const USUAL_SIZE = 0.6
const LEAST_SIZE = 0.25

interface Hosts {
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
const hostsOf = (machine: RunningMachine, cpu: CpuMatch, threads: number): Hosts => {
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

const meanCurve = (curves: readonly { readonly weight: number; readonly curve: PowerCurve }[]): PowerCurve => {
  const total = curves.reduce((sum, { weight }) => sum + weight, 0)
  const parts = curves.map(({ weight, curve }) => scaleCurve(curve, weight / total))
  const [first] = parts
  if (first === undefined) throw new MeasurementError('a slice needs a host')
  const sum = (valueOf: (part: PowerCurve) => number | undefined): number =>
    parts.reduce((total, part) => total + (valueOf(part) ?? 0), 0)
  return {
    method: first.method,
    basis: first.basis,
    points: LOAD_LEVELS.map((_, i) => ({
      watts: sum(({ points }) => points[i]?.watts),
      low: sum(({ points }) => points[i]?.low),
      high: sum(({ points }) => points[i]?.high),
    })),
    memoryWatts: sum(({ memoryWatts }) => memoryWatts),
  }
}
