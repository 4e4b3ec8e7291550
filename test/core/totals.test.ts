import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Part } from '../../src/core/report.ts'
import { cappedParts, mineralsOfParts, totalsOfParts } from '../../src/core/totals.ts'
import { part } from '../fixtures/report.ts'
import { numberBetween } from '../number-between.ts'

const job = (litres: number | null, embodied: number | null): Part => ({
  ...part('job', 'a', 60),
  emissions: { operational_g: 1, embodied_g: embodied, total_g: 1 + (embodied ?? 0), low_g: null, high_g: null },
  water: litres === null ? null : { total_l: litres },
})
const amount = numberBetween(0, 1e6)

describe('the method of a sum', () => {
  const logged = (method: Part['method'], wh: number | null): Part => ({
    ...part('run', 'a', 60),
    method,
    energy: { ...part('run', 'a', 60).energy, it_wh: wh },
  })

  it('is that of an estimate whose energy is unknown, such as emissions on a model card', () => {
    expect(totalsOfParts([logged('measured', 100), logged('estimated', null)]).method).toBe('estimated')
    expect(totalsOfParts([logged('measured', null), logged('measured', 100)]).method).toBe('measured')
    expect(totalsOfParts([logged('measured', 100), logged('estimated', 4)]).method).toBe('measured')
  })
})

describe('water and hardware of parts', () => {
  it('sum to those of the whole, also when parts are merged', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 20 }), (amounts) => {
        const parts = amounts.map(([litres, grams]) => job(litres, grams))
        for (const summed of [parts, cappedParts(parts, 3)]) {
          const { water, emissions } = totalsOfParts(summed)
          expect(water?.total_l).toBeCloseTo(
            amounts.reduce((sum, [litres]) => sum + litres, 0),
            5,
          )
          expect(emissions.embodied_g).toBeCloseTo(
            amounts.reduce((sum, [, grams]) => sum + grams, 0),
            5,
          )
        }
      }),
    )
  })

  it('water is unknown when one part does not know it', () => {
    expect(totalsOfParts([job(1, 1), job(null, 1)]).water).toBeNull()
    expect(totalsOfParts([part('job', 'of an earlier version', 60)]).water).toBeNull()
  })
})

