export const id = 508;
export const ids = [508,827];
export const modules = {

/***/ 60508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ledgerExport: () => (/* binding */ ledgerExport)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(1702);
// EXTERNAL MODULE: ./build/src/core/text.js
var core_text = __webpack_require__(53834);
// EXTERNAL MODULE: ./build/src/app/exit-status.js
var exit_status = __webpack_require__(25728);
// EXTERNAL MODULE: ./build/src/app/ledger/day-range.js
var day_range = __webpack_require__(98837);
// EXTERNAL MODULE: ./build/src/ledger/entry.js
var entry = __webpack_require__(9939);
;// CONCATENATED MODULE: ./build/src/app/ledger/export-entries.js

/** Columns of an export, in the order of the schema. */
const COLUMNS = Object.keys(entry/* EntrySchema */.io.shape);
/** Columns of whole numbers and of decimals; all others are text. */
const WHOLE = new Set(['v', 'pr']);
const DECIMAL = new Set([
    's',
    'wh',
    'wh_low',
    'wh_high',
    'g',
    'op_g',
    'em_g',
    'l',
    'tokens',
    'coverage',
]);
/** Entries as NDJSON, one a line, as the ledger has them. */
function toNdjson(entries) {
    return entries.map(entry/* entryLine */.bV).join('');
}
/** Entries as CSV with a header (RFC 4180). Unknown figures are empty. */
function toCsv(entries) {
    const rows = entries.map((entry) => COLUMNS.map((column) => csvCell(entry[column])).join(','));
    return `${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}
/** A text that a spreadsheet would run as a formula is marked as text: branch names are chosen by strangers. */
function csvCell(value) {
    if (value === null)
        return '';
    if (typeof value === 'number')
        return String(value);
    const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
/** Entries as a Parquet file. The end of the work is a timestamp in UTC; unknown figures are null. */
async function toParquet(entries) {
    const { parquetWriteBuffer } = await __webpack_require__.e(/* import() */ 643).then(__webpack_require__.bind(__webpack_require__, 64643));
    const columnData = COLUMNS.map((name) => {
        if (name === 'ended_at') {
            return { name, data: entries.map(({ ended_at }) => new Date(ended_at)), type: 'TIMESTAMP' };
        }
        const data = entries.map((entry) => entry[name]);
        if (WHOLE.has(name))
            return { name, data, type: 'INT32' };
        if (DECIMAL.has(name))
            return { name, data, type: 'DOUBLE' };
        return { name, data, type: 'STRING' };
    });
    return new Uint8Array(parquetWriteBuffer({ columnData }));
}

// EXTERNAL MODULE: ./build/src/ledger/totals.js
var totals = __webpack_require__(92296);
;// CONCATENATED MODULE: ./build/src/app/ledger/metrics.js

/** Joules of a watt-hour. Prometheus and OpenTelemetry count energy in joules. */
const JOULES_PER_WH = 3600;
/** Figures of a sum, with how each becomes a metric. */
const FIGURES = [
    { figure: 'g', name: 'emissions', unit: 'g', about: 'emissions', factor: 1 },
    { figure: 'wh', name: 'energy', unit: 'J', about: 'energy with PUE', factor: JOULES_PER_WH },
    { figure: 'l', name: 'water', unit: 'liters', about: 'water', factor: 1 },
];
/**
 * Metrics of a ledger: of all time and of one month, by repository; by workflow where the ledger has one repository, because names of
 * workflows repeat. They are gauges: a correction may lower them, which a counter must never do. Unknown figures have no point.
 */
function ledgerMetrics(all, month) {
    const repositories = Object.keys(all.repositories);
    const [only] = repositories.length === 1 ? repositories : [];
    const asOf = all.as_of === null ? [] : [{ labels: {}, value: Date.parse(all.as_of) / 1000 }];
    return [
        ...metricsOf('', 'all time', all.repositories),
        ...metricsOf('month.', 'the current UTC month', withAll(month.repositories, repositories)),
        ...(only === undefined
            ? []
            : metricsOf('workflow.', 'all time', all.workflows, (workflow) => ({ repository: only, workflow }))),
        {
            name: 'carbon_gate.unknown_entries',
            unit: '{entry}',
            about: 'Entries of all time without a known figure.',
            points: Object.entries(all.repositories).flatMap(([repository, { unknown }]) => FIGURES.map(({ figure, name }) => ({ labels: { repository, figure: name }, value: unknown[figure] }))),
        },
        {
            name: 'carbon_gate.ledger.as_of',
            unit: 's',
            about: 'Time until which the ledger is complete, Unix seconds.',
            points: asOf,
        },
    ].filter(({ points }) => points.length > 0);
}
/** Repositories without an entry this month have used nothing, which is known. */
function withAll(sums, names) {
    const nothing = new totals/* Sums */.F2().value();
    return Object.fromEntries(names.map((name) => [name, sums[name] ?? nothing]));
}
function metricsOf(prefix, span, sums, labelsOf = (repository) => ({ repository })) {
    const named = Object.entries(sums);
    const counts = named.map(([name, { entries }]) => ({ labels: labelsOf(name), value: entries }));
    return [
        { name: `carbon_gate.${prefix}entries`, unit: '{entry}', about: `Entries of ${span}.`, points: counts },
        ...FIGURES.map(({ figure, name, unit, about, factor }) => ({
            name: `carbon_gate.${prefix}${name}`,
            unit,
            about: `Sum of ${about} of ${span}.`,
            points: named.flatMap(([key, sum]) => {
                const value = sum[figure];
                return value === null ? [] : [{ labels: labelsOf(key), value: value * factor }];
            }),
        })),
    ];
}

// EXTERNAL MODULE: ./build/src/app/report-output.js
var report_output = __webpack_require__(49353);
// EXTERNAL MODULE: ./build/src/app/commands/ledger.js + 3 modules
var ledger = __webpack_require__(35827);
;// CONCATENATED MODULE: ./build/src/app/commands/ledger-export.js









/** Variable with the address of a Pushgateway; it may have a user and a password. */
const GATEWAY_VARIABLE = 'CARBON_GATE_PUSHGATEWAY_URL';
/** `ledger export`: entries for other tools, or metrics. A file of entries is not overwritten. */
async function ledgerExport(flags, host) {
    const files = [flags.ndjson, flags.csv, flags.parquet].filter((target) => target !== undefined);
    const hasMetrics = flags.prometheus !== undefined || flags.pushgateway !== undefined || flags.otlp === true;
    if (files.length === 0 && !hasMetrics) {
        throw new errors/* ConfigurationError */.j1('ledger export: say where to, as in --parquet month.parquet, --csv -, --prometheus carbon.prom or --otlp');
    }
    for (const target of files)
        assertNewFile(target);
    if (flags.prometheus !== undefined)
        assertMetricsFile(flags.prometheus);
    const gateway = flags.pushgateway === undefined ? null : gatewayFrom(flags.pushgateway, host);
    await (0,ledger.withLedger)(flags, host, async (store) => {
        if (files.length > 0)
            await exportEntries(store, flags, host);
        if (hasMetrics)
            await exportMetrics(await readMetrics(store), flags, gateway, host);
    });
    return exit_status/* EXIT */.dc.ok;
}
async function exportEntries(store, flags, host) {
    const { ndjson, csv, parquet } = flags;
    const entries = await store.entries((0,day_range/* readRange */.qX)(flags, Date.now()));
    if (ndjson !== undefined)
        writeExport(ndjson, toNdjson(entries), host);
    if (csv !== undefined)
        writeExport(csv, toCsv(entries), host);
    if (parquet !== undefined)
        writeExport(parquet, await toParquet(entries), host);
    host.console.err(`${entries.length} ${entries.length === 1 ? 'entry' : 'entries'} exported\n`);
}
/** Metrics of all time and of the current month: two small reads. */
async function readMetrics(store) {
    const month = (0,day_range/* monthRange */.kk)((0,day_range/* dayOf */.kb)(Date.now()).slice(0, 7));
    return ledgerMetrics(await store.totals({ from: '0001-01-01', to: month.to }), await store.totals(month));
}
async function exportMetrics(metrics, { prometheus, otlp }, gateway, { console }) {
    const { prometheusText, pushMetrics } = await __webpack_require__.e(/* import() */ 951).then(__webpack_require__.bind(__webpack_require__, 58951));
    if (prometheus !== undefined) {
        if ((0,report_output/* isStandardOutput */.HT)(prometheus))
            console.out(prometheusText(metrics));
        else
            replaceFile(prometheus, prometheusText(metrics));
    }
    if (gateway !== null)
        console.err(`metrics of ${await pushMetrics(gateway, metrics)} repositories pushed\n`);
    if (otlp === true) {
        await (await Promise.all(/* import() */[__webpack_require__.e(922), __webpack_require__.e(356)]).then(__webpack_require__.bind(__webpack_require__, 44356))).sendMetrics(metrics);
        console.err(`${metrics.length} metrics sent\n`);
    }
}
function gatewayFrom(flag, { env }) {
    const address = flag === true ? env[GATEWAY_VARIABLE]?.trim() : flag;
    if (!address) {
        throw new errors/* ConfigurationError */.j1(`--pushgateway has no address: give one, or set ${GATEWAY_VARIABLE}`);
    }
    if (flag !== true && /^[a-z]+:\/\/[^/]*:[^/]*@/i.test(flag)) {
        throw new errors/* ConfigurationError */.j1(`--pushgateway contains a password, which process lists and logs would show: put the address into ${GATEWAY_VARIABLE}`);
    }
    return address;
}
function assertNewFile(target) {
    if ((0,report_output/* isStandardOutput */.HT)(target))
        return;
    if (target.trim() === '')
        throw new errors/* ConfigurationError */.j1('ledger export: the name of the file is blank');
    if ((0,external_node_fs_.existsSync)(target))
        throw new errors/* ConfigurationError */.j1(`ledger export: ${(0,core_text/* printable */.g)(target)} exists and is not overwritten: name another file`);
}
/** A file of metrics is replaced each time, so it must not be anything else. */
function assertMetricsFile(target) {
    if ((0,report_output/* isStandardOutput */.HT)(target))
        return;
    if (target.trim() === '')
        throw new errors/* ConfigurationError */.j1('ledger export: the name of the file is blank');
    if (!(0,external_node_fs_.existsSync)(target))
        return;
    const text = (0,external_node_fs_.readFileSync)(target, 'utf8');
    if (text === '' || text.startsWith('# HELP carbon_gate_'))
        return;
    throw new errors/* ConfigurationError */.j1(`ledger export: ${(0,core_text/* printable */.g)(target)} contains something other than these metrics and is not overwritten: name another file`);
}
function writeExport(target, content, { console }) {
    if ((0,report_output/* isStandardOutput */.HT)(target)) {
        if (typeof content === 'string')
            return console.out(content);
        throw new errors/* ConfigurationError */.j1('ledger export: Parquet is binary: name a file');
    }
    writing(target, () => (0,external_node_fs_.writeFileSync)(target, content, { flag: 'wx' }));
}
/** Written beside and renamed: a collector that reads text files never sees half of one. */
function replaceFile(target, content) {
    writing(target, () => {
        (0,external_node_fs_.writeFileSync)(`${target}.new`, content);
        (0,external_node_fs_.renameSync)(`${target}.new`, target);
    });
}
function writing(target, write) {
    try {
        write();
    }
    catch (error) {
        const { code } = error;
        throw new errors/* ConfigurationError */.j1(`ledger export: ${(0,core_text/* printable */.g)(target)} cannot be written: ${code}`);
    }
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
