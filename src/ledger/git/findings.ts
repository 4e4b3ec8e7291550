import type { LedgerFault } from '../store.ts'

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
