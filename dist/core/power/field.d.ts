import type { PowerCurve } from './curve.js';
/**
 * How a server is set up: `benchmark` as for a published SPECpower result (tuned firmware, few parts), `field` as its
 * owner runs it.
 */
export type Conditions = 'field' | 'benchmark';
/**
 * Power in the field over power of a published set-up, at the upper end: 2.2 idle, 2.0 up to 60 % load, 1.8 at full
 * load. Hosts measured by meter, BMC or RAPL draw up to 1.84 times the model at full load, 2.0 times at half load and 3.0 times
 * when idle (AnandTech: Xeon E5 v3, E5 v4 and Xeon D; Teads: AWS c5.metal; see
 * docs/accuracy.md).
 */
export declare const IDLE_FACTOR = 2.2;
export declare const FULL_FACTOR = 1.8;
/**
 * Raises the upper end of a server's range for a machine in the field: the spread of the model and that of set-ups add
 * as independent errors. The figure and the lower end stay: no measured host shows a better middle.
 *
 * @example fieldCurve(predict(serverPowerModel(), machine).curve).points[0]?.high
 */
export declare const fieldCurve: (curve: PowerCurve) => PowerCurve;
