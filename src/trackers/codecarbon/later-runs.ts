import type { Entry } from './entry.ts'

/** The figures of one run, in the order in which a bank stores them; NaN for null. */
const FIGURES = ['durationS', 'emissionsG', 'totalWh', 'cpuWh', 'gpuWh', 'memoryWh', 'pue', 'waterL'] as const

/** Runs kept for their figures alone, by the hash of their id, as numbers in a row: a million objects would need too much memory. */
class Bank {
  readonly #slots = new Map<number, number>()
  readonly #figures: Float64Array

  constructor(room: number) {
    this.#figures = new Float64Array(room * FIGURES.length)
  }

  get size(): number {
    return this.#slots.size
  }

  /** Energy of a run, Wh; undefined when it is not here. */
  totalWh(key: number): number | undefined {
    const slot = this.#slots.get(key)
    return slot === undefined ? undefined : this.#figures[slot * FIGURES.length + FIGURES.indexOf('totalWh')]
  }

  set(key: number, entry: Entry): void {
    let slot = this.#slots.get(key)
    if (slot === undefined) {
      slot = this.#slots.size
      this.#slots.set(key, slot)
    }
    for (let at = 0; at < FIGURES.length; at += 1) {
      this.#figures[slot * FIGURES.length + at] = entry[FIGURES[at] as (typeof FIGURES)[number]] ?? Number.NaN
    }
  }

  /** Gives out every run and is empty. */
  drain(each: (key: number, entry: Entry) => void): void {
    for (const [key, slot] of this.#slots) each(key, this.#entry(slot * FIGURES.length))
    this.#slots.clear()
  }

  #entry(from: number): Entry {
    const [durationS = 0, emissionsG = 0, totalWh = 0, cpuWh, gpuWh, memoryWh, pue = 1, waterL] =
      this.#figures.subarray(from, from + FIGURES.length)
    const known = (value: number | undefined): number | null =>
      value === undefined || Number.isNaN(value) ? null : value
    return {
      durationS,
      emissionsG,
      totalWh,
      cpuWh: known(cpuWh),
      gpuWh: known(gpuWh),
      memoryWh: known(memoryWh),
      pue,
      waterL: known(waterL),
    }
  }
}

/**
 * The runs that began last, up to a number of them: those of late and those before. When the ones are full, the others are closed.
 * (Taking the oldest out one by one would have a Map rebuilt all the time.)
 */
export class LaterRuns {
  readonly #room: number
  #late: Bank
  #before: Bank

  /** @param room maximum number of runs kept; at least half of them stay */
  constructor(room: number) {
    this.#late = new Bank(room / 2)
    this.#before = new Bank(room / 2)
    this.#room = room
  }

  /** Energy of a kept run, Wh. */
  totalWh(key: number): number | undefined {
    return this.#late.totalWh(key) ?? this.#before.totalWh(key)
  }

  /** A larger entry of a kept run. */
  replace(key: number, entry: Entry): void {
    const bank = this.#late.totalWh(key) === undefined ? this.#before : this.#late
    bank.set(key, entry)
  }

  /** Keeps a new run. @param onClosed takes the runs that make room for it */
  begin(key: number, entry: Entry, onClosed: (key: number, entry: Entry) => void): void {
    if (this.#late.size >= this.#room / 2) {
      this.#before.drain(onClosed)
      ;[this.#late, this.#before] = [this.#before, this.#late]
    }
    this.#late.set(key, entry)
  }

  /** Returns the runs that are still kept. */
  drain(onClosed: (key: number, entry: Entry) => void): void {
    this.#before.drain(onClosed)
    this.#late.drain(onClosed)
  }
}
