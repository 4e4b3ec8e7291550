import { describe, expect, it } from 'vitest'
import { Deadline, DeadlineError } from '../../src/github/deadline.ts'

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

describe.concurrent('a deadline', () => {
  it('ends by itself, with all of its shares', async () => {
    const deadline = new Deadline(50)
    const share = deadline.share(10_000)
    expect([share.remainingMs <= 50, deadline.ending]).toEqual([true, null])
    await wait(80)
    expect([deadline.ending, share.ending, share.remainingMs]).toEqual(['timed-out', 'timed-out', 0])
  })

  it('has shares that end sooner', async () => {
    const deadline = new Deadline(10_000)
    const share = deadline.share(20)
    await wait(50)
    expect([share.ending, deadline.ending]).toEqual(['timed-out', null])
    deadline.close()
  })

  it('ends when the work is cancelled, also before it began', () => {
    const cancel = new AbortController()
    const deadline = new Deadline(10_000, cancel.signal)
    cancel.abort()
    expect([deadline.ending, deadline.share(10).ending]).toEqual(['cancelled', 'cancelled'])
    expect(new Deadline(10_000, cancel.signal).ending).toBe('cancelled')
  })

  it('ends a sleep', async () => {
    const deadline = new Deadline(30)
    await expect(deadline.sleep(10_000)).rejects.toThrow(DeadlineError)
    await expect(deadline.sleep(1)).rejects.toThrow('no answer in time')
  })

  it('does not count what is done outside of it', async () => {
    const cancel = new AbortController()
    const deadline = new Deadline(100, cancel.signal)
    await deadline.outside(() => wait(150))
    expect(deadline.ending).toBeNull()
    await wait(130)
    expect(deadline.ending).toBe('timed-out')
    const other = new Deadline(100, cancel.signal)
    await other.outside(async () => cancel.abort())
    expect(other.ending).toBe('cancelled')
  })
})
