import { describe, expect, it } from 'vitest'
import { changesOf, shown } from '../../../src/app/policy/changes.ts'
import { parseConfigFile } from '../../../src/app/settings/config-file.ts'

const PATH = '.github/carbon-gate.yml'

/** What a comment says where the base's file has one text and the head's another; null: no file. */
function notesOf(base: string | null, head: string | null): string[] {
  const [before, after] = [base, head].map((text) => (text === null ? null : parseConfigFile(text, PATH)))
  return changesOf(before ?? null, after ?? null, PATH).map(({ code, text }) => `${code}: ${text}`)
}

describe('what a proposal changes about its rules', () => {
  it.each<[string, string | null, string | null, string[]]>([
    ['no file at either side', null, null, []],
    ['a new file without a budget', null, 'pue: 1.2', []],
    [
      'a new file',
      null,
      'budgets: [5 g]',
      [`budget-changed: ${PATH} is new here: its budget lines apply now, its settings once it is merged.`],
    ],
    ['a removed file', 'pue: 1.2', null, [`budget-loosened: ${PATH} is removed here: the base branch's applies.`]],
    ['the same budget in another unit', 'budgets: [5 g]', 'budgets: [5000 mg]', []],
    [
      'a removed line',
      'budgets: [5 g, 2 Wh]',
      'budgets: [5 g]',
      ['budget-loosened: The budget 2 Wh is removed here: it is still enforced.'],
    ],
    [
      'a new line',
      'budgets: [5 g]',
      'budgets: [5 g, 2 Wh]',
      ['budget-tightened: The budget 2 Wh is new here: it is enforced.'],
    ],
    [
      'a raised line',
      'budgets: [5 g]',
      'budgets: [6 g]',
      ['budget-loosened: The budget is raised here from 5 g to 6 g: 5 g is enforced.'],
    ],
    [
      'a lowered line',
      'budgets: [5 g]',
      'budgets: [4 g]',
      ['budget-tightened: The budget is lowered here from 5 g to 4 g: 4 g is enforced.'],
    ],
    [
      'a setting that is new, one that is changed and one that is removed',
      'pue: 1.2\nenforce: true',
      'pue: 1.3\nzone: DE',
      [
        'budget-changed: The setting pue is changed here from 1.2 to 1.3: it applies once it is merged.',
        'budget-changed: The setting enforce is changed here from true to not set: it applies once it is merged.',
        'budget-changed: The setting zone is changed here from not set to DE: it applies once it is merged.',
      ],
    ],
    ['the same settings', 'pue: 1.2\nextends: octo/x/carbon.yml@main', 'extends: octo/x/carbon.yml@main\npue: 1.2', []],
    [
      'a new file of an organisation',
      'pue: 1.2',
      'pue: 1.2\nextends: octo/x/carbon.yml@main',
      [
        "budget-changed: The organisation's file is changed here from none to octo/x/carbon.yml@main: it applies once it is merged.",
      ],
    ],
    [
      'no file of an organisation any more',
      'extends: octo/x/carbon.yml@main',
      'pue: 1.2',
      [
        'budget-changed: The setting pue is changed here from not set to 1.2: it applies once it is merged.',
        "budget-changed: The organisation's file is changed here from octo/x/carbon.yml@main to none: it applies once it is merged.",
      ],
    ],
  ])('is listed: %s', (_, base, head, notes) => {
    expect(notesOf(base, head)).toEqual(notes)
  })

  it('is listed where the key `budget` has the lines', () => {
    expect(notesOf('budget: 5 g', 'budget: 6 g')).toEqual([
      'budget-loosened: The budget is raised here from 5 g to 6 g: 5 g is enforced.',
    ])
  })
})

it('values are shown as a person writes them', () => {
  expect([undefined, 1.5, 'DE', false, ['a', 'b'], { count: 5 }].map(shown)).toEqual([
    'not set',
    '1.5',
    'DE',
    'false',
    '["a","b"]',
    '{"count":5}',
  ])
})
