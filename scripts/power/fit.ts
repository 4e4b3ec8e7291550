import type { PowerModel } from '../../src/core/power/model.ts'
import { fitCentral } from './fit-central.ts'
import { foldsBy } from './folds.ts'
import { holdOut } from './hold-out.ts'
import type { HeldOutServer } from './hold-out.ts'
import { withoutName } from './servers.ts'
import type { MeasuredServer } from './servers.ts'
import { spreadsOf } from './spread.ts'
import type { HeldOutSets } from './spread.ts'

const SERVER_FOLDS = 10
const CPU_FOLDS = 15
const GENERATION_FOLDS = 12

/** Servers left out in four ways, with the predictions of models that had not seen them. */
export interface HeldOut {
  readonly byServer: readonly HeldOutServer[]
  readonly byCpu: readonly HeldOutServer[]
  readonly byGeneration: readonly HeldOutServer[]
  /** Left out by CPU and described without its name. */
  readonly nameless: readonly HeldOutServer[]
}

/** Leaves out each server in four ways. Every fold is fitted anew: about 50 fits. */
export const holdOutAll = (servers: readonly MeasuredServer[]): HeldOut => {
  const byCpu = foldsBy(servers, CPU_FOLDS, (server) => server.machine.cpuKey ?? '')
  const byGeneration = foldsBy(servers, GENERATION_FOLDS, (server) => server.machine.generation?.id ?? '')
  const byServer = foldsBy(servers, SERVER_FOLDS, (server) => server.id)
  return {
    byServer: holdOut(servers, byServer),
    byCpu: holdOut(servers, byCpu),
    byGeneration: holdOut(servers, byGeneration),
    nameless: holdOut(servers, byCpu, withoutName),
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
