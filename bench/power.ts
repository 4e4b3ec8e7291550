import { readFileSync } from 'node:fs'
import { LOAD_LEVELS } from '../src/core/power/curve.ts'
import type { MachineSpec } from '../src/core/power/machine.ts'
import type { PowerModel } from '../src/core/power/model.ts'
import { predict } from '../src/core/power/predict.ts'
import { identify } from '../src/power/identify.ts'
import { fit } from '../scripts/power/fit.ts'
import { foldsBy, groupsBy } from '../scripts/power/folds.ts'
import { readServers } from '../scripts/power/servers.ts'
import type { MeasuredServer } from '../scripts/power/servers.ts'

/** One held-out figure against its prediction. */
interface Trial {
  readonly server: MeasuredServer
  readonly level: number
  readonly measured: number
  readonly watts: number
  readonly low: number
  readonly high: number
}

const cpuOf = ({ machine }: MeasuredServer): string => machine.cpuKey ?? ''

const trialsOf = (train: readonly MeasuredServer[], test: readonly MeasuredServer[]): Trial[] =>
  predictAll(fit(train, ''), test)

const predictAll = (model: PowerModel, test: readonly MeasuredServer[]): Trial[] => {
  return test.flatMap((server) => {
    const { curve } = predict(model, server.machine)
    return server.watts.flatMap((measured, level) =>
      measured === null ? [] : [{ server, level, measured, ...curve.points[level]! }],
    )
  })
}

const crossValidate = (servers: readonly MeasuredServer[], folds: readonly (readonly MeasuredServer[])[]): Trial[] =>
  folds.flatMap((fold) => {
    const out = new Set(fold)
    return trialsOf(
      servers.filter((server) => !out.has(server)),
      fold,
    )
  })

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length
const percent = (share: number, digits = 1): string => (100 * share).toFixed(digits).padStart(6)
const errorOf = (trials: readonly Trial[]): number => mean(trials.map((t) => Math.abs(t.watts / t.measured - 1)))
const coverageOf = (trials: readonly Trial[]): number =>
  mean(trials.map((t) => (t.low <= t.measured && t.measured <= t.high ? 1 : 0)))
const biasOf = (trials: readonly Trial[]): number =>
  trials.reduce((a, t) => a + t.watts, 0) / trials.reduce((a, t) => a + t.measured, 0) - 1

const report = (title: string, trials: readonly Trial[], peer?: string): void => {
  if (trials.length === 0) return
  const servers = new Set(trials.map((t) => t.server)).size
  // Servers of 2022-26 have two levels, others eleven: a mean of servers and a mean of figures weigh them differently.
  const byServer = mean([...groupsBy(trials, (t) => t.server.id).values()].map(errorOf))
  console.log(`\n${title}: ${servers} servers, ${trials.length} figures`)
  console.log(
    `  mean absolute error ${percent(errorOf(trials))} % of figures, ${percent(byServer)} % of servers${peer === undefined ? '' : ` (peer ${peer})`}`,
  )
  console.log(
    `  range holds ${percent(coverageOf(trials))} %, median width x${(trials.map((t) => t.high / t.low).toSorted((a, b) => a - b)[trials.length >> 1] ?? 0).toFixed(2)}, bias of the sum ${percent(biasOf(trials))} %`,
  )
  const line = (name: string, of: (trials: readonly Trial[]) => number): void => {
    const cells = LOAD_LEVELS.map((_, level) => {
      const some = trials.filter((t) => t.level === level)
      return some.length === 0 ? '     -' : percent(of(some))
    })
    console.log(`  ${name.padEnd(10)}${cells.join('')}`)
  }
  console.log(`  ${'load %'.padEnd(10)}${LOAD_LEVELS.map((level) => String(level).padStart(6)).join('')}`)
  line('error %', errorOf)
  line('in range %', coverageOf)
}

const [path] = process.argv.slice(2)
if (path === undefined) throw new Error('give the CSV of published results')
const servers = readServers(readFileSync(path, 'utf8'))
const isRecent = (t: Trial): boolean => t.server.year >= 2022

const byServer = crossValidate(
  servers,
  foldsBy(servers, 10, (server) => server.id),
)
const count = groupsBy(servers, cpuOf)
const known = byServer.filter((t) => (count.get(cpuOf(t.server))?.length ?? 0) > 1)
report('Unseen servers of known CPUs (10 folds by server)', known, '14.4 %')
report('  of these, 2022-26', known.filter(isRecent))

const byCpu = crossValidate(servers, foldsBy(servers, 15, cpuOf))
report('Unseen CPU models (15 folds by CPU)', byCpu, '13.0 %')
report('  of these, 2022-26', byCpu.filter(isRecent), '34.0 %')
report(
  '  of these, before 2022',
  byCpu.filter((t) => !isRecent(t)),
)

/** The server as if only these facts were known of it. */
const knowing = (server: MeasuredServer, spec: MachineSpec): MeasuredServer => ({ ...server, machine: identify(spec) })

const poor = foldsBy(servers, 4, cpuOf).map((fold) => {
  const out = new Set(fold)
  const model = fit(
    servers.filter((server) => !out.has(server)),
    '',
  )
  return {
    named: predictAll(
      model,
      fold.map((server) => {
        const { cpuName, sockets } = server.spec
        return knowing(server, { cpuName, sockets })
      }),
    ),
    nameless: predictAll(
      model,
      fold.map((server) => knowing(server, { ...server.spec, cpuName: undefined })),
    ),
  }
})
report(
  'Unseen CPU models, by CPU name and number of chips alone (4 folds)',
  poor.flatMap(({ named }) => named),
)
report(
  'Unseen CPU models without a name, all else known (4 folds)',
  poor.flatMap(({ nameless }) => nameless),
)

/** First year that the model has not seen, and the last that it is tried on. */
const FUTURES = [
  [2012, 2015],
  [2016, 2018],
  [2019, 2020],
  [2021, 2021],
  [2022, 2022],
  [2023, 2026],
] as const
const byYear = FUTURES.flatMap(([from, to]) =>
  trialsOf(
    servers.filter((server) => server.year < from),
    servers.filter((server) => server.year >= from && server.year <= to),
  ),
)
report('Later years than any in training', byYear)
report('  of these, 2022-26', byYear.filter(isRecent))
report(
  'EPYC 7763 (of the unseen servers of known CPUs)',
  byServer.filter((t) => cpuOf(t.server) === 'epyc 7763'),
)
