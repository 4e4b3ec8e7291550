import { describe, expect, test } from 'vitest'
import { record } from '../../../src/trackers/record.ts'
import type { EnergyRecord } from '../../../src/core/energy-record.ts'
import { durationOf } from '../../../src/app/logs/duration.ts'
import { countOverlapsOnce } from '../../../src/app/logs/overlapping-trackers.ts'

interface Tracker {
  readonly startS: number
  readonly seconds: number
  /** Mean power, W. */
  readonly cpu?: number
  readonly gpu?: number
  readonly memory?: number
  readonly file?: string
}

function tracked({ startS, seconds, cpu = 60, gpu = 0, memory = 10, file = 'a/emissions.csv' }: Tracker): EnergyRecord {
  const wh = (watts: number): number => (watts * seconds) / 3600
  const time = { startS, endS: startS + seconds }
  const known = {
    name: 'run',
    runId: `${startS} ${seconds} ${file} ${gpu}`,
    durationS: seconds,
    localTime: time,
    itWh: wh(cpu + gpu + memory),
    cpuWh: wh(cpu),
    gpuWh: wh(gpu),
    memoryWh: wh(memory),
    emissionsG: wh(cpu + gpu + memory) / 2,
    wholeMachine: { machine: 'm', ...time },
    method: 'measured' as const,
  }
  return record(known, file)
}

function summed(trackers: readonly Tracker[]): {
  wh: number
  grams: number
  codes: string[]
  durationS: number | null
} {
  const records = countOverlapsOnce(trackers.map(tracked))
  return {
    wh: records.reduce((sum, { itWh }) => sum + (itWh ?? 0), 0),
    grams: records.reduce((sum, { emissionsG }) => sum + (emissionsG ?? 0), 0),
    codes: records.flatMap(({ notes }) => notes.map(({ code }) => code)),
    durationS: durationOf(records, new Map()),
  }
}

describe('One host is proven before its energy is counted once.', () => {
  test('Two trackers with the same GPU power in one folder are one host.', () => {
    const { wh, codes } = summed([
      { startS: 0, seconds: 3600, gpu: 200, cpu: 60 },
      { startS: 20, seconds: 3600, gpu: 203, cpu: 80, file: 'a/other.csv' },
    ])
    expect(wh).toBeLessThan(295)
    expect(codes).toContain('log-same-machine')
  })

  test('Equal machines in different folders add up, with a note.', () => {
    const { wh, codes } = summed([
      { startS: 0, seconds: 3600, file: 'a/emissions.csv' },
      { startS: 9, seconds: 3600, file: 'b/emissions.csv' },
    ])
    expect(wh).toBeCloseTo(140, 9)
    expect(codes).toEqual(['log-overlap-added'])
  })

  test('Different CPU power at the same time in one folder adds up, with a note.', () => {
    const { wh, codes } = summed([
      { startS: 0, seconds: 3600, cpu: 60 },
      { startS: 9, seconds: 3600, cpu: 70 },
    ])
    expect(wh).toBeCloseTo(150, 9)
    expect(codes).toEqual(['log-overlap-added'])
  })

  test('A constant CPU power in two files proves nothing.', () => {
    const trackers = [
      { startS: 0, seconds: 3600, file: 'a/py310.csv' },
      { startS: 9, seconds: 3590, file: 'a/py311.csv' },
    ]
    expect(summed(trackers).wh).toBeCloseTo((70 * 7190) / 3600, 9)
  })

  test.each([
    ['a sixth later', 600, 3600],
    ['half an hour later', 1800, 3600],
    ['later and ending earlier', 900, 1800],
  ])('A constant CPU power in one file adds up when the second run starts %s.', (_, startS, seconds) => {
    const { wh, codes } = summed([
      { startS: 0, seconds: 3600 },
      { startS, seconds },
    ])
    expect(wh).toBeCloseTo((70 * (3600 + seconds)) / 3600, 9)
    expect(codes).toEqual(['log-overlap-added'])
  })

  test('A constant power whose energy lacks some milliseconds of ticks is still a constant.', () => {
    const { wh } = summed([
      { startS: 0, seconds: 3600, cpu: 60 },
      { startS: 600, seconds: 3600, cpu: 60 * (1 - 4e-4) },
    ])
    expect(wh).toBeGreaterThan(139)
  })

  test('Metered CPU power that agrees over most of the time proves one host.', () => {
    const { wh, codes } = summed([
      { startS: 0, seconds: 3600, cpu: 60 },
      { startS: 30, seconds: 3600, cpu: 61 },
    ])
    expect(wh).toBeLessThan(73)
    expect(codes).toContain('log-same-machine')
  })

  test('GPUs that differ beside equal CPU and memory are all counted, CPU and memory once.', () => {
    const { wh, grams, codes } = summed([
      { startS: 0, seconds: 3600, gpu: 50 },
      { startS: 0, seconds: 3600, gpu: 400 },
      { startS: 0, seconds: 3600, gpu: 100 },
    ])
    expect(wh).toBeCloseTo(620, 9)
    expect(grams).toBeCloseTo(310, 9)
    expect(codes).toContain('log-same-machine-gpus')
  })
})

describe('Trackers of one host count once, however many there are.', () => {
  test.each([1, 1.9, 20, 29])('Short trackers of %d s inside a longer one add nothing.', (seconds) => {
    const inner = Array.from({ length: 15 }, (_, at) => ({ startS: 5 + at * 35, seconds }))
    const { wh, durationS } = summed([{ startS: 0, seconds: 600 }, ...inner])
    expect(wh).toBeCloseTo((70 * 600) / 3600, 9)
    expect(durationS).toBe(600)
  })

  test('Three hundred overlapping trackers of one GPU host are the union of their times.', () => {
    // Every tenth second another tracker starts; every second one is so short that its own mean power says little.
    const trackers = Array.from({ length: 300 }, (_, at) => ({
      startS: at * 10,
      seconds: at % 2 === 0 ? 900 : 1,
      gpu: at % 2 === 0 ? 100 + Math.sin(at) : 20 + (at % 7) * 30,
      cpu: 40 + (at % 5) * 4,
    }))
    const { wh, durationS } = summed(trackers)
    expect(durationS).toBeGreaterThan(3870)
    expect(wh).toBeGreaterThan((150 * 3880) / 3600)
    expect(wh).toBeLessThan((180 * 3880) / 3600)
  })

  test('Duration is the union of times, with gaps left out.', () => {
    const { durationS, wh } = summed([
      { startS: 0, seconds: 3600, gpu: 200 },
      { startS: 600, seconds: 3600, gpu: 200 },
      { startS: 10_000, seconds: 100, gpu: 200 },
    ])
    expect(durationS).toBe(4300)
    expect(wh).toBeCloseTo((270 * 4300) / 3600, 6)
  })
})
