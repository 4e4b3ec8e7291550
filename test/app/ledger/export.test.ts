import { describe, expect, it } from 'vitest'
import { toCsv, toNdjson, toParquet } from '../../../src/app/ledger/export-entries.ts'
import { originOf } from '../../../src/app/ledger/origin.ts'
import { readEntryFile } from '../../../src/ledger/entry.ts'
import { entryFromReport } from '../../../src/ledger/from-report.ts'
import { report } from '../../fixtures/report.ts'

const { entry } = entryFromReport(report(), originOf({}), 0)
const entries = [entry, { ...entry, key: 'b', branch: '=HYPERLINK("x")', g: null, pr: 7 }]

describe('an export', () => {
  it('as NDJSON is read back as it was', () => {
    expect(readEntryFile(toNdjson(entries), 'x').entries.map((each) => each.entry)).toEqual(entries)
  })

  it('as CSV leaves unknown figures empty and disarms formulas', () => {
    const [header, first, second, end] = toCsv(entries).split('\r\n')
    expect(header).toMatch(/^v,key,ended_at,repository,/)
    expect(first).toContain(',0.193942903,')
    expect(second).toContain(`,"'=HYPERLINK(""x"")",`)
    expect(end).toBe('')
  })

  it('as Parquet is a Parquet file, also without entries', async () => {
    for (const some of [entries, []]) {
      const bytes = Buffer.from(await toParquet(some))
      expect(bytes.toString('latin1', 0, 4)).toBe('PAR1')
      expect(bytes.toString('latin1', bytes.length - 4)).toBe('PAR1')
    }
  })
})
