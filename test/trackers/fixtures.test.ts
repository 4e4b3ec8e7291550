import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FORMATS, detectedFormat } from '../../src/trackers/formats.ts'
import { readText } from './log-text.ts'

/** File by file: energy without PUE (Wh), PUE, the log's own emissions (g), method; one entry a record. Worked out by hand. */
type Expected = Record<string, [number | null, number, number | null, string][]>

const folder = new URL('../fixtures/logs/', import.meta.url)
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Expected

test.each(Object.entries(expected))('%s reads to what its tracker meant', async (file, records) => {
  const text = readFileSync(new URL(file, folder), 'utf8')
  const format = detectedFormat(text)
  expect(format?.name).toBe(file.split('/')[0])
  const reading = await readText(format!, text, { file })
  expect(reading.refusals).toEqual([])
  expect(reading.records).toHaveLength(records.length)
  for (const [index, [itWh, pue, emissionsG, method]] of records.entries()) {
    const read = reading.records[index]!
    if (itWh === null) expect(read.itWh).toBeNull()
    else expect(read.itWh).toBeCloseTo(itWh, 10)
    expect(read.pue).toBeCloseTo(pue, 12)
    if (emissionsG === null) expect(read.emissionsG).toBeNull()
    else expect(read.emissionsG).toBeCloseTo(emissionsG, 10)
    expect(read.method).toBe(method)
  }
})

test('every format but the generic one has a fixture', () => {
  const covered = new Set(Object.keys(expected).map((file) => file.split('/')[0]))
  expect(FORMATS.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual(['generic'])
})

test('a benchmark that failed refuses its row and keeps the others', async () => {
  const text = readFileSync(new URL('ai-energy-score/master.csv', folder), 'utf8')
  const { records, refusals } = await readText(detectedFormat(text)!, text)
  expect(records.map(({ itWh, units }) => [itWh, units])).toEqual([[2.5, { name: 'prompt', count: 5 }]])
  expect(refusals).toEqual([{ file: 'log', line: 3, reason: expect.stringContaining('out of memory') }])
})

test('perf interval rows add up; a count that is missing is told', async () => {
  const text = readFileSync(new URL('perf/intervals.csv', folder), 'utf8')
  const { records } = await readText(detectedFormat(text)!, text)
  expect(records[0]?.cpuWh).toBeCloseTo(0.2, 12)
})

test('functional units come out of the logs that count them', async () => {
  for (const [file, units] of [
    ['trtexec/run.log', { name: 'inference', count: 2400 }],
    ['onnxruntime/run.log', { name: 'inference', count: 1200 }],
    ['count/units.txt', { name: 'inference', count: 1500 }],
    ['impact-framework/two-servers.yaml', { name: 'request', count: 40 }],
  ] as const) {
    const text = readFileSync(new URL(file, folder), 'utf8')
    const { records } = await readText(detectedFormat(text)!, text)
    expect(records[0]?.units).toEqual(units)
  }
})
