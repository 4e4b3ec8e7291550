import { describe, expect, it } from 'vitest'
import { type Policy, readPolicy } from '../../../src/app/policy/policy.ts'
import { INPUT_TRUST } from '../../../src/app/policy/input-trust.ts'
import { DEFAULTS, type SetValues, type SettingName, readSettings } from '../../../src/app/settings/table.ts'
import { shop } from '../../github/shop.ts'
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

  it('of the address of a grid and of a check run are never taken from a proposal', () => {
    expect(baseOnly.sort()).toEqual(['boavizta-url', 'check-run', 'grid-provider', 'grid-url'])
  })
})
