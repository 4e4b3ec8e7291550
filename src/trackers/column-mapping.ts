import { ConfigurationError } from '../core/errors.ts'

/** Which column of a generic log is what. */
export interface ColumnMapping {
  readonly energy?: MappedColumn
  readonly power?: MappedColumn
  readonly time?: MappedColumn
  readonly emissions?: MappedColumn
  readonly duration?: MappedColumn
  readonly run?: MappedColumn
  readonly units?: MappedColumn
}

export interface MappedColumn {
  readonly column: string
  /** Null where the column has no unit (`run`, a `time` in ISO 8601). */
  readonly unit: string | null
}

/** What a column may be, and the units that it may be in. */
const MAPPED: Readonly<Record<keyof ColumnMapping, readonly string[]>> = {
  energy: ['J', 'kJ', 'MJ', 'mWh', 'Wh', 'kWh', 'MWh'],
  power: ['uW', 'mW', 'W', 'kW'],
  time: ['ns', 'us', 'ms', 's', 'min', 'h', 'iso'],
  emissions: ['mg', 'g', 'kg', 't'],
  duration: ['ns', 'us', 'ms', 's', 'min', 'h'],
  run: [],
  units: [],
}

/**
 * Reads a mapping: `energy: energy_used in kWh`, `emissions: co2 in kg`, `run: job`; `units: requests` counts a functional unit by
 * the column's name.
 * @param entries pairs of what and `COLUMN in UNIT`, as in the config file
 * @throws ConfigurationError that names the entry
 */
export function columnMapping(entries: Readonly<Record<string, unknown>>): ColumnMapping {
  const mapping: Partial<Record<keyof ColumnMapping, MappedColumn>> = {}
  for (const [what, text] of Object.entries(entries)) {
    const known = (Object.keys(MAPPED) as (keyof ColumnMapping)[]).find((each) => each === what)
    if (!known)
      throw new ConfigurationError(`log column ${JSON.stringify(what)} is none of ${Object.keys(MAPPED).join(', ')}`)
    if (typeof text !== 'string' || text.trim() === '') {
      throw new ConfigurationError(`log column ${what} is empty: write \`${what}: COLUMN in UNIT\``)
    }
    mapping[known] = mappedColumn(known, text.trim())
  }
  if (!mapping.energy && !mapping.power && !mapping.emissions) {
    throw new ConfigurationError('the log columns name neither energy, nor power, nor emissions')
  }
  if (mapping.power && !mapping.time && !mapping.duration) {
    throw new ConfigurationError('a power column needs a time or a duration column: `time: timestamp in s`')
  }
  return mapping
}

function mappedColumn(what: keyof ColumnMapping, text: string): MappedColumn {
  const units = MAPPED[what]
  if (units.length === 0) return { column: text, unit: null }
  const match = /^(.+?)\s+in\s+(\S+)$/.exec(text)
  const unit = match?.[2]
  if (!match || unit === undefined || !units.includes(unit)) {
    throw new ConfigurationError(
      `log column ${what} is ${JSON.stringify(text)}: write \`COLUMN in UNIT\` with a unit of ${units.join(', ')}`,
    )
  }
  return { column: match[1] ?? '', unit }
}
