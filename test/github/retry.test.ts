import { describe, expect, it } from 'vitest'
import { DeadlineError } from '../../src/github/deadline.ts'
import { CutShortError, waitBeforeRetry } from '../../src/github/retry.ts'

function http(status: number, headers: Record<string, string> = {}, message = 'refused'): Error {
  return Object.assign(new Error(message), { status, response: { headers } })
}

const NOW = Date.UTC(2026, 0, 1)
const wait = (error: unknown, method = 'GET', attempt = 1): number | null =>
  waitBeforeRetry(error, method, attempt, 0.5, NOW)

describe('waiting before a retry', () => {
  it.each([401, 403, 404, 410, 422])('never helps against %i', (status) => {
    expect(wait(http(status))).toBeNull()
  })

  it('grows, and ends after three attempts', () => {
    expect([1, 2, 3].map((attempt) => wait(http(502), 'GET', attempt))).toEqual([400, 1200, null])
  })

  it('honours Retry-After of limits and of outages', () => {
    expect(wait(http(429, { 'retry-after': '3' }))).toBe(3000)
    expect(wait(http(403, { 'retry-after': '7' }, 'You have exceeded a secondary rate limit'), 'POST')).toBe(7000)
    expect(wait(http(503, { 'retry-after': '2' }))).toBe(2000)
  })

  it('honours the end of a primary limit', () => {
    const reset = String(NOW / 1000 + 4)
    expect(wait(http(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }))).toBe(5000)
  })

  it('is a minute for a secondary limit that names no time', () => {
    expect(wait(http(403, {}, 'You have exceeded a secondary rate limit'))).toBe(60_000)
    expect(wait(http(429))).toBe(60_000)
  })

  it('does not read nonsense as a time', () => {
    for (const value of ['', 'soon', '-1', 'NaN', 'Infinity']) {
      const ms = wait(http(429, { 'retry-after': value }))
      expect(ms).toBe(value === '' ? 0 : 60_000)
    }
  })

  it('never repeats a POST that may have been carried out', () => {
    for (const error of [http(502), new CutShortError(), Object.assign(new Error('reset'), { status: 500 })]) {
      expect(wait(error, 'POST')).toBeNull()
      expect(wait(error, 'PATCH')).toBe(400)
    }
  })

  it('is over with the deadline', () => {
    expect(wait(new DeadlineError('timed-out'))).toBeNull()
    expect(wait(new TypeError('ours'))).toBeNull()
  })
})
