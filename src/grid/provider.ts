import type { GridFigure, IntensityKind } from '../core/footprint.ts'
import type { Note } from '../core/report.ts'
import type { IntensityPoint } from '../core/time-aligned.ts'

/** Where electricity is used. Unknown parts are null. */
export interface Place {
  /** Grid zone: `DE`, `US-CAL-CISO`, `SE-SE3`. */
  readonly zone: string | null
  /** Cloud provider: `azure`, `aws`, `gcp`, ... */
  readonly provider: string | null
  /** The provider's region: `eastus`. */
  readonly region: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  /** Outward postcode in Great Britain, when a regional figure was asked for: `RG10`. */
  readonly postcode?: string
  /** How the place was found: `given`, `metadata`, `ci-provider`, `unknown`. */
  readonly how: 'given' | 'metadata' | 'ci-provider' | 'unknown'
}

/** A time span, for figures other than the current one. */
export interface TimeSpan {
  /** Unix time, s. */
  readonly from: number
  readonly to: number
}

/** A figure with its notes. */
export interface FigureAnswer {
  readonly figure: GridFigure
  readonly notes: readonly Note[]
}

/** A curve with its notes. */
export interface CurveAnswer {
  /** In order of time; empty steps are left out. */
  readonly points: readonly IntensityPoint[]
  readonly zone: string | null
  readonly kind: IntensityKind
  readonly source: string
  /** Whether the provider estimated some of the points instead of metering them. */
  readonly estimated: boolean
  readonly notes: readonly Note[]
}

/**
 * A source of grid intensity. Every method may fail with MeasurementError (network, no data, no access); the caller then falls
 * back to the static tables and notes the reason. All waiting goes through one GridClient, which has the time limit.
 */
export interface GridProvider {
  readonly name: string
  /** The figure at a time, Unix s (now when null). */
  at(place: Place, time: number | null): Promise<FigureAnswer>
  /** The curve over a past span; missing when this provider keeps no history. */
  history?(place: Place, span: TimeSpan): Promise<CurveAnswer>
  /** The curve ahead; missing when this provider does not forecast. */
  forecast?(place: Place, span: TimeSpan): Promise<CurveAnswer>
}
