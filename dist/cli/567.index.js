export const id = 567;
export const ids = [567];
export const modules = {

/***/ 5567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ledgerAdd: () => (/* binding */ ledgerAdd),
  ledgerExport: () => (/* binding */ ledgerExport),
  ledgerShow: () => (/* binding */ ledgerShow),
  ledgerTotals: () => (/* binding */ ledgerTotals),
  ledgerVerify: () => (/* binding */ ledgerVerify)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(3026);
// EXTERNAL MODULE: ./build/src/core/report-file.js
var report_file = __webpack_require__(3382);
// EXTERNAL MODULE: ./build/src/core/text.js
var core_text = __webpack_require__(7422);
// EXTERNAL MODULE: ./build/src/ledger/entry.js
var ledger_entry = __webpack_require__(8167);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/core/notes.js
var core_notes = __webpack_require__(7024);
// EXTERNAL MODULE: ./build/src/ledger/exact-sum.js
var exact_sum = __webpack_require__(2442);
;// CONCATENATED MODULE: ./build/src/ledger/from-report.js




/** Identity of a report by its own content: the same report gives the same 16 hexadecimal digits. */
function reportId({ subject, started_at, ended_at, energy, emissions, units }) {
    const content = JSON.stringify([subject, started_at, ended_at, energy, emissions, units]);
    return (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex').slice(0, 16);
}
/**
 * Key of an entry: run, attempt and job where the forge names them, else the report's own id. One job can leave several reports
 * (two commands, its logs), and matrix jobs may share a name: those keys end with the report's id.
 */
function entryKey(report, { job }) {
    const id = reportId(report);
    if (!job)
        return `report/${id}`;
    const isWhole = report.subject.kind === 'job' || report.subject.kind === 'workflow';
    const key = [job.run, job.attempt, job.id].join('/').slice(0, 150);
    return job.isUnique && isWhole ? key : `${key}/${id.slice(0, 8)}`;
}
/**
 * One entry of the ledger from a report.
 * @param nowMs time of adding, Unix ms: the end of a report without one
 */
function entryFromReport(report, origin, nowMs) {
    const { energy, emissions, subject } = report;
    const isUndated = report.ended_at === null;
    const endMs = report.ended_at === null ? nowMs : Date.parse(report.ended_at);
    const entry = {
        v: ledger_entry/* ENTRY_VERSION */.A9,
        key: entryKey(report, origin),
        ended_at: new Date(Math.floor(endMs / 1000) * 1000).toISOString().replace('.000Z', 'Z'),
        repository: cut(origin.repository),
        event: cut(origin.event),
        branch: cut(origin.branch),
        pr: origin.pullRequest,
        sha: origin.commit?.slice(0, 12) ?? null,
        workflow: cut(origin.workflow ?? (subject.kind === 'workflow' ? subject.name : null)),
        job: cut(origin.jobName ?? (subject.kind === 'workflow' ? null : subject.name)),
        runner: cut(origin.runner),
        cpu: cut(report.machine?.cpu ?? null),
        region: cut(regionOf(report)),
        s: (0,exact_sum/* roundFigure */.NF)(report.duration_s),
        wh: (0,exact_sum/* roundFigure */.NF)(energy.total_wh),
        wh_low: (0,exact_sum/* roundFigure */.NF)(energy.low_wh),
        wh_high: (0,exact_sum/* roundFigure */.NF)(energy.high_wh),
        g: (0,exact_sum/* roundFigure */.NF)(emissions.total_g),
        op_g: (0,exact_sum/* roundFigure */.NF)(emissions.operational_g),
        em_g: (0,exact_sum/* roundFigure */.NF)(emissions.embodied_g),
        l: (0,exact_sum/* roundFigure */.NF)(report.water?.total_l ?? null),
        tokens: tokensOf(report),
        method: report.method,
        coverage: report.coverage,
        verdict: report.verdict,
        trust: trustOf(report),
        tool: `${report.tool.name} ${report.tool.version}`,
    };
    return { entry, isUndated };
}
function trustOf({ method, notes }) {
    if (notes.some((each) => (0,core_notes/* hasCode */.up)(each, 'reported-by-fork')))
        return 'from-fork';
    return method === 'measured' || method === 'modelled' ? 'measured' : 'estimated';
}
function regionOf({ machine, intensity }) {
    if (machine?.region)
        return machine.provider ? `${machine.provider}:${machine.region}` : machine.region;
    return intensity?.zone ?? null;
}
function tokensOf({ units }) {
    return units !== null && /(?:^| )token$/.test(units.name) ? units.count : null;
}
/** Characters kept of a name: EntrySchema has the same limit. */
const NAME_LENGTH = 300;
function cut(text) {
    return text === null ? null : text.slice(0, NAME_LENGTH);
}

// EXTERNAL MODULE: ./build/src/render/quantities.js
var quantities = __webpack_require__(9789);
// EXTERNAL MODULE: ./build/src/app/exit-status.js
var exit_status = __webpack_require__(3244);
// EXTERNAL MODULE: ./build/src/app/ledger/day-range.js
var day_range = __webpack_require__(3233);
;// CONCATENATED MODULE: ./build/src/app/ledger/export-entries.js

/** Columns of an export, in the order of the schema. */
const COLUMNS = Object.keys(ledger_entry/* EntrySchema */.io.shape);
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
    return entries.map(ledger_entry/* entryLine */.bV).join('');
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
    const { parquetWriteBuffer } = await __webpack_require__.e(/* import() */ 205).then(__webpack_require__.bind(__webpack_require__, 4205));
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

// EXTERNAL MODULE: ./build/src/app/ledger/open-ledger.js + 13 modules
var open_ledger = __webpack_require__(73);
// EXTERNAL MODULE: ./build/src/app/forge/ci.js + 1 modules
var forge_ci = __webpack_require__(8557);
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
var report_output = __webpack_require__(1469);
;// CONCATENATED MODULE: ./build/src/app/commands/ledger.js













/** A figure with its unit; plain spaces, so that columns of a terminal line up. */
function amount(value, family) {
    return (0,quantities/* quantity */.au)(value, family).replaceAll('\u00A0', ' ');
}
async function withLedger({ ledger }, { env }, use) {
    const store = (0,open_ledger/* openLedger */.a)(ledger, { env, cwd: process.cwd() });
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
    const added = await withLedger(flags, host, (store) => store.add(reports.map((report) => entryFromReport(report, origin, now))));
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
    const range = (0,day_range/* readRange */.qX)(flags, Date.now());
    const totals = await withLedger(flags, host, (store) => store.totals(range));
    if (flags.json !== undefined)
        (0,report_output/* putJson */.gl)(flags.json, `${JSON.stringify(totals, null, 2)}\n`, host.console);
    else
        host.console.out(totalsText(totals));
    return exit_status/* EXIT */.dc.ok;
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
    const range = (0,day_range/* readRange */.qX)(flags, Date.now());
    const entries = await withLedger(flags, host, (store) => store.entries(range));
    if (flags.json !== undefined) {
        (0,report_output/* putJson */.gl)(flags.json, entries.map(ledger_entry/* entryLine */.bV).join(''), host.console);
        return exit_status/* EXIT */.dc.ok;
    }
    const rows = entries.map(({ ended_at, g, wh, verdict, workflow, job, key }) => {
        const name = [workflow, job].filter((each) => each !== null).join(' / ') || key;
        return `${ended_at}  ${amount(g, 'g').padStart(10)}  ${amount(wh, 'wh').padStart(10)}  ${verdict.padEnd(13)}  ${(0,core_text/* printable */.g)(name, 80)}\n`;
    });
    host.console.out(rows.join('') || `no entries from ${range.from} to ${range.to}\n`);
    return exit_status/* EXIT */.dc.ok;
}
/** `ledger export`: entries for other tools. An existing file is not overwritten. */
async function ledgerExport(flags, host) {
    const { ndjson, csv, parquet } = flags;
    const targets = [ndjson, csv, parquet].filter((target) => target !== undefined);
    if (targets.length === 0) {
        throw new errors/* ConfigurationError */.j1('ledger export: name a file, as in --parquet month.parquet, --csv month.csv or --ndjson -');
    }
    for (const target of targets)
        assertNewFile(target);
    const entries = await withLedger(flags, host, (store) => store.entries((0,day_range/* readRange */.qX)(flags, Date.now())));
    if (ndjson !== undefined)
        writeExport(ndjson, toNdjson(entries), host);
    if (csv !== undefined)
        writeExport(csv, toCsv(entries), host);
    if (parquet !== undefined)
        writeExport(parquet, await toParquet(entries), host);
    host.console.err(`${entries.length} ${entries.length === 1 ? 'entry' : 'entries'} exported\n`);
    return exit_status/* EXIT */.dc.ok;
}
function assertNewFile(target) {
    if ((0,report_output/* isStandardOutput */.HT)(target))
        return;
    if (target.trim() === '')
        throw new errors/* ConfigurationError */.j1('ledger export: the name of the file is blank');
    if ((0,external_node_fs_.existsSync)(target))
        throw new errors/* ConfigurationError */.j1(`ledger export: ${(0,core_text/* printable */.g)(target)} exists and is not overwritten: name another file`);
}
function writeExport(target, content, { console }) {
    if ((0,report_output/* isStandardOutput */.HT)(target)) {
        if (typeof content === 'string')
            return console.out(content);
        throw new errors/* ConfigurationError */.j1('ledger export: Parquet is binary: name a file');
    }
    try {
        (0,external_node_fs_.writeFileSync)(target, content, { flag: 'wx' });
    }
    catch (error) {
        const { code } = error;
        throw new errors/* ConfigurationError */.j1(`ledger export: ${(0,core_text/* printable */.g)(target)} cannot be written: ${code}`);
    }
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
