import { nonNegative, numberWithin, positive } from '../quantity.ts'

/**
 * EcoLogits 0.9.1 (Rincé and Banse 2025, JOSS 10.21105/joss.07471): energy and impacts of one answer of a language model, by its output
 * tokens alone. Its constants are cited facts; the formula is written anew from its method page. Reports do not use it: input tokens are missing,
 * and it multiplies an energy that has the PUE inside by the water factor of its method page, so that the PUE counts twice in water.
 */

/** GPU energy, Wh per output token: alpha x e^(beta x batch) x active + gamma; H100, vLLM. */
const GPU_ENERGY = { alpha: 1.1665273170451914e-6, beta: -0.011205921025579175, gamma: 4.052928146734005e-5 } as const

/** Latency, s per output token: alpha x active + beta x batch + gamma. */
const LATENCY = { alpha: 0.0006785088094353663, beta: 0.0003119310311688259, gamma: 0.019473717579473387 } as const

/** Requests at the same time. */
const BATCH = 64

/** GB of a GPU, bits of a parameter, memory over that of the parameters. */
const MEMORY = { gpuGb: 80, bits: 16, overhead: 1.2 } as const

/** kW of a server without its GPUs, and how many it has. */
const SERVER = { kilowatts: 1.2, gpus: 8 } as const

/** Manufacture of a server without GPUs and of a GPU: kg CO2e and kg Sb eq. */
const MANUFACTURE = { server: { gwp: 5700, adpe: 0.37 }, gpu: { gwp: 164, adpe: 0.0051 } } as const

/** Three years, s. */
const LIFETIME_S = 94_608_000

/** One request and the place where it is answered. */
export interface EcoLogitsRequest {
  /** Active and total parameters, billions. */
  readonly activeB: number
  readonly totalB: number
  readonly outputTokens: number
  readonly pue: number
  /** L/kWh. */
  readonly wueLPerKwh: number
  readonly ewifLPerKwh: number
  /** kg CO2e and kg Sb eq per kWh of the grid. */
  readonly gwpKgPerKwh: number
  readonly adpeKgPerKwh: number
  /** Measured, s; used where it is shorter than the modelled one. */
  readonly latencyS?: number | null
}

/** Impacts of one request: kWh, s, GB, kg CO2e, kg Sb eq, L. */
export interface EcoLogitsImpact {
  readonly gpuEnergyKwh: number
  readonly latencyS: number
  readonly memoryGb: number
  readonly gpus: number
  readonly serverEnergyKwh: number
  readonly requestEnergyKwh: number
  readonly usageGwpKg: number
  readonly usageAdpeKg: number
  readonly usageWaterL: number
  readonly embodiedGwpKg: number
  readonly embodiedAdpeKg: number
}

/** The impacts that EcoLogits reports for one request. @throws QuantityError */
export function impact(request: EcoLogitsRequest): EcoLogitsImpact {
  const activeB = positive('active parameters', request.activeB)
  const tokens = nonNegative('output tokens', request.outputTokens)
  const pue = numberWithin('pue', request.pue, 1, 10)
  const gpuEnergyKwh =
    (tokens * (GPU_ENERGY.alpha * Math.exp(GPU_ENERGY.beta * BATCH) * activeB + GPU_ENERGY.gamma)) / 1000
  const modelled = tokens * (LATENCY.alpha * activeB + LATENCY.beta * BATCH + LATENCY.gamma)
  const latencyS = Math.min(modelled, request.latencyS ?? modelled)
  const memoryGb = (MEMORY.overhead * positive('total parameters', request.totalB) * MEMORY.bits) / 8
  const gpus = 2 ** Math.ceil(Math.log2(Math.ceil(memoryGb / MEMORY.gpuGb)))
  const serverEnergyKwh = ((latencyS / 3600) * SERVER.kilowatts * (gpus / SERVER.gpus)) / BATCH
  const requestEnergyKwh = pue * (serverEnergyKwh + gpus * gpuEnergyKwh)
  const share = latencyS / (LIFETIME_S * BATCH)
  const manufacture = (impact: 'gwp' | 'adpe'): number =>
    (gpus / SERVER.gpus) * MANUFACTURE.server[impact] + gpus * MANUFACTURE.gpu[impact]
  return {
    gpuEnergyKwh,
    latencyS,
    memoryGb,
    gpus,
    serverEnergyKwh,
    requestEnergyKwh,
    usageGwpKg: requestEnergyKwh * nonNegative('grid', request.gwpKgPerKwh),
    usageAdpeKg: requestEnergyKwh * nonNegative('grid minerals', request.adpeKgPerKwh),
    usageWaterL:
      requestEnergyKwh * (nonNegative('WUE', request.wueLPerKwh) + pue * nonNegative('EWIF', request.ewifLPerKwh)),
    embodiedGwpKg: share * manufacture('gwp'),
    embodiedAdpeKg: share * manufacture('adpe'),
  }
}
