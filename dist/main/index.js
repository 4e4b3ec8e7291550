import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 67:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 542:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ cancellation)
/* harmony export */ });
/* unused harmony export CANCEL */
/** Message by which a process of ours passes a signal on. Unlike a signal, it waits until its receiver has loaded. */
const CANCEL = 'cancel';
/**
 * Fires when the job is cancelled. A cancelled job's step gets SIGINT, SIGTERM 7.5 s later, and is killed 2.5 s after that: at the
 * first one every wait ends, and only local work remains.
 */
function cancellation() {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => controller.abort());
    if (process.send)
        process.on('message', (message) => void (message === CANCEL && controller.abort()));
    return controller.signal;
}


/***/ }),

/***/ 780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ ACTION_DEFAULTS)
/* harmony export */ });
/* harmony import */ var _settings_table_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(897);

/** Settings whose default is that of an input without a default. */
const NOT_IN_ACTION = new Set(['format', 'ledger', 'stop-at']);
/** DEFAULTS of the settings as action.yml writes them; a test compares the two. */
const ACTION_DEFAULTS = Object.fromEntries(Object.entries(_settings_table_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULTS */ .zY)
    .filter(([name]) => !NOT_IN_ACTION.has(name))
    .map(([name, value]) => {
    const { unit } = _settings_table_js__WEBPACK_IMPORTED_MODULE_0__/* .SETTINGS */ .yy[name];
    return [name, unit === 's' ? `${String(value)} s` : String(value)];
}));


/***/ }),

/***/ 671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ givenInputs)
/* harmony export */ });
/* unused harmony export secretInputs */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(26);
/* harmony import */ var _core_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(422);
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(780);
/* harmony import */ var _settings_table_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(897);





/** Name of the environment variable in which the runner passes an input. */
function variableOf(name) {
    return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}
function inputText(env, name) {
    return (env[variableOf(name)] ?? '').trim();
}
/**
 * Reads the step's inputs. An input with the default of action.yml counts as not set: the runner passes both in the same way, and a
 * default must not replace what the config file sets.
 * @throws ConfigurationError that names the input, the value and what would work
 */
function givenInputs(env) {
    rejectMisspelled(env);
    const texts = {};
    for (const name of Object.keys(_settings_table_js__WEBPACK_IMPORTED_MODULE_2__/* .SETTINGS */ .yy)) {
        const text = inputText(env, name);
        if (text !== '' && text !== _defaults_js__WEBPACK_IMPORTED_MODULE_1__/* .ACTION_DEFAULTS */ .O[name])
            texts[name] = text;
    }
    return (0,_settings_table_js__WEBPACK_IMPORTED_MODULE_2__/* .readSettings */ .sb)(texts);
}
/** Inputs that are not settings: secrets, and those with a default expression. */
const OTHER_INPUTS = ['github-token', 'grid-token', 'job-check-run-id', 'job-matrix', 'repository-visibility'];
/** Minimum length of a name that is compared, in characters. Shorter ones resemble too many others. */
const SHORTEST_MISSPELLED = 5;
/**
 * Rejects an input that resembles a known one. GitHub only warns of unknown inputs, and the step would run without it: with
 * `budgets` for `budget` the gate would be off.
 * @throws ConfigurationError with the nearest name
 */
function rejectMisspelled(env) {
    const known = [...Object.keys(_settings_table_js__WEBPACK_IMPORTED_MODULE_2__/* .SETTINGS */ .yy), ...OTHER_INPUTS];
    for (const [variable, value] of Object.entries(env)) {
        const name = /^INPUT_(.+)$/.exec(variable)?.[1]?.toLowerCase() ?? '';
        if (name.length < SHORTEST_MISSPELLED || known.includes(name) || !value?.trim())
            continue;
        const near = (0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(name, known, 1)[0];
        if (near?.[0] === name[0])
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`input ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(name)} is unknown: did you mean ${near}?`);
    }
}
function secretInputs(env) {
    return { githubToken: inputText(env, 'github-token'), gridToken: inputText(env, 'grid-token') };
}


/***/ }),

/***/ 520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  p: () => (/* binding */ saveJob),
  A: () => (/* binding */ saveStart)
});

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: ./build/src/github/runner-file.js


/**
 * Appends a value to one of the runner's files (GITHUB_STATE, GITHUB_ENV). Written here rather than with the toolkit, whose
 * import costs every job 50 ms before its first step. The delimiter cannot be guessed, so no value ends its own block.
 * @returns false without such a file: not a runner of this dialect
 */
function appendToRunnerFile(file, name, value) {
    if (!file)
        return false;
    const delimiter = `end_${(0,external_node_crypto_namespaceObject.randomUUID)()}`;
    (0,external_node_fs_.appendFileSync)(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
    return true;
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
        rmSync(temporary, { force: true });
        const fd = openSync(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
        try {
            const text = Buffer.from(`${JSON.stringify(notice)}\n`);
            if (writeSync(fd, text) !== text.length)
                return false;
        }
        finally {
            closeSync(fd);
        }
        renameSync(temporary, file);
        return true;
    }
    catch {
        rmSync(temporary, { force: true });
        return false;
    }
}

;// CONCATENATED MODULE: ./build/src/app/action/environment.js

/** Node.js and its libraries read these once, when the process starts: a new process is needed to undo a change. */
const READ_AT_START = [
    'NODE_OPTIONS',
    'NODE_EXTRA_CA_CERTS',
    'NODE_USE_ENV_PROXY',
    'NODE_USE_SYSTEM_CA',
    'NODE_PATH',
    'OPENSSL_CONF',
    'SSL_CERT_DIR',
    'SSL_CERT_FILE',
    'LD_LIBRARY_PATH',
    'LD_PRELOAD',
];
const PROXIES = ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'];
/** Variables that decide where the token is sent and which API is used. A change is reported. */
const DECISIVE = [
    ...READ_AT_START,
    ...PROXIES,
    ...PROXIES.map((name) => name.toUpperCase()),
    'NODE_TLS_REJECT_UNAUTHORIZED',
    'GITEA_ACTIONS',
    'FORGEJO_ACTIONS',
    'ACTIONS_RESULTS_URL',
];
/** Variables that steps may change and that post needs with their first value. */
const NEEDED = ['PATH', 'HOME', 'USERPROFILE', 'TMPDIR', 'TEMP', 'TMP'];
/** Names that the runner sets for every step. */
const OF_RUNNER = /^(?:GITHUB|RUNNER|GITEA|FORGEJO)_/;
/** Names that differ between steps by design, or contain the token. */
const OF_STEP = /^(?:INPUT_|STATE_|ACTIONS_(?!RESULTS_URL$))|^GITHUB_(?:ACTION|ENV|OUTPUT|PATH|STATE|STEP_SUMMARY|TOKEN)/;
/** Records the environment for post. Values of variables that are not needed are not kept: they may be secrets. */
function recordEnvironment(env) {
    const values = {};
    for (const name of [...DECISIVE, ...NEEDED])
        values[name] = env[name] ?? null;
    const fingerprints = {};
    for (const [name, value] of Object.entries(env)) {
        if (value === undefined || OF_STEP.test(name) || name in values)
            continue;
        if (OF_RUNNER.test(name))
            values[name] = value;
        else
            fingerprints[name] = fingerprintOf(value);
    }
    return { values, fingerprints };
}
/** Reads what main recorded. @returns null if it is missing or invalid: then nothing is restored */
function readRecordedEnvironment(text) {
    try {
        const { values, fingerprints } = JSON.parse(text ?? '');
        return [values, fingerprints].every(hasTexts) ? { values, fingerprints } : null;
    }
    catch {
        return null;
    }
}
function hasTexts(record) {
    if (typeof record !== 'object' || record === null)
        return false;
    return Object.values(record).every((text) => text === null || typeof text === 'string');
}
function restoreEnvironment(env, recorded) {
    const restored = {};
    for (const [name, value] of Object.entries(env)) {
        if (value === undefined)
            continue;
        if (OF_STEP.test(name) || recorded.fingerprints[name] === fingerprintOf(value))
            restored[name] = value;
    }
    for (const [name, value] of Object.entries(recorded.values))
        if (value !== null)
            restored[name] = value;
    const changed = DECISIVE.filter((name) => (env[name] ?? null) !== (recorded.values[name] ?? null));
    return {
        env: restored,
        changed,
        needsProcess: changed.some((name) => READ_AT_START.includes(name)),
    };
}
function fingerprintOf(value) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(value).digest('hex').slice(0, 16);
}

// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __nccwpck_require__(26);
// EXTERNAL MODULE: ./build/src/github/plain-file.js
var plain_file = __nccwpck_require__(4);
;// CONCATENATED MODULE: ./build/src/app/measure/state.js

/**
 * Reads a saved state.
 * @param text the result of `JSON.stringify(state)`
 * @throws MeasurementError if it is invalid: without the counters of the start there is no figure
 */
function state_parseState(text) {
    try {
        const state = JSON.parse(text);
        if (state.version === 1 && typeof state.root === 'string' && areClocks(state.start.at) && isWhole(state))
            return state;
    }
    catch {
        // Reported below.
    }
    throw new MeasurementError('the saved start of the measurement cannot be read: run the job again', 'state');
}
/** Maximum time, ms: the latest date of JavaScript is 8.64e15 ms. */
const MAX_MS = 8e15;
function areClocks({ monotonicMs, wallMs, bootMs }) {
    return [monotonicMs, wallMs, bootMs ?? 0].every((ms) => Number.isFinite(ms) && ms >= 0 && ms < MAX_MS);
}
/** Whether the fields used for paths and lists are valid. For `mode: report` any step of the job could have written them. */
function isWhole({ group, zones, boards, sampler }) {
    if (group !== null && typeof group.usageFile !== 'string')
        return false;
    if (!Array.isArray(zones) || !zones.every(({ id }) => typeof id === 'string'))
        return false;
    if (!Array.isArray(boards))
        return false;
    return sampler === null || (typeof sampler.folder === 'string' && Number.isSafeInteger(sampler.process.pid));
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(542);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./build/src/app/action/private-folder.js



/** New files only, and never through a link that another process made. Windows has neither this flag nor such links. */
const NEW_FILE = external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_EXCL | (external_node_fs_.constants.O_NOFOLLOW ?? 0);
const OWNER_ONLY = 0o600;
/** A folder that other accounts cannot enter and whose name cannot be guessed before it exists. */
class PrivateFolder {
    path;
    #temporary = 0;
    constructor(folder) {
        this.path = folder;
    }
    /** Creates a folder under RUNNER_TEMP, which the runner empties after the job. mkdtemp gives it mode 0700. */
    static create(env) {
        return new PrivateFolder((0,external_node_fs_.mkdtempSync)(external_node_path_.join(env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(), 'carbon-gate-')));
    }
    /** Writes a file, replacing an earlier one atomically. @returns its path */
    write(name, content) {
        const file = external_node_path_.join(this.path, name);
        const temporary = `${file}.${++this.#temporary}.tmp`;
        const descriptor = (0,external_node_fs_.openSync)(temporary, NEW_FILE, OWNER_ONLY);
        try {
            const bytes = Buffer.from(content);
            for (let offset = 0; offset < bytes.length;)
                offset += (0,external_node_fs_.writeSync)(descriptor, bytes, offset);
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
        (0,external_node_fs_.renameSync)(temporary, file);
        return file;
    }
}

;// CONCATENATED MODULE: ./build/src/app/action/session.js






/** Name of the value in the action's state, which only our own post step receives. */
const STATE = 'measurement';
/** Variable with the path of the session file, for a later step of the job (`mode: report`). */
const SESSION_VARIABLE = 'CARBON_GATE_SESSION';
/** Maximum size of the session file, bytes. It has about 1 kB. */
const MAX_BYTES = 100_000;
/** Saves the start of a measurement in the action's state. The runner keeps the last value of a name. */
function saveState(session, env) {
    appendToRunnerFile(env['GITHUB_STATE'], STATE, JSON.stringify(session));
}
/** Saves the start of a measurement: in the action's state, and in a private file for `mode: report`. */
function saveSession(session, env) {
    saveState(session, env);
    try {
        saveForReport(JSON.stringify(session), env);
    }
    catch {
        // The verdict at the end does not need it; `mode: report` says that no step measures.
    }
}
function saveForReport(text, env) {
    appendToRunnerFile(env['GITHUB_ENV'], SESSION_VARIABLE, PrivateFolder.create(env).write('session.json', text));
}
/** The session that main saved for this post step; null if main failed before. */
function ownSession(env) {
    const text = env[`STATE_${STATE}`];
    return text ? sessionFrom(text) : null;
}
/**
 * The session of the job's measuring step, for `mode: report`. Every step of the job may change the variable, so the file serves
 * only for figures during the job: the final verdict uses the action's own state. The event is not read from the file.
 * @throws MeasurementError without a session
 */
function sessionOfJob(env) {
    const file = env[SESSION_VARIABLE];
    if (!file) {
        throw new MeasurementError('no step of this job measures: `mode: report` needs a step with `mode: job` before it', 'session');
    }
    try {
        const session = sessionFrom(readPlainFile(file, MAX_BYTES));
        // A step may have written the file: its text must not reach a note, so only the flag is taken.
        const stop = session.stop && { canSignal: session.stop.canSignal === true, notes: [] };
        return { ...session, event: null, known: [], stop };
    }
    catch {
        throw new MeasurementError('the session file of the measuring step cannot be read: a step of this job changed or removed it', 'session');
    }
}
function sessionFrom(text) {
    const session = parseJson(text);
    if (typeof session !== 'object' || session === null) {
        throw new MeasurementError('the saved start of the measurement cannot be read: the state of the action is damaged', 'state');
    }
    const { startedMs } = session;
    return {
        measurement: parseState(JSON.stringify(session.measurement ?? null)),
        startedMs: typeof startedMs === 'number' && Number.isFinite(startedMs) ? startedMs : 0,
        // Event and stop were written by ourselves into the action's state, which no other step sees.
        event: (session.event ?? null),
        stop: (session.stop ?? null),
        known: (session.known ?? []),
        requests: typeof session.requests === 'number' ? session.requests : 0,
    };
}

;// CONCATENATED MODULE: ./build/src/app/action/save-job.js




/**
 * Saves the start of a job for the post step before anything waits for the network: a job that is cancelled while `main` asks about
 * stops keeps its measurement.
 */
function saveStart({ measurement, startedMs, event }, env) {
    appendToRunnerFile(env['GITHUB_STATE'], 'environment', JSON.stringify(recordEnvironment(env)));
    saveState({ measurement, startedMs, event, stop: null, known: [], requests: 0 }, env);
}
/** Replaces the saved start by what is known about stops, and exports the path of the stop file to the steps between. */
function saveJob({ measurement, startedMs, event }, { known, requests }, stop, env) {
    const armed = stop?.armed ?? null;
    if (armed)
        appendToRunnerFile(env['GITHUB_ENV'], STOP_FILE_VARIABLE, armed.stopFile);
    saveSession({
        measurement: stop?.replacement?.measurement ?? measurement,
        startedMs,
        event,
        stop: armed && { canSignal: armed.canSignal, notes: armed.notes },
        known,
        requests: requests + (stop?.requests ?? 0),
    }, env);
}


/***/ }),

/***/ 962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  _: () => (/* binding */ startJob)
});

// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __nccwpck_require__(26);
// EXTERNAL MODULE: ./build/src/github/events.js
var events = __nccwpck_require__(396);
;// CONCATENATED MODULE: ./build/src/github/event.js

const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const FULL_NAME = /^[\w.-]+\/[\w.-]+$/;
/** Longest name of a branch that is taken over. */
const MAX_REF = 1000;
/**
 * Reads what the runner says of the event. A part that is not as GitHub documents it counts as absent; nothing throws.
 * To be read in `main` and handed to `post` by the action's state: the event file lies where the job's own steps may
 * write. Checked by hand, because `main` must start fast.
 * @param readFile reads GITHUB_EVENT_PATH; may throw
 * @returns null outside of a repository's workflow
 */
