import { parse } from 'csv-parse/sync'
import { ConfigurationError } from '../../core/errors.ts'
import { LOAD_LEVELS } from '../../core/power/curve.ts'
import type { MachineSpec } from '../../core/power/machine.ts'
import { type Contradiction, leaveOutContradictions } from '../../power/contradictions.ts'
import { POWER_RANGES } from '../../data/power-ranges.ts'
import { identifyCpu } from '../../data/cpus.ts'
import { machineCurve } from '../../power/machine-curve.ts'
import { GIGABYTES, MEGAHERTZ, WATTS } from '../settings/number-units.ts'
import { number } from '../settings/number-setting.ts'
import type { Setting } from '../settings/setting.ts'

/** Longest line that is read, characters: an unclosed quote otherwise takes the rest of the file as one field. */
const MAX_RECORD = 100_000

const COLUMNS = ['cpu_name', 'chips', 'cores', 'threads', 'cpu_mhz', 'mem_gb', 'tdp_w', 'hw_year'] as const
type Column = (typeof COLUMNS)[number]

/** Counts may be fractions, such as the mean of a fleet. No machine is outside these bounds; such a cell is an error. */
const CELLS: Readonly<Record<Exclude<Column, 'cpu_name'>, Setting<number>>> = {
  chips: number('CPU chips', '', { from: 1, to: 64 }),
  cores: number('physical cores', '', { from: 1, to: 100_000 }),
  threads: number('hardware threads', '', { from: 1, to: 100_000 }),
  cpu_mhz: number('base frequency', 'MHz', { from: 100, to: 20_000 }, MEGAHERTZ),
  mem_gb: number('memory', 'GB', { from: 0.01, to: 1_000_000 }, GIGABYTES),
  tdp_w: number('thermal design power of one chip', 'W', POWER_RANGES.chip, WATTS),
  hw_year: number('year of release', '', { from: 1990, to: 2100 }),
}

/** What spreadsheets and programs write for an unknown value. No machine has 0 of any of these, so 0 is unknown too. */
const UNKNOWN: ReadonlySet<string> = new Set(['', '-', '?', 'na', 'n/a', 'nan', 'null', 'none', 'unknown'])

const COLUMN_OF = { cores: 'cores', threads: 'threads', tdpWatts: 'tdp_w', mhz: 'cpu_mhz' } as const

interface Cells {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

const readCsv = (text: string, file: string): readonly Cells[] => {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape that `info: true` documents
    return parse(text, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: MAX_RECORD,
    }) as unknown as readonly Cells[]
  } catch (error) {
    throw new ConfigurationError(`${file} is not CSV: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/**
 * Predicts the wall power of one machine a row, as set up for a benchmark: figures and ranges of the bare model.
 *
 * @param text CSV with a header; columns cpu_name, chips, cores, threads, cpu_mhz, mem_gb, tdp_w, hw_year in any order,
 *   empty, 0, NA or missing for unknown; `id` is passed through; others are ignored
 * @param file the file's name, for errors
 * @param warn called with a line about rows whose figures contradict their CPU; the CPU's own figure is used
 * @returns CSV in the same order: id (when given), w0..w100, low0..low100, high0..high100, W
 * @throws ConfigurationError that names the line and the value of a bad row
 */
export const wattsBatch = (
  text: string,
  file = 'the batch file',
  warn: (line: string) => void = () => undefined,
): string => {
  const [head, ...rows] = readCsv(text, file)
  if (head === undefined) throw new ConfigurationError(`${file} is empty: give a header with ${COLUMNS.join(',')}`)
  const header = head.record.map((name) => name.trim().toLowerCase())
  const indexOf = (column: string): number => header.indexOf(column)
  if (!COLUMNS.some((column) => header.includes(column))) {
    throw new ConfigurationError(
      `${file} has none of the columns ${COLUMNS.join(',')}: its header is ${header.join(',')}`,
    )
  }
  const doubled = header.find((name, i) => name !== '' && header.indexOf(name) !== i)
  if (doubled !== undefined) throw new ConfigurationError(`${file} has the column ${doubled} twice`)

  const idIndex = indexOf('id')
  const names = ['w', 'low', 'high'].flatMap((kind) => LOAD_LEVELS.map((level) => `${kind}${level}`))
  const output = [[...(idIndex < 0 ? [] : ['id']), ...names].join(',')]
  const contradicting: string[] = []
  // Lists of a fleet repeat the same machine: each is predicted once.
  const known = new Map<string, PredictedRow>()
  for (const { record, info } of rows) {
    // A line of blanks counts as an empty line.
    if (record.length === 1 && header.length > 1 && record[0]?.trim() === '') continue
    const where = `${file} line ${info.lines}`
    if (record.length !== header.length) {
      throw new ConfigurationError(
        `${where} has ${record.length} fields, the header ${header.length}: ${record.join(',')}`,
      )
    }
    const name = record[indexOf('cpu_name')] ?? ''
    const machine = record.filter((_, i) => i !== idIndex).join('\n')
    let row = known.get(machine)
    if (row === undefined) {
      row = predictRow(name, (column) => {
        const cell = record[indexOf(column)]?.trim() ?? ''
        if (UNKNOWN.has(cell.toLowerCase()) || /^0+(?:\.0*)?$/.test(cell)) return undefined
        return CELLS[column].read(cell, `${where}: ${column}`)
      })
      known.set(machine, row)
    }
    if (row.contradiction !== null) contradicting.push(`line ${info.lines}: ${row.contradiction}`)
    output.push(idIndex < 0 ? row.figures : `${quoted(record[idIndex] ?? '')},${row.figures}`)
  }
  const [first] = contradicting
  if (first !== undefined) {
    const more = contradicting.length > 1 ? ` (and ${contradicting.length - 1} more such rows)` : ''
    warn(`warning: ${file} ${first}${more}`)
  }
  return `${output.join('\n')}\n`
}

interface PredictedRow {
  /** Watts, low and high ends at the load levels, as CSV. */
  readonly figures: string
  /** A figure of the row that its CPU contradicts, for people; null without one. */
  readonly contradiction: string | null
}

const predictRow = (name: string, numberOf: (column: keyof typeof CELLS) => number | undefined): PredictedRow => {
  const spec: MachineSpec = {
    cpuName: name.replace(/^\s*(?:nan|null|none|n\/a)\s*$/i, ''),
    sockets: numberOf('chips'),
    cores: numberOf('cores'),
    threads: numberOf('threads'),
    mhz: numberOf('cpu_mhz'),
    memoryGb: numberOf('mem_gb'),
    tdpWatts: numberOf('tdp_w'),
    year: numberOf('hw_year'),
  }
  const cpu = identifyCpu(spec.cpuName ?? '')
  const [contradiction] = leaveOutContradictions(spec, cpu).contradictions
  const { points } = machineCurve(spec, cpu, { conditions: 'benchmark' })
  const figures = (['watts', 'low', 'high'] as const).flatMap((kind) => points.map((point) => point[kind].toFixed(2)))
  return { figures: figures.join(','), contradiction: contradiction ? describe(contradiction, cpu.name) : null }
}

const describe = ({ quantity, given, own }: Contradiction, cpuName: string): string =>
  `${COLUMN_OF[quantity]} ${given} is left out: ${cpuName} has ${own}`

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
