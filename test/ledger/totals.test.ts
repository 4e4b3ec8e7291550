import { expect, it } from 'vitest'
import { extendMonth, monthTotalsText, readMonthTotals } from '../../src/ledger/totals.ts'
import { sampleEntry } from './sample-entry.ts'

const line = (key: string, repository: string, workflow: string) => sampleEntry(key, { repository, workflow }).entry

it('sums the workflows of each repository from the second repository on', () => {
  const one = extendMonth('2026-11', null, [line('1', 'o/a', 'CI'), line('2', 'o/a', 'Train')])
  expect(one.repositories['o/a']?.workflows).toBeUndefined()
  const two = extendMonth('2026-11', one, [line('3', 'o/b', 'CI')])
  expect(Object.keys(two.repositories['o/a']?.workflows ?? {})).toEqual(['CI', 'Train'])
  expect(two.repositories['o/b']?.workflows?.['CI']).toMatchObject({ entries: 1 })
  expect(readMonthTotals(monthTotalsText(two), 'totals/2026-11.json')).toEqual(two)
})
