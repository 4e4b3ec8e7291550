// Every call against everything that can go wrong: bounded, one failure, nothing thrown, no token in the words.
import { describe, expect, it } from 'vitest'
import { writeCheckRun } from '../../src/github/check-run.ts'
import type { GitHubClient } from '../../src/github/client.ts'
import { writeSticky } from '../../src/github/comment.ts'
import { readFileAt } from '../../src/github/contents.ts'
import { type Result, warningOf } from '../../src/github/failure.ts'
import { readWaiver } from '../../src/github/waiver.ts'
import { type Fault, secondaryRateLimit } from '../fakes/github/fault.ts'
import { type Shop, shop } from './shop.ts'

type Act = (client: GitHubClient, at: Shop) => Promise<Result<unknown>>

const sticky: Act = (client, { at }) =>
  writeSticky(client, { at, isMarked: (body) => body === 'text', holds: null, readOnlyToken: false }, () => 'text')
const waiver: Act = (client, { at }) => readWaiver(client, at, 'carbon-waiver')

/** Each call with the request of it that fails. */
const CALLS: Record<string, { readonly act: Act; readonly at: Pick<Fault, 'method' | 'path'> }> = {
  'list comments': { act: sticky, at: { method: 'GET', path: '/comments' } },
  'create a comment': { act: sticky, at: { method: 'POST', path: '/comments' } },
  'read a file': {
    act: (client, { at }) => readFileAt(client, { ...at, path: 'README.md', ref: 'main' }),
    at: { path: '/contents/' },
  },
  'list labels': { act: waiver, at: { path: '/labels' } },
  'list label events': { act: waiver, at: { path: '/events' } },
  'ask for a permission': { act: waiver, at: { path: '/permission' } },
  'write a check run': {
    act: (client, { at, pull }) =>
      writeCheckRun(client, {
        ...at,
        name: 'carbon',
        headSha: pull.headSha,
        conclusion: 'success',
        title: 't',
        summary: 's',
      }),
    at: { path: '/check-runs' },
  },
}

/**
 * 404 of a file is "none", of a collaborator "no access": answers, not failures. A creation whose answer was cut short
 * was carried out, and is found by looking.
 */
const ANSWERS = new Set(['404 read a file', '404 ask for a permission', 'truncated body create a comment'])

interface Trouble {
  readonly fault: Pick<Fault, 'fault' | 'headers' | 'body' | 'delayMs' | 'applied'>
  readonly kind: string
  /** Longest wait, ms. */
  readonly within: number
  readonly ms?: number
}

const TROUBLE: Record<string, Trouble> = {
  '401': { fault: { fault: 401 }, kind: 'unauthorized', within: 2500 },
  '403': { fault: { fault: 403 }, kind: 'forbidden', within: 2500 },
  '404': { fault: { fault: 404 }, kind: 'not-found', within: 2500 },
  '422': { fault: { fault: 422 }, kind: 'invalid', within: 2500 },
  '429': { fault: { fault: 429 }, kind: 'rate-limited', within: 2500 },
  '500': { fault: { fault: 500 }, kind: 'unavailable', within: 4000 },
  '503': { fault: { fault: 503 }, kind: 'unavailable', within: 4000 },
  'secondary rate limit': { fault: secondaryRateLimit(60), kind: 'rate-limited', within: 2500 },
  'time-out': { fault: { fault: 'timeout', delayMs: 60_000 }, kind: 'timed-out', within: 2500, ms: 700 },
  'hanging body': { fault: { fault: 'hang' }, kind: 'timed-out', within: 2500, ms: 700 },
  'truncated body': { fault: { fault: 'truncate', applied: true }, kind: 'unavailable', within: 4000 },
  "a proxy's page": {
    fault: { fault: 200, headers: { 'content-type': 'text/html' }, body: '<html>sign in</html>' },
    kind: 'unavailable',
    within: 4000,
  },
  'no JSON': { fault: { fault: 200, body: '{"a":' }, kind: 'unavailable', within: 4000 },
  'broken connection': { fault: { fault: 'reset' }, kind: 'unreachable', within: 4000 },
}

