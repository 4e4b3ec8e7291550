import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openContext } from '../../../src/app/action/context.ts'

it('gives grid providers more time than GitHub, up to the end of the job', async () => {
  const job = new AbortController()
  const context = await openContext({ env: {}, cancelled: job.signal }, { waitMs: 1 })
  await sleep(20)
  expect(context.deadline.ending).toBe('timed-out')
  expect(context.gridAccess.signal?.aborted).toBe(false)
  job.abort()
  expect(context.gridAccess.signal?.aborted).toBe(true)
})
