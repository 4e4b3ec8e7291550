export const id = 859;
export const ids = [859];
export const modules = {

/***/ 859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createObserver: () => (/* binding */ createObserver)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
// EXTERNAL MODULE: ./build/src/sensors/rapl-zones.js
var rapl_zones = __webpack_require__(10);
// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(702);
// EXTERNAL MODULE: ./build/src/core/quantity.js
var quantity = __webpack_require__(888);
;// CONCATENATED MODULE: ./build/src/core/range.js


/**
 * A checked range.
 * @throws QuantityError when the three are not ordered or not finite numbers of at least 0
 * @example makeRange(10, 8, 13) // {"value":10,"low":8,"high":13}
 */
function range_makeRange(value, low = value, high = value) {
    (0,quantity/* nonNegative */.rG)('value', value);
    (0,quantity/* nonNegative */.rG)('low', low);
    (0,quantity/* nonNegative */.rG)('high', high);
    if (low > value || value > high)
        throw new errors/* QuantityError */.Y0('range', value, `must lie from ${low} to ${high}`);
    return { value, low, high };
}
/**
 * The range of a value with relative errors.
 * @param below relative error downwards, 0 to 1
 * @param above relative error upwards, at least 0
 * @example relativeRange(10, 0.2, 0.3) // {"value":10,"low":8,"high":13}
 */
function range_relativeRange(value, below, above = below) {
    return range_makeRange(value, value * (1 - Math.min(1, nonNegative('below', below))), value * (1 + nonNegative('above', above)));
}
/**
 * The same range in another unit.
 * @example scaleRange(makeRange(10, 8, 13), 2).high // 26
 */
function range_scaleRange(a, factor) {
    (0,quantity/* nonNegative */.rG)('factor', factor);
    return range_makeRange(a.value * factor, a.low * factor, a.high * factor);
}
/**
 * A sum of figures whose errors go together (one power model, one grid figure): ends add up.
 * Adding them in quadrature would claim that the errors of two jobs on one kind of runner cancel; they do not.
 * @example sumRanges([makeRange(10, 8, 13), makeRange(1)]).low // 9
 */
function sumRanges(ranges) {
    const total = { value: 0, low: 0, high: 0 };
    for (const { value, low, high } of ranges) {
        total.value += value;
        total.low += low;
        total.high += high;
    }
    return range_makeRange(total.value, Math.min(total.low, total.value), Math.max(total.high, total.value));
}
/**
 * A product of figures whose errors are independent (watts, PUE, grid): their logarithms' spreads add in quadrature.
 * A low end of zero makes the product's low end zero.
 * @example multiplyRanges(makeRange(10, 5, 20), makeRange(2)).high // 40
 */
function multiplyRanges(...factors) {
    let value = 1;
    let below = 0;
    let above = 0;
    for (const factor of factors) {
        value *= factor.value;
        below += spread(factor.value, factor.low);
        above += spread(factor.high, factor.value);
    }
    if (value === 0)
        return range_makeRange(0, 0, factors.every((f) => f.high === 0) ? 0 : factors.reduce((p, f) => p * f.high, 1));
    return range_makeRange(value, value * Math.exp(-Math.sqrt(below)), value * Math.exp(Math.sqrt(above)));
}
/** Squared distance of two ends in the logarithm. */
function spread(larger, smaller) {
    if (larger === smaller)
        return 0;
    if (smaller === 0)
        return Number.POSITIVE_INFINITY;
    return Math.log(larger / smaller) ** 2;
}

;// CONCATENATED MODULE: ./build/src/core/measurement/parts.js

/**
 * Power of a server other than processors and memory, as a share of these: storage 2 %, network 5 %, others 4 % of peak power
 * against 61 % for processors and 18 % for memory (Barroso, Hölzle, Ranganathan: The Datacenter as a Computer, 3rd edition, 2018,
 * servers of 2017), then the power supply: (79 + 11) / 79 / (1 - SUPPLY_LOSS) = 1.21. A machine with little in it may have 5 %;
 * fans, disks and an old supply may make it 60 %.
 */
const REST_SHARE = { value: 0.21, low: 0.05, high: 0.6 };
/** RAPL against measured power: within a few percent on processors since Haswell (Khan et al.: RAPL in Action, TOMPECS 3(2), 2018). */
const METER_ERROR = 0.05;
/** A modelled memory is right to half. */
const MEMORY_ERROR = 0.5;
/**
 * Loss of the power supply, as a share of the power at the wall (80 PLUS: Platinum 94 % at half load, 85 % at the least). Meters of
 * the whole machine are behind it: psys measures the power into the board, and a battery was charged through a supply. A board that
 * reports the input of its supply has no further loss.
 */
const SUPPLY_LOSS = { value: 0.06, low: 0, high: 0.15 };
/**
 * Loss of the power supply for energy that was metered behind it.
 * @param amount energy in any unit; the loss has the same
 * @example supplyLoss(94).value // 6
 */
function supplyLoss(amount) {
    const lossOf = (share) => (amount * share) / (1 - share);
    return range_makeRange(lossOf(SUPPLY_LOSS.value), lossOf(SUPPLY_LOSS.low), lossOf(SUPPLY_LOSS.high));
}
/**
 * Joins meters and model for one stretch. A measured figure replaces the model for the part that it covers, and nothing is counted
 * twice.
 * @param modelled energy of the slice at the wall by the model, memory included, J
 * @param memory part of it for the memory, J
 * @param isGuessed whether a meter wrapped around unseen, so that its reading is only the value nearest to the model: its range
 * then includes the model's
 */
function partsOf(modelled, memory, metered, isGuessed = false) {
    const parts = joined(modelled, memory, metered);
    const { value, low, high } = parts.total;
    if (!isGuessed)
        return parts;
    return { ...parts, total: range_makeRange(value, Math.min(low, modelled.low), Math.max(high, modelled.high)) };
}
function joined(modelled, memory, metered) {
    if (metered.whole !== null)
        return ofWhole(metered.whole, memory, metered);
    if (metered.package !== null)
        return ofPackage(metered.package, memory, metered);
    const memoryShare = Math.min(memory, modelled.value / 2);
    return { total: modelled, cpu: modelled.value - memoryShare, memory: memoryShare, other: 0 };
}
function ofWhole(whole, modelledMemory, metered) {
    const memory = Math.min(metered.memory ?? modelledMemory, whole / 2);
    const cpu = Math.min(metered.package ?? whole - memory, whole - memory);
    const total = range_makeRange(whole / (1 - SUPPLY_LOSS.value), (whole * (1 - METER_ERROR)) / (1 - SUPPLY_LOSS.low), (whole * (1 + METER_ERROR)) / (1 - SUPPLY_LOSS.high));
    return { total, cpu, memory, other: Math.max(0, total.value - cpu - memory) };
}
function ofPackage(cpu, modelledMemory, metered) {
    const memory = metered.memory ?? modelledMemory;
    const memoryError = metered.memory === null ? MEMORY_ERROR : METER_ERROR;
    const low = cpu * (1 - METER_ERROR) + memory * (1 - memoryError);
    const high = cpu * (1 + METER_ERROR) + memory * (1 + memoryError);
    const other = (cpu + memory) * REST_SHARE.value;
    const total = range_makeRange(cpu + memory + other, low * (1 + REST_SHARE.low), high * (1 + REST_SHARE.high));
    return { total, cpu, memory, other };
}

;// CONCATENATED MODULE: ./build/src/core/power/curve.js

/** Utilisation of the load levels of a curve, percent: those of SPECpower_ssj2008. */
const LOAD_LEVELS = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
const STEP_PERCENT = 10;
/**
 * Power at a utilisation, W, piecewise linear between the load levels and never falling as utilisation rises.
 *
 * @param utilizationPercent share of the machine's (or slice's) processor time in use, 0..100
 * @throws ConfigurationError when the utilisation is not a number from 0 to 100
 */
const wattsAt = (curve, utilizationPercent) => {
    if (!(utilizationPercent >= 0 && utilizationPercent <= 100)) {
        throw new errors/* ConfigurationError */.j1(`utilization is ${utilizationPercent}: give a percentage from 0 to 100, for example 50`);
    }
    const index = Math.min(Math.floor(utilizationPercent / STEP_PERCENT), LOAD_LEVELS.length - 2);
    const below = curve.points[index];
    const above = curve.points[index + 1];
    if (below === undefined || above === undefined)
        throw new errors/* ConfigurationError */.j1('a power curve has a point for each 10 %');
    const share = (utilizationPercent - index * STEP_PERCENT) / STEP_PERCENT;
    // (1 - s) a + s b is exact at both ends, so a curve stays monotone to the last bit.
    const between = (a, b) => (1 - share) * a + share * b;
    return {
        watts: between(below.watts, above.watts),
        low: between(below.low, above.low),
        high: between(below.high, above.high),
    };
};
/** The same curve times a factor > 0. */
const scaleCurve = (curve, factor) => ({
    ...curve,
    points: curve.points.map(({ watts, low, high }) => ({
        watts: watts * factor,
        low: low * factor,
        high: high * factor,
    })),
    memoryWatts: curve.memoryWatts * factor,
});
/**
 * The share of a host's power that belongs to a guest, by threads, at the utilisation of the guest. The idle power of
 * the host is shared in the same way, so all guests together draw what the host draws.
 *
 * @throws ConfigurationError when a guest has no threads or more than its host
 */
const slice = (host, { threads, ofThreads }) => {
    if (!(threads > 0 && ofThreads > 0 && Number.isFinite(ofThreads) && threads <= ofThreads)) {
        throw new ConfigurationError(`a slice of ${threads} of ${ofThreads} threads: give 1 to all of the host's threads`);
    }
    return scaleCurve(host, threads / ofThreads);
};
/**
 * The curve that never falls: running maxima for the point and the upper bound, and bounds that hold the point
 * between them. Taking maxima keeps what was measured at low load, where the power of some machines dips by a watt.
 */
const monotone = (points) => {
    let watts = 0;
    let low = 0;
    let high = 0;
    return points.map((point) => {
        watts = Math.max(watts, point.watts);
        low = Math.min(Math.max(low, point.low), watts);
        high = Math.max(high, point.high, watts);
        return { watts, low, high };
    });
};

;// CONCATENATED MODULE: ./build/src/data/gpu-table.js
/** Sources of the figures. Facts only; the project's notices name the licences of the lists they were read in. */
const SOURCES = {
    mlco2: 'ML CO2 Impact, data/gpus.csv (MIT), after the data sheets of the makers',
    greenAlgorithms: 'Green Algorithms 3.0, TDP_gpu.csv (CC-BY-4.0)',
    epoch: 'Epoch AI, Machine Learning Hardware (CC-BY-4.0), as stored in December 2025',
    ccf: 'Cloud Carbon Footprint, accelerator constants (Apache-2.0)',
    nvidia: 'NVIDIA data sheet',
    amd: 'AMD data sheet',
    intel: 'Intel data sheet',
    tpu4: 'Gemini Team, Google: Gemini, 2023 (192 W at most a chip)',
};
const PAIR = { devices: 2 };
const SOCKET = { containsCpu: true };
const from = (leastTdpW) => ({ leastTdpW });
/**
 * Idle figures are Cloud Carbon Footprint's minimum watts of the same chip. A name with SXM also matches without that word:
 * it is the form that clouds rent out.
 */
const ROWS = [
    // NVIDIA, data centre.
    ['GB300', 1400, null, 288, 'epoch'],
    ['GB200', 1200, null, 186, 'epoch'],
    ['B300', 1100, null, 270, 'epoch'],
    ['B200', 1000, null, 180, 'epoch'],
    ['B100', 700, null, 192, 'epoch'],
    ['GH200', 700, null, 96, 'epoch'],
    ['GB10', 140, null, 128, 'nvidia', SOCKET],
    ['H200 NVL', 600, null, 141, 'nvidia'],
    ['H200 SXM', 700, null, 141, 'epoch'],
    ['H100 NVL', 400, null, 94, 'epoch'],
    ['H100 PCIe', 350, null, 80, 'epoch'],
    ['H100 SXM', 700, null, 80, 'epoch'],
    ['H800 SXM', 700, null, 80, 'epoch'],
    ['H20', 400, null, 96, 'epoch'],
    ['A100 PCIe 40GB', 250, 46, 40, 'greenAlgorithms'],
    ['A100 PCIe 80GB', 300, 46, 80, 'epoch'],
    ['A100 PCIe', 250, 46, 40, 'mlco2'],
    ['A100 SXM', 400, 46, 80, 'epoch'],
    ['A800 PCIe', 250, null, 40, 'epoch'],
    ['A40', 300, null, 48, 'epoch'],
    ['A30', 165, null, 24, 'nvidia'],
    ['A16', 250, null, 64, 'nvidia', { devices: 4 }],
    ['A10G', 150, 18, 24, 'mlco2'],
    ['A10', 150, 18, 24, 'nvidia'],
    ['A2', 60, null, 16, 'nvidia'],
    ['L40S', 350, null, 48, 'mlco2'],
    ['L40', 300, null, 48, 'epoch'],
    ['L20', 275, null, 48, 'nvidia'],
    ['L4', 72, null, 24, 'epoch'],
    ['T4', 70, 8, 16, 'mlco2'],
    ['V100S', 250, 35, 32, 'greenAlgorithms'],
    ['V100 PCIe', 250, 35, 16, 'nvidia'],
    ['V100 SXM', 300, 35, 16, 'greenAlgorithms'],
    ['P100 PCIe', 250, 36, 16, 'mlco2'],
    ['P100 SXM', 300, 36, 16, 'nvidia'],
    ['P40', 250, 30, 24, 'mlco2'],
    ['P4', 75, 9, 8, 'greenAlgorithms'],
    ['M60', 300, 35, 16, 'nvidia', PAIR],
    ['M40', 250, null, 12, 'mlco2'],
    ['K80', 300, 35, 24, 'greenAlgorithms', PAIR],
    ['K40', 245, null, 12, 'mlco2'],
    ['K40c', 245, null, 12, 'mlco2'],
    // NVIDIA, workstation.
    ['RTX PRO 6000', 600, null, 96, 'nvidia'],
    ['RTX PRO 6000 Max-Q', 300, null, 96, 'nvidia'],
    ['RTX PRO 5000', 300, null, 48, 'nvidia'],
    ['RTX PRO 4500', 200, null, 32, 'nvidia'],
    ['RTX PRO 4000', 140, null, 24, 'nvidia'],
    ['RTX 6000 Ada', 300, null, 48, 'nvidia'],
    ['RTX 5880 Ada', 285, null, 48, 'nvidia'],
    ['RTX 5000 Ada', 250, null, 32, 'nvidia'],
    ['RTX 4500 Ada', 210, null, 24, 'nvidia'],
    ['RTX 4000 Ada', 130, null, 20, 'nvidia'],
    ['RTX 4000 SFF Ada', 70, null, 20, 'nvidia'],
    ['RTX 2000 Ada', 70, null, 16, 'nvidia'],
    ['RTX A6000', 300, null, 48, 'mlco2'],
    ['RTX A5500', 230, null, 24, 'nvidia'],
    ['RTX A5000', 230, null, 24, 'mlco2'],
    ['RTX A4500', 200, null, 20, 'nvidia'],
    ['RTX A4000', 140, null, 16, 'nvidia'],
    ['RTX A2000', 70, null, 12, 'nvidia'],
    ['RTX A1000', 50, null, 8, 'nvidia'],
    ['RTX A400', 50, null, 4, 'nvidia'],
    ['Quadro RTX 8000', 260, null, 48, 'mlco2'],
    ['RTX 8000', 260, null, 48, 'mlco2'],
    ['Quadro RTX 6000', 260, null, 24, 'nvidia'],
    ['Quadro RTX 5000', 230, null, 16, 'nvidia'],
    ['Quadro RTX 4000', 125, null, 8, 'nvidia'],
    ['Quadro GP100', 235, null, 16, 'nvidia'],
    ['Quadro P6000', 250, null, 24, 'mlco2'],
    ['Quadro P5000', 180, null, 16, 'nvidia'],
    ['Quadro P4000', 105, null, 8, 'nvidia'],
    ['Quadro P2200', 75, null, 5, 'nvidia'],
    ['Quadro P2000', 75, null, 5, 'nvidia'],
    ['Quadro P1000', 47, null, 4, 'nvidia'],
    ['Quadro M6000', 250, null, 12, 'nvidia'],
    ['Quadro M5000', 150, null, 8, 'nvidia'],
    ['Quadro M4000', 120, null, 8, 'nvidia'],
    ['Quadro K6000', 225, null, 12, 'mlco2'],
    ['T1000', 50, null, 4, 'nvidia'],
    ['T600', 40, null, 4, 'nvidia'],
    ['T400', 30, null, 2, 'nvidia'],
    // NVIDIA, GeForce.
    ['RTX 5090', 575, null, 32, 'nvidia'],
    ['RTX 5080', 360, null, 16, 'nvidia'],
    ['RTX 5070 Ti', 300, null, 16, 'nvidia'],
    ['RTX 5070', 250, null, 12, 'nvidia'],
    ['RTX 5060 Ti', 180, null, 16, 'nvidia'],
    ['RTX 5060', 145, null, 8, 'nvidia'],
    ['RTX 4090', 450, null, 24, 'mlco2'],
    ['RTX 4090 D', 425, null, 24, 'nvidia'],
    ['RTX 4080 SUPER', 320, null, 16, 'nvidia'],
    ['RTX 4080', 320, null, 16, 'nvidia'],
    ['RTX 4070 Ti SUPER', 285, null, 16, 'nvidia'],
    ['RTX 4070 Ti', 285, null, 12, 'nvidia'],
    ['RTX 4070 SUPER', 220, null, 12, 'nvidia'],
    ['RTX 4070', 200, null, 12, 'nvidia'],
    ['RTX 4060 Ti', 160, null, 16, 'nvidia'],
    ['RTX 4060', 115, null, 8, 'nvidia'],
    ['RTX 4090 Laptop', 150, null, 16, 'nvidia', from(80)],
    ['RTX 4080 Laptop', 150, null, 12, 'nvidia', from(60)],
    ['RTX 4070 Laptop', 115, null, 8, 'nvidia', from(35)],
    ['RTX 4060 Laptop', 115, null, 8, 'nvidia', from(35)],
    ['RTX 4050 Laptop', 115, null, 6, 'nvidia', from(35)],
    ['RTX 3090 Ti', 450, null, 24, 'nvidia'],
    ['RTX 3090', 350, null, 24, 'mlco2'],
    ['RTX 3080 Ti', 350, null, 12, 'mlco2'],
    ['RTX 3080 12GB', 350, null, 12, 'nvidia'],
    ['RTX 3080', 320, null, 10, 'mlco2'],
    ['RTX 3070 Ti', 290, null, 8, 'nvidia'],
    ['RTX 3070', 220, null, 8, 'nvidia'],
    ['RTX 3060 Ti', 200, null, 8, 'nvidia'],
    ['RTX 3060', 170, null, 12, 'nvidia'],
    ['RTX 3050', 130, null, 8, 'nvidia', from(70)],
    ['RTX 3080 Laptop', 150, null, 16, 'nvidia', from(80)],
    ['RTX 3070 Laptop', 125, null, 8, 'nvidia', from(80)],
    ['RTX 3060 Laptop', 115, null, 6, 'nvidia', from(60)],
    ['RTX 3050 Laptop', 80, null, 4, 'nvidia', from(35)],
    ['RTX 2080 Ti', 250, null, 11, 'mlco2'],
    ['RTX 2080 SUPER', 250, null, 8, 'nvidia'],
    ['RTX 2080', 215, null, 8, 'mlco2'],
    ['RTX 2070 SUPER', 215, null, 8, 'nvidia'],
    ['RTX 2070', 175, null, 8, 'nvidia'],
    ['RTX 2060 SUPER', 175, null, 8, 'nvidia'],
    ['RTX 2060 12GB', 185, null, 12, 'nvidia'],
    ['RTX 2060', 160, null, 6, 'nvidia'],
    ['GTX 1660 Ti', 120, null, 6, 'nvidia'],
    ['GTX 1660 SUPER', 125, null, 6, 'nvidia'],
    ['GTX 1660', 120, null, 6, 'mlco2'],
    ['GTX 1650 SUPER', 100, null, 4, 'nvidia'],
    ['GTX 1650', 90, null, 4, 'nvidia', from(75)],
    ['GTX 1080 Ti', 250, null, 11, 'mlco2'],
    ['GTX 1080', 180, null, 8, 'mlco2'],
    ['GTX 1070 Ti', 180, null, 8, 'nvidia'],
    ['GTX 1070', 150, null, 8, 'nvidia'],
    ['GTX 1060', 120, null, 6, 'nvidia'],
    ['GTX 1050 Ti', 75, null, 4, 'nvidia'],
    ['GTX 1050', 75, null, 2, 'nvidia'],
    ['TITAN RTX', 280, null, 24, 'mlco2'],
    ['TITAN V', 250, null, 12, 'mlco2'],
    ['TITAN Xp', 250, null, 12, 'mlco2'],
    ['TITAN X', 250, null, 12, 'mlco2'],
    // NVIDIA Jetson: power of the whole module.
    ['AGX Orin 64GB', 60, null, 64, 'nvidia', SOCKET],
    ['AGX Orin 32GB', 40, null, 32, 'nvidia', SOCKET],
    ['AGX Orin', 60, null, 64, 'nvidia', { containsCpu: true, leastTdpW: 40 }],
    ['Orin Nano', 25, null, 8, 'nvidia', { containsCpu: true, leastTdpW: 15 }],
    ['AGX Xavier', 30, null, 32, 'greenAlgorithms', SOCKET],
    // AMD Instinct.
    ['MI355X', 1400, null, 288, 'epoch'],
    ['MI350X', 1000, null, 288, 'epoch'],
    ['MI325X', 1000, null, 256, 'epoch'],
    ['MI300X', 750, null, 192, 'epoch'],
    ['MI300A', 760, null, 128, 'epoch', { containsCpu: true, leastTdpW: 550 }],
    ['MI250X', 560, null, 128, 'amd', { devices: 2, leastTdpW: 500 }],
    ['MI250', 560, null, 128, 'amd', { devices: 2, leastTdpW: 500 }],
    ['MI210', 300, null, 64, 'amd'],
    ['MI100', 300, null, 32, 'amd'],
    ['MI60', 300, null, 32, 'amd'],
    ['MI50', 300, null, 16, 'amd'],
    ['MI25', 300, null, 16, 'amd'],
    // AMD Radeon.
    ['RX 9070 XT', 304, null, 16, 'amd'],
    ['RX 9070', 220, null, 16, 'amd'],
    ['RX 9060 XT', 160, null, 16, 'amd'],
    ['RX 7900 XTX', 355, null, 24, 'amd'],
    ['RX 7900 XT', 315, null, 20, 'amd'],
    ['RX 7900 GRE', 260, null, 16, 'amd'],
    ['RX 7800 XT', 263, null, 16, 'amd'],
    ['RX 7700 XT', 245, null, 12, 'amd'],
    ['RX 7600 XT', 190, null, 16, 'amd'],
    ['RX 7600', 165, null, 8, 'amd'],
    ['RX 6950 XT', 335, null, 16, 'amd'],
    ['RX 6900 XT', 300, null, 16, 'amd'],
    ['RX 6800 XT', 300, null, 16, 'amd'],
    ['RX 6800', 250, null, 16, 'amd'],
    ['RX 6750 XT', 250, null, 12, 'amd'],
    ['RX 6700 XT', 230, null, 12, 'amd'],
    ['RX 6700', 175, null, 10, 'amd'],
    ['RX 6650 XT', 180, null, 8, 'amd'],
    ['RX 6600 XT', 160, null, 8, 'amd'],
    ['RX 6600', 132, null, 8, 'amd'],
    ['RX 6500 XT', 107, null, 4, 'amd'],
    ['RX 6400', 53, null, 4, 'amd'],
    ['RX 480', 150, null, 8, 'mlco2'],
    ['Pro W7900', 295, null, 48, 'amd'],
    ['Pro W7800', 260, null, 32, 'amd'],
    ['Pro W7700', 190, null, 16, 'amd'],
    ['Pro W7600', 130, null, 8, 'amd'],
    ['Pro W7500', 70, null, 8, 'amd'],
    ['Pro W6800', 250, null, 32, 'amd'],
    ['Pro W6600', 130, null, 8, 'amd'],
    // Intel.
    ['Data Center GPU Max 1550', 600, null, 128, 'intel'],
    ['Data Center GPU Max 1350', 450, null, 96, 'intel'],
    ['Data Center GPU Max 1100', 300, null, 48, 'intel'],
    ['Data Center GPU Flex 170', 150, null, 16, 'intel'],
    ['Arc A770', 225, null, 16, 'intel'],
    ['Arc A750', 225, null, 8, 'intel'],
    ['Arc A380', 75, null, 6, 'intel'],
    ['Arc B580', 190, null, 12, 'intel'],
    ['Gaudi 3', 900, null, 128, 'epoch'],
    ['Gaudi 2', 600, null, 96, 'epoch'],
    // Accelerators of clouds, one chip.
    ['TPU v7', 980, null, 192, 'epoch'],
    ['TPU v5e', 140, null, 16, 'epoch'],
    ['TPU v4', 192, null, 32, 'tpu4'],
    ['TPU v3', 283, null, 32, 'mlco2'],
    ['TPU v2', 221, null, 16, 'mlco2'],
    ['Trainium2', 500, null, 96, 'epoch'],
    ['Maia 100', 500, null, 64, 'epoch'],
];
/** Boards by name, as people and drivers call them. */
const GPUS = ROWS.map(([name, tdpW, idleW, memoryGb, source, extra = {}]) => ({
    name,
    tdpW,
    leastTdpW: extra.leastTdpW ?? tdpW,
    idleW,
    memoryGb,
    devices: extra.devices ?? 1,
    containsCpu: extra.containsCpu ?? false,
    source: SOURCES[source] + (idleW === null ? '' : `; idle: ${SOURCES.ccf}`),
}));
/** Accelerators whose makers publish no power: a figure would be a guess. */
const gpu_table_UNPUBLISHED_POWER = (/* unused pure expression or super */ null && (['TPU v5p', 'TPU v6e', 'Trillium', 'Trainium', 'Inferentia']));

;// CONCATENATED MODULE: ./build/src/data/gpus.js

/** Words that make another board of a name: a row without them does not match. */
const VARIANTS = new Set('ti super xt xtx gre laptop mobile notebook q max d sff pro nvl superchip ultra'.split(' '));
/** Words for a form that a row's name has and people leave out: clouds rent out SXM modules. */
const IMPLIED = /^sxm\d?$/;
/** Words that settle the form of a data-centre board. High-bandwidth memory is in the driver's names of SXM modules. */
const FORM = /^(?:sxm\d?|pcie|nvl|hbm\d?e?)$/;
/** Spellings that are unified before names are compared. */
const SPELLINGS = [
    [/\((?:r|tm)\)/g, ' '],
    [/\b(rtx|gtx|rx|arc|gaudi|tpu)[ -]?(?=[avb]?\d)/g, '$1 '],
    [/\b(trainium|inferentia) ?(\d)\b/g, '$1$2'],
    [/\b(trainium|inferentia)1\b/g, '$1'],
    [/\binferentia\d\b/g, 'inferentia'],
    [/\btpu (?=\d)/g, 'tpu v'],
    [/\bhl-22\d\w?\b/g, 'gaudi 2'],
    [/\bhl-3\d\d\w?\b/g, 'gaudi 3'],
    [/\b(t|rtx)?(\d{4})(ti|super)\b/g, '$1$2 $3'],
    [/\b(\d{4})(xtx?)\b/g, '$1 $2'],
    [/(\d+) gb\b/g, '$1gb'],
];
function wordsOf(name) {
    const unified = SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), name.toLowerCase());
    return unified.split(/[^a-z0-9]+/).filter((word) => word !== '');
}
/** Words that a name must have to match a row. */
const gpus_ROWS = GPUS.map((gpu) => {
    const words = wordsOf(gpu.name);
    return { gpu, own: words.filter((word) => !IMPLIED.test(word)), isSxm: words.some((word) => IMPLIED.test(word)) };
});
/**
 * Finds the board of a name: `Tesla T4`, `NVIDIA A100-SXM4-40GB`, `GRID T4-16C`, `h100`. All words of a row must be words of
 * the name (`L4` does not match `L40S`), and the row with the most of them wins.
 * @returns null for a name that is not in the table, never the nearest one
 * @example findGpu('h100')?.name // 'H100 SXM'
 */
