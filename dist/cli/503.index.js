export const id = 503;
export const ids = [503];
export const modules = {

/***/ 50794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ connectFromEnvironment)
});

// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(1702);
// EXTERNAL MODULE: ./build/src/core/text.js
var core_text = __webpack_require__(53834);
// EXTERNAL MODULE: ./build/src/core/version.js
var version = __webpack_require__(95601);
;// CONCATENATED MODULE: ./build/src/github/event-file.js
/** Variable with the path of the event's payload. */
const EVENT_PATH = 'GITHUB_EVENT_PATH';
/**
 * Loads a library of the toolkit without the event file, which it would read on import and which the job's own steps may have
 * rewritten: an invalid one would make the import fail, a pipe would block it for ever. We read that file ourselves.
 */
async function withoutEventFile(load) {
    const file = process.env[EVENT_PATH];
    delete process.env[EVENT_PATH];
    try {
        return await load();
    }
    finally {
        if (file !== undefined)
            process.env[EVENT_PATH] = file;
    }
}

// EXTERNAL MODULE: ./build/src/github/failure.js
var failure = __webpack_require__(14107);
;// CONCATENATED MODULE: ./build/src/github/server-state.js
/** Requests of the hourly allowance that are left to the repository's other workflows: optional calls stop here. */
const RESERVED_REQUESTS = 200;
/** What the server's answers say about itself, and how many requests were sent: its clock, the rest of the allowance, silence. */
class ServerState {
    #clockOffsetMs = 0;
    #remaining = null;
    #hasAnswered = false;
    #isSilent = false;
    #requests = 0;
    #limit = Number.POSITIVE_INFINITY;
    /** Notes that a request is sent. */
    noteRequest() {
        this.#requests += 1;
    }
    /** Notes the headers of an answer. @param now wall clock of the runner, ms */
    noteAnswer(headers, now) {
        this.#hasAnswered = true;
        this.#isSilent = false;
        const date = Date.parse(String(headers['date'] ?? ''));
        // Headers have whole seconds: half a second is their mean error.
        if (Number.isFinite(date))
            this.#clockOffsetMs = date + 500 - now;
        const remaining = Number(headers['x-ratelimit-remaining'] ?? Number.NaN);
        if (Number.isFinite(remaining))
            this.#remaining = remaining;
    }
    /** Notes that a request got no answer in its time. */
    noteSilence() {
        this.#isSilent = true;
    }
    /** Sets how many requests there may be before optional ones stop. Needed ones are sent all the same. */
    limitRequests(limit) {
        this.#limit = limit;
    }
    /** Allows some requests more, for work that turned out to be needed. */
    extendLimit(requests) {
        this.#limit += requests;
    }
    /** Requests that were sent. */
    get requests() {
        return this.#requests;
    }
    /** Requests that are left for optional calls; 0 where none may be sent. */
    get optionalRequests() {
        return this.allowsOptional ? Math.max(0, this.#limit - this.#requests) : 0;
    }
    /** The server's time, ms. The runner's clock may be wrong by hours. */
    nowMs(now = Date.now()) {
        // The header is rounded: a small difference does not justify correcting a clock.
        return Math.abs(this.#clockOffsetMs) < MAX_CLOCK_ERROR_MS ? now : now + this.#clockOffsetMs;
    }
    /** Whether the server answers and enough of its allowance is left for calls that the verdict does not need. */
    get allowsOptional() {
        if (this.#isSilent)
            return false;
        return this.#remaining === null || this.#remaining >= RESERVED_REQUESTS;
    }
    /** Requests until only what is reserved for others is left; infinite where the server names no allowance. */
    get spareRequests() {
        return this.#remaining === null ? Number.POSITIVE_INFINITY : Math.max(0, this.#remaining - RESERVED_REQUESTS);
    }
    /** Whether the server gave no answer so far, so that waiting for more is of no use. */
    get isUnresponsive() {
        return this.#isSilent && !this.#hasAnswered;
    }
}
/** Clocks that differ by less are taken to agree, ms. */
const MAX_CLOCK_ERROR_MS = 5_000;

// EXTERNAL MODULE: ./build/src/github/retry.js
var retry = __webpack_require__(34635);
;// CONCATENATED MODULE: ./build/src/github/client.js





/** All GitHub calls of one post together. */
const GITHUB_WAIT_MS = 15_000;
/**
 * A client whose calls all end with the deadline. The library is loaded here: its import reads the event file and the
 * environment, and a broken event file must not keep us from judging. It stays in the bundle ("eager"): of a bundle in several
 * files the bundler keeps the licences of one.
 */
async function connect(options) {
    const { token, deadline, forge = 'github', attemptMs = retry/* ATTEMPT_MS */.Hy } = options;
    if (token === '')
        return (0,failure/* failed */.gz)('unauthorized', 'cannot ask GitHub: github-token is empty');
    const baseUrl = (options.apiUrl || 'https://api.github.com').replace(/\/+$/, '');
    if (!isAddress(baseUrl))
        return (0,failure/* failed */.gz)('invalid', 'cannot ask GitHub: GITHUB_API_URL is not an http(s) address');
    const server = new ServerState();
    return (0,failure/* attempt */.CD)({ what: 'ask GitHub', needs: '' }, async () => {
        const { getOctokit } = await withoutEventFile(() => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 15031)));
        const octokit = getOctokit(token, { baseUrl, userAgent: `carbon-gate/${version/* VERSION */.x}`, log: quiet(), deadline, attemptMs, server }, retry/* boundedRetry */.Up);
        return { octokit, deadline, forge, server, tokenKind: tokenKindOf(token, forge) };
    });
}
function isAddress(address) {
    try {
        return ['https:', 'http:'].includes(new URL(address).protocol);
    }
    catch {
        return false;
    }
}
function tokenKindOf(token, forge) {
    if (forge !== 'github')
        return 'installation';
    return /^(?:gh[pou]_|github_pat_)|^[0-9a-f]{40}$/.test(token) ? 'personal' : 'installation';
}
/** Octokit's own log goes to the console, where untrusted text must not appear. */
function quiet() {
    return { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } };
}
/** Which server this is, from the runner's own variables. */
function forgeOf(env) {
    if (env['FORGEJO_ACTIONS'] === 'true')
        return 'forgejo';
    return env['GITEA_ACTIONS'] === 'true' ? 'gitea' : 'github';
}

// EXTERNAL MODULE: ./build/src/github/deadline.js
var deadline = __webpack_require__(46113);
;// CONCATENATED MODULE: ./build/src/app/forge/github-api.js




const FULL_NAME = /^([\w.-]+)\/([\w.-]+)$/;
/**
 * Connects a command to the API of GitHub, GitHub Enterprise Server, Forgejo or Gitea: the token is GITHUB_TOKEN or GH_TOKEN, the server
 * GITHUB_API_URL, the repository the flag or GITHUB_REPOSITORY. The token is never a flag: a list of processes would show it.
 * @param waitMs all calls together, ms
 * @throws ConfigurationError that names what is missing
 */
async function connectFromEnvironment(env, { repository, waitMs }) {
    const token = env['GITHUB_TOKEN']?.trim() || env['GH_TOKEN']?.trim();
    if (!token) {
        throw new errors/* ConfigurationError */.j1('the token is missing: set GITHUB_TOKEN (or GH_TOKEN) to one that may read actions; `gh auth token` prints yours');
    }
    const name = repository?.trim() || env['GITHUB_REPOSITORY']?.trim() || '';
    const match = FULL_NAME.exec(name);
    if (!match) {
        const found = name === '' ? 'missing' : (0,core_text/* printable */.g)(JSON.stringify(name.slice(0, 100)));
        throw new errors/* ConfigurationError */.j1(`the repository is ${found}: set GITHUB_REPOSITORY or --repository to owner/name`);
    }
    const connected = await connect({
        token,
        apiUrl: env['GITHUB_API_URL'],
        deadline: new deadline/* Deadline */.B(waitMs),
        forge: forgeOf(env),
    });
    if (!connected.ok)
        throw new errors/* MeasurementError */.HG(connected.failure.text, 'GitHub');
    return { client: connected.value, repository: { owner: match[1] ?? '', repo: match[2] ?? '' }, token };
}


/***/ }),

/***/ 22700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ hasJobs),
  c: () => (/* binding */ readRun)
});

// EXTERNAL MODULE: ./build/src/core/notes.js
var core_notes = __webpack_require__(73004);
// EXTERNAL MODULE: ./build/src/core/verdict.js
var verdict = __webpack_require__(6248);
// EXTERNAL MODULE: ./build/src/core/version.js
var version = __webpack_require__(95601);
// EXTERNAL MODULE: ./build/src/github/artifacts.js + 2 modules
var github_artifacts = __webpack_require__(11347);
// EXTERNAL MODULE: ./build/src/github/events.js
var events = __webpack_require__(68832);
// EXTERNAL MODULE: ../../../work/main/node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(93723);
// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(1702);
// EXTERNAL MODULE: ./build/src/github/failure.js
var failure = __webpack_require__(14107);
// EXTERNAL MODULE: ./build/src/github/pages.js
var pages = __webpack_require__(41957);
;// CONCATENATED MODULE: ./build/src/github/jobs.js