function readEvent(env, readFile) {
    const payload = payloadOf(env['GITHUB_EVENT_PATH'], readFile);
    const repository = objectOf(payload['repository']);
    const fullName = matching(env['GITHUB_REPOSITORY'], FULL_NAME) ?? matching(repository['full_name'], FULL_NAME);
    if (fullName === null)
        return null;
    const [owner = '', repo = ''] = fullName.split('/');
    const name = env['GITHUB_EVENT_NAME'] ?? '';
    const pullRequest = confirmed(pullRequestOf(payload['pull_request']), env);
    return {
        name,
        repository: { owner, repo },
        sha: matching(env['GITHUB_SHA'], SHA),
        defaultBranch: textOf(repository['default_branch']),
        pullRequest,
        mergeGroup: mergeGroupOf(objectOf(payload['merge_group'])),
        readOnlyToken: (0,events/* eventTraits */.C)(name).cutsToken && (pullRequest?.fork === true || env['GITHUB_ACTOR'] === 'dependabot[bot]'),
    };
}
/** The runner's variables name the pull request too, and a step cannot change those: a file that differs is not believed. */
function confirmed(pull, env) {
    const number = /^refs\/pull\/(\d+)\/merge$/.exec(env['GITHUB_REF'] ?? '')?.[1];
    if (pull && number !== undefined && Number(number) !== pull.number)
        return null;
    return pull && env['GITHUB_BASE_REF'] && env['GITHUB_BASE_REF'] !== pull.base.ref ? null : pull;
}
function payloadOf(file, readFile) {
    if (!file)
        return {};
    try {
        return objectOf(JSON.parse(readFile(file)));
    }
    catch {
        return {};
    }
}
function objectOf(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
function textOf(value) {
    return typeof value === 'string' && value !== '' && value.length <= MAX_REF ? value : null;
}
function matching(value, pattern) {
    return typeof value === 'string' && pattern.test(value) ? value : null;
}
/** A pull request as events and the API give it; null when it is none. */
function pullRequestOf(value) {
    const pull = objectOf(value);
    const { number } = pull;
    const head = placeOf(objectOf(pull['head']));
    const base = placeOf(objectOf(pull['base']));
    if (!head || !base || typeof number !== 'number' || !Number.isSafeInteger(number) || number <= 0)
        return null;
    // A deleted fork has no repository and still counts as a fork.
    const fork = head.repository !== base.repository;
    const createdMs = Date.parse(textOf(pull['created_at']) ?? '');
    const created = Number.isFinite(createdMs) ? { createdMs } : {};
    return { number, head, base, fork, author: textOf(objectOf(pull['user'])['login']), ...created };
}
function placeOf(place) {
    const sha = matching(place['sha'], SHA);
    const ref = textOf(place['ref']);
    if (sha === null || ref === null)
        return null;
    return { sha, ref, repository: matching(objectOf(place['repo'])['full_name'], FULL_NAME) };
}
function mergeGroupOf(group) {
    const headSha = matching(group['head_sha'], SHA);
    const baseSha = matching(group['base_sha'], SHA);
    if (headSha === null || baseSha === null)
        return null;
    const number = /\/pr-(\d{1,9})-[0-9a-f]{40,64}$/.exec(textOf(group['head_ref']) ?? '')?.[1];
    return { headSha, baseSha, number: number === undefined ? null : Number(number) };
}

// EXTERNAL MODULE: ./build/src/github/plain-file.js
var plain_file = __nccwpck_require__(4);
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./build/src/sensors/root.js


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
function root_textAt(root, path) {
    try {
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, path), 'latin1').slice(0, LONGEST);
    }
    catch {
        return null;
    }
}
/** A file with one whole number of at least 0; null if it cannot be read or contains something else (`max`, ''). */
function numberIn(root, path) {
    const text = root_textAt(root, path)?.trim();
    return text && /^\d{1,19}$/.test(text) ? Number(text) : null;
}
/** Names in a folder, sorted; none when it cannot be read. */
function namesIn(root, path) {
    try {
        return (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(root, path)).sort();
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/src/sensors/cgroup-folders.js



const MOUNT = 'sys/fs/cgroup';
/** Lines of /proc/self/cgroup: id, controllers, path. */
function groupLines(root) {
    return (root_textAt(root, 'proc/self/cgroup') ?? '').split('\n').map((line) => line.split(':'));
}
/** Folders of the group of version 2 and of those above it. */
function unifiedFolders(root, lines) {
    const unified = lines.find(([id, controllers]) => id === '0' && controllers === '');
    return unified ? upwards(root, MOUNT, unified.slice(2).join(':')) : [];
}
/** Folders of the group of a controller of version 1 and of those above it. */
function foldersOf(root, lines, controller) {
    const line = lines.find(([, controllers = '']) => controllers.split(',').includes(controller));
    if (!line)
        return [];
    const mounts = [line[1] ?? '', controller, 'cpu,cpuacct', 'cpuacct,cpu'];
    const mount = mounts.find((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, MOUNT, name)));
    return mount === undefined ? [] : upwards(root, `${MOUNT}/${mount}`, line.slice(2).join(':'));
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

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(542);
;// CONCATENATED MODULE: ./build/src/sensors/host-cpus.js




/** Processors that the system runs, also where a container shows only its own. */
function onlineCpus(root) {
    const online = root_textAt(root, 'sys/devices/system/cpu/online') ?? '';
    return hiddenHostCpus(root, online) ?? countCpus(online) ?? ((0,external_node_os_.cpus)().length || 1);
}
/**
 * Processors of the host of a container whose /proc and /sys show its own only (LXC with lxcfs). What lxcfs passes through gives it away:
 * a cpuset never names a processor that is not online, and a processor's siblings are online as well.
 * @returns null when the list of online processors is the host's; else at least this many
 */
function hiddenHostCpus(root, online) {
    const shown = new Set(cpusIn(online));
    if (shown.size === 0)
        return null;
    const lines = groupLines(root);
    const used = [
        ...unifiedFolders(root, lines).map((folder) => `${folder}/cpuset.cpus.effective`),
        ...foldersOf(root, lines, 'cpuset').map((folder) => `${folder}/cpuset.cpus`),
    ].flatMap((path) => cpusIn(root_textAt(root, path) ?? ''));
    const present = cpusIn(root_textAt(root, 'sys/devices/system/cpu/present') ?? '');
    const hasMore = present.length > shown.size;
    // Processors are also offline where an owner switched their threads off: then no processor has more siblings than are online.
    const beside = hasMore ? countSiblings(root_textAt(root, 'proc/cpuinfo') ?? '') : 0;
    const isByLxcfs = hasMore && (lines.some((line) => /^\/lxc\b/.test(line.slice(2).join(':'))) || hasLxcfs(root));
    if (beside <= shown.size && !isByLxcfs && used.every((id) => shown.has(id)))
        return null;
    return Math.max(beside, 1 + [...used, ...present].reduce((most, id) => Math.max(most, id), 0));
}
/** Threads of all sockets, as the processors that /proc/cpuinfo shows report them; 0 if they report none. */
function countSiblings(info) {
    const ofSocket = new Map([...info.matchAll(/^physical id\s*:\s*(\d+)\nsiblings\s*:\s*(\d+)$/gm)].map(([, socket, count]) => [
        socket,
        Number(count),
    ]));
    return [...ofSocket.values()].reduce((sum, count) => sum + count, 0);
}
/** Whether lxcfs makes the list of processors. */
function hasLxcfs(root) {
    const mounts = root_textAt(root, 'proc/self/mounts') ?? '';
    return /^\S+ \/(?:proc\/cpuinfo|sys\/devices\/system\/cpu\S*) fuse\.lxcfs /m.test(mounts);
}

;// CONCATENATED MODULE: ./build/src/sensors/cgroup-tree.js




const BYTES_PER_MIB = 1024 * 1024;
/** cgroup v1 says "no limit" with the largest page-aligned number; no machine has 4 PiB. */
const NO_LIMIT_BYTES = 2 ** 52;
/**
 * Finds the group of this process (cgroups(7)).
 * @param online processors of the machine
 * @returns null without a group that counts CPU time
 */
function findControlGroup(root, online = onlineCpus(root)) {
    const lines = groupLines(root);
    return version2(root, online, lines) ?? version1(root, online, lines);
}
/** The group of this process when it limits the CPU to less than the machine has: then the job's machine is the group. */
function findLimitingGroup(root, online = onlineCpus(root)) {
    const group = findControlGroup(root, online);
    const limit = group?.cpuLimit ?? null;
    return group && limit !== null && limit < online ? { ...group, cpuLimit: limit } : null;
}
function version2(root, online, lines) {
    const folders = unifiedFolders(root, lines);
    const own = folders[0];
    if (own === undefined || !(root_textAt(root, `${own}/cpu.stat`) ?? '').includes('usage_usec'))
        return null;
    const limits = [
        shownCpus(root, online),
        ...folders.flatMap((folder) => [
            quota2(root_textAt(root, `${folder}/cpu.max`)),
            cpuset(online, root_textAt(root, `${folder}/cpuset.cpus.effective`)),
        ]),
    ];
    const memory = folders.map((folder) => numberIn(root, `${folder}/memory.max`));
    return { version: 2, usageFile: `${own}/cpu.stat`, cpuLimit: smallest(limits), memoryLimitMb: mebibytes(memory) };
}
function version1(root, online, lines) {
    const folders = (controller) => foldersOf(root, lines, controller);
    const own = folders('cpuacct')[0];
    if (own === undefined || numberIn(root, `${own}/cpuacct.usage`) === null)
        return null;
    const limits = [
        shownCpus(root, online),
        ...folders('cpu').map((folder) => quota1(root, folder)),
        ...folders('cpuset').map((folder) => cpuset(online, root_textAt(root, `${folder}/cpuset.cpus`))),
    ];
    const memory = folders('memory').map((folder) => numberIn(root, `${folder}/memory.limit_in_bytes`));
    return {
        version: 1,
        usageFile: `${own}/cpuacct.usage`,
        cpuLimit: smallest(limits),
        memoryLimitMb: mebibytes(memory),
    };
}
/** `max 100000` or `200000 100000`: quota and period, µs. */
function quota2(text) {
    const match = /^(\d+) (\d+)\s*$/.exec(text ?? '');
    return match && Number(match[2]) > 0 ? Number(match[1]) / Number(match[2]) : null;
}
function quota1(root, folder) {
    // Without a limit the quota is -1, which is not a whole number of at least 0.
    const quota = numberIn(root, `${folder}/cpu.cfs_quota_us`);
    const period = numberIn(root, `${folder}/cpu.cfs_period_us`);
    return quota && period ? quota / period : null;
}
/** Processors that lxcfs shows, when they are fewer than the machine has: the limit of the container, whose cpuset may be hidden. */
function shownCpus(root, online) {
    return cpuset(online, root_textAt(root, 'sys/devices/system/cpu/online'));
}
/** Size of a cpuset, when it is smaller than the machine. */
function cpuset(online, list) {
    const own = countCpus(list ?? '');
    return own !== null && own < online ? own : null;
}
function smallest(limits) {
    const known = limits.filter((limit) => limit !== null && limit > 0);
    return known.length > 0 ? Math.min(...known) : null;
}
function mebibytes(limits) {
    const bytes = smallest(limits);
    return bytes === null || bytes >= NO_LIMIT_BYTES ? null : bytes / BYTES_PER_MIB;
}

;// CONCATENATED MODULE: ./build/src/sensors/kept-file.js

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
            this.handle = (0,external_node_fs_.openSync)(path, 'r');
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
            const length = (0,external_node_fs_.readSync)(this.handle, this.bytes, 0, this.bytes.length, 0);
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
            (0,external_node_fs_.closeSync)(this.handle);
        this.handle = null;
    }
}

;// CONCATENATED MODULE: ./build/src/sensors/cgroup.js


/** CPU time of the control group's processes since it was made, ms (cgroup v2 cpu.stat `usage_usec`, v1 cpuacct.usage in ns). */
class CgroupCpu {
    file;
    perMs;
    label;
    constructor(root, group) {
        this.file = new KeptFile((0,external_node_path_.join)(root, group.usageFile));
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

;// CONCATENATED MODULE: ./build/src/sensors/clock.js


const NS_PER_MS = 1e6;
/** Monotonic time, ms, of a clock that all processes share (CLOCK_MONOTONIC and its like). */
function monotonicMs() {
    return Number(process.hrtime.bigint()) / NS_PER_MS;
}
/** Longest time that reading a few small files takes, ms. A process that took longer was paused in between. */
const PAUSE_MS = 20;
/**
 * Reads a moment and the counters that belong to it. Reads them once more if the process was paused in between, as happens on a busy
 * machine: counters that are later than their moment look like more work than the processors can do.
 */
function readUnpaused(read) {
    const startMs = monotonicMs();
    const first = read();
    return monotonicMs() - startMs < PAUSE_MS ? first : read();
}
/** Now, on all three clocks. The boot clock is /proc/uptime (CLOCK_BOOTTIME, 10 ms). */
function now(root) {
    return { monotonicMs: monotonicMs(), wallMs: Date.now(), bootMs: uptimeMs(root) };
}
function uptimeMs(root) {
    const file = new KeptFile((0,external_node_path_.join)(root, 'proc/uptime'), 64);
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
        this.file = new KeptFile((0,external_node_path_.join)(root, 'proc/stat'));
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
        // No file stays open.
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

;// CONCATENATED MODULE: ./build/src/sensors/virtual.js



const DMI = 'sys/class/dmi/id';
/** Chassis tag of every virtual machine of Azure (as in cloud-init's Azure data source). */
const AZURE_TAG = '7783-7084-3265-9085-8269-3286-77';
/** Makers and products that only virtual machines have in their DMI tables. */
const VIRTUAL = /\b(?:virtual machine|kvm|qemu|vmware|virtualbox|xen|bochs|openstack|bhyve|google compute engine|parallels|ovirt|rhev)\b/i;
/** The cloud by the machine's own DMI tables: no network. */
function cloudOf(root) {
    const vendor = dmi(root, 'sys_vendor');
    const product = dmi(root, 'product_name');
    if (dmi(root, 'chassis_asset_tag') === AZURE_TAG)
        return 'azure';
    if (/^Amazon EC2$/i.test(vendor) || /^ec2/i.test(root_textAt(root, 'sys/hypervisor/uuid') ?? ''))
        return 'aws';
    return /^Google/i.test(vendor) && /Google Compute Engine/i.test(product) ? 'gcp' : null;
}
/** Whether the machine is virtual. @returns null if unknown */
function isVirtual(root, cpuinfo) {
    const flags = /^flags\s*:(.*)$/m.exec(cpuinfo)?.[1];
    if (flags?.split(/\s+/).includes('hypervisor'))
        return true;
    const product = dmi(root, 'product_name');
    const vendor = dmi(root, 'sys_vendor');
    if (VIRTUAL.test(`${vendor} ${product}`) || (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, 'sys/hypervisor/type')))
        return true;
    // EC2 names its instances; those of bare metal say so.
    if (/^Amazon EC2$/i.test(vendor))
        return !/\.metal/.test(product);
    // On x86 a hypervisor sets the flag; ARM has no such flag.
    return flags !== undefined || vendor !== '' ? false : null;
}
/** Whether files that container runtimes make say that this is a container. */
function hasContainerFile(root) {
    return (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, '.dockerenv')) || (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, 'run/.containerenv'));
}
function dmi(root, name) {
    return root_textAt(root, `${DMI}/${name}`)?.trim() ?? '';
}

;// CONCATENATED MODULE: ./build/src/sensors/rapl-zones.js




const FOLDER = 'sys/class/powercap';
/** Path of a zone's counter, below the root. */
function energyFile(zone) {
    return `${FOLDER}/${zone.id}/energy_uj`;
}
/** Finds the meters (kernel documentation, power/powercap). */
function findRaplZones(root) {
    const shown = shownMeters(root);
    const ofDomain = (domain) => shown.filter((meter) => meter.domain === domain);
    const packages = ofDomain('package');
    const sockets = new Set(packages.map(({ socket }) => socket)).size;
    const isMissing = {
        package: packages.length > 0 && sockets < shownSockets(root),
        dram: ofDomain('dram').length > 0 && ofDomain('dram').length < packages.length,
        psys: false,
    };
    const lost = shown.filter(({ zone }) => zone === null);
    const isComplete = (domain) => !isMissing[domain] && lost.every((meter) => meter.domain !== domain);
    return {
        zones: shown.flatMap(({ zone }) => (zone && isComplete(zone.domain) ? [zone] : [])),
        denied: lost.some(({ denied }) => denied),
        incomplete: isMissing.package || isMissing.dram || lost.some(({ denied }) => !denied),
    };
}
/** A package's meter that is read through memory, and not through its registers. */
const MMIO = /-mmio:/;
/** Every meter once: a package that shows itself through its registers and through memory (`intel-rapl-mmio`) is one. */
function shownMeters(root) {
    const found = new Map();
    const names = namesIn(root, FOLDER);
    for (const id of [...names.filter((id) => !MMIO.test(id)), ...names.filter((id) => MMIO.test(id))]) {
        const name = /^(?:intel|amd)-rapl(?:-mmio)?:\d+(?::\d+)?$/.test(id) && root_textAt(root, `${FOLDER}/${id}/name`)?.trim();
        const domain = name ? domainOf(name) : null;
        if (!name || !domain)
            continue;
        // A subzone belongs to its package; psys and packages have different names.
        const identity = domain === 'dram' ? `dram of ${parentName(root, id)}` : name;
        if (found.get(identity)?.zone)
            continue;
        const rangeUj = numberIn(root, `${FOLDER}/${id}/max_energy_range_uj`);
        const isReadable = numberIn(root, energyFile({ id })) !== null && rangeUj !== null && rangeUj > 0;
        const socket = /^(package-\d+)-die-\d+$/.exec(name)?.[1];
        const zone = isReadable ? { id, domain, rangeUj, ...(socket === undefined ? {} : { socket }) } : null;
        const meter = { domain, socket: socket ?? name, zone };
        found.set(identity, { ...meter, denied: zone === null && isDenied((0,external_node_path_.join)(root, energyFile({ id }))) });
    }
    return [...found.values()];
}
/** Sockets that a machine of its own shows; 0 for a virtual machine, whose sockets may be made up, and where they are unknown. */
function shownSockets(root) {
    const info = root_textAt(root, 'proc/cpuinfo') ?? '';
    if (isVirtual(root, info) === true)
        return 0;
    return new Set(info.match(/^physical id\s*:.*$/gm)).size;
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
    return root_textAt(root, `${FOLDER}/${parent}/name`)?.trim() ?? parent;
}
function isDenied(path) {
    if (!(0,external_node_fs_.existsSync)(path))
        return false;
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.R_OK);
        return false;
    }
    catch {
        return true;
    }
}

;// CONCATENATED MODULE: ./build/src/sensors/rapl.js



