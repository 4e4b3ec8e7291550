import { ConfigurationError } from '../core/errors.ts'

/** Which column of a generic log is what. */
export interface ColumnMapping {
  readonly energy?: MappedColumn
  /** Further columns of energy, to be added to the first. */
  readonly moreEnergy?: readonly MappedColumn[]
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
const MAPPED: Readonly<Record<Exclude<keyof ColumnMapping, 'moreEnergy'>, readonly string[]>> = {
  energy: ['uJ', 'mJ', 'J', 'kJ', 'MJ', 'mWh', 'Wh', 'kWh', 'MWh'],
  power: ['uW', 'mW', 'W', 'kW'],
  time: ['ns', 'us', 'ms', 's', 'min', 'h', 'iso'],
  emissions: ['mg', 'g', 'kg', 't'],
  duration: ['ns', 'us', 'ms', 's', 'min', 'h'],
  run: [],
  units: [],
}

/**
 * Reads a mapping: `energy: energy_used in kWh` (several columns add up: `energy: package + dram in uJ`), `emissions: co2 in kg`, `run: job`; `units: requests` counts a functional unit by
 * the column's name.
 * @param entries pairs of what and `COLUMN in UNIT`, as in the config file
 * @param hasInterval whether the distance of rows is given, which power needs where no column has times
 * @throws ConfigurationError that names the entry
 */
export function columnMapping(entries: Readonly<Record<string, unknown>>, hasInterval: boolean = false): ColumnMapping {
  const mapping: Partial<Record<keyof typeof MAPPED, MappedColumn>> = {}
  let moreEnergy: readonly MappedColumn[] = []
  for (const [what, text] of Object.entries(entries)) {
    const known = (Object.keys(MAPPED) as (keyof typeof MAPPED)[]).find((each) => each === what)
    if (!known)
      throw new ConfigurationError(`log column ${JSON.stringify(what)} is none of ${Object.keys(MAPPED).join(', ')}`)
    if (typeof text !== 'string' || text.trim() === '') {
      throw new ConfigurationError(`log column ${what} is empty: write \`${what}: COLUMN in UNIT\``)
    }
    if (known === 'energy') {
      const [first, ...more] = energyColumns(text.trim())
      mapping.energy = first as MappedColumn
      moreEnergy = more
    } else mapping[known] = mappedColumn(known, text.trim())
  }
  if (!mapping.energy && !mapping.power && !mapping.emissions) {
    throw new ConfigurationError('the log columns name neither energy, nor power, nor emissions')
  }
  if (mapping.power && !mapping.time && !mapping.duration && !hasInterval) {
    throw new ConfigurationError(
      'a power column needs a time or a duration column: `time: timestamp in s`, or --interval where the log has no times',
    )
  }
  return moreEnergy.length === 0 ? mapping : { ...mapping, moreEnergy }
}

/** Every column of a mapping. */
export function columnsOf({ moreEnergy, ...mapping }: ColumnMapping): readonly MappedColumn[] {
  return [...Object.values(mapping), ...(moreEnergy ?? [])].filter((mapped) => mapped !== undefined)
}

/** Columns between plus signs; one without a unit has that of the next one. */
function energyColumns(text: string): MappedColumn[] {
  const columns: MappedColumn[] = []
  let unit = ''
  for (const part of text.split(/\s+\+\s+/).toReversed()) {
    const own = /\s+in\s+\S+$/.exec(part)?.[0]
    unit = own ?? unit
    columns.unshift(mappedColumn('energy', own === undefined ? `${part}${unit}` : part))
  }
  return columns
}

function mappedColumn(what: keyof typeof MAPPED, text: string): MappedColumn {
  const units = MAPPED[what]
  if (units.length === 0) return { column: text, unit: null }
  const match = /^(.+?)\s+in\s+(\S+)$/.exec(text)
  const unit = match?.[2]?.replace(/^[µμ]/, 'u')
  if (!match || unit === undefined || !units.includes(unit)) {
    throw new ConfigurationError(
      `log column ${what} is ${JSON.stringify(text)}: write \`COLUMN in UNIT\` with a unit of ${units.join(', ')}`,
    )
  }
  return { column: match[1] ?? '', unit }
}
