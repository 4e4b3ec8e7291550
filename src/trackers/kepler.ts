import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { groupBy } from '../core/group-by.ts'
import { counterJoules, hasRestarted, isFrozen } from './counter.ts'
import { type Sample, sample } from './exposition.ts'
import { lineBatches } from './lines.ts'
import { type Note, note } from '../core/notes.ts'
import { noLineEnd, record, restartNote, silentNote, tornNote } from './record.ts'
import { Refusals } from './refusals.ts'
import type { LogFormat } from './tracker.ts'

/** Most series of one scrape. */
const MAX_SERIES = 20_000

/**
 * Where the energy of the machine is, best first. Zones overlap (psys contains the packages, a package its cores): exactly one is
 * used, and the memory is added to packages, which do not include it. Names without a zone are those before 0.10.
 */
const SOURCES: readonly Source[] = [
  { name: 'kepler_node_cpu_joules_total', zone: /^psys/, what: 'node, zone psys', of: 'board' },
  {
    name: 'kepler_node_cpu_joules_total',
    zone: /^package/,
    what: 'node, zone package',
    of: 'cpu',
    memory: { name: 'kepler_node_cpu_joules_total', zone: /^dram/ },
  },
  { name: 'kepler_node_platform_joules_total', zone: null, what: 'node, platform', of: 'all' },
  {
    name: 'kepler_node_package_joules_total',
    zone: null,
    what: 'node, package',
    of: 'cpu',
    memory: { name: 'kepler_node_dram_joules_total', zone: null },
  },
  { name: 'kepler_container_cpu_joules_total', zone: /^psys/, what: 'containers, zone psys', of: 'board' },
  {
    name: 'kepler_container_cpu_joules_total',
    zone: /^package/,
    what: 'containers, zone package',
    of: 'cpu',
    memory: { name: 'kepler_container_cpu_joules_total', zone: /^dram/ },
  },
  { name: 'kepler_process_cpu_joules_total', zone: /^psys/, what: 'processes, zone psys', of: 'board' },
  {
    name: 'kepler_process_cpu_joules_total',
    zone: /^package/,
    what: 'processes, zone package',
    of: 'cpu',
    memory: { name: 'kepler_process_cpu_joules_total', zone: /^dram/ },
  },
  { name: 'kepler_container_joules_total', zone: null, what: 'containers', of: 'all' },
]