async function outcome({ act, at }: (typeof CALLS)[string], { fault, ms = 15_000 }: Trouble) {
  const here = await shop()
  here.repository.label(here.pull, 'carbon-waiver', here.pull.author)
  here.fake.failNext({ ...at, ...fault, times: Infinity })
  const client = await here.client({ ms })
  const started = performance.now()
  const result = await act(client, here)
  return { result, tookMs: performance.now() - started }
}

describe.concurrent('on each call is one bounded failure', () => {
  it.each(Object.entries(TROUBLE))('%s', { timeout: 15_000 }, async (name, trouble) => {
    const calls = Object.entries(CALLS)
    const outcomes = await Promise.all(calls.map(async ([, call]) => outcome(call, trouble)))
    for (const [index, { result, tookMs }] of outcomes.entries()) {
      const call = calls[index]?.[0] ?? ''
      expect(tookMs).toBeLessThan(trouble.within)
      const kind = ANSWERS.has(`${name} ${call}`) ? 'answer' : trouble.kind
      expect([name, call, result.ok ? 'answer' : result.failure.kind]).toEqual([name, call, kind])
      expect(JSON.stringify(result)).not.toMatch(/gh[ps]_/)
    }
  })
})

describe.concurrent('within the deadline', () => {
  it('Retry-After is waited for, and the call then succeeds', async () => {
    const here = await shop()
    here.fake.failNext({ method: 'GET', path: '/comments', ...secondaryRateLimit(1) })
    here.fake.failNext({ method: 'POST', path: '/comments', fault: 429, headers: { 'retry-after': '1' } })
    const started = performance.now()
    expect(await sticky(await here.client(), here)).toMatchObject({ ok: true })
    expect(performance.now() - started).toBeGreaterThan(1990)
  })

  it('all calls of one post share it', async () => {
    const here = await shop()
    here.fake.failNext({ fault: 'hang', times: Infinity })
    const client = await here.client({ ms: 500 })
    const started = performance.now()
    const results = [await sticky(client, here), await waiver(client, here), await sticky(client, here)]
    expect(performance.now() - started).toBeLessThan(1200)
    expect(here.fake.requests).toHaveLength(1)
    const warning = warningOf(results.flatMap((result) => (result.ok ? [] : [result.failure])))
    expect(warning).toBe(
      'GitHub: cannot write the pull-request comment: no answer in time; cannot look for a waiver: no answer in time.',
    )
  })

  it('one hanging attempt leaves time for a second', { timeout: 10_000 }, async () => {
    const here = await shop()
    here.fake.failNext({ method: 'GET', fault: 'hang' })
    const started = performance.now()
    expect(await sticky(await here.client({ attemptMs: 300 }), here)).toMatchObject({ ok: true })
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it('cancelling ends a wait at once, and is no warning', async () => {
    const here = await shop()
    here.fake.failNext({ ...secondaryRateLimit(9), times: Infinity })
    const cancel = new AbortController()
    const client = await here.client({ signal: cancel.signal })
    setTimeout(() => cancel.abort(), 100)
    const started = performance.now()
    const result = await sticky(client, here)
    expect(performance.now() - started).toBeLessThan(600)
    expect(result).toMatchObject({ ok: false, failure: { kind: 'cancelled' } })
    expect(warningOf(result.ok ? [] : [result.failure])).toBeNull()
  })
})

it('speaks to GitHub Enterprise Server under its own path', async () => {
  const here = await shop({ basePath: '/api/v3', server: 'https://github.example.com' })
  expect(await sticky(await here.client(), here)).toMatchObject({ ok: true, value: { outcome: 'created' } })
  expect(here.repository.commentsOn(here.pull)).toHaveLength(1)
})
