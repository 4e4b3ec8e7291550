export const id = 947;
export const ids = [947];
export const modules = {

/***/ 5947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  withUsage: () => (/* binding */ withUsage)
});

// EXTERNAL MODULE: ./build/src/core/first-names.js
var first_names = __webpack_require__(6490);
// EXTERNAL MODULE: ./build/src/core/embodied.js
var embodied = __webpack_require__(7042);
// EXTERNAL MODULE: ./build/src/core/notes.js + 1 modules
var core_notes = __webpack_require__(3408);
// EXTERNAL MODULE: ./build/src/core/report.js + 1 modules
var report = __webpack_require__(9020);
// EXTERNAL MODULE: ./build/src/core/totals.js
var core_totals = __webpack_require__(4778);
// EXTERNAL MODULE: ./build/src/render/quantities.js
var quantities = __webpack_require__(9789);
// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(3026);
// EXTERNAL MODULE: ./build/src/core/text.js
var core_text = __webpack_require__(7422);
// EXTERNAL MODULE: ./build/src/trackers/usage/counted-keys.js
var counted_keys = __webpack_require__(9222);
// EXTERNAL MODULE: ./build/src/app/logs/factors-file.js
var factors_file = __webpack_require__(5632);
// EXTERNAL MODULE: ./build/src/app/logs/find-logs.js
var find_logs = __webpack_require__(4504);
// EXTERNAL MODULE: ./build/src/app/logs/glob.js
var glob = __webpack_require__(6015);
// EXTERNAL MODULE: ./build/src/app/logs/missing-energy.js
var missing_energy = __webpack_require__(6546);
// EXTERNAL MODULE: ./build/src/app/logs/read-logs.js + 133 modules
var read_logs = __webpack_require__(7341);
// EXTERNAL MODULE: ./build/src/app/logs/usage-energy.js
var usage_energy = __webpack_require__(499);
;// CONCATENATED MODULE: ./build/src/app/logs/read-usage.js










/** Reads the usage logs of a job. What cannot be read makes the figure incomplete instead of ending the job. */
async function readUsage(settings, workspace) {
    const level = settings['on-measurement-error'] === 'fail' ? 'error' : 'warning';
    const notes = [];
    const records = [];
    let isIncomplete = false;
    const fail = (text) => {
        isIncomplete ||= level === 'error';
        notes.push((0,core_notes/* note */.N4)('usage-unreadable', `${text}: tokens are missing from the figure`, level));
    };
    const names = settings.usage ?? [];
    const excluded = names.filter((name) => name.startsWith('!'));
    const seen = new Set();
    const countedKeys = new counted_keys/* CountedKeys */.Z();
    for (const name of names.filter((each) => !each.startsWith('!'))) {
        try {
            const { logs } = await (0,find_logs/* findLogs */.J)([name, ...excluded], workspace);
            for (const log of logs.filter(({ path }) => !seen.has(path))) {
                seen.add(log.path);
                const reading = await (0,read_logs/* readOne */.J)(log, null, { mapping: null, intervalS: null, countedKeys }, { workspace });
                if (reading === null)
                    continue;
                const usage = reading.records.filter((record) => record.usage !== null);
                records.push(...usage);
                notes.push(...(reading.notes ?? []));
                for (const refusal of reading.refusals)
                    fail(`${refusal.file}: ${refusal.reason}`);
                if (usage.length < reading.records.length)
                    notes.push(otherLog(log.shown));
            }
        }
        catch (error) {
            if (!(error instanceof errors/* ConfigurationError */.j1 || error instanceof errors/* MeasurementError */.HG))
                throw error;
            if ((0,glob/* isGlob */.fg)(name) && error instanceof errors/* ConfigurationError */.j1)
                notes.push(noMatch(name, error));
            else
                fail(error.message);
        }
    }
    try {
        const factors = settings.factors === undefined ? [] : await (0,factors_file/* readFactors */.z)(settings.factors, workspace);
        const costed = (0,missing_energy/* checkMissingEnergy */.F)((0,usage_energy/* withUsageEnergy */.im)(records, factors, { isMachineMeasured: true }), {
            onMeasurementError: settings['on-measurement-error'],
            grid: null,
        });
        isIncomplete ||= costed.isIncomplete && level === 'error';
        return { ...costed, notes: [...costed.records.flatMap((record) => record.notes), ...notes], isIncomplete };
    }
    catch (error) {
        if (!(error instanceof errors/* ConfigurationError */.j1))
            throw error;
        fail(error.message);
        return { records: [], notes, isIncomplete };
    }
}
function noMatch(name, error) {
    return (0,core_notes/* note */.N4)('usage-none', `no usage log for ${(0,core_text/* printable */.g$)(name)}, so that no tokens are counted for it: ${error.message}`);
}
function otherLog(name) {
    const text = `${(0,core_text/* printable */.g$)(name)} is a log of energy, not of tokens: it is left out, because this machine is measured already; read it with mode: logs`;
    return (0,core_notes/* note */.N4)('usage-other-log', text);
}