/** Pages of jobs read at most: 2,000 jobs, several attempts of a full matrix (256) among them. */
const MAX_JOB_PAGES = 20;
/** Maximum length of a name of a job or step: the author of the workflow chooses them. */
const MAX_NAME = 1000;
/** A time that cannot be read is unknown: Gitea and Forgejo leave some out or send the year 1. */
const instant = schemas/* string */.YjP().nullish().catch(null);
const StepSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    number: schemas/* number */.aig().int(),
    status: schemas/* string */.YjP().nullish(),
    conclusion: schemas/* string */.YjP().nullish(),
    started_at: instant,
    completed_at: instant,
});
/** What is used of a job in GitHub's answer. Everything else may change without us noticing. */
const JobSchema = schemas/* object */.Ikc({
    id: schemas/* number */.aig().int().positive(),
    run_id: schemas/* number */.aig().int().nullish(),
    name: schemas/* string */.YjP(),
    // Gitea numbers the first attempt 0 while the job waits.
    run_attempt: schemas/* number */.aig().int().nonnegative().nullish(),
    head_sha: schemas/* string */.YjP().nullish(),
    status: schemas/* string */.YjP(),
    // Gitea leaves it out while the job runs.
    conclusion: schemas/* string */.YjP().nullish(),
    created_at: instant,
    started_at: instant,
    completed_at: instant,
    html_url: schemas/* string */.YjP().nullish(),
    labels: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    runner_name: schemas/* string */.YjP().nullish(),
    runner_group_name: schemas/* string */.YjP().nullish(),
    steps: schemas/* array */.YOg(StepSchema).nullish().catch(null),
});
/** All executions of all jobs of a run, all attempts. */
async function jobs_listJobs(client, repository, runId) {
    return (0,failure/* attempt */.CD)({ what: "list the run's jobs", needs: 'actions: read' }, async () => {
        const { items, ...counts } = await (0,pages/* readPages */.n4)(async (page) => {
            const { data } = await client.octokit.rest.actions.listJobsForWorkflowRun({
                ...repository,
                run_id: runId,
                filter: 'all',
                per_page: pages/* PAGE_SIZE */.md,
                page,
            });
            return { total: data.total_count, items: data.jobs.map(readJob) };
        }, MAX_JOB_PAGES);
        const jobs = items.filter((job) => job !== null);
        return { items: executions(jobs), unreadable: items.length - jobs.length, ...counts };
    });
}
/** One job, or null when it cannot be read: it must not cost the others. */
function readJob(data) {
    return JobSchema.safeParse(data).success ? jobOf(data) : null;
}
/** One job by its id. */
async function getJob(client, repository, id) {
    return attempt({ what: "read this job's steps", needs: 'actions: read' }, async () => {
        const { data } = await client.octokit.rest.actions.getJobForWorkflowRun({ ...repository, job_id: id });
        return jobOf(data);
    });
}
/** Reads one job of GitHub's answer. @throws MeasurementError */
function jobOf(data) {
    const result = JobSchema.safeParse(data);
    if (!result.success) {
        const issue = result.error.issues[0];
        throw new errors/* MeasurementError */.HG(`a job of the API cannot be read: ${issue?.path.join('.')}: ${issue?.message}`, 'jobs');
    }
    const job = result.data;
    // A job that no runner took (skipped, cancelled in the queue) still has times in the answer: they are ignored.
    const ran = wasTaken(job) && job.conclusion !== 'skipped';
    // A job that ended has run, also when its start is missing: then from its creation.
    const startMs = ran ? (timeOf(job.started_at) ?? (job.completed_at ? timeOf(job.created_at) : null)) : null;
    return {
        id: job.id,
        runId: job.run_id ?? null,
        name: job.name.slice(0, MAX_NAME),
        attempt: job.run_attempt || 1,
        headSha: job.head_sha ?? null,
        status: job.status === 'completed' ? 'completed' : startMs !== null ? 'running' : 'waiting',
        conclusion: job.conclusion ?? null,
        startMs,
        endMs: ran ? timeOf(job.completed_at) : null,
        url: job.html_url ?? null,
        labels: job.labels ?? [],
        runnerName: job.runner_name ?? null,
        runnerGroup: job.runner_group_name ?? null,
        steps: (job.steps ?? []).map((step) => ({
            name: step.name.slice(0, MAX_NAME),
            number: step.number,
            conclusion: step.conclusion ?? null,
            startMs: timeOf(step.started_at),
            endMs: timeOf(step.completed_at),
        })),
    };
}
/** Whether a runner took it. The name may be missing from one that did: then its steps or its success show it. */
function wasTaken({ runner_name: runner, conclusion, steps }) {
    return ((runner ?? '') !== '' || conclusion === 'success' || (steps ?? []).some((step) => timeOf(step.started_at) !== null));
}
/** GitHub Actions began in 2018: an earlier time (1970, the year 1) means unknown. */
const EARLIEST_MS = Date.UTC(2018, 0);
function timeOf(instant) {
    const ms = Date.parse(instant ?? '');
    return Number.isFinite(ms) && ms >= EARLIEST_MS ? ms : null;
}
/**
 * Every execution once. "Re-run failed jobs" carries the other jobs over into the new attempt, with new ids and their old
 * times: they ran once and count once. The earliest attempt's entry stays, since its id is the one its artifact names.
 */
function executions(jobs) {
    const kept = [];
    const attemptOf = new Map();
    // A job that began between two pages moves the others: one may come twice.
    const listed = [...new Map(jobs.map((job) => [job.id, job])).values()];
    for (const job of listed.sort((a, b) => a.attempt - b.attempt || a.id - b.id)) {
        const identity = JSON.stringify([job.name, job.startMs, job.endMs, job.runnerName, job.conclusion]);
        const earlier = attemptOf.get(identity);
        if (earlier !== undefined && earlier !== job.attempt && job.status === 'completed')
            continue;
        attemptOf.set(identity, job.attempt);
        kept.push(job);
    }
    return kept;
}

// EXTERNAL MODULE: ./build/src/github/run-list.js
var run_list = __webpack_require__(57789);
// EXTERNAL MODULE: ./build/src/ledger/entry.js
var entry = __webpack_require__(9939);
// EXTERNAL MODULE: ./build/src/ledger/from-report.js
var from_report = __webpack_require__(19594);
// EXTERNAL MODULE: ./build/src/core/footprint.js
var footprint = __webpack_require__(73902);
// EXTERNAL MODULE: ./build/src/core/range.js
var range = __webpack_require__(37676);
;// CONCATENATED MODULE: ./build/src/app/join/estimate-job.js


/** Runners of a scale set are named after it: `gpu-set-9hv4k-runner-4jn5q`. */
const SCALE_SET_RUNNER = /^(.+)-[a-z0-9]{5}-runner-[a-z0-9]{5}$/;
/** Names that identify a runner class: labels or, if `runs-on` has none, the runner group and the scale set. */
function runnerNames({ labels, runnerGroup, runnerName }) {
    if (labels.length > 0)
        return labels;
    const scaleSet = SCALE_SET_RUNNER.exec(runnerName ?? '')?.[1];
    return [scaleSet, runnerGroup].filter((name) => typeof name === 'string' && name !== '');
}
/** Seconds that a job has run, from the moment a runner took it. Waiting in the queue does not count. */
function secondsOf(job, nowMs) {
    return Math.max(0, (job.endMs ?? nowMs) - job.startMs) / 1000;
}
/** Facts about the job of a part, always from the API and never from the report. */
function jobFacts(job, name) {
    return {
        kind: 'job',
        name,
        source: job.url,
        conclusion: job.conclusion ?? (job.status === 'running' ? 'running' : null),
        started_at: job.startMs === null ? null : new Date(job.startMs).toISOString(),
        ended_at: job.endMs === null ? null : new Date(job.endMs).toISOString(),
    };
}
/**
 * Estimates a job without a report from its times and its runner's class.
 * @param runner null if unknown: then the energy of the job and of the sum are unknown
 * @param basisOf overhead, grid and hardware of a runner's place
 */
function estimatedPart(job, name, runner, basisOf, nowMs) {
    const seconds = secondsOf(job, nowMs);
    const facts = { ...jobFacts(job, name), duration_s: seconds, coverage: null, method: 'estimated' };
    if (!runner) {
        return {
            ...facts,
            energy: footprint/* NO_ENERGY */.Hq,
            emissions: footprint/* NO_EMISSIONS */.Tv,
            water: null,
            pue: null,
            intensity: null,
            machine: null,
        };
    }
    const basis = basisOf(runner);
    const hours = seconds / 3600;
    const gpuWh = runner.gpuWatts * hours;
    const it = (0,range/* scaleRange */.sK)(runner.watts, hours);
    // Wall power of a server includes its memory. Times and labels do not show its share.
    const energy = { it, cpuWh: null, memoryWh: null, gpuWh, otherWh: null };
    return {
        ...facts,
        ...partFootprint(energy, basis, basis.embodied(runner, seconds)),
        machine: runner.machine,
    };
}
/** Energy, emissions and water of a part, with the PUE, grid and water of its place. */
function partFootprint(energy, { pue, grid, water }, embodied) {
    return {
        ...(0,footprint/* computeFootprint */.xq)(energy, pue, grid, embodied),
        pue: pue.pue.value,
        intensity: (0,footprint/* intensityOf */.jm)(grid),
        water: (0,footprint/* waterOf */.ZW)(energy.it, pue.pue, water),
    };
}

;// CONCATENATED MODULE: ./build/src/app/join/grid-claims.js

/**
 * No grid emits less, gCO2e/kWh. The lowest average of a year in the built-in tables is 4.8 (Newfoundland and Labrador); a single hour may
 * be lower.
 */
const LEAST_G_PER_KWH = 2;
/** A grid this much cleaner than that of the runner's place is worth a note: half of its figure. */
const CLEANER_SHARE = 0.5;
/** Whether a report claims fewer grams for its energy than any grid emits. Grams or energy that are unknown claim nothing. */
function claimsImpossibleGrid({ energy, emissions }) {
    const grams = emissions.operational_g ?? emissions.total_g;
    return grams !== null && energy.total_wh !== null && grams < (energy.total_wh / 1000) * LEAST_G_PER_KWH;
}
/** Jobs whose own report has a grid much cleaner than the reader would use for their runner, with the figure. */
function cleanerGrids(ran, matches, context) {
    return ran.flatMap((job) => {
        const gPerKwh = gridOf(matches.ofJob.get(job.id));
        const runner = context.power(runnerNames(job));
        if (gPerKwh === null || runner === null)
            return [];
        return gPerKwh < context.basisOf(runner).grid.gPerKwh.value * CLEANER_SHARE ? [{ job, gPerKwh }] : [];
    });
}
function gridOf(left) {
    if (!left)
        return null;
    const { energy, emissions } = left.report;
    const grams = emissions.operational_g ?? emissions.total_g;
    return grams !== null && energy.total_wh ? (grams / energy.total_wh) * 1000 : null;
}

;// CONCATENATED MODULE: ./build/src/app/join/join-context.js
/**
 * Identifies the judging job among the run's jobs by its runner, which works on one job at a time and which no input can change.
 * The check run id, an input, decides only if the API does not name that runner.
 */
function identifySelf(jobs, context) {
    const { self } = context;
    if (!self || self.runnerName === null)
        return context;
    const here = jobs.filter((job) => isSelf(job, { self: { ...self, checkRunId: null } }));
    return here.length === 1 ? { ...context, self: { ...self, checkRunId: here[0]?.id ?? null } } : context;
}
/** Whether a listed job is the judging one. */
function isSelf(job, { self }) {
    if (!self || job.status !== 'running')
        return false;
    return self.checkRunId === null
        ? job.attempt === self.attempt && job.runnerName === self.runnerName
        : job.id === self.checkRunId;
}
/** Maximum difference of two clocks that agree, s: a job starts before its runner's worker. */
const WORKER_SLACK_S = 60;
/** Time until which a running job counts, ms. The judging job knows its own age better than two clocks that may disagree. */
function nowOf(job, context) {
    const { self, nowMs } = context;
    const elapsedS = self?.elapsedS ?? null;
    if (elapsedS === null || job.startMs === null || !isSelf(job, context))
        return nowMs;
    const byClocksS = (nowMs - job.startMs) / 1000;
    return Math.abs(byClocksS - elapsedS) <= WORKER_SLACK_S ? nowMs : job.startMs + elapsedS * 1000;
}

;// CONCATENATED MODULE: ./build/src/app/join/bounded-reports.js





/**
 * Share of the lowest typical power of a runner class below which a report is not plausible. An idle hosted runner draws 39 % of it
 * (power model: 0 % against 10 % utilisation, on the most frugal CPU that such runners have).
 */
