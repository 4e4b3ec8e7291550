export const id = 868;
export const ids = [868,827];
export const modules = {

/***/ 47868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ledgerCorrect: () => (/* binding */ ledgerCorrect),
/* harmony export */   ledgerMove: () => (/* binding */ ledgerMove),
/* harmony export */   ledgerPrune: () => (/* binding */ ledgerPrune)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1702);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(53834);
/* harmony import */ var _ledger_correction_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6991);
/* harmony import */ var _ledger_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9939);
/* harmony import */ var _ledger_pruned_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14235);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25728);
/* harmony import */ var _ledger_day_range_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(98837);
/* harmony import */ var _ledger_open_ledger_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(18677);
/* harmony import */ var _settings_setting_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26479);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(35827);










/** A corrected figure: at least 0, and no more than the ledger keeps. */
const FIGURE = (0,_settings_setting_js__WEBPACK_IMPORTED_MODULE_7__/* .number */ .ai)('', '', { from: 0, to: 1e12 });
/** `ledger correct KEY`: adds a line with the differences to what the entry should have said. */
async function ledgerCorrect(key, flags, host) {
    const target = targetOf(flags);
    const reason = flags.reason?.trim() ?? '';
    if (reason === '')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1('ledger correct: say why, as in --reason "the meter was broken"');
    const range = (0,_ledger_day_range_js__WEBPACK_IMPORTED_MODULE_5__/* .readRange */ .qX)(flags, Date.now());
    await (0,_ledger_js__WEBPACK_IMPORTED_MODULE_8__.withLedger)(flags, host, async (store) => {
        const correction = (0,_ledger_correction_js__WEBPACK_IMPORTED_MODULE_1__/* .correctionOf */ .K)(await store.lines(range), key, target, reason.slice(0, 300));
        const { added, waiting, warning } = await store.add([{ entry: correction }]);
        if (added + waiting === 0) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MeasurementError */ .HG(`ledger correct: ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_9__/* .printable */ .g)(key)} was corrected by another writer just now: look at it again`);
        }
        if (warning !== null)
            host.console.err(`warning: ledger: ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_9__/* .printable */ .g)(warning, 500)}\n`);
        host.console.out(`${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_9__/* .printable */ .g)(key)} corrected by ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_9__/* .printable */ .g)(correction.key)}\n`);
    });
    return _exit_status_js__WEBPACK_IMPORTED_MODULE_4__/* .EXIT */ .dc.ok;
}
/** Figures that the flags ask for; null withdraws the entry. */
function targetOf({ withdraw, wh, g, l }) {
    const given = Object.entries({ wh, g, l }).filter((pair) => pair[1] !== undefined);
    if (withdraw === true) {
        if (given.length > 0)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1('ledger correct: --withdraw sets all figures to 0: leave out --wh, --g and --l');
        return null;
    }
    if (given.length === 0) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1('ledger correct: give what the entry should say, as in --wh 1.2 --g 0.4, or --withdraw');
    }
    return Object.fromEntries(given.map(([name, text]) => [name, FIGURE.read(text, name)]));
}
/** `ledger prune --before MONTH`: deletes old entries and keeps the totals of their months. */
async function ledgerPrune({ before, ...flags }, host) {
    if (before === undefined || !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(before)) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`ledger prune: --before is ${before === undefined ? 'missing' : JSON.stringify(before.slice(0, 40))}: name the first month that stays, as in --before 2026-01`);
    }
    const latest = (0,_ledger_pruned_js__WEBPACK_IMPORTED_MODULE_3__/* .recentMonth */ .Wm)(Date.now());
    if (before > latest) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`ledger prune: --before ${before} would delete entries that budgets still need: the latest is ${latest}`);
    }
    const months = await (0,_ledger_js__WEBPACK_IMPORTED_MODULE_8__.withLedger)(flags, host, (store) => store.prune(before));
    const text = months.length === 0
        ? `no entries before ${before}`
        : `entries of ${months.sort().join(', ')} deleted; their totals stay`;
    host.console.out(`${text}\n`);
    return _exit_status_js__WEBPACK_IMPORTED_MODULE_4__/* .EXIT */ .dc.ok;
}
/** `ledger move --from A --to B`: copies every line, corrections too, and compares the sums. A stays until its owner deletes it. */
async function ledgerMove({ from, to }, host) {
    if (from === undefined || to === undefined) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1('ledger move: name both places, as in --from carbon-ledger --to postgres://user@host/db');
    }
    const access = { env: host.env, cwd: process.cwd() };
    const [source, target] = [(0,_ledger_open_ledger_js__WEBPACK_IMPORTED_MODULE_6__.openLedger)(from, access), (0,_ledger_open_ledger_js__WEBPACK_IMPORTED_MODULE_6__.openLedger)(to, access)];
    if (source.name === target.name)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1('ledger move: --from and --to are the same ledger');
    try {
        const { added, known } = await copyLines(source, target);
        host.console.out(`${added} added to ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_9__/* .printable */ .g)(target.name)}, ${known} already there; the sums are equal. ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_9__/* .printable */ .g)(source.name)} is unchanged\n`);
    }
    finally {
        await Promise.all([source.close(), target.close()]);
    }
    return _exit_status_js__WEBPACK_IMPORTED_MODULE_4__/* .EXIT */ .dc.ok;
}
/** Lines of one write: a month of a large ledger in a few writes. */
const LINES_AT_ONCE = 20_000;
async function copyLines(source, target) {
    const always = { from: '0001-01-01', to: (0,_ledger_day_range_js__WEBPACK_IMPORTED_MODULE_5__/* .monthRange */ .kk)((0,_ledger_day_range_js__WEBPACK_IMPORTED_MODULE_5__/* .dayOf */ .kb)(Date.now()).slice(0, 7)).to };
    const cursor = await source.cursor();
    const lines = await source.lines(always);
    const total = { added: 0, known: 0 };
    for (let start = 0; start < lines.length; start += LINES_AT_ONCE) {
        const batch = lines.slice(start, start + LINES_AT_ONCE).map((entry) => ({ entry }));
        const { added, duplicates } = await target.collect(batch, cursor);
        total.added += added;
        total.known += duplicates;
    }
    const [before, after] = [await source.totals(always), await target.totals(always)];
    if (after.all_entries < lines.filter((line) => !(0,_ledger_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .isCorrection */ .HJ)(line)).length || !isSameSum(before, after)) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MeasurementError */ .HG(`ledger move: ${source.name} has ${before.entries} entries and ${before.g} g, ${target.name} has ${after.entries} and ${after.g} g: the places had different entries before, or were written meanwhile`, 'ledger');
    }
    return total;
}
function isSameSum(a, b) {
    return a.entries === b.entries && a.g === b.g && a.wh === b.wh && a.l === b.l;
}


