import type { WallReadings } from '../../core/power/wall-readings.ts'

/** The owner's readings among settings, or of a row of `runners:`. */
export function readingsOf(set: {
  readonly 'idle-watts'?: number | undefined
  readonly 'full-watts'?: number | undefined
}): WallReadings {
  return { idleWatts: set['idle-watts'], fullWatts: set['full-watts'] }
}
