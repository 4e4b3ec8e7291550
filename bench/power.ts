/** Judges the power model on servers left out of its fit: npm run bench:power -- PUBLISHED-RESULTS.csv [FULL-CURVES.csv] */
import { readFileSync } from 'node:fs'
import { identify } from '../src/power/identify.ts'
import { holdOutAll, setsByNearness } from '../scripts/power/fit.ts'
import { foldsBy, groupsBy } from '../scripts/power/folds.ts'
import { fitFolds, predictLeftOut } from '../scripts/power/hold-out.ts'
import { report, reportByYear } from '../scripts/power/report.ts'
import { type MeasuredServer, readServers } from '../scripts/power/servers.ts'
import { type Trial, trialsBetweenEnds, trialsOf, withReadings } from '../scripts/power/trials.ts'

const [path, curvesPath] = process.argv.slice(2)
if (path === undefined) throw new Error('path of the CSV of published results is missing')
const servers = readServers(
  readFileSync(path, 'utf8'),
  curvesPath === undefined ? undefined : readFileSync(curvesPath, 'utf8'),
)
const cpuOf = ({ machine }: MeasuredServer): string => machine.cpuKey ?? ''
const heldOut = holdOutAll(servers)
const sets = setsByNearness(heldOut)

const byServer = trialsOf(heldOut.byServer, sets)
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
const byCpu = trialsOf(heldOut.byCpu, sets)
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
  trialsOf(predictLeftOut(heldOut.models.byServer, byNameAlone), sets),
)
report(
  'Barely known: name of an unseen CPU and number of chips (4 folds by CPU)',
  trialsOf(predictLeftOut(fitFolds(servers, foldsBy(servers, 4, cpuOf)), byNameAlone), sets),
)
report('Barely known: all but the name (15 folds by CPU)', trialsOf(heldOut.nameless, sets))

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
      return predictLeftOut(fitFolds([...past, ...future], [future])).map((held) => Object.assign({}, held, { fold }))
    }),
    sets,
  ),
)

report(
  'Curves of 2022-26 between their true ends, own curve left out (no range)',
  trialsBetweenEnds(servers, (server) => server.id),
)
report('Curves of 2022-26 between their true ends, CPU left out (no range)', trialsBetweenEnds(servers, cpuOf))