describe('what parts have in common', () => {
  const FR = { g_per_kwh: 50, zone: 'FR', kind: 'average', source: 'a table', as_of: '2025', fallback: false } as const
  const PL = { ...FR, g_per_kwh: 600, zone: 'PL' }
  const used = (wh: number, grams: number, over: Partial<Part> = {}): Part => ({
    ...part('job', 'a', 60),
    energy: { ...part('job', 'a', 60).energy, it_wh: wh, total_wh: wh },
    emissions: { ...part('job', 'a', 60).emissions, operational_g: grams, total_g: grams },
    pue: 1,
    intensity: null,
    ...over,
  })

  it('is their intensity, if it is the same', () => {
    expect(totalsOfParts([used(1, 1, { intensity: FR }), used(2, 1, { intensity: { ...FR } })]).intensity).toEqual(FR)
    expect(totalsOfParts([used(1, 1), used(2, 1)]).intensity).toBeNull()
  })

  it('is the mean intensity by energy, if theirs differ, and says so', () => {
    const mean = (a: Partial<Part>, b: Partial<Part>) =>
      totalsOfParts([used(1000, 50, a), used(3000, 1800, b)]).intensity
    expect(mean({ intensity: FR }, { intensity: PL })).toEqual({
      g_per_kwh: 462.5,
      zone: null,
      kind: 'average',
      source: 'energy-weighted mean of 2 parts',
      as_of: null,
      fallback: false,
    })
    const marginal = { ...PL, zone: 'FR', kind: 'marginal', fallback: true } as const
    expect(mean({ intensity: FR }, { intensity: marginal })).toMatchObject({
      zone: 'FR',
      kind: 'average',
      fallback: true,
    })
    expect(mean({ intensity: marginal }, { intensity: { ...marginal, g_per_kwh: 1 } })?.kind).toBe('marginal')
    // A part without an intensity of its own still has energy and emissions.
    expect(mean({}, { intensity: PL })).toMatchObject({ g_per_kwh: 462.5, zone: 'PL' })
    expect(mean({ intensity: PL }, {})?.g_per_kwh).toBe(462.5)
  })

  it('gives no intensity if energy or emissions of a part are unknown or nothing was used', () => {
    const unknown = (over: Partial<Part>) => totalsOfParts([used(1, 1, { intensity: FR }), used(1, 1, over)]).intensity
    expect(unknown({ energy: { ...used(1, 1).energy, total_wh: null } })).toBeNull()
    expect(unknown({ emissions: { ...used(1, 1).emissions, operational_g: null } })).toBeNull()
    expect(totalsOfParts([used(0, 0, { intensity: FR }), used(0, 0, { intensity: PL })]).intensity).toBeNull()
  })

  it('is their PUE, or what their sums say', () => {
    const energy = { ...used(10, 1).energy, total_wh: 15 }
    expect(totalsOfParts([used(10, 1, { pue: 1.5, energy }), used(10, 1, { pue: 1.5, energy })]).pue).toBe(1.5)
    expect(totalsOfParts([used(10, 1, { pue: 1.5, energy }), used(10, 1)]).pue).toBe(1.25)
    expect(totalsOfParts([used(10, 1, { pue: 1.5, energy: { ...energy, it_wh: null } }), used(10, 1)]).pue).toBeNull()
    expect(
      totalsOfParts([used(10, 1, { pue: 1.5, energy: { ...energy, total_wh: null } }), used(10, 1)]).pue,
    ).toBeNull()
    expect(totalsOfParts([used(0, 0, { pue: 1.5 }), used(0, 0)]).pue).toBeNull()
    // A log that rounds may have less energy in total than at the machine.
    expect(totalsOfParts([used(10, 1, { pue: 2, energy: { ...energy, total_wh: 9 } }), used(10, 1)]).pue).toBe(1)
  })

  it('is their coverage by time, of those that have one', () => {
    const over = (coverage: number | null, duration_s: number | null) => used(1, 1, { coverage, duration_s })
    expect(totalsOfParts([over(1, 30), over(0.5, 10), over(null, 1000), over(0.1, null)]).coverage).toBe(0.875)
    expect(totalsOfParts([over(null, 10)]).coverage).toBeNull()
    expect(totalsOfParts([over(0.9, 0)]).coverage).toBeNull()
    expect(totalsOfParts([over(1.2, 10)]).coverage).toBe(1)
  })

  it('is nothing, if there are no parts', () => {
    expect(totalsOfParts([])).toMatchObject({
      energy: { total_wh: null },
      emissions: { total_g: null, embodied_g: null },
      water: null,
      pue: null,
      intensity: null,
      coverage: null,
    })
    expect(mineralsOfParts([])).toBeNull()
  })

  it('counts hardware where it is known, and minerals only where all are', () => {
    const hardware = (grams: number | null) => ({ emissions: { ...used(1, 1).emissions, embodied_g: grams } })
    expect(totalsOfParts([used(1, 1, hardware(2)), used(1, 1, hardware(null))]).emissions.embodied_g).toBe(2)
    expect(totalsOfParts([used(1, 1, hardware(null))]).emissions.embodied_g).toBeNull()
    expect(mineralsOfParts([{ minerals_kg_sb: 2 }, { minerals_kg_sb: 1 }])).toBe(3)
    expect(mineralsOfParts([{ minerals_kg_sb: 2 }, {}])).toBeNull()
  })

  it('has no bounds of water, if one part knows only the water off site', () => {
    const water = { total_l: 2, onsite_l: 1, offsite_l: 1, low_l: 1, high_l: 3, without_hydro_l: 1 }
    const offsite = { ...water, total_l: null, onsite_l: null }
    expect(totalsOfParts([used(1, 1, { water }), used(1, 1, { water })]).water).toMatchObject({ total_l: 4, low_l: 2 })
    expect(totalsOfParts([used(1, 1, { water: offsite }), used(1, 1, { water: offsite })]).water).toMatchObject({
      total_l: null,
      offsite_l: 2,
      high_l: 6,
    })
    expect(totalsOfParts([used(1, 1, { water }), used(1, 1, { water: offsite })]).water).toMatchObject({
      total_l: null,
      offsite_l: 2,
      low_l: null,
      high_l: null,
      without_hydro_l: null,
    })
  })

  it('keeps the largest parts and their order where there are too many', () => {
    const sizes = [3, 1, 5, 2, 5, 4]
    const parts = sizes.map((wh, at) => used(wh, wh, { name: `job ${at}`, duration_s: 10 * (at + 1) }))
    const capped = cappedParts(parts, 4)
    expect(capped.map(({ name, kind }) => [kind, name])).toEqual([
      ['job', 'job 2'],
      ['job', 'job 4'],
      ['job', 'job 5'],
      ['rest', '3 more'],
    ])
    expect(capped.at(-1)).toMatchObject({ duration_s: 70, energy: { total_wh: 6 }, emissions: { total_g: 6 } })
    expect(cappedParts(parts, 6)).toEqual(parts)
    expect(cappedParts(parts, 5).map(({ name }) => name)).toEqual(['job 0', 'job 2', 'job 4', 'job 5', '2 more'])
    // Of equal parts the first stays; without energy the emissions are the size.
    const equal = [1, 1, 1].map((wh, at) => used(wh, 1, { name: `job ${at}` }))
    expect(cappedParts(equal, 2).map(({ name }) => name)).toEqual(['job 0', '2 more'])
    const grams = [1, 9, 2].map((g, at) =>
      used(1, g, { name: `job ${at}`, energy: { ...used(1, 1).energy, total_wh: null } }),
    )
    expect(cappedParts(grams, 2).map(({ name }) => name)).toEqual(['job 1', '2 more'])
  })
})
