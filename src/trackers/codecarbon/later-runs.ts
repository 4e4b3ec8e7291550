import type { Entry } from './entry.ts'

/** What is kept of a run that has no part of its own. */
export type RunFigures = Omit<Entry, 'waterL'>

/** Numbers of a run in a table: the seven figures. */
const WIDTH = 7

/** Runs that a table has room for at first. */
const FIRST_ROOM = 1024

/**
 * The runs that began last, by the hash of their id, in two halves. When the newer half is full, the runs of the older half are closed and
 * the newer half becomes the older one: taking the oldest run out of a Map one by one would make it rebuild itself all the time.
 */
export class LaterRuns {
  readonly #room: number
  #late = new RunTable()
  #before = new RunTable()

  /** @param room maximum number of runs kept; at least half of them stay */
  constructor(room: number) {
    this.#room = room
  }

  /** Energy of a kept run, Wh. */
  totalWh(key: number): number | undefined {
    return this.#late.totalWh(key) ?? this.#before.totalWh(key)
  }

  /** Larger figures of a kept run. */
  replace(key: number, figures: RunFigures): void {
    const runs = this.#late.totalWh(key) === undefined ? this.#before : this.#late
    runs.set(key, figures)
  }

  /** Keeps a new run. @param onClosed takes the runs that make room for it */
  begin(key: number, figures: RunFigures, onClosed: (figures: RunFigures, key: number) => void): void {
    if (this.#late.size >= this.#room / 2) {
      this.#before.forEach(onClosed)
      this.#before = this.#late
      this.#late = new RunTable()
    }
    this.#late.set(key, figures)
  }

  /** Returns the runs that are still kept. */
  drain(onClosed: (figures: RunFigures) => void): void {
    for (const runs of [this.#before, this.#late]) runs.forEach(onClosed)
  }
}

/** Figures of runs as rows of one array: a fifth of the memory that an object for each takes. */
class RunTable {
  readonly #rows = new Map<number, number>()
  #numbers = new Float64Array(FIRST_ROOM * WIDTH)

  get size(): number {
    return this.#rows.size
  }

  totalWh(key: number): number | undefined {
    const row = this.#rows.get(key)
    return row === undefined ? undefined : this.#numbers[row * WIDTH]
  }

  set(key: number, { totalWh, pue, durationS, emissionsG, cpuWh, gpuWh, memoryWh }: RunFigures): void {
    let row = this.#rows.get(key)
    if (row === undefined) {
      row = this.#rows.size
      this.#rows.set(key, row)
      if ((row + 1) * WIDTH > this.#numbers.length) this.#grow()
    }
    // Unknown figures are NaN here.
    const figures = [
      totalWh,
      pue,
      durationS,
      emissionsG,
      cpuWh ?? Number.NaN,
      gpuWh ?? Number.NaN,
      memoryWh ?? Number.NaN,
    ]
    this.#numbers.set(figures, row * WIDTH)
  }

  #grow(): void {
    const old = this.#numbers
    this.#numbers = new Float64Array(old.length * 2)
    this.#numbers.set(old)
  }

  forEach(onRun: (figures: RunFigures, key: number) => void): void {
    const known = (value: number): number | null => (Number.isNaN(value) ? null : value)
    for (const [key, row] of this.#rows) {
      const [totalWh, pue, durationS, emissionsG, cpuWh, gpuWh, memoryWh] = this.#numbers.subarray(
        row * WIDTH,
        (row + 1) * WIDTH,
      ) as unknown as [number, number, number, number, number, number, number]
      const parts = { cpuWh: known(cpuWh), gpuWh: known(gpuWh), memoryWh: known(memoryWh) }
      onRun({ totalWh, pue, durationS, emissionsG, ...parts }, key)
    }
  }
}
