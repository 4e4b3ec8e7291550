import { arch, cpus, totalmem } from 'node:os'
import { armCoreName } from './arm-cpu.ts'
import { findControlGroup, findLimitingGroup } from './cgroup-tree.ts'
import { onlineCpus } from './host-cpus.ts'
import { Memory } from './memory.ts'
import { textAt } from './root.ts'
import { type Cloud, cloudOf, isVirtual } from './virtual.ts'

/** What the machine is, according to its files. What is unknown is null. */
export interface MachineFacts {
  /** As the system writes it: `AMD EPYC 7763 64-Core Processor`, `Neoverse-N2`, `Apple M1 (Virtual)`. */
  readonly cpuName: string | null
  /** Processors that the system runs (threads). */
  readonly vcpus: number
  readonly sockets: number | null
  /** Cores of all sockets. */
  readonly cores: number | null
  /** Hardware threads of a core, as /proc/cpuinfo shows them. */
  readonly threadsPerCore?: number | null
  /** CPUID of an x86 processor. */
  readonly silicon?: { vendor: 'amd' | 'intel'; family: number; model: number; stepping: number } | null
  readonly memoryGb: number
  /** Whether it is a virtual machine. */
  readonly isVirtual: boolean | null
  readonly cloud: Cloud | null
  /** The part of the machine that the job may use: all of it, or the limits of its control group. */
  readonly slice: { readonly scope: 'machine' | 'cgroup'; readonly vcpus: number; readonly memoryGb: number }
  readonly arch: string
  readonly platform: string
}

const MIB_PER_GIB = 1024
const BYTES_PER_GIB = 1024 ** 3

/** Reads what there is to know, without network and without a process. */
export function readMachine(root: string): MachineFacts {
  const info = textAt(root, 'proc/cpuinfo') ?? ''
  const memory = new Memory(root)
  const totalMb = memory.read()?.totalMb
  memory.close()
  const memoryGb = totalMb === undefined ? totalmem() / BYTES_PER_GIB : totalMb / MIB_PER_GIB
  const vcpus = onlineCpus(root)
  const limiting = findLimitingGroup(root, vcpus)
  const memoryLimitMb = findControlGroup(root, vcpus)?.memoryLimitMb ?? Number.POSITIVE_INFINITY
  return {
    cpuName: cpuName(info) ?? (info === '' || root === '/' ? known(cpus()[0]?.model.trim()) : null),
    vcpus,
    ...topology(info),
    silicon: silicon(info),
    memoryGb,
    isVirtual: isVirtual(root, info),
    cloud: cloudOf(root),
    slice: {
      scope: limiting ? 'cgroup' : 'machine',
      vcpus: limiting?.cpuLimit ?? vcpus,
      memoryGb: Math.min(memoryGb, memoryLimitMb / MIB_PER_GIB),
    },
    arch: arch(),
    platform: process.platform,
  }
}

/** Every value of a key in /proc/cpuinfo. */
function values(info: string, key: string): string[] {
  return [...info.matchAll(new RegExp(`^${key}\\s*:[ \\t]*(.*)$`, 'gm'))].map((match) => (match[1] ?? '').trim())
}

/** Keys of the name in /proc/cpuinfo: of x86 and most others, POWER, LoongArch, RISC-V. */
const NAME_KEYS = ['model name', 'cpu', 'Model Name', 'uarch'] as const

function cpuName(info: string): string | null {
  const model = NAME_KEYS.reduce<string | null>((name, key) => name ?? known(values(info, key)[0]), null)
  // Some kernels of ARM write the architecture where the model should be.
  if (model && !/^(?:ARMv|AArch64)/i.test(model)) return model
  const parts = values(info, 'CPU part')
  return armCoreName(values(info, 'CPU implementer').map((implementer, at) => [implementer, parts[at] ?? ''])) ?? model
}

/** Node and sandboxes write "unknown" for a CPU whose name they do not find, as on RISC-V. */
function known(name: string | undefined): string | null {
  return name === undefined || /^(?:unknown)?$/i.test(name) ? null : name
}

function topology(info: string): {
  sockets: number | null
  cores: number | null
  threadsPerCore: number | null
} {
  const sockets = new Set(values(info, 'physical id')).size
  const perSocket = Number(values(info, 'cpu cores')[0])
  const siblings = Number(values(info, 'siblings')[0])
  if (sockets === 0) return { sockets: null, cores: null, threadsPerCore: null }
  return {
    sockets,
    cores: perSocket > 0 ? sockets * perSocket : null,
    threadsPerCore: perSocket > 0 && siblings >= perSocket ? siblings / perSocket : null,
  }
}

const VENDORS: Readonly<Record<string, 'amd' | 'intel'>> = {
  AuthenticAMD: 'amd',
  HygonGenuine: 'amd',
  GenuineIntel: 'intel',
}

function silicon(info: string): NonNullable<MachineFacts['silicon']> | null {
  const vendor = VENDORS[values(info, 'vendor_id')[0] ?? '']
  const [family, model, stepping] = ['cpu family', 'model', 'stepping'].map((key) =>
    Number(values(info, key)[0] ?? 'none'),
  )
  if (vendor === undefined || family === undefined || model === undefined || Number.isNaN(family + model)) return null
  return { vendor, family, model, stepping: stepping !== undefined && stepping >= 0 ? stepping : 0 }
}
