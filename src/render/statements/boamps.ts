import type { Report } from '../../core/report.ts'

/** What a report cannot know about a task: the BoAmps object `task`, in the user's words. */
export interface BoampsTask {
  readonly taskStage: string
  readonly taskFamily: string
  readonly algorithms: readonly object[]
  readonly dataset: readonly object[]
}

/** Units that are one request to a model each. */
const REQUESTS: ReadonlySet<string> = new Set(['request', 'inference', 'query', 'prompt'])

/** Largest half range of each quality, as a share (BoAmps report_schema.json). */
const QUALITIES = [
  ['high', 0.1],
  ['medium', 0.25],
] as const

/**
 * A report in the format of BoAmps (Boavizta/BoAmps, CC-BY-4.0, model/report_schema.json). `powerConsumption` is energy in kWh: of the
 * machine, without the PUE.
 * @param task null: the report is a draft, and says of its task only that it is unknown
 * @param now Unix time, s, for a report without an end
 */
export function boampsReport(report: Report, task: BoampsTask | null, now: number): object | null {
  const wh = report.energy.it_wh ?? report.energy.total_wh
  if (wh === null) return null
  return {
    header: {
      reportDatetime: stamp(report.ended_at === null ? now * 1000 : Date.parse(report.ended_at)),
      reportStatus: task === null ? 'draft' : 'final',
    },
    task: { ...requestsOf(report), ...(task ?? UNKNOWN_TASK) },
    measures: [
      {
        measurementMethod: `Carbon Gate (${report.method ?? 'method unknown'}), energy ${report.energy.it_wh === null ? 'with' : 'without'} the PUE`,
        version: report.tool.version,
        powerConsumption: wh / 1000,
        ...(report.duration_s !== null && { measurementDuration: report.duration_s }),
        ...(report.started_at !== null && { measurementDateTime: stamp(Date.parse(report.started_at)) }),
      },
    ],
    infrastructure: infrastructureOf(report),
    ...environmentOf(report),
    ...qualityOf(report),
  }
}

/** The least that the schema allows. */
const UNKNOWN_TASK: BoampsTask = {
  taskStage: 'unknown',
  taskFamily: 'unknown',
  algorithms: [{}],
  dataset: [{ dataUsage: 'input', dataType: 'other' }],
}

/** `YYYY-MM-DD HH:MM:SS`, UTC. @param ms Unix time, ms */
function stamp(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ')
}

function requestsOf({ units, counts }: Report): { nbRequest?: number } {
  const counted = [...(units ? [units] : []), ...(counts ?? [])].find(({ name }) => REQUESTS.has(name))
  return counted ? { nbRequest: counted.count } : {}
}

function infrastructureOf({ machine }: Report): object {
  const components = componentsOf(machine)
  return {
    infraType: machine?.provider ? 'publicCloud' : 'other',
    ...(machine?.provider && { cloudProvider: machine.provider }),
    components: components.length > 0 ? components : [{ componentType: 'other', nbComponent: 1 }],
  }
}

function componentsOf(machine: Report['machine']): object[] {
  if (!machine) return []
  const { cpu, memory_gb, gpus } = machine
  const counted = new Map<string, { count: number; gb: number | null }>()
  for (const { name, memory_gb: gb = null } of gpus) {
    counted.set(name, { count: (counted.get(name)?.count ?? 0) + 1, gb })
  }
  return [
    ...(cpu === null ? [] : [{ componentName: cpu, componentType: 'cpu', nbComponent: 1 }]),
    ...(memory_gb === null || memory_gb < 1
      ? []
      : [{ componentType: 'ram', nbComponent: 1, memorySize: Math.round(memory_gb) }]),
    ...[...counted].map(gpuOf),
  ]
}

function gpuOf([componentName, { count, gb }]: [string, { count: number; gb: number | null }]): object {
  const memory = gb === null ? {} : { memorySize: Math.round(gb) }
  return { componentName, componentType: 'gpu', nbComponent: count, ...memory }
}

/** The country is the head of the grid zone: `US` of `US-MIDA-PJM`. */
function environmentOf({ intensity, machine }: Report): { environment?: object } {
  const country = /^[A-Z]{2}(?=-|$)/.exec(intensity?.zone ?? '')?.[0]
  if (!intensity || country === undefined) return {}
  const location = machine?.region
  return { environment: { country, ...(location && { location }), powerSourceCarbonIntensity: intensity.g_per_kwh } }
}

function qualityOf({ energy: { total_wh, low_wh, high_wh } }: Report): { quality?: string } {
  if (total_wh === null || low_wh === null || high_wh === null || !(total_wh > 0)) return {}
  const half = (high_wh - low_wh) / 2 / total_wh
  return { quality: QUALITIES.find(([, most]) => half <= most)?.[0] ?? 'low' }
}
