export const id = 209;
export const ids = [209];
export const modules = {

/***/ 9209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openLedger: () => (/* binding */ openLedger)
});

// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(3026);
// EXTERNAL MODULE: ./build/src/core/calendar.js
var calendar = __webpack_require__(295);
// EXTERNAL MODULE: ./build/src/core/text.js
var core_text = __webpack_require__(7422);
// EXTERNAL MODULE: ./build/src/ledger/entry.js
var ledger_entry = __webpack_require__(8167);
// EXTERNAL MODULE: ./build/src/ledger/exact-sum.js
var exact_sum = __webpack_require__(2442);
// EXTERNAL MODULE: ./build/src/ledger/totals.js
var ledger_totals = __webpack_require__(8412);
;// CONCATENATED MODULE: ./build/src/ledger/correction.js





/** Figures that a correction changes. */
const FIGURES = ['s', 'wh', 'wh_low', 'wh_high', 'g', 'op_g', 'em_g', 'l', 'tokens'];
/**
 * Entries with their corrections applied.
 * @throws MeasurementError for a correction without its entry
 */
function applyCorrections(lines) {
    if (!lines.some(ledger_entry/* isCorrection */.HJ))
        return [...lines];
    const entries = new Map();
    const corrections = [];
    for (const line of lines) {
        if ((0,ledger_entry/* isCorrection */.HJ)(line))
            corrections.push(line);
        else
            entries.set(line.key, line);
    }
    for (const correction of corrections.sort(byNumber)) {
        const entry = entries.get(correction.corrects);
        if (!entry) {
            throw new errors/* MeasurementError */.HG(`ledger: ${(0,core_text/* printable */.g$)(correction.key)} corrects ${(0,core_text/* printable */.g$)(correction.corrects)}, which the ledger does not have: run \`ledger verify\``, 'ledger');
        }
        entries.set(entry.key, applied(entry, correction));
    }
    return [...entries.values()];
}
/** An entry with one more correction. */
function applied(entry, correction) {
    const [revealed, hidden] = [(0,ledger_entry/* revealedFigures */.iD)(correction), (0,ledger_entry/* hiddenFigures */.CJ)(correction)];
    const corrected = { ...entry };
    for (const figure of FIGURES) {
        const known = entry[figure] ?? (revealed.includes(figure) ? 0 : null);
        corrected[figure] = hidden.includes(figure) ? null : sum(known, correction[figure]);
    }
    return corrected;
}
function sum(value, difference) {
    if (value === null || difference === null)
        return value;
    return (0,exact_sum/* numberOf */.rl)((0,exact_sum/* billionthsOf */.y9)(value) + (0,exact_sum/* billionthsOf */.y9)(difference));
}
/**
 * The line that corrects an entry.
 * @param lines the entry and its earlier corrections, and any others
 * @param target figures that it should have; null withdraws it: all of its figures become 0
 * @throws ConfigurationError for an entry that is not there
 */
function correctionOf(lines, key, target, reason) {
    const original = lines.find((line) => line.key === key);
    if (!original)
        throw new ConfigurationError(`ledger correct: no entry of these days has the key ${printable(key)}: name its month, for example --month 2026-10; ledger show --json lists the keys`);
    if (isCorrection(original)) {
        throw new ConfigurationError(`ledger correct: ${printable(key)} is a correction itself: correct ${printable(original.corrects)} again`);
    }
    const earlier = lines.filter((line) => isCorrection(line)).filter(({ corrects }) => corrects === key);
    const states = statesOf(original, earlier);
    const current = states.at(-1) ?? original;
    const wanted = target === null ? withdrawn(current) : scaled(states, target);
    const changes = FIGURES.map((figure) => ({ figure, ...changeOf(current[figure], wanted[figure]) }));
    const reveals = changes.flatMap(({ figure, mark }) => (mark === null ? [] : `${mark}${figure}`));
    const differences = Object.fromEntries(changes.map(({ figure, difference }) => [figure, difference]));
    return {
        ...original,
        key: `${key}~${earlier.length + 1}`.slice(-180),
        ...differences,
        corrects: key,
        reason,
        ...(reveals.length > 0 && { reveals: reveals.join(' ') }),
    };
}
/** The entry and what each correction made of it, the current one last. */
function statesOf(original, corrections) {
    const states = [original];
    for (const correction of corrections.toSorted(byNumber))
        states.push(applied(states.at(-1) ?? original, correction));
    return states;
}
/** Whether the range or the parts of a figure can belong to it. */
function isWhole({ wh, wh_high, g, op_g, em_g }, figure) {
    if (figure === 'wh')
        return wh === null || wh_high === null || wh_high >= wh;
    return figure === 'l' || g === null || op_g === null || em_g === null || op_g + em_g > 0 || g === 0;
}
/** The order in which corrections of one entry were made: the number at the end of their keys. A store may list them otherwise. */
function byNumber(a, b) {
    const number = ({ key }) => Number(/~(\d+)$/.exec(key)?.[1] ?? 0);
    return number(a) - number(b);
}
/** A withdrawn entry adds 0 to every sum. Only figures that are summed become known by that. */
function withdrawn(current) {
    return Object.fromEntries(FIGURES.map((figure) => [figure, isSummed(figure) ? 0 : current[figure] && 0]));
}
function isWithdrawn(state) {
    return FIGURES.every((figure) => state[figure] === 0 || (state[figure] === null && !isSummed(figure)));
}
function isSummed(figure) {
    return FIGURES_OF_SUM.some((name) => name === figure);
}
/**
 * Range and parts of a figure change in proportion to it, as they last had one. Without any, only a part that was known before its
 * figure stays, if it fits; others become unknown. A correction of a withdrawn entry takes the withdrawal back: all other figures are
 * again what they were before.
 * @param states the entry and what each correction made of it, the current one last
 */
function scaled(states, target) {
    const current = states.at(-1);
    const base = states.findLast((state) => !isWithdrawn(state)) ?? states[0];
    const wanted = base === current ? {} : Object.fromEntries(FIGURES.map((figure) => [figure, base?.[figure]]));
    const parts = { wh: ['wh_low', 'wh_high'], g: ['op_g', 'em_g'], l: [] };
    for (const figure of ['wh', 'g', 'l']) {
        const value = target[figure];
        if (value === undefined)
            continue;
        wanted[figure] = roundFigure(value);
        if (base && value === base[figure] && isWhole(base, figure))
            continue;
        if (value === null) {
            for (const part of parts[figure])
                wanted[part] = null;
            continue;
        }
        for (const part of parts[figure]) {
            const last = states.findLast((state) => (state[figure] ?? 0) > 0 && state[part] !== null && isWhole(state, figure));
            // The ratio first: a part that is at most the figure stays so after rounding.
            if (last)
                wanted[part] = roundFigure(((last[part] ?? 0) / (last[figure] ?? 1)) * value);
            else if (base?.[figure] !== null || !fits(part, base[part], value))
                wanted[part] = null;
        }
    }
    return wanted;
}
/** Whether a part that was known before its figure can belong to it. */
function fits(part, known, value) {
    return known === null || (part === 'wh_high' ? known >= value : known <= value);
}
/** The difference that a line needs, and its mark in `reveals`: empty for a figure that becomes known, a minus for one that becomes unknown. */
function changeOf(current, wanted) {
    if (wanted === undefined || (current === null && wanted === null))
        return { difference: null, mark: null };
    const difference = numberOf(billionthsOf(wanted ?? 0) - billionthsOf(current ?? 0));
    return { difference, mark: current === null ? '' : wanted === null ? '-' : null };
}

// EXTERNAL MODULE: ./build/src/core/schema-issue.js
var schema_issue = __webpack_require__(9532);
// EXTERNAL MODULE: ./build/src/core/json.js
var core_json = __webpack_require__(9759);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./build/src/core/method.js
var method = __webpack_require__(1416);
// EXTERNAL MODULE: ./build/src/core/verdict.js
var verdict = __webpack_require__(8732);
;// CONCATENATED MODULE: ./build/src/ledger/canonical-line.js




/**
 * Recognises entries that are written exactly as this program writes them, so that a month of 150,000 lines needs neither the schema's
 * checks nor a second serialisation. Every line that differs in anything (an escape, an exponent, a correction, an unknown field) is left
 * to the schema: both give the same result for what is recognised here.
 */
/** A text without escapes; at most `most` UTF-16 units, as the schema counts. */
const canonical_line_text = (least, most) => `"[^"\\\\\\u0000-\\u001f]{${least},${most}}"`;
const orNull = (pattern) => `(?:null|${pattern})`;
const oneOf = (values) => `"(?:${values.join('|')})"`;
/** A number as JSON.stringify writes it: at most 15 digits, which a double keeps, and not so small that it has an exponent. */
const NUMBER = '(?:0|(?!0\\.0{6})(?:0|[1-9]\\d{0,5})\\.\\d{0,8}[1-9]|[1-9]\\d{0,14})';
/** Days that each month has in every year; 29 February is left to the schema. */
const DAY = '(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)';
const TIME = `"\\d{4}-${DAY}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ"`;
const NAME = orNull(canonical_line_text(0, 300));
const AMOUNT = orNull(NUMBER);
/** Pattern of each field, in the order of the schema. */
const FIELDS = {
    v: String(ledger_entry/* ENTRY_VERSION */.A9),
    key: canonical_line_text(1, 180),
    ended_at: TIME,
    repository: NAME,
    event: NAME,
    branch: NAME,
    pr: orNull('[1-9]\\d{0,14}'),
    sha: NAME,
    workflow: NAME,
    job: NAME,
    runner: NAME,
    cpu: NAME,
    region: NAME,
    s: AMOUNT,
    wh: AMOUNT,
    wh_low: AMOUNT,
    wh_high: AMOUNT,
    g: AMOUNT,
    op_g: AMOUNT,
    em_g: AMOUNT,
    l: AMOUNT,
    tokens: AMOUNT,
    method: orNull(oneOf(method/* METHODS */.J)),
    // Not rounded, so it may have all 17 digits of a double: the group is compared with what JSON.stringify writes.
    coverage: orNull('(?:[01]|(0\\.\\d{1,20}))'),
    verdict: oneOf(verdict/* VERDICTS */.bk),
    trust: oneOf(ledger_entry/* TRUST_LEVELS */.xW),
    tool: NAME,
};
/** A sticky pattern of one line. @param captured fields whose text is a group; the digits of `coverage` always are */
function linePattern(captured = new Set()) {
    const fields = Object.entries(FIELDS).map(([name, pattern]) => `"${name}":${captured.has(name) ? `(${pattern})` : pattern}`);
    return new RegExp(`\\{${fields.join(',')}\\}(?:\\n|$)`, 'y');
}
const LINE = linePattern();
/** End of the line that begins at `start`, newline included; null unless it is an entry exactly as `entryLine` writes it. */
function endOfCanonicalLine(content, start) {
    LINE.lastIndex = start;
    const match = LINE.exec(content);
    return match !== null && isNumberText(match[1]) ? LINE.lastIndex : null;
}
/** Whether digits are written as JSON.stringify writes their number. @param digits undefined: there are none */
function isNumberText(digits) {
    return digits === undefined || String(Number(digits)) === digits;
}
/** Whether a line, without its newline, is an entry exactly as `entryLine` writes it. */
function isCanonicalLine(line) {
    return endOfCanonicalLine(line, 0) === line.length && !line.endsWith('\n');
}
/**
 * Whether all lines of a file are such entries, the last one with its newline: then the file is its own NDJSON. Bytes are compared as
 * Latin-1, which needs no decoding; a text in UTF-8 has at least as many bytes as units, so its limit is kept.
 */
function isCanonicalFile(bytes) {
    if (!(0,external_node_buffer_.isUtf8)(bytes))
        return false;
    const content = bytes.toString('latin1');
    if (!content.endsWith('\n'))
        return content === '';
    for (let start = 0; start < content.length;) {
        const end = endOfCanonicalLine(content, start);
        if (end === null)
            return false;
        start = end;
    }
    return true;
}
/** In the order of the schema, as `canonicalRows` reads the groups; the digits of `coverage` come before the verdict. */
const ROW = linePattern(new Set(['key', 'ended_at', 'workflow', 'job', 'wh', 'g', 'verdict']));
/** Rows of a file of such entries, without parsing the fields that no table shows; null for any other file. */
function canonicalRows(bytes) {
    if (!(0,external_node_buffer_.isUtf8)(bytes))
        return null;
    const content = bytes.toString('utf8');
    if (!content.endsWith('\n'))
        return content === '' ? [] : null;
    const rows = [];
    for (let start = 0; start < content.length; start = ROW.lastIndex) {
        ROW.lastIndex = start;
        const match = ROW.exec(content);
        if (match === null || !isNumberText(match[7]))
            return null;
        const [, key = '', endedAt = '', workflow = '', job = '', wh = '', g = '', , verdict = ''] = match;
        rows.push({
            key: key.slice(1, -1),
            ended_at: endedAt.slice(1, -1),
            workflow: nameOf(workflow),
            job: nameOf(job),
            wh: canonical_line_numberOf(wh),
            g: canonical_line_numberOf(g),
            verdict: verdict.slice(1, -1),
        });
    }
    return rows;
}
function nameOf(field) {
    return field === 'null' ? null : field.slice(1, -1);
}
function canonical_line_numberOf(field) {
    return field === 'null' ? null : Number(field);
}

;// CONCATENATED MODULE: ./build/src/ledger/entry-file.js






/** The lines of the ledger's files: NDJSON, one entry or correction a line. */
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
    if (isCanonicalLine(line))
        return JSON.parse(line);
    const json = (0,core_json/* parseJson */.q)(line);
    if (json === undefined)
        throw new errors/* MeasurementError */.HG(`${where}: the line is not JSON; it may be truncated`, where);
    const version = typeof json === 'object' && json !== null && 'v' in json ? json.v : undefined;
    if (version !== ledger_entry/* ENTRY_VERSION */.A9) {
        const found = version === undefined ? 'missing' : (0,core_text/* printable */.g$)(JSON.stringify(version) ?? 'missing', 40);
        throw new errors/* MeasurementError */.HG(`${where}: version ${found} is unknown; this program reads version ${ledger_entry/* ENTRY_VERSION */.A9}: update it`, where);
    }
    const isCorrecting = typeof json === 'object' && json !== null && 'corrects' in json;
    const result = isCorrecting ? ledger_entry/* CorrectionSchema */.aP.safeParse(json) : ledger_entry/* EntrySchema */.io.safeParse(json);
    if (result.success)
        return result.data;
    throw new errors/* MeasurementError */.HG(`${where}: ${(0,schema_issue/* schemaIssue */.h)(result.error, 'entry')}`, where);
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
        if (index === lines.length - 1 && faults.length > 0 && (0,core_json/* parseJson */.q)(line) === undefined)
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

