import { describe, expect, it } from 'vitest'
import { labelRows } from '../../src/render/label/rows.ts'
import { workings } from '../../src/render/methodology.ts'
import { renderTerminal } from '../../src/render/terminal.ts'
import type { Report } from '../../src/core/report.ts'
import { report } from '../fixtures/report.ts'

const FULL = {
  total_l: 0.0134,
  onsite_l: 0.0011,
  offsite_l: 0.0123,
  low_l: 0.005,
  high_l: 0.041,
  without_hydro_l: 0.0091,
}
const OFFSITE = { ...FULL, total_l: null, onsite_l: null }

/** With plain spaces: figures and their units are joined by others. */
const plain = (text: string | undefined): string | undefined => text?.replace(/\s/gu, ' ')

const rowOf = (water: Report['water']): string | undefined =>
  plain(workings(report({ water })).find(({ name }) => name === 'Water')?.value)

describe('water in what people read', () => {
  it('is one row with range, shares and the figure without hydropower', () => {
    expect(rowOf(FULL)).toBe(
      '13 mL; likely 5 to 41 mL; 1.1 mL on site; 12 mL at power stations; 9.1 mL without hydropower',
    )
  })

  it('says that the cooling is unknown instead of showing a total', () => {
    expect(rowOf(OFFSITE)).toBe(
      '12 mL at power stations; likely 5 to 41 mL; cooling on site is unknown and not in it; 9.1 mL without hydropower',
    )
    expect(plain(labelRows(report({ water: OFFSITE })).find(({ name }) => name === 'Water')?.value)).toBe(
      '12 mL at power stations',
    )
  })

  it('says the same of power stations when only the site is known', () => {
    const onsite = { ...FULL, total_l: null, offsite_l: null, low_l: null, high_l: null, without_hydro_l: null }
    expect(rowOf(onsite)).toBe('1.1 mL on site; water at power stations is unknown and not in it')
  })

  it('takes one line of the terminal, together with the hardware', () => {
    const lines = renderTerminal(report({ water: FULL }), { color: false }).split('\n')
    expect(lines.filter((line) => /water|hardware/.test(line))).toEqual(['        hardware 52 mg (27 %), water 13 mL'])
  })

  it('is absent where nothing is known, as in reports of earlier versions', () => {
    expect(rowOf(null)).toBeUndefined()
    expect(rowOf({ total_l: null })).toBeUndefined()
    expect(rowOf({ total_l: 2 })).toBe('2 L')
  })
})
