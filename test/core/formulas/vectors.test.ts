import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  embodiedGrams,
  energyKwh,
  gramsPerKwhFromPoundsPerMwh,
  operationalGrams,
  sciGramsPerUnit,
  waterLitres,
} from '../../../src/core/index.ts'
import * as ccf from '../../../src/core/formulas/cloud-carbon-footprint.ts'
import * as codecarbon from '../../../src/core/formulas/codecarbon.ts'
import { ciFootprint } from '../../../src/core/formulas/eco-ci.ts'
import {
  ANY_CORE_W,
  ANY_GPU_W,
  KNOWN_PUE,
  KNOWN_PUE_V2,
  UNKNOWN_PUE,
  footprint,
} from '../../../src/core/formulas/green-algorithms.ts'
import * as impact from '../../../src/core/formulas/impact-framework.ts'
import * as mlco2 from '../../../src/core/formulas/mlco2.ts'

/* Inputs and results of the tools' own code (each case says how it was computed), reproduced to 1e-9. */

interface Case {
  readonly case: string
  readonly kind?: string
  readonly plugin?: string
  readonly estimator?: string
  readonly data_version?: string
  readonly config?: Record<string, any>
  readonly input: Record<string, any>
  readonly expected: any
  readonly unrounded?: Record<string, number>
}

const cases = (name: string): Case[] =>
  JSON.parse(readFileSync(new URL(`../../fixtures/formulas/${name}.json`, import.meta.url), 'utf8')) as Case[]

function same(actual: number, wanted: number): void {
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(1e-9 * Math.abs(wanted))
}

/** Grid figures that CodeCarbon 3.3 carries for the places of its cases, g/kWh. */
const CODECARBON_GRID: Record<string, number> = {
  FRA: 56.039,
  CAN: 170.043,
  'SWE SE2': 18,
  DEU: 380.95,
  IND: 713.441,
  'gcp europe-west9': 34,
  // eGRID 2022 of Illinois, lb/MWh.
  'USA illinois': gramsPerKwhFromPoundsPerMwh(811.318),
}

describe('CodeCarbon', () => {
  test.each(cases('codecarbon').map((each) => [each.case, each] as const))(
    '%s',
    (_, { kind = '', input, expected }) => {
      expect.hasAssertions()
      if (kind.endsWith('emissions')) {
        const place = input.provider
          ? `${input.provider} ${input.region}`
          : [input.country_iso_code, input.region].filter(Boolean).join(' ')
        const grid = CODECARBON_GRID[place] ?? codecarbon.WORLD_G_PER_KWH
        same(codecarbon.emissionsKg(input.energy_kwh, grid), expected)
      } else if (kind === 'forced intensity')
        same(codecarbon.emissionsKg(input.energy_kwh, input.force_carbon_intensity_g_co2e_kwh), expected)
      else if (kind.startsWith('RAM power v3')) {
        same(codecarbon.memoryWatts(input.dimms, input.arm), expected)
        expect(codecarbon.memoryModules(input.ram_gb)).toBe(input.dimms)
      } else if (kind.startsWith('RAM power v2')) same(codecarbon.memoryWattsV2(input.ram_gb), expected)
      else if (kind.startsWith('CPU cpu_load')) same(codecarbon.loadWatts(input.tdp_w, input.cpu_load_pct), expected)
      else if (kind.includes('Threadripper'))
        same(codecarbon.threadripperWatts(input.tdp_w, input.cpu_load_pct), expected)
      else if (kind.startsWith('energy from power'))
        same(codecarbon.kilowattHours(input.power_w, input.duration_s), expected)
      else {
        const { kwh, litres } = codecarbon.totals(input.raw_kwh, input.pue, input.wue_l_per_kwh)
        same(kwh, expected.energy_consumed)
        same(litres, expected.water_consumed)
      }
    },
  )
})

test('CodeCarbon: its other modes', () => {
  expect([1, 2, 2.1, 8, 17, 33, 65, 129, 256, 5000].map(codecarbon.memoryModules)).toEqual([
    1, 1, 2, 2, 4, 4, 8, 9, 8, 32,
  ])
  expect([0, 5, 40, 100].map((load) => codecarbon.linearLoadWatts(100, load))).toEqual([10, 10, 40, 100])
  expect(codecarbon.constantWatts()).toBe(42.5)
  expect(codecarbon.processWatts(100, 0.25)).toBe(25)
  expect(codecarbon.meteredKilowattHours(3_600_000)).toBeCloseTo(1.0000008, 12)
})