/** The counters of RAPL zones, µJ, in the order of the zones; one that cannot be read now is null. */
class Rapl {
    files;
    constructor(root, zones) {
        this.files = zones.map((zone) => new KeptFile((0,external_node_path_.join)(root, energyFile(zone)), 32));
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

;// CONCATENATED MODULE: ./build/src/sensors/counters.js




/**
 * Reads the counters in this process, so that they are right even when the sampler dies or its file is rewritten.
 * @param group the control group when it limits the CPU, else null
 * @returns also whether the CPU time is the fallback's
 */
function readCounters(root, group, zones) {
    const cpu = openCpu(root);
    const cgroup = group ? new CgroupCpu(root, group) : null;
    const rapl = new Rapl(root, zones);
    try {
        const counters = readUnpaused(() => ({
            at: now(root),
            cpu: cpu.sensor.read(),
            cgroupMs: cgroup?.read() ?? null,
            raplUj: rapl.read() ?? [],
        }));
        return { counters, cpuFallback: cpu.fallback };
    }
    finally {
        cpu.sensor.close();
        cgroup?.close();
        rapl.close();
    }
}

;// CONCATENATED MODULE: ./build/src/sensors/gpu-boards.js




/**
 * Finds the GPU boards that the kernel shows. Graphics inside a processor is not a board: its power is the processor's.
 */
function findKernelBoards(root) {
    const nodes = namesIn(root, 'dev');
    const countNodes = (name) => nodes.filter((node) => name.test(node)).length;
    const counts = [
        { maker: 'NVIDIA', count: countNvidia(root, countNodes(/^nvidia\d+$/)) },
        { maker: 'AMD', count: countAmd(root) },
        { maker: 'Intel', count: countIntel(root) },
        { maker: 'Intel Gaudi', count: Math.max(countAccelerators(root, '0x1da3'), countNodes(/^hl\d+$/)) },
        { maker: 'Google TPU', count: Math.max(countAccelerators(root, GOOGLE), countTpus(root)) },
        { maker: 'AWS Neuron', count: countNodes(/^neuron\d+$/) },
        { maker: 'Huawei Ascend', count: countNodes(/^davinci\d+$/) },
        { maker: 'Qualcomm Cloud AI', count: countAccelerators(root, '0x17cb') },
    ];
    return counts.filter(({ count }) => count > 0);
}
/**
 * Counts NVIDIA boards: those of the driver, limited to those with a device node. A container sees the driver's list of the whole
 * host, but only the nodes that it may open. /dev/dxg (WSL2) exists for every maker and proves nothing.
 */
function countNvidia(root, nodes) {
    const listed = namesIn(root, 'proc/driver/nvidia/gpus').length;
    if (nodes > 0)
        return listed > 0 ? Math.min(listed, nodes) : nodes;
    return isContainer(root) ? 0 : listed;
}
/** Whether the root is that of a container, which shows the devices of the whole host in /proc and /sys; containerd makes no file. */
function isContainer(root) {
    return hasContainerFile(root) || /^\S+ \/ overlay /m.test(root_textAt(root, 'proc/self/mounts') ?? '');
}
/**
 * Whether the job may open a board of the monitoring files: a container sees those of the whole host, and has device nodes of its own
 * boards alone.
 * @param folder of the monitor, below the root
 */
function mayOpen(root, folder) {
    const nodes = namesIn(root, `${folder}/device/drm`).filter((name) => name.startsWith('renderD'));
    const present = namesIn(root, 'dev/dri');
    if (nodes.length === 0 || (present.length === 0 && !isContainer(root)))
        return true;
    return nodes.some((node) => present.includes(node));
}
/** Folders of the monitoring files of graphics drivers. */
function monitorsOf(root, drivers) {
    return namesIn(root, 'sys/class/hwmon')
        .map((id) => `sys/class/hwmon/${id}`)
        .filter((folder) => drivers.test(root_textAt(root, `${folder}/name`)?.trim() ?? ''));
}
/** Counts AMD boards: only a board has a power cap. Without any monitoring file, /dev/kfd of a processor without graphics is one board. */
function countAmd(root) {
    const monitors = monitorsOf(root, /^amdgpu$/);
    if (monitors.length > 0)
        return monitors.filter((folder) => isAmdBoard(root, folder) && mayOpen(root, folder)).length;
    return (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, 'dev/kfd')) && !hasIntegratedGraphics(root) ? 1 : 0;
}
/** Whether the monitor is that of a board: a processor with graphics has no power cap, because it shows the power of the whole chip. */
function isAmdBoard(root, folder) {
    return numberIn(root, `${folder}/power1_cap`) !== null;
}
/** Whether /sys shows AMD boards and none of them is the container's: AMD's tools read them anyway. */
function hasOnlyForeignAmdBoards(root) {
    const boards = monitorsOf(root, /^amdgpu$/).filter((folder) => isAmdBoard(root, folder));
    return boards.length > 0 && boards.every((folder) => !mayOpen(root, folder));
}
/**
 * Counts Intel boards: the drivers register monitoring files for boards only (kernel ABI, sysfs-driver-intel-i915-hwmon). Before Linux 6.2
 * they register none: then a board is a graphics card that is not in the PCI slot of integrated graphics.
 */
function countIntel(root) {
    const monitors = monitorsOf(root, /^(?:i915|xe)$/).filter((folder) => mayOpen(root, folder));
    const cards = namesIn(root, 'sys/class/drm').filter((id) => {
        if (!/^card\d+$/.test(id) || vendorOf(root, `sys/class/drm/${id}`) !== '0x8086')
            return false;
        const slot = /^PCI_SLOT_NAME=(\S+)/m.exec(root_textAt(root, `sys/class/drm/${id}/device/uevent`) ?? '')?.[1];
        return slot !== undefined && !slot.startsWith('0000:00:02.') && mayOpen(root, `sys/class/drm/${id}`);
    });
    return Math.max(monitors.length, cards.length);
}
/**
 * Counts accelerators of a PCI vendor that the job may open. The same class includes the neural units inside processors, whose power is the
 * processor's.
 */
function countAccelerators(root, vendor) {
    const accelerators = namesIn(root, 'sys/class/accel').filter((id) => /^accel\d+$/.test(id) && vendorOf(root, `sys/class/accel/${id}`) === vendor);
    if (accelerators.length === 0 || !isContainer(root))
        return accelerators.length;
    const nodes = new Set([...namesIn(root, 'dev/accel'), ...namesIn(root, 'dev')]);
    return accelerators.filter((id) => nodes.has(id)).length;
}
const GOOGLE = '0x1ae0';
/** PCI devices of TPU v2 to v7: Google's other devices are network cards and disks (JAX, jax/_src/hardware_utils.py). */
const TPUS = new Set(['0x0027', '0x0056', '0x005e', '0x0062', '0x0063', '0x006f', '0x0076']);
/** Counts TPUs that are opened as groups of VFIO, as since v5e: they belong to no class of devices. */
function countTpus(root) {
    const groups = namesIn(root, 'dev/vfio').filter((name) => /^\d+$/.test(name)).length;
    if (groups === 0 && cloudOf(root) !== 'gcp')
        return 0;
    const chips = namesIn(root, 'sys/bus/pci/devices').filter((id) => {
        const folder = `sys/bus/pci/devices/${id}`;
        return (root_textAt(root, `${folder}/vendor`)?.trim() === GOOGLE && TPUS.has(root_textAt(root, `${folder}/device`)?.trim() ?? ''));
    }).length;
    return isContainer(root) ? Math.min(chips, groups) : chips;
}
function vendorOf(root, folder) {
    return root_textAt(root, `${folder}/device/vendor`)?.trim();
}
/** Name of a processor that contains the AMD graphics whose power the tools would report as a board's. */
const INTEGRATED = /\b(?:Radeon|Ryzen|Athlon)\b/i;
/** Whether the processor itself contains AMD graphics, by its name. */
function hasIntegratedGraphics(root) {
    const name = /^model name\s*:(.*)$/m.exec(root_textAt(root, 'proc/cpuinfo') ?? '')?.[1] ?? '';
    return INTEGRATED.test(name) && !/\bRyzen (?:\d )?(?:\d{4}X|Threadripper)/i.test(name);
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





const gpu_files_FOLDER = 'sys/class/hwmon';
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
        this.boards = namesIn(root, gpu_files_FOLDER).flatMap((id) => boardIn(root, `${gpu_files_FOLDER}/${id}`) ?? []);
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
}
function boardIn(root, folder) {
    const driver = root_textAt(root, `${folder}/name`)?.trim() ?? '';
    const maker = DRIVERS.get(driver);
    if (maker === undefined || !mayOpen(root, folder))
        return null;
    if (driver === 'amdgpu' && !isAmdBoard(root, folder))
        return null;
    const power = kept(root, `${folder}/power1_average`) ?? kept(root, `${folder}/power1_input`);
    // Of some cards the driver xe counts the package alone (kernel ABI, sysfs-driver-intel-xe-hwmon).
    const energy = kept(root, `${folder}/energy1_input`) ?? kept(root, `${folder}/energy2_input`);
    // Intel's counter may be readable by root only: then the maker's tool reads the board.
    if (maker === 'Intel' && power === null && energy === null)
        return null;
    const product = root_textAt(root, `${folder}/device/product_name`);
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
    const file = new KeptFile((0,external_node_path_.join)(root, path), 32);
    return file.isOpen ? file : null;
}
function numberOf(file) {
    if (!file?.refresh())
        return null;
    const value = file.numberAfter('');
    return Number.isNaN(value) ? null : value;
}

;// CONCATENATED MODULE: ./build/src/sensors/gpu-tools.js



/** Tools of each maker, the best first. How each is read is in gpu-tool-table.ts, which only the sampler loads. */
const TOOLS = [
    ['NVIDIA', ['nvidia-smi']],
    ['AMD', ['amd-smi', 'rocm-smi']],
    ['Intel', ['xpu-smi']],
];
/** Finds the tools on PATH. A runner without a GPU has none, so it starts nothing. */
function findGpuTools(environment) {
    return TOOLS.flatMap(([maker, commands]) => {
        const tools = commands.flatMap((command) => {
            const path = onPath(command, environment);
            return path === null ? [] : [{ command, path }];
        });
        return tools.length > 0 ? [{ maker, tools }] : [];
    });
}
/**
 * The tools whose readings count: boards that the driver shows as files need none, and the tools of AMD report a processor's own power as
 * that of a board, and in a container the boards of others.
 */
function findNeededTools(root, environment, files, boards) {
    const found = findGpuTools(environment).filter(({ maker }) => !files.covers(maker));
    const isOfOthers = (maker) => maker === 'AMD' &&
        boards.every((board) => board.maker !== maker) &&
        (hasIntegratedGraphics(root) || hasOnlyForeignAmdBoards(root));
    return found.filter(({ maker }) => !isOfOthers(maker));
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

;// CONCATENATED MODULE: ./build/src/sensors/mig-choice.js
/**
 * UUIDs of the MIG devices that the environment gives to the job; empty without such a choice. Slurm sets the variable of CUDA, the
 * container toolkit that of NVIDIA.
 */
function chosenMigDevices(environment) {
    const value = environment['CUDA_VISIBLE_DEVICES'] ?? environment['NVIDIA_VISIBLE_DEVICES'] ?? '';
    return value
        .split(',')
        .map((device) => device.trim())
        .filter((device) => device.startsWith('MIG-'));
}

;// CONCATENATED MODULE: ./build/src/sensors/process-identity.js

/** The start of /proc/PID/stat. Always reads the real /proc, whatever the sensors' root, because signals go to real processes. */
function statOf(pid) {
    const text = root_textAt('/', `proc/${pid}/stat`);
    if (text === null)
        return null;
    // The name in parentheses may itself contain parentheses and spaces: count the fields from the last one.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [state, parent, startTicks] = [fields[0], fields[1], fields[19]];
    return state && startTicks ? { state, parent: Number(parent), startTicks } : null;
}
/** Ticks a second of /proc/PID/stat: USER_HZ, which Linux has fixed at 100 on all machines that Node.js runs on. */
const TICKS_PER_SECOND = 100;
/**
 * Ticks since boot in the text of /proc/uptime, in whole ticks as start times are: a fraction more would be later than a process of the same
 * tick. Null if the text has no number.
 * @example ticksOfUptime('19976.73 28684.46') // 1997673
 */
function ticksOfUptime(text) {
    const seconds = Number.parseFloat(text);
    return Number.isFinite(seconds) ? Math.round(seconds * TICKS_PER_SECOND) : null;
}
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

;// CONCATENATED MODULE: ./build/src/sensors/scope.js




/** Paths of control groups that container runtimes make. */
const CONTAINER_GROUP = /kubepods|docker|containerd|libpod|crio|lxc/;
/**
 * Finds a sign that the job has only a part of the machine although no control group limits its CPU.
 * @param limit the group that limits its CPU, or null
 * @returns null if the job has a limit, or files and variables show no other job on the machine
 */
function findSharedScope(root, limit, environment) {
    if (limit)
        return null;
    // A hosted runner is a virtual machine for one job: a container on it has no neighbours.
    if (environment['RUNNER_ENVIRONMENT'] === 'github-hosted')
        return null;
    if (environment['SLURM_JOB_ID'])
        return 'scope-slurm-node';
    const isContainer = Boolean(environment['KUBERNETES_SERVICE_HOST']) ||
        CONTAINER_GROUP.test(root_textAt(root, 'proc/self/cgroup') ?? '') ||
        hasContainerFile(root) ||
        // Only lxcfs shows fewer processors than the host has.
        (countCpus(root_textAt(root, 'sys/devices/system/cpu/online') ?? '') ?? Number.POSITIVE_INFINITY) < onlineCpus(root);
    if (isContainer)
        return 'scope-no-limit';
    const allowed = countCpus(/^Cpus_allowed_list:\s*(\S+)/m.exec(root_textAt(root, 'proc/self/status') ?? '')?.[1] ?? '');
    return allowed !== null && allowed < onlineCpus(root) ? 'scope-affinity' : null;
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
;// CONCATENATED MODULE: ./build/src/sensors/child-environment.js
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

;// CONCATENATED MODULE: ./build/src/sensors/sampler-options.js
/** File descriptor of the pipe to the process that started the sampler, for readings of the running total. */
const READING_FD = 4;
/** Name of the sample file in its private folder. Here because `main` needs it, and not the format (sample-format.ts). */
const SAMPLE_FILE = 'samples.ndjson';
/** File descriptor of the sample file: opened by the parent, inherited, so that the sampler never opens a path. */
const SAMPLE_FD = 3;
/** Shortest and longest fixed interval, ms. */
const SHORTEST_INTERVAL_MS = 100;
const LONGEST_INTERVAL_MS = 60_000;
/**
 * Steps for cumulative counters. They lose nothing between two samples, so a long job needs fewer: half the samples cost half the CPU
 * time. A short job needs the resolution.
 */
const OF_COUNTERS = [
    { untilMs: 30_000, intervalMs: 1000 },
    { untilMs: 3_600_000, intervalMs: 2000 },
];
/** Steps for readings in watts. A reading counts until the next one, so more samples give a more accurate energy. */
const OF_WATTS = [
    { untilMs: 300_000, intervalMs: 1000 },
    { untilMs: 3_600_000, intervalMs: 2000 },
];
/** Interval after the last step, ms. */
const LAST_INTERVAL_MS = 5000;
/**
 * Time to the next sample, ms.
 * @param ageMs age of the sampler
 * @param fixedMs interval that the user chose, or null
 * @param kind `watts` where a meter or GPU reports its power at the moment of the sample, else `counters`
 */
function intervalAt(ageMs, fixedMs, kind) {
    if (fixedMs !== null)
        return Math.min(LONGEST_INTERVAL_MS, Math.max(SHORTEST_INTERVAL_MS, fixedMs));
    const rhythm = kind === 'watts' ? OF_WATTS : OF_COUNTERS;
    return rhythm.find(({ untilMs }) => ageMs < untilMs)?.intervalMs ?? LAST_INTERVAL_MS;
}

;// CONCATENATED MODULE: ./build/src/app/measure/sampler-end.js



/** File in the sampler's folder that receives its standard error. */
const ERROR_FILE = 'sampler.err';
/** Bytes of standard error that are read from its end. */
const TAIL_BYTES = 4096;
/** Longest message that is quoted, characters. */
const MAX_MESSAGE = 200;
/** Exit of samplers that this process started, by process number: another process cannot know it. */
const exits = new Map();
/** Remembers how a sampler that this process started ended. */
function rememberExit(pid, code, signal) {
    exits.set(pid, signal === null ? `exit status ${code ?? 'unknown'}` : `killed by ${signal}`);
}
/**
 * Explains why a sampler ended early: its exit status or signal, where this process started it, and its last error message.
 * @returns null when neither is known
 */
function explainEnd(sampler) {
    const message = readErrorMessage(sampler.folder);
    const parts = [exits.get(sampler.process.pid), message === null ? undefined : `its last message: ${message}`];
    const known = parts.filter((part) => part !== undefined);
    return known.length === 0 ? null : known.join('; ');
}
/** Reads the last error message without following links or waiting for a pipe: other steps of the job may write the file. */
function readErrorMessage(folder) {
    let fd;
    try {
        fd = openSync(join(folder, ERROR_FILE), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    }
    catch {
        return null;
    }
    try {
        const { size } = fstatSync(fd);
        const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES));
        const length = readSync(fd, bytes, 0, bytes.length, Math.max(0, size - bytes.length));
        return lastMessageOf(bytes.toString('utf8', 0, length));
    }
    catch {
        return null;
    }
    finally {
        closeSync(fd);
    }
}
/**
 * Finds the message in what a crashed Node.js prints: the line of the error, which the stack and the version follow; else the last line. Warnings
 * of V8 about its own flags are no cause.
 * @example lastMessageOf('x.js:1\nError: no memory\n    at y\n\nNode.js v20.1.0\n') // 'Error: no memory'
 */
function lastMessageOf(text) {
    const lines = text
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '' && !/^(?:Node\.js v\d|Warning:|\(node:)/.test(line));
    const line = lines.findLast((each) => /^(?:\w*Error\b|FATAL ERROR)/.test(each)) ?? lines.at(-1);
    return line === undefined ? null : printable(line.trim()).slice(0, MAX_MESSAGE);
}

;// CONCATENATED MODULE: ./build/src/app/measure/launch.js









/**
 * Flags that keep the sampler small and quiet (bench/sampler). It runs a few hundred lines once a second: machine code made
 * for them would never pay for itself, nor would a pool of V8 threads. The collector's "memory reducer" looks for something
 * to free whenever a process is idle, which this one nearly always is: within the first minute that alone takes as much CPU
 * time as all the samples.
 */
const TUNED_FLAGS = ['--no-warnings', '--v8-pool-size=0', '--jitless', '--no-memory-reducer', '--max-semi-space-size=1'];
/** Newest major version of Node that is known to have the flags: a Node that does not know one refuses to start. */
const TUNED_UP_TO = 26;
/** The flags for a version of Node, e.g. `24.1.0`. */
function nodeFlags(version) {
    return Number.parseInt(version, 10) <= TUNED_UP_TO ? TUNED_FLAGS : ['--no-warnings'];
}
const { O_APPEND, O_CREAT, O_EXCL, O_WRONLY } = external_node_fs_.constants;
/** Not on Windows, where other users cannot create symbolic links. */
const O_NOFOLLOW = external_node_fs_.constants.O_NOFOLLOW ?? 0;
/**
 * Starts the sampler, detached and without our own streams. Its file is in a folder that only this user may enter, and is passed as
 * an open descriptor: it cannot be replaced by a link.
 * @param bundle path of the sampler's bundle
 * @returns the sampler, or the reason why it could not be started
 */
async function launchSampler(bundle, options, environment, { onReading, onEnd, secret } = {}) {
    try {
        const parent = environment['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)();
        const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, 'carbon-gate-'));
        const create = (name) => (0,external_node_fs_.openSync)((0,external_node_path_.join)(folder, name), O_CREAT | O_EXCL | O_NOFOLLOW | O_APPEND | O_WRONLY, 0o600);
        const fd = create(SAMPLE_FILE);
        const errorFd = create(ERROR_FILE);
        try {
            const { dev, ino } = (0,external_node_fs_.fstatSync)(fd, { bigint: true });
            const child = (0,external_node_child_process_namespaceObject.spawn)(process.execPath, [...nodeFlags(process.versions.node), bundle, JSON.stringify({ ...options, folder })], {
                detached: true,
                stdio: [
                    secret === undefined ? 'ignore' : 'pipe',
                    'ignore',
                    errorFd,
                    fd,
                    ...(onReading ? ['pipe'] : []),
                ],
                // One thread for files is plenty: they are only read while it starts.
                env: { ...childEnvironment(environment), [SAMPLER_VARIABLE]: '1', UV_THREADPOOL_SIZE: '1' },
                // The job may want to remove its own folder.
                cwd: parent,
                windowsHide: true,
            });
            const { pid } = child;
            if (pid === undefined) {
                const [error] = (await (0,external_node_events_namespaceObject.once)(child, 'error'));
                return { sampler: null, failure: error.message };
            }
            // The end of the measurement adds a note that the sampler is missing.
            child.on('error', () => undefined);
            child.on('exit', (code, signal) => rememberExit(pid, code, signal));
            child.unref();
            if (secret !== undefined)
                sendSecret(child.stdin, secret);
            const pipe = child.stdio[4];
            if (onReading && pipe)
                receive(pipe, onReading);
            if (onEnd)
                pipe?.on('close', onEnd);
            return { sampler: { process: identify(pid), folder, file: `${dev}:${ino}` }, failure: null };
        }
        finally {
            (0,external_node_fs_.closeSync)(fd);
            (0,external_node_fs_.closeSync)(errorFd);
        }
    }
    catch (error) {
        return { sampler: null, failure: error instanceof Error ? error.message : String(error) };
    }
}
function sendSecret(input, secret) {
    input?.on('error', () => undefined);
    input?.end(secret);
}
/** One line of the sampler; null for anything else, because every process of this user can write to its descriptors. */
function readingOf(line) {
    try {
        const reading = JSON.parse(line);
        const { t, seconds, itWh, watts, gpus } = reading;
        const isWhole = [t, seconds, itWh, watts].every((value) => Number.isFinite(value) && value >= 0);
        return isWhole && Array.isArray(gpus) && gpus.every((name) => typeof name === 'string') ? reading : null;
    }
    catch {
        return null;
    }
}
/** Reads JSON lines from the sampler, without keeping this process alive. */
function receive(pipe, onReading) {
    let rest = '';
    pipe.unref();
    pipe.setEncoding('utf8');
    pipe.on('error', () => undefined);
    pipe.on('data', (chunk) => {
        const lines = `${rest}${chunk}`.split('\n');
        rest = lines.pop() ?? '';
        for (const reading of lines.map(readingOf))
            if (reading)
                onReading(reading);
    });
}

;// CONCATENATED MODULE: ./build/src/app/measure/start.js











/** Time after which the sampler ends in any case, ms. GitHub ends hosted jobs after 6 h; the counters cover longer ones. */
const LIMIT_MS = 24 * 3_600_000;
/**
 * Starts a measurement: reads the counters, starts the sampler. Does not fail without a sampler: the figure then comes from the
 * counters alone. Takes a few milliseconds plus starting a process.
 */
async function startMeasurement(options) {
    const { environment } = options;
    const root = rootFrom(environment);
    const group = findLimitingGroup(root);
    const { zones, denied, incomplete } = findRaplZones(root);
    const sharedScope = findSharedScope(root, group, environment);
    const boards = findKernelBoards(root);
    const files = new GpuFiles(root);
    const tools = findNeededTools(root, environment, files, boards);
    // Before the sampler, so that its running total starts with them.
    const { counters, cpuFallback } = readCounters(root, group, zones);
    const { sampler, failure } = await startSampler(options, root, counters);
    return {
        version: 1,
        root,
        start: counters,
        cpuFallback,
        group,
        zones,
        raplDenied: denied,
        raplIncomplete: incomplete,
        hasGpu: boards.length > 0 || files.isPresent || tools.length > 0,
        boards,
        sharedScope,
        sampler,
        samplerFailure: failure,
    };
}
/** Starts the sampler of a measurement. @param start counters at the start of the measurement */
function startSampler(options, root, start) {
    const { environment, samplerPath, intervalMs, watchPid, removesFolder, total, readings, stop } = options;
    return launchSampler(samplerPath, {
        root,
        intervalMs,
        watch: watchPid > 1 ? identify(watchPid) : null,
        limitMs: LIMIT_MS,
        topProcesses: options.topProcesses ?? false,
        ...(removesFolder && { removesFolder }),
        migDevices: chosenMigDevices(environment),
        ...(total && { total: { ...total, start } }),
        ...(readings && { readingMs: readings.everyMs, watchedLines: readings.lines }),
        ...(stop && { stop: stop.options }),
    }, environment, { onReading: readings?.take, onEnd: readings?.onEnd, secret: stop?.token ?? undefined });
}

;// CONCATENATED MODULE: ./build/src/app/action/start.js




/** `mode: job`, first half: starts measuring. Every job pays for this, so it stays small. */
async function startJob(given, samplerPath, env) {
    // Without it the post step would have nothing to judge, and the job would pass without a verdict.
    if (!env['GITHUB_STATE']) {
        throw new errors/* ConfigurationError */.j1('mode: job needs a runner that passes state from main to post, and GITHUB_STATE is not set. Use `carbon-gate run -- COMMAND` instead');
    }
    const startedMs = Date.now();
    const options = {
        samplerPath,
        intervalMs: given.interval === undefined ? null : given.interval * 1000,
        // The runner's worker is our parent process: the job ends with it.
        watchPid: process.ppid,
        topProcesses: given['top-processes'] ?? false,
        environment: env,
    };
    return { measurement: await startMeasurement(options), options, startedMs, event: readEvent(env, plain_file/* readPlainFile */.b$) };
}


/***/ }),

