import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { impact } from '../../../src/core/formulas/ecologits.ts'

interface Case {
  readonly id: string
  readonly input: {
    readonly active_b: number
    readonly total_b: number
    readonly output_tokens: number
    readonly pue: number
    readonly wue_l_per_kwh: number
    readonly gwp_kg_per_kwh: number
    readonly adpe_kgsb_per_kwh: number
    readonly ewif_l_per_kwh: number
    readonly latency_s: number | null
  }
  readonly expected: Readonly<Record<string, number>>
}

const { cases } = JSON.parse(readFileSync('test/fixtures/formulas/ecologits.json', 'utf8')) as {
  cases: readonly Case[]
}

describe('EcoLogits 0.9.1', () => {
  it.each(cases)('is reproduced for $id', ({ input, expected }) => {
    const found = impact({
      activeB: input.active_b,
      totalB: input.total_b,
      outputTokens: input.output_tokens,
      pue: input.pue,
      wueLPerKwh: input.wue_l_per_kwh,
      ewifLPerKwh: input.ewif_l_per_kwh,
      gwpKgPerKwh: input.gwp_kg_per_kwh,
      adpeKgPerKwh: input.adpe_kgsb_per_kwh,
      latencyS: input.latency_s,
    })
    const values: Readonly<Record<string, number>> = {
      gpu_energy: found.gpuEnergyKwh,
      generation_latency: found.latencyS,
      model_required_memory: found.memoryGb,
      gpu_required_count: found.gpus,
      server_energy: found.serverEnergyKwh,
      request_energy: found.requestEnergyKwh,
      request_usage_gwp: found.usageGwpKg,
      request_usage_adpe: found.usageAdpeKg,
      request_usage_wcf: found.usageWaterL,
      request_embodied_gwp: found.embodiedGwpKg,
      request_embodied_adpe: found.embodiedAdpeKg,
    }
    for (const [name, value] of Object.entries(expected)) {
      const error = value === 0 ? values[name] : Math.abs((values[name] ?? Number.NaN) / value - 1)
      expect(error, name).toBeLessThan(1e-9)
    }
  })

  it('uses a measured latency where it is shorter', () => {
    const request = {
      activeB: 8,
      totalB: 8,
      outputTokens: 400,
      pue: 1.1,
      wueLPerKwh: 0,
      ewifLPerKwh: 0,
      gwpKgPerKwh: 0.4,
      adpeKgPerKwh: 0,
    }
    expect(impact({ ...request, latencyS: 5 }).latencyS).toBe(5)
    expect(impact({ ...request, latencyS: 500 }).latencyS).toBeCloseTo(17.946, 3)
  })
})
