export const id = 958;
export const ids = [958];
export const modules = {

/***/ 2958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  collectLedger: () => (/* binding */ collectLedger)
});

// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(1702);
// EXTERNAL MODULE: ./build/src/github/runs.js
var runs = __webpack_require__(5211);
// EXTERNAL MODULE: ./build/src/github/events.js
var events = __webpack_require__(8832);
// EXTERNAL MODULE: ./build/src/github/failure.js
var failure = __webpack_require__(4107);
// EXTERNAL MODULE: ./build/src/github/pages.js
var pages = __webpack_require__(1957);
// EXTERNAL MODULE: ../../../work/main/node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(1359);
// EXTERNAL MODULE: ./build/src/github/artifacts.js + 2 modules
var artifacts = __webpack_require__(455);
;// CONCATENATED MODULE: ./build/src/github/repository-artifacts.js




/** What says of an artifact which run left it, and when. */
const PlaceSchema = schemas/* object */.Ikc({
    created_at: schemas/* string */.YjP().nullish(),
    workflow_run: schemas/* object */.Ikc({ id: schemas/* number */.aig().int().positive().nullish() }).nullish(),
});
/** Artifacts that changed places while pages were read may be listed before older ones: a margin, ms. */
const ORDER_SLACK_MS = 10 * 60_000;
/**
 * Artifacts with reports that the repository's runs left since a time: one request for a hundred artifacts instead of one for each run.
 * GitHub lists the newest first.
 * @param maxPages pages at which asking each run is cheaper
 */
async function listReportArtifactsSince(client, repository, sinceMs, maxPages) {
    return (0,failure/* attempt */.CD)({ what: 'list the artifacts', needs: 'actions: read' }, async () => {
        const byRun = new Map();
        const seen = new Set();
        let total = null;
        for (let page = 1; page <= maxPages; page += 1) {
            if (page > 1 && !client.server.allowsOptional)
                return { byRun, isComplete: false };
            const { data } = await client.octokit.rest.actions.listArtifactsForRepo({
                ...repository,
                per_page: pages/* PAGE_SIZE */.md,
                page,
            });
            // Artifacts that were deleted between two pages pull later ones past the end of the page.
            if (total !== null && data.total_count < total)
                return { byRun, isComplete: false };
            total = data.total_count;
            let oldestMs = Number.POSITIVE_INFINITY;
            for (const item of data.artifacts) {
                const { created_at: created, workflow_run: run } = PlaceSchema.safeParse(item).data ?? {};
                const createdMs = Date.parse(created ?? '');
                // An artifact without a time or a run cannot be placed.
                if (!Number.isFinite(createdMs) || !run?.id)
                    return { byRun, isComplete: false };
                oldestMs = Math.min(oldestMs, createdMs);
                const artifact = (0,artifacts/* reportArtifactOf */.gB)(item);
                if (!artifact || seen.has(artifact.id))
                    continue;
                seen.add(artifact.id);
                byRun.set(run.id, [...(byRun.get(run.id) ?? []), artifact]);
            }
            const isLast = data.artifacts.length < pages/* PAGE_SIZE */.md;
            if (isLast)
                return { byRun, isComplete: (page - 1) * pages/* PAGE_SIZE */.md + data.artifacts.length >= data.total_count };
            if (oldestMs < sinceMs - ORDER_SLACK_MS)
                return { byRun, isComplete: true };
            // A first page that covers too little of the time shows that all pages would be too many.
            const newestMs = client.server.nowMs();
            const pagesNeeded = (newestMs - sinceMs) / Math.max(1, newestMs - oldestMs);
            if (page === 1 && pagesNeeded > 2 * maxPages)
                return { byRun, isComplete: false };
        }
        return { byRun, isComplete: false };
    });
}

// EXTERNAL MODULE: ./build/src/github/run-list.js
var run_list = __webpack_require__(7789);
// EXTERNAL MODULE: ./build/src/app/ledger/day-range.js
var day_range = __webpack_require__(8837);
// EXTERNAL MODULE: ./build/src/app/ledger/run-entries.js + 2 modules
var run_entries = __webpack_require__(8331);
;// CONCATENATED MODULE: ./build/src/app/ledger/collect-runs.js







