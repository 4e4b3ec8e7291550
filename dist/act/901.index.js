export const id = 901;
export const ids = [901];
export const modules = {

/***/ 8901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readLedger: () => (/* binding */ readLedger)
});

// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(3026);
// EXTERNAL MODULE: ./build/src/core/judged-line.js
var judged_line = __webpack_require__(507);
// EXTERNAL MODULE: ./build/src/app/time-limit.js
var time_limit = __webpack_require__(5650);
// EXTERNAL MODULE: ./build/src/app/ledger/open-ledger.js + 39 modules
var open_ledger = __webpack_require__(9209);
// EXTERNAL MODULE: ./build/src/core/units.js
var units = __webpack_require__(6226);
// EXTERNAL MODULE: ./build/src/core/budget.js
var core_budget = __webpack_require__(3524);
// EXTERNAL MODULE: ./build/src/core/calendar.js
var calendar = __webpack_require__(295);
// EXTERNAL MODULE: ./build/src/core/group-by.js
var group_by = __webpack_require__(6930);
// EXTERNAL MODULE: ./build/src/core/notes.js + 1 modules
var core_notes = __webpack_require__(3408);
// EXTERNAL MODULE: ./build/src/ledger/cursors.js
var ledger_cursors = __webpack_require__(1284);
// EXTERNAL MODULE: ./build/src/ledger/entry.js
var entry = __webpack_require__(8167);
// EXTERNAL MODULE: ./build/src/render/quantities.js
var quantities = __webpack_require__(9789);
// EXTERNAL MODULE: ./build/src/ledger/totals.js
var ledger_totals = __webpack_require__(8412);
// EXTERNAL MODULE: ./build/src/core/pace.js
var core_pace = __webpack_require__(2194);
// EXTERNAL MODULE: ./build/src/core/text.js
var core_text = __webpack_require__(7422);
// EXTERNAL MODULE: ./build/src/core/first-names.js
var first_names = __webpack_require__(6490);
;// CONCATENATED MODULE: ./build/src/app/ledger/empty-ledger.js

/** Text of the warning of a ledger without any entry. A name that is mistyped reads like an empty ledger. */
function emptyLedgerText(name) {
    return `the ledger ${(0,core_text/* printable */.g$)(name)} is empty or does not exist: check its name. Runs are added by \`ledger collect\` or \`ledger add\``;
}
/** Warns on standard error of a ledger that is empty or does not exist. @returns whether it is */
function warnOfEmptyLedger(name, { as_of }, console) {
    if (as_of === null)
        console.err(`warning: ${emptyLedgerText(name)}\n`);
    return as_of === null;
}

;// CONCATENATED MODULE: ./build/src/app/ledger/period-notes.js







/** A ledger that was not written for longer is stale, h: a collector runs hourly, and a day may pass without any run. */
const STALE_HOURS = 26;
const HOUR_MS = 3_600_000;
/** What is said of runs that the ledger does not have yet. @param recent null without a collector; its runs null: they cannot be listed */
function recentNotes(recent) {
    if (recent === null || recent.runs?.length === 0)
        return [];
    const time = `${recent.since.slice(0, 16).replace('T', ' ')} UTC`;
    if (recent.runs === null) {
        return [
            (0,core_notes/* note */.N4)('ledger-runs-unlisted', `the runs since ${time} could not be listed and are not in the sums over time`),
        ];
    }
    const count = recent.runs.length;
    const text = `${(0,core_text/* counted */.hS)(count, 'run')} since ${time} ${count === 1 ? 'is' : 'are'} estimated as one average job each`;
    return [(0,core_notes/* note */.N4)('ledger-runs-estimated', text)];
}
/** Whether a ledger was not written for so long that runs are missing. @param asOf time of its last write, RFC 3339 */
function isStale(asOf, nowMs) {
    return nowMs - Date.parse(asOf) > STALE_HOURS * HOUR_MS;
}
/**
 * Warns of a ledger that is empty or was not written for long.
 * @param ledger its name
 * @param collected repository whose collector `asOf` is the cursor of; null: the time of the last write
 */
