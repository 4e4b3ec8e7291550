import { join } from 'node:path'
import type { Clocks } from '../core/measurement/elapsed.ts'
import { KeptFile } from './kept-file.ts'

const NS_PER_MS = 1e6

/** Monotonic time, ms, of a clock that all processes share (CLOCK_MONOTONIC and its like). */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / NS_PER_MS
}

/** Longest time that reading a few small files takes, ms. A process that took longer was paused in between. */
const PAUSE_MS = 20

/**
 * Reads a moment and the counters that belong to it. Reads them once more if the process was paused in between, as happens on a busy
 * machine: counters that are later than their moment look like more work than the processors can do.
 */
export function readUnpaused<T>(read: () => T): T {
  const startMs = monotonicMs()
  const first = read()
  return monotonicMs() - startMs < PAUSE_MS ? first : read()
}

/** Now, on all three clocks. The boot clock is /proc/uptime (CLOCK_BOOTTIME, 10 ms). */
export function now(root: string): Clocks {
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
