import type { EnergyRecord } from '../../core/energy-record.ts'
import { detached } from '../field.ts'
import { note } from '../../core/notes.ts'
import { KeyHashes, keyHash } from '../key-hashes.ts'
import type { Log } from '../log.ts'
import { gPerKwhOf } from '../record.ts'
import { type Entry, type Lookup, recordOf } from './entry.ts'
import { LaterRuns, type RunFigures } from './later-runs.ts'
import { methodOfParts } from './method.ts'
import { MeasurementError } from '../../core/errors.ts'

/** Most runs with a part of their own: about 4 KB each. The later ones are summed up, so that a log of any length fits in memory. */
const MAX_RUNS = 4000
/** Maximum number of later runs kept open for further rows: about 100 bytes each. */
const MAX_OPEN = 200_000

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
type Rest = Pick<Entry, 'durationS' | 'totalWh' | 'cpuWh' | 'gpuWh' | 'memoryWh' | 'emissionsG'> & {
  readonly runs: number
  readonly itWh: number
}

const NO_RUNS: Rest = { runs: 0, durationS: 0, itWh: 0, totalWh: 0, cpuWh: 0, gpuWh: 0, memoryWh: 0, emissionsG: 0 }

/**
 * The runs of a log. Entries of one run are cumulative (every flush writes the run so far): the largest counts. An entry without a
 * run id is a run of its own, and so is every piece of a run (a task).
 */
export class Runs {
  readonly #log: Log
  /** By the hash of their id. */
  readonly #open = new Map<number, OpenRun>()
  /** Runs beyond the first, kept for their figures alone; not allocated for a log with few. */
  #later: LaterRuns | null = null
  readonly #single: EnergyRecord[] = []
  /** Two ids of one hash are taken for the same; with a million ids that happens once in 18,000 files, and then a row is refused, never counted twice. */
  readonly #closed = new KeyHashes()
  #rest = NO_RUNS
  #fresh: OpenRun[] = []
  #cumulative = 0
  /** The first row with smaller figures than an earlier row of its run. */
  #shrinking: { readonly runId: string; readonly line: number } | null = null

  constructor(log: Log) {
    this.#log = log
  }

  /** @throws MeasurementError for an entry of a run that was already summed up: it may be a new one */
  add({ entry, line, runId, piece, stamp, value, keep }: Reported): void {
    if (runId === null || piece !== null) {
      if (this.#single.length >= MAX_RUNS) this.#fold(entry)
      else this.#single.push(recordOf(value, entry, { log: this.#log, line, runId, piece, stamp }))
      return
    }
    const key = keyHash(runId)
    const open = this.#open.get(key)
    if (open) {
      this.#cumulative += 1
      // The figures of a run that is flushed repeatedly only grow. After a fault the largest is a lower bound.
      if (entry.totalWh < open.entry.totalWh) {
        const isEarlier = stamp !== undefined && open.stamp !== undefined && stamp < open.stamp
        if (!isEarlier) this.#shrinking ??= { runId: detached(runId), line }
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
    later.begin(key, entry, (last, closing) => {
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
    return recordOf(first(), entry, { log: this.#log, line, runId, piece: null, stamp })
  }

  #fold({ totalWh, pue, durationS, emissionsG, cpuWh, gpuWh, memoryWh }: RunFigures): void {
    const rest = this.#rest
    this.#rest = {
      runs: rest.runs + 1,
      durationS: rest.durationS + durationS,
      itWh: rest.itWh + totalWh / pue,
      totalWh: rest.totalWh + totalWh,
      cpuWh: plus(rest.cpuWh, cpuWh, pue),
      gpuWh: plus(rest.gpuWh, gpuWh, pue),
      memoryWh: plus(rest.memoryWh, memoryWh, pue),
      emissionsG: rest.emissionsG + emissionsG,
    }
  }

  /** What was read, in the order in which the runs began. */
  records(): EnergyRecord[] {
    const log = this.#log
    const open = [...this.#open.values()].map((run) => this.#recordOf(run))
    if (this.#cumulative > 0) {
      const text = `${this.#cumulative} earlier rows of runs that were flushed on the way are inside their last row and not added to it`
      log.note(note('log-cumulative', text))
      if (this.#shrinking !== null) {
        const { runId, line } = this.#shrinking
        const fell = `${log.file}:${line}: run ${runId} has less energy than in an earlier row; the largest is counted, which is too little if the run began again from 0 there`
        log.note(note('log-run-shrinks', fell))
      }
    }
    const records = [...open, ...this.#single]
    this.#later?.drain((entry) => this.#fold(entry))
    const { runs, totalWh, ...rest } = this.#rest
    if (runs === 0) return records
    const text = `the log has more than ${MAX_RUNS} runs: ${runs} of them are summed up, without a check for time shared with other trackers or for the same run in other files`
    const sum = log.record({
      name: `${runs} more runs`,
      runs,
      ...rest,
      pue: rest.itWh > 0 ? Math.max(1, totalWh / rest.itWh) : 1,
      gPerKwh: gPerKwhOf(rest.emissionsG, totalWh),
      method: methodOfParts(rest),
      notes: [note('log-summed-up', text)],
    })
    return [...records, sum]
  }
}

/** Quicker than a sum of a list: a log may have a million runs. */
function plus(sum: number | null, value: number | null, pue: number): number | null {
  return sum === null || value === null ? null : sum + value / pue
}
