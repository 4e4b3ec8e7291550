import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/core/report.ts'
import { EXAMPLE_REPORTS } from '../fixtures/examples.ts'
import { inconsistencies } from './consistent-report.ts'

/** Figures of a report that are energy, emissions, factors, limits or shares: everything of which a picture shows an amount. */
const FIGURES = /(?:_wh|_g|pue|g_per_kwh|limit|used|share|median_wh|change)$/
/** Ends of a range have no relation but that the figure is between them; parts' change is against a baseline of their own. */
const FREE = /(?:low_|high_)|parts\.\d+(?:\.parts\.\d+)*\.change$|(?:at|known)_share$/

/** The report with one of its figures changed, for each of them. */
function* brokenCopies(report: Report): Generator<{ path: string; broken: Report }> {
  for (const { path, value } of figuresOf(report, '')) {
    const broken = structuredClone(report)
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    const block = keys.reduce<Record<string, unknown>>(
      (each, key) => each[key] as Record<string, unknown>,
      broken as never,
    )
    block[last] = value * 1.05
    yield { path, broken }
  }
}

function* figuresOf(value: unknown, path: string): Generator<{ path: string; value: number }> {
  if (typeof value === 'number' && value !== 0 && FIGURES.test(path) && !FREE.test(path)) yield { path, value }
  if (typeof value !== 'object' || value === null) return
  for (const [key, each] of Object.entries(value)) yield* figuresOf(each, path === '' ? key : `${path}.${key}`)
}

describe.each(Object.entries(EXAMPLE_REPORTS))('the example %s', (_name, report) => {
  it('multiplies: energy x PUE x grid + hardware is its emissions, and parts sum to the whole', () => {
    expect(inconsistencies(report)).toEqual([])
  })

  it('has no figure that could be wrong unnoticed', () => {
    const unnoticed = [...brokenCopies(report)].filter(({ broken }) => inconsistencies(broken).length === 0)
    expect(unnoticed.map(({ path }) => path)).toEqual([])
  })
})