;// CONCATENATED MODULE: ./build/src/ledger/retry.js
/** Tries of a write that lost a race. */
const MAX_TRIES = 8;
/** All tries and waits together, ms. */
const MAX_TOTAL_MS = 60_000;
/** First and longest range of the random wait, ms. */
const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 20_000;
/** Why a write that lost every race was given up. */
const GIVEN_UP = 'other writers were faster 8 times or for 60 s';
const SYSTEM_CLOCK = {
    now: () => Date.now(),
    sleep: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
    random: () => Math.random(),
};
/**
 * Repeats an attempt that lost a race or failed with an error that may pass, with full jitter: a random wait between 0 and
 * min(20 s, 0.4 s x 2^n).
 * @param attempt returns null when it lost
 * @returns null after 8 tries or 60 s, when the last one lost a race
 * @throws the last error that may pass, and at once any other
 */
async function retry(attempt, isPassing, clock) {
    const start = clock.now();
    let failure = null;
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        if (tries > 0) {
            const wait = clock.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries);
            if (clock.now() + wait - start > MAX_TOTAL_MS)
                break;
            await clock.sleep(wait);
        }
        failure = null;
        try {
            const result = await attempt();
            if (result !== null)
                return result;
        }
        catch (error) {
            if (!isPassing(error))
                throw error;
            failure = { error };
        }
    }
    if (failure !== null)
        throw failure.error;
    return null;
}

;// CONCATENATED MODULE: ./build/src/ledger/pruned.js

/** Months whose entries were deleted and whose totals stayed. */
function prunedMonths(months) {
    return [...months]
        .filter(([, { pruned }]) => pruned === true)
        .map(([month]) => month)
        .sort();
}
/**
 * Makes sure that the entries of the days are still there.
 * @throws MeasurementError: a sum without the deleted entries would look complete
 */
function assertNotPruned(months, { from, to }) {
    const last = prunedMonths(months).findLast((month) => month >= from.slice(0, 7) && month <= to.slice(0, 7));
    if (last === undefined)
        return;
    throw new errors/* MeasurementError */.HG(`ledger: the entries of ${last} were pruned: only the totals of whole months remain; choose later days with --from`, 'ledger');
}
/** Why an entry of a pruned month is not added. */
function prunedRefusal(key) {
    return `${key} ended in a month whose entries were pruned: it cannot be compared with them and is not added`;
}
/** Why an entry cannot be added; null if it can. Without the old keys, a duplicate would not be found. */
function refusalOf(months, { key, ended_at }) {
    return months.get(ended_at.slice(0, 7))?.pruned === true ? prunedRefusal(key) : null;
}
/** The month before the current one, UTC. It and later ones are never pruned: a week may begin in it. */
function recentMonth(nowMs) {
    const now = new Date(nowMs);
    return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
}

// EXTERNAL MODULE: ./build/src/ledger/where.js
var ledger_where = __webpack_require__(3420);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/src/ledger/decoded-part.js

/**
 * User, password or another part of an address without its percent encoding.
 * @param what whose address it is, for the message
 * @throws ConfigurationError that does not contain the part, because it may be a password
 */
function decodedPart(text, what) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        throw new errors/* ConfigurationError */.j1(`${what}: the address has a % that is not followed by two hexadecimal digits: write a % of a password as %25`);
    }
}

;// CONCATENATED MODULE: ./build/src/ledger/postgres/address.js




const DEFAULT_PORT = 5432;
const DEFAULT_TABLE = 'carbon_ledger';
/** Parameters of an address that are read; they are those of libpq. Each has a variable of the same meaning. */
const PARAMETERS = {
    host: 'PGHOST',
    sslmode: 'PGSSLMODE',
    sslrootcert: 'PGSSLROOTCERT',
    sslcert: 'PGSSLCERT',
    sslkey: 'PGSSLKEY',
};
/**
 * Reads the address of a database. The password comes from CARBON_GATE_LEDGER_URL, if that is the same database, else from PGPASSWORD.
 * @throws ConfigurationError that never contains the password
 * @example databaseAddress({ kind: 'postgres', url: 'postgres://ci@db.example/carbon#finance.ledger' }, process.env).table
 * // '"finance"."ledger"'
 */
function databaseAddress({ url: text }, env) {
    const url = parseUrl(text);
    const parameter = (name) => url.searchParams.get(name) || env[PARAMETERS[name] ?? ''] || '';
    for (const name of url.searchParams.keys()) {
        if (name in PARAMETERS)
            continue;
        const known = Object.keys(PARAMETERS).join(', ');
        throw new errors/* ConfigurationError */.j1(`ledger: the parameter ${(0,core_text/* printable */.g$)(name, 40)} is unknown: use one of ${known}`);
    }
    const user = decodedPart(url.username, 'ledger') || env['PGUSER'] || env['USER'] || '';
    if (user === '')
        throw new errors/* ConfigurationError */.j1('ledger: name the user, as in `postgres://USER@HOST/DATABASE`');
    const host = unbracketed(decodedPart(url.hostname, 'ledger')) || parameter('host') || 'localhost';
    return {
        host,
        port: Number(url.port || env['PGPORT'] || DEFAULT_PORT),
        user,
        database: decodedPart(url.pathname.slice(1), 'ledger') || env['PGDATABASE'] || user,
        password: passwordFrom(url, env) || env['PGPASSWORD'] || '',
        tls: tlsOptions(host, parameter),
        table: tableOf(url.hash.slice(1) || DEFAULT_TABLE),
    };
}
function parseUrl(text) {
    try {
        // An address such as `postgres:///carbon?host=/run/postgresql` has no host.
        return new URL(text.replace(/^postgres(?:ql)?:/i, 'postgres:'));
    }
    catch {
        throw new errors/* ConfigurationError */.j1('ledger is not an address that can be read: use `postgres://USER@HOST:PORT/DATABASE`');
    }
}
function unbracketed(host) {
    return host.replace(/^\[(.*)\]$/, '$1');
}
/** Password in CARBON_GATE_LEDGER_URL, if it names the same host, port, database and user. */
function passwordFrom(url, env) {
    const variable = env['CARBON_GATE_LEDGER_URL']?.trim();
    if (!variable || !/^postgres(?:ql)?:\/\//i.test(variable))
        return '';
    const other = parseUrl(variable);
    const isSame = identity(other) === identity(url) && (url.username === '' || url.username === other.username);
    return isSame ? decodedPart(other.password, 'ledger') : '';
}
function identity({ hostname, port, pathname }) {
    return `${hostname.toLowerCase()}:${port || DEFAULT_PORT}${pathname}`;
}
/** A table, also with its schema. Quoted, so that no name is read as SQL. */
function tableOf(name) {
    if (!/^[A-Za-z_]\w{0,62}(?:\.[A-Za-z_]\w{0,62})?$/.test(name)) {
        throw new errors/* ConfigurationError */.j1(`ledger: ${(0,core_text/* printable */.g$)(JSON.stringify(name), 80)} is not the name of a table: use #TABLE or #SCHEMA.TABLE`);
    }
    return name
        .split('.')
        .map((part) => `"${part}"`)
        .join('.');
}
/** Modes of libpq. `allow` and `prefer` would fall back to an unencrypted connection, so they are read as `require`. */
const MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];
/** Hosts that are this machine: an address of the loopback interface, or a socket in the file system. */
const LOCAL = /^(?:localhost|127(?:\.\d+){3}|::1|\/.*)$/i;
/** TLS by the mode. Without a mode, the server's certificate is verified, except on this machine, where TLS is not used. */
function tlsOptions(host, parameter) {
    const mode = parameter('sslmode') || (LOCAL.test(host) ? 'disable' : 'verify-full');
    if (!MODES.includes(mode)) {
        throw new errors/* ConfigurationError */.j1(`ledger: sslmode is ${(0,core_text/* printable */.g$)(mode, 40)}: use one of ${MODES.join(', ')}`);
    }
    if (mode === 'disable')
        return false;
    const root = parameter('sslrootcert');
    const files = {
        ...(root !== '' && root !== 'system' && { ca: readCertificate(root, 'sslrootcert') }),
        ...(parameter('sslcert') && { cert: readCertificate(parameter('sslcert'), 'sslcert') }),
        ...(parameter('sslkey') && { key: readCertificate(parameter('sslkey'), 'sslkey') }),
    };
    if (mode === 'verify-full')
        return { rejectUnauthorized: true, ...files };
    // As in libpq: with a root certificate, `require` verifies the issuer too.
    if (mode === 'verify-ca' || root !== '') {
        return { rejectUnauthorized: true, checkServerIdentity: () => undefined, ...files };
    }
    return { rejectUnauthorized: false, ...files };
}
function readCertificate(file, name) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        const { code } = error;
        throw new errors/* ConfigurationError */.j1(`ledger: ${name} ${(0,core_text/* printable */.g$)(file)} cannot be read: ${code}`);
    }
}

;// CONCATENATED MODULE: ./build/src/ledger/postgres/failure.js


/** SQLSTATEs after which the same statement may succeed, of PostgreSQL's appendix A. */
const PASSING = new Set([
    '40001', // serialization_failure
    '40P01', // deadlock_detected
    '53300', // too_many_connections
    '57P01', // admin_shutdown
    '57P02', // crash_shutdown
    '57P03', // cannot_connect_now
    '08000',
    '08003',
    '08006', // connection failures
    // Two writers that create the table at once.
    '23505',
    '42P07',
    'ECONNRESET',
    'EPIPE',
]);
/** Messages of the client about a connection that was cut: they have no code. */
const CUT = /connection terminated|connection ended|server closed the connection/i;
/** Reasons by code, with what to do. */
const REASONS = {
    '28P01': 'user or password is wrong: set PGPASSWORD, or the whole address in CARBON_GATE_LEDGER_URL',
    '28000': 'the server does not let this user in: look at its pg_hba.conf and at sslmode',
    '3D000': 'there is no such database',
    '3F000': 'there is no such schema',
    '42501': 'the role has no right to do this: writing needs `insert` and `select` on the table, also `update` on its tables `_days` and `_state`, and `create` on the schema for the first write (docs/ledger-postgres.md has the SQL)',
    '42P10': 'the table has no unique `key`: make it as docs/ledger-postgres.md says',
    '42703': 'the table has other columns than a ledger: make it as docs/ledger-postgres.md says, or choose another with #TABLE',
    '25006': 'the database is read-only: give the address of the primary server',
    '53100': 'the disk of the server is full',
    '57014': 'no answer in time',
    ENOTFOUND: 'the host is unknown',
    EAI_AGAIN: 'the host is unknown',
    ECONNREFUSED: 'the server cannot be reached',
    EHOSTUNREACH: 'the server cannot be reached',
    ETIMEDOUT: 'the server cannot be reached',
    ENOENT: 'there is no such socket',
};
/** Reasons by message, where there is no code. */
const MESSAGES = [
    [/password must be a|no password supplied|empty password/i, 'the server wants a password: set PGPASSWORD'],
    [
        /does not support SSL/i,
        'the server has no TLS: add `?sslmode=disable` to the address if the network between is trusted',
    ],
    [
        /self.signed|unable to (?:verify|get)|certificate|altnames/i,
        'the certificate of the server cannot be verified: name its issuer with `sslrootcert=FILE`, or add `?sslmode=require` to encrypt without verifying',
    ],
    [/timeout/i, 'no answer in time'],
];
/** Whether the same statement may succeed when it is repeated. */
function isPassing({ code = '', message }) {
    return PASSING.has(code) || CUT.test(message);
}
/** SQLSTATE of a role that has no right to a table. */
const NOT_PERMITTED = '42501';
/** Whether the table does not exist yet. */
function isMissingTable({ code }) {
    return code === '42P01';
}
/**
 * The error of a failed statement: what was tried, why not, what to do.
 * @param password is removed from the text, should a server repeat it
 */
function databaseError(action, error, password) {
    const { code = '', message } = error;
    const advice = REASONS[code] ?? MESSAGES.find(([pattern]) => pattern.test(message))?.[1];
    const detail = (0,core_text/* printable */.g$)(password === '' ? message : message.replaceAll(password, '***'));
    return new errors/* MeasurementError */.HG(`${action}: ${advice ? `${advice} (${detail})` : detail || code}`, 'ledger');
}

;// CONCATENATED MODULE: ./build/src/ledger/postgres/connection.js


/** Wait for a connection, ms. */
const CONNECT_MS = 5000;
/** Time that the client gives the server beyond the server's own limit, ms: then the network is the problem. */
const NETWORK_MS = 2000;
/** Wait for a polite end of the connection, ms. */
const END_MS = 1000;
/** A connection to the ledger's database, opened by the first statement. The library is loaded only then. */
class Connection {
    #address;
    #client = null;
    constructor(address) {
        this.#address = address;
    }
    /**
     * Runs one statement.
     * @param timeoutMs after which the server gives up
     * @throws the server's error as it is: callers decide what may be repeated
     */
    async query(sql, values, timeoutMs) {
        const client = await this.#connected();
        await client.query(`set statement_timeout = ${Math.ceil(timeoutMs)}`);
        // The type of the library has no `query_timeout`, which the client itself keeps.
        const config = { text: sql, values: [...values], query_timeout: timeoutMs + NETWORK_MS };
        const { rows } = await client.query(config);
        return rows;
    }
    #connected() {
        this.#client ??= this.#connect();
        return this.#client;
    }
    async #connect() {
        const { default: pg } = await __webpack_require__.e(/* import() */ 849).then(__webpack_require__.bind(__webpack_require__, 3849));
        const { host, port, user, database, password, tls } = this.#address;
        const client = new pg.Client({
            host,
            port,
            user,
            database,
            // As a function, so that the library does not look for a password elsewhere.
            password: () => password,
            ssl: tls,
            connectionTimeoutMillis: CONNECT_MS,
            query_timeout: CONNECT_MS,
            application_name: 'carbon-gate',
        });
        // A connection that is cut while it is idle; the next statement fails and opens another one.
        client.on('error', () => {
            this.#client = null;
        });
        try {
            await client.connect();
        }
        catch (error) {
            this.#client = null;
            client.end().catch(() => { });
            throw error;
        }
        return client;
    }
    /** Ends the connection; a later statement opens another one. */
    async close() {
        const client = await this.#client?.catch(() => null);
        this.#client = null;
        if (!client)
            return;
        let timer;
        const late = new Promise((resolve) => {
            timer = setTimeout(resolve, END_MS);
        });
        await Promise.race([client.end().catch(() => { }), late]).finally(() => clearTimeout(timer));
    }
    /** The error for people. Errors of our own stay as they are. */
    describe(action, error) {
        return error instanceof errors/* MeasurementError */.HG
            ? error
            : databaseError(action, error, this.#address.password);
    }
    isPassing(error) {
        return isPassing(error);
    }
}

