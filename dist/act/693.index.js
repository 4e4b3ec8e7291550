export const id = 693;
export const ids = [693,740];
export const modules = {

/***/ 693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l5: () => (/* binding */ hasJobs),
  cI: () => (/* binding */ readRun),
  qV: () => (/* binding */ unknownRunnerWarnings)
});

// EXTERNAL MODULE: ./build/src/core/notes.js + 1 modules
var core_notes = __webpack_require__(3408);
// EXTERNAL MODULE: ./build/src/core/verdict.js
var verdict = __webpack_require__(8732);
// EXTERNAL MODULE: ./build/src/core/version.js
var version = __webpack_require__(9157);
// EXTERNAL MODULE: ./build/src/github/artifacts.js + 2 modules
var github_artifacts = __webpack_require__(2098);
// EXTERNAL MODULE: ./build/src/github/events.js
var events = __webpack_require__(396);
// EXTERNAL MODULE: ./build/src/github/failure.js
var failure = __webpack_require__(4679);
// EXTERNAL MODULE: ./build/src/github/jobs.js
var github_jobs = __webpack_require__(6589);
// EXTERNAL MODULE: ./build/src/github/run-list.js
var run_list = __webpack_require__(7257);
// EXTERNAL MODULE: ./build/src/ledger/entry.js
var ledger_entry = __webpack_require__(8167);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
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
        tool: cut(`${report.tool.name} ${report.tool.version}`),
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
function tokensOf({ units, counts = [] }) {
    const tokens = counts.filter(({ name }) => name === 'input token' || name === 'output token');
    if (tokens.length > 0)
        return tokens.reduce((sum, { count }) => sum + count, 0);
    return units !== null && /(?:^| )token$/.test(units.name) ? units.count : null;
}
/** Characters kept of a name: EntrySchema has the same limit. */
const NAME_LENGTH = 300;
function cut(text) {
    return text === null ? null : text.slice(0, NAME_LENGTH);
}

// EXTERNAL MODULE: ./build/src/app/join/bounded-reports.js
var bounded_reports = __webpack_require__(7113);
// EXTERNAL MODULE: ./build/src/app/join/collect.js
var collect = __webpack_require__(8596);
// EXTERNAL MODULE: ./build/src/app/join/download-reports.js
var download_reports = __webpack_require__(446);
// EXTERNAL MODULE: ./build/src/app/join/estimate-job.js
var estimate_job = __webpack_require__(8644);
// EXTERNAL MODULE: ./build/src/core/report.js + 1 modules
var report = __webpack_require__(9020);
// EXTERNAL MODULE: ./build/src/core/unjudged.js
var unjudged = __webpack_require__(279);
;// CONCATENATED MODULE: ./build/src/app/join/part-report.js


/** Turns a part of kind `job` into a report, without judging it. */
function reportOfPart(part, tool, notes = []) {
    const { name, kind: _kind, source: _source, change: _change, conclusion: _conclusion, parts: _parts, ...known } = part;
    const { machine = null, water = null } = known;
    return {
        schema: report/* REPORT_SCHEMA */.DC,
        tool,
        ...(0,unjudged/* unjudged */.b)({ kind: 'job', name }, { ...known, machine, water, units: null, parts: [], notes: [...notes] }),
        units: part.units ?? null,
        counts: part.counts,
        figure: { trusted: true, reason_code: null },
        budgets: [],
        verdict: 'none',
        label: null,
    };
}
/** Ends an address of a job: its id. */
const JOB_ADDRESS = /\/job\/(\d{1,16})$/;
/**
 * The measured jobs of a whole run's report, as if each had left its own. Jobs that it estimated are left out, because they may have
 * run on since, and so are jobs that GitHub does not list.
 */
function jobReportsOf(joined, jobs) {
    const byId = new Map(jobs.map((job) => [job.id, job]));
    return joined.report.parts.flatMap((part) => {
        const job = byId.get(Number(JOB_ADDRESS.exec(part.source ?? '')?.[1]));
        if (part.kind !== 'job' || !job || part.method === null || part.method === 'estimated')
            return [];
        const artifact = { kind: 'job', job: job.name, leg: '0', checkRunId: job.id, attempt: job.attempt };
        return [{ artifact, title: joined.title, report: reportOfPart(part, joined.report.tool) }];
    });
}