/***/ }),

/***/ 35827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ledgerAdd: () => (/* binding */ ledgerAdd),
  ledgerShow: () => (/* binding */ ledgerShow),
  ledgerTotals: () => (/* binding */ ledgerTotals),
  ledgerVerify: () => (/* binding */ ledgerVerify),
  withLedger: () => (/* binding */ withLedger)
});

// EXTERNAL MODULE: ./build/src/core/report-file.js
var report_file = __webpack_require__(94618);
// EXTERNAL MODULE: ./build/src/core/text.js
var core_text = __webpack_require__(53834);
// EXTERNAL MODULE: ./build/src/ledger/entry.js
var entry = __webpack_require__(9939);
// EXTERNAL MODULE: ./build/src/ledger/from-report.js
var from_report = __webpack_require__(19594);
// EXTERNAL MODULE: ./build/src/render/quantities.js
var quantities = __webpack_require__(80393);
// EXTERNAL MODULE: ./build/src/app/exit-status.js
var exit_status = __webpack_require__(25728);
// EXTERNAL MODULE: ./build/src/app/ledger/day-range.js
var day_range = __webpack_require__(98837);
// EXTERNAL MODULE: ./build/src/app/ledger/open-ledger.js + 23 modules
var open_ledger = __webpack_require__(18677);
// EXTERNAL MODULE: ./build/src/app/forge/ci.js + 1 modules
var forge_ci = __webpack_require__(55683);
;// CONCATENATED MODULE: ./build/src/app/ledger/origin.js

