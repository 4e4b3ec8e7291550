import { POWER_RANGES } from '../data/power-ranges.ts'
import type { GpuMaker, GpuReading } from './gpu.ts'

/** Where a reading comes from. */
export interface GpuSource {
  readonly maker: GpuMaker
  /** Usual time between two readings of one device, ms. */
  readonly periodMs: number
}

/** One GPU's energy since the meter was created. */
export interface GpuAccount extends GpuSource {
  readonly reading: GpuReading
  /** Order of appearance, from 0: the device's number in the samples. */
  readonly number: number
  /** Energy since it was first seen, J. */
  readonly joules: number
  /** Time that the energy covers, s. */
  readonly coveredS: number
  /** When it was last seen, monotonic ms. */
  readonly seenMs: number
}

/** Readings further apart are not bridged, ms: what the device did in between is unknown. */
const LONGEST_GAP_MS = 15_000

/** More than any board draws, W; a counter that runs faster is broken. */
const MOST_WATTS = POWER_RANGES.gpu.to

/** More devices than any machine has: keeps a tool that makes up devices from filling the memory. */
const MOST_DEVICES = 64

/** Adds up each GPU's energy: from its own counter where it has one, else by the trapezoidal rule from its power. */
export class GpuMeter {
  private readonly accounts = new Map<string, GpuAccount>()

  /**
   * Adds a reading. A reading with an error adds no energy and no covered time.
   * @returns the account if the device is new or fails for the first time, else null
   */
  add(raw: GpuReading, atMs: number, source: GpuSource): GpuAccount | null {
    const reading = raw.watts !== null && raw.watts > MOST_WATTS ? { ...raw, watts: null } : raw
    const before = this.accounts.get(reading.id)
    if (!before) {
      if (this.accounts.size >= MOST_DEVICES) return null
      const account = { ...source, reading, number: this.accounts.size, joules: 0, coveredS: 0, seenMs: atMs }
      this.accounts.set(reading.id, account)
      return account
    }
    if (reading.error !== undefined) {
      if (before.reading.error !== undefined) return null
      const failed = { ...before, reading: { ...reading, name: before.reading.name } }
      this.accounts.set(reading.id, failed)
      return failed
    }
    const dtMs = atMs - before.seenMs
    if (dtMs <= 0) return null
    const longestMs = Math.max(LONGEST_GAP_MS, 2.5 * source.periodMs)
    const joules = counted(before.reading, reading, dtMs) ?? integrated(before.reading, reading, dtMs, longestMs)
    this.accounts.set(reading.id, {
      ...source,
      reading,
      number: before.number,
      joules: before.joules + (joules ?? 0),
      coveredS: before.coveredS + (joules === null ? 0 : dtMs / 1000),
      seenMs: atMs,
    })
    return null
  }

  /** Every device that is still there. */
  present(nowMs: number): GpuAccount[] {
    const present: GpuAccount[] = []
    for (const account of this.accounts.values()) if (nowMs - account.seenMs <= LONGEST_GAP_MS) present.push(account)
    return present
  }
}

/** A counter that stands still for this long while the device draws power is broken, ms. */
const STILL_MS = 500

/**
 * J by the device's counter; null if there is none, if it fell (reset, driver reloaded), rises too fast or stands still although the
 * device draws power. A counter that stays at 0 is ignored: drivers show it for boards that count nothing.
 */
function counted(before: GpuReading, now: GpuReading, dtMs: number): number | null {
  if (before.joules === null || now.joules === null || now.joules === 0) return null
  const joules = now.joules - before.joules
  if (joules === 0 && dtMs >= STILL_MS && before.watts !== null && now.watts !== null && now.watts > 0) return null
  return joules >= 0 && joules <= (MOST_WATTS * dtMs) / 1000 ? joules : null
}

function integrated(before: GpuReading, now: GpuReading, dtMs: number, longestMs: number): number | null {
  if (before.watts === null || now.watts === null || dtMs > longestMs) return null
  return ((before.watts + now.watts) / 2) * (dtMs / 1000)
}