const FLOOR_SHARE = 0.3;
/** Jobs shorter than this have no floor: GitHub's times have whole seconds and include the runner's own setup, s. */
const FLOOR_SECONDS = 30;
/**
 * Floor of a runner whose class is not known, W. Boards that can run a job draw more when idle: a Raspberry Pi 3 about 1.4 W, a Zero 2 W
 * about 0.6 W (Raspberry Pi Ltd, product briefs and power tests).
 */
const LEAST_WATTS = 0.3;
/** Rounding that a report's figures may differ by from energy x PUE x grid, as a share. */
const TOLERANCE = 0.01;
/** Finds the reports that contradict what GitHub knows of their jobs, or themselves. */
function refusedReports(ran, matches, context) {
    return ran.flatMap((job) => {
        const left = matches.ofJob.get(job.id);
        const refusal = left && refusalOf(job, left, context);
        return left && refusal ? [{ job, left, refusal }] : [];
    });
}
function refusalOf(job, { artifact, report }, context) {
    const isMeasured = artifact.kind === 'job';
    if (isMeasured && lacksStep(job))
        return 'without-step';
    if (isBelowFloor(job, report, context))
        return 'below-floor';
    if (isMeasured && contradictsItself(report))
        return 'contradiction';
    return context.checksGrid && claimsImpossibleGrid(report) ? 'impossible-grid' : null;
}
/** A step that measures has a post step. A finished job that lists its steps and has none did not run one. */
function lacksStep({ status, steps }) {
    return status === 'completed' && steps.length > 0 && !steps.some(({ name }) => name.startsWith('Post '));
}
/** Whether a report claims less energy than the runner draws when idle over the time that GitHub saw the job run. */
function isBelowFloor(job, { energy }, context) {
    const claimed = energy.it_wh ?? energy.total_wh;
    if (claimed === null)
        return false;
    const seconds = secondsOf(job, nowOf(job, context));
    if (claimed === 0)
        return seconds > 0;
    if (seconds < FLOOR_SECONDS)
        return false;
    const runner = context.power(runnerNames(job));
    const watts = runner ? runner.watts.low * FLOOR_SHARE : LEAST_WATTS;
    return claimed < (watts * seconds) / 3600;
}
/** Whether a job's report is not of a measured job, or its figures are not energy x PUE x grid. */
function contradictsItself({ subject, energy, pue, intensity, emissions }) {
    if (subject.kind !== 'job')
        return true;
    const { it_wh: it, total_wh: total } = energy;
    if ((it === null) !== (total === null))
        return true;
    if (it === null || total === null)
        return emissions.operational_g !== null;
    if (pue !== null && differ(it * pue, total))
        return true;
    if (emissions.operational_g === null)
        return false;
    return intensity === null || differ((total / 1000) * intensity.g_per_kwh, emissions.operational_g);
}
function differ(a, b) {
    return Math.abs(a - b) > Math.max(a, b) * TOLERANCE;
}
/**
 * Computes a hostile report's part again with PUE, grid and water of the reader, because the job's code chose them all. Embodied
 * emissions are the larger of what it claims and the share of the runner's hardware.
 */
function recosted(part, job, context) {
    const runner = context.power(runnerNames(job)) ?? UNKNOWN_RUNNER;
    const { it_wh: it, low_wh: low, high_wh: high, total_wh: total } = part.energy;
    if (it === null || total === null || total <= 0)
        return part;
    const basis = context.basisOf(runner);
    const energy = {
        it: (0,range/* makeRange */.QR)(it, Math.min(it, ((low ?? total) / total) * it), Math.max(it, ((high ?? total) / total) * it)),
        cpuWh: part.energy.cpu_wh,
        memoryWh: part.energy.memory_wh,
        gpuWh: part.energy.gpu_wh,
        otherWh: part.energy.other_wh,
    };
    const claimed = part.emissions.embodied_g;
    const expected = basis.embodied(runner, secondsOf(job, nowOf(job, context)));
    const embodied = claimed !== null && claimed > (expected?.value ?? 0) ? (0,range/* makeRange */.QR)(claimed) : expected;
    return { ...part, ...partFootprint(energy, basis, embodied) };
}
/** More than any one machine draws, W: the largest racks of 2026 stay below. Bounds claims about runners of an unknown class. */
const MOST_MACHINE_WATTS = 200_000;
/**
 * A part of a proposal's report for a sum that lasts: no more energy than its runner can draw over the time that GitHub saw the job
 * run, with PUE, grid, water and hardware of the reader.
 * @param isFork a fork's job of an unknown runner class is not trusted: its figures are null
 */
function boundedPart(part, job, context, isFork) {
    const { it_wh: it, low_wh: low, high_wh: high, total_wh: total } = part.energy;
    if (it === null || total === null)
        return { part, isCut: false };
    const runner = context.power(runnerNames(job));
    if (!runner && isFork)
        return { part: { ...part, energy: footprint/* NO_ENERGY */.Hq, emissions: footprint/* NO_EMISSIONS */.Tv, water: null }, isCut: true };
    const seconds = secondsOf(job, nowOf(job, context));
    const most = ((runner?.mostWatts ?? MOST_MACHINE_WATTS) * seconds) / 3600;
    const wh = Math.min(it, most);
    // The range as shares of the claimed total.
    const share = (end) => (end === null || !(total > 0) ? 1 : end / total);
    const energy = {
        it: (0,range/* makeRange */.QR)(wh, wh * Math.min(1, share(low)), Math.max(wh, Math.min(wh * share(high), most))),
        cpuWh: null,
        memoryWh: null,
        gpuWh: null,
        otherWh: null,
    };
    const basis = context.basisOf(runner ?? UNKNOWN_RUNNER);
    const embodied = runner ? basis.embodied(runner, seconds) : null;
    return { part: { ...part, ...partFootprint(energy, basis, embodied) }, isCut: it > most };
}
/** A runner of which nothing is known, for the grid and overhead of an unknown place. */
const UNKNOWN_RUNNER = {
    machine: { cpu: null, vcpus: null, memory_gb: null, gpus: [], provider: null, region: null },
    watts: (0,range/* makeRange */.QR)(0),
    mostWatts: MOST_MACHINE_WATTS,
    gpuWatts: 0,
    hosted: false,
    source: 'unknown runner',
};

// EXTERNAL MODULE: ./build/src/core/totals.js
var totals = __webpack_require__(64734);
// EXTERNAL MODULE: ./build/src/core/report-file.js
var report_file = __webpack_require__(94618);
;// CONCATENATED MODULE: ./build/src/app/join/download-reports.js







/**
 * Maximum number of reports downloaded. A token has 1,000 requests an hour for all of a repository's jobs (GitHub, rate limits of
 * GITHUB_TOKEN); a full matrix of 256 and some re-runs fit, and most of the allowance stays for others.
 */
const MAX_DOWNLOADS = 400;
/** Maximum size of all reports together, in characters, to limit memory. A full matrix has about 20 million. */
const MAX_TOTAL = 48 * 1024 * 1024;
/** Failures after which the remaining downloads are not tried any more. */
const GIVE_UP_AFTER = 8;
/** Steps kept of each job: the comment names three of them, and the whole run's report has a size cap. */
const STEPS_PER_JOB = 6;
/** Commands kept of each job: the comment names as many. */
const COMMANDS_PER_JOB = 3;
/**
 * Downloads and reads reports. Throws nothing: a note counts those that are missing, and an invalid one makes the run untrusted.
 */
async function download_reports_readLeftReports(client, repository, artifacts) {
    const wanted = artifacts.slice(0, MAX_DOWNLOADS);
    const broken = [];
    const lost = [];
    let total = 0;
    client.server.extendLimit(wanted.length);
    const reports = await (0,pages/* inParallel */.HN)(wanted, pages/* PARALLEL_REQUESTS */.le, async (artifact) => {
        try {
            const text = giveUp(lost, total) ?? (await (0,github_artifacts/* downloadReport */.F5)(client, repository, artifact));
            if (text.ok) {
                total += text.value.length;
                return { artifact: artifact.name, title: artifact.title, report: slim((0,report_file/* readReport */.t)(text.value, artifact.title)) };
            }
            lost.push(text.failure);
        }
        catch (error) {
            if (!isBroken(error))
                throw error;
            broken.push(`${artifact.title}: ${error.message}`);
        }
        return null;
    });
    const missing = lost.length + artifacts.length - wanted.length;
    const why = lost[0]?.text ?? `at most ${MAX_DOWNLOADS} are`;
    return {
        reports: reports.filter((report) => report !== null),
        notes: [
            ...countNote('reports-missing', missing, `not read, estimated instead: ${why}`),
            ...countNote('reports-broken', broken.length, `cannot be trusted: ${broken[0]}`),
        ],
        intact: broken.length === 0,
        failures: lost,
    };
}
/** Why the next report is not requested: after several failures more requests would only take time. */
function giveUp(lost, total) {
    if (lost.length >= GIVE_UP_AFTER)
        return (0,failure/* failed */.gz)('unexpected', 'too many failed before');
    if (total > MAX_TOTAL)
        return (0,failure/* failed */.gz)('invalid', `together the reports have more than ${MAX_TOTAL} characters`);
    return null;
}
/** Keeps what the joined report needs, to limit memory. */
function slim(report) {
    const commands = report.parts.filter(({ kind }) => kind === 'process').slice(0, COMMANDS_PER_JOB);
    const others = report.parts.filter(({ kind }) => kind !== 'process');
    return { ...report, profile: null, parts: [...(0,totals/* cappedParts */.WD)(others, STEPS_PER_JOB), ...commands] };
}
/** Whether the report was downloaded and is invalid. */
function isBroken(error) {
    return error instanceof errors/* MeasurementError */.HG || error instanceof errors/* ConfigurationError */.j1;
}
function countNote(code, count, text) {
    return count === 0 ? [] : [(0,core_notes/* note */.N4)(code, `${count} ${count === 1 ? 'report' : 'reports'} ${text}`)];
}

;// CONCATENATED MODULE: ./build/src/app/join/collect.js





/** Collects jobs and reports of a run. Throws nothing: what is missing gets a note, and a doubt if the figure depends on it. */
async function collectRun(client, repository, runId) {
    // At the same time, so that a list that hangs does not take the other's time.
    const [jobs, left] = client.server.isUnresponsive
        ? [failed('timed-out', "cannot list the run's jobs: no answer in time"), NO_REPORTS]
        : await Promise.all([listJobs(client, repository, runId), leftReports(client, repository, runId)]);
    const reason = jobs.ok ? incompleteBecause(jobs.value) : `Which jobs ran is unknown: ${jobs.failure.text}`;
    const notes = reason === null ? [] : [note('jobs-unknown', reason)];
    return {
        jobs: jobs.ok ? jobs.value.items : null,
        reports: left.reports,
        notes: [...notes, ...left.notes],
        doubt: notes.length > 0 ? 'jobs-unknown' : left.intact ? null : 'reports-broken',
    };
}
const NO_REPORTS = { reports: [], notes: [], intact: true, failures: [] };
/** Why a list of jobs is incomplete; null if it is complete. */
function incompleteBecause({ items, total, cut, unreadable }) {
    if (cut)
        return `The list of jobs is incomplete: it has ${items.length} of ${total} jobs.`;
    if (unreadable > 0)
        return `${unreadable} of ${total} jobs in the API's list cannot be read.`;
    return items.length === 0 ? 'The list of jobs is empty, so the run is unknown.' : null;
}
async function leftReports(client, repository, runId) {
    const artifacts = await listReportArtifacts(client, repository, runId);
    if (!artifacts.ok) {
        const text = `No job's report could be read, all are estimated: ${artifacts.failure.text}`;
        return { reports: [], notes: [note('reports-unknown', text)], intact: true, failures: [artifacts.failure] };
    }
    const { items, total, cut } = artifacts.value;
    const left = await readLeftReports(client, repository, items.filter(isReportOfJob));
    if (!cut)
        return left;
    const text = `The list of the run's ${total} artifacts is incomplete: jobs whose report is missing are estimated.`;
    return { ...left, notes: [...left.notes, note('reports-missing', text)] };
}
/**
 * Whether an artifact is its job's report. Logs are, if the job did not measure itself; otherwise they are part of what it
 * measured. A plan is not, because it did not run here.
 */