describe('Cloud Carbon Footprint', () => {
  test.each(cases('ccf').map((each) => [each.case, each] as const))('%s', (_, { estimator = '', input, expected }) => {
    expect.hasAssertions()
    const pue = input.powerUsageEffectiveness
    const factor = input.emissionsFactor_t_per_kWh
    const kwh = (): number => {
      if (estimator.startsWith('Compute')) {
        return ccf.computeKwh({
          loadPercent: input.cpuUtilizationAverage_pct,
          vcpuHours: input.vCpuHours,
          minWatts: input.minWatts,
          maxWatts: input.maxWatts,
          pue,
          replication: input.replicationFactor ?? 1,
        })
      }
      if (estimator.startsWith('Memory')) return ccf.memoryKwh(input.gigabyteHours, pue, input.replicationFactor)
      if (estimator.startsWith('Networking')) return ccf.networkKwh(input.gigabytes, pue)
      if (estimator.startsWith('Storage'))
        return ccf.storageKwh(
          input.terabyteHours,
          estimator.includes('1.2') ? 'ssd' : 'hdd',
          pue,
          input.replicationFactor,
        )
      const tons = ccf.embodiedTons({
        hours: input.usageTimePeriod_h,
        vcpus: input.instancevCpu,
        largestVcpus: input.largestInstancevCpu,
        serverTons: input.scopeThreeEmissions_t,
      })
      same(tons, expected.co2e_metric_tons)
      return ccf.embodiedAsKwh(tons, factor)
    }
    same(kwh(), expected.kilowattHours)
    same(ccf.tonsOf(kwh(), factor), expected.co2e_metric_tons)
  })
})

/** Watts a core or GPU of the processors that the cases name, as the calculator's own data has them. */
const GA_WATTS: Record<string, number> = { 'Xeon E5-2683 v4': 7.5, 'NVIDIA Tesla V100': 300, Any: ANY_CORE_W }

describe('Green Algorithms', () => {
  test.each(cases('green-algorithms').map((each) => [each.case, each] as const))(
    '%s',
    (_, { data_version, input, expected }) => {
      expect.hasAssertions()
      const unknown = data_version?.startsWith('v2') ? UNKNOWN_PUE.v2 : UNKNOWN_PUE.v3
      // A data centre of a provider has a PUE of its own; the case says which was used.
      const pue = input.pue ?? (input.provider ? expected.PUE_used : unknown)
      same(pue, expected.PUE_used)
      const { watts, kwh, grams, cpuGrams, gpuGrams, memoryGrams, treeMonths } = footprint({
        hours: input.hours + input.minutes / 60,
        ...(input.nC
          ? { cores: { count: input.nC, wattsEach: input.tdpC ?? GA_WATTS[input.cpu], usage: input.uC ?? 1 } }
          : {}),
        ...(input.nG ? { gpus: { count: input.nG, wattsEach: GA_WATTS[input.gpu]! } } : {}),
        memoryGb: input.mem,
        pue,
        gramsPerKwh: expected.carbonIntensity,
      })
      same(watts, expected.power_needed_w)
      same(kwh, expected.energy_needed_kwh)
      same(grams, expected.carbonEmissions_g)
      same(cpuGrams, expected.CE_CPU_g)
      same(gpuGrams, expected.CE_GPU_g)
      same(memoryGrams, expected.CE_memory_g)
      same(treeMonths, expected.treeMonths)
    },
  )

  test('defaults for an unknown core, GPU and provider, by version', () => {
    expect([ANY_CORE_W, ANY_GPU_W]).toEqual([12, 200])
    expect([KNOWN_PUE_V2.gcp, KNOWN_PUE_V2.azure, KNOWN_PUE.gcp, KNOWN_PUE.azure]).toEqual([1.11, 1.125, 1.12, 1.12])
  })
})

describe('MLCO2', () => {
  test.each(cases('mlco2').map((each) => [each.case, each] as const))('%s', (_, { input, expected, unrounded }) => {
    expect.hasAssertions()
    const exact = input.custom_kgco2_per_kwh ?? input.region_gco2_per_kwh / 1000
    const { kwh, kg } = mlco2.impact(input.tdp_w, input.hours, exact)
    same(kwh, unrounded!.energy_kwh!)
    same(kg, unrounded!.co2_kg!)
    const grid = input.custom_kgco2_per_kwh ?? mlco2.shownGrid(input.region_gco2_per_kwh)
    // What a region's provider offsets is in the tool's data: all or nothing in these cases.
    const offset = input.custom_offset_pct ?? (expected.offset_kg > 0 ? 100 : 0)
    expect(mlco2.shownImpact(input.tdp_w, input.hours, grid, offset)).toEqual({
      kwh: expected.energy_kwh,
      kgPerKwh: expected.impact_kg_per_kwh,
      kg: expected.co2_kg,
      offsetKg: expected.offset_kg,
    })
  })
})

