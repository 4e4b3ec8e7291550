export const id = 212;
export const ids = [212];
export const modules = {

/***/ 8212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readLedger: () => (/* binding */ readLedger)
});

// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(1702);
// EXTERNAL MODULE: ./build/src/app/ledger/open-ledger.js + 32 modules
var open_ledger = __webpack_require__(5048);
// EXTERNAL MODULE: ./build/src/core/budget.js
var core_budget = __webpack_require__(2736);
// EXTERNAL MODULE: ./build/src/core/calendar.js
var calendar = __webpack_require__(8187);
// EXTERNAL MODULE: ./build/src/core/notes.js + 1 modules
var core_notes = __webpack_require__(2866);
// EXTERNAL MODULE: ./build/src/ledger/entry.js
var entry = __webpack_require__(9939);
// EXTERNAL MODULE: ./build/src/ledger/totals.js
var ledger_totals = __webpack_require__(2296);
// EXTERNAL MODULE: ./build/src/core/pace.js
var core_pace = __webpack_require__(1518);
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
    const text = `${count} ${count === 1 ? 'run' : 'runs'} since ${time} ${count === 1 ? 'is' : 'are'} estimated as one average job each`;
    return [(0,core_notes/* note */.N4)('ledger-runs-estimated', text)];
}
/** Whether a ledger was not written for so long that runs are missing. @param asOf time of its last write, RFC 3339 */
function isStale(asOf, nowMs) {
    return nowMs - Date.parse(asOf) > STALE_HOURS * HOUR_MS;
}
/** Warns of a ledger that is empty or was not written for long. */
function staleNotes(asOf, entries, nowMs) {
    if (asOf === null)
        return [
            (0,core_notes/* note */.N4)('ledger-stale', 'the ledger is empty: only this run counts. Runs are added by `ledger collect` or `ledger add`'),
        ];
    if (!isStale(asOf, nowMs))
        return [];
    const hours = (nowMs - Date.parse(asOf)) / HOUR_MS;
    const text = `the ledger was last written ${Math.floor(hours)} h ago (${asOf}): of ${entries} entries, later runs are missing`;
    return [(0,core_notes/* note */.N4)('ledger-stale', text)];
}
/** Share of a budget from which its forecast is shown. */
const FORECAST_FROM = 0.5;
/**
 * How much of a line is used and what the period will have used at its end, if it goes on as it began.
 * @param knownMs time until which the share has all runs, Unix ms
 */
function forecastNotes(line, share, span, asOf, nowMs, knownMs) {
    if (share < FORECAST_FROM)
        return [];
    const { forecast, lastDay, spentOn } = (0,core_pace/* paceOf */.x)(share, span, nowMs, knownMs);
    const time = asOf === null ? '' : ` as of ${asOf.slice(0, 16).replace('T', ' ')} UTC`;
    const pace = forecast === null ? '' : `; at this pace ${Math.round(forecast * 100)} % on ${lastDay}`;
    const when = spentOn === null ? '' : `, spent on ${spentOn}`;
    return [(0,core_notes/* note */.N4)('ledger-forecast', `${line}: ${Math.round(share * 100)} % used${time}${pace}${when}`)];
}

