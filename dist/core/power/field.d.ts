import type { PowerCurve } from './curve.js';
/**
 * How a server is set up: `benchmark` as for a published SPECpower result (tuned firmware, few parts), `field` as its
 * owner runs it.
 */
export type Conditions = 'field' | 'benchmark';
/**
 * Power in the field over power of a published set-up, at the upper end: 2.2 idle, 2.0 up to 60 % load, 1.7 at full
 * load. Hosts measured by meter, BMC or RAPL draw 1.04 to 1.74 times the model at full load, up to 2.0 times at half
 * load and 1.06 to 2.8 times when idle (AnandTech: Xeon E5 v3, E5 v4 and Xeon D; Teads: AWS c5.metal; see
 * docs/accuracy.md).
 */
export declare const IDLE_FACTOR = 2.2;
export declare const FULL_FACTOR = 1.7;
/**
 * Raises the upper end of a server's range for a machine in the field: the spread of the model and that of set-ups add
 * as independent errors. The figure and the lower end stay: no measured host shows a better middle.
 *
 * @example fieldCurve(predict(serverPowerModel(), machine).curve).points[0]?.high
 */
export declare const fieldCurve: (curve: PowerCurve) => PowerCurve;
