// Every call against everything that can go wrong: one failure in time, nothing thrown, no token in its text.
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
  writeSticky(client, { at, isMarked: (body) => body === 'text', isKeptIn: null, readOnlyToken: false }, () => 'text')
const waiver: Act = (client, { at }) => readWaiver(client, at, 'carbon-waiver')

/** Each call with the request of it that fails. */
const CALLS: Record<string, { readonly act: Act; readonly at: Pick<Fault, 'method' | 'path'> }> = {
  'list comments': { act: sticky, at: { method: 'GET', path: '/comments' } },
  'create a comment': { act: sticky, at: { method: 'POST', path: '/comments' } },
  'read a file': {
    act: (client, { at }) => readFileAt(client, { ...at, path: 'README.md', ref: 'main' }),
    at: { path: '/contents/' },
  },
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

/** Allowance where a call hangs, ms: those before it need less, also on a slow machine. */
const HANGING_MS = 3_000

/** Allowance otherwise, ms. A wait for a named minute would use it up, and the failure would be `timed-out`. */
const USUAL_MS = 30_000

interface Trouble {
  readonly fault: Pick<Fault, 'fault' | 'headers' | 'body' | 'delayMs' | 'applied'>
  readonly kind: string
  /** Allowance of the client, ms. */
  readonly ms?: number
}

const TROUBLE: Record<string, Trouble> = {
  '401': { fault: { fault: 401 }, kind: 'unauthorized' },
  '403': { fault: { fault: 403 }, kind: 'forbidden' },
  '404': { fault: { fault: 404 }, kind: 'not-found' },
  '422': { fault: { fault: 422 }, kind: 'invalid' },
  '429': { fault: { fault: 429 }, kind: 'rate-limited' },
  '500': { fault: { fault: 500 }, kind: 'unavailable' },
  '503': { fault: { fault: 503 }, kind: 'unavailable' },
  'secondary rate limit': { fault: secondaryRateLimit(60), kind: 'rate-limited' },
  'time-out': { fault: { fault: 'timeout', delayMs: 60_000 }, kind: 'timed-out', ms: HANGING_MS },
  'hanging body': { fault: { fault: 'hang' }, kind: 'timed-out', ms: HANGING_MS },
  'truncated body': { fault: { fault: 'truncate', applied: true }, kind: 'unavailable' },
  "a proxy's page": {
    fault: { fault: 200, headers: { 'content-type': 'text/html' }, body: '<html>sign in</html>' },
    kind: 'unavailable',
  },
  'no JSON': { fault: { fault: 200, body: '{"a":' }, kind: 'unavailable' },
  'broken connection': { fault: { fault: 'reset' }, kind: 'unreachable' },
}

async function outcome({ act, at }: (typeof CALLS)[string], { fault, ms = USUAL_MS }: Trouble) {
  const here = await shop()
  here.repository.label(here.pull, 'carbon-waiver', here.pull.author)
  here.fake.failNext({ ...at, ...fault, times: Infinity })
  const client = await here.client({ ms })
  return act(client, here)
}

describe.concurrent('on each call is one bounded failure', () => {
  it.each(Object.entries(TROUBLE))('%s', { timeout: USUAL_MS }, async (name, trouble) => {
    const calls = Object.entries(CALLS)
    const outcomes = await Promise.all(calls.map(async ([, call]) => outcome(call, trouble)))
    for (const [index, result] of outcomes.entries()) {
      const call = calls[index]?.[0] ?? ''
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
    const client = await here.client({ ms: 1_500 })
    const results = [await sticky(client, here), await waiver(client, here), await sticky(client, here)]
    expect(here.fake.requests).toHaveLength(1)
    const warning = warningOf(results.flatMap((result) => (result.ok ? [] : [result.failure])))
    expect(warning).toBe(
      'GitHub: cannot write the pull-request comment: no answer in time; cannot look for a waiver: no answer in time.',
    )
  })

  it('one hanging attempt leaves time for a second', { timeout: 10_000 }, async () => {
    const here = await shop()
    here.fake.failNext({ method: 'GET', fault: 'hang' })
    expect(await sticky(await here.client({ attemptMs: 1_500 }), here)).toMatchObject({ ok: true })
  })

  it('cancelling ends a wait at once, without a warning', async () => {
    const here = await shop()
    here.fake.failNext({ ...secondaryRateLimit(9), times: Infinity })
    const cancel = new AbortController()
    const client = await here.client({ signal: cancel.signal })
    setTimeout(() => cancel.abort(), 100)
    const started = performance.now()
    const result = await sticky(client, here)
    // The server names nine seconds.
    expect(performance.now() - started).toBeLessThan(6_000)
    expect(result).toMatchObject({ ok: false, failure: { kind: 'cancelled' } })
    expect(warningOf(result.ok ? [] : [result.failure])).toBeNull()
  })
})

it('speaks to GitHub Enterprise Server under its own path', async () => {
  const here = await shop({ basePath: '/api/v3', server: 'https://github.example.com' })
  expect(await sticky(await here.client(), here)).toMatchObject({ ok: true, value: { outcome: 'created' } })
  expect(here.repository.commentsOn(here.pull)).toHaveLength(1)
})
