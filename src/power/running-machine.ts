import { MeasurementError } from '../core/errors.ts'
import { type Note, note } from '../core/notes.ts'
import { type PowerCurve, LOAD_LEVELS, scaleCurve, slice } from '../core/power/curve.ts'
import type { MachineSpec, RunningMachine } from '../core/power/machine.ts'
import { type CpuMatch, identifyCpu } from '../data/cpus.ts'
import { type Host, hostsOf, threadsOfChip } from './hosts.ts'
import { machineCurve } from './machine-curve.ts'
import { hostsByReadings, readingNotes } from './readings.ts'

/** The power of what a job runs on. */
export interface MachinePower {
  readonly curve: PowerCurve
  readonly cpu: CpuMatch
  /** The share of a host that the machine is; null for a whole machine. */
  readonly share: { readonly threads: number; readonly ofThreads: number } | null
  /** Every host that the machine may be a share of; empty for a whole machine. */
  readonly hosts: readonly Pick<Host, 'sockets' | 'ofThreads'>[]
  readonly notes: readonly Note[]
}

/** More than this for each vCPU of a server's slice is nearly always a whole socket charged to it: 30 W for 4 vCPU. */
export const PLAUSIBLE_WATTS_PER_VCPU = 30 / 4
/** vCPUs of a virtual machine that does not say: those of the common hosted runner. */
const USUAL_VCPUS = 4

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
    hosts: [],
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
      method: `${threads} threads of a host, modelled with ${whole}, and their share of its idle power: ${mean.method}`,
    },
    cpu,
    share: { threads, ofThreads: Math.max(...ofThreads) },
    hosts: [...hosts, ...extremes],
    notes,
  }
}

/** A curve whose range also covers other curves. */
const widened = (curve: PowerCurve, others: readonly PowerCurve[]): PowerCurve => ({
  ...curve,
  points: curve.points.map(({ watts, low, high }, level) => ({
    watts,
    low: Math.min(low, watts, ...others.map(({ points }) => points[level]?.low ?? low)),
    high: Math.max(high, watts, ...others.map(({ points }) => points[level]?.high ?? high)),
  })),
})

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
