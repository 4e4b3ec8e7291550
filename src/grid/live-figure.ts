import type { GridFigure, IntensityKind } from '../core/footprint.ts'
import { instantText } from '../core/instant.ts'
import { relativeRange } from '../core/range.ts'

/**
 * How far a live figure may be off, as a share: emission factors of the fuels and electricity from abroad are modelled even when every
 * plant is metered. Our own estimate, after the distance between two services for one zone and hour.
 */
export const LIVE_SPREAD = 0.1

/** The same when the provider says that it estimated the figure. */
export const ESTIMATED_SPREAD = 0.25

/** A figure of one moment from a live provider. @param time Unix time that it is of, s */
export function liveFigure(figure: {
  readonly gPerKwh: number
  readonly zone: string | null
  readonly kind: IntensityKind
  readonly source: string
  readonly time: number
  readonly estimated: boolean
}): GridFigure {
  return {
    gPerKwh: relativeRange(figure.gPerKwh, figure.estimated ? ESTIMATED_SPREAD : LIVE_SPREAD),
    zone: figure.zone,
    kind: figure.kind,
    source: figure.source,
    asOf: instantText(figure.time),
    fallback: false,
  }
}
