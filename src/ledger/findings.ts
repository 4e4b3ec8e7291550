import type { LedgerFault } from './store.ts'

/** How much later than its writing an entry may end before a clock must be wrong, ms. */
const CLOCK_SLACK_MS = 10 * 60_000

/** Minutes by which an entry ended after it was written; null where the clocks agree. */
export function minutesAhead(endedAt: string, writtenS: number): number | null {
  const aheadMs = Date.parse(endedAt) - writtenS * 1000
  return aheadMs > CLOCK_SLACK_MS ? Math.round(aheadMs / 60_000) : null
}

/** Collects what is wrong. */
export class Findings {
  readonly faults: LedgerFault[] = []
  readonly warnings: LedgerFault[] = []

  fault(text: string, { commit = null, file = null, line = null }: Partial<LedgerFault> = {}): void {
    this.faults.push({ commit, file, line, text })
  }

  warn(text: string, { commit = null, file = null, line = null }: Partial<LedgerFault> = {}): void {
    this.warnings.push({ commit, file, line, text })
  }
}