/** The first row whose run and job are set is used. From each forge's own reference (November 2026). */
const IDENTITIES = [
    { run: 'CI_PIPELINE_ID', attempt: null, job: 'CI_JOB_ID', isUnique: true },
    // Jobs of a matrix share GITHUB_JOB.
    { run: 'GITHUB_RUN_ID', attempt: 'GITHUB_RUN_ATTEMPT', job: 'GITHUB_JOB', isUnique: false },
    { run: 'CIRCLE_WORKFLOW_ID', attempt: null, job: 'CIRCLE_WORKFLOW_JOB_ID', isUnique: true },
    { run: 'BUILDKITE_BUILD_ID', attempt: 'BUILDKITE_RETRY_COUNT', job: 'BUILDKITE_JOB_ID', isUnique: true },
    { run: 'BUILD_BUILDID', attempt: 'SYSTEM_JOBATTEMPT', job: 'SYSTEM_JOBID', isUnique: true },
    { run: 'BITBUCKET_PIPELINE_UUID', attempt: 'BITBUCKET_STEP_RUN_NUMBER', job: 'BITBUCKET_STEP_UUID', isUnique: true },
    { run: 'BUILD_TAG', attempt: null, job: 'STAGE_NAME', isUnique: false },
    { run: 'BUILD_TAG', attempt: null, job: 'JOB_NAME', isUnique: false },
];
/** Variables with the event that started a build, and with its runner. */
const EVENTS = ['GITHUB_EVENT_NAME', 'CI_PIPELINE_SOURCE', 'BUILD_REASON', 'BUILDKITE_SOURCE'];
const RUNNERS = ['CI_RUNNER_DESCRIPTION', 'RUNNER_NAME', 'AGENT_NAME', 'BUILDKITE_AGENT_NAME', 'NODE_NAME'];
/** Where the reports that are added now come from, by the environment. */
function originOf(env) {
    const ci = (0,forge_ci/* detectCi */.A)(env);
    const set = (name) => (name === null ? null : env[name]?.trim() || null);
    const first = (names) => names.map(set).find((value) => value !== null) ?? null;
    const row = IDENTITIES.find(({ run, job }) => set(run) !== null && set(job) !== null);
    return {
        job: row
            ? {
                run: set(row.run) ?? '',
                attempt: Number(set(row.attempt) ?? 1) || 1,
                id: set(row.job) ?? '',
                isUnique: row.isUnique,
            }
            : null,
        repository: ci?.repository ?? null,
        event: ci ? first(EVENTS) : null,
        branch: ci?.branch ?? null,
        pullRequest: ci?.pullRequest ?? null,
        commit: ci?.commit ?? null,
        workflow: ci?.pipeline ?? null,
        jobName: ci?.job ?? null,
        runner: ci ? first(RUNNERS) : null,
    };
}

// EXTERNAL MODULE: ./build/src/app/report-output.js
var report_output = __webpack_require__(49353);
// EXTERNAL MODULE: ./build/src/github/failure.js
var failure = __webpack_require__(14107);
// EXTERNAL MODULE: ./build/src/github/pages.js
var pages = __webpack_require__(41957);
// EXTERNAL MODULE: ./build/src/github/run-list.js
var run_list = __webpack_require__(57789);
// EXTERNAL MODULE: ./build/src/ledger/totals.js
var totals = __webpack_require__(92296);
// EXTERNAL MODULE: ./build/src/app/ledger/run-entries.js + 11 modules
var run_entries = __webpack_require__(22700);
;// CONCATENATED MODULE: ./build/src/app/ledger/api-history.js






