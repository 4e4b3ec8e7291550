import { describe, expect, it } from 'vitest'
import { codecarbon } from '../../src/trackers/codecarbon.ts'
import { COLUMN_ORDERS } from '../../src/trackers/codecarbon/columns.ts'
import { LaterRuns, type RunFigures } from '../../src/trackers/codecarbon/later-runs.ts'
import { readText } from './log-text.ts'

const columns = COLUMN_ORDERS.at(-1)!

/** A row of a run after so many minutes, 1 Wh each. */
function row(run: number, minutes: number): string {
  const kwh = minutes / 1000
  const values: Record<string, string> = {
    timestamp: `2026-03-02T08:${String(minutes).padStart(2, '0')}:00`,
    run_id: `run-${run}`,
    duration: String(60 * minutes),
    emissions: String(kwh * 0.5),
    cpu_energy: String(kwh),
    gpu_energy: '0',
    ram_energy: '0',
    energy_consumed: String(kwh),
    codecarbon_version: '3.3.0',
    tracking_mode: 'machine',
    pue: '1',
  }
  return columns.map((column) => values[column] ?? '').join(',')
}

describe('a log of more runs than have a part of their own', () => {
  it.each([
    ['one after the other', (run: number, flush: number) => run * 2 + flush],
    ['in turn', (run: number, flush: number) => flush * 30_000 + run],
  ])('counts the last flush of each, written %s', async (_, place) => {
    const runs = 16_000
    const rows: string[] = []
    for (let run = 0; run < runs; run += 1) {
      for (let flush = 0; flush < 2; flush += 1) rows[place(run, flush)] = row(run, flush + 1)
    }
    const { records, refusals } = await readText(
      codecarbon,
      [columns.join(','), ...rows.filter(Boolean), ''].join('\n'),
    )
    expect(refusals).toEqual([])
    expect(records.at(-1)).toMatchObject({ name: '12000 more runs', runs: 12_000 })
    expect(records.reduce((sum, { itWh }) => sum + (itWh ?? 0), 0)).toBeCloseTo(2 * runs, 6)
    expect(records.reduce((sum, { durationS }) => sum + (durationS ?? 0), 0)).toBe(120 * runs)
  })
})

describe('runs that are kept for later rows', () => {
  const figures = (totalWh: number): RunFigures => ({
    totalWh,
    pue: 1.2,
    durationS: 60,
    emissionsG: 0.5,
    cpuWh: totalWh,
    gpuWh: null,
    memoryWh: 0,
  })

  it('returns each run once, with its last figures, and closes the oldest runs when the table is full', () => {
    const later = new LaterRuns(4)
    const closed: [number, RunFigures][] = []
    const close = (run: RunFigures, key: number): void => void closed.push([key, run])
    for (const key of [1, 2, 3, 4]) later.begin(key, figures(key), close)
    later.replace(1, figures(10))
    later.replace(4, figures(40))
    expect(closed).toEqual([])
    later.begin(5, figures(5), close)
    expect(closed).toEqual([
      [1, figures(10)],
      [2, figures(2)],
    ])
    expect([1, 3, 4].map((key) => later.totalWh(key))).toEqual([undefined, 3, 40])
    const rest: RunFigures[] = []
    later.drain((run) => rest.push(run))
    expect(rest).toEqual([figures(3), figures(40), figures(5)])
  })
})
