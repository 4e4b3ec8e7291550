export const id = 334;
export const ids = [334];
export const modules = {

/***/ 9334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withUsage: () => (/* binding */ withUsage)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1702);
/* harmony import */ var _core_notes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2866);
/* harmony import */ var _core_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(223);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3834);
/* harmony import */ var _core_totals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4734);
/* harmony import */ var _grid_resolve_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9399);
/* harmony import */ var _grid_static_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6863);
/* harmony import */ var _render_quantities_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(393);
/* harmony import */ var _factors_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6988);
/* harmony import */ var _find_logs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2364);
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8939);
/* harmony import */ var _read_logs_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(676);
/* harmony import */ var _record_to_part_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3301);
/* harmony import */ var _usage_energy_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4343);














/** Name of the part, for people: most usage in CI is of coding agents. */
const PART_NAME = 'agents';
/**
 * Adds the tokens of language models to what was measured: those that ran elsewhere as a part with its energy, those of a model on this
 * machine as counts, because its energy is measured.
 * @param workspace folder that relative names are in
 */
async function withUsage(judgeable, settings, workspace) {
    if (settings.usage === undefined || settings.usage.length === 0)
        return judgeable;
    const usage = await readUsage(settings, workspace);
    const { draft, judging } = judgeable;
    const elsewhere = usage.records.filter(({ itWh }) => itWh !== null);
    const here = usage.records.filter(({ itWh }) => itWh === null);
    const joined = elsewhere.length === 0 ? { draft, notes: [] } : withTokensElsewhere(draft, elsewhere);
    const counts = (0,_usage_energy_js__WEBPACK_IMPORTED_MODULE_12__/* .usageCounts */ .W)(usage.records.flatMap((record) => record.usage ?? []));
    return {
        draft: {
            ...joined.draft,
            ...unitsAndCounts(draft, counts),
            notes: (0,_core_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .uniqueNotes */ .re)([...draft.notes, ...joined.notes, ...hereNote(here), ...usage.notes]),
        },
        judging: { ...judging, doubt: judging.doubt ?? (usage.isIncomplete ? 'energy-missing' : null) },
    };
}
function unitsAndCounts(draft, tokens) {
    if (tokens.length === 0)
        return { units: draft.units, ...(draft.counts && { counts: draft.counts }) };
    const sums = new Map();
    const own = draft.units ? [draft.units] : [];
    for (const { name, count } of [...(draft.counts ?? own), ...tokens])
        sums.set(name, (sums.get(name) ?? 0) + count);
    const counts = [...sums].map(([name, count]) => ({ name, count })).slice(0, _core_report_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_COUNTS */ .OZ);
    return { units: draft.units ?? counts[0] ?? null, counts };
}
async function readUsage(settings, workspace) {
    const level = settings['on-measurement-error'] === 'fail' ? 'error' : 'warning';
    const notes = [];
    const records = [];
    let isIncomplete = false;
    const fail = (text) => {
        isIncomplete ||= level === 'error';
        notes.push((0,_core_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .note */ .N4)('usage-unreadable', `${text}: tokens are missing from the figure`, level));
    };
    const names = settings.usage ?? [];
    const excluded = names.filter((name) => name.startsWith('!'));
    const seen = new Set();
    for (const name of names.filter((each) => !each.startsWith('!'))) {
        try {
            const { logs } = await (0,_find_logs_js__WEBPACK_IMPORTED_MODULE_8__/* .findLogs */ .J)([name, ...excluded], workspace);
            for (const log of logs.filter(({ path }) => !seen.has(path))) {
                seen.add(log.path);
                const reading = await (0,_read_logs_js__WEBPACK_IMPORTED_MODULE_10__/* .readOne */ .J)(log, null, { mapping: null, intervalS: null }, { workspace });
                if (reading === null)
                    continue;
                const usage = reading.records.filter((record) => record.usage !== null);
                records.push(...usage);
                for (const refusal of reading.refusals)
                    fail(`${refusal.file}: ${refusal.reason}`);
                if (usage.length < reading.records.length)
                    notes.push(otherLog(log.shown));
            }
        }
        catch (error) {
            if (!(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1 || error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MeasurementError */ .HG))
                throw error;
            if ((0,_glob_js__WEBPACK_IMPORTED_MODULE_9__/* .isGlob */ .fg)(name) && error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1)
                notes.push(noMatch(name, error));
            else
                fail(error.message);
        }
    }
    try {
        const factors = settings.factors === undefined ? [] : await (0,_factors_file_js__WEBPACK_IMPORTED_MODULE_7__/* .readFactors */ .z)(settings.factors, workspace);
        const costed = (0,_usage_energy_js__WEBPACK_IMPORTED_MODULE_12__/* .withUsageEnergy */ .i)(records, factors, true);
        return { records: costed, notes: [...costed.flatMap((record) => record.notes), ...notes], isIncomplete };
    }
    catch (error) {
        if (!(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1))
            throw error;
        fail(error.message);
        return { records: [], notes, isIncomplete };
    }
}
function noMatch(name, error) {
    return (0,_core_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .note */ .N4)('usage-none', `no usage log for ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_13__/* .printable */ .g)(name)}, so that no tokens are counted for it: ${error.message}`);
}
function otherLog(name) {
    const text = `${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_13__/* .printable */ .g)(name)} is a log of energy, not of tokens: it is left out, because this machine is measured already; read it with mode: logs`;
    return (0,_core_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .note */ .N4)('usage-other-log', text);
}
/** Adds a part with the energy of the models elsewhere to a draft and to its sums. */
function withTokensElsewhere(draft, records) {
    const parts = records.map((record) => (0,_record_to_part_js__WEBPACK_IMPORTED_MODULE_11__/* .recordPart */ .p)(record, { pue: null, grid: gridOf(record) }).part);
    const counts = (0,_usage_energy_js__WEBPACK_IMPORTED_MODULE_12__/* .usageCounts */ .W)(records.flatMap((record) => record.usage ?? []));
    const totals = (0,_core_totals_js__WEBPACK_IMPORTED_MODULE_3__/* .totalsOfParts */ .Zp)(parts);
    const totalG = totals.emissions.total_g;
    const part = {
        kind: 'component',
        name: PART_NAME,
        started_at: null,
        ended_at: null,
        duration_s: null,
        ...totals,
        minerals_kg_sb: (0,_core_totals_js__WEBPACK_IMPORTED_MODULE_3__/* .mineralsOfParts */ .h3)(parts),
        counts: counts.map((each) => ({ ...each, g_per_unit: totalG === null ? null : totalG / each.count })),
        parts: (0,_core_totals_js__WEBPACK_IMPORTED_MODULE_3__/* .cappedParts */ .WD)(parts),
    };
    const own = {
        ...draft,
        kind: 'job',
        name: draft.subject.name,
        duration_s: draft.duration_s,
        units: null,
        counts: [],
    };
    const { coverage: _, energy, ...sums } = (0,_core_totals_js__WEBPACK_IMPORTED_MODULE_3__/* .totalsOfParts */ .Zp)([own, part]);
    const { energy: machine } = draft;
    const notCounted = draft.basis.not_counted.filter((text) => text !== SERVICES);
    return {
        draft: {
            ...draft,
            ...sums,
            minerals_kg_sb: (0,_core_totals_js__WEBPACK_IMPORTED_MODULE_3__/* .mineralsOfParts */ .h3)([own, part]),
            // The split is the machine's; what the models used is in none of its components.
            energy: {
                ...energy,
                cpu_wh: machine.cpu_wh,
                memory_wh: machine.memory_wh,
                gpu_wh: machine.gpu_wh,
                other_wh: machine.other_wh === null ? null : machine.other_wh + (totals.energy.it_wh ?? 0),
            },
            parts: (0,_core_totals_js__WEBPACK_IMPORTED_MODULE_3__/* .cappedParts */ .WD)([...draft.parts, part]),
            basis: {
                ...draft.basis,
                not_counted: [
                    ...notCounted,
                    'other services that the work calls',
                    'hardware and water of the models elsewhere',
                ],
            },
        },
        notes: [elsewhereNote(part, counts, draft)],
    };
}
/** Replaced in `not_counted` once the models are counted. */
const SERVICES = 'services that the work calls';
/** Grid of the place that the log names, or the world's where it names none: makers do not say where a request ran. */
function gridOf({ place }) {
    const nowhere = { zone: null, provider: null, region: null, latitude: null, longitude: null, how: 'unknown' };
    try {
        return (0,_grid_static_js__WEBPACK_IMPORTED_MODULE_5__/* .staticFigure */ .d)(place === null ? nowhere : (0,_grid_resolve_js__WEBPACK_IMPORTED_MODULE_4__/* .resolvePlace */ .M0)(place)).figure;
    }
    catch (error) {
        if (!(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1))
            throw error;
        return (0,_grid_static_js__WEBPACK_IMPORTED_MODULE_5__/* .staticFigure */ .d)(nowhere).figure;
    }
}
/** `agents: 1.2 M tokens, 38 Wh, likely 9 to 150 Wh`. */
function elsewhereNote({ energy, emissions, intensity }, counts, draft) {
    const likely = (0,_render_quantities_js__WEBPACK_IMPORTED_MODULE_6__/* .rangeOf */ .be)(energy.low_wh, energy.high_wh, 'wh');
    const figures = [
        `${shortCount(tokensOf(counts))} tokens`,
        (0,_render_quantities_js__WEBPACK_IMPORTED_MODULE_6__/* .quantity */ .au)(energy.total_wh, 'wh'),
        likely && `likely ${likely}`,
    ];
    const grid = intensity &&
        ` at ${Math.round(intensity.g_per_kwh)} g/kWh (${intensity.zone === null || intensity.zone === 'WORLD' ? 'the world, because no place is known' : intensity.zone})`;
    const machine = (0,_render_quantities_js__WEBPACK_IMPORTED_MODULE_6__/* .quantity */ .au)(draft.energy.total_wh, 'wh');
    const text = `${PART_NAME}: ${figures.filter(Boolean).join(', ')}, ${(0,_render_quantities_js__WEBPACK_IMPORTED_MODULE_6__/* .quantity */ .au)(emissions.total_g, 'g')}${grid ?? ''}; used elsewhere, so apart from this machine's own ${machine}; the total has both`;
    return (0,_core_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .note */ .N4)('usage-elsewhere', (0,_render_quantities_js__WEBPACK_IMPORTED_MODULE_6__/* .plain */ .pj)(text));
}
function tokensOf(counts) {
    return counts.filter(({ name }) => name.endsWith(' token')).reduce((sum, { count }) => sum + count, 0);
}
/** `1.2 M`, `850`. */
function shortCount(count) {
    const [divisor, unit] = count >= 1e9 ? [1e9, ' G'] : count >= 1e6 ? [1e6, ' M'] : count >= 1e4 ? [1e3, ' k'] : [1, ''];
    return `${Number((count / divisor).toPrecision(3))}${unit}`;
}
function hereNote(records) {
    const counts = (0,_usage_energy_js__WEBPACK_IMPORTED_MODULE_12__/* .usageCounts */ .W)(records.flatMap((record) => record.usage ?? []));
    if (counts.length === 0)
        return [];
    const names = [...new Set(records.map(({ name }) => name))].slice(0, 5).join(', ');
    const text = `${shortCount(tokensOf(counts))} tokens of ${names} ran on this machine: their energy is in its own figure`;
    return [(0,_core_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .note */ .N4)('usage-here', text)];
}


/***/ })

};
