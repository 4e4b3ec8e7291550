import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../../src/app/policy/policy.ts'
import { readSettings } from '../../../src/app/settings/table.ts'
import { shop } from '../../github/shop.ts'
import { eventOf } from './proposal-event.ts'

describe.concurrent('a server that never answers', () => {
  it.each(['pull_request', 'push'] as const)(
    'leaves most of the allowance to the comment on %s, and a second read waits less',
    { timeout: 20_000 },
    async (name) => {
      const here = await shop({ files: { '.github/carbon-gate.yml': 'budgets: [1 g]\n' } })
      here.fake.failNext({ fault: 'hang', times: Infinity })
      const client = await here.client()
      const proposed = eventOf('pull_request', here)
      const event = name === 'push' ? { ...proposed, name, pullRequest: null } : proposed
      const read = (): Promise<unknown> =>
        readPolicy({ given: readSettings({ budget: '7 g' }), event, client, readLocal: () => null })
      await read()
      const left = client.deadline.remainingMs
      expect(left).toBeGreaterThan(8_000)
      await read()
      expect(left - client.deadline.remainingMs).toBeLessThan(3_800)
      expect(client.server.isUnresponsive).toBe(true)
    },
  )

  it('for the file of the organisation leaves most of the allowance, and other budgets are judged', async () => {
    const file = 'extends: octo/.github/carbon.yml@main\nbudgets: [1 g]\n'
    const here = await shop({ files: { '.github/carbon-gate.yml': file } })
    here.fake.addRepository('octo/.github', { files: { 'carbon.yml': 'budgets: [4 g]' } })
    here.fake.failNext({ path: '/repos/octo/.github/', fault: 'hang', times: Infinity })
    const client = await here.client()
    const event = eventOf('pull_request', here)
    const policy = await readPolicy({ given: {}, event, client, readLocal: () => null })
    expect(client.deadline.remainingMs).toBeGreaterThan(8_000)
    expect(policy.notes.map(({ code, level }) => [code, level])).toEqual([['organisation-unreadable', 'warning']])
    expect(policy.budgets.map(({ budget }) => budget.line)).toEqual(['1 g'])
  })
})
