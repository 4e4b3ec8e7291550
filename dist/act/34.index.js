export const id = 34;
export const ids = [34];
export const modules = {

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
