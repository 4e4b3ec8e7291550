/** Sources of the figures. Facts only; the project's notices name the licences of the lists they were read in. */
const SOURCES = {
  mlco2: 'ML CO2 Impact, data/gpus.csv (MIT), after the data sheets of the makers',
  greenAlgorithms: 'Green Algorithms 3.0, TDP_gpu.csv (CC-BY-4.0)',
  epoch: 'Epoch AI, Machine Learning Hardware (CC-BY-4.0), as stored in December 2025',
  ccf: 'Cloud Carbon Footprint, accelerator constants (Apache-2.0)',
  nvidia: 'NVIDIA data sheet',
  amd: 'AMD data sheet',
  aws: 'nvidia-smi on AWS g5: a power limit of 300 W in more than ten published outputs',
  intel: 'Intel data sheet',
  tpu4: 'Gemini Team, Google: Gemini, 2023 (192 W at most a chip)',
} as const

/** A graphics or compute board. */
export interface Gpu {
  readonly name: string
  /** Power limit of the board as sold, W. */
  readonly tdpW: number
  /** Smallest limit that is sold under this name, W: laptops choose one within a range. */
  readonly leastTdpW: number
  /** Power while nothing runs on it, W; null without a published figure. */
  readonly idleW: number | null
  readonly memoryGb: number
  /** Devices that the driver shows for one board. */
  readonly devices: number
  /** Whether the limit is that of a processor and a GPU in one socket. */
  readonly containsCpu: boolean
  readonly source: string
}

interface Extra {
  readonly leastTdpW?: number
  readonly devices?: number
  readonly containsCpu?: boolean
}

type Row = readonly [
  name: string,
  tdpW: number,
  idleW: number | null,
  memoryGb: number,
  source: keyof typeof SOURCES,
  extra?: Extra,
]

const PAIR: Extra = { devices: 2 }
const SOCKET: Extra = { containsCpu: true }
const from = (leastTdpW: number): Extra => ({ leastTdpW })

/**
 * Idle figures are Cloud Carbon Footprint's minimum watts of the same chip. A name with SXM also matches without that word:
 * it is the form that clouds rent out.
 */
