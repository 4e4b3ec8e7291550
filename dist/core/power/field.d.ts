import type { PowerCurve } from './curve.js';
/**
 * How a server is set up: `benchmark` as for a published SPECpower result (tuned firmware, few parts), `field` as its
 * owner runs it.
 */
export type Conditions = 'field' | 'benchmark';
/**
 * Raises the upper end of a server's range for a machine in the field: the spread of the model and that of set-ups add
 * as independent errors. The figure and the lower end stay: no measured host shows a better middle.
 *
 * @example fieldCurve(predict(serverPowerModel(), machine).curve).points[0]?.high
 */
export declare const fieldCurve: (curve: PowerCurve) => PowerCurve;