function staleNotes(ledger, collected, asOf, nowMs) {
    if (asOf === null)
        return [(0,core_notes/* note */.N4)('ledger-stale', `${emptyLedgerText(ledger)}. Only this run counts`)];
    if (!isStale(asOf, nowMs))
        return [];
    const what = collected === null ? 'the ledger was last written' : `${(0,core_text/* printable */.g$)(collected)} was last collected`;
    const hours = Math.floor((nowMs - Date.parse(asOf)) / HOUR_MS);
    return [(0,core_notes/* note */.N4)('ledger-stale', `${what} ${hours} h ago (${asOf}): later runs are missing`)];
}
/** Repositories that a warning names; of more it says how many. */
const NAMED = 3;
/**
 * Warns of other repositories of the ledger whose collector has not read runs for long: lines per organisation lack them.
 * @param own repository that is judged, which has a warning of its own
 */
function staleRepositoryNotes(cursors, own, nowMs) {
    const stale = (0,ledger_cursors/* activeCursors */.w)(cursors, nowMs).filter(({ repository, cursor }) => isStale(cursor, nowMs) && repository.toLowerCase() !== own.toLowerCase());
    if (stale.length === 0)
        return [];
    const named = stale.map(({ repository, cursor }) => {
        return `${(0,core_text/* printable */.g$)(repository)} was last collected ${Math.floor((nowMs - Date.parse(cursor)) / HOUR_MS)} h ago`;
    });
    return [(0,core_notes/* note */.N4)('ledger-stale', `lines per organisation lack later runs: ${(0,first_names/* firstNames */.d)(named, NAMED)}`)];
}
/** Share of a budget from which its forecast is shown. */
const FORECAST_FROM = 0.5;
/**
 * How much of a line is used and what the period will have used at its end, if it goes on as it began.
 * @param use `share` is that of the line's limit
 * @param at `knownMs` is the time until which the share has all runs, Unix ms
 */
function forecastNotes(use, at) {
    const { line, share, span } = use;
    if (share < FORECAST_FROM)
        return [];
    const { forecast, lastDay, spentOn } = (0,core_pace/* paceOf */.x)(share, span, at.nowMs, at.knownMs);
    const time = at.asOf === null ? '' : ` as of ${at.asOf.slice(0, 16).replace('T', ' ')} UTC`;
    const pace = forecast === null ? '' : `; at this pace ${(0,quantities/* plain */.pj)((0,quantities/* percent */.KN)(forecast))} on ${lastDay}`;
    const when = spentOn === null ? '' : `, spent on ${spentOn}`;
    return [(0,core_notes/* note */.N4)('ledger-forecast', `${line}: ${(0,quantities/* plain */.pj)((0,quantities/* shareUsed */.vt)((0,quantities/* percent */.KN)(share)))}${time}${pace}${when}`)];
}

// EXTERNAL MODULE: ./build/src/app/ledger/runs-since.js
var runs_since = __webpack_require__(2034);
;// CONCATENATED MODULE: ./build/src/app/ledger/period-totals.js












/**
 * Reads what the day, the week and the month have used so far, this run included. Nothing is thrown for a ledger that cannot be read:
 * its lines are then judged as `on-ledger-error` says.
 * @throws ConfigurationError for a ledger that no setting can mean
 */
