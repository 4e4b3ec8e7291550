import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y0: () => (/* binding */ QuantityError),
/* harmony export */   j1: () => (/* binding */ ConfigurationError)
/* harmony export */ });
/* unused harmony exports MeasurementError, describeReadError */
/**
 * The three ways to fail, kept apart because a person does three different things about them:
 * mend the input (exit 2), mend the environment or the data (exit 3), report our bug (exit 70: any other error).
 */
/** The user's input is wrong. The message is one line: names the input, the value, and what would work. */
class ConfigurationError extends Error {
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
class QuantityError extends MeasurementError {
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


/***/ }),

/***/ 888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ parseNumber),
/* harmony export */   rG: () => (/* binding */ nonNegative),
/* harmony export */   yj: () => (/* binding */ positive)
/* harmony export */ });
/* unused harmony exports numberWithin, finiteNumber, sumOrNull */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(702);

/**
 * Guards for physical quantities. `NaN > limit` is false, so one unchecked number turns a gate into a rubber stamp:
 * every formula passes its inputs through one of these.
 */
/** A finite number of at least zero. @throws QuantityError otherwise */
function nonNegative(quantity, value) {
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .QuantityError */ .Y0(quantity, value, 'a finite number of at least 0 is needed');
    }
    return value === 0 ? 0 : value; // -0 reads as 0
}
/** A finite number above zero. @throws QuantityError otherwise */
function positive(quantity, value) {
    if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .QuantityError */ .Y0(quantity, value, 'a finite number above 0 is needed');
    }
    return value;
}
/** A finite number from `low` to `high`, both included. @throws QuantityError otherwise */
function numberWithin(quantity, value, low, high) {
    if (typeof value !== 'number' || !Number.isFinite(value) || value < low || value > high) {
        throw new QuantityError(quantity, value, `a number from ${low} to ${high} is needed`);
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


/***/ }),

/***/ 842:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(161);
/* harmony import */ var _sensors_sampler_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(177);


if (process.argv[2] === '--cancel-run') {
    const { cancelRun } = await __nccwpck_require__.e(/* import() */ 934).then(__nccwpck_require__.bind(__nccwpck_require__, 934));
    process.exit((await cancelRun().catch(() => false)) ? 0 : 1);
}
// The options come from our own process (app/measure), which checked them.
const options = JSON.parse(process.argv[2] ?? '');
try {
    // The counters are cumulative: being late costs nothing, getting in the job's way would.
    (0,node_os__WEBPACK_IMPORTED_MODULE_0__.setPriority)(node_os__WEBPACK_IMPORTED_MODULE_0__.constants.priority.PRIORITY_BELOW_NORMAL);
}
catch {
    // Not allowed everywhere, and not needed.
}
// Loaded only when it is asked for: a sampler without a budget to watch stays as small as it was.
const observer = options.total
    ? (await __nccwpck_require__.e(/* import() */ 859).then(__nccwpck_require__.bind(__nccwpck_require__, 859))).createObserver({ ...options, total: options.total })
    : null;
new _sensors_sampler_js__WEBPACK_IMPORTED_MODULE_1__/* .Sampler */ .L(options, observer).run();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ childEnvironment),
/* harmony export */   s: () => (/* binding */ SAMPLER_VARIABLE)
/* harmony export */ });
/** Set in the environment of our sampler: a process tree that is signalled as a whole leaves it out. */
const SAMPLER_VARIABLE = 'CARBON_GATE_SAMPLER';
/** What a child process gets of our environment: enough to find programs and their libraries, never a token. */
const ALLOWED = [
    'PATH',
    'Path',
    'SystemRoot',
    'LD_LIBRARY_PATH',
    // The runner ends processes with this variable at the job's end, in case we did not.
    'RUNNER_TRACKING_ID',
    // Test seam: root of the kernel's file trees (see root.ts).
    'CARBON_GATE_ROOT',
];
/** The allow-listed part of an environment. */
function childEnvironment(environment) {
    const child = {};
    for (const name of ALLOWED) {
        const value = environment[name];
        if (value !== undefined)
            child[name] = value;
    }
    return child;
}


/***/ }),

/***/ 172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ KeptFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);

/**
 * A small file of the kernel that is read again and again: opened once, read from its start into one buffer. An open handle also
 * keeps its meaning: /proc/PID/stat of a dead process fails to read even when another process has got its number.
 *
 * The sampler runs without a JIT compiler (see app/measure/launch.ts): what V8 does natively on strings is several times cheaper
 * there than a loop over bytes.
 */
class KeptFile {
    handle = null;
    bytes;
    content = '';
    /** @param capacity bytes that are read, from the start of the file */
    constructor(path, capacity = 256) {
        this.bytes = Buffer.alloc(capacity);
        try {
            this.handle = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'r');
        }
        catch {
            // Missing or not readable: see isOpen.
        }
    }
    get isOpen() {
        return this.handle !== null;
    }
    /** What was read last; empty when that failed. */
    get text() {
        return this.content;
    }
    /** Reads the file again. @returns false when it cannot be read or is empty */
    refresh() {
        this.content = '';
        if (this.handle === null)
            return false;
        try {
            const length = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(this.handle, this.bytes, 0, this.bytes.length, 0);
            this.content = this.bytes.toString('latin1', 0, length);
        }
        catch {
            return false;
        }
        return this.content !== '';
    }
    /** The whole number after a label and white space; NaN without the label or the number. */
    numberAfter(label) {
        const at = this.content.indexOf(label);
        if (at < 0)
            return Number.NaN;
        const value = Number.parseInt(this.content.slice(at + label.length), 10);
        return value >= 0 ? value : Number.NaN;
    }
    close() {
        if (this.handle !== null)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.handle);
        this.handle = null;
    }
}


/***/ }),

/***/ 947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  T: () => (/* binding */ METERS),
  f: () => (/* binding */ METER_NAMES)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: ./build/src/sensors/kept-file.js
var kept_file = __nccwpck_require__(172);
// EXTERNAL MODULE: ./build/src/sensors/root.js
var sensors_root = __nccwpck_require__(49);
;// CONCATENATED MODULE: ./build/src/sensors/battery.js



const FOLDER = 'sys/class/power_supply';
const MICRO = 1e-6;
/**
 * Power of a laptop on battery, W: the battery then feeds the whole machine and measures it. Null while it charges or is full, when
 * its power says nothing about the machine (kernel ABI, sysfs-class-power).
 */
class Battery {
    cells;
    constructor(root) {
        this.cells = (0,sensors_root/* namesIn */.wX)(root, FOLDER)
            .map((name) => `${FOLDER}/${name}`)
            .filter((folder) => (0,sensors_root/* textAt */.$6)(root, `${folder}/type`)?.trim() === 'Battery')
            // The battery of a mouse feeds another device, not the system.
            .filter((folder) => (0,sensors_root/* textAt */.$6)(root, `${folder}/scope`)?.trim() !== 'Device')
            .map((folder) => {
            const file = (name) => new kept_file/* KeptFile */.l((0,external_node_path_.join)(root, folder, name), 32);
            return {
                status: file('status'),
                power: file('power_now'),
                current: file('current_now'),
                voltage: file('voltage_now'),
            };
        });
    }
    get isPresent() {
        return this.cells.length > 0;
    }
    read() {
        let watts = null;
        for (const { status, power, current, voltage } of this.cells) {
            const state = status.refresh() ? status.text.trim() : '';
            if (state === 'Charging' || state === 'Full')
                return null;
            if (state !== 'Discharging')
                continue;
            const direct = micro(power);
            const product = direct ?? times(micro(current), micro(voltage));
            // A machine that runs draws power: 0 is a driver without a figure.
            if (product !== null && product > 0)
                watts = (watts ?? 0) + product;
        }
        return watts;
    }
    close() {
        for (const cell of this.cells)
            for (const file of Object.values(cell))
                file.close();
    }
}
/** W, A or V from a file in µW, µA, µV; null if it is missing. */
function micro(file) {
    const value = file.refresh() ? file.numberAfter('') : Number.NaN;
    return Number.isNaN(value) ? null : value * MICRO;
}
function times(a, b) {
    return a === null || b === null ? null : a * b;
}

;// CONCATENATED MODULE: ./build/src/sensors/power-meter.js



const power_meter_FOLDER = 'sys/class/hwmon';
const W_PER_UW = 1e-6;
/**
 * Power of the whole machine from the kernel's monitoring files, W: the ACPI power meter (kernel documentation,
 * hwmon/acpi_power_meter), which firmware or a BMC feeds, and the service processor of POWER servers (hwmon/ibmpowernv).
 * Several meters of one machine read different supplies, so they add up.
 */
class PowerMeter {
    files;
    constructor(root) {
        this.files = (0,sensors_root/* namesIn */.wX)(root, power_meter_FOLDER).flatMap((id) => meterFiles(root, `${power_meter_FOLDER}/${id}`));
    }
    get isPresent() {
        return this.files.length > 0;
    }
    /** @returns null unless every meter gives a figure above 0: a part of the machine is not the machine */
    read() {
        let microwatts = 0;
        for (const file of this.files) {
            const value = file.refresh() ? file.numberAfter('') : Number.NaN;
            if (!(value > 0))
                return null;
            microwatts += value;
        }
        return microwatts > 0 ? microwatts * W_PER_UW : null;
    }
    close() {
        for (const file of this.files)
            file.close();
    }
}
function meterFiles(root, folder) {
    const driver = (0,sensors_root/* textAt */.$6)(root, `${folder}/name`)?.trim();
    if (driver === 'power_meter' && (0,sensors_root/* numberIn */.Po)(root, `${folder}/power1_is_battery`) !== 1) {
        return [keptFile(root, `${folder}/power1_average`) ?? keptFile(root, `${folder}/power1_input`)].flatMap((f) => f ?? []);
    }
    if (driver !== 'ibmpowernv')
        return [];
    return (0,sensors_root/* namesIn */.wX)(root, folder).flatMap((name) => {
        const [, input] = /^(power\d+)_label$/.exec(name) ?? [];
        const isSystem = input !== undefined && (0,sensors_root/* textAt */.$6)(root, `${folder}/${name}`)?.trim() === 'System';
        return isSystem ? (keptFile(root, `${folder}/${input}_input`) ?? []) : [];
    });
}
function keptFile(root, path) {
    const file = new kept_file/* KeptFile */.l((0,external_node_path_.join)(root, path), 32);
    return file.isOpen ? file : null;
}

