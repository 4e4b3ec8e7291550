import { getOctokit } from '@actions/github'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FakeGitHub } from './fake-github.ts'
import { primaryRateLimit, secondaryRateLimit } from './fault.ts'

const at = { owner: 'octo', repo: 'shop', issue_number: 1 }
let fake: FakeGitHub
let rest: ReturnType<typeof getOctokit>['rest']

beforeEach(async () => {
  fake = await FakeGitHub.start()
  fake.addRepository('octo/shop').addPull({ head: { branch: 'faster' } })
  rest = getOctokit(fake.addToken().secret, { baseUrl: fake.api }).rest
})

afterEach(() => fake.close())

const list = (timeoutMs = 2_000) =>
  rest.issues.listComments({ ...at, request: { signal: AbortSignal.timeout(timeoutMs) } })

describe('an ordered fault', () => {
  it('strikes the requests that match, as often as said, and is then over', async () => {
    fake.failNext({
      method: 'GET',
      path: /\/comments$/,
      fault: 503,
      times: 2,
      skip: 1,
      headers: { 'retry-after': '1' },
    })
    await list()
    await expect(list()).rejects.toMatchObject({ status: 503, response: { headers: { 'retry-after': '1' } } })
    expect(fake.pendingFaults).toHaveLength(1)
    await rest.issues.get(at)
    await expect(list()).rejects.toMatchObject({ status: 503 })
    await list()
    expect(fake.pendingFaults).toEqual([])
    expect(fake.requests.map(({ status }) => status)).toEqual([200, 503, 200, 503, 200])
  })

  it.each([
    ['timeout', 'The operation was aborted due to timeout'],
    ['hang', 'The operation was aborted due to timeout'],
    ['truncate', 'terminated'],
    ['reset', /fetch failed|ECONNRESET/],
  ] as const)('of kind %s keeps a client from the whole answer', async (fault, message) => {
    fake.failNext({ fault })
    const read = async (ms: number): Promise<unknown> => {
      const headers = { 'user-agent': 'test' }
      const response = await fetch(`${fake.api}/repos/octo/shop`, { headers, signal: AbortSignal.timeout(ms) })
      return response.json()
    }
    await expect(read(100)).rejects.toThrow(message)
    // A whole answer may take its time on a busy machine.
    expect(await read(5000)).toMatchObject({ name: 'shop' })
  })

  it.each(['hang', 'truncate'] as const)(
    'of kind %s reaches users of Octokit as 200 with a text for data',
    async (fault) => {
      // Its reading of the body swallows the error. Who takes that for an empty list creates a second comment.
      fake.failNext({ fault })
      await expect(list(100)).resolves.toMatchObject({ status: 200, data: '' })
    },
  )

  it('can lose the answer of a change that was made', async () => {
    fake.failNext({ method: 'POST', fault: 'reset', applied: true })
    fake.failNext({ method: 'POST', fault: 'reset' })
    const create = (body: string) => rest.issues.createComment({ ...at, body })
    await expect(create('made')).rejects.toThrow(/fetch failed|ECONNRESET/)
    await expect(create('not made')).rejects.toThrow(/fetch failed|ECONNRESET/)
    expect((await list()).data.map(({ body }) => body)).toEqual(['made'])
  })

  it('can be no more than a late answer', async () => {
    fake.failNext({ fault: 'slow', delayMs: 30 })
    const begunAt = performance.now()
    expect((await list()).data).toEqual([])
    expect(performance.now() - begunAt).toBeGreaterThanOrEqual(29)
  })

  it('speaks of rate limits as GitHub does', async () => {
    fake.failNext(secondaryRateLimit(7))
    fake.failNext(primaryRateLimit(new Date(1_800_000_000_000)))
    await expect(list()).rejects.toMatchObject({ status: 403, response: { headers: { 'retry-after': '7' } } })
    await expect(list()).rejects.toMatchObject({
      response: { headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1800000000' } },
    })
  })
})
