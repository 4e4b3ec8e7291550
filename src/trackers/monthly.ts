import type { EnergyRecord } from '../core/energy-record.ts'
import { note } from '../core/notes.ts'
import type { Log } from './log.ts'

/** The month of a date as exports write it. Null if the text is not a date. */
export function monthOf(text: string): string | null {
  return /^(\d{4}-(?:0[1-9]|1[0-2]))(?:-\d\d)?(?:[ T].*)?$/.exec(text.trim())?.[1] ?? null
}

/** Sums by month, in order of time. A month of a cloud account is reported weeks later and never describes a single job. */
export class Months {
  readonly #log: Log
  readonly #months = new Map<string, { grams: number; line: number; places: Set<string> }>()

  constructor(log: Log) {
    this.#log = log
  }

  /** @param month YYYY-MM, or `latest` where the export does not say */
  add(month: string, grams: number, line: number, place: string | null): void {
    const known = this.#months.get(month) ?? { grams: 0, line, places: new Set<string>() }
    known.grams += grams
    if (place !== null && known.places.size < 5) known.places.add(place)
    this.#months.set(month, known)
  }

  records(account: string): EnergyRecord[] {
    const log = this.#log
    const sorted = [...this.#months].toSorted(([a], [b]) => (a < b ? -1 : 1))
    return sorted.map(([month, { grams, line, places }]) => {
      const when = month === 'latest' ? 'the latest month' : month
      const text = `${log.file} is a carbon report of a cloud account for ${when}: no job's emissions, so it cannot gate one`
      return log.record({
        name: `${account} ${month}`,
        month,
        emissionsG: grams,
        place: [...places].join(', ') || null,
        method: 'estimated',
        line,
        notes: [note('log-monthly', text)],
      })
    })
  }
}
