import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConfigurationError } from '../../../src/core/errors.ts'
import type { CardFields } from '../../../src/render/model-card/card-fields.ts'
import { updateCard } from '../../../src/render/model-card/update-card.ts'
import { huggingFace } from '../../../src/trackers/hugging-face.ts'
import { readText } from '../../trackers/log-text.ts'

const FIELDS: CardFields = {
  emissions: 8100,
  source: 'Carbon Gate (modelled)',
  training_type: 'fine-tuning',
  geographical_location: 'NO',
  hardware_used: '8 x NVIDIA A100',
}

/** What our own reader of model cards finds. */
async function readBack(card: string): Promise<unknown> {
  const { records, refusals } = await readText(huggingFace, card)
  expect(refusals).toEqual([])
  const [record] = records
  return [record?.emissionsG, record?.name, record?.place, record?.machine?.gpus, record?.method]
}

const READ = [8100, 'fine-tuning', 'NO', ['8 x NVIDIA A100'], 'modelled']

/** Lines of front matter that are not ours, with what a formatter would change. */
const OTHERS = [
  'license: mit  # the usual one',
  "language:\n- en\n-   'fr'",
  'tags: [ "a",b , c ]',
  '# a comment of its own',
  "title: 'It''s  a model'",
  'long: >-\n    folded\n    text',
  'widget:\n  - text: |\n      keep\n\n      this\n    emissions: 5',
  'model-index: {name: x,   results: []}',
  'empty:',
  'date: 2024-01-01',
  '"quoted key": yes',
]

/** Emissions as they stand in cards, with whether they say everything already. */
const OURS = [
  'co2_eq_emissions: 250 # grams, from the paper',
  'co2_eq_emissions:',
  'co2_eq_emissions: { emissions: 3, source: "x" }',
  'co2_eq_emissions: {}',
  "co2_eq_emissions:\n    emissions: 0.5 # old\n    source: 'CodeCarbon'",
  'co2_eq_emissions:\n  # before\n  hardware_used: "4 V100"\n  note: keep\n  emissions: 1e3',
  'co2_eq_emissions:\n  emissions: 8100\n  source: Carbon Gate (modelled)\n  training_type: fine-tuning\n  geographical_location: "NO"\n  hardware_used: 8 x NVIDIA A100',
  'co2_eq_emissions:\n  emissions: 5\n  more:\n    deep: 1 # c',
  'co2_eq_emissions:\n  source:\n  emissions: 5',
]

const other = fc.constantFrom(...OTHERS)
const body = fc.constantFrom(
  '',
  '# Model\n',
  '\n# Model\n\n---\n\nco2_eq_emissions: 5\n',
  '# Kein Zeilenende ä',
  '\n\n',
)
const blocks = fc.uniqueArray(other, { maxLength: 5 })

