export const id = 412;
export const ids = [412];
export const modules = {

/***/ 3655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kb: () => (/* reexport */ calendar_dayOf),
  kk: () => (/* reexport */ calendar_monthRange),
  i4: () => (/* reexport */ spanAround)
});

// UNUSED EXPORTS: dayStart, previousMonthToDate, readRange

// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(3026);
;// CONCATENATED MODULE: ./build/src/core/calendar.js
/** Days of the UTC calendar, written as `2026-11-28`, which sort as text. */
const DAY_MS = 86_400_000;
/** UTC day of a time, `2026-11-28`. @param ms Unix ms */
function calendar_dayOf(ms) {
    return new Date(ms).toISOString().slice(0, 10);
}
/**
 * The day so many days later, or earlier for a negative number.
 * @example addDays('2026-02-28', 1) // '2026-03-01'
 */
function addDays(day, count) {
    return calendar_dayOf(Date.parse(day) + count * DAY_MS);
}
/** Days from one to another, both included; at least 1 where `from` is not after `to`. */
function countDays({ from, to }) {
    return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}
/** All days of a month. @param month `2026-11` */
function calendar_monthRange(month) {
    const [year = 0, number = 0] = month.split('-').map(Number);
    return { from: `${month}-01`, to: calendar_dayOf(Date.UTC(year, number, 1) - DAY_MS) };
}
/**
 * The calendar span that a day lies in. Weeks are those of ISO 8601: Monday to Sunday.
 * @example spanAround('2026-11-28', 'week') // { from: '2026-11-23', to: '2026-11-29' }
 */
function spanAround(day, scope) {
    if (scope === 'day')
        return { from: day, to: day };
    if (scope === 'month')
        return calendar_monthRange(day.slice(0, 7));
    const sinceMonday = (new Date(Date.parse(day)).getUTCDay() + 6) % 7;
    const monday = addDays(day, -sinceMonday);
    return { from: monday, to: addDays(monday, 6) };
}

;// CONCATENATED MODULE: ./build/src/app/ledger/day-range.js



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


/***/ }),

/***/ 412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ledgerBaseline: () => (/* binding */ ledgerBaseline)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3026);
/* harmony import */ var _core_notes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3408);
/* harmony import */ var _github_events_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(396);
/* harmony import */ var _day_range_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3655);




/** Days that are read one after the other until there are enough runs: most branches need the first step only. */
const STEPS_DAYS = [1, 7, 31];
const DAY_MS = 86_400_000;
/**
 * Earlier runs by the entries of the ledger: one small read, no request to the forge. Runs of proposals are left out, and so are the
 * figures that a fork reported, and runs with a job that failed, was cancelled or has no figure to be trusted. Each job counts once, with its last attempt; a job is compared with measured executions only.
 */
function ledgerBaseline(store, counterpart) {
    return {
        name: 'ledger',
        async runs(branch, most) {
            try {
                let runs = [];
                for (const days of STEPS_DAYS) {
                    const range = { from: (0,_day_range_js__WEBPACK_IMPORTED_MODULE_3__/* .dayOf */ .kb)(counterpart.nowMs - days * DAY_MS), to: (0,_day_range_js__WEBPACK_IMPORTED_MODULE_3__/* .dayOf */ .kb)(counterpart.nowMs) };
                    runs = earlierRuns(await store.entries(range), branch, counterpart);
                    if (runs.length >= most)
                        break;
                }
                return { runs: runs.slice(0, most), notes: [], failures: [] };
            }
            catch (error) {
                if (!(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MeasurementError */ .HG))
                    throw error;
                const text = `Earlier runs could not be read from the ledger: ${error.message}`;
                return { runs: [], notes: [(0,_core_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .note */ .N4)('baseline-unknown', text)], failures: [] };
            }
        },
    };
}
/** Runs of a branch from entries, newest first. */
function earlierRuns(entries, branch, counterpart) {
    const byRun = new Map();
    for (const entry of entries) {
        const run = /^(\d+)\/\d+\/\d+$/.exec(entry.key)?.[1];
        if (run === undefined || run === String(counterpart.runId) || !isCounterpart(entry, branch, counterpart))
            continue;
        byRun.set(run, [...(byRun.get(run) ?? []), entry]);
    }
    const endOf = (group) => Math.max(...group.map(({ ended_at }) => Date.parse(ended_at)));
    return [...byRun.values()]
        .sort((a, b) => endOf(b) - endOf(a))
        .map(lastAttempts)
        .flatMap((jobs) => {
        // A run that ended early used less than usual.
        if (jobs.some(({ verdict }) => verdict === 'indeterminate'))
            return [];
        const energies = jobs.map(({ wh }) => wh);
        if (energies.some((wh) => wh === null))
            return [];
        const totalWh = energies.reduce((sum, wh) => sum + (wh ?? 0), 0);
        const partsWh = new Map(counterpart.job === null ? jobs.map(({ job, wh }) => [job ?? '', wh ?? 0]) : []);
        return totalWh > 0 ? [{ totalWh, partsWh }] : [];
    });
}
function isCounterpart(entry, branch, { repository, workflow, job }) {
    if (entry.repository !== repository || entry.branch !== branch || entry.workflow !== workflow)
        return false;
    if ((0,_github_events_js__WEBPACK_IMPORTED_MODULE_2__/* .eventTraits */ .C)(entry.event ?? '').proposes !== null || entry.trust === 'from-fork')
        return false;
    return job === null || (entry.job === job && entry.trust === 'measured');
}
/** The last execution of each job. */
function lastAttempts(entries) {
    const attemptOf = ({ key }) => Number(key.split('/')[1]);
    const last = new Map();
    for (const entry of entries) {
        const known = last.get(entry.job ?? '');
        if (!known || attemptOf(entry) > attemptOf(known))
            last.set(entry.job ?? '', entry);
    }
    return [...last.values()];
}


/***/ })

};
