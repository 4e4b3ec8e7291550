import { expect, it } from 'vitest'
import { coverageShortfall } from '../../src/core/text.ts'

it.each([
  [0.89996, 0.9, '89.9 %', '90 %'],
  [0.9, 0.995, '90 %', '99.5 %'],
  [0.57, 0.58, '57 %', '58 %'],
  [0, 1, '0 %', '100 %'],
])('never prints a coverage of %s as the %s that is needed', (coverage, least, covered, needed) => {
  expect(coverageShortfall(coverage, least)).toEqual([covered, needed])
})