// EXTERNAL MODULE: ./build/src/app/join/named-report.js
var named_report = __webpack_require__(3886);
// EXTERNAL MODULE: ./build/src/app/join/run.js + 1 modules
var join_run = __webpack_require__(8396);
// EXTERNAL MODULE: ./build/src/core/text.js
var core_text = __webpack_require__(7422);
;// CONCATENATED MODULE: ./build/src/app/ledger/run-entries.js


















/** Failures after which the run is left for the next collection. */
const PASSING = new Set([...failure/* PASSING_FAILURES */.wU, 'unexpected']);
/** Conclusions of runs that used nothing: no job of theirs was given a runner. */
const WITHOUT_JOBS = new Set(['skipped', 'action_required', 'startup_failure', 'stale']);
/** Whether a run can have used something. */
function hasJobs({ conclusion }) {
    return !WITHOUT_JOBS.has(conclusion ?? '');
}
/**
 * Reads a completed run: one entry for each execution of each job. Energy comes from the jobs' reports where they left one that counts,
 * else from GitHub's times and the runner's class. Costs one request for the jobs, one for the joined report or each job's report, and
 * one more where the artifacts are not known yet.
 */
async function readRun(reader, run) {
    const { client, repository } = reader;
    const jobs = await (0,github_jobs/* listJobs */.N6)(client, repository, run.id);
    if (!jobs.ok)
        return jobs.failure.kind === 'not-found' ? { kind: 'gone' } : { kind: 'failed', failure: jobs.failure };
    const incomplete = hasJobs(run) && jobs.value.items.length > 0 ? (0,collect/* incompleteBecause */.tD)(jobs.value) : null;
    const found = await reportsOf(reader, run, jobs.value.items);
    if ('kind' in found)
        return found;
    const isHostile = (0,run_list/* isOfFork */.O)(run, repository) || (0,events/* eventTraits */.C)(run.event).proposes !== null;
    const context = {
        ...reader.context,
        workflow: run.workflow ?? 'workflow',
        self: null,
        isHostile,
        ignoresReports: reader.artifacts === 'none' || (reader.context.ignoresReports === true && isHostile),
        // A job that lost its runner has no end: it ended with its run.
        nowMs: run.updatedMs,
    };
    const trusted = found.reports.filter((each) => isTrusted(each, context));
    const parts = (0,join_run/* partsOfRun */.p)({ jobs: jobs.value.items, reports: trusted }, context);
    const about = `run ${run.id}`;
    const entries = [];
    const cut = [];
    for (const jobPart of parts.jobs) {
        const bounded = within(jobPart, run, context, repository);
        if (bounded.isCut)
            cut.push(jobPart.job.name);
        entries.push({ entry: entryOf(jobPart, bounded.part, run, context, repository) });
    }
    const unknown = parts.jobs.filter(({ part }) => part.energy.total_wh === null);
    return {
        kind: 'read',
        entries,
        unknownRunners: unknown.map(({ job }) => (0,estimate_job/* runnerNames */.Hh)(job).join(', ') || 'no label'),
        warnings: [
            ...found.broken.map((text) => `${about}: ${text}`),
            ...(incomplete === null ? [] : [`${about}: ${incomplete}`]),
            ...(cut.length === 0 ? [] : [`${about}: reports claim more than their runners can draw: ${cut.join(', ')}`]),
        ],
    };
}
/** One line for all jobs whose figures are unknown; none without such a job. */
function unknownRunnerWarnings(labels) {
    if (labels.length === 0)
        return [];
    const names = [...new Set(labels)].slice(0, 5).join('; ');
    const jobs = (0,core_text/* counted */.hS)(labels.length, 'job ran on a runner', 'jobs ran on runners');
    return [`${jobs} of unknown power (${names}): describe the label under \`runners:\` in the config file`];
}
async function reportsOf({ client, repository, artifacts }, run, jobs) {
    if (artifacts === 'none' || jobs.length === 0)
        return { reports: [], broken: [] };
    let known = artifacts(run);
    if (known === null) {
        const listed = await (0,github_artifacts/* listReportArtifacts */.OV)(client, repository, run.id);
        if (!listed.ok) {
            if (isPassing(listed.failure))
                return { kind: 'failed', failure: listed.failure };
            known = [];
        }
        else
            known = listed.value.items;
    }
    const own = known.filter(collect/* isReportOfJob */.ZO);
    if (own.length > client.server.spareRequests) {
        return { kind: 'failed', failure: { kind: 'rate-limited', text: 'the allowance of requests is low', status: null } };
    }
    const joined = own.length > 1 ? newestJoined(known) : null;
    const whole = joined ? await (0,download_reports/* readLeftReports */.n)(client, repository, [joined]) : null;
    const fromWhole = whole?.reports.flatMap((left) => ((0,verdict/* isDoubtful */.Ge)(left.report) ? [] : jobReportsOf(left, jobs))) ?? [];
    const covered = new Set(fromWhole.map(({ artifact }) => artifact.checkRunId));
    const rest = await (0,download_reports/* readLeftReports */.n)(client, repository, own.filter(({ name }) => !covered.has(name.checkRunId)));
    const passing = [...(whole?.failures ?? []), ...rest.failures].find(isPassing);
    if (passing)
        return { kind: 'failed', failure: passing };
    const broken = rest.notes.filter((each) => (0,core_notes/* hasCode */.up)(each, 'reports-broken')).map(({ text }) => text);
    return { reports: [...fromWhole, ...rest.reports], broken };
}
function isPassing({ kind }) {
    return PASSING.has(kind);
}
/** The report of the whole run that its last attempt left. */
function newestJoined(artifacts) {
    const whole = artifacts.filter(({ name }) => name.kind === 'workflow');
    return whole.sort((a, b) => b.name.attempt - a.name.attempt || b.id - a.id)[0] ?? null;
}
/** A job whose report is not trusted is estimated: a sum over a month is better off with its times than without it. */
function isTrusted({ report, title }, { minCoverage }) {
    return report.energy.total_wh !== null && (0,named_report/* coverageDoubt */.pv)({ name: title, report }, minCoverage) === null;
}
/** The part within what is believed of it. */
function within({ job, part, left }, run, context, repository) {
    if (!left || context.isHostile !== true)
        return { part, isCut: false };
    return (0,bounded_reports/* boundedPart */.h3)(part, job, context, (0,run_list/* isOfFork */.O)(run, repository));
}
const OWN_TOOL = { name: 'carbon-gate', version: version/* VERSION */.x };
/** Conclusions of jobs that may have ended early. */
const EARLY_ENDS = new Set(['failure', 'cancelled', 'timed_out']);
/**
 * An entry has no conclusion. A job that failed or was cancelled for another reason than its budget is `indeterminate`: what it used
 * counts, but it does not show what the job usually uses, and baselines leave it out.
 */
