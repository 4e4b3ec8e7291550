import type { Stretch } from '../../core/measurement/counters.ts'
import { MAX_PLATFORM_WATTS } from '../../sensors/meter-limits.ts'
import { METERS, METER_NAMES, type MeterName, type MeterRow } from '../../sensors/meter-table.ts'
import type { SampleRow } from '../../sensors/sample-lines.ts'

/** Maximum reading of the meter of one chip, W: a broken or forged file must not count. */
const MOST_CHIP_WATTS = 500

/** A meter that is known only from samples. */
interface SampledEnergy {
  readonly name: MeterName
  readonly covers: MeterRow['covers']
  /** Energy of each stretch, J. */
  readonly joules: readonly number[]
}

/** The meters of METERS that give a plausible figure. */
export function sampledOver(rows: readonly SampleRow[], stretches: readonly Stretch[]): SampledEnergy[] {
  return METER_NAMES.flatMap((name) => {
    const row: MeterRow = METERS[name]
    const joules = row.unit === 'W' ? powerOver(rows, stretches, name) : countOver(rows, stretches, name)
    return joules ? [{ name, joules, covers: row.covers }] : []
  })
}

/** Energy by a power meter, J; null unless every sample has a plausible figure. */
function powerOver(rows: readonly SampleRow[], stretches: readonly Stretch[], name: MeterName): number[] | null {
  const readings = rows.map(({ meters }) => meters[name])
  if (rows.length < 2 || !readings.every((watts) => watts !== null && watts > 0 && watts <= MAX_PLATFORM_WATTS))
    return null
  return stretches.map(({ fromS, toS, sample }) => {
    const watts = (sample === null ? readings.at(-1) : readings[sample]) ?? 0
    return watts * (toS - fromS)
  })
}

/** Energy by a meter that counts from its own start, J. Before and after, its mean power is used. */
function countOver(rows: readonly SampleRow[], stretches: readonly Stretch[], name: MeterName): number[] | null {
  const seen = rows.flatMap(({ t, meters }) => (meters[name] === null ? [] : [{ t, joules: meters[name] }]))
  const [first, last] = [seen[0], seen.at(-1)]
  const seconds = first && last ? (last.t - first.t) / 1000 : 0
  const mean = seconds > 0 ? ((last?.joules ?? 0) - (first?.joules ?? 0)) / seconds : Number.NaN
  if (!(mean > 0 && mean <= MOST_CHIP_WATTS)) return null
  return stretches.map(({ fromS, toS }) => mean * (toS - fromS))
}