describe('updating a model card', () => {
  it('leaves every byte outside of co2_eq_emissions, is idempotent, and reads back equal', async () => {
    await fc.assert(
      fc.asyncProperty(
        blocks,
        blocks,
        fc.constantFrom(...OURS, null),
        body,
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\uFEFF', '\n'),
        async (first, rest, ours, text, eol, lead) => {
          const after = rest.filter((block) => !first.includes(block))
          const inEol = (value: string): string => value.replaceAll('\n', eol)
          const before = inEol(`${lead}---\n${first.map((block) => `${block}\n`).join('')}`)
          const own = inEol(ours === null ? '' : `${ours}\n`)
          const behind = inEol(`${after.map((block) => `${block}\n`).join('')}---\n${text}`)
          // Without a key of ours, it is added behind all others.
          const [kept, end] =
            ours === null
              ? [before + behind.slice(0, behind.indexOf(`---${eol}${inEol(text)}`)), inEol(`---\n${text}`)]
              : [before, behind]
          const updated = updateCard(before + own + behind, FIELDS)
          expect(updated.startsWith(kept)).toBe(true)
          expect(updated.endsWith(end)).toBe(true)
          expect(updateCard(updated, FIELDS)).toBe(updated)
          expect(await readBack(updated)).toEqual(READ)
          if (eol === '\r\n') expect(updated.replaceAll('\r\n', '')).not.toContain('\n')
        },
      ),
      { numRuns: 400 },
    )
  })

  it('keeps comments, quotes and unknown keys inside of co2_eq_emissions', () => {
    const card =
      "---\nco2_eq_emissions:\n    # measured\n    emissions: 0.5   # old\n    source: 'CodeCarbon'\n    note: mine\n---\n"
    expect(updateCard(card, FIELDS)).toBe(
      '---\nco2_eq_emissions:\n    # measured\n    emissions: 8100   # old\n    source: \'Carbon Gate (modelled)\'\n    note: mine\n    training_type: fine-tuning\n    geographical_location: "NO"\n    hardware_used: 8 x NVIDIA A100\n---\n',
    )
  })

  it('turns a bare number into keys, and keeps its comment', () => {
    expect(
      updateCard('---\nco2_eq_emissions: 250 # grams\nz: 1\n---', { ...FIELDS, geographical_location: null }),
    ).toBe(
      '---\nco2_eq_emissions: # grams\n  emissions: 8100\n  source: Carbon Gate (modelled)\n  training_type: fine-tuning\n  hardware_used: 8 x NVIDIA A100\nz: 1\n---',
    )
  })

  it('adds front matter to a card that has none, at the very start', async () => {
    for (const card of ['', '# Model', '\uFEFF# Model\r\n', 'text\n---\nmore\n']) {
      const updated = updateCard(card, FIELDS)
      expect(updated.endsWith(card.replace('\uFEFF', ''))).toBe(true)
      expect(updated.startsWith('\uFEFF')).toBe(card.startsWith('\uFEFF'))
      expect(updateCard(updated, FIELDS)).toBe(updated)
      expect(await readBack(updated)).toEqual(READ)
    }
  })

  it('leaves keys alone that are unknown here', () => {
    const card =
      '---\nco2_eq_emissions:\n  emissions: 8100\n  source: Carbon Gate (modelled)\n  hardware_used: 8 V100\n---\n'
    expect(updateCard(card, { ...FIELDS, training_type: null, geographical_location: null, hardware_used: null })).toBe(
      card,
    )
  })

  it('writes text that YAML would read as something else in quotes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
          .filter((text) => text.trim() === text && text !== ''),
        fc.constantFrom(...OURS),
        async (text, ours) => {
          const card = updateCard(`---\n${ours}\n---\n`, { ...FIELDS, source: text, hardware_used: text })
          expect(updateCard(card, { ...FIELDS, source: text, hardware_used: text })).toBe(card)
        },
      ),
    )
  })

  it.each([1e-7, 1.5e-9, 123456, 0, 5e21])('writes %d g without an exponent', (emissions) => {
    const card = updateCard('# A\n', { ...FIELDS, emissions })
    const written = /emissions: (\S+)/.exec(card)?.[1]
    expect(written).toMatch(/^[0-9.]+$/)
    expect(Number(written)).toBe(emissions)
  })

  it.each([
    ['---\na: 1\n# no end', 'not closed'],
    ['---\na: [\n---\n', 'not valid YAML'],
    ['---\n- a\n---\n', 'not a mapping'],
    ['---\nco2_eq_emissions: [1]\n---\n', 'not a mapping or a number'],
    ['---\nx: &a 5\nco2_eq_emissions: *a\n---\n', 'not a mapping or a number'],
    ['---\nco2_eq_emissions:\n  emissions: &a 5\nx: *a\n---\n', 'without changing other keys'],
    ['---\nco2_eq_emissions:\n  emissions: [1]\n---\n', 'co2_eq_emissions.emissions is a list'],
    ['---\nco2_eq_emissions:\n  source: |\n    a\n    b\n---\n', 'co2_eq_emissions.source is a text of several lines'],
    ['---\nco2_eq_emissions:\n\temissions: 5\n---\n', 'Tabs are not allowed as indentation, line 2 of it'],
    ['---\nbase: &b\n  emissions: 5\nco2_eq_emissions: *b\n---\n', 'not a mapping or a number'],
    ['---\nco2_eq_emissions:\n  emissions: &n 5\nother: *n\n---\n', 'without changing other keys'],
    ['---\n? co2_eq_emissions\n: emissions: 5\n---\n', 'without breaking the YAML'],
    ['---\nlicense: mit\n...\n# Title\n', 'not closed with ---'],
    ['---\nco2_eq_emissions: 1\nco2_eq_emissions: 2\n---\n', 'not valid YAML'],
  ])('refuses %j', (card, why) => {
    expect(() => updateCard(card, FIELDS)).toThrow(ConfigurationError)
    expect(() => updateCard(card, FIELDS)).toThrow(why)
  })
})
