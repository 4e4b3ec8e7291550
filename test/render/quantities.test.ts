import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Family,
  bareColumn,
  change,
  decimal,
  digitsOf,
  duration,
  minutes,
  percent,
  plain,
  quantities,
  quantity,
  quantityBeside,
  rangeOf,
  shareOf,
  shareUsed,
} from '../../src/render/quantities.ts'
import { roundedToSum, sharesToShow } from '../../src/render/rounded-sums.ts'

const shown = (text: string | null): string => plain(text ?? 'null')

describe('figures for people', () => {
  it.each([
    [0.08, '8 % of 5 g'],
    [29.1, '29.1 times 5 g'],
  ])('a share of %s stands before what it is of', (share, text) => {
    expect(shown(shareOf(percent(share), '5 g'))).toBe(text)
  })

  it.each([
    [0.76, '76 % used'],
    [1.0004, 'just over 100 % used'],
    [1060, 'used 1,060 times'],
  ])('a share of %s that is used up over time says how much was used', (share, text) => {
    expect(shown(shareUsed(percent(share)))).toBe(text)
  })

  it.each<[number, Family, string]>([
    [0, 'g', '0 g'],
    [1e-9, 'g', 'under 0.01 mg'],
    [2e-5, 'g', '0.02 mg'],
    [0.0412, 'g', '41.2 mg'],
    [0.41, 'g', '0.41 g'],
    [0.9996, 'g', '1 g'],
    [999.6, 'g', '1 kg'],
    [8100, 'g', '8.1 kg'],
    [12_345_678, 'g', '12.3 t'],
    [5e9, 'g', '5,000 t'],
    [0.0019, 'wh', '1.9 mWh'],
    [18_000, 'wh', '18 kWh'],
    [0.0003, 'l', '0.3 mL'],
    [17_300, 'l', '17,300 L'],
    [59.5, 'w', '59.5 W'],
    [-3, 'g', '-3 g'],
  ])('%s %s is %s', (value, family, text) => {
    expect(shown(quantity(value, family))).toBe(text)
  })

  it('are a dash when they are not known', () => {
    expect([quantity(null, 'g'), quantity(Number.NaN, 'wh'), duration(null)]).toEqual(['–', '–', '–'])
  })

  it('have at most three digits, no exponent, and no zero for something', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-12, max: 9e8, noNaN: true }),
        fc.constantFrom<Family>('g', 'wh', 'l', 'w'),
        (value, family) => {
          const text = shown(quantity(value, family))
          expect(text).toMatch(/^(?:under )?[\d,.]+ \S+$/)
          const digits =
            /[\d,.]+/
              .exec(text)?.[0]
              .replace(/[,.]/g, '')
              .replace(/^0+|0+$/g, '') ?? ''
          expect(digits.length).toBeGreaterThan(0)
          expect(digits.length).toBeLessThanOrEqual(3)
        },
      ),
    )
  })

  it('are the figure again within their digits', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 1e6, noNaN: true }), (value) => {
        const [number = '', unit = ''] = shown(quantity(value, 'g')).split(' ')
        const size = { mg: 1e-3, g: 1, kg: 1e3, t: 1e6 }[unit] ?? Number.NaN
        expect(Math.abs(Number(number.replaceAll(',', '')) * size - value) / value).toBeLessThan(0.0051)
      }),
    )
  })

  it.each([
    [0, '0 %', '±0 %'],
    [0.0004, 'under 0.1 %', '±0 %'],
    [0.004, '0.4 %', '+0.4 %'],
    [0.082, '8 %', '+8 %'],
    [0.9996, '99.9 %', '+100 %'],
    [1, '100 %', '+100 %'],
    [1.00001, 'just over 100 %', '+100 %'],
    [1.84, '184 %', '+184 %'],
    [12.46, '12.5 times', '13 times as much'],
    [1e9, 'over a million times', '1 billion times as much'],
  ])('a share of %s is %s, a change %s', (share, part, grown) => {
    expect([shown(percent(share)), shown(change(share))]).toEqual([part, grown])
  })

  it.each([
    [0.001, 'under 0.01 s'],
    [0.4, '0.4 s'],
    [61, '61 s'],
    [99.6, '1 min 40 s'],
    [252, '4 min 12 s'],
    [3599.7, '1 h'],
    [11_100, '3 h 5 min'],
    [190_000, '2 d 5 h'],
  ])('%s s is %s', (seconds, text) => {
    expect(shown(duration(seconds))).toBe(text)
  })

  it('show a range once, in one unit', () => {
    expect(shown(rangeOf({ value: null, low: 0.33, high: 0.52 }, 'g'))).toBe('0.33 to 0.52 g')
    expect(shown(rangeOf({ value: null, low: 800, high: 1200 }, 'g'))).toBe('0.8 to 1.2 kg')
    expect(shown(rangeOf({ value: null, low: 0.0001, high: 0.5 }, 'g'))).toBe('0.1 mg to 0.5 g')
    expect(rangeOf({ value: null, low: null, high: 1 }, 'g')).toBeNull()
  })

  it('have as many digits as their range deserves', () => {
    const digits = (low: number | null, high: number | null): number => digitsOf({ value: 1, low, high })
    expect([digits(0.8, 1.2), digits(0.97, 1.03), digits(null, null)]).toEqual([2, 3, 3])
    expect([decimal(0.0834, 2), decimal(12.34), decimal(8100)]).toEqual(['0.083', '12.3', '8,100'])
  })

  it('of one column are alike', () => {
    const { unit, show } = bareColumn([18.4, 5.1, 0.001, null], 'wh')
    expect([18.4, 5.1, 0.001, null].map(show)).toEqual(['18.4', '5.1', 'under 0.1', '–'])
    expect([unit, minutes(4), minutes(104.4), minutes(3723), minutes(null)]).toEqual([
      'Wh',
      '0:04',
      '1:44',
      '62:03',
      '–',
    ])
  })
})

