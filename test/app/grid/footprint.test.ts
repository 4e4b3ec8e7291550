import { describe, expect, it } from 'vitest'
import { DEFAULTS, type SetValues, type Settings } from '../../../src/app/settings/table.ts'
import { estimated } from '../../../src/app/plan/estimate.ts'
import { runnerEmbodied } from '../../../src/app/join/runner-hardware.ts'
import { runnerPower } from '../../../src/app/join/runner-power.ts'
import { findSite } from '../../../src/app/grid/site-factors.ts'
import type { UnjudgedReport } from '../../../src/core/unjudged.ts'

const settings = (given: SetValues): Settings => ({ ...DEFAULTS, ...given })

async function plan(given: SetValues): Promise<UnjudgedReport> {
  const all = settings({ hours: 1, ...given })
  return estimated(all, await findSite(all, { access: { gridToken: null } }))
}

const SLICE: SetValues = { cpu: 'AMD EPYC 7763 64-Core Processor', vcpus: 4, utilization: 40, region: 'azure:eastus' }

describe('footprint of hardware by name', () => {
  it('counts 0.5 to 1.3 g/h for the 4-vCPU slice of an EPYC 7763, with boundary, lifetime and range', async () => {
    const { emissions, hardware, basis } = await plan(SLICE)
    expect(emissions.embodied_g).toBeGreaterThan(0.5)
    expect(emissions.embodied_g).toBeLessThan(1.3)
    expect(emissions.total_g).toBeCloseTo((emissions.operational_g ?? 0) + (emissions.embodied_g ?? 0), 9)
    expect(hardware).toMatchObject({ boundary: 'host', lifetime_years: 6 })
    expect(hardware?.low_g).toBeLessThan(0.53)
    expect(hardware?.high_g).toBeGreaterThan(1.3)
    expect(basis.not_counted).not.toContain('manufacture of the hardware')
  })

  it('uses the same for the runner class of an unmeasured job', () => {
    const runner = runnerPower({}, false)(['ubuntu-latest'])
    const grams = runner && runnerEmbodied(runner, 3600, { embodied: true })
    expect(grams?.value).toBeGreaterThan(0.5)
    expect(grams?.value).toBeLessThan(1.3)
    expect(runner && runnerEmbodied(runner, 3600, { embodied: false })).toBeNull()
  })

  it('takes the manufacturing share alone for a hosted Mac', () => {
    const runner = runnerPower({}, false)(['macos-15'])
    const grams = runner && runnerEmbodied(runner, 3600, { embodied: true })
    // 92.88 kg over 6 years, 3 of 8 cores.
    expect(grams?.value).toBeCloseTo((92_880 / (6 * 8760)) * (3 / 8), 6)
  })

  it('knows nothing of the hardware behind watts', async () => {
    const { emissions, hardware, basis } = await plan({ watts: 300, region: 'azure:eastus' })
    expect(emissions.embodied_g).toBeNull()
    expect(hardware).toBeNull()
    expect(emissions.total_g).toBe(emissions.operational_g)
    expect(basis.not_counted).toContain('manufacture of the hardware')
    const runner = runnerPower({ own: { watts: 40 } as never }, false)(['own'])
    expect(runner && runnerEmbodied(runner, 3600, { embodied: true })).toBeNull()
  })

  it('knows nothing of the manufacture of a laptop', async () => {
    const { emissions } = await plan({ cpu: 'Intel Core i7-1165G7', zone: 'DE' })
    expect(emissions.embodied_g).toBeNull()
  })

  it('counts cards without their host, and says so', async () => {
    const { emissions, hardware } = await plan({ gpu: 'H100', gpus: 8, region: 'aws:us-east-1' })
    expect(emissions.embodied_g).toBeCloseTo((1_312_000 / (6 * 8760)) * 1, 6)
    expect(hardware?.boundary).toBe('card')
  })

  it('takes a lifetime as given, and leaves the hardware out on demand', async () => {
    const { hardware } = await plan({ ...SLICE, 'lifetime-years': 4 })
    expect(hardware?.lifetime_years).toBe(4)
    const usual = await plan(SLICE)
    expect(hardware?.low_g).toBeGreaterThan(usual.hardware?.low_g ?? Infinity)
    const without = await plan({ ...SLICE, embodied: false })
    expect(without.emissions.embodied_g).toBeNull()
    expect(without.emissions.total_g).toBe(without.emissions.operational_g)
  })

  it('gives an own machine 4 years', async () => {
    const { hardware } = await plan({ cpu: 'AMD EPYC 7763', zone: 'DE' })
    expect(hardware?.lifetime_years).toBe(4)
  })
})

describe('water of a site', () => {
  it('counts water on site and off site in a cloud', async () => {
    const { water, energy, pue } = await plan({ ...SLICE, region: 'aws:eu-central-1' })
    const kwh = (energy.it_wh ?? 0) / 1000
    expect(water?.onsite_l).toBeCloseTo(kwh * 0.01, 12)
    expect(water?.offsite_l).toBeCloseTo(kwh * (pue ?? 0) * 2.007619112373087, 9)
    expect(water?.total_l).toBeCloseTo((water?.onsite_l ?? 0) + (water?.offsite_l ?? 0), 12)
    expect(water?.low_l).toBeLessThan(water?.total_l ?? 0)
    expect(water?.high_l).toBeGreaterThan(water?.total_l ?? Infinity)
    expect(water?.without_hydro_l).toBeLessThan(water?.total_l ?? 0)
  })

  it('leaves on-site and total water unknown outside of known clouds', async () => {
    const { water } = await plan({ watts: 300, zone: 'SE' })
    expect(water).toMatchObject({ onsite_l: null, total_l: null })
    expect(water?.offsite_l).toBeGreaterThan(2)
  })

  it('knows no water of an unknown place', async () => {
    expect((await plan({ watts: 300, intensity: 450 })).water).toBeNull()
  })
})
