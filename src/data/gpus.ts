import { type Range, range } from '../core/range.ts'

/** Where a figure is from; data sheets were not re-checked entry by entry. Facts only; licences of the lists they were read in are named in the project's notices. */
const SOURCES = {
  mlco2: 'ML CO2 Impact, data/gpus.csv (MIT), after the makers’ data sheets',
  greenAlgorithms: 'Green Algorithms 3.0, TDP_gpu.csv (CC-BY-4.0)',
  ccf: 'Cloud Carbon Footprint, accelerator constants (Apache-2.0)',
  nvidia: 'NVIDIA data sheet',
  amd: 'AMD data sheet',
  intel: 'Intel data sheet',
} as const

/** A graphics or compute board. */
export interface Gpu {
  readonly name: string
  /** Power limit of the board as sold, W. */
  readonly tdpW: number
  /** W while nothing runs on it; null without a source. */
  readonly idleW: number | null
  readonly memoryGb: number
  readonly source: string
}

type Row = readonly [name: string, tdpW: number, idleW: number | null, memoryGb: number, source: keyof typeof SOURCES]

/** Idle figures are Cloud Carbon Footprint's minimum watts of the same chip. */
const ROWS: readonly Row[] = [
  ['B200', 1000, null, 180, 'nvidia'],
  ['GH200', 700, null, 96, 'nvidia'],
  ['H200 NVL', 600, null, 141, 'nvidia'],
  ['H200', 700, null, 141, 'nvidia'],
  ['H100 NVL', 400, null, 94, 'mlco2'],
  ['H100 PCIe', 350, null, 80, 'nvidia'],
  ['H100', 700, null, 80, 'mlco2'],
  ['A100 PCIe 40GB', 250, 46, 40, 'greenAlgorithms'],
  ['A100 PCIe 80GB', 300, 46, 80, 'greenAlgorithms'],
  ['A100 PCIe', 250, 46, 40, 'mlco2'],
  ['A100', 400, 46, 80, 'mlco2'],
  ['A40', 300, null, 48, 'nvidia'],
  ['A30', 165, null, 24, 'nvidia'],
  ['A16', 250, null, 64, 'nvidia'],
  ['A10G', 150, 18, 24, 'mlco2'],
  ['A10', 150, 18, 24, 'nvidia'],
  ['A2', 60, null, 16, 'nvidia'],
  ['L40S', 350, null, 48, 'mlco2'],
  ['L40', 300, null, 48, 'nvidia'],
  ['L4', 72, null, 24, 'mlco2'],
  ['T4', 70, 8, 16, 'mlco2'],
  ['V100S', 250, 35, 32, 'greenAlgorithms'],
  ['V100 PCIe', 250, 35, 16, 'nvidia'],
  ['V100', 300, 35, 16, 'greenAlgorithms'],
  ['P100', 250, 36, 16, 'mlco2'],
  ['P40', 250, 30, 24, 'mlco2'],
  ['P4', 75, 9, 8, 'greenAlgorithms'],
  ['M60', 300, 35, 16, 'nvidia'],
  ['M40', 250, null, 12, 'mlco2'],
  ['K80', 300, 35, 24, 'greenAlgorithms'],
  ['K40', 245, null, 12, 'mlco2'],
  ['RTX 6000 Ada Generation', 300, null, 48, 'nvidia'],
  ['RTX A6000', 300, null, 48, 'mlco2'],
  ['RTX A5000', 230, null, 24, 'mlco2'],
  ['RTX A4000', 140, null, 16, 'nvidia'],
  ['RTX 5090', 575, null, 32, 'nvidia'],
  ['RTX 5080', 360, null, 16, 'nvidia'],
  ['RTX 4090', 450, null, 24, 'mlco2'],
  ['RTX 4080', 320, null, 16, 'nvidia'],
  ['RTX 4070', 200, null, 12, 'nvidia'],
  ['RTX 3090', 350, null, 24, 'mlco2'],
  ['RTX 3080 Ti', 350, null, 12, 'mlco2'],
  ['RTX 3080', 320, null, 10, 'mlco2'],
  ['RTX 3070', 220, null, 8, 'nvidia'],
  ['RTX 3060', 170, null, 12, 'nvidia'],
  ['RTX 2080 Ti', 250, null, 11, 'mlco2'],
  ['RTX 2080', 215, null, 8, 'mlco2'],
  ['RTX 8000', 260, null, 48, 'mlco2'],
  ['GTX 1080 Ti', 250, null, 11, 'mlco2'],
  ['GTX 1080', 180, null, 8, 'mlco2'],
  ['GTX 1660', 120, null, 6, 'mlco2'],
  ['TITAN RTX', 280, null, 24, 'mlco2'],
  ['TITAN V', 250, null, 12, 'mlco2'],
  ['TITAN Xp', 250, null, 12, 'mlco2'],
  ['TITAN X', 250, null, 12, 'mlco2'],
  ['Quadro P6000', 250, null, 24, 'mlco2'],
  ['Quadro K6000', 225, null, 12, 'mlco2'],
  ['AGX Xavier', 30, null, 32, 'greenAlgorithms'],
  ['MI300X', 750, null, 192, 'amd'],
  ['MI250X', 560, null, 128, 'amd'],
  ['MI210', 300, null, 64, 'amd'],
  ['MI100', 300, null, 32, 'amd'],
  ['RX 7900 XTX', 355, null, 24, 'amd'],
  ['RX 480', 150, null, 8, 'mlco2'],
  ['Data Center GPU Max 1550', 600, null, 128, 'intel'],
  ['Data Center GPU Max 1100', 300, null, 48, 'intel'],
  ['Data Center GPU Flex 170', 150, null, 16, 'intel'],
]

