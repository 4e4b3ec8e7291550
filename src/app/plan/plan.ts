import { note } from '../../core/notes.ts'
import type { ItEnergy } from '../../core/footprint.ts'
import { ConfigurationError } from '../../core/errors.ts'
import { energyKwh } from '../../core/formula.ts'
import { MEMORY_WATTS_PER_GB } from '../../core/power/memory.ts'
import { assertReadings, hasReadings } from '../../core/power/wall-readings.ts'
import { type Range, makeRange, scaleRange, sumRanges } from '../../core/range.ts'
import type { Note } from '../../core/report.ts'
import { findGpu, hasUnpublishedPower, isFormAssumed } from '../../data/gpus.ts'
import { findGpuShare } from '../../data/gpu-share.ts'
import { gpuWatts } from '../../data/gpu-watts.ts'
import { type MachinePower, powerOf } from '../../power/running-machine.ts'
import { nearestGpus, splitGpuCount } from '../../data/gpu-names.ts'
import { curveWatts } from '../power/machine-power.ts'
import { readingsOf } from '../settings/wall-readings.ts'
import type { Settings } from '../settings/table.ts'

/** A plan's energy before the building's overhead, and how its power was obtained. */
export interface PlannedEnergy {
  readonly energy: ItEnergy
  /** One line for people. */
  readonly basis: string
  readonly cpu: MachinePower | null
  readonly gpu: string | null
  readonly gpuCount: number
  /** What the plan does not mention, so that no figure includes it. */
  readonly notCounted: readonly string[]
  readonly notes: readonly Note[]
}

/** Utilisation that is assumed when a plan does not say, percent: a machine that is used, not a benchmark. */
const USUAL_UTILIZATION = 50

/** The same for a GPU: training and inference jobs are planned to keep it busy. */
const USUAL_GPU_UTILIZATION = 100

/** One component of the plan, W. */
interface Component {
  readonly watts: Range
  readonly basis: string
}

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
  const machine = given !== null || isModule ? null : machineOf(plan, notes)
  const cpu = given ?? machine?.component ?? null
  if (!cpu && !gpu) throw lacking('watts', '300', ', or hardware by name: cpu, gpu')
  const memory = machine ? machine.memoryWatts : isModule ? null : separateMemory(plan)
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
    gpu: gpu?.name ?? null,
    gpuCount: gpu?.count ?? 0,
    notCounted: cpu
      ? []
      : [isModule ? 'fans and power supply' : 'the host of the GPUs: its processors, memory and fans'],
    notes,
  }
}

/** Whether the power of the GPU is that of a module with processors and memory (Jetson, GB10, MI300A), which would be counted twice. */
function isWholeModule({ 'gpu-watts': gpuWatts }: Settings, gpu: { readonly name: string } | null): boolean {
  return gpu !== null && gpuWatts === undefined && findGpu(gpu.name)?.containsCpu === true
}

