export const id = 412;
export const ids = [412];
export const modules = {

/***/ 412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ledgerBaseline: () => (/* binding */ ledgerBaseline)
/* harmony export */ });
/* harmony import */ var _core_calendar_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(295);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3026);
/* harmony import */ var _core_notes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3408);
/* harmony import */ var _github_events_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(396);




/** Days that are read one after the other until there are enough runs: most branches need the first step only. */
const STEPS_DAYS = [1, 7, 31];
/**
 * Earlier runs by the entries of the ledger: one small read, no request to the forge. Runs of proposals are left out, and so are the
 * figures that a fork reported, and runs with a job that failed, was cancelled or has no figure to be trusted. Each job counts once, with its last attempt; a job is compared with measured executions only.
 */
function ledgerBaseline(store, counterpart) {
    const { nowMs } = counterpart;
    // Branches are asked for at the same time. They share each reading: two fetches into one repository lock each other out.
    const readings = new Map();
    const entriesOf = (days) => {
        const reading = readings.get(days) ?? store.entries({ from: (0,_core_calendar_js__WEBPACK_IMPORTED_MODULE_3__/* .dayOf */ .kb)(nowMs - days * _core_calendar_js__WEBPACK_IMPORTED_MODULE_3__/* .DAY_MS */ .sO), to: (0,_core_calendar_js__WEBPACK_IMPORTED_MODULE_3__/* .dayOf */ .kb)(nowMs) });
        readings.set(days, reading);
        return reading;
    };
    return {
        name: 'ledger',
        async runs(branch, most) {
            try {
                let runs = [];
                for (const days of STEPS_DAYS) {
                    runs = earlierRuns(await entriesOf(days), branch, counterpart);
                    if (runs.length >= most)
                        break;
                }
                return { runs: runs.slice(0, most), isRead: true, notes: [], failures: [] };
            }
            catch (error) {
                if (!(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MeasurementError */ .HG))
                    throw error;
                const text = `Earlier runs could not be read from the ledger: ${error.message}`;
                return { runs: [], isRead: false, notes: [(0,_core_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .note */ .N4)('baseline-unknown', text)], failures: [] };
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
    if (entry.repository?.toLowerCase() !== repository.toLowerCase() ||
        entry.branch !== branch ||
        entry.workflow !== workflow)
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
