import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConfigurationError, QuantityError } from '../../src/core/errors.ts'
import { parseNumber } from '../../src/core/quantity.ts'
import {
  type EnergyUnit,
  JOULES_PER,
  convertEnergy,
  convertMass,
  convertVolume,
  gramsPerKwhFromPoundsPerMwh,
  limitUnit,
} from '../../src/core/units.ts'

describe('conversions', () => {
  it.each([
    [450, 'g', 'kg', 0.45],
    [1, 't', 'g', 1_000_000],
    [1, 'lb', 'g', 453.59237],
    [5, 'mg', 'g', 0.005],
  ] as const)('%d %s is %s', (value, from, to, expected) => {
    expect(convertMass(value, from, to)).toBe(expected)
  })

  it('3,600 J is 1 Wh, 1 MWh is 1,000 kWh, 250 mL is 0.25 L', () => {
    expect(convertEnergy(3600, 'J', 'Wh')).toBe(1)
    expect(convertEnergy(1, 'MWh', 'kWh')).toBe(1000)
    expect(convertVolume(250, 'mL', 'L')).toBe(0.25)
  })

  it('are reversible', () => {
    const unit = fc.constantFrom(...(Object.keys(JOULES_PER) as EnergyUnit[]))
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), unit, unit, (value, from, to) => {
        expect(convertEnergy(convertEnergy(value, from, to), to, from) / value).toBeCloseTo(1, 12)
      }),
    )
  })

  it('reject negative numbers and NaN', () => {
    expect(() => convertMass(-1, 'g', 'kg')).toThrow(QuantityError)
    expect(() => convertEnergy(Number.NaN, 'J', 'Wh')).toThrow(QuantityError)
  })

  it('1,000 lb/MWh is 453.59237 g/kWh', () => {
    expect(gramsPerKwhFromPoundsPerMwh(1000)).toBeCloseTo(453.59237, 10)
  })

  it('find the metric of a unit', () => {
    expect(limitUnit('kg')).toEqual({ metric: 'emissions', factor: 1000 })
    expect(limitUnit('Wh')).toEqual({ metric: 'energy', factor: 1 })
    expect(limitUnit('mL')).toEqual({ metric: 'water', factor: 0.001 })
    expect(() => limitUnit('ug')).toThrow(ConfigurationError)
    expect(() => limitUnit('constructor')).toThrow(ConfigurationError)
  })
})

describe('written numbers', () => {
  it.each(['', ' ', '0x10', '1,5', '12abc', 'NaN', 'Infinity', '1e999', '--1', '1_000', '٣', '1 2', '.', 'e5'])(
    'refuses %j',
    (text) => expect(parseNumber(text)).toBeNull(),
  )
  it.each([
    ['1', 1],
    ['+1.5', 1.5],
    ['-2e-3', -0.002],
    ['.5', 0.5],
    [' 7. ', 7],
    ['1E3', 1000],
  ])('reads %j', (text, value) => expect(parseNumber(text)).toBe(value))
})
