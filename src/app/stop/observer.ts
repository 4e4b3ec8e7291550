import { readFileSync, writeSync } from 'node:fs'
import { findRaplZones } from '../../sensors/rapl-zones.ts'
import { type LimitedLine, largestShare, secondsToLimit } from '../../core/stop/limit-share.ts'
import { type RunningReading, RunningTotal, type RunningTotalOptions } from '../../sensors/running-total.ts'
import type { SampleObserver } from '../../sensors/sampler.ts'
import { READING_FD, type SamplerOptions } from '../../sensors/sampler-options.ts'
import { JobStopper } from './job-stopper.ts'

/** What the sampler does besides sampling: it adds up the energy, passes readings on, and stops a job at its budget. */
export function createObserver(options: SamplerOptions & { readonly total: RunningTotalOptions }): SampleObserver {
  const { root, total: totalOptions, readingMs, stop, watchedLines = [] } = options
  const total = new RunningTotal(totalOptions, findRaplZones(root).zones)
  const stopper = stop ? new JobStopper(stop, stop.cancelUrl === null ? null : readSecret()) : null
  let dueMs = Number.NEGATIVE_INFINITY
  return {
    take(sample, gpus) {
      const reading = total.add(sample, gpus)
      if (readingMs !== undefined && reading.t >= dueMs) {
        dueMs = reading.t + readingMs
        send(`${JSON.stringify(reading)}\n`)
      }
      return stopper?.take(reading) ?? { lines: '', waitMs: untilLimit(watchedLines, reading) }
    },
  }
}

/** Time until a line is used up at the mean rate so far, ms; null if none is near. */
function untilLimit(lines: readonly LimitedLine[], reading: RunningReading): number | null {
  const largest = largestShare(lines, reading)
  const seconds = largest && largest.progress < 1 ? secondsToLimit(largest.progress, reading.seconds) : null
  return seconds === null ? null : seconds * 1000
}

/** The other process may have ended, or not have read for long: a later reading replaces this one. */
function send(line: string): void {
  try {
    writeSync(READING_FD, line)
  } catch {
    // The total goes on.
  }
}

/** The token for the cancel request, which the parent writes to standard input and closes. */
function readSecret(): string | null {
  try {
    return readFileSync(0, 'utf8').trim() || null
  } catch {
    return null
  }
}
