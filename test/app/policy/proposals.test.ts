import { describe, expect, it } from 'vitest'
import { type Policy, readPolicy } from '../../../src/app/policy/policy.ts'
import { INPUT_TRUST } from '../../../src/app/policy/input-trust.ts'
import { DEFAULTS, SETTINGS, type SetValues, type SettingName, readSettings } from '../../../src/app/settings/table.ts'
import type { GitHubEvent } from '../../../src/github/event.ts'
import { shop } from '../../github/shop.ts'
import { PROPOSING_EVENTS as EVENTS, eventOf } from './proposal-event.ts'

const CONFIG = '.github/carbon-gate.yml'

/** Files at the base. */
const BASES = {
  present: { [CONFIG]: 'budgets: [1 g]\n' },
  absent: { '.github/other.yml': '' },
  empty: { [CONFIG]: '' },
  broken: { [CONFIG]: 'budgets: [1 g, oops]\n' },
  unreadable: { [CONFIG]: 'budgets: [1 g]\n' },
} as const
type BaseState = keyof typeof BASES
const STATES = Object.keys(BASES) as BaseState[]

/** A value of each setting that differs from its default: found by trying, so that a new setting is covered as well. */
const SAMPLES = [
  'false',
  'warn',
  '0.05',
  '1.01',
  '2',
  'azure:swedencentral',
  'https://grid.example',
  '1000 tests',
  'electricitymaps',
  '1 kg',
  '30 s',
  'true',
  'fail',
]
const DEFAULT_TEXT = (name: SettingName): string => JSON.stringify((DEFAULTS as SetValues)[name])

function sampleOf(name: SettingName): string {
  const fitting = [...SAMPLES, 'estimate', 'stop', '1000', 'month'].filter((text) => {
    try {
      return JSON.stringify(SETTINGS[name].read(text, name)) !== DEFAULT_TEXT(name)
    } catch {
      return false
    }
  })
  const trust = INPUT_TRUST[name]
  // A rule with a stricter side is tried on its looser one.
  const looser = fitting.find(
    (text) => trust.kind === 'rule' && trust.isLooser(SETTINGS[name].read(text, name) as never),
  )
  const sample = looser ?? fitting[0]
  if (sample === undefined) throw new Error(`no sample value fits ${name}`)
  return sample
}

const NAMES = Object.keys(SETTINGS) as SettingName[]
const FILE_SETTINGS = NAMES.filter((name) => !['mode', 'config', 'budget'].includes(name))

/** What a head's file could say to loosen its own judgement: every setting, and every key that is not a setting. */
const LOOSENING = [
  ...FILE_SETTINGS.map((name) => `${name}: ${JSON.stringify(sampleOf(name))}\n`),
  'runners: {ubuntu-latest: {watts: 0.001}}\n',
  'extends: mallory/x/carbon.yml@main\n',
  'mapping: {energy: used in kWh}\n',
  'protect: true\n',
]

/** Ways to judge a head that says `loosening`, one at each kind of base: one server for all of them. */
async function judge(state: BaseState, name: (typeof EVENTS)[number], heads: readonly string[]): Promise<Policy[]> {
  const here = await shop({ files: BASES[state] })
  here.fake.addRepository('mallory/x', { files: { 'carbon.yml': 'enforce: false\nintensity: 0\n' } })
  const event = eventOf(name, here)
  if (state === 'unreadable') here.fake.failNext({ path: '/contents/', fault: 403, times: Infinity })
  const client = await here.client({ ms: 120_000 })
  const policies: Policy[] = []
  for (const head of heads) {
    here.repository.push(here.pull, { [CONFIG]: head })
    const headSha = here.pull.headSha
    const current: GitHubEvent = {
      ...event,
      pullRequest: event.pullRequest && { ...event.pullRequest, head: { ...event.pullRequest.head, sha: headSha } },
      mergeGroup: event.mergeGroup && { ...event.mergeGroup, headSha },
    }
    policies.push(
      await readPolicy({
        given: readSettings({ budget: '7 g' }),
        event: current,
        client,
        readLocal: () => 'enforce: false\n',
      }),
    )
  }
  return policies
}

describe.concurrent.each(STATES)('a head that loosens its rules, over a base that is %s', (state) => {
  it.each(EVENTS)('changes nothing on %s', { timeout: 30_000 }, async (name) => {
    const policies = await judge(state, name, LOOSENING)
    policies.forEach((policy, index) => {
      const setting = LOOSENING[index]
      expect(policy.settings, setting).toEqual({ ...DEFAULTS, budget: policy.settings.budget })
      expect([policy.file.runners, policy.file.extends], setting).toEqual([{}, null])
      expect(
        policy.budgets.map(({ budget }) => budget.line),
        setting,
      ).toContain('7 g')
      expect(policy.trusted, setting).toBe(!['broken', 'unreadable'].includes(state))
      if (state === 'present') expect(policy.budgets.map(({ source }) => source)).toContain('base')
    })
  })
})

describe.concurrent('budget lines of a head', () => {
  it.each(EVENTS)('on %s count only where they tighten', async (name) => {
    const [looser, stricter] = await judge('present', name, ['budgets: [1 t]', 'budgets: [0.5 g]'])
    const lines = (policy: Policy | undefined): (string | undefined)[] | undefined =>
      policy?.budgets.map(({ budget, source }) => `${source}: ${budget.line}`)
    expect(lines(looser)).toEqual(['base: 1 g', 'input: 7 g'])
    expect(lines(stricter)).toEqual(['base: 1 g', 'file: 0.5 g', 'input: 7 g'])
  })
})

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