/***/ 391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  t: () => (/* binding */ lookForStop)
});

;// CONCATENATED MODULE: ./build/src/github/raw-file.js
/** Largest file that is read, bytes: that of the contents API's own reader. */
const MAX_BYTES = 100_000;
const FAILED = { state: 'failed' };
/**
 * Reads a file through the contents API with Node's own client, for `main`: loading the API library takes a second, and loading
 * `fetch` alone twice the CPU time of everything else that `main` does (bench/startup.ts).
 * @param api GITHUB_API_URL
 */
async function readRawFile({ api, token }, { owner, repo, path, ref }, signal) {
    try {
        const file = path.split('/').map(encodeURIComponent).join('/');
        const url = new URL(`${api}/repos/${owner}/${repo}/contents/${file}?ref=${encodeURIComponent(ref)}`);
        const { get } = url.protocol === 'http:' ? await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 67, 19)) : await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 708, 19));
        const headers = {
            accept: 'application/vnd.github.raw+json',
            authorization: `Bearer ${token}`,
            'user-agent': 'carbon-gate',
        };
        return await new Promise((resolve) => {
            // No redirect is followed: it could lead the token elsewhere.
            const request = get(url, { headers, signal }, (answer) => {
                const { statusCode } = answer;
                let text = '';
                answer.setEncoding('utf8');
                answer.on('error', () => resolve(FAILED));
                answer.on('data', (chunk) => {
                    text += chunk;
                    if (text.length > MAX_BYTES)
                        request.destroy(new Error('too large'));
                });
                answer.on('end', () => {
                    // Servers that do not know the raw format (Gitea, Forgejo) answer with JSON.
                    const isJson = /^application\/json\b/i.test(answer.headers['content-type'] ?? '');
                    if (statusCode === 200)
                        resolve(isJson ? fileInJson(text) : { state: 'file', text });
                    // A missing commit has the same status as a missing file, and says nothing about the file.
                    else
                        resolve(statusCode === 404 && !/no commit found/i.test(text) ? { state: 'none' } : FAILED);
                });
            });
            request.on('error', () => resolve(FAILED));
        });
    }
    catch {
        return FAILED;
    }
}
/** Reads a file from the JSON answer of the contents API. Fails for a folder or a link. */
function fileInJson(answer) {
    try {
        const { type, encoding, content } = JSON.parse(answer);
        if (type !== 'file' || encoding !== 'base64' || typeof content !== 'string')
            return FAILED;
        return { state: 'file', text: Buffer.from(content, 'base64').toString('utf8') };
    }
    catch {
        return FAILED;
    }
}

;// CONCATENATED MODULE: ./build/src/github/repository-path.js
/** A path below the root of a repository: `./ci/gate.yml` and `/ci/gate.yml` are `ci/gate.yml`. Null if it leaves the repository. */
function repositoryPath(path) {
    const cleaned = path.replace(/^(?:\.?\/)+/, '');
    return cleaned === '' || cleaned.split('/').includes('..') ? null : cleaned;
}

;// CONCATENATED MODULE: ./build/src/github/workflow-path.js
/** File name of the workflow from GITHUB_WORKFLOW_REF: `octo/shop/.github/workflows/ci.yml@refs/heads/main`. */
function workflowFileOf(reference) {
    return /\/([^/@]+\.ya?ml)@/.exec(reference ?? '')?.[1] ?? null;
}
/** Its path in the repository: `.github/workflows/ci.yml`. */
function workflowPathOf(reference) {
    return /^[^/@]+\/[^/@]+\/([^@]+\.ya?ml)@/.exec(reference ?? '')?.[1] ?? null;
}

// EXTERNAL MODULE: ./build/src/github/events.js
var events = __nccwpck_require__(396);
;// CONCATENATED MODULE: ./build/src/app/policy/commits.js

/**
 * A pull request and a merge group propose a change, so the file at their base decides. `workflow_run` judges a run of another
 * workflow: the tip of the default branch decides. A push, tag, release, schedule or dispatch runs what is already in the
 * repository: the commit's own file decides.
 */
function commitsOf(event) {
    const at = (ref) => (ref === null ? null : { ...event.repository, ref });
    if (event.pullRequest) {
        // Commits of a fork can be read through the repository that it was forked from.
        return { base: at(event.pullRequest.base.sha), head: at(event.pullRequest.head.sha) };
    }
    if (event.mergeGroup)
        return { base: at(event.mergeGroup.baseSha), head: at(event.mergeGroup.headSha) };
    if ((0,events/* eventTraits */.C)(event.name).proposes === 'finished-run')
        return { base: at(event.sha), head: null };
    return { base: null, head: at(event.sha) };
}
/** Whether the proposal that is judged also wrote the workflow, and with it the inputs of the step. */
function runsProposedWorkflow(event) {
    return event !== null && (0,events/* eventTraits */.C)(event.name).workflowOf === 'proposal';
}
/**
 * Whether the event proposes something without saying what. GitHub always names the pull request and the merge group, so a step
 * of the job has changed the event file.
 */
function isUnnamedProposal(event) {
    if (event === null)
        return false;
    const { proposes } = eventTraits(event.name);
    if (proposes === 'merge-group')
        return event.mergeGroup === null;
    return proposes === 'pull-request' && event.pullRequest === null;
}

;// CONCATENATED MODULE: ./build/src/app/settings/config-names.js
/** The other spelling: `carbon-gate.yaml` for `carbon-gate.yml`, and `carbon-gate.yml` for `carbon-gate.yaml`. */
function otherSpelling(path) {
    return path.endsWith('.yaml') ? path.replace(/\.yaml$/, '.yml') : path.replace(/\.yml$/, '.yaml');
}
/** Where the config file is, below the repository's root. Both spellings of the ending are read. */
const CONFIG_FILES = (/* unused pure expression or super */ null && (['.github/carbon-gate.yml', '.github/carbon-gate.yaml']));
/** Folders in which other tools and forges keep their files; the repository's root is one. */
const MISPLACED_IN = (/* unused pure expression or super */ null && (['', '.github/', '.gitlab/', '.forgejo/', '.gitea/', '.config/']));
/**
 * Whether a path looks like a config file under a name that is not read: `.github/carbon_gate.yml`, `.GitHub/carbon-gate.yml`,
 * `carbon-gate.toml`. A gate that is off because of its file's name would be off without a word.
 */
function isMisnamed(path) {
    const name = MISPLACED_IN.reduce((rest, folder) => (path.toLowerCase().startsWith(folder) ? path.slice(folder.length) : rest), path);
    return (/^\.?carbon[-_. ]?gates?(?:[-_.](?:config|budgets?))?(?:\.(?:ya?ml|json|toml))?(?:\.txt)?$/i.test(name) &&
        !CONFIG_FILES.some((file) => file === path));
}

// EXTERNAL MODULE: ./build/src/app/action/defaults.js
var defaults = __nccwpck_require__(780);
;// CONCATENATED MODULE: ./build/src/app/action/stop-hint.js






/** Longest wait for the answers, ms: the job's first step waits for them. The measurement has started. */
const WAIT_MS = 1500;
/** Words of a config file that may ask for a stop, outside of comments: its own setting, or an organisation's file. */
const MAY_STOP = /^(?!\s*#).*\b(?:on-exceed|extends)\b/m;
/** An input of the base's workflow that names another config file. */
const NAMES_FILE = /^(?!\s*#).*\bconfig["']?\s*:/m;
/** Longest file that is kept for post, characters. */
const MAX_KNOWN = 20_000;
const NONE = { mayStop: false, known: [], requests: 0 };
const ASK_POLICY = { ...NONE, mayStop: true };
/**
 * Whether the policy of this job may ask for a stop. The input says so at once. Otherwise the config file is looked at as plain text,
 * without a library, because every job pays for it: over a proposal the file at the base, which a pull request cannot change, and
 * the base's workflow, which may name another file.
 * If they cannot be read, nothing is stopped, and the judging at the end says so.
 */
async function lookForStop(given, event, env) {
    if (given['on-exceed'] === 'stop')
        return ASK_POLICY;
    const [api, token] = [env['GITHUB_API_URL'], env['INPUT_GITHUB-TOKEN']?.trim()];
    if (!event || !api || !token)
        return NONE;
    const { base, head } = commitsOf(event);
    const commit = base ?? head;
    if (!commit)
        return NONE;
    // Node's own client does not speak to proxies before version 24; the library that reads the policy does.
    if (env['https_proxy'] || env['HTTPS_PROXY'])
        return ASK_POLICY;
    const reader = new StartReader({ api, token }, commit);
    const workflowPath = workflowPathOf(env['GITHUB_WORKFLOW_REF']);
    const usual = defaults/* ACTION_DEFAULTS */.O.config ?? '';
    const isProposed = runsProposedWorkflow(event);
    const [config, workflow] = await Promise.all([
        reader.readEither(isProposed ? usual : (given.config ?? usual)),
        isProposed && workflowPath !== null ? reader.read(workflowPath) : null,
    ]);
    const isElsewhere = (workflow?.state === 'file' && NAMES_FILE.test(workflow.text)) ||
        (isProposed && config.state === 'none' && given.config !== undefined);
    const mayStop = isElsewhere || (config.state === 'file' && MAY_STOP.test(config.text));
    return { mayStop, known: reader.known, requests: reader.requests };
}
/** Reads files of one commit, all within the same time. */
class StartReader {
    known = [];
    requests = 0;
    #access;
    #commit;
    #signal = AbortSignal.timeout(WAIT_MS);
    constructor(access, commit) {
        this.#access = access;
        this.#commit = commit;
    }
    async read(asked) {
        const path = repositoryPath(asked);
        if (path === null)
            return { state: 'failed' };
        this.requests += 1;
        const file = await readRawFile(this.#access, { ...this.#commit, path }, this.#signal);
        const text = file.state === 'file' ? file.text : null;
        if (file.state !== 'failed' && (text?.length ?? 0) <= MAX_KNOWN) {
            const { owner, repo, ref } = this.#commit;
            this.known.push({ repository: `${owner}/${repo}`, path, ref, text });
        }
        return file;
    }
    /** Reads a config file under both spellings of its ending. */
    async readEither(path) {
        const file = await this.read(path);
        return file.state === 'none' ? this.read(otherSpelling(path)) : file;
    }
}


/***/ }),

/***/ 897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  zY: () => (/* binding */ DEFAULTS),
  yy: () => (/* binding */ SETTINGS),
  sb: () => (/* binding */ readSettings)
});

