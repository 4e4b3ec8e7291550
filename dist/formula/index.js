/******/ // The require scope
/******/ var __nccwpck_require__ = {};
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  SP: () => (/* binding */ SECONDS_PER_YEAR),
  eA: () => (/* binding */ checkedPue),
  yJ: () => (/* binding */ embodiedGrams),
  z1: () => (/* binding */ energyKwh),
  Vm: () => (/* binding */ operationalGrams),
  Zp: () => (/* binding */ sciGramsPerUnit),
  nx: () => (/* binding */ waterLitres),
  TF: () => (/* binding */ withPue),
  L2: () => (/* binding */ withoutPue)
});

;// CONCATENATED MODULE: ./build/src/core/errors.js
/**
 * The three ways to fail, kept apart because a person does three different things about them:
 * mend the input (exit 2), mend the environment or the data (exit 3), report our bug (exit 70: any other error).
 */
/** The user's input is wrong. The message is one line: names the input, the value, and what would work. */
class ConfigurationError extends (/* unused pure expression or super */ null && (Error)) {
    name = 'ConfigurationError';
}
/** The data or the environment gives no trustworthy figure: the verdict is `indeterminate`, never a pass. */
class MeasurementError extends Error {
    name = 'MeasurementError';
    /** What the figure was to come from, for the note in the report: a file, a sensor, a field. */
    source;
    constructor(message, source = null) {
        super(message);
        this.source = source;
    }
}
/** A number that no physical quantity can have (NaN, infinite, negative, out of range) reached a formula. */
class errors_QuantityError extends MeasurementError {
    name = 'QuantityError';
    quantity;
    value;
    constructor(quantity, value, expected) {
        super(`${quantity} is ${describe(value)}: ${expected}`, quantity);
        this.quantity = quantity;
        this.value = value;
    }
}
function describe(value) {
    if (typeof value === 'number')
        return String(value);
    if (typeof value === 'string')
        return JSON.stringify(value.slice(0, 80));
    if (value === null || value === undefined)
        return 'missing';
    return `a ${typeof value}`;
}
/** Describes why a file could not be read. @param error as thrown by a file system call, with its `code` */
function describeReadError(error) {
    const { code, message } = error;
    return code === 'ENOENT' ? 'the file does not exist' : code === 'EISDIR' ? 'it is a folder' : (code ?? message);
}

;// CONCATENATED MODULE: ./build/src/core/quantity.js

/**
 * Guards for physical quantities. `NaN > limit` is false, so one unchecked number turns a gate into a rubber stamp:
 * every formula passes its inputs through one of these.
 */
/** A finite number of at least zero. @throws QuantityError otherwise */
function nonNegative(quantity, value) {
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
        throw new errors_QuantityError(quantity, value, 'a finite number of at least 0 is needed');
    }
    return value === 0 ? 0 : value; // -0 reads as 0
}
/** A finite number above zero. @throws QuantityError otherwise */
function positive(quantity, value) {
    if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) {
        throw new errors_QuantityError(quantity, value, 'a finite number above 0 is needed');
    }
    return value;
}
/** A finite number from `low` to `high`, both included. @throws QuantityError otherwise */
function numberWithin(quantity, value, low, high) {
    if (typeof value !== 'number' || !Number.isFinite(value) || value < low || value > high) {
        throw new errors_QuantityError(quantity, value, `a number from ${low} to ${high} is needed`);
    }
    return value === 0 ? 0 : value;
}
/** A finite number, of either sign. @throws QuantityError otherwise */
function finiteNumber(quantity, value) {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
        throw new QuantityError(quantity, value, 'a finite number is needed');
    }
    return value === 0 ? 0 : value;
}
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
/**
 * Reads a number as people write it: digits, one point, an optional exponent and sign, white space around it.
 * Unlike `Number()`, it refuses '', '0x10', '1,5', '12abc', 'Infinity' and anything that overflows.
 * @returns the number, or null when the text is not one
 */
function parseNumber(text) {
    const trimmed = text.trim();
    if (!DECIMAL.test(trimmed))
        return null;
    const value = Number(trimmed);
    return Number.isFinite(value) ? value : null;
}
/**
 * Sums figures that may be unknown. One unknown makes the sum unknown: a total that leaves something out looks precise and is wrong.
 * @returns null if a value is null; 0 for no values
 * @example sumOrNull([1, null]) // null
 */
function sumOrNull(values) {
    return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}

;// CONCATENATED MODULE: ./build/src/core/formula.js

/**
 * The shared formula. All figures of the product use these few lines:
 *
 *     energy      kWh = hours x processors x kW
 *     at the meter of the building: kWh x PUE
 *     operational g = kWh x gCO2e/kWh
 *     embodied    g = hardware's total x share of its life x share of its capacity
 *
 * Worked example: 10 h x 4 x 0.3 kW = 12 kWh; x PUE 1.5 = 18 kWh; x 450 g/kWh = 8,100 g.
 */
/** Seconds in a year of 365 days, as the SCI default (4 years = 126,144,000 s) counts them. */
const SECONDS_PER_YEAR = 31_536_000;
/**
 * Energy of equal processors at constant power.
 * @param hours wall time, h, at least 0
 * @param processors count of equal processors, at least 0 (fractions: shares)
 * @param kilowatts power of one, kW, at least 0
 * @returns kWh
 * @throws QuantityError
 * @example energyKwh(10, 4, 0.3) // 12
 */
