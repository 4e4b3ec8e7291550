import { counted } from '../core/text.ts'
import { MeasurementError } from '../core/errors.ts'
import { nearest } from '../core/nearest.ts'
import { parseNumber } from '../core/quantity.ts'
import { JOULES_PER } from '../core/units.ts'
import { singular } from '../core/functional-unit.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { clock, secondsOfEpoch } from './clock.ts'
import { COLUMN_UNITS, type ColumnMapping, type MappedColumn, columnsOf, contradictedUnits } from './column-mapping.ts'
import { RunningTotal } from './counter.ts'
import { type Cell, type CsvReader, type CsvReading, readCsvLog } from './csv-log.ts'
import { type Fields, amount, detached, isFields, member, memberAt, textOrNull } from './field.ts'
import { assertRoom } from './limits.ts'
import type { Log } from './log.ts'
import { type ValueReading, readValueLog } from './log-reading.ts'
import { PowerSum } from './power-sum.ts'
import { type Note, note } from '../core/notes.ts'
import { gPerKwhOf, gapsNote, restartNote, silentNote } from './record.ts'
import { commaForms, withCommas } from './spreadsheet.ts'
import type { LogFormat } from './tracker.ts'

/** Any CSV or JSON whose columns the user names: rows are sums of energy (or samples of power) by run. */
export const generic: LogFormat = {
  name: 'generic',
  title: 'any CSV or JSON with a mapping of its columns',
  figures: 'as the mapping says; rows of one run add up, of a counter the first is subtracted from the last; measured',
  detect: () => false,
  async read(source, { mapping, intervalS }) {
    const { file, head } = source
    if (mapping === null) {
      const reason = 'the generic format needs to know its columns, for example `energy: energy_used in kWh`'
      return { records: [], refusals: [{ file, line: null, reason }] }
    }
    const columns = columnsOf(mapping)
    if (/^\s*[[{]/.test(head)) return readValueLog(source, (log) => mappedValues(mapping, log, intervalS))
    const begin: CsvReader = (header, log) => {
      for (const { column } of columns) header.need(column)
      return new MappedRows(mapping, log, intervalS)
    }
    const text = withCommas(source.text, separatorOf(head, columns))
    return readCsvLog({ ...source, text }, ',', begin, { endsInProse: true })
  },
}

function mappedValues(mapping: ColumnMapping, log: Log, intervalS: number | null): ValueReading {
  const rows = new MappedRows(mapping, log, intervalS)
  return {
    value(value, line) {
      if (!isFields(value)) throw new MeasurementError('an object was expected')
      const under = (column: string): unknown => {
        const direct = member(value, column)
        return direct === undefined ? memberAt(value, ...column.split('.')) : direct
      }
      const cell: Cell = (column) => {
        const found = under(column)
        return typeof found === 'number' || typeof found === 'string' ? String(found) : undefined
      }
      for (const { column } of columnsOf(mapping)) {
        // A row of no run has null there, as an empty cell of a CSV.
        if (column === mapping.run?.column && under(column) === null) continue
        if (cell(column) === undefined) throw noKey(column, value)
      }
      rows.row(cell, line)
    },
    records: () => rows.records(),
  }
}

/** The sign between the columns: the one that leaves the mapped columns, else the first that occurs in the header. */
function separatorOf(head: string, columns: readonly MappedColumn[]): string | null {
  const forms = commaForms(head)
  const hasAll = (form: string): boolean => {
    const [header = ''] = form.split(/[\r\n]/, 1)
    const names = new Set(header.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1')))
    return columns.every(({ column }) => names.has(column))
  }
  return (forms.find((form) => hasAll(form.head)) ?? forms.at(-1))?.separator ?? null
}

/** Most keys, and most levels of them, that are looked through for the one that was meant. */
const MAX_KEYS = 200
const MAX_LEVELS = 4

function noKey(column: string, value: Fields): MeasurementError {
  const [near] = nearest(column, [...keysOf(value, MAX_LEVELS)].slice(0, MAX_KEYS))
  const hint = near === undefined ? '' : `: did you mean ${JSON.stringify(near.slice(0, 80))}?`
  return new MeasurementError(`no number or text is under ${JSON.stringify(column)}${hint}`)
}

/** Keys of the numbers and texts in an object, with a point between levels. */
function* keysOf(value: Fields, levels: number): Generator<string> {
  for (const [key, each] of Object.entries(value).slice(0, MAX_KEYS)) {
    if (typeof each === 'number' || typeof each === 'string') yield key
    else if (levels > 1 && isFields(each)) for (const inner of keysOf(each, levels - 1)) yield `${key}.${inner}`
  }
}

/** The value of a mapped column, in J, W, g, s or as it is. */
function numberOf(what: keyof ColumnMapping, { column, unit }: MappedColumn, value: Cell): number {
  return amount(column, value(column)) * (COLUMN_UNITS[what][unit ?? ''] ?? 1)
}

function timeOf(text: string | undefined, { column, unit }: MappedColumn): number {
  const seconds = unit === 'iso' ? clock(text ?? '')?.seconds : parseNumber(text ?? '')
  if (seconds === null || seconds === undefined)
    throw new MeasurementError(`${column} is ${JSON.stringify(text ?? '')}, which is not a time`)
  return secondsOfEpoch(column, seconds * (COLUMN_UNITS.time[unit ?? 's'] ?? 1))
}

interface Run {
  readonly line: number
  wh: number
  grams: number
  seconds: number
  units: number
  /** Samples of the time of the sample before. */
  atOnce: number
  readonly power: PowerSum
  /** Running totals, one a column. */
  readonly counters: readonly RunningTotal[]
  /** Energy of the rows, or their emissions where they have no energy: a running total if it only grows. */
  readonly growth: RunningTotal
  /** Rows so far. */
  rows: number
}

class MappedRows implements CsvReading {
  readonly #mapping: ColumnMapping
  readonly #log: Log
  readonly #runs = new Map<string, Run>()

  /** Distance of rows of power without times, s. */
  readonly #intervalS: number | null

  constructor(mapping: ColumnMapping, log: Log, intervalS: number | null) {
    this.#mapping = mapping
    this.#log = log
    this.#intervalS = intervalS
    const contradictions = contradictedUnits(mapping)
    if (contradictions.length > 0) {
      const columns = contradictions.map(({ text }) => text).join(', ')
      const isSmaller = contradictions.some((each) => each.isSmaller)
      const consequence = isSmaller
        ? 'its name says a larger unit, so energy may be missing'
        : 'its name says another unit'
      const text = `${log.file}: the column ${columns}: ${consequence}; map it in that unit if the name is right`
      log.note(note(isSmaller ? 'log-energy-missing' : 'log-unit-contradiction', text))
    }
  }

  row(value: Cell, line: number): void {
    const { energy, counter, power, time, emissions, duration, run: runColumn, units } = this.#mapping
    const joulesOf = (mapped: MappedColumn): number => numberOf('energy', mapped, value)
    const joules = energy === undefined ? null : energy.reduce((sum, mapped) => sum + joulesOf(mapped), 0)
    const totals = counter?.map(joulesOf) ?? []
    const watts = power ? numberOf('power', power, value) : null
    const grams = emissions ? numberOf('emissions', emissions, value) : null
    const seconds = duration ? numberOf('duration', duration, value) : null
    const count = units ? numberOf('units', units, value) : null
    const at = time ? timeOf(value(time.column), time) : null
    const key = runColumn ? (textOrNull(value(runColumn.column)) ?? '') : ''
    let run = this.#runs.get(key)
    if (!run) {
      assertRoom(this.#runs.size)
      run = {
        line,
        wh: 0,
        grams: 0,
        seconds: 0,
        units: 0,
        atOnce: 0,
        power: new PowerSum('moment', { mayBeZero: true, mostWatts: Number.POSITIVE_INFINITY }),
        counters: totals.map(() => new RunningTotal()),
        growth: new RunningTotal(),
        rows: 0,
      }
      this.#runs.set(detached(key), run)
    }
    for (const [at, total] of totals.entries()) run.counters[at]?.add(total)
    const added = joules ?? grams
    if (added !== null) run.growth.add(added)
    if (watts !== null && energy === undefined && counter === undefined) {
      // A row that says how long it took needs no other row.
      if (seconds !== null) run.wh += (watts * seconds) / 3600
      else {
        const t = at ?? run.rows * (this.#intervalS ?? 0)
        if (at !== null && run.power.count > 0 && at === run.power.endS) run.atOnce += 1
        run.power.add(t, watts)
      }
    }
    run.rows += 1
    run.wh += (joules ?? 0) / JOULES_PER.Wh
    run.grams += grams ?? 0
    run.seconds += seconds ?? 0
    run.units += count ?? 0
  }

  #notesOf({ power, atOnce, counters, growth }: Run): Note[] {
    const { file } = this.#log
    const { energy, counter = [], emissions } = this.#mapping
    const names = (energy ?? (emissions ? [emissions] : [])).map(({ column }) => column).join(' + ')
    const text = `${counted(atOnce, 'sample')} of the same time as the one before: not added to it; if the samples are of several devices, name their column (run: COLUMN)`
    const summed = `${names} grows from each of its ${growth.readings} rows to the next, and the rows are added up: if it is a running total, ${energy ? `map it as \`counter: ${names} in UNIT\`` : 'keep its last row alone'}`
    return [
      ...counters.flatMap(({ hasFallen, grown }, at) => {
        const name = counter[at]?.column ?? ''
        if (grown === 0) return [silentNote(file, name, 'stands still')]
        return hasFallen ? [restartNote(file, name)] : []
      }),
      ...(growth.onlyGrows ? [note('log-counter-summed', `${file}: ${summed}`)] : []),
      ...(power.gaps > 0 ? [gapsNote(file, power.gaps)] : []),
      ...(atOnce > 0 ? [note('log-same-time', `${file}: ${text}`)] : []),
    ]
  }

  records(): EnergyRecord[] {
    const { energy, counter, power, emissions, duration, units } = this.#mapping
    return [...this.#runs].map(([key, run]) => {
      const isSum = energy !== undefined || counter !== undefined
      const sampled = power !== undefined && !isSum && duration === undefined
      if (sampled && !run.power.hasTime) {
        const what = key === '' ? 'the power' : `the power of ${JSON.stringify(key)}`
        throw new MeasurementError(
          run.power.gaps > 0
            ? `${what} has samples ${Math.round(run.power.spanS)} s apart and none between: what it used is not known`
            : `${what} is of one time only: two samples or more make an energy`,
        )
      }
      if (counter !== undefined && run.rows < 2)
        throw new MeasurementError('one reading of a counter makes no energy: the first and the last are needed')
      const grownJ = run.counters.reduce((sum, { grown }) => sum + grown, 0)
      // Samples of one time have a note of their own.
      if (sampled && run.atOnce === 0) run.power.assertOfOne()
      const itWh = isSum || power ? run.wh + run.power.wh + grownJ / JOULES_PER.Wh : null
      return this.#log.record({
        name: key === '' ? 'log' : key,
        durationS: duration ? run.seconds : run.power.count > 1 ? run.power.spanS : null,
        coveredS: sampled ? run.power.coveredS : null,
        itWh,
        emissionsG: emissions ? run.grams : null,
        gPerKwh: gPerKwhOf(emissions ? run.grams : null, itWh ?? 0),
        units: units && run.units > 0 ? { name: singular(units.column), count: run.units } : null,
        line: run.line,
        notes: this.#notesOf(run),
      })
    })
  }
}