// EXTERNAL MODULE: ./build/src/app/logs/record-to-part.js + 1 modules
var record_to_part = __webpack_require__(9668);
// EXTERNAL MODULE: ./build/src/data/water.js + 1 modules
var water = __webpack_require__(4614);
// EXTERNAL MODULE: ./build/src/grid/resolve.js + 1 modules
var resolve = __webpack_require__(4917);
// EXTERNAL MODULE: ./build/src/grid/static.js + 1 modules
var grid_static = __webpack_require__(8415);
;// CONCATENATED MODULE: ./build/src/app/logs/usage-site.js




/** Clouds whose machines answer, by the names that OpenTelemetry (`gen_ai.provider.name`) and LiteLLM give to their services. */
const CLOUDS = new Map([
    ['aws.bedrock', 'aws'],
    ['bedrock', 'aws'],
    ['azure.ai.openai', 'azure'],
    ['azure.ai.inference', 'azure'],
    ['azure', 'azure'],
    ['gcp.gemini', 'gcp'],
    ['gcp.gen_ai', 'gcp'],
    ['gcp.vertex_ai', 'gcp'],
    ['vertex_ai', 'gcp'],
    ['gemini', 'gcp'],
]);
const NOWHERE = { zone: null, provider: null, region: null, latitude: null, longitude: null, how: 'unknown' };
/**
 * Grid and water of the place that a usage log names; the world's grid and mix where it names none, because makers do not say where a
 * request ran. The water that cools the machines is known for clouds alone.
 */
function usageSite({ place: named, usage }) {
    const cloud = CLOUDS.get(usage?.provider ?? '') ?? null;
    const place = named === null ? NOWHERE : placeNamed(named, cloud);
    const provider = place.provider ?? cloud;
    return {
        grid: (0,grid_static/* staticFigure */.d)(place).figure,
        water: { wue: (0,water/* wueOf */.XD)(provider, place.region), ewif: (0,water/* ewifOf */.dB)(place.zone ?? 'WORLD') },
    };
}
/** A region of the service's cloud, or any region or zone; nowhere for a name that is neither. */
function placeNamed(name, cloud) {
    for (const text of cloud === null ? [name] : [`${cloud}:${name}`, name]) {
        try {
            return (0,resolve/* resolvePlace */.M0)(text);
        }
        catch (error) {
            if (!(error instanceof errors/* ConfigurationError */.j1))
                throw error;
        }
    }
    return NOWHERE;
}

