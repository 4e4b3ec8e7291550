import type { RaplDomain } from '../../sensors/rapl-zones.ts'
import type { Meter } from './measurement.ts'

/** Energy of one domain over each stretch, J; null when no meter covers it. */
export interface Metered {
  readonly wholeJ: readonly number[] | null
  readonly packageJ: readonly number[] | null
  readonly memoryJ: readonly number[] | null
  readonly names: { readonly whole: Meter['name']; readonly package: Meter['name'] }
  /** Number of impossible readings. */
  readonly rejected: number
  /** Number of gaps in which a counter may have wrapped around. */
  readonly ambiguous: number
  /** Whether a meter is missing at the end, does not change, or contradicts itself. */
  readonly lost: boolean
  /** Power that the meters of a virtual machine read if only its host can draw it, W; null otherwise. */
  readonly hostWatts: number | null
}

export const UNMETERED: Metered = {
  wholeJ: null,
  packageJ: null,
  memoryJ: null,
  names: { whole: 'rapl-psys', package: 'rapl-package' },
  rejected: 0,
  ambiguous: 0,
  lost: false,
  hostWatts: null,
}

/** Power that the model expects of the parts that meters cover, W. Decides how often a counter wrapped in a gap. */
export interface Expected extends Readonly<Record<RaplDomain, number>> {
  /** More than the processors can draw. Infinite for a virtual machine, whose host may show its own counters. */
  readonly mostWatts: number
}

/** Sum of values. */
export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
