import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseConfigFile } from '../../../src/app/settings/config-file.ts'
import { findConfigFile } from '../../../src/app/settings/find-config.ts'

const BUDGETS = 'budgets: [5 g]\n'

/** A repository with these files and a subfolder, in which the search begins. */
function found(files: Readonly<Record<string, string>>): string | null {
  const root = mkdtempSync(path.join(tmpdir(), 'repository-'))
  for (const folder of ['.git', '.github/workflows', 'packages/a'])
    mkdirSync(path.join(root, folder), { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), text)
  }
  return findConfigFile(path.join(root, 'packages/a'))
}

describe('the config file', () => {
  it.each(['.github/carbon-gate.yml', '.github/carbon-gate.yaml'])('is found upwards as %s', (name) => {
    expect(found({ [name]: BUDGETS })).toBe(path.join('../..', name))
  })

  it('does not exist where .github is a plain file', () => {
    expect(found({ 'packages/.github': BUDGETS })).toBeNull()
    expect(found({ 'packages/.github': '', '.github/carbon-gate.yml': BUDGETS })).toBe('../../.github/carbon-gate.yml')
  })

  it.each([
    'carbon-gate.yml',
    '.carbon-gate.yaml',
    '.github/carbon_gate.yml',
    '.github/carbongate.yaml',
    '.github/Carbon-Gate-config.yml',
    'packages/a/carbon-gate.yml',
    '.github/carbon-gate.json',
    '.github/carbon-gate.yml.txt',
    '.gitlab/carbon-gate.yml',
    '.GitHub/carbon-gate.yml',
    '.config/carbon-gate.yaml',
    '.github/carbon-gate',
    '.carbon-gate',
    'carbon-gate.txt',
  ])('under the name %s is an error instead of a gate that is off', (name) => {
    expect(() => found({ [name]: BUDGETS })).toThrow(
      /has budgets and is not read: move it to \.github\/carbon-gate\.yml/,
    )
  })

  it.each([
    '{"budgets": ["5 g"]}',
    'budgets = ["5 g"]\n',
    '{\n  "region": "azure:eastus",\n  "budgets": ["5 g"]\n}\n',
    '{region: azure:eastus, budgets: [5 g]}',
    '  budgets:\n    - 5 g\n',
    'budget: 5 g\n',
    '# ours\ncarbon:\n  budgets : [5 g]\n',
  ])('under another name is an error whatever its notation: %j', (text) => {
    expect(() => found({ '.github/carbon_gate.yml': text })).toThrow(/has budgets and is not read/)
  })

  it.each<[string, string]>([
    ['.github/carbon_gate.yml', '# budgets: [5 g]\n'],
    ['.github/carbon_gate.yml', 'region: x # see budgets: docs\n'],
    ['.github/carbon_gate.yml', 'name: "our offer, budget: none"\n'],
    ['.github/workflows/carbon-gate.yml', BUDGETS],
    ['carbon-gate.yml', 'include: {remote: x}\n'],
    ['carbon-gate.yml', 'on: push\njobs:\n  a:\n    steps:\n      - uses: x\n        with:\n          budget: 5 g\n'],
    ['carbon-copy.yml', BUDGETS],
    ['carbon-gate', `#!/usr/bin/env node\nconst limits = {\n  ${BUDGETS}}\n`],
    ['carbon-gate', `\u007FELF\0\n${BUDGETS}`],
    ['.github/carbon-gate/notes.md', BUDGETS],
  ])('is not seen in %s with %j', (name, text) => {
    expect(found({ [name]: text })).toBeNull()
  })

  it.each(['budgets: [""]', 'budgets: [5 g, " "]', 'budgets: ""', 'budgets: |\n  \n'])(
    'with a blank line (%j) is an error',
    (text) => {
      expect(() => parseConfigFile(text, 'gate.yml')).toThrow(/gate\.yml: budgets has a blank line/)
    },
  )

  it('may end a block of lines with blank ones', () => {
    expect(parseConfigFile('budgets: |\n  5 g\n\n  1 kg per workflow\n\n', 'gate.yml').budgets).toHaveLength(2)
  })
})
