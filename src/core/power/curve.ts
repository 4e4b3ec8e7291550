import { ConfigurationError } from '../errors.ts'

/** Utilisation of the load levels of a curve, percent: those of SPECpower_ssj2008. */
export const LOAD_LEVELS: readonly number[] = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]

/** Power with its 90 % interval, W. `low <= watts <= high`, all finite and >= 0. */
export interface PowerRange {
  readonly watts: number
  readonly low: number
  readonly high: number
}

/** Power of a machine, or of a share of one, against its utilisation. */
export interface PowerCurve {
  /** One range for each of `LOAD_LEVELS`; neither figure ever falls as utilisation rises. */
  readonly points: readonly PowerRange[]
  /** How the figures were obtained, one line for people. */
  readonly method: string
  /** The measurements or the published figures that they rest on. */
  readonly basis: string
  /** The part of the power that memory draws, W. It is inside the points already: split it out, never add it. */
  readonly memoryWatts: number
}

const STEP_PERCENT = 10

/**
 * Power at a utilisation, W, piecewise linear between the load levels and never falling as utilisation rises.
 *
 * @param utilizationPercent share of the machine's (or slice's) processor time in use, 0..100
 * @throws ConfigurationError when the utilisation is not a number from 0 to 100
 */
export const wattsAt = (curve: Pick<PowerCurve, 'points'>, utilizationPercent: number): PowerRange => {
  if (!(utilizationPercent >= 0 && utilizationPercent <= 100)) {
    throw new ConfigurationError(
      `utilization is ${utilizationPercent}: give a percentage from 0 to 100, for example 50`,
    )
  }
  const index = Math.min(Math.floor(utilizationPercent / STEP_PERCENT), LOAD_LEVELS.length - 2)
  const below = curve.points[index]
  const above = curve.points[index + 1]
  if (below === undefined || above === undefined)
    throw new ConfigurationError('a power curve has a point for each 10 %')
  const share = (utilizationPercent - index * STEP_PERCENT) / STEP_PERCENT
  // (1 - s) a + s b is exact at both ends, so a curve stays monotone to the last bit.
  const between = (a: number, b: number): number => (1 - share) * a + share * b
  return {
    watts: between(below.watts, above.watts),
    low: between(below.low, above.low),
    high: between(below.high, above.high),
  }
}

/** Which part of a host a guest has. */
export interface Share {
  /** Hardware threads (vCPUs) of the guest, > 0. */
  readonly threads: number
  /** Hardware threads of the host, >= threads. */
  readonly ofThreads: number
}

/** The same curve times a factor > 0. */
export const scaleCurve = (curve: PowerCurve, factor: number): PowerCurve => ({
  ...curve,
  points: curve.points.map(({ watts, low, high }) => ({
    watts: watts * factor,
    low: low * factor,
    high: high * factor,
  })),
  memoryWatts: curve.memoryWatts * factor,
})

/**
 * The share of a host's power that belongs to a guest, by threads, at the utilisation of the guest. The idle power of
 * the host is shared in the same way, so all guests together draw what the host draws.
 *
 * @throws ConfigurationError when a guest has no threads or more than its host
 */
export const slice = (host: PowerCurve, { threads, ofThreads }: Share): PowerCurve => {
  if (!(threads > 0 && ofThreads > 0 && Number.isFinite(ofThreads) && threads <= ofThreads)) {
    throw new ConfigurationError(`a slice of ${threads} of ${ofThreads} threads: give 1 to all of the host's threads`)
  }
  return scaleCurve(host, threads / ofThreads)
}

/**
 * The curve that never falls: running maxima for the point and the upper bound, and bounds that hold the point
 * between them. Taking maxima keeps what was measured at low load, where the power of some machines dips by a watt.
 */
export const monotone = (points: readonly PowerRange[]): readonly PowerRange[] => {
  let watts = 0
  let low = 0
  let high = 0
  return points.map((point) => {
    watts = Math.max(watts, point.watts)
    low = Math.min(Math.max(low, point.low), watts)
    high = Math.max(high, point.high, watts)
    return { watts, low, high }
  })
}