// UNUSED EXPORTS: STOP_AT, isSettingName, readSetting

;// CONCATENATED MODULE: ./build/src/data/power-ranges.js
/**
 * Power that hardware of a kind draws, W: what is outside is a mistaken unit or count. The ends keep room below the least and above the most
 * that is known:
 * - machine: a Raspberry Pi Zero draws 0.5 W (Raspberry Pi documentation, typical bare-board active current: 100 mA), a server of eight B300
 *   about 14 kW (NVIDIA, DGX B300 user guide), a Cerebras CS-3, one processor of a whole wafer, about 23 kW (press reports on the WSE-3).
 * - gpu: an Edge TPU draws 0.5 W for each of up to 4 TOPS (Coral: 2 TOPS a watt), a GB300 1,400 W (gpu-table.ts).
 * - chip: TDP of a processor; embedded Atoms have about 1 W, EPYC 9965 and Xeon 6980P 500 W (cpu-tdp.ts).
 */
const POWER_RANGES = {
    machine: { from: 0.1, to: 30_000 },
    gpu: { from: 0.1, to: 4000 },
    chip: { from: 0.5, to: 1000 },
};

;// CONCATENATED MODULE: ./build/src/grid/settings.js
/** Sources of grid intensity by the name that settings use. */
const GRID_PROVIDERS = ['static', 'electricitymaps', 'watttime', 'uk', 'carbon-aware-sdk'];

;// CONCATENATED MODULE: ./build/src/app/settings/number-units.js
// Units that may follow a number; each figure is how many of the setting's own unit it is.
const WATTS = { W: 1, kW: 1e3, MW: 1e6, mW: 1e-3 };
const MEGAHERTZ = { MHz: 1, GHz: 1e3 };
const HOURS = {
    h: 1,
    hr: 1,
    hrs: 1,
    hour: 1,
    hours: 1,
    min: 1 / 60,
    minutes: 1 / 60,
    s: 1 / 3600,
    d: 24,
    day: 24,
    days: 24,
};
const GIGABYTES = {
    GB: 1,
    GiB: 1.073741824,
    MB: 1e-3,
    MiB: 1.048576e-3,
    TB: 1e3,
    TiB: 1099.511627776,
};
/** 1 kg/MWh is 1 g/kWh; 1 lb is 453.59237 g exactly. */
const GRAMS_PER_KWH = {
    'g/kWh': 1,
    'kg/kWh': 1e3,
    'kg/MWh': 1,
    't/MWh': 1e3,
    'g/MWh': 1e-3,
    'lb/MWh': 0.45359237,
};
const YEARS = { y: 1, year: 1, years: 1 };
const PERCENT = { '%': 1 };
/** A share of 1, written in percent. */
const SHARE = { '%': 0.01 };

// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __nccwpck_require__(26);
;// CONCATENATED MODULE: ./build/src/core/quantity.js

/**
 * Guards for physical quantities. `NaN > limit` is false, so one unchecked number turns a gate into a rubber stamp:
 * every formula passes its inputs through one of these.
 */
/** A finite number of at least zero. @throws QuantityError otherwise */
function quantity_nonNegative(quantity, value) {
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
        throw new QuantityError(quantity, value, 'a finite number of at least 0 is needed');
    }
    return value === 0 ? 0 : value; // -0 reads as 0
}
/** A finite number above zero. @throws QuantityError otherwise */
function positive(quantity, value) {
    if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) {
        throw new QuantityError(quantity, value, 'a finite number above 0 is needed');
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
    return plainDecimal(text) ?? writtenNumber(text);
}
/** Most digits of an integer that a double always has exactly. */
const EXACT_DIGITS = 15;
/**
 * A number of digits and at most one point, several times as fast as with a pattern: integer and power of ten are exact, so that their
 * quotient is the nearest double, as `Number()` gives it. Null for any other text.
 */
function plainDecimal(text) {
    if (text.length === 0 || text.length > EXACT_DIGITS)
        return null;
    let integer = 0;
    let point = -1;
    for (let at = 0; at < text.length; at += 1) {
        const digit = text.charCodeAt(at) - 48;
        if (digit >= 0 && digit <= 9)
            integer = integer * 10 + digit;
        else if (digit === -2 && point === -1)
            point = at;
        else
            return null;
    }
    if (point === -1)
        return integer;
    return text.length === 1 ? null : integer / 10 ** (text.length - 1 - point);
}
function writtenNumber(text) {
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
    let sum = 0;
    for (const value of values) {
        if (value === null)
            return null;
        sum += value;
    }
    return sum;
}

;// CONCATENATED MODULE: ./build/src/core/budget-fault.js
/** One line of each kind that works; an error shows the one that fits what was written. */
const EXAMPLE = {
    job: '5 g',
    scope: '20 g per workflow',
    calendar: '2 kg per month',
    organisation: '200 kg per month per organisation',
    energy: '0.8 Wh',
    unit: '40 mg per 1000 inferences',
    growth: '+10 % vs main',
    variant: '-20 % vs variant pytorch',
};
/** Why a budget line cannot be read. */
class BudgetFault extends Error {
    /** Lines that may be what was meant. Not all of them can be read. */
    meant;
    /** A line that works if none of those can be read; null: the reason itself says what to write. */
    usual;
    constructor(why, usual, meant = []) {
        super(why);
        this.usual = usual;
        this.meant = meant;
    }
}

;// CONCATENATED MODULE: ./build/src/core/budget-repair.js

/**
 * Other ways to write the same line, and ours. Each one keeps the meaning whatever else is on the line, so that their order and their
 * number do not matter. What needs a guess is not among them: a wrong proposal is worse than the usual example.
 */
