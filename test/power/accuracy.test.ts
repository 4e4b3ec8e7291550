import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { accuracyPage } from '../../scripts/accuracy-page.ts'
import { compare } from '../../scripts/power/compare.ts'
import { MEASUREMENTS } from '../../scripts/power/independent.ts'
import { machineCurve } from '../../src/power/machine-curve.ts'
import { powerOf } from '../../src/power/running-machine.ts'

describe('independent measurements', () => {
  it('are at least 9 of 10 inside the range', () => {
    const measured = MEASUREMENTS.map(compare)
    expect(measured.filter(({ isInside }) => isInside).length / measured.length).toBeGreaterThanOrEqual(0.9)
  })

  it('are in docs/accuracy.md as the model gives them now (npm run docs)', () => {
    const page = readFileSync('docs/accuracy.md', 'utf8')
    expect(page).toBe(accuracyPage(page))
  })
})

describe('one chip by several names', () => {
  it.each([
    ['AWS Graviton2', 'Neoverse-N1', 'Graviton 2'],
    ['Azure Cobalt 100', 'Neoverse-N2', 'Cobalt-100'],
    ['Google Axion', 'Neoverse-V2', 'AWS Graviton4'],
    ['AWS Graviton3', 'Neoverse-V1', 'Graviton3'],
  ])('draws the same as %s, %s and %s', (first, ...others) => {
    const slice = { vcpus: 4, isVirtual: true }
    for (const cpuName of others) {
      expect(machineCurve({ cpuName }).points).toEqual(machineCurve({ cpuName: first }).points)
      expect(powerOf({ cpuName, ...slice }).curve).toEqual(powerOf({ cpuName: first, ...slice }).curve)
    }
  })

  it.each(['Neoverse-N1', 'Neoverse-N2', 'Neoverse-V1', 'Neoverse-V2'])(
    'has a range of at least two times for the unmeasured hosts of %s',
    (cpuName) => {
      for (const { low, high } of machineCurve({ cpuName }).points) expect(high / low).toBeGreaterThan(2)
    },
  )
})
