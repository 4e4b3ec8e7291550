import { note } from '../../core/notes.ts'
import type { ItEnergy } from '../../core/footprint.ts'
import { ConfigurationError } from '../../core/errors.ts'
import { energyKwh } from '../../core/formula.ts'
import { MEMORY_WATTS_PER_GB } from '../../core/power/memory.ts'
import { assertReadings, hasReadings } from '../../core/power/wall-readings.ts'
import { type Range, makeRange, scaleRange, sumRanges } from '../../core/range.ts'
import type { Note } from '../../core/report.ts'
import { type MachinePower, powerOf } from '../../power/running-machine.ts'
import { curveWatts } from '../power/machine-power.ts'
import { readingsOf } from '../settings/wall-readings.ts'
import type { Settings } from '../settings/table.ts'
import { type Component, lacking, unused } from './plan-component.ts'
import { ASSUMED_UTILIZATION } from './work-settings.ts'
import { findGpuShare } from '../../data/gpu-share.ts'
import { knownInstance } from './instance.ts'
import { gpuOf, isWholeModule, moduleNotes } from './plan-gpu.ts'

/** A plan's energy before the building's overhead, and how its power was obtained. */
export interface PlannedEnergy {
  readonly energy: ItEnergy
  /** One line for people. */
  readonly basis: string
  readonly cpu: MachinePower | null
  /** Hosts of that power, which the GPUs need. */
  readonly hostCount: number
  readonly gpu: string | null
  readonly gpuCount: number
  /** What the plan does not mention, so that no figure includes it. */
  readonly notCounted: readonly string[]
  readonly notes: readonly Note[]
}

/** What a plan by GPUs alone leaves out. */
const HOST = 'the host of the GPUs (processors, memory, fans)'

/**
 * Works out the energy of a plan: `hours` of `processors` x `watts`, or of hardware by name (`cpu`, `gpu`, `memory-gb`).
 * @throws ConfigurationError that names what the plan lacks
 */
export function plannedEnergy(plan: Settings): PlannedEnergy {
  const { hours } = plan
  if (hours === undefined) throw lacking('hours', '10')
  const notes: Note[] = fractionNotes(plan)
  assertCounted(plan)
  const given = givenWatts(plan, notes)
  const gpu = gpuOf(plan, notes)
  const isModule = given === null && isWholeModule(plan, gpu)
  if (isModule) notes.push(...moduleNotes(plan, gpu?.name ?? ''))
  const host = given !== null || isModule ? null : machineOf(plan, notes)
  const hostCount = host && gpu ? hostsOf(plan, gpu, notes) : 1
  const machine = host && timesHosts(host, hostCount)
  const cpu = given ?? machine?.component ?? null
  if (!cpu && !gpu && plan.gpu !== undefined) {
    throw new ConfigurationError('gpus is "0": the plan has no other hardware, so it needs at least one GPU')
  }
  if (!cpu && !gpu) throw lacking('watts', '300', ', or hardware by name: cpu, gpu')
  const memory = machine ? machine.memoryWatts : isModule ? null : separateMemory(plan)
  if (!cpu && !isModule) {
    notes.push(
      note('gpu-host-uncounted', 'the host of the GPUs is not counted: name its cpu and memory-gb, or an instance'),
    )
  }
  const parts = [cpu, gpu, machine ? null : memory].filter((part) => part !== null)
  const wh = (watts: Range): Range => scaleRange(watts, energyKwh(hours, 1, 1))
  return {
    energy: {
      it: wh(sumRanges(parts.map(({ watts }) => watts))),
      cpuWh: cpu && machine ? cpuShare(cpu, machine.memoryWatts, hours) : null,
      memoryWh: memory ? memory.watts.value * hours : null,
      gpuWh: gpu ? gpu.watts.value * hours : machine ? 0 : null,
      otherWh: machine ? 0 : null,
    },
    basis: parts.map(({ basis }) => basis).join('; '),
    cpu: machine?.power ?? null,
    hostCount,
    gpu: gpu?.name ?? null,
    gpuCount: gpu?.count ?? 0,
    notCounted: cpu ? (given && gpu ? [`manufacture of ${HOST}`] : []) : [isModule ? 'fans and power supply' : HOST],
    notes,
  }
}

/** Warns about a utilisation that was meant as a share: half is 50, not 0.5. */
function fractionNotes(plan: Settings): Note[] {
  return (['utilization', 'gpu-utilization'] as const).flatMap((name) => {
    const percent = plan[name]
    if (percent === undefined || percent === 0 || percent >= 1) return []
    const text = `${name} is ${percent} %: it is taken in percent, so half is 50`
    return [note('utilization-small', text)]
  })
}

