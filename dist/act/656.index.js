export const id = 656;
export const ids = [656];
export const modules = {

/***/ 656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  collectLedger: () => (/* binding */ collectLedger)
});

// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(3026);
// EXTERNAL MODULE: ./build/src/github/workflow-path.js
var workflow_path = __webpack_require__(1914);
// EXTERNAL MODULE: ./build/src/github/events.js
var events = __webpack_require__(396);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./build/src/github/artifacts.js + 2 modules
var artifacts = __webpack_require__(2098);
// EXTERNAL MODULE: ./build/src/github/failure.js
var failure = __webpack_require__(4679);
// EXTERNAL MODULE: ./build/src/github/pages.js
var pages = __webpack_require__(3342);
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
var run_list = __webpack_require__(7257);
// EXTERNAL MODULE: ./build/src/core/calendar.js
var calendar = __webpack_require__(295);
// EXTERNAL MODULE: ./build/src/app/ledger/run-entries.js + 2 modules
var run_entries = __webpack_require__(693);
;// CONCATENATED MODULE: ./build/src/app/ledger/read-runs.js


/** Runs that fail before the others are not tried any more. */
const MOST_FAILURES = 8;
/**
 * Reads runs side by side.
 * @param atOnce how many
 * @param reserve requests that must be left of the allowance for another one
 */
async function readRuns(reader, runs, { atOnce, reserve }) {
    const { deadline, server } = reader.client;
    const failures = [];
    const readings = await (0,pages/* inParallel */.HN)(runs, atOnce, async (run) => {
        if (server.spareRequests < reserve || deadline.ending || failures.length >= MOST_FAILURES)
            return null;
        const reading = await (0,run_entries/* readRun */.cI)(reader, run);
        if (reading.kind === 'failed')
            failures.push(reading.failure);
        return reading;
    });
    const read = readings.filter((reading) => reading?.kind === 'read');
    return {
        read,
        left: runs.filter((_, index) => !readings[index] || readings[index]?.kind === 'failed'),
        reason: failures[0]?.text ?? (deadline.ending ? 'the time is over' : 'the allowance of requests is low'),
        gone: readings.filter((reading) => reading?.kind === 'gone').length,
        warnings: [
            ...read.flatMap(({ warnings }) => warnings),
            ...(0,run_entries/* unknownRunnerWarnings */.qV)(read.flatMap(({ unknownRunners }) => unknownRunners)),
        ],
    };
}

// EXTERNAL MODULE: ./build/src/core/text.js
var core_text = __webpack_require__(7422);
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
 * @throws MeasurementError when the runs cannot be listed, or the ledger cannot be read or written
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
        throw new errors/* MeasurementError */.HG(recent.failure.text, 'GitHub');
    // By the forge's clock, which is in its answers: that of the runner may be wrong by hours.
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
    const artifacts = await artifactsOf(reader, wanted);
    const reading = await readRuns({ ...reader, artifacts }, wanted, { atOnce: RUNS_AT_ONCE, reserve: REQUESTS_AT_ONCE });
    const { read, left, gone } = reading;
    const isRecent = new Set(candidates);
    const limits = left
        .filter((run) => isRecent.has(run))
        .map((run) => Math.min(run.updatedMs, run.createdMs + OVERLAP_MS));
    // An incomplete list may miss any run, so the cursor stays.
    const { isComplete } = recent.value;
    const reachedMs = isComplete ? Math.min(nowMs, ...limits) : (cursorMs ?? fromMs);
    const until = timeText(Math.max(reachedMs, cursorMs ?? fromMs));
    const entries = read.flatMap((run) => run.entries);
    const added = await store.collect(entries, until, name);
    return {
        ...added,
        runs: wanted.length - left.length - gone,
        left: left.length,
        gone,
        cursor: until,
        warnings: [
            ...reading.warnings,
            ...(left.length === 0
                ? []
                : [`${(0,core_text/* counted */.hS)(left.length, 'run is', 'runs are')} left for the next collection: ${reading.reason}`]),
            ...(isComplete ? [] : ['the list of runs is incomplete: the next collection goes on']),
        ],
    };
}
/** Begin of the month, and a day before: a week or a run may have begun in the last month. */
function startOfMonth(ms) {
    return Date.parse(`${(0,calendar/* dayOf */.kb)(ms).slice(0, 7)}-01`) - DAY_MS;
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
        await this.#read((0,calendar/* dayOf */.kb)(last - DAY_MS), (0,calendar/* dayOf */.kb)(last));
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
/** Requests that runs read side by side may send before the answers tell what is left of the allowance. */
const REQUESTS_AT_ONCE = 3 * RUNS_AT_ONCE;
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
    const known = duplicates === 0 ? '' : `, ${duplicates} already there`;
    const rest = left === 0 ? '' : `, ${(0,core_text/* counted */.hS)(left, 'run')} left`;
    return `${(0,core_text/* counted */.hS)(runs, 'run')} read, ${(0,core_text/* counted */.hS)(added, 'entry', 'entries')} added${known}${rest}; complete until ${cursor}`;
}

// EXTERNAL MODULE: ./build/src/github/deadline.js
var deadline = __webpack_require__(4962);
;// CONCATENATED MODULE: ./build/src/github/signed-commit.js

const MUTATION = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
/** Error types of the GraphQL API, after which another try may succeed: the branch moved since it was read. */
const STALE = 'STALE_DATA';
/**
 * Commits files to a branch with GitHub's signature: the only way past a rule that commits must be signed, because GitHub signs what it
 * makes itself.
 * @returns the new commit; null when the branch has another head
 */