/** A note on settings of the host that have no effect beside a module. */
function moduleNotes(plan: Settings, name: string): Note[] {
  const host = (['cpu', 'vcpus', 'utilization', 'memory-gb', 'idle-watts', 'full-watts'] as const).filter(
    (key) => plan[key] !== undefined,
  )
  if (host.length === 0) return []
  const text = `the power of ${name} contains its processors and memory: ${host.join(', ')} would count them twice and has no effect`
  return [note('gpu-contains-cpu', text)]
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

/** Whether a flag, an input or a line of a file is meant is the reader's to know: both spellings are shown. */
function lacking(name: string, example: string, instead = ''): ConfigurationError {
  const spelled = `--${name} ${example} (in a workflow or a file \`${name}: ${example}\`)`
  return new ConfigurationError(`${name} is missing: an estimate needs it, such as ${spelled}${instead}`)
}

/** A count that nothing is multiplied by would be left out of the figure without a word. @throws ConfigurationError */
function assertCounted({ processors, watts }: Settings): void {
  if (processors !== undefined && watts === undefined) {
    throw new ConfigurationError(
      'processors counts processors whose power is given as watts, and none is given: with a cpu by name, vcpus says how much of it is used',
    )
  }
}

/** Warns about a figure that has no effect. */
function unused(name: 'utilization' | 'gpu-utilization', where: string): Note {
  return note(`${name}-unused`, `${name} has no effect ${where}`)
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

function machineOf(
  plan: Settings,
  notes: Note[],
): { component: Component; power: MachinePower; memoryWatts: Component } | null {
  const { cpu, vcpus, utilization } = plan
  const readings = readingsOf(plan)
  assertReadings(readings)
  if (cpu === undefined && vcpus === undefined && !hasReadings(readings)) {
    if (utilization !== undefined) notes.push(unused('utilization', 'without a cpu'))
    return null
  }
  if (utilization === undefined) {
    notes.push(note('utilization-assumed', `utilization is not given: ${USUAL_UTILIZATION} % is assumed`))
  }
  const isVirtual = vcpus !== undefined
  const power = powerOf({ cpuName: cpu, vcpus, memoryGb: plan['memory-gb'], isVirtual, readings })
  notes.push(...power.notes)
  const watts = curveWatts(power.curve, utilization ?? USUAL_UTILIZATION)
  return {
    component: {
      watts,
      basis: `${power.cpu.name || 'unknown CPU'} at ${utilization ?? USUAL_UTILIZATION} %: ${power.curve.method}; ${power.curve.basis}`,
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

function gpuOf(plan: Settings, notes: Note[]): (Component & { name: string; count: number }) | null {
  if (plan.gpu === undefined) {
    if (plan.gpus !== undefined && plan.gpus > 0) throw lacking('gpu', 'A100')
    if (plan['gpu-utilization'] !== undefined) notes.push(unused('gpu-utilization', 'without a gpu'))
    if (plan['gpu-watts'] !== undefined) throw lacking('gpu', 'A100')
    return null
  }
  const { name, count } = countedGpu(plan.gpu, plan.gpus)
  if (count === 0) return null
  const utilization = plan['gpu-utilization'] ?? USUAL_GPU_UTILIZATION
  if (plan['gpu-utilization'] === undefined && plan['gpu-watts'] === undefined) {
    notes.push(note('gpu-utilization-assumed', `gpu-utilization is not given: ${utilization} % is assumed`))
  }
  const given = plan['gpu-watts']
  const watts = given === undefined ? gpuWatts(name, utilization) : makeRange(given)
  if (watts === null) throw unknownGpu(name)
  if (given !== undefined) {
    return { watts: scaleRange(watts, count), basis: `${count} x ${name} at ${given} W as given`, name, count }
  }
  const part = findGpuShare(name)
  const found = part ? `${(100 * part.share).toFixed(0)} % of ${part.gpu.name}` : (findGpu(name)?.name ?? name)
  if (part) {
    const text = `${name} is counted as ${part.kind} of ${part.gpu.name}: ${(100 * part.share).toFixed(0)} % of its power`
    notes.push(note('gpu-shared', text))
  }
  const isAssumed = !part && isFormAssumed(name)
  if (isAssumed) {
    const text = `gpu ${JSON.stringify(name)} does not say its form: ${found} is counted. Write the form if it is another one`
    notes.push(note('gpu-form-assumed', text))
  }
  return {
    watts: scaleRange(watts, count),
    basis: `${count} x ${found} at ${utilization} %`,
    name: isAssumed ? found : name,
    count,
  }
}

/** Joins the count inside a name (`8xH100`) with the setting gpus. @throws ConfigurationError when they differ */
function countedGpu(text: string, gpus: number | undefined): { name: string; count: number } {
  const { name, count } = splitGpuCount(text)
  if (count !== null && gpus !== undefined && count !== gpus) {
    throw new ConfigurationError(
      `gpu ${JSON.stringify(text)} names ${count} GPUs and gpus is ${gpus}: give the count once, such as --gpu ${JSON.stringify(name)} --gpus ${count}`,
    )
  }
  return { name, count: count ?? gpus ?? 1 }
}

function unknownGpu(name: string): ConfigurationError {
  const quoted = JSON.stringify(name)
  if (hasUnpublishedPower(name)) {
    return new ConfigurationError(
      `gpu ${quoted} has no power that its maker published: give the power of one as watts and the count as processors, such as --watts 300 --processors 8, or its mean power as gpu-watts`,
    )
  }
  const near = nearestGpus(name)
  return new ConfigurationError(
    `gpu ${quoted} is unknown${near.length > 0 ? `; near it are ${near.join(', ')}` : ''}: give its power as watts`,
  )
}