// EXTERNAL MODULE: ./build/src/core/quantity.js
var quantity = __nccwpck_require__(888);
// EXTERNAL MODULE: ./build/src/sensors/child-environment.js
var child_environment = __nccwpck_require__(247);
// EXTERNAL MODULE: ./build/src/sensors/text-stream.js
var text_stream = __nccwpck_require__(435);
;// CONCATENATED MODULE: ./build/src/sensors/powermetrics.js



const SUDO = '/usr/bin/sudo';
const POWERMETRICS = '/usr/bin/powermetrics';
/** Time between its samples, ms. */
const PERIOD_MS = 1000;
const J_PER_MJ = 1e-3;
/**
 * Power of Apple's chip (CPU, GPU, neural engine) from powermetrics, which only root may run: tried only where sudo asks for
 * no password. One process for the whole job, started through `sudo -n`, which fails at once rather than ask.
 */
class Powermetrics {
    isPresent = process.platform === 'darwin';
    child = null;
    joules = null;
    /** Energy since the first reading, J; null before it, or if it cannot be read. */
    read() {
        return this.joules;
    }
    async start() {
        if (!this.isPresent)
            return;
        const { spawn } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 421, 19));
        const args = ['-n', POWERMETRICS, '--samplers', 'cpu_power', '-i', String(PERIOD_MS)];
        const child = spawn(SUDO, args, { stdio: ['ignore', 'pipe', 'ignore'], env: (0,child_environment/* childEnvironment */.Q)(process.env) });
        this.child = child;
        const split = (0,text_stream/* lineSplitter */.s)();
        child.stdout.setEncoding('latin1');
        child.stdout.on('data', (chunk) => {
            for (const line of split(chunk))
                this.take(line);
        });
        child.on('error', () => this.stop());
        child.on('close', () => this.stop());
    }
    take(line) {
        const milliwatts = combinedMilliwatts(line);
        if (milliwatts !== null)
            this.joules = (this.joules ?? 0) + milliwatts * J_PER_MJ * (PERIOD_MS / 1000);
    }
    stop() {
        // It runs as root and cannot be signalled: it ends when its output is closed.
        this.child?.stdout?.destroy();
        this.child?.kill();
        this.child = null;
    }
}
/** `Combined Power (CPU + GPU + ANE): 1234 mW`. @returns null for any other line */
function combinedMilliwatts(line) {
    const match = /^Combined Power \(CPU \+ GPU \+ ANE\): (\d{1,7}) mW\s*$/.exec(line);
    return match ? (0,quantity/* parseNumber */.$J)(match[1] ?? '') : null;
}

;// CONCATENATED MODULE: ./build/src/sensors/meter-table.js



/**
 * The meters other than RAPL, whose counters the measurement reads itself. The best meter of each part of the machine comes first.
 * A new meter is a file and a row here: writer, reader and measurement go by the rows.
 */
const METERS = {
    'power-meter': {
        key: 'w',
        unit: 'W',
        covers: 'machine',
        interval: 'fifth sample',
        open: (root) => new PowerMeter(root),
    },
    battery: { key: 'b', unit: 'W', covers: 'machine', interval: 'fifth sample', open: (root) => new Battery(root) },
    powermetrics: { key: 'p', unit: 'J', covers: 'processors', interval: 'sample', open: () => new Powermetrics() },
};
const METER_NAMES = Object.keys(METERS);


/***/ }),

/***/ 883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W_: () => (/* binding */ isRunning),
/* harmony export */   ls: () => (/* binding */ identify)
/* harmony export */ });
/* unused harmony exports ageOf, isOwnZombie */
/* harmony import */ var _root_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(49);

/** The start of /proc/PID/stat. Always reads the real /proc, whatever the sensors' root, because signals go to real processes. */
function statOf(pid) {
    const text = (0,_root_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)('/', `proc/${pid}/stat`);
    if (text === null)
        return null;
    // The name in parentheses may itself contain parentheses and spaces: count the fields from the last one.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [state, parent, startTicks] = [fields[0], fields[1], fields[19]];
    return state && startTicks ? { state, parent: Number(parent), startTicks } : null;
}
/** Ticks a second of /proc/PID/stat: USER_HZ, which Linux has fixed at 100 on all machines that Node.js runs on. */
const TICKS_PER_SECOND = 100;
/** Seconds since a process started, by the machine's monotonic clock; null where /proc does not say. */
function ageOf(pid) {
    const ticks = pid > 0 && process.platform === 'linux' ? statOf(pid)?.startTicks : undefined;
    const bootSeconds = Number(textAt('/', 'proc/uptime')?.split(' ')[0] ?? Number.NaN);
    const age = bootSeconds - Number(ticks ?? Number.NaN) / TICKS_PER_SECOND;
    return Number.isFinite(age) && age >= 0 ? age : null;
}
/** Identity of a running process. */
function identify(pid) {
    return { pid, startTicks: process.platform === 'linux' ? (statOf(pid)?.startTicks ?? null) : null };
}
/**
 * Whether a process is a child of ours that has ended and whose status we have not collected yet (a zombie). Node collects it
 * at the next turn of its event loop; a parent that exits before leaves the entry to PID 1, which may never collect it.
 */
function isOwnZombie({ pid, startTicks }) {
    const stat = process.platform === 'linux' ? statOf(pid) : null;
    return stat?.state === 'Z' && stat.parent === process.pid && (startTicks === null || stat.startTicks === startTicks);
}
/** Whether exactly this process still runs. A zombie does not. */
function isRunning({ pid, startTicks }) {
    if (!Number.isSafeInteger(pid) || pid <= 1)
        return false;
    if (process.platform === 'linux') {
        const stat = statOf(pid);
        if (stat)
            return stat.state !== 'Z' && stat.state !== 'X' && (startTicks === null || stat.startTicks === startTicks);
        if (startTicks !== null)
            return false;
    }
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        // EPERM: it exists and belongs to another user.
        return error.code === 'EPERM';
    }
}


/***/ }),

/***/ 10:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ findRaplZones),
/* harmony export */   f: () => (/* binding */ energyFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(760);
/* harmony import */ var _root_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(49);



const FOLDER = 'sys/class/powercap';
/** Path of a zone's counter, below the root. */
function energyFile(zone) {
    return `${FOLDER}/${zone.id}/energy_uj`;
}
/**
 * Finds the meters (kernel documentation, power/powercap). A package that shows itself twice (through its registers and
 * through memory, `intel-rapl-mmio`) is taken once.
 */
function findRaplZones(root) {
    const found = new Map();
    let denied = false;
    for (const id of (0,_root_js__WEBPACK_IMPORTED_MODULE_2__/* .namesIn */ .wX)(root, FOLDER)) {
        const match = /^(?:intel|amd)-rapl(-mmio)?:(\d+)(?::\d+)?$/.exec(id);
        const name = match && (0,_root_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(root, `${FOLDER}/${id}/name`)?.trim();
        const domain = name ? domainOf(name) : null;
        if (!match || !name || !domain)
            continue;
        // A subzone belongs to its package; psys and packages have different names.
        const identity = domain === 'dram' ? `dram of ${parentName(root, id)}` : name;
        if (found.has(identity) && match[1] !== undefined)
            continue;
        const rangeUj = (0,_root_js__WEBPACK_IMPORTED_MODULE_2__/* .numberIn */ .Po)(root, `${FOLDER}/${id}/max_energy_range_uj`);
        if ((0,_root_js__WEBPACK_IMPORTED_MODULE_2__/* .numberIn */ .Po)(root, energyFile({ id })) === null || !rangeUj) {
            denied ||= isDenied((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, energyFile({ id })));
            continue;
        }
        const socket = /^(package-\d+)-die-\d+$/.exec(name)?.[1];
        found.set(identity, { id, domain, rangeUj, ...(socket === undefined ? {} : { socket }) });
    }
    return { zones: [...found.values()], denied };
}
function domainOf(name) {
    if (/^package-\d+(?:-die-\d+)?$/.test(name))
        return 'package';
    // Linux names the platform's meter after the package that reads it: psys, psys-1.
    if (/^psys(?:-\d+)?$/.test(name))
        return 'psys';
    return name === 'dram' ? name : null;
}
function parentName(root, id) {
    const parent = id.slice(0, id.lastIndexOf(':'));
    return (0,_root_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(root, `${FOLDER}/${parent}/name`)?.trim() ?? parent;
}
function isDenied(path) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return false;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.R_OK);
        return false;
    }
    catch {
        return true;
    }
}


/***/ }),

/***/ 49:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   Po: () => (/* binding */ numberIn),
/* harmony export */   wX: () => (/* binding */ namesIn)
/* harmony export */ });
/* unused harmony export rootFrom */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(760);


/**
 * The kernel's file trees (/proc, /sys) below a root that can be moved. Test seam: the environment variable
 * `CARBON_GATE_ROOT` points every sensor at a tree of real files, so that a fake powercap, cgroup or /proc works end to end.
 */
const ROOT_VARIABLE = 'CARBON_GATE_ROOT';
/** The root that sensors read below. @returns `/` unless the test seam is used */
function rootFrom(environment) {
    return environment[ROOT_VARIABLE] || '/';
}
/** Longest file of the kernel that is read whole, bytes: /proc/cpuinfo of a machine with 1,000 threads is about 1.5 MB. */
const LONGEST = 4_000_000;
/** A small file's text, or null when it cannot be read. @param path below the root, without a leading slash */
function textAt(root, path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path), 'latin1').slice(0, LONGEST);
    }
    catch {
        return null;
    }
}
/** A file with one whole number of at least 0; null if it cannot be read or contains something else (`max`, ''). */
function numberIn(root, path) {
    const text = textAt(root, path)?.trim();
    return text && /^\d{1,19}$/.test(text) ? Number(text) : null;
}
/** Names in a folder, sorted; none when it cannot be read. */
function namesIn(root, path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path)).sort();
    }
    catch {
        return [];
    }
}


/***/ }),

