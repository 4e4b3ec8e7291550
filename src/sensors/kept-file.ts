import { closeSync, openSync, readSync } from 'node:fs'

/**
 * A small file of the kernel that is read again and again: opened once, read from its start into one buffer. An open handle also
 * keeps its meaning: /proc/PID/stat of a dead process fails to read even when another process has got its number.
 *
 * The sampler runs without a JIT compiler (see app/measure/launch.ts): what V8 does natively on strings is several times cheaper
 * there than a loop over bytes.
 */
export class KeptFile {
  private handle: number | null = null
  private readonly bytes: Buffer
  private content = ''

  /** @param capacity bytes that are read, from the start of the file */
  constructor(path: string, capacity = 256) {
    this.bytes = Buffer.alloc(capacity)
    try {
      this.handle = openSync(path, 'r')
    } catch {
      // Missing or not readable: see isOpen.
    }
  }

  get isOpen(): boolean {
    return this.handle !== null
  }

  /** What was read last; empty when that failed. */
  get text(): string {
    return this.content
  }

  /** Reads the file again. @returns false when it cannot be read or is empty */
  refresh(): boolean {
    this.content = ''
    if (this.handle === null) return false
    try {
      const length = readSync(this.handle, this.bytes, 0, this.bytes.length, 0)
      this.content = this.bytes.toString('latin1', 0, length)
    } catch {
      return false
    }
    return this.content !== ''
  }

  /** The whole number after a label and white space; NaN without the label or the number. */
  numberAfter(label: string): number {
    const at = this.content.indexOf(label)
    if (at < 0) return Number.NaN
    const value = Number.parseInt(this.content.slice(at + label.length), 10)
    return value >= 0 ? value : Number.NaN
  }

  close(): void {
    if (this.handle !== null) closeSync(this.handle)
    this.handle = null
  }
}
