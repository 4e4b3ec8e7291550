import { nonNegative } from '../core/quantity.ts'
import { type Range, makeRange, relativeRange, scaleRange } from '../core/range.ts'
import { findGpu } from './gpus.ts'

/** What a server is built of. */
export interface ServerParts {
  /** Processor chips, at least 1. */
  readonly sockets: number
  /** GB. */
  readonly memoryGb: number
  readonly ssds?: number
  readonly hdds?: number
}

/**
 * Manufacture by parts, kg CO2e: Teads, as in Impact Framework's SciEmbodied (MIT) and cloud-carbon-coefficients (Apache-2.0), 2021.
 * The base holds one processor and 16 GB. A further processor is a SOCKET: Impact Framework adds the same 100 kg for each vCPU.
 */
const SERVER_KG = { base: 1000, perSocket: 100, perGb: 533 / 384, baseGb: 16, perSsd: 50, perHdd: 100 } as const

/**
 * Dell's and HPE's published product footprints of 12 servers (manufacturing share only, 2019-2021) are 0.48 to 1.07 of what these parts
 * give, one is 2.45 of it. Storage decides: a host full of large SSDs is at the upper end.
 */
const SERVER_SPREAD = { low: 0.48, high: 2.45 } as const

/**
 * Manufacture of a whole server without GPUs.
 * @returns kg CO2e
 * @throws QuantityError
 * @example serverManufacture({ sockets: 2, memoryGb: 384 }).value // 1610.8
 */
export function serverManufacture({ sockets, memoryGb, ssds = 0, hdds = 0 }: ServerParts): Range {
  const { base, perSocket, perGb, baseGb, perSsd, perHdd } = SERVER_KG
  const kg =
    base +
    Math.max(0, nonNegative('sockets', sockets) - 1) * perSocket +
    Math.max(0, nonNegative('memory', memoryGb) - baseGb) * perGb +
    nonNegative('SSDs', ssds) * perSsd +
    nonNegative('HDDs', hdds) * perHdd
  return makeRange(kg, kg * SERVER_SPREAD.low, kg * SERVER_SPREAD.high)
}

/** A published figure of manufacture. */
export interface Manufacture {
  /** kg CO2e. */
  readonly kg: Range
  readonly source: string
}

/** Boards of eight GPUs: the maker's figure is of the board, kg CO2e. */
const GPUS_PER_BOARD = 8
const HGX_H100_KG = 1312
const HGX_B200_KG = 2274

/** Manufacture of one card without its host, by the name in the GPU table. */
const CARDS: readonly (readonly [name: RegExp, kg: Range, source: string])[] = [
  [
    /^B200/,
    makeRange(HGX_B200_KG / GPUS_PER_BOARD, HGX_B200_KG / GPUS_PER_BOARD, 473),
    'NVIDIA, HGX B200 product carbon footprint (2025), an eighth of the board',
  ],
  [/^H200/, makeRange(364, 164, 364), 'ADEME study of GPUs (Lees-Perasso et al. 2026)'],
  [
    /^H100/,
    makeRange(HGX_H100_KG / GPUS_PER_BOARD, HGX_H100_KG / GPUS_PER_BOARD, 273),
    'NVIDIA, HGX H100 product carbon footprint (2025), an eighth of the board; another study says 273 kg',
  ],
  [
    /^A100 PCIe/,
    makeRange(181, 127.6, 181),
    'ADEME study of GPUs (Lees-Perasso et al. 2026); another study says 127.6 kg of the SXM module',
  ],
  [
    /^A100/,
    makeRange(127.6, 127.6, 181),
    'Falk et al. 2025, More than Carbon (A100 SXM 40 GB); another study says 181 kg of the PCIe card',
  ],
]

/** A card without a figure of its own, kg CO2e: Teads' rule; published cards lie from half to twice of it. */
const USUAL_CARD: Manufacture = { kg: makeRange(150, 75, 300), source: 'Teads, 150 kg a card' }

/**
 * Manufacture of one GPU card, without its host.
 * @param name as any tool spells it
 * @example cardManufacture('NVIDIA H100 80GB HBM3').kg.value // 164 kg CO2e
 */
export function cardManufacture(name: string): Manufacture {
  const known = findGpu(name)?.name ?? name
  const row = CARDS.find(([pattern]) => pattern.test(known))
  return row ? { kg: row[1], source: row[2] } : USUAL_CARD
}

/** Apple publishes one figure without a range; a fifth either way is assumed. */
const MAC_SPREAD = 0.2

/**
 * Macs by chip: Apple's product environmental reports, total x share of PRODUCTION, kg CO2e. The reports' totals (172 kg of the
 * M1 mini) contain transport and use, and use is already counted as energy.
 */
const MACS: readonly (readonly [chip: string, machine: string, totalKg: number, productionShare: number])[] = [
  ['m1', 'Mac mini (2020)', 172, 0.54],
  ['m2', 'Mac mini (2023)', 112, 0.63],
  ['m1 max', 'Mac Studio (2022)', 262, 0.63],
]

/** Of a Mac without a row: the Mac mini of 2023, up to the Mac Studio. kg CO2e. */
const USUAL_MAC: Manufacture = {
  kg: makeRange(112 * 0.63, 50, 165),
  source: "Apple's report on the Mac mini (2023), production only, in place of this Mac's",
}

/**
 * Manufacture of the Mac with a chip.
 * @param key of the chip, such as `m1`
 * @example macManufacture('m1').kg.value // 92.88 kg CO2e
 */
export function macManufacture(key: string): Manufacture {
  const row = MACS.find(([chip]) => chip === key)
  if (!row) return USUAL_MAC
  const [, machine, totalKg, share] = row
  return {
    kg: scaleRange(relativeRange(totalKg, MAC_SPREAD), share),
    source: `Apple's report on the ${machine}, production only`,
  }
}