function energyKwh(hours, processors, kilowatts) {
    return nonNegative('hours', hours) * nonNegative('processors', processors) * nonNegative('kilowatts', kilowatts);
}
/**
 * Energy at the data centre's meter.
 * @param itEnergy energy of the machine, any unit
 * @param pue power usage effectiveness, 1 (nothing but machines) to 10
 * @returns the same unit
 * @throws QuantityError
 * @example withPue(12, 1.5) // 18
 */
function withPue(itEnergy, pue) {
    return nonNegative('energy', itEnergy) * checkedPue(pue);
}
/**
 * Removes a PUE from an energy that includes it.
 * @throws QuantityError
 * @example withoutPue(18, 1.5) // 12
 */
function withoutPue(totalEnergy, pue) {
    return nonNegative('energy', totalEnergy) / checkedPue(pue);
}
/**
 * Checks a PUE: 1 to 10. Below 1 is impossible by definition (ISO/IEC 30134-2); above 10 no building is known. @throws
 * QuantityError
 */
function checkedPue(pue) {
    return numberWithin('pue', pue, 1, 10);
}
/**
 * Operational emissions.
 * @param kwh energy, kWh, at least 0
 * @param gramsPerKwh grid intensity, gCO2e/kWh, at least 0
 * @returns grams CO2e
 * @throws QuantityError
 * @example operationalGrams(18, 450) // 8100
 */
function operationalGrams(kwh, gramsPerKwh) {
    return nonNegative('energy', kwh) * nonNegative('grid intensity', gramsPerKwh);
}
/**
 * The share of the hardware's embodied emissions (SCI 1.1: M = TE x TiR/EL x RR/ToR).
 * @param share.totalGrams embodied emissions of the whole machine, g
 * @param share.seconds time reserved, s
 * @param share.lifetimeSeconds expected life, s, above 0
 * @param share.reserved resources reserved, e.g. threads
 * @param share.available all resources of the machine, same unit, above 0
 * @returns grams CO2e
 * @throws QuantityError
 * @example embodiedGrams({ totalGrams: 1_000_000, seconds: 3600, lifetimeSeconds: 126_144_000, reserved: 16, available: 64 }) // 7.13
 */
function embodiedGrams(share) {
    const timeShare = nonNegative('seconds', share.seconds) / positive('lifetime', share.lifetimeSeconds);
    const resourceShare = nonNegative('reserved', share.reserved) / positive('available', share.available);
    return nonNegative('embodied total', share.totalGrams) * timeShare * resourceShare;
}
/**
 * Software Carbon Intensity (SCI 1.1): ((E x I) + M) per R.
 * @param kwh energy E, kWh
 * @param gramsPerKwh intensity I, g/kWh (location-based; no offsets)
 * @param embodied M, g
 * @param units count R of the functional unit, above 0
 * @returns grams CO2e per functional unit
 * @throws QuantityError
 * @example sciGramsPerUnit(18, 450, 100, 1000) // 8.2
 */
function sciGramsPerUnit(kwh, gramsPerKwh, embodied, units) {
    return (operationalGrams(kwh, gramsPerKwh) + nonNegative('embodied', embodied)) / positive('units', units);
}
/**
 * Water consumed (Li et al. 2023, "Making AI less thirsty"): W = E_IT x (WUE on site + PUE x EWIF).
 * @param itKwh energy of the machine, kWh
 * @param wueOnsite litres evaporated on site per kWh of IT energy
 * @param pue 1 to 10
 * @param ewif litres consumed by the power stations per kWh of electricity
 * @returns litres on site, off site and together
 * @throws QuantityError
 * @example waterLitres(12, 0.2, 1.5, 3).total // 56.4
 */
function waterLitres(itKwh, wueOnsite, pue, ewif) {
    const energy = nonNegative('energy', itKwh);
    const onsite = energy * nonNegative('WUE', wueOnsite);
    const offsite = energy * checkedPue(pue) * nonNegative('EWIF', ewif);
    return { onsite, offsite, total: onsite + offsite };
}

var __webpack_exports__SECONDS_PER_YEAR = __webpack_exports__.SP;
var __webpack_exports__checkedPue = __webpack_exports__.eA;
var __webpack_exports__embodiedGrams = __webpack_exports__.yJ;
var __webpack_exports__energyKwh = __webpack_exports__.z1;
var __webpack_exports__operationalGrams = __webpack_exports__.Vm;
var __webpack_exports__sciGramsPerUnit = __webpack_exports__.Zp;
var __webpack_exports__waterLitres = __webpack_exports__.nx;
var __webpack_exports__withPue = __webpack_exports__.TF;
var __webpack_exports__withoutPue = __webpack_exports__.L2;
export { __webpack_exports__SECONDS_PER_YEAR as SECONDS_PER_YEAR, __webpack_exports__checkedPue as checkedPue, __webpack_exports__embodiedGrams as embodiedGrams, __webpack_exports__energyKwh as energyKwh, __webpack_exports__operationalGrams as operationalGrams, __webpack_exports__sciGramsPerUnit as sciGramsPerUnit, __webpack_exports__waterLitres as waterLitres, __webpack_exports__withPue as withPue, __webpack_exports__withoutPue as withoutPue };
