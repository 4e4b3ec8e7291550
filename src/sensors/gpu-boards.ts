import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { GpuMaker } from './gpu.ts'
import { namesIn, numberIn, textAt } from './root.ts'
import { cloudOf, hasContainerFile } from './virtual.ts'

/** Accelerators whose power nothing here can read: a job that uses them has energy that is not counted. */
type UnreadMaker = 'Intel Gaudi' | 'Google TPU' | 'AWS Neuron' | 'Huawei Ascend' | 'Qualcomm Cloud AI'

/** Boards of one maker that the kernel shows, whether or not anything can read them. */
export interface KernelBoards {
  readonly maker: GpuMaker | UnreadMaker
  readonly count: number
}

/**
 * Finds the GPU boards that the kernel shows. Graphics inside a processor is not a board: its power is the processor's.
 */
export function findKernelBoards(root: string): KernelBoards[] {
  const nodes = namesIn(root, 'dev')
  const countNodes = (name: RegExp): number => nodes.filter((node) => name.test(node)).length
  const counts: KernelBoards[] = [
    { maker: 'NVIDIA', count: countNvidia(root, countNodes(/^nvidia\d+$/)) },
    { maker: 'AMD', count: countAmd(root) },
    { maker: 'Intel', count: countIntel(root) },
    { maker: 'Intel Gaudi', count: Math.max(countAccelerators(root, '0x1da3'), countNodes(/^hl\d+$/)) },
    { maker: 'Google TPU', count: Math.max(countAccelerators(root, GOOGLE), countTpus(root)) },
    { maker: 'AWS Neuron', count: countNodes(/^neuron\d+$/) },
    { maker: 'Huawei Ascend', count: countNodes(/^davinci\d+$/) },
    { maker: 'Qualcomm Cloud AI', count: countAccelerators(root, '0x17cb') },
  ]
  return counts.filter(({ count }) => count > 0)
}

/**
 * Counts NVIDIA boards: those of the driver, limited to those with a device node. A container sees the driver's list of the whole
 * host, but only the nodes that it may open. /dev/dxg (WSL2) exists for every maker and proves nothing.
 */
function countNvidia(root: string, nodes: number): number {
  const listed = namesIn(root, 'proc/driver/nvidia/gpus').length
  if (nodes > 0) return listed > 0 ? Math.min(listed, nodes) : nodes
  return isContainer(root) ? 0 : listed
}

/** Whether the root is that of a container, which shows the devices of the whole host in /proc and /sys; containerd makes no file. */
function isContainer(root: string): boolean {
  return hasContainerFile(root) || /^\S+ \/ overlay /m.test(textAt(root, 'proc/self/mounts') ?? '')
}

/**
 * Whether the job may open a board of the monitoring files: a container sees those of the whole host, and has device nodes of its own
 * boards alone.
 * @param folder of the monitor, below the root
 */
export function mayOpen(root: string, folder: string): boolean {
  const nodes = namesIn(root, `${folder}/device/drm`).filter((name) => name.startsWith('renderD'))
  const present = namesIn(root, 'dev/dri')
  if (nodes.length === 0 || (present.length === 0 && !isContainer(root))) return true
  return nodes.some((node) => present.includes(node))
}

/** Folders of the monitoring files of graphics drivers. */
function monitorsOf(root: string, drivers: RegExp): string[] {
  return namesIn(root, 'sys/class/hwmon')
    .map((id) => `sys/class/hwmon/${id}`)
    .filter((folder) => drivers.test(textAt(root, `${folder}/name`)?.trim() ?? ''))
}

/** Counts AMD boards: only a board has a power cap. Without any monitoring file, /dev/kfd of a processor without graphics is one board. */
function countAmd(root: string): number {
  const monitors = monitorsOf(root, /^amdgpu$/)
  if (monitors.length > 0) return monitors.filter((folder) => isAmdBoard(root, folder) && mayOpen(root, folder)).length
  return existsSync(join(root, 'dev/kfd')) && !hasIntegratedGraphics(root) ? 1 : 0
}