/** Runs read side by side. */
const RUNS_AT_ONCE = 8;
/** Runs that fail before the others are not tried any more. */
const MOST_FAILURES = 8;
/**
 * Every completed run of the last days, estimated, without a ledger and without any permission to write. One request for each run and for
 * each 100 runs of the list. The newest runs are read first; below the reserve of the allowance the others are left out and counted.
 * @param seconds how far back, by the time of creation, s
 */
async function readApiHistory(reader, seconds) {
    const { client, repository } = reader;
    const { server } = client;
    // By the forge's clock: openRunReader has asked it before.
    const nowMs = server.nowMs();
    const fromMs = nowMs - seconds * 1000;
    const listed = await (0,run_list/* listRuns */.v)(client, repository, { fromMs });
    if (!listed.ok)
        return listed;
    const runs = listed.value.runs.filter((run) => run.isCompleted && (0,run_entries/* hasJobs */.l)(run));
    const failures = [];
    const readings = await (0,pages/* inParallel */.HN)(runs, RUNS_AT_ONCE, async (run) => {
        if (server.spareRequests < RUNS_AT_ONCE || client.deadline.ending || failures.length >= MOST_FAILURES)
            return null;
        const reading = await (0,run_entries/* readRun */.c)({ ...reader, artifacts: 'none' }, run);
        if (reading.kind === 'failed')
            failures.push(reading.failure.text);
        return reading;
    });
    const read = readings.filter((reading) => reading?.kind === 'read');
    const unread = readings.filter((reading) => !reading || reading.kind === 'failed').length;
    const why = failures[0] ?? (client.deadline.ending ? 'the time is over' : 'the allowance of requests is low');
    const entries = read.flatMap((reading) => reading.entries.map(({ entry }) => entry));
    return (0,failure.ok)({
        entries: entries.sort((a, b) => Date.parse(a.ended_at) - Date.parse(b.ended_at)),
        range: { from: (0,day_range/* dayOf */.kb)(fromMs), to: (0,day_range/* dayOf */.kb)(nowMs) },
        runs: read.length,
        unread,
        requests: server.requests,
        warnings: [
            ...(unread === 0 ? [] : [`${unread} of ${runs.length} runs are not read and not in the sums: ${why}`]),
            ...(listed.value.isComplete ? [] : ['the list of runs is incomplete: the oldest are missing']),
            ...read.flatMap(({ warnings }) => warnings),
        ],
    });
}
/** Totals of entries that no ledger has, in the form of a ledger's. */
function totalsOfEntries(entries, range, asOf) {
    const builder = new totals/* TotalsBuilder */.dc();
    for (const entry of entries)
        builder.add(entry);
    return { ...builder.value(), ...range, as_of: asOf, tip: null, all_entries: entries.length };
}

// EXTERNAL MODULE: ./build/src/core/duration.js
var duration = __webpack_require__(8065);
// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(1702);
// EXTERNAL MODULE: ./build/src/app/forge/github-api.js + 3 modules
var github_api = __webpack_require__(50794);
// EXTERNAL MODULE: ./build/src/app/ledger/run-reader.js + 4 modules
var run_reader = __webpack_require__(78081);
// EXTERNAL MODULE: ./build/src/app/settings/config-file.js
var config_file = __webpack_require__(28248);
// EXTERNAL MODULE: ./build/src/app/settings/resolve.js + 2 modules
var resolve = __webpack_require__(5986);
// EXTERNAL MODULE: ./build/src/app/commands/context.js + 23 modules
var context = __webpack_require__(45132);
;// CONCATENATED MODULE: ./build/src/app/commands/api-history.js









