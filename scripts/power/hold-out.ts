import type { PredictableMachine } from '../../src/core/power/machine.ts'
import type { CentralModel } from '../../src/core/power/model.ts'
import { predictCentral } from '../../src/core/power/predict.ts'
import type { CentralPrediction } from '../../src/core/power/predict.ts'
import { fitCentral } from './fit-central.ts'
import type { MeasuredServer } from './servers.ts'

/** A server, and the prediction of a model that was fitted without it. */
export interface HeldOutServer {
  readonly server: MeasuredServer
  /** Index of the fold that was left out. */
  readonly fold: number
  readonly prediction: CentralPrediction
}

/** Fits a model without each fold and predicts the fold's servers with it. */
export const holdOut = (
  servers: readonly MeasuredServer[],
  folds: readonly (readonly MeasuredServer[])[],
  describe: (server: MeasuredServer) => PredictableMachine = (server) => server.machine,
): readonly HeldOutServer[] =>
  folds.flatMap((fold, index) => {
    const model = fitWithout(servers, fold)
    return fold.map((server) => ({ server, fold: index, prediction: predictCentral(model, describe(server)) }))
  })

/** Fits a model without the servers of a fold. */
export const fitWithout = (servers: readonly MeasuredServer[], fold: readonly MeasuredServer[]): CentralModel => {
  const leftOut = new Set(fold)
  return fitCentral(
    servers.filter((server) => !leftOut.has(server)),
    '',
  )
}