describe('Impact Framework and SCI', () => {
  test.each(cases('impact-framework-sci').map((each) => [each.case, each] as const))(
    '%s',
    (_, { plugin = '', config = {}, input, expected }) => {
      expect.hasAssertions()
      if (plugin === 'SciEmbodied') {
        const model = {
          ...impact.EMBODIED_DEFAULTS,
          ...(config.lifespan
            ? {
                baselineGrams: config['baseline-emissions'],
                baselineVcpus: config['baseline-vcpus'],
                baselineMemoryGb: config['baseline-memory'],
                gramsPerVcpu: config['vcpu-emissions-constant'],
                gramsPerGb: config['memory-emissions-constant'],
                gramsPerSsd: config['ssd-emissions-constant'],
                gramsPerHdd: config['hdd-emissions-constant'],
                gramsPerGpu: config['gpu-emissions-constant'],
                lifetimeSeconds: config.lifespan,
              }
            : {}),
        }
        const use = {
          seconds: input.duration,
          vcpus: input.vCPUs ?? 1,
          memoryGb: input.memory ?? 16,
          ssds: input.ssd ?? 0,
          usageRatio: input['usage-ratio'] ?? 1,
        }
        same(impact.embodiedCarbon(use, model), expected['embodied-carbon'])
      } else if (plugin === 'Sci') same(impact.sci(input.carbon, input[config['functional-unit']]), expected.sci)
      else if (plugin.startsWith('Interpolation')) {
        const points = (config.x as number[]).map((x, index) => [x, config.y[index]] as const)
        same(impact.interpolated(points, input['cpu/utilization']), expected['cpu-factor'])
      } else if (plugin === 'pipeline') {
        const kwh = impact.teadsKwh({
          loadPercent: input['cpu/utilization'],
          seconds: input.duration_s,
          tdpW: input.tdp_w,
          vcpus: input.vcpus_allocated,
          allVcpus: input.vcpus_total,
        })
        same(kwh, expected['cpu/energy'])
        const operational = operationalGrams(kwh + input.network_energy_kwh, input.grid_gco2_per_kwh)
        same(operational, expected['carbon-operational'])
        const embodied = impact.embodiedCarbon({ seconds: input.duration_s })
        same(embodied, expected['embodied-carbon'])
        same(impact.sci(operational + embodied, 1), expected.sci)
      } else {
        const embodied = embodiedGrams({
          totalGrams: input.TE_g,
          seconds: input.TiR_s,
          lifetimeSeconds: input.EL_s,
          reserved: input.RR,
          available: input.ToR,
        })
        same(embodied, expected.M_g)
        same(operationalGrams(input.E_kwh, input.I_g_per_kwh), expected.O_g)
        same(sciGramsPerUnit(input.E_kwh, input.I_g_per_kwh, embodied, input.R), expected.SCI_g_per_R)
      }
    },
  )
})

test.each(cases('eco-ci').map((each) => [each.case, each] as const))('Eco-CI: %s', (_, { input, expected }) => {
  expect.hasAssertions()
  const { kwh, operationalGrams, embodiedGrams } = ciFootprint({
    joules: input.energy_j,
    seconds: input.time_s,
    gramsPerKwh: input.ci_g,
    machineGrams: input.sci_m_g,
    lifeSeconds: input.usage_duration_s,
  })
  // The tool rounds to nine decimals, and goes on with what it rounded.
  expect(Number(kwh.toFixed(9))).toBe(expected.kwh)
  expect(operationalGrams).toBeCloseTo(expected.co2_energy_g, 6)
  expect(Number((expected.kwh * input.ci_g).toFixed(9))).toBe(expected.co2_energy_g)
  expect(Number(embodiedGrams.toFixed(9))).toBe(expected.co2_embodied_g)
})

test.each(cases('water').map((each) => [each.case, each] as const))('water: %s', (_, { input, expected }) => {
  expect.hasAssertions()
  const { onsite, offsite, total } = waterLitres(input.E_it_kwh, input.wue_onsite, input.pue, input.ewif)
  same(onsite, expected.onsite_l)
  same(offsite, expected.offsite_l)
  same(total, expected.total_l)
})

test('the worked example: 10 h x 4 x 0.3 kW x PUE 1.5 x 450 g/kWh', () => {
  expect.hasAssertions()
  same(operationalGrams(energyKwh(10, 4, 0.3) * 1.5, 450), 8100)
})