function verdictOf({ conclusion }, verdict) {
    return verdict !== 'fail' && EARLY_ENDS.has(conclusion ?? '') ? 'indeterminate' : verdict;
}
function entryOf({ job, left }, part, run, context, repository) {
    const endMs = job.endMs ?? job.startMs;
    const isFork = (0,run_list/* isOfFork */.O)(run, repository);
    const notes = left && isFork ? [(0,core_notes/* note */.N4)('reported-by-fork', `reported by code of ${run.headRepository ?? 'a fork'}`)] : [];
    const times = { ended_at: new Date(endMs).toISOString(), duration_s: (0,estimate_job/* secondsOf */.TM)(job, context.nowMs) };
    const tool = left && context.isHostile !== true ? left.report.tool : OWN_TOOL;
    const report = reportOfPart({ ...part, ...times, name: job.name, units: null }, tool, notes);
    const { entry } = entryFromReport({ ...report, verdict: verdictOf(job, left && context.isHostile !== true ? left.report.verdict : 'none') }, {
        job: { run: String(run.id), attempt: job.attempt, id: String(job.id), isUnique: true },
        repository: `${repository.owner}/${repository.repo}`,
        event: run.event,
        branch: run.branch,
        pullRequest: run.pullRequests[0] ?? null,
        commit: run.commit,
        workflow: run.workflow,
        jobName: job.name,
        runner: (0,estimate_job/* runnerNames */.Hh)(job)[0] ?? job.runnerName,
    }, endMs);
    return entry;
}


