// GitHub's budgets of requests: an hour's for each token, and a minute's for writing content.
import type { Token } from './account.ts'

interface Use {
  resetAt: Date
  used: number
  writes: number[]
}

const HOUR_MS = 3600 * 1000
const MINUTE_MS = 60 * 1000

export class RateLimit {
  readonly #limit: number
  readonly #writesPerMinute: number
  readonly #uses = new Map<string, Use>()

  constructor(limit: number, writesPerMinute: number) {
    this.#limit = limit
    this.#writesPerMinute = writesPerMinute
  }

  take(token: Token | undefined, isWrite: boolean, now: Date): 'pass' | 'primary' | 'secondary' {
    const use = this.#use(token, now)
    if (use.used >= this.#limit) return 'primary'
    use.used += 1
    if (!isWrite) return 'pass'
    use.writes = use.writes.filter((at) => at > now.getTime() - MINUTE_MS)
    if (use.writes.length >= this.#writesPerMinute) return 'secondary'
    use.writes.push(now.getTime())
    return 'pass'
  }

  resetAt(token: Token | undefined, now: Date): Date {
    return this.#use(token, now).resetAt
  }

  headers(token: Token | undefined, now: Date): Record<string, string> {
    const { limit, remaining, used, reset } = this.overview(token, now)
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-used': String(used),
      'x-ratelimit-reset': String(reset),
      'x-ratelimit-resource': 'core',
    }
  }

  overview(token: Token | undefined, now: Date): { limit: number; remaining: number; used: number; reset: number } {
    const { used, resetAt } = this.#use(token, now)
    return { limit: this.#limit, remaining: this.#limit - used, used, reset: Math.floor(resetAt.getTime() / 1000) }
  }

  #use(token: Token | undefined, now: Date): Use {
    const key = token?.secret ?? ''
    let use = this.#uses.get(key)
    if (use === undefined || use.resetAt <= now) {
      use = { resetAt: new Date(now.getTime() + HOUR_MS), used: 0, writes: [] }
      this.#uses.set(key, use)
    }
    return use
  }
}
