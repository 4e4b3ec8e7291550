import { describe, expect, it } from 'vitest'
import { withWaiver } from '../../../src/app/policy/waive.ts'
import { type Policy, readPolicy } from '../../../src/app/policy/policy.ts'
import { readSettings } from '../../../src/app/settings/table.ts'
import { collectRun } from '../../../src/app/join/collect.ts'
import type { GitHubClient } from '../../../src/github/client.ts'
import type { GitHubEvent } from '../../../src/github/event.ts'
import { readIsPrivate } from '../../../src/github/repository.ts'
import { sampleReport } from '../../sample-report.ts'
import { AT, type Shop, shop } from '../../github/shop.ts'
import { PROPOSING_EVENTS, eventOf } from './proposal-event.ts'

const CONFIG = '.github/carbon-gate.yml'
const EVENTS = ['pull_request', 'merge_group', 'push'] as const

const shopWithBudget = async (): Promise<Shop> => shop({ files: { [CONFIG]: 'budgets: [1 g]\n' } })

function eventNamed(name: (typeof EVENTS)[number], here: Shop): GitHubEvent {
  return name === 'push' ? { ...eventOf('merge_group', here), name, mergeGroup: null } : eventOf(name, here)
}

async function policyOf(
  event: GitHubEvent,
  client: GitHubClient | null,
  given: Partial<Record<'budget' | 'config', string>> = { budget: '7 g' },
): Promise<Policy> {
  return readPolicy({ given: readSettings(given), event, client, readLocal: () => null })
}

const linesOf = (policy: Policy): string[] => policy.budgets.map(({ budget }) => budget.line)

describe.concurrent('a server that never answers', () => {
  it.each(EVENTS)('is asked for what decides on %s, and for nothing after that', { timeout: 20_000 }, async (name) => {
    const here = await shopWithBudget()
    here.fake.failNext({ fault: 'hang', times: Infinity })
    // One hanging attempt uses up the allowance, so that the test is short.
    const client = await here.client({ ms: 300 })
    const event = eventNamed(name, here)
    const policy = await policyOf(event, client)
    expect(policy.trusted).toBe(name === 'push')
    expect(linesOf(policy)).toEqual(['7 g'])
    const asked = here.fake.requests.length
    expect(client.server.isUnresponsive).toBe(true)
    const failing = { ...sampleReport('build', 1), verdict: 'fail' as const }
    expect((await withWaiver(failing, { event, client, label: 'carbon-waiver', workflow: 'ci.yml' })).report).toBe(
      failing,
    )
    expect(await readIsPrivate(client, AT)).toBeNull()
    expect(await collectRun(client, AT, 1)).toMatchObject({ jobs: null })
    expect(here.fake.requests).toHaveLength(asked)
  })

  it.each([
    [undefined, CONFIG],
    ['train.yml', 'train.yml'],
  ])('makes a proposal indeterminate, and the note names the file: input config %s', async (config, path) => {
    const here = await shopWithBudget()
    here.fake.failNext({ fault: 'hang', times: Infinity })
    const given = config === undefined ? {} : { config }
    const policy = await policyOf(eventOf('pull_request', here), await here.client({ ms: 300 }), given)
    const why = `cannot read ${path} at the base: no answer in time`
    expect([policy.trusted, policy.doubt, linesOf(policy)]).toEqual([false, 'base-unreadable', []])
    expect(policy.notes.map(({ level, text }) => [level, text])).toEqual([
      ['error', `The budgets of the base branch are unknown: ${why}`],
    ])
    expect(policy.failures).toEqual([{ kind: 'timed-out', text: why, status: null }])
  })

  it('makes a push warn that only inputs apply', async () => {
    const here = await shopWithBudget()
    here.fake.failNext({ fault: 'hang', times: Infinity })
    const policy = await policyOf(eventNamed('push', here), await here.client({ ms: 300 }))
    const why = `cannot read ${CONFIG}: no answer in time`
    expect(policy.notes.map(({ level, text }) => [level, text])).toEqual([
      ['warning', `The config file could not be read, so only inputs apply: ${why}`],
    ])
    expect(policy.failures).toEqual([{ kind: 'timed-out', text: why, status: null }])
  })

  it('is not what a cancelled job is taken for', async () => {
    const here = await shopWithBudget()
    const client = await here.client({ signal: AbortSignal.abort('cancelled') })
    const policy = await policyOf(eventOf('pull_request', here), client)
    expect([policy.trusted, policy.failures[0]?.kind]).toEqual([false, 'cancelled'])
  })
})

describe.concurrent('without a token', () => {
  it.each(PROPOSING_EVENTS)('no budget of the base is known on %s, so nothing passes', async (name) => {
    const here = await shopWithBudget()
    const policy = await policyOf(eventOf(name, here), null)
    expect([policy.trusted, policy.doubt, linesOf(policy)]).toEqual([false, 'base-unreadable', ['7 g']])
    expect(policy.notes[0]?.text).toBe(`The budgets of the base branch are unknown: cannot read ${CONFIG}: no token`)
  })
})

describe.concurrent('a pushed commit without a config file', () => {
  it('is asked for the file, for its folder and for the commit, once each', async () => {
    const here = await shop({ files: { 'a.txt': 'a' } })
    const before = here.fake.requests.length
    const policy = await policyOf(eventNamed('push', here), await here.client())
    expect([policy.trusted, policy.notes]).toEqual([true, []])
    expect(here.fake.requests).toHaveLength(before + 3)
  })
})