/***/ }),

/***/ 7257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ isOfFork),
/* harmony export */   v: () => (/* binding */ listRuns)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4679);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3342);



const instant = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().refine((text) => Number.isFinite(Date.parse(text)));
/** What is used of a run in GitHub's answer. */
const RunSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive(),
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    path: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    event: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    conclusion: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    head_branch: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    head_sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    head_repository: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ full_name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).nullish(),
    run_attempt: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive().nullish(),
    created_at: instant,
    updated_at: instant,
    pull_requests: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ number: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive() })).nullish(),
});
/** GitHub gives at most this many results for one filter ("List workflow runs for a repository"). */
const MAX_RESULTS = 1000;
/** Runs that a part of a divided time should have, so that none reaches the limit. */
const PART_RESULTS = 800;
/** Shortest time that is divided, ms: times have whole seconds. */
const SHORTEST_MS = 60_000;
/**
 * All runs of a repository that were created within a time, newest first. A time with more runs than GitHub lists for one filter is
 * divided. Stops when the allowance of requests is low.
 */
async function listRuns(client, repository, query) {
    return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)({ what: 'list the runs', needs: 'actions: read' }, async () => {
        const { runs, isComplete } = await listWithin(client, repository, query);
        // A run that starts between two pages moves the others: one may come twice.
        const unique = [...new Map(runs.map((run) => [run.id, run])).values()];
        return { runs: unique.sort((a, b) => b.createdMs - a.createdMs || b.id - a.id), isComplete };
    });
}
async function listWithin(client, repository, query) {
    const { fromMs, toMs, branch, event } = query;
    const page = async (number) => {
        const { data } = await client.octokit.rest.actions.listWorkflowRunsForRepo({
            ...repository,
            created: toMs === undefined ? `>=${timeText(fromMs)}` : `${timeText(fromMs)}..${timeText(toMs)}`,
            ...(branch !== undefined && { branch }),
            ...(event !== undefined && { event: event }),
            per_page: _pages_js__WEBPACK_IMPORTED_MODULE_2__/* .PAGE_SIZE */ .md,
            page: number,
        });
        return { total: data.total_count, items: data.workflow_runs };
    };
    const first = await page(1);
    // Only now the server's time is known: its answers carry it.
    const endMs = toMs ?? client.server.nowMs() + SHORTEST_MS;
    if (first.total > MAX_RESULTS && endMs - fromMs > SHORTEST_MS) {
        return listDivided(client, repository, { ...query, toMs: endMs }, Math.ceil(first.total / PART_RESULTS));
    }
    const items = [...first.items];
    for (let number = 2; items.length < first.total && number <= MAX_RESULTS / _pages_js__WEBPACK_IMPORTED_MODULE_2__/* .PAGE_SIZE */ .md; number += 1) {
        if (!client.server.allowsOptional)
            return { runs: items.flatMap(readRun), isComplete: false };
        const { items: more } = await page(number);
        if (more.length === 0)
            break;
        items.push(...more);
    }
    return { runs: items.flatMap(readRun), isComplete: items.length >= first.total };
}
/** Lists a time in equal parts, the newest first: what the allowance does not reach is then the oldest. */
async function listDivided(client, repository, query, count) {
    const stepMs = Math.ceil((query.toMs - query.fromMs) / count / 1000) * 1000;
    const runs = [];
    for (let end = query.toMs; end >= query.fromMs; end -= stepMs) {
        if (!client.server.allowsOptional)
            return { runs, isComplete: false };
        const part = { ...query, fromMs: Math.max(query.fromMs, end - stepMs + 1000), toMs: end };
        const listed = await listWithin(client, repository, part);
        runs.push(...listed.runs);
        if (!listed.isComplete)
            return { runs, isComplete: false };
    }
    return { runs, isComplete: true };
}
function timeText(ms) {
    return `${new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19)}Z`;
}
function readRun(data) {
    const run = RunSchema.safeParse(data).data;
    if (!run)
        return [];
    return [
        {
            id: run.id,
            attempt: run.run_attempt ?? 1,
            event: run.event,
            isCompleted: run.status === 'completed',
            conclusion: run.conclusion ?? null,
            workflow: run.name ?? run.path?.split('/').at(-1) ?? null,
            path: run.path ?? null,
            branch: run.head_branch ?? null,
            commit: run.head_sha ?? null,
            headRepository: run.head_repository?.full_name ?? null,
            pullRequests: (run.pull_requests ?? []).map(({ number }) => number),
            createdMs: Date.parse(run.created_at),
            updatedMs: Date.parse(run.updated_at),
        },
    ];
}
/** Whether the code of a run came from another repository. A deleted fork has no name and still counts as another. */
function isOfFork({ headRepository }, { owner, repo }) {
    return headRepository?.toLowerCase() !== `${owner}/${repo}`.toLowerCase();
}


