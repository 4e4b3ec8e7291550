import type { Entry } from './entry.ts'

/**
 * The runs that began last, by the hash of their id, in two halves. When the newer half is full, the runs of the older half are closed and
 * the newer half becomes the older one: taking the oldest run out of a Map one by one would make it rebuild itself all the time.
 */
export class LaterRuns {
  readonly #room: number
  #late = new Map<number, Entry>()
  #before = new Map<number, Entry>()

  /** @param room maximum number of runs kept; at least half of them stay */
  constructor(room: number) {
    this.#room = room
  }

  /** Energy of a kept run, Wh. */
  totalWh(key: number): number | undefined {
    return (this.#late.get(key) ?? this.#before.get(key))?.totalWh
  }

  /** A larger entry of a kept run. */
  replace(key: number, entry: Entry): void {
    const runs = this.#late.has(key) ? this.#late : this.#before
    runs.set(key, entry)
  }

  /** Keeps a new run. @param onClosed takes the runs that make room for it */
  begin(key: number, entry: Entry, onClosed: (entry: Entry, key: number) => void): void {
    if (this.#late.size >= this.#room / 2) {
      this.#before.forEach(onClosed)
      this.#before = this.#late
      this.#late = new Map()
    }
    this.#late.set(key, entry)
  }

  /** Returns the runs that are still kept. */
  drain(onClosed: (entry: Entry) => void): void {
    for (const runs of [this.#before, this.#late]) for (const entry of runs.values()) onClosed(entry)
  }
}
