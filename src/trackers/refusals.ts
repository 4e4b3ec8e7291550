import { MeasurementError } from '../core/errors.ts'
import { printable } from '../core/text.ts'
import type { Refusal } from './tracker.ts'

/** Maximum number of refusals that are kept one by one: a log full of faults must not fill the memory or the screen. */
const MAX_KEPT = 50

/** Collects the refused rows of one file. */
export class Refusals {
  readonly #file: string
  readonly #kept: Refusal[] = []
  #dropped = 0

  constructor(file: string) {
    this.#file = file
  }

  add(line: number | null, reason: string): void {
    if (this.#kept.length < MAX_KEPT) this.#kept.push({ file: this.#file, line, reason: printable(reason, 500) })
    else this.#dropped += 1
  }

  /** Reads one row. A MeasurementError (a number that cannot be trusted) refuses the row; other errors are thrown. */
  attempt(line: number | null, read: () => void): void {
    try {
      read()
    } catch (error) {
      if (!(error instanceof MeasurementError)) throw error
      this.add(line, error.message)
    }
  }

  get count(): number {
    return this.#kept.length + this.#dropped
  }

  list(): readonly Refusal[] {
    if (this.#dropped === 0) return this.#kept
    const rest = this.#dropped
    return [...this.#kept, { file: this.#file, line: null, reason: `${rest} more rows cannot be trusted`, rows: rest }]
  }
}
