import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphemesOf, isOneEach } from '../../src/render/graphemes.ts'
import { cellsOf, cutCells, padCells, wrapCells } from '../../src/render/cells.ts'
import { renderTerminal } from '../../src/render/terminal.ts'
import { REPORTS } from '../fixtures/examples.ts'
import { hostileReport } from '../fixtures/report.ts'

describe('the cells of a terminal', () => {
  it('count wide characters twice and marks, joiners and colours not at all', () => {
    const texts = [
      'plain',
      '0.4\u00A0g',
      '統合テスト',
      '한글',
      '🚀',
      '👨‍👩‍👧‍👦',
      '🇩🇪',
      'e\u0301',
      'a\u200Bb',
      '\u001B[31mred\u001B[39m',
      '█░',
      '✔️',
      '©',
    ]
    expect(texts.map(cellsOf)).toEqual([5, 5, 10, 4, 2, 2, 2, 1, 2, 3, 2, 2, 1])
  })

  it('are never exceeded by a text that was cut, and always reached by one that was filled', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(30), (text, cells) => {
        expect(cellsOf(cutCells(text, cells))).toBeLessThanOrEqual(cells)
        expect(cellsOf(padCells(text, cells, 'end'))).toBe(Math.max(cells, cellsOf(text)))
      }),
    )
    expect([cutCells('日本語', 5), cutCells('👨‍👩‍👧‍👦x', 1), padCells('日本', 6, 'start')]).toEqual(['日本', '', '  日本'])
  })

  it.each([40, 80, 200])('of a terminal of %i columns have every word of the result', (columns) => {
    for (const report of [
      ...Object.values(REPORTS),
      hostileReport(['統合テスト（ノード 22）'.repeat(4), 'a b '.repeat(60)]),
    ]) {
      const whole = renderTerminal(report, { color: true })
      const fitted = renderTerminal(report, { color: true, columns })
      expect(fitted.split(/\s+/)).toEqual(whole.split(/\s+/))
      for (const line of fitted.split('\n').filter((each) => each.trim().includes(' ')))
        expect(cellsOf(line), line).toBeLessThanOrEqual(columns)
    }
  })

  it('keep a figure with its unit and the indent of a line', () => {
    const line = '        0.41\u00A0Wh in 4\u00A0min 12\u00A0s, modelled'
    expect(wrapCells(line, 29, '        ')).toEqual([
      '        0.41\u00A0Wh in 4\u00A0min',
      '        12\u00A0s, modelled',
    ])
  })
})

it('takes the short way only for text that every terminal and segmenter reads the same', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
  const points = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code))
  for (const [index, point] of points.entries()) {
    // Beside a letter, a joining character would become part of it.
    const text = `a${point}${points[(index * 7) % points.length]}`
    const seen = Array.from(segmenter.segment(text), ({ segment }) => segment)
    expect(Array.from(graphemesOf(text), ({ segment }) => segment)).toEqual(seen)
  }
  expect(isOneEach('2.1 mg CO₂e, −5 % … “x” █░')).toBe(true)
  for (const joined of ['e\u0301', 'a\u200Bb', '👍', '字', '\t', '\u00AD']) expect(isOneEach(joined)).toBe(false)
})
