import type { EnergyRecord } from '../../core/energy-record.ts'
import { detached } from '../field.ts'
import { note } from '../../core/notes.ts'
import { record, withNotes } from '../record.ts'
import { type Entry, type Lookup, recordOf } from './entry.ts'
import { LaterRuns } from './later-runs.ts'
import { methodOfParts } from './method.ts'
import { RunHashes, runHash } from './run-hashes.ts'
import { MeasurementError } from '../../core/errors.ts'

/** Most runs with a part of their own: about 4 KB each. The later ones are summed up, so that a log of any length fits in memory. */
const MAX_RUNS = 4000
/** Maximum number of later runs kept open for further rows: about 100 bytes each. */
const MAX_OPEN = 10_000

interface OpenRun {
  readonly runId: string
  entry: Entry
  /** Of the row that counts. */
  line: number
  stamp: string | undefined
  /** What the run's first row says of its machine and place: they do not change while it runs. */
  readonly first: () => Lookup
  /** Whether `stamp` is a slice of the current text and must be copied before that is released. */
  isFresh: boolean
}

/** One entry of a log. */
export interface Reported {
  readonly entry: Entry
  readonly line: number
  readonly runId: string | null
  readonly piece: string | null
  /** The time stamp as it is written. */
  readonly stamp: string | undefined
  /** The values by column, valid as long as the caller keeps its text. */
  readonly value: Lookup
  /** Makes a copy of the values that outlives the text. */
  readonly keep: () => () => Lookup
}

/** Sums of the runs beyond the limit of single ones. */
interface Rest {
  runs: number
  durationS: number
  itWh: number
  totalWh: number
  cpuWh: number | null
  gpuWh: number | null
  memoryWh: number | null
  emissionsG: number
}

/**
 * The runs of a log. Entries of one run are cumulative (every flush writes the run so far): the largest counts. An entry without a
 * run id is a run of its own, and so is every piece of a run (a task).
 */
export class Runs {
  readonly #file: string
  /** By the hash of their id. */
  readonly #open = new Map<number, OpenRun>()
  /** Runs beyond the first, kept for their figures alone; not allocated for a log with few. */
  #later: LaterRuns | null = null
  readonly #single: EnergyRecord[] = []
  readonly #closed = new RunHashes()
  #rest: Rest | null = null
  #fresh: OpenRun[] = []
  #cumulative = 0
  /** The first row with smaller figures than an earlier row of its run. */
  #shrinking: { readonly runId: string; readonly line: number } | null = null

  constructor(file: string) {
    this.#file = file
  }

  /** @throws MeasurementError for an entry of a run that was already summed up: it may be a new one */
  add({ entry, line, runId, piece, stamp, value, keep }: Reported): void {
    if (runId === null || piece !== null) {
      if (this.#single.length >= MAX_RUNS) this.#fold(entry)
      else this.#single.push(recordOf(value, entry, { file: this.#file, line, runId, piece, stamp }))
      return
    }
    const key = runHash(runId)
    const open = this.#open.get(key)
    if (open) {
      this.#cumulative += 1
      // The figures of a run that is flushed repeatedly only grow. After a fault the largest is a lower bound.
      if (entry.totalWh < open.entry.totalWh) {
        this.#shrinking ??= { runId: detached(runId), line }
        return
      }
      open.entry = entry
      open.line = line
      open.stamp = stamp
      this.#isFresh(open)
      return
    }
    if (this.#open.size < MAX_RUNS) {
      const begun: OpenRun = { runId: detached(runId), entry, line, stamp, first: keep(), isFresh: false }
      this.#isFresh(begun)
      this.#open.set(key, begun)
      return
    }
    this.#addLater(runId, key, entry, line)
  }

  #addLater(runId: string, key: number, entry: Entry, line: number): void {
    const later = (this.#later ??= new LaterRuns(MAX_OPEN))
    const known = later.totalWh(key)
    if (known !== undefined) {
      this.#cumulative += 1
      if (entry.totalWh >= known) later.replace(key, entry)
      else this.#shrinking ??= { runId: detached(runId), line }
      return
    }
    if (this.#closed.has(key)) {
      throw new MeasurementError(`run ${runId} continues after ${MAX_OPEN / 2} other runs or more: it may be a new run`)
    }
    later.begin(key, entry, (closing, last) => {
      this.#closed.add(closing)
      this.#fold(last)
    })
  }

  #isFresh(open: OpenRun): void {
    if (open.isFresh) return
    open.isFresh = true
    this.#fresh.push(open)
  }

  /** To be called before the text of the rows is let go. */
  settle(): void {
    for (const open of this.#fresh) {
      if (open.stamp !== undefined) open.stamp = detached(open.stamp)
      open.isFresh = false
    }
    this.#fresh = []
  }

  #recordOf({ runId, entry, line, stamp, first }: OpenRun): EnergyRecord {
    return recordOf(first(), entry, { file: this.#file, line, runId, piece: null, stamp })
  }

  #fold({ totalWh, pue, durationS, emissionsG, cpuWh, gpuWh, memoryWh }: Entry): void {
    const rest: Rest = (this.#rest ??= {
      runs: 0,
      durationS: 0,
      itWh: 0,
      totalWh: 0,
      cpuWh: 0,
      gpuWh: 0,
      memoryWh: 0,
      emissionsG: 0,
    })
    rest.runs += 1
    rest.durationS += durationS
    rest.itWh += totalWh / pue
    rest.totalWh += totalWh
    rest.cpuWh = plus(rest.cpuWh, cpuWh, pue)
    rest.gpuWh = plus(rest.gpuWh, gpuWh, pue)
    rest.memoryWh = plus(rest.memoryWh, memoryWh, pue)
    rest.emissionsG += emissionsG
  }

  get size(): number {
    return this.#open.size + this.#single.length
  }

  /** What was read, in the order in which the runs began. */
  records(): EnergyRecord[] {
    const open = [...this.#open.values()].map((run) => this.#recordOf(run))
    const notes = []
    if (this.#cumulative > 0) {
      const text = `${this.#cumulative} earlier rows of runs that were flushed on the way are inside their last row and not added to it`
      notes.push(note('log-cumulative', text))
      if (this.#shrinking !== null) {
        const { runId, line } = this.#shrinking
        const fell = `${this.#file}:${line}: run ${runId} has less energy than in an earlier row; the largest is counted, which is too little if the run began again from 0 there`
        notes.push(note('log-run-shrinks', fell))
      }
    }
    const records = withNotes([...open, ...this.#single], notes)
    this.#later?.drain((_, each) => this.#fold(each))
    const rest = this.#rest
    if (rest === null) return records
    const text = `the log has more than ${MAX_RUNS} runs: ${rest.runs} of them are summed up, without a check for time shared with other trackers or for the same run in other files`
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
        method: methodOfParts(rest),
        file: this.#file,
        notes: [note('log-summed-up', text)],
      }),
    ]
  }
}

function plus(sum: number | null, value: number | null, pue: number): number | null {
  return sum === null || value === null ? null : sum + value / pue
}
