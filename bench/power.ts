/** Judges the power model on servers left out of its fit: npm run bench:power -- PUBLISHED-RESULTS.csv [FULL-CURVES.csv] */
import { readFileSync } from 'node:fs'
import { LOAD_LEVELS, monotone } from '../src/core/power/curve.ts'
import { anchorCurve } from '../src/core/power/wall-readings.ts'
import { eraOf } from '../src/core/power/model.ts'
import { predictCentral, rangeOf } from '../src/core/power/predict.ts'
import { identify } from '../src/power/identify.ts'
import { holdOutAll, setsByNearness } from '../scripts/power/fit.ts'
import { foldsBy, groupsBy } from '../scripts/power/folds.ts'
import { fitWithout, holdOut } from '../scripts/power/hold-out.ts'
import type { HeldOutServer } from '../scripts/power/hold-out.ts'
import { readServers } from '../scripts/power/servers.ts'
import type { MeasuredServer } from '../scripts/power/servers.ts'
import { spreadsOf } from '../scripts/power/spread.ts'

/** One held-out figure and its prediction, W. */
interface Trial {
  readonly server: MeasuredServer
  readonly level: number
  readonly measured: number
  readonly watts: number
  readonly low: number
  readonly high: number
}

const [path, curvesPath] = process.argv.slice(2)
if (path === undefined) throw new Error('path of the CSV of published results is missing')
const servers = readServers(
  readFileSync(path, 'utf8'),
  curvesPath === undefined ? undefined : readFileSync(curvesPath, 'utf8'),
)
const cpuOf = ({ machine }: MeasuredServer): string => machine.cpuKey ?? ''
const heldOut = holdOutAll(servers)
const sets = setsByNearness(heldOut)

/**
 * Trials of held-out servers. The range of a server comes from spreads that were judged without its fold, so neither
 * the figure nor the range has seen it.
 */
