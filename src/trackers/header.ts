import { MeasurementError } from '../core/errors.ts'
import { nearest } from '../core/nearest.ts'

/** Most columns a log may have; the widest known format has 38. */
const MAX_COLUMNS = 1000

/** A CSV's header: where each column is. Names are keys of a Map, so a column called `__proto__` is safe. */
export class Header {
  readonly names: readonly string[]
  readonly #index = new Map<string, number>()

  /** @throws MeasurementError for two columns of one name, or too many columns */
  constructor(fields: readonly string[]) {
    if (fields.length > MAX_COLUMNS) throw new MeasurementError(`the header has ${fields.length} columns`)
    this.names = fields.map((field) => field.trim())
    this.names.forEach((name, index) => {
      if (this.#index.has(name)) throw new MeasurementError(`the header names column ${JSON.stringify(name)} twice`)
      this.#index.set(name, index)
    })
  }

  has(name: string): boolean {
    return this.#index.has(name)
  }

  /** Index of a column, or -1. */
  index(name: string): number {
    return this.#index.get(name) ?? -1
  }

  /** Index of the first column whose name matches, or -1. */
  find(pattern: RegExp): number {
    return this.names.findIndex((name) => pattern.test(name))
  }

  /** @throws MeasurementError when a column is missing */
  need(name: string): number {
    const index = this.index(name)
    if (index !== -1) return index
    const [near] = nearest(name, this.names)
    const hint = near === undefined ? '' : `: did you mean ${JSON.stringify(near.slice(0, 80))}?`
    throw new MeasurementError(`the header has no column ${JSON.stringify(name)}${hint}`)
  }
}
