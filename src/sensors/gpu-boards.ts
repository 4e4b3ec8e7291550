import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { GpuMaker } from './gpu.ts'
import { namesIn, numberIn, textAt } from './root.ts'

/** Boards of one maker that the kernel shows, whether or not anything can read them. */
export interface KernelBoards {
  readonly maker: GpuMaker
  readonly count: number
}

/**
 * Finds the GPU boards that the kernel shows. Graphics inside a processor is not a board: its power is the processor's.
 */
export function findKernelBoards(root: string): KernelBoards[] {
  const counts: KernelBoards[] = [
    { maker: 'NVIDIA', count: countNvidia(root) },
    { maker: 'AMD', count: countAmd(root) },
    { maker: 'Intel', count: countIntel(root) },
  ]
  return counts.filter(({ count }) => count > 0)
}

/**
 * Counts NVIDIA boards: those of the driver, limited to those with a device node. A container sees the driver's list of the whole
 * host, but only the nodes that it may open. /dev/dxg (WSL2) exists for every maker and proves nothing.
 */
function countNvidia(root: string): number {
  const listed = namesIn(root, 'proc/driver/nvidia/gpus').length
  const nodes = namesIn(root, 'dev').filter((name) => /^nvidia\d+$/.test(name)).length
  if (nodes > 0) return listed > 0 ? Math.min(listed, nodes) : nodes
  const isContainer = existsSync(join(root, '.dockerenv')) || existsSync(join(root, 'run/.containerenv'))
  return isContainer ? 0 : listed
}

/** Counts AMD boards: only a board has a power cap. Without any monitoring file, /dev/kfd of a processor without graphics is one board. */
function countAmd(root: string): number {
  const monitors = namesIn(root, 'sys/class/hwmon')
    .map((id) => `sys/class/hwmon/${id}`)
    .filter((folder) => textAt(root, `${folder}/name`)?.trim() === 'amdgpu')
  if (monitors.length > 0) return monitors.filter((folder) => numberIn(root, `${folder}/power1_cap`) !== null).length
  return existsSync(join(root, 'dev/kfd')) && !hasIntegratedGraphics(root) ? 1 : 0
}

/** Counts Intel boards: the drivers register monitoring files for boards only (kernel ABI, sysfs-driver-intel-i915-hwmon). */
function countIntel(root: string): number {
  const names = namesIn(root, 'sys/class/hwmon').map((id) => textAt(root, `sys/class/hwmon/${id}/name`)?.trim())
  return names.filter((name) => name === 'i915' || name === 'xe').length
}

/** Name of a processor that contains the AMD graphics whose power the tools would report as a board's. */
const INTEGRATED = /\b(?:Radeon|Ryzen|Athlon)\b/i

/** Whether the processor itself contains AMD graphics, by its name. */
export function hasIntegratedGraphics(root: string): boolean {
  const name = /^model name\s*:(.*)$/m.exec(textAt(root, 'proc/cpuinfo') ?? '')?.[1] ?? ''
  return INTEGRATED.test(name) && !/\bRyzen (?:\d )?(?:\d{4}X|Threadripper)/i.test(name)
}