async function commitToBranch({ octokit }, { repository, branch, head, message, files, deleted = [] }) {
    const [headline = '', ...body] = message.split('\n');
    const input = {
        branch: { repositoryNameWithOwner: repository, branchName: branch },
        message: { headline, body: body.join('\n').trim() },
        expectedHeadOid: head,
        fileChanges: {
            additions: Object.entries(files).map(([path, content]) => ({
                path,
                contents: Buffer.from(content, 'utf8').toString('base64'),
            })),
            ...(deleted.length > 0 && { deletions: deleted.map((path) => ({ path })) }),
        },
    };
    const task = { what: `commit to ${branch}`, needs: 'contents: write' };
    const made = await (0,failure/* attempt */.CD)(task, async () => {
        try {
            const answer = await octokit.graphql(MUTATION, { input });
            return { oid: answer.createCommitOnBranch?.commit?.oid ?? null, errors: [] };
        }
        catch (error) {
            const { errors } = error;
            if (!errors?.length)
                throw error;
            return { oid: null, errors };
        }
    });
    if (!made.ok)
        return made;
    const { oid, errors } = made.value;
    if (typeof oid === 'string')
        return (0,failure.ok)(oid);
    if (errors.some(({ type }) => type === STALE))
        return (0,failure.ok)(null);
    const said = errors.map(({ message: text = '' }) => text.replaceAll(/\s+/g, ' ').slice(0, 200)).join('; ');
    return (0,failure/* failed */.gz)('invalid', `cannot commit to ${branch}: GitHub refused it (${said || 'no commit in its answer'})`);
}

// EXTERNAL MODULE: ./build/src/ledger/git/git-failure.js
var git_failure = __webpack_require__(8211);
;// CONCATENATED MODULE: ./build/src/app/ledger/forge-commits.js





/** `OWNER/NAME` of a repository on the server, by its http(s) or ssh address; null for any other repository. */
function repositoryOn(server, url) {
    const host = new URL(server).host;
    const [, found, name] = /^(?:https?:\/\/(?:[^/@]*@)?|(?:ssh:\/\/)?(?:[\w.-]+@))([^/:]+(?::\d+)?)[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url) ?? [];
    return found?.toLowerCase() === host.toLowerCase() ? (name ?? null) : null;
}
/**
 * Lets GitHub make the ledger's commits, which it signs, where its rules refuse pushed ones.
 * @param connect opens the connection, only where a push was refused
 * @param server GITHUB_SERVER_URL
 */
function forgeCommits(connect, server = 'https://github.com') {
    return {
        async commit({ url, ref, head }, change) {
            const repository = repositoryOn(server, url);
            if (repository === null) {
                throw new errors/* MeasurementError */.HG(`ledger: ${(0,core_text/* printable */.g$)(url)} wants signed commits, and ${server} cannot make them there: ${git_failure/* OTHER_PLACES */.un}`, 'ledger');
            }
            const branch = ref.replace(/^refs\/heads\//, '');
            const made = await commitToBranch(await connect(), { repository, branch, head, ...change });
            if (made.ok)
                return made.value;
            throw new errors/* MeasurementError */.HG(`ledger: the rules want signed commits, but ${made.failure.text}: ${git_failure/* OTHER_PLACES */.un}`, 'ledger');
        },
    };
}
/** Time limit of all calls for signed commits together, ms. */
const SIGNING_WAIT_MS = 60_000;
/** As `forgeCommits`, with the token of the environment; null without one. */
function commitsFromEnvironment(env) {
    const token = env['GITHUB_TOKEN']?.trim() || env['GH_TOKEN']?.trim();
    if (!token)
        return null;
    const open = async () => {
        const { connect } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 5965));
        const apiUrl = env['GITHUB_API_URL'];
        const connected = await connect({ token, apiUrl, deadline: new Deadline(SIGNING_WAIT_MS) });
        if (!connected.ok)
            throw new MeasurementError(connected.failure.text, 'GitHub');
        return connected.value;
    };
    return forgeCommits(open, env['GITHUB_SERVER_URL'] || undefined);
}

// EXTERNAL MODULE: ./build/src/app/ledger/open-ledger.js + 39 modules
var open_ledger = __webpack_require__(9209);
// EXTERNAL MODULE: ./build/src/github/repository.js
var github_repository = __webpack_require__(5);
// EXTERNAL MODULE: ./build/src/app/join/estimate-context.js + 2 modules
var estimate_context = __webpack_require__(6549);
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
var git_surroundings = __webpack_require__(7002);
// EXTERNAL MODULE: ./build/src/app/action/context.js
var action_context = __webpack_require__(9163);
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
    const signedCommits = forgeCommits(async () => client, env['GITHUB_SERVER_URL'] || undefined);
    const store = (0,open_ledger.openLedger)(where, { ...(0,git_surroundings/* gitSurroundings */.k)(where, env), token, signedCommits });
    try {
        const reader = await openRunReader({ client, repository: event.repository, settings, runners: file.runners });
        const ownPath = (0,workflow_path/* workflowPathOf */._)(env['GITHUB_WORKFLOW_REF']);
        const result = await collectRuns({ store, reader, sinceMs: null, ownPath });
        for (const warning of result.warnings)
            commands.warning(`ledger: ${warning}`);
        commands.print(`${store.name}: ${collectionText(result)}`);
        return null;
    }
    finally {
        await store.close();
    }
}


/***/ })

};
