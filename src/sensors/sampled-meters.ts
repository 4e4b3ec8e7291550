import { METERS, METER_NAMES, type MeterName, type MeterReadings, NO_METERS } from './meter-table.ts'
import type { SampledMeter } from './sensor.ts'

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

/** The meters of this machine, and what each read last. */
export class SampledMeters {
  readonly readings: Mutable<MeterReadings>
  readonly #meters: readonly { name: MeterName; isSlow: boolean; meter: SampledMeter }[]

  constructor(root: string) {
    this.#meters = METER_NAMES.map((name) => ({
      name,
      isSlow: METERS[name].interval === 'fifth sample',
      meter: METERS[name].open(root),
    })).filter(({ meter }) => meter.isPresent)
    this.readings = this.#meters.length === 0 ? NO_METERS : { ...NO_METERS }
  }

  /** Whether a meter reports its power at the moment of a sample. */
  get readsWatts(): boolean {
    return this.#meters.some(({ name }) => METERS[name].unit === 'W')
  }

  start(): void {
    for (const { meter } of this.#meters) void meter.start?.()
  }

  /** @param isSlowTick whether meters that are read at every fifth sample are due */
  read(isSlowTick: boolean): void {
    for (const { name, isSlow, meter } of this.#meters) {
      if (isSlowTick || !isSlow) this.readings[name] = meter.read()
    }
  }

  stop(): void {
    for (const { meter } of this.#meters) meter.stop?.()
  }
}
