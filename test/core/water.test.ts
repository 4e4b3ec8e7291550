import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { QuantityError } from '../../src/core/errors.ts'
import { makeRange } from '../../src/core/range.ts'
import { type Fuel, type SiteWater, waterIntensity, waterUse } from '../../src/core/water.ts'
import { GALLONS_PER_MWH, ewifOf, wueOf } from '../../src/data/water.ts'

interface Case {
  readonly id: string
  readonly input: {
    readonly E_it_kwh: number
    readonly wue_l_per_kwh: number
    readonly pue: number
    readonly mix_twh: Readonly<Record<string, number>>
    readonly gal_per_mwh: Readonly<Record<string, number>>
  }
  readonly expected: Readonly<Record<string, number>>
}

const CASES = JSON.parse(
  readFileSync(new URL('../fixtures/formulas/water-country.json', import.meta.url), 'utf8'),
) as Case[]

/** The vectors call three fuels by longer names. */
function byFuel(amounts: Readonly<Record<string, number>>): Partial<Record<Fuel, number>> {
  const names: Readonly<Record<string, Fuel>> = {
    hydroelectricity: 'hydro',
    other_renewable_exc_biofuel: 'other_renewable',
  }
  return Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [names[name] ?? name, amount]))
}

const site = (wue: number | null, ewif: number | null, withoutHydro = 0): SiteWater => ({
  wue: wue === null ? null : { lPerKwh: makeRange(wue), source: 'test' },
  ewif: ewif === null ? null : { lPerKwh: ewif, withoutHydro, source: 'test' },
})

describe('water', () => {
  it.each(CASES)('reproduces the vector $id', ({ input, expected }) => {
    const intensity = waterIntensity(byFuel(input.mix_twh), byFuel(input.gal_per_mwh))
    expect(intensity.lPerKwh).toBeCloseTo(expected['ewif_l_per_kwh'] as number, 9)
    expect(intensity.withoutHydro).toBeCloseTo(expected['ewif_without_hydro'] as number, 9)
    const water = waterUse(
      makeRange(input.E_it_kwh * 1000),
      makeRange(input.pue),
      site(input.wue_l_per_kwh, intensity.lPerKwh, intensity.withoutHydro),
    )
    expect(water?.onsiteL).toBeCloseTo(expected['onsite_l'] as number, 9)
    expect(water?.offsiteL).toBeCloseTo(expected['offsite_l'] as number, 9)
    expect(water?.totalL).toBeCloseTo(expected['total_l'] as number, 9)
  })

  it.each([
    ['US', 2.69],
    ['US-CAL-CISO', 2.69],
    ['FR', 3.65],
    ['DE', 2.01],
    ['IN', 3.41],
    ['SE', 7.69],
    ['SE-SE3', 7.69],
  ])('electricity of %s takes %s L/kWh', (zone, litres) => {
    expect(ewifOf(zone)?.lPerKwh).toBeCloseTo(litres, 2)
  })

  it('shows how much of it is evaporation from reservoirs', () => {
    expect(ewifOf('SE')?.withoutHydro).toBeCloseTo(0.94, 2)
    expect(ewifOf('NO')?.withoutHydro).toBeCloseTo(0.038, 3)
  })

  it('uses the figure of the country that supplies a place without its own figure', () => {
    expect(ewifOf('AD')).toEqual(ewifOf('ES'))
    expect(ewifOf('WORLD')?.lPerKwh).toBeGreaterThan(2)
    expect(ewifOf('WORLD')?.lPerKwh).toBeLessThan(5)
    expect(ewifOf('ATLANTIS')).toBeNull()
    expect(ewifOf(null)).toBeNull()
  })

  it('counts the PUE once: on site by the energy before it, off site by the energy after it', () => {
    const water = waterUse(makeRange(1000), makeRange(1.5), site(0.2, 3))
    expect(water?.onsiteL).toBeCloseTo(0.2, 12)
    expect(water?.offsiteL).toBeCloseTo(4.5, 12)
  })

  it('leaves on-site and total water unknown without a WUE', () => {
    const water = waterUse(makeRange(1000), makeRange(1), site(null, 2, 1))
    expect(water).toMatchObject({ onsiteL: null, totalL: null, offsiteL: 2, withoutHydroL: 1 })
    expect(water?.lowL).toBeCloseTo(0.8, 12)
    expect(water?.highL).toBeCloseTo(3.9, 12)
    expect(waterUse(makeRange(1000), makeRange(1), site(null, null))).toBeNull()
  })

  it('spans 0.40 to 1.95 of the off-site water', () => {
    const water = waterUse(makeRange(1000), makeRange(1), site(0.5, 2))
    expect(water?.lowL).toBeCloseTo(0.5 + 0.8, 12)
    expect(water?.highL).toBeCloseTo(0.5 + 3.9, 12)
  })

  it('rejects invalid quantities', () => {
    expect(() => waterIntensity({}, GALLONS_PER_MWH)).toThrow(QuantityError)
    expect(() => waterIntensity({ coal: -1, gas: 2 }, GALLONS_PER_MWH)).toThrow(QuantityError)
    expect(() => waterIntensity({ coal: 1 }, {})).toThrow(QuantityError)
    expect(() => waterUse(makeRange(1), makeRange(0.9), site(0.1, 1))).toThrow(QuantityError)
  })
})

describe('water usage effectiveness', () => {
  it("is the region's where AWS publishes it, else the provider's mean", () => {
    expect(wueOf('aws', 'eu-central-1')?.lPerKwh.value).toBe(0.01)
    expect(wueOf('aws', 'ap-southeast-3')?.lPerKwh.value).toBe(2.75)
    expect(wueOf('aws', 'me-south-1')?.lPerKwh.value).toBe(0.15)
    expect(wueOf('azure', 'eastus')?.lPerKwh.value).toBe(0.27)
    expect(wueOf('gcp', null)?.lPerKwh.value).toBe(1.15)
  })

  it('is unknown elsewhere', () => {
    expect(wueOf(null, null)).toBeNull()
    expect(wueOf('oracle', 'eu-frankfurt-1')).toBeNull()
    expect(wueOf('constructor', null)).toBeNull()
  })
})
