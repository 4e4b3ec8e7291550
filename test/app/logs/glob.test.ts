import { expect, test } from 'vitest'
import { baseOf, globTest, isGlob } from '../../../src/app/logs/glob.ts'
import { cpuMsOf } from '../../wait-until.ts'

test.each([
  ['*.csv', 'a.csv', true],
  ['*.csv', 'b/a.csv', false],
  ['**/*.csv', 'a.csv', true],
  ['**/*.csv', 'b/c/a.csv', true],
  ['logs/**', 'logs/a/b', true],
  ['logs/**', 'other/a', false],
  ['a?.csv', 'ab.csv', true],
  ['[ab].csv', 'a.csv', true],
  ['[!ab].csv', 'a.csv', false],
  ['run{1,2}.{csv,json}', 'run2.json', true],
  ['*.csv', '.hidden.csv', false],
  ['.*.csv', '.hidden.csv', true],
  ['**/*.csv', '.git/a.csv', false],
  ['./*.csv', 'a.csv', true],
  ['[!ab].csv', 'c.csv', true],
  ['!*.csv', '!a.csv', true],
  ['a+b(c).csv', 'a+b(c).csv', true],
  ['a*+b(c).csv', 'ax+b(c).csv', true],
])('%s of %s: %s', (pattern, path, wanted) => {
  expect(globTest(pattern)(path)).toBe(wanted)
})

test.each([
  [`${'*a'.repeat(12)}b`, 'has more than 4 wildcards'],
  [`${'**/a/'.repeat(30)}x`, 'has more than 4 wildcards'],
])('%s is refused: matching it would take for ever.', (pattern, reason) => {
  expect(() => globTest(pattern)).toThrow(reason)
})

test('The most wildcards that are allowed take little time over the worst name.', async () => {
  const cpuMs = await cpuMsOf(() => {
    expect(globTest('*a*a*a*ab')('a'.repeat(120))).toBe(false)
    expect(globTest(`${'**/'.repeat(30)}x`)(`${'a/'.repeat(60)}y`)).toBe(false)
  })
  expect(cpuMs).toBeLessThan(2000)
})

test('A name is a pattern if it has a wildcard, and its search begins before it.', () => {
  expect(isGlob('a/b.csv')).toBe(false)
  expect(isGlob('a/*.csv')).toBe(true)
  expect(baseOf('a/b/*.csv')).toBe('a/b')
  expect(baseOf('*.csv')).toBe('')
})
