import type { EnergyRecord } from '../../core/energy-record.ts'
import { note, record } from '../record.ts'
import { type Entry, type Lookup, recordOf } from './entry.ts'
import { RunHashes } from './run-hashes.ts'
import { MeasurementError } from '../../core/errors.ts'

/** Most runs held one by one; the oldest beyond them are summed up, so that a log of any length fits in memory. */
const MAX_RUNS = 10_000

interface Held {
  entry: Entry
  record: EnergyRecord | null
  /** What the record is made of, until the batch of rows is let go. */
  pending: { value: Lookup; line: number } | null
}

/** Sums of what no longer fits one by one. */
interface Rest {
  runs: number
  durationS: number
  itWh: number
  totalWh: number
  cpuWh: number | null
  gpuWh: number | null
  memoryWh: number | null
  emissionsG: number
  line: number | null
}

/**
 * The runs of a log. Entries of one run are cumulative (every flush writes the run so far): the largest stands. An entry without a
 * run id is a run of its own, and so is every piece of a run (a task).
 */
export class Runs {
  readonly #file: string
  readonly #held = new Map<string, Held>()
  readonly #single: EnergyRecord[] = []
  readonly #closed = new RunHashes()
  #rest: Rest | null = null
  readonly #pending = new Map<string, Held>()
  #cumulative = 0

  constructor(file: string) {
    this.#file = file
  }

  /** @throws MeasurementError for an entry of a run that was already summed up: it cannot be told from a new one */
  add(value: Lookup, entry: Entry, at: { line: number; runId: string | null; piece: string | null }): void {
    if (at.runId === null || at.piece !== null) {
      const single = recordOf(value, entry, { file: this.#file, ...at })
      if (this.#single.length < MAX_RUNS) this.#single.push(single)
      else this.#fold(single)
      return
    }
    const { runId, line } = at
    const held = this.#held.get(runId)
    if (held) {
      this.#cumulative += 1
      // Flushed again and again, a run only grows; after a fault the largest is what was used at least.
      if (entry.totalWh < held.entry.totalWh) return
      this.#written(runId, held)
      held.entry = entry
      held.pending = { value, line }
      return
    }
    if (this.#closed.has(runId)) {
      throw new MeasurementError(`run ${runId} goes on after ${MAX_RUNS} other runs: it cannot be told from a new one`)
    }
    const begun: Held = { entry, record: null, pending: { value, line } }
    this.#held.set(runId, begun)
    this.#pending.set(runId, begun)
    if (this.#held.size > MAX_RUNS) {
      const [oldest, each] = this.#held.entries().next().value as [string, Held]
      this.#held.delete(oldest)
      this.#pending.delete(oldest)
      this.#closed.add(oldest)
      this.#fold(each.record ?? this.#recordOf(oldest, each))
    }
  }

  /** Most recently written last, so that the first is the one to close. */
  #written(runId: string, held: Held): void {
    if (this.#held.size > 1 && !this.#pending.has(runId)) {
      this.#held.delete(runId)
      this.#held.set(runId, held)
    }
    this.#pending.set(runId, held)
  }

  /** Makes records of what was added since the last call: after it, the rows may be let go. */
  settle(): void {
    for (const [runId, held] of this.#pending) {
      held.record = this.#recordOf(runId, held)
      held.pending = null
    }
    this.#pending.clear()
  }

  #recordOf(runId: string, { entry, pending, record }: Held): EnergyRecord {
    if (pending === null) return record as EnergyRecord
    return recordOf(pending.value, entry, { file: this.#file, line: pending.line, runId, piece: null })
  }

  #fold(each: EnergyRecord): void {
    const rest: Rest = (this.#rest ??= {
      runs: 0,
      durationS: 0,
      itWh: 0,
      totalWh: 0,
      cpuWh: 0,
      gpuWh: 0,
      memoryWh: 0,
      emissionsG: 0,
      line: each.line,
    })
    rest.runs += 1
    rest.durationS += each.durationS ?? 0
    rest.itWh += each.itWh ?? 0
    rest.totalWh += (each.itWh ?? 0) * each.pue
    rest.cpuWh = plus(rest.cpuWh, each.cpuWh)
    rest.gpuWh = plus(rest.gpuWh, each.gpuWh)
    rest.memoryWh = plus(rest.memoryWh, each.memoryWh)
    rest.emissionsG += each.emissionsG ?? 0
  }

  get size(): number {
    return this.#held.size + this.#single.length
  }

  /** What was read, in the order in which the runs were last written. */
  records(): EnergyRecord[] {
    this.settle()
    const held = [...this.#held.values()].map(({ record }) => record).filter((each) => each !== null)
    const records = [...held, ...this.#single]
    if (this.#cumulative > 0 && records[0]) {
      const text = `${this.#cumulative} earlier rows of runs that were flushed on the way are inside their last row and not added to it`
      records[0] = { ...records[0], notes: [...records[0].notes, note('log-cumulative', 'info', text)] }
    }
    const rest = this.#rest
    if (rest === null) return records
    const text = `the log holds more than ${MAX_RUNS} runs: ${rest.runs} of them are summed up, and not compared with other files`
    return [
      ...records,
      record({
        name: `${rest.runs} more runs`,
        runs: rest.runs,
        durationS: rest.durationS,
        itWh: rest.itWh,
        cpuWh: rest.cpuWh,
        gpuWh: rest.gpuWh,
        memoryWh: rest.memoryWh,
        pue: rest.itWh > 0 ? Math.max(1, rest.totalWh / rest.itWh) : 1,
        emissionsG: rest.emissionsG,
        gPerKwh: rest.totalWh > 0 ? (rest.emissionsG / rest.totalWh) * 1000 : null,
        method: 'measured',
        file: this.#file,
        line: rest.line,
        notes: [note('log-summed-up', 'info', text)],
      }),
    ]
  }
}

function plus(sum: number | null, value: number | null): number | null {
  return sum === null || value === null ? null : sum + value
}
