import { closeSync, openSync, readSync } from 'node:fs'

const ZERO = 48
const NINE = 57

/**
 * A small file of the kernel that is read again and again: opened once, read from its start into one buffer, scanned
 * without making strings. An open handle also keeps its meaning: /proc/PID/stat of a dead process fails to read even when
 * another process has got its number.
 */
export class KeptFile {
  private handle: number | null = null
  private readonly path: string
  private readonly bytes: Buffer
  private length = 0
  private position = 0

  /** @param capacity bytes that are read, from the start of the file */
  constructor(path: string, capacity = 256) {
    this.path = path
    this.bytes = Buffer.alloc(capacity)
    this.open()
  }

  private open(): void {
    try {
      this.handle = openSync(this.path, 'r')
    } catch {
      this.handle = null
    }
  }

  get isOpen(): boolean {
    return this.handle !== null
  }

  /** Reads the file again and goes to its start. @returns false when it cannot be read */
  refresh(): boolean {
    this.position = 0
    this.length = 0
    if (this.handle === null) return false
    try {
      this.length = readSync(this.handle, this.bytes, 0, this.bytes.length, 0)
    } catch {
      return false
    }
    return this.length > 0
  }

  /** The next whole number in the text, wherever it begins; NaN when there is none. */
  nextNumber(): number {
    const { bytes, length } = this
    let at = this.position
    while (at < length && ((bytes[at] as number) < ZERO || (bytes[at] as number) > NINE)) at += 1
    if (at >= length) return Number.NaN
    let value = 0
    for (; at < length; at += 1) {
      const byte = bytes[at] as number
      if (byte < ZERO || byte > NINE) break
      value = value * 10 + (byte - ZERO)
    }
    this.position = at
    return value
  }

  /** Goes behind the first occurrence of a text from here on. @returns false when it is not there */
  seek(text: string): boolean {
    const at = this.bytes.subarray(0, this.length).indexOf(text, this.position, 'latin1')
    if (at < 0) return false
    this.position = at + text.length
    return true
  }

  /** What was read, as text. For files that are read seldom. */
  text(): string {
    return this.bytes.toString('utf8', 0, this.length)
  }

  close(): void {
    if (this.handle !== null) closeSync(this.handle)
    this.handle = null
  }
}
