import { type Note, note } from '../../core/notes.ts'
import { ConfigurationError } from '../../core/errors.ts'
import { LOAD_LEVELS, wattsAt } from '../../core/power/curve.ts'
import { type WallReadings, assertReadings } from '../../core/power/wall-readings.ts'
import type { MachineSpec, RunningMachine } from '../../core/power/machine.ts'
import { usualThreadsPerCore } from '../../core/power/complete.ts'
import { type Contradiction, leaveOutContradictions } from '../../power/contradictions.ts'
import { POWER_RANGES } from '../../data/power-ranges.ts'
import { type CpuMatch, identifyCpu, suggestCpu } from '../../data/cpus.ts'
import { makerOf } from '../../data/cpu-name.ts'
import { type Setup, machineCurve } from '../../power/machine-curve.ts'
import { readingNotes } from '../../power/readings.ts'
import { type MachinePower, powerOf } from '../../power/running-machine.ts'
import { GIGABYTES, MEGAHERTZ, PERCENT, WATTS } from '../settings/number-units.ts'
import { number } from '../settings/number-setting.ts'
import type { WattsAnswer } from '../../render/answers/watts.ts'

/** Flags of `watts` as text; undefined when missing. */
export interface WattsOptions {
  readonly cpu?: string | undefined
  readonly sockets?: string | undefined
  readonly cores?: string | undefined
  readonly threads?: string | undefined
  readonly tdp?: string | undefined
  readonly mhz?: string | undefined
  readonly memoryGb?: string | undefined
  readonly year?: string | undefined
  readonly vcpus?: string | undefined
  /** Owner's readings of the whole machine, W. */
  readonly idleWatts?: string | undefined
  readonly fullWatts?: string | undefined
  /** True: the model without the margin for machines in the field. */
  readonly benchmark?: boolean | undefined
  /** Percentages, separated by commas or spaces. */
  readonly utilization?: string | undefined
}

/** No machine is outside these bounds: such a figure is a typing error. */
const FLAGS = {
  sockets: number('CPU chips', '', { from: 1, to: 64, whole: true }),
  cores: number('physical cores', '', { from: 1, to: 100_000, whole: true }),
  threads: number('hardware threads', '', { from: 1, to: 100_000, whole: true }),
  tdp: number('thermal design power of one chip', 'W', POWER_RANGES.chip, WATTS),
  mhz: number('base frequency', 'MHz', { from: 100, to: 20_000 }, MEGAHERTZ),
  'memory-gb': number('memory', 'GB', { from: 0.01, to: 1_000_000 }, GIGABYTES),
  year: number('year of release', '', { from: 1990, to: 2100, whole: true }),
  'idle-watts': number('power of the idle machine', 'W', POWER_RANGES.machine, WATTS),
  'full-watts': number('power of the fully busy machine', 'W', POWER_RANGES.machine, WATTS),
  vcpus: number('hardware threads of the share', '', { from: 0.01, to: 100_000 }),
}
const UTILIZATION = number('CPU utilisation', '%', { from: 0, to: 100 }, PERCENT)

const optional = (name: keyof typeof FLAGS, text: string | undefined): number | undefined =>
  text === undefined ? undefined : FLAGS[name].read(text, `--${name}`)

/** `0 50 100`, `0,50,100` and `0 %, 50 %` are lists of percentages. */
const utilizations = (text: string | undefined): readonly number[] => {
  if (text === undefined) return LOAD_LEVELS
  const parts = text
    .trim()
    .replaceAll(/\s+%/g, '%')
    .split(/\s*,\s*|\s+/)
  return parts.map((part) => UTILIZATION.read(part, '--utilization'))
}

const round = (watts: number): number => Number(watts.toFixed(watts < 100 ? 3 : 1))

