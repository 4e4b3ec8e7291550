import { expect, test } from 'vitest'
import { detectedFormat } from '../../src/trackers/formats.ts'
import { codecarbon } from '../../src/trackers/codecarbon.ts'
import { codecarbonCsv } from '../app/logs/log-folder.ts'
import { readText } from './log-text.ts'

const log = codecarbonCsv({ id: '1', kwh: 0.001 }, { id: '2', kwh: 0.002 })

test.each([
  ['a semicolon', log.replaceAll(',', ';')],
  ['a semicolon and decimal commas', log.replaceAll(',', ';').replaceAll(/;(\d+)\.(\d+)/g, ';$1,$2')],
  ['a tab', log.replaceAll(',', '\t')],
  ['a line that names the comma', `sep=,\n${log}`],
  ['a line that names the semicolon', `sep=;\n${log.replaceAll(',', ';')}`],
])('A CodeCarbon log that a spreadsheet saved is read with %s.', async (_, text) => {
  expect(detectedFormat(text)).toBe(codecarbon)
  const { records, refusals } = await readText(codecarbon, text)
  expect(refusals).toEqual([])
  expect(records.map(({ itWh }) => itWh)).toEqual([expect.closeTo(1, 9), expect.closeTo(2, 9)])
})