/***/ 562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  UN: () => (/* binding */ STOP_FILE),
  pr: () => (/* binding */ gpuLine),
  iH: () => (/* binding */ headerLine),
  rk: () => (/* binding */ noteLine),
  Pr: () => (/* binding */ sampleLine),
  RF: () => (/* binding */ stopLine),
  kq: () => (/* binding */ topLine)
});

// UNUSED EXPORTS: SAMPLER_NOTES, SAMPLE_FILE, SAMPLE_VERSION, STOP_EVENTS

// EXTERNAL MODULE: ./build/src/sensors/meter-table.js + 3 modules
var meter_table = __nccwpck_require__(947);
;// CONCATENATED MODULE: ./build/src/sensors/wire-format.js

/** Whether a value of the file is a finite number of at least 0. */
function isAmount(value) {
    return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
const whole = (key) => ({
    key,
    write: (value) => String(Math.round(value)),
    read: (json) => (isAmount(json) ? json : undefined),
});
/** The readings of a sample. A reading without a row here does not compile. */
const FIELDS = {
    cpu: {
        key: 'c',
        write: ({ busyMs, totalMs, stealMs }) => `[${Math.round(busyMs)},${Math.round(totalMs)},${Math.round(stealMs)}]`,
        read: (json) => {
            const [busyMs, totalMs, stealMs, more] = Array.isArray(json) ? json : [];
            const isCpu = isAmount(busyMs) && isAmount(totalMs) && isAmount(stealMs) && more === undefined;
            return isCpu ? { busyMs, totalMs, stealMs } : undefined;
        },
    },
    cgroupMs: whole('g'),
    memoryMb: whole('m'),
    raplUj: {
        key: 'r',
        write: (values) => `[${values.map((value) => value ?? 'null').join(',')}]`,
        read: (json) => {
            const isList = Array.isArray(json) && json.every((value) => value === null || isAmount(value));
            return isList ? json : undefined;
        },
    },
};
const ENTRIES = Object.entries(FIELDS);
/** The readings of a sample as members of a JSON object, each after a comma. */
function writeFields(sample) {
    let line = '';
    for (const [name, field] of ENTRIES) {
        const value = sample[name];
        if (value !== null)
            line += `,"${field.key}":${field.write(value)}`;
    }
    for (const name of meter_table/* METER_NAMES */.f) {
        const value = sample.meters[name];
        if (value !== null)
            line += `,"${meter_table/* METERS */.T[name].key}":${value.toFixed(3)}`;
    }
    return line;
}
/** Reads a sample back. @returns null when one of its members is not what a sampler writes */
function readFields(json) {
    const found = {};
    for (const [name, field] of ENTRIES) {
        const member = json[field.key];
        const value = member === undefined ? null : field.read(member);
        if (value === undefined)
            return null;
        found[name] = value;
    }
    const meters = {};
    for (const name of METER_NAMES) {
        const value = json[METERS[name].key];
        if (value !== undefined && !isAmount(value))
            return null;
        meters[name] = value ?? null;
    }
    return { ...found, meters: meters };
}

;// CONCATENATED MODULE: ./build/src/sensors/sample-format.js

/**
 * The sample file: one JSON value a line, short keys, cumulative counters, so that any line may be lost. The first line is
 * the header. The job that is measured can rewrite all of it, so the reader checks
 * every value. wire-format.ts defines the members of a sample, meter-table.ts those of the meters (`w`, `b`, `p`).
 *
 *     {"v":1,"pid":4711,"t":86400123,"wall":1790000000000,"interval":1000}
 *     {"t":86401123,"c":[busy,total,steal],"g":cgroupMs,"m":usedMiB,"r":[µJ,..],"w":W,"b":W,"p":J,"u":[[n,J,s,W,%],..]}
 *     {"gpu":0,"name":"Tesla T4","mig":false,"maker":"NVIDIA","every":1000,"error":"GPU is lost"}
 *     {"top":[["node",1200],["tsc",800]]}
 *     {"n":"gpu-tool-died","d":"nvidia-smi"}
 *     {"stop":"terminate","t":86401123,"share":1.01,"line":"5 g"}
 */
const SAMPLE_VERSION = 1;
/** Name of the sample file in its private folder. */
const SAMPLE_FILE = 'samples.ndjson';
/** Name of the file that ends the sampler on systems without signals. */
const STOP_FILE = 'stop';
/** Codes of the sampler's notes. */
const SAMPLER_NOTES = (/* unused pure expression or super */ null && ([
    'gpu-error',
    'gpu-tool-died',
    'gpu-tool-silent',
    'gpu-tool-hung',
    'gpu-tool-flooded',
    'gpu-tool-garbage',
    'gpu-unreadable',
    'gpu-lost',
    'sampler-full',
]));
/** Steps of a stop that the sample file records, in order; `ended`: no process was left, `cancel`: the run was cancelled. */
const STOP_EVENTS = (/* unused pure expression or super */ null && (['warn', 'terminate', 'terminate-again', 'kill', 'ended', 'cancel', 'cancel-failed']));
function headerLine({ pid, t, wall, interval }) {
    return `${JSON.stringify({ v: SAMPLE_VERSION, pid, t: Math.round(t), wall, interval })}\n`;
}
/** One sample as a line. */
function sampleLine(sample, gpus) {
    const cells = gpus.length > 0 ? `,"u":[${gpus.map(gpuCell).join(',')}]` : '';
    return `{"t":${Math.round(sample.t)}${writeFields(sample)}${cells}}\n`;
}
function gpuCell({ number, joules, coveredS, reading }) {
    const watts = reading.watts === null ? 'null' : reading.watts.toFixed(2);
    return `[${number},${joules.toFixed(2)},${coveredS.toFixed(2)},${watts},${reading.utilization ?? 'null'}]`;
}
function gpuLine({ number, reading, maker, periodMs }) {
    const { name, partitioned, error } = reading;
    return `${JSON.stringify({ gpu: number, name, mig: partitioned, maker, every: periodMs, error })}\n`;
}
function topLine(shares) {
    return `${JSON.stringify({ top: shares })}\n`;
}
function noteLine(code, detail) {
    return `${JSON.stringify({ n: code, d: detail })}\n`;
}
function stopLine({ event, t, share, line }) {
    return `${JSON.stringify({ stop: event, t: Math.round(t), share, line })}\n`;
}


/***/ }),

/***/ 306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g_: () => (/* binding */ READING_FD),
/* harmony export */   pm: () => (/* binding */ intervalAt),
/* harmony export */   ux: () => (/* binding */ SAMPLE_FD)
/* harmony export */ });
/** File descriptor of the pipe to the process that started the sampler, for readings of the running total. */
const READING_FD = 4;
/** File descriptor of the sample file: opened by the parent, inherited, so that the sampler never opens a path. */
const SAMPLE_FD = 3;
/** Shortest and longest fixed interval, ms. */
const SHORTEST_INTERVAL_MS = 100;
const LONGEST_INTERVAL_MS = 60_000;
/** Steps of the adaptive interval: up to this age, this interval. Short jobs need the resolution, long ones have samples enough. */
const STEPS = [
    { untilMs: 300_000, intervalMs: 1000 },
    { untilMs: 3_600_000, intervalMs: 2000 },
    { untilMs: Number.POSITIVE_INFINITY, intervalMs: 5000 },
];
/**
 * Time to the next sample, ms.
 * @param ageMs age of the sampler
 * @param fixedMs what the user fixed, or null
 */
function intervalAt(ageMs, fixedMs) {
    if (fixedMs !== null)
        return Math.min(LONGEST_INTERVAL_MS, Math.max(SHORTEST_INTERVAL_MS, fixedMs));
    for (const step of STEPS)
        if (ageMs < step.untilMs)
            return step.intervalMs;
    return 5000;
}


/***/ }),

/***/ 177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ Sampler)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: ./build/src/sensors/kept-file.js
var kept_file = __nccwpck_require__(172);
;// CONCATENATED MODULE: ./build/src/sensors/cgroup.js