// EXTERNAL MODULE: ./build/src/app/ledger/runs-since.js
var runs_since = __webpack_require__(6030);
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
    const week = (0,calendar/* spanAround */.i4)(today, 'week');
    const first = week.from < (0,calendar/* monthRange */.kk)(today.slice(0, 7)).from ? week.from : today;
    // Whole months: their totals are one small read.
    const months = { from: (0,calendar/* monthRange */.kk)(first.slice(0, 7)).from, to: (0,calendar/* monthRange */.kk)(maxOf(today, week.to).slice(0, 7)).to };
    const known = await store.totals(months);
    const lost = own.seen.find(({ entries }) => entries > known.all_entries);
    const state = { tip: known.tip, entries: known.all_entries, as_of: known.as_of };
    if (lost) {
        const text = `an earlier report saw ${lost.entries} entries in the ledger, now it has ${known.all_entries}: its history was rewritten`;
        return {
            totals: {},
            ledgerProblem: { text, blocks: true },
            notes: [(0,core_notes/* note */.N4)('ledger-entries-lost', text)],
            ledger: state,
        };
    }
    const ownTotals = await withoutRecorded(store, own);
    const recent = await listRecent(known, own);
    const completeUntil = completeTime(known, own, Array.isArray(recent?.runs));
    const knownMs = completeUntil === null ? own.nowMs : Math.min(own.nowMs, Date.parse(completeUntil));
    const ledger = completeUntil === null ? state : { ...state, complete_until: completeUntil };
    const repositories = Object.keys(known.repositories);
    const isShared = repositories.some((name) => name !== (own.repository ?? ledger_totals/* UNNAMED */.rY));
    const totals = {};
    const organisationTotals = {};
    const notes = [...staleNotes(known.as_of, known.entries, own.nowMs), ...recentNotes(recent)];
    for (const { budget } of budgets) {
        if (budget.kind !== 'absolute' || !core_budget/* CALENDAR_SCOPES */.nR.has(budget.scope))
            continue;
        const span = budget.scope;
        const range = (0,calendar/* spanAround */.i4)(today, span);
        const all = sumOfDays(known.days, range);
        const sum = isShared && !budget.isOrganisation
            ? ((await store.totals(range)).repositories[own.repository ?? ledger_totals/* UNNAMED */.rY] ?? new ledger_totals/* Sums */.F2().value())
            : all;
        const ended = (recent?.runs ?? []).filter(({ endMs }) => (0,calendar/* dayOf */.kb)(endMs) >= range.from && (0,calendar/* dayOf */.kb)(endMs) <= range.to);
        const used = withOwn(sum, ownTotals, (0,runs_since/* estimateRuns */.F)(ended, known));
        if (budget.isOrganisation)
            organisationTotals[span] = used;
        else
            totals[span] = used;
        if (own.isPeriodWarned && (used[budget.metric] ?? 0) > budget.limit) {
            const text = `${budget.line} is exceeded: ${Math.round(((used[budget.metric] ?? 0) / budget.limit) * 100)} % used`;
            notes.push((0,core_notes/* note */.N4)('period-exceeded', text));
        }
        const share = (used[budget.metric] ?? 0) / budget.limit;
        notes.push(...forecastNotes(budget.line, share, span, known.as_of, own.nowMs, knownMs));
        const unknown = sum.unknown[FIGURES[budget.metric]];
        if (unknown > 0 && unknown < sum.entries) {
            const text = `${budget.line}: ${unknown} of ${sum.entries} entries have no known ${budget.metric} and are not in the sum`;
            notes.push((0,core_notes/* note */.N4)('ledger-unknown-entries', text));
        }
    }
    return { totals, organisationTotals, isPeriodWarned: own.isPeriodWarned, notes, ledger };
}
const FIGURES = { emissions: 'g', energy: 'wh', water: 'l' };
function maxOf(a, b) {
    return a > b ? a : b;
}
function sumOfDays(days, { from, to }) {
    const sums = new ledger_totals/* Sums */.F2();
    for (const [day, sum] of Object.entries(days))
        if (day >= from && day <= to)
            sums.addSum(sum);
    return sums.value();
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
function completeTime({ cursors, as_of }, own, areRecentRunsKnown) {
    if (areRecentRunsKnown)
        return null;
    const cursor = cursors[own.repository ?? ''];
    if (cursor !== undefined)
        return cursor;
    return as_of !== null && isStale(as_of, own.nowMs) ? as_of : null;
}
/** Runs since the collector's cursor; null without a collector. */
async function listRecent({ cursors, workflows }, { repository, listRecentRuns }) {
    const since = cursors[repository ?? ''];
    if (since === undefined || !listRecentRuns)
        return null;
    const sinceMs = Date.parse(since);
    const runs = await listRecentRuns(sinceMs);
    // The collector's own run began before its cursor and is in no ledger.
    const isCounted = (run) => run.createdMs >= sinceMs || workflows[run.workflow ?? ledger_totals/* UNNAMED */.rY] !== undefined;
    return { since, runs: runs?.filter(isCounted) ?? null };
}

;// CONCATENATED MODULE: ./build/src/app/ledger/read-ledger.js



/**
 * Reads the totals of the day, the week and the month from the ledger of the settings, and adds the draft's own figures.
 * @throws ConfigurationError
 */
async function readLedger({ settings, budgets }, judgeable, { access, repository, isProposal, nowMs, seen, listRecentRuns, repeatedRun, waitMs }) {
    const { draft } = judgeable;
    const store = (0,open_ledger.openLedger)(settings.ledger, access);
    const isPeriodWarned = (settings['on-period-exceeded'] ?? (isProposal ? 'warn' : 'fail')) === 'warn';
    const totals = {
        emissions: draft.emissions.total_g,
        energy: draft.energy.total_wh,
        water: draft.water?.total_l ?? null,
    };
    const reading = readPeriodTotals(store, settings, budgets, {
        repository,
        totals,
        nowMs,
        isPeriodWarned,
        seen,
        ...(listRecentRuns && { listRecentRuns }),
        repeatedRun: repeatedRun ?? null,
    })
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


/***/ }),

/***/ 6030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ estimateRuns),
/* harmony export */   recentRunsOf: () => (/* binding */ recentRunsOf)
/* harmony export */ });
/* harmony import */ var _github_run_list_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7789);
/* harmony import */ var _ledger_totals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2296);
/* harmony import */ var _run_entries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8331);



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
 * What runs used, estimated: each counts as one average job of its workflow in the ledger, else of the ledger. A run has at least one job,
 * so this is a lower bound for workflows with several.
 */
function estimateRuns(runs, { workflows, ...all }) {
    const sum = { g: 0, wh: 0, l: 0 };
    for (const { workflow } of runs) {
        const known = workflows[workflow ?? _ledger_totals_js__WEBPACK_IMPORTED_MODULE_1__/* .UNNAMED */ .rY];
        for (const figure of _ledger_totals_js__WEBPACK_IMPORTED_MODULE_1__/* .FIGURES_OF_SUM */ .UY)
            sum[figure] += (known && meanOf(known, figure)) ?? meanOf(all, figure) ?? 0;
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