/** Time limit of all calls together, ms: a thousand runs take about two minutes. */
const HISTORY_WAIT_MS = 10 * 60_000;
/**
 * The runs of the last days from the forge alone, for `--from-api 30d`. What was not read is reported on standard error.
 * @throws ConfigurationError for flags that contradict it
 * @throws MeasurementError when the runs cannot be listed
 */
async function historyFromApi(flags, { env, console }) {
    const others = ['ledger', 'month', 'from', 'to'].filter((name) => flags[name] !== undefined);
    if (others.length > 0) {
        throw new errors/* ConfigurationError */.j1(`--from-api and --${others[0]} exclude each other: --from-api reads no ledger`);
    }
    const seconds = (0,duration/* parseDuration */.E)(flags.fromApi ?? '', '--from-api');
    const file = (0,context/* configFile */.Ze)({}) ?? config_file/* EMPTY_CONFIG */.$v;
    const { settings } = (0,resolve/* resolve */.h)({ given: {}, givenAs: 'flag', file, base: null });
    const api = await (0,github_api/* connectFromEnvironment */.I)(env, { repository: flags.repository, waitMs: HISTORY_WAIT_MS });
    try {
        const history = await readApiHistory(await (0,run_reader/* openRunReader */.d)({ ...api, settings, runners: file.runners }), seconds);
        if (!history.ok)
            throw new errors/* MeasurementError */.HG(history.failure.text, 'GitHub');
        const { runs, requests, warnings } = history.value;
        for (const warning of warnings)
            console.err(`warning: ${(0,core_text/* printable */.g)(warning, 500)}\n`);
        console.err(`${runs} ${runs === 1 ? 'run' : 'runs'} read with ${requests} requests; every figure is an estimate\n`);
        return history.value;
    }
    finally {
        api.client.deadline.close();
    }
}

;// CONCATENATED MODULE: ./build/src/app/commands/ledger.js












