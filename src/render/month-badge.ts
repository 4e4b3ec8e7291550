import { labelOf, LABEL_CLASSES } from '../core/label.ts'
import { type Badge, GREY } from './badge.ts'
import { change, quantity } from './quantities.ts'

/** Blue: a sum without a budget is neither good nor bad. */
const NEUTRAL = '#0969DA'
/** Change against the month before that is shown as a trend, as a share. */
const TREND_FROM = 0.01

/** Sums of a ledger, in g; null where no entry has a figure. */
export interface MonthSums {
  /** `2026-11`. */
  readonly month: string
  /** From the month's first day to now. */
  readonly toDateG: number | null
  /** The same days of the month before; null where nothing was recorded. */
  readonly beforeG: number | null
  /** Limit for the month, g; null without one. */
  readonly limitG: number | null
}

/** The badge of a month: its total so far, and the change against the same days of the month before. */
export function monthBadge({ month, toDateG, beforeG, limitG }: MonthSums, label = ''): Badge {
  const name = label.trim() || `carbon ${month}`
  if (toDateG === null) return { label: name, message: 'no entries', colour: GREY, isError: false }
  const letter = limitG === null ? null : labelOf(toDateG / limitG)
  const moved = beforeG !== null && beforeG > 0 ? toDateG / beforeG - 1 : null
  const trend =
    moved === null ? '' : Math.abs(moved) < TREND_FROM ? ' · unchanged' : ` ${moved > 0 ? '▲' : '▼'} ${change(moved)}`
  return {
    label: name,
    message: `${letter === null ? '' : `${letter} · `}${quantity(toDateG, 'g', 2)} CO₂e${trend}`,
    colour: LABEL_CLASSES.find((row) => row.letter === letter)?.colour ?? NEUTRAL,
    isError: false,
  }
}