/** CPU time of the control group's processes since it was made, ms (cgroup v2 cpu.stat `usage_usec`, v1 cpuacct.usage in ns). */
class CgroupCpu {
    file;
    perMs;
    label;
    constructor(root, group) {
        this.file = new kept_file/* KeptFile */.l((0,external_node_path_.join)(root, group.usageFile));
        this.perMs = group.version === 2 ? 1000 : 1_000_000;
        this.label = group.version === 2 ? 'usage_usec ' : '';
    }
    read() {
        if (!this.file.refresh())
            return null;
        const usage = this.file.numberAfter(this.label);
        return Number.isNaN(usage) ? null : usage / this.perMs;
    }
    close() {
        this.file.close();
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
;// CONCATENATED MODULE: ./build/src/sensors/cpu-list.js
/**
 * How many processors a kernel list names (cpuset, online): `0-1,4,6-7` is 5.
 * @returns null when the text is not such a list, or is empty
 */
function countCpus(list) {
    let count = 0;
    for (const part of list.trim().split(',')) {
        const match = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part);
        if (!match)
            return null;
        const first = Number(match[1]);
        const last = match[2] === undefined ? first : Number(match[2]);
        if (last < first)
            return null;
        count += last - first + 1;
    }
    return count;
}
/** The processor numbers in a kernel list; none when the text is not such a list. `0-1,4` is 0, 1, 4. */
function cpusIn(list) {
    if (countCpus(list) === null)
        return [];
    return list
        .trim()
        .split(',')
        .flatMap((part) => {
        const [first = 0, last = first] = part.split('-').map(Number);
        return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
}

// EXTERNAL MODULE: ./build/src/sensors/root.js
var sensors_root = __nccwpck_require__(49);
;// CONCATENATED MODULE: ./build/src/sensors/cgroup-tree.js





const MOUNT = 'sys/fs/cgroup';
const BYTES_PER_MIB = 1024 * 1024;
/** cgroup v1 says "no limit" with the largest page-aligned number; no machine has 4 PiB. */
const NO_LIMIT_BYTES = 2 ** 52;
/** Finds the group of this process (cgroups(7)). @returns null if there is none or it does not count CPU time */
function findControlGroup(root) {
    const lines = ((0,sensors_root/* textAt */.$6)(root, 'proc/self/cgroup') ?? '').split('\n').map((line) => line.split(':'));
    const unified = lines.find(([id, controllers]) => id === '0' && controllers === '');
    return version2(root, unified?.slice(2).join(':')) ?? version1(root, lines);
}
/** Processors that the system runs, also where a container shows only its own. */
function onlineCpus(root) {
    const online = (0,sensors_root/* textAt */.$6)(root, 'sys/devices/system/cpu/online') ?? '';
    return hiddenHostCpus(root, online) ?? countCpus(online) ?? ((0,external_node_os_.cpus)().length || 1);
}
/**
 * Processors of the host of a container whose /proc and /sys show its own only (LXC with lxcfs). Its cpuset gives it away:
 * the kernel lets no cpuset name a processor that is not online.
 * @returns null when the list of online processors is the host's; else at least this many
 */
function hiddenHostCpus(root, online) {
    const path = /^0::(.*)$/m.exec((0,sensors_root/* textAt */.$6)(root, 'proc/self/cgroup') ?? '')?.[1] ?? '';
    const shown = new Set(cpusIn(online));
    const used = upwards(root, MOUNT, path).flatMap((folder) => cpusIn((0,sensors_root/* textAt */.$6)(root, `${folder}/cpuset.cpus.effective`) ?? ''));
    if (shown.size === 0 || used.every((id) => shown.has(id)))
        return null;
    const possible = cpusIn((0,sensors_root/* textAt */.$6)(root, 'sys/devices/system/cpu/present') ?? '');
    return 1 + [...used, ...possible].reduce((most, id) => Math.max(most, id), 0);
}
/** The group of this process when it limits the CPU to less than the machine has: then the job's machine is the group. */
function findLimitingGroup(root) {
    const group = findControlGroup(root);
    const limit = group?.cpuLimit ?? null;
    return group && limit !== null && limit < onlineCpus(root) ? { ...group, cpuLimit: limit } : null;
}
function version2(root, path) {
    if (path === undefined)
        return null;
    const folders = upwards(root, MOUNT, path);
    const own = folders[0];
    if (own === undefined || !((0,sensors_root/* textAt */.$6)(root, `${own}/cpu.stat`) ?? '').includes('usage_usec'))
        return null;
    const limits = folders.flatMap((folder) => [
        quota2((0,sensors_root/* textAt */.$6)(root, `${folder}/cpu.max`)),
        cpuset(root, (0,sensors_root/* textAt */.$6)(root, `${folder}/cpuset.cpus.effective`)),
    ]);
    const memory = folders.map((folder) => (0,sensors_root/* numberIn */.Po)(root, `${folder}/memory.max`));
    return { version: 2, usageFile: `${own}/cpu.stat`, cpuLimit: smallest(limits), memoryLimitMb: mebibytes(memory) };
}
function version1(root, lines) {
    const folders = (controller) => {
        const line = lines.find(([, controllers = '']) => controllers.split(',').includes(controller));
        if (!line)
            return [];
        const mounts = [line[1] ?? '', controller, 'cpu,cpuacct', 'cpuacct,cpu'];
        const mount = mounts.find((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, MOUNT, name)));
        return mount === undefined ? [] : upwards(root, `${MOUNT}/${mount}`, line.slice(2).join(':'));
    };
    const own = folders('cpuacct')[0];
    if (own === undefined || (0,sensors_root/* numberIn */.Po)(root, `${own}/cpuacct.usage`) === null)
        return null;
    const limits = [
        ...folders('cpu').map((folder) => quota1(root, folder)),
        ...folders('cpuset').map((folder) => cpuset(root, (0,sensors_root/* textAt */.$6)(root, `${folder}/cpuset.cpus`))),
    ];
    const memory = folders('memory').map((folder) => (0,sensors_root/* numberIn */.Po)(root, `${folder}/memory.limit_in_bytes`));
    return {
        version: 1,
        usageFile: `${own}/cpuacct.usage`,
        cpuLimit: smallest(limits),
        memoryLimitMb: mebibytes(memory),
    };
}
/**
 * The group's folder and those above it. Inside a container the path may be that of the host while the mount shows only the
 * container's own part: then the mount itself is the group.
 */
function upwards(root, mount, path) {
    const parts = path.split('/').filter((part) => part !== '' && part !== '..' && part !== '.');
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, mount, ...parts)))
        return (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, mount)) ? [mount] : [];
    return parts.map((_, index) => [mount, ...parts.slice(0, parts.length - index)].join('/')).concat(mount);
}
/** `max 100000` or `200000 100000`: quota and period, µs. */
function quota2(text) {
    const match = /^(\d+) (\d+)\s*$/.exec(text ?? '');
    return match && Number(match[2]) > 0 ? Number(match[1]) / Number(match[2]) : null;
}
function quota1(root, folder) {
    // Without a limit the quota is -1, which is not a whole number of at least 0.
    const quota = (0,sensors_root/* numberIn */.Po)(root, `${folder}/cpu.cfs_quota_us`);
    const period = (0,sensors_root/* numberIn */.Po)(root, `${folder}/cpu.cfs_period_us`);
    return quota && period ? quota / period : null;
}
/** Size of a cpuset, when it is smaller than the machine. */
function cpuset(root, list) {
    const own = countCpus(list ?? '');
    const all = onlineCpus(root);
    return own !== null && own < all ? own : null;
}
function smallest(limits) {
    const known = limits.filter((limit) => limit !== null && limit > 0);
    return known.length > 0 ? Math.min(...known) : null;
}
function mebibytes(limits) {
    const bytes = smallest(limits);
    return bytes === null || bytes >= NO_LIMIT_BYTES ? null : bytes / BYTES_PER_MIB;
}

;// CONCATENATED MODULE: ./build/src/sensors/clock.js


const NS_PER_MS = 1e6;
/** Monotonic time, ms, of a clock that all processes share (CLOCK_MONOTONIC and its like). */
function monotonicMs() {
    return Number(process.hrtime.bigint()) / NS_PER_MS;
}
/** Now, on all three clocks. The boot clock is /proc/uptime (CLOCK_BOOTTIME, 10 ms). */
function now(root) {
    return { monotonicMs: monotonicMs(), wallMs: Date.now(), bootMs: uptimeMs(root) };
}
function uptimeMs(root) {
    const file = new KeptFile(join(root, 'proc/uptime'), 64);
    try {
        if (!file.refresh())
            return null;
        const match = /^(\d+)\.(\d\d) /.exec(file.text);
        return match ? Number(match[1]) * 1000 + Number(match[2]) * 10 : null;
    }
    finally {
        file.close();
    }
}

;// CONCATENATED MODULE: ./build/src/sensors/cpu.js



/** Length of a tick in /proc/stat, ms: USER_HZ is 100 on every architecture that Node runs on (proc(5), sysconf _SC_CLK_TCK). */
const TICK_MS = 10;
/**
 * CPU time from the first line of /proc/stat (proc(5)): user nice system idle iowait irq softirq steal guest guest_nice.
 * Time of guests is already inside user and nice, so it is not added again.
 */
class ProcStatCpu {
    file;
    constructor(root) {
        this.file = new kept_file/* KeptFile */.l((0,external_node_path_.join)(root, 'proc/stat'));
    }
    read() {
        if (!this.file.refresh())
            return null;
        // Two spaces follow "cpu". By index, because destructuring an array runs its iterator at every tick.
        const fields = this.file.text.split(' ', 10);
        if (fields[0] !== 'cpu')
            return null;
        const field = (index) => Number(fields[index]);
        const steal = field(9);
        const busy = field(2) + field(3) + field(4) + field(7) + field(8);
        const total = busy + field(5) + field(6) + steal;
        // Some sandboxes have the file with nothing but zeros.
        if (!(total > 0))
            return null;
        return { busyMs: busy * TICK_MS, totalMs: total * TICK_MS, stealMs: steal * TICK_MS };
    }
    close() {
        this.file.close();
    }
}
/** CPU time as Node.js reports it: on every platform, without steal, and with waiting for disks as idle. */
class OsCpu {
    read() {
        let busy = 0;
        let idle = 0;
        for (const { times } of (0,external_node_os_.cpus)()) {
            busy += times.user + times.nice + times.sys + times.irq;
            idle += times.idle;
        }
        return busy + idle > 0 ? { busyMs: busy, totalMs: busy + idle, stealMs: 0 } : null;
    }
    close() {
        // Nothing is held open.
    }
}
/** The best CPU sensor there is here. @returns also whether it is the fallback */
function openCpu(root) {
    const sensor = new ProcStatCpu(root);
    if (sensor.read() !== null)
        return { sensor, fallback: false };
    sensor.close();
    return { sensor: new OsCpu(), fallback: process.platform === 'linux' };
}

// EXTERNAL MODULE: ./build/src/sensors/child-environment.js
var child_environment = __nccwpck_require__(247);
;// CONCATENATED MODULE: ./build/src/sensors/gpu-feed.js


