import { describe, expect, it } from 'vitest'
import { MeasurementError } from '../../src/core/errors.ts'
import { readReport } from '../../src/core/report-file.ts'
import { part, report } from '../fixtures/report.ts'

/** Parts within parts within parts, as text: JSON.stringify itself would run out of stack. */
function nested(levels: number): string {
  const open = JSON.stringify(part('step', 'x', 60)).slice(0, -1)
  const parts = `${`${open},"parts":[`.repeat(levels - 1)}${open}}${']}'.repeat(levels - 1)}`
  return JSON.stringify(report({ parts: [] })).replace('"parts":[]', `"parts":[${parts}]`)
}

describe('a report file', () => {
  it('may contain jobs with steps, and is rejected if its parts are nested too deeply', () => {
    expect(readReport(nested(4), 'x').parts[0]?.parts?.[0]?.parts).toHaveLength(1)
    for (const levels of [9, 3000]) {
      expect(() => readReport(nested(levels), 'x')).toThrow(MeasurementError)
      expect(() => readReport(nested(levels), 'x')).toThrow('nested more than 8 deep')
    }
  })

  it.each([
    ['in all', report({ energy: { ...report().energy, high_wh: 1e300 } })],
    ['in a part', report({ parts: [part('job', 'x', 1e300)] })],
  ])('is refused when it holds more than the world uses, %s', (_, forged) => {
    expect(() => readReport(JSON.stringify(forged), 'x')).toThrow('more than the whole world')
  })
})
