import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QuantityError } from '../../src/core/errors.ts'
import {
  checkedPue,
  embodiedGrams,
  energyKwh,
  operationalGrams,
  sciGramsPerUnit,
  waterLitres,
  withPue,
  withoutPue,
} from '../../src/core/formula.ts'
import { numberBetween } from '../number-between.ts'

/** Numbers that no quantity can have. */
const impossible = fc.oneof(
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  fc.double({ max: -Number.MIN_VALUE, noNaN: true }),
)
const amount = numberBetween(0, 1e9)

describe('the worked example of the README', () => {
  it('is 12 kWh, 18 kWh with PUE, 8,100 g', () => {
    const kwh = energyKwh(10, 4, 0.3)
    expect(kwh).toBe(12)
    expect(withPue(kwh, 1.5)).toBe(18)
    expect(operationalGrams(18, 450)).toBe(8100)
  })
})

describe('formulas reject invalid quantities', () => {
  const formulas: Record<string, (bad: number, good: number) => number> = {
    hours: (bad, good) => energyKwh(bad, good, good),
    processors: (bad, good) => energyKwh(good, bad, good),
    kilowatts: (bad, good) => energyKwh(good, good, bad),
    energy: (bad) => withPue(bad, 1.2),
    pue: (bad, good) => withPue(good, bad),
    'pue taken out': (bad, good) => withoutPue(good, bad),
    kwh: (bad, good) => operationalGrams(bad, good),
    intensity: (bad, good) => operationalGrams(good, bad),
    units: (bad, good) => sciGramsPerUnit(good, good, good, bad),
    'water energy': (bad, good) => waterLitres(bad, good, 1, good).total,
    wue: (bad, good) => waterLitres(good, bad, 1, good).total,
    embodied: (bad, good) =>
      embodiedGrams({ totalGrams: bad, seconds: good, lifetimeSeconds: 1, reserved: good, available: 1 }),
    lifetime: (bad, good) =>
      embodiedGrams({ totalGrams: good, seconds: good, lifetimeSeconds: bad, reserved: good, available: 1 }),
  }
  it.each(Object.entries(formulas))('%s', (_, formula) => {
    fc.assert(
      fc.property(impossible, amount, (bad, good) => {
        expect(() => formula(bad, good)).toThrow(QuantityError)
      }),
    )
  })

  const whole = { totalGrams: 1, seconds: 1, lifetimeSeconds: 1, reserved: 1, available: 1 }
  it.each<[string, () => unknown]>([
    ['hours', () => energyKwh(-1, 1, 1)],
    ['processors', () => energyKwh(1, -1, 1)],
    ['kilowatts', () => energyKwh(1, 1, -1)],
    ['energy', () => withPue(-1, 1)],
    ['pue', () => withPue(1, 0)],
    ['pue', () => withPue(1, 10.1)],
    ['energy', () => withoutPue(-1, 1)],
    ['energy', () => operationalGrams(-1, 1)],
    ['grid intensity', () => operationalGrams(1, -1)],
    ['seconds', () => embodiedGrams({ ...whole, seconds: -1 })],
    ['lifetime', () => embodiedGrams({ ...whole, lifetimeSeconds: 0 })],
    ['reserved', () => embodiedGrams({ ...whole, reserved: -1 })],
    ['available', () => embodiedGrams({ ...whole, available: 0 })],
    ['embodied total', () => embodiedGrams({ ...whole, totalGrams: -1 })],
    ['embodied', () => sciGramsPerUnit(1, 1, -1, 1)],
    ['units', () => sciGramsPerUnit(1, 1, 1, 0)],
    ['energy', () => waterLitres(-1, 1, 1, 1)],
    ['WUE', () => waterLitres(1, -1, 1, 1)],
    ['EWIF', () => waterLitres(1, 1, 1, -1)],
  ])('name the quantity: %s', (name, compute) => {
    expect(compute).toThrow(new RegExp(`^${name} is `))
  })

  it('reject a PUE below 1, a lifetime of 0, units of 0', () => {
    expect(() => checkedPue(0.99)).toThrow(QuantityError)
    expect(() => sciGramsPerUnit(1, 1, 1, 0)).toThrow(QuantityError)
    expect(() => embodiedGrams({ totalGrams: 1, seconds: 1, lifetimeSeconds: 0, reserved: 1, available: 1 })).toThrow(
      QuantityError,
    )
  })
})

describe('embodied and water', () => {
  it('spreads the hardware over its life and its capacity', () => {
    const year = 31_536_000
    expect(
      embodiedGrams({ totalGrams: 1_000_000, seconds: 3600, lifetimeSeconds: 4 * year, reserved: 4, available: 128 }),
    ).toBeCloseTo((1_000_000 * 3600 * 4) / (4 * year * 128), 12)
  })

  it('counts water on site and at the power station', () => {
    const litres = waterLitres(1, 0.3, 1.2, 3.14)
    expect(litres.onsite).toBe(0.3)
    expect(litres.offsite).toBeCloseTo(3.768, 12)
    expect(litres.total).toBeCloseTo(4.068, 12)
  })

  it('removes a PUE that it added', () => {
    fc.assert(
      fc.property(amount, numberBetween(1, 10), (energy, pue) => {
        expect(withoutPue(withPue(energy, pue), pue)).toBeCloseTo(energy, 3)
      }),
    )
  })
})