const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Runs read side by side. */
const RUNS_AT_ONCE = 4;
/**
 * Creation times before the cursor that are listed again: runs that were still in progress when the cursor passed them, and re-runs, which
 * keep the time of their first attempt.
 */
const OVERLAP_MS = DAY_MS;
/** GitHub allows a re-run for 30 days after the first attempt ("Re-running workflows and jobs"); a run may take 35 days. */
const REVISITED_DAYS = 30;
/** A part of the last 30 days that one collection lists again; each hour of the day has its own, so all have their turn once a day. */
const REVISIT_MS = (REVISITED_DAYS * DAY_MS) / 24;
/** Lists may show the end of a run late, ms. */
const LIST_DELAY_MS = HOUR_MS;
/**
 * Collects the completed runs of a repository that the ledger does not have yet, in one commit. The cursor is the time before which every
 * completed run is in the ledger. A collection that is interrupted at any point has written nothing or everything, and the next one goes
 * on: entries and cursor are one write, and a run that is read again is found by its keys.
 * @returns a failure when the runs cannot be listed
 * @throws MeasurementError when the ledger cannot be read or written
 */
async function collectRuns(collection) {
    const { store, reader, sinceMs } = collection;
    const { server } = reader.client;
    const name = `${reader.repository.owner}/${reader.repository.repo}`;
    const cursor = await store.cursor(name);
    const cursorMs = cursor === null ? null : Date.parse(cursor);
    const fromMs = sinceMs ?? (cursorMs === null ? startOfMonth(server.nowMs()) : Math.min(cursorMs, Date.now()) - OVERLAP_MS);
    const recent = await (0,run_list/* listRuns */.v)(reader.client, reader.repository, { fromMs });
    if (!recent.ok)
        return recent;
    // From here on by the forge's clock, which its answers tell: the runner's may be wrong by hours.
    const nowMs = server.nowMs();
    const readBeforeMs = sinceMs === null && cursorMs !== null ? Math.min(cursorMs, nowMs) - LIST_DELAY_MS : fromMs;
    const isWanted = (run) => run.isCompleted && (0,run_entries/* hasJobs */.l5)(run) && !isOwn(run, collection);
    const candidates = recent.value.runs.filter((run) => isWanted(run) && run.updatedMs >= readBeforeMs);
    const earlier = recent.value.isComplete ? (await listEarlier(collection, nowMs, fromMs)).filter(isWanted) : [];
    const recorded = new RecordedRuns(store, nowMs);
    const wanted = [];
    for (const run of [...candidates, ...earlier])
        if (!(await recorded.has(run)))
            wanted.push(run);
    // The oldest first: what is left for the next time is the newest.
    wanted.sort((a, b) => a.updatedMs - b.updatedMs);
    const { entries, warnings, left, gone } = await readRuns(collection, wanted);
    const isRecent = new Set(candidates);
    const limits = left
        .filter((run) => isRecent.has(run))
        .map((run) => Math.min(run.updatedMs, run.createdMs + OVERLAP_MS));
    // An incomplete list may miss any run, so the cursor stays.
    const { isComplete } = recent.value;
    const reachedMs = isComplete ? Math.min(nowMs, ...limits) : (cursorMs ?? fromMs);
    const until = timeText(Math.max(reachedMs, cursorMs ?? fromMs));
    const added = await store.collect(entries, until, name);
    return (0,failure.ok)({
        ...added,
        runs: wanted.length - left.length - gone,
        left: left.length,
        gone,
        cursor: until,
        warnings: isComplete ? warnings : [...warnings, 'the list of runs is incomplete: the next collection goes on'],
    });
}
/** Begin of the month, and a day before: a week or a run may have begun in the last month. */
function startOfMonth(ms) {
    return Date.parse(`${(0,day_range/* dayOf */.kb)(ms).slice(0, 7)}-01`) - DAY_MS;
}
function timeText(ms) {
    return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
/** Runs of the part of the last 30 days whose turn it is, that a re-run or a long duration may have kept out of the ledger. */
async function listEarlier({ reader }, nowMs, recentFromMs) {
    const { client, repository } = reader;
    const part = revisitedPart(nowMs, recentFromMs);
    if (part === null || !client.server.allowsOptional)
        return [];
    const earlier = await (0,run_list/* listRuns */.v)(client, repository, part);
    // A part that cannot be listed has its turn tomorrow again.
    if (!earlier.ok)
        return [];
    return earlier.value.runs.filter(({ attempt, createdMs, updatedMs }) => attempt > 1 || updatedMs - createdMs >= OVERLAP_MS - LIST_DELAY_MS);
}
/** The part of the last 30 days whose turn it is, as far as the recent list does not have it; null: nothing is left of it. */
function revisitedPart(nowMs, recentFromMs) {
    const midnight = Math.floor(nowMs / DAY_MS) * DAY_MS;
    const hour = Math.floor((nowMs - midnight) / HOUR_MS);
    const toMs = Math.min(midnight - hour * REVISIT_MS, recentFromMs) - 1000;
    const fromMs = midnight - (hour + 1) * REVISIT_MS;
    return fromMs < toMs ? { fromMs, toMs } : null;
}
/** Whether a run is the collector's own. A proposal may call its workflow what it likes, so its runs never are. */
function isOwn(run, { ownPath, reader }) {
    if (ownPath === null || run.path?.replace(/@.*$/, '') !== ownPath)
        return false;
    return (0,events/* eventTraits */.C)(run.event).workflowOf === 'repository' && !(0,run_list/* isOfFork */.O)(run, reader.repository);
}
/** Which attempts of runs the ledger has, by the keys of its entries. Days are read when they are asked for. */
class RecordedRuns {
    #store;
    #nowMs;
    #attempts = new Set();
    #days = new Set();
    constructor(store, nowMs) {
        this.#store = store;
        this.#nowMs = nowMs;
    }
    /** Whether an entry of the run's last attempt is there. Its last job ended shortly before the run did. */
    async has({ id, attempt, updatedMs }) {
        const last = Math.min(updatedMs, this.#nowMs);
        await this.#read((0,day_range/* dayOf */.kb)(last - DAY_MS), (0,day_range/* dayOf */.kb)(last));
        return this.#attempts.has(`${id}/${attempt}`);
    }
    async #read(from, to) {
        if (this.#days.has(from) && this.#days.has(to))
            return;
        for (const { key } of await this.#store.lines({ from, to })) {
            // Only the collector ends its keys with the id of a check run; `ledger add` names the job.
            const attempt = /^(\d+\/\d+)\/\d+$/.exec(key)?.[1];
            if (attempt !== undefined)
                this.#attempts.add(attempt);
        }
        this.#days.add(from).add(to);
    }
}
async function readRuns({ reader }, runs) {
    const { client } = reader;
    const artifacts = await artifactsOf(reader, runs);
    const failures = [];
    const readings = await (0,pages/* inParallel */.HN)(runs, RUNS_AT_ONCE, async (run) => {
        const isLow = client.server.spareRequests < REQUESTS_AT_ONCE;
        if (isLow || client.deadline.ending || failures.length >= MOST_FAILURES)
            return null;
        const reading = await (0,run_entries/* readRun */.cI)({ ...reader, artifacts }, run);
        if (reading.kind === 'failed')
            failures.push(reading.failure);
        return reading;
    });
    const read = readings.filter((reading) => reading?.kind === 'read');
    const left = runs.filter((_, index) => !readings[index] || readings[index]?.kind === 'failed');
    const reason = failures[0]?.text ?? (client.deadline.ending ? 'the time is over' : 'the allowance of requests is low');
    const leftText = `${left.length} ${left.length === 1 ? 'run is' : 'runs are'} left for the next collection: ${reason}`;
    return {
        entries: read.flatMap(({ entries }) => entries),
        warnings: [
            ...read.flatMap(({ warnings }) => warnings),
            ...(0,run_entries/* unknownRunnerWarnings */.qV)(read.flatMap(({ unknownRunners }) => unknownRunners)),
            ...(left.length === 0 ? [] : [leftText]),
        ],
        left,
        gone: readings.filter((reading) => reading?.kind === 'gone').length,
    };
}
/** Requests that runs read side by side may send before the answers tell what is left of the allowance. */
const REQUESTS_AT_ONCE = 3 * RUNS_AT_ONCE;
/** Runs that fail before the others are not tried any more. */
const MOST_FAILURES = 8;
/** Runs up to which each one's own list of artifacts is as cheap as the repository's. */
const FEW_RUNS = 2;
/** Pages of the repository's artifacts read at most: 2,000 artifacts, those of an hour of the busiest repositories. */
const MOST_ARTIFACT_PAGES = 20;
/** Artifacts of the runs from the repository's list, where that takes fewer requests than asking for each run. */
async function artifactsOf({ client, repository }, runs) {
    if (runs.length <= FEW_RUNS)
        return () => null;
    const sinceMs = Math.min(...runs.map(({ createdMs }) => createdMs));
    const pages = Math.min(MOST_ARTIFACT_PAGES, Math.ceil(runs.length / 2));
    const listed = await listReportArtifactsSince(client, repository, sinceMs, pages);
    if (!listed.ok || !listed.value.isComplete)
        return () => null;
    return ({ id }) => listed.value.byRun.get(id) ?? [];
}

;// CONCATENATED MODULE: ./build/src/app/ledger/collection-text.js
/** One line about a collection, for people. */
function collectionText({ runs, added, duplicates, left, cursor }) {
    const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;
    const known = duplicates === 0 ? '' : `, ${duplicates} already there`;
    const rest = left === 0 ? '' : `, ${count(left, 'run', 'runs')} left`;
    return `${count(runs, 'run', 'runs')} read, ${count(added, 'entry', 'entries')} added${known}${rest}; complete until ${cursor}`;
}

// EXTERNAL MODULE: ./build/src/app/ledger/open-ledger.js + 25 modules
var open_ledger = __webpack_require__(48);
// EXTERNAL MODULE: ./build/src/github/repository.js
var github_repository = __webpack_require__(9665);
// EXTERNAL MODULE: ./build/src/app/join/estimate-context.js + 2 modules
var estimate_context = __webpack_require__(3896);
;// CONCATENATED MODULE: ./build/src/app/ledger/run-reader.js


/**
 * What reads the runs of a repository. The grid figures are those of the built-in tables, because a live provider would price work of
 * last week with the grid of now.
 * @throws ConfigurationError for settings that contradict each other
 */
async function openRunReader({ client, repository, settings, runners, }) {
    const isPrivate = await (0,github_repository/* readIsPrivate */.E)(client, repository);
    const context = await client.deadline.outside(() => (0,estimate_context/* estimateContext */.u)({
        settings: { ...settings, 'grid-provider': 'static' },
        runners,
        access: { gridToken: null },
        isPrivate,
        nowMs: client.server.nowMs(),
    }));
    return { client, repository, context };
}

// EXTERNAL MODULE: ./build/src/app/action/git-surroundings.js
var git_surroundings = __webpack_require__(8510);
// EXTERNAL MODULE: ./build/src/app/action/context.js + 2 modules
var action_context = __webpack_require__(9961);
;// CONCATENATED MODULE: ./build/src/app/action/collect.js









/** Time limit of all GitHub calls of a collection, ms: two hundred runs take about a minute. */
const COLLECT_WAIT_MS = 15 * 60_000;
/** Ledger of a step that names none. */
const DEFAULT_LEDGER = 'carbon-ledger';
/**
 * `mode: collect`: adds the completed runs of the repository to the ledger. It writes, so it works for runs of what is in the repository
 * only, never for a proposal.
 */
async function collectLedger(invocation) {
    const context = await (0,action_context/* openContext */.eA)(invocation, { waitMs: COLLECT_WAIT_MS, requests: Number.POSITIVE_INFINITY });
    const { env, client, event, token, commands } = context;
    if (!client || !event) {
        throw new errors/* ConfigurationError */.j1('mode: collect needs github-token and a workflow run: set `github-token: ${{ github.token }}`');
    }
    const { proposes } = (0,events/* eventTraits */.C)(event.name);
    if (proposes === 'pull-request' || proposes === 'merge-group') {
        throw new errors/* ConfigurationError */.j1(`mode: collect runs on a schedule, not on ${event.name}: see docs/ci/ledger.yml`);
    }
    const { settings, file } = await (0,action_context/* policyOf */.US)(context);
    const where = settings.ledger || DEFAULT_LEDGER;
    const store = (0,open_ledger.openLedger)(where, { ...(0,git_surroundings/* gitSurroundings */.k)(where, env), token });
    try {
        const reader = await openRunReader({ client, repository: event.repository, settings, runners: file.runners });
        const ownPath = (0,runs/* workflowPathOf */._Z)(env['GITHUB_WORKFLOW_REF']);
        const result = await collectRuns({ store, reader, sinceMs: null, ownPath });
        if (!result.ok)
            throw new errors/* MeasurementError */.HG(result.failure.text, 'GitHub');
        for (const warning of result.value.warnings)
            commands.warning(`ledger: ${warning}`);
        commands.print(`${store.name}: ${collectionText(result.value)}`);
        return null;
    }
    finally {
        await store.close();
    }
}


/***/ }),

