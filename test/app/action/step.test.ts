import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openStep } from '../../../src/app/action/step.ts'

it('lets a grid provider wait beyond what GitHub has, and no longer than the job', async () => {
  const job = new AbortController()
  const step = await openStep({ env: {}, cancelled: job.signal }, { waitMs: 1 })
  await sleep(20)
  expect(step.deadline.ending).toBe('timed-out')
  expect(step.gridAccess.signal?.aborted).toBe(false)
  job.abort()
  expect(step.gridAccess.signal?.aborted).toBe(true)
})
