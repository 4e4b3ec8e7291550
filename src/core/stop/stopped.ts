import type { Stopped } from '../report.ts'
import type { PowerSpan } from '../steps.ts'

const MS_PER_H = 3_600_000

/** What is known of a stop besides the measurement. */
export interface StopFacts {
  readonly line: string
  readonly atShare: number
  /** When SIGTERM was sent, Unix ms. */
  readonly fromMs: number
  /** When no process was left, Unix ms; null: unknown. */
  readonly toMs: number | null
  readonly wasKilled: boolean
}

/**
 * What the report says of a stop: how long the rest took, and the energy of that time.
 * @param timeline power of the whole time; null without a figure
 * @param pue null: unknown
 */
export function stoppedOf(facts: StopFacts, timeline: readonly PowerSpan[] | null, pue: number | null): Stopped {
  const { line, atShare, fromMs, toMs, wasKilled } = facts
  const endMs = toMs ?? timeline?.at(-1)?.endMs ?? null
  const itWh = timeline?.reduce((wh, stretch) => {
    const overlapMs = Math.min(stretch.endMs, endMs ?? fromMs) - Math.max(stretch.startMs, fromMs)
    return wh + (Math.max(0, overlapMs) * stretch.watts) / MS_PER_H
  }, 0)
  return {
    line,
    at_share: atShare,
    grace_s: toMs === null ? null : Math.max(0, toMs - fromMs) / 1000,
    after_wh: itWh === undefined || pue === null ? null : itWh * pue,
    killed: wasKilled,
  }
}
