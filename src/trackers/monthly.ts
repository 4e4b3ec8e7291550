import type { EnergyRecord } from '../core/energy-record.ts'
import { note } from '../core/notes.ts'
import { record } from './record.ts'

/** A month of a cloud account, as the provider reports it weeks later. It never describes a single job. */
function monthly(known: {
  file: string
  line: number | null
  name: string
  /** YYYY-MM, or `latest` where the export does not say. */
  month: string
  grams: number
  place: string | null
}): EnergyRecord {
  const when = known.month === 'latest' ? 'the latest month' : known.month
  return record({
    name: known.name,
    month: known.month,
    emissionsG: known.grams,
    place: known.place,
    method: 'estimated',
    file: known.file,
    line: known.line,
    notes: [
      note(
        'log-monthly',
        `${known.file} is a carbon report of a cloud account for ${when}: no job's emissions, so it cannot gate one`,
      ),
    ],
  })
}

/** The month of a date as exports write it. Null if the text is not a date. */
export function monthOf(text: string): string | null {
  return /^(\d{4}-(?:0[1-9]|1[0-2]))(?:-\d\d)?(?:[ T].*)?$/.exec(text.trim())?.[1] ?? null
}

/** Sums by month, in order of time. */
export class Months {
  readonly #months = new Map<string, { grams: number; line: number; places: Set<string> }>()

  add(month: string, grams: number, line: number, place: string | null): void {
    const known = this.#months.get(month) ?? { grams: 0, line, places: new Set<string>() }
    known.grams += grams
    if (place !== null && known.places.size < 5) known.places.add(place)
    this.#months.set(month, known)
  }

  records(file: string, account: string): EnergyRecord[] {
    return [...this.#months]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, { grams, line, places }]) =>
        monthly({ file, line, name: `${account} ${month}`, month, grams, place: [...places].join(', ') || null }),
      )
  }
}
