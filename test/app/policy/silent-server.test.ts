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
})
