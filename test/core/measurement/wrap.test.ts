import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unwrap } from '../../../src/core/measurement/wrap.ts'

const RANGE = 262_143_328_850

describe('unwrap', () => {
  it('continues across a wrap of the counter', () => {
    const readings = [262_140_000_000, 262_143_000_000, 2_671_150].map((uj, second) => ({ t: second * 1000, uj }))
    const result = unwrap(readings, RANGE, 10)
    expect(result?.energyUj).toEqual([0, 3_000_000, 3_000_000 + 2_671_150 + 328_850])
    expect([result?.rejected, result?.ambiguous]).toEqual([0, 0])
  })

  it('follows any course of power that samples show', () => {
    const watts = fc.array(fc.double({ min: 0.1, max: 700, noNaN: true }), { minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(watts, fc.integer({ min: 0, max: RANGE }), (powers, first) => {
        let energy = 0
        const readings = [{ t: 0, uj: first }]
        powers.forEach((power, index) => {
          energy += Math.round(power * 5e6)
          readings.push({ t: (index + 1) * 5000, uj: (first + energy) % RANGE })
        })
        expect(unwrap(readings, RANGE, 100)?.energyUj.at(-1)).toBe(energy)
      }),
    )
  })

  it('uses the number of wraps nearest to the model if samples are missing', () => {
    // An hour at 200 W is 720 kJ: the counter went round twice unseen.
    const hour = [
      { t: 0, uj: 0 },
      { t: 3_600_000, uj: 720e9 - 2 * RANGE },
    ]
    expect(unwrap(hour, RANGE, 180)).toEqual({ energyUj: [0, 720e9], rejected: 0, ambiguous: 1 })
  })

  it('does not guess if no wrap can be hidden', () => {
    // 700 s at 800 W at the most: one round may be missing after 100 kJ, none after 400 kJ of a wide counter.
    const gap = (uj: number): unknown =>
      unwrap(
        [
          { t: 0, uj: 0 },
          { t: 700_000, uj },
        ],
        500e9,
        10,
      )?.ambiguous
    expect([gap(50e9), gap(100e9)]).toEqual([1, 0])
  })

  it('ignores a counter that was reset', () => {
    // 100 W, set back after 100 s of 600: as a round it would be 262 kJ more.
    const set = Array.from({ length: 121 }, (_, i) => ({ t: i * 5000, uj: i < 20 ? 50e9 + i * 5e8 : (i - 20) * 5e8 }))
    expect(unwrap(set, RANGE, 100)).toBeNull()
    expect(unwrap(set.slice(0, 40), RANGE, 100)).toBeNull()
  })

  it('ignores a counter that does not change', () => {
    expect(
      unwrap(
        [0, 1000, 2000].map((t) => ({ t, uj: 7 })),
        RANGE,
        100,
      ),
    ).toBeNull()
    // Between two of its steps it may.
    expect(
      unwrap(
        [0, 1].map((t) => ({ t, uj: 7 })),
        RANGE,
        100,
      )?.energyUj,
    ).toEqual([0, 0])
  })

  it('ignores a counter that stops for more than a tenth of the time', () => {
    // 50 W for 100 s, of which it stands still from the 40th second on for so long.
    const stopping = (stillS: number): ReturnType<typeof unwrap> =>
      unwrap(
        Array.from({ length: 101 }, (_, s) => ({
          t: s * 1000,
          uj: 50e6 * Math.max(Math.min(s, 40), s - stillS),
        })),
        RANGE,
        50,
      )
    expect(stopping(9)?.energyUj.at(-1)).toBe(91 * 50e6)
    expect(stopping(12)).toBeNull()
    expect(stopping(60)).toBeNull()
  })

  it('follows a counter that advances once a second', () => {
    const readings = Array.from({ length: 40 }, (_, i) => ({ t: i * 250, uj: Math.floor(i / 4) * 50e6 }))
    expect(unwrap(readings, RANGE, 50)?.energyUj.at(-1)).toBe(9 * 50e6)
  })

  it('trusts the two ends over the samples between them', () => {
    const forged = [
      { t: 0, uj: 1_000_000 },
      { t: 1000, uj: 0 },
      { t: 2000, uj: 700_000_000 },
      { t: 3000, uj: 61_000_000 },
    ]
    expect(unwrap(forged, RANGE, 20)?.energyUj.at(-1)).toBe(60_000_000)
    expect(unwrap(forged, RANGE, 20)?.rejected).toBe(2)
  })

  it('never returns a negative or falling energy', () => {
    const uj = fc.option(fc.integer({ min: 0, max: RANGE * 2 }))
    fc.assert(
      fc.property(fc.array(uj, { minLength: 2, maxLength: 20 }), (values) => {
        const result = unwrap(
          values.map((value, index) => ({ t: index * 1000, uj: value })),
          RANGE,
          50,
        )
        const energy = result?.energyUj ?? []
        energy.forEach((value, index) => expect(value).toBeGreaterThanOrEqual(energy[index - 1] ?? 0))
      }),
    )
  })

  it('is null without both ends', () => {
    expect(
      unwrap(
        [
          { t: 0, uj: null },
          { t: 1, uj: 1 },
        ],
        RANGE,
        1,
      ),
    ).toBeNull()
    expect(unwrap([], RANGE, 1)).toBeNull()
    // Half a megawatt is no processor's.
    expect(
      unwrap(
        [
          { t: 0, uj: 0 },
          { t: 1000, uj: 5e11 },
        ],
        1e12,
        1,
      ),
    ).toBeNull()
  })
})
