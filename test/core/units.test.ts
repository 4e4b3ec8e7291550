import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConfigurationError } from '../../src/core/errors.ts'
import { parseNumber } from '../../src/core/quantity.ts'
import { gramsPerKwhFromPoundsPerMwh, limitUnit } from '../../src/core/units.ts'

describe('units', () => {
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
    ['000.10', 0.1],
    ['.1', 0.1],
    ['123456789012345', 123_456_789_012_345],
    ['0.30000000000001', 0.30000000000001],
    ['18446744073709551616', 2 ** 64],
  ])('reads %j', (text, value) => expect(parseNumber(text)).toBe(value))
  it('gives every plain decimal as Number() does', () => {
    const decimal = fc.tuple(fc.stringMatching(/^\d{1,16}$/), fc.stringMatching(/^(?:\.\d{0,16})?$/))
    fc.assert(
      fc.property(decimal, (parts) => {
        expect(parseNumber(parts.join(''))).toBe(Number(parts.join('')))
      }),
    )
  })
})
