import type { GridFigure } from '../core/costing.ts'

/** Where electricity is drawn. Exactly what is known; the rest is null. */
export interface Place {
  /** Grid zone: `DE`, `US-CAL-CISO`, `SE-SE3`. */
  readonly zone: string | null
  /** Cloud provider: `azure`, `aws`, `gcp`, ... */
  readonly provider: string | null
  /** The provider's region: `eastus`. */
  readonly region: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  /** How it came to be known: `given`, `metadata`, `ci-provider`, `unknown`. */
  readonly how: 'given' | 'metadata' | 'ci-provider' | 'unknown'
}

/** One step of an intensity curve: the figure holds from `start` for `durationS`. */
export interface IntensityPoint {
  /** Unix time, s. */
  readonly start: number
  readonly durationS: number
  readonly gPerKwh: number
}

/** What a provider can be asked for besides the current figure. */
export interface TimeSpan {
  /** Unix time, s. */
  readonly from: number
  readonly to: number
}

/**
 * A source of grid intensity. Every method may fail with MeasurementError (network, no data, no access); the caller falls
 * back to the static tables and tells why. None waits past `signal`.
 */
export interface GridProvider {
  readonly name: string
  /** The figure at a time (now when null). */
  at(place: Place, time: number | null, signal: AbortSignal): Promise<GridFigure>
  /** The curve over a past span, oldest first; null when this provider keeps no history. */
  history?(place: Place, span: TimeSpan, signal: AbortSignal): Promise<readonly IntensityPoint[]>
  /** The curve ahead, soonest first; null when this provider does not forecast. */
  forecast?(place: Place, span: TimeSpan, signal: AbortSignal): Promise<readonly IntensityPoint[]>
}
