import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { statusOf } from '../../../src/app/exit-status.ts'
import { judge } from '../../../src/app/judge.ts'
import { type Policy, readPolicy } from '../../../src/app/policy/policy.ts'
import { INPUT_TRUST } from '../../../src/app/policy/input-trust.ts'
import { DEFAULTS, SETTINGS, type SetValues, type SettingName, readSettings } from '../../../src/app/settings/table.ts'
import { parseBudgets } from '../../../src/core/parse-budget.ts'
import { shop } from '../../github/shop.ts'
import { sampleReport } from '../../sample-report.ts'
import { eventOf } from './proposal-event.ts'
import { NAMES, sampleOf } from './sample-value.ts'

const CONFIG = '.github/carbon-gate.yml'

describe.concurrent('inputs of a proposal', () => {
  const rules = NAMES.filter((name) => INPUT_TRUST[name].kind === 'rule')
  const baseOnly = NAMES.filter((name) => INPUT_TRUST[name].kind === 'base-only')

  async function withInput(name: SettingName, base: string, workflow: string | null = null): Promise<Policy> {
    const files = { [CONFIG]: base, ...(workflow !== null && { '.github/workflows/ci.yml': workflow }) }
    const here = await shop({ files })
    return readPolicy({
      given: readSettings({ [name]: sampleOf(name) }),
      event: eventOf('pull_request', here),
      client: await here.client({ ms: 120_000 }),
      place: { workflowPath: '.github/workflows/ci.yml', job: 'test', action: 'carbon-gate/carbon-gate' },
      readLocal: () => null,
    })
  }

  it.each(rules)('%s counts and is listed', async (name) => {
    const policy = await withInput(name, 'budgets: [1 g]\n')
    expect(policy.settings[name]).toEqual(readSettings({ [name]: sampleOf(name) })[name])
    const note = policy.notes.find(({ code }) => code === 'unprotected-input')
    expect(note?.text).toContain(`${name}: `)
  })

  it.each(rules)('%s does not count where the file of the base is protected', async (name) => {
    const policy = await withInput(name, 'budgets: [1 g]\nprotect: true\n')
    expect(policy.settings[name]).toEqual((DEFAULTS as SetValues)[name])
    expect(policy.notes).toMatchObject([{ code: 'input-ignored', level: 'warning' }])
  })

  it.each(baseOnly)('%s is ignored unless the workflow at the base sets the same', async (name) => {
    expect((await withInput(name, 'budgets: [1 g]\n')).settings[name]).toEqual((DEFAULTS as SetValues)[name])
    const step = (value: string): string =>
      `jobs:\n  test:\n    steps:\n      - uses: carbon-gate/carbon-gate@v1\n        with: {${name}: ${JSON.stringify(value)}}\n`
    const same = await withInput(name, 'budgets: [1 g]\n', step(sampleOf(name)))
    expect(same.settings[name]).toEqual(readSettings({ [name]: sampleOf(name) })[name])
    const other = await withInput(name, 'budgets: [1 g]\n', step('${{ vars.X }}'))
    expect(other.settings[name]).toEqual((DEFAULTS as SetValues)[name])
  })

  it.each([
    ['units', '1000 tests', '1000000 tests'],
    ['logs', 'emissions.csv', 'smaller.csv'],
    ['hours', '10', '1'],
  ] as const)('that decide what is judged count and are listed where they change: %s', async (name, before, after) => {
    const step = (value: string): string =>
      `jobs:\n  test:\n    steps:\n      - uses: carbon-gate/carbon-gate@v1\n        with: {${name}: ${value}}\n`
    const judgeWith = async (value: string, base: string): Promise<Policy> => {
      const here = await shop({ files: { [CONFIG]: 'budgets: [1 g]\n', '.github/workflows/ci.yml': step(base) } })
      return readPolicy({
        given: readSettings({ [name]: value }),
        event: eventOf('pull_request', here),
        client: await here.client({ ms: 120_000 }),
        place: { workflowPath: '.github/workflows/ci.yml', job: 'test', action: 'carbon-gate/carbon-gate' },
        readLocal: () => null,
      })
    }
    const changed = await judgeWith(after, before)
    expect(changed.settings[name]).toEqual(readSettings({ [name]: after })[name])
    expect(changed.notes.map(({ code, text }) => `${code}: ${text}`).join()).toMatch(
      new RegExp(`unprotected-input: .*${name} from `),
    )
    expect((await judgeWith(before, before)).notes).toEqual([])
    expect((await judgeWith(after, '"${{ inputs.x }}"')).notes).toEqual([])
  })

  const harmless = NAMES.filter((name) => INPUT_TRUST[name].kind === 'harmless')
  const tasks = NAMES.filter((name) => INPUT_TRUST[name].kind === 'task' && name !== 'budget')
  const WORKFLOW = 'jobs:\n  test:\n    steps:\n      - uses: carbon-gate/carbon-gate@v1\n'

  it('are classified, or cannot change what decides', () => {
    const inputs = Object.keys(parse(readFileSync('action.yml', 'utf8')).inputs)
    expect(inputs.filter((name) => !NAMES.some((known) => known === name))).toEqual([
      'grid-token',
      // Without it nothing about the base is known.
      'github-token',
      // These name a job and its legs for people. Which job this is, and whether the repository is private, the API says.
      'job-check-run-id',
      'job-matrix',
      'repository-visibility',
    ])
    expect(NAMES.filter((name) => !inputs.includes(name))).toEqual([])
  })

  it.each(tasks)('%s counts, and is listed where the base has the step without it', async (name) => {
    const policy = await withInput(name, 'budgets: [1 g]\n', WORKFLOW)
    expect(policy.settings[name]).toEqual(readSettings({ [name]: sampleOf(name) })[name])
    expect(policy.notes.map(({ text }) => text).join()).toContain(`changed here: ${name} from not set to `)
  })

  it.each(harmless.filter((name) => name !== 'config'))('%s counts, without a note', async (name) => {
    const policy = await withInput(name, 'budgets: [1 g]\nprotect: true\n', WORKFLOW)
    expect(policy.settings[name]).toEqual(readSettings({ [name]: sampleOf(name) })[name])
    expect(policy.notes).toEqual([])
  })

  const CHOICES = NAMES.flatMap((name) => {
    const { schema } = SETTINGS[name] as {
      readonly schema: { readonly type?: string; readonly enum?: readonly string[] }
    }
    const values = schema.enum ?? (schema.type === 'boolean' ? ['true', 'false'] : [])
    return values.map((text) => [name, text] as const)
  })

  it.each(CHOICES)('%s as %s lets no build through that fails otherwise, or is listed as looser', (name, text) => {
    const set = readSettings({ [name]: text })
    const budgets = parseBudgets('1 g').map((budget) => ({ budget, source: 'base' as const }))
    const draft = { ...sampleReport('build', 1), budgets: [] }
    const status = (given: SetValues, doubt: 'no-figure' | null, lines: typeof budgets): number => {
      const settings = { ...DEFAULTS, ...given }
      const judging = { doubt, ownScopes: ['job' as const] }
      return statusOf(judge({ draft, judging }, { budgets: lines, notes: [], settings }), settings)
    }
    const scenes = [
      [null, budgets],
      ['no-figure', budgets],
      ['no-figure', []],
    ] as const
    const isLetThrough = scenes.some(
      ([doubt, lines]) => status({}, doubt, [...lines]) !== 0 && status(set, doubt, [...lines]) === 0,
    )
    const trust = INPUT_TRUST[name]
    const isListed = trust.kind === 'rule' && trust.isLooser(set[name] as never)
    expect(isLetThrough && !isListed).toBe(false)
    if (isLetThrough) expect(['enforce', 'on-measurement-error']).toContain(name)
  })

  it('of the address of a grid and of a check run are never taken from a proposal', () => {
    expect(baseOnly.sort()).toEqual(['boavizta-url', 'check-run', 'grid-provider', 'grid-url'])
  })
})
