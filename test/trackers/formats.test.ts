import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnMapping } from '../../src/trackers/column-mapping.ts'
import { FORMATS } from '../../src/trackers/formats.ts'
import { readText } from './log-text.ts'
import { exampleOf } from './examples.ts'

const settings = {
  mapping: columnMapping({ energy: 'energy_used in kWh', emissions: 'co2 in kg', run: 'job' }),
  intervalS: null,
}
const detectable = FORMATS.filter(({ name }) => name !== 'generic')

describe.each(FORMATS.map((format) => [format.name, format] as const))('%s', (name, format) => {
  const example = exampleOf(name)

  test('reads its own example, and no other format takes it for its own', async () => {
    const { records, refusals } = await readText(format, example, { settings })
    expect(refusals).toEqual([])
    expect(records.length).toBeGreaterThan(0)
    expect(detectable.filter((each) => each.detect(example)).map((each) => each.name)).toEqual(
      name === 'generic' ? [] : [name],
    )
  })

  test('line ends, a byte order mark and the size of the pieces change nothing', async () => {
    const plain = await readText(format, example, { settings })
    const ends = fc.constantFrom('\n', '\r\n', '\r')
    await fc.assert(
      fc.asyncProperty(ends, fc.boolean(), fc.integer({ min: 1, max: 40 }), async (end, mark, size) => {
        const text = (mark ? '\uFEFF' : '') + example.replaceAll('\n', end)
        if (name !== 'generic') expect(format.detect(text), 'detect() must find the format').toBe(true)
        expect(await readText(format, text, { size, settings })).toEqual(plain)
      }),
      { numRuns: 12 },
    )
  })

  test('numbers that are none are refused, never counted', async () => {
    const plain = await readText(format, example, { settings })
    // Every number of the example in turn: the figures stay what they were, or the record is refused.
    for (const number of example.matchAll(/(?<![\w.:/-])\d+(?:\.\d+)?(?![\w.:/-])/g)) {
      for (const bad of ['NaN', '-1', 'inf', '1e999', '0x10', '12abc']) {
        const text = example.slice(0, number.index) + bad + example.slice(number.index + number[0].length)
        const { records, refusals } = await readText(format, text, { settings })
        for (const record of records) {
          for (const value of [record.itWh, record.emissionsG, record.embodiedG, record.durationS, record.waterL]) {
            expect(value === null || (Number.isFinite(value) && value >= 0)).toBe(true)
          }
          const like = plain.records.find((each) => each.name === record.name) ?? plain.records[0]!
          // Without a refusal nothing was left out, and nothing may have been added.
          if (refusals.length === 0)
            expect(record.itWh ?? 0).toBeLessThanOrEqual(
              (like.itWh ?? 0) * (1 + 1e-9) * (record.pue < like.pue ? like.pue : 1) + 1e-12,
            )
        }
      }
    }
  })

  test('any beginning of it is read without a fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: example.length }), async (length) => {
        const { records } = await readText(format, example.slice(0, length), { settings })
        for (const { itWh } of records) expect(itWh === null || (Number.isFinite(itWh) && itWh >= 0)).toBe(true)
      }),
      { numRuns: 25 },
    )
  })
})

test('random text is not a log, and reading it as one is refused without a crash', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 300, unit: 'binary' }), async (text) => {
      expect(detectable.filter((format) => format.detect(text)).length).toBeLessThanOrEqual(1)
      for (const format of FORMATS) await readText(format, text, { settings })
    }),
    { numRuns: 60 },
  )
})
