import type { Conditions } from './field.ts'
import type { WallReadings } from './wall-readings.ts'

/** What is known of a machine. Every field may be missing: unknown is undefined, never 0. */
export interface MachineSpec {
  /** CPU name as any system spells it. */
  readonly cpuName?: string | undefined
  /** Processors (chips) in the machine. */
  readonly sockets?: number | undefined
  /** Cores of the whole machine. */
  readonly cores?: number | undefined
  /** Hardware threads of the whole machine. */
  readonly threads?: number | undefined
  /** Nominal (base) clock, MHz. */
  readonly mhz?: number | undefined
  /** Thermal design power of one chip, W. */
  readonly tdpWatts?: number | undefined
  /** Installed memory, GB. */
  readonly memoryGb?: number | undefined
  /** Year in which the machine came out. */
  readonly year?: number | undefined
}

/** The generation of a machine's CPU, according to its name. */
export interface Generation {
  /** Name of the microarchitecture as the maker's documents give it, lower case. */
  readonly id: string
  /** Socket or, for soldered chips, the platform. It decides the board, the memory channels and so the idle power. */
  readonly platform: string
  readonly make: string
  /** Year in which the generation came out. */
  readonly year: number
  /** Most cores that one chip of the generation has on this platform. */
  readonly maxCores: number
}

/** A machine with the facts that its CPU's name gives: the input of the power model. */
export interface IdentifiedMachine extends MachineSpec {
  /** Key of the CPU: equal for equal chips; undefined when the name says nothing. */
  readonly cpuKey?: string | undefined
  readonly generation?: Generation | undefined
}

/** A machine with the cores and threads of its CPU, if its name gives them. */
export type PredictableMachine = IdentifiedMachine & {
  readonly coresPerSocket?: number | undefined
  readonly threadsPerCore?: number | undefined
  /** Chips of the machines that its CPU is built into, if its name gives them. */
  readonly usualSockets?: number | undefined
  /** Maker of the CPU where the generation is unknown: 'amd', 'intel' or 'arm'. */
  readonly make?: string | undefined
  /** True if `cpuKey` is a substitute for a chip without measurements: its measurements count, but not as its own. */
  readonly isSubstitute?: boolean | undefined
}

/** Vendor, family, model and stepping of an x86 processor, as CPUID gives them. */
export interface Silicon {
  readonly vendor: 'amd' | 'intel'
  readonly family: number
  readonly model: number
  readonly stepping: number
}

/** Raw facts about the machine that a job runs on, as the system reports them. Unknown is undefined or null. */
export interface RunningMachine {
  readonly cpuName?: string | undefined
  /** Hardware threads that the system shows. */
  readonly vcpus?: number | undefined
  /** Memory that the system shows, GB. */
  readonly memoryGb?: number | undefined
  /** True in a virtual machine (hypervisor flag, DMI), false on bare metal, null when it is unknown. */
  readonly isVirtual: boolean | null
  /** Chips of the machine or, in a virtual machine, of the host where that is known. */
  readonly sockets?: number | undefined
  /** Threads of the whole host where that is known. */
  readonly hostThreads?: number | undefined
  /** CPUID of the processor, which gives the generation if a hypervisor hides the name. */
  readonly silicon?: Silicon | null | undefined
  /** Threads of a core as the system shows them. Virtual machines may show another topology than their host has. */
  readonly threadsPerCore?: number | undefined
  /** Whether the shown topology is the host's: the large clouds pass it on, plain hypervisors often do not. */
  readonly isTopologyReal?: boolean | undefined
  /** How the machine is set up; unknown counts as `field`. */
  readonly conditions?: Conditions | undefined
  /** What its owner read at the wall of the whole machine; for a virtual machine, of its host. */
  readonly readings?: WallReadings | undefined
  /** What else is known of the machine or its host. */
  readonly more?: Pick<MachineSpec, 'tdpWatts' | 'mhz' | 'year'>
}