/***/ 8837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i4: () => (/* binding */ spanAround),
/* harmony export */   kb: () => (/* binding */ dayOf),
/* harmony export */   kk: () => (/* binding */ monthRange)
/* harmony export */ });
/* unused harmony exports readRange, dayStart, previousMonthToDate */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1702);

const DAY_MS = 86_400_000;
/**
 * Days that flags choose: `--month 2026-11`, `--from 2026-11-01 --to 2026-11-15`, either of them alone; without any, the current month.
 * All are UTC.
 * @throws ConfigurationError
 */
function readRange({ month, from, to }, nowMs) {
    if (month !== undefined) {
        if (from !== undefined || to !== undefined)
            throw new ConfigurationError('--month and --from or --to exclude each other');
        if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) {
            throw new ConfigurationError(`--month is ${JSON.stringify(month.slice(0, 40))}: write it as \`2026-11\``);
        }
        return monthRange(month);
    }
    if (from === undefined && to === undefined)
        return monthRange(dayOf(nowMs).slice(0, 7));
    const range = { from: checkedDay(from ?? '0000-01-01', 'from'), to: checkedDay(to ?? dayOf(nowMs), 'to') };
    if (range.from > range.to)
        throw new ConfigurationError(`--from ${range.from} is after --to ${range.to}: swap them`);
    return range;
}
function checkedDay(text, flag) {
    const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && dayOf(Date.parse(text)) === text;
    if (isDay)
        return text;
    throw new ConfigurationError(`--${flag} is ${JSON.stringify(text.slice(0, 40))}: write a day as \`2026-11-28\``);
}
/** Begin of a UTC day that a flag names, Unix ms. @throws ConfigurationError */
function dayStart(text, flag) {
    return Date.parse(checkedDay(text, flag));
}
/** UTC day of a time, `2026-11-28`. @param ms Unix ms */
function dayOf(ms) {
    return new Date(ms).toISOString().slice(0, 10);
}
/** All days of a month. @param month `2026-11` */
function monthRange(month) {
    const [year = 0, number = 0] = month.split('-').map(Number);
    return { from: `${month}-01`, to: dayOf(Date.UTC(year, number, 1) - DAY_MS) };
}
/**
 * The same days of the month before, as far as it has them.
 * @param day today, `2026-11-28`
 * @example previousMonthToDate('2026-03-31') // { from: '2026-02-01', to: '2026-02-28' }
 */
