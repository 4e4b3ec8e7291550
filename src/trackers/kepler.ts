import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { groupBy } from '../core/group-by.ts'
import { counterJoules, hasRestarted, isFrozen } from './counter.ts'
import { type Sample, sample } from './exposition.ts'
import type { Line } from './lines.ts'
import type { Log } from './log.ts'
import { type LineReader, readLineLog } from './log-reading.ts'
import { type Note, note } from '../core/notes.ts'
import { restartNote, silentNote, whOfJoules } from './record.ts'
import type { LogFormat } from './tracker.ts'

/** Most series of one scrape. */
const MAX_SERIES = 20_000

/**
 * Where the energy of the machine is, best first. Zones overlap (psys contains the packages, a package its cores): exactly one is
 * used, and the memory is added to packages, which do not include it. Names without a zone are those before 0.10.
 */
const SOURCES: readonly Source[] = [
  ...zonesOf('kepler_node_cpu_joules_total', 'node'),
  { name: 'kepler_node_platform_joules_total', zone: null, what: 'node, platform', of: 'all' },
  {
    name: 'kepler_node_package_joules_total',
    zone: null,
    what: 'node, package',
    of: 'cpu',
    memory: { name: 'kepler_node_dram_joules_total', zone: null },
  },
  ...zonesOf('kepler_container_cpu_joules_total', 'containers'),
  ...zonesOf('kepler_process_cpu_joules_total', 'processes'),
  { name: 'kepler_container_joules_total', zone: null, what: 'containers', of: 'all' },
]

/** The zones that make up a machine. */
function zonesOf(name: string, what: string): readonly Source[] {
  const memory = { name, zone: /^dram/ }
  return [
    { name, zone: /^psys/, what: `${what}, zone psys`, of: 'board' },
    { name, zone: /^package/, what: `${what}, zone package`, of: 'cpu', memory },
  ]
}

/** A counter by its name and its zone. */
interface Meter {
  readonly name: string
  readonly zone: RegExp | null
}

interface Source extends Meter {
  readonly what: string
  /** What it meters: processors, the board with them, or everything, GPUs as well. */
  readonly of: 'cpu' | 'board' | 'all'
  /** Where the memory is that it does not include; absent if it does. */
  readonly memory?: Meter
}

/** What Kepler before 0.10 says of a node without a meter. */
const ESTIMATOR = /^kepler_node_info\{[^}]*\bcomponents_power_source="estimator"/

/** GPUs are in no zone of a processor; the platform and the sum of the containers include them. */
const GPU = 'kepler_node_gpu_joules_total'