/** Time without output that counts as a hang, ms. nvidia-smi of a machine with many GPUs takes up to 10 s to start. */
const SILENCE_MS = 20_000;
/** A tool that runs this long without an answer when the job ends is reported, ms. Without a device tools fail earlier. */
const ANSWER_MS = 2000;
/** Output that counts as a flood, bytes a second: 64 GPUs print 6 kB. */
const FLOOD_BYTES = 1_000_000;
/** Maximum number of starts of a tool that prints continuously: the driver may be reloaded, a device may come back. */
const MOST_STARTS = 4;
const RESTART_MS = 30_000;
/** Output without one reading that counts as garbage: so many bytes over so many ms. */
const GARBAGE = { bytes: 20_000, ms: 1000 };
/** Runs a GPU tool while the sampler runs. A failure of the tool does not stop the sampler. */
class GpuFeed {
    found;
    target;
    child = null;
    variant = 0;
    starts = 0;
    readings = 0;
    bytes = 0;
    bytesThisSecond = 0;
    second = 0;
    lastOutputMs = 0;
    startedMs = 0;
    nextStartMs = 0;
    hasGivenUp = false;
    constructor(found, target) {
        this.found = found;
        this.target = target;
    }
    /** Called at every tick: starts, restarts, and ends a tool that hangs. */
    tend() {
        const now = monotonicMs();
        if (this.child) {
            if (now - this.lastOutputMs > SILENCE_MS)
                this.giveUpChild('gpu-tool-hung');
        }
        else if (!this.hasGivenUp && now >= this.nextStartMs)
            void this.start();
    }
    async start() {
        const { tool, path } = this.found;
        const args = tool.variants[this.variant] ?? [];
        this.nextStartMs = Number.POSITIVE_INFINITY;
        // Loaded only where there is a tool to run: without a GPU the sampler stays as small as it can be.
        const { spawn } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 421, 19));
        this.starts += 1;
        this.bytes = 0;
        this.readings = 0;
        this.startedMs = monotonicMs();
        this.lastOutputMs = this.startedMs;
        const child = spawn(path, [...args], {
            stdio: ['ignore', 'pipe', 'ignore'],
            // AMD's tools are in Python, which buffers 8 kB of what it prints into a pipe: minutes of one GPU.
            env: { ...(0,child_environment/* childEnvironment */.Q)(process.env), PYTHONUNBUFFERED: '1' },
            windowsHide: true,
        });
        this.child = child;
        const parse = tool.parser(this.variant);
        child.stdout.setEncoding('latin1');
        child.stdout.on('data', (chunk) => this.take(chunk, parse));
        child.on('error', () => this.ended(child));
        child.on('close', () => this.ended(child));
    }
    take(chunk, parse) {
        const now = monotonicMs();
        this.lastOutputMs = now;
        this.bytes += chunk.length;
        const second = Math.floor(now / 1000);
        this.bytesThisSecond = second === this.second ? this.bytesThisSecond + chunk.length : chunk.length;
        this.second = second;
        if (this.bytesThisSecond > FLOOD_BYTES)
            return this.giveUpChild('gpu-tool-flooded');
        for (const reading of parse(chunk)) {
            this.readings += 1;
            this.target.reading(reading, this.found.tool);
        }
        const isLong = this.bytes > GARBAGE.bytes && now - this.startedMs > GARBAGE.ms;
        if (this.readings === 0 && isLong)
            this.giveUpChild('gpu-tool-garbage');
    }
    ended(child) {
        if (this.child !== child)
            return;
        this.child = null;
        const { tool } = this.found;
        const now = monotonicMs();
        if (this.readings === 0 && this.variant < tool.variants.length - 1) {
            this.variant += 1;
            // At once, not at the next tick: the job may be over by then.
            void this.start();
        }
        else if (tool.everyMs !== null && this.readings > 0) {
            this.nextStartMs = now + tool.everyMs;
        }
        else {
            this.target.note(this.readings > 0 ? 'gpu-tool-died' : 'gpu-tool-silent', tool.command);
            if (this.starts >= MOST_STARTS)
                this.hasGivenUp = true;
            this.nextStartMs = now + RESTART_MS * this.starts;
        }
    }
    giveUpChild(code) {
        this.target.note(code, this.found.tool.command);
        this.stop();
    }
    /** Ends the tool with the sampler. A tool that has given no answer for long enough is reported as hung. */
    finish() {
        const isSilent = this.child !== null && this.readings === 0 && monotonicMs() - this.startedMs > ANSWER_MS;
        if (isSilent)
            this.target.note('gpu-tool-hung', this.found.tool.command);
        this.stop();
    }
    stop() {
        const { child } = this;
        this.child = null;
        this.hasGivenUp = true;
        child?.stdout?.destroy();
        child?.kill('SIGKILL');
    }
}

;// CONCATENATED MODULE: ./build/src/sensors/gpu.js
/** Longest name of a device that is kept, characters. */
const LONGEST_NAME = 80;
/** A device's name from a tool's output: printable, of bounded length. */
function deviceName(text) {
    return text
        .replace(/[^\x20-\x7e]/g, '')
        .trim()
        .slice(0, LONGEST_NAME);
}

;// CONCATENATED MODULE: ./build/src/sensors/gpu-files.js




const FOLDER = 'sys/class/hwmon';
const PER_MICRO = 1e-6;
/** Drivers of graphics boards that show power or energy as files (kernel documentation, gpu/amdgpu/thermal, ABI sysfs-driver-intel-*-hwmon). */
const DRIVERS = new Map([
    ['amdgpu', 'AMD'],
    ['i915', 'Intel'],
    ['xe', 'Intel'],
]);
/** Boards whose driver shows their draw in the hwmon tree: read like any other file, no process at all. */
class GpuFiles {
    boards;
    constructor(root) {
        this.boards = (0,sensors_root/* namesIn */.wX)(root, FOLDER).flatMap((id) => boardIn(root, `${FOLDER}/${id}`) ?? []);
    }
    get isPresent() {
        return this.boards.length > 0;
    }
    /** Whether a board of this maker is read from files. */
    covers(maker) {
        return this.boards.some((board) => board.maker === maker);
    }
    read() {
        return this.boards.map(({ id, name, maker, power, energy, busy }) => {
            const microwatts = numberOf(power);
            const microjoules = numberOf(energy);
            const utilization = numberOf(busy);
            return {
                id,
                name,
                maker,
                watts: microwatts === null ? null : microwatts * PER_MICRO,
                utilization: utilization !== null && utilization <= 100 ? utilization : null,
                joules: microjoules === null ? null : microjoules * PER_MICRO,
                partitioned: false,
                ...(microwatts === null && microjoules === null ? { error: 'no figure' } : {}),
            };
        });
    }
    close() {
        for (const { power, energy, busy } of this.boards)
            for (const file of [power, energy, busy])
                file?.close();
    }
}
function boardIn(root, folder) {
    const driver = (0,sensors_root/* textAt */.$6)(root, `${folder}/name`)?.trim() ?? '';
    const maker = DRIVERS.get(driver);
    if (maker === undefined)
        return null;
    // A processor with graphics inside shows the power of the whole chip, which is the CPU's; only boards have a power cap.
    if (driver === 'amdgpu' && (0,sensors_root/* numberIn */.Po)(root, `${folder}/power1_cap`) === null)
        return null;
    const power = kept(root, `${folder}/power1_average`) ?? kept(root, `${folder}/power1_input`);
    const energy = kept(root, `${folder}/energy1_input`);
    // Intel's counter may be readable by root only: then the maker's tool reads the board.
    if (maker === 'Intel' && power === null && energy === null)
        return null;
    const product = (0,sensors_root/* textAt */.$6)(root, `${folder}/device/product_name`);
    return {
        id: folder,
        name: deviceName(product ?? '') || `${maker} GPU`,
        maker,
        power,
        energy,
        busy: kept(root, `${folder}/device/gpu_busy_percent`),
    };
}
function kept(root, path) {
    const file = new kept_file/* KeptFile */.l((0,external_node_path_.join)(root, path), 32);
    return file.isOpen ? file : null;
}
function numberOf(file) {
    if (!file?.refresh())
        return null;
    const value = file.numberAfter('');
    return Number.isNaN(value) ? null : value;
}

;// CONCATENATED MODULE: ./build/src/sensors/gpu-boards.js



/**
 * Finds the GPU boards that the kernel shows. Graphics inside a processor is not a board: its power is the processor's.
 */
function findKernelBoards(root) {
    const counts = [
        { maker: 'NVIDIA', count: countNvidia(root) },
        { maker: 'AMD', count: countAmd(root) },
        { maker: 'Intel', count: countIntel(root) },
    ];
    return counts.filter(({ count }) => count > 0);
}
/**
 * Counts NVIDIA boards: those of the driver, limited to those with a device node. A container sees the driver's list of the whole
 * host, but only the nodes that it may open. /dev/dxg (WSL2) exists for every maker and proves nothing.
 */
function countNvidia(root) {
    const listed = (0,sensors_root/* namesIn */.wX)(root, 'proc/driver/nvidia/gpus').length;
    const nodes = (0,sensors_root/* namesIn */.wX)(root, 'dev').filter((name) => /^nvidia\d+$/.test(name)).length;
    if (nodes > 0)
        return listed > 0 ? Math.min(listed, nodes) : nodes;
    const isContainer = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, '.dockerenv')) || (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, 'run/.containerenv'));
    return isContainer ? 0 : listed;
}
/** Counts AMD boards: only a board has a power cap. Without any monitoring file, /dev/kfd of a processor without graphics is one board. */
function countAmd(root) {
    const monitors = (0,sensors_root/* namesIn */.wX)(root, 'sys/class/hwmon')
        .map((id) => `sys/class/hwmon/${id}`)
        .filter((folder) => (0,sensors_root/* textAt */.$6)(root, `${folder}/name`)?.trim() === 'amdgpu');
    if (monitors.length > 0)
        return monitors.filter((folder) => (0,sensors_root/* numberIn */.Po)(root, `${folder}/power1_cap`) !== null).length;
    return (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, 'dev/kfd')) && !hasIntegratedGraphics(root) ? 1 : 0;
}
/** Counts Intel boards: the drivers register monitoring files for boards only (kernel ABI, sysfs-driver-intel-i915-hwmon). */
function countIntel(root) {
    const names = (0,sensors_root/* namesIn */.wX)(root, 'sys/class/hwmon').map((id) => (0,sensors_root/* textAt */.$6)(root, `sys/class/hwmon/${id}/name`)?.trim());
    return names.filter((name) => name === 'i915' || name === 'xe').length;
}
/** Name of a processor that contains the AMD graphics whose power the tools would report as a board's. */
const INTEGRATED = /\b(?:Radeon|Ryzen|Athlon)\b/i;
/** Whether the processor itself contains AMD graphics, by its name. */
function hasIntegratedGraphics(root) {
    const name = /^model name\s*:(.*)$/m.exec((0,sensors_root/* textAt */.$6)(root, 'proc/cpuinfo') ?? '')?.[1] ?? '';
    return INTEGRATED.test(name) && !/\bRyzen (?:\d )?(?:\d{4}X|Threadripper)/i.test(name);
}

