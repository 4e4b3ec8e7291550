import { describe, expect, it } from 'vitest'
import { CSV_HEADER, ParquetColumns, csvRows } from '../../../src/app/ledger/export-entries.ts'
import { originOf } from '../../../src/app/ledger/origin.ts'
import { entryFromReport } from '../../../src/ledger/from-report.ts'
import { report } from '../../fixtures/report.ts'

const { entry } = entryFromReport(report(), originOf({}), 0)
const entries = [entry, { ...entry, key: 'b', branch: '=HYPERLINK("x")', g: null, pr: 7 }]

describe('an export', () => {
  it('as CSV leaves unknown figures empty and disarms formulas', () => {
    const [header, first, second, end] = `${CSV_HEADER}${csvRows(entries)}`.split('\r\n')
    expect(header).toMatch(/^v,key,ended_at,repository,/)
    expect(first).toContain(',0.193942903,')
    expect(second).toContain(`,"'=HYPERLINK(""x"")",`)
    expect(end).toBe('')
  })

  it('as Parquet is a Parquet file, also without entries', async () => {
    for (const some of [entries, []]) {
      const columns = new ParquetColumns()
      columns.add(some)
      const bytes = Buffer.from(await columns.bytes())
      expect(columns.length).toBe(some.length)
      expect(bytes.toString('latin1', 0, 4)).toBe('PAR1')
      expect(bytes.toString('latin1', bytes.length - 4)).toBe('PAR1')
    }
  })
})
