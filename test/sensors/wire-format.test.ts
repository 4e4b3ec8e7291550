import { expect, it } from 'vitest'
import { METER_NAMES, type MeterReadings } from '../../src/sensors/meter-table.ts'
import { headerLine, sampleLine } from '../../src/sensors/sample-format.ts'
import { parseSamples } from '../../src/sensors/sample-reader.ts'

it('reads back every reading of a sample, so no two have one key', () => {
  const sample = {
    t: 5,
    cpu: { busyMs: 1, totalMs: 2, stealMs: 0 },
    cgroupMs: 3,
    memoryMb: 4,
    raplUj: [5, null],
    meters: Object.fromEntries(METER_NAMES.map((name, index) => [name, 10 + index])) as MeterReadings,
  }
  const text = headerLine({ pid: 1, t: 0, wall: 0, interval: 1000 }) + sampleLine(sample, [])
  expect(new Set(text.match(/"\w+"(?=:)/g)?.slice(5)).size).toBe(5 + METER_NAMES.length)
  const { samples, badLines } = parseSamples(text)
  expect(badLines).toBe(0)
  expect(samples).toEqual([{ ...sample, gpus: [] }])
})
