import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodeRows, rowOf } from '../../src/dashboard/columns.ts'
import { csvOf } from '../../src/dashboard/client/csv.ts'
import { type ClientColumn, filterRows, readRows, sortRows } from '../../src/dashboard/client/rows.ts'
import {
  LARGEST_NAME,
  decodeFigures,
  decodeIndexes,
  encodeFigures,
  encodeIndexes,
} from '../../src/dashboard/table-code.ts'
import { historyEntries } from '../fixtures/history.ts'

it('keeps four significant digits of a figure, and never makes nothing of something', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 9e8, noNaN: true }), (value) => {
      const [decoded = 0] = decodeFigures(encodeFigures([value]), 1)
      expect(decoded).toBeGreaterThan(0)
      expect(Math.abs(decoded / value - 1)).toBeLessThan(0.000_51)
    }),
  )
  expect([...decodeFigures(encodeFigures([0, null, 1e-300, 9999.6, 0.3]), 5)]).toEqual([
    0,
    Number.NaN,
    1e-9,
    10_000,
    0.3,
  ])
})

it('reads indexes of one and two letters back', () => {
  for (const names of [1, 2, 64, 65, LARGEST_NAME + 1]) {
    const indexes = [0, names - 1, Math.floor(names / 2)]
    expect([...decodeIndexes(encodeIndexes(indexes, names), names, 3)]).toEqual(indexes)
  }
})

it('shows every entry that went in, newest first', () => {
  const entries = [...historyEntries(500)]
  const { count, columns } = readRows(encodeRows(entries.map(rowOf)))
  expect(count).toBe(500)
  const [time] = columns
  expect([time?.values[0], time?.values[499]]).toEqual(
    [entries.at(-1), entries[0]].map((each) => Date.parse(each?.ended_at ?? '') / 1000),
  )
  const grams = columns.find(({ key }) => key === 'g')
  const sum = entries.reduce((total, { g }) => total + (g ?? 0), 0)
  const decoded = [...(grams?.values ?? [])].reduce((total, value) => total + value, 0)
  expect(Math.abs(decoded / sum - 1)).toBeLessThan(0.000_1)
})

it('sums names that do not fit into the dictionary as other names', () => {
  const [entry] = historyEntries(1)
  if (!entry) throw new Error('the fixture has an entry')
  const rows = Array.from({ length: LARGEST_NAME + 50 }, (_, at) => rowOf({ ...entry, job: `job ${at}` }))
  const jobs = readRows(encodeRows(rows)).columns.find(({ key }) => key === 'job')
  expect(jobs?.kind === 'text' && jobs.names.at(-1)).toBe('(other)')
  expect(Math.max(...(jobs?.values ?? []))).toBe(LARGEST_NAME)
})

it('filters by words, and sorts every column in both directions with unknown values last', () => {
  const entries = [...historyEntries(360), ...historyEntries(40, 88, { wh: null, job: null })]
  const rows = readRows(encodeRows(entries.map(rowOf)))
  const found = filterRows(rows, { text: 'UBUNTU 22) main', chosen: {} })
  const expected = entries.filter(({ job, branch }) => job === 'test (ubuntu-latest, 22)' && branch === 'main')
  expect([found.length, found.length > 0]).toEqual([expected.length, true])
  const all = filterRows(rows, { text: '', chosen: {} })
  for (const column of rows.columns) {
    for (const isAscending of [true, false]) {
      const sorted = [...sortRows(all, column, isAscending)]
      expect(sorted).toEqual(sortedBySpecification(all, column, isAscending))
    }
  }
})

/** As `sortRows` promises, by comparing rows one with another. */
function sortedBySpecification(rows: Iterable<number>, column: ClientColumn, isAscending: boolean): number[] {
  const collator = new Intl.Collator('en', { numeric: true })
  const values = Array.from(column.values, (value) => (column.kind === 'text' ? (column.names[value] ?? '') : value))
  const isUnknown = (value: string | number | undefined): boolean => value === '' || Number.isNaN(value)
  const compare = (a: string | number = '', b: string | number = ''): number =>
    typeof a === 'string' || typeof b === 'string' ? collator.compare(String(a), String(b)) : a - b
  return [...rows].sort((a, b) => {
    const [x, y] = [values[a], values[b]]
    if (isUnknown(x) || isUnknown(y)) return Number(isUnknown(x)) - Number(isUnknown(y)) || a - b
    return (isAscending ? compare(x, y) : compare(y, x)) || a - b
  })
}

it('writes CSV in which a spreadsheet runs no formula', () => {
  const [entry] = historyEntries(1)
  if (!entry) throw new Error('the fixture has an entry')
  const hostile = [
    { ...entry, job: '=HYPERLINK("http://x","y")', l: null },
    { ...entry, job: 'plain, with a comma' },
  ]
  const rows = readRows(encodeRows(hostile.map(rowOf)))
  const [head, first, second] = csvOf(rows, Uint32Array.of(0, 1)).split('\r\n')
  expect(head).toBe('ended_at,repository,workflow,job,branch,runner,region,method,trust,verdict,g,wh,em_g,l,s')
  expect(first).toContain(`"'=HYPERLINK(""http://x"",""y"")"`)
  expect(second).toContain('"plain, with a comma"')
  expect(first?.split(',').at(-2)).toBe('')
})