;// CONCATENATED MODULE: ./build/src/app/logs/joined-usage.js










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
    const counts = (0,usage_energy/* usageCounts */.W_)(usage.records.flatMap((record) => record.usage ?? []));
    const leastWh = (0,usage_energy/* leastLocalWh */.Cx)(here);
    const isLost = leastWh > (draft.energy.high_wh ?? draft.energy.total_wh ?? Infinity);
    const isIncomplete = usage.isIncomplete || (isLost && settings['on-measurement-error'] === 'fail');
    return {
        draft: {
            ...joined.draft,
            ...unitsAndCounts(draft, counts),
            notes: (0,core_notes/* uniqueNotes */.re)([
                ...draft.notes,
                ...joined.notes,
                ...hereNotes(here, isLost ? leastWh : null),
                ...earlierNotes(usage.records, draft.started_at),
                ...usage.notes,
            ]),
        },
        judging: { ...judging, doubt: judging.doubt ?? (isIncomplete ? 'energy-missing' : null) },
    };
}
function unitsAndCounts(draft, tokens) {
    if (tokens.length === 0)
        return { units: draft.units, ...(draft.counts && { counts: draft.counts }) };
    const sums = new Map();
    const own = draft.units ? [draft.units] : [];
    for (const { name, count } of [...(draft.counts ?? own), ...tokens])
        sums.set(name, (sums.get(name) ?? 0) + count);
    const counts = [...sums].map(([name, count]) => ({ name, count })).slice(0, report/* MAX_COUNTS */.OZ);
    return { units: draft.units ?? counts[0] ?? null, counts };
}
/** Adds a part with the energy of the models elsewhere to a draft and to its sums. */
function withTokensElsewhere(draft, records) {
    const parts = records.map((record) => (0,record_to_part/* recordPart */.p)(record, { pue: null, ...usageSite(record) }).part);
    const counts = (0,usage_energy/* usageCounts */.W_)(records.flatMap((record) => record.usage ?? []));
    const totals = (0,core_totals/* totalsOfParts */.Zp)(parts);
    const totalG = totals.emissions.total_g;
    const part = {
        kind: 'component',
        name: PART_NAME,
        started_at: null,
        ended_at: null,
        duration_s: null,
        ...totals,
        minerals_kg_sb: (0,core_totals/* mineralsOfParts */.h3)(parts),
        counts: counts.map((each) => ({ ...each, g_per_unit: totalG === null ? null : totalG / each.count })),
        parts: (0,core_totals/* cappedParts */.WD)(parts),
    };
    const own = {
        ...draft,
        kind: 'job',
        name: draft.subject.name,
        duration_s: draft.duration_s,
        units: null,
        counts: [],
    };
    const { coverage: _, energy, ...sums } = (0,core_totals/* totalsOfParts */.Zp)([own, part]);
    const { energy: machine } = draft;
    const notCounted = draft.basis.not_counted.filter((text) => text !== SERVICES);
    return {
        draft: {
            ...draft,
            ...sums,
            minerals_kg_sb: (0,core_totals/* mineralsOfParts */.h3)([own, part]),
            // The split is the machine's; what the models used is in none of its components.
            energy: {
                ...energy,
                cpu_wh: machine.cpu_wh,
                memory_wh: machine.memory_wh,
                gpu_wh: machine.gpu_wh,
                other_wh: machine.other_wh === null ? null : machine.other_wh + (totals.energy.it_wh ?? 0),
            },
            parts: (0,core_totals/* cappedParts */.WD)([...draft.parts, part]),
            basis: {
                ...draft.basis,
                not_counted: [
                    ...notCounted,
                    'other services that the work calls',
                    embodied/* OMITTED_HARDWARE */.E_.elsewhere,
                    ...((part.water?.total_l ?? null) === null ? ['the water that cools the models elsewhere'] : []),
                ],
            },
        },
        notes: [elsewhereNote(part, counts, draft)],
    };
}
/** Replaced in `not_counted` once the models are counted. */
const SERVICES = 'services that the work calls';
/** `agents: 1.2 M tokens, 38 Wh, likely 9 to 150 Wh`. */
function elsewhereNote({ energy, emissions, intensity, water }, counts, draft) {
    const likely = (0,quantities/* rangeOf */.be)({ value: energy.total_wh, low: energy.low_wh, high: energy.high_wh }, 'wh');
    const figures = [
        `${shortCount(tokensOf(counts))} tokens`,
        (0,quantities/* quantity */.au)(energy.total_wh, 'wh'),
        likely && `likely ${likely}`,
    ];
    const grid = intensity &&
        ` at ${Math.round(intensity.g_per_kwh)} g/kWh (${intensity.zone === null || intensity.zone === 'WORLD' ? 'the world, because no place is known' : intensity.zone})`;
    const machine = (0,quantities/* quantity */.au)(draft.energy.total_wh, 'wh');
    const text = `${PART_NAME}: ${figures.filter(Boolean).join(', ')}, ${(0,quantities/* quantity */.au)(emissions.total_g, 'g')}${grid ?? ''}; used elsewhere, so apart from this machine's own ${machine}; the total has both${waterText(water)}`;
    return (0,core_notes/* note */.N4)('usage-elsewhere', (0,quantities/* plain */.pj)(text));
}
/** Why the total water of the job is unknown, where it is. */
function waterText(water) {
    if ((water?.total_l ?? null) !== null)
        return '';
    const known = (0,quantities/* quantity */.au)(water?.offsite_l ?? null, 'l');
    return `; their water is known only at power stations (${known}), because their makers do not publish what cools the machines, so the job's total water is unknown`;
}
function tokensOf(counts) {
    return counts.filter(({ name }) => name.endsWith(' token')).reduce((sum, { count }) => sum + count, 0);
}
/** `1.2 M`, `850`. */
function shortCount(count) {
    const [divisor, unit] = count >= 1e9 ? [1e9, ' G'] : count >= 1e6 ? [1e6, ' M'] : count >= 1e4 ? [1e3, ' k'] : [1, ''];
    return `${Number((count / divisor).toPrecision(3))}${unit}`;
}
/** How much the clocks of a service and of this machine may differ, ms. */
const CLOCKS_DIFFER_MS = 10 * 60_000;
/** Warns of a log with requests from before the measurement, as one that grows from run to run: every run counts all of them. */
function earlierNotes(records, startedAt) {
    const from = Date.parse(startedAt ?? '') - CLOCKS_DIFFER_MS;
    const starts = new Map();
    for (const { file, startedAt: first } of records) {
        if (first === null || !(Date.parse(first) < from))
            continue;
        const known = starts.get(file);
        if (known === undefined || first < known)
            starts.set(file, first);
    }
    return [...starts].map(([file, first]) => {
        const text = `${file} has requests since ${first}, before the measurement began: their tokens are in the figure; give a log of this run alone`;
        return (0,core_notes/* note */.N4)('usage-earlier', text);
    });
}
/** @param leastWh what the tokens use at least, where that is more than the machine's own figure */
function hereNotes(records, leastWh) {
    const counts = (0,usage_energy/* usageCounts */.W_)(records.flatMap((record) => record.usage ?? []));
    if (counts.length === 0)
        return [];
    const names = (0,first_names/* firstNames */.d)([...new Set(records.map(({ name }) => name))], 5);
    const tokens = `${shortCount(tokensOf(counts))} tokens of ${names}`;
    if (leastWh === null)
        return [(0,core_notes/* note */.N4)('usage-here', `${tokens} ran on this machine: their energy is in its own figure`)];
    const text = `${tokens} use ${(0,quantities/* quantity */.au)(leastWh, 'wh')} or more, and this machine used less: they ran on another machine (then write \`local: false\` for the model in the factors file), at another time, or on a GPU that is not measured; no budget passes on this figure`;
    return [(0,core_notes/* note */.N4)('usage-here', (0,quantities/* plain */.pj)(text), 'warning')];
}


/***/ })

};
