import { type PowerRange, wattsAt } from '../../src/core/power/curve.ts'
import { machineCurve } from '../../src/power/machine-curve.ts'
import { powerOf } from '../../src/power/running-machine.ts'
import type { IndependentFigure } from './independent.ts'

/** The model's figure beside an independent one. */
export interface Comparison extends IndependentFigure {
  readonly model: PowerRange
  /** Model over the independent figure. */
  readonly ratio: number
  readonly isInside: boolean
}

/** Asks the model for the same machine at the same load. */
export const compare = (figure: IndependentFigure): Comparison => {
  const { spec, vcpus, load, watts } = figure
  const curve = vcpus === undefined ? machineCurve(spec) : powerOf({ ...spec, vcpus, isVirtual: true }).curve
  const model = wattsAt(curve, load)
  return { ...figure, model, ratio: model.watts / watts, isInside: model.low <= watts && watts <= model.high }
}
