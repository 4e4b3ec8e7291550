import type { CpuTime } from './cpu.ts'
import { METERS, METER_NAMES, type MeterReadings, NO_METERS } from './meter-table.ts'

/** One sample's readings, each null if there is none. */
export interface Sample {
  /** Monotonic, ms. */
  readonly t: number
  readonly cpu: CpuTime | null
  readonly cgroupMs: number | null
  /** MiB in use; only now and then. */
  readonly memoryMb: number | null
  readonly raplUj: readonly (number | null)[] | null
  readonly meters: MeterReadings
}

/** Text form of one reading in a line of the sample file: for the writer and for the reader. */
interface Field<Value> {
  readonly key: string
  write(value: Value): string
  /** @returns undefined for what no sampler writes */
  read(json: unknown): Value | undefined
}

/** Whether a value of the file is a finite number of at least 0. */
export function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}

const whole = (key: string): Field<number> => ({
  key,
  write: (value) => String(Math.round(value)),
  read: (json) => (isAmount(json) ? json : undefined),
})

/** The readings of a sample. A reading without a row here does not compile. */
const FIELDS: { readonly [Name in Exclude<keyof Sample, 't' | 'meters'>]: Field<NonNullable<Sample[Name]>> } = {
  cpu: {
    key: 'c',
    write: ({ busyMs, totalMs, stealMs }) => `[${Math.round(busyMs)},${Math.round(totalMs)},${Math.round(stealMs)}]`,
    read: (json) => {
      const [busyMs, totalMs, stealMs, more] = Array.isArray(json) ? (json as unknown[]) : []
      const isCpu = isAmount(busyMs) && isAmount(totalMs) && isAmount(stealMs) && more === undefined
      return isCpu ? { busyMs, totalMs, stealMs } : undefined
    },
  },
  cgroupMs: whole('g'),
  memoryMb: whole('m'),
  raplUj: {
    key: 'r',
    write: (values) => `[${values.map((value) => value ?? 'null').join(',')}]`,
    read: (json) => {
      const isList = Array.isArray(json) && json.every((value) => value === null || isAmount(value))
      return isList ? (json as (number | null)[]) : undefined
    },
  },
}

const ENTRIES = Object.entries(FIELDS) as readonly [keyof typeof FIELDS, Field<unknown>][]

/** The readings of a sample as members of a JSON object, each after a comma. */
export function writeFields(sample: Sample): string {
  let line = ''
  for (const [name, field] of ENTRIES) {
    const value = sample[name]
    if (value !== null) line += `,"${field.key}":${field.write(value)}`
  }
  // Most machines have none: looking at each of them at every tick would cost as much as a counter.
  if (sample.meters === NO_METERS) return line
  for (const name of METER_NAMES) {
    const value = sample.meters[name]
    if (value !== null) line += `,"${METERS[name].key}":${value.toFixed(3)}`
  }
  return line
}

/** Reads a sample back. @returns null when one of its members is not what a sampler writes */
export function readFields(json: Readonly<Record<string, unknown>>): Omit<Sample, 't'> | null {
  const found: Record<string, unknown> = {}
  for (const [name, field] of ENTRIES) {
    const member = json[field.key]
    const value = member === undefined ? null : field.read(member)
    if (value === undefined) return null
    found[name] = value
  }
  const meters: Record<string, number | null> = {}
  for (const name of METER_NAMES) {
    const value = json[METERS[name].key]
    if (value !== undefined && !isAmount(value)) return null
    meters[name] = value ?? null
  }
  return { ...found, meters: meters as MeterReadings } as Omit<Sample, 't'>
}
