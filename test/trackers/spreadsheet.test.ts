import { describe, expect, test } from 'vitest'
import { FORMATS, detectedFormat } from '../../src/trackers/formats.ts'
import { logSource } from '../../src/trackers/head.ts'
import { withCommas } from '../../src/trackers/spreadsheet.ts'
import { codecarbon } from '../../src/trackers/codecarbon.ts'
import type { LogReading } from '../../src/trackers/tracker.ts'
import { codecarbonCsv } from '../app/logs/log-folder.ts'
import { inPieces } from './log-text.ts'
import { exampleOf } from './examples.ts'

const settings = { mapping: null, intervalS: 1 }

/** Reads a text as the command does: with the format that its beginning shows. */
async function readDetected(text: string): Promise<LogReading & { format: string }> {
  const { format, separator } = detectedFormat(text)!
  const source = await logSource('log', withCommas(inPieces(text, 50), separator))
  return { ...(await format.read(source, settings)), format: format.name }
}

/** Formats whose logs are tables with commas that a spreadsheet opens and saves again. */
const TABLES = FORMATS.filter(({ name }) => {
  const [header = '', ...rows] = exampleOf(name).split('\n')
  const columns = header.split(',').length
  return (
    name !== 'generic' &&
    columns > 2 &&
    !header.includes('{') &&
    rows.every((row) => row === '' || row.split(',').length >= columns)
  )
})

/** The same table with another sign between its columns, and decimal commas on request. */
function saved(text: string, sign: string, hasDecimalCommas: boolean): string {
  const cells = text.split('\n').map((line) => line.match(/"[^"]*"|[^,]+|(?<=,)(?=,|$)|^(?=,)/g) ?? [])
  const point = (cell: string): string => (hasDecimalCommas ? cell.replace(/^( ?"?\d+)\.(\d+"?( W)?)$/, '$1,$2') : cell)
  return cells.map((row) => row.map(point).join(sign)).join('\n')
}

const numbers = ({ records }: LogReading): unknown =>
  records.map(({ itWh, emissionsG, durationS, line }) => [itWh, emissionsG, durationS, line])

test('Several formats are tables with commas.', () => {
  expect(TABLES.map(({ name }) => name)).toEqual(expect.arrayContaining(['codecarbon', 'eco2ai', 'nvidia-smi', 'rapl']))
})

describe.each(TABLES.map(({ name }) => [name, exampleOf(name)] as const))('%s', (name, example) => {
  test.each([';', '\t', '|'])(
    'A log that a spreadsheet saved with %j between its columns is the same log.',
    async (sign) => {
      const own = await readDetected(example)
      for (const text of [
        saved(example, sign, false),
        saved(example, sign, true),
        `sep=${sign}\n${saved(example, sign, true)}`,
      ]) {
        const { format, refusals, ...reading } = await readDetected(text)
        expect([format, refusals]).toEqual([name, []])
        const shift = text.startsWith('sep=') ? 1 : 0
        expect(numbers(reading as LogReading)).toEqual(
          own.records.map(({ itWh, emissionsG, durationS, line }) => [
            itWh,
            emissionsG,
            durationS,
            line === null ? null : line + shift,
          ]),
        )
      }
    },
  )
})

const log = codecarbonCsv({ id: '1', kwh: 0.001 }, { id: '2', kwh: 0.002 })

test('A first line that names the comma is skipped.', async () => {
  const { records, refusals, format } = await readDetected(`sep=,\n${log}`)
  expect([format, refusals]).toEqual([codecarbon.name, []])
  expect(records.map(({ itWh }) => itWh)).toEqual([expect.closeTo(1, 9), expect.closeTo(2, 9)])
})

test('A column with points and commas as decimal signs is refused.', async () => {
  const rows = log.replaceAll(',', ';').split('\n')
  const mixed = rows.map((row, at) => (at === 2 ? row.replaceAll(/;(\d+)\.(\d+)/g, ';$1,$2') : row)).join('\n')
  const { records, refusals } = await readDetected(mixed)
  expect(records.length).toBe(1)
  expect(refusals[0]?.reason).toContain('points and commas')
})

test('A last row without a line end stays a row that was cut.', async () => {
  const { records, refusals } = await readDetected(log.replaceAll(',', ';').trimEnd().slice(0, -40))
  expect(refusals).toEqual([])
  expect(records.flatMap(({ notes }) => notes.map(({ code }) => code))).toContain('log-torn')
})
