import type { EnergyRecord } from '../../core/energy-record.ts'
import type { TokenUsage } from '../../core/llm/usage.ts'
import { detached } from '../field.ts'
import { MAX_RUNS } from '../limits.ts'
import type { Log } from '../log.ts'

/** A sum that grows in place: a new object for each of millions of records costs more than the sum. */
interface Total {
  readonly line: number
  readonly usage: Writable<TokenUsage>
  endAt: string | null
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

/** Sums usage by model, provider and region, in constant memory. */
export class UsageTotals {
  readonly #log: Log
  readonly #totals = new Map<string, Total>()

  constructor(log: Log) {
    this.#log = log
  }

  add(usage: TokenUsage, line: number): void {
    let key = `${usage.model ?? ''}\n${usage.provider ?? ''}\n${usage.region ?? ''}`
    if (!this.#totals.has(key) && this.#totals.size >= MAX_RUNS) key = '\n\n'
    const known = this.#totals.get(key)
    if (known === undefined) {
      const copy = (text: string | null): string | null => (text === null ? null : detached(text))
      const own = key === '\n\n' ? { ...usage, model: null, provider: null, region: null } : usage
      this.#totals.set(detached(key), {
        line,
        usage: { ...own, model: copy(own.model), provider: copy(own.provider), region: copy(own.region) },
        endAt: usage.at,
      })
      return
    }
    const sum = known.usage
    sum.requests += usage.requests
    sum.inputUncached += usage.inputUncached
    sum.cacheRead += usage.cacheRead
    sum.cacheWrite += usage.cacheWrite
    sum.output += usage.output
    sum.at = earlier(sum.at, usage.at)
    known.endAt = known.endAt === null || usage.at === null ? null : known.endAt > usage.at ? known.endAt : usage.at
  }

  records(): readonly EnergyRecord[] {
    return [...this.#totals.values()].map(({ line, usage, endAt }) =>
      this.#log.record({
        name: usage.model ?? `unknown model${usage.provider === null ? '' : ` of ${usage.provider}`}`,
        startedAt: usage.at,
        endedAt: endAt,
        place: usage.region,
        usage,
        method: 'estimated',
        line,
      }),
    )
  }
}

/** The earlier of two times; null where one is unknown. */
function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return null
  return a < b ? a : b
}