describe('figures that a reader adds up', () => {
  const sizes = fc.array(fc.double({ min: 1.5, max: 500, noNaN: true }), { minLength: 2, maxLength: 14 })
  const sumOf = (values: readonly (number | null)[]): number =>
    values.reduce<number>((sum, value) => sum + (value ?? 0), 0)

  it('add up to the shown total, each within one place of its own value', () => {
    fc.assert(
      fc.property(sizes, (values) => {
        // Each is shown as at least 1, so a smaller total has no such parts.
        fc.pre(Math.round(sumOf(values)) >= values.length)
        const rounded = roundedToSum(values, sumOf(values), 1) as number[]
        expect(sumOf(rounded)).toBeCloseTo(Math.round(sumOf(values)), 6)
        for (const [at, value] of values.entries()) expect(Math.abs((rounded[at] ?? 0) - value)).toBeLessThan(1.5)
        expect(Math.min(...rounded)).toBeGreaterThanOrEqual(1)
      }),
    )
  })

  it('stay as they are where one is unknown or they are not the parts of the total', () => {
    expect(roundedToSum([1.4, null], 1.4, 1)).toEqual([1.4, null])
    expect(roundedToSum([1.4, 1.4], 9, 1)).toEqual([1.4, 1.4])
    expect(roundedToSum([1.4], null, 1)).toEqual([1.4])
  })

  it('are never more than the whole as shares', () => {
    fc.assert(
      fc.property(sizes, (values) => {
        const percents = sharesToShow(values.map((value) => value / sumOf(values))).map(percent)
        expect(sumOf(percents.map((text) => Number.parseInt(text, 10) || 0))).toBeLessThanOrEqual(100)
      }),
    )
    expect(sharesToShow([0.335, 0.335, 0.33]).map(percent).map(shown)).toEqual(['34 %', '33 %', '33 %'])
  })
})

describe('one unit', () => {
  it.each([
    { spread: { value: 839, low: 420.3, high: 1362 }, family: 'g', text: '420 to 1,360 g' },
    { spread: { value: 0.95, low: 0.51, high: 1.2 }, family: 'g', text: '0.51 to 1.2 g' },
    { spread: { value: 0.095, low: 0.05, high: 0.18 }, family: 'g', text: '50 to 180 mg' },
    { spread: { value: 0, low: 0, high: 2 }, family: 'g', text: '0 to 2 g' },
    { spread: { value: 1, low: 0.5, high: 90_000 }, family: 'g', text: '0.5 g to 90 kg' },
  ] as const)('is that of the figure beside the range $text', ({ spread, family, text }) => {
    expect(plain(rangeOf(spread, family) ?? '')).toBe(text)
  })

  it.each([
    { value: 866, whole: 5800, text: '0.87 kg' },
    { value: 0.4, whole: 5800, text: '0.4 g' },
    { value: 3, whole: null, text: '3 g' },
    { value: null, whole: 5800, text: '–' },
  ])('of a part of $value g beside $whole g: $text', ({ value, whole, text }) => {
    expect(plain(quantityBeside(value, whole, 'g'))).toBe(text)
  })

  it.each([
    { values: [0.1, 0.079, 0.04], texts: ['100 mWh', '79 mWh', '40 mWh'] },
    { values: [1200, 980, null], texts: ['1,200 Wh', '980 Wh', '–'] },
    { values: [5e6, 2], texts: ['5 MWh', '2 Wh'] },
    { values: [0, 3], texts: ['0 Wh', '3 Wh'] },
  ])('is that of all compared figures: $texts', ({ values, texts }) => {
    expect(quantities(values, 'wh').map(plain)).toEqual(texts)
  })
})
