/**
 * A source of readings inside the sampler. Opened once, read at every tick, synchronous, without a fork; what it gives is
 * cumulative wherever the system counts (so that lost samples lose resolution, not energy).
 */
export interface Sensor<Reading> {
  /** The current reading; null if there is none (unreadable, a removed device). Never throws. */
  read(): Reading | null
  close(): void
}

/** A meter inside the sampler: see `METERS`. */
export interface SampledMeter {
  /** Whether the machine has it. */
  readonly isPresent: boolean
  /** The reading in the unit of its row; null if there is none now. Never throws. */
  read(): number | null
  start?(): Promise<void>
  stop?(): void
}
