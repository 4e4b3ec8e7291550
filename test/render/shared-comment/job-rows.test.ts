import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderComment } from '../../../src/render/comment.ts'
import { joinRows } from '../../../src/render/shared-comment/rows-to-report.ts'
import { MAX_ROWS_LENGTH, decodeRows, encodeRows } from '../../../src/render/shared-comment/row-codec.ts'
import { type SharedRow, mergeRow, sharedRow } from '../../../src/render/shared-comment/job-rows.ts'
import { failedReport, gpuReport, indeterminateReport, noBudgetReport, report } from '../../fixtures/report.ts'

const all = [report(), failedReport(), gpuReport(), indeterminateReport(), noBudgetReport()]

describe('rows of a shared comment', () => {
  it('come back as they were put in, whatever the names', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 90 }), { maxLength: 12 }), (names) => {
        const rows = names.map((name, at) => ({
          ...sharedRow(all[at % all.length]!, `job-${at}`, '7.1'),
          name: sharedRow(report({ subject: { name } }), 'x', 'y').name,
        }))
        const { line, left } = encodeRows(rows)
        expect(left).toBe(0)
        expect(line).toMatch(/^<!-- carbon-gate:rows [\u0020-\u007E]* -->$/)
        expect(line.slice(4, -3)).not.toMatch(/[<>@#`]|--/)
        expect(decodeRows(`<!-- marker -->\r\n${line}\r\n### text`)).toEqual(rows)
      }),
    )
  })

  it('are merged: the own one in place, those of an older run out', () => {
    const row = (id: string, run: string): SharedRow => sharedRow(report(), id, run)
    const before = [row('a', '1.1'), row('b', '1.1')]
    expect(mergeRow(before, row('b', '1.1')).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(mergeRow(before, row('c', '2.1')).map(({ id }) => id)).toEqual(['c'])
  })

  it('of an earlier attempt stay where their job did not run again, in any order', () => {
    const row = (id: string, run: string): SharedRow => sharedRow(report(), id, run)
    const rows = [row('a-1', '7.1'), row('b-2', '7.1'), row('b-3', '7.1'), row('b-9', '7.2'), row('c-4', '7.1')]
    for (const order of [rows, rows.toReversed()]) {
      const merged = order.reduce<SharedRow[]>(mergeRow, [])
      expect(merged.map(({ id }) => id).sort()).toEqual(['a-1', 'b-9', 'c-4'])
      expect(decodeRows(encodeRows(merged).line)).toEqual(merged)
    }
  })

  it('are read strictly: anything else gives no rows', () => {
    const { line } = encodeRows([sharedRow(report(), 'a', '1')])
    expect(decodeRows(line)).toHaveLength(1)
    const broken = [
      '',
      'text',
      line.slice(0, -4),
      line.replace('"v":3', '"v":2'),
      line.replace('[["a"', '[["a","a"'),
      line.replace('"a"', '"a b"'),
      line.replace('0.41', '-0.41'),
      line.replace('0.41', '1e999'),
      line.replace('"v":3', '"v":3,"x":2'),
      line.replace('[["a",0', '[["a",1'),
      `x\n\n\n${line}`,
      line.replace(' -->', `${' '.repeat(MAX_ROWS_LENGTH)} -->`),
    ]
    for (const each of broken) expect(decodeRows(each)).toBeNull()
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => decodeRows(`<!-- carbon-gate:rows ${text} -->`) === null),
    )
  })

  it('of 256 jobs fit with names shortened, in a comment under the limit', () => {
    const rows = Array.from({ length: 256 }, (_, at) =>
      sharedRow(report({ subject: { name: `漢字 ${at} ${'名'.repeat(70)}` } }), `${9e9 + at}`, '77.1'),
    )
    const { line, left } = encodeRows(rows)
    expect(line.length).toBeLessThanOrEqual(MAX_ROWS_LENGTH)
    expect(left).toBeLessThan(100)
    const comment = renderComment(report(), { key: 'ci', rows })
    expect(comment.length).toBeLessThanOrEqual(65_000)
    expect(decodeRows(comment)).toHaveLength(256 - left)
  })

  it('add up to a report of the whole with the worst verdict and letter', () => {
    const jobs = [report(), gpuReport()]
    const rows = jobs.map((each, at) => sharedRow(each, `${at}`, '1'))
    const joined = joinRows(rows, report())
    // Rows keep five digits.
    const sumOf = (values: readonly (number | null)[]): number =>
      values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
    expect(joined.emissions.total_g).toBeCloseTo(sumOf(jobs.map(({ emissions }) => emissions.total_g)), 3)
    expect(joined.energy.total_wh).toBeCloseTo(sumOf(jobs.map(({ energy }) => energy.total_wh)), 3)
    expect([joined.verdict, joined.label, joined.method]).toEqual(['fail', 'F', 'measured'])
    const unknown = joinRows([...rows, sharedRow(indeterminateReport(), '3', '1')], report())
    expect([unknown.verdict, unknown.emissions.total_g]).toEqual(['fail', null])
  })
})
