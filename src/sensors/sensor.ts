/**
 * A source of readings inside the sampler. Opened once, read at every tick, synchronous, without a fork; what it gives is
 * cumulative wherever the system counts (so that lost samples lose resolution, not energy).
 */
export interface Sensor<Reading> {
  /** The current reading; null if there is none (unreadable, a removed device). Never throws. */
  read(): Reading | null
  close(): void
}
