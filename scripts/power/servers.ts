import { parse } from 'csv-parse/sync'
import { LOAD_LEVELS } from '../../src/core/power/curve.ts'
import type { MachineSpec, PredictableMachine } from '../../src/core/power/machine.ts'
import { identify } from '../../src/power/identify.ts'

/** A server with a published SPECpower_ssj2008 result. */
export interface MeasuredServer {
  readonly id: string
  readonly year: number
  readonly spec: MachineSpec
  /** The spec with the facts that follow from the CPU's name. */
  readonly machine: PredictableMachine
  /** Wall watts at `LOAD_LEVELS`; null where the result does not list them. */
  readonly watts: readonly (number | null)[]
}

const NUMBER = /^\d+(?:\.\d+)?$/

const numberIn = (row: Readonly<Record<string, string>>, column: string): number | undefined => {
  const text = row[column]
  if (text === undefined || text === '') return undefined
  if (!NUMBER.test(text)) throw new Error(`server ${row['id']}: ${column} is ${text}, not a number`)
  return Number(text)
}

type Row = Record<string, string>

const readRows = (csv: string): Row[] => parse(csv, { columns: true, bom: true, max_record_size: 100_000 })

const readWatts = (row: Row): readonly (number | null)[] =>
  LOAD_LEVELS.map((level) => numberIn(row, `w${level}`) ?? null)

/**
 * Published results of the same CPU, number of chips, idle and full power are the same result. Two results that share
 * all four would be ambiguous, so a curve that fits more than one server is an error.
 */
const addCurves = (servers: readonly MeasuredServer[], csv: string): readonly MeasuredServer[] => {
  const merged = [...servers]
  for (const row of readRows(csv)) {
    const watts = readWatts(row)
    const { cpuKey } = identify({ cpuName: row['cpu'] })
    const matches = merged.flatMap((server, i) => {
      const isSame = server.machine.cpuKey === cpuKey && server.spec.sockets === numberIn(row, 'chips')
      return isSame && server.watts[0] === watts[0] && server.watts.at(-1) === watts.at(-1) ? [i] : []
    })
    const [index] = matches
    if (index === undefined || matches.length > 1) {
      throw new Error(`curve of ${row['model']} (${row['cpu']}) matches ${matches.length} servers, expected 1`)
    }
    merged[index] = { ...merged[index]!, watts }
  }
  return merged
}

/**
 * Reads servers from a CSV of published results, in its order.
 *
 * @param curves CSV of full curves (cpu, model, chips, w0..w100) that complete results of which only idle and full load
 *   are listed; every curve must match exactly one server
 */
export const readServers = (csv: string, curves?: string): readonly MeasuredServer[] => {
  const servers = readRows(csv).map((row) => {
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
      watts: readWatts(row),
    }
  })
  return curves === undefined ? servers : addCurves(servers, curves)
}

/** The server's machine as if its CPU had no name. */
export const withoutName = ({ spec }: MeasuredServer): PredictableMachine => identify({ ...spec, cpuName: undefined })