;// CONCATENATED MODULE: ./build/src/sensors/gpu-meter.js
/** Readings further apart are not bridged, ms: what the device did in between is unknown. */
const LONGEST_GAP_MS = 15_000;
/** More than any board draws, W; a counter that runs faster is broken. The largest one sold draws 1,400 W (data sheet of B300). */
const MOST_WATTS = 3000;
/** More devices than any machine has: keeps a tool that makes up devices from filling the memory. */
const MOST_DEVICES = 64;
/** Adds up each GPU's energy: from its own counter where it has one, else by the trapezoidal rule from its power. */
class GpuMeter {
    accounts = new Map();
    /**
     * Adds a reading. A reading with an error adds no energy and no covered time.
     * @returns the account if the device is new or fails for the first time, else null
     */
    add(raw, atMs, source) {
        const reading = raw.watts !== null && raw.watts > MOST_WATTS ? { ...raw, watts: null } : raw;
        const before = this.accounts.get(reading.id);
        if (!before) {
            if (this.accounts.size >= MOST_DEVICES)
                return null;
            const account = { ...source, reading, number: this.accounts.size, joules: 0, coveredS: 0, seenMs: atMs };
            this.accounts.set(reading.id, account);
            return account;
        }
        if (reading.error !== undefined) {
            if (before.reading.error !== undefined)
                return null;
            const failed = { ...before, reading: { ...reading, name: before.reading.name } };
            this.accounts.set(reading.id, failed);
            return failed;
        }
        const dtMs = atMs - before.seenMs;
        if (dtMs <= 0)
            return null;
        const longestMs = Math.max(LONGEST_GAP_MS, 2.5 * source.periodMs);
        const joules = counted(before.reading, reading, dtMs) ?? integrated(before.reading, reading, dtMs, longestMs);
        this.accounts.set(reading.id, {
            ...source,
            reading,
            number: before.number,
            joules: before.joules + (joules ?? 0),
            coveredS: before.coveredS + (joules === null ? 0 : dtMs / 1000),
            seenMs: atMs,
        });
        return null;
    }
    /** Every device that is still there. */
    present(nowMs) {
        const present = [];
        for (const account of this.accounts.values())
            if (nowMs - account.seenMs <= LONGEST_GAP_MS)
                present.push(account);
        return present;
    }
}
/**
 * J by the device's counter; null if there is none, if it fell (reset, driver reloaded) or rises too fast. A counter that stays at
 * 0 is ignored: drivers show it for boards that count nothing.
 */
function counted(before, now, dtMs) {
    if (before.joules === null || now.joules === null || now.joules === 0)
        return null;
    const joules = now.joules - before.joules;
    return joules >= 0 && joules <= (MOST_WATTS * dtMs) / 1000 ? joules : null;
}
function integrated(before, now, dtMs, longestMs) {
    if (before.watts === null || now.watts === null || dtMs > longestMs)
        return null;
    return ((before.watts + now.watts) / 2) * (dtMs / 1000);
}

// EXTERNAL MODULE: ./build/src/core/quantity.js
var quantity = __nccwpck_require__(888);
// EXTERNAL MODULE: ./build/src/sensors/text-stream.js
var text_stream = __nccwpck_require__(435);
;// CONCATENATED MODULE: ./build/src/sensors/amd-smi.js



/** Seconds between readings: amd-smi is a Python program and each look costs. */
const WATCH_S = '5';
/** AMD's amd-smi, one process for the whole job. */
const AMD_SMI = {
    command: 'amd-smi',
    maker: 'AMD',
    periodMs: 5000,
    variants: [
        ['metric', '--power', '--usage', '--energy', '--json', '--watch', WATCH_S],
        ['metric', '--power', '--usage', '--json', '--watch', WATCH_S],
    ],
    everyMs: null,
    parser: () => {
        const split = (0,text_stream/* jsonSplitter */.i)();
        return (chunk) => split(chunk).flatMap(amdReadings);
    },
};
/** AMD's older rocm-smi cannot print continuously: it is started every ten seconds. */
const ROCM_SMI = {
    command: 'rocm-smi',
    maker: 'AMD',
    periodMs: 12_000,
    variants: [['--showpower', '--showuse', '--showproductname', '--json']],
    everyMs: 10_000,
    parser: () => {
        const split = (0,text_stream/* jsonSplitter */.i)();
        return (chunk) => split(chunk).flatMap(rocmReadings);
    },
};
/** Readings of `amd-smi metric --json`: a list of GPUs, since version 26 inside `gpu_data`. */
function amdReadings(json) {
    const list = at(json, 'gpu_data') ?? json;
    if (!Array.isArray(list))
        return [];
    return list.flatMap((gpu) => {
        const index = number(at(gpu, 'gpu'));
        if (index === null)
            return [];
        const watts = number(at(gpu, 'power', 'socket_power'));
        const utilization = number(at(gpu, 'usage', 'gfx_activity'));
        const joules = number(at(gpu, 'energy', 'total_energy_consumption'));
        const error = watts === null && joules === null && utilization === null ? { error: 'no figure' } : {};
        return [{ id: `amd${index}`, name: 'AMD GPU', watts, utilization, joules, partitioned: false, ...error }];
    });
}
/**
 * Readings of `rocm-smi --json`: an object of `cardN`, every value a string, the labels changing between versions: "Average
 * Graphics Package Power (W)" until ROCm 5, "Current Socket Graphics Package Power (W)" since then on boards that report it.
 */
function rocmReadings(json) {
    if (typeof json !== 'object' || json === null)
        return [];
    return Object.entries(json).flatMap(([card, values]) => {
        if (!/^card\d{1,3}$/.test(card) || typeof values !== 'object' || values === null)
            return [];
        const labelled = (label) => Object.entries(values).find(([key]) => label.test(key))?.[1];
        const power = labelled(/^(?:average|current) .*package power \(W\)$/i);
        // The first die of a board with two reports the power of both. Without this 0 a table would add the second's.
        const watts = power === 'N/A (Secondary die)' ? 0 : number(power);
        const utilization = number(labelled(/^GPU use \(%\)$/i));
        const error = watts === null && utilization === null ? { error: 'no figure' } : {};
        const name = labelled(/^card (?:series|model)$/i);
        return [
            {
                id: card,
                name: deviceName(typeof name === 'string' ? name : 'AMD GPU'),
                watts,
                utilization,
                joules: null,
                partitioned: false,
                ...error,
            },
        ];
    });
}
function at(value, ...keys) {
    let found = value;
    for (const key of keys) {
        if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key))
            return undefined;
        found = found[key];
    }
    return found;
}
/** A number of at least 0: plain, as text, or as `{"value": 35, "unit": "W"}`; null for `N/A`. */
function number(value) {
    const inner = typeof value === 'object' ? at(value, 'value') : value;
    const parsed = typeof inner === 'string' ? (0,quantity/* parseNumber */.$J)(inner) : inner;
    return typeof parsed === 'number' && Number.isFinite(parsed) && parsed >= 0 ? parsed : null;
}

;// CONCATENATED MODULE: ./build/src/sensors/nvidia-smi.js



const CORE = ['index', 'uuid', 'name', 'power.draw', 'utilization.gpu'];
const MIG = [...CORE, 'mig.mode.current'];
const FIELDS = [[...MIG, 'total_energy_consumption'], MIG, CORE];
/** NVML counts energy in mJ (nvmlDeviceGetTotalEnergyConsumption). */
const MJ_PER_J = 1000;
/**
 * NVIDIA's nvidia-smi, one process for the whole job: it prints a line for every GPU each second. `power.draw` is what the
 * board draws, averaged over about a second on most boards (`nvidia-smi --help-query-gpu`).
 */
const NVIDIA_SMI = {
    command: 'nvidia-smi',
    maker: 'NVIDIA',
    periodMs: 1000,
    variants: FIELDS.map((fields) => [
        `--query-gpu=${fields.join(',')}`,
        '--format=csv,noheader,nounits',
        '--loop-ms=1000',
    ]),
    everyMs: null,
    parser: (variant) => {
        const split = (0,text_stream/* lineSplitter */.s)();
        const fields = FIELDS[variant] ?? CORE;
        return (chunk) => split(chunk).flatMap((line) => nvidiaReading(line, fields) ?? []);
    },
};
/** Cell of a figure that a device does not report, as many desktop boards and virtual GPUs do. */
const UNSUPPORTED = /^\[(?:N\/A|Not Supported)\]$/;
/** Cell of a figure that cannot be read: `[Unknown Error]`, `[GPU is lost]`, `[GPU requires reset]`, `ERR!`. */
const FAILED = /^\[(?!N\/A\]|Not Supported\])([^\]]{1,60})\]$|^(ERR!)$/;
/** Line that nvidia-smi prints in place of the row of a device that it cannot open. */
const UNOPENED = /^Unable to determine the device handle for GPU(?:\d+:)? ?([\dA-Fa-f:.]{7,16}): (.{1,60})$/;
/**
 * Parses one line of nvidia-smi's CSV. A row whose figures are all errors is still a device: it is present and not counted.
 * @returns null for anything that is not a row of exactly these fields
 */
function nvidiaReading(line, fields = CORE) {
    const unopened = UNOPENED.exec(line.trim());
    if (unopened)
        return failedReading(`pci-${unopened[1] ?? ''}`, 'NVIDIA GPU', unopened[2] ?? '');
    const cells = line.trim().split(/, ?/);
    if (cells.length !== fields.length)
        return null;
    const cell = (field) => cells[fields.indexOf(field)] ?? '';
    if (!/^\d{1,3}$/.test(cell('index')))
        return null;
    const watts = amount(cell('power.draw'));
    const utilization = amount(cell('utilization.gpu'));
    const energy = amount(cell('total_energy_consumption'));
    const partitioned = cell('mig.mode.current') === 'Enabled';
    const uuid = cell('uuid');
    const id = /^[\w-]{8,64}$/.test(uuid) ? uuid : cell('index');
    const name = FAILED.test(cell('name')) || UNSUPPORTED.test(cell('name')) ? 'NVIDIA GPU' : deviceName(cell('name'));
    const hasFigure = watts !== null || energy !== null;
    const isUnsupported = UNSUPPORTED.test(cell('power.draw')) && (utilization !== null || UNSUPPORTED.test(cell('utilization.gpu')));
    if (!hasFigure && !isUnsupported && !partitioned) {
        const failure = FAILED.exec(cell('power.draw')) ?? FAILED.exec(cell('utilization.gpu')) ?? FAILED.exec(cell('name'));
        return failedReading(id, name, failure?.[1] ?? failure?.[2] ?? 'no valid figure');
    }
    return {
        id,
        name,
        watts,
        utilization: utilization !== null && utilization <= 100 ? utilization : null,
        joules: energy === null ? null : energy / MJ_PER_J,
        partitioned,
    };
}
function failedReading(id, name, error) {
    return { id, name, watts: null, utilization: null, joules: null, partitioned: false, error: deviceName(error) };
}
/** Returns a number of at least 0, or null for `[N/A]`, `[Not Supported]`, `[Unknown Error]` and other text. */
function amount(cell) {
    const value = (0,quantity/* parseNumber */.$J)(cell);
    return value !== null && value >= 0 ? value : null;
}