const REWRITES = [
    // Characters of full width.
    [/[\uff01-\uff5e]/g, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0)],
    // Quotes, the end of a sentence, a comment, the dash of a list.
    [/^["'`]+|["'`;,.]+$| #.*$/g, ''],
    [/^- (?=[^%]*$)/, ''],
    // `max 5 g`, `<= 5 g`, `budget: 5 g`, `5 g at most`.
    [/^(?:(?:carbon )?(?:budget|limit)|max(?:imum)?|at most|up to|no(?:t)? more than|[<\u2264]=?) ?[:=]? ?(?=\d)/i, ''],
    [/ (?:max(?:imum)?|at most|or less)$/i, ''],
    // `1,500.5`, `1.500,5`, `1 500`, `1'500`, `1_500`, `1,500,000`.
    [/^\d{1,3}(?:,\d{3})+(?=\.\d)|^\d{1,3}(?:,\d{3}){2,}(?![\d,])/, (digits) => digits.replaceAll(',', '')],
    [/^(\d{1,3}(?:\.\d{3})+),(\d+)/, (_all, whole, rest) => `${whole.replaceAll('.', '')}.${rest}`],
    [/^\d{1,3}(?:[ '_]\d{3})+(?![\d,'_])/, (digits) => digits.replaceAll(/\D/g, '')],
    // `g of CO2`, `g (CO2e)`, `g CO2 equivalent`.
    [/^([\d.]+ ?\p{L}+) ?(?:of )?\(?CO2[- ]?(?:e|eq|equivalents?)?\)?(?=[ /]|$)/iu, '$1 CO2e'],
    [/(?<=CO2(?:e|eq)?) ?\/ ?/i, ' per '],
    [/^(\+ ?[\d.]+) ?(?:%|percent|pct) (?:vs\.?|versus|over|against|compared (?:to|with)) (?=\S+$)/i, '$1 % vs '],
    [/(?<! per) (month|week|dai)ly$/i, (_all, span) => ` per ${span.toLowerCase().replace('dai', 'day')}`],
];
/** Words and signs of a lower limit. */
const LOWER_LIMIT = /^(?:at least|no(?:t)? (?:less|lower|under|below)|min(?:imum)?\b|more than|above|over|exceed|[>\u2265])| (?:at least|(?:or|and) (?:more|higher|above|over|up)|min(?:imum)?)$/i;
/** Signs and words of a reduction. */
const REDUCTION = /^[-\u2212\u2013]|\b(?:minus|less|lower|fewer|smaller|under|below|reduc\w*|decreas\w*|cut|sav\w*)\b/i;
/**
 * Why a line asks for the opposite of a budget. The usual example next to it would look as if it meant the same.
 * @returns null if it does not
 * @example oppositeFault('at least 5 g')?.message // 'a budget is an upper limit, and this is a lower one'
 */
function oppositeFault(line) {
    // What follows `vs` is a name, whatever its words are.
    const [limit = ''] = line.split(/ (?:vs\.?|versus) /i);
    if (/%|percent|pct/i.test(limit) && REDUCTION.test(limit)) {
        return new BudgetFault('a reduction is needed only of a variant, and only by `compare`', EXAMPLE.variant);
    }
    if (!LOWER_LIMIT.test(limit))
        return null;
    return new BudgetFault('a budget is an upper limit, and this is a lower one', EXAMPLE.scope);
}
/**
 * A line that cannot be read, as budgets are written, if it differs from that in spelling only: characters of full width, separators of
 * thousands, quotes, `max`. For an error's example, never for a budget.
 * @returns the line if it differs from what was written
 * @example repairedLine('max 1,500.5 g of CO2 monthly') // ["1500.5 g CO2e per month"]
 */
function repairedLine(line) {
    const text = REWRITES.reduce((rewritten, [pattern, by]) => rewritten.replace(pattern, by), line);
    return text === line ? [] : [text.replace(/\s+/g, ' ').trim()];
}

;// CONCATENATED MODULE: ./build/src/core/budget.js
/** Scopes a limit can have, as they are written after `per`; no scope means the job (or command, or log) itself. */
const SCOPES = ['job', 'workflow', 'pull-request', 'day', 'week', 'month'];
/** Spans of the UTC calendar that only a history can judge. */
const CALENDAR_SCOPES = new Set(['day', 'week', 'month']);
/** Whether a line names no scope (`5 g`, not `5 g per job`): where a step gates a whole run, it means that run. */
function isUnscoped(budget) {
    return budget.kind === 'absolute' && !/ per /i.test(budget.line);
}

;// CONCATENATED MODULE: ./build/src/core/functional-unit.js

/**
 * Reads `1000 inferences`, `37 tests`, `1e6 tokens`, `1 inference`.
 * @returns null when the text is not a count and a name
 * @example parseUnits('1000 inferences') // {"name":"inference","count":1000}
 */
function parseUnits(text) {
    const match = /^(\S+) ([\p{L}][\p{L}\p{N} _-]{0,39})$/u.exec(text.trim().replace(/\s+/g, ' '));
    const count = match && parseNumber(match[1] ?? '');
    if (!match || count === null || count === undefined || count <= 0)
        return null;
    return { name: singular(match[2] ?? ''), count };
}
/** Plurals that follow no rule, and their singulars. */
const IRREGULAR = {
    aliases: 'alias',
    analyses: 'analysis',
    atlases: 'atlas',
    biases: 'bias',
    canvases: 'canvas',
    children: 'child',
    gases: 'gas',
    indices: 'index',
    lenses: 'lens',
    matrices: 'matrix',
    people: 'person',
    news: 'news',
    quizzes: 'quiz',
    series: 'series',
    species: 'species',
    vertices: 'vertex',
};
/** Endings of plurals and of their singulars. The first that fits decides. */
const PLURALS = [
    [/(?<=(?:(?<![eo])ach|nich|quich|clich|avalanch|[aeiouy]z|\bax)e)s$/, ''],
    [/(?<=(?:mov|cook|calor|self|zomb|brown|rook|\b[dlpt])ie)s$/, ''],
    [/(?<=(?:stat|vir|camp|bon|corp|foc|surpl|cens|\bb)us|(?:bi|ali|atl|canv|\bg)as|lens)(?:es)?$/, ''],
    [/(?<=ch|sh|ss|x|z)es$/, ''],
    [/(?<=[^aeiou])ies$/, 'y'],
    [/(?<=[cdgnt]pu|api|\p{L}[^sui])s$/u, ''],
];
/**
 * Singular of an English unit name, so that `1 inference` and `1000 inferences` are one unit.
 * @example singular('caches') // 'cache'
 */
function singular(name) {
    const lower = name.toLowerCase();
    const [last = ''] = /[^ _-]*$/.exec(lower) ?? [];
    if (Object.values(IRREGULAR).includes(last))
        return lower;
    if (Object.hasOwn(IRREGULAR, last))
        return lower.slice(0, -last.length) + IRREGULAR[last];
    const [plural, ending] = PLURALS.find(([pattern]) => pattern.test(lower)) ?? [];
    return plural === undefined ? lower : lower.replace(plural, ending ?? '');
}
/**
 * Plural of an English unit name, which `singular` turns back. A name that is plural already, may be (`menus`, which no rule tells from `bus`), or does
 * not end in a letter or digit stays as it is.
 * @example plural('query') // 'queries'
 */
function plural(name) {
    const irregular = Object.keys(IRREGULAR).find((many) => IRREGULAR[many] === name.toLowerCase());
    if (irregular !== undefined)
        return irregular;
    if (singular(name) !== name.toLowerCase() || /(?:[^s]s|^s|[^\p{L}\p{N}])$/iu.test(name))
        return name;
    // The ch of `epoch` is spoken as a k.
    const usual = `${name.replace(/([^aeiou])y$/i, '$1ie').replace(/((?<!o)ch|sh|ss|x|z)$/i, '$1e')}s`;
    return [usual, `${name}s`].find((many) => singular(many) === name.toLowerCase()) ?? name;
}

;// CONCATENATED MODULE: ./build/src/core/magnitude.js
/** Words and letters for numbers. They follow a count (`5 million`) or replace it (`ten`). */
const MAGNITUDES = {
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    ten: 10,
    dozen: 12,
    twenty: 20,
    fifty: 50,
    hundred: 1e2,
    thousand: 1e3,
    million: 1e6,
    mln: 1e6,
    mio: 1e6,
    billion: 1e9,
    bn: 1e9,
    k: 1e3,
    K: 1e3,
    M: 1e6,
};
/**
 * Number that a word or letter behind a count means; null if it means none. A small `m` could be a thousandth.
 * @example magnitudeOf('Thousand') // 1000
 */
function magnitudeOf(word) {
    const name = word.length > 1 ? word.toLowerCase() : word;
    return Object.hasOwn(MAGNITUDES, name) ? (MAGNITUDES[name] ?? null) : null;
}

// EXTERNAL MODULE: ./build/src/core/nearest.js
var nearest = __nccwpck_require__(7);
;// CONCATENATED MODULE: ./build/src/core/units.js


/** Grams in one unit of mass. The pound is exact by definition (International yard and pound agreement, 1959). */
const GRAMS_PER = { mg: 1e-3, g: 1, kg: 1e3, t: 1e6, lb: 453.59237 };
/** Joules in one unit of energy (SI; 1 Wh = 3,600 J exactly). */
const JOULES_PER = { J: 1, kJ: 1e3, MJ: 1e6, mWh: 3.6, Wh: 3600, kWh: 3.6e6, MWh: 3.6e9 };
/** Watt-hours in one unit of energy. */
const WH_PER = Object.fromEntries(Object.entries(JOULES_PER).map(([unit, joules]) => [unit, joules / JOULES_PER.Wh]));
/**
 * Grid intensity from pounds of CO2 per MWh (eGRID, WattTime) to g/kWh: 1 lb/MWh = 0.45359237 g/kWh.
 * @throws QuantityError
 * @example gramsPerKwhFromPoundsPerMwh(1000) // 453.59
 */
function gramsPerKwhFromPoundsPerMwh(value) {
    return (nonNegative('lb/MWh', value) * GRAMS_PER.lb) / 1000;
}
/** The kinds of quantity that a budget may limit, with the units it may be written in. Base units: g, Wh, L. */
const METRICS = {
    emissions: { base: 'g', units: GRAMS_PER },
    energy: { base: 'Wh', units: WH_PER },
    water: { base: 'L', units: { mL: 1e-3, L: 1 } },
};
/** What ledgers and renderers call the figure of each metric. */
const FIGURE_OF = { emissions: 'g', energy: 'wh', water: 'l' };
/** Every unit of a limit, in the order of messages. */
const LIMIT_UNITS = Object.values(METRICS).flatMap((metric) => Object.keys(metric.units));
/**
 * Metric and size of a limit's unit. Upper and lower case count: mWh is a milliwatt-hour, MWh a megawatt-hour.
 * @returns the metric and how many of its base unit (g, Wh, L) one of this unit is
 * @throws ConfigurationError if no limit is written in that unit
 */
function limitUnit(unit) {
    for (const [metric, { units }] of Object.entries(METRICS)) {
        if (Object.hasOwn(units, unit)) {
            return { metric: metric, factor: units[unit] };
        }
    }
    throw new errors/* ConfigurationError */.j1(`unit ${JSON.stringify(unit)} is unknown: use one of ${LIMIT_UNITS.join(', ')}`);
}

;// CONCATENATED MODULE: ./build/src/core/budget-scope.js






/** Other names of a scope. */
const SCOPE_ALIASES = {
    pr: 'pull-request',
    run: 'workflow',
    'workflow-run': 'workflow',
};
/** Short forms of calendar scopes, so that they are not taken for functional units. */
const SHORT_SPANS = {
    d: 'day',
    daily: 'day',
    wk: 'week',
    weekly: 'week',
    mo: 'month',
    mth: 'month',
    monthly: 'month',
};
/** Other words for a scope, so that they are not taken for functional units. */
const MEANT_SCOPES = {
    ...SHORT_SPANS,
    mr: 'pull-request',
    'merge-request': 'pull-request',
    pipeline: 'workflow',
    'ci-run': 'workflow',
    'all-job': 'workflow',
    'job-run': 'job',
    'ci-job': 'job',
};
/** Spans of time that no budget has, so that they are not taken for functional units. */
const UNSUPPORTED_SPANS = /^(?:(?:milli)?s|(?:milli|micro)?sec(?:ond)?|min|minute|h|hr|hour|hourly|night|nightly|midnight|sprint|(?:work|week|holi|birth|to)day|weekend|fortnight|fortnightly|quarter|quarterly|q[1-4]|h[12]|season|semester|trimester|term|y|yr|year|yearly|annum|annual|annually|decade|century|bi-?(?:week|month|annual|year)(?:ly)?|semi-?(?:month|annual|year)(?:ly)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|(?:septem|octo|novem|decem)ber)$/;
/** Words of another span of the calendar: `half-year`, `10 working days`. */
const OTHER_SPAN = /^(?:(?:half|working|work|business|rolling|fiscal|financial|academic|school|leap|past|last|next|previous|other|second|mid|calendar|full|whole)[ -])+/;
/** A second scope or baseline. */
const TWO_SCOPES = / per | vs /i;
/** Articles and similar words before a name, as in `per each job`. */
const DETERMINERS = /^(?:(?:the|each|every|an?|any|single|this|that|my|our|your|its|per) )+(?=[\p{L}\d])/iu;
/** Words that add nothing to a scope, and may mean something before the name of a unit: `full build`. */
const FILLERS = /^(?:(?:calendar|current|entire|complete|full|whole|github)[ -])+/i;
/** Words that are not part of a unit's name. A line with one of them could be read in two ways. */
const UNCLEAR = /(?:^| )(?:the|each|every|any|all|some|both|many|several|few|no|none|not|non|this|that|my|our|your|its|per|vs|couple|half|other|another|up to|and|or|if|only|except|without|at|about|around|approx(?:imately)?|roughly|than|less|least|more|most|everything|nothing)(?= |$)|(?:^| )(?:total|overall|combined|max(?:imum)?|min(?:imum)?|average|mean|co[2\u2082]\S*)$|^(?:of|in|on|for|k|m) |^(?:ci|repo|repository|org|organi[sz]ation)$/iu;
/** Words for one of several, which a scope cannot have: `per last run`. */
const ONE_OF_SEVERAL = /(?:^| )(?:first|second|third|last|next|previous|same|average|mean) (\S+)$/;
/** A number behind a scope, or a part of what happens in it: `per job 10 kWh`, `per run on main`. */
const PART_OF_SCOPE = /^(\p{L}+?)s?(?:[ _-]?\d.*| (?:of|in|on|for|with|during|from|by|when|while|after|before|until|under|below|over|above|across) .*)$/iu;
/** A second limit within a name. */
const SECOND_LIMIT = new RegExp(String.raw `(?:^| )\d[\p{L}\d]* ?(?:${LIMIT_UNITS.join('|')})(?= |$)`, 'iu');
/**
 * A limit with the scope that follows `per`; no scope is the job's.
 * @throws BudgetFault
 */
function scopedBudget(line, metric, limit, scope) {
    if (scope === undefined)
        return { kind: 'absolute', line, metric, limit, scope: 'job' };
    const shared = /(.+) per (?:organi[sz]ation|org)$/i.exec(scope)?.[1]?.toLowerCase();
    if (shared !== undefined) {
        const span = SCOPES.find((known) => known === shared && CALENDAR_SCOPES.has(known));
        if (span === undefined) {
            throw new BudgetFault('only lines per day, week and month may be per organisation', EXAMPLE.organisation);
        }
        if (/org$/i.test(scope)) {
            throw new BudgetFault('an organisation is written out', EXAMPLE.organisation, [
                line.replace(/org$/i, 'organisation'),
            ]);
        }
        return { kind: 'absolute', line, metric, limit, scope: span, isOrganisation: true };
    }
    const known = knownScope(scope);
    if (known)
        return { kind: 'absolute', line, metric, limit, scope: known };
    refuseOtherSpelling(line, scope);
    const units = unitsOf(scope);
    refuseOtherUnit(units.name, scope);
    return { kind: 'unit', line, metric, limit, count: units.count, unit: units.name };
}
/** A scope as the names of scopes are written. */
function nameOf(scope) {
    return scope.toLowerCase().replace(/s$/, '').replaceAll(' ', '-');
}
function knownScope(scope) {
    const name = nameOf(scope);
    return (SCOPES.find((known) => known === name) ?? (Object.hasOwn(SCOPE_ALIASES, name) ? SCOPE_ALIASES[name] : null) ?? null);
}
/** Whether a name is that of a scope, also in the plural and in words of other tools. */
function isScope(name) {
    return knownScope(name) !== null || Object.hasOwn(MEANT_SCOPES, nameOf(name));
}
/** @throws BudgetFault with a line that means the same, if the scope is a known one in other words, or its count not in digits */
function refuseOtherSpelling(line, scope) {
    const bare = scope.replace(DETERMINERS, '');
    const one = bare.replace(/^(?:1|one) /i, '').replace(FILLERS, '');
    const name = nameOf(one);
    const scoped = knownScope(one) ?? (Object.hasOwn(MEANT_SCOPES, name) ? MEANT_SCOPES[name] : undefined);
    if (scoped !== undefined)
        throw scopeFault(line, scope, scoped);
    const counted = inDigits(bare);
    if (counted !== bare) {
        throw new BudgetFault(`the count ${JSON.stringify(scope)} needs digits`, EXAMPLE.unit, [
            `${line.slice(0, -scope.length)}${counted}`,
        ]);
    }
    if (bare !== scope) {
        refuseOtherUnit(unitsOf(bare).name, bare);
        throw scopeFault(line, scope, bare);
    }
    // The question corrects a misspelt scope; the line may have been meant for a unit.
    const misspelt = closestScope(name);
    if (misspelt !== undefined && !/\d/.test(scope))
        throw scopeFault(null, scope, misspelt);
}
/** A count and a name with the count in digits: `10 thousand tests`, `1k tokens`, `1,000 tests`, `one test`. */
function inDigits(scope) {
    const grouped = scope.replace(/^\d{1,3}(?:[,' _]\d{3})+(?= )/, (digits) => digits.replaceAll(/\D/g, ''));
    const [, number, word = '', name = ''] = /^(?:([\d.]+) ?)?(\p{L}+) (\p{L}.*)$/u.exec(grouped) ?? [];
    const magnitude = number === undefined && word.length === 1 ? null : magnitudeOf(word);
    return magnitude === null ? grouped : `${Number((Number(number ?? 1) * magnitude).toPrecision(12))} ${name}`;
}
/** `1000 inferences`; `test` is one test. @throws BudgetFault */
function unitsOf(scope) {
    const isCounted = /^[+-]?[\d.]/.test(scope);
    const units = TWO_SCOPES.test(scope) ? null : parseUnits(isCounted ? scope : `1 ${scope}`);
    if (units !== null && (isCounted || !hasCalendarWord(scope)))
        return units;
    if (isCounted) {
        throw new BudgetFault(`the count ${JSON.stringify(scope)} is not a number above 0 and a name`, EXAMPLE.unit);
    }
    if (units === null)
        throw unknownScope(scope);
    refuseOtherUnit(units.name, scope);
    const why = `the scope ${JSON.stringify(scope)} is neither per day, week or month nor a unit with a count, such as \`per 1 ${scope}\``;
    throw new BudgetFault(why, EXAMPLE.calendar);
}
function hasCalendarWord(scope) {
    const words = scope.split(' ');
    return [...words, ...(words.at(-1) ?? '').split('-')].some((word) => CALENDAR_SCOPES.has(nameOf(word)));
}
/** @throws BudgetFault if a name that follows a count, or stands alone, is not that of a unit */
function refuseOtherUnit(name, scope) {
    const one = name.replace(/s+$/, '');
    const span = Object.hasOwn(SHORT_SPANS, one) ? SHORT_SPANS[one] : one;
    if (span !== undefined && CALENDAR_SCOPES.has(span))
        throw calendarCount(span);
    const rest = name.replace(OTHER_SPAN, '');
    const [first = ''] = rest.split(' ');
    if (UNSUPPORTED_SPANS.test(rest) || CALENDAR_SCOPES.has(nameOf(first))) {
        throw new BudgetFault(`a budget cannot be per ${name}: use per day, week or month`, EXAMPLE.calendar);
    }
    if (LIMIT_UNITS.some((unit) => unit.toLowerCase() === name)) {
        throw new BudgetFault(`a budget limits a total, not a ratio to ${scope}`, EXAMPLE.scope);
    }
    if (isScope(name)) {
        throw new BudgetFault('a scope has no count: leave it out, or give the unit another name', EXAMPLE.unit);
    }
    const whole = [PART_OF_SCOPE, ONE_OF_SEVERAL].map((pattern) => pattern.exec(name)?.[1] ?? '');
    const isUnclear = UNCLEAR.test(name) || SECOND_LIMIT.test(name) || magnitudeOf(name) !== null;
    if (isUnclear || whole.some(isScope))
        throw unknownScope(scope);
}
function calendarCount(span) {
    return new BudgetFault(`a calendar scope has no count: write \`per ${span}\``, EXAMPLE.calendar);
}
function unknownScope(scope) {
    const why = `the scope ${JSON.stringify(scope)} is not one of ${SCOPES.join(', ')} and not the name of a unit`;
    return new BudgetFault(why, EXAMPLE.scope);
}
/** @param line as it was written, so that the error can propose a corrected one; null: propose none */
function scopeFault(line, scope, meant) {
    const unit = line === null ? ` For a unit of that name write \`per 1 ${scope}\`` : '';
    const why = `the scope ${JSON.stringify(scope)} is unknown: did you mean \`per ${meant}\`?${unit}`;
    // The end of the line is the scope, which may occur in its unit as well.
    return new BudgetFault(why, EXAMPLE.scope, line === null ? [] : [`${line.slice(0, -scope.length)}${meant}`]);
}
/** Scope that a word misspells: by one letter, or by two if the scope has five letters or more. */
function closestScope(name) {
    const known = [...SCOPES, ...Object.keys(SCOPE_ALIASES)];
    const among = (length, edits) => (0,nearest/* nearest */.p)(name, known.filter((scope) => scope.length >= length), 1, edits)[0];
    return among(5, 2) ?? among(3, 1);
}

// EXTERNAL MODULE: ./build/src/core/text.js
var core_text = __nccwpck_require__(422);
;// CONCATENATED MODULE: ./build/src/core/unit-hint.js

/** Words and spellings that people write for a unit of a limit, in lower case and singular. */
const SPELLINGS = {
    gram: 'g',
    gramme: 'g',
    milligram: 'mg',
    kilogram: 'kg',
    kilo: 'kg',
    tonne: 't',
    pound: 'lb',
    lb: 'lb',
    liter: 'L',
    litre: 'L',
    milliliter: 'mL',
    millilitre: 'mL',
    joule: 'J',
    kilojoule: 'kJ',
    megajoule: 'MJ',
    wattsecond: 'J',
    watthour: 'Wh',
    kilowatthour: 'kWh',
    milliwatthour: 'mWh',
    metricton: 't',
    metrictonne: 't',
    mt: 't',
    megawatthour: 'MWh',
};
/**
 * Spellings that differ from a unit only in the case of a letter. The example must not guess, because the candidates differ by a factor
 * of a thousand or more.
 */
const TWINS = {
    Mg: 'mg or t',
    MG: 'mg or t',
    mJ: 'J or MJ',
    mj: 'J or MJ',
    ML: 'mL or L',
    Ml: 'mL or L',
    Mt: 't (a megatonne is 1000000 t)',
    MT: 't (a megatonne is 1000000 t)',
};
/**
 * Explains an unknown unit. Case is never guessed where it changes the size: mWh and MWh differ by a factor of a billion.
 * @example unitHint('grams').fixed // 'g'
 */
function unitHint(unit) {
    const twin = Object.hasOwn(TWINS, unit) ? TWINS[unit] : undefined;
    if (twin !== undefined)
        return { text: `did you mean ${twin}?`, fixed: null };
    const near = LIMIT_UNITS.filter((known) => known.toLowerCase() === unit.toLowerCase());
    if (near.length > 0)
        return { text: `did you mean ${near.join(' or ')}?`, fixed: (near.length === 1 && near[0]) || null };
    const word = unit
        .toLowerCase()
        .replaceAll(/[\s\u00b7*-]/g, '')
        .replace(/s$/, '');
    const meant = /^W ?s$/i.test(unit) ? 'J' : SPELLINGS[word];
    if (meant !== undefined)
        return { text: `did you mean ${meant}?`, fixed: meant };
    if (/^[kM]?W[\s\u00b7*-]h$/.test(unit))
        return unitHint(unit.replace(/[\s\u00b7*-]/, ''));
    if (/^[kM]?W(?:atts?)?$/i.test(unit))
        return { text: 'a watt is power, and a budget limits energy, such as Wh', fixed: null };
    const [, known = '', sign = '', rest = ''] = /^(\S*?)( an? | each | every | ?\/ ?| and | or |\W)(.+)$/i.exec(unit) ?? [];
    if (!LIMIT_UNITS.includes(known))
        return { text: `known units are ${LIMIT_UNITS.join(', ')}`, fixed: null };
    if (LIMIT_UNITS.includes(rest))
        return { text: `a budget limits a total, not a ratio to ${rest}`, fixed: null };
    if (/[;,&+]|and|or/i.test(sign))
        return { text: 'every budget is a line of its own', fixed: null };
    if (!/[/a-z]/i.test(sign))
        return { text: `after ${known} only \`per SCOPE\` may follow`, fixed: null };
    return { text: `did you mean ${known} per ${rest}?`, fixed: `${known} per ${rest}` };
}

;// CONCATENATED MODULE: ./build/src/core/parse-budget.js








/**
 * Reads budget lines, one a line; blank lines are skipped.
 * @throws ConfigurationError for the first line that cannot be read
 * @example parseBudgets('5 g\n+10 % vs main').length // 2
 */
function parseBudgets(text) {
    return text
        .split(/\r\n|\r|\n/)
        .filter((line) => line.trim() !== '')
        .map(parseBudget);
}
/** Longest line, characters: a branch's name has at most 255 bytes. */
const MAX_LENGTH = 400;
/**
 * Reads one budget line: `LIMIT [per SCOPE]`, `+N % vs BRANCH`, `+N % vs BASE` or `-N % vs variant NAME`.
 * @throws ConfigurationError that names the line, what was read and one line that would work
 * @example parseBudget('40 mg per 1000 inferences').limit // 0.04, in g
 */
function parseBudget(text) {
    const line = text.trim().replace(/\s+/g, ' ');
    try {
        return readLine(line);
    }
    catch (error) {
        if (!(error instanceof BudgetFault))
            throw error;
        // A fault without an example says itself what to write, and one about a variant needs no other reason.
        const opposite = error.usual === null || error.usual === EXAMPLE.variant ? null : oppositeFault(line);
        throw opposite ? unreadable(line, opposite, opposite.usual) : unreadable(line, error, exampleFor(line, error));
    }
}
/** @throws BudgetFault */
function readLine(line) {
    if (line.length > MAX_LENGTH)
        throw new BudgetFault(`it has ${line.length} characters, at most ${MAX_LENGTH} are read`, null);
    const variant = /^([+\-\u2212] ?)?([^\s%]*) ?% vs (?:variant(?: (.+))?|(BASE))$/.exec(line);
    if (variant)
        return variantBudget(line, variant);
    const growth = /^(\+ ?)?([^\s%]*) ?%(?: vs (\S+))?$/.exec(line);
    if (growth)
        return growthBudget(line, growth);
    const parts = /^([^\p{L}\s%]*(?:[eE][+-]?\d+)?) ?(.*?)(?: per (.+))?$/iu.exec(line);
    const [, number = '', unit = '', scope] = parts ?? [];
    if (number === '' || !/^\p{L}/u.test(unit)) {
        throw new BudgetFault(missingPart(number, unit, scope), /%/.test(line) ? EXAMPLE.growth : EXAMPLE.job);
    }
    const { metric, factor } = checkedUnit(line, unit);
    const limit = checkedLimit(number, unit) * factor;
    if (!(limit > 0))
        throw new BudgetFault(`the limit ${number} ${unit} is too small`, EXAMPLE.job);
    // An infinite limit would never be reached, so it would only look like a budget.
    if (!Number.isFinite(limit))
        throw new BudgetFault(`the limit ${number} ${unit} is too large`, EXAMPLE.job);
    return scopedBudget(line, metric, limit, scope);
}
function missingPart(number, unit, scope) {
    if (number === '')
        return 'it does not begin with a number';
    if (unit === '')
        return `the limit ${JSON.stringify(number)} has no unit`;
    return scope === undefined ? 'it is not LIMIT [per SCOPE]' : `the unit ${JSON.stringify(unit)} is unknown`;
}
function growthBudget(line, [, plus, number = '', branch]) {
    if (plus === undefined && parseNumber(number) !== null && !number.startsWith('-')) {
        throw new BudgetFault('a growth line begins with `+`', `+${number} % vs ${branch ?? 'main'}`);
    }
    if (plus === undefined && /^[-\u2212]/.test(number)) {
        throw new BudgetFault('only a variant may be compared with `-`, and only by `compare`', EXAMPLE.variant);
    }
    if (branch === undefined) {
        throw new BudgetFault('a growth line names what it is compared with: `vs BRANCH`', EXAMPLE.growth);
    }
    return { kind: 'growth', line, limit: checkedLimit(number, '% vs main') / 100, branch };
}
function variantBudget(line, [, sign, number = '', name, base]) {
    const isReduction = sign !== undefined && !sign.startsWith('+');
    if (sign === undefined) {
        throw new BudgetFault('a change begins with `+` (growth allowed) or `-` (reduction needed)', EXAMPLE.variant);
    }
    if (name === undefined && base === undefined) {
        throw new BudgetFault('the name of the variant is missing', EXAMPLE.variant);
    }
    const limit = checkedLimit(number, '% vs variant pytorch') / 100;
    if (isReduction && limit >= 1)
        throw new BudgetFault('no work needs 100 % less energy', EXAMPLE.variant);
    return { kind: 'variant', line, limit: isReduction ? 1 - limit : 1 + limit, variant: name ?? null };
}
function checkedLimit(number, unit) {
    const limit = /^[+-]/.test(number) ? null : parseNumber(number);
    if (limit !== null && limit > 0)
        return limit;
    if (/^\d+,\d+$/.test(number)) {
        const grouped = /^\d{1,3},\d{3}$/.test(number);
        const readings = grouped ? [number.replace(',', ''), number.replace(',', '.')] : [number.replace(',', '.')];
        const sign = unit.startsWith('%') ? '+' : '';
        const fixed = readings.map((reading) => `\`${sign}${reading} ${unit}\``).join(' or ');
        throw new BudgetFault(`a comma is not a decimal point: write ${fixed}`, null);
    }
    throw new BudgetFault(`the limit ${JSON.stringify(number)} is not a finite number above 0`, unit.startsWith('%') ? EXAMPLE.growth : EXAMPLE.job);
}
/** What may follow a mass, as everything this tool prints does: `5 g CO2e`. */
const CO2_SUFFIX = / ?CO[2\u2082][- ]?(?:e|eq)?$/iu;
function checkedUnit(line, unit) {
    const mass = unit.replace(CO2_SUFFIX, '');
    if (mass !== unit && Object.hasOwn(METRICS.emissions.units, mass))
        return limitUnit(mass);
    try {
        return limitUnit(unit);
    }
    catch {
        const { text, fixed } = unitHint(mass);
        const usual = /^[a-z]*(?:wh|j|w)\b/i.test(mass)
            ? EXAMPLE.energy
            : /%|percent/i.test(line)
                ? EXAMPLE.growth
                : EXAMPLE.job;
        const meant = fixed === null ? [] : [line.replace(unit, () => ` ${fixed}`).replace(/\s+/g, ' ')];
        throw new BudgetFault(`the unit ${JSON.stringify(unit)} is unknown; ${text}`, usual, meant);
    }
}
/** The first line that can be read among those that may be meant, and among what they may mean in turn. */
function findMeant(line, fault, depth = 2) {
    for (const candidate of [...repairedLine(line), ...fault.meant]) {
        try {
            return readLine(candidate).line;
        }
        catch (error) {
            if (!(error instanceof BudgetFault))
                throw error;
            const found = depth === 0 || candidate === line ? null : findMeant(candidate, error, depth - 1);
            if (found !== null)
                return found;
        }
    }
    return null;
}
/** A line that works, for an error; null if the reason says it. */
function exampleFor(line, fault) {
    return fault.usual === null ? null : (findMeant(line, fault) ?? fault.usual);
}
function unreadable(line, fault, example) {
    const why = (0,core_text/* printable */.g$)(fault.message);
    const end = why.endsWith('?') || example === null ? '' : '.';
    return new errors/* ConfigurationError */.j1(
    // Invisible characters are written out: a zero-width space is why `5 g` cannot be read.
    `budget ${(0,core_text/* printable */.g$)(JSON.stringify(line.slice(0, 120)))} cannot be read: ${why}${end}${example === null ? '' : ` A line that works: \`${(0,core_text/* printable */.g$)(example)}\``}`);
}

;// CONCATENATED MODULE: ./build/src/ledger/where.js


/** Ref of a ledger in a repository that is named without one. */
const DEFAULT_REF = 'refs/heads/carbon-ledger';
const FORMS = 'use a branch such as `carbon-ledger`, a ref such as `refs/carbon-gate/ledger`, a path or URL of a repository (`#ref` chooses the ref), or `postgres://HOST/DATABASE`';
/**
 * Reads where a ledger is: a bare name is a branch of the current repository's origin, `refs/...` a ref of it, a path or URL another
 * repository, `postgres://` a database.
 * @throws ConfigurationError for a name that is none of these, and for a password in it
 * @example parseWhere('https://git.example/o/r#refs/carbon-gate/ledger').ref // 'refs/carbon-gate/ledger'
 */
function parseWhere(text) {
    const where = text.trim();
    if (where === '')
        throw new errors/* ConfigurationError */.j1(`ledger is blank: ${FORMS}`);
    // eslint-disable-next-line no-control-regex
    if (/[\u0000-\u0020\u007f]/.test(where) && !isPath(where))
        throw invalid(where, 'it contains white space');
    assertNoPassword(where);
    if (/^postgres(?:ql)?:\/\//i.test(where))
        return { kind: 'postgres', url: where };
    if (/^(?:refs\/|[\w][\w./-]*$)/.test(where) && !isRepository(where)) {
        return { kind: 'git', repository: null, ref: refOf(where, where) };
    }
    if (!isRepository(where))
        throw invalid(where, FORMS);
    const hash = where.lastIndexOf('#');
    const repository = hash === -1 ? where : where.slice(0, hash);
    if (repository === '' || repository.startsWith('-'))
        throw invalid(where, FORMS);
    return { kind: 'git', repository, ref: hash === -1 ? DEFAULT_REF : refOf(where.slice(hash + 1), where) };
}
/** The place for people; it never has a password. */
function placeName(place) {
    if (place.kind === 'postgres')
        return place.url;
    const ref = place.ref.replace(/^refs\/heads\//, '');
    return place.repository === null ? ref : `${place.repository}#${ref}`;
}
/** Protocols that git reaches over the network or the file system. `ext::` would run a command. */
const PROTOCOL = /^(?:https?|ssh|git|file|git\+ssh|ssh\+git):\/\//i;
const SCP_ADDRESS = /^(?:[\w.-]+@)?[\w.-]+:[^:]/;
const WINDOWS_PATH = /^[a-z]:[\\/]/i;
function isPath(where) {
    return /^(?:\.{0,2}[\\/]|\.{1,2}(?:#|$)|~)/.test(where) || WINDOWS_PATH.test(where);
}
function isRepository(where) {
    if (where.includes('://'))
        return PROTOCOL.test(where);
    if (where.includes('::'))
        return false;
    return isPath(where) || SCP_ADDRESS.test(where) || /\.git(?:#|$)/.test(where) || /^[^#]+\/[^#]*#/.test(where);
}
/** A branch or a full ref, checked by the rules of git-check-ref-format. */
function refOf(name, where) {
    const ref = name.startsWith('refs/') ? name : `refs/heads/${name}`;
    const isValid = /^refs\/[\w.-]+\/[\w./+@=-]+$/.test(ref) && !/\.\.|\/\/|\/\.|\.lock(?:\/|$)|@\{|[./]$/.test(ref) && !/\/-/.test(ref);
    if (!isValid)
        throw invalid(where, `${JSON.stringify(name)} is not a ref name that git accepts`);
    if (ref === 'refs/heads/gh-pages') {
        throw invalid(where, 'gh-pages is published and overwritten by deployments: use a branch of its own');
    }
    if (/^refs\/carbon-gate\/inbox(?:\/|$)/.test(ref))
        throw invalid(where, 'refs/carbon-gate/inbox is the inbox');
    return ref;
}
function assertNoPassword(where) {
    const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/]*)@/i.exec(where)?.[1];
    const hasPassword = authority?.includes(':') === true || /[?&](?:password|passwd|token|access_token)=/i.test(where);
    if (!hasPassword)
        return;
    throw new errors/* ConfigurationError */.j1('ledger contains a password, which process lists and logs would show: put the whole address into the variable CARBON_GATE_LEDGER_URL, or the password into PGPASSWORD');
}
function invalid(where, expected) {
    return new errors/* ConfigurationError */.j1(`ledger is ${(0,core_text/* printable */.g$)(JSON.stringify(where.slice(0, 120)))}: ${expected}`);
}

;// CONCATENATED MODULE: ./build/src/app/settings/setting.js






/** The error of a value that cannot be read. */
function refuse(name, text, wanted) {
    return new errors/* ConfigurationError */.j1(`${name} is ${(0,core_text/* printable */.g$)(JSON.stringify(text.slice(0, 80)))}: ${wanted}`);
}
/** Any text. */
function setting_text(about) {
    return { about, schema: { type: 'string' }, read: (value) => value.trim() };
}
/** Where a ledger is; checked before any work starts, and never with a password. */
function ledger(about) {
    return {
        about,
        schema: { type: 'string' },
        read(value) {
            parseWhere(value);
            return value.trim();
        },
    };
}
/** One word of a list. */
function choice(about, words) {
    return {
        about,
        schema: { enum: words },
        read(value, name) {
            const word = words.find((each) => each === value.trim().toLowerCase());
            if (word === undefined) {
                const near = (0,nearest/* nearest */.p)(value.trim(), words, 1)[0];
                throw refuse(name, value, `use one of ${words.join(', ')}${near === undefined ? '' : `; did you mean ${near}?`}`);
            }
            return word;
        },
    };
}
/** Several words of a list, with commas or line ends between them. */
function words(about, allowed) {
    const { read } = choice(about, allowed);
    return {
        about,
        schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { enum: allowed } }] },
        read: (value, name) => value
            .split(/[,\r\n]+/)
            .filter((word) => word.trim() !== '')
            .map((word) => read(word, name)),
    };
}
/** true or false, as YAML 1.2 core schema writes them. */
function flag(about) {
    return {
        about,
        schema: { type: 'boolean' },
        read(value, name) {
            const word = value.trim().toLowerCase();
            if (word !== 'true' && word !== 'false')
                throw refuse(name, value, 'use true or false');
            return word === 'true';
        },
    };
}
/** Lines of text; blank ones are left out. */
function lines(about) {
    return {
        about,
        schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
        read: (value) => value
            .split(/\r\n|\r|\n/)
            .map((line) => line.trim())
            .filter((line) => line !== ''),
    };
}
/** Lines of text that the file may also write as keys and values. */
function linesOrMapping(about) {
    const { schema, read } = lines(about);
    const mapping = { type: 'object', additionalProperties: { type: 'string' } };
    return { about, schema: { anyOf: [...schema.anyOf, mapping] }, read };
}
/** Budget lines. */
function budgets(about) {
    return {
        about,
        schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
        read: (value) => parseBudgets(value),
    };
}
/** A count of a functional unit. */
function units(about) {
    return {
        about,
        schema: { type: 'string', examples: ['1000 inferences'] },
        read(value, name) {
            const parsed = parseUnits(value);
            if (parsed === null)
                throw refuse(name, value, `a count above 0 and a name are needed, such as \`${countExample(value)}\``);
            return parsed;
        },
    };
}
/** `5k inferences` and `5,000 inferences`, written out. */
function countExample(text) {
    const match = /^(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?) ?(k|M)? ?(\p{L}.*)$/u.exec(text.trim());
    const [, number = '', prefix, name] = match ?? [];
    const count = Number(number.replaceAll(',', '')) * (prefix === 'k' ? 1e3 : prefix === 'M' ? 1e6 : 1);
    return match && count > 0 ? `${count} ${name}` : '1000 inferences';
}

;// CONCATENATED MODULE: ./build/src/app/settings/number-setting.js


/** Splits `300 W` and `300W` into number and unit; `1e3` keeps its exponent. */
function splitNumber(text) {
    const match = /^([+-]?[\d.,]*(?:[eE][+-]?\d+)?) ?(.*)$/.exec(text.trim().replace(/\s+/g, ' '));
    return { value: parseNumber(match?.[1] ?? ''), unit: match?.[2] ?? text.trim() };
}
/** A number within bounds. @param unit of the value that is returned @param units what else may be written after the number */
function number(about, unit, bounds, units = {}) {
    const { above, from, to, whole } = bounds;
    const kind = whole ? 'a whole number' : 'a number';
    const low = above === undefined ? (from === undefined ? '' : ` of at least ${from}`) : ` above ${above}`;
    const wanted = `${kind}${low}${to === undefined ? '' : `${low === '' ? '' : ' and'} at most ${to}`}${unit && ` (${unit})`} is needed`;
    return {
        about,
        unit,
        schema: {
            type: whole ? 'integer' : Object.keys(units).length > 0 ? ['number', 'string'] : 'number',
            ...(above !== undefined && { exclusiveMinimum: above }),
            ...(from !== undefined && { minimum: from }),
            ...(to !== undefined && { maximum: to }),
        },
        read(value, name) {
            const { value: written, unit: suffix } = splitNumber(value);
            const factor = suffix === '' ? 1 : factorOf(suffix, units);
            if (factor === null && written !== null)
                throw refuse(name, value, clockHint(value, unit) ?? number_setting_unitHint(suffix, unit, units));
            const parsed = written === null || factor === null ? null : scaleExactly(written, factor);
            const fits = parsed !== null &&
                (above === undefined || parsed > above) &&
                (from === undefined || parsed >= from) &&
                (to === undefined || parsed <= to) &&
                (!whole || Number.isInteger(parsed));
            if (!fits)
                throw refuse(name, value, `${wanted}${decimalHint(value)}`);
            return parsed;
        },
    };
}
/** `450 gCO2e/kWh` is `450 g/kWh`. */
function factorOf(suffix, units) {
    const plain = suffix.replace(/ ?CO[2\u2082][- ]?(?:e|eq)?(?=\/|$)/iu, '');
    return Object.hasOwn(units, plain) ? (units[plain] ?? null) : null;
}
/** Divides by a whole divisor where there is one, so that 90 % is 0.9 and not 0.9000000000000001. */
function scaleExactly(value, factor) {
    const divisor = Math.round(1 / factor);
    return factor < 1 && Math.abs(1 / factor - divisor) < 1e-9 ? value / divisor : value * factor;
}
function number_setting_unitHint(suffix, unit, units) {
    const known = Object.keys(units);
    if (known.length === 0)
        return `${JSON.stringify(suffix)} is not part of a number: give the number alone${unit && ` (${unit})`}`;
    return `the unit ${JSON.stringify(suffix)} is unknown: use ${[...new Set(known)].slice(0, 6).join(', ')}, or the number alone${unit && ` (${unit})`}`;
}
/** `1:30` hours as a number. */
function clockHint(text, unit) {
    const [, hours, minutes] = /^(\d+):([0-5]\d)$/.exec(text.trim()) ?? [];
    if (unit !== 'h' || hours === undefined)
        return null;
    return `a number of hours is needed: ${Number((Number(hours) + Number(minutes) / 60).toFixed(3))}`;
}
/** What a comma in place of the decimal point should be. */
function decimalHint(text) {
    if (/^\d{1,3}(?:,\d{3}){2,}$/.test(text.trim()))
        return `; write it without commas: ${text.trim().replaceAll(',', '')}`;
    const [, whole, rest = ''] = /^(\d+),(\d+)/.exec(text.trim()) ?? [];
    if (whole === undefined)
        return '';
    // `1,000` may also be a thousand.
    const thousands = rest.length === 3 && whole.length <= 3 && whole !== '0' ? `, or ${whole}${rest} without the comma` : '';
    return `; the decimal point is a dot: ${whole}.${rest}${thousands}`;
}
const SECONDS_PER = { ms: 0.001, s: 1, min: 60, m: 60, h: 3600 };
/** A time span: `1 s`, `500 ms`, `10`, `2 min`. Seconds without a unit. */
function seconds(about, bounds) {
    return {
        about,
        unit: 's',
        schema: { type: ['string', 'number'] },
        read(value, name) {
            const match = /^([\d.eE+]+) ?(ms|s|min|m|h)?$/.exec(value.trim());
            const parsed = match ? parseNumber(match[1] ?? '') : null;
            const result = parsed === null ? null : parsed * SECONDS_PER[(match?.[2] ?? 's')];
            if (result === null || result < bounds.from || result > bounds.to) {
                throw refuse(name, value, `a time from ${bounds.from} s to ${bounds.to} s is needed, such as \`10 s\``);
            }
            return result;
        },
    };
}

;// CONCATENATED MODULE: ./build/src/app/settings/table.js





/** Faster sampling costs more than it adds; slower than a minute misses whole steps. */
const INTERVAL = { from: 0.1, to: 60 };
/** GitHub stops a post step with the job; nothing may wait longer than this for a grid figure. */
const API_WAIT = { from: 0, to: 300 };
/** Kinds of budget lines that stop work only where a setting names them: a history decides over them. */
const STOP_AT = ['day', 'week', 'month', 'growth'];
/** A checkpoint of a large model takes minutes; a day is as long as the sampler runs. */
const STOP_GRACE = { from: 0, to: 86_400 };
/** More GPUs than the largest clusters of 2026 have. The report names each, so that a typing error must not fill the memory. */
const MOST_GPUS = 100_000;
/** Upper bound of hours and processors; larger values overflow the totals. */
const MOST = 1e9;
/** Every setting, once: inputs of the action, flags of the command line and keys of the file all come from here. */
const SETTINGS = {
    mode: choice('what this step does', [
        'job',
        'report',
        'workflow',
        'logs',
        'estimate',
        'comment',
        'collect',
        'when',
    ]),
    budget: budgets('budget lines, one a line; adds to the config file'),
    config: setting_text('path of the config file'),
    enforce: flag('false: report only, never fail'),
    strict: flag('true: a run in which no budget line is judged is indeterminate'),
    logs: lines('globs of tracker logs, one a line'),
    format: setting_text('format of the logs; auto detects it by content'),
    'log-columns': linesOrMapping('columns of a log of no known format, one a line, such as `energy: used in kWh`'),
    usage: lines('globs of usage logs of language models, one a line'),
    factors: setting_text('file with your own energy of language models, Wh per 1000 tokens'),
    units: units('count of the functional unit, such as `1000 inferences`'),
    region: setting_text('cloud region, such as `azure:eastus`'),
    zone: setting_text('grid zone or country, such as `DE` or `US-CAL-CISO`'),
    intensity: number('fixed grid intensity', 'gCO2e/kWh', { from: 0, to: 5000 }, GRAMS_PER_KWH),
    pue: number('power usage effectiveness of the building', '', { from: 1, to: 10 }, SHARE),
    embodied: flag('false: leave out the manufacture of the hardware'),
    'lifetime-years': number('years that the hardware works', 'years', { above: 0, to: 20 }, YEARS),
    'boavizta-url': setting_text('address of your own BoaviztAPI, for minerals (kg Sb eq) of the hardware'),
    'grid-provider': choice('live source of grid intensity; failures fall back to static', GRID_PROVIDERS),
    'grid-url': setting_text('address of the grid provider'),
    interval: seconds('sampling interval; when missing 1 s, slower on long jobs', INTERVAL),
    comment: choice('pull-request comment', ['auto', 'true', 'false']),
    ledger: ledger('where the history is: branch, `refs/...`, path or URL of a repository, `postgres://`'),
    'on-ledger-error': choice('what to do with lines over time when the ledger cannot be read', ['warn', 'fail']),
    'on-period-exceeded': choice('what a spent day, week or month does; when missing fail, on pull requests warn', [
        'fail',
        'warn',
    ]),
    'on-exceed': choice('what a budget of the job does when it is used up: fail at the end, or stop the work', [
        'fail',
        'stop',
    ]),
    'stop-at': words('lines that on-exceed: stop watches besides those of the job: per day, week, month, growth', STOP_AT),
    'stop-grace': seconds('time for a checkpoint between SIGTERM and the end, with on-exceed: stop', STOP_GRACE),
    'cancel-run': flag('true: cancel the run when the grace of a stop is over (needs actions: write)'),
    'on-measurement-error': choice('what to do when no figure can be trusted', ['fail', 'warn']),
    reports: flag('false: measured reports of jobs are not used, every job of a run is estimated'),
    'min-coverage': number('share of the time that must be covered; below: indeterminate', '', { from: 0, to: 1 }, SHARE),
    'max-api-wait': seconds('all waiting for grid providers together', API_WAIT),
    'top-processes': flag('record which commands used the CPU (names only)'),
    hours: number('planned wall time', 'h', { above: 0, to: MOST }, HOURS),
    processors: number('count of equal processors of the given watts', '', { above: 0, to: MOST }),
    watts: number('power of one processor', 'W', POWER_RANGES.machine, WATTS),
    'idle-watts': number('power of the idle machine, read at the wall, without GPUs', 'W', POWER_RANGES.machine, WATTS),
    'full-watts': number('power of the fully busy machine, read at the wall, without GPUs', 'W', POWER_RANGES.machine, WATTS),
    instance: setting_text('instance type of a cloud, such as `aws:g5.xlarge`'),
    cpu: setting_text('CPU model name'),
    vcpus: number('hardware threads used', '', { above: 0, to: MOST }),
    gpu: setting_text('GPU model name'),
    gpus: number('count of GPUs', '', { from: 0, to: MOST_GPUS, whole: true }),
    'gpu-watts': number('mean power of one GPU, in place of that of its name', 'W', POWER_RANGES.gpu, WATTS),
    utilization: number('CPU utilisation', '%', { from: 0, to: 100 }, PERCENT),
    'gpu-utilization': number('GPU utilisation', '%', { from: 0, to: 100 }, PERCENT),
    'memory-gb': number('memory', 'GB', { from: 0, to: MOST }, GIGABYTES),
    plan: setting_text('path of a plan file'),
    duration: setting_text('how long the work takes, such as `2 h`'),
    within: setting_text('window in which it may start, such as `24 h`'),
    regions: lines('regions to choose from, one a line or with commas between'),
    'check-run': setting_text('name of a check run to write (needs checks: write)'),
    'waiver-label': setting_text('pull-request label with which a person with write access waives a failure'),
};
/** Defaults. */
const DEFAULTS = {
    mode: 'job',
    config: '.github/carbon-gate.yml',
    enforce: true,
    strict: false,
    embodied: true,
    format: 'auto',
    'grid-provider': 'static',
    comment: 'auto',
    ledger: '',
    'on-ledger-error': 'warn',
    'on-exceed': 'fail',
    'stop-at': [],
    'stop-grace': 300,
    'cancel-run': false,
    'on-measurement-error': 'fail',
    reports: true,
    'min-coverage': 0.9,
    'max-api-wait': 10,
    'top-processes': false,
    'waiver-label': 'carbon-waiver',
};
function isSettingName(name) {
    return Object.hasOwn(SETTINGS, name);
}
/** Reads one setting's text. @throws ConfigurationError */
function readSetting(name, text) {
    return SETTINGS[name].read(text, name);
}
/** Reads texts by name; empty ones are unset. @throws ConfigurationError */
function readSettings(texts) {
    const values = {};
    for (const [name, text] of Object.entries(texts)) {
        if (text !== undefined && text.trim() !== '')
            values[name] = readSetting(name, text);
    }
    return values;
}


/***/ }),

/***/ 26:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j1: () => (/* binding */ ConfigurationError)
/* harmony export */ });
/* unused harmony exports MeasurementError, QuantityError, describeReadError */
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

/***/ 7:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/**
 * Names that resemble a mistyped one, nearest first: at most `count`, at most `limit` edits away.
 * @param limit a third of the name's length by default
 */
function nearest(name, known, count = 3, limit = Math.max(1, Math.ceil(name.length / 3))) {
    const wanted = name.toLowerCase();
    return [...known]
        .map((candidate) => ({ candidate, distance: editDistance(wanted, candidate.toLowerCase(), limit) }))
        .filter(({ distance }) => distance <= limit)
        .sort((a, b) => a.distance - b.distance || a.candidate.localeCompare(b.candidate))
        .slice(0, count)
        .map(({ candidate }) => candidate);
}
/** Levenshtein distance, with two letters in the wrong order as one edit; anything above `limit` is reported as limit + 1. */
function editDistance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit)
        return limit + 1;
    let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
    let beforeThat = [];
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            const swap = isSwapped ? (beforeThat[j - 2] ?? limit) + 1 : limit + 1;
            row.push(Math.min(substitution, swap, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
        }
        beforeThat = previous;
        previous = row;
    }
    return previous[b.length] ?? limit + 1;
}