function isReportOfJob({ name }, _, all) {
    if (name.kind !== 'logs')
        return name.kind === 'job';
    return !all.some((other) => other.name.kind === 'job' && other.name.checkRunId === name.checkRunId);
}

// EXTERNAL MODULE: ./build/src/core/report.js
var report = __webpack_require__(40223);
// EXTERNAL MODULE: ./build/src/core/unjudged.js
var core_unjudged = __webpack_require__(56275);
;// CONCATENATED MODULE: ./build/src/app/join/part-report.js


/** Turns a part of kind `job` into a report, without judging it. */
function reportOfPart(part, tool, notes = []) {
    const { name, kind: _kind, source: _source, change: _change, conclusion: _conclusion, parts: _parts, ...known } = part;
    const { machine = null, water = null } = known;
    return {
        schema: report/* REPORT_SCHEMA */.DC,
        tool,
        ...(0,core_unjudged/* unjudged */.b)({ kind: 'job', name }, { ...known, machine, water, units: null, parts: [], notes: [...notes] }),
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
var reports = __webpack_require__(75489);
// EXTERNAL MODULE: ./build/src/core/judge-report.js
var judge_report = __webpack_require__(5869);
// EXTERNAL MODULE: ./build/src/core/quantity.js
var quantity = __webpack_require__(11888);
// EXTERNAL MODULE: ./build/src/render/escape.js
var render_escape = __webpack_require__(60431);
;// CONCATENATED MODULE: ./build/src/app/join/match.js
/** Maximum difference of the clocks of runner and server, with times cut to the second, ms. */
const CLOCK_SLACK_MS = 5_000;
/** Assigns reports to jobs: by check run id if the forge has one, else by job key, attempt and time. A job gets one report. */
function matchReports(jobs, reports) {
    const ofJob = new Map();
    const without = [];
    const byId = new Map(jobs.map((job) => [job.id, job]));
    for (const left of reports) {
        const id = left.artifact.checkRunId;
        const job = id === null ? soleCandidate(jobs, left, ofJob) : byId.get(id);
        if (job && !ofJob.has(job.id))
            ofJob.set(job.id, left);
        else
            without.push(left);
    }
    return { ofJob, without };
}
/** The one job of that attempt that ran around the report's time. If there are several, the job key decides. */
function soleCandidate(jobs, { artifact, report }, taken) {
    const around = jobs.filter((job) => job.attempt === artifact.attempt && !taken.has(job.id) && encloses(job, report));
    const named = around.filter((job) => hasKey(job.name, artifact.job));
    const candidates = named.length > 0 ? named : around;
    return candidates.length === 1 ? candidates[0] : undefined;
}
function encloses({ startMs, endMs }, { started_at, ended_at }) {
    if (startMs === null || started_at === null || ended_at === null)
        return false;
    const end = endMs ?? Number.POSITIVE_INFINITY;
    return Date.parse(started_at) >= startMs - CLOCK_SLACK_MS && Date.parse(ended_at) <= end + CLOCK_SLACK_MS;
}
/** `caller / test (20)` has the key `test`, unless the workflow names the job. */
function hasKey(name, key) {
    const last = name.split(' / ').at(-1) ?? name;
    return last === key || last.startsWith(`${key} (`);
}

;// CONCATENATED MODULE: ./build/src/app/join/run-notes.js




/** A report gets a note if it covers less than this share of the job's time and leaves out more than this many seconds. */
const PARTLY = { share: 0.8, seconds: 30 };
/** Maximum number of names in a note; the rest are counted. Names are untrusted text, so each is cut. */
const NAMES_IN_NOTE = 10;
const NAME_CHARACTERS = 60;
const REFUSALS = [
    {
        refusal: 'below-floor',
        text: (names) => `Reported less energy than such a runner draws when idle, so estimated instead: ${names}.`,
    },
    { refusal: 'without-step', text: (names) => `A report without the step is not used: ${names}.` },
    {
        refusal: 'impossible-grid',
        text: (names) => `Reported fewer grams than any grid emits for the energy, so estimated instead: ${names}.`,
    },
    {
        refusal: 'contradiction',
        text: (names) => `Reported grams that are not energy x PUE x grid, so estimated instead: ${names}.`,
    },
];
/** Notes on jobs: which are estimated, still run, used nothing or have a report that does not count. */
function runNotes({ jobs, ran, nameOf, matches, refused }, context) {
    const own = (job) => isSelf(job, context);
    const unseen = ran.filter((job) => !matches.ofJob.has(job.id) && !own(job));
    const unknown = unseen.filter((job) => context.power(runnerNames(job)) === null);
    const running = ran.filter((job) => job.status === 'running' && !own(job));
    const waiting = jobs.filter((job) => job.status === 'waiting');
    const idle = jobs.filter((job) => job.startMs === null && job.status === 'completed');
    const partly = ran.filter((job) => isPartlyMeasured(job, matches.ofJob.get(job.id), nowOf(job, context)));
    const about = (code, list, text) => list.length === 0 ? [] : [(0,core_notes/* note */.N4)(code, text(namesOf(list.map(nameOf))))];
    const labels = [...new Set(unknown.map((job) => runnerNames(job).join(', ') || job.runnerName || 'no label'))];
    return [
        ...about('jobs-estimated', unseen, (names) => `Without the step, estimated from time and runner class: ${names}.`),
        ...about('runner-unknown', unknown, (names) => `The power of these jobs' runners is unknown: ${names}. Describe the label (${namesOf(labels)}) under \`runners:\` in the config file.`),
        ...about('jobs-running', running, (names) => `Still running, counted until now: ${names}. Add them to \`needs\` of this job.`),
        ...about('jobs-waiting', waiting, (names) => `Not started yet, not counted: ${names}. Add them to \`needs\` of this job.`),
        ...about('jobs-idle', idle, (names) => `Used nothing (skipped, or cancelled in the queue): ${names}.`),
        ...about('jobs-partly-measured', partly, (names) => `Measured for part of their time only, because the step is not their first: ${names}.`),
        ...REFUSALS.flatMap(({ refusal, text }) => about('jobs-implausible', refused.filter((report) => report.refusal === refusal).map(({ job }) => job), text)),
        ...(context.checksGrid ? cleanerGridNote(cleanerGrids(ran, matches, context), nameOf) : []),
        ...matches.without
            .slice(0, 1)
            .map(() => (0,core_notes/* note */.N4)('reports-unmatched', `The jobs of these reports were not found and may be counted twice: ${namesOf(matches.without.map(({ report }) => report.subject.name))}.`)),
    ];
}
function cleanerGridNote(cleaner, nameOf) {
    if (cleaner.length === 0)
        return [];
    const names = namesOf(cleaner.map(({ job, gPerKwh }) => `${cut(nameOf(job))} (${Math.round(gPerKwh)} g/kWh)`));
    const text = `The report of a job decides on its grid, and these have a much cleaner one than their runner: ${names}. Set \`zone\` or \`region\` in the config file of the base branch to fix it.`;
    return [(0,core_notes/* note */.N4)('unprotected-input', text)];
}
function isPartlyMeasured(job, left, nowMs) {
    const measured = left?.report.duration_s;
    if (measured === null || measured === undefined)
        return false;
    const seconds = secondsOf(job, nowMs);
    return measured < seconds * PARTLY.share && seconds - measured > PARTLY.seconds;
}
/**
 * Notes of the jobs' reports that are about their figures. Budgets and waivers are decided for the whole run, because any step of a
 * job could have written what its report says about them.
 */
function run_notes_reportNotes(reports) {
    return reports.flatMap(({ report }) => report.notes).filter((reported) => audienceOf(reported) === 'figure');
}
function namesOf(names) {
    const more = names.length - NAMES_IN_NOTE;
    const listed = names.slice(0, NAMES_IN_NOTE).map((name) => cut(name));
    return listed.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
function cut(name) {
    const points = Array.from(name.slice(0, 2 * NAME_CHARACTERS + 2));
    return points.length > NAME_CHARACTERS ? `${points.slice(0, NAME_CHARACTERS - 1).join('')}…` : name;
}

;// CONCATENATED MODULE: ./build/src/app/join/run.js












/** Number of jobs above which their steps are left out: a report has at most 1,000 parts. */
const JOBS_WITH_STEPS = 300;
/** Maximum number of notes on doubted figures: one is enough for the verdict. */
const MAX_DOUBT_NOTES = 10;
/** Assigns the reports of a run to its jobs; jobs without a report that counts are estimated. Each execution is one part. */
function partsOfRun(run, given) {
    const jobs = run.jobs ?? [];
    const context = identifySelf(jobs, given);
    const candidates = context.ignoresReports ? [] : run.reports.filter((report) => !isSuperseded(report, jobs, context));
    const ran = jobs.filter((job) => job.startMs !== null);
    const refused = refusedReports(ran, matchReports(jobs, candidates), context);
    const left = candidates.filter((report) => !refused.some((other) => other.left === report));
    const matches = matchReports(jobs, left);
    const names = displayNames(jobs);
    const nameOf = (job) => names.get(job.id) ?? job.name;
    return {
        jobs: ran.map((job) => ({
            job,
            part: partOfJob(job, nameOf(job), matches, context),
            left: matches.ofJob.get(job.id) ?? null,
        })),
        left,
        matches,
        // Where no jobs are known, the run's notes say so already.
        notes: run.jobs ? runNotes({ jobs, ran, nameOf, matches, refused }, context) : [],
    };
}
/** Why there is no figure, where all jobs of a run were skipped or wait. */
function emptyNote({ jobs, doubt }, parts) {
    if (parts.length > 0 || doubt !== null || !jobs)
        return [];
    return [note('jobs-unknown', 'No job of this run has used a runner, so there is no figure to judge.')];
}
/** Joins the reports and jobs of a run: every execution of every job is one part. */
function joinRun(run, context) {
    const { jobs, left, matches, notes: jobNotes } = partsOfRun(run, context);
    const all = [...jobs.map(({ part }) => part), ...matches.without.map(({ report, title }) => partOf(report, title))];
    const parts = all.length > JOBS_WITH_STEPS ? all.map(withoutSteps) : all;
    const reports = left.map(({ report, title: name }) => ({ name, report }));
    const doubts = left.flatMap((report) => doubtOf(report, context) ?? []);
    const notes = [
        ...run.notes,
        ...emptyNote(run, parts),
        ...jobNotes,
        ...doubts.slice(0, MAX_DOUBT_NOTES),
        ...reportNotes(reports),
    ];
    const totals = totalsOfParts(parts);
    const draft = unjudged({ kind: 'workflow', name: context.workflow }, {
        ...span(parts),
        duration_s: sumOrNull(parts.map(({ duration_s }) => duration_s)),
        ...totals,
        minerals_kg_sb: mineralsOfParts(parts),
        units: unitsOf(reports),
        ...countsOf(reports),
        parts: cappedParts(parts),
        basis: {
            power: `${reports.length} of ${parts.length} jobs measured themselves; the others by their times and runner class`,
            pue: null,
            embodied: null,
            not_counted: commonNotCounted(reports),
        },
        notes: uniqueNotes(notes),
    });
    return {
        draft,
        judging: {
            doubt: run.doubt ?? (doubts.length > 0 ? 'part-untrusted' : parts.length === 0 ? 'no-figure' : null),
            ownScopes: ['workflow'],
            largestJob: largestOf(parts),
        },
    };
}
function partOfJob(job, name, matches, context) {
    const left = matches.ofJob.get(job.id);
    if (left) {
        const part = { ...(0,reports/* partOf */.BU)(left.report, null), ...jobFacts(job, name) };
        return context.isHostile ? recosted(part, job, context) : part;
    }
    return estimatedPart(job, name, context.power(runnerNames(job)), (runner) => context.basisOf(runner), nowOf(job, context));
}
/**
 * Whether a report has no trustworthy figure and its job ran again: then that execution is estimated like one without a report. Its
 * energy still counts, and a successful re-run can pass.
 */
function isSuperseded(left, jobs, context) {
    if (doubtOf(left, context) === null)
        return false;
    const job = jobs.find(({ id }) => id === left.artifact.checkRunId);
    return job !== undefined && jobs.some(({ name, attempt }) => name === job.name && attempt > job.attempt);
}
/** Why a job's report makes the sum untrusted; null if it does not. */
function doubtOf({ report, title }, { minCoverage }) {
    return (0,reports/* coverageDoubt */.pv)({ name: (0,render_escape/* shown */.SP)(title, render_escape/* NAME_LENGTH */.xt), report }, minCoverage);
}
/** A part without its steps. */
function withoutSteps({ parts: _parts, ...part }) {
    return part;
}
/** Names as GitHub shows them; a job that ran in several attempts says which. */
function displayNames(jobs) {
    const attempts = new Map();
    for (const { name, attempt } of jobs)
        attempts.set(name, (attempts.get(name) ?? new Set()).add(attempt));
    return new Map(jobs.map(({ id, name, attempt }) => [
        id,
        (attempts.get(name)?.size ?? 0) > 1 ? `${name} (attempt ${attempt})` : name,
    ]));
}

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
    const jobs = await jobs_listJobs(client, repository, run.id);
    if (!jobs.ok)
        return jobs.failure.kind === 'not-found' ? { kind: 'gone' } : { kind: 'failed', failure: jobs.failure };
    const incomplete = hasJobs(run) && jobs.value.items.length > 0 ? incompleteBecause(jobs.value) : null;
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
    const parts = partsOfRun({ jobs: jobs.value.items, reports: trusted }, context);
    const about = `run ${run.id}`;
    const entries = [];
    const cut = [];
    for (const jobPart of parts.jobs) {
        const bounded = within(jobPart, run, context, repository);
        if (bounded.isCut)
            cut.push(jobPart.job.name);
        entries.push({ entry: entryOf(jobPart, bounded.part, run, context, repository) });
    }
    return {
        kind: 'read',
        entries,
        warnings: [
            ...found.broken.map((text) => `${about}: ${text}`),
            ...(incomplete === null ? [] : [`${about}: ${incomplete}`]),
            ...(cut.length === 0 ? [] : [`${about}: reports claim more than their runners can draw: ${cut.join(', ')}`]),
        ],
    };
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
    const own = known.filter(isReportOfJob);
    if (own.length > client.server.spareRequests) {
        return { kind: 'failed', failure: { kind: 'rate-limited', text: 'the allowance of requests is low', status: null } };
    }
    const joined = own.length > 1 ? newestJoined(known) : null;
    const whole = joined ? await download_reports_readLeftReports(client, repository, [joined]) : null;
    const fromWhole = whole?.reports.flatMap((left) => ((0,verdict/* isDoubtful */.Ge)(left.report) ? [] : jobReportsOf(left, jobs))) ?? [];
    const covered = new Set(fromWhole.map(({ artifact }) => artifact.checkRunId));
    const rest = await download_reports_readLeftReports(client, repository, own.filter(({ name }) => !covered.has(name.checkRunId)));
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
    return boundedPart(part, job, context, (0,run_list/* isOfFork */.O)(run, repository));
}
const OWN_TOOL = { name: 'carbon-gate', version: version/* VERSION */.x };
function entryOf({ job, left }, part, run, context, repository) {
    const endMs = job.endMs ?? job.startMs;
    const isFork = (0,run_list/* isOfFork */.O)(run, repository);
    const notes = left && isFork ? [(0,core_notes/* note */.N4)('reported-by-fork', `reported by code of ${run.headRepository ?? 'a fork'}`)] : [];
    const times = { ended_at: new Date(endMs).toISOString(), duration_s: secondsOf(job, context.nowMs) };
    const tool = left && context.isHostile !== true ? left.report.tool : OWN_TOOL;
    const report = reportOfPart({ ...part, ...times, name: job.name, units: null }, tool, notes);
    const { entry } = (0,from_report/* entryFromReport */.R8)({ ...report, verdict: left && context.isHostile !== true ? left.report.verdict : 'none' }, {
        job: { run: String(run.id), attempt: job.attempt, id: String(job.id), isUnique: true },
        repository: `${repository.owner}/${repository.repo}`,
        event: run.event,
        branch: run.branch,
        pullRequest: run.pullRequests[0] ?? null,
        commit: run.commit,
        workflow: run.workflow,
        jobName: job.name,
        runner: runnerNames(job)[0] ?? job.runnerName,
    }, endMs);
    return entry;
}


/***/ }),