/** Whether the monitor is that of a board: a processor with graphics has no power cap, because it shows the power of the whole chip. */
export function isAmdBoard(root: string, folder: string): boolean {
  return numberIn(root, `${folder}/power1_cap`) !== null
}

/** Whether /sys shows AMD boards and none of them is the container's: AMD's tools read them anyway. */
export function hasOnlyForeignAmdBoards(root: string): boolean {
  const boards = monitorsOf(root, /^amdgpu$/).filter((folder) => isAmdBoard(root, folder))
  return boards.length > 0 && boards.every((folder) => !mayOpen(root, folder))
}

/**
 * Counts Intel boards: the drivers register monitoring files for boards only (kernel ABI, sysfs-driver-intel-i915-hwmon). Before Linux 6.2
 * they register none: then a board is a graphics card that is not in the PCI slot of integrated graphics.
 */
function countIntel(root: string): number {
  const monitors = monitorsOf(root, /^(?:i915|xe)$/).filter((folder) => mayOpen(root, folder))
  const cards = namesIn(root, 'sys/class/drm').filter((id) => {
    if (!/^card\d+$/.test(id) || vendorOf(root, `sys/class/drm/${id}`) !== '0x8086') return false
    const slot = /^PCI_SLOT_NAME=(\S+)/m.exec(textAt(root, `sys/class/drm/${id}/device/uevent`) ?? '')?.[1]
    return slot !== undefined && !slot.startsWith('0000:00:02.') && mayOpen(root, `sys/class/drm/${id}`)
  })
  return Math.max(monitors.length, cards.length)
}

/**
 * Counts accelerators of a PCI vendor that the job may open. The same class includes the neural units inside processors, whose power is the
 * processor's.
 */
function countAccelerators(root: string, vendor: string): number {
  const accelerators = namesIn(root, 'sys/class/accel').filter(
    (id) => /^accel\d+$/.test(id) && vendorOf(root, `sys/class/accel/${id}`) === vendor,
  )
  if (accelerators.length === 0 || !isContainer(root)) return accelerators.length
  const nodes = new Set([...namesIn(root, 'dev/accel'), ...namesIn(root, 'dev')])
  return accelerators.filter((id) => nodes.has(id)).length
}

const GOOGLE = '0x1ae0'
/** PCI devices of TPU v2 to v7: Google's other devices are network cards and disks (JAX, jax/_src/hardware_utils.py). */
const TPUS: ReadonlySet<string> = new Set(['0x0027', '0x0056', '0x005e', '0x0062', '0x0063', '0x006f', '0x0076'])

/** Counts TPUs that are opened as groups of VFIO, as since v5e: they belong to no class of devices. */
function countTpus(root: string): number {
  const groups = namesIn(root, 'dev/vfio').filter((name) => /^\d+$/.test(name)).length
  if (groups === 0 && cloudOf(root) !== 'gcp') return 0
  const chips = namesIn(root, 'sys/bus/pci/devices').filter((id) => {
    const folder = `sys/bus/pci/devices/${id}`
    return (
      textAt(root, `${folder}/vendor`)?.trim() === GOOGLE && TPUS.has(textAt(root, `${folder}/device`)?.trim() ?? '')
    )
  }).length
  return isContainer(root) ? Math.min(chips, groups) : chips
}

function vendorOf(root: string, folder: string): string | undefined {
  return textAt(root, `${folder}/device/vendor`)?.trim()
}

/** Name of a processor that contains the AMD graphics whose power the tools would report as a board's. */
const INTEGRATED = /\b(?:Radeon|Ryzen|Athlon)\b/i

/** Whether the processor itself contains AMD graphics, by its name. */
export function hasIntegratedGraphics(root: string): boolean {
  const name = /^model name\s*:(.*)$/m.exec(textAt(root, 'proc/cpuinfo') ?? '')?.[1] ?? ''
  return INTEGRATED.test(name) && !/\bRyzen (?:\d )?(?:\d{4}X|Threadripper)/i.test(name)
}