async function readPeriodTotals(store, settings, budgets, own) {
    try {
        return await readTotals(store, budgets, own);
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
async function readTotals(store, budgets, own) {
    const today = (0,calendar/* dayOf */.kb)(own.nowMs);
    const known = await store.totals(monthsAround(today));
    const name = own.repository ?? ledger_totals/* UNNAMED */.rY;
    const cursor = cursorOf(known, own);
    // A repository without a collector adds its own entries: the cursors of others say nothing about its runs.
    const state = { tip: known.tip, entries: known.all_entries, as_of: cursor ?? known.written_at };
    const lost = own.seen.find(({ entries }) => entries > known.all_entries);
    if (lost) {
        const text = `an earlier report saw ${lost.entries} entries in the ledger, now it has ${known.all_entries}: its history was rewritten`;
        const notes = [(0,core_notes/* note */.N4)('ledger-entries-lost', text)];
        return { totals: {}, ledgerProblem: { text, blocks: true }, notes, ledger: state };
    }
    const ownTotals = await withoutRecorded(store, own);
    const recent = await listRecent(known, own);
    const lines = budgets.flatMap(({ budget }) => budget.kind === 'absolute' && core_budget/* CALENDAR_SCOPES */.nR.has(budget.scope) ? [budget] : []);
    const hasOrganisation = lines.some(({ isOrganisation }) => isOrganisation);
    const completeUntil = completeTime(known, own, Array.isArray(recent?.runs));
    // Runs of other repositories since their cursors are not listed.
    const allUntil = hasOrganisation && Object.keys(known.cursors).length > 0 ? known.as_of : null;
    const ledger = {
        ...state,
        ...(completeUntil !== null && { complete_until: completeUntil }),
        ...(allUntil !== null && { organisation_as_of: allUntil }),
    };
    const isShared = Object.keys(known.repositories).some((each) => each.toLowerCase() !== name.toLowerCase());
    const ownParts = (0,ledger_cursors/* ofRepository */.S)(known.repositories, name);
    const usual = isShared && ownParts.length > 0 ? { ...sumOf(ownParts), workflows: joinWorkflows(ownParts) } : known;
    const totals = {};
    const organisationTotals = {};
    const notes = [
        ...staleNotes(store.name, cursor === null ? null : name, state.as_of, own.nowMs),
        ...(hasOrganisation ? staleRepositoryNotes(known.cursors, name, own.nowMs) : []),
        ...recentNotes(recent),
    ];
    for (const budget of lines) {
        const span = budget.scope;
        const range = (0,calendar/* spanAround */.i4)(today, span);
        const sum = isShared && !budget.isOrganisation
            ? sumOf((0,ledger_cursors/* ofRepository */.S)((await store.totals(range)).repositories, name))
            : sumOfDays(known.days, range);
        const ended = (recent?.runs ?? []).filter(({ endMs }) => (0,calendar/* dayOf */.kb)(endMs) >= range.from && (0,calendar/* dayOf */.kb)(endMs) <= range.to);
        const used = withOwn(sum, ownTotals, (0,runs_since/* estimateRuns */.F)(ended, usual));
        if (budget.isOrganisation)
            organisationTotals[span] = used;
        else
            totals[span] = used;
        const share = (used[budget.metric] ?? 0) / budget.limit;
        if (own.isPeriodWarned && share > 1)
            notes.push((0,core_notes/* note */.N4)('period-exceeded', `${budget.line} is exceeded: ${(0,quantities/* plain */.pj)((0,quantities/* shareUsed */.vt)((0,quantities/* percent */.KN)(share)))}`));
        const ofAll = budget.isOrganisation ? allUntil : null;
        const until = ofAll ?? completeUntil;
        const knownMs = until === null ? own.nowMs : Math.min(own.nowMs, Date.parse(until));
        const at = { asOf: ofAll ?? state.as_of, nowMs: own.nowMs, knownMs };
        notes.push(...forecastNotes({ line: budget.line, share, span }, at), ...unknownNotes(budget, sum));
    }
    return { totals, organisationTotals, isPeriodWarned: own.isPeriodWarned, notes, ledger };
}
/** The months of a day and of its week. Whole months: their totals are one small read. */
function monthsAround(day) {
    const [week, month] = [(0,calendar/* spanAround */.i4)(day, 'week'), (0,calendar/* spanAround */.i4)(day, 'month')];
    return {
        from: week.from < month.from ? (0,calendar/* spanAround */.i4)(week.from, 'month').from : month.from,
        to: week.to > month.to ? (0,calendar/* spanAround */.i4)(week.to, 'month').to : month.to,
    };
}
function unknownNotes({ line, metric }, { unknown, entries }) {
    const count = unknown[units/* FIGURE_OF */.Zr[metric]];
    if (count === 0 || count >= entries)
        return [];
    const text = `${line}: ${count} of ${entries} entries have no known ${metric} and are not in the sum`;
    return [(0,core_notes/* note */.N4)('ledger-unknown-entries', text)];
}
function sumOfDays(days, { from, to }) {
    return sumOf(Object.entries(days).flatMap(([day, sum]) => (day >= from && day <= to ? [sum] : [])));
}
function sumOf(parts) {
    const sums = new ledger_totals/* Sums */.F2();
    for (const part of parts)
        sums.addSum(part);
    return sums.value();
}
/** Sums of a repository's workflows. It has several parts where its name is spelt in several ways. */
function joinWorkflows(parts) {
    const byName = (0,group_by/* groupBy */.$)(parts.flatMap(({ workflows = {} }) => Object.entries(workflows)), ([workflow]) => workflow);
    return Object.fromEntries([...byName].map(([workflow, sums]) => [workflow, sumOf(sums.map(([, sum]) => sum))]));
}
/** The ledger's sum, the runs that it does not have yet, and this run. A figure that no entry has, or this run has not, is unknown. */
function withOwn(sum, own, recent) {
    const add = (figure, more) => {
        const known = sum[figure];
        return more === null || (known === null && sum.entries > 0) ? null : (known ?? 0) + recent[figure] + more;
    };
    return { emissions: add('g', own.emissions), energy: add('wh', own.energy), water: add('l', own.water) };
}
/** The run's figures without what the ledger has of its earlier attempts. */
async function withoutRecorded(store, { totals, repeatedRun, nowMs }) {
    if (!repeatedRun)
        return totals;
    const { runId, startMs } = repeatedRun;
    const lines = await store.lines({ from: (0,calendar/* dayOf */.kb)(Math.min(startMs, nowMs)), to: (0,calendar/* dayOf */.kb)(nowMs) });
    const recorded = lines.filter((line) => ((0,entry/* isCorrection */.HJ)(line) ? line.corrects : line.key).startsWith(`${runId}/`));
    const rest = (value, figure) => value === null
        ? null
        : Math.max(0, recorded.reduce((sum, line) => sum - (line[figure] ?? 0), value));
    return {
        emissions: rest(totals.emissions, 'g'),
        energy: rest(totals.energy, 'wh'),
        water: rest(totals.water, 'l'),
    };
}
/**
 * Until when the sums have all runs, RFC 3339; null: until now. Without a collector each job adds its own entry, so only a stale ledger
 * lacks runs.
 */
function completeTime(known, own, areRecentRunsKnown) {
    if (areRecentRunsKnown)
        return null;
    const cursor = cursorOf(known, own);
    if (cursor !== null)
        return cursor;
    return known.written_at !== null && isStale(known.written_at, own.nowMs) ? known.written_at : null;
}
/** Until when the collector has read the runs of the repository that is judged, RFC 3339; null without a collector. */
function cursorOf({ cursors }, { repository }) {
    return ((0,ledger_cursors/* ofRepository */.S)(cursors, repository ?? '')
        .sort()
        .at(-1) ?? null);
}
/** Runs since the collector's cursor; null without a collector. */
async function listRecent(known, own) {
    const since = cursorOf(known, own);
    if (since === null || !own.listRecentRuns)
        return null;
    const sinceMs = Date.parse(since);
    const runs = await own.listRecentRuns(sinceMs);
    // The collector's own run began before its cursor and is in no ledger.
    const isCounted = (run) => run.createdMs >= sinceMs || known.workflows[run.workflow ?? ledger_totals/* UNNAMED */.rY] !== undefined;
    return { since, runs: runs?.filter(isCounted) ?? null };
}

;// CONCATENATED MODULE: ./build/src/app/ledger/read-ledger.js





/**
 * Reads the totals of the day, the week and the month from the ledger of the settings, and adds the draft's own figures.
 * @throws ConfigurationError
 */
async function readLedger({ settings, budgets }, judgeable, { access, refusal = null, isProposal, waitMs, ...own }) {
    if (refusal !== null)
        return withTotals(judgeable, withoutLedger(refusal, settings));
    const store = (0,open_ledger.openLedger)(settings.ledger, access);
    const isPeriodWarned = (settings['on-period-exceeded'] ?? (isProposal ? 'warn' : 'fail')) === 'warn';
    const totals = (0,judged_line/* ownTotals */.mK)(judgeable.draft);
    const reading = readPeriodTotals(store, settings, budgets, { ...own, totals, isPeriodWarned })
        .catch((error) => {
        // A repository that cannot be found here is a matter of the environment where a job is judged.
        if (error instanceof errors/* ConfigurationError */.j1)
            return withoutLedger(error.message, settings);
        throw error;
    })
        .finally(() => store.close());
    if (waitMs === undefined)
        return withTotals(judgeable, await reading);
    const found = await (0,time_limit/* withinMs */.S)(waitMs, reading);
    return withTotals(judgeable, found ?? withoutLedger(`no answer within ${waitMs / 1000} s`, settings));
}
function withTotals({ draft, judging }, { notes, ledger, ...totals }) {
    return {
        draft: { ...draft, ledger: ledger ?? null, notes: [...draft.notes, ...notes] },
        judging: { ...judging, ...totals },
    };
}


/***/ }),