/***/ 78081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ openRunReader)
});

// EXTERNAL MODULE: ./build/src/github/failure.js
var failure = __webpack_require__(14107);
;// CONCATENATED MODULE: ./build/src/github/repository.js

/** Share of the allowance that this one call may take, ms. */
const REPOSITORY_MS = 2_000;
/** Whether the repository is private; null when the API does not say. */
async function readIsPrivate(client, repository) {
    if (client.server.isUnresponsive)
        return null;
    const read = await (0,failure/* attempt */.CD)({ what: 'read the repository', needs: 'metadata: read' }, () => client.deadline.within(REPOSITORY_MS, async () => {
        const { data } = await client.octokit.rest.repos.get({ ...repository });
        return typeof data.private === 'boolean' ? data.private : null;
    }));
    return read.ok ? read.value : null;
}

// EXTERNAL MODULE: ./build/src/app/grid/site-factors.js + 10 modules
var site_factors = __webpack_require__(72158);
// EXTERNAL MODULE: ./build/src/core/embodied.js
var embodied = __webpack_require__(16662);
// EXTERNAL MODULE: ./build/src/power/hardware.js
var power_hardware = __webpack_require__(83575);
// EXTERNAL MODULE: ./build/src/power/running-machine.js + 11 modules
var running_machine = __webpack_require__(41610);
;// CONCATENATED MODULE: ./build/src/app/join/runner-hardware.js



/**
 * The share of the hardware's manufacture for a job that was not measured, by its runner's class.
 * @param seconds time of the job, s
 * @returns g CO2e; null if it is not counted or the hardware is unknown
 */
function runnerEmbodied({ machine, hosted }, seconds, settings) {
    if (!settings.embodied)
        return null;
    const { cpu, vcpus, memory_gb: memoryGb, gpus } = machine;
    // Watts alone do not identify hardware.
    const isNamed = cpu !== null || vcpus !== null;
    const power = isNamed
        ? (0,running_machine/* powerOf */.f)({
            cpuName: cpu ?? undefined,
            vcpus: vcpus ?? undefined,
            memoryGb: memoryGb ?? undefined,
            isVirtual: hosted ? true : null,
        })
        : null;
    const lifetime = (0,embodied/* lifetimeYears */.sf)(hosted, settings['lifetime-years']);
    const names = gpus.map(({ name }) => name);
    const hardware = (0,power_hardware/* hardwareOf */.is)({ power, threads: vcpus, memoryGb, gpus: names }, lifetime);
    return hardware && (0,embodied/* embodiedShare */.JY)(hardware, seconds);
}

// EXTERNAL MODULE: ./build/src/core/power/wall-readings.js + 1 modules
var wall_readings = __webpack_require__(78919);
// EXTERNAL MODULE: ./build/src/core/range.js
var range = __webpack_require__(37676);
// EXTERNAL MODULE: ./build/src/data/runners.js
var runners = __webpack_require__(68105);
// EXTERNAL MODULE: ./build/src/power/hosted-watts.js
var hosted_watts = __webpack_require__(48336);
// EXTERNAL MODULE: ./build/src/app/settings/wall-readings.js
var settings_wall_readings = __webpack_require__(92981);
;// CONCATENATED MODULE: ./build/src/app/join/runner-power.js





