export const id = 778;
export const ids = [778];
export const modules = {

/***/ 8778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readPullRequestTotals: () => (/* binding */ readPullRequestTotals)
/* harmony export */ });
/* harmony import */ var _core_calendar_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(295);
/* harmony import */ var _core_quantity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4796);
/* harmony import */ var _github_events_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(396);
/* harmony import */ var _github_run_list_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7257);
/* harmony import */ var _run_entries_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(693);





/** Artifacts live for 90 days by default: the search for runs of a pull request of unknown age ends there. */
const OLDEST_MS = 90 * _core_calendar_js__WEBPACK_IMPORTED_MODULE_4__/* .DAY_MS */ .sO;
/** Requests for a run besides its reports: its jobs and its artifacts. */
const REQUESTS_A_RUN = 2;
/**
 * What all runs of a pull request have used so far, for lines per pull request: the reports that its jobs left, estimates for the others,
 * each execution once. Every run is read or none is judged: a sum with a part missing would pass what does not.
 * @param requests how many may be sent
 */
async function readPullRequestTotals(reader, pull, own, requests) {
    const { client, repository } = reader;
    const nowMs = client.server.nowMs();
    const fromMs = pull.createdMs ?? nowMs - OLDEST_MS;
    const listed = await (0,_github_run_list_js__WEBPACK_IMPORTED_MODULE_2__/* .listRuns */ .v)(client, repository, { fromMs, branch: pull.head.ref });
    if (!listed.ok)
        return unknown(listed.failure.text);
    if (!listed.value.isComplete)
        return unknown('the list of its runs is incomplete');
    const runs = listed.value.runs.filter((run) => isOfPull(run, pull) && (0,_run_entries_js__WEBPACK_IMPORTED_MODULE_3__/* .hasJobs */ .l5)(run));
    const others = own.isWholeRun ? runs.filter(({ id }) => id !== own.runId) : runs;
    if (1 + others.length * REQUESTS_A_RUN > requests) {
        const text = `its ${others.length} other runs need more requests than are left for this step: judge it with mode: workflow`;
        return { pullRequestProblem: { text, blocks: own.isWholeRun } };
    }
    const sums = [own.totals];
    for (const run of others) {
        const context = run.isCompleted ? reader.context : { ...reader.context, nowMs };
        const reading = await (0,_run_entries_js__WEBPACK_IMPORTED_MODULE_3__/* .readRun */ .cI)({ ...reader, context, artifacts: () => null }, run);
        if (reading.kind === 'failed')
            return unknown(reading.failure.text);
        if (reading.kind === 'gone')
            continue;
        const counted = reading.entries
            .map(({ entry }) => entry)
            .filter(({ key }) => run.id !== own.runId || !key.endsWith(`/${own.checkRunId}`));
        sums.push(...counted.map(({ g, wh, l }) => ({ emissions: g, energy: wh, water: l })));
    }
    const sum = (figure) => (0,_core_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .sumOrNull */ .o9)(sums.map((each) => each[figure]));
    return {
        totals: { 'pull-request': { emissions: sum('emissions'), energy: sum('energy'), water: sum('water') } },
    };
}
function unknown(reason) {
    return { pullRequestProblem: { text: `the runs of the pull request are unknown: ${reason}`, blocks: true } };
}
/** Whether a run is one of the pull request's. GitHub names no pull request for runs of forks: then its branch and repository decide. */
function isOfPull({ event, headRepository, pullRequests }, { number, head }) {
    if ((0,_github_events_js__WEBPACK_IMPORTED_MODULE_1__/* .eventTraits */ .C)(event).proposes !== 'pull-request')
        return false;
    if (pullRequests.length > 0)
        return pullRequests.includes(number);
    return headRepository?.toLowerCase() === head.repository?.toLowerCase();
}


/***/ })

};