function gpus_findGpu(name) {
    const words = wordsOf(name);
    const variants = words.filter((word) => VARIANTS.has(word));
    let found = null;
    for (const { gpu, own, isSxm } of gpus_ROWS) {
        if (isSxm && words.includes('pcie'))
            continue;
        const isMatch = own.every((word) => words.includes(word)) && variants.every((word) => own.includes(word));
        if (isMatch && own.length > (found?.length ?? 0))
            found = { gpu, length: own.length };
    }
    return found?.gpu ?? null;
}
/** Whether a name leaves open whether the board is an SXM module, which it is then taken for. */
function isFormAssumed(name) {
    return /\bSXM\b/.test(gpus_findGpu(name)?.name ?? '') && !wordsOf(name).some((word) => FORM.test(word));
}
/** Whether a name is that of an accelerator without a published power. */
function hasUnpublishedPower(name) {
    const words = wordsOf(name);
    return UNPUBLISHED_POWER.some((other) => wordsOf(other).every((word) => words.includes(word)));
}

;// CONCATENATED MODULE: ./build/src/data/gpu-share.js

/**
 * Boards behind the names of vGPU profiles, with their memory in GB. Profiles name the board, its memory (`D` is the larger
 * one) and form (`X` is SXM), then the frame buffer (NVIDIA, Virtual GPU Software User Guide, virtual GPU types).
 */
