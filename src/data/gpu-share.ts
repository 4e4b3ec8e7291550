import { findGpu } from './gpus.ts'
import type { Gpu } from './gpu-table.ts'

/** A device that is only a part of a board. */
export interface GpuShare {
  readonly gpu: Gpu
  /** Share of the board, above 0 and at most 1. */
  readonly share: number
  /** What the device is, for messages: `vGPU with 4 of 40 GB`. */
  readonly kind: string
  /** Whether it may draw more than its share while its neighbours are idle. */
  readonly isElastic: boolean
}

/**
 * Boards behind the names of vGPU profiles, with their memory in GB. Profiles name the board, its memory (`D` is the larger
 * one) and form (`X` is SXM), then the frame buffer (NVIDIA, Virtual GPU Software User Guide, virtual GPU types).
 */
const VGPU_BOARDS: Readonly<Record<string, readonly [board: string, memoryGb: number]>> = {
  A100: ['A100 PCIe 40GB', 40],
  A100X: ['A100 SXM', 40],
  A100D: ['A100 PCIe 80GB', 80],
  A100DX: ['A100 SXM', 80],
  V100: ['V100 PCIe', 16],
  V100X: ['V100 SXM', 16],
  V100D: ['V100 PCIe', 32],
  V100DX: ['V100 SXM', 32],
  H100: ['H100 PCIe', 80],
  H100XM: ['H100 SXM', 80],
  H100L: ['H100 NVL', 94],
  RTX6000: ['Quadro RTX 6000', 24],
  RTX6000P: ['Quadro RTX 6000', 24],
  RTX8000: ['Quadro RTX 8000', 48],
  RTX8000P: ['Quadro RTX 8000', 48],
  RTXA6000: ['RTX A6000', 48],
}

/** `GRID A100-4C`, `NVIDIA A10-4Q`, and `A100-1-5C`, which is backed by one compute slice. */
const VGPU = /^(?:(?:NVIDIA|GRID|Tesla) )*([A-Z]+\d+[A-Z]*)-(?:(\d)-)?(\d{1,3})[ABCQ]\d?$/i

/** `MIG 1g.5gb`, also behind the name of its board; `1c.3g.20gb` is one compute slice of an instance of three. */
const MIG = /\bMIG[ -](?:(\d)c\.)?(\d)g\.(\d{1,3})gb\b/gi

/** Share of a board's memory from which its instances are the whole board: two of `3g` leave one compute slice unused. */
const WHOLE_MEMORY = 0.95

/** Compute slices of a board (NVIDIA, MIG User Guide: 4 on A30, 7 on the others). */
const slicesOf = (gpu: Gpu): number => (gpu.name === 'A30' ? 4 : 7)

/** Boards of MIG profiles that only one kind of board has, by the memory of `1g` in GB. */
const MIG_BOARDS: Readonly<Record<string, string>> = { '5': 'A100 SXM', '6': 'A30', '18': 'H200 SXM', '23': 'B200' }

/**
 * Finds the share of a board that a name means: a vGPU, a MIG instance, or one of several devices of a board.
 * @returns null for a whole board and for unknown names
 */
export function findGpuShare(name: string): GpuShare | null {
  return vgpuShare(name.trim()) ?? migShare(name.trim()) ?? deviceShare(findGpu(name))
}

/** Whether a name is that of a vGPU or of MIG instances. */
export function isSliceName(name: string): boolean {
  return (vgpuShare(name.trim()) ?? migShare(name.trim())) !== null
}

function vgpuShare(name: string): GpuShare | null {
  const [, base = '', slices, frameBuffer] = VGPU.exec(name) ?? []
  const [board, memory] = VGPU_BOARDS[base.toUpperCase()] ?? [base, null]
  const gpu = findGpu(board)
  if (!gpu || frameBuffer === undefined) return null
  const deviceGb = (memory ?? gpu.memoryGb) / gpu.devices
  const ofDevice = Math.min(1, slices === undefined ? Number(frameBuffer) / deviceGb : Number(slices) / slicesOf(gpu))
  if (!(ofDevice > 0)) return null
  const kind =
    slices === undefined ? `vGPU with ${frameBuffer} of ${deviceGb} GB` : `vGPU with ${slices} compute slices`
  return { gpu, share: ofDevice / gpu.devices, kind, isElastic: slices === undefined && ofDevice < 1 }
}

function migShare(name: string): GpuShare | null {
  const instances = [...name.matchAll(MIG)].map(([, compute, slices, memory]) => ({
    compute: Number(compute ?? slices),
    slices: Number(slices),
    memoryGb: Number(memory),
  }))
  const [first] = instances
  if (!first || instances.some(({ compute }) => compute === 0)) return null
  const base = name.slice(0, name.search(MIG)).trim()
  const perSlice = String(Math.floor(first.memoryGb / first.slices))
  const gpu = findGpu(base) ?? findGpu(MIG_BOARDS[perSlice] ?? '')
  if (!gpu) return null
  const total = slicesOf(gpu)
  const slices = instances.reduce((sum, { compute }) => sum + compute, 0)
  // Compute instances share the memory of their GPU instance, so their memory does not add up.
  const memoryGb = /\dc\./i.test(name) ? 0 : instances.reduce((sum, instance) => sum + instance.memoryGb, 0)
  const boardGb = Number(/(\d{2,3}) ?GB\b/i.exec(base)?.[1] ?? gpu.memoryGb)
  const isWhole = slices >= total || memoryGb >= WHOLE_MEMORY * boardGb
  const noun = instances.length === 1 ? 'MIG instance' : `${instances.length} MIG instances`
  const share = isWhole ? 1 : slices / total
  return { gpu, share, kind: `${noun} with ${slices} of ${total} compute slices`, isElastic: false }
}

function deviceShare(gpu: Gpu | null): GpuShare | null {
  if (!gpu || gpu.devices === 1) return null
  return { gpu, share: 1 / gpu.devices, kind: `one of ${gpu.devices} devices of the board`, isElastic: false }
}
