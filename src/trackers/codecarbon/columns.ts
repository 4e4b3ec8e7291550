/**
 * Columns of CodeCarbon's CSV files in the order in which each release writes them (dataclass EmissionsData and
 * TaskEmissionsData of the release tags, github.com/mlco2/codecarbon). Only the set of a header identifies the release: files are read by name,
 * the order matters where a row lost columns.
 */

const head = 'timestamp project_name run_id'
const power = 'duration emissions emissions_rate cpu_power gpu_power ram_power'
const energy = 'cpu_energy gpu_energy ram_energy energy_consumed'
const place = 'country_name country_iso_code region cloud_provider cloud_region os python_version'
const machine = 'cpu_count cpu_model gpu_count gpu_model longitude latitude ram_total_size tracking_mode'
const usage = 'cpu_utilization_percent gpu_utilization_percent ram_utilization_percent ram_used_gb'

const written = [
  `${head} ${power} ${energy} ${place} ${machine} on_cloud`, // 2.0
  `${head} ${power} ${energy} ${place} codecarbon_version ${machine} on_cloud`, // 2.2
  `${head} ${power} ${energy} ${place} codecarbon_version ${machine} on_cloud pue`, // 2.3
  `${head} experiment_id ${power} ${energy} ${place} codecarbon_version ${machine} on_cloud pue`, // 2.7
  `${head} experiment_id ${power} ${energy} water_consumed ${place} codecarbon_version ${machine} on_cloud pue wue`, // 3.0.8
  `${head} experiment_id ${power} ${energy} water_consumed ${place} codecarbon_version ${machine} ${usage} on_cloud pue wue`, // 3.2.1
]

/** Column orders, oldest release first. */
export const COLUMN_ORDERS: readonly (readonly string[])[] = written.map((columns) => columns.split(' '))

/** The order in which the release that knows exactly these columns writes them; null for a set that no release has. */
export function writtenOrder(names: readonly string[]): readonly string[] | null {
  const key = names.toSorted().join()
  return COLUMN_ORDERS.find((order) => order.toSorted().join() === key) ?? null
}

/** What a value of a column looks like, strict enough to decide whether a value is in its own column. */
export interface ColumnShape {
  readonly fits: (value: string) => boolean
  /** Whether the tracker may have nothing to write here. */
  readonly nullable: boolean
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const isNumber = (value: string): boolean => NUMBER.test(value)
const isAmount = (value: string): boolean => isNumber(value) && !(Number(value) < 0)
const isCount = (value: string): boolean => /^\d+(?:\.0+)?$/.test(value)
const isText = (value: string): boolean => !isNumber(value)
const isVersion = (value: string): boolean => /^\d+\.\d+(?:\.\d+)?\S*$/.test(value) && value.split('.').length >= 2
const isUuid = (value: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)

/** What every experiment is called that was given no id: never a run's. */
const DEFAULT_EXPERIMENT = '5b0fa12a-3dd7-45bb-9766-cc326314d9f1'

const never = (fits: (value: string) => boolean): ColumnShape => ({ fits, nullable: false })
const maybe = (fits: (value: string) => boolean): ColumnShape => ({ fits, nullable: true })

/** Shapes of every column of COLUMN_ORDERS. */
export const SHAPES: ReadonlyMap<string, ColumnShape> = new Map([
  ['timestamp', never((value) => /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/.test(value))],
  ['project_name', never(isText)],
  ['run_id', never((value) => isUuid(value) && value !== DEFAULT_EXPERIMENT)],
  ['experiment_id', maybe(isText)],
  ...['duration', 'emissions', 'emissions_rate', 'cpu_power', 'gpu_power', 'ram_power'].map(
    (name) => [name, never(isAmount)] as const,
  ),
  ...['cpu_energy', 'gpu_energy', 'ram_energy', 'energy_consumed', 'water_consumed'].map(
    (name) => [name, never(isAmount)] as const,
  ),
  ['country_name', maybe(isText)],
  ['country_iso_code', maybe((value) => value === '' || /^[A-Z]{3}$/.test(value))],
  ['region', maybe(isText)],
  ['cloud_provider', maybe((value) => value === '' || /^[a-z][\w -]*$/i.test(value))],
  ['cloud_region', maybe(isText)],
  ['os', never((value) => /^(?:linux|macos|darwin|windows|java|freebsd|[A-Za-z]+-\S*\d)/i.test(value))],
  ['python_version', never(isVersion)],
  ['codecarbon_version', never(isVersion)],
  ['cpu_count', maybe(isCount)],
  ['cpu_model', maybe(isText)],
  ['gpu_count', maybe(isCount)],
  ['gpu_model', maybe(isText)],
  ['longitude', maybe(isNumber)],
  ['latitude', maybe(isNumber)],
  ['ram_total_size', maybe(isAmount)],
  ['tracking_mode', never((value) => value === 'machine' || value === 'process')],
  ...['cpu_utilization_percent', 'gpu_utilization_percent', 'ram_utilization_percent', 'ram_used_gb'].map(
    (name) => [name, maybe(isAmount)] as const,
  ),
  ['on_cloud', never((value) => value === 'Y' || value === 'N')],
  ['pue', never((value) => isAmount(value) && Number(value) >= 1 && Number(value) <= 10)],
  ['wue', never(isAmount)],
])