/***/ 2034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ estimateRuns),
/* harmony export */   recentRunsOf: () => (/* binding */ recentRunsOf)
/* harmony export */ });
/* harmony import */ var _github_run_list_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7257);
/* harmony import */ var _ledger_totals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8412);
/* harmony import */ var _run_entries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(693);



/** Longest time that a run may have begun before the cursor and ended after it, ms: GitHub ends a job of a hosted runner after 6 hours. */
const LONGEST_RUN_MS = 6 * 3_600_000;
/** Lists the runs that ended since the cursor: one request for each 100. */
function recentRunsOf(client, repository, ownRunId) {
    return async (sinceMs) => {
        const listed = await (0,_github_run_list_js__WEBPACK_IMPORTED_MODULE_0__/* .listRuns */ .v)(client, repository, { fromMs: sinceMs - LONGEST_RUN_MS });
        if (!listed.ok || !listed.value.isComplete)
            return null;
        return listed.value.runs
            .filter((run) => run.isCompleted && (0,_run_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .hasJobs */ .l5)(run) && run.id !== ownRunId && run.updatedMs >= sinceMs)
            .map(({ workflow, createdMs, updatedMs }) => ({ workflow, createdMs, endMs: updatedMs }));
    };
}
/**
 * Estimates what runs used: each counts as one average job of its workflow, else as one average job of all. A run has at least one job,
 * so this is a lower bound for workflows with several.
 * @param usual sums of the repository that is judged; of a shared ledger that has no entry of it, the sums of all repositories
 */
function estimateRuns(runs, usual) {
    const sum = { g: 0, wh: 0, l: 0 };
    for (const { workflow } of runs) {
        const name = workflow ?? _ledger_totals_js__WEBPACK_IMPORTED_MODULE_1__/* .UNNAMED */ .rY;
        // A workflow may be named like a property that every object has.
        const known = Object.hasOwn(usual.workflows, name) ? usual.workflows[name] : undefined;
        for (const figure of _ledger_totals_js__WEBPACK_IMPORTED_MODULE_1__/* .FIGURES_OF_SUM */ .UY)
            sum[figure] += (known && meanOf(known, figure)) ?? meanOf(usual, figure) ?? 0;
    }
    return sum;
}
function meanOf(sum, figure) {
    const count = sum.entries - sum.unknown[figure];
    const value = sum[figure];
    return value === null || count <= 0 ? null : Math.max(0, value) / count;
}


/***/ })

};
