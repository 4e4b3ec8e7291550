import { type PowerCurve, LOAD_LEVELS, monotone } from './curve.ts'

/**
 * How a server is set up: `benchmark` as for a published SPECpower result (tuned firmware, few parts), `field` as its
 * owner runs it.
 */
export type Conditions = 'field' | 'benchmark'

/**
 * Power in the field over power of a published set-up, at the upper end: 2.2 idle, 2.0 up to 60 % load, 1.8 at full
 * load. Hosts measured by meter, BMC or RAPL draw up to 1.84 times the model at full load, 2.0 times at half load and 3.0 times
 * when idle (AnandTech: Xeon E5 v3, E5 v4 and Xeon D; Teads: AWS c5.metal; see
 * docs/accuracy.md).
 */
export const IDLE_FACTOR = 2.2
const PARTIAL_FACTOR = 2
export const FULL_FACTOR = 1.8
/** Load up to which the factor of partial load applies, percent. */
const PARTIAL_UNTIL = 60

const fieldFactor = (level: number): number => {
  if (level === 0) return IDLE_FACTOR
  const share = Math.max(0, (level - PARTIAL_UNTIL) / (100 - PARTIAL_UNTIL))
  return PARTIAL_FACTOR + (FULL_FACTOR - PARTIAL_FACTOR) * share
}

/**
 * Raises the upper end of a server's range for a machine in the field: the spread of the model and that of set-ups add
 * as independent errors. The figure and the lower end stay: no measured host shows a better middle.
 *
 * @example fieldCurve(predict(serverPowerModel(), machine).curve).points[0]?.high
 */
export const fieldCurve = (curve: PowerCurve): PowerCurve => ({
  ...curve,
  points: monotone(
    curve.points.map(({ watts, low, high }, i) => ({
      watts,
      low,
      high: watts * Math.exp(Math.hypot(Math.log(high / watts), Math.log(fieldFactor(LOAD_LEVELS[i] ?? 0)))),
    })),
  ),
  method: `${curve.method}; the upper end allows for machines that are not set up for a benchmark`,
})