const VGPU_BOARDS = {
    A100: ['A100 PCIe 40GB', 40],
    A100X: ['A100 SXM', 40],
    A100D: ['A100 PCIe 80GB', 80],
    A100DX: ['A100 SXM', 80],
    V100: ['V100 PCIe', 16],
    V100X: ['V100 SXM', 16],
    V100D: ['V100 PCIe', 32],
    V100DX: ['V100 SXM', 32],
    H100: ['H100 PCIe', 80],
    H100XM: ['H100 SXM', 80],
    H100L: ['H100 NVL', 94],
    RTX6000: ['Quadro RTX 6000', 24],
    RTX6000P: ['Quadro RTX 6000', 24],
    RTX8000: ['Quadro RTX 8000', 48],
    RTX8000P: ['Quadro RTX 8000', 48],
    RTXA6000: ['RTX A6000', 48],
};
/** `GRID A100-4C`, `NVIDIA A10-4Q`, and `A100-1-5C`, which is backed by one compute slice. */
const VGPU = /^(?:(?:NVIDIA|GRID|Tesla) )*([A-Z]+\d+[A-Z]*)-(?:(\d)-)?(\d{1,3})[ABCQ]\d?$/i;
/** `MIG 1g.5gb`, also behind the name of its board. */
const MIG = /^(.*?)\s*\bMIG[ -](?:\dc\.)?(\d)g\.(\d{1,3})gb\b/i;
/** Compute slices of a board (NVIDIA, MIG User Guide: 4 on A30, 7 on the others). */
const slicesOf = (gpu) => (gpu.name === 'A30' ? 4 : 7);
/** Boards of MIG profiles that only one kind of board has, by the memory of `1g` in GB. */
const MIG_BOARDS = { '5': 'A100 SXM', '6': 'A30', '18': 'H200 SXM', '23': 'B200' };
/**
 * Finds the share of a board that a name means: a vGPU, a MIG instance, or one of several devices of a board.
 * @returns null for a whole board and for unknown names
 */