;// CONCATENATED MODULE: ./build/src/sensors/xpu-smi.js


/**
 * Intel's xpu-smi: `dump` prints a CSV line for every GPU each second. Metrics 0 and 1 are utilisation in percent and power
 * in W (XPU Manager, user guide of xpu-smi, "Dump the device statistics in CSV format").
 */
const XPU_SMI = {
    command: 'xpu-smi',
    maker: 'Intel',
    periodMs: 1000,
    variants: [['dump', '-d', '-1', '-m', '0,1', '-i', '1']],
    everyMs: null,
    parser: () => {
        const split = (0,text_stream/* lineSplitter */.s)();
        return (chunk) => split(chunk).flatMap((line) => intelReading(line) ?? []);
    },
};
/** `06:14:46.000,    0, 0.00, 14.61`. @returns null for headers and anything else */
function intelReading(line) {
    const [time = '', device = '', use = '', power = '', ...more] = line.split(',').map((cell) => cell.trim());
    if (more.length > 0 || !/^[\d:. -]{8,32}$/.test(time) || !/^\d{1,3}$/.test(device))
        return null;
    const [utilization, watts] = [(0,quantity/* parseNumber */.$J)(use), (0,quantity/* parseNumber */.$J)(power)];
    const error = utilization === null && watts === null ? { error: 'no figure' } : {};
    return {
        id: `intel${device}`,
        name: 'Intel GPU',
        watts: watts !== null && watts >= 0 ? watts : null,
        utilization: utilization !== null && utilization >= 0 && utilization <= 100 ? utilization : null,
        joules: null,
        partitioned: false,
        ...error,
    };
}

;// CONCATENATED MODULE: ./build/src/sensors/gpu-tools.js





/** Tools of each maker, the best first. */
const TOOLS = [[NVIDIA_SMI], [AMD_SMI, ROCM_SMI], [XPU_SMI]];
/** Finds the tools to start: the best of each maker on PATH. A runner without a GPU has none, so it starts nothing. */
function findGpuTools(environment) {
    return TOOLS.flatMap((tools) => {
        const paths = tools.map((tool) => ({ tool, path: onPath(tool.command, environment) }));
        return paths.find((entry) => entry.path !== null) ?? [];
    });
}
/** Absolute path of an executable; folders of PATH that are relative (or empty: the job's own) are not searched. */
function onPath(command, environment) {
    const file = process.platform === 'win32' ? `${command}.exe` : command;
    for (const folder of (environment['PATH'] ?? environment['Path'] ?? '').split(external_node_path_.delimiter)) {
        if (!/^(?:\/|[A-Za-z]:[\\/])/.test(folder))
            continue;
        const path = (0,external_node_path_.join)(folder, file);
        try {
            (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
            return path;
        }
        catch {
            // Not here.
        }
    }
    return null;
}

;// CONCATENATED MODULE: ./build/src/sensors/memory.js



const KIB_PER_MIB = 1024;
const memory_BYTES_PER_MIB = 1024 * 1024;
/** Memory of the whole machine from /proc/meminfo (proc(5), kB are KiB), elsewhere from the operating system through Node. */
class Memory {
    file;
    constructor(root) {
        this.file = new kept_file/* KeptFile */.l((0,external_node_path_.join)(root, 'proc/meminfo'));
    }
    read() {
        const { file } = this;
        if (!file.refresh()) {
            const totalMb = (0,external_node_os_.totalmem)() / memory_BYTES_PER_MIB;
            return totalMb > 0 ? { totalMb, usedMb: totalMb - (0,external_node_os_.freemem)() / memory_BYTES_PER_MIB } : null;
        }
        const total = file.numberAfter('MemTotal:');
        // MemAvailable is since Linux 3.14; MemFree before it counts the cache as used.
        const available = file.numberAfter(file.text.includes('MemAvailable:') ? 'MemAvailable:' : 'MemFree:');
        if (!(total > 0) || Number.isNaN(available))
            return null;
        return { totalMb: total / KIB_PER_MIB, usedMb: Math.max(0, total - available) / KIB_PER_MIB };
    }
    close() {
        this.file.close();
    }
}

// EXTERNAL MODULE: ./build/src/sensors/meter-table.js + 3 modules
var meter_table = __nccwpck_require__(947);
;// CONCATENATED MODULE: ./build/src/sensors/process-table.js



/** Length of a tick in /proc/PID/stat, ms (USER_HZ, see cpu.ts). */
const process_table_TICK_MS = 10;
/** Maximum number of names in the sample file. */
const MOST_NAMES = 10;
/** Bounds of the time between looks, ms. */
const SHORTEST_MS = 10_000;
const LONGEST_MS = 120_000;
/** Share of one processor that looking may take. A look reads a file per process. */
const BUDGET = 0.00005;
/** Which programs used the CPU: names only, never arguments (they may contain secrets), from /proc/PID/stat (proc(5)). */
class ProcessTable {
    folder;
    last = new Map();
    nextMs = 0;
    constructor(root) {
        this.folder = (0,external_node_path_.join)(root, 'proc');
    }
    /**
     * Looks when it is time to, or when it is now or never.
     * @returns the busiest names since the look before; null when it is not time or was the first look
     */
    look(isLast = false) {
        const start = monotonicMs();
        if (start < this.nextMs && !isLast)
            return null;
        const first = this.last.size === 0;
        const shares = this.scan();
        const costMs = monotonicMs() - start;
        this.nextMs = start + Math.min(LONGEST_MS, Math.max(SHORTEST_MS, costMs / BUDGET));
        return first ? null : shares;
    }
    scan() {
        const now = new Map();
        const byName = new Map();
        for (const pid of this.pids()) {
            const process = this.processOf(pid);
            if (!process)
                continue;
            const { identity, name, cpuMs } = process;
            now.set(identity, cpuMs);
            const spent = cpuMs - (this.last.get(identity) ?? 0);
            if (spent > 0)
                byName.set(name, (byName.get(name) ?? 0) + spent);
        }
        this.last = now;
        return [...byName].sort((a, b) => b[1] - a[1]).slice(0, MOST_NAMES);
    }
    pids() {
        try {
            return (0,external_node_fs_.readdirSync)(this.folder).filter((name) => name >= '0' && name <= '9~');
        }
        catch {
            return [];
        }
    }
    processOf(pid) {
        let text;
        try {
            text = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(this.folder, pid, 'stat'), 'latin1');
        }
        catch {
            return null;
        }
        const end = text.lastIndexOf(')');
        const fields = text.slice(end + 2).split(' ', 20);
        const ticks = Number(fields[11]) + Number(fields[12]);
        if (!Number.isFinite(ticks))
            return null;
        const name = text.slice(text.indexOf('(') + 1, end);
        return { identity: `${pid}-${fields[19]}`, name, cpuMs: ticks * process_table_TICK_MS };
    }
}

// EXTERNAL MODULE: ./build/src/sensors/rapl-zones.js
var rapl_zones = __nccwpck_require__(10);
;// CONCATENATED MODULE: ./build/src/sensors/rapl.js



/** The counters of RAPL zones, µJ, in the order of the zones; one that cannot be read now is null. */
class Rapl {
    files;
    constructor(root, zones) {
        this.files = zones.map((zone) => new kept_file/* KeptFile */.l((0,external_node_path_.join)(root, (0,rapl_zones/* energyFile */.f)(zone)), 32));
    }
    read() {
        if (this.files.length === 0)
            return null;
        return this.files.map((file) => {
            if (!file.refresh())
                return null;
            const energy = file.numberAfter('');
            return Number.isNaN(energy) ? null : energy;
        });
    }
    close() {
        for (const file of this.files)
            file.close();
    }
}

// EXTERNAL MODULE: ./build/src/sensors/sample-format.js + 1 modules
var sample_format = __nccwpck_require__(562);
// EXTERNAL MODULE: ./build/src/sensors/sampler-options.js
var sampler_options = __nccwpck_require__(306);
// EXTERNAL MODULE: ./build/src/sensors/process-identity.js
var process_identity = __nccwpck_require__(883);
;// CONCATENATED MODULE: ./build/src/sensors/watched-process.js


/**
 * Checks whether a process still runs, cheaply and often. On Linux by an open handle to its /proc/PID/stat: reading it fails from
 * the moment the process is gone, and never shows another process that got its number later.
 */
class WatchedProcess {
    identity;
    file;
    constructor(identity) {
        this.identity = identity;
        const file = process.platform === 'linux' ? new kept_file/* KeptFile */.l(`/proc/${identity.pid}/stat`, 512) : null;
        this.file = file?.isOpen ? file : null;
        this.alive = (0,process_identity/* isRunning */.W_)(identity);
    }
    alive;
    /** Whether it runs. */
    check() {
        if (!this.alive)
            return false;
        this.alive = this.file ? this.file.refresh() && !hasEnded(this.file.text) : (0,process_identity/* isRunning */.W_)(this.identity);
        return this.alive;
    }
}
/** Whether /proc/PID/stat shows a process that has ended and waits for its parent (a zombie): its state follows the name. */
function hasEnded(stat) {
    const state = stat.charAt(stat.lastIndexOf(')') + 2);
    return state === 'Z' || state === 'X';
}

;// CONCATENATED MODULE: ./build/src/sensors/sampler.js



















