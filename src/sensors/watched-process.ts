import { KeptFile } from './kept-file.ts'
import { type ProcessIdentity, isRunning } from './process-identity.ts'

/** State behind the name in /proc/PID/stat of a process that has ended and waits for its parent to look. */
const ENDED = /\) [ZX] /

/**
 * Tells whether a process still runs, cheaply and often. On Linux by an open handle to its /proc/PID/stat: reading it fails
 * from the moment the process is gone, and never shows another process that got its number later.
 */
export class WatchedProcess {
  private readonly identity: ProcessIdentity
  private readonly file: KeptFile | null

  constructor(identity: ProcessIdentity) {
    this.identity = identity
    const file = process.platform === 'linux' ? new KeptFile(`/proc/${identity.pid}/stat`, 512) : null
    this.file = file?.isOpen ? file : null
    this.alive = isRunning(identity)
  }

  private alive: boolean

  /** Whether it runs. */
  check(): boolean {
    if (!this.alive) return false
    // A zombie's file still reads; its state stands behind the name.
    this.alive = this.file ? this.file.refresh() && !ENDED.test(this.file.text) : isRunning(this.identity)
    return this.alive
  }
}
