/**
 * A source of readings inside the sampler. Opened once, read at every tick, synchronous, without a fork; what it gives is
 * cumulative wherever the system counts (so that lost samples lose resolution, not energy).
 */
export interface Sensor<Reading> {
  /** The present reading; null when there is none now (unreadable, a device that went away). Never throws. */
  read(): Reading | null
  close(): void
}
