import { LOAD_LEVELS, monotone } from '../../src/core/power/curve.ts'
import { eraOf } from '../../src/core/power/model.ts'
import { predictCentral, rangeOf } from '../../src/core/power/predict.ts'
import { anchorCurve } from '../../src/core/power/wall-readings.ts'
import { foldsBy, groupsBy } from './folds.ts'
import { type HeldOutServer, fitWithout } from './hold-out.ts'
import type { MeasuredServer } from './servers.ts'
import { type HeldOutSets, spreadsOf } from './spread.ts'

/** One held-out figure and its prediction, W. */
export interface Trial {
  readonly server: MeasuredServer
  readonly level: number
  readonly measured: number
  readonly watts: number
  readonly low: number
  readonly high: number
}

/**
 * Trials of held-out servers. The range of a server comes from spreads that were judged without its fold, so neither
 * the figure nor the range has seen it.
 */
export const trialsOf = (heldOut: readonly HeldOutServer[], sets: HeldOutSets): readonly Trial[] =>
  [...groupsBy(heldOut, ({ fold }) => String(fold)).values()].flatMap((fold) => {
    const members = new Set(fold.map(({ server }) => server.id))
    const others = (set: readonly HeldOutServer[]): readonly HeldOutServer[] =>
      set.filter(({ server }) => !members.has(server.id))
    const spreads = spreadsOf({
      cpu: others(sets.cpu),
      few: others(sets.few),
      generation: others(sets.generation),
      maker: others(sets.maker),
      unknown: others(sets.unknown),
    })
    return fold.flatMap(({ server, prediction }) => {
      const { logs, variance, nearness, completion } = prediction
      const ofEra = spreads[nearness][eraOf(completion.machine.year)]!
      const points = monotone(logs.map((log, level) => rangeOf(log, variance[level]!, ofEra[level]!)))
      return server.watts.flatMap((measured, level) =>
        measured === null ? [] : [{ server, level, measured, ...points[level]! }],
      )
    })
  })

/** The same trials with the true idle or full power given, as an owner reads it: the ends themselves are left out. */
export const withReadings = (
  trials: readonly Trial[],
  readEnds: readonly ('idleWatts' | 'fullWatts')[],
): readonly Trial[] =>
  [...groupsBy(trials, ({ server }) => server.id).values()].flatMap((ofServer) => {
    const points = LOAD_LEVELS.map((_, level) => ofServer.find((trial) => trial.level === level) ?? ofServer[0]!)
    const [{ server }] = ofServer as [Trial]
    const ends = { idleWatts: server.watts[0] ?? undefined, fullWatts: server.watts[10] ?? undefined }
    const readings = Object.fromEntries(readEnds.map((end) => [end, ends[end]]))
    const curve = anchorCurve({ points, method: '', basis: '', memoryWatts: 0 }, readings, {
      conditions: 'benchmark',
      year: server.year,
    })
    return ofServer
      .filter(
        ({ level }) =>
          (level !== 0 || !readEnds.includes('idleWatts')) && (level !== 10 || !readEnds.includes('fullWatts')),
      )
      .map((trial) => Object.assign({}, trial, curve.points[trial.level]!))
  })

const endsOnly = (server: MeasuredServer): MeasuredServer => ({
  ...server,
  watts: server.watts.map((watts, level) => (level === 0 || level === LOAD_LEVELS.length - 1 ? watts : null)),
})

/**
 * The middle of the curve where the true idle and full power are given: the ends stay in the fit, the curves of the
 * fold do not.
 */
export const trialsBetweenEnds = (
  servers: readonly MeasuredServer[],
  keyOf: (server: MeasuredServer) => string,
): readonly Trial[] => {
  const recent = servers.filter((server) => server.year >= 2022 && !server.watts.includes(null))
  return foldsBy(recent, 10, keyOf).flatMap((fold) => {
    const members = new Set(fold)
    const withEnds = servers.map((server) => (members.has(server) ? endsOnly(server) : server))
    const model = fitWithout(withEnds, [])
    return fold.flatMap((server) => {
      const { logs } = predictCentral(model, server.machine)
      const idle = Math.log(server.watts[0]!) - logs[0]!
      const full = Math.log(server.watts[10]!) - logs[10]!
      return model.mix.map((mix, i) => {
        const watts = Math.exp(logs[i + 1]! + mix.idle * idle + mix.full * full)
        return { server, level: i + 1, measured: server.watts[i + 1]!, watts, low: watts, high: watts }
      })
    })
  })
}