function previousMonthToDate(day) {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    const { from, to } = monthRange(dayOf(Date.UTC(year, month - 2, 1)).slice(0, 7));
    const same = `${from.slice(0, 8)}${String(date).padStart(2, '0')}`;
    return { from, to: same < to ? same : to };
}
/** The calendar span that a day lies in. Weeks are those of ISO 8601: Monday to Sunday. */
function spanAround(day, scope) {
    if (scope === 'day')
        return { from: day, to: day };
    if (scope === 'month')
        return monthRange(day.slice(0, 7));
    const ms = Date.parse(day);
    const sinceMonday = (new Date(ms).getUTCDay() + 6) % 7;
    const monday = ms - sinceMonday * DAY_MS;
    return { from: dayOf(monday), to: dayOf(monday + 6 * DAY_MS) };
}


/***/ }),

/***/ 8331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l5: () => (/* binding */ hasJobs),
  cI: () => (/* binding */ readRun),
  qV: () => (/* binding */ unknownRunnerWarnings)
});

// EXTERNAL MODULE: ./build/src/core/notes.js + 1 modules
var core_notes = __webpack_require__(2866);
// EXTERNAL MODULE: ./build/src/core/verdict.js
var verdict = __webpack_require__(6248);
// EXTERNAL MODULE: ./build/src/core/version.js
var version = __webpack_require__(5601);
// EXTERNAL MODULE: ./build/src/github/artifacts.js + 2 modules
var github_artifacts = __webpack_require__(455);
// EXTERNAL MODULE: ./build/src/github/events.js
var events = __webpack_require__(8832);
// EXTERNAL MODULE: ./build/src/github/jobs.js
var github_jobs = __webpack_require__(2673);
// EXTERNAL MODULE: ./build/src/github/run-list.js
var run_list = __webpack_require__(7789);
// EXTERNAL MODULE: ./build/src/ledger/entry.js
var ledger_entry = __webpack_require__(9939);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/ledger/exact-sum.js
var exact_sum = __webpack_require__(6230);
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
var bounded_reports = __webpack_require__(6669);
// EXTERNAL MODULE: ./build/src/app/join/collect.js
var collect = __webpack_require__(3264);
// EXTERNAL MODULE: ./build/src/app/join/download-reports.js
var download_reports = __webpack_require__(9202);
// EXTERNAL MODULE: ./build/src/app/join/estimate-job.js
var estimate_job = __webpack_require__(8920);
// EXTERNAL MODULE: ./build/src/core/report.js
var report = __webpack_require__(223);
// EXTERNAL MODULE: ./build/src/core/unjudged.js
var unjudged = __webpack_require__(6275);
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