/***/ }),

/***/ 8167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A9: () => (/* binding */ ENTRY_VERSION),
/* harmony export */   CJ: () => (/* binding */ hiddenFigures),
/* harmony export */   HJ: () => (/* binding */ isCorrection),
/* harmony export */   aP: () => (/* binding */ CorrectionSchema),
/* harmony export */   iD: () => (/* binding */ revealedFigures),
/* harmony export */   io: () => (/* binding */ EntrySchema),
/* harmony export */   xW: () => (/* binding */ TRUST_LEVELS)
/* harmony export */ });
/* unused harmony export ledgerJsonSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4377);
/* harmony import */ var _core_method_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1416);
/* harmony import */ var _core_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8732);




/**
 * One line of the ledger: what one job, command or log used. The types and the published JSON Schema come from here.
 * What is unknown is null, never 0.
 */
/** Version of the line format. A reader refuses other versions. */
const ENTRY_VERSION = 1;
/** How far a figure can be believed, best first. */
const TRUST_LEVELS = ['measured', 'from-fork', 'estimated'];
/** Maximum length of a key, in characters. A key is part of a ref name, and file systems limit names to 255 bytes. */
const KEY_LENGTH = 180;
const name = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(300).nullable();
const amount = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative().nullable();
const EntrySchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    v: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(ENTRY_VERSION).describe('Version of the line format.'),
    key: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(KEY_LENGTH).describe('`run/attempt/job identity`. The same key twice is one entry.'),
    ended_at: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$()
        .describe('End of the work, RFC 3339 in UTC; the time of adding where the report has none.'),
    repository: name.describe('`owner/name`.'),
    event: name.describe('Event that started the run, such as push.'),
    branch: name.describe('Branch of the commit.'),
    pr: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive().nullable().describe('Number of the pull request.'),
    sha: name.describe('First 12 characters of the commit.'),
    workflow: name.describe('Name of the workflow or pipeline.'),
    job: name.describe('Name of the job.'),
    runner: name.describe('Runner class or label.'),
    cpu: name.describe('Name of the processor.'),
    region: name.describe('Region of the provider.'),
    s: amount.describe('Wall time, s.'),
    wh: amount.describe('Energy with PUE, Wh.'),
    wh_low: amount.describe('Lower end of its 90 % interval, Wh.'),
    wh_high: amount.describe('Upper end of its 90 % interval, Wh.'),
    g: amount.describe('Total emissions, g CO2e.'),
    op_g: amount.describe('Operational emissions, g CO2e.'),
    em_g: amount.describe('Embodied emissions, g CO2e.'),
    l: amount.describe('Water, L.'),
    tokens: amount.describe('Tokens of language models.'),
    method: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_core_method_js__WEBPACK_IMPORTED_MODULE_3__/* .METHODS */ .J).nullable().describe('How the figure was obtained.'),
    coverage: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(1).nullable().describe('Share of the time that readings cover, 0 to 1.'),
    verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_core_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .VERDICTS */ .bk).describe('Result against the budgets of the job.'),
    trust: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(TRUST_LEVELS).describe('How far the figure can be believed.'),
    tool: name.describe('Name and version of the program that measured.'),
});
const difference = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullable();
/**
 * A line that corrects an earlier entry: its figures are differences, which may be negative, so that a plain sum over all lines stays
 * right for every reader. Null leaves a figure as it is. `reveals` names the figures that become known or unknown. It ends at the same time as the entry, so both are in one file.
 */
