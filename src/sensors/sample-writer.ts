import { writeSync } from 'node:fs'
import { SAMPLE_FD } from './sampler-options.ts'

/** The file grows no further than this, bytes; the counters still have the energy. A job of 24 h writes about 3 MB. */
const MOST_BYTES = 32_000_000

/** Appends lines to the sample file, through the descriptor that the parent opened. */
export class SampleWriter {
  #pending = ''
  #bytes = 0

  add(lines: string): void {
    this.#pending += lines
  }

  /** Puts a line before those that are pending. */
  addFirst(line: string): void {
    this.#pending = line + this.#pending
  }

  /** Appends what is pending. @returns false if it cannot: the disk is full or broken, or the file has reached its limit */
  write(): boolean {
    try {
      this.#bytes += writeSync(SAMPLE_FD, this.#pending)
      this.#pending = ''
      return this.#bytes < MOST_BYTES
    } catch {
      return false
    }
  }

  /** Drops what cannot be written. */
  drop(): void {
    this.#pending = ''
  }
}