/** Boards by name, as people and drivers call them. */
export const GPUS: readonly Gpu[] = ROWS.map(([name, tdpW, idleW, memoryGb, source]) => ({
  name,
  tdpW,
  idleW,
  memoryGb,
  source: SOURCES[source] + (idleW === null ? '' : `; idle: ${SOURCES.ccf}`),
}))

/** Words that make another board of a name: a row without them is not that board. */
const VARIANTS = new Set(['ti', 'super', 'xt', 'xtx', 'laptop', 'mobile', 'q', 'max', 'd', 'nvl', 'superchip'])

/**
 * The board that a name means: `Tesla T4`, `NVIDIA A100-SXM4-40GB`, `GRID T4-16C`, `h100`. All of a row's words must be in
 * the name as words (`L4` is not in `L40S`), and the row with the most of them wins.
 * @returns null for a name that is not in the table: never the nearest one
 */
export function findGpu(name: string): Gpu | null {
  const words = wordsOf(name)
  const variants = words.filter((word) => VARIANTS.has(word))
  let found: { gpu: Gpu; length: number } | null = null
  for (const gpu of GPUS) {
    const own = wordsOf(gpu.name)
    const fits = own.every((word) => words.includes(word)) && variants.every((word) => own.includes(word))
    if (fits && own.length > (found?.length ?? 0)) found = { gpu, length: own.length }
  }
  return found?.gpu ?? null
}

function wordsOf(name: string): string[] {
  const spaced = name
    .toLowerCase()
    .replace(/\((?:r|tm)\)/g, ' ')
    .replace(/\b(rtx|gtx|rx)(\d)/g, '$1 $2')
    .replace(/(\d+) gb\b/g, '$1gb')
  return spaced.split(/[^a-z0-9]+/).filter((word) => word !== '')
}

/** Share of the power limit while idle, where no figure of the board is cited (Cloud Carbon Footprint's minima: 0.11 to 0.12 of TDP). */
const IDLE_SHARE = 0.115

/**
 * Power against utilisation, as shares of the way from idle to full: A100 in a cloud instance at 0, 10, 50 and 100 %
 * (46.5, 127, 301, 407 W; Benjamin Davy, Building an AWS EC2 Carbon Emissions Dataset, 2021). Utilisation says only how
 * often a kernel ran, so the curve is steep at first.
 */
const CURVE = [
  { utilization: 0, share: 0 },
  { utilization: 10, share: 0.223 },
  { utilization: 50, share: 0.706 },
  { utilization: 100, share: 1 },
] as const

/** Utilisation is a poor predictor of a kernel's power: the range is that of light and heavy kernels, as shares. */
const SPREAD = { below: 0.4, above: 0.35 }

/**
 * Power of a board from its name and utilisation, W: for boards that do not report it, and for plans.
 * @param utilization percent, 0 to 100
 * @returns null for an unknown board
 */
export function gpuWatts(name: string, utilization: number): Range | null {
  const gpu = findGpu(name)
  if (!gpu) return null
  const idle = gpu.idleW ?? gpu.tdpW * IDLE_SHARE
  const watts = idle + (gpu.tdpW - idle) * shareAt(Math.min(100, Math.max(0, utilization)))
  return range(
    watts,
    watts * (1 - SPREAD.below),
    Math.max(watts, Math.min(gpu.tdpW * 1.02, watts * (1 + SPREAD.above))),
  )
}

function shareAt(utilization: number): number {
  const upper = CURVE.findIndex((point) => point.utilization >= utilization)
  const [from, to] = [CURVE[Math.max(0, upper - 1)], CURVE[Math.max(0, upper)]]
  if (!from || !to || to.utilization === from.utilization) return to?.share ?? 0
  const way = (utilization - from.utilization) / (to.utilization - from.utilization)
  return from.share + (to.share - from.share) * way
}