/** Relative error of watts from the project's configuration. */
const GIVEN_WATTS_ERROR = 0.2;
/** Power by labels: the project's own `runners:` first, then the hosted ones. Computed once per set of labels. */
function runnerPower(configured, isPrivate) {
    const known = new Map();
    return (labels) => {
        const key = labels.join('\n');
        if (!known.has(key))
            known.set(key, configuredPower(labels, configured) ?? hostedPower(labels, isPrivate));
        return known.get(key) ?? null;
    };
}
function configuredPower(labels, configured) {
    for (const [label, own] of Object.entries(configured)) {
        if (labels.some((given) => given.toLowerCase() === label.toLowerCase()))
            return ownPower(label, own);
    }
    return null;
}
function hostedPower(labels, isPrivate) {
    const runner = (0,runners/* runnerOf */.m)(labels, { provider: 'github', isPrivate: isPrivate ?? false });
    if (!runner)
        return null;
    const { label, cpuName, vcpus, memoryGb, gpu } = runner;
    const { watts, gpuWatts } = (0,hosted_watts/* hostedWatts */.B3)(runner);
    return {
        machine: {
            cpu: cpuName,
            vcpus,
            memory_gb: memoryGb,
            gpus: gpu === null ? [] : [{ name: gpu }],
            // GitHub's Macs are not in Azure.
            provider: label.toLowerCase().startsWith('macos') ? null : 'azure',
            region: null,
        },
        watts,
        mostWatts: (0,hosted_watts/* mostHostedWatts */.oi)(runner),
        gpuWatts,
        hosted: true,
        source: `typical power of the hosted runner ${label}`,
    };
}
function ownPower(label, own) {
    const { cpu, vcpus, gpu, watts } = own;
    const machine = {
        cpu: cpu ?? null,
        vcpus: vcpus ?? null,
        memory_gb: own['memory-gb'] ?? null,
        gpus: gpu === undefined ? [] : Array.from({ length: own.gpus ?? 1 }, () => ({ name: gpu })),
        provider: null,
        region: null,
    };
    const base = { machine, hosted: false, gpuWatts: 0 };
    if (watts !== undefined) {
        const given = (0,range/* relativeRange */.C7)(watts, GIVEN_WATTS_ERROR);
        return { ...base, watts: given, mostWatts: given.high, source: `${watts} W, as runners.${label} says` };
    }
    // A GPU may draw more than the rest of the machine: without its watts there is no figure.
    const readings = (0,settings_wall_readings/* readingsOf */.R)(own);
    const isRead = (0,wall_readings/* hasReadings */.S5)(readings);
    if (gpu !== undefined || (cpu === undefined && vcpus === undefined && !isRead))
        return null;
    // Readings without a CPU name describe the runner itself: an unknown CPU would count as a share of a large host.
    const isVirtual = isRead && cpu === undefined ? false : null;
    const running = { cpuName: cpu, vcpus, memoryGb: own['memory-gb'], isVirtual, readings };
    const source = `typical power of the machine that runners.${label} describes`;
    return { ...base, watts: (0,hosted_watts/* typicalWatts */.sJ)(running), mostWatts: (0,hosted_watts/* mostWatts */.ry)(running), source };
}

;// CONCATENATED MODULE: ./build/src/app/join/estimate-context.js



/** Power by runner class, and the grid and overhead of hosted runners and of unknown places. @throws ConfigurationError */
async function estimateContext(basis) {
    const { settings, runners, isPrivate, nowMs } = basis;
    const [hosted, unknown] = await Promise.all([
        pricedAt(basis, { GITHUB_ACTIONS: 'true', RUNNER_ENVIRONMENT: 'github-hosted', RUNNER_OS: 'Linux' }),
        pricedAt(basis, {}),
    ]);
    return {
        power: runnerPower(runners, isPrivate),
        basisOf: ({ machine }) => {
            const { pue, grid, water } = machine.provider === 'azure' ? hosted : unknown;
            return { pue, grid, water, embodied: (runner, seconds) => runnerEmbodied(runner, seconds, settings) };
        },
        minCoverage: settings['min-coverage'],
        nowMs,
        ignoresReports: !settings.reports,
    };
}
function pricedAt({ settings, access }, env) {
    return (0,site_factors/* priced */.af)(settings, { access, surroundings: { env, looksLike: [] } });
}

;// CONCATENATED MODULE: ./build/src/app/ledger/run-reader.js


/**
 * What reads the runs of a repository. The grid figures are those of the built-in tables, because a live provider would price work of
 * last week with the grid of now.
 * @throws ConfigurationError for settings that contradict each other
 */
async function openRunReader({ client, repository, settings, runners, }) {
    const isPrivate = await readIsPrivate(client, repository);
    const context = await client.deadline.outside(() => estimateContext({
        settings: { ...settings, 'grid-provider': 'static' },
        runners,
        access: { gridToken: null },
        isPrivate,
        nowMs: client.server.nowMs(),
    }));
    return { client, repository, context };
}


/***/ }),

/***/ 11347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F5: () => (/* binding */ downloadReport),
  OV: () => (/* binding */ listReportArtifacts),
  gB: () => (/* binding */ reportArtifactOf)
});

// UNUSED EXPORTS: MAX_REPORT_BYTES, REPORT_FILE, REPORT_ZIP_LIMITS

// EXTERNAL MODULE: ../../../work/main/node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(93723);
// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(1702);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/src/github/artifact-name.js

const PREFIX = 'carbon-gate';
/** Job keys are short. A long one is cut; its check run id still identifies it. */
const MAX_JOB_CHARACTERS = 60;
/**
 * Name of a report's artifact: `carbon-gate.job.test.1b2c3d4e.48000000001.1`. Only letters, digits, `-`, `_` and the dots
 * between the fields, which every file system and the artifact service take; unique within the run, attempts included.
 */
function artifactName(kind, identity) {
    const { checkRunId, tracking, attempt } = identity;
    const id = checkRunId === null ? `x${digest(tracking, 12)}` : String(checkRunId);
    return [PREFIX, kind, fieldOf(identity.job), legOf(kind, identity), id, attempt].join('.');
}
/** Start of the names of one job's and one leg's reports in every run of the workflow. */
function artifactPrefix(kind, identity) {
    return `${[PREFIX, kind, fieldOf(identity.job), legOf(kind, identity)].join('.')}.`;
}
/** Reads an artifact's name; null when it is not one of ours. */
function parseArtifactName(name) {
    const match = /^carbon-gate\.(job|workflow|logs|estimate)\.([\w-]{1,60})\.([0-9a-f]{1,8})\.(\d{1,16}|x[0-9a-f]{12})\.(\d{1,6})$/.exec(name);
    if (!match)
        return null;
    const [, kind, job = '', leg = '', id = '', attempt] = match;
    return {
        kind: kind,
        job,
        leg,
        checkRunId: id.startsWith('x') ? null : Number(id),
        attempt: Number(attempt),
    };
}
function fieldOf(job) {
    return job.replace(/[^\w-]+/g, '-').slice(0, MAX_JOB_CHARACTERS) || 'job';
}
/** A job measures itself once, and may be given logs and plans in several steps. */
function legOf(kind, { matrix, action }) {
    const text = (matrix ?? '').trim();
    const leg = text === '' || text === 'null' || text === '{}' ? '' : text;
    const step = kind === 'logs' || kind === 'estimate' ? action : '';
    return leg === '' && step === '' ? '0' : digest(step === '' ? leg : `${leg}\n${step}`, 8);
}
function digest(text, characters) {
    return createHash('sha256').update(text).digest('hex').slice(0, characters);
}

// EXTERNAL MODULE: ./build/src/github/failure.js
var failure = __webpack_require__(14107);
// EXTERNAL MODULE: ./build/src/github/pages.js
var pages = __webpack_require__(41957);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/src/github/crc32.js
var crc32 = __webpack_require__(22774);
;// CONCATENATED MODULE: ./build/src/github/zip.js



/** Layout of the records: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16. */
const LOCAL = { signature: 0x04034b50, bytes: 30 };
const CENTRAL = { signature: 0x02014b50, bytes: 46 };
const END = { signature: 0x06054b50, bytes: 22, longestComment: 0xffff };
/** A field with every bit set points to a zip64 record. */
const IN_ZIP64 = { u16: 0xffff, u32: 0xffffffff };
const STORED = 0;
const DEFLATED = 8;
/** General purpose flags: encrypted, strong encryption, masked headers; sizes that follow the data. */
const ENCRYPTED = 0x1 | 0x40 | 0x2000;
const SIZES_FOLLOW = 0x8;
/** Unix file types, upper half of the external attributes (stat.h): mask, plain file. */
const FILE_TYPE = 0o170000;
const PLAIN_FILE = 0o100000;
/** Below this size a small file may pack well beyond the ratio without being a bomb. */
const RATIO_FROM_BYTES = 65_536;
/**
 * The content of the one expected file.
 * @throws MeasurementError with one line that says what is wrong with the archive
 */
function readZipFile(archive, name, limits) {
    if (archive.length > limits.compressedBytes)
        throw refused(`it has more than ${limits.compressedBytes} bytes`);
    const directory = directoryOf(archive, limits);
    const found = entriesOf(archive, directory).filter((entry) => entry.name === name);
    const [entry] = found;
    if (!entry)
        throw refused(`it does not contain ${name}`);
    if (found.length > 1)
        throw refused(`it contains ${name} more than once`);
    return contentOf(archive, entry, directory.offset, limits);
}
function refused(why) {
    return new errors/* MeasurementError */.HG(`the artifact's archive is refused: ${why}`, 'artifact');
}
/** The end record must close the file exactly and the directory must lie directly before it: no room for a second truth. */
function directoryOf(archive, limits) {
    const at = endOf(archive);
    const disk = archive.readUInt16LE(at + 4);
    const directoryDisk = archive.readUInt16LE(at + 6);
    const entriesHere = archive.readUInt16LE(at + 8);
    const entries = archive.readUInt16LE(at + 10);
    const bytes = archive.readUInt32LE(at + 12);
    const offset = archive.readUInt32LE(at + 16);
    if (entries === IN_ZIP64.u16 || bytes === IN_ZIP64.u32 || offset === IN_ZIP64.u32)
        throw refused('it is a zip64 one');
    if (disk !== 0 || directoryDisk !== 0 || entriesHere !== entries)
        throw refused('it is split over several files');
    if (entries > limits.entries)
        throw refused(`it has ${entries} entries, at most ${limits.entries} are read`);
    if (offset + bytes !== at)
        throw refused('its directory is not where it says');
    return { offset, bytes, entries };
}
function endOf(archive) {
    const earliest = Math.max(0, archive.length - END.bytes - END.longestComment);
    for (let at = archive.length - END.bytes; at >= earliest; at -= 1) {
        if (archive.readUInt32LE(at) !== END.signature)
            continue;
        if (at + END.bytes + archive.readUInt16LE(at + 20) === archive.length)
            return at;
    }
    throw refused('it is not a whole zip archive');
}
function entriesOf(archive, { offset, bytes, entries }) {
    const end = offset + bytes;
    const list = [];
    let at = offset;
    for (let index = 0; index < entries; index += 1) {
        if (at + CENTRAL.bytes > end || archive.readUInt32LE(at) !== CENTRAL.signature)
            throw refused('its directory is torn');
        const nameBytes = archive.readUInt16LE(at + 28);
        const next = at + CENTRAL.bytes + nameBytes + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
        if (next > end)
            throw refused('its directory is torn');
        const entry = {
            name: archive.toString('utf8', at + CENTRAL.bytes, at + CENTRAL.bytes + nameBytes),
            flags: archive.readUInt16LE(at + 8),
            method: archive.readUInt16LE(at + 10),
            crc: archive.readUInt32LE(at + 16),
            packed: archive.readUInt32LE(at + 20),
            unpacked: archive.readUInt32LE(at + 24),
            offset: archive.readUInt32LE(at + 42),
        };
        assertPlain(entry, archive.readUInt32LE(at + 38) >>> 16);
        list.push(entry);
        at = next;
    }
    if (at !== end)
        throw refused('its directory is longer than it says');
    return list;
}
/** @param mode Unix mode of the entry; 0 where the archive comes from elsewhere */
function assertPlain(entry, mode) {
    const shown = JSON.stringify(entry.name.slice(0, 60));
    const type = mode & FILE_TYPE;
    if (type !== 0 && type !== PLAIN_FILE)
        throw refused(`the entry ${shown} is not a plain file`);
    if (!isPlainName(entry.name))
        throw refused(`the entry ${shown} has a path where a file name is needed`);
    if ((entry.flags & ENCRYPTED) !== 0)
        throw refused(`the entry ${shown} is encrypted`);
    if (entry.method !== STORED && entry.method !== DEFLATED)
        throw refused(`the entry ${shown} is packed in an unknown way`);
    if ([entry.packed, entry.unpacked, entry.offset].includes(IN_ZIP64.u32))
        throw refused('it is a zip64 one');
}
/** One file name: no folder, no drive, no way up, nothing that a terminal or a file system acts upon. */
function isPlainName(name) {
    return /^[\w][\w. -]{0,119}$/.test(name) && !name.includes('..');
}
function contentOf(archive, entry, end, limits) {
    const { offset, packed, unpacked } = entry;
    if (unpacked > limits.bytes)
        throw refused(`${entry.name} has more than ${limits.bytes} bytes`);
    if (unpacked > RATIO_FROM_BYTES && unpacked > packed * limits.ratio)
        throw refused(`${entry.name} is packed like a bomb`);
    if (offset + LOCAL.bytes > end || archive.readUInt32LE(offset) !== LOCAL.signature)
        throw refused('an entry is missing');
    assertSameHeader(archive, entry);
    const start = offset + LOCAL.bytes + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
    if (start + packed > end)
        throw refused(`${entry.name} reaches beyond the archive`);
    const data = archive.subarray(start, start + packed);
    const content = entry.method === STORED ? data : inflated(data, entry, limits);
    if (content.length !== unpacked)
        throw refused(`${entry.name} has another size than it says`);
    if ((0,crc32/* crc32 */.Q)(content) !== entry.crc)
        throw refused(`${entry.name} is damaged: its check sum differs`);
    return content;
}
/** A local header that says something else than the directory is how one archive shows two contents to two readers. */
function assertSameHeader(archive, entry) {
    const at = entry.offset;
    const nameBytes = archive.readUInt16LE(at + 26);
    const flags = archive.readUInt16LE(at + 6);
    const name = archive.toString('utf8', at + LOCAL.bytes, at + LOCAL.bytes + nameBytes);
    const sizes = [archive.readUInt32LE(at + 14), archive.readUInt32LE(at + 18), archive.readUInt32LE(at + 22)];
    const expected = [entry.crc, entry.packed, entry.unpacked];
    const follows = (flags & SIZES_FOLLOW) !== 0;
    const sameSizes = sizes.every((size, index) => size === expected[index] || (follows && size === 0));
    if (name !== entry.name || flags !== entry.flags || archive.readUInt16LE(at + 8) !== entry.method || !sameSizes) {
        throw refused('an entry contradicts its directory');
    }
}
function inflated(data, { name, unpacked }, { bytes }) {
    try {
        // One byte more than claimed shows a lie; the limit keeps the lie small.
        return (0,external_node_zlib_.inflateRawSync)(data, { maxOutputLength: Math.min(bytes, unpacked) + 1 });
    }
    catch (error) {
        const tooLarge = error.code === 'ERR_BUFFER_TOO_LARGE';
        throw refused(tooLarge ? `${name} has another size than it says` : `${name} is damaged: it cannot be unpacked`);
    }
}

