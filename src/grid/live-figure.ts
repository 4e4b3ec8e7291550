import type { GridFigure, IntensityKind } from '../core/footprint.ts'
import { instantText } from '../core/instant.ts'
import { relativeRange } from '../core/range.ts'
import type { IntensityPoint } from '../core/time-aligned.ts'
import { noFigure } from './answer.ts'
import type { CurveAnswer, FigureAnswer } from './provider.ts'

/**
 * Relative error of a live figure: emission factors of the fuels and electricity from abroad are modelled even when every
 * plant is metered. Our own estimate, after the distance between two services for one zone and hour.
 */
export const LIVE_SPREAD = 0.1

/** The same for a figure that the provider marks as estimated. */
export const ESTIMATED_SPREAD = 0.25

/** A figure of one moment from a live provider. @param time Unix time of the figure, s */
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

/** The figure of one step of a curve. @throws MeasurementError if the curve has no such step */
export function figureOfStep(
  { zone, kind, source, estimated, notes }: CurveAnswer,
  step: IntensityPoint | null | undefined,
): FigureAnswer {
  if (!step) throw noFigure(source)
  const { gPerKwh, start: time } = step
  return { figure: liveFigure({ gPerKwh, zone, kind, source, time, estimated }), notes }
}