/** Kepler (github.com/sustainable-computing-io/kepler): one scrape of its metrics, or several one after the other. */
export const kepler: LogFormat = {
  name: 'kepler',
  title: 'Kepler Prometheus text, names before and since 0.10',
  figures:
    'J as counters: two scrapes make an energy, in one file or two; one zone only, and dram beside package; measured (RAPL), or modelled (its estimator, shares of containers and processes)',
  meters: 'processors',
  detect: (head) => /^(?:# (?:HELP|TYPE) )?kepler_[a-z_]+(?:\{|\s)/m.test(head),
  read: (source) => readLineLog(source, scrapes),
}

interface Series {
  readonly first: Sample
  readonly joules: number[]
  /** Index of the scrape of each reading. */
  readonly scrapes: number[]
}

const scrapes: LineReader = (log) => {
  const series = new Map<string, Series>()
  let scrape = 0
  let isEstimated = false
  return {
    line(line) {
      const isSample = line.text.startsWith('kepler_') && line.text.includes('_joules_total')
      if (line.torn && !line.text.startsWith('#') && !isSample) log.tear(line.number, 'sample')
      if (ESTIMATOR.test(line.text)) isEstimated = true
      if (!isSample) return
      const found = line.torn ? tornSample(line, log) : sample(line)
      if (!found) return
      const labels = [...found.labels].filter(([name]) => name !== 'state').map((label) => label.join('='))
      const key = `${found.name} ${labels.toSorted().join()}`
      const known = series.get(key)
      // A truncated counter has lost digits, which is not a restart.
      if (line.torn && known && found.value < (known.joules.at(-1) ?? 0)) {
        log.tear(line.number, 'sample')
        return
      }
      if (line.torn) log.leaveOpen(line.number)
      // The first series that comes again begins the next scrape.
      if (known && known.scrapes.at(-1) === scrape) scrape += 1
      if (known) {
        known.joules.push(found.value)
        known.scrapes.push(scrape)
      } else if (series.size < MAX_SERIES) series.set(key, { first: found, joules: [found.value], scrapes: [scrape] })
      else throw new MeasurementError(`more than ${MAX_SERIES} series`)
    },
    records() {
      const records: EnergyRecord[] = []
      for (const ofNode of seriesByNode([...series.values()]).values())
        log.attempt(null, () => records.push(machine(ofNode, { log, scrapes: scrape + 1, isEstimated })))
      return records
    },
  }
}

/** A last line without a line end. @throws MeasurementError, with the note that it was cut */
function tornSample(line: Line, log: Log): Sample | null {
  try {
    return sample(line)
  } catch (error) {
    log.tear(line.number, 'sample')
    throw error
  }
}

/** Label of the node in the names of different releases and of Prometheus. */
function nodeOf({ first: { labels } }: Series): string {
  return (
    labels.get('node_name') ?? labels.get('node') ?? labels.get('instance') ?? labels.get('exported_instance') ?? ''
  )
}

/** The series of each node; all together where some of them name none. */
function seriesByNode(series: readonly Series[]): ReadonlyMap<string, readonly Series[]> {
  const isNamed = series.length > 0 && series.every((each) => nodeOf(each) !== '')
  return groupBy(series, (each) => (isNamed ? nodeOf(each) : ''))
}

/** What the file says about all of its series. */
interface Scrapes {
  readonly log: Log
  readonly scrapes: number
  /** Whether Kepler had no meter and used its regression model. */
  readonly isEstimated: boolean
}

function machine(series: readonly Series[], { log, scrapes, isEstimated }: Scrapes): EnergyRecord {
  const known = SOURCES.filter((source) => series.some((each) => isOf(each, source)))
  // The platform is 0 for ever on a machine without a meter of it, while its packages count.
  const counts = (source: Meter): boolean =>
    series.some((each) => isOf(each, source) && each.joules.some((energy) => energy > 0))
  const source = known.find(counts) ?? known[0]
  if (!source) throw new MeasurementError('it has no joules of a node, of containers or of processes')
  const { memory } = source
  const cpu = series.filter((each) => isOf(each, source))
  const gpu = series.filter(({ first }) => first.name === GPU)
  const dram = memory === undefined ? [] : series.filter((each) => isOf(each, memory))
  const single = scrapes === 1
  const isOfNode = source.name.startsWith('kepler_node_')
  // Between scrapes a counter only grows; one that is smaller has restarted at 0. Those of a container or process begin with it.
  const energyJ = ({ joules, scrapes: [begin = 0] }: Series): number =>
    single ? (joules[0] ?? 0) : counterJoules(begin > 0 && !isOfNode ? [0, ...joules] : joules, null)
  const joulesOf = (all: readonly Series[]): number => all.reduce((sum, each) => sum + energyJ(each), 0)
  const [cpuJ, gpuJ, memoryJ] = [joulesOf(cpu), joulesOf(gpu), joulesOf(dram)]
  // A part cannot be larger than the whole: what meters less than the GPUs alone does not include them.
  const isLess = source.of === 'all' && gpuJ > cpuJ
  const joules = source.of === 'all' && !isLess ? cpuJ : cpuJ + memoryJ + gpuJ
  // A platform may have no meter; a package always counts.
  const silent = known.slice(0, known.indexOf(source)).filter((each) => each.of === 'cpu')
  const notes = [
    ...silent.map(({ what }) => silentNote(log.file, what, 'counted 0 J')),
    ...[...cpu, ...dram, ...gpu].flatMap((each) =>
      meterNotes(each, { file: log.file, scrapes, isOfNode, mayBeZero: dram.includes(each) }),
    ),
  ]
  if (isLess) {
    const text = `the GPUs used ${gpuJ} J, more than all that is metered (${source.what}: ${cpuJ} J): they are added to it`
    notes.push(note('log-gpu-added', text))
  }
  const [first] = cpu
  const node = first === undefined ? '' : nodeOf(first)
  const byName = new Map([...cpu, ...dram, ...gpu].map((each) => [nameOf(each.first), each.joules[0] ?? 0]))
  return log.record({
    name: `Kepler ${source.what}`,
    ...whOfJoules({
      whole: joules,
      cpu: source.of === 'cpu' ? cpuJ : null,
      memory: dram.length > 0 ? memoryJ : null,
      gpu: gpu.length > 0 ? gpuJ : null,
    }),
    // Kepler divides the meter of a node among containers and processes by their work.
    method: isOfNode && !isEstimated ? 'measured' : 'modelled',
    // Containers and processes come and go, the counters of a node do not.
    counter: single ? { key: `kepler ${node}`.trim(), joules, series: isOfNode ? byName : null, wrapJ: null } : null,
    line: first?.first.line ?? null,
    notes,
  })
}

/** What makes the energy of one counter incomplete. */
function meterNotes(
  { first, joules }: Series,
  at: { readonly file: string; readonly scrapes: number; readonly isOfNode: boolean; readonly mayBeZero: boolean },
): Note[] {
  const name = nameOf(first)
  if (hasRestarted(joules)) return [restartNote(at.file, name)]
  if (!at.isOfNode) return []
  if (joules.length !== at.scrapes) {
    return [silentNote(at.file, name, `is in ${joules.length} of ${at.scrapes} scrapes`)]
  }
  // Some memory counters always read 0.
  return isFrozen(joules) && !(at.mayBeZero && joules[0] === 0) ? [silentNote(at.file, name, 'stands still')] : []
}

/** What distinguishes the counters of a node. */
function nameOf({ name, labels }: Sample): string {
  const known = ['path', 'package', 'mode', 'gpu', 'uuid', 'device', 'zone', 'container_name', 'pid'].map((label) =>
    labels.get(label),
  )
  return [name, ...known.filter((label) => label !== undefined)].join(' ')
}

function isOf({ first: { name, labels } }: Series, meter: Meter): boolean {
  return name === meter.name && (meter.zone === null || meter.zone.test(labels.get('zone') ?? ''))
}