/** The file grows no further than this, bytes; the counters still have the energy. A job of 24 h writes about 3 MB. */
const MOST_BYTES = 32_000_000;
/** Ticks between what need not be done at each: memory and battery, writing, looking for the watched process. */
const SLOW_TICKS = 5;
/** Ticks at first that are written at once: short jobs end soon. */
const EAGER_TICKS = 10;
/** Shortest time between two samples that an observer may ask for, ms. */
const SHORTEST_WAIT_MS = 50;
/** Of a machine without a GPU, at every tick: nothing is made anew. */
const NONE = [];
/** The sampler: reads every sensor at each tick and appends a line, until its job is gone. */
class Sampler {
    options;
    startMs = monotonicMs();
    cpu;
    cgroup;
    rapl;
    memory;
    /** The meters of this machine, and what each read last. */
    meters;
    meterReadings = Object.fromEntries(meter_table/* METER_NAMES */.f.map((name) => [name, null]));
    boards;
    meter = new GpuMeter();
    feeds;
    table;
    watched;
    pending = '';
    bytes = 0;
    ticks = 0;
    hasGpu;
    gpusSeen = 0;
    dueMs;
    /**
     * Whether nothing but time is waited for. Then the sampler sleeps within its loop: a turn of the event loop, gone cold in
     * the second before, costs as much as the sample itself. No signal is heard while it sleeps so, it just ends the process;
     * that is why every line is written at once.
     */
    sleepsInLoop;
    observer;
    /** @param observer sees every sample; null: samples are only written */
    constructor(options, observer = null) {
        const { root } = options;
        this.options = options;
        this.observer = observer;
        this.cpu = openCpu(root).sensor;
        const group = findLimitingGroup(root);
        this.cgroup = group ? new CgroupCpu(root, group) : null;
        this.rapl = new Rapl(root, (0,rapl_zones/* findRaplZones */.E)(root).zones);
        this.memory = new Memory(root);
        this.meters = meter_table/* METER_NAMES */.f.map((name) => ({
            name,
            isSlow: meter_table/* METERS */.T[name].interval === 'fifth sample',
            meter: meter_table/* METERS */.T[name].open(root),
        })).filter(({ meter }) => meter.isPresent);
        this.boards = new GpuFiles(root);
        const kernelBoards = findKernelBoards(root);
        const isIntegrated = hasIntegratedGraphics(root);
        const found = findGpuTools(process.env).filter(({ tool: { maker } }) => {
            // Boards that the driver shows as files need no tool. The tools of AMD report a processor's own power as a board's.
            if (this.boards.covers(maker))
                return false;
            return maker !== 'AMD' || !isIntegrated || kernelBoards.some((boards) => boards.maker === maker);
        });
        this.feeds = found.map((tool) => new GpuFeed(tool, this));
        this.table = options.topProcesses ? new ProcessTable(root) : null;
        this.watched = options.watch ? new WatchedProcess(options.watch) : null;
        this.dueMs = this.startMs;
        this.hasGpu = this.boards.isPresent || this.feeds.length > 0;
        this.sleepsInLoop = process.platform === 'linux' && this.feeds.length === 0 && this.table === null;
        for (const { maker } of kernelBoards) {
            const isRead = this.boards.covers(maker) || found.some(({ tool }) => tool.maker === maker);
            if (!isRead)
                this.note('gpu-unreadable', maker);
        }
    }
    /** Writes the header and goes on until the end. */
    run() {
        const interval = (0,sampler_options/* intervalAt */.pm)(0, this.options.intervalMs);
        const header = (0,sample_format/* headerLine */.iH)({ pid: process.pid, t: this.startMs, wall: Date.now(), interval });
        this.pending = header + this.pending;
        if (this.sleepsInLoop)
            this.sleepThrough();
        process.on('SIGTERM', () => this.end());
        if (process.platform !== 'linux')
            this.watchStopFile();
        for (const { meter } of this.meters)
            void meter.start?.();
        this.wake();
    }
    /** Samples until the end without ever leaving. */
    sleepThrough() {
        const never = new Int32Array(new SharedArrayBuffer(4));
        for (;;)
            Atomics.wait(never, 0, 0, this.tick());
    }
    wake() {
        setTimeout(() => this.wake(), this.tick());
    }
    reading(reading, source, atMs = monotonicMs()) {
        const account = this.meter.add(reading, atMs, source);
        if (account)
            this.pending += (0,sample_format/* gpuLine */.pr)(account);
        if (account?.reading.error !== undefined)
            this.note('gpu-error', `${account.reading.name}: ${account.reading.error}`);
    }
    note(code, detail) {
        this.pending += (0,sample_format/* noteLine */.rk)(code, detail);
    }
    /** @returns the time to sleep, ms */
    tick() {
        const t = monotonicMs();
        const slow = this.ticks % SLOW_TICKS === 0;
        this.ticks += 1;
        this.readMeters(slow);
        const gpus = this.hasGpu ? this.lookAtGpus(t) : NONE;
        const sample = {
            t,
            cpu: this.cpu.read(),
            cgroupMs: this.cgroup?.read() ?? null,
            memoryMb: slow ? (this.memory.read()?.usedMb ?? null) : null,
            raplUj: this.rapl.read(),
            meters: this.meterReadings,
        };
        this.pending += (0,sample_format/* sampleLine */.Pr)(sample, gpus);
        this.lookAtProcesses(false);
        const seen = this.observer?.take(sample, gpus);
        if (seen)
            this.pending += seen.lines;
        const careful = slow || this.ticks <= EAGER_TICKS;
        if ((careful || this.sleepsInLoop) && !this.write())
            this.cannotWrite();
        if (careful && this.isOver(t))
            this.end();
        return this.untilNext(t, seen?.waitMs ?? null);
    }
    /** A budget is watched on a full disk as well; without one there is nothing left to do. */
    cannotWrite() {
        if (!this.observer)
            this.end();
        this.pending = '';
    }
    readMeters(isSlowTick) {
        for (const { name, isSlow, meter } of this.meters) {
            if (isSlowTick || !isSlow)
                this.meterReadings[name] = meter.read();
        }
    }
    lookAtGpus(t) {
        if (this.boards.isPresent) {
            const periodMs = (0,sampler_options/* intervalAt */.pm)(t - this.startMs, this.options.intervalMs);
            for (const reading of this.boards.read())
                this.reading(reading, { maker: reading.maker, periodMs }, t);
        }
        for (const feed of this.feeds)
            feed.tend();
        const gpus = this.meter.present(t);
        if (gpus.length < this.gpusSeen)
            this.note('gpu-lost', String(this.gpusSeen - gpus.length));
        this.gpusSeen = gpus.length;
        return gpus;
    }
    /** What the tools said since the last tick: in a short job that may be all. */
    lastGpus() {
        const t = monotonicMs();
        this.readMeters(false);
        const sample = { t, cpu: null, cgroupMs: null, memoryMb: null, raplUj: null, meters: this.meterReadings };
        this.pending += (0,sample_format/* sampleLine */.Pr)(sample, this.meter.present(t));
    }
    lookAtProcesses(isLast) {
        const top = this.table?.look(isLast);
        if (top)
            this.pending += (0,sample_format/* topLine */.kq)(top);
    }
    /** Appends what is pending. @returns false if it cannot: the disk is full or broken, or the file has reached its limit */
    write() {
        try {
            this.bytes += (0,external_node_fs_.writeSync)(sampler_options/* SAMPLE_FD */.ux, this.pending);
            this.pending = '';
            return this.bytes < MOST_BYTES;
        }
        catch {
            return false;
        }
    }
    isOver(t) {
        if (t - this.startMs > this.options.limitMs || (this.watched !== null && !this.watched.check()))
            return true;
        return process.platform !== 'linux' && this.isToldToStop();
    }
    /** Keeps the rhythm whatever a tick takes; after a pause it goes on from now instead of catching up. */
    untilNext(t, mostMs) {
        const usual = (0,sampler_options/* intervalAt */.pm)(t - this.startMs, this.options.intervalMs);
        const interval = mostMs === null ? usual : Math.min(usual, Math.max(SHORTEST_WAIT_MS, mostMs));
        this.dueMs = Math.max(this.dueMs + interval, t + interval / 2);
        return this.dueMs - t;
    }
    isToldToStop() {
        const { folder } = this.options;
        return (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, sample_format/* STOP_FILE */.UN)) || !(0,external_node_fs_.existsSync)(folder);
    }
    /** Windows ends processes without a signal and may give their number to another process at once. */
    watchStopFile() {
        try {
            const { folder } = this.options;
            (0,external_node_fs_.watch)(folder, { persistent: false }, () => {
                if (this.isToldToStop())
                    this.end();
            });
        }
        catch {
            // It is looked for between ticks as well.
        }
    }
    end() {
        for (const feed of this.feeds)
            feed.finish();
        for (const { meter } of this.meters)
            meter.stop?.();
        if (this.feeds.length > 0)
            this.lastGpus();
        this.lookAtProcesses(true);
        this.write();
        process.exit(0);
    }
}


/***/ }),

/***/ 435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ jsonSplitter),
/* harmony export */   s: () => (/* binding */ lineSplitter)
/* harmony export */ });
/** Longest line or JSON value that is put together, characters. What is longer is thrown away: no device prints so much. */
const LONGEST = 1_000_000;
/** Splits a stream of text into whole lines. @returns a function that takes a piece and gives the lines it completes */
function lineSplitter() {
    let rest = '';
    return (chunk) => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        if (rest.length > LONGEST)
            rest = '';
        return lines;
    };
}
/**
 * Splits a stream of text into its JSON arrays and objects, however they are wrapped. Text between them is skipped; what looks like
 * JSON and is not, too.
 */
function jsonSplitter() {
    let held = '';
    let depth = 0;
    let quoted = false;
    let escaped = false;
    return (chunk) => {
        const values = [];
        for (const character of chunk) {
            if (depth === 0 && character !== '{' && character !== '[')
                continue;
            held += character;
            if (quoted) {
                if (!escaped && character === '"')
                    quoted = false;
                escaped = !escaped && character === '\\';
            }
            else if (character === '"')
                quoted = true;
            else if (character === '{' || character === '[')
                depth += 1;
            else if (character === '}' || character === ']')
                depth -= 1;
            if (depth > 0 && held.length <= LONGEST)
                continue;
            if (depth === 0)
                values.push(...parsed(held));
            held = '';
            depth = 0;
            quoted = false;
            escaped = false;
        }
        return values;
    };
}
function parsed(text) {
    try {
        return [JSON.parse(text)];
    }
    catch {
        return [];
    }
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
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
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(842);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
