import { describe, expect, it } from 'vitest'
import { withWaiver } from '../../../src/app/policy/waive.ts'
import { readPolicy } from '../../../src/app/policy/policy.ts'
import { readSettings } from '../../../src/app/settings/table.ts'
import { collectRun } from '../../../src/app/join/collect.ts'
import { readIsPrivate } from '../../../src/github/repository.ts'
import { sampleReport } from '../../sample-report.ts'
import { AT, shop } from '../../github/shop.ts'
import { eventOf } from './proposal-event.ts'

describe('a server that never answers', () => {
  it.each(['pull_request', 'merge_group', 'push'] as const)(
    'is asked for what decides on %s, and for nothing after that',
    { timeout: 20_000 },
    async (name) => {
      const here = await shop({ files: { '.github/carbon-gate.yml': 'budgets: [1 g]\n' } })
      here.fake.failNext({ fault: 'hang', times: Infinity })
      // One hanging attempt uses up the allowance, so that the test is short.
      const client = await here.client({ ms: 1_000 })
      const event = name === 'push' ? { ...eventOf('merge_group', here), name, mergeGroup: null } : eventOf(name, here)
      const given = readSettings({ budget: '7 g' })
      const policy = await readPolicy({ given, event, client, readLocal: () => null })
      expect(policy.trusted).toBe(name === 'push')
      expect(policy.budgets.map(({ budget }) => budget.line)).toEqual(['7 g'])
      const asked = here.fake.requests.length
      expect(client.server.isUnresponsive).toBe(true)
      const failing = { ...sampleReport('build', 1), verdict: 'fail' as const }
      expect((await withWaiver(failing, { event, client, label: 'carbon-waiver', workflow: 'ci.yml' })).report).toBe(
        failing,
      )
      expect(await readIsPrivate(client, AT)).toBeNull()
      expect(await collectRun(client, AT, 1)).toMatchObject({ jobs: null })
      expect(here.fake.requests).toHaveLength(asked)
    },
  )
})