;// CONCATENATED MODULE: ./build/src/github/artifacts.js






/** The one file of a report's artifact. */
const REPORT_FILE = 'carbon-gate-report.json';
/** Largest report that is kept or read: 1,000 parts with their steps are about 2 MB. */
const MAX_REPORT_BYTES = 4 * 1024 * 1024;
/** What is read of an artifact. A report packs 5 to 100 times (1,000 parts that differ in name only); the archive has one entry. */
const REPORT_ZIP_LIMITS = {
    entries: 8,
    compressedBytes: MAX_REPORT_BYTES,
    bytes: MAX_REPORT_BYTES,
    ratio: 500,
};
/** Pages of artifacts read at most: 1,000, twice what one job may leave and four times a full matrix. */
const MAX_ARTIFACT_PAGES = 10;
const ArtifactSchema = schemas/* object */.Ikc({
    id: schemas/* number */.aig().int().positive(),
    name: schemas/* string */.YjP(),
    size_in_bytes: schemas/* number */.aig().nonnegative(),
    expired: schemas/* boolean */.zMY(),
});
/** The artifacts of a run that contain our reports, all attempts. */
async function listReportArtifacts(client, repository, runId) {
    return (0,failure/* attempt */.CD)({ what: "list the run's artifacts", needs: 'actions: read' }, async () => {
        const { items, ...counts } = await (0,pages/* readPages */.n4)(async (page) => {
            const { data } = await client.octokit.rest.actions.listWorkflowRunArtifacts({
                ...repository,
                run_id: runId,
                per_page: pages/* PAGE_SIZE */.md,
                page,
            });
            return { total: data.total_count, items: data.artifacts.map((each) => reportArtifactOf(each)) };
        }, MAX_ARTIFACT_PAGES);
        return { items: items.filter((each) => each !== null), ...counts };
    });
}
/** Reads one artifact of GitHub's answer; null for one that is expired or not ours. */
function reportArtifactOf(data) {
    const result = ArtifactSchema.safeParse(data);
    if (!result.success || result.data.expired)
        return null;
    const name = parseArtifactName(result.data.name);
    return name && { id: result.data.id, name, title: result.data.name, bytes: result.data.size_in_bytes };
}
/**
 * Text of an artifact's report. The archive is streamed into memory up to its limit, regardless of its headers.
 * @returns a failure if the archive cannot be downloaded
 * @throws MeasurementError if the archive is refused
 */
async function downloadReport(client, repository, artifact) {
    if (artifact.bytes > REPORT_ZIP_LIMITS.compressedBytes)
        throw tooLarge();
    const archive = await (0,failure/* attempt */.CD)({ what: 'download a report', needs: 'actions: read' }, async () => {
        const { data } = await client.octokit.rest.actions.downloadArtifact({
            ...repository,
            artifact_id: artifact.id,
            archive_format: 'zip',
            // The body stays a stream: Octokit would read the whole of it into memory, however much comes.
            request: { parseSuccessResponseBody: false },
        });
        const body = data;
        return await bounded(body, REPORT_ZIP_LIMITS.compressedBytes, client.deadline.signal);
    });
    if (!archive.ok)
        return archive;
    if (archive.value === null)
        throw tooLarge();
    return (0,failure.ok)(readZipFile(archive.value, REPORT_FILE, REPORT_ZIP_LIMITS).toString('utf8'));
}
/** One report comes within this time or not at all, ms: the client's own limits end with the headers of a stream. */
const BODY_MS = 5_000;
/** All bytes of a stream; null as soon as there are too many of them. Fails when the time is over. */
async function bounded(stream, most, signal) {
    if (!stream)
        return Buffer.alloc(0);
    const reader = stream.getReader();
    const late = AbortSignal.timeout(BODY_MS);
    const stop = () => void reader.cancel().catch(() => { });
    for (const source of [signal, late])
        source.addEventListener('abort', stop, { once: true });
    const chunks = [];
    let bytes = 0;
    try {
        for (let part = await reader.read(); !part.done; part = await reader.read()) {
            bytes += part.value.length;
            if (bytes > most)
                return null;
            chunks.push(part.value);
        }
        if (signal.aborted || late.aborted)
            throw new Error('the artifact did not come in time');
        return Buffer.concat(chunks);
    }
    finally {
        for (const source of [signal, late])
            source.removeEventListener('abort', stop);
        stop();
    }
}
function tooLarge() {
    return new errors/* MeasurementError */.HG(`the artifact is refused: it has more than ${REPORT_ZIP_LIMITS.compressedBytes} bytes`, 'artifact');
}


/***/ }),

/***/ 22774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ crc32)
/* harmony export */ });
/** Reversed polynomial of the check sum in zip archives (ISO 3309, APPNOTE 4.4.7). node:zlib has it only from Node 20.15. */
const POLYNOMIAL = 0xedb88320;
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1)
        value = (value & 1) === 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
    return value >>> 0;
});
/** Check sum of the bytes as in zip archives, 0 to 2^32 - 1. */
function crc32(bytes) {
    let value = 0xffffffff;
    for (const byte of bytes)
        value = (value >>> 8) ^ TABLE[(value ^ byte) & 0xff];
    return (value ^ 0xffffffff) >>> 0;
}


/***/ }),

/***/ 68832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 14107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   gz: () => (/* binding */ failed),
/* harmony export */   ok: () => (/* binding */ ok)
/* harmony export */ });
/* unused harmony exports troublesOf, failureOf, warningOf */
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46113);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34635);


function ok(value) {
    return { ok: true, value };
}
function failed(kind, text, status = null) {
    return { ok: false, failure: { kind, text, status } };
}
/**
 * Failed lookups that are worth a warning. Excludes what the token may not read, by choice, and what is expired or unknown to this
 * server: a note says what is missing.
 */
function troublesOf(failures) {
    return failures.filter(({ kind }) => kind !== 'forbidden' && kind !== 'not-found');
}
/** Calls GitHub. Returns every error as a failure instead of throwing it. */
async function attempt(task, run) {
    try {
        return ok(await run());
    }
    catch (error) {
        return { ok: false, failure: failureOf(task, error) };
    }
}
function failureOf(task, error) {
    const { kind, why, status = null } = reasonOf(task, error);
    return { kind, text: `cannot ${task.what}: ${why}`, status };
}
function reasonOf(task, error) {
    if (error instanceof _deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .DeadlineError */ .j)
        return { kind: error.ending, why: error.message };
    if (error instanceof _retry_js__WEBPACK_IMPORTED_MODULE_1__/* .CutShortError */ .tn)
        return { kind: 'unavailable', why: 'GitHub did not answer in full' };
    // JSON of an unexpected shape, which caused an error while reading it. That error's own text would not help.
    if (error instanceof TypeError)
        return { kind: 'unexpected', why: "GitHub's answer is not what it documents" };
    if (!(0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isHttpFailure */ .zV)(error))
        return { kind: 'unexpected', why: oneLine(error instanceof Error ? error.message : '') };
    const { status } = error;
    if (!error.response)
        return { kind: 'unreachable', why: `GitHub cannot be reached (${oneLine(error.message)})` };
    const said = `HTTP ${status}: ${oneLine(error.message)}`;
    if ((0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isRateLimit */ .a5)(error))
        return { kind: 'rate-limited', why: `GitHub's rate limit is reached (HTTP ${status})`, status };
    if (status === 401)
        return { kind: 'unauthorized', why: 'GitHub does not accept the token (HTTP 401)', status };
    if (status === 403)
        return { ...refusal(task, error), status };
    if (status === 404 || status === 410)
        return { kind: 'not-found', why: `not found (${said})`, status };
    if (status === 422 || status === 400)
        return { kind: 'invalid', why: `GitHub refused it (${said})`, status };
    if (status >= 500)
        return { kind: 'unavailable', why: `GitHub has trouble (HTTP ${status})`, status };
    return { kind: 'unexpected', why: said, status };
}
function refusal(task, error) {
    if (/\block(?:ed)?\b/i.test(error.message))
        return { kind: 'locked', why: 'the conversation is locked' };
    const accepted = acceptedPermission(error);
    // A first call that only reads names less than the whole task needs: with that alone the next run would be refused later.
    const needs = accepted === null || accepted === task.needs.replace(/write$/, 'read') ? task.needs : accepted;
    return { kind: 'forbidden', why: `the token lacks a permission, add \`${needs}\` to \`permissions\` (HTTP 403)` };
}
/**
 * The missing permissions, as GitHub's answer lists them and a workflow writes them. Alternatives are parted by semicolons; the one about
 * pull requests is what our documentation asks for.
 */