/***/ }),

/***/ 422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g$: () => (/* binding */ printable)
/* harmony export */ });
/* unused harmony exports counted, coverageShortfall */
/**
 * Untrusted text: names in logs, file names, messages of an API. It must not move a terminal's cursor, change its colours, reverse
 * the reading direction or start a new line.
 */
/** Maximum length of untrusted text in a message, in characters. */
const PRINTABLE_LENGTH = 200;
/**
 * C0 and C1 controls and DEL, zero-width and bidirectional controls, line and paragraph separators, the byte order mark,
 * interlinear and tag characters, lone surrogates.
 */
const UNPRINTABLE = 
// eslint-disable-next-line no-control-regex
/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;
/**
 * The text on one line, safe to print: what cannot be seen is written as an escape (`\x1b`, `\u202e`), what is too long
 * is cut with an ellipsis.
 * @param limit most characters kept
 */
function printable(text, limit = PRINTABLE_LENGTH) {
    const cut = text.length > limit ? `${text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
    return cut.replace(UNPRINTABLE, escaped);
}
/** A number with its noun. @example counted(1, 'entry', 'entries') // "1 entry" */
function counted(count, singular, plural = `${singular}s`) {
    return `${count} ${count === 1 ? singular : plural}`;
}
/**
 * Coverage and the share that is needed, as percentages. Coverage is rounded down, so that it never looks like enough.
 * @param coverage share of the time, below `least`
 * @example coverageShortfall(0.89996, 0.9) // ['89.9 %', '90 %']
 */
function coverageShortfall(coverage, least) {
    const exact = (value) => Number(value.toPrecision(12));
    return [`${Math.floor(exact(coverage * 1000)) / 10} %`, `${exact(least * 100)} %`];
}
function escaped(character) {
    if (character === '\n')
        return '\\n';
    if (character === '\r')
        return '\\r';
    if (character === '\t')
        return '\\t';
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x100)
        return `\\x${code.toString(16).padStart(2, '0')}`;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}


/***/ }),

/***/ 64:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ workflowSafe)
/* harmony export */ });
/* unused harmony export logLine */
/** Invisible; keeps two characters apart. */
const BREAK = '\u200B';
/**
 * Text for standard output of a workflow step, where `::command::` and `##[command]` are orders to the runner, also in the
 * middle of a line. Line ends stay. Everything that is printed passes through here.
 */
function workflowSafe(text) {
    return text.replace(/:(?=:)/g, `:${BREAK}`).replace(/#(?=#?\[)/g, `#${BREAK}`);
}
/** Untrusted text as one line of the log: no line ends, no escape sequences, no workflow commands. */
function logLine(text) {
    // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
    return workflowSafe(text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, ' ').trim());
}


/***/ }),