function findGpuShare(name) {
    return vgpuShare(name.trim()) ?? migShare(name.trim()) ?? deviceShare(gpus_findGpu(name));
}
function vgpuShare(name) {
    const [, base = '', slices, frameBuffer] = VGPU.exec(name) ?? [];
    const [board, memory] = VGPU_BOARDS[base.toUpperCase()] ?? [base, null];
    const gpu = gpus_findGpu(board);
    if (!gpu || frameBuffer === undefined)
        return null;
    const deviceGb = (memory ?? gpu.memoryGb) / gpu.devices;
    const ofDevice = Math.min(1, slices === undefined ? Number(frameBuffer) / deviceGb : Number(slices) / slicesOf(gpu));
    if (!(ofDevice > 0))
        return null;
    const kind = slices === undefined ? `vGPU with ${frameBuffer} of ${deviceGb} GB` : `vGPU with ${slices} compute slices`;
    return { gpu, share: ofDevice / gpu.devices, kind, isElastic: slices === undefined && ofDevice < 1 };
}
function migShare(name) {
    const [, base = '', slices, memory] = MIG.exec(name) ?? [];
    if (slices === undefined || memory === undefined || Number(slices) === 0)
        return null;
    const perSlice = String(Math.floor(Number(memory) / Number(slices)));
    const gpu = gpus_findGpu(base) ?? gpus_findGpu(MIG_BOARDS[perSlice] ?? '');
    if (!gpu)
        return null;
    const total = slicesOf(gpu);
    const share = Math.min(1, Number(slices) / total);
    return { gpu, share, kind: `MIG instance with ${slices} of ${total} compute slices`, isElastic: false };
}
function deviceShare(gpu) {
    if (!gpu || gpu.devices === 1)
        return null;
    return { gpu, share: 1 / gpu.devices, kind: `one of ${gpu.devices} devices of the board`, isElastic: false };
}

;// CONCATENATED MODULE: ./build/src/data/gpu-watts.js



/** Share of the power limit while idle, for boards without a published figure (Cloud Carbon Footprint's minima: 0.11 to 0.12 of TDP). */
const IDLE_SHARE = 0.115;
/**
 * Power against utilisation, as shares of the way from idle to full: A100 in a cloud instance at 0, 10, 50 and 100 %
 * (46.5, 127, 301, 407 W; Benjamin Davy, Building an AWS EC2 Carbon Emissions Dataset, 2021). Utilisation says only how
 * often a kernel ran, so the curve is steep at first.
 */
const CURVE = [
    { utilization: 0, share: 0 },
    { utilization: 10, share: 0.223 },
    { utilization: 50, share: 0.706 },
    { utilization: 100, share: 1 },
];
/** Range of light and heavy kernels at one utilisation, as shares of the power. */
const SPREAD = { below: 0.4, above: 0.35 };
/**
 * Power of a board from its name and utilisation, W: for boards that do not report it, and for plans. A name
 * of a slice (vGPU, MIG instance, one of several devices) gives the power of the slice.
 * @param utilization percent, 0 to 100
 * @returns null for an unknown board
 */
function gpuWatts(name, utilization) {
    const part = findGpuShare(name);
    const gpu = part?.gpu ?? gpus_findGpu(name);
    if (!gpu)
        return null;
    const idle = gpu.idleW ?? gpu.tdpW * IDLE_SHARE;
    const watts = idle + (gpu.tdpW - idle) * shareAt(Math.min(100, Math.max(0, utilization)));
    const low = watts * (1 - SPREAD.below) * (gpu.leastTdpW / gpu.tdpW);
    const high = Math.max(watts, Math.min(gpu.tdpW * 1.02, watts * (1 + SPREAD.above)));
    if (!part)
        return range_makeRange(watts, low, high);
    const { share, isElastic } = part;
    return range_makeRange(watts * share, low * share, isElastic ? Math.max(watts, high * share) : high * share);
}
function shareAt(utilization) {
    const upper = CURVE.findIndex((point) => point.utilization >= utilization);
    const [from, to] = [CURVE[Math.max(0, upper - 1)], CURVE[Math.max(0, upper)]];
    if (!from || !to || to.utilization === from.utilization)
        return to?.share ?? 0;
    const way = (utilization - from.utilization) / (to.utilization - from.utilization);
    return from.share + (to.share - from.share) * way;
}
/** Smallest over largest power limit of one name from which the name tells the power: laptops choose 35 to 115 W for one chip. */
const LEAST_LIMIT_SHARE = 0.65;
/**
 * Power of a board that is in use and does not report it, W. Null where a name tells too little for the figure of a measurement: the
 * makers of laptops choose the power limit within a wide range, and the figure of a module (Jetson, GB10) contains its processors, which
 * are counted already.
 * @param utilization percent, 0 to 100
 */
function measuredGpuWatts(name, utilization) {
    const gpu = findGpu(name);
    if (gpu !== null && (gpu.containsCpu || gpu.leastTdpW < LEAST_LIMIT_SHARE * gpu.tdpW))
        return null;
    return gpuWatts(name, utilization);
}

// EXTERNAL MODULE: ./build/src/sensors/meter-table.js + 3 modules
var meter_table = __webpack_require__(947);
;// CONCATENATED MODULE: ./build/src/sensors/running-total.js






const J_PER_WH = 3600;
const J_PER_UJ = 1e-6;
/** More than the meter of one socket, and of a whole platform, can read, W (core/measurement/wrap.ts, app/measure/meters.ts). */
const MAX_WATTS = { package: 800, dram: 800, psys: 10_000 };
/** A meter that does not move for this long counts nothing, ms. */
const STILL_MS = 100;
/** Two dies whose counters agree within this show the counter of their socket twice, µJ. */
const MIRROR_UJ = 5e6;
/** Least share of its parts, and of the model, that a meter of the whole machine must read (app/measure/meters.ts). */
const LEAST_OF_PARTS = 0.95;
const LEAST_OF_MODEL = 0.1;
/** A GPU that is first seen this soon was there from the start, ms (app/measure/gpu-use.ts). */
const NEAR_MS = 30_000;
/**
 * Adds up the energy while the work runs, by the formulas that the report uses at the end: counters of CPU time through the power
 * curve, meters in place of what they cover, GPUs by their own meters. It reads nothing itself and believes no file: every figure
 * comes from the sampler's own sensors. A sample without CPU time adds nothing; the next one covers its time.
 */
