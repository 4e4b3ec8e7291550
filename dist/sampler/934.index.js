export const id = 934;
export const ids = [934];
export const modules = {

/***/ 934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cancelRun: () => (/* binding */ cancelRun)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24);

/** Longest wait for the answer, ms. */
const WAIT_MS = 10_000;
/**
 * Sends the cancel request that standard input describes (`POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel`, which needs
 * `actions: write`).
 * @returns whether GitHub accepted it
 */
async function cancelRun() {
    const { url, token } = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(0, 'utf8'));
    const answer = await fetch(url, {
        method: 'POST',
        headers: {
            accept: 'application/vnd.github+json',
            authorization: `Bearer ${token}`,
            'user-agent': 'carbon-gate',
            'x-github-api-version': '2022-11-28',
        },
        // A redirect could lead the token elsewhere.
        redirect: 'error',
        signal: AbortSignal.timeout(WAIT_MS),
    });
    return answer.status === 202;
}


/***/ })

};
