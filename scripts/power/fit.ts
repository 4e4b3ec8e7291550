import type { PowerModel } from '../../src/core/power/model.ts'
import { fitCentral } from './fit-central.ts'
import { foldsBy } from './folds.ts'
import { type FoldModel, type HeldOutServer, fitFolds, predictLeftOut } from './hold-out.ts'
import { type MeasuredServer, withoutName } from './servers.ts'
import { type HeldOutSets, spreadsOf } from './spread.ts'

const SERVER_FOLDS = 10
const CPU_FOLDS = 15
const GENERATION_FOLDS = 12

/** Servers left out in four ways, with the predictions of models that had not seen them. */
export interface HeldOut {
  /** Models without one tenth of the servers each, and models without some CPUs each. */
  readonly models: { readonly byServer: readonly FoldModel[]; readonly byCpu: readonly FoldModel[] }
  readonly byServer: readonly HeldOutServer[]
  readonly byCpu: readonly HeldOutServer[]
  readonly byGeneration: readonly HeldOutServer[]
  /** Left out by CPU and described without its name. */
  readonly nameless: readonly HeldOutServer[]
}

/** Leaves out each server in four ways. Every fold is fitted anew: 37 fits. */
export const holdOutAll = (servers: readonly MeasuredServer[]): HeldOut => {
  const fitBy = (count: number, keyOf: (server: MeasuredServer) => string): readonly FoldModel[] =>
    fitFolds(servers, foldsBy(servers, count, keyOf))
  const models = {
    byServer: fitBy(SERVER_FOLDS, (server) => server.id),
    byCpu: fitBy(CPU_FOLDS, (server) => server.machine.cpuKey ?? ''),
  }
  return {
    models,
    byServer: predictLeftOut(models.byServer),
    byCpu: predictLeftOut(models.byCpu),
    byGeneration: predictLeftOut(fitBy(GENERATION_FOLDS, (server) => server.machine.generation?.id ?? '')),
    nameless: predictLeftOut(models.byCpu, withoutName),
  }
}

/** The servers by what the spreads of each nearness are judged on. */
export const setsByNearness = ({ byServer, byCpu, byGeneration, nameless }: HeldOut): HeldOutSets => ({
  cpu: byServer.filter(({ prediction }) => prediction.nearness === 'cpu'),
  few: byServer.filter(({ prediction }) => prediction.nearness === 'few'),
  generation: byCpu.filter(({ prediction }) => prediction.nearness === 'generation'),
  maker: byGeneration,
  unknown: nameless,
})

/** Fits the power model to measured servers. Deterministic: no random numbers, no clock. */
export const fit = (servers: readonly MeasuredServer[], source: string): PowerModel => ({
  ...fitCentral(servers, source),
  spreads: spreadsOf(setsByNearness(holdOutAll(servers))),
})
