import type { PredictableMachine } from '../../src/core/power/machine.ts'
import type { CentralModel } from '../../src/core/power/model.ts'
import { type CentralPrediction, predictCentral } from '../../src/core/power/predict.ts'
import { fitCentral } from './fit-central.ts'
import type { MeasuredServer } from './servers.ts'

/** A server, and the prediction of a model that was fitted without it. */
export interface HeldOutServer {
  readonly server: MeasuredServer
  /** Index of the fold that was left out. */
  readonly fold: number
  readonly prediction: CentralPrediction
}

/** A model, and the servers that were left out of its fit. */
export interface FoldModel {
  readonly leftOut: readonly MeasuredServer[]
  readonly model: CentralModel
}

/** Fits one model for each fold, without the fold's servers. */
export const fitFolds = (
  servers: readonly MeasuredServer[],
  folds: readonly (readonly MeasuredServer[])[],
): readonly FoldModel[] => folds.map((leftOut) => ({ leftOut, model: fitWithout(servers, leftOut) }))

/** Predicts every server by the model that was fitted without it. */
export const predictLeftOut = (
  models: readonly FoldModel[],
  describe: (server: MeasuredServer) => PredictableMachine = (server) => server.machine,
): readonly HeldOutServer[] =>
  models.flatMap(({ leftOut, model }, fold) =>
    leftOut.map((server) => ({ server, fold, prediction: predictCentral(model, describe(server)) })),
  )

/** Fits a model without the servers of a fold. */
export const fitWithout = (servers: readonly MeasuredServer[], fold: readonly MeasuredServer[]): CentralModel => {
  const leftOut = new Set(fold)
  return fitCentral(
    servers.filter((server) => !leftOut.has(server)),
    '',
  )
}