/** @throws ConfigurationError if an option is not a number or out of its range */
export const answerWatts = (options: WattsOptions): WattsAnswer => {
  const given: MachineSpec = {
    cpuName: options.cpu,
    sockets: optional('sockets', options.sockets),
    cores: optional('cores', options.cores),
    threads: optional('threads', options.threads),
    tdpWatts: optional('tdp', options.tdp),
    mhz: optional('mhz', options.mhz),
    memoryGb: optional('memory-gb', options.memoryGb),
    year: optional('year', options.year),
  }
  if (options.cpu !== undefined && options.cpu.trim() === '') {
    throw new ConfigurationError('--cpu is empty: give a CPU name, for example "AMD EPYC 7763"')
  }
  const conditions = options.benchmark === true ? 'benchmark' : 'field'
  const readings: WallReadings = {
    idleWatts: optional('idle-watts', options.idleWatts),
    fullWatts: optional('full-watts', options.fullWatts),
  }
  assertReadings(readings, '--')
  const levels = utilizations(options.utilization)
  const vcpus = optional('vcpus', options.vcpus)
  const cpu = identifyCpu(options.cpu ?? '')
  const { spec, contradictions } = leaveOutContradictions(given, cpu)
  const { curve, notes: own } =
    vcpus === undefined
      ? whole(given, cpu, { conditions, readings })
      : powerOf({ ...sliceOf(spec, cpu, vcpus), conditions, readings })
  const notes = [...contradictions.map((contradiction) => contradictionNote(contradiction, cpu)), ...own]
  return {
    cpu: { name: cpu.name, how: cpu.how, explanation: cpu.explanation },
    watts: levels.map((utilization) => {
      const { watts, low, high } = wattsAt(curve, utilization)
      return {
        utilization,
        w: round(watts),
        low: Math.min(round(low), round(watts)),
        high: Math.max(round(high), round(watts)),
      }
    }),
    memory_w: round(curve.memoryWatts),
    vcpus: vcpus ?? null,
    method: curve.method,
    sources: [curve.basis],
    notes,
  }
}

const FLAG_OF = { cores: '--cores', threads: '--threads', tdpWatts: '--tdp', mhz: '--mhz' } as const

const contradictionNote = ({ quantity, given, own }: Contradiction, { name }: CpuMatch): Note => {
  const isCount = quantity === 'cores' || quantity === 'threads'
  const hint = isCount ? ' (--sockets gives the number of chips, --vcpus a share of the machine)' : ''
  const text = `${FLAG_OF[quantity]} ${given} is left out: ${name} has ${own}${hint}`
  return note('input-contradicts-cpu', text)
}

/** The share of a host, with the known figures of the host. */
const sliceOf = (host: MachineSpec, cpu: CpuMatch, vcpus: number): RunningMachine => {
  const { cpuName, sockets, cores, memoryGb, tdpWatts, mhz, year } = host
  const ofCore = cpu.threadsPerCore ?? usualThreadsPerCore({ ...cpu, make: makerOf(cpuName ?? '') })
  const threads = host.threads ?? (cores === undefined ? undefined : cores * ofCore)
  // If the number of chips is known, the CPU's data give the host's threads: the given count may be of one chip.
  const hostThreads = sockets !== undefined && cpu.cores !== undefined ? undefined : threads
  return { cpuName, vcpus, memoryGb, sockets, hostThreads, isVirtual: true, more: { tdpWatts, mhz, year } }
}

const whole = (spec: MachineSpec, cpu: CpuMatch, setup: Setup): Pick<MachinePower, 'curve' | 'notes'> => {
  const notes: Note[] = []
  if (cpu.how === 'none') {
    const suggestion = suggestCpu(spec.cpuName ?? '')
    const hint = suggestion === undefined ? '' : ` (did you mean "${suggestion}"?)`
    notes.push(note('cpu-unknown', `${cpu.explanation}${hint}: counted as a common server, with a wide range`))
  }
  return { curve: machineCurve(spec, cpu, setup), notes: [...notes, ...readingNotes(setup.readings, spec, cpu)] }
}

/** The answer as indented JSON, with a newline at the end. */
export const wattsJson = (answer: WattsAnswer): string => `${JSON.stringify(answer, null, 2)}\n`