/***/ 161:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(136);
/* harmony import */ var _app_action_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(671);
/* harmony import */ var _app_action_cancellation_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(473);
/* harmony import */ var _app_action_save_job_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(520);
/* harmony import */ var _app_action_start_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(962);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(26);
/* harmony import */ var _core_workflow_safe_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(64);
/* harmony import */ var _app_action_stop_hint_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(391);
var __rewriteRelativeImportExtension = (undefined && undefined.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};









/** Bundles lie side by side in dist. */
const dist = node_path__WEBPACK_IMPORTED_MODULE_0__.join(node_path__WEBPACK_IMPORTED_MODULE_0__.dirname((0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(import.meta.url)), '..');
/** `mode: job` only starts, and loads nothing it does not need; every other mode works here. */
async function main() {
    const given = (0,_app_action_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .givenInputs */ .P)(process.env);
    if (given.mode === undefined || given.mode === 'job') {
        const job = await (0,_app_action_start_js__WEBPACK_IMPORTED_MODULE_4__/* .startJob */ ._)(given, node_path__WEBPACK_IMPORTED_MODULE_0__.join(dist, 'sampler', 'index.js'), process.env);
        (0,_app_action_save_job_js__WEBPACK_IMPORTED_MODULE_3__/* .saveStart */ .A)(job, process.env);
        const hint = await (0,_app_action_stop_hint_js__WEBPACK_IMPORTED_MODULE_6__/* .lookForStop */ .t)(given, job.event, process.env);
        const stop = hint.mayStop ? await armed(job) : null;
        (0,_app_action_save_job_js__WEBPACK_IMPORTED_MODULE_3__/* .saveJob */ .p)(job, hint, stop, process.env);
        await stop?.replacement?.endReplaced();
        if (stop && stop.problem !== null)
            warn(`on-exceed: stop has no effect: ${stop.problem}`);
        for (const { text } of stop?.armed?.notes ?? [])
            warn(text);
        const stops = stop?.armed ? `${stopText(stop.armed)}, and ` : '';
        process.stdout.write(`${(0,_core_workflow_safe_js__WEBPACK_IMPORTED_MODULE_7__/* .workflowSafe */ .J)(`Carbon Gate measures this job, ${stops}gives its verdict when the job ends.`)}\n`);
        return;
    }
    const cancelled = (0,_app_action_cancellation_js__WEBPACK_IMPORTED_MODULE_8__/* .cancellation */ .W)();
    const { act } = await loadAct();
    await act('main', cancelled);
    process.exit();
}
function stopText({ lines, canSignal }) {
    if (canSignal)
        return `asks its processes to end when ${lines} is used up`;
    return `writes the stop file when ${lines} is used up (its processes cannot be signalled on this runner)`;
}
function loadAct() {
    const modes = (0,node_url__WEBPACK_IMPORTED_MODULE_1__.pathToFileURL)(node_path__WEBPACK_IMPORTED_MODULE_0__.join(dist, 'act', 'index.js')).href;
    return import(__rewriteRelativeImportExtension(/* webpackIgnore: true */ modes));
}
/** A job that cannot be stopped is still measured and judged: what is wrong becomes a warning. */
async function armed(job) {
    const { armStop } = await loadAct();
    return armStop(new AbortController().signal, job, dist).catch((error) => ({
        armed: null,
        replacement: null,
        problem: error.message,
        requests: 0,
    }));
}
function warn(text) {
    process.stdout.write(`::warning title=Carbon Gate::${escaped(text)}\n`);
}
/** The text of a workflow command. */
function escaped(text) {
    return (0,_core_workflow_safe_js__WEBPACK_IMPORTED_MODULE_7__/* .workflowSafe */ .J)(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
try {
    await main();
}
catch (error) {
    // A configuration error is one line; anything else is our bug and shows its stack.
    const text = error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .ConfigurationError */ .j1 ? error.message : `internal error: ${error.stack ?? String(error)}`;
    process.stdout.write(`::error title=Carbon Gate::${escaped(text)}\n`);
    process.exitCode = 1;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ eventTraits)
/* harmony export */ });
/** Runs the workflow file of the pull request with a token that is cut down for forks. */
const PULL_REQUEST = {
    proposes: 'pull-request',
    workflowOf: 'proposal',
    cutsToken: true,
    hasSecondStage: true,
};
/** Runs what is already in the repository: push, schedule, workflow_dispatch, release ... */
const OWN = { proposes: null, workflowOf: 'repository', cutsToken: false, hasSecondStage: false };
/**
 * Events that are about a proposal. Source: GitHub, "Events that trigger workflows"; a read-only token for forks and Dependabot:
 * "Automatic token authentication".
 */
const EVENTS = {
    pull_request: PULL_REQUEST,
    pull_request_review: PULL_REQUEST,
    pull_request_review_comment: PULL_REQUEST,
    pull_request_target: { ...OWN, proposes: 'pull-request' },
    merge_group: { ...OWN, proposes: 'merge-group', workflowOf: 'proposal' },
    workflow_run: { ...OWN, proposes: 'finished-run' },
};
/**
 * Returns the traits of an event. Unknown names that begin with `pull_request` count as `pull_request`, so that a new event is not
 * trusted by accident.
 * @example eventTraits('pull_request_target').workflowOf // 'repository'
 */
function eventTraits(name) {
    if (Object.hasOwn(EVENTS, name))
        return EVENTS[name] ?? OWN;
    return name.startsWith('pull_request') ? PULL_REQUEST : OWN;
}


/***/ }),

/***/ 4:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b$: () => (/* binding */ readPlainFile)
/* harmony export */ });
/* unused harmony exports STANDARD_INPUT, readUpTo */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);

/** Descriptor of standard input. `process.stdin.fd` would open a stream first, and a slow pipe would then fail with EAGAIN. */
const STANDARD_INPUT = 0;
/**
 * Text of an open file, pipe or device, of which at most a given size is read.
 * @throws Error if it is larger, which an endless one always is
 */
function readUpTo(descriptor, maxBytes) {
    const chunks = [];
    for (let size = 0;;) {
        const chunk = Buffer.allocUnsafe(65_536);
        const count = readSome(descriptor, chunk);
        if (count === 0)
            return decoded(Buffer.concat(chunks));
        size += count;
        if (size > maxBytes)
            throw new Error(`it is larger than ${maxBytes} bytes`);
        chunks.push(chunk.subarray(0, count));
    }
}
/** Text without its byte order mark. PowerShell 5.1 writes UTF-16 where output is redirected to a file. */
function decoded(bytes) {
    const encoding = Object.keys(BYTE_ORDER_MARKS).find((name) => BYTE_ORDER_MARKS[name]?.equals(bytes.subarray(0, 2)));
    return new TextDecoder(encoding ?? 'utf-8').decode(bytes);
}
const BYTE_ORDER_MARKS = {
    'utf-16le': Buffer.from([0xff, 0xfe]),
    'utf-16be': Buffer.from([0xfe, 0xff]),
};
/** Bytes that were read; 0 at the end. Windows reports the end of a pipe as an error. */
function readSome(descriptor, chunk) {
    try {
        return readSync(descriptor, chunk);
    }
    catch (error) {
        if (error.code === 'EOF')
            return 0;
        throw error;
    }
}
/** GitHub cuts the payload of an event off at 25 MB. */
const MAX_BYTES = 32 * 1024 * 1024;
/**
 * Text of a small plain file that other processes may have replaced: reading a pipe would block for ever, a device would
 * never end.
 * @param maxBytes a larger file is rejected
 * @throws Error if it cannot be read or is not a plain file
 */
function readPlainFile(file, maxBytes = MAX_BYTES) {
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0));
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
        if (!stat.isFile() || stat.size > maxBytes)
            throw new Error('it is not a plain file of the expected size');
        return decoded((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(descriptor));
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
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
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(161);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