const trialsOf = (servers: readonly HeldOutServer[]): readonly Trial[] =>
  [...groupsBy(servers, ({ fold }) => String(fold)).values()].flatMap((fold) => {
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
const withReadings = (trials: readonly Trial[], readEnds: readonly ('idleWatts' | 'fullWatts')[]): readonly Trial[] =>
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

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length
const percent = (share: number): string => (100 * share).toFixed(1).padStart(6)
const errorOf = (trials: readonly Trial[]): number => mean(trials.map((t) => Math.abs(t.watts / t.measured - 1)))
const errorByGroup = (trials: readonly Trial[], keyOf: (trial: Trial) => string): number =>
  mean([...groupsBy(trials, keyOf).values()].map(errorOf))
const coverageOf = (trials: readonly Trial[]): number =>
  mean(trials.map((t) => (t.low <= t.measured && t.measured <= t.high ? 1 : 0)))
const biasOf = (trials: readonly Trial[]): number =>
  trials.reduce((sum, t) => sum + t.watts, 0) / trials.reduce((sum, t) => sum + t.measured, 0) - 1

const report = (title: string, trials: readonly Trial[]): void => {
  if (trials.length === 0) return
  const widths = trials.map((t) => t.high / t.low).toSorted((a, b) => a - b)
  const between = (from: number, to: number): string => {
    const some = trials.filter(({ level }) => LOAD_LEVELS[level]! >= from && LOAD_LEVELS[level]! <= to)
    return some.length === 0 ? '     -' : percent(biasOf(some))
  }
  console.log(`\n${title}: ${new Set(trials.map((t) => t.server)).size} servers, ${trials.length} figures`)
  console.log(
    `  mean absolute error ${percent(errorOf(trials))} % of figures, ${percent(errorByGroup(trials, (t) => t.server.id))} % of servers, ${percent(errorByGroup(trials, (t) => cpuOf(t.server)))} % of CPUs`,
  )
  console.log(
    `  bias of the sum: idle ${between(0, 0)} %, 10-50 % load ${between(10, 50)} %, 60-90 % load ${between(60, 90)} %, full ${between(100, 100)} %`,
  )
  console.log(
    `  inside the range ${percent(coverageOf(trials))} %, median width x${widths[widths.length >> 1]!.toFixed(2)}`,
  )
  const line = (name: string, figureOf: (trials: readonly Trial[]) => number): void => {
    const cells = LOAD_LEVELS.map((_, level) => {
      const some = trials.filter((t) => t.level === level)
      return some.length === 0 ? '     -' : percent(figureOf(some))
    })
    console.log(`  ${name.padEnd(10)}${cells.join('')}`)
  }
  console.log(`  ${'load %'.padEnd(10)}${LOAD_LEVELS.map((level) => String(level).padStart(6)).join('')}`)
  line('error %', errorOf)
  line('inside %', coverageOf)
}

const reportByYear = (title: string, trials: readonly Trial[]): void => {
  report(title, trials)
  report(
    '  of these, before 2022',
    trials.filter((t) => t.server.year < 2022),
  )
  report(
    '  of these, 2022-26',
    trials.filter((t) => t.server.year >= 2022),
  )
  report(
    '  of these, 2024-26',
    trials.filter((t) => t.server.year >= 2024),
  )
}

const byServer = trialsOf(heldOut.byServer)
const serversOfCpu = groupsBy(servers, cpuOf)
const countOf = ({ server }: Trial): number => serversOfCpu.get(cpuOf(server))!.length
reportByYear('All servers (10 folds by server)', byServer)
reportByYear(
  'Known CPUs (another server of the CPU is measured)',
  byServer.filter((t) => countOf(t) > 1),
)
report(
  '  of these, CPUs with one to three other servers',
  byServer.filter((t) => countOf(t) > 1 && countOf(t) < 5),
)
report(
  '  of these, EPYC 7763',
  byServer.filter((t) => cpuOf(t.server) === 'epyc 7763'),
)
const byCpu = trialsOf(heldOut.byCpu)
reportByYear('Unseen CPUs (15 folds by CPU)', byCpu)
for (const [name, trials] of [
  ['by server', byServer],
  ['by CPU', byCpu],
] as const) {
  reportByYear(`Idle power read (folds ${name})`, withReadings(trials, ['idleWatts']))
  reportByYear(`Full power read (folds ${name})`, withReadings(trials, ['fullWatts']))
  reportByYear(`Both read (folds ${name})`, withReadings(trials, ['idleWatts', 'fullWatts']))
}

const byNameAlone = ({ spec: { cpuName, sockets } }: MeasuredServer): ReturnType<typeof identify> =>
  identify({ cpuName, sockets })
report(
  'Barely known: CPU name and number of chips (10 folds by server)',
  trialsOf(
    holdOut(
      servers,
      foldsBy(servers, 10, (server) => server.id),
      byNameAlone,
    ),
  ),
)
report(
  'Barely known: name of an unseen CPU and number of chips (4 folds by CPU)',
  trialsOf(holdOut(servers, foldsBy(servers, 4, cpuOf), byNameAlone)),
)
report('Barely known: all but the name (15 folds by CPU)', trialsOf(heldOut.nameless))

/** First year that the model has not seen, and the last that it is judged on. */
const FUTURES = [
  [2012, 2015],
  [2016, 2018],
  [2019, 2020],
  [2021, 2021],
  [2022, 2022],
  [2023, 2026],
] as const
report(
  'Later years than any in the fit',
  trialsOf(
    FUTURES.flatMap(([from, to], fold) => {
      const past = servers.filter((server) => server.year < from)
      const future = servers.filter((server) => server.year >= from && server.year <= to)
      return holdOut([...past, ...future], [future]).map(({ server, prediction }) => ({
        server,
        prediction,
        fold,
      }))
    }),
  ),
)

const endsOnly = (server: MeasuredServer): MeasuredServer => ({
  ...server,
  watts: server.watts.map((watts, level) => (level === 0 || level === LOAD_LEVELS.length - 1 ? watts : null)),
})

/**
 * The middle of the curve where the true idle and full power are given: the ends stay in the fit, the curves of the
 * fold do not.
 */
const middles = (keyOf: (server: MeasuredServer) => string): readonly Trial[] => {
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
report(
  'Curves of 2022-26 between their true ends, own curve left out (no range)',
  middles((server) => server.id),
)
report('Curves of 2022-26 between their true ends, CPU left out (no range)', middles(cpuOf))
