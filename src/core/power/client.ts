import { type PowerCurve, LOAD_LEVELS, monotone } from './curve.ts'
import { memoryWatts } from './memory.ts'

/** Idle and full power of a desktop, laptop or Mac at the wall, W. */
export interface ClientPower {
  readonly idleWatts: number
  readonly fullWatts: number
  readonly basis: string
}

/** The processor's power against load, as a share of the way from idle to full: power rises faster at low load. */
const EXPONENT = 0.8
/** These machines have no published measurements like those of servers: 90 % ranges as factors of the figure. */
const IDLE_FACTOR = 1.8
const FULL_FACTOR = 1.5

/**
 * The curve between an idle and a full figure, W, with a range that says how little is known.
 *
 * @param memoryGb installed memory, GB; unknown counts as none
 */
export const clientCurve = (power: ClientPower, memoryGb: number | undefined): PowerCurve => {
  const { idleWatts, fullWatts, basis } = power
  const points = LOAD_LEVELS.map((level) => {
    const share = (level / 100) ** EXPONENT
    const watts = idleWatts + (fullWatts - idleWatts) * share
    const factor = IDLE_FACTOR + (FULL_FACTOR - IDLE_FACTOR) * share
    return { watts, low: watts / factor, high: watts * factor }
  })
  return {
    points: monotone(points),
    method: 'line from idle to full power of a desktop or laptop machine, by its published or thermal power',
    basis,
    memoryWatts: memoryWatts(memoryGb, idleWatts),
  }
}

/**
 * Power of a laptop from its processor's TDP, W: at full load the TDP and a quarter more for losses of the adapter and
 * the rest of the board; idle with the screen off 4 W and a tenth of the TDP. Assumptions; the range allows for them.
 */
export const laptopPower = (tdpWatts: number): ClientPower => ({
  idleWatts: 4 + 0.1 * tdpWatts,
  fullWatts: 4 + 1.25 * tdpWatts,
  basis: `TDP of ${tdpWatts} W, without any measurement`,
})

/** Efficiency of a desktop's supply and voltage regulators together: 0.87, after supplies of the class 80 PLUS Gold. */
const DESKTOP_EFFICIENCY = 0.87
/** Board, memory, fans and storage of a busy desktop, W. */
const DESKTOP_BOARD_WATTS = 20
/** Idle power of a desktop without a graphics card, W, and the share of the TDP that larger platforms add. Assumptions. */
const DESKTOP_IDLE_WATTS = 22
const DESKTOP_IDLE_SHARE = 0.15

/**
 * Power of a desktop or workstation at the wall, without a graphics card, W. The TDP does not limit these chips: at full
 * load the package draws up to its power limit.
 *
 * @param tdpWatts base power of the chip, W
 * @param limitWatts package power limit of the chip, W
 * @example desktopPower(125, 253).fullWatts // about 311 W
 */
export const desktopPower = (tdpWatts: number, limitWatts: number): ClientPower => ({
  idleWatts: DESKTOP_IDLE_WATTS + DESKTOP_IDLE_SHARE * tdpWatts,
  fullWatts: limitWatts / DESKTOP_EFFICIENCY + DESKTOP_BOARD_WATTS,
  basis: `package power limit of ${Number(limitWatts.toFixed(0))} W (TDP ${tdpWatts} W), board and supply; without a graphics card`,
})