/** A count that nothing is multiplied by would be left out of the figure without a word. @throws ConfigurationError */
function assertCounted({ processors, watts }: Settings): void {
  if (processors !== undefined && watts === undefined) {
    throw new ConfigurationError(
      'processors counts processors whose power is given as watts, and none is given: with a cpu by name, vcpus says how much of it is used',
    )
  }
}

function givenWatts(plan: Settings, notes: Note[]): Component | null {
  const { watts, processors = 1, cpu, vcpus, utilization } = plan
  if (watts === undefined) return null
  if (utilization !== undefined)
    notes.push(unused('utilization', 'where watts are given: they are taken as the mean power'))
  if (hasReadings(readingsOf(plan)))
    notes.push(note('reading-unused', 'idle-watts and full-watts have no effect where watts are given'))
  if (cpu !== undefined || vcpus !== undefined) {
    throw new ConfigurationError(
      'watts and cpu are both given: a plan has either the power or the name of its processors',
    )
  }
  return { watts: scaleRange(makeRange(watts), processors), basis: `${processors} x ${watts} W as given` }
}

/** A host by name, and the part of its power that its memory draws. */
interface Host {
  readonly component: Component
  readonly power: MachinePower
  readonly memoryWatts: Component
}

/** GPUs of the usual server with the most of them. */
const GPUS_OF_A_HOST = 8

/** Hosts that the GPUs need: an instance type says how many GPUs one has. */
function hostsOf(
  { instance }: Settings,
  gpu: { readonly name: string; readonly count: number },
  notes: Note[],
): number {
  const ofInstance = instance === undefined ? null : knownInstance(instance).gpu
  const boards = gpu.count * (ofInstance ? 1 : (findGpuShare(gpu.name)?.share ?? 1))
  const ofHost = ofInstance?.count ?? GPUS_OF_A_HOST
  const hosts = Math.max(1, Math.ceil(boards / ofHost))
  if (hosts > 1) {
    const basis = ofInstance ? `as ${instance} has them` : 'the most that usual servers have'
    notes.push(note('gpu-hosts', `${hosts} hosts are counted for ${gpu.count} GPUs: ${ofHost} in each, ${basis}`))
  }
  return hosts
}

function timesHosts({ component, power, memoryWatts }: Host, count: number): Host {
  if (count === 1) return { component, power, memoryWatts }
  const times = ({ watts, basis }: Component): Component => ({
    watts: scaleRange(watts, count),
    basis: `${count} x ${basis}`,
  })
  return { component: times(component), power, memoryWatts: times(memoryWatts) }
}

function machineOf(plan: Settings, notes: Note[]): Host | null {
  const { cpu, vcpus, utilization } = plan
  const readings = readingsOf(plan)
  assertReadings(readings)
  if (cpu === undefined && vcpus === undefined && !hasReadings(readings)) {
    if (utilization !== undefined) notes.push(unused('utilization', 'without a cpu'))
    return null
  }
  if (utilization === undefined) {
    notes.push(note('utilization-assumed', `utilization is not given: ${ASSUMED_UTILIZATION.cpu} % is assumed`))
  }
  const isVirtual = vcpus !== undefined
  const power = powerOf({ cpuName: cpu, vcpus, memoryGb: plan['memory-gb'], isVirtual, readings })
  notes.push(...power.notes)
  const watts = curveWatts(power.curve, utilization ?? ASSUMED_UTILIZATION.cpu)
  return {
    component: {
      watts,
      basis: `${power.cpu.name || 'unknown CPU'} at ${utilization ?? ASSUMED_UTILIZATION.cpu} %: ${power.curve.method}; ${power.curve.basis}`,
    },
    power,
    memoryWatts: { watts: makeRange(Math.min(power.curve.memoryWatts, watts.value)), basis: 'inside the wall power' },
  }
}

/** A wall-power curve includes the memory: it is split out, so that the components sum to the whole. */
function cpuShare(cpu: Component, inside: Component, hours: number): number {
  return (cpu.watts.value - inside.watts.value) * hours
}

/** Memory of a plan whose processors' power was given without it. */
function separateMemory({ 'memory-gb': memoryGb }: Settings): Component | null {
  if (memoryGb === undefined) return null
  const watts = memoryGb * MEMORY_WATTS_PER_GB
  return {
    watts: makeRange(watts, watts * 0.5, watts * 1.5),
    basis: `${memoryGb} GB memory at ${MEMORY_WATTS_PER_GB} W/GB`,
  }
}
