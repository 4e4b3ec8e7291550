import { KeptFile } from './kept-file.ts'
import { type ProcessIdentity, isRunning } from './process-identity.ts'

/**
 * Checks whether a process still runs, cheaply and often. On Linux by an open handle to its /proc/PID/stat: reading it fails from
 * the moment the process is gone, and never shows another process that got its number later.
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
    this.alive = this.file ? this.file.refresh() && !hasEnded(this.file.text) : isRunning(this.identity)
    return this.alive
  }
}

/** Whether /proc/PID/stat shows a process that has ended and waits for its parent (a zombie): its state follows the name. */
function hasEnded(stat: string): boolean {
  const state = stat.charAt(stat.lastIndexOf(')') + 2)
  return state === 'Z' || state === 'X'
}
