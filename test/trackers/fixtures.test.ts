import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FORMATS, detectedFormat } from '../../src/trackers/formats.ts'
import { readText } from './log-text.ts'
import { EXAMPLES, type Figures } from './examples.ts'

const folder = new URL('../fixtures/logs/', import.meta.url)
/** Figures of each record by file. */
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Record<string, Figures[]>

/** Logs with their figures: files of the folder, and examples. */
const LOGS = [
  ...Object.entries(expected).map(([file, records]) => ({
    file,
    text: readFileSync(new URL(file, folder), 'utf8'),
    records,
  })),
  ...Object.entries(EXAMPLES).flatMap(([file, { log, records }]) => (records ? [{ file, text: log, records }] : [])),
]

test.each(LOGS)('$file gives the figures calculated by hand', async ({ file, text, records }) => {
  const format = detectedFormat(text)?.format
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

test('every format except the generic one has expected figures', () => {
  const covered = new Set(LOGS.map(({ file }) => file.split('/')[0]))
  expect(FORMATS.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual(['generic'])
})

test('a benchmark that failed refuses its row and keeps the others', async () => {
  const text = readFileSync(new URL('ai-energy-score/master.csv', folder), 'utf8')
  const { records, refusals } = await readText(detectedFormat(text)!.format, text)
  expect(records.map(({ itWh, units }) => [itWh, units])).toEqual([[2.5, { name: 'prompt', count: 5 }]])
  expect(refusals).toEqual([{ file: 'log', line: 3, reason: expect.stringContaining('out of memory') }])
})

test('adds up perf interval rows and skips a missing count', async () => {
  const text = readFileSync(new URL('perf/intervals.csv', folder), 'utf8')
  const { records } = await readText(detectedFormat(text)!.format, text)
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
    const { records } = await readText(detectedFormat(text)!.format, text)
    expect(records[0]?.units).toEqual(units)
  }
})
