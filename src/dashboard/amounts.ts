import type { Entry } from '../ledger/entry.ts'

/** Figures of an entry that are summed, by their name in the ledger: Wh, g, g, g, L, s. */
const FIGURES = ['wh', 'g', 'op_g', 'em_g', 'l', 's'] as const
export type Figure = (typeof FIGURES)[number]

type Figures = Pick<Entry, Figure>

/** A running sum over entries. Entries without a figure are counted apart: the sum leaves them out. */
export class Amounts {
  entries = 0
  readonly #sum: Record<Figure, number> = { wh: 0, g: 0, op_g: 0, em_g: 0, l: 0, s: 0 }
  readonly #known: Record<Figure, number> = { wh: 0, g: 0, op_g: 0, em_g: 0, l: 0, s: 0 }
  readonly #largest: Record<Figure, number> = { wh: 0, g: 0, op_g: 0, em_g: 0, l: 0, s: 0 }

  add(figures: Figures): void {
    this.entries += 1
    for (const figure of FIGURES) {
      const value = figures[figure]
      if (value === null) continue
      this.#sum[figure] += value
      this.#known[figure] += 1
      if (value > this.#largest[figure]) this.#largest[figure] = value
    }
  }

  /** The sum of the known figures; null if no entry has it. 0 without entries. */
  sum(figure: Figure): number | null {
    return this.entries > 0 && this.#known[figure] === 0 ? null : this.#sum[figure]
  }

  /** The largest single figure; null if no entry has it. */
  largest(figure: Figure): number | null {
    return this.#known[figure] === 0 ? null : this.#largest[figure]
  }

  /** Entries without the figure. */
  unknown(figure: Figure): number {
    return this.entries - this.#known[figure]
  }
}

/** The known figures of several amounts together. */
export function sumOf(several: Iterable<Amounts>, figure: Figure): number {
  let sum = 0
  for (const amounts of several) sum += amounts.sum(figure) ?? 0
  return sum
}

/** The amounts of a key, made when they are first asked for. */
export function amountsOf<K>(map: Map<K, Amounts>, key: K): Amounts {
  const known = map.get(key)
  if (known) return known
  const fresh = new Amounts()
  map.set(key, fresh)
  return fresh
}