const ROWS: readonly Row[] = [
  // NVIDIA, data centre.
  ['GB300', 1400, null, 288, 'epoch'],
  ['GB200', 1200, null, 186, 'epoch'],
  ['B300', 1100, null, 270, 'epoch'],
  ['B200', 1000, null, 180, 'epoch'],
  ['B100', 700, null, 192, 'epoch'],
  ['GH200', 700, null, 96, 'epoch'],
  ['GB10', 140, null, 128, 'nvidia', SOCKET],
  ['H200 NVL', 600, null, 141, 'nvidia'],
  ['H200 SXM', 700, null, 141, 'epoch'],
  ['H100 NVL', 400, null, 94, 'epoch'],
  ['H100 PCIe', 350, null, 80, 'epoch'],
  ['H100 SXM', 700, null, 80, 'epoch'],
  ['H800 SXM', 700, null, 80, 'epoch'],
  ['H20', 400, null, 96, 'epoch'],
  ['A100 PCIe 40GB', 250, 46, 40, 'greenAlgorithms'],
  ['A100 PCIe 80GB', 300, 46, 80, 'epoch'],
  ['A100 PCIe', 250, 46, 40, 'mlco2'],
  ['A100 SXM', 400, 46, 80, 'epoch'],
  ['A800 PCIe', 250, null, 40, 'epoch'],
  ['A40', 300, null, 48, 'epoch'],
  ['A30', 165, null, 24, 'nvidia'],
  ['A16', 250, null, 64, 'nvidia', { devices: 4 }],
  ['A10G', 300, null, 24, 'aws'],
  ['A10', 150, 18, 24, 'nvidia'],
  ['A2', 60, null, 16, 'nvidia'],
  ['L40S', 350, null, 48, 'mlco2'],
  ['L40', 300, null, 48, 'epoch'],
  ['L20', 275, null, 48, 'nvidia'],
  ['L4', 72, null, 24, 'epoch'],
  ['T4', 70, 8, 16, 'mlco2'],
  ['V100S', 250, 35, 32, 'greenAlgorithms'],
  ['V100 PCIe', 250, 35, 16, 'nvidia'],
  ['V100 SXM', 300, 35, 16, 'greenAlgorithms'],
  ['P100 PCIe', 250, 36, 16, 'mlco2'],
  ['P100 SXM', 300, 36, 16, 'nvidia'],
  ['P40', 250, 30, 24, 'mlco2'],
  ['P4', 75, 9, 8, 'greenAlgorithms'],
  ['M60', 300, 35, 16, 'nvidia', PAIR],
  ['M40', 250, null, 12, 'mlco2'],
  ['K80', 300, 35, 24, 'greenAlgorithms', PAIR],
  ['K40', 245, null, 12, 'mlco2'],
  ['K40c', 245, null, 12, 'mlco2'],

  // NVIDIA, workstation.
  ['RTX PRO 6000', 600, null, 96, 'nvidia'],
  ['RTX PRO 6000 Max-Q', 300, null, 96, 'nvidia'],
  ['RTX PRO 5000', 300, null, 48, 'nvidia'],
  ['RTX PRO 4500', 200, null, 32, 'nvidia'],
  ['RTX PRO 4000', 140, null, 24, 'nvidia'],
  ['RTX 6000 Ada', 300, null, 48, 'nvidia'],
  ['RTX 5880 Ada', 285, null, 48, 'nvidia'],
  ['RTX 5000 Ada', 250, null, 32, 'nvidia'],
  ['RTX 4500 Ada', 210, null, 24, 'nvidia'],
  ['RTX 4000 Ada', 130, null, 20, 'nvidia'],
  ['RTX 4000 SFF Ada', 70, null, 20, 'nvidia'],
  ['RTX 2000 Ada', 70, null, 16, 'nvidia'],
  ['RTX A6000', 300, null, 48, 'mlco2'],
  ['RTX A5500', 230, null, 24, 'nvidia'],
  ['RTX A5000', 230, null, 24, 'mlco2'],
  ['RTX A4500', 200, null, 20, 'nvidia'],
  ['RTX A4000', 140, null, 16, 'nvidia'],
  ['RTX A2000', 70, null, 12, 'nvidia'],
  ['RTX A1000', 50, null, 8, 'nvidia'],
  ['RTX A400', 50, null, 4, 'nvidia'],
  ['Quadro RTX 8000', 260, null, 48, 'mlco2'],
  ['RTX 8000', 260, null, 48, 'mlco2'],
  ['Quadro RTX 6000', 260, null, 24, 'nvidia'],
  ['Quadro RTX 5000', 230, null, 16, 'nvidia'],
  ['Quadro RTX 4000', 125, null, 8, 'nvidia'],
  ['Quadro GP100', 235, null, 16, 'nvidia'],
  ['Quadro P6000', 250, null, 24, 'mlco2'],
  ['Quadro P5000', 180, null, 16, 'nvidia'],
  ['Quadro P4000', 105, null, 8, 'nvidia'],
  ['Quadro P2200', 75, null, 5, 'nvidia'],
  ['Quadro P2000', 75, null, 5, 'nvidia'],
  ['Quadro P1000', 47, null, 4, 'nvidia'],
  ['Quadro M6000', 250, null, 12, 'nvidia'],
  ['Quadro M5000', 150, null, 8, 'nvidia'],
  ['Quadro M4000', 120, null, 8, 'nvidia'],
  ['Quadro K6000', 225, null, 12, 'mlco2'],
  ['T1000', 50, null, 4, 'nvidia'],
  ['T600', 40, null, 4, 'nvidia'],
  ['T400', 30, null, 2, 'nvidia'],

  // NVIDIA, GeForce.
  ['RTX 5090', 575, null, 32, 'nvidia'],
  ['RTX 5080', 360, null, 16, 'nvidia'],
  ['RTX 5070 Ti', 300, null, 16, 'nvidia'],
  ['RTX 5070', 250, null, 12, 'nvidia'],
  ['RTX 5060 Ti', 180, null, 16, 'nvidia'],
  ['RTX 5060', 145, null, 8, 'nvidia'],
  ['RTX 4090', 450, null, 24, 'mlco2'],
  ['RTX 4090 D', 425, null, 24, 'nvidia'],
  ['RTX 4080 SUPER', 320, null, 16, 'nvidia'],
  ['RTX 4080', 320, null, 16, 'nvidia'],
  ['RTX 4070 Ti SUPER', 285, null, 16, 'nvidia'],
  ['RTX 4070 Ti', 285, null, 12, 'nvidia'],
  ['RTX 4070 SUPER', 220, null, 12, 'nvidia'],
  ['RTX 4070', 200, null, 12, 'nvidia'],
  ['RTX 4060 Ti', 160, null, 16, 'nvidia'],
  ['RTX 4060', 115, null, 8, 'nvidia'],
  ['RTX 4090 Laptop', 150, null, 16, 'nvidia', from(80)],
  ['RTX 4080 Laptop', 150, null, 12, 'nvidia', from(60)],
  ['RTX 4070 Laptop', 115, null, 8, 'nvidia', from(35)],
  ['RTX 4060 Laptop', 115, null, 8, 'nvidia', from(35)],
  ['RTX 4050 Laptop', 115, null, 6, 'nvidia', from(35)],
  ['RTX 3090 Ti', 450, null, 24, 'nvidia'],
  ['RTX 3090', 350, null, 24, 'mlco2'],
  ['RTX 3080 Ti', 350, null, 12, 'mlco2'],
  ['RTX 3080 12GB', 350, null, 12, 'nvidia'],
  ['RTX 3080', 320, null, 10, 'mlco2'],
  ['RTX 3070 Ti', 290, null, 8, 'nvidia'],
  ['RTX 3070', 220, null, 8, 'nvidia'],
  ['RTX 3060 Ti', 200, null, 8, 'nvidia'],
  ['RTX 3060', 170, null, 12, 'nvidia'],
  ['RTX 3050', 130, null, 8, 'nvidia', from(70)],
  ['RTX 3080 Laptop', 150, null, 16, 'nvidia', from(80)],
  ['RTX 3070 Laptop', 125, null, 8, 'nvidia', from(80)],
  ['RTX 3060 Laptop', 115, null, 6, 'nvidia', from(60)],
  ['RTX 3050 Laptop', 80, null, 4, 'nvidia', from(35)],
  ['RTX 2080 Ti', 250, null, 11, 'mlco2'],
  ['RTX 2080 SUPER', 250, null, 8, 'nvidia'],
  ['RTX 2080', 215, null, 8, 'mlco2'],
  ['RTX 2070 SUPER', 215, null, 8, 'nvidia'],
  ['RTX 2070', 175, null, 8, 'nvidia'],
  ['RTX 2060 SUPER', 175, null, 8, 'nvidia'],
  ['RTX 2060 12GB', 185, null, 12, 'nvidia'],
  ['RTX 2060', 160, null, 6, 'nvidia'],
  ['GTX 1660 Ti', 120, null, 6, 'nvidia'],
  ['GTX 1660 SUPER', 125, null, 6, 'nvidia'],
  ['GTX 1660', 120, null, 6, 'mlco2'],
  ['GTX 1650 SUPER', 100, null, 4, 'nvidia'],
  ['GTX 1650', 90, null, 4, 'nvidia', from(75)],
  ['GTX 1080 Ti', 250, null, 11, 'mlco2'],
  ['GTX 1080', 180, null, 8, 'mlco2'],
  ['GTX 1070 Ti', 180, null, 8, 'nvidia'],
  ['GTX 1070', 150, null, 8, 'nvidia'],
  ['GTX 1060', 120, null, 6, 'nvidia'],
  ['GTX 1050 Ti', 75, null, 4, 'nvidia'],
  ['GTX 1050', 75, null, 2, 'nvidia'],
  ['TITAN RTX', 280, null, 24, 'mlco2'],
  ['TITAN V', 250, null, 12, 'mlco2'],
  ['TITAN Xp', 250, null, 12, 'mlco2'],
  ['TITAN X', 250, null, 12, 'mlco2'],

  // NVIDIA Jetson: power of the whole module.
  ['AGX Orin 64GB', 60, null, 64, 'nvidia', SOCKET],
  ['AGX Orin 32GB', 40, null, 32, 'nvidia', SOCKET],
  ['AGX Orin', 60, null, 64, 'nvidia', { containsCpu: true, leastTdpW: 40 }],
  ['Orin Nano', 25, null, 8, 'nvidia', { containsCpu: true, leastTdpW: 15 }],
  ['AGX Xavier', 30, null, 32, 'greenAlgorithms', SOCKET],

  // AMD Instinct.
  ['MI355X', 1400, null, 288, 'epoch'],
  ['MI350X', 1000, null, 288, 'epoch'],
  ['MI325X', 1000, null, 256, 'epoch'],
  ['MI300X', 750, null, 192, 'epoch'],
  ['MI300A', 760, null, 128, 'epoch', { containsCpu: true, leastTdpW: 550 }],
  ['MI250X', 560, null, 128, 'amd', { devices: 2, leastTdpW: 500 }],
  ['MI250', 560, null, 128, 'amd', { devices: 2, leastTdpW: 500 }],
  ['MI210', 300, null, 64, 'amd'],
  ['MI100', 300, null, 32, 'amd'],
  ['MI60', 300, null, 32, 'amd'],
  ['MI50', 300, null, 16, 'amd'],
  ['MI25', 300, null, 16, 'amd'],

  // AMD Radeon.
  ['RX 9070 XT', 304, null, 16, 'amd'],
  ['RX 9070', 220, null, 16, 'amd'],
  ['RX 9060 XT', 160, null, 16, 'amd'],
  ['RX 7900 XTX', 355, null, 24, 'amd'],
  ['RX 7900 XT', 315, null, 20, 'amd'],
  ['RX 7900 GRE', 260, null, 16, 'amd'],
  ['RX 7800 XT', 263, null, 16, 'amd'],
  ['RX 7700 XT', 245, null, 12, 'amd'],
  ['RX 7600 XT', 190, null, 16, 'amd'],
  ['RX 7600', 165, null, 8, 'amd'],
  ['RX 6950 XT', 335, null, 16, 'amd'],
  ['RX 6900 XT', 300, null, 16, 'amd'],
  ['RX 6800 XT', 300, null, 16, 'amd'],
  ['RX 6800', 250, null, 16, 'amd'],
  ['RX 6750 XT', 250, null, 12, 'amd'],
  ['RX 6700 XT', 230, null, 12, 'amd'],
  ['RX 6700', 175, null, 10, 'amd'],
  ['RX 6650 XT', 180, null, 8, 'amd'],
  ['RX 6600 XT', 160, null, 8, 'amd'],
  ['RX 6600', 132, null, 8, 'amd'],
  ['RX 6500 XT', 107, null, 4, 'amd'],
  ['RX 6400', 53, null, 4, 'amd'],
  ['RX 480', 150, null, 8, 'mlco2'],
  ['Pro W7900', 295, null, 48, 'amd'],
  ['Pro W7800', 260, null, 32, 'amd'],
  ['Pro W7700', 190, null, 16, 'amd'],
  ['Pro W7600', 130, null, 8, 'amd'],
  ['Pro W7500', 70, null, 8, 'amd'],
  ['Pro W6800', 250, null, 32, 'amd'],
  ['Pro W6600', 130, null, 8, 'amd'],

  // Intel.
  ['Data Center GPU Max 1550', 600, null, 128, 'intel'],
  ['Data Center GPU Max 1350', 450, null, 96, 'intel'],
  ['Data Center GPU Max 1100', 300, null, 48, 'intel'],
  ['Data Center GPU Flex 170', 150, null, 16, 'intel'],
  ['Arc A770', 225, null, 16, 'intel'],
  ['Arc A750', 225, null, 8, 'intel'],
  ['Arc A380', 75, null, 6, 'intel'],
  ['Arc B580', 190, null, 12, 'intel'],
  ['Gaudi 3', 900, null, 128, 'epoch'],
  ['Gaudi 2', 600, null, 96, 'epoch'],

  // Accelerators of clouds, one chip.
  ['TPU v7', 980, null, 192, 'epoch'],
  ['TPU v5e', 140, null, 16, 'epoch'],
  ['TPU v4', 192, null, 32, 'tpu4'],
  ['TPU v3', 283, null, 32, 'mlco2'],
  ['TPU v2', 221, null, 16, 'mlco2'],
  ['Trainium2', 500, null, 96, 'epoch'],
  ['Maia 100', 500, null, 64, 'epoch'],
]

/** Boards by name, as people and drivers call them. */
export const GPUS: readonly Gpu[] = ROWS.map(([name, tdpW, idleW, memoryGb, source, extra = {}]) => ({
  name,
  tdpW,
  leastTdpW: extra.leastTdpW ?? tdpW,
  idleW,
  memoryGb,
  devices: extra.devices ?? 1,
  containsCpu: extra.containsCpu ?? false,
  source: SOURCES[source] + (idleW === null ? '' : `; idle: ${SOURCES.ccf}`),
}))

/** Accelerators whose makers publish no power: a figure would be a guess. */
export const UNPUBLISHED_POWER: readonly string[] = ['TPU v5p', 'TPU v6e', 'Trillium', 'Trainium', 'Inferentia']
