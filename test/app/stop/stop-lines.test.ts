import { describe, expect, it } from 'vitest'
import { parseBudget } from '../../../src/core/budget.ts'
import { makeRange } from '../../../src/core/range.ts'
import { ratesAt, stopLines, withCards } from '../../../src/app/stop/stop-lines.ts'
import { taskkillArguments } from '../../../src/app/measure/process-tree.ts'
import { handlesSignal } from '../../../src/app/stop/signal-handlers.ts'

const site = {
  pue: { pue: makeRange(1.5), source: 'given' },
  grid: { gPerKwh: makeRange(400), zone: null, kind: 'given', source: 'given', asOf: null, fallback: false },
  water: { wue: null, ewif: null },
} as const
const hardware = {
  parts: [{ name: 'server', kg: makeRange(1752), boundary: 'host', share: 4 / 128, source: '' }],
  lifetimeYears: makeRange(4),
} as const

const linesOf = (...lines: string[]): ReturnType<typeof stopLines> =>
  stopLines(
    lines.map((line) => ({ budget: parseBudget(line), source: 'flag' })),
    ratesAt(site, hardware),
  )

describe('lines that stop work', () => {
  it('are absolute lines of the own scope, with PUE, grid and hardware', () => {
    const { lines } = linesOf('5 g', '0.8 Wh')
    expect(lines.map(({ line, limit, perWh }) => [line, limit, perWh])).toEqual([
      ['5 g', 5, 0.6],
      ['0.8 Wh', 0.8, 1.5],
    ])
    // 1752 kg, 4 of 128 threads, 4 years.
    expect((lines[0]?.perSecond ?? 0) * 3600).toBeCloseTo(1.5625, 3)
    expect(lines[1]?.perSecond).toBe(0)
  })

  it('are no lines of another scope, of units, of growth, and of water where that is unknown', () => {
    const { lines, others } = linesOf('5 g per workflow', '2 kg per month', '1 g per 10 tests', '+10 % vs main', '2 L')
    expect(lines).toEqual([])
    expect(others.map(({ reason }) => reason)).toEqual([
      'a line per workflow is judged at the end',
      'a line per month is judged at the end',
      'the count of units is known only at the end',
      'a growth line is judged at the end',
      'the water of this place is unknown',
    ])
  })

  it('count water on site and off site where both are known', () => {
    const water = { wue: { lPerKwh: makeRange(0.3), source: '' }, ewif: { lPerKwh: 2, withoutHydro: 1, source: '' } }
    expect(ratesAt({ ...site, water }, null).water?.perWh).toBeCloseTo(0.0033, 9)
  })

  it('count the manufacture of GPUs once they are seen', () => {
    const { lines } = linesOf('5 g', '0.8 Wh')
    const [carbon, energy] = withCards(lines, ['NVIDIA H100 80GB HBM3', 'NVIDIA H100 80GB HBM3'], 4)
    expect(carbon?.perSecond).toBeGreaterThan(lines[0]?.perSecond ?? 0)
    expect(energy).toEqual(lines[1])
    expect(withCards(lines, ['NVIDIA H100 80GB HBM3'], null)).toBe(lines)
  })
})

describe('signals', () => {
  it('on Windows are taskkill with the whole tree, by force only at the end', () => {
    expect(taskkillArguments(42, 'SIGTERM')).toEqual(['/PID', '42', '/T'])
    expect(taskkillArguments(42, 'SIGKILL')).toEqual(['/PID', '42', '/T', '/F'])
  })

  it.runIf(process.platform === 'linux')('that warn go only to processes that handle them', () => {
    const handler = (): void => undefined
    process.on('SIGUSR2', handler)
    expect(handlesSignal(process.pid, 12)).toBe(true)
    process.removeListener('SIGUSR2', handler)
    expect(handlesSignal(process.pid, 12)).toBe(false)
  })
})