function acceptedPermission(error) {
    const header = String(error.response?.headers['x-accepted-github-permissions'] ?? '');
    const ways = header
        .split(';')
        .map((way) => way.trim())
        .filter((way) => /^[a-z_]+=(?:read|write)(?:, ?[a-z_]+=(?:read|write))*$/.test(way));
    const way = ways.find((each) => each.startsWith('pull_requests')) ?? ways[0];
    return way === undefined ? null : way.replaceAll('_', '-').replaceAll('=', ': ');
}
/** Longest piece of the server's own words in a message. */
const SAID_CHARACTERS = 160;
/** Text of a server as one line, and what looks like a token taken out: an answer may echo what it was sent. */
function oneLine(text) {
    return (text
        .replace(/\b(?:gh[a-z]_|github_pat_)[\w.-]+/g, '***')
        // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
        .replace(/[\s\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, ' ')
        .trim()
        .slice(0, SAID_CHARACTERS) || 'no reason given');
}
/**
 * All failures of one post as ONE line; null without a failure that needs a warning. What a fork's token cannot do and what a
 * cancelled job left undone need none.
 */
function warningOf(failures) {
    const texts = [
        ...new Set(failures.filter(({ kind }) => kind !== 'read-only' && kind !== 'cancelled').map(({ text }) => text)),
    ];
    if (texts.length === 0)
        return null;
    return `GitHub: ${texts.join('; ')}.`;
}


/***/ }),

/***/ 41957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ inParallel),
/* harmony export */   le: () => (/* binding */ PARALLEL_REQUESTS),
/* harmony export */   md: () => (/* binding */ PAGE_SIZE),
/* harmony export */   n4: () => (/* binding */ readPages)
/* harmony export */ });
/** Items of a page: the most that GitHub gives. */
const PAGE_SIZE = 100;
/**
 * Reads all pages of a counted list: the first has the count, the others are requested in parallel.
 * @param maxPages maximum number of pages; the caller reports what is missing
 */
async function readPages(page, maxPages) {
    const first = await page(1);
    const pages = Math.min(maxPages, Math.ceil(first.total / PAGE_SIZE));
    const rest = await inParallel(Array.from({ length: Math.max(0, pages - 1) }, (_, index) => index + 2), PARALLEL_REQUESTS, page);
    const items = [first, ...rest].flatMap((each) => each.items);
    // A page that came empty or short leaves items out as well.
    return { items, total: first.total, cut: items.length < first.total };
}
/** Requests under way at once: GitHub allows 100, and asks to stay far below. */
const PARALLEL_REQUESTS = 8;
/** Runs a task for each item, so many at once; results in the order of the items. The first failure ends it. */
async function inParallel(items, atOnce, task) {
    const results = Array.from({ length: items.length });
    let next = 0;
    const worker = async () => {
        for (let index = next++; index < items.length; index = next++)
            results[index] = await task(items[index]);
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
    return results;
}


/***/ }),

/***/ 34635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hy: () => (/* binding */ ATTEMPT_MS),
/* harmony export */   Up: () => (/* binding */ boundedRetry),
/* harmony export */   a5: () => (/* binding */ isRateLimit),
/* harmony export */   tn: () => (/* binding */ CutShortError),
/* harmony export */   zV: () => (/* binding */ isHttpFailure)
/* harmony export */ });
/* unused harmony export waitBeforeRetry */
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46113);

/** One attempt may take this long: a hanging answer must leave time for a second one. */
const ATTEMPT_MS = 5_000;
/** First attempt included. */
const MAX_ATTEMPTS = 3;
/** Wait after the first failed attempt; three times as long after the second. */
const BACKOFF_MS = 400;
/** GitHub asks for at least a minute after a secondary limit that names no time (docs: best practices for the REST API). */
const UNNAMED_LIMIT_MS = 60_000;
/** Methods that may be sent twice. A POST whose answer was lost may have been carried out: its caller looks first. */
const REPEATABLE = new Set(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE']);
/** The answer is truncated, or comes from another server, such as a proxy's error page. */
class CutShortError extends Error {
    name = 'CutShortError';
    constructor() {
        super('the answer is not complete JSON');
    }
}
function isHttpFailure(error) {
    return error instanceof Error && 'status' in error && typeof error.status === 'number';
}
/** Whether GitHub refused for being asked too often. */
function isRateLimit(error) {
    if (error.status === 429)
        return true;
    if (error.status !== 403)
        return false;
    const headers = error.response?.headers ?? {};
    return (headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining'] === '0' ||
        /\b(?:secondary rate|abuse detection|rate limit exceeded)\b/i.test(error.message));
}
/**
 * How long to wait before sending a request again; null: do not.
 * @param attempt attempts made so far
 * @param random 0 to 1, spreads jobs that failed together
 * @param now wall clock, ms: GitHub names the end of a primary limit by it
 */
function waitBeforeRetry(error, method, attempt, random, now) {
    if (attempt >= MAX_ATTEMPTS || error instanceof _deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .DeadlineError */ .j)
        return null;
    const backoff = BACKOFF_MS * 3 ** (attempt - 1) * (0.75 + random / 2);
    if (error instanceof CutShortError)
        return REPEATABLE.has(method) ? backoff : null;
    if (!isHttpFailure(error))
        return null;
    if (isRateLimit(error))
        return limitWait(error, now);
    if (error.status >= 500 && REPEATABLE.has(method))
        return Math.max(backoff, named(error) ?? 0);
    return null;
}
function limitWait(error, now) {
    const headers = error.response?.headers ?? {};
    const after = named(error);
    if (after !== null)
        return after;
    const reset = Number(headers['x-ratelimit-reset']);
    if (headers['x-ratelimit-remaining'] === '0' && reset > 0)
        return Math.max(0, reset * 1000 - now) + 1000;
    return UNNAMED_LIMIT_MS;
}
/** Retry-After in ms; null when there is none. */
function named(error) {
    const seconds = Number(error.response?.headers['retry-after'] ?? Number.NaN);
    return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}
/** Octokit warns of deprecations on the console, where untrusted text must not appear. */
const SILENT = { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } };
/**
 * Octokit plugin: every request ends with the deadline, whatever the server does, and is repeated within it when that
 * can help. The usual retry and throttling plugins wait in timers that a cancelled job cannot end, do not read
 * Retry-After of a 503, and send a POST again whose answer was lost.
 */
function boundedRetry(octokit, { deadline, attemptMs, server }) {
    const wrapped = async (request, options) => {
        for (let attempt = 1;; attempt++) {
            try {
                if (!deadline.ending)
                    server?.noteRequest();
                const response = await once(request, options, deadline.share(attemptMs), deadline);
                server?.noteAnswer(response.headers ?? {}, Date.now());
                return response;
            }
            catch (error) {
                if (isHttpFailure(error) && error.response)
                    server?.noteAnswer(error.response.headers, Date.now());
                else
                    server?.noteSilence();
                const wait = waitBeforeRetry(error, options.method, attempt, Math.random(), Date.now());
                if (wait === null || wait >= deadline.remainingMs)
                    throw error;
                await deadline.sleep(wait);
            }
        }
    };
    octokit.hook.wrap('request', wrapped);
    return {};
}
async function once(request, options, own, deadline) {
    try {
        if (deadline.ending)
            throw new _deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .DeadlineError */ .j(deadline.ending);
        // Octokit's hooks were bound to this very object: a changed copy of it would be ignored.
        options.request = { ...options.request, signal: own.signal, log: SILENT };
        const response = await request(options);
        // Octokit gives back what it has when an answer ends too early or is given up, as if that were all of it.
        if (own.ending || isCutShort(response))
            throw new CutShortError();
        return response;
    }
    catch (error) {
        if (deadline.ending)
            throw new _deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .DeadlineError */ .j(deadline.ending);
        // Only this attempt's time is over: as good as an answer that was cut short.
        if (own.ending)
            throw new CutShortError();
        throw error;
    }
    finally {
        own.close();
    }
}
/** Every call here asks for JSON, but the one that takes a stream: octokit gives what it cannot parse as text. */
function isCutShort(response) {
    const { status, data } = response;
    return status !== 204 && typeof data === 'string';
}


/***/ }),

/***/ 57789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ isOfFork),
/* harmony export */   v: () => (/* binding */ listRuns)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93723);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14107);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41957);



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


/***/ }),

/***/ 19594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R8: () => (/* binding */ entryFromReport)
/* harmony export */ });
/* unused harmony exports reportId, entryKey */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _core_notes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73004);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9939);
/* harmony import */ var _exact_sum_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56230);




/** Identity of a report by its own content: the same report gives the same 16 hexadecimal digits. */
function reportId({ subject, started_at, ended_at, energy, emissions, units }) {
    const content = JSON.stringify([subject, started_at, ended_at, energy, emissions, units]);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex').slice(0, 16);
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
        v: _entry_js__WEBPACK_IMPORTED_MODULE_2__/* .ENTRY_VERSION */ .A9,
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
        s: (0,_exact_sum_js__WEBPACK_IMPORTED_MODULE_3__/* .roundFigure */ .NF)(report.duration_s),
        wh: (0,_exact_sum_js__WEBPACK_IMPORTED_MODULE_3__/* .roundFigure */ .NF)(energy.total_wh),
        wh_low: (0,_exact_sum_js__WEBPACK_IMPORTED_MODULE_3__/* .roundFigure */ .NF)(energy.low_wh),
        wh_high: (0,_exact_sum_js__WEBPACK_IMPORTED_MODULE_3__/* .roundFigure */ .NF)(energy.high_wh),
        g: (0,_exact_sum_js__WEBPACK_IMPORTED_MODULE_3__/* .roundFigure */ .NF)(emissions.total_g),
        op_g: (0,_exact_sum_js__WEBPACK_IMPORTED_MODULE_3__/* .roundFigure */ .NF)(emissions.operational_g),
        em_g: (0,_exact_sum_js__WEBPACK_IMPORTED_MODULE_3__/* .roundFigure */ .NF)(emissions.embodied_g),
        l: (0,_exact_sum_js__WEBPACK_IMPORTED_MODULE_3__/* .roundFigure */ .NF)(report.water?.total_l ?? null),
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
    if (notes.some((each) => (0,_core_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .hasCode */ .up)(each, 'reported-by-fork')))
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


/***/ })

};
