import { ConfigurationError } from '../errors.ts'
import { type PowerCurve, type PowerRange, LOAD_LEVELS, monotone } from './curve.ts'
import { END_WEIGHTS } from './end-weights.ts'
import { MAX_SHARE_OF_IDLE } from './memory.ts'
import { type Conditions, FULL_FACTOR, IDLE_FACTOR } from './field.ts'

/** Power that an owner read at the wall of a whole machine, without its GPUs, W. Unknown is undefined. */
export interface WallReadings {
  /** W of the idle machine, > 0. */
  readonly idleWatts?: number | undefined
  /** W with every core busy, >= `idleWatts`. */
  readonly fullWatts?: number | undefined
}

/** Error of a reading, as a factor: plug meters are within 2 %, and the load while reading is not exactly 0 or 100 %. */
const READING_FACTOR = 1.05
/**
 * Power between two known ends, in the field over that of a published set-up, at most: turbo and governors bend the
 * curve. Measured hosts draw up to 1.4 times the model at half load where both ends are right (docs/accuracy.md).
 */
const BETWEEN_FACTOR = 1.4

/**
 * What the curves of machines since 2022 add to the spread on both sides, as natural logarithms: their shapes differ
 * more, and one end says less about the other. By cross-validation; 30 published curves of these years are known.
 */
const RECENT_BETWEEN = 0.16
/** The same for machines since 2024, of which 10 curves are known. */
const LATEST_BETWEEN = 0.25
const RECENT_END = 0.08
/** First years of these machines. */
const RECENT_YEAR = 2022
const LATEST_YEAR = 2024

/** What decides the range of an anchored curve. */
export interface AnchorOptions {
  /** `field` (default) keeps room above the figure for loads between the readings. */
  readonly conditions?: Conditions | undefined
  /** Year in which the machine came out; unknown counts as recent. */
  readonly year?: number | undefined
}

/** Whether anything was read. */
export const hasReadings = (readings: WallReadings | undefined): readings is WallReadings =>
  readings?.idleWatts !== undefined || readings?.fullWatts !== undefined

/**
 * @param where names the settings in the error: `''`, or a prefix such as `runners.big.`
 * @throws ConfigurationError when a machine would draw more idle than at full load
 */
export const assertReadings = ({ idleWatts, fullWatts }: WallReadings, where = ''): void => {
  if (idleWatts === undefined || fullWatts === undefined || idleWatts <= fullWatts) return
  throw new ConfigurationError(
    `${where}idle-watts is ${idleWatts} and ${where}full-watts is ${fullWatts}: a machine draws at least as much at full load as idle; swap them, or read them again`,
  )
}

/**
 * Replaces the ends of a curve by what its owner read and moves the rest with them. What the model is wrong by at one
 * end it is mostly wrong by, in part, at the other loads too: the weights and the narrower ranges are from servers left
 * out of the fit.
 *
 * @param curve of the whole machine, for published set-ups
 * @throws ConfigurationError when idleWatts > fullWatts
 * @example anchorCurve(curve, { idleWatts: 60, fullWatts: 210 }).points[0]?.watts // 60
 */
export const anchorCurve = (
  curve: PowerCurve,
  readings: WallReadings,
  { conditions = 'field', year = LATEST_YEAR }: AnchorOptions = {},
): PowerCurve => {
  assertReadings(readings)
  const { idleWatts, fullWatts } = readings
  const [first, last] = [curve.points[0], curve.points.at(-1)]
  if (first === undefined || last === undefined) return curve
  const idle = idleWatts === undefined ? null : Math.log(idleWatts / first.watts)
  const full = fullWatts === undefined ? null : Math.log(fullWatts / last.watts)
  if (idle === null && full === null) return curve
  const rows = END_WEIGHTS[full === null ? 'idle' : idle === null ? 'full' : 'both']
  const points = curve.points.map((point, i): PowerRange => {
    const level = LOAD_LEVELS[i] ?? 0
    const read = level === 0 ? idleWatts : level === 100 ? fullWatts : undefined
    if (read !== undefined) return { watts: read, low: read / READING_FACTOR, high: read * READING_FACTOR }
    const row = rows[i] ?? { idle: 0, full: 0, width: 1 }
    const moved = point.watts * Math.exp(row.idle * (idle ?? 0) + row.full * (full ?? 0))
    const watts = Math.min(Math.max(moved, idleWatts ?? 0), fullWatts ?? Number.POSITIVE_INFINITY)
    const known = { isIdleKnown: idle !== null, isFullKnown: full !== null }
    const shape = year >= RECENT_YEAR ? recentSpread(year, level / 100, known) : 0
    const room = conditions === 'field' ? fieldRoom(level / 100, known) : 0
    return {
      watts,
      low: watts * Math.exp(-Math.hypot(row.width * Math.log(point.low / point.watts), shape)),
      high: watts * Math.exp(Math.hypot(row.width * Math.log(point.high / point.watts), shape, room)),
    }
  })
  return {
    ...curve,
    points: between(points, readings),
    method: `${curve.method}; ${describe(readings)}`,
    memoryWatts: Math.min(curve.memoryWatts, MAX_SHARE_OF_IDLE * (points[0]?.watts ?? 0)),
  }
}

interface KnownEnds {
  readonly isIdleKnown: boolean
  readonly isFullKnown: boolean
}

const recentSpread = (year: number, load: number, { isIdleKnown, isFullKnown }: KnownEnds): number =>
  Math.hypot(
    (year >= LATEST_YEAR ? LATEST_BETWEEN : RECENT_BETWEEN) * Math.sqrt(4 * load * (1 - load)),
    isIdleKnown ? 0 : (1 - load) * RECENT_END,
    isFullKnown ? 0 : load * RECENT_END,
  )

/** Log of the room above the figure: the whole of it at an end without a reading, none at an end with one. */
const fieldRoom = (load: number, { isIdleKnown, isFullKnown }: KnownEnds): number =>
  Math.hypot(
    isIdleKnown ? 0 : (1 - load) * Math.log(IDLE_FACTOR),
    isFullKnown ? 0 : load * Math.log(FULL_FACTOR),
    4 * load * (1 - load) * Math.log(BETWEEN_FACTOR),
  )

/** No load draws less than the idle reading or more than the reading at full load, but for their own errors. */
const between = (points: readonly PowerRange[], { idleWatts, fullWatts }: WallReadings): readonly PowerRange[] => {
  const least = (idleWatts ?? 0) / READING_FACTOR
  const most = (fullWatts ?? Number.POSITIVE_INFINITY) * READING_FACTOR
  return monotone(
    points.map(({ watts, low, high }) => ({ watts, low: Math.max(low, least), high: Math.min(high, most) })),
  )
}

const describe = ({ idleWatts, fullWatts }: WallReadings): string => {
  const read = [
    idleWatts === undefined ? [] : [`${idleWatts} W idle`],
    fullWatts === undefined ? [] : [`${fullWatts} W at full load`],
  ].flat()
  return `its ends by the owner's readings of the whole machine: ${read.join(', ')}`
}
