import { describe, expect, it } from 'vitest'
import { type Policy, readPolicy } from '../../../src/app/policy/policy.ts'
import { DEFAULTS, readSettings } from '../../../src/app/settings/table.ts'
import type { GitHubEvent } from '../../../src/github/event.ts'
import { shop } from '../../github/shop.ts'
import { PROPOSING_EVENTS as EVENTS, eventOf } from './proposal-event.ts'
import { NAMES, sampleOf } from './sample-value.ts'

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

const FILE_SETTINGS = NAMES.filter((name) => !['mode', 'config', 'budget'].includes(name))

/** What a head's file could say to loosen its own judgement: every setting, and every key that is not a setting. */
const LOOSENING = [
  ...FILE_SETTINGS.map((name) => `${name}: ${JSON.stringify(sampleOf(name))}\n`),
  'runners: {ubuntu-latest: {watts: 0.1}}\n',
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
        readLocal: (path) => (path === '.github/carbon-gate.yml' ? 'enforce: false\n' : null),
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
