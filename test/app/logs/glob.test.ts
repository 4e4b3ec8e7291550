import { expect, test } from 'vitest'
import { baseOf, globTest, isGlob } from '../../../src/app/logs/glob.ts'

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
  ['a+b(c).csv', 'a+b(c).csv', true],
  ['a*+b(c).csv', 'ax+b(c).csv', true],
])('%s of %s: %s', (pattern, path, wanted) => {
  expect(globTest(pattern)(path)).toBe(wanted)
})

test('many stars take no time', () => {
  const started = performance.now()
  expect(globTest(`${'*a'.repeat(12)}b`)('a'.repeat(60))).toBe(false)
  expect(globTest(`${'**/'.repeat(30)}x`)(`${'a/'.repeat(60)}y`)).toBe(false)
  expect(performance.now() - started).toBeLessThan(2000)
})

test('what is a pattern, and where its search begins', () => {
  expect(isGlob('a/b.csv')).toBe(false)
  expect(isGlob('a/*.csv')).toBe(true)
  expect(baseOf('a/b/*.csv')).toBe('a/b')
  expect(baseOf('*.csv')).toBe('')
})