interface Source {
  readonly name: string
  readonly zone: RegExp | null
  readonly what: string
  /** What it meters: processors, the board with them, or everything, GPUs as well. */
  readonly of: 'cpu' | 'board' | 'all'
  /** Where the memory is that it does not include; absent if it does. */
  readonly memory?: { readonly name: string; readonly zone: RegExp | null }
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
  example:
    'kepler_node_cpu_joules_total{node_name="n1",path="/sys/class/powercap/intel-rapl:0",zone="package"} 1000\nkepler_node_cpu_joules_total{node_name="n1",path="/sys/class/powercap/intel-rapl:0",zone="package"} 8200\n',
  detect: (head) => /^(?:# (?:HELP|TYPE) )?kepler_[a-z_]+(?:\{|\s)/m.test(head),
  async read({ file, text }) {
    const refusals = new Refusals(file)
    const series = new Map<string, Series>()
    let end: Sample | null = null
    let torn: number | null = null
    let scrape = 0
    let isEstimated = false
    try {
      for await (const batch of lineBatches(text)) {
        for (const line of batch) {
          if (line.torn && !line.text.startsWith('#')) torn = line.number
          if (ESTIMATOR.test(line.text)) isEstimated = true
          if (!line.text.startsWith('kepler_') || !line.text.includes('_joules_total')) continue
          refusals.attempt(line.number, () => {
            const found = sample(line)
            if (!found) return
            const key = `${found.name} ${[...found.labels]
              .filter(([name]) => name !== 'state')
              .map((label) => label.join('='))
              .toSorted()
              .join()}`
            const known = series.get(key)
            if (line.torn) {
              end = found
              torn = null
            }
            // A truncated counter has lost digits, which is not a restart.
            if (line.torn && known && found.value < (known.joules.at(-1) ?? 0)) {
              torn = line.number
              return
            }
            // The first series that comes again begins the next scrape.
            if (known && known.scrapes.at(-1) === scrape) scrape += 1
            if (known) {
              known.joules.push(found.value)
              known.scrapes.push(scrape)
            } else if (series.size < MAX_SERIES)
              series.set(key, { first: found, joules: [found.value], scrapes: [scrape] })
            else throw new MeasurementError(`more than ${MAX_SERIES} series`)
          })
        }
      }
    } catch (error) {
      if (!(error instanceof MeasurementError)) throw error
      refusals.add(null, error.message)
    }
    const records: EnergyRecord[] = []
    for (const ofNode of seriesByNode([...series.values()]).values())
      refusals.attempt(null, () => records.push(machine(ofNode, { file, scrapes: scrape + 1, isEstimated })))
    const last = end as Sample | null
    if ((last || torn !== null) && records[0]) {
      const cut = torn === null && last ? noLineEnd(file, last.line) : tornNote(file, torn ?? 0, 'sample')
      records[0] = { ...records[0], notes: [...records[0].notes, cut] }
    }
    return { records, refusals: refusals.list() }
  },
}

interface Series {
  readonly first: Sample
  readonly joules: number[]
  /** Index of the scrape of each reading. */
  readonly scrapes: number[]
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
  readonly file: string
  readonly scrapes: number
  /** Whether Kepler had no meter and used its regression model. */
  readonly isEstimated: boolean
}

function machine(series: readonly Series[], { file, scrapes, isEstimated }: Scrapes): EnergyRecord {
  const known = SOURCES.filter(({ name, zone }) => series.some(({ first }) => matchesMeter(first, name, zone)))
  // The platform is 0 for ever on a machine without a meter of it, while its packages count.
  const counts = ({ name, zone }: Source): boolean =>
    series.some(({ first, joules }) => matchesMeter(first, name, zone) && joules.some((energy) => energy > 0))
  const source = known.find(counts) ?? known[0]
  if (!source) throw new MeasurementError('it has no joules of a node, of containers or of processes')
  const cpu = series.filter(({ first }) => matchesMeter(first, source.name, source.zone))
  const gpu = series.filter(({ first }) => first.name === GPU)
  const single = scrapes === 1
  const isOfNode = source.name.startsWith('kepler_node_')
  // Between scrapes a counter only grows; one that is smaller has restarted at 0. Those of a container or process begin with it.
  const energyJ = ({ joules, scrapes: [begin = 0] }: Series): number =>
    single ? (joules[0] ?? 0) : counterJoules(begin > 0 && !isOfNode ? [0, ...joules] : joules, null)
  const joulesOf = (all: readonly Series[]): number => all.reduce((sum, each) => sum + energyJ(each), 0)
  const cpuJ = joulesOf(cpu)
  const gpuJ = joulesOf(gpu)
  const { memory } = source
  const dram = memory === undefined ? [] : series.filter(({ first }) => matchesMeter(first, memory.name, memory.zone))
  const memoryJ = joulesOf(dram)
  // A part cannot be larger than the whole: what meters less than the GPUs alone does not include them.
  const isLess = source.of === 'all' && gpuJ > cpuJ
  const joules = source.of === 'all' && !isLess ? cpuJ : cpuJ + memoryJ + gpuJ
  // A platform may have no meter; a package always counts.
  const silent = known.slice(0, known.indexOf(source)).filter((each) => each.of === 'cpu')
  const notes = [
    ...silent.map(({ what }) => silentNote(file, what, 'counted 0 J')),
    ...[...cpu, ...dram, ...gpu].flatMap((each) =>
      meterNotes(each, { file, scrapes, isOfNode, mayStandStill: dram.includes(each) }),
    ),
  ]
  const [first] = cpu
  const node = first === undefined ? '' : nodeOf(first)
  const byName = new Map([...cpu, ...dram, ...gpu].map((each) => [nameOf(each.first), each.joules[0] ?? 0]))
  return record({
    name: `Kepler ${source.what}`,
    itWh: joules / 3600,
    cpuWh: source.of === 'cpu' ? cpuJ / 3600 : null,
    memoryWh: dram.length > 0 ? memoryJ / 3600 : null,
    gpuWh: gpu.length > 0 ? gpuJ / 3600 : null,
    // Kepler divides the meter of a node among containers and processes by their work.
    method: isOfNode && !isEstimated ? 'measured' : 'modelled',
    counter: single
      ? {
          key: `kepler ${node}`.trim(),
          joules,
          // Containers and processes come and go, the counters of a node do not.
          series: isOfNode ? byName : null,
          wrapJ: null,
        }
      : null,
    file,
    line: cpu[0]?.first.line ?? null,
    notes: [
      ...notes,
      ...(isLess
        ? [
            note(
              'log-gpu-added',
              `the GPUs used ${gpuJ} J, more than all that is metered (${source.what}: ${cpuJ} J): they are added to it`,
            ),
          ]
        : []),
    ],
  })
}

/** What makes the energy of one counter incomplete. */
function meterNotes(
  { first, joules }: Series,
  at: { readonly file: string; readonly scrapes: number; readonly isOfNode: boolean; readonly mayStandStill: boolean },
): Note[] {
  const name = nameOf(first)
  if (hasRestarted(joules)) return [restartNote(at.file, name)]
  if (!at.isOfNode) return []
  if (joules.length !== at.scrapes) {
    return [silentNote(at.file, name, `is in ${joules.length} of ${at.scrapes} scrapes`)]
  }
  // Some memory counters always read 0.
  return isFrozen(joules) && !at.mayStandStill ? [silentNote(at.file, name, 'stands still')] : []
}

/** What distinguishes the counters of a node. */
function nameOf({ name, labels }: Sample): string {
  const known = ['path', 'package', 'mode', 'gpu', 'uuid', 'device', 'zone', 'container_name', 'pid'].map((label) =>
    labels.get(label),
  )
  return [name, ...known.filter((label) => label !== undefined)].join(' ')
}

function matchesMeter({ name, labels }: Sample, wanted: string, zone: RegExp | null): boolean {
  return name === wanted && (zone === null || zone.test(labels.get('zone') ?? ''))
}
