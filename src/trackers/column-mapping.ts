import { ConfigurationError } from '../core/errors.ts'
import { GRAMS_PER, JOULES_PER } from '../core/units.ts'

/** Which column of a generic log is what. */
export interface ColumnMapping {
  /** Columns of the energy of each row, which add up. */
  readonly energy?: readonly MappedColumn[]
  /** Columns of running totals: the energy of a run is what they grow by. */
  readonly counter?: readonly MappedColumn[]
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

const JOULES = { uJ: 1e-6, mJ: 1e-3, ...JOULES_PER }
const SECONDS = { ns: 1e-9, us: 1e-6, ms: 1e-3, s: 1, min: 60, h: 3600 }
const { lb: _, ...GRAMS } = GRAMS_PER

/** What a column may be, and the units that it may be in, with the J, W, s or g of each. */
export const COLUMN_UNITS: Readonly<Record<keyof ColumnMapping, Readonly<Record<string, number>>>> = {
  energy: JOULES,
  counter: JOULES,
  power: { uW: 1e-6, mW: 1e-3, W: 1, kW: 1e3 },
  time: { ...SECONDS, iso: 1 },
  emissions: GRAMS,
  duration: SECONDS,
  run: {},
  units: {},
}

/**
 * Reads a mapping: `energy: energy_used in kWh` (several columns add up: `energy: package + dram in uJ`), `counter: energy_uj in uJ`, `emissions: co2 in kg`,
 * `run: job`; `units: requests` counts a functional unit by the column's name.
 * @param entries pairs of what and `COLUMN in UNIT`, as in the config file
 * @param hasInterval whether the distance of rows is given, which power needs where no column has times
 * @throws ConfigurationError that names the entry
 */
export function columnMapping(entries: Readonly<Record<string, unknown>>, hasInterval: boolean = false): ColumnMapping {
  const mapping: { -readonly [what in keyof ColumnMapping]: ColumnMapping[what] } = {}
  for (const [what, text] of Object.entries(entries)) {
    const names = Object.keys(COLUMN_UNITS) as (keyof ColumnMapping)[]
    const known = names.find((each) => each === what)
    if (!known) throw new ConfigurationError(`log column ${JSON.stringify(what)} is none of ${names.join(', ')}`)
    if (typeof text !== 'string' || text.trim() === '') {
      throw new ConfigurationError(`log column ${what} is empty: write \`${what}: COLUMN in UNIT\``)
    }
    if (known === 'energy' || known === 'counter') mapping[known] = energyColumns(known, text.trim())
    else mapping[known] = mappedColumn(known, text.trim())
  }
  if (!mapping.energy && !mapping.counter && !mapping.power && !mapping.emissions) {
    throw new ConfigurationError('the log columns name neither energy, nor a counter, nor power, nor emissions')
  }
  if (mapping.energy && mapping.counter) {
    throw new ConfigurationError('the log columns name energy and a counter: name one of them, or read the log twice')
  }
  if (mapping.power && !mapping.time && !mapping.duration && !hasInterval) {
    throw new ConfigurationError(
      'a power column needs a time or a duration column: `time: timestamp in s`, or --interval where the log has no times',
    )
  }
  return mapping
}

/** Every column of a mapping. */
export function columnsOf(mapping: ColumnMapping): readonly MappedColumn[] {
  return Object.values(mapping).flat()
}

/** Other spellings of units at the end of a column's name. */
const SPELLINGS: Readonly<Record<string, string>> = {
  joule: 'J',
  joules: 'J',
  microjoules: 'uJ',
  millijoules: 'mJ',
  watt: 'W',
  watts: 'W',
  milliwatts: 'mW',
  seconds: 's',
  grams: 'g',
}

/** Units that are confused with each other, with their size. */
const CONFUSED = [{ ...COLUMN_UNITS.energy, ...COLUMN_UNITS.power }, COLUMN_UNITS.emissions, COLUMN_UNITS.time].map(
  Object.entries<number>,
)

/** A column whose name says another unit than the mapping. */
export interface ContradictedUnit {
  /** The column and its unit in the mapping, for people. */
  readonly text: string
  /** Whether the mapping makes the figure smaller than the name does. */
  readonly isSmaller: boolean
}

/**
 * Columns whose name ends in another unit than the mapping says, such as `energy_kwh in J`. `mj` may be mJ or MJ.
 * @example contradictedUnits(columnMapping({ energy: 'energy_kwh in J' })) // [{ text: '"energy_kwh" is mapped in J', isSmaller: true }]
 */
export function contradictedUnits(mapping: ColumnMapping): ContradictedUnit[] {
  return columnsOf(mapping).flatMap(({ column, unit }) => {
    if (unit === null) return []
    const [, word = ''] = /(?:^|[^a-zµμ])([a-zµμ]+)[\s\])]*$/i.exec(column) ?? []
    const named = (SPELLINGS[word.toLowerCase()] ?? word).replace(/^[µμ]/, 'u')
    const alike = CONFUSED.find((units) => units.some(([known]) => known === unit)) ?? []
    const meant = alike.filter(([known]) => isSameUnit(known, named))
    if (meant.length === 0 || isSameUnit(unit, named)) return []
    const size = alike.find(([known]) => known === unit)?.[1] ?? 0
    return [{ text: `${JSON.stringify(column)} is mapped in ${unit}`, isSmaller: meant.every(([, own]) => size < own) }]
  })
}

function isSameUnit(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** Columns between plus signs; one without a unit has that of the next one. */
function energyColumns(what: 'energy' | 'counter', text: string): MappedColumn[] {
  const columns: MappedColumn[] = []
  let unit = ''
  for (const part of text.split(/\s+\+\s+/).toReversed()) {
    const own = /\s+in\s+\S+$/.exec(part)?.[0]
    unit = own ?? unit
    columns.unshift(mappedColumn(what, own === undefined ? `${part}${unit}` : part))
  }
  return columns
}

function mappedColumn(what: keyof ColumnMapping, text: string): MappedColumn {
  const units = Object.keys(COLUMN_UNITS[what])
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
