import { parse } from 'csv-parse/sync'
import { LOAD_LEVELS } from '../../src/core/power/curve.ts'
import type { MachineSpec, PredictableMachine } from '../../src/core/power/machine.ts'
import { identify } from '../../src/power/identify.ts'

/** A server with a published SPECpower_ssj2008 result. */
export interface MeasuredServer {
  readonly id: string
  readonly year: number
  readonly spec: MachineSpec
  /** The spec with what its CPU's name tells. */
  readonly machine: PredictableMachine
  /** Wall watts at `LOAD_LEVELS`; null where the result lists none. */
  readonly watts: readonly (number | null)[]
}

const NUMBER = /^\d+(?:\.\d+)?$/

const numberIn = (row: Readonly<Record<string, string>>, column: string): number | undefined => {
  const text = row[column]
  if (text === undefined || text === '') return undefined
  if (!NUMBER.test(text)) throw new Error(`server ${row['id']}: ${column} is ${text}, not a number`)
  return Number(text)
}

/** Servers of a CSV of published results, in its order. */
export const readServers = (csv: string): readonly MeasuredServer[] => {
  const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true, max_record_size: 100_000 })
  return rows.map((row) => {
    const spec: MachineSpec = {
      cpuName: row['cpu_name'],
      sockets: numberIn(row, 'chips'),
      cores: numberIn(row, 'cores'),
      threads: numberIn(row, 'threads'),
      mhz: numberIn(row, 'cpu_mhz'),
      tdpWatts: numberIn(row, 'tdp_w'),
      memoryGb: numberIn(row, 'mem_gb'),
      year: numberIn(row, 'hw_year'),
    }
    return {
      id: row['id'] ?? '',
      year: spec.year ?? 0,
      spec,
      machine: identify(spec),
      watts: LOAD_LEVELS.map((level) => numberIn(row, `w${level}`) ?? null),
    }
  })
}