// EXTERNAL MODULE: ./build/src/app/join/reports.js
var reports = __webpack_require__(5489);
// EXTERNAL MODULE: ./build/src/app/join/run.js + 2 modules
var join_run = __webpack_require__(3397);
;// CONCATENATED MODULE: ./build/src/app/ledger/run-entries.js
















/** Failures that another try may not meet. */
const PASSING = new Set([
    'rate-limited',
    'unavailable',
    'unreachable',
    'timed-out',
    'cancelled',
    'unexpected',
]);
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
    const jobs = labels.length === 1 ? '1 job ran on a runner' : `${labels.length} jobs ran on runners`;
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
    return report.energy.total_wh !== null && (0,reports/* coverageDoubt */.pv)({ name: title, report }, minCoverage) === null;
}
/** The part within what is believed of it. */
function within({ job, part, left }, run, context, repository) {
    if (!left || context.isHostile !== true)
        return { part, isCut: false };
    return (0,bounded_reports/* boundedPart */.h3)(part, job, context, (0,run_list/* isOfFork */.O)(run, repository));
}
const OWN_TOOL = { name: 'carbon-gate', version: version/* VERSION */.x };
function entryOf({ job, left }, part, run, context, repository) {
    const endMs = job.endMs ?? job.startMs;
    const isFork = (0,run_list/* isOfFork */.O)(run, repository);
    const notes = left && isFork ? [(0,core_notes/* note */.N4)('reported-by-fork', `reported by code of ${run.headRepository ?? 'a fork'}`)] : [];
    const times = { ended_at: new Date(endMs).toISOString(), duration_s: (0,estimate_job/* secondsOf */.TM)(job, context.nowMs) };
    const tool = left && context.isHostile !== true ? left.report.tool : OWN_TOOL;
    const report = reportOfPart({ ...part, ...times, name: job.name, units: null }, tool, notes);
    const { entry } = entryFromReport({ ...report, verdict: left && context.isHostile !== true ? left.report.verdict : 'none' }, {
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

/***/ 7789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ isOfFork),
/* harmony export */   v: () => (/* binding */ listRuns)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1359);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4107);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1957);



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
/** Whether the code of a run came from another repository. A deleted fork has no name: it is one all the same. */
function isOfFork({ headRepository }, { owner, repo }) {
    return headRepository?.toLowerCase() !== `${owner}/${repo}`.toLowerCase();
}


/***/ })

};
