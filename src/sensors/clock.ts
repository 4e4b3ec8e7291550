import { join } from 'node:path'
import { KeptFile } from './kept-file.ts'

/** One moment on three clocks, ms. Their differences show how long a machine was suspended. */
export interface Moment {
  /** Monotonic: the same for all processes of the machine; stops while it is suspended. */
  readonly monotonicMs: number
  /** Unix time. May be set at any time. */
  readonly wallMs: number
  /** Since boot, including suspended time; null if the system does not report it. */
  readonly bootMs: number | null
}

const NS_PER_MS = 1e6

/** Monotonic time, ms, of a clock that all processes share (CLOCK_MONOTONIC and its like). */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / NS_PER_MS
}

/** Now, on all three clocks. The boot clock is /proc/uptime (CLOCK_BOOTTIME, 10 ms). */
export function now(root: string): Moment {
  return { monotonicMs: monotonicMs(), wallMs: Date.now(), bootMs: uptimeMs(root) }
}

function uptimeMs(root: string): number | null {
  const file = new KeptFile(join(root, 'proc/uptime'), 64)
  try {
    if (!file.refresh()) return null
    const match = /^(\d+)\.(\d\d) /.exec(file.text)
    return match ? Number(match[1]) * 1000 + Number(match[2]) * 10 : null
  } finally {
    file.close()
  }
}
