import { describe, expect, it } from 'vitest'
import { type Corrected, applyCorrections, correctionOf } from '../../src/ledger/correction.ts'
import { CorrectionSchema, type Entry, EntrySchema, type Line } from '../../src/ledger/entry.ts'
import { sumMonths } from '../../src/ledger/totals.ts'
import { sampleEntry } from './sample-entry.ts'

describe('corrections after one another', () => {
  const ENTRY = sampleEntry('1').entry as Entry
  const KNOWN = { s: 60, wh: 4, wh_low: 3, wh_high: 6, g: 2, op_g: 1.5, em_g: 0.5, l: null, tokens: 100 }
  const FIGURES = Object.keys(KNOWN) as (keyof typeof KNOWN)[]

  function linesAfter(over: Partial<Entry>, targets: readonly (Corrected | null)[]): Line[] {
    const lines: Line[] = [{ ...ENTRY, ...KNOWN, ...over }]
    for (const target of targets) lines.push(CorrectionSchema.parse(correctionOf(lines, ENTRY.key, target, 'x')))
    return lines
  }

  function figuresOf(lines: readonly Line[]): Record<keyof typeof KNOWN, number | null> {
    const [entry] = applyCorrections(lines)
    const parsed = EntrySchema.parse(entry)
    return Object.fromEntries(FIGURES.map((figure) => [figure, parsed[figure]])) as Record<
      keyof typeof KNOWN,
      number | null
    >
  }

  it('take a withdrawal back: other figures are what they were, and unknown water is unknown again in every sum', () => {
    const lines = linesAfter({}, [null, { wh: 5, g: 7 }])
    expect(figuresOf(lines)).toEqual({
      ...KNOWN,
      wh: 5,
      wh_low: 3.75,
      wh_high: 7.5,
      g: 7,
      op_g: 5.25,
      em_g: 1.75,
    })
    expect(lines.map((line) => 'reveals' in line && line.reveals)).toEqual([false, 'l', '-l'])
    const sum = { entries: 1, wh: 5, g: 7, l: null, unknown: { g: 0, wh: 0, l: 1 } }
    expect(sumMonths(lines).get('2026-11')).toMatchObject(sum)
  })

  it('make a figure unknown with its range', () => {
    const lines = linesAfter({}, [{ wh: null }])
    expect(figuresOf(lines)).toEqual({ ...KNOWN, wh: null, wh_low: null, wh_high: null })
    expect(sumMonths(lines).get('2026-11')).toMatchObject({ wh: null, unknown: { g: 0, wh: 1, l: 1 } })
  })

  it('keep the proportions of range and parts through a figure of 0', () => {
    const { wh_low, wh_high, op_g, em_g, l } = figuresOf(
      linesAfter({}, [
        { wh: 0, g: 0 },
        { wh: 8, g: 4 },
      ]),
    )
    expect([wh_low, wh_high, op_g, em_g, l]).toEqual([6, 12, 3, 1, null])
  })

  it('make parts unknown that never had a proportion, do not fit or are beyond what the ledger keeps', () => {
    const zero = { g: 0, op_g: 0, em_g: 0 }
    expect(figuresOf(linesAfter(zero, [{ g: 4 }]))).toEqual({ ...KNOWN, g: 4, op_g: null, em_g: null })
    const embodied = { g: null, op_g: null }
    expect(figuresOf(linesAfter(embodied, [{ g: 4 }]))).toEqual({ ...KNOWN, g: 4, op_g: null })
    expect(figuresOf(linesAfter(embodied, [{ g: 0.1 }]))).toEqual({ ...KNOWN, g: 0.1, op_g: null, em_g: null })
    const most = linesAfter({}, [{ wh: 1e12 }])
    expect(figuresOf(most)).toMatchObject({ wh: 1e12, wh_low: 7.5e11, wh_high: null })
    expect(figuresOf(linesAfter({}, [{ wh: 1e12 }, { wh: 4 }]))).toEqual(KNOWN)
  })

  it('never leave a figure outside its range, or a count of unknown entries that is wrong', () => {
    const choices = [null, { wh: 0 }, { g: 0 }, { wh: 5, g: 7 }, { l: 2 }, { wh: 0.000_000_001 }]
    const entries = [
      {},
      { wh: null, wh_low: null, wh_high: null },
      { g: 0, op_g: 0, em_g: 0, l: 3, s: null, tokens: null },
    ]
    for (const over of entries) {
      for (let code = 0; code < choices.length ** 3; code += 1) {
        const targets = [0, 1, 2].map((at) => choices[Math.floor(code / choices.length ** at) % choices.length] ?? null)
        const lines = linesAfter(over, targets)
        const { wh, wh_low, wh_high, g, l } = figuresOf(lines)
        const at = JSON.stringify([over, targets])
        if (wh !== null) {
          expect(wh_low ?? 0, at).toBeLessThanOrEqual(wh)
          expect(wh_high ?? Infinity, at).toBeGreaterThanOrEqual(wh)
        }
        const unknown = { g: Number(g === null), wh: Number(wh === null), l: Number(l === null) }
        expect(sumMonths(lines).get('2026-11'), at).toMatchObject({ wh, g, l, unknown })
        expect(figuresOf(lines.toReversed()), at).toEqual(figuresOf(lines))
      }
    }
  })
})