const CorrectionSchema = EntrySchema.extend({
    s: difference.describe('Difference to the entry.'),
    wh: difference.describe('Difference to the entry.'),
    wh_low: difference.describe('Difference to the entry.'),
    wh_high: difference.describe('Difference to the entry.'),
    g: difference.describe('Difference to the entry.'),
    op_g: difference.describe('Difference to the entry.'),
    em_g: difference.describe('Difference to the entry.'),
    l: difference.describe('Difference to the entry.'),
    tokens: difference.describe('Difference to the entry.'),
    corrects: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(KEY_LENGTH).describe('Key of the entry that is corrected.'),
    reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(300).describe('Why, in the words of the person who corrected it.'),
    reveals: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .regex(/^-?(?:g|wh|l|s|wh_low|wh_high|op_g|em_g|tokens)(?: -?(?:g|wh|l|s|wh_low|wh_high|op_g|em_g|tokens)){0,8}$/)
        .optional()
        .describe('Figures that were unknown and become known, such as `g wh`: their differences are the figures. With a minus, such as `-l`: figures that become unknown, whose differences take back what earlier lines added.'),
});
function isCorrection(line) {
    return 'corrects' in line;
}
/** Figures that a correction makes known. */
function revealedFigures(line) {
    return changes(line).filter((change) => !change.startsWith('-'));
}
/** Figures that a correction makes unknown. */
function hiddenFigures(line) {
    return changes(line).flatMap((change) => (change.startsWith('-') ? [change.slice(1)] : []));
}
function changes(line) {
    return isCorrection(line) ? (line.reveals?.split(' ') ?? []) : [];
}
/** The JSON Schema (draft 2020-12) of one line, as `schema ledger` prints it. */
function ledgerJsonSchema() {
    const schema = z.toJSONSchema(z.union([EntrySchema, CorrectionSchema]), { target: 'draft-2020-12' });
    return { ...schema, $id: schemaAddress('ledger'), title: 'Carbon Gate ledger entry' };
}


/***/ }),

/***/ 2442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NF: () => (/* binding */ roundFigure),
/* harmony export */   rl: () => (/* binding */ numberOf),
/* harmony export */   y9: () => (/* binding */ billionthsOf)
/* harmony export */ });
/**
 * Exact sums of decimal figures: the order of entries never changes the last digit. Figures of entries have at most nine decimals
 * (a nanogram, 3.6 microjoules), and sums are kept as whole numbers of that size.
 */
/** Decimals of every figure in the ledger. */
const DECIMALS = 9;
/** Largest figure that the ledger keeps: a million tonnes, a terawatt-hour. Beyond, a report is broken, and sums would lose digits. */
const MOST = 1e12;
/**
 * A figure as the ledger keeps it: rounded to nine decimals.
 * @param value null is unknown
 * @returns null also for a figure that no job can have
 */
function roundFigure(value) {
    return value === null || !(value <= MOST) ? null : Number(value.toFixed(DECIMALS));
}
/** A figure as a whole number of billionths: exactly the decimal that its line shows, also where its binary value differs from it. */
function billionthsOf(value) {
    const text = String(value);
    const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
    const isPlain = !text.includes('e') && decimals <= DECIMALS;
    const fixed = isPlain ? text + (decimals === 0 ? '.' : '') + '0'.repeat(DECIMALS - decimals) : value.toFixed(DECIMALS);
    return BigInt(fixed.replace('.', ''));
}
/** The nearest number of a count of billionths. */
function numberOf(billionths) {
    const isNegative = billionths < 0n;
    const digits = (isNegative ? -billionths : billionths).toString().padStart(DECIMALS + 1, '0');
    return Number(`${isNegative ? '-' : ''}${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`);
}


/***/ })

};