class RunningTotal {
    #options;
    #zones;
    #before = null;
    #mirrors = new Set();
    #machineJ = 0;
    #modelJ = 0;
    #meteredJ = { whole: 0, package: 0, memory: 0 };
    #gpus = new Map();
    #gpuJ = 0;
    #gpuLossJ = 0;
    #watts = 0;
    constructor(options, zones) {
        this.#options = options;
        this.#zones = zones;
    }
    /** Takes the next sample. */
    add(sample, gpus) {
        const gpuJ = this.#addGpus(sample.t, gpus);
        const before = this.#before;
        const fromMs = before ? before.t : this.#options.startMs;
        const utilization = before && this.#utilization(before, sample);
        if (!before) {
            this.#before = kept(sample);
            this.#mirrors = findMirrors(this.#zones, sample);
        }
        else if (utilization !== null && sample.t > before.t) {
            this.#addStretch(before, sample, utilization, gpuJ);
            this.#before = kept(sample);
        }
        const seconds = Math.max(0, sample.t - this.#options.startMs) / 1000;
        const itWh = (this.#machineJ + this.#gpuJ + this.#gpuLossJ) / J_PER_WH;
        if (sample.t <= fromMs)
            this.#watts = 0;
        return { t: sample.t, seconds, itWh, watts: this.#watts, gpus: [...this.#gpus.values()].map(({ name }) => name) };
    }
    /** Percent of the scope's processors; null if the counters do not say. */
    #utilization(before, now) {
        const { scope, vcpus } = this.#options;
        if (scope === 'machine')
            return load(before, now);
        if (before.cgroupMs === null || now.cgroupMs === null)
            return null;
        return percent(now.cgroupMs - before.cgroupMs, (now.t - before.t) * vcpus);
    }
    #addStretch(before, now, utilization, gpuJ) {
        const { startMs, memoryWatts } = this.#options;
        const isFirst = this.#modelJ === 0;
        const seconds = (now.t - before.t) / 1000;
        const share = this.#shareOfMachine(before, now, utilization);
        const modelJ = this.#wattsAt(utilization) * seconds;
        this.#modelJ += modelJ;
        const metered = this.#metered(before, now, seconds, gpuJ);
        const contained = metered.whole !== null && this.#containsGpus(metered);
        const own = {
            whole: metered.whole === null ? null : Math.max(0, metered.whole - (contained ? gpuJ : 0)) * share,
            package: metered.package === null ? null : metered.package * share,
            memory: metered.memory === null ? null : metered.memory * share,
        };
        const joules = partsOf(range_makeRange(modelJ), memoryWatts * seconds, own).total.value;
        const lossJ = contained ? supplyLoss(gpuJ).value : 0;
        // The sampler starts a moment after the measurement: that moment is counted like the first stretch.
        const whole = isFirst ? Math.max(1, (now.t - startMs) / (now.t - before.t)) : 1;
        this.#machineJ += joules * whole;
        this.#gpuLossJ += lossJ;
        this.#watts = (joules + lossJ + (this.#isSocket() ? 0 : gpuJ)) / seconds;
    }
    #wattsAt(utilization) {
        return wattsAt(this.#options, utilization).watts;
    }
    /** The scope's share of what meters of the whole machine read (app/measure/energy-parts.ts). */
    #shareOfMachine(before, now, utilization) {
        const { scope, vcpus, machineVcpus } = this.#options;
        if (scope === 'machine')
            return 1;
        const all = this.#wattsAt(load(before, now) ?? utilization) * machineVcpus;
        return all > 0 ? Math.min(1, (this.#wattsAt(utilization) * vcpus) / all) : vcpus / machineVcpus;
    }
    #metered(before, now, seconds, gpuJ) {
        const rapl = (domain) => this.#raplJ(domain, before, now);
        const [packageJ, memory, psys] = [rapl('package'), rapl('dram'), rapl('psys')];
        const parts = (packageJ ?? 0) + (memory ?? 0);
        const socketJ = this.#isSocket() && gpuJ > 0 ? gpuJ : null;
        const whole = psys !== null && psys >= LEAST_OF_PARTS * parts ? psys : this.#sampledJ('machine', before, now, parts);
        const metered = {
            whole,
            package: socketJ ?? packageJ ?? this.#sampledJ('processors', before, now, 0),
            memory,
        };
        const { maxMeterWatts } = this.#options;
        const most = metered.whole ?? metered.package;
        if (maxMeterWatts !== null && most !== null && most > maxMeterWatts * seconds) {
            return { whole: null, package: null, memory: null };
        }
        return metered;
    }
    /** Sum of a domain's counters; null unless every one of them gives a possible figure. */
    #raplJ(domain, before, now) {
        let joules = null;
        const ms = now.t - before.t;
        for (const [index, zone] of this.#zones.entries()) {
            if (zone.domain !== domain || this.#mirrors.has(index))
                continue;
            const [from, to] = [before.raplUj?.[index] ?? null, now.raplUj?.[index] ?? null];
            if (from === null || to === null || to > zone.rangeUj)
                return null;
            const step = (to - from + (to < from ? zone.rangeUj : 0)) * J_PER_UJ;
            const isStill = step === 0 && ms >= STILL_MS;
            if (isStill || step > (MAX_WATTS[domain] * ms) / 1000)
                return null;
            joules = (joules ?? 0) + step;
        }
        return joules;
    }
    /** Energy by a meter that is no counter of the kernel, J; null if there is none, or it reads too little for the machine. */
    #sampledJ(covers, before, now, parts) {
        const seconds = (now.t - before.t) / 1000;
        for (const name of meter_table/* METER_NAMES */.f) {
            const row = meter_table/* METERS */.T[name];
            const [from, to] = [before.meters[name], now.meters[name]];
            if (row.covers !== covers || to === null)
                continue;
            const joules = row.unit === 'W' ? to * seconds : from === null ? Number.NaN : to - from;
            const least = covers === 'machine' ? Math.max(LEAST_OF_PARTS * parts, LEAST_OF_MODEL * this.#wattsAt(0) * seconds) : 0;
            if (joules > 0 && joules >= least && joules <= MAX_WATTS.psys * seconds)
                return joules;
        }
        return null;
    }
    /** Whether the meter of the whole machine reads the GPUs as well: then it reads at least as much as all parts together. */
    #containsGpus(metered) {
        const sums = this.#meteredJ;
        for (const part of ['whole', 'package', 'memory'])
            sums[part] += metered[part] ?? 0;
        return sums.whole >= LEAST_OF_PARTS * (sums.package + sums.memory + this.#gpuJ);
    }
    #isSocket() {
        return this.#options.isGpuSocket && this.#options.scope === 'machine';
    }
    /** Updates the GPUs' energy. @returns what it grew by, J */
    #addGpus(t, accounts) {
        if (accounts.length === 0 && this.#gpus.size === 0)
            return 0;
        for (const account of accounts) {
            const known = this.#gpus.get(account.number);
            if (known)
                known.add(account, t);
            else
                this.#gpus.set(account.number, new GpuTotal(account, t, this.#options.startMs));
        }
        let joules = 0;
        for (const gpu of this.#gpus.values())
            joules += gpu.joules;
        const grown = Math.max(0, joules - this.#totalGpuJ);
        this.#totalGpuJ = Math.max(this.#totalGpuJ, joules);
        if (!this.#isSocket())
            this.#gpuJ = this.#totalGpuJ;
        return grown;
    }
    #totalGpuJ = 0;
}
/** One GPU: its mean power over the time that it has been there, as in the report. */
class GpuTotal {
    name;
    joules = 0;
    #fromMs;
    /** Share of the board that the device is: its meter reads the whole board. */
    #share;
    constructor(account, t, startMs) {
        this.name = account.reading.name;
        this.#fromMs = t - startMs < NEAR_MS ? startMs : t;
        const part = findGpuShare(this.name);
        this.#share = part ? part.share * part.gpu.devices : 1;
        this.add(account, t);
    }
    add({ joules, coveredS, reading }, t) {
        const watts = coveredS > 0 ? joules / coveredS : reading.watts;
        const modelled = watts === null ? (gpuWatts(this.name, reading.utilization ?? 50)?.value ?? 0) : watts * this.#share;
        this.joules = Math.max(this.joules, (modelled * Math.max(0, t - this.#fromMs)) / 1000);
    }
}
/** The sampler reuses the object of its meters. */
function kept(sample) {
    return { ...sample, meters: { ...sample.meters } };
}
/** Load of all processors, percent; null if the counters do not say. */
function load(before, now) {
    if (before.cpu === null || now.cpu === null)
        return null;
    return percent(now.cpu.busyMs - before.cpu.busyMs, now.cpu.totalMs - before.cpu.totalMs);
}
function percent(work, capacity) {
    return work >= 0 && capacity > 0 ? Math.min(100, (100 * work) / capacity) : null;
}
/** Zones that show the counter of an earlier die of the same socket (AMD Zen 1 and 2). */
function findMirrors(zones, { raplUj }) {
    const at = (index) => raplUj?.[index] ?? Number.NaN;
    const mirrors = zones.flatMap(({ socket }, index) => {
        const isMirror = zones.some((other, earlier) => {
            return (earlier < index &&
                socket !== undefined &&
                other.socket === socket &&
                Math.abs(at(index) - at(earlier)) <= MIRROR_UJ);
        });
        return isMirror ? [index] : [];
    });
    return new Set(mirrors);
}

// EXTERNAL MODULE: ./build/src/sensors/sampler-options.js
var sampler_options = __webpack_require__(306);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(421);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
// EXTERNAL MODULE: ./build/src/sensors/sample-format.js + 1 modules
var sample_format = __webpack_require__(562);
;// CONCATENATED MODULE: ./build/src/core/stop/escalation.js
/** Used share of a budget at which work is warned. */
const WARNING_SHARE = 0.8;
/** Time between the second SIGTERM and SIGKILL, ms. */
const KILL_AFTER_MS = 10_000;
/** Decides which step of a stop is due. Steps never repeat and never go back: a share that falls again changes nothing. */
class Escalation {
    #graceMs;
    #killAfterMs;
    #takenMs = new Map();
    /**
     * @param graceMs time for a checkpoint, at least 0
     * @param killAfterMs time between the second SIGTERM and SIGKILL
     */
    constructor(graceMs, killAfterMs = KILL_AFTER_MS) {
        this.#graceMs = graceMs;
        this.#killAfterMs = killAfterMs;
    }
    /** When a step was taken, monotonic ms; null before. */
    takenMs(step) {
        return this.#takenMs.get(step) ?? null;
    }
    /** Whether the work was asked to end. */
    get isStopping() {
        return this.#takenMs.has('terminate');
    }
    /** Time until the next step that depends on time alone, ms; null if none is planned. */
    waitMs(nowMs) {
        const due = this.#nextDueMs();
        return due === null ? null : Math.max(0, due - nowMs);
    }
    /**
     * The steps that are due now, in order.
     * @param nowMs monotonic time
     * @param share used share of the budget; null if it is unknown: then only time counts
     */
    next(nowMs, share) {
        const steps = [];
        const take = (step) => {
            this.#takenMs.set(step, nowMs);
            steps.push(step);
        };
        if (share !== null && share >= WARNING_SHARE && !this.#takenMs.has('warn'))
            take('warn');
        if (share !== null && share >= 1 && !this.isStopping)
            take('terminate');
        else if (nowMs >= (this.#nextDueMs() ?? Number.POSITIVE_INFINITY)) {
            take(this.#takenMs.has('terminate-again') ? 'kill' : 'terminate-again');
        }
        return steps;
    }
    #nextDueMs() {
        const [first, second] = [this.takenMs('terminate'), this.takenMs('terminate-again')];
        if (first === null || this.#takenMs.has('kill'))
            return null;
        return second === null ? first + this.#graceMs : second + this.#killAfterMs;
    }
}

;// CONCATENATED MODULE: ./build/src/core/stop/limit-share.js
/** The line of which the largest share is used: the first that will be exceeded. Null without lines. */
function largestShare(lines, { itWh, seconds }) {
    let largest = null;
    for (const line of lines) {
        const used = line.perWh * itWh + line.perSecond * seconds;
        const share = used / line.limit;
        if (Number.isFinite(share) && (largest === null || share > largest.share))
            largest = { line, used, share };
    }
    return largest;
}
/**
 * Time until a limit is reached if work goes on as it did on average since the start.
 * @param share used share of the limit, at least 0
 * @param seconds time since the start, s
 * @returns s; 0 if it is reached already; null if nothing is used yet
 */
function secondsToLimit(share, seconds) {
    if (share >= 1)
        return 0;
    return share > 0 && seconds > 0 ? (seconds * (1 - share)) / share : null;
}

;// CONCATENATED MODULE: ./build/src/app/stop/stop-file.js

/** Variable with the path of the stop file, for the command or the later steps of a job. */
const STOP_FILE_VARIABLE = 'CARBON_GATE_STOP_FILE';
const { O_CREAT, O_EXCL, O_WRONLY } = external_node_fs_.constants;
/** Windows has no such flag and no such links. */
const O_NOFOLLOW = external_node_fs_.constants.O_NOFOLLOW ?? 0;
/**
 * Writes the stop file whole: a reader sees the old one or the new one, never a part.
 * @returns whether it could be written; a full disk must not keep the signals back
 */
function writeStopFile(file, notice) {
    const temporary = `${file}.${process.pid}.tmp`;
    try {
        (0,external_node_fs_.rmSync)(temporary, { force: true });
        const fd = (0,external_node_fs_.openSync)(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
        try {
            const text = Buffer.from(`${JSON.stringify(notice)}\n`);
            if ((0,external_node_fs_.writeSync)(fd, text) !== text.length)
                return false;
        }
        finally {
            (0,external_node_fs_.closeSync)(fd);
        }
        (0,external_node_fs_.renameSync)(temporary, file);
        return true;
    }
    catch {
        (0,external_node_fs_.rmSync)(temporary, { force: true });
        return false;
    }
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
    const timeShare = (0,quantity/* nonNegative */.rG)('seconds', share.seconds) / (0,quantity/* positive */.yj)('lifetime', share.lifetimeSeconds);
    const resourceShare = (0,quantity/* nonNegative */.rG)('reserved', share.reserved) / (0,quantity/* positive */.yj)('available', share.available);
    return (0,quantity/* nonNegative */.rG)('embodied total', share.totalGrams) * timeShare * resourceShare;
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

;// CONCATENATED MODULE: ./build/src/core/embodied.js



/**
 * What a figure of manufacture covers: a graphics card alone, the board of a computer, the whole machine, or the machine with its
 * share of the building. The same chip differs by a factor of 2 to 5 between them.
 */
const BOUNDARIES = (/* unused pure expression or super */ null && (['card', 'board', 'host', 'building']));
/**
 * Years that a machine works. Hosted: Microsoft and Alphabet depreciate servers over 6 years (annual reports for 2023), Amazon over 5 to 6 (2025).
 * Owned: 4 years, as the SCI's example, Impact Framework and the makers' product footprints assume.
 */
const LIFETIME_YEARS = { hosted: 6, owned: 4, low: 4, high: 6 };
/**
 * The range of a lifetime.
 * @param isHosted whether a cloud or a CI service runs the machine
 * @param given years that the user states; the range is then that value alone
 * @returns years
 * @throws QuantityError
 */
function lifetimeYears(isHosted, given) {
    if (given !== undefined)
        return makeRange(positive('lifetime', given));
    const { hosted, owned, low, high } = LIFETIME_YEARS;
    return makeRange(isHosted ? hosted : owned, low, high);
}
/**
 * Share of the hardware's manufacture for a reservation (SCI 1.1, ISO/IEC 21031: M = TE x TiR/EL x RR/ToR).
 * @param hardware what is reserved; its masses in kg CO2e
 * @param seconds time reserved, s, at least 0
 * @returns g CO2e; null without hardware
 * @throws QuantityError
 * @example embodiedShare({ parts: [{ kg: makeRange(1752), share: 4 / 128, ... }], lifetimeYears: makeRange(4) }, 3600)?.value // 1.5625 g
 */
function embodied_embodiedShare({ parts, lifetimeYears: years }, seconds) {
    (0,quantity/* nonNegative */.rG)('seconds', seconds);
    if (parts.length === 0)
        return null;
    const kg = sumRanges(parts.map((part) => range_scaleRange(part.kg, (0,quantity/* nonNegative */.rG)('share', part.share))));
    const totalGrams = 1000;
    const gramsPerKg = embodiedGrams({
        totalGrams,
        seconds,
        lifetimeSeconds: SECONDS_PER_YEAR,
        reserved: 1,
        available: 1,
    });
    // A shorter life gives each hour a larger share.
    const perYear = range_makeRange(1 / (0,quantity/* positive */.yj)('lifetime', years.value), 1 / years.high, 1 / (0,quantity/* positive */.yj)('lifetime', years.low));
    return range_scaleRange(multiplyRanges(kg, perYear), gramsPerKg);
}
/** The widest boundary among the parts; null without parts. */
function widestBoundary({ parts }) {
    const widest = Math.max(-1, ...parts.map(({ boundary }) => BOUNDARIES.indexOf(boundary)));
    return BOUNDARIES[widest] ?? null;
}

;// CONCATENATED MODULE: ./build/src/data/embodied.js



/**
 * Manufacture by parts, kg CO2e: Teads, as in Impact Framework's SciEmbodied (MIT) and cloud-carbon-coefficients (Apache-2.0), 2021.
 * The base holds one processor and 16 GB. A further processor is a SOCKET: Impact Framework adds the same 100 kg for each vCPU.
 */
const SERVER_KG = { base: 1000, perSocket: 100, perGb: 533 / 384, baseGb: 16, perSsd: 50, perHdd: 100 };
/**
 * Dell's and HPE's published product footprints of 12 servers (manufacturing share only, 2019-2021) are 0.48 to 1.07 of what these parts
 * give, one is 2.45 of it. Storage decides: a host full of large SSDs is at the upper end.
 */
const SERVER_SPREAD = { low: 0.48, high: 2.45 };
/**
 * Manufacture of a whole server without GPUs.
 * @returns kg CO2e
 * @throws QuantityError
 * @example serverManufacture({ sockets: 2, memoryGb: 384 }).value // 1610.8
 */
function serverManufacture({ sockets, memoryGb, ssds = 0, hdds = 0 }) {
    const { base, perSocket, perGb, baseGb, perSsd, perHdd } = SERVER_KG;
    const kg = base +
        Math.max(0, nonNegative('sockets', sockets) - 1) * perSocket +
        Math.max(0, nonNegative('memory', memoryGb) - baseGb) * perGb +
        nonNegative('SSDs', ssds) * perSsd +
        nonNegative('HDDs', hdds) * perHdd;
    return makeRange(kg, kg * SERVER_SPREAD.low, kg * SERVER_SPREAD.high);
}
/** Boards of eight GPUs: the maker's figure is of the board, kg CO2e. */
const GPUS_PER_BOARD = 8;
const HGX_H100_KG = 1312;
const HGX_B200_KG = 2274;
/** Manufacture of one card without its host, by the name in the GPU table. */
const CARDS = [
    [
        /^B200/,
        range_makeRange(HGX_B200_KG / GPUS_PER_BOARD, HGX_B200_KG / GPUS_PER_BOARD, 473),
        'NVIDIA, HGX B200 product carbon footprint (2025), an eighth of the board',
    ],
    [/^H200/, range_makeRange(364, 164, 364), 'ADEME study of GPUs (Lees-Perasso et al. 2026)'],
    [
        /^H100/,
        range_makeRange(HGX_H100_KG / GPUS_PER_BOARD, HGX_H100_KG / GPUS_PER_BOARD, 273),
        'NVIDIA, HGX H100 product carbon footprint (2025), an eighth of the board; another study says 273 kg',
    ],
    [/^A100/, range_makeRange(127.6, 127.6, 150), 'Falk et al. 2025, More than Carbon (A100 SXM 40 GB)'],
];
/** A card without a figure of its own, kg CO2e: Teads' rule; published cards lie from half to twice of it. */
const USUAL_CARD = { kg: range_makeRange(150, 75, 300), source: 'Teads, 150 kg a card' };
/**
 * Manufacture of one GPU card, without its host.
 * @param name as any tool spells it
 * @example cardManufacture('NVIDIA H100 80GB HBM3').kg.value // 164 kg CO2e
 */
function cardManufacture(name) {
    const known = gpus_findGpu(name)?.name ?? name;
    const row = CARDS.find(([pattern]) => pattern.test(known));
    return row ? { kg: row[1], source: row[2] } : USUAL_CARD;
}
/** Apple publishes one figure without a range; a fifth either way is assumed. */
const MAC_SPREAD = 0.2;
/**
 * Macs by chip: Apple's product environmental reports, total x share of PRODUCTION, kg CO2e. The reports' totals (172 kg of the
 * M1 mini) contain transport and use, and use is already counted as energy.
 */
const MACS = (/* unused pure expression or super */ null && ([
    ['m1', 'Mac mini (2020)', 172, 0.54],
    ['m2', 'Mac mini (2023)', 112, 0.63],
    ['m1 max', 'Mac Studio (2022)', 262, 0.63],
]));
/** Of a Mac without a row: the Mac mini of 2023, up to the Mac Studio. kg CO2e. */
const USUAL_MAC = {
    kg: range_makeRange(112 * 0.63, 50, 165),
    source: "Apple's report on the Mac mini (2023), production only, in place of this Mac's",
};
/**
 * Manufacture of the Mac with a chip.
 * @param key of the chip, such as `m1`
 * @example macManufacture('m1').kg.value // 92.88 kg CO2e
 */
function macManufacture(key) {
    const row = MACS.find(([chip]) => chip === key);
    if (!row)
        return USUAL_MAC;
    const [, machine, totalKg, share] = row;
    return {
        kg: scaleRange(relativeRange(totalKg, MAC_SPREAD), share),
        source: `Apple's report on the ${machine}, production only`,
    };
}

;// CONCATENATED MODULE: ./build/src/app/stop/stop-lines.js



const WH_PER_KWH = 1000;
/** Rates of each metric at a site; null: unknown, so that its lines cannot stop anything. */
function ratesAt({ pue, grid, water }, hardware) {
    const { value: factor } = pue.pue;
    const perSecond = hardware ? (embodiedShare(hardware, 1)?.value ?? 0) : 0;
    const { wue, ewif } = water;
    return {
        energy: { perWh: factor, perSecond: 0 },
        emissions: { perWh: (factor * grid.gPerKwh.value) / WH_PER_KWH, perSecond },
        water: wue && ewif && { perWh: (wue.lPerKwh.value + factor * ewif.lPerKwh) / WH_PER_KWH, perSecond: 0 },
    };
}
/**
 * Chooses the lines that stop a job or command: absolute lines of its own scope. Of the others, a history or the whole run decides,
 * or a count that is only known at the end.
 */
function stopLines(budgets, rates) {
    const lines = [];
    const others = [];
    for (const { budget } of budgets) {
        const { line } = budget;
        if (budget.kind === 'growth')
            others.push({ line, reason: 'a growth line is judged at the end' });
        else if (budget.kind === 'unit')
            others.push({ line, reason: 'the count of units is known only at the end' });
        else if (budget.scope !== 'job')
            others.push({ line, reason: `a line per ${budget.scope} is judged at the end` });
        else {
            const rate = rates[budget.metric];
            if (rate)
                lines.push({ line, metric: budget.metric, limit: budget.limit, ...rate });
            else
                others.push({ line, reason: `the ${budget.metric} of this place is unknown` });
        }
    }
    return { lines, others };
}
/** Lines with the manufacture of GPUs, which are known only once they are read. @param lifetimeYears null: it is not counted */
function withCards(lines, gpus, lifetimeYears) {
    if (gpus.length === 0 || lifetimeYears === null)
        return lines;
    const parts = gpus.map((name) => {
        const { kg, source } = cardManufacture(name);
        return { name, kg: kg, boundary: 'card', share: 1, source };
    });
    const perSecond = embodied_embodiedShare({ parts, lifetimeYears: range_makeRange(lifetimeYears) }, 1)?.value ?? 0;
    return lines.map((line) => (line.metric === 'emissions' ? { ...line, perSecond: line.perSecond + perSecond } : line));
}

;// CONCATENATED MODULE: ./build/src/app/stop/budget-watch.js




/** Compares the running total with the budget, and keeps the stop file. Signals are the caller's. */
class BudgetWatch {
    escalation;
    #budget;
    #lines;
    #cards = 0;
    #largest = null;
    constructor(budget, escalation = new Escalation(budget.graceMs)) {
        this.#budget = budget;
        this.#lines = budget.lines;
        this.escalation = escalation;
    }
    /** The line of which the largest share is used, at the last reading. */
    get largest() {
        return this.#largest;
    }
    /** Takes a reading of the running total. @param nowMs monotonic time */
    take(reading, nowMs) {
        if (reading.gpus.length !== this.#cards) {
            this.#cards = reading.gpus.length;
            this.#lines = withCards(this.#budget.lines, reading.gpus, this.#budget.lifetimeYears);
        }
        this.#largest = largestShare(this.#lines, reading);
        const share = this.#largest?.share ?? null;
        const secondsLeft = share === null ? null : secondsToLimit(share, reading.seconds);
        const steps = this.escalation.next(nowMs, share);
        this.#writeNotice(steps, secondsLeft);
        return { largest: this.#largest, steps, secondsLeft };
    }
    /** The steps that time alone makes due. */
    elapse(nowMs) {
        return this.escalation.next(nowMs, null);
    }
    #writeNotice(steps, secondsLeft) {
        const { line, share } = this.#largest ?? {};
        if (!line || share === undefined)
            return;
        const notice = (reason, ms) => {
            const deadline = ms === null ? null : new Date(Date.now() + ms).toISOString();
            writeStopFile(this.#budget.stopFile, { reason, share, budget: line.line, deadline });
        };
        if (steps.includes('terminate'))
            notice('budget-exceeded', this.#budget.graceMs);
        else if (steps.includes('warn'))
            notice('budget-warning', secondsLeft === null ? null : secondsLeft * 1000);
    }
}

// EXTERNAL MODULE: ./build/src/sensors/root.js
var root = __webpack_require__(49);
;// CONCATENATED MODULE: ./build/src/sensors/process-list.js


/** Length of a tick in /proc/PID/stat, ms (USER_HZ, see cpu.ts). */
const TICK_MS = 10;
/**
 * Every process that this user can see: /proc on Linux, `ps` on other Unix systems, none on Windows. Always reads the real /proc,
 * whatever the sensors' root, because signals go to real processes.
 */
function listProcesses() {
    if (process.platform === 'win32')
        return [];
    return process.platform === 'linux' ? fromProc() : fromPs();
}
function fromProc() {
    const listed = [];
    for (const name of (0,root/* namesIn */.wX)('/', 'proc')) {
        const text = /^\d+$/.test(name) ? (0,root/* textAt */.$6)('/', `proc/${name}/stat`) : null;
        const found = text === null ? null : parseStat(Number(name), text);
        if (found)
            listed.push(found);
    }
    return listed;
}
/** Reads /proc/PID/stat (proc_pid_stat(5)). @returns null when the text is not one */
function parseStat(pid, text) {
    // The name in parentheses may itself contain parentheses and spaces: count the fields from the last one.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const field = (index) => Number(fields[index]);
    const [state, startTicks] = [fields[0], fields[19]];
    if (!state || !startTicks)
        return null;
    const ticks = field(11) + field(12) + field(13) + field(14);
    return {
        pid,
        startTicks,
        parent: field(1),
        group: field(2),
        session: field(3),
        hasEnded: state === 'Z' || state === 'X',
        cpuMs: Number.isFinite(ticks) ? ticks * TICK_MS : null,
    };
}
/** Columns of `ps`; the start time comes last because it contains spaces. */
const PS_COLUMNS = 'pid=,ppid=,pgid=,state=,lstart=';
function fromPs() {
    try {
        return parsePs((0,external_node_child_process_.execFileSync)('ps', ['-A', '-o', PS_COLUMNS], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    }
    catch {
        return [];
    }
}
/** Reads the output of `ps -A -o pid=,ppid=,pgid=,state=,lstart=`. Its start times have a resolution of one second. */
function parsePs(text) {
    return text.split('\n').flatMap((line) => {
        const match = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(\S.*?)\s*$/.exec(line);
        if (!match)
            return [];
        const [, pid, parent, group, state = '', start = ''] = match;
        return [
            {
                pid: Number(pid),
                startTicks: start,
                parent: Number(parent),
                group: Number(group),
                // macOS prints no usable session number.
                session: 0,
                hasEnded: state.startsWith('Z'),
                cpuMs: null,
            },
        ];
    });
}
/**
 * One variable of another process's environment, as it was when that program started.
 * @returns null when it is not set or may not be read (processes of other users, systems other than Linux)
 */
function variableOf(pid, name) {
    const text = process.platform === 'linux' ? (0,root/* textAt */.$6)('/', `proc/${pid}/environ`) : null;
    const entry = text?.split('\0').find((variable) => variable.startsWith(`${name}=`));
    return entry === undefined ? null : entry.slice(name.length + 1);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: ./build/src/sensors/child-environment.js
var child_environment = __webpack_require__(247);
// EXTERNAL MODULE: ./build/src/sensors/process-identity.js
var process_identity = __webpack_require__(883);
;// CONCATENATED MODULE: ./build/src/app/measure/process-tree.js






/**
 * Every process of a tree inherits this variable, so that it is found after it has left its parent, its process group and its
 * session. A measurement inside another one appends its own mark to the outer one's.
 */
const TREE_VARIABLE = 'CARBON_GATE_TREE';
/** Separates the marks of nested measurements. */
const SEPARATOR = ',';
/** Ticks per second of the start times in /proc/PID/stat (USER_HZ). */
const TICKS_PER_S = 100;
/** A mark that no other process tree of this machine has: the process that measures, and a random number. */
function newMark(owner) {
    return `${owner.pid}-${owner.startTicks ?? ''}-${randomBytes(8).toString('hex')}`;
}
/** The value of `TREE_VARIABLE` for the processes of a new tree. @param inherited the value in our own environment */
function markVariable(mark, inherited) {
    return inherited ? `${inherited}${SEPARATOR}${mark}` : mark;
}
/**
 * Processes that belong together, and how they are signalled. A process is a member when a subclass says so, when its parent is a
 * member, when it was a member before, or when it is in a process group or session that a member founded.
 *
 * A process number that was reused for another program is never taken for a member: identities include the start time.
 */
class ProcessSet {
    known = new Map();
    /** The members that run at this moment, oldest first. @param list every process of the machine */
    members(list = listProcesses()) {
        const members = new Map();
        const add = (candidate) => {
            if (members.has(candidate.pid) || candidate.pid === process.pid || candidate.pid <= 1)
                return;
            // A sampler measures the processes; it is not one of them, nor is anything below it.
            if (variableOf(candidate.pid, child_environment/* SAMPLER_VARIABLE */.s) !== null || this.isExcluded(candidate))
                return;
            members.set(candidate.pid, { ...candidate, isNested: this.isNested(candidate) });
        };
        for (const candidate of list)
            if (this.#isKnown(candidate) || this.isMember(candidate))
                add(candidate);
        for (let size = -1; size !== members.size;) {
            size = members.size;
            const groups = this.#ownGroups(members);
            for (const candidate of list) {
                if (members.has(candidate.parent) || groups.has(candidate.group) || groups.has(candidate.session))
                    add(candidate);
            }
        }
        for (const { pid, startTicks } of members.values())
            this.known.set(pid, startTicks);
        return [...members.values()].filter(({ hasEnded }) => !hasEnded).sort(byAge);
    }
    /**
     * Sends a signal to every member, parents before their children, so that a parent does not start new work when a child
     * ends. Members below a nested measurement that still runs get it from that one, except SIGKILL.
     * @param isWanted chooses among the members; all by default
     * @returns the processes that were signalled
     */
    signal(name, isWanted = () => true) {
        if (process.platform === 'win32')
            return this.taskkill(name);
        const before = ticksSinceBoot();
        const signalled = new Map();
        const send = (member) => {
            if (signalled.has(member.pid) || (member.isNested && name !== 'SIGKILL'))
                return;
            if (!isWanted(member))
                return;
            if (sendSignal(member, name))
                signalled.set(member.pid, member);
        };
        for (const member of this.members())
            send(member);
        // A process that forked while we read the list: its child is older than the signal. What a signal handler starts is younger.
        for (const member of this.members()) {
            if (name === 'SIGKILL' || (before !== null && Number(member.startTicks) < before))
                send(member);
        }
        return [...signalled.values()];
    }
    /** CPU time of the members that run, ms; null if the system does not report it. */
    cpuMs() {
        const times = this.members().map(({ cpuMs }) => cpuMs);
        return times.includes(null) ? null : times.reduce((total, ms) => total + (ms ?? 0), 0);
    }
    #isKnown({ pid, startTicks }) {
        const known = this.known.get(pid);
        return known !== undefined && known === startTicks;
    }
    /**
     * Groups and sessions that a process of the tree founded and in which a member is now: while it is, their number cannot
     * be given to another process (setsid(2), fork(2)). Our own group is never among them: no member founded it.
     */
    #ownGroups(members) {
        const groups = [...members.values()].flatMap(({ group, session }) => [group, session]);
        return new Set(groups.filter((id) => id > 1 && (members.has(id) || this.known.has(id))));
    }
    /** Windows has no signals: the first process and its descendants are ended by the system's own tool. */
    taskkill(name) {
        const [root] = [...this.known.keys()];
        if (root === undefined)
            return [];
        (0,external_node_child_process_.spawn)('taskkill', taskkillArguments(root, name), { stdio: 'ignore', windowsHide: true }).on('error', () => undefined);
        return [(0,process_identity/* identify */.ls)(root)];
    }
}
/**
 * Arguments of Windows' `taskkill` in place of a signal: `/T` takes the whole tree. Without `/F` it asks windows to close and
 * leaves console programs alone; the stop file is what these look at.
 */
function taskkillArguments(pid, name) {
    const force = name === 'SIGKILL' || name === 'SIGINT' ? ['/F'] : [];
    return ['/PID', String(pid), '/T', ...force];
}
/** The marks of the measurements around a process, outermost first. */
function marksOf(pid) {
    return (variableOf(pid, TREE_VARIABLE) ?? '').split(SEPARATOR);
}
/** Whether the owner of one of these marks still runs. */
function isMeasured(marks) {
    return marks.some((mark) => {
        const [owner = '', startTicks = ''] = mark.split('-');
        return (0,process_identity/* isRunning */.W_)({ pid: Number(owner), startTicks: startTicks || null });
    });
}
/**
 * A command with all of its descendants, also those that left its process group or session or whose parent ended (setsid,
 * double fork, nohup). Only a program that both clears its environment and gives up its parent before anyone looks escapes.
 */
class ProcessTree extends ProcessSet {
    #mark;
    /**
     * @param root the command
     * @param mark what `newMark` gave and the command has in its environment
     */
    constructor(root, mark) {
        super();
        this.#mark = mark;
        this.known.set(root.pid, root.startTicks);
    }
    isMember({ pid }) {
        return marksOf(pid).includes(this.#mark);
    }
    isExcluded() {
        return false;
    }
    /** Whether a measurement inside ours owns the process and still runs. */
    isNested({ pid }) {
        const marks = marksOf(pid);
        return marks.includes(this.#mark) && isMeasured(marks.slice(marks.indexOf(this.#mark) + 1));
    }
}
function sendSignal(identity, name) {
    if (process.platform === 'linux' && !(0,process_identity/* isRunning */.W_)(identity))
        return false;
    try {
        return process.kill(identity.pid, name);
    }
    catch {
        // It ended in this moment, or belongs to another user (sudo).
        return false;
    }
}
function byAge(a, b) {
    return Number(a.startTicks) - Number(b.startTicks) || a.pid - b.pid;
}
/** The moment as start times count it, or null where they do not. */
function ticksSinceBoot() {
    const uptime = Number.parseFloat((0,root/* textAt */.$6)('/', 'proc/uptime') ?? '');
    return Number.isFinite(uptime) ? uptime * TICKS_PER_S : null;
}

;// CONCATENATED MODULE: ./build/src/app/stop/job-processes.js





/** Variable that the runner sets for every process of a job, to end at the job's end what is left. */
const TRACKING_VARIABLE = 'RUNNER_TRACKING_ID';
/** Bundles of ours that steps of the job start. */
const OWN_BUNDLES = ['main', 'post', 'act', 'sampler'];
/**
 * The processes of a job's own steps: of the same user, started after our first step, with the job's RUNNER_TRACKING_ID; and their
 * descendants. Never the runner, which started before, never our own steps, and never a process with another tracking id, which a
 * step sets to leave a process running on purpose.
 */
class JobProcesses extends ProcessSet {
    #trackingId;
    #sinceTicks;
    #ownScripts;
    constructor({ trackingId, sinceTicks, ownFolder, }) {
        super();
        this.#trackingId = trackingId;
        // Without a start time no process can be told from the runner's, so none is a member.
        this.#sinceTicks = sinceTicks === null ? Number.POSITIVE_INFINITY : Number(sinceTicks);
        this.#ownScripts = OWN_BUNDLES.map((bundle) => external_node_path_.join(ownFolder, bundle, 'index.js'));
    }
    isMember({ pid }) {
        return variableOf(pid, TRACKING_VARIABLE) === this.#trackingId;
    }
    isExcluded({ pid, startTicks }) {
        if (!(Number(startTicks) >= this.#sinceTicks))
            return true;
        const trackingId = variableOf(pid, TRACKING_VARIABLE);
        return (trackingId !== null && trackingId !== this.#trackingId) || !isOwnUser(pid) || this.#isOurs(pid);
    }
    /** A measurement outside of the job, around the whole runner, passes no signal on for us. */
    isNested({ pid }) {
        return isMeasured(marksOf(pid).filter((mark) => Number(mark.split('-')[1]) >= this.#sinceTicks));
    }
    #isOurs(pid) {
        const [, script = ''] = ((0,root/* textAt */.$6)('/', `proc/${pid}/cmdline`) ?? '').split('\0');
        return this.#ownScripts.includes(script);
    }
}
function isOwnUser(pid) {
    try {
        return (0,external_node_fs_.statSync)(`/proc/${pid}`).uid === process.getuid?.();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/src/app/stop/job-stopper.js





/** Longest time between two looks while processes end, ms. */
const LOOK_MS = 500;
/** Time that processes have to disappear after SIGKILL before the run is cancelled, ms. */
const CANCEL_AFTER_MS = 1000;
/** Longest time of the cancel request, ms. */
const REQUEST_MS = 15_000;
/** Stops the processes of a job at its budget, from inside the sampler: it does something only when a sample is taken. */
class JobStopper {
    #options;
    #token;
    #watch;
    #processes;
    #hasEnded = false;
    #hasCancelled = false;
    /** @param token cancels the run; null: it is not cancelled */
    constructor(options, token) {
        this.#options = options;
        this.#token = token;
        this.#watch = new BudgetWatch(options);
        this.#processes =
            options.trackingId === null ? null : new JobProcesses({ ...options, trackingId: options.trackingId });
    }
    /** @returns lines for the sample file, and the longest time to the next sample, ms */
    take(reading) {
        const { steps, largest, secondsLeft } = this.#watch.take(reading, reading.t);
        let lines = '';
        const record = (event) => {
            lines += (0,sample_format/* stopLine */.RF)({ event, t: reading.t, share: largest?.share ?? 0, line: largest?.line.line ?? '' });
        };
        for (const step of steps)
            if (this.#signal(step))
                record(step);
        const { escalation } = this.#watch;
        if (!escalation.isStopping)
            return { lines, waitMs: secondsLeft === null ? null : secondsLeft * 1000 };
        const isGone = this.#processes !== null && this.#processes.members().length === 0;
        if (isGone && !this.#hasEnded)
            record('ended');
        this.#hasEnded = isGone;
        const killedMs = escalation.takenMs('kill');
        if (killedMs !== null && reading.t - killedMs >= CANCEL_AFTER_MS && !this.#hasCancelled && this.#token !== null) {
            this.#hasCancelled = true;
            record(this.#cancelRun() ? 'cancel' : 'cancel-failed');
        }
        return { lines, waitMs: LOOK_MS };
    }
    /** @returns whether the step is worth recording: nothing is killed in a job that has ended in time */
    #signal(step) {
        if (step === 'warn')
            return true;
        const signalled = this.#processes?.signal(step === 'kill' ? 'SIGKILL' : 'SIGTERM') ?? [];
        return step === 'terminate' || signalled.length > 0;
    }
    /** Asks GitHub to cancel the run, in a process of its own: the sampler sleeps in its loop and has no time for a network. */
    #cancelRun() {
        const { cancelUrl, ownFolder } = this.#options;
        if (cancelUrl === null)
            return false;
        const bundle = external_node_path_.join(ownFolder, 'sampler', 'index.js');
        const { status } = (0,external_node_child_process_.spawnSync)(process.execPath, [bundle, CANCEL_ARGUMENT], {
            input: JSON.stringify({ url: cancelUrl, token: this.#token }),
            timeout: REQUEST_MS,
            stdio: ['pipe', 'ignore', 'ignore'],
            windowsHide: true,
        });
        return status === 0;
    }
}
/** Argument with which the sampler's bundle cancels the run instead of sampling. */
const CANCEL_ARGUMENT = '--cancel-run';

;// CONCATENATED MODULE: ./build/src/app/stop/observer.js





/** What the sampler does besides sampling: it adds up the energy, passes readings on, and stops a job at its budget. */
function createObserver(options) {
    const { root, total: totalOptions, readingMs, stop } = options;
    const total = new RunningTotal(totalOptions, (0,rapl_zones/* findRaplZones */.E)(root).zones);
    const stopper = stop ? new JobStopper(stop, stop.cancelUrl === null ? null : readSecret()) : null;
    let dueMs = Number.NEGATIVE_INFINITY;
    return {
        take(sample, gpus) {
            const reading = total.add(sample, gpus);
            if (readingMs !== undefined && reading.t >= dueMs) {
                dueMs = reading.t + readingMs;
                send(`${JSON.stringify(reading)}\n`);
            }
            return stopper?.take(reading) ?? NOTHING;
        },
    };
}
const NOTHING = { lines: '', waitMs: null };
/** The other process may have ended, or not have read for long: a later reading replaces this one. */
function send(line) {
    try {
        (0,external_node_fs_.writeSync)(sampler_options/* READING_FD */.g_, line);
    }
    catch {
        // The total goes on.
    }
}
/** The token for the cancel request, which the parent writes to standard input and closes. */
function readSecret() {
    try {
        return (0,external_node_fs_.readFileSync)(0, 'utf8').trim() || null;
    }
    catch {
        return null;
    }
}


/***/ })

};