// EXTERNAL MODULE: ./build/src/ledger/cursors.js
var ledger_cursors = __webpack_require__(1284);
;// CONCATENATED MODULE: ./build/src/ledger/postgres/table.js


/** Columns of a line, in the order of the schema. They are named like its fields. */
const COLUMNS = Object.keys(ledger_entry/* CorrectionSchema */.aP.shape);
/** Types of the columns that are not text. `numeric` is exact: sums do not depend on the order of rows. */
const TYPES = {
    v: 'integer',
    ended_at: 'timestamptz',
    pr: 'integer',
    s: 'numeric',
    wh: 'numeric',
    wh_low: 'numeric',
    wh_high: 'numeric',
    g: 'numeric',
    op_g: 'numeric',
    em_g: 'numeric',
    l: 'numeric',
    tokens: 'numeric',
    coverage: 'numeric',
};
/** Columns that are never null. */
const REQUIRED = new Set(['v', 'ended_at', 'verdict', 'trust']);
function columnType(column) {
    return TYPES[column] ?? 'text';
}
/** Name of the table with the collector's cursor. */
function stateTable(table) {
    return table.replace(/"$/, '_state"');
}
/** Name of the table with the sums of each day, repository and workflow: totals read it instead of every row. */
function daysTable(table) {
    return table.replace(/"$/, '_days"');
}
/** Columns of a sum. The differences of corrections are in it; they count as lines, but not as entries. */
const SUMS = ['lines', 'entries', 'g', 'wh', 'l', 'no_g', 'no_wh', 'no_l'];
/** The part that each row of `source` has in the sums of its day, repository and workflow. */
function sharesSql(source) {
    const isNamed = (change) => `coalesce(' ' || reveals || ' ' like '% ${change} %', false)::int`;
    const unknown = (figure) => `(corrects is null and ${figure} is null)::int - ${isNamed(figure)} + ${isNamed(`-${figure}`)} as no_${figure}`;
    return `select (ended_at at time zone 'UTC')::date as day, coalesce(repository, '${ledger_totals/* UNNAMED */.rY}') as repository,
    coalesce(workflow, '${ledger_totals/* UNNAMED */.rY}') as workflow, 1 as lines, (corrects is null)::int as entries, g, wh, l,
    ${unknown('g')}, ${unknown('wh')}, ${unknown('l')} from ${source}`;
}
/** The sums of all rows of `source`, in an order that keeps concurrent writers from deadlocks. */
function sumsSql(source) {
    const sums = SUMS.map((name) => `sum(${name}) as ${name}`).join(', ');
    return `select day, repository, workflow, ${sums} from (${sharesSql(source)}) as shares
    group by day, repository, workflow order by day, repository, workflow`;
}
/**
 * SQL that makes the tables and their indexes, and sums the rows of a table that has no sums yet. The ledger runs it on its first
 * write; an administrator may run it before, so that the role of the jobs needs no right to create tables.
 * @param table quoted name
 */
function tableSql(table) {
    const name = table.replace(/^.*\./, '').replaceAll('"', '');
    const columns = COLUMNS.map((column) => {
        const rule = column === 'key' ? ' primary key' : REQUIRED.has(column) ? ' not null' : '';
        return `  ${column} ${columnType(column)}${rule}`;
    });
    return `create table if not exists ${table} (
${columns.join(',\n')},
  added_at timestamptz not null default now()
);
create index if not exists "${name}_ended_at" on ${table} (ended_at) include (repository, workflow, g, wh, l, corrects, reveals);
create index if not exists "${name}_added_at" on ${table} (added_at);
create index if not exists "${name}_corrects" on ${table} (corrects) where corrects is not null;
create table if not exists ${stateTable(table)} (name text primary key, value text not null);
create table if not exists ${daysTable(table)} (
  day date not null,
  repository text not null,
  workflow text not null,
  lines bigint not null,
  entries bigint not null,
  g numeric,
  wh numeric,
  l numeric,
  no_g bigint not null,
  no_wh bigint not null,
  no_l bigint not null,
  primary key (day, repository, workflow)
);
insert into ${daysTable(table)} select * from (${sumsSql(table)}) as sums
  where not exists (select 1 from ${daysTable(table)}) on conflict do nothing;
`;
}

;// CONCATENATED MODULE: ./build/src/ledger/postgres/rows.js


/** Columns for `select`. Times are UTC text with up to six decimals. */
const SELECTED = COLUMNS.map((column) => column === 'ended_at' ? `to_char(ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as ended_at` : column).join(', ');
/** Columns with their types, for `jsonb_to_recordset`. */
const RECORD = COLUMNS.map((column) => `${column} ${columnType(column)}`).join(', ');
/** Columns that only a correction has. */
const OPTIONAL = new Set(['corrects', 'reason', 'reveals']);
/** Lines as the JSON text of one parameter. PostgreSQL stores neither NUL nor lone surrogates in a text. */
function jsonOf(lines) {
    return JSON.stringify(lines, (_, value) => typeof value === 'string' ? value.replaceAll(UNSTORABLE, '\uFFFD') : value);
}
// eslint-disable-next-line no-control-regex
const UNSTORABLE = /\u0000|\p{Surrogate}/gu;
/**
 * A row as a line of the ledger, with every rule of the schema applied.
 * @throws MeasurementError that names the key
 */
function lineOf(row, table) {
    const fields = COLUMNS.flatMap((column) => {
        const value = row[column] ?? null;
        if (OPTIONAL.has(column) && value === null)
            return [];
        if (column === 'ended_at')
            return [[column, withoutZeros(String(value))]];
        return [[column, columnType(column) === 'numeric' && value !== null ? Number(value) : value]];
    });
    return readEntryLine(JSON.stringify(Object.fromEntries(fields)), `${table}, key ${String(row['key'])}`);
}
/** `13:05:00.000000Z` as `13:05:00Z`. */
function withoutZeros(time) {
    return time.replace(/\.?0+Z$/, 'Z');
}
/** A row of sums. */
function sumOf(row) {
    const count = (name) => Number(row[name] ?? 0);
    const figure = (name) => (row[name] === null ? null : Number(row[name]));
    const unknown = { g: count('no_g'), wh: count('no_wh'), l: count('no_l') };
    return { entries: count('entries'), g: figure('g'), wh: figure('wh'), l: figure('l'), unknown };
}

;// CONCATENATED MODULE: ./build/src/ledger/postgres/ledger-totals.js





/** Totals of the days from the answer of the statement for totals. */
function ledgerTotals(rows, { from, to }, nowMs) {
    const builder = new ledger_totals/* TotalsBuilder */.dc();
    for (const row of rows) {
        const { division, name = null, workflow = null } = row;
        if (division === 'day')
            builder.addDay(String(name), sumOf(row));
        const repository = name === null ? {} : { repository: String(name) };
        if (division === 'group')
            builder.addGroup({ ...repository, ...(workflow !== null && { workflow: String(workflow) }) }, sumOf(row));
    }
    const months = monthsOf(rows);
    if (!(0,calendar/* coversMonths */.qJ)({ from, to }))
        assertNotPruned(months, { from, to });
    for (const [month, sums] of months)
        if (month >= from.slice(0, 7) && month <= to.slice(0, 7))
            builder.addMonth(sums);
    const state = rows.find(({ division }) => division === 'state');
    const all = [...months.values()].reduce((sum, { entries }) => sum + entries, Number(state?.['entries'] ?? 0));
    const cursors = cursorsOf(rows);
    const last = timeOf(rows.find(({ name }) => name === cursorName(undefined)));
    // A cursor that moves adds no row; it is not later than the write that moved it.
    const times = [timeOf(state), last].filter((time) => time !== null);
    const written = times.sort().at(-1) ?? null;
    return {
        ...builder.value(),
        from,
        to,
        as_of: all === 0 ? null : ((0,ledger_cursors/* activeCursors */.w)(cursors, nowMs)[0]?.cursor ?? last ?? written),
        written_at: all === 0 ? null : written,
        tip: null,
        cursors,
        all_entries: all,
    };
}
function timeOf(row) {
    const asOf = row?.['as_of'] ?? null;
    return asOf === null ? null : String(asOf).replace('.000Z', 'Z');
}
/** Totals of the pruned months, by month. */
function monthsOf(rows) {
    return new Map(rows
        .filter(({ division }) => division === 'pruned')
        .map(({ name, as_of }) => [
        String(name).slice('pruned/'.length),
        (0,ledger_totals/* readMonthTotals */.YQ)(String(as_of), String(name)),
    ]));
}
/** Cursor of each repository's collector. */
function cursorsOf(rows) {
    const found = rows.filter(({ division, name }) => division === 'cursor' && name !== cursorName(undefined));
    return Object.fromEntries(found.map(({ name, as_of }) => [String(name).slice('cursor/'.length), String(as_of)]));
}
/** Name of a cursor in the state table: each repository has one, besides the latest of all. */
function cursorName(repository) {
    return repository === undefined ? 'cursor' : `cursor/${repository}`;
}

;// CONCATENATED MODULE: ./build/src/ledger/postgres/statements.js


/** The statements of the ledger. `table` is a quoted name; values are parameters. */
/**
 * Adds lines, $1 as JSON, and what they add to the sums of their days: all or none. A known key is left as it is; a line of a pruned
 * month is refused and named.
 * @param movesCursor whether $2 is the new cursor of the collector with the name $3; it never moves back
 */
function insertSql(table, movesCursor) {
    const columns = COLUMNS.join(', ');
    const state = stateTable(table);
    const extended = SUMS.map((name) => `${name} = coalesce(sums.${name} + excluded.${name}, sums.${name}, excluded.${name})`).join(', ');
    const moved = `, moved as (insert into ${state} (name, value)
    select distinct name, $2::text from (values ('cursor'), ($3::text)) as names (name)
    on conflict (name) do update set value = greatest(excluded.value, ${state}.value) returning 1)`;
    return `with given as (select * from jsonb_to_recordset($1::jsonb) as x(${RECORD})),
    refused as (select key from given join ${state} s on s.name = 'pruned/' || to_char(ended_at at time zone 'UTC', 'YYYY-MM')),
    added as (insert into ${table} (${columns}) select ${columns} from given where key not in (select key from refused)
      on conflict (key) do nothing returning ended_at, repository, workflow, g, wh, l, corrects, reveals),
    summed as (insert into ${daysTable(table)} as sums (day, repository, workflow, ${SUMS.join(', ')}) ${sumsSql('added')}
      on conflict (day, repository, workflow) do update set ${extended} returning 1)${movesCursor ? moved : ''}
    select (select count(*) from added) as added, (select min(key) from refused) as refused`;
}
/** Corrections from $1 to before $2. */
function correctionsSql(table) {
    return `select ${SELECTED} from ${table} where corrects is not null and ended_at >= $1 and ended_at < $2 order by ${table}.added_at`;
}
/** Lines from $1 to before $2, after the line with the time $3 and the key $4. */
function pageSql(table, rows) {
    return `select ${SELECTED}, extract(epoch from added_at) as added_s from ${table}
    where ended_at >= $1 and ended_at < $2 and (ended_at, key) > ($3, $4) order by ${table}.ended_at, key limit ${rows}`;
}
/**
 * Sums by day, by workflow, by repository, and by both, from $1 to before $2, and the state of the whole table, of one moment.
 * @param source `days`: the table of sums, with a row `unsummed` that says how many rows are not in it; `rows`: all rows, for a table
 *   whose sums are missing, incomplete, or not readable
 */
function totalsSql(table, source) {
    const day = (parameter) => `(${parameter}::timestamptz at time zone 'UTC')::date`;
    const [chosen, entries, unsummed] = source === 'days'
        ? [
            `${daysTable(table)} where day >= ${day('$1')} and day < ${day('$2')}`,
            `coalesce(sum(entries), 0) from ${daysTable(table)}`,
            `(select count(*) from ${table} where ended_at >= $1 and ended_at < $2)
            - (select coalesce(sum(lines), 0) from ${daysTable(table)} where day >= ${day('$1')} and day < ${day('$2')})`,
        ]
        : [
            `(${sharesSql(`${table} where ended_at >= $1 and ended_at < $2`)}) as shares`,
            `count(*) from ${table} where corrects is null`,
            '0',
        ];
    const sums = SUMS.map((name) => `sum(${name}) as ${name}`).join(', ');
    return `select case when grouping(day) = 0 then 'day' else 'group' end as division,
      coalesce(to_char(day, 'YYYY-MM-DD'), repository) as name, workflow, ${sums}, null::text as as_of
    from ${chosen} group by grouping sets ((day), (workflow), (repository), (repository, workflow))
    union all
    select split_part(name, '/', 1), name, null, 0, 0, null, null, null, 0, 0, 0, value from ${stateTable(table)}
      where name like 'pruned/%' or name = 'cursor' or name like 'cursor/%'
    union all
    select 'unsummed', null, null, ${unsummed}, 0, null, null, null, 0, 0, 0, null
    union all
    select 'state', null, null, 0, (select ${entries}), null, null, null, 0, 0, 0,
      (select to_char(max(added_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from ${table})`;
}
/** How many sums differ from those of the rows. */
function differingSumsSql(table) {
    const columns = `day, repository, workflow, ${SUMS.join(', ')}`;
    return `with kept as (select ${columns} from ${daysTable(table)}), summed as (${sumsSql(table)})
    select count(distinct (day, repository, workflow)) as differing from (
      (select * from kept except select * from summed) union all (select * from summed except select * from kept)) as parts`;
}
/** Whether the table has a unique index on `key` alone. */
function uniqueKeySql() {
    return `select 1 from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indrelid = to_regclass($1) and i.indisunique and i.indnkeyatts = 1 and a.attname = 'key'`;
}

;// CONCATENATED MODULE: ./build/src/ledger/findings.js
/** How much later than its writing an entry may end before a clock must be wrong, ms. */
const CLOCK_SLACK_MS = 10 * 60_000;
/** Minutes by which an entry ended after it was written; null where the clocks agree. */
function minutesAhead(endedAt, writtenS) {
    const aheadMs = Date.parse(endedAt) - writtenS * 1000;
    return aheadMs > CLOCK_SLACK_MS ? Math.round(aheadMs / 60_000) : null;
}
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

;// CONCATENATED MODULE: ./build/src/ledger/postgres/verify.js




/**
 * Checks every row: the schema of a line, corrections that have their entry, clocks.
 * @param hasUniqueKey whether the database keeps keys unique
 */
async function verifyRows(pages, hasUniqueKey, name) {
    const findings = new Findings();
    const keys = new Set();
    const corrected = new Map();
    let entries = 0;
    for await (const page of pages) {
        for (const row of page) {
            const line = readRow(row, name);
            if (typeof line === 'string') {
                findings.fault(line);
                continue;
            }
            if (keys.has(line.key))
                findings.fault(`key ${line.key} is there twice`);
            keys.add(line.key);
            if ((0,ledger_entry/* isCorrection */.HJ)(line))
                corrected.set(line.key, line.corrects);
            else
                entries += 1;
            const minutes = minutesAhead(line.ended_at, Number(row['added_s']));
            if (minutes !== null)
                findings.warn(`key ${line.key} ended ${minutes} min after it was added: a clock was wrong`);
        }
    }
    for (const [key, target] of corrected) {
        if (!keys.has(target))
            findings.fault(`key ${key} corrects ${target}, which is not there`);
    }
    if (keys.size > 0 && !hasUniqueKey)
        findings.fault(`${name}: the table has no unique index on key`);
    return { commits: 0, entries, ...findings };
}
/** The line, or what is wrong with it. */
function readRow(row, name) {
    try {
        return lineOf(row, name);
    }
    catch (error) {
        if (error instanceof errors/* MeasurementError */.HG)
            return error.message;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/ledger/postgres/postgres-store.js

















/** Limits of a statement, ms: a job waits for totals and writes, a person for a long list. */
const LIMITS_MS = { totals: 8000, write: 15_000, list: 60_000 };
/** Rows of one answer: bounds the memory. */
const PAGE = 20_000;
const ALWAYS = { from: '0001-01-01', to: '9999-12-30' };
/** A ledger in a table of a PostgreSQL database, or of any that speaks its protocol. */
class PostgresStore {
    name;
    #address;
    #connection;
    #clock;
    #limits;
    /** @throws ConfigurationError */
    constructor(place, { env, clock = SYSTEM_CLOCK, limitsMs = {} }) {
        this.name = (0,ledger_where/* placeName */.f)(place);
        this.#address = databaseAddress(place, env);
        this.#connection = new Connection(this.#address);
        this.#clock = clock;
        this.#limits = { ...LIMITS_MS, ...limitsMs };
    }
    add(entries) {
        return this.#write(entries, null);
    }
    collect(entries, cursor, repository) {
        return this.#write(entries, cursor, repository);
    }
    /** One statement, so all or nothing. Repeating it is safe: a key that is there is left as it is. */
    async #write(entries, cursor, repository) {
        const sql = insertSql(this.#address.table, cursor !== null);
        const values = [
            jsonOf(entries.map(({ entry }) => entry)),
            ...(cursor === null ? [] : [cursor, cursorName(repository)]),
        ];
        const rows = await retry(() => this.#insert(sql, values), (error) => this.#connection.isPassing(error), this.#clock).catch((error) => {
            throw this.#connection.describe('ledger: cannot write', error);
        });
        const { added: count, refused = null } = rows?.[0] ?? {};
        const added = Number(count ?? 0);
        if (refused !== null) {
            throw new errors/* MeasurementError */.HG(`ledger: ${prunedRefusal(String(refused))}; ${added} others were added`, 'ledger');
        }
        return { added, duplicates: entries.length - added, waiting: 0, warning: null };
    }
    /** Inserts; makes the table if it is the first write of all. A connection that failed is closed: the next try opens another. */
    async #insert(sql, values) {
        const { table } = this.#address;
        const run = (sql, values) => this.#connection.query(sql, values, this.#limits.write);
        try {
            return await run(sql, values).catch(async (error) => {
                if (!isMissingTable(error))
                    throw error;
                await run(tableSql(table), []);
                return run(sql, values);
            });
        }
        catch (error) {
            if (this.#connection.isPassing(error))
                await this.#connection.close();
            throw error;
        }
    }
    async totals(range) {
        return ledgerTotals(await this.#sums(range), range, this.#clock.now());
    }
    /**
     * From the table of sums; from all rows where a ledger has no sums yet, the role may not read them, or another program added or deleted
     * rows without them. Only numbers of rows are compared: changed figures are found by `verify`.
     */
    async #sums(range) {
        const { table } = this.#address;
        try {
            const rows = await this.#connection.query(totalsSql(table, 'days'), rangeOf(range), this.#limits.totals);
            const unsummed = rows.find(({ division }) => division === 'unsummed');
            if (Number(unsummed?.['lines'] ?? 0) === 0)
                return rows;
        }
        catch (error) {
            const { code } = error;
            if (!isMissingTable(error) && code !== NOT_PERMITTED) {
                throw this.#connection.describe('ledger: cannot read', error);
            }
        }
        return this.#read(totalsSql(table, 'rows'), rangeOf(range), this.#limits.totals);
    }
    async cursor(repository) {
        const rows = await this.#read(`select value from ${stateTable(this.#address.table)} where name = $1`, [cursorName(repository)], this.#limits.totals);
        const value = rows[0]?.['value'] ?? null;
        return value === null ? null : String(value);
    }
    async entries(range) {
        return applyCorrections(await this.lines(range));
    }
    async *pages(range) {
        assertNotPruned(await this.#prunedMonths(), range);
        const corrections = (await this.#read(correctionsSql(this.#address.table), rangeOf(range), this.#limits.list)).map((row) => lineOf(row, this.name));
        const corrected = new Set(corrections.map((line) => ('corrects' in line ? line.corrects : '')));
        for await (const page of this.#pages(range)) {
            const lines = page.map((row) => lineOf(row, this.name)).filter((line) => !(0,ledger_entry/* isCorrection */.HJ)(line));
            const keys = new Set(lines.map(({ key }) => key).filter((key) => corrected.has(key)));
            yield applyCorrections([...lines, ...corrections.filter((line) => (0,ledger_entry/* isCorrection */.HJ)(line) && keys.has(line.corrects))]);
        }
    }
    rows(range) {
        return this.pages(range);
    }
    async *ndjson(range) {
        for await (const page of this.pages(range))
            yield page.map(entryLine).join('');
    }
    async lines(range) {
        assertNotPruned(await this.#prunedMonths(), range);
        const lines = [];
        for await (const page of this.#pages(range))
            for (const row of page)
                lines.push(lineOf(row, this.name));
        return lines;
    }
    /** Every key is found, whenever its report is added again, so no entry needs a mark. */
    async marks() {
        return { pruned: prunedMonths(await this.#prunedMonths()), undated: new Set() };
    }
    async #prunedMonths() {
        const sql = `select 'pruned' as division, name, value as as_of from ${stateTable(this.#address.table)} where name like 'pruned/%'`;
        return monthsOf(await this.#read(sql, [], this.#limits.totals));
    }
    /** In one transaction, during which no other writer adds: what is deleted is in the totals that stay. */
    async prune(month) {
        const { table } = this.#address;
        const run = (sql, values = []) => this.#connection.query(sql, values, this.#limits.list);
        try {
            await run('begin');
            await run(`lock table ${table} in share row exclusive mode`);
            const old = [];
            for await (const page of this.#pages({ from: '0001-01-01', to: `${month}-01` })) {
                old.push(...page.map((row) => lineOf(row, this.name)).filter(({ ended_at }) => ended_at < month));
            }
            const months = (0,ledger_totals/* sumMonths */.Zx)(old);
            for (const [name, sums] of months) {
                const value = JSON.stringify({ ...sums, pruned: true });
                await run(`insert into ${stateTable(table)} (name, value) values ($1, $2)`, [`pruned/${name}`, value]);
            }
            await run(`delete from ${table} where ended_at < $1`, [startOf(`${month}-01`)]);
            if (await this.#hasSums())
                await run(`delete from ${daysTable(table)} where day < $1::date`, [`${month}-01`]);
            await run('commit');
            return [...months.keys()];
        }
        catch (error) {
            // Without a commit nothing of it stays.
            await this.#connection.close();
            if (isMissingTable(error) && (await this.#isUnwritten()))
                return [];
            throw this.#connection.describe('ledger: cannot prune', error);
        }
    }
    /** Rows in pages, by time and key. */
    async *#pages({ from, to }) {
        const sql = pageSql(this.#address.table, PAGE);
        let last = ['-infinity', ''];
        for (;;) {
            const rows = await this.#read(sql, [...rangeOf({ from, to }), ...last], this.#limits.list);
            yield rows;
            const end = rows.at(-1);
            if (rows.length < PAGE || !end)
                return;
            last = [String(end['ended_at']), String(end['key'])];
        }
    }
    async #read(sql, values, timeoutMs) {
        try {
            return await this.#connection.query(sql, values, timeoutMs);
        }
        catch (error) {
            if (isMissingTable(error) && (await this.#isUnwritten()))
                return [];
            throw this.#connection.describe('ledger: cannot read', error);
        }
    }
    /** A ledger that was never written has no table: it is empty. Half of its tables is an error. */
    async #isUnwritten() {
        const sql = 'select to_regclass($1) is null and to_regclass($2) is null as unwritten';
        const { table } = this.#address;
        const rows = await this.#connection
            .query(sql, [table, stateTable(table)], this.#limits.totals)
            .catch((error) => {
            throw this.#connection.describe('ledger: cannot read', error);
        });
        return rows[0]?.unwritten === true;
    }
    /** Rows instead of commits: the database itself keeps keys unique and every write whole. */
    async verify() {
        const { table } = this.#address;
        const keys = await this.#read(uniqueKeySql(), [table], this.#limits.list);
        const found = await verifyRows(this.#pages(ALWAYS), keys.length > 0, this.name);
        const [row] = (await this.#hasSums()) ? await this.#read(differingSumsSql(table), [], this.#limits.list) : [];
        const differing = Number(row?.['differing'] ?? 0);
        if (differing === 0)
            return found;
        const days = daysTable(table);
        const differ = differing === 1 ? `1 sum in ${days} differs` : `${differing} sums in ${days} differ`;
        const text = `${differ} from the rows: drop that table, and the next write makes it again`;
        return { ...found, faults: [...found.faults, { commit: null, file: null, line: null, text }] };
    }
    /** Whether the ledger has its table of sums: the next write makes it. */
    async #hasSums() {
        const rows = await this.#read('select to_regclass($1) is not null as found', [daysTable(this.#address.table)], this.#limits.totals);
        return String(rows[0]?.['found']) === 'true';
    }
    close() {
        return this.#connection.close();
    }
}
function startOf(day) {
    // PostgreSQL has no year 0.
    return `${day < '0001-01-01' ? '0001-01-01' : day}T00:00:00Z`;
}
function rangeOf({ from, to }) {
    return [startOf(from), `${(0,calendar/* addDays */.fi)(to, 1)}T00:00:00Z`];
}

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
        throw new errors/* MeasurementError */.HG(`git cannot be run: ${(0,core_text/* printable */.g$)(error.message)}`, 'git');
    }
}
async function run(args, cwd, env) {
    const out = [];
    const errors = [];
    // The type leaves out null, which is the status after a signal.
    const status = await (0,exec/* exec */.m)('git', [...args], {
        cwd,
        env,
        silent: true,
        ignoreReturnCode: true,
        listeners: { stdout: (data) => void out.push(data), stderr: (data) => void errors.push(data) },
    });
    return resultOf(status, null, out, errors);
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
        child.on('close', (status, signal) => resolve(resultOf(status, signal, out, errors)));
    });
}
/** A git that a signal ended says nothing itself: a limit of the process, or too little memory. */
function resultOf(status, signal, out, errors) {
    const reason = status === null ? `\nfatal: git was ended by ${signal ?? 'a signal'}\n` : '';
    return {
        status: status ?? 1,
        stdout: Buffer.concat(out),
        stderr: `${Buffer.concat(errors).toString('utf8')}${reason}`,
    };
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
    return { user: decodedPart(username, 'ledger'), password: decodedPart(password, 'ledger') };
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

;// CONCATENATED MODULE: ./build/src/ledger/git/cursors.js
/** Cursor of each repository's collector. */
function latestCursors({ months }) {
    const latest = {};
    for (const [name, cursor] of [...months.values()].flatMap(({ cursors = {} }) => Object.entries(cursors))) {
        if (cursor > (latest[name] ?? ''))
            latest[name] = cursor;
    }
    return latest;
}
/** Cursor of one repository's collector, without a repository the latest of all; null before its first run. */
function latestCursor({ months }, repository) {
    const cursors = [...months.values()].map(({ cursor, cursors: own }) => repository === undefined ? cursor : (own?.[repository] ?? null));
    return (cursors
        .filter((cursor) => cursor !== null)
        .sort()
        .at(-1) ?? null);
}

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

// EXTERNAL MODULE: ./build/src/ledger/git/git-failure.js
var git_failure = __webpack_require__(8211);
;// CONCATENATED MODULE: ./build/src/ledger/git/signed-commits.js

/** Trailer of totals whose ledger's commit is not their parent: the forge makes no commits with two parents. */
const SUMMED_TRAILER = 'Ledger-commit: ';
/** Most bytes of files in one request, so that its answer comes in time: 20 hours of a busy repository. GitHub's own limit is 40 MB. */
const REQUEST_BYTES = 2_000_000;
/**
 * Commits to ledger and totals through the forge, where pushes need a signature. The two are not one step: an interruption between them
 * leaves totals of an earlier commit, which the next write computes again, as after any other interruption.
 * @param commits the ledger's first, where it changes
 * @returns whether all were made; false when another writer was faster
 * @throws MeasurementError when a branch does not exist: the forge signs commits only on existing branches
 */
async function commitSigned(signed, url, commits, ledger) {
    const missing = commits.find(({ content }) => content.parent === null);
    if (missing) {
        throw new errors/* MeasurementError */.HG(`ledger: the rules want signed commits and there is no ${missing.ref}: make it once with a signed commit, as docs/ledger.md shows`, 'ledger');
    }
    const heads = new Map(commits.map(({ ref, content }) => [ref, content.parent]));
    let tip = ledger;
    for (const { ref, content, isTotals } of inOrder(commits)) {
        const { message, deleted = [] } = content;
        const trailer = isTotals && tip !== null ? `\n${SUMMED_TRAILER}${tip}\n` : '';
        for (const [index, files] of inRequests(content.files).entries()) {
            const head = heads.get(ref) ?? null;
            if (head === null)
                return false;
            const change = { message: `${message}${trailer}`, files, deleted: index === 0 ? deleted : [] };
            heads.set(ref, await signed.commit({ url, ref, head }, change));
        }
        if (!isTotals)
            tip = heads.get(ref) ?? null;
    }
    return ![...heads.values()].includes(null);
}
/**
 * What is deleted cannot be summed again, so its totals are committed before the deletion as well: an interruption then loses nothing.
 */
function inOrder(commits) {
    const isDeleting = commits.some(({ content }) => (content.deleted ?? []).length > 0);
    return isDeleting ? [...commits.filter(({ isTotals }) => isTotals), ...commits] : commits;
}
/** Files in groups that one request can carry; one group without any file. */
function inRequests(files) {
    const groups = [{}];
    let bytes = 0;
    for (const [path, content] of Object.entries(files)) {
        const size = Buffer.byteLength(content, 'utf8');
        if (bytes > 0 && bytes + size > REQUEST_BYTES) {
            groups.push({});
            bytes = 0;
        }
        bytes += size;
        Object.assign(groups.at(-1) ?? {}, { [path]: content });
    }
    return groups;
}

;// CONCATENATED MODULE: ./build/src/ledger/git/publish.js


/** Local refs of what is pushed. */
const NEW = { ledger: 'refs/new/ledger', totals: 'refs/new/totals' };
/**
 * Writes ledger and totals in one atomic push; where rules refuse it only for want of a signature, the forge makes the commits.
 * @returns false when another writer was faster
 * @throws MeasurementError
 */
async function publish({ scratch, ref, signed }, { ledger: parent, totalsCommit }, { ledger, totals, sweeps = [] }, nowMs) {
    // The totals' last parent is the ledger's commit that they are the sum of.
    const commits = [
        ...(ledger ? [{ ...ledger, ref: NEW.ledger, parent }] : []),
        ...(totals ? [{ ...totals, ref: NEW.totals, parent: totalsCommit, also: ledger ? ':1' : (parent ?? '') }] : []),
    ];
    if (commits.length > 0)
        await scratch.commit(commits, Math.floor(nowMs / 1000));
    const swept = sweeps.map((sweep) => ({ from: null, to: sweep.ref, expected: sweep.commit }));
    const targetOf = (from) => (from === NEW.ledger ? ref : `${ref}-totals`);
    const updates = [...commits.map((commit) => ({ from: commit.ref, to: targetOf(commit.ref) })), ...swept];
    try {
        return updates.length === 0 || (await scratch.pushAtomically(updates));
    }
    catch (error) {
        if (!(error instanceof git_failure/* UnsignedError */.So) || signed === null || !ref.startsWith('refs/heads/'))
            throw error;
        const unsigned = commits.map((content) => ({
            ref: targetOf(content.ref),
            content,
            isTotals: content.ref === NEW.totals,
        }));
        if (!(await commitSigned(signed.commits, signed.url, unsigned, parent)))
            return false;
        // The entries are in the ledger: an inbox ref that stays is found by its key and deleted the next time.
        if (swept.length > 0)
            await scratch.pushAtomically(swept);
        return true;
    }
}

// EXTERNAL MODULE: ./build/src/core/group-by.js
var group_by = __webpack_require__(6930);
;// CONCATENATED MODULE: ./build/src/ledger/git/known-keys.js



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
/** Day of an inbox ref, `2026-11-28`; null for a ref of another form. */
function dayOfInboxRef(ref) {
    const [, year, month, day] = /^refs\/carbon-gate\/inbox\/(\d{4})\/(\d\d)\/(\d\d)\//.exec(ref) ?? [];
    return day === undefined ? null : `${year}-${month}-${day}`;
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

;// CONCATENATED MODULE: ./build/src/ledger/git/object-reader.js



/** One `git cat-file --batch` that answers several requests: a process for each would cost more than what it reads. */
class ObjectReader {
    #child;
    #buffered = [];
    #size = 0;
    #wake = () => { };
    #failure = null;
    #errors = '';
    constructor(cwd, env) {
        const child = (0,external_node_child_process_.spawn)('git', ['cat-file', '--batch'], { cwd, env, stdio: 'pipe', windowsHide: true });
        this.#child = child;
        child.stdout.on('data', (data) => {
            this.#buffered.push(data);
            this.#size += data.length;
            this.#wake();
        });
        child.stderr.on('data', (data) => {
            this.#errors = `${this.#errors}${data.toString('utf8')}`.slice(-2000);
        });
        // Why git did not read everything is in its exit status.
        child.stdin.on('error', () => { });
        child.on('error', (error) => this.#end(error.message));
        child.on('close', (status, signal) => this.#end(`git cat-file ended with ${signal ?? status}`));
    }
    #end(reason) {
        this.#failure ??= reason;
        this.#wake();
    }
    /**
     * Contents of objects by name (a ref, `COMMIT:path` or an id), in order; null for one that does not exist. One call at a time.
     * @throws MeasurementError when git ends early
     */
    async read(names) {
        const contents = [];
        for await (const content of this.stream(names))
            contents.push(content);
        return contents;
    }
    /** As `read`, one after the other: git reads the next objects while the caller uses one, as far as the pipe has room for them. */
    async *stream(names) {
        this.#child.stdin?.write(names.map((name) => `${name}\n`).join(''));
        for (const _ of names)
            yield await this.#next();
    }
    /** As `read`, decoded. */
    async texts(names) {
        return (await this.read(names)).map((content) => content?.toString('utf8') ?? null);
    }
    /** A header line with the size, the content, a newline. */
    async #next() {
        let length = this.#lineLength();
        while (length === null) {
            await this.#more();
            length = this.#lineLength();
        }
        const size = / (?:blob|commit|tree|tag) (\d+)\n$/.exec(this.#take(length).toString('utf8'))?.[1];
        if (size === undefined)
            return null;
        while (this.#size < Number(size) + 1)
            await this.#more();
        return this.#take(Number(size) + 1).subarray(0, Number(size));
    }
    /** Bytes up to the first newline, which is included; null when it has not arrived. */
    #lineLength() {
        let before = 0;
        for (const chunk of this.#buffered) {
            const end = chunk.indexOf(10);
            if (end !== -1)
                return before + end + 1;
            before += chunk.length;
        }
        return null;
    }
    /** Takes bytes that have arrived, without copying what comes after them. */
    #take(length) {
        const taken = [];
        let missing = length;
        while (missing > 0) {
            const chunk = this.#buffered.shift();
            if (chunk === undefined)
                break;
            taken.push(chunk.subarray(0, missing));
            if (chunk.length > missing)
                this.#buffered.unshift(chunk.subarray(missing));
            missing -= Math.min(missing, chunk.length);
        }
        this.#size -= length;
        return taken.length === 1 && taken[0] !== undefined ? taken[0] : Buffer.concat(taken);
    }
    async #more() {
        const before = this.#size;
        if (this.#failure === null) {
            await new Promise((resolve) => {
                this.#wake = resolve;
            });
        }
        if (this.#failure !== null && this.#size === before) {
            const detail = (0,core_text/* printable */.g$)(`${this.#failure} ${this.#errors.trim()}`.trim(), 300);
            throw new errors/* MeasurementError */.HG(`ledger: cannot read objects: ${detail}`, 'ledger');
        }
    }
    close() {
        this.#child.stdin?.end();
        this.#child.kill();
    }
}
/**
 * Entries of a tree object: name -> object id. @param idBytes 20, or 32 in a repository with SHA-256
 * @example treeEntries(await reader.read(['HEAD^{tree}']), 20)
 */
function treeEntries(content, idBytes) {
    const entries = new Map();
    for (let offset = 0; offset < content.length;) {
        const end = content.indexOf(0, offset);
        if (end === -1)
            break;
        const row = content.toString('utf8', offset, end);
        entries.set(row.slice(row.indexOf(' ') + 1), content.toString('hex', end + 1, end + 1 + idBytes));
        offset = end + 1 + idBytes;
    }
    return entries;
}

;// CONCATENATED MODULE: ./build/src/ledger/git/snapshot.js








/** Local refs of what was fetched. */
const snapshot_LOCAL = {
    ledger: 'refs/remote/ledger',
    totals: 'refs/remote/totals',
    inbox: 'refs/remote/inbox/',
};
/** File of an inbox commit. */
const INBOX_FILE = 'entries.ndjson';
/**
 * Fetches the ledger's refs and reads totals and inbox.
 * @param extent `totals-only`: no more than totals need
 */
async function takeSnapshot(scratch, ref, extent) {
    await scratch.fetch([
        [`${ref}-totals`, snapshot_LOCAL.totals],
        [`${INBOX}/*`, `${snapshot_LOCAL.inbox}*`],
    ], { depth: 1, withBlobs: true });
    if (extent === 'with-ledger')
        await fetchLedger(scratch, ref);
    const refs = scratch.refs('refs/remote');
    const reader = scratch.openReader();
    try {
        return await readSnapshot(reader, ref, refs, extent);
    }
    finally {
        reader.close();
    }
}
async function readSnapshot(reader, ref, refs, extent) {
    const totalsCommit = refs.get(snapshot_LOCAL.totals) ?? null;
    const { months, summed, writtenAt } = await readTotals(reader, totalsCommit);
    const { waiting, unreadable } = await readInbox(reader, ref, refs, months);
    const ledger = extent === 'with-ledger' ? (refs.get(snapshot_LOCAL.ledger) ?? null) : summed;
    return {
        ledger,
        totalsCommit,
        months,
        waiting,
        unreadable,
        writtenAt,
        isConsistent: ledger === summed,
    };
}
/** Fetches the newest commit of the ledger without file contents. */
function fetchLedger(scratch, ref) {
    return scratch.fetch([[ref, snapshot_LOCAL.ledger]], { depth: 1, withBlobs: false });
}
async function readTotals(reader, commit) {
    if (commit === null)
        return { months: new Map(), summed: null, writtenAt: null };
    const [header = null, tree = null] = await reader.read([commit, `${commit}:totals`]);
    const files = [...(tree === null ? [] : treeEntries(tree, commit.length / 2))]
        .filter(([name]) => /^\d{4}-\d\d\.json$/.test(name))
        .map(([name, blob]) => [`totals/${name}`, blob]);
    const texts = await reader.texts(files.map(([, blob]) => blob));
    const lines = (header?.toString('utf8') ?? '').split('\n\n', 1)[0]?.split('\n') ?? [];
    const months = files.map(([path], index) => {
        const text = texts[index];
        if (typeof text !== 'string')
            throw new errors/* MeasurementError */.HG(`${path} cannot be read`, path);
        return [path.slice(7, 14), (0,ledger_totals/* readMonthTotals */.YQ)(text, `${path} (commit ${commit.slice(0, 12)})`)];
    });
    const seconds = / (\d+) [+-]\d{4}$/.exec(lines.find((line) => line.startsWith('committer ')) ?? '')?.[1];
    return {
        months: new Map(months),
        summed: summedCommit(header?.toString('utf8') ?? ''),
        writtenAt: seconds === undefined ? null : Number(seconds),
    };
}
/** The ledger's commit that totals are the sum of: named by a trailer, else their last parent. @param content of the totals' commit */
function summedCommit(content) {
    const trailer = content.split('\n').findLast((line) => line.startsWith(SUMMED_TRAILER));
    if (trailer !== undefined)
        return trailer.slice(SUMMED_TRAILER.length);
    const header = content.split('\n\n', 1)[0] ?? '';
    return (header
        .split('\n')
        .findLast((line) => line.startsWith('parent '))
        ?.slice('parent '.length) ?? null);
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
async function readInbox(reader, ledgerRef, refs, months) {
    const inbox = [...refs].filter(([name]) => name.startsWith(snapshot_LOCAL.inbox));
    const objects = await reader.texts(inbox.flatMap(([, commit]) => [commit, `${commit}:${INBOX_FILE}`]));
    const waiting = [];
    const unreadable = [];
    for (const [index, [local, commit]] of inbox.entries()) {
        const ref = `${INBOX}/${local.slice(snapshot_LOCAL.inbox.length)}`;
        const message = (objects[index * 2] ?? '').split('\n\n').slice(1).join('\n\n').split('\n');
        const target = message.find((line) => line.startsWith(LEDGER_TRAILER))?.slice(LEDGER_TRAILER.length);
        if (target !== undefined && target !== ledgerRef)
            continue;
        const content = readEntryFile(objects[index * 2 + 1] ?? '', ref);
        const refused = content.entries.map(({ entry }) => refusalOf(months, entry)).find((reason) => reason !== null);
        const empty = content.entries.length === 0 ? 'it has no entries' : null;
        const [broken] = content.faults;
        const text = broken?.text.replace(`${ref}:${broken.line}: `, '') ?? refused ?? empty;
        if (text !== null) {
            unreadable.push({
                commit,
                file: ref,
                line: broken?.line ?? null,
                text: `waits in the inbox and cannot be added: ${text}`,
            });
            continue;
        }
        const isUndated = message.includes(UNDATED_TRAILER);
        waiting.push({ ref, commit, entries: content.entries.map(({ entry }) => ({ entry, isUndated })) });
    }
    return { waiting, unreadable };
}

;// CONCATENATED MODULE: ./build/src/ledger/git/append.js









/**
 * Appends entries to the ledger: a commit with the files of their hours, a commit with the totals of their months, the deletion of swept
 * inbox refs, all in one atomic push.
 * @throws MeasurementError
 */
async function append(destination, snapshot, { entries, cursor, repository, sweeps }, nowMs) {
    const { ledger, months } = snapshot;
    const fresh = await dropKnown(destination.scratch, snapshot, entries);
    const files = ledger === null ? { [README_PATH]: LEDGER_README } : {};
    for (const [path, group] of (0,group_by/* groupBy */.$)(fresh.entries, ({ entry }) => hourPath(entry.ended_at))) {
        const lines = group.map(({ entry }) => entryLine(entry));
        files[path] = `${fresh.files.get(path) ?? ''}${lines.join('')}`;
    }
    const isLedgerChanged = Object.keys(files).length > 0;
    const changed = changedMonths(months, fresh.entries, { cursor, repository }, nowMs);
    // Totals of another commit were computed again, all of them.
    const totals = new Map([...(snapshot.isConsistent ? [] : months), ...changed]);
    const isTotalsChanged = isLedgerChanged || totals.size > 0 || !snapshot.isConsistent;
    const count = (0,core_text/* counted */.hS)(fresh.entries.length, 'entry', 'entries');
    const totalsFiles = [...totals].map(([month, value]) => [totalsPath(month), (0,ledger_totals/* monthTotalsText */.v1)(value)]);
    const publication = {
        ledger: isLedgerChanged ? { message: `Add ${count} [skip ci]\n`, files } : null,
        totals: isTotalsChanged
            ? { message: `Totals with ${count} more [skip ci]\n`, files: Object.fromEntries(totalsFiles) }
            : null,
        sweeps,
    };
    const isPublished = await publish(destination, snapshot, publication, nowMs);
    return isPublished ? { added: fresh.entries.length, duplicates: fresh.duplicates } : null;
}
/** Totals of the months that entries or the cursor change. */
function changedMonths(months, entries, { cursor, repository }, nowMs) {
    const changed = new Map();
    for (const [month, group] of (0,group_by/* groupBy */.$)(entries, ({ entry }) => entry.ended_at.slice(0, 7))) {
        const undated = group.filter(({ isUndated }) => isUndated).map(({ entry }) => entry.key);
        const all = group.map(({ entry }) => entry);
        changed.set(month, (0,ledger_totals/* extendMonth */.p_)(month, months.get(month) ?? null, all, { undated }));
    }
    if (cursor !== null) {
        const month = new Date(nowMs).toISOString().slice(0, 7);
        changed.set(month, (0,ledger_totals/* extendMonth */.p_)(month, changed.get(month) ?? months.get(month) ?? null, [], { cursor, repository }));
    }
    return changed;
}

;// CONCATENATED MODULE: ./build/src/ledger/git/hour-files.js


/** Files of the days in a commit of the ledger, in the order of time. @param range null: all days */
async function* readHourFiles(scratch, commit, range) {
    const files = [...(await scratch.files(commit, 'ledger/'))].filter(([path]) => {
        const day = dayOfPath(path);
        return day !== null && (range === null || (day >= range.from && day <= range.to));
    });
    const blobs = files.map(([, blob]) => blob);
    await scratch.fetchBlobs(commit, blobs);
    const reader = scratch.openReader();
    try {
        const contents = reader.stream(blobs);
        for (const [path] of files)
            yield { path, content: (await contents.next()).value ?? Buffer.alloc(0) };
    }
    finally {
        reader.close();
    }
}
/** Lines of the days in a commit, one after the other. @throws MeasurementError for a line that cannot be read */
async function forEachLine(scratch, commit, range, use) {
    for await (const { path, content } of readHourFiles(scratch, commit, range)) {
        for (const { entry } of readWhole(content.toString('utf8'), path, commit).entries)
            use(entry);
    }
}

;// CONCATENATED MODULE: ./build/src/ledger/git/hours.js





/** Lines of the file, then those that wait. @throws MeasurementError if the file cannot be read */
function linesOfHour({ content, path, commit, waiting }) {
    return [...readWhole(content.toString('utf8'), path, commit).entries.map(({ entry }) => entry), ...waiting];
}
/** Files of the days, each with what waits in the inbox for it. What waits for hours without a file comes last. */
async function* readHours(scratch, snapshot, { from, to }) {
    assertNotPruned(snapshot.months, { from, to });
    const commit = snapshot.ledger ?? '';
    const inbox = snapshot.waiting.flatMap(({ entries }) => entries);
    const fresh = (await dropKnown(scratch, snapshot, inbox)).entries.map(({ entry }) => entry);
    const isWanted = ({ ended_at }) => ended_at.slice(0, 10) >= from && ended_at.slice(0, 10) <= to;
    const waiting = (0,group_by/* groupBy */.$)(fresh.filter(isWanted), ({ ended_at }) => hourPath(ended_at));
    if (snapshot.ledger !== null) {
        for await (const { path, content } of readHourFiles(scratch, commit, { from, to })) {
            yield { path, content, commit, waiting: waiting.get(path) ?? [] };
            waiting.delete(path);
        }
    }
    for (const [path, lines] of waiting)
        yield { path, content: Buffer.alloc(0), commit, waiting: lines };
}

;// CONCATENATED MODULE: ./build/src/ledger/git/prune.js



/** Trailer of a commit that deletes entries on purpose. */
const PRUNE_TRAILER = 'Prunes-before';
/**
 * Deletes the files of the months before `month` in one commit that says so, and marks the months' totals, which stay.
 * @param month `2026-01`
 * @returns months whose entries were deleted; null when another writer was faster
 */
async function prune(destination, snapshot, month, nowMs) {
    const { ledger, months } = snapshot;
    const tree = ledger === null ? new Map() : await destination.scratch.files(ledger, 'ledger/');
    const days = [...tree.keys()].map((path) => ({ path, day: dayOfPath(path) ?? '' }));
    const old = days.filter(({ day }) => day !== '' && day < month);
    if (old.length === 0)
        return [];
    const pruned = new Set(old.map(({ day }) => day.slice(0, 7)));
    const totals = [...months].flatMap(([name, sums]) => {
        if (pruned.has(name))
            return [[totalsPath(name), (0,ledger_totals/* monthTotalsText */.v1)({ ...sums, pruned: true })]];
        // Totals of another commit were computed again, all of them.
        return snapshot.isConsistent ? [] : [[totalsPath(name), (0,ledger_totals/* monthTotalsText */.v1)(sums)]];
    });
    const trailer = `${PRUNE_TRAILER}: ${month}\n`;
    const publication = {
        ledger: {
            message: `Prune entries before ${month} [skip ci]\n\n${trailer}`,
            files: {},
            deleted: old.map(({ path }) => path),
        },
        totals: {
            message: `Keep totals of pruned months [skip ci]\n\n${trailer}`,
            files: Object.fromEntries(totals),
        },
    };
    return (await publish(destination, snapshot, publication, nowMs)) ? [...pruned].sort() : null;
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
    for (const [index, { ref, message, parent, also, files, deleted = [] }] of commits.entries()) {
        parts.push(`commit ${ref}\nmark :${index + 1}\ncommitter ${COMMITTER} ${seconds} +0000\n${data(message)}`);
        if (parent !== null)
            parts.push(`from ${parent}\n`);
        if (also !== undefined)
            parts.push(`merge ${also}\n`);
        for (const path of deleted)
            parts.push(`D ${path}\n`);
        for (const [path, content] of Object.entries(files))
            parts.push(`M 100644 inline ${path}\n${data(content)}`);
        parts.push('\n');
    }
    return `${parts.join('')}done\n`;
}
function data(text) {
    return `data ${Buffer.byteLength(text, 'utf8')}\n${text}\n`;
}

;// CONCATENATED MODULE: ./build/src/ledger/git/scratch-repository.js








/** Error codes of a full disk, a quota, and a limit on the size of files. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
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
    static create({ url, settings }, env) {
        const parent = env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)();
        let folder;
        try {
            folder = (0,external_node_fs_.mkdtempSync)(external_node_path_.join(parent, 'carbon-gate-ledger-'));
            initialise(folder);
        }
        catch (error) {
            const { code } = error;
            const reason = code !== undefined && FULL.has(code) ? `the disk is full, or files may not grow (${code})` : code;
            throw new errors/* MeasurementError */.HG(`ledger: no temporary repository can be made in ${parent}: ${reason}`, 'ledger');
        }
        return new ScratchRepository(folder, gitEnvironment(env, [[`remote.${REMOTE}.url`, url], ...settings]));
    }
    remove() {
        (0,external_node_fs_.rmSync)(this.#folder, { recursive: true, force: true, maxRetries: 3 });
    }
    /** Runs git. @throws MeasurementError with `action` when it fails */
    async run(action, args, input) {
        const result = await this.#git(args, input);
        if (result.status !== 0)
            throw (0,git_failure/* gitError */.N7)(action, result);
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
            // A repository without any ref: git ends with 1 and says nothing when patterns match nothing in it.
            if (result.stderr.trim() === '' && wanted.every(([remote]) => remote.endsWith('*')))
                return;
            const missing = /couldn't find remote ref (\S+)/i.exec(result.stderr)?.[1];
            const rest = wanted.filter(([remote]) => remote !== missing);
            if (missing === undefined || rest.length === wanted.length) {
                throw (0,git_failure/* gitError */.N7)('ledger: cannot fetch', result);
            }
            wanted = rest;
            if (wanted.length === 0)
                return;
        }
    }
    /** Local refs under a prefix, with their commits. They are files: git packs refs only when it is asked to. */
    refs(prefix) {
        let names;
        try {
            names = (0,external_node_fs_.readdirSync)(external_node_path_.join(this.#folder, prefix), { recursive: true, encoding: 'utf8' })
                .map((name) => `${prefix}/${name.replaceAll(external_node_path_.sep, '/')}`)
                .filter((name) => (0,external_node_fs_.statSync)(external_node_path_.join(this.#folder, name)).isFile());
        }
        catch (error) {
            // No ref was fetched.
            if (error.code === 'ENOENT')
                return new Map();
            throw error;
        }
        return new Map(names.sort().map((name) => [name, (0,external_node_fs_.readFileSync)(external_node_path_.join(this.#folder, name), 'utf8').trim()]));
    }
    /** Opens a reader of objects; the caller closes it. */
    openReader() {
        return new ObjectReader(this.#folder, this.#env);
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
        // A server without partial clone has sent everything.
        if (blobs.length < 2 || !this.#isPartial())
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
    #isPartial() {
        return (0,external_node_fs_.readdirSync)(external_node_path_.join(this.#folder, 'objects/pack')).some((name) => name.endsWith('.promisor'));
    }
    /** Contents of objects by name (`COMMIT:path` or an id), in order; null for one that does not exist. */
    async read(names) {
        if (names.length === 0)
            return [];
        const reader = this.openReader();
        try {
            return await reader.texts(names);
        }
        finally {
            reader.close();
        }
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
        // Two writers of one second make the same commit. The server has it already where the other one was faster.
        if (result.status === 0)
            return !/^=\t/m.test(result.stdout.toString('utf8'));
        if ((0,git_failure/* isConflict */.dh)(result))
            return false;
        throw (0,git_failure/* gitError */.N7)('ledger: cannot push', result);
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
            throw (0,git_failure/* gitError */.N7)('ledger: cannot push', result);
        return existing.map((line) => (line.split('\t')[1] ?? '').replace(/^.*:/, ''));
    }
    #push(flags, updates) {
        const leases = updates.flatMap(({ to, expected }) => (expected ? [`--force-with-lease=${to}:${expected}`] : []));
        const specs = updates.map(({ from, to }) => `${from ?? ''}:${to}`);
        return this.#git(['push', '--porcelain', '--no-verify', ...flags, ...leases, REMOTE, ...specs]);
    }
}
/** What `git init --bare` would make, without a process. A user's `init` settings do not reach it. */
function initialise(folder) {
    for (const name of ['objects/info', 'objects/pack', 'refs/heads']) {
        (0,external_node_fs_.mkdirSync)(external_node_path_.join(folder, name), { recursive: true });
    }
    (0,external_node_fs_.writeFileSync)(external_node_path_.join(folder, 'HEAD'), 'ref: refs/heads/main\n');
    (0,external_node_fs_.writeFileSync)(external_node_path_.join(folder, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n');
}

;// CONCATENATED MODULE: ./build/src/ledger/git/ledger-totals.js








/** Totals of the days at one moment, with what waits in the inbox. */
async function ledger_totals_ledgerTotals(scratch, snapshot, { from, to }, nowMs) {
    const isWanted = (day) => day >= from && day <= to;
    const builder = new ledger_totals/* TotalsBuilder */.dc();
    if (!(0,calendar/* coversMonths */.qJ)({ from, to }) && snapshot.ledger !== null) {
        assertNotPruned(snapshot.months, { from, to });
        // Workflows are summed by month only, so a part of a month is summed from its entries.
        await forEachLine(scratch, snapshot.ledger, { from, to }, (line) => builder.add(line));
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
    const today = (0,calendar/* dayOf */.kb)(nowMs);
    for (const { file } of snapshot.unreadable) {
        // A ref without a date may be of any day. Lines over time are judged for spans that have today in them.
        const day = dayOfInboxRef(file ?? '') ?? (isWanted(today) ? today : to);
        if (isWanted(day))
            builder.addUnreadable(day);
    }
    const cursors = latestCursors(snapshot);
    const cursor = (0,ledger_cursors/* activeCursors */.w)(cursors, nowMs)[0]?.cursor ?? latestCursor(snapshot);
    const written = snapshot.writtenAt === null ? null : withoutMs(new Date(snapshot.writtenAt * 1000).toISOString());
    return {
        ...builder.value(),
        from,
        to,
        as_of: cursor === null ? written : withoutMs(cursor),
        written_at: written,
        tip: snapshot.ledger,
        cursors,
        all_entries: [...snapshot.months.values()].reduce((sum, { entries }) => sum + entries, 0),
    };
}
function withoutMs(time) {
    return time.replace('.000Z', 'Z');
}
/** Totals of all months from the lines, where the stored ones are missing or belong to another commit. Pruned months keep theirs. */
async function sumAgain(scratch, { ledger, months }) {
    const lines = [];
    await forEachLine(scratch, ledger ?? '', null, (line) => void lines.push(line));
    const pruned = [...months].filter(([, totals]) => totals.pruned);
    return new Map([
        ...pruned,
        ...[...(0,ledger_totals/* sumMonths */.Zx)(lines)].map(([month, sums]) => {
            const { cursor = null, cursors, undated = [] } = months.get(month) ?? {};
            return [month, { ...sums, cursor, ...(cursors && { cursors }), undated }];
        }),
    ]);
}

;// CONCATENATED MODULE: ./build/src/ledger/git/commits.js

/** Commits of a history, oldest first, along first parents. */
async function commitsOf(scratch, ref) {
    const trailer = `%(trailers:key=${PRUNE_TRAILER},valueonly,separator=)`;
    const args = ['log', '--first-parent', '--reverse', `--format=%H %ct ${trailer}`, ref];
    const out = await scratch.run('ledger: cannot list commits', args);
    const lines = out.toString('utf8').split('\n').filter(Boolean);
    return lines.map((line) => {
        const [id = '', seconds = '', prunes = ''] = line.split(' ');
        return { id, seconds: Number(seconds), prunes: /^\d{4}-\d\d$/.test(prunes) ? prunes : null };
    });
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/src/ledger/git/verify-totals.js




/** Checks that the entries never fell, and that the totals belong to the ledger's last commit and are the sum of its lines. */
async function verifyTotals(scratch, { ledger, totals }, entries, findings) {
    if (totals === null) {
        findings.fault('there are no totals: their ref was deleted; the next write makes them again', { commit: ledger });
        return;
    }
    let before = 0;
    for (const { id } of await commitsOf(scratch, totals)) {
        // The first parent of the first totals is the ledger's own commit.
        if ((await scratch.files(id, 'totals/')).size === 0)
            continue;
        const months = await monthsAt(scratch, id, findings);
        const count = months.reduce((sum, month) => sum + month.entries, 0);
        if (count < before)
            findings.fault(`totals had ${before} entries, then ${count}: entries were lost`, { commit: id });
        before = Math.max(before, count);
    }
    const [content] = await scratch.read([totals]);
    if (summedCommit(content ?? '') !== ledger) {
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
            return [(0,ledger_totals/* readMonthTotals */.YQ)(texts[index] ?? '', path)];
        }
        catch (error) {
            findings.fault(error.message, { commit, file: path });
            return [];
        }
    });
}
function compareSums(months, entries, commit, findings) {
    const summedMonths = (0,ledger_totals/* sumMonths */.Zx)(entries);
    for (const month of new Set([...months.map(({ month }) => month), ...summedMonths.keys()])) {
        const stored = months.find((each) => each.month === month) ?? null;
        const summed = summedMonths.get(month) ?? (0,ledger_totals/* extendMonth */.p_)(month, null, []);
        const file = `totals/${month}.json`;
        if (stored === null)
            findings.fault(`the month has ${summed.entries} entries and no totals`, { commit, file });
        else if (!(0,external_node_util_.isDeepStrictEqual)(sumsOf(stored), sumsOf(summed))) {
            const text = `totals have ${stored.entries} entries, ${stored.g} g, ${stored.wh} Wh; the lines sum to ${summed.entries}, ${summed.g} g, ${summed.wh} Wh`;
            findings.fault(text, { commit, file });
        }
    }
}
function sumsOf({ cursor: _cursor, cursors: _cursors, undated: _undated, pruned: _pruned, ...sums }) {
    // Through JSON, so that records compare by content.
    return JSON.parse(JSON.stringify(sums));
}

;// CONCATENATED MODULE: ./build/src/ledger/git/verify.js






const LEDGER = 'refs/verify/ledger';
const TOTALS = 'refs/verify/totals';
/**
 * Walks all commits: files only grow, lines can be read and lie in the file of their hour, keys are unique, totals are the sum, entries
 * never fall, nothing else is in the tree.
 */
async function verifyHistory(scratch, ref) {
    await scratch.fetch([
        [ref, LEDGER],
        [`${ref}-totals`, TOTALS],
    ], { depth: null, withBlobs: true });
    const refs = scratch.refs('refs/verify');
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
    return { commits: commits.length, entries: entries.filter((line) => !(0,ledger_entry/* isCorrection */.HJ)(line)).length, ...findings };
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
    const byId = new Map(commits.map((commit) => [commit.id, commit]));
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
            if (day >= (byId.get(commit)?.prunes ?? ''))
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
            findings.fault(reason.replace(`${path}:${line}: `, ''), { ...at, line: line + known });
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
            const minutes = minutesAhead(entry.ended_at, byId.get(commit)?.seconds ?? 0);
            if (minutes !== null)
                findings.warn(`the entry ended ${minutes} min after its own commit: a clock was wrong`, here);
            if ((0,ledger_entry/* isCorrection */.HJ)(entry) && !firstOf.has(entry.corrects))
                findings.fault(`${entry.key} corrects ${entry.corrects}, which is not in the ledger before it`, here);
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
        await this.#assertAddable(scratch, entries);
        const waiting = await this.#putIntoInbox(scratch, entries);
        try {
            const swept = await this.#sweep(waiting);
            if (swept)
                return { ...swept, waiting: 0, warning: null };
            return this.#stillWaiting(entries, GIVEN_UP);
        }
        catch (error) {
            if (!(error instanceof errors/* MeasurementError */.HG))
                throw error;
            return this.#stillWaiting(entries, error.message);
        }
    }
    /** Entries of recent months are never pruned, so the usual case reads nothing here. */
    async #assertAddable(scratch, entries) {
        const recent = recentMonth(this.#clock.now());
        const old = entries.filter(({ entry }) => entry.ended_at.slice(0, 7) < recent);
        if (old.length === 0)
            return;
        const { months } = await takeSnapshot(scratch, this.#place.ref, 'totals-only');
        const reason = old.map(({ entry }) => refusalOf(months, entry)).find((text) => text !== null);
        if (reason)
            throw new errors/* MeasurementError */.HG(`ledger: ${reason}`, 'ledger');
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
        const updates = [...byRef.keys()].map((to, index) => ({ from: `refs/new/inbox/${index}`, to }));
        // A push that was cut off may have arrived: the same commit is then already there.
        await this.#retryOrGiveUp(() => scratch.pushNew(updates));
        return new Set(byRef.keys());
    }
    /**
     * Moves everything in the inbox into the ledger.
     * @param own refs whose entries are counted in the result
     * @returns null when other writers were faster each time
     */
    async #sweep(own) {
        const total = { added: 0, duplicates: 0 };
        const isDone = await this.#retry(async () => {
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
        });
        if (isDone)
            return total;
        // The writer that was faster may have moved these entries as well.
        const { waiting } = await this.#snapshot(await this.#repository());
        if (waiting.some(({ ref }) => own.has(ref)))
            return null;
        return { ...total, added: total.added + Math.max(0, own.size - total.added - total.duplicates) };
    }
    async #append(scratch, snapshot, batch) {
        const appending = { entries: batch.flatMap(({ entries }) => entries), cursor: null, sweeps: batch };
        return append(await this.#destination(scratch), snapshot, appending, this.#clock.now());
    }
    async collect(entries, cursor, repository) {
        const total = { added: 0, duplicates: 0 };
        for (let rest = entries, hasMore = true; hasMore; rest = []) {
            const result = await this.#retryOrGiveUp(async () => {
                const scratch = await this.#repository();
                const snapshot = await this.#snapshot(scratch);
                const batch = snapshot.waiting.slice(0, SWEEP_AT_ONCE);
                const all = [...rest, ...batch.flatMap((each) => each.entries)];
                const reason = rest.map(({ entry }) => refusalOf(snapshot.months, entry)).find((text) => text !== null);
                if (reason)
                    throw new errors/* MeasurementError */.HG(`ledger: ${reason}`, 'ledger');
                const appending = { entries: all, cursor, repository, sweeps: batch };
                const appended = await append(await this.#destination(scratch), snapshot, appending, this.#clock.now());
                return appended && { ...appended, hasMore: snapshot.waiting.length > batch.length };
            });
            total.added += result.added;
            total.duplicates += result.duplicates;
            hasMore = result.hasMore;
        }
        return { ...total, waiting: 0, warning: null };
    }
    /** The refs at one moment. Missing totals, and totals of another commit, are computed again. */
    async #snapshot(scratch) {
        const snapshot = await takeSnapshot(scratch, this.#place.ref, 'with-ledger');
        if (snapshot.isConsistent || snapshot.ledger === null)
            return snapshot;
        return { ...snapshot, months: await sumAgain(scratch, snapshot) };
    }
    async totals(range) {
        const scratch = await this.#repository();
        let snapshot = await takeSnapshot(scratch, this.#place.ref, 'totals-only');
        if (snapshot.waiting.length > 0 || snapshot.totalsCommit === null || !(0,calendar/* coversMonths */.qJ)(range)) {
            snapshot = await this.#snapshot(scratch);
        }
        return ledger_totals_ledgerTotals(scratch, snapshot, range, this.#clock.now());
    }
    async cursor(repository) {
        return latestCursor(await takeSnapshot(await this.#repository(), this.#place.ref, 'totals-only'), repository);
    }
    async entries(range) {
        return applyCorrections(await this.lines(range));
    }
    async lines(range) {
        const lines = [];
        for await (const hour of this.#hours(range))
            for (const line of linesOfHour(hour))
                lines.push(line);
        return lines;
    }
    /** A correction is in the page of its entry: both end in the same hour. */
    async *pages(range) {
        for await (const hour of this.#hours(range))
            yield applyCorrections(linesOfHour(hour));
    }
    async *rows(range) {
        for await (const hour of this.#hours(range)) {
            const rows = hour.waiting.length === 0 ? canonicalRows(hour.content) : null;
            yield rows ?? applyCorrections(linesOfHour(hour));
        }
    }
    async *ndjson(range) {
        for await (const hour of this.#hours(range)) {
            const isItsOwnText = hour.waiting.length === 0 && isCanonicalFile(hour.content);
            yield isItsOwnText ? hour.content : applyCorrections(linesOfHour(hour)).map(entryLine).join('');
        }
    }
    async *#hours(range) {
        const scratch = await this.#repository();
        yield* readHours(scratch, await takeSnapshot(scratch, this.#place.ref, 'with-ledger'), range);
    }
    async marks() {
        const { months } = await takeSnapshot(await this.#repository(), this.#place.ref, 'totals-only');
        return { pruned: prunedMonths(months), undated: new Set([...months.values()].flatMap(({ undated }) => undated)) };
    }
    prune(month) {
        return this.#retryOrGiveUp(async () => {
            const scratch = await this.#repository();
            for (;;) {
                const snapshot = await this.#snapshot(scratch);
                const old = snapshot.waiting.filter(({ entries }) => entries.some(({ entry }) => entry.ended_at < month));
                if (old.length === 0)
                    return prune(await this.#destination(scratch), snapshot, month, this.#clock.now());
                // What waits in the inbox belongs in the totals first.
                if ((await this.#append(scratch, snapshot, old.slice(0, SWEEP_AT_ONCE))) === null)
                    return null;
            }
        });
    }
    async verify() {
        // A separate repository: in a shallow one the history would stay truncated.
        const scratch = ScratchRepository.create(await this.#located(), this.#options.env);
        try {
            const found = await verifyHistory(scratch, this.#place.ref);
            const { unreadable } = await takeSnapshot(await this.#repository(), this.#place.ref, 'totals-only');
            return { ...found, faults: [...found.faults, ...unreadable] };
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
    /** Repeats a write that lost a race, or whose transfer was cut off or stalled. */
    #retry(attempt) {
        return retry(attempt, (error) => error instanceof git_failure/* PassingGitError */.Cj, this.#clock);
    }
    async #retryOrGiveUp(attempt) {
        const result = await this.#retry(attempt);
        if (result === null)
            throw new errors/* MeasurementError */.HG(`ledger: ${GIVEN_UP}: run it again`, 'ledger');
        return result;
    }
    async #destination(scratch) {
        const commits = this.#options.signedCommits ?? null;
        const signed = commits && { commits, url: (await this.#located()).url };
        return { scratch, ref: this.#place.ref, signed };
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

;// CONCATENATED MODULE: ./build/src/app/ledger/default-ledger.js


/** Variable with the whole address of a ledger, password included. */
const URL_VARIABLE = 'CARBON_GATE_LEDGER_URL';
/** How messages call a config file whose path is unknown. */
const UNNAMED_FILE = 'the config file';
/**
 * The ledger of CARBON_GATE_LEDGER_URL, else of the config file; null if neither names one.
 * @throws ConfigurationError where the file belongs to a proposed change
 */
function defaultLedger(file, env) {
    if (env[URL_VARIABLE]?.trim())
        return { where: undefined, source: URL_VARIABLE };
    const where = file?.values.ledger;
    if (!file || where === undefined)
        return null;
    const refusal = refuseProposedLedger(file, env);
    if (refusal !== null)
        throw new ConfigurationError(refusal);
    return { where, source: file.path ?? UNNAMED_FILE };
}
/**
 * Why the config file may not name the ledger; null: it may. In the build of a pull request the file is that of the proposal: it must
 * choose neither what is written nor where credentials of the environment are sent.
 */
function refuseProposedLedger({ path = UNNAMED_FILE }, env) {
    if (!mayBeProposal(env))
        return null;
    return `ledger of ${printable(path)} is not used in the build of a proposed change: name it with --ledger`;
}
/**
 * GitHub's events that build what is in the repository already. Others may build a proposal, whatever they are named: a job of
 * `issue_comment` often checks out the pull request, and that of `workflow_run` does not say what the earlier run was about.
 */
const OWN_EVENTS = new Set([
    'push',
    'schedule',
    'workflow_dispatch',
    'repository_dispatch',
    'release',
]);
/** Variables that CI systems set in the build of a proposed change, each with a name of its own. */
const PROPOSAL_VARIABLE = /pull_?request|merge_?request|pull_?number|(?:^|_)PR(?:_|$)|^ghprb|^GERRIT_CHANGE|^CHANGE_ID$|^(?:GITHUB_HEAD|GITHUB_BASE)_REF$/i;
/** Values that say the opposite, and a trigger or ref that is that of a proposal. */
const NO_PROPOSAL = /^(?:|false|0|null|none)$/i;
const PROPOSED_REF = /^pr\/|^refs\/(?:pull|changes|merge-requests)\/|(?:^|\/)gh-readonly-queue\/|^PullRequest$/;
const REF_VARIABLES = (/* unused pure expression or super */ null && ([
    'CODEBUILD_WEBHOOK_TRIGGER',
    'BUILD_REASON',
    'BUILD_SOURCEBRANCH',
    'GITHUB_REF',
    'CI_COMMIT_REF_NAME',
]));
function mayBeProposal(env) {
    const event = env['GITHUB_EVENT_NAME'] ?? '';
    if (event !== '' && !OWN_EVENTS.has(event))
        return true;
    if (REF_VARIABLES.some((name) => PROPOSED_REF.test(env[name] ?? '')))
        return true;
    return Object.keys(env).some((name) => PROPOSAL_VARIABLE.test(name) && !NO_PROPOSAL.test(env[name]?.trim() ?? ''));
}

;// CONCATENATED MODULE: ./build/src/app/ledger/open-ledger.js





/**
 * Opens the ledger at WHERE, or at the address in CARBON_GATE_LEDGER_URL. Nothing is read yet.
 * @throws ConfigurationError
 */
function openLedger(where, access) {
    const place = (0,ledger_where/* parseWhere */.r)(where ?? addressWithoutPassword(access.env));
    return place.kind === 'git' ? new GitStore(place, access) : new PostgresStore(place, access);
}
function addressWithoutPassword(env) {
    const address = env[URL_VARIABLE]?.trim();
    if (!address) {
        throw new errors/* ConfigurationError */.j1(`no ledger is set: name a branch, a ref, a repository or a database with --ledger, set ledger in the config file, or set ${URL_VARIABLE}`);
    }
    return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)([^/@:]*):[^/@]*@/i, (_, scheme, user) => /^https?:/i.test(scheme) ? scheme : `${scheme}${user}@`);
}


/***/ }),

/***/ 1284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ ofRepository),
/* harmony export */   w: () => (/* binding */ activeCursors)
/* harmony export */ });
/* harmony import */ var _core_calendar_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(295);

/** A repository that was not collected for longer is not collected any more: it was archived, or left the ledger. */
const RETIRED_MS = 35 * _core_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO;
/**
 * Cursors of the repositories that are still collected, the oldest first.
 * @param cursors until when each repository's collector has read runs, RFC 3339
 * @example activeCursors({ 'octo/shop': '2026-11-28T13:00:00Z' }, Date.now())
 */
function activeCursors(cursors, nowMs) {
    return Object.entries(cursors)
        .map(([repository, cursor]) => ({ repository, cursor }))
        .filter(({ cursor }) => nowMs - Date.parse(cursor) <= RETIRED_MS)
        .sort((a, b) => Date.parse(a.cursor) - Date.parse(b.cursor));
}
/** The parts of a ledger that belong to one repository. Upper and lower case do not tell names apart. */
function ofRepository(byName, repository) {
    const wanted = repository.toLowerCase();
    return Object.entries(byName).flatMap(([name, part]) => (name.toLowerCase() === wanted ? [part] : []));
}


/***/ }),

/***/ 8211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ PassingGitError),
/* harmony export */   N7: () => (/* binding */ gitError),
/* harmony export */   So: () => (/* binding */ UnsignedError),
/* harmony export */   dh: () => (/* binding */ isConflict),
/* harmony export */   un: () => (/* binding */ OTHER_PLACES)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3026);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7422);


/** Messages of a push that lost a race against another writer, or of a server that may answer the next time. */
const CONFLICT = /\[rejected\]|fetch first|non-fast-forward|stale info|cannot lock ref|failed to update ref|failed to lock|reference already exists|atomic (?:push|transaction) failed|incorrect old value|remote end hung up|RPC failed|HTTP 5\d\d|error: 5\d\d|early EOF|shallow file has changed/i;
/** Where else a ledger can be, for messages about rules of a branch. */
const OTHER_PLACES = 'let the ledger be a ref (`refs/carbon-gate/ledger`), a repository of its own (URL), or `postgres://`';
/** Refusals that no repetition changes, with what to do. */
const REFUSALS = [
    [
        /GH006|GH013|protected branch|pre-receive hook declined|repository rule violations|not allowed to push/i,
        `the rules of the repository forbid this push: ${OTHER_PLACES}`,
    ],
    [
        /could not read Username|Authentication failed|HTTP 401|error: 401|terminal prompts disabled|Permission denied \(publickey/i,
        'the server wants credentials: give a token with write access in the environment (GITHUB_TOKEN on GitHub, CARBON_GATE_LEDGER_URL with user and token elsewhere)',
    ],
    [
        /error: 403|HTTP 403|denied to|insufficient permission|Permission denied|read-only|not permitted/i,
        'the token or user has no write access: `permissions: {contents: write}` is needed on GitHub',
    ],
    [/No space left|Disk quota exceeded|File too large|SIGXFSZ/i, 'the disk is full, or files may not grow further'],
    [/ended by (?:SIGKILL|a signal)/i, 'the machine ended git: it may lack memory, or limit the size of files'],
    [
        /does not appear to be a git repository|not found|No such file or directory|does not exist/i,
        'there is no such repository, or the token cannot see it',
    ],
    [
        /Could not resolve host|unable to access|Connection refused|timed out|Could not connect/i,
        'the server cannot be reached',
    ],
];
/** How many of the first refusals are final even if the text looks like a lost race. */
const FINAL = 5;
/** Whether a push failed because another writer was faster. */
function isConflict(result) {
    return !isFinal(result) && CONFLICT.test(textOf(result));
}
function isFinal(result, count = FINAL) {
    return REFUSALS.slice(0, count).some(([pattern]) => pattern.test(textOf(result)));
}
function textOf({ stdout, stderr }) {
    return `${stderr}\n${stdout.toString('utf8')}`;
}
/** Messages of a transfer that was cut off or stalled: a retry may succeed. */
const INTERRUPTED = /too slow|timed out|timeout|connection (?:was )?reset|empty reply|Recv failure|Send failure|SSL_ERROR|unexpected disconnect/i;
/** Whether a transfer failed in a way that another try may not. A refusal, and an address that does not exist, stay as they are. */
function isPassing(result) {
    return isConflict(result) || (!isFinal(result, REFUSALS.length - 1) && INTERRUPTED.test(textOf(result)));
}
/** One violated rule in what GitHub answers to a push (GH006, GH013): `remote: - Commits must have verified signatures.` */
const VIOLATION = /^remote:\s+- (.+)$/gm;
const UNSIGNED = /must have verified signatures/i;
/** A push that the forge refuses only because its commits have no signature. */
class UnsignedError extends _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MeasurementError */ .HG {
}
function isOnlyUnsigned(result) {
    const violations = [...textOf(result).matchAll(VIOLATION)].map(([, rule = '']) => rule);
    return violations.length > 0 && violations.every((rule) => UNSIGNED.test(rule));
}
/** An error of git that another try may not meet. */
class PassingGitError extends _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MeasurementError */ .HG {
}
/** The error of a git command that failed: what was tried, why not, what to do. */
function gitError(action, result) {
    const text = textOf(result);
    if (isOnlyUnsigned(result)) {
        return new UnsignedError(`${action}: the rules of the repository want signed commits: set GITHUB_TOKEN, with which GitHub makes and signs them, or ${OTHER_PLACES}`, 'ledger');
    }
    const advice = REFUSALS.find(([pattern]) => pattern.test(text))?.[1];
    const line = text
        .split('\n')
        .map((each) => withoutCredentials(each).trim())
        .find((each) => /^(?:fatal|error|remote: error|!|remote rejected)/i.test(each));
    const detail = line ? (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(line) : 'git gave no reason';
    const message = `${action}: ${advice ? `${advice} (git: ${detail})` : detail}`;
    return isPassing(result) ? new PassingGitError(message, 'ledger') : new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MeasurementError */ .HG(message, 'ledger');
}
/** Hides user and password in addresses. */
function withoutCredentials(text) {
    return text.replaceAll(/(\w:\/\/)[^/\s@]*@/g, '$1***@');
}


/***/ }),

/***/ 8412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ Sums),
/* harmony export */   UY: () => (/* binding */ FIGURES_OF_SUM),
/* harmony export */   YQ: () => (/* binding */ readMonthTotals),
/* harmony export */   Zx: () => (/* binding */ sumMonths),
/* harmony export */   dc: () => (/* binding */ TotalsBuilder),
/* harmony export */   p_: () => (/* binding */ extendMonth),
/* harmony export */   rY: () => (/* binding */ UNNAMED),
/* harmony export */   v1: () => (/* binding */ monthTotalsText)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4377);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3026);
/* harmony import */ var _core_schema_issue_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9532);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9759);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8167);
/* harmony import */ var _exact_sum_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2442);






/** Version of the totals file. */
const TOTALS_VERSION = 1;
const amount = zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nonnegative().nullable();
const count = zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().nonnegative();
/** A sum over entries. `unknown` counts the entries without that figure, which the sum leaves out; null: no entry has it. */
const SumSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    entries: count,
    g: amount,
    wh: amount,
    l: amount,
    unknown: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ g: count, wh: count, l: count }),
});
/** Sum of a repository, with the sums of its workflows in a month that several repositories share. */
const RepositorySumSchema = SumSchema.extend({ workflows: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), SumSchema).optional() });
/** Totals of one month, as `totals/2026-11.json` has them. */
const MonthTotalsSchema = SumSchema.extend({
    v: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(TOTALS_VERSION),
    month: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^\d{4}-\d\d$/),
    /** Until when the collector has read runs, RFC 3339; null without a collector. */
    cursor: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$().nullable(),
    /** The same by repository: each has a collector of its own. */
    cursors: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$()).optional(),
    days: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^\d{4}-\d\d-\d\d$/), SumSchema),
    workflows: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), SumSchema),
    /** Sums by repository: a shared ledger has several. */
    repositories: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), RepositorySumSchema),
    /** Keys of entries whose report has no end time: adding the report again later must find them. */
    undated: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    /** Whether the month's entries were deleted: only these sums remain. */
    pruned: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(true).optional(),
});
/** Figures that are summed. */
const FIGURES_OF_SUM = ['g', 'wh', 'l'];
function exactAmounts(line) {
    const exact = (value) => (value === null ? null : (0,_exact_sum_js__WEBPACK_IMPORTED_MODULE_4__/* .billionthsOf */ .y9)(value));
    return {
        isEntry: !(0,_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .isCorrection */ .HJ)(line),
        revealed: (0,_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .revealedFigures */ .iD)(line),
        hidden: (0,_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .hiddenFigures */ .CJ)(line),
        g: exact(line.g),
        wh: exact(line.wh),
        l: exact(line.l),
    };
}
/** A running, exact sum. */
class Sums {
    #entries = 0;
    #known = { g: 0n, wh: 0n, l: 0n };
    #unknown = { g: 0, wh: 0, l: 0 };
    /** Adds an entry, or the differences of a correction, which does not count as an entry. */
    add({ isEntry, revealed, hidden, ...amounts }) {
        if (isEntry)
            this.#entries += 1;
        for (const figure of FIGURES_OF_SUM) {
            const value = amounts[figure];
            if (value !== null)
                this.#known[figure] += value;
            else if (isEntry)
                this.#unknown[figure] += 1;
            if (revealed.includes(figure))
                this.#unknown[figure] -= 1;
            if (hidden.includes(figure))
                this.#unknown[figure] += 1;
        }
    }
    addSum(sum) {
        this.#entries += sum.entries;
        for (const figure of FIGURES_OF_SUM) {
            this.#unknown[figure] += sum.unknown[figure];
            this.#known[figure] += (0,_exact_sum_js__WEBPACK_IMPORTED_MODULE_4__/* .billionthsOf */ .y9)(sum[figure] ?? 0);
        }
    }
    value() {
        const figure = (name) => this.#entries > 0 && this.#unknown[name] === this.#entries ? null : (0,_exact_sum_js__WEBPACK_IMPORTED_MODULE_4__/* .numberOf */ .rl)(this.#known[name]);
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
/** What an entry that cannot be read adds to a sum. */
const UNKNOWN_FIGURES = { entries: 1, g: null, wh: null, l: null, unknown: { g: 1, wh: 1, l: 1 } };
/** Sums by day, workflow and repository. */
class TotalsBuilder {
    #all = new Sums();
    #days = new Map();
    #workflows = new Map();
    #repositories = new Map();
    /** Sums of each repository's workflows. */
    #workflowsOf = new Map();
    add(entry) {
        const amounts = exactAmounts(entry);
        this.#all.add(amounts);
        sumsOf(this.#days, entry.ended_at.slice(0, 10)).add(amounts);
        const [repository, workflow] = [entry.repository ?? UNNAMED, entry.workflow ?? UNNAMED];
        sumsOf(this.#workflows, workflow).add(amounts);
        sumsOf(this.#repositories, repository).add(amounts);
        this.#workflowSums(repository, workflow).add(amounts);
    }
    /** Adds the sum of all entries of a day. */
    addDay(day, sum) {
        this.#all.addSum(sum);
        sumsOf(this.#days, day).addSum(sum);
    }
    /** Adds the sum of all entries of a workflow, of a repository, or of a workflow in a repository. */
    addGroup({ repository, workflow }, sum) {
        if (repository === undefined)
            sumsOf(this.#workflows, workflow ?? UNNAMED).addSum(sum);
        else if (workflow === undefined)
            sumsOf(this.#repositories, repository).addSum(sum);
        else
            this.#workflowSums(repository, workflow).addSum(sum);
    }
    /**
     * Adds an entry that cannot be read, after all others: a sum without it would look complete. Its repository is unknown, so every
     * repository's sum may lack it.
     */
    addUnreadable(day) {
        this.addDay(day, UNKNOWN_FIGURES);
        for (const sums of this.#repositories.values())
            sums.addSum(UNKNOWN_FIGURES);
    }
    addMonth(month) {
        for (const [day, sum] of Object.entries(month.days))
            this.addDay(day, sum);
        for (const [workflow, sum] of Object.entries(month.workflows))
            sumsOf(this.#workflows, workflow).addSum(sum);
        const repositories = Object.entries(month.repositories);
        for (const [name, { workflows, ...sum }] of repositories) {
            sumsOf(this.#repositories, name).addSum(sum);
            // Those of the only repository are the month's.
            for (const [workflow, part] of Object.entries(workflows ?? month.workflows))
                this.#workflowSums(name, workflow).addSum(part);
        }
    }
    /** The workflows of each repository are in it where several share the ledger: those of the only one are `workflows`. */
    value() {
        const repositories = valuesOf(this.#repositories);
        if (this.#repositories.size > 1) {
            for (const [name, sums] of this.#workflowsOf) {
                const sum = repositories[name];
                if (sum)
                    sum.workflows = valuesOf(sums);
            }
        }
        return { ...this.#all.value(), days: valuesOf(this.#days), workflows: valuesOf(this.#workflows), repositories };
    }
    #workflowSums(repository, workflow) {
        const known = this.#workflowsOf.get(repository) ?? new Map();
        this.#workflowsOf.set(repository, known);
        return sumsOf(known, workflow);
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
function extendMonth(month, before, entries, { cursor = null, repository, undated = [] } = {}) {
    const builder = new TotalsBuilder();
    if (before)
        builder.addMonth(before);
    for (const entry of entries)
        builder.add(entry);
    return {
        v: TOTALS_VERSION,
        month,
        cursor: latest(before?.cursor ?? null, cursor),
        ...cursorsOf(before, cursor, repository),
        ...builder.value(),
        undated: [...new Set([...(before?.undated ?? []), ...undated])].sort(),
        ...(before?.pruned && { pruned: true }),
    };
}
/** Totals of all months that lines are in. */
function sumMonths(lines) {
    const byMonth = new Map();
    for (const line of lines) {
        const month = line.ended_at.slice(0, 7);
        const group = byMonth.get(month);
        if (group)
            group.push(line);
        else
            byMonth.set(month, [line]);
    }
    return new Map([...byMonth].map(([month, group]) => [month, extendMonth(month, null, group)]));
}
function cursorsOf(before, cursor, repository) {
    if (cursor === null || repository === undefined)
        return before?.cursors ? { cursors: before.cursors } : {};
    const moved = latest(before?.cursors?.[repository] ?? null, cursor) ?? cursor;
    return { cursors: { ...before?.cursors, [repository]: moved } };
}
function latest(a, b) {
    if (a === null || b === null)
        return a ?? b;
    return Date.parse(a) >= Date.parse(b) ? a : b;
}
/** Reads a totals file. @throws MeasurementError that names it */
function readMonthTotals(text, name) {
    const json = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .q)(text);
    if (json === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MeasurementError */ .HG(`${name} is not JSON: run \`ledger verify\``, name);
    const result = MonthTotalsSchema.safeParse(json);
    if (result.success)
        return result.data;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MeasurementError */ .HG(`${name}: ${(0,_core_schema_issue_js__WEBPACK_IMPORTED_MODULE_6__/* .schemaIssue */ .h)(result.error, 'totals')}: run \`ledger verify\``, name);
}
function monthTotalsText(totals) {
    return `${JSON.stringify(totals, null, 1)}\n`;
}


/***/ })

};
