import { Battery } from './battery.ts'
import { JetsonMeter } from './jetson-meter.ts'
import { GraceMeter, PowerMeter } from './power-meter.ts'
import { Powermetrics } from './powermetrics.ts'
import type { SampledMeter } from './sensor.ts'

/** A meter that is known from samples alone. */
export interface MeterRow {
  /** Key of its readings in the sample file. */
  readonly key: string
  /** W is the power now; J counts up from the start of the sampler. */
  readonly unit: 'W' | 'J'
  readonly covers: 'machine' | 'processors'
  /** Whether it always reads the GPUs as well; false: only some do. */
  readonly containsGpus: boolean
  /** Whether it is read at every sample, or at every fifth: some meters ask firmware or a slow bus. */
  readonly interval: 'sample' | 'fifth sample'
  open(root: string): SampledMeter
}

/**
 * The meters other than RAPL, whose counters the measurement reads itself. The best meter of each part of the machine comes first.
 * A new meter is a file and a row here: writer, reader and measurement go by the rows.
 */
export const METERS = {
  'power-meter': {
    key: 'w',
    unit: 'W',
    covers: 'machine',
    containsGpus: false,
    interval: 'fifth sample',
    open: (root) => new PowerMeter(root),
  },
  jetson: {
    key: 'j',
    unit: 'W',
    covers: 'machine',
    containsGpus: true,
    interval: 'sample',
    open: (root) => new JetsonMeter(root),
  },
  battery: {
    key: 'b',
    unit: 'W',
    covers: 'machine',
    containsGpus: true,
    interval: 'fifth sample',
    open: (root) => new Battery(root),
  },
  grace: {
    key: 'h',
    unit: 'W',
    covers: 'processors',
    containsGpus: false,
    interval: 'fifth sample',
    open: (root) => new GraceMeter(root),
  },
  powermetrics: {
    key: 'p',
    unit: 'J',
    covers: 'processors',
    containsGpus: false,
    interval: 'sample',
    open: () => new Powermetrics(),
  },
} as const satisfies Record<string, MeterRow>

export type MeterName = keyof typeof METERS

export const METER_NAMES = Object.keys(METERS) as readonly MeterName[]

/** Readings of the meters, in the units of their rows; null if there is none. */
export type MeterReadings = Readonly<Record<MeterName, number | null>>

/** The readings of a machine without any of these meters. */
export const NO_METERS = Object.fromEntries(METER_NAMES.map((name) => [name, null])) as MeterReadings