/** A figure with its unit; plain spaces, so that columns of a terminal line up. */
function amount(value, family) {
    return (0,quantities/* quantity */.au)(value, family).replaceAll('\u00A0', ' ');
}
/** Opens the ledger of the flags for one use. */
async function withLedger({ ledger }, { env }, use) {
    const store = (0,open_ledger.openLedger)(ledger, { env, cwd: process.cwd() });
    try {
        return await use(store);
    }
    finally {
        await store.close();
    }
}
/** `ledger add REPORT...`: adds reports. Exit 0 with a warning when they are stored and only the sweep failed. */
async function ledgerAdd(files, flags, host) {
    const reports = files.map((file) => (0,report_file/* readReport */.t)((0,report_output/* readNamed */.Mk)(file, 'report'), file));
    const origin = originOf(host.env);
    const now = Date.now();
    const added = await withLedger(flags, host, (store) => store.add(reports.map((report) => (0,from_report/* entryFromReport */.R8)(report, origin, now))));
    if (added.warning !== null)
        host.console.err(`warning: ledger: ${(0,core_text/* printable */.g)(added.warning, 500)}\n`);
    if (flags.json !== undefined)
        (0,report_output/* putJson */.gl)(flags.json, `${JSON.stringify(added)}\n`, host.console);
    else
        host.console.out(`${added.added} added, ${added.duplicates} already there, ${added.waiting} waiting\n`);
    return exit_status/* EXIT */.dc.ok;
}
/** `ledger totals`: sums of a month or of days. */
async function ledgerTotals(flags, host) {
    const totals = await totalsOf(flags, host);
    if (flags.json !== undefined)
        (0,report_output/* putJson */.gl)(flags.json, `${JSON.stringify(totals, null, 2)}\n`, host.console);
    else
        host.console.out(totalsText(totals));
    return exit_status/* EXIT */.dc.ok;
}
async function totalsOf(flags, host) {
    if (flags.fromApi === undefined) {
        const range = (0,day_range/* readRange */.qX)(flags, Date.now());
        return withLedger(flags, host, (store) => store.totals(range));
    }
    const { entries, range } = await historyFromApi(flags, host);
    return totalsOfEntries(entries, range, `${new Date().toISOString().slice(0, 19)}Z`);
}
function totalsText({ from, to, as_of, entries, g, wh, l, unknown, workflows }) {
    const head = `${from} to ${to}${as_of === null ? '' : `, as of ${as_of}`}: ${entries} ${entries === 1 ? 'entry' : 'entries'}\n`;
    const sum = `  ${amount(g, 'g')} CO2e, ${amount(wh, 'wh')}${l === null ? '' : `, ${amount(l, 'l')} water`}\n`;
    const missing = unknown.g > 0 ? `  ${unknown.g} of them without known emissions are not in the sum\n` : '';
    const rows = Object.entries(workflows).sort(([, a], [, b]) => (b.g ?? 0) - (a.g ?? 0));
    const lines = rows.map(([name, each]) => `  ${amount(each.g, 'g').padStart(10)}  ${String(each.entries).padStart(7)}  ${(0,core_text/* printable */.g)(name, 80)}\n`);
    return `${head}${entries === 0 ? '' : sum}${missing}${lines.join('')}`;
}
/** `ledger show`: entries as a table, or as NDJSON. */
async function ledgerShow(flags, host) {
    const { entries, range } = await entriesOf(flags, host);
    if (flags.json !== undefined) {
        (0,report_output/* putJson */.gl)(flags.json, entries.map(entry/* entryLine */.bV).join(''), host.console);
        return exit_status/* EXIT */.dc.ok;
    }
    const rows = entries.map(({ ended_at, g, wh, verdict, workflow, job, key }) => {
        const name = [workflow, job].filter((each) => each !== null).join(' / ') || key;
        return `${ended_at}  ${amount(g, 'g').padStart(10)}  ${amount(wh, 'wh').padStart(10)}  ${verdict.padEnd(13)}  ${(0,core_text/* printable */.g)(name, 80)}\n`;
    });
    host.console.out(rows.join('') || `no entries from ${range.from} to ${range.to}\n`);
    return exit_status/* EXIT */.dc.ok;
}
async function entriesOf(flags, host) {
    if (flags.fromApi !== undefined)
        return historyFromApi(flags, host);
    const range = (0,day_range/* readRange */.qX)(flags, Date.now());
    return { entries: await withLedger(flags, host, (store) => store.entries(range)), range };
}
/** `ledger verify`: exit 0, or 3 with every problem, by commit and line. */
async function ledgerVerify(flags, host) {
    const found = await withLedger(flags, host, (store) => store.verify());
    if (flags.json !== undefined)
        (0,report_output/* putJson */.gl)(flags.json, `${JSON.stringify(found, null, 2)}\n`, host.console);
    for (const fault of found.faults)
        host.console.err(`ledger: ${faultText(fault)}\n`);
    for (const warning of found.warnings)
        host.console.err(`warning: ledger: ${faultText(warning)}\n`);
    const counted = `${found.entries} entries in ${found.commits} commits`;
    const problems = found.faults.length;
    const result = problems === 0 ? 'intact' : `${problems} ${problems === 1 ? 'problem' : 'problems'}`;
    if (flags.json === undefined)
        host.console.out(`${counted}: ${result}\n`);
    return problems === 0 ? exit_status/* EXIT */.dc.ok : exit_status/* EXIT */.dc.indeterminate;
}
function faultText({ commit, file, line, text }) {
    const place = [
        commit === null ? '' : `commit ${commit.slice(0, 12)}`,
        file === null ? '' : `${(0,core_text/* printable */.g)(file)}${line === null ? '' : `:${line}`}`,
    ];
    return `${place.filter(Boolean).join(', ')}: ${(0,core_text/* printable */.g)(text, 400)}`;
}


/***/ })

};
