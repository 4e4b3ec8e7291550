import { findGpu } from './gpus.ts'

/** Number formats of training whose dense peaks makers publish. bf16 and fp16 have the same peak on every accelerator here. */
export const PRECISIONS = ['bf16', 'fp16', 'fp8'] as const
export type Precision = (typeof PRECISIONS)[number]

const SOURCES = {
  epoch: 'Epoch AI, Machine Learning Hardware (CC-BY-4.0), as stored in December 2025',
  nvidia: 'NVIDIA data sheet',
} as const

type Row = readonly [name: string, bf16: number, fp8: number | null, source: keyof typeof SOURCES]

/**
 * Dense peak of one accelerator, TFLOP/s, by its name in the GPU table. Data sheets often print twice as much, "with sparsity".
 * V100 and T4 have no bf16: theirs is fp16.
 */
const ROWS: readonly Row[] = [
  ['GB300', 2500, 5000, 'epoch'],
  ['GB200', 2500, 5000, 'epoch'],
  ['B300', 2250, 4500, 'epoch'],
  ['B200', 2250, 4500, 'epoch'],
  ['B100', 1750, 3500, 'epoch'],
  ['GH200', 989.5, 1979, 'epoch'],
  ['H200 SXM', 989.5, 1979, 'epoch'],
  ['H100 NVL', 835.5, 1671, 'epoch'],
  ['H100 PCIe', 756, 1513, 'epoch'],
  ['H100 SXM', 989.4, 1979, 'epoch'],
  ['H800 SXM', 989, 1979, 'epoch'],
  ['H20', 148, 296, 'epoch'],
  ['A100 PCIe 40GB', 312, null, 'epoch'],
  ['A100 PCIe 80GB', 312, null, 'epoch'],
  ['A100 PCIe', 312, null, 'epoch'],
  ['A100 SXM', 312, null, 'epoch'],
  ['A800 PCIe', 311.8, null, 'epoch'],
  ['A40', 149.7, null, 'epoch'],
  ['L40S', 362, 733, 'nvidia'],
  ['L40', 181, 362, 'epoch'],
  ['L4', 121, 242, 'epoch'],
  ['T4', 65, null, 'nvidia'],
  ['V100 PCIe', 112, null, 'nvidia'],
  ['V100 SXM', 125, null, 'nvidia'],
  ['MI250X', 383, null, 'epoch'],
  ['MI300A', 980.6, 1961, 'epoch'],
  ['MI300X', 1307.4, 2614.9, 'epoch'],
  ['MI325X', 1307.4, 2600, 'epoch'],
  ['MI350X', 2309.6, 4600, 'epoch'],
  ['MI355X', 2516.6, 5033, 'epoch'],
  ['TPU v4', 275, null, 'epoch'],
  ['TPU v5e', 197, null, 'epoch'],
  ['TPU v7', 2307, 4614, 'epoch'],
  ['Gaudi 2', 450, 865, 'epoch'],
  ['Gaudi 3', 1678, 1678, 'epoch'],
  ['Trainium2', 667, 1299, 'epoch'],
  ['Maia 100', 800, null, 'epoch'],
]

/** Peak of an accelerator. */
export interface Peak {
  readonly name: string
  /** TFLOP/s, dense. */
  readonly tflops: number
  readonly source: string
}

/**
 * Dense peak of an accelerator.
 * @param name as any tool spells it
 * @returns null where no peak is known, or none for the precision
 * @example peakOf('NVIDIA H100 80GB HBM3', 'bf16')?.tflops // 989.4
 */
export function peakOf(name: string, precision: Precision): Peak | null {
  const known = findGpu(name)?.name
  const row = ROWS.find(([own]) => own === known)
  if (!row) return null
  const tflops = precision === 'fp8' ? row[2] : row[1]
  return tflops === null ? null : { name: row[0], tflops, source: SOURCES[row[3]] }
}
