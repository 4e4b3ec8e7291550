import { describe, expect, it } from 'vitest'
import { monotonicMs, readUnpaused } from '../../src/sensors/clock.ts'

function pause(ms: number): void {
  const end = monotonicMs() + ms
  while (monotonicMs() < end);
}

describe('counters that belong to a moment', () => {
  it('are read once more after a pause between the two', () => {
    let reads = 0
    const read = (): { t: number; late: number } => {
      const t = monotonicMs()
      reads += 1
      if (reads === 1) pause(30)
      return { t, late: monotonicMs() - t }
    }
    expect(readUnpaused(read).late).toBeLessThan(20)
    expect(reads).toBe(2)
  })
})
