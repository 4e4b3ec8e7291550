export const id = 552;
export const ids = [552];
export const modules = {

/***/ 6552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readLedger: () => (/* binding */ readLedger)
});

// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(3026);
;// CONCATENATED MODULE: ./build/src/ledger/entry-path.js
/** Where entries and totals lie in the ledger's tree. Hive folders: DuckDB, BigQuery, Spark and ClickHouse read them in place. */
/** `ledger/v1/year=2026/month=11/day=28/13.ndjson`. @param endedAt RFC 3339 in UTC */
function hourPath(endedAt) {
    const [, year, month, day, hour] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d)/.exec(endedAt) ?? [];
    return `ledger/v1/year=${year}/month=${month}/day=${day}/${hour}.ndjson`;
}
/** `totals/2026-11.json`. @param day `2026-11-28` or `2026-11` */
function totalsPath(day) {
    return `totals/${day.slice(0, 7)}.json`;
}
/** Name of the file that explains the ledger to people. */
const README_PATH = 'README.md';
const HOUR_PATH = /^ledger\/v1\/year=(\d{4})\/month=(0[1-9]|1[0-2])\/day=(0[1-9]|[12]\d|3[01])\/([01]\d|2[0-3])\.ndjson$/;
/** Day of a file of entries, `2026-11-28`; null for every other path. */
function dayOfPath(path) {
    const match = HOUR_PATH.exec(path);
    return match ? `${match[1]}-${match[2]}-${match[3]}` : null;
}
/** Milliseconds of an hour. */
const HOUR_MS = 3_600_000;
/** Paths of the hour and its neighbours: two clocks may put one job's end into different hours. */
function nearbyPaths(endedAt) {
    const at = Date.parse(endedAt);
    return [0, -HOUR_MS, HOUR_MS].map((shift) => hourPath(new Date(at + shift).toISOString()));
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./build/src/core/method.js
var method = __webpack_require__(1416);
// EXTERNAL MODULE: ./build/src/core/text.js
var core_text = __webpack_require__(7422);
// EXTERNAL MODULE: ./build/src/core/verdict.js
var verdict = __webpack_require__(8732);
;// CONCATENATED MODULE: ./build/src/ledger/entry.js





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
const entry_name = schemas/* string */.YjP().max(300).nullable();
const amount = schemas/* number */.aig().nonnegative().nullable();
const EntrySchema = schemas/* object */.Ikc({
    v: schemas/* literal */.euz(ENTRY_VERSION),
    /** `run/attempt/job identity`. The same key twice is one entry. */
    key: schemas/* string */.YjP().min(1).max(KEY_LENGTH),
    /** End of the work, RFC 3339 in UTC; the time of adding where the report has none. */
    ended_at: iso/* datetime */.w$(),
    repository: entry_name,
    event: entry_name,
    branch: entry_name,
    pr: schemas/* number */.aig().int().positive().nullable(),
    /** First 12 characters of the commit. */
    sha: entry_name,
    workflow: entry_name,
    job: entry_name,
    /** Runner class or label. */
    runner: entry_name,
    cpu: entry_name,
    region: entry_name,
    /** Wall time, s. */
    s: amount,
    /** Energy with PUE, Wh, and its 90 % range. */
    wh: amount,
    wh_low: amount,
    wh_high: amount,
    /** Total, operational and embodied emissions, g CO2e. */
    g: amount,
    op_g: amount,
    em_g: amount,
    /** Water, L. */
    l: amount,
    tokens: amount,
    method: schemas/* enum */.k5n(method/* METHODS */.J8).nullable(),
    coverage: schemas/* number */.aig().min(0).max(1).nullable(),
    verdict: schemas/* enum */.k5n(verdict/* VERDICTS */.bk),
    trust: schemas/* enum */.k5n(TRUST_LEVELS),
    /** Name and version of the program that measured. */
    tool: entry_name,
});
/** The JSON Schema (draft 2020-12) of one line, as `schema ledger` prints it. */
function ledgerJsonSchema() {
    const schema = z.toJSONSchema(EntrySchema, { target: 'draft-2020-12' });
    return { ...schema, $id: `carbon-gate/ledger-entry@${ENTRY_VERSION}`, title: 'Carbon Gate ledger entry' };
}
/** The entry as one line of NDJSON, with its newline. */
function entryLine(entry) {
    return `${JSON.stringify(entry)}\n`;
}
/**
 * Reads one line.
 * @param where file and line, for messages
 * @throws MeasurementError for a truncated line, an unknown version or an invalid value
 * @example readEntryLine('{"v":1, ...}', 'ledger/v1/year=2026/month=11/day=28/13.ndjson:4')
 */
function readEntryLine(line, where) {
    let json;
    try {
        json = JSON.parse(line);
    }
    catch {
        throw new errors/* MeasurementError */.HG(`${where}: the line is not JSON; it may be truncated`, where);
    }
    const version = typeof json === 'object' && json !== null && 'v' in json ? json.v : undefined;
    if (version !== ENTRY_VERSION) {
        const found = version === undefined ? 'missing' : (0,core_text/* printable */.g)(JSON.stringify(version) ?? 'missing', 40);
        throw new errors/* MeasurementError */.HG(`${where}: version ${found} is unknown; this program reads version ${ENTRY_VERSION}: update it`, where);
    }
    const result = EntrySchema.safeParse(json);
    if (result.success)
        return result.data;
    const issue = result.error.issues[0];
    throw new errors/* MeasurementError */.HG(`${where}: ${issue?.path.join('.') || 'entry'}: ${issue?.message ?? 'invalid'}`, where);
}
/** Reads a whole file of entries. A last line without a newline is a fault: its write was cut off. */
function readEntryFile(text, name) {
    const entries = [];
    const faults = [];
    const lines = text.split('\n');
    if (lines.at(-1) === '')
        lines.pop();
    else
        faults.push({ line: lines.length, text: `${name}:${lines.length}: the line has no newline; its write was cut off` });
    for (const [index, line] of lines.entries()) {
        if (index === lines.length - 1 && faults.length > 0 && !isJson(line))
            break;
        try {
            entries.push({ line: index + 1, entry: readEntryLine(line, `${name}:${index + 1}`) });
        }
        catch (error) {
            if (!(error instanceof errors/* MeasurementError */.HG))
                throw error;
            faults.push({ line: index + 1, text: error.message });
        }
    }
    return { entries, faults };
}
function isJson(line) {
    try {
        JSON.parse(line);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/src/ledger/retry.js
/** Tries of a write that lost a race. */
const MAX_TRIES = 8;
/** All tries and waits together, ms. */
const MAX_TOTAL_MS = 60_000;
/** First and longest range of the random wait, ms. */
const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 20_000;
const SYSTEM_CLOCK = {
    now: () => Date.now(),
    sleep: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
    random: () => Math.random(),
};
/**
 * Repeats an attempt that lost a race, with full jitter: a random wait between 0 and min(20 s, 0.4 s x 2^n).
 * @param attempt returns null when it lost
 * @returns null after 8 tries or 60 s
 */
async function retryOnConflict(attempt, clock = SYSTEM_CLOCK) {
    const start = clock.now();
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        if (tries > 0) {
            const wait = clock.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries);
            if (clock.now() + wait - start > MAX_TOTAL_MS)
                return null;
            await clock.sleep(wait);
        }
        const result = await attempt();
        if (result !== null)
            return result;
    }
    return null;
}

;// CONCATENATED MODULE: ./build/src/ledger/exact-sum.js
/**
 * Exact sums of decimal figures: the order of entries never changes the last digit. Figures of entries have at most nine decimals
 * (a nanogram, 3.6 microjoules), and sums are kept as whole numbers of that size.
 */
/** Decimals of every figure in the ledger. */
const DECIMALS = 9;
/** A figure as the ledger keeps it: rounded to nine decimals. @param value at least 0; null is unknown */
function roundFigure(value) {
    return value === null ? null : Number(value.toFixed(DECIMALS));
}
/** A figure as a whole number of billionths. Exact up to 9,000,000 (9 t, 9 MWh); beyond, to 16 digits. */
function billionthsOf(value) {
    return BigInt(value.toFixed(DECIMALS).replace('.', ''));
}
/** The nearest number of a count of billionths. */
function numberOf(billionths) {
    const digits = billionths.toString().padStart(DECIMALS + 1, '0');
    return Number(`${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`);
}

;// CONCATENATED MODULE: ./build/src/ledger/totals.js



/** Version of the totals file. */
const TOTALS_VERSION = 1;
const totals_amount = schemas/* number */.aig().nonnegative().nullable();
const count = schemas/* number */.aig().int().nonnegative();
/** A sum over entries. `unknown` counts the entries without that figure, which the sum leaves out; null: no entry has it. */
const SumSchema = schemas/* object */.Ikc({
    entries: count,
    g: totals_amount,
    wh: totals_amount,
    l: totals_amount,
    unknown: schemas/* object */.Ikc({ g: count, wh: count, l: count }),
});
/** Totals of one month, as `totals/2026-11.json` has them. */
const MonthTotalsSchema = SumSchema.extend({
    v: schemas/* literal */.euz(TOTALS_VERSION),
    month: schemas/* string */.YjP().regex(/^\d{4}-\d\d$/),
    /** Until when the collector has read runs, RFC 3339; null without a collector. */
    cursor: iso/* datetime */.w$().nullable(),
    days: schemas/* record */.g1P(schemas/* string */.YjP().regex(/^\d{4}-\d\d-\d\d$/), SumSchema),
    workflows: schemas/* record */.g1P(schemas/* string */.YjP(), SumSchema),
    /** Sums by repository: a shared ledger has several. */
    repositories: schemas/* record */.g1P(schemas/* string */.YjP(), SumSchema),
    /** Keys of entries whose report has no end time: adding the report again later must find them. */
    undated: schemas/* array */.YOg(schemas/* string */.YjP()),
});
/** Figures that are summed. */
const FIGURES = ['g', 'wh', 'l'];
/** A running, exact sum. */
class Sums {
    #entries = 0;
    #known = { g: 0n, wh: 0n, l: 0n };
    #unknown = { g: 0, wh: 0, l: 0 };
    add(entry) {
        this.#entries += 1;
        for (const figure of FIGURES) {
            const value = entry[figure];
            if (value === null)
                this.#unknown[figure] += 1;
            else
                this.#known[figure] += billionthsOf(value);
        }
    }
    addSum(sum) {
        this.#entries += sum.entries;
        for (const figure of FIGURES) {
            this.#unknown[figure] += sum.unknown[figure];
            this.#known[figure] += billionthsOf(sum[figure] ?? 0);
        }
    }
    value() {
        const figure = (name) => this.#entries > 0 && this.#unknown[name] === this.#entries ? null : numberOf(this.#known[name]);
        return {
            entries: this.#entries,
            g: figure('g'),
            wh: figure('wh'),
            l: figure('l'),
            unknown: { ...this.#unknown },
        };
    }
}
/** Name under which entries without a workflow or repository are summed. */
const UNNAMED = '(none)';
/** Sums by day and by workflow. */
class TotalsBuilder {
    #all = new Sums();
    #days = new Map();
    #workflows = new Map();
    #repositories = new Map();
    add(entry) {
        this.#all.add(entry);
        sumsOf(this.#days, entry.ended_at.slice(0, 10)).add(entry);
        sumsOf(this.#workflows, entry.workflow ?? UNNAMED).add(entry);
        sumsOf(this.#repositories, entry.repository ?? UNNAMED).add(entry);
    }
    /** Adds the days of a month that `isWanted` selects. Workflows are known for whole months only. */
    addMonth(month, isWanted = () => true) {
        for (const [day, sum] of Object.entries(month.days)) {
            if (!isWanted(day))
                continue;
            this.#all.addSum(sum);
            sumsOf(this.#days, day).addSum(sum);
        }
        for (const [workflow, sum] of Object.entries(month.workflows))
            sumsOf(this.#workflows, workflow).addSum(sum);
        for (const [name, sum] of Object.entries(month.repositories))
            sumsOf(this.#repositories, name).addSum(sum);
    }
    value() {
        return {
            ...this.#all.value(),
            days: valuesOf(this.#days),
            workflows: valuesOf(this.#workflows),
            repositories: valuesOf(this.#repositories),
        };
    }
}
function sumsOf(map, key) {
    const known = map.get(key);
    if (known)
        return known;
    const fresh = new Sums();
    map.set(key, fresh);
    return fresh;
}
function valuesOf(map) {
    return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, sums]) => [key, sums.value()]));
}
/** Totals of a month with more entries. @param before null: the month's first entries */
function extendMonth(month, before, entries, { cursor = null, undated = [] } = {}) {
    const builder = new TotalsBuilder();
    if (before)
        builder.addMonth(before);
    for (const entry of entries)
        builder.add(entry);
    return {
        v: TOTALS_VERSION,
        month,
        cursor: latest(before?.cursor ?? null, cursor),
        ...builder.value(),
        undated: [...new Set([...(before?.undated ?? []), ...undated])].sort(),
    };
}
function latest(a, b) {
    if (a === null || b === null)
        return a ?? b;
    return Date.parse(a) >= Date.parse(b) ? a : b;
}
/** Reads a totals file. @throws MeasurementError that names it */
function readMonthTotals(text, name) {
    let json;
    try {
        json = JSON.parse(text);
    }
    catch {
        throw new errors/* MeasurementError */.HG(`${name} is not JSON: run \`ledger verify\``, name);
    }
    const result = MonthTotalsSchema.safeParse(json);
    if (result.success)
        return result.data;
    const issue = result.error.issues[0];
    throw new errors/* MeasurementError */.HG(`${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`, name);
}
function monthTotalsText(totals) {
    return `${JSON.stringify(totals, null, 1)}\n`;
}

// EXTERNAL MODULE: ./build/src/ledger/where.js
var ledger_where = __webpack_require__(3420);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 5 modules
var exec = __webpack_require__(2876);
;// CONCATENATED MODULE: ./build/src/ledger/git/run-git.js




/** Variables that a git hook or a caller's own git command sets; they would redirect this command to another repository. */
const REPOSITORY_VARIABLES = /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|PREFIX|QUARANTINE_PATH|SHALLOW_FILE|TRACE\w*|CURL_VERBOSE)$/;
/**
 * Git settings of every command: no hooks or background maintenance of the user's configuration, no questions, an end for a transfer
 * that stands still.
 */
const SETTINGS = [
    ['core.hooksPath', '/dev/null'],
    ['gc.auto', '0'],
    ['maintenance.auto', 'false'],
    ['protocol.version', '2'],
    ['protocol.ext.allow', 'never'],
    ['push.followTags', 'false'],
    ['push.gpgSign', 'false'],
    ['fetch.fsckObjects', 'false'],
    // The repository is temporary: its files need not survive a power cut.
    ['core.fsync', 'none'],
    ['http.lowSpeedLimit', '1000'],
    ['http.lowSpeedTime', '20'],
];
/**
 * Environment for git: the one child process that gets credentials. They travel here only, never in arguments.
 * @param settings git settings such as `http.https://host/.extraHeader`
 */
function gitEnvironment(env, settings = []) {
    const kept = Object.entries(env).filter((pair) => pair[1] !== undefined && !REPOSITORY_VARIABLES.test(pair[0]));
    const before = Number(env['GIT_CONFIG_COUNT'] ?? 0) || 0;
    const all = [...SETTINGS, ...settings];
    const configured = all.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${before + index}`, key],
        [`GIT_CONFIG_VALUE_${before + index}`, value],
    ]);
    return {
        ...Object.fromEntries(kept),
        ...(env['GIT_SSH_COMMAND'] || env['GIT_SSH']
            ? {}
            : { GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=15' }),
        ...Object.fromEntries(configured),
        GIT_CONFIG_COUNT: String(before + all.length),
        GIT_TERMINAL_PROMPT: '0',
        // Messages decide what is repeated, so they must be the untranslated ones.
        LC_ALL: 'C',
        LANGUAGE: 'C',
    };
}
/**
 * Runs git to its end and returns what it wrote. No shell is involved and nothing is printed.
 * @throws MeasurementError when there is no git
 */
async function runGit(args, { cwd, env, input }) {
    try {
        return await (input === undefined ? run(args, cwd, env) : runWithInput(args, cwd, env, input));
    }
    catch (error) {
        throw new errors/* MeasurementError */.HG(`git cannot be run: ${(0,core_text/* printable */.g)(error.message)}`, 'git');
    }
}
async function run(args, cwd, env) {
    const out = [];
    const errors = [];
    const status = await (0,exec/* exec */.m)('git', [...args], {
        cwd,
        env,
        silent: true,
        ignoreReturnCode: true,
        listeners: { stdout: (data) => void out.push(data), stderr: (data) => void errors.push(data) },
    });
    return { status, stdout: Buffer.concat(out), stderr: Buffer.concat(errors).toString('utf8') };
}
/** With input, without @actions/exec: there a git that ends before it has read everything (a full disk) ends this process. */
function runWithInput(args, cwd, env, input) {
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)('git', args, { cwd, env, stdio: 'pipe', windowsHide: true });
        const out = [];
        const errors = [];
        child.stdout.on('data', (data) => void out.push(data));
        child.stderr.on('data', (data) => void errors.push(data));
        // The exit status says why git did not read everything.
        child.stdin.on('error', () => { });
        child.stdin.end(input);
        child.on('error', reject);
        child.on('close', (status) => resolve({
            status: status ?? 1,
            stdout: Buffer.concat(out),
            stderr: Buffer.concat(errors).toString('utf8'),
        }));
    });
}

;// CONCATENATED MODULE: ./build/src/ledger/git/address.js




/**
 * Finds the repository of a ledger and the credentials for it: those of CARBON_GATE_LEDGER_URL, of the forge's own token, or what a
 * checkout left in the local git configuration. None of them becomes an argument of git.
 * @param cwd folder of the current repository; it need not be one
 * @param token token of the forge that was given otherwise than by the environment; null: none
 * @throws ConfigurationError when there is no repository to be found
 */
async function findAddress({ repository }, { env, cwd, token = null }) {
    const named = repository ?? (await originOf(cwd, env)) ?? forgeRepository(env);
    if (named === null) {
        throw new errors/* ConfigurationError */.j1(`ledger names a branch, but ${cwd} is not a git repository with a remote called origin: give the path or URL of a repository`);
    }
    const { url, login: own } = splitLogin(isLocalPath(named) ? external_node_path_.resolve(cwd, expandHome(named, env)) : named);
    const login = own ?? loginFromVariable(url, env) ?? forgeLogin(url, env, token);
    const header = login ? basic(login) : await checkoutHeader(url, cwd, env);
    if (header === null)
        return { url, settings: [] };
    const key = `http.${rootOf(url)}.extraHeader`;
    // The empty value drops headers of the user's own configuration: servers refuse two.
    return {
        url,
        settings: [
            [key, ''],
            [key, header],
        ],
    };
}
/** Address of the remote called origin; null without one. A relative one is resolved. */
async function originOf(cwd, env) {
    const environment = gitEnvironment(env);
    const result = await runGit(['remote', 'get-url', 'origin'], { cwd, env: environment });
    const url = result.stdout.toString('utf8').trim();
    if (result.status !== 0 || url === '')
        return null;
    if (!isLocalPath(url) || external_node_path_.isAbsolute(url))
        return url;
    const top = await runGit(['rev-parse', '--show-toplevel'], { cwd, env: environment });
    return external_node_path_.resolve(top.status === 0 ? top.stdout.toString('utf8').trim() : cwd, url);
}
/** Address of the repository that a job belongs to, where it has no checkout. */
function forgeRepository(env) {
    const [server, name] = [env['GITHUB_SERVER_URL'], env['GITHUB_REPOSITORY']];
    if (server && name)
        return `${server}/${name}.git`;
    const [gitlab, project] = [env['CI_SERVER_URL'], env['CI_PROJECT_PATH']];
    if (gitlab && project)
        return `${gitlab}/${project}.git`;
    return null;
}
function isLocalPath(text) {
    if (text.includes('://'))
        return false;
    return (0,external_node_fs_.existsSync)(text) || !/^(?:[\w.-]+@)?[\w.-]+:/.test(text) || /^[a-z]:[\\/]/i.test(text);
}
function expandHome(text, env) {
    return text.startsWith('~/') ? external_node_path_.join(env['HOME'] ?? '', text.slice(2)) : text;
}
/** Takes user and password out of an http(s) address; ssh keeps its user. */
function splitLogin(text) {
    if (!/^https?:\/\//i.test(text))
        return { url: text, login: null };
    let url;
    try {
        url = new URL(text);
    }
    catch {
        throw new errors/* ConfigurationError */.j1('ledger is not an address that can be read: use `https://HOST/OWNER/REPOSITORY`');
    }
    const login = url.password === '' ? null : loginOf(url);
    url.password = '';
    url.username = '';
    return { url: url.href, login };
}
function loginOf({ username, password }) {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
}
/** Credentials in CARBON_GATE_LEDGER_URL, if it is the same repository. */
function loginFromVariable(url, env) {
    const variable = env['CARBON_GATE_LEDGER_URL'];
    if (!variable || !/^https?:\/\//i.test(variable))
        return null;
    const { url: other, login } = splitLogin(variable.replace(/#.*$/, ''));
    return repositoryOf(other) === repositoryOf(url) ? login : null;
}
function repositoryOf(url) {
    return url.replace(/\.git$|\/$/, '').toLowerCase();
}
/** The forge's own token for its own server. It is sent to no other host. */
function forgeLogin(url, env, token) {
    const host = hostOf(url);
    if (host === null)
        return null;
    const github = token ?? env['GITHUB_TOKEN'] ?? env['GH_TOKEN'];
    if (github && host === hostOf(env['GITHUB_SERVER_URL'] ?? ''))
        return { user: 'x-access-token', password: github };
    const gitlab = env['CI_JOB_TOKEN'];
    if (gitlab && host === hostOf(env['CI_SERVER_URL'] ?? ''))
        return { user: 'gitlab-ci-token', password: gitlab };
    return null;
}
/** Host with its port, of http(s) addresses only. */
function hostOf(url) {
    return /^https?:\/\/([^/@]+)(?:\/|$)/i.exec(url)?.[1]?.toLowerCase() ?? null;
}
function basic({ user, password }) {
    return `Authorization: Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
}
/** The header that actions/checkout leaves in the configuration of the current repository. */
async function checkoutHeader(url, cwd, env) {
    if (hostOf(url) === null)
        return null;
    const args = ['config', '--get-urlmatch', 'http.extraHeader', url];
    const { status, stdout } = await runGit(args, { cwd, env: gitEnvironment(env) });
    const header = stdout.toString('utf8').trim();
    return status === 0 && header !== '' ? header : null;
}
function rootOf(url) {
    return /^(https?:\/\/[^/]+)/i.exec(url)?.[1] ?? url;
}

;// CONCATENATED MODULE: ./build/src/ledger/git/readme.js
/** What the ledger's branch says about itself. */
const LEDGER_README = `# Carbon ledger

Written by Carbon Gate: one line for each CI job, with its energy (Wh), emissions (g CO2e) and where the figures come from. Files only
grow; please do not edit them, and protect the branch against force pushes.

- \`ledger/v1/year=YYYY/month=MM/day=DD/HH.ndjson\`: entries by the hour (UTC) in which the job ended.
- Totals of each month are in a ref of the same name that ends with \`-totals\`, so that a job reads them with one small fetch.
- \`carbon-gate ledger verify\` checks all of it. \`carbon-gate schema ledger\` prints the schema of a line.
- DuckDB reads it in place: \`SELECT month, sum(g) FROM read_json('ledger/v1/**/*.ndjson', hive_partitioning = true) GROUP BY month\`.
- To delete the ledger, delete the branch, its \`-totals\` ref and \`refs/carbon-gate/inbox/*\`.
`;

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/src/ledger/git/inbox-ref.js

/** Namespace of entries that are not part of the ledger's files yet: a ref of its own for each, so that writers never collide. */
const INBOX = 'refs/carbon-gate/inbox';
/** Longest encoded key in a ref name: file systems limit a name to 255 bytes. */
const MAX_NAME = 200;
/**
 * Ref of an entry in the inbox. Different keys have different refs: what a ref name may not have, and the separator itself, are encoded.
 * @example inboxRef({ key: '812/1/test-linux', ended_at: '2026-11-28T13:00:00Z' }) // 'refs/carbon-gate/inbox/2026/11/28/812-1-test=2dlinux'
 */
function inboxRef({ key, ended_at }) {
    const name = key.split('/').map(encoded).join('-');
    return `${INBOX}/${ended_at.slice(0, 10).replaceAll('-', '/')}/${shortened(name)}`;
}
function encoded(text) {
    return [...Buffer.from(text, 'utf8')]
        .map((byte) => {
        const character = String.fromCharCode(byte);
        return /[A-Za-z0-9_]/.test(character) ? character : `=${byte.toString(16).padStart(2, '0')}`;
    })
        .join('');
}
function shortened(name) {
    if (name.length <= MAX_NAME)
        return name;
    const digest = (0,external_node_crypto_.createHash)('sha256').update(name).digest('hex').slice(0, 32);
    return `${name.slice(0, MAX_NAME - 34)}==${digest}`;
}

;// CONCATENATED MODULE: ./build/src/ledger/git/snapshot.js






/** Local refs of what was fetched. */
const LOCAL = {
    ledger: 'refs/remote/ledger',
    totals: 'refs/remote/totals',
    inbox: 'refs/remote/inbox/',
};
/** File of an inbox commit. */
const INBOX_FILE = 'entries.ndjson';
/**
 * Fetches the ledger's refs and reads totals and inbox.
 * @param withLedger false: only as much as totals need
 */
async function takeSnapshot(scratch, ref, withLedger) {
    await scratch.fetch([
        [`${ref}-totals`, LOCAL.totals],
        [`${INBOX}/*`, `${LOCAL.inbox}*`],
    ], { depth: 1, withBlobs: true });
    if (withLedger)
        await fetchLedger(scratch, ref);
    const refs = await scratch.refs('refs/remote/');
    const totalsCommit = refs.get(LOCAL.totals) ?? null;
    const { months, parents, writtenAt } = await readTotals(scratch, totalsCommit);
    const { waiting, unreadable } = await readInbox(scratch, ref, refs);
    const ledger = withLedger ? (refs.get(LOCAL.ledger) ?? null) : (parents.at(-1) ?? null);
    return {
        ledger,
        totalsCommit,
        months,
        waiting,
        unreadable,
        writtenAt,
        isConsistent: ledger === (parents.at(-1) ?? null),
    };
}
/** Fetches the newest commit of the ledger without file contents. */
function fetchLedger(scratch, ref) {
    return scratch.fetch([[ref, LOCAL.ledger]], { depth: 1, withBlobs: false });
}
async function readTotals(scratch, commit) {
    if (commit === null)
        return { months: new Map(), parents: [], writtenAt: null };
    const files = [...(await scratch.files(commit))].filter(([path]) => /^totals\/\d{4}-\d\d\.json$/.test(path));
    const [header = '', ...texts] = await scratch.read([commit, ...files.map(([, blob]) => blob)]);
    const lines = (header ?? '').split('\n\n', 1)[0]?.split('\n') ?? [];
    const months = files.map(([path], index) => {
        const text = texts[index];
        if (typeof text !== 'string')
            throw new errors/* MeasurementError */.HG(`${path} cannot be read`, path);
        return [path.slice(7, 14), readMonthTotals(text, `${path} (commit ${commit.slice(0, 12)})`)];
    });
    const seconds = / (\d+) [+-]\d{4}$/.exec(lines.find((line) => line.startsWith('committer ')) ?? '')?.[1];
    return {
        months: new Map(months),
        parents: lines.filter((line) => line.startsWith('parent ')).map((line) => line.slice(7)),
        writtenAt: seconds === undefined ? null : Number(seconds),
    };
}
/** Trailers of an inbox commit. */
const LEDGER_TRAILER = 'Ledger: ';
const UNDATED_TRAILER = 'Undated: true';
/** Message of an inbox commit: which ledger it is for. */
function inboxMessage(ref, { isUndated = false }) {
    // Two adds of one entry within a second would otherwise be one commit, which a shallow repository cannot push again.
    const unique = `Write: ${(0,external_node_crypto_.randomUUID)()}\n`;
    return `Add an entry [skip ci]\n\n${LEDGER_TRAILER}${ref}\n${isUndated ? `${UNDATED_TRAILER}\n` : ''}${unique}`;
}
async function readInbox(scratch, ledgerRef, refs) {
    const inbox = [...refs].filter(([name]) => name.startsWith(LOCAL.inbox));
    const objects = await scratch.read(inbox.flatMap(([, commit]) => [commit, `${commit}:${INBOX_FILE}`]));
    const waiting = [];
    const unreadable = [];
    for (const [index, [local, commit]] of inbox.entries()) {
        const ref = `${INBOX}/${local.slice(LOCAL.inbox.length)}`;
        const message = (objects[index * 2] ?? '').split('\n\n').slice(1).join('\n\n').split('\n');
        const target = message.find((line) => line.startsWith(LEDGER_TRAILER))?.slice(LEDGER_TRAILER.length);
        if (target !== undefined && target !== ledgerRef)
            continue;
        const content = readEntryFile(objects[index * 2 + 1] ?? '', ref);
        const fault = content.faults[0]?.text ?? (content.entries.length === 0 ? `${ref}: there is no entry in it` : null);
        if (fault !== null) {
            unreadable.push(`${fault} (commit ${commit.slice(0, 12)})`);
            continue;
        }
        const isUndated = message.includes(UNDATED_TRAILER);
        waiting.push({ ref, commit, entries: content.entries.map(({ entry }) => ({ entry, isUndated })) });
    }
    return { waiting, unreadable };
}
/**
 * Drops entries whose key the ledger has: in the hour of the entry or its neighbours, or among the keys of undated entries. The first
 * of two new entries with one key is kept.
 * @throws MeasurementError that names commit and line, when a file that must be compared cannot be read
 */
async function dropKnown(scratch, { ledger, months }, entries) {
    const paths = [...new Set(entries.flatMap(({ entry }) => nearbyPaths(entry.ended_at)))];
    const tree = ledger === null || paths.length === 0 ? new Map() : await scratch.files(ledger);
    const present = paths.filter((path) => tree.has(path));
    const blobs = present.map((path) => tree.get(path) ?? '');
    if (ledger !== null)
        await scratch.fetchBlobs(ledger, blobs);
    const texts = await scratch.read(blobs);
    const files = new Map(present.map((path, index) => [path, texts[index] ?? '']));
    const known = new Set([...months.values()].flatMap(({ undated }) => undated));
    for (const [path, text] of files) {
        for (const { entry } of readWhole(text, path, ledger ?? '').entries)
            known.add(entry.key);
    }
    const fresh = [];
    for (const candidate of entries) {
        if (known.has(candidate.entry.key))
            continue;
        known.add(candidate.entry.key);
        fresh.push(candidate);
    }
    return { entries: fresh, duplicates: entries.length - fresh.length, files };
}
/** Reads a file of entries; any invalid line is an error. @throws MeasurementError that names commit and line */
function readWhole(text, path, commit) {
    const content = readEntryFile(text, path);
    const fault = content.faults[0];
    if (fault) {
        throw new errors/* MeasurementError */.HG(`${fault.text} (commit ${commit.slice(0, 12)}): run \`ledger verify\``, path);
    }
    return content;
}
/** Entries by the file they belong to. */
function groupBy(entries, keyOf) {
    const groups = new Map();
    for (const addition of entries) {
        const key = keyOf(addition.entry);
        const group = groups.get(key);
        if (group)
            group.push(addition);
        else
            groups.set(key, [addition]);
    }
    return groups;
}

;// CONCATENATED MODULE: ./build/src/ledger/git/append.js





/** Local refs of what is pushed. */
const NEW = { ledger: 'refs/new/ledger', totals: 'refs/new/totals' };
/**
 * Appends entries to the ledger: a commit with the files of their hours, a commit with the totals of their months, the deletion of swept
 * inbox refs, all in one atomic push.
 * @throws MeasurementError
 */
async function append(scratch, ref, snapshot, { entries, cursor, sweeps }, nowMs) {
    const { ledger, totalsCommit, months } = snapshot;
    const fresh = await dropKnown(scratch, snapshot, entries);
    const seconds = Math.floor(nowMs / 1000);
    const files = ledger === null ? { [README_PATH]: LEDGER_README } : {};
    for (const [path, group] of groupBy(fresh.entries, ({ ended_at }) => hourPath(ended_at))) {
        const lines = group.map(({ entry }) => entryLine(entry));
        files[path] = `${fresh.files.get(path) ?? ''}${lines.join('')}`;
    }
    const isLedgerChanged = Object.keys(files).length > 0;
    const changed = changedMonths(months, fresh.entries, cursor, nowMs);
    // Totals of another commit were computed again, all of them.
    const totals = new Map([...(snapshot.isConsistent ? [] : months), ...changed]);
    const isTotalsChanged = isLedgerChanged || totals.size > 0 || !snapshot.isConsistent;
    const count = `${fresh.entries.length} ${fresh.entries.length === 1 ? 'entry' : 'entries'}`;
    const commits = [
        ...(isLedgerChanged ? [{ ref: NEW.ledger, message: `Add ${count} [skip ci]\n`, parent: ledger, files }] : []),
        ...(isTotalsChanged
            ? [
                {
                    ref: NEW.totals,
                    message: `Totals with ${count} more [skip ci]\n`,
                    parent: totalsCommit,
                    // The totals' last parent is the ledger's commit that they are the sum of.
                    also: isLedgerChanged ? ':1' : (ledger ?? ''),
                    files: Object.fromEntries([...totals].map(([month, value]) => [totalsPath(month), monthTotalsText(value)])),
                },
            ]
            : []),
    ];
    if (commits.length > 0)
        await scratch.commit(commits, seconds);
    const updates = [
        ...(isLedgerChanged ? [{ from: NEW.ledger, to: ref }] : []),
        ...(isTotalsChanged ? [{ from: NEW.totals, to: `${ref}-totals` }] : []),
        ...sweeps.map((sweep) => ({ from: null, to: sweep.ref, expected: sweep.commit })),
    ];
    if (updates.length > 0 && !(await scratch.pushAtomically(updates)))
        return null;
    return { added: fresh.entries.length, duplicates: fresh.duplicates };
}
/** Totals of the months that entries or the cursor change. */
function changedMonths(months, entries, cursor, nowMs) {
    const changed = new Map();
    for (const [month, group] of groupBy(entries, ({ ended_at }) => ended_at.slice(0, 7))) {
        const undated = group.filter(({ isUndated }) => isUndated).map(({ entry }) => entry.key);
        const all = group.map(({ entry }) => entry);
        changed.set(month, extendMonth(month, months.get(month) ?? null, all, { undated }));
    }
    if (cursor !== null) {
        const month = new Date(nowMs).toISOString().slice(0, 7);
        changed.set(month, extendMonth(month, changed.get(month) ?? months.get(month) ?? null, [], { cursor }));
    }
    return changed;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/src/ledger/git/fast-import.js
/** Author of the ledger's commits. The address cannot receive mail (RFC 2606). */
const COMMITTER = 'Carbon Gate <noreply@carbon-gate.invalid>';
/**
 * Input for one `git fast-import` that makes the commits.
 * @param seconds Unix time of the commits
 */
function fastImportStream(commits, seconds) {
    const parts = [];
    for (const [index, { ref, message, parent, also, files }] of commits.entries()) {
        parts.push(`commit ${ref}\nmark :${index + 1}\ncommitter ${COMMITTER} ${seconds} +0000\n${data(message)}`);
        if (parent !== null)
            parts.push(`from ${parent}\n`);
        if (also !== undefined)
            parts.push(`merge ${also}\n`);
        for (const [path, content] of Object.entries(files))
            parts.push(`M 100644 inline ${path}\n${data(content)}`);
        parts.push('\n');
    }
    return `${parts.join('')}done\n`;
}
function data(text) {
    return `data ${Buffer.byteLength(text, 'utf8')}\n${text}\n`;
}

;// CONCATENATED MODULE: ./build/src/ledger/git/git-failure.js


/** Messages of a push that lost a race against another writer, or of a server that may answer the next time. */
const CONFLICT = /\[rejected\]|fetch first|non-fast-forward|stale info|cannot lock ref|failed to update ref|failed to lock|reference already exists|atomic (?:push|transaction) failed|incorrect old value|remote end hung up|RPC failed|HTTP 5\d\d|error: 5\d\d|early EOF|shallow file has changed/i;
/** Refusals that no repetition changes, with what to do. */
const REFUSALS = [
    [
        /GH006|GH013|protected branch|pre-receive hook declined|repository rule violations|not allowed to push/i,
        'the rules of the repository forbid this push: let the ledger be a ref (`refs/carbon-gate/ledger`), a repository of its own (URL), or `postgres://`',
    ],
    [
        /could not read Username|Authentication failed|HTTP 401|error: 401|terminal prompts disabled|Permission denied \(publickey/i,
        'the server wants credentials: give a token with write access in the environment (GITHUB_TOKEN on GitHub, CARBON_GATE_LEDGER_URL with user and token elsewhere)',
    ],
    [
        /error: 403|HTTP 403|denied to|insufficient permission|Permission denied|read-only|not permitted/i,
        'the token or user has no write access: `permissions: {contents: write}` is needed on GitHub',
    ],
    [/No space left|Disk quota exceeded|File too large/i, 'the disk is full'],
    [
        /does not appear to be a git repository|not found|No such file or directory|does not exist/i,
        'there is no such repository, or the token cannot see it',
    ],
    [
        /Could not resolve host|unable to access|Connection refused|timed out|Could not connect/i,
        'the server cannot be reached',
    ],
];
/** Whether a push failed because another writer was faster. */
function isConflict({ stdout, stderr }) {
    const text = `${stdout.toString('utf8')}\n${stderr}`;
    if (REFUSALS.slice(0, 4).some(([pattern]) => pattern.test(text)))
        return false;
    return CONFLICT.test(text);
}
/** The error of a git command that failed: what was tried, why not, what to do. */
function gitError(action, { stdout, stderr }) {
    const text = `${stderr}\n${stdout.toString('utf8')}`;
    const advice = REFUSALS.find(([pattern]) => pattern.test(text))?.[1];
    const line = text
        .split('\n')
        .map((each) => withoutCredentials(each).trim())
        .find((each) => /^(?:fatal|error|remote: error|!|remote rejected)/i.test(each));
    const detail = line ? (0,core_text/* printable */.g)(line) : 'git gave no reason';
    return new errors/* MeasurementError */.HG(`${action}: ${advice ? `${advice} (git: ${detail})` : detail}`, 'ledger');
}
/** Hides user and password in addresses. */
function withoutCredentials(text) {
    return text.replaceAll(/(\w:\/\/)[^/\s@]*@/g, '$1***@');
}

;// CONCATENATED MODULE: ./build/src/ledger/git/scratch-repository.js







/** Name of the remote in the scratch repository. */
const REMOTE = 'ledger';
/** A temporary bare repository that fetches from a ledger's repository and pushes to it. The user's checkout is never touched. */
class ScratchRepository {
    #folder;
    #env;
    constructor(folder, env) {
        this.#folder = folder;
        this.#env = env;
    }
    /** @throws MeasurementError */
    static async create({ url, settings }, env) {
        const parent = env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)();
        let folder;
        try {
            folder = (0,external_node_fs_.mkdtempSync)(external_node_path_.join(parent, 'carbon-gate-ledger-'));
        }
        catch (error) {
            const { code } = error;
            throw new errors/* MeasurementError */.HG(`ledger: no temporary folder can be made in ${parent}: ${code}`, 'ledger');
        }
        const scratch = new ScratchRepository(folder, gitEnvironment(env, [[`remote.${REMOTE}.url`, url], ...settings]));
        try {
            await scratch.run('ledger: cannot make a temporary repository', ['init', '--quiet', '--bare', '--template=', '.']);
            return scratch;
        }
        catch (error) {
            scratch.remove();
            throw error;
        }
    }
    remove() {
        (0,external_node_fs_.rmSync)(this.#folder, { recursive: true, force: true, maxRetries: 3 });
    }
    /** Runs git. @throws MeasurementError with `action` when it fails */
    async run(action, args, input) {
        const result = await this.#git(args, input);
        if (result.status !== 0)
            throw gitError(action, result);
        return result.stdout;
    }
    #git(args, input) {
        return runGit(args, { cwd: this.#folder, env: this.#env, ...(input !== undefined && { input }) });
    }
    /**
     * Fetches refs: `refs/heads/x` to a local ref. A ref that the remote does not have is left out; a pattern may match nothing.
     * @param depth null: with history
     * @param withBlobs false: without file contents, where the server supports it
     */
    async fetch(refs, { depth, withBlobs }) {
        let wanted = refs;
        for (;;) {
            // Without these, an earlier fetch's refs would survive their deletion on the server.
            const flags = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules', '--prune'];
            const result = await this.#git([
                'fetch',
                ...flags,
                ...(depth === null ? [] : [`--depth=${depth}`]),
                ...(withBlobs ? [] : ['--filter=blob:none']),
                REMOTE,
                ...wanted.map(([remote, local]) => `+${remote}:${local}`),
            ]);
            if (result.status === 0)
                return;
            const missing = /couldn't find remote ref (\S+)/i.exec(result.stderr)?.[1];
            const rest = wanted.filter(([remote]) => remote !== missing);
            if (missing === undefined || rest.length === wanted.length) {
                throw gitError('ledger: cannot fetch', result);
            }
            wanted = rest;
            if (wanted.length === 0)
                return;
        }
    }
    /** Local refs under a prefix, with their commits. */
    async refs(prefix) {
        const format = '--format=%(objectname) %(refname)';
        const out = await this.run('ledger: cannot list refs', ['for-each-ref', format, prefix]);
        const lines = out.toString('utf8').split('\n').filter(Boolean);
        return new Map(lines.map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]));
    }
    /** Files of a commit's tree: path -> blob. @param under folder that limits the list */
    async files(commit, under) {
        const args = ['ls-tree', '-r', '-z', '--full-tree', commit, ...(under === undefined ? [] : [under])];
        const out = await this.run('ledger: cannot list files', args);
        const rows = out.toString('utf8').split('\0').filter(Boolean);
        return new Map(rows.map((row) => [row.slice(row.indexOf('\t') + 1), row.split(/[ \t]/)[2] ?? '']));
    }
    /** Fetches blobs that a partial fetch left out, all in one request. */
    async fetchBlobs(commit, blobs) {
        if (blobs.length < 2)
            return;
        const listed = await this.#git(['rev-list', '--objects', '--missing=print', '--no-walk', commit]);
        const missing = new Set(listed.stdout
            .toString('utf8')
            .split('\n')
            .filter((line) => line.startsWith('?'))
            .map((line) => line.slice(1)));
        const wanted = blobs.filter((blob) => missing.has(blob));
        if (wanted.length === 0)
            return;
        const flags = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules', '--filter=blob:none'];
        // A failure is not final: git fetches each missing blob when it is read.
        await this.#git(['-c', 'fetch.negotiationAlgorithm=noop', 'fetch', ...flags, '--stdin', REMOTE], `${wanted.join('\n')}\n`);
    }
    /** Contents of objects by name (`COMMIT:path` or an id), in order; null for one that does not exist. */
    async read(names) {
        const contents = [];
        for (let start = 0; start < names.length; start += READ_AT_ONCE) {
            const batch = names.slice(start, start + READ_AT_ONCE);
            const out = await this.run('ledger: cannot read objects', ['cat-file', '--batch'], `${batch.join('\n')}\n`);
            contents.push(...splitBatch(out, batch.length));
        }
        return contents;
    }
    /** Makes commits with one `git fast-import`. */
    async commit(commits, seconds) {
        const stream = fastImportStream(commits, seconds);
        await this.run('ledger: cannot write the commit', ['fast-import', '--quiet', '--done', '--force'], stream);
    }
    /**
     * Pushes all updates or none.
     * @returns false when another writer was faster
     * @throws MeasurementError when the server refuses for good
     */
    async pushAtomically(updates) {
        const result = await this.#push(['--atomic'], updates);
        if (result.status === 0)
            return true;
        if (isConflict(result))
            return false;
        throw gitError('ledger: cannot push', result);
    }
    /** Pushes new refs, each for itself. @returns refs that exist already with other content @throws MeasurementError */
    async pushNew(updates) {
        const result = await this.#push([], updates);
        if (result.status === 0)
            return [];
        const rejected = result.stdout
            .toString('utf8')
            .split('\n')
            .filter((line) => /^!\t.*\[(?:rejected|remote rejected)\]/.test(line));
        const existing = rejected.filter((line) => /fetch first|non-fast-forward|already exists|stale info/.test(line));
        if (existing.length === 0 || existing.length < rejected.length)
            throw gitError('ledger: cannot push', result);
        return existing.map((line) => (line.split('\t')[1] ?? '').replace(/^.*:/, ''));
    }
    #push(flags, updates) {
        const leases = updates.flatMap(({ to, expected }) => (expected ? [`--force-with-lease=${to}:${expected}`] : []));
        const specs = updates.map(({ from, to }) => `${from ?? ''}:${to}`);
        return this.#git(['push', '--porcelain', '--no-verify', ...flags, ...leases, REMOTE, ...specs]);
    }
}
/** Objects that one `git cat-file` reads: bounds the memory for a large history. */
const READ_AT_ONCE = 500;
/** Splits the output of `git cat-file --batch`: a header line with the size, the content, a newline. */
function splitBatch(out, count) {
    const contents = [];
    let offset = 0;
    while (contents.length < count && offset < out.length) {
        const end = out.indexOf(10, offset);
        const header = out.toString('utf8', offset, end === -1 ? out.length : end);
        offset = end + 1;
        const size = / (?:blob|commit|tree|tag) (\d+)$/.exec(header)?.[1];
        if (size === undefined) {
            contents.push(null);
            continue;
        }
        contents.push(out.toString('utf8', offset, offset + Number(size)));
        offset += Number(size) + 1;
    }
    return contents;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/src/ledger/git/verify.js




const LEDGER = 'refs/verify/ledger';
const TOTALS = 'refs/verify/totals';
/** How much later than its commit an entry may end before a clock must be wrong, ms. */
const CLOCK_SLACK_MS = 10 * 60_000;
/** Collects what is wrong. */
class Findings {
    faults = [];
    warnings = [];
    fault(text, { commit = null, file = null, line = null } = {}) {
        this.faults.push({ commit, file, line, text });
    }
    warn(text, { commit = null, file = null, line = null } = {}) {
        this.warnings.push({ commit, file, line, text });
    }
}
/**
 * Walks all commits: files only grow, lines can be read and lie in the file of their hour, keys are unique, totals are the sum, entries
 * never fall, nothing else is in the tree.
 */
async function verifyHistory(scratch, ref) {
    await scratch.fetch([
        [ref, LEDGER],
        [`${ref}-totals`, TOTALS],
    ], { depth: null, withBlobs: true });
    const refs = await scratch.refs('refs/verify/');
    const [ledger, totals] = [refs.get(LEDGER) ?? null, refs.get(TOTALS) ?? null];
    const findings = new Findings();
    if (ledger === null) {
        if (totals !== null)
            findings.fault('there are totals but no ledger: its ref was deleted', { commit: totals });
        return { commits: 0, entries: 0, ...findings };
    }
    const commits = await commitsOf(scratch, LEDGER);
    const entries = await verifyFiles(scratch, commits, findings);
    await verifyTotals(scratch, { ledger, totals }, entries, findings);
    return { commits: commits.length, entries: entries.length, faults: findings.faults, warnings: findings.warnings };
}
/** Commits of a history, oldest first, along first parents. */
async function commitsOf(scratch, ref) {
    const args = ['log', '--first-parent', '--reverse', '--format=%H %ct', ref];
    const out = await scratch.run('ledger: cannot list commits', args);
    const lines = out.toString('utf8').split('\n').filter(Boolean);
    return lines.map((line) => ({ id: line.slice(0, line.indexOf(' ')), seconds: Number(line.split(' ')[1]) }));
}
/** Files that each commit changed, oldest first. */
async function changesOf(scratch, commits) {
    const flags = ['-r', '--root', '-m', '--first-parent', '--no-renames', '--stdin', '-z'];
    const input = `${commits.map(({ id }) => id).join('\n')}\n`;
    const out = await scratch.run('ledger: cannot compare commits', ['diff-tree', ...flags], input);
    const changes = [];
    let commit = '';
    const fields = out.toString('utf8').split('\0');
    for (let index = 0; index < fields.length; index += 1) {
        const field = (fields[index] ?? '').trim();
        if (/^[0-9a-f]{40,64}$/.test(field))
            commit = field;
        const row = /^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) [A-Z]/.exec(field);
        if (!row)
            continue;
        index += 1;
        changes.push({ commit, path: fields[index] ?? '', before: objectOf(row[1]), after: objectOf(row[2]) });
    }
    return changes;
}
function objectOf(id) {
    return id === undefined || /^0+$/.test(id) ? null : id;
}
/** Checks every change of a file. @returns the entries, in the order in which they were added */
async function verifyFiles(scratch, commits, findings) {
    const changes = await changesOf(scratch, commits);
    const secondsOf = new Map(commits.map(({ id, seconds }) => [id, seconds]));
    const entries = [];
    const firstOf = new Map();
    for await (const { commit, path, after, earlier, text } of withTexts(scratch, changes)) {
        const at = { commit, file: path };
        const day = dayOfPath(path);
        if (day === null) {
            if (path !== README_PATH)
                findings.fault('a foreign file: it is not part of the ledger', at);
            continue;
        }
        if (after === null) {
            findings.fault('the file was deleted', at);
            continue;
        }
        if (!text.startsWith(earlier)) {
            const line = firstDifference(earlier, text);
            findings.fault(`line ${line} was changed: a file may only grow`, { ...at, line });
            continue;
        }
        const known = earlier === '' ? 0 : earlier.split('\n').length - 1;
        const content = readEntryFile(text.slice(earlier.length), path);
        for (const { line, text: reason } of content.faults) {
            const real = line + known;
            findings.fault(reason.replace(`${path}:${line}: `, ''), { ...at, line: real });
        }
        for (const { line, entry } of content.entries) {
            const here = { ...at, line: line + known };
            if (hourPath(entry.ended_at) !== path)
                findings.fault(`the entry ended at ${entry.ended_at}: it is in the wrong file`, here);
            const first = firstOf.get(entry.key);
            if (first !== undefined)
                findings.fault(`key ${entry.key} is already in ${first}`, here);
            else
                firstOf.set(entry.key, `${path}:${here.line}`);
            const aheadMs = Date.parse(entry.ended_at) - (secondsOf.get(commit) ?? 0) * 1000;
            if (aheadMs > CLOCK_SLACK_MS) {
                const minutes = Math.round(aheadMs / 60_000);
                findings.warn(`the entry ended ${minutes} min after its own commit: a clock was wrong`, here);
            }
            entries.push(entry);
        }
    }
    return entries;
}
/** Changes whose contents are read together: bounds the processes and the memory. */
const CHANGES_AT_ONCE = 100;
/** Changes with the contents before and after; a missing side is empty. */
async function* withTexts(scratch, changes) {
    for (let start = 0; start < changes.length; start += CHANGES_AT_ONCE) {
        const batch = changes.slice(start, start + CHANGES_AT_ONCE);
        const wanted = batch.flatMap(({ before, after }) => [before, after]).filter((blob) => blob !== null);
        const texts = await scratch.read(wanted);
        const byBlob = new Map(wanted.map((blob, index) => [blob, texts[index] ?? '']));
        for (const change of batch) {
            yield { ...change, earlier: byBlob.get(change.before ?? '') ?? '', text: byBlob.get(change.after ?? '') ?? '' };
        }
    }
}
function firstDifference(before, after) {
    const [old, now] = [before.split('\n'), after.split('\n')];
    const index = old.findIndex((line, at) => line !== now[at]);
    return (index === -1 ? now.length : index) + 1;
}
async function verifyTotals(scratch, { ledger, totals }, entries, findings) {
    if (totals === null) {
        findings.fault('there are no totals: their ref was deleted; the next write makes them again', { commit: ledger });
        return;
    }
    let before = 0;
    for (const { id } of await commitsOf(scratch, TOTALS)) {
        // The first parent of the first totals is the ledger's own commit.
        if ((await scratch.files(id, 'totals/')).size === 0)
            continue;
        const months = await monthsAt(scratch, id, findings);
        const count = months.reduce((sum, month) => sum + month.entries, 0);
        if (count < before)
            findings.fault(`totals had ${before} entries, then ${count}: entries were lost`, { commit: id });
        before = Math.max(before, count);
    }
    const parents = (await scratch.run('ledger: cannot read a commit', ['rev-parse', `${totals}^@`])).toString('utf8');
    if (parents.trim().split('\n').at(-1) !== ledger) {
        findings.fault('totals belong to another commit of the ledger: its history was rewritten', { commit: totals });
    }
    compareSums(await monthsAt(scratch, totals, findings), entries, totals, findings);
}
async function monthsAt(scratch, commit, findings) {
    const files = [...(await scratch.files(commit))];
    const texts = await scratch.read(files.map(([, blob]) => blob));
    return files.flatMap(([path], index) => {
        if (!/^totals\/\d{4}-\d\d\.json$/.test(path)) {
            findings.fault('a foreign file among the totals', { commit, file: path });
            return [];
        }
        try {
            return [readMonthTotals(texts[index] ?? '', path)];
        }
        catch (error) {
            findings.fault(error.message, { commit, file: path });
            return [];
        }
    });
}
function compareSums(months, entries, commit, findings) {
    const byMonth = new Map(months.map(({ month }) => [month, []]));
    for (const entry of entries) {
        const month = entry.ended_at.slice(0, 7);
        const group = byMonth.get(month);
        if (group)
            group.push(entry);
        else
            byMonth.set(month, [entry]);
    }
    for (const [month, group] of byMonth) {
        const stored = months.find((each) => each.month === month) ?? null;
        const summed = extendMonth(month, null, group);
        const file = `totals/${month}.json`;
        if (stored === null)
            findings.fault(`the month has ${group.length} entries and no totals`, { commit, file });
        else if (!(0,external_node_util_.isDeepStrictEqual)(verify_sumsOf(stored), verify_sumsOf(summed))) {
            const text = `totals have ${stored.entries} entries, ${stored.g} g, ${stored.wh} Wh; the lines sum to ${summed.entries}, ${summed.g} g, ${summed.wh} Wh`;
            findings.fault(text, { commit, file });
        }
    }
}
function verify_sumsOf({ cursor: _cursor, undated: _undated, ...sums }) {
    // Through JSON, so that records compare by content.
    return JSON.parse(JSON.stringify(sums));
}

;// CONCATENATED MODULE: ./build/src/ledger/git/git-store.js












/** Inbox refs swept by one push: the refs are arguments, whose length systems limit. */
const SWEEP_AT_ONCE = 150;
/** A ledger in a ref of a git repository. */
class GitStore {
    name;
    #place;
    #options;
    #clock;
    #address = null;
    #scratch = null;
    constructor(place, options) {
        this.name = (0,ledger_where/* placeName */.f)(place);
        this.#place = place;
        this.#options = options;
        this.#clock = options.clock ?? SYSTEM_CLOCK;
    }
    async add(entries) {
        const scratch = await this.#repository();
        const waiting = await this.#putIntoInbox(scratch, entries);
        try {
            const swept = await this.#sweep(waiting);
            if (swept)
                return { ...swept, waiting: 0, warning: null };
            return this.#stillWaiting(entries, 'other writers were faster 8 times or for 60 s');
        }
        catch (error) {
            if (!(error instanceof errors/* MeasurementError */.HG))
                throw error;
            return this.#stillWaiting(entries, error.message);
        }
    }
    #stillWaiting(entries, reason) {
        const warning = `the entries are in the inbox and count, but the ledger was not written: ${reason}`;
        return { added: 0, duplicates: 0, waiting: entries.length, warning };
    }
    /** Pushes each entry to a ref of its own, which no other writer touches. @returns refs of the entries */
    async #putIntoInbox(scratch, entries) {
        const byRef = new Map(entries.map((each) => [inboxRef(each.entry), each]));
        const commits = [...byRef.values()].map((each, index) => ({
            ref: `refs/new/inbox/${index}`,
            message: inboxMessage(this.#place.ref, each),
            parent: null,
            files: { [INBOX_FILE]: entryLine(each.entry) },
        }));
        await scratch.commit(commits, Math.floor(this.#clock.now() / 1000));
        // An existing ref has the same key, so the entry is already stored.
        await scratch.pushNew([...byRef.keys()].map((to, index) => ({ from: `refs/new/inbox/${index}`, to })));
        return new Set(byRef.keys());
    }
    /**
     * Moves everything in the inbox into the ledger.
     * @param own refs whose entries are counted in the result
     * @returns null when other writers were faster each time
     */
    async #sweep(own) {
        const total = { added: 0, duplicates: 0 };
        const isDone = await retryOnConflict(async () => {
            const scratch = await this.#repository();
            for (;;) {
                const snapshot = await this.#snapshot(scratch);
                const ownWaiting = snapshot.waiting.filter(({ ref }) => own.has(ref));
                // Another writer moved these entries into the ledger: the work is done.
                if (snapshot.waiting.length === 0 || ownWaiting.length === 0) {
                    total.added += Math.max(0, own.size - total.added - total.duplicates);
                    return true;
                }
                const others = snapshot.waiting.filter(({ ref }) => !own.has(ref));
                const batch = [...ownWaiting, ...others].slice(0, SWEEP_AT_ONCE);
                const result = await this.#append(scratch, snapshot, batch);
                if (result === null)
                    return null;
                const ownEntries = ownWaiting.flatMap(({ entries }) => entries).length;
                const ownDuplicates = others.length === 0 ? result.duplicates : Math.min(result.duplicates, ownEntries);
                total.duplicates += ownDuplicates;
                total.added += ownEntries - ownDuplicates;
                if (batch.length === snapshot.waiting.length || ownWaiting.length < SWEEP_AT_ONCE)
                    return true;
            }
        }, this.#clock);
        return isDone ? total : null;
    }
    #append(scratch, snapshot, batch) {
        const appending = { entries: batch.flatMap(({ entries }) => entries), cursor: null, sweeps: batch };
        return append(scratch, this.#place.ref, snapshot, appending, this.#clock.now());
    }
    async collect(entries, cursor) {
        const result = await retryOnConflict(async () => {
            const scratch = await this.#repository();
            const snapshot = await this.#snapshot(scratch);
            const batch = snapshot.waiting.slice(0, SWEEP_AT_ONCE);
            const all = [...entries, ...batch.flatMap((each) => each.entries)];
            return append(scratch, this.#place.ref, snapshot, { entries: all, cursor, sweeps: batch }, this.#clock.now());
        }, this.#clock);
        if (result)
            return { ...result, waiting: 0, warning: null };
        throw new errors/* MeasurementError */.HG('ledger: other writers were faster 8 times or for 60 s: run it again', 'ledger');
    }
    /** The refs at one moment. Missing totals, and totals of another commit, are computed again. */
    async #snapshot(scratch) {
        const snapshot = await takeSnapshot(scratch, this.#place.ref, true);
        if (snapshot.isConsistent || snapshot.ledger === null)
            return snapshot;
        return { ...snapshot, months: await this.#sumAgain(scratch, snapshot) };
    }
    async #sumAgain(scratch, { ledger, months }) {
        const byMonth = new Map();
        for (const entry of await this.#read(scratch, ledger ?? '', () => true)) {
            const month = entry.ended_at.slice(0, 7);
            byMonth.set(month, [...(byMonth.get(month) ?? []), entry]);
        }
        return new Map([...byMonth].map(([month, entries]) => {
            const { cursor = null, undated = [] } = months.get(month) ?? {};
            return [month, extendMonth(month, null, entries, { cursor, undated })];
        }));
    }
    async totals({ from, to }) {
        const scratch = await this.#repository();
        let snapshot = await takeSnapshot(scratch, this.#place.ref, false);
        const isPartial = !coversMonths({ from, to });
        if (snapshot.waiting.length > 0 || snapshot.totalsCommit === null || isPartial) {
            snapshot = await this.#snapshot(scratch);
        }
        const isWanted = (day) => day >= from && day <= to;
        const builder = new TotalsBuilder();
        if (isPartial && snapshot.ledger !== null) {
            // Workflows are summed by month only, so a part of a month is summed from its entries.
            for (const entry of await this.#read(scratch, snapshot.ledger, isWanted))
                builder.add(entry);
        }
        else {
            for (const [month, totals] of snapshot.months)
                if (month >= from.slice(0, 7) && month <= to.slice(0, 7))
                    builder.addMonth(totals);
        }
        const waiting = snapshot.waiting.flatMap(({ entries }) => entries);
        const fresh = await dropKnown(scratch, snapshot, waiting);
        for (const { entry } of fresh.entries)
            if (isWanted(entry.ended_at.slice(0, 10)))
                builder.add(entry);
        const cursor = latestCursor(snapshot);
        const written = snapshot.writtenAt === null ? null : new Date(snapshot.writtenAt * 1000).toISOString();
        const all = [...snapshot.months.values()].reduce((sum, { entries }) => sum + entries, 0);
        return {
            ...builder.value(),
            from,
            to,
            as_of: (cursor ?? written)?.replace('.000Z', 'Z') ?? null,
            tip: snapshot.ledger,
            all_entries: all,
        };
    }
    async cursor() {
        return latestCursor(await takeSnapshot(await this.#repository(), this.#place.ref, false));
    }
    async entries({ from, to }) {
        const scratch = await this.#repository();
        const snapshot = await takeSnapshot(scratch, this.#place.ref, true);
        const isWanted = (day) => day >= from && day <= to;
        const kept = snapshot.ledger === null ? [] : await this.#read(scratch, snapshot.ledger, isWanted);
        const waiting = snapshot.waiting.flatMap(({ entries }) => entries);
        const fresh = await dropKnown(scratch, snapshot, waiting);
        return [
            ...kept,
            ...fresh.entries.map(({ entry }) => entry).filter(({ ended_at }) => isWanted(ended_at.slice(0, 10))),
        ];
    }
    async #read(scratch, commit, isWanted) {
        const tree = await scratch.files(commit, 'ledger/');
        const wanted = [...tree].filter(([path]) => {
            const day = dayOfPath(path);
            return day !== null && isWanted(day);
        });
        const blobs = wanted.map(([, blob]) => blob);
        await scratch.fetchBlobs(commit, blobs);
        const texts = await scratch.read(blobs);
        return wanted.flatMap(([path], index) => readWhole(texts[index] ?? '', path, commit).entries.map(({ entry }) => entry));
    }
    async verify() {
        // A separate repository: in a shallow one the history would stay truncated.
        const scratch = await ScratchRepository.create(await this.#located(), this.#options.env);
        try {
            return await verifyHistory(scratch, this.#place.ref);
        }
        finally {
            scratch.remove();
        }
    }
    async close() {
        const scratch = await this.#scratch?.catch(() => null);
        this.#scratch = null;
        scratch?.remove();
    }
    #repository() {
        this.#scratch ??= this.#located().then((found) => ScratchRepository.create(found, this.#options.env));
        return this.#scratch;
    }
    #located() {
        this.#address ??= findAddress(this.#place, this.#options);
        return this.#address;
    }
}
function latestCursor({ months }) {
    const cursors = [...months.values()].map(({ cursor }) => cursor).filter((cursor) => cursor !== null);
    return cursors.sort().at(-1) ?? null;
}
/** Whether a range of days is made of whole months. */
function coversMonths({ from, to }) {
    const next = new Date(`${to}T00:00:00Z`);
    next.setUTCDate(next.getUTCDate() + 1);
    return from.endsWith('-01') && next.getUTCDate() === 1;
}

;// CONCATENATED MODULE: ./build/src/app/ledger/open-ledger.js



/** Variable with the whole address of a ledger, password included. */
const URL_VARIABLE = 'CARBON_GATE_LEDGER_URL';
/**
 * Opens the ledger at WHERE, or at the address in CARBON_GATE_LEDGER_URL. Nothing is read yet.
 * @throws ConfigurationError
 */
function openLedger(where, access) {
    const place = (0,ledger_where/* parseWhere */.r)(where?.trim() || addressWithoutPassword(access.env));
    if (place.kind === 'git')
        return new GitStore(place, access);
    throw new errors/* ConfigurationError */.j1('ledger: this version has no PostgreSQL store yet: use a branch, a ref or a repository');
}
function addressWithoutPassword(env) {
    const address = env[URL_VARIABLE]?.trim();
    if (!address) {
        throw new errors/* ConfigurationError */.j1(`--ledger is missing: name a branch, a ref, a repository or a database, or set ${URL_VARIABLE}`);
    }
    return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)([^/@:]*):[^/@]*@/i, (_, scheme, user) => /^https?:/i.test(scheme) ? scheme : `${scheme}${user}@`);
}

// EXTERNAL MODULE: ./build/src/core/budget.js
var core_budget = __webpack_require__(3524);
// EXTERNAL MODULE: ./build/src/core/notes.js + 1 modules
var core_notes = __webpack_require__(3408);
;// CONCATENATED MODULE: ./build/src/app/ledger/day-range.js

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
/** UTC day of a time, `2026-11-28`. @param ms Unix ms */
function dayOf(ms) {
    return new Date(ms).toISOString().slice(0, 10);
}
/** All days of a month. @param month `2026-11` */
function monthRange(month) {
    const [year = 0, number = 0] = month.split('-').map(Number);
    return { from: `${month}-01`, to: dayOf(Date.UTC(year, number, 1) - DAY_MS) };
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

;// CONCATENATED MODULE: ./build/src/app/ledger/period-totals.js





/** A ledger that was not written for longer is stale, h: a collector runs hourly, and a day may pass without any run. */
const STALE_HOURS = 26;
const period_totals_HOUR_MS = 3_600_000;
/**
 * Reads what the day, the week and the month have used so far, this run included. Nothing is thrown for a ledger that cannot be read:
 * its lines are then judged as `on-ledger-error` says.
 * @throws ConfigurationError for a ledger that no setting can mean
 */
async function readPeriodTotals(store, settings, budgets, own) {
    try {
        return await period_totals_readTotals(store, budgets, own);
    }
    catch (error) {
        if (error instanceof errors/* ConfigurationError */.j1 || !(error instanceof errors/* MeasurementError */.HG))
            throw error;
        return withoutLedger(error.message, settings);
    }
}
/** Judging without a ledger that is set. */
function withoutLedger(reason, settings) {
    const text = `the ledger cannot be read: ${reason}`;
    return {
        totals: {},
        ledgerProblem: { text, blocks: settings['on-ledger-error'] === 'fail' },
        notes: [(0,core_notes/* note */.N4)('ledger-unreadable', text)],
        ledger: null,
    };
}
async function period_totals_readTotals(store, budgets, own) {
    const today = dayOf(own.nowMs);
    const week = spanAround(today, 'week');
    const first = week.from < monthRange(today.slice(0, 7)).from ? week.from : today;
    // Whole months: their totals are one small read.
    const months = { from: monthRange(first.slice(0, 7)).from, to: monthRange(maxOf(today, week.to).slice(0, 7)).to };
    const known = await store.totals(months);
    const lost = own.seen.find(({ entries }) => entries > known.all_entries);
    const ledger = { tip: known.tip, entries: known.all_entries, as_of: known.as_of };
    if (lost) {
        const text = `an earlier report saw ${lost.entries} entries in the ledger, now it has ${known.all_entries}: its history was rewritten`;
        return { totals: {}, ledgerProblem: { text, blocks: true }, notes: [(0,core_notes/* note */.N4)('ledger-entries-lost', text)], ledger };
    }
    const repositories = Object.keys(known.repositories);
    const isShared = repositories.some((name) => name !== (own.repository ?? UNNAMED));
    const totals = {};
    const organisationTotals = {};
    const notes = staleNotes(known.as_of, known.entries, own.nowMs);
    for (const { budget } of budgets) {
        if (budget.kind !== 'absolute' || !core_budget/* CALENDAR_SCOPES */.nR.has(budget.scope))
            continue;
        const span = budget.scope;
        const range = spanAround(today, span);
        const all = sumOfDays(known.days, range);
        const sum = isShared && !budget.isOrganisation
            ? ((await store.totals(range)).repositories[own.repository ?? UNNAMED] ?? new Sums().value())
            : all;
        const used = withOwn(sum, own.totals);
        if (budget.isOrganisation)
            organisationTotals[span] = used;
        else
            totals[span] = used;
        if (own.isPeriodWarned && (used[budget.metric] ?? 0) > budget.limit) {
            const text = `${budget.line} is exceeded: ${Math.round(((used[budget.metric] ?? 0) / budget.limit) * 100)} % used`;
            notes.push((0,core_notes/* note */.N4)('period-exceeded', text));
        }
        notes.push(...lineNotes(budget.line, budget.limit, used[budget.metric], range, known.as_of, own.nowMs));
        const unknown = sum.unknown[period_totals_FIGURES[budget.metric]];
        if (unknown > 0 && unknown < sum.entries) {
            const text = `${budget.line}: ${unknown} of ${sum.entries} entries have no known ${budget.metric} and are not in the sum`;
            notes.push((0,core_notes/* note */.N4)('ledger-unknown-entries', text));
        }
    }
    return { totals, organisationTotals, isPeriodWarned: own.isPeriodWarned, notes, ledger };
}
const period_totals_FIGURES = { emissions: 'g', energy: 'wh', water: 'l' };
function maxOf(a, b) {
    return a > b ? a : b;
}
function sumOfDays(days, { from, to }) {
    const sums = new Sums();
    for (const [day, sum] of Object.entries(days))
        if (day >= from && day <= to)
            sums.addSum(sum);
    return sums.value();
}
/** The ledger's sum and this run. A figure that no entry has, or this run has not, is unknown. */
function withOwn(sum, own) {
    const add = (known, more) => more === null || (known === null && sum.entries > 0) ? null : (known ?? 0) + more;
    return { emissions: add(sum.g, own.emissions), energy: add(sum.wh, own.energy), water: add(sum.l, own.water) };
}
function staleNotes(asOf, entries, nowMs) {
    if (asOf === null)
        return [(0,core_notes/* note */.N4)('ledger-stale', 'the ledger is empty: only this run counts')];
    const hours = (nowMs - Date.parse(asOf)) / period_totals_HOUR_MS;
    if (hours <= STALE_HOURS)
        return [];
    const text = `the ledger was last written ${Math.floor(hours)} h ago (${asOf}): of ${entries} entries, later runs are missing`;
    return [(0,core_notes/* note */.N4)('ledger-stale', text)];
}
/** Share of a budget from which its forecast is shown. */
const FORECAST_FROM = 0.5;
const period_totals_DAY_MS = 86_400_000;
/** How much of a line is used and what the period will have used at its end, if it goes on as it began. */
function lineNotes(line, limit, used, { from, to }, asOf, nowMs) {
    if (used === null || used / limit < FORECAST_FROM)
        return [];
    const start = Date.parse(from);
    const end = Date.parse(to) + period_totals_DAY_MS;
    const elapsed = Math.max(nowMs - start, period_totals_HOUR_MS);
    const share = used / limit;
    const spentAt = start + elapsed / share;
    const forecast = Math.round(share * ((end - start) / elapsed) * 100);
    const when = share >= 1 || spentAt >= end ? '' : `, spent on ${dayOf(spentAt)}`;
    const time = asOf === null ? '' : ` as of ${asOf.slice(0, 16).replace('T', ' ')} UTC`;
    return [
        (0,core_notes/* note */.N4)('ledger-forecast', `${line}: ${Math.round(share * 100)} % used${time}; at this pace ${forecast} % on ${to}${when}`),
    ];
}

;// CONCATENATED MODULE: ./build/src/app/ledger/read-ledger.js



/**
 * Reads the totals of the day, the week and the month from the ledger of the settings, and adds the draft's own figures.
 * @throws ConfigurationError
 */
async function readLedger({ settings, budgets }, judgeable, { access, repository, isProposal, nowMs, seen, waitMs }) {
    const { draft } = judgeable;
    const store = openLedger(settings.ledger, access);
    const isPeriodWarned = (settings['on-period-exceeded'] ?? (isProposal ? 'warn' : 'fail')) === 'warn';
    const totals = {
        emissions: draft.emissions.total_g,
        energy: draft.energy.total_wh,
        water: draft.water?.total_l ?? null,
    };
    const reading = readPeriodTotals(store, settings, budgets, { repository, totals, nowMs, isPeriodWarned, seen })
        .catch((error) => {
        // A repository that cannot be found here is a matter of the environment where a job is judged.
        if (error instanceof errors/* ConfigurationError */.j1)
            return withoutLedger(error.message, settings);
        throw error;
    })
        .finally(() => store.close());
    if (waitMs === undefined)
        return withTotals(judgeable, await reading);
    let timer;
    const late = new Promise((resolve) => {
        timer = setTimeout(() => resolve(withoutLedger(`no answer within ${waitMs / 1000} s`, settings)), waitMs);
    });
    return withTotals(judgeable, await Promise.race([reading, late]).finally(() => clearTimeout(timer)));
}
function withTotals({ draft, judging }, { notes, ledger, ...totals }) {
    return {
        draft: { ...draft, ledger: ledger ?? null, notes: [...draft.notes, ...notes] },
        judging: { ...judging, ...totals },
    };
}


/***/ })

};
