import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Part } from '../../src/core/report.ts'
import { cappedParts, totalsOfParts } from '../../src/core/totals.ts'
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
