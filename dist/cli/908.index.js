export const id = 908;
export const ids = [908,231];
export const modules = {

/***/ 69908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  estimateCommand: () => (/* binding */ estimateCommand)
});

// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(1702);
// EXTERNAL MODULE: ./build/src/app/settings/plausibility.js
var plausibility = __webpack_require__(12740);
// EXTERNAL MODULE: ./build/src/app/settings/settings-file.js + 1 modules
var settings_file = __webpack_require__(19879);
// EXTERNAL MODULE: ./build/src/app/settings/table.js + 1 modules
var table = __webpack_require__(65765);
// EXTERNAL MODULE: ./build/src/app/grid/minerals.js
var minerals = __webpack_require__(82351);
// EXTERNAL MODULE: ./build/src/app/grid/site-factors.js + 10 modules
var site_factors = __webpack_require__(72158);
// EXTERNAL MODULE: ./build/src/core/unjudged.js
var unjudged = __webpack_require__(56275);
// EXTERNAL MODULE: ./build/src/app/measure/measured-report.js + 3 modules
var measured_report = __webpack_require__(96188);
// EXTERNAL MODULE: ./build/src/core/notes.js
var core_notes = __webpack_require__(73004);
// EXTERNAL MODULE: ./build/src/core/formula.js
var formula = __webpack_require__(32779);
// EXTERNAL MODULE: ./build/src/core/power/memory.js
var memory = __webpack_require__(49764);
// EXTERNAL MODULE: ./build/src/core/power/wall-readings.js + 1 modules
var wall_readings = __webpack_require__(78919);
// EXTERNAL MODULE: ./build/src/core/range.js
var range = __webpack_require__(37676);
// EXTERNAL MODULE: ./build/src/data/gpus.js
var gpus = __webpack_require__(29671);
// EXTERNAL MODULE: ./build/src/data/gpu-share.js
var gpu_share = __webpack_require__(27834);
// EXTERNAL MODULE: ./build/src/data/gpu-watts.js
var gpu_watts = __webpack_require__(46136);
// EXTERNAL MODULE: ./build/src/power/running-machine.js + 11 modules
var running_machine = __webpack_require__(41610);
// EXTERNAL MODULE: ./build/src/core/nearest.js
var nearest = __webpack_require__(35107);
// EXTERNAL MODULE: ./build/src/data/gpu-table.js
var gpu_table = __webpack_require__(26025);
;// CONCATENATED MODULE: ./build/src/data/gpu-names.js


/** Names in the table that a mistyped one may have meant. */
function nearestGpus(name) {
    return (0,nearest/* nearest */.p)(name, gpu_table/* GPUS */.S.map((gpu) => gpu.name));
}
/**
 * Splits a count off a name: `8xH100`, `8 x A100 80GB`, `H100 x8`.
 * @returns a count of null when the name has none. A count behind a name needs a space: `RTX 4090` has none
 */
function splitGpuCount(text) {
    const before = /^(\d{1,5})\s*[x×*]\s*(\S.*)$/i.exec(text.trim());
    if (before)
        return { name: before[2] ?? '', count: Number(before[1]) };
    const after = /^(.*\S)\s+[x×*]\s*(\d{1,5})$/i.exec(text.trim());
    return after ? { name: after[1] ?? '', count: Number(after[2]) } : { name: text, count: null };
}

// EXTERNAL MODULE: ./build/src/app/power/machine-power.js
var machine_power = __webpack_require__(42362);
// EXTERNAL MODULE: ./build/src/app/settings/wall-readings.js
var settings_wall_readings = __webpack_require__(92981);
;// CONCATENATED MODULE: ./build/src/app/plan/plan.js













/** Utilisation that is assumed when a plan does not say, percent: a machine that is used, not a benchmark. */
const USUAL_UTILIZATION = 50;
/** The same for a GPU: training and inference jobs are planned to keep it busy. */
const USUAL_GPU_UTILIZATION = 100;
/**
 * Works out the energy of a plan: `hours` of `processors` x `watts`, or of hardware by name (`cpu`, `gpu`, `memory-gb`).
 * @throws ConfigurationError that names what the plan lacks
 */
function plannedEnergy(plan) {
    const { hours } = plan;
    if (hours === undefined)
        throw lacking('hours', '10');
    const notes = fractionNotes(plan);
    assertCounted(plan);
    const given = givenWatts(plan, notes);
    const machine = given ? null : machineOf(plan, notes);
    const gpu = gpuOf(plan, notes);
    const cpu = given ?? machine?.component ?? null;
    if (!cpu && !gpu)
        throw lacking('watts', '300', ', or hardware by name: cpu, gpu');
    const memory = machine ? machine.memoryWatts : separateMemory(plan);
    const parts = [cpu, gpu, machine ? null : memory].filter((part) => part !== null);
    const wh = (watts) => (0,range/* scaleRange */.sK)(watts, (0,formula/* energyKwh */.z1)(hours, 1, 1));
    return {
        energy: {
            it: wh((0,range/* sumRanges */.Sd)(parts.map(({ watts }) => watts))),
            cpuWh: cpu && machine ? cpuShare(cpu, machine.memoryWatts, hours) : null,
            memoryWh: memory ? memory.watts.value * hours : null,
            gpuWh: gpu ? gpu.watts.value * hours : machine ? 0 : null,
            otherWh: machine ? 0 : null,
        },
        basis: parts.map(({ basis }) => basis).join('; '),
        cpu: machine?.power ?? null,
        gpu: gpu?.name ?? null,
        gpuCount: gpu?.count ?? 0,
        notCounted: cpu ? [] : ['the host of the GPUs: its processors, memory and fans'],
        notes,
    };
}
/** Warns about a utilisation that was meant as a share: half is 50, not 0.5. */
function fractionNotes(plan) {
    return ['utilization', 'gpu-utilization'].flatMap((name) => {
        const percent = plan[name];
        if (percent === undefined || percent === 0 || percent >= 1)
            return [];
        const text = `${name} is ${percent} %: it is taken in percent, so half is 50`;
        return [(0,core_notes/* note */.N4)('utilization-small', text)];
    });
}
/** Whether a flag, an input or a line of a file is meant is the reader's to know: both spellings are shown. */
function lacking(name, example, instead = '') {
    const spelled = `--${name} ${example} (in a workflow or a file \`${name}: ${example}\`)`;
    return new errors/* ConfigurationError */.j1(`${name} is missing: an estimate needs it, such as ${spelled}${instead}`);
}
/** A count that nothing is multiplied by would be left out of the figure without a word. @throws ConfigurationError */
function assertCounted({ processors, watts }) {
    if (processors !== undefined && watts === undefined) {
        throw new errors/* ConfigurationError */.j1('processors counts processors whose power is given as watts, and none is given: with a cpu by name, vcpus says how much of it is used');
    }
}
/** Warns about a figure that has no effect. */
function unused(name, where) {
    return (0,core_notes/* note */.N4)(`${name}-unused`, `${name} has no effect ${where}`);
}
function givenWatts(plan, notes) {
    const { watts, processors = 1, cpu, vcpus, utilization } = plan;
    if (watts === undefined)
        return null;
    if (utilization !== undefined)
        notes.push(unused('utilization', 'where watts are given: they are taken as the mean power'));
    if ((0,wall_readings/* hasReadings */.S5)((0,settings_wall_readings/* readingsOf */.R)(plan)))
        notes.push((0,core_notes/* note */.N4)('reading-unused', 'idle-watts and full-watts have no effect where watts are given'));
    if (cpu !== undefined || vcpus !== undefined) {
        throw new errors/* ConfigurationError */.j1('watts and cpu are both given: a plan has either the power or the name of its processors');
    }
    return { watts: (0,range/* scaleRange */.sK)((0,range/* makeRange */.QR)(watts), processors), basis: `${processors} x ${watts} W as given` };
}
function machineOf(plan, notes) {
    const { cpu, vcpus, utilization } = plan;
    const readings = (0,settings_wall_readings/* readingsOf */.R)(plan);
    (0,wall_readings/* assertReadings */.Y8)(readings);
    if (cpu === undefined && vcpus === undefined && !(0,wall_readings/* hasReadings */.S5)(readings)) {
        if (utilization !== undefined)
            notes.push(unused('utilization', 'without a cpu'));
        return null;
    }
    if (utilization === undefined) {
        notes.push((0,core_notes/* note */.N4)('utilization-assumed', `utilization is not given: ${USUAL_UTILIZATION} % is assumed`));
    }
    const isVirtual = vcpus !== undefined;
    const power = (0,running_machine/* powerOf */.f)({ cpuName: cpu, vcpus, memoryGb: plan['memory-gb'], isVirtual, readings });
    notes.push(...power.notes);
    const watts = (0,machine_power/* curveWatts */.zd)(power.curve, utilization ?? USUAL_UTILIZATION);
    return {
        component: {
            watts,
            basis: `${power.cpu.name || 'unknown CPU'} at ${utilization ?? USUAL_UTILIZATION} %: ${power.curve.method}; ${power.curve.basis}`,
        },
        power,
        memoryWatts: { watts: (0,range/* makeRange */.QR)(Math.min(power.curve.memoryWatts, watts.value)), basis: 'inside the wall power' },
    };
}
/** A wall-power curve includes the memory: it is split out, so that the components sum to the whole. */
function cpuShare(cpu, inside, hours) {
    return (cpu.watts.value - inside.watts.value) * hours;
}
/** Memory of a plan whose processors' power was given without it. */
function separateMemory({ 'memory-gb': memoryGb }) {
    if (memoryGb === undefined)
        return null;
    const watts = memoryGb * memory/* MEMORY_WATTS_PER_GB */.Q3;
    return {
        watts: (0,range/* makeRange */.QR)(watts, watts * 0.5, watts * 1.5),
        basis: `${memoryGb} GB memory at ${memory/* MEMORY_WATTS_PER_GB */.Q3} W/GB`,
    };
}
function gpuOf(plan, notes) {
    if (plan.gpu === undefined) {
        if (plan.gpus !== undefined && plan.gpus > 0)
            throw lacking('gpu', 'A100');
        if (plan['gpu-utilization'] !== undefined)
            notes.push(unused('gpu-utilization', 'without a gpu'));
        if (plan['gpu-watts'] !== undefined)
            throw lacking('gpu', 'A100');
        return null;
    }
    const { name, count } = countedGpu(plan.gpu, plan.gpus);
    if (count === 0)
        return null;
    const utilization = plan['gpu-utilization'] ?? USUAL_GPU_UTILIZATION;
    if (plan['gpu-utilization'] === undefined && plan['gpu-watts'] === undefined) {
        notes.push((0,core_notes/* note */.N4)('gpu-utilization-assumed', `gpu-utilization is not given: ${utilization} % is assumed`));
    }
    const given = plan['gpu-watts'];
    const watts = given === undefined ? (0,gpu_watts/* gpuWatts */.q)(name, utilization) : (0,range/* makeRange */.QR)(given);
    if (watts === null)
        throw unknownGpu(name);
    if (given !== undefined) {
        return { watts: (0,range/* scaleRange */.sK)(watts, count), basis: `${count} x ${name} at ${given} W as given`, name, count };
    }
    const part = (0,gpu_share/* findGpuShare */.h)(name);
    const found = part ? `${(100 * part.share).toFixed(0)} % of ${part.gpu.name}` : ((0,gpus/* findGpu */.GO)(name)?.name ?? name);
    if (part) {
        const text = `${name} is counted as ${part.kind} of ${part.gpu.name}: ${(100 * part.share).toFixed(0)} % of its power`;
        notes.push((0,core_notes/* note */.N4)('gpu-shared', text));
    }
    const isAssumed = !part && (0,gpus/* isFormAssumed */.$i)(name);
    if (isAssumed) {
        const text = `gpu ${JSON.stringify(name)} does not say its form: ${found} is counted. Write the form if it is another one`;
        notes.push((0,core_notes/* note */.N4)('gpu-form-assumed', text));
    }
    return {
        watts: (0,range/* scaleRange */.sK)(watts, count),
        basis: `${count} x ${found} at ${utilization} %`,
        name: isAssumed ? found : name,
        count,
    };
}
/** Joins the count inside a name (`8xH100`) with the setting gpus. @throws ConfigurationError when they differ */
function countedGpu(text, gpus) {
    const { name, count } = splitGpuCount(text);
    if (count !== null && gpus !== undefined && count !== gpus) {
        throw new errors/* ConfigurationError */.j1(`gpu ${JSON.stringify(text)} names ${count} GPUs and gpus is ${gpus}: give the count once, such as --gpu ${JSON.stringify(name)} --gpus ${count}`);
    }
    return { name, count: count ?? gpus ?? 1 };
}
function unknownGpu(name) {
    const quoted = JSON.stringify(name);
    if ((0,gpus/* hasUnpublishedPower */.bw)(name)) {
        return new errors/* ConfigurationError */.j1(`gpu ${quoted} has no power that its maker published: give the power of one as watts and the count as processors, such as --watts 300 --processors 8, or its mean power as gpu-watts`);
    }
    const near = nearestGpus(name);
    return new errors/* ConfigurationError */.j1(`gpu ${quoted} is unknown${near.length > 0 ? `; near it are ${near.join(', ')}` : ''}: give its power as watts`);
}

// EXTERNAL MODULE: ./build/src/app/grid/footprint.js
var grid_footprint = __webpack_require__(2237);
// EXTERNAL MODULE: ./build/src/power/hardware.js
var power_hardware = __webpack_require__(83575);
;// CONCATENATED MODULE: ./build/src/app/plan/estimate.js





/** Works out a plan. @throws ConfigurationError that names what the plan lacks */
function estimated(plan, pricing) {
    const planned = plannedEnergy(plan);
    const hardware = pricing.lifetimeYears && (0,power_hardware/* hardwareOf */.is)(reservedMachine(plan, planned), pricing.lifetimeYears);
    const seconds = (plan.hours ?? 0) * 3600;
    const footprint = (0,grid_footprint/* footprintOf */.b)(planned.energy, pricing, hardware, seconds);
    return (0,unjudged/* unjudged */.b)({ kind: 'estimate', name: 'plan' }, {
        duration_s: seconds,
        machine: estimate_machineOf(plan, planned, pricing),
        ...footprint,
        units: plan.units ?? null,
        method: 'estimated',
        basis: {
            power: planned.basis,
            pue: pricing.pue.source,
            embodied: footprint.hardware?.source ?? null,
            not_counted: [...planned.notCounted, ...(0,measured_report/* notCounted */.Oi)(hardware)],
        },
        notes: [...planned.notes, ...pricing.notes],
    });
}
/** Hardware by name. Watts alone name no hardware, so that nothing is known of its manufacture; GPUs with watts as the host neither. */
function reservedMachine(plan, { cpu, gpu, gpuCount }) {
    return {
        power: cpu,
        threads: plan.vcpus,
        memoryGb: plan['memory-gb'],
        gpus: gpu && (cpu !== null || plan.watts === undefined) ? Array.from({ length: gpuCount }, () => gpu) : [],
    };
}
/** The hardware that a plan reserves. @throws ConfigurationError */
function plannedMachine(plan) {
    return reservedMachine(plan, plannedEnergy(plan));
}
function estimate_machineOf(plan, { cpu, gpu, gpuCount }, { place }) {
    if (!cpu && !gpu)
        return null;
    return {
        cpu: cpu?.cpu.name || plan.cpu || null,
        vcpus: plan.vcpus ?? null,
        memory_gb: plan['memory-gb'] ?? null,
        gpus: gpu ? Array.from({ length: gpuCount }, () => ({ name: gpu })) : [],
        provider: place.provider,
        region: place.region,
    };
}

// EXTERNAL MODULE: ./build/src/core/duration.js
var duration = __webpack_require__(8065);
// EXTERNAL MODULE: ./build/src/render/quantities.js
var quantities = __webpack_require__(80393);
// EXTERNAL MODULE: ./build/src/app/grid/when.js + 1 modules
var when = __webpack_require__(87739);
// EXTERNAL MODULE: ./build/src/app/grid/where.js
var where = __webpack_require__(77717);
;// CONCATENATED MODULE: ./build/src/app/plan/plan-advice.js






/** Most regions that one note lists. */
const MOST_REGIONS = 8;
/**
 * Says where and when the work of a plan would emit less: operational grams of the same machine energy.
 * @throws ConfigurationError for an unknown region or a window that is none
 */
async function whereAndWhen({ draft, pricing, phasesS: seconds }, { regions, within }, { settings, access }) {
    const notes = [];
    const grid = pricing.live ?? (0,site_factors/* gridOf */.y_)(settings, access);
    if (regions !== undefined && regions.length > 0 && draft.energy.it_wh !== null) {
        const answer = await (0,where/* whereToRun */.U)(grid, regions, draft);
        const listed = answer.ranked.slice(0, MOST_REGIONS).map(({ region, g_per_it_kwh, saving }) => {
            const grams = ((draft.energy.it_wh ?? 0) / 1000) * g_per_it_kwh;
            return `${region} ${(0,quantities/* quantity */.au)(grams, 'g')} (${changeWords(saving.share)})`;
        });
        const more = answer.ranked.length > MOST_REGIONS ? ` and ${answer.ranked.length - MOST_REGIONS} more` : '';
        const text = `electricity of the same work by region: ${listed.join(', ')}${more}; against ${answer.baseline.region}, with each building's own PUE`;
        notes.push((0,core_notes/* note */.N4)('plan-where', (0,quantities/* plain */.pj)(text)), ...answer.notes);
    }
    if (within !== undefined && seconds !== null && seconds > 0) {
        const window = (0,duration/* parseDuration */.E)(within, 'within');
        const answer = await (0,when/* whenToRun */.Vm)(grid, pricing.place, {
            durationS: seconds,
            withinS: window,
            energyWh: draft.energy.total_wh,
        });
        const saving = `${Math.round(answer.saving.share * 100)} %${answer.saving.g === null ? '' : `, ${(0,quantities/* quantity */.au)(answer.saving.g, 'g')}`}`;
        const text = answer.run_now
            ? `start now: within ${(0,duration/* durationText */.S)(window)} no start is clearly better (saves ${saving})`
            : `best start within ${(0,duration/* durationText */.S)(window)}: ${answer.best_start}, saves ${saving}`;
        notes.push((0,core_notes/* note */.N4)('plan-when', (0,quantities/* plain */.pj)(text)), ...answer.notes);
    }
    return notes;
}
function changeWords(saved) {
    const percent = Math.round(Math.abs(saved) * 100);
    return percent === 0 ? 'the same' : `${saved > 0 ? '-' : '+'}${percent} %`;
}

// EXTERNAL MODULE: ./build/src/core/quantity.js
var quantity = __webpack_require__(11888);
// EXTERNAL MODULE: ./build/src/core/totals.js
var totals = __webpack_require__(64734);
// EXTERNAL MODULE: ./build/src/core/training.js
var training = __webpack_require__(85863);
// EXTERNAL MODULE: ./build/src/data/accelerators.js
var accelerators = __webpack_require__(58816);
// EXTERNAL MODULE: ./build/src/app/plan/work-settings.js
var work_settings = __webpack_require__(52020);
;// CONCATENATED MODULE: ./build/src/app/plan/phase.js







/** Bounds of a plausible MFU of a whole run; published runs reach 0.05 to 0.51. */
const PLAUSIBLE_MFU = { low: 0.02, high: 0.65 };
/**
 * Works out the hours of a phase: as given, of all GPUs together, or from its computation.
 * @throws ConfigurationError that names what the phase lacks
 */
function phaseOf(fields, { settings, plan, given }) {
    const { kind = 'pre-training', name = kind } = fields;
    const merged = mergedWork(fields, { settings, plan, given });
    const flop = flopOf(merged);
    const found = hoursOf(merged, flop);
    const { runs = 1 } = merged;
    const { wallHours, spread, basis, notes, gpus } = found;
    return {
        name,
        isTraining: kind === 'pre-training' || kind === 'fine-tuning',
        settings: { ...merged, hours: found.hours * runs, ...(gpus === undefined ? {} : { gpus }) },
        wallHours: wallHours === null ? null : wallHours * runs,
        spread,
        flop: flop === null ? null : flop * runs,
        basis,
        notes: [...notes, ...mfuNotes(merged, flop, found, name)],
    };
}
/** Keys that say where: the nearest level that has one of them decides all of them. */
const WHERE = ['region', 'zone', 'intensity'];
/** The values of a phase, or of the inference, after precedence. */
function mergedWork(fields, { settings, plan, given }) {
    const levels = [pick(settings), pick(plan), withoutInheritedTime(plan, fields), pick(given)];
    const nearestPlace = levels.findLast((level) => WHERE.some((key) => level[key] !== undefined)) ?? {};
    const place = Object.fromEntries(WHERE.map((key) => [key, nearestPlace[key]]));
    return Object.assign({}, settings, ...levels, place);
}
/** Keys of a phase that a plan gives to all its phases. */
const SHARED = new Set([
    ...work_settings/* WORK_SETTINGS */.a,
    ...work_settings/* PLACE_SETTINGS */.q,
    'gpu-hours',
    'runs',
    'parameters',
    'tokens',
    'flop',
    'mfu',
    'precision',
    'peak-tflops',
]);
function pick(values) {
    const entries = Object.entries(values).filter(([key, value]) => value !== undefined && SHARED.has(key));
    return Object.fromEntries(entries);
}
/** Ways to say how much work it is: a phase that uses one of them does not inherit another from the plan. */
const AMOUNTS = ['hours', 'gpu-hours', 'tokens', 'flop'];
function withoutInheritedTime(plan, fields) {
    const own = pick(fields);
    if (!AMOUNTS.some((key) => own[key] !== undefined))
        return own;
    const inherited = AMOUNTS.filter((key) => plan[key] !== undefined && own[key] === undefined);
    return { ...own, ...Object.fromEntries(inherited.map((key) => [key, undefined])) };
}
function flopOf({ parameters, tokens, flop }) {
    if (flop !== undefined && tokens !== undefined) {
        throw new errors/* ConfigurationError */.j1('flop and tokens are both given: give the computation, or parameters and tokens');
    }
    if (flop !== undefined)
        return flop;
    if (tokens === undefined)
        return null;
    if (parameters === undefined) {
        throw new errors/* ConfigurationError */.j1('parameters is missing: the computation is 6 x parameters x tokens, such as `parameters: 7 B`');
    }
    return (0,training/* trainingFlop */.KZ)(parameters, tokens);
}
function hoursOf(work, flop) {
    const { hours, 'gpu-hours': gpuHours } = work;
    const gpus = work.gpu === undefined ? work.gpus : (splitGpuCount(work.gpu).count ?? work.gpus);
    const exact = { spread: (0,range/* makeRange */.QR)(1), basis: null, notes: [] };
    if (gpuHours !== undefined) {
        if (hours !== undefined) {
            throw new errors/* ConfigurationError */.j1('hours and gpu-hours are both given: gpu-hours is the time of all GPUs together, so give one');
        }
        return { ...exact, ...shared(gpuHours, gpus) };
    }
    if (hours !== undefined)
        return { ...exact, hours, gpus: work.gpus, wallHours: hours };
    if (flop === null) {
        throw new errors/* ConfigurationError */.j1('hours is missing: an estimate needs `hours: 10`, `gpu-hours: 80`, or `parameters: 7 B` with `tokens: 2 T`');
    }
    const peak = knownPeak(work);
    const { mfu } = work;
    const total = (0,training/* deviceHours */.wm)(flop, peak.tflops * 1e12, mfu ?? training/* MFU */.Vm.value);
    const share = `MFU ${mfu ?? `${training/* MFU */.Vm.value} (${training/* MFU */.Vm.low} to ${training/* MFU */.Vm.high}, assumed)`}`;
    return {
        ...shared(total, gpus),
        spread: mfu === undefined ? (0,training/* assumedMfuSpread */.Uu)() : (0,range/* makeRange */.QR)(1),
        basis: `${flop.toPrecision(3)} FLOP at ${peak.tflops} TFLOP/s (${peak.source}) and ${share}`,
        notes: mfu === undefined
            ? [(0,core_notes/* note */.N4)('plan-mfu-assumed', `mfu is not given: ${training/* MFU */.Vm.value} is assumed, from ${training/* MFU */.Vm.low} to ${training/* MFU */.Vm.high}`)]
            : [],
    };
}
/** Hours of all GPUs together, shared among them; without a count as if one did all of the work. */
function shared(total, gpus) {
    if (gpus === 0)
        throw new errors/* ConfigurationError */.j1('gpus is "0": GPU hours need at least one GPU');
    if (gpus === undefined)
        return { hours: total, gpus: 1, wallHours: null };
    return { hours: total / gpus, gpus, wallHours: total / gpus };
}
/** @throws ConfigurationError */
function knownPeak(work) {
    const { gpu, precision = 'bf16', 'peak-tflops': given } = work;
    if (given !== undefined)
        return { name: gpu ?? 'GPU', tflops: given, source: 'as given' };
    if (gpu === undefined) {
        throw new errors/* ConfigurationError */.j1('gpu is missing: the hours of a computation depend on it, such as `gpu: H100`');
    }
    const { name } = splitGpuCount(gpu);
    const peak = (0,accelerators/* peakOf */.X)(name, precision);
    if (peak)
        return peak;
    const other = (0,accelerators/* peakOf */.X)(name, 'bf16') === null ? '' : ', or another precision (bf16, fp16)';
    throw new errors/* ConfigurationError */.j1(`gpu ${JSON.stringify(name)} has no known peak at ${precision}: give it as \`peak-tflops: 300\` (dense)${other}`);
}
/** Checks hours that were given against the computation that was given too. */
function mfuNotes(work, flop, { hours, basis }, name) {
    const { gpu, precision = 'bf16', 'peak-tflops': given } = work;
    if (flop === null || basis !== null || gpu === undefined)
        return [];
    const { name: model, count } = splitGpuCount(gpu);
    const tflops = given ?? (0,accelerators/* peakOf */.X)(model, precision)?.tflops;
    if (tflops === undefined)
        return [];
    const total = (work['gpu-hours'] ?? hours * (count ?? work.gpus ?? 1)) || 0;
    if (!(total > 0))
        return [];
    const mfu = (0,training/* impliedMfu */.z8)(flop, tflops * 1e12, total);
    if (mfu >= PLAUSIBLE_MFU.low && mfu <= PLAUSIBLE_MFU.high)
        return [];
    const text = `${name}: ${total} GPU hours for ${flop.toPrecision(3)} FLOP are ${(mfu * 100).toPrecision(2)} % of the peak of ${model}, and runs reach ${PLAUSIBLE_MFU.low * 100} to ${PLAUSIBLE_MFU.high * 100} %: check hours, parameters and tokens; the hours are used`;
    return [(0,core_notes/* note */.N4)('plan-mfu-odd', text)];
}

// EXTERNAL MODULE: ./build/src/core/embodied.js
var embodied = __webpack_require__(16662);
// EXTERNAL MODULE: ./build/src/core/llm/energy.js
var llm_energy = __webpack_require__(6969);
// EXTERNAL MODULE: ./build/src/power/llm-factor.js + 1 modules
var llm_factor = __webpack_require__(51907);
;// CONCATENATED MODULE: ./build/src/app/plan/plan-parts.js













/** One phase at its place. @throws ConfigurationError that names what the phase lacks */
function phasePart(phase, pricing) {
    return trainedPart(phase, pricing, (0,range/* makeRange */.QR)(1));
}
/**
 * Failed and development runs of a training phase: its energy times what the project takes more.
 * @param factor energy of the project over that of the final run; undefined: assumed
 */
function developmentPart(phases, pricings, factor) {
    const { value, low, high } = factor === undefined ? training/* DEVELOPMENT */.w0 : (0,range/* makeRange */.QR)(factor);
    const more = (0,range/* makeRange */.QR)(value - 1, low - 1, high - 1);
    const parts = phases.map((phase, at) => trainedPart(phase, pricings[at], more));
    const assumed = `failed and development runs are not stated: ${value} times the training is counted in all, ${low} to ${high} times is known of others; set development`;
    return {
        part: {
            kind: 'estimate',
            name: 'failed and development runs',
            started_at: null,
            ended_at: null,
            duration_s: null,
            ...(0,totals/* totalsOfParts */.Zp)(parts.map(({ part }) => part)),
        },
        hardware: joinedHardware(parts.map(({ hardware }) => hardware)),
        machine: null,
        basis: `failed and development runs: ${value} x the training in all`,
        notCounted: [],
        counts: [],
        notes: factor === undefined ? [(0,core_notes/* note */.N4)('plan-development-assumed', assumed)] : [],
    };
}
function trainedPart(phase, pricing, times) {
    const { settings, wallHours } = phase;
    const planned = plannedEnergy(settings);
    const seconds = (settings.hours ?? 0) * 3600;
    const spread = spreadOf(phase.spread, times);
    const { energy } = planned;
    const share = (wh) => (wh === null ? null : wh * times.value);
    const it = {
        it: (0,range/* multiplyRanges */.pF)((0,range/* scaleRange */.sK)(energy.it, times.value), spread),
        cpuWh: share(energy.cpuWh),
        memoryWh: share(energy.memoryWh),
        gpuWh: share(energy.gpuWh),
        otherWh: share(energy.otherWh),
    };
    const hardware = pricing.lifetimeYears && (0,power_hardware/* hardwareOf */.is)(reservedMachine(settings, planned), pricing.lifetimeYears);
    const { hardware: stated, ...footprint } = (0,grid_footprint/* footprintOf */.b)(it, pricing, hardware, seconds * times.value, spread);
    return {
        part: {
            kind: 'estimate',
            name: phase.name,
            started_at: null,
            ended_at: null,
            duration_s: wallHours === null ? null : wallHours * 3600,
            ...footprint,
            method: 'estimated',
            coverage: null,
        },
        hardware: stated ?? null,
        machine: estimate_machineOf(settings, planned, pricing),
        basis: [`${phase.name}: ${planned.basis}`, phase.basis].filter(Boolean).join('; '),
        notCounted: [...planned.notCounted, ...(0,measured_report/* notCounted */.Oi)(hardware)],
        counts: [],
        notes: [...planned.notes, ...phase.notes],
    };
}
/** The range of the hours and of the times that they are run, around 1. */
function spreadOf(hours, times) {
    return (0,range/* multiplyRanges */.pF)(hours, (0,range/* makeRange */.QR)(1, times.low / times.value, times.high / times.value));
}
/** Use of a model over its life, by its requests. @throws ConfigurationError that names what it lacks */
function inferencePart(fields, settings, pricing) {
    const requests = requestsOf(fields);
    const { 'input-tokens': input = 0, 'output-tokens': output = 0 } = fields;
    const factor = factorOf(fields);
    const usage = {
        model: null,
        provider: null,
        requests,
        inputUncached: requests * input,
        cacheRead: 0,
        cacheWrite: 0,
        output: requests * output,
        at: null,
        region: null,
    };
    const it = (0,llm_energy/* usageEnergy */.YB)(usage, factor);
    const energy = { it, cpuWh: null, memoryWh: null, gpuWh: null, otherWh: null };
    const { hardware: _, ...footprint } = (0,grid_footprint/* footprintOf */.b)(energy, pricing, null, 0);
    const counts = [
        { name: 'request', count: requests },
        { name: 'input token', count: usage.inputUncached },
        { name: 'output token', count: usage.output },
    ].filter(({ count }) => count > 0);
    const total = footprint.emissions.total_g;
    return {
        part: {
            kind: 'estimate',
            name: 'inference',
            started_at: null,
            ended_at: null,
            duration_s: null,
            ...footprint,
            method: 'estimated',
            coverage: null,
            counts: counts.map((each) => ({ ...each, g_per_unit: total === null ? null : total / each.count })),
        },
        hardware: null,
        machine: null,
        basis: `inference: ${requests.toLocaleString('en-US')} requests, ${factor.source}`,
        notCounted: settings.embodied ? ['manufacture of the machines that serve the model'] : [],
        counts,
        notes: factor.kind === 'class-prior' ? [classPrior(fields, factor)] : [],
    };
}
function classPrior({ model }, { source }) {
    const what = model === undefined ? 'inference names no model' : `nothing is published about the energy of ${model}`;
    return (0,core_notes/* note */.N4)('llm-class-prior', `${what}; ${source} is used: a wide range, not a measurement`);
}
function requestsOf({ requests, 'requests-per-day': perDay, days }) {
    if (requests !== undefined && perDay === undefined)
        return requests;
    if (requests === undefined && perDay !== undefined && days !== undefined)
        return perDay * days;
    throw new errors/* ConfigurationError */.j1('inference needs its requests: `requests: 500 M` over the whole life, or `requests-per-day: 100 k` with `days: 730`');
}
function factorOf(fields) {
    const { model, parameters, 'total-parameters': all = parameters, 'wh-per-request': own } = fields;
    if (own !== undefined) {
        return {
            kind: 'user',
            perRequest: (0,range/* makeRange */.QR)(own),
            perInputToken: llm_energy/* NO_TERM */.nJ,
            perCachedToken: llm_energy/* NO_TERM */.nJ,
            perOutputToken: llm_energy/* NO_TERM */.nJ,
            source: `${own} Wh a request as given`,
        };
    }
    if (fields['output-tokens'] === undefined && fields['input-tokens'] === undefined) {
        throw new errors/* ConfigurationError */.j1('inference needs the tokens of a request: `output-tokens: 400` and `input-tokens: 1000`, or `wh-per-request: 0.3`');
    }
    if (model !== undefined)
        return (0,llm_factor/* modelFactor */.xy)(model);
    if (parameters === undefined || all === undefined)
        return (0,llm_factor/* modelFactor */.xy)(null);
    return (0,llm_factor/* sizedFactor */.xx)({ activeB: Math.min(parameters, all) / 1e9, totalB: all / 1e9 });
}
/** Hardware of several parts: the ranges add up, and the widest boundary is named. */
function joinedHardware(all) {
    const known = all.flatMap((each) => each ?? []);
    const [first] = known;
    if (!first)
        return null;
    const sum = (values) => values.includes(null) ? null : values.reduce((total, value) => total + (value ?? 0), 0);
    const boundaries = new Set(known.map(({ boundary }) => boundary));
    return {
        ...first,
        boundary: embodied/* BOUNDARIES */.t$.findLast((each) => boundaries.has(each)) ?? first.boundary,
        low_g: sum(known.map(({ low_g }) => low_g)),
        high_g: sum(known.map(({ high_g }) => high_g)),
        source: [...new Set(known.map(({ source }) => source))].join('; '),
    };
}

;// CONCATENATED MODULE: ./build/src/app/plan/plan-report.js












/**
 * Works out a plan: each phase, its failed and development runs, and the use of the model over its life are parts.
 * @throws ConfigurationError that names the phase and what it lacks
 */
async function plannedProject(sources, access) {
    const { plan } = sources;
    const priceAt = pricedOnce(access);
    const phases = phasesOf(sources);
    const placed = await Promise.all(phases.map(async (phase) => ({ phase, pricing: await priceAt(phase.settings) })));
    const training = placed.filter(({ phase }) => phase.isTraining);
    const parts = placed.map(({ phase, pricing }) => named(phase.name, () => phasePart(phase, pricing)));
    const isCounted = plan.development === undefined ? plan.phases !== undefined : plan.development > 1;
    if (training.length > 0 && isCounted) {
        const [runs, pricings] = [training.map(({ phase }) => phase), training.map(({ pricing }) => pricing)];
        parts.push(developmentPart(runs, pricings, plan.development));
    }
    const pricings = placed.map(({ pricing }) => pricing);
    if (plan.inference) {
        const { model: _model, ...fields } = plan.inference;
        const settings = mergedWork(placeFields(fields), sources);
        const pricing = await priceAt(settings);
        pricings.push(pricing);
        const inference = plan.inference;
        parts.push(named('inference', () => inferencePart(inference, settings, pricing)));
    }
    const minerals = await mineralsOfPhases(phases, sources);
    const [pricing] = pricings;
    if (!pricing)
        throw new errors/* ConfigurationError */.j1('the plan has no work: give it phases, hours, or inference');
    const notes = [...parts.flatMap((each) => each.notes), ...pricings.flatMap((each) => each.notes), ...minerals.notes];
    const draft = draftOf(parts, sources, [
        ...notes,
        accountingNote(sources, pricings),
        ...developmentNote(sources, phases),
    ]);
    const hours = (0,quantity/* sumOrNull */.o9)(phases.map(({ wallHours }) => wallHours));
    return {
        draft: {
            ...draft,
            // Those of the machines that serve the model are unknown.
            minerals_kg_sb: plan.inference ? null : minerals.kgSb,
            basis: { ...draft.basis, pue: sourcesOf(pricings) },
        },
        pricing,
        phasesS: hours === null ? null : hours * 3600,
    };
}
/** Minerals of the hardware of all phases, with the failed and development runs. */
async function mineralsOfPhases(phases, { settings, plan }) {
    const reservations = phases.map((phase) => ({
        machine: plannedMachine(phase.settings),
        seconds: (phase.settings.hours ?? 0) * 3600,
    }));
    const { kgSb, notes } = await (0,minerals/* mineralsOf */.v)(reservations, settings);
    const times = plan.development ?? (plan.phases === undefined ? 1 : training/* DEVELOPMENT */.w0.value);
    const whole = kgSb.map((kg, at) => (kg === null ? null : kg * (phases[at]?.isTraining ? times : 1)));
    return { kgSb: (0,quantity/* sumOrNull */.o9)(whole), notes };
}
function placeFields(fields) {
    return Object.fromEntries(work_settings/* PLACE_SETTINGS */.q.map((key) => [key, fields[key]]));
}
/** The phases of a plan; one without a list is a single phase, unless it is about inference alone. */
function phasesOf(sources) {
    const { plan } = sources;
    if (plan.phases)
        return plan.phases.map((fields, at) => named(nameOf(fields, at), () => phaseOf(fields, sources)));
    const hasWork = ['hours', 'gpu-hours', 'tokens', 'flop'].some((key) => plan[key] !== undefined);
    const isWork = hasWork || sources.given.hours !== undefined || plan.inference === undefined;
    return isWork ? [phaseOf({ name: plan.name ?? 'training' }, sources)] : [];
}
function nameOf({ name, kind }, at) {
    return `phases[${at}] (${name ?? kind ?? 'pre-training'})`;
}
/** Adds the name of a phase to what is wrong with it. */
function named(name, work) {
    try {
        return work();
    }
    catch (error) {
        if (!(error instanceof errors/* ConfigurationError */.j1))
            throw error;
        throw new errors/* ConfigurationError */.j1(`${name}: ${error.message}`);
    }
}
/** Each place is priced once. */
function pricedOnce(access) {
    const known = new Map();
    return (settings) => {
        const key = JSON.stringify(work_settings/* PLACE_SETTINGS */.q.map((name) => settings[name]));
        const found = known.get(key) ?? (0,site_factors/* priced */.af)(settings, { access });
        known.set(key, found);
        return found;
    };
}
function draftOf(parts, { settings, plan }, notes) {
    const counts = parts.flatMap((each) => each.counts);
    const units = settings.units ?? plan.units ?? counts[0] ?? null;
    const hardware = joinedHardware(parts.map((each) => each.hardware));
    const own = parts.map(({ part }) => part);
    return (0,unjudged/* unjudged */.b)({ kind: 'estimate', name: plan.name ?? 'plan' }, {
        duration_s: (0,quantity/* sumOrNull */.o9)(own.map(({ duration_s }) => duration_s)),
        machine: commonMachine(parts.flatMap(({ machine }) => machine ?? [])),
        ...(0,totals/* totalsOfParts */.Zp)(own),
        hardware,
        units,
        ...(counts.length > 0 && { counts: units && !counts.includes(units) ? [units, ...counts] : [...counts] }),
        parts: own,
        basis: {
            power: parts.map(({ basis }) => basis).join('; '),
            pue: null,
            embodied: hardware?.source ?? null,
            not_counted: [...new Set(parts.flatMap((each) => each.notCounted))],
        },
        notes: (0,core_notes/* uniqueNotes */.re)(notes),
    });
}
/** The machine of all phases, if they have the same; otherwise no more than its place. */
function commonMachine(machines) {
    const [first] = machines;
    if (!first)
        return null;
    const key = JSON.stringify(first);
    return machines.every((each) => JSON.stringify(each) === key) ? first : null;
}
function sourcesOf(pricings) {
    const sources = [...new Set(pricings.map(({ pue }) => `${pue.pue.value} (${pue.source})`))];
    return sources.length === 1 ? (pricings[0]?.pue.source ?? '') : sources.join('; ');
}
/** Gross or net, and whether the building is inside: published figures of one model differ by a third between them. */
function accountingNote({ plan }, pricings) {
    if (plan.accounting === 'net' && pricings.some(({ grid }) => grid.kind !== 'given')) {
        throw new errors/* ConfigurationError */.j1('accounting is "net", and the intensity is not given: the built-in grids are gross; give `intensity`, net of purchased clean energy, or use gross');
    }
    const how = plan.accounting === 'net'
        ? 'net: purchased clean energy is taken off the given intensity, so that the figure is not comparable with a gross one'
        : 'gross: the electricity of the place, purchased clean energy not taken off';
    const pues = [...new Set(pricings.map(({ pue }) => pue.pue.value))].join(' and ');
    return (0,core_notes/* note */.N4)('plan-accounting', `${how}; a PUE of ${pues} is inside`);
}
function developmentNote({ plan }, phases) {
    const isTraining = plan.phases === undefined && plan.development === undefined && phases.some(({ flop }) => flop !== null);
    if (!isTraining)
        return [];
    const text = 'one run is counted; failed and development runs are not: set development, such as 1.5 (others report 1 to 5)';
    return [(0,core_notes/* note */.N4)('plan-development-uncounted', text)];
}

// EXTERNAL MODULE: ../../../work/main/node_modules/yaml/dist/index.js
var dist = __webpack_require__(88905);
// EXTERNAL MODULE: ./build/src/app/plan/plan-schema.js + 1 modules
var plan_schema = __webpack_require__(85231);
;// CONCATENATED MODULE: ./build/src/app/plan/read-plan.js





/** A plan larger than this is not one, characters. */
const MAX_CHARACTERS = 100_000;
/**
 * Reads a plan's YAML or JSON.
 * @throws ConfigurationError with one line: file and line, path, value and what would work
 */
function parsePlan(text, file) {
    if (text.length > MAX_CHARACTERS) {
        throw new errors/* ConfigurationError */.j1(`${file} has ${text.length} characters: at most ${MAX_CHARACTERS} are read`);
    }
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { uniqueKeys: true, schema: 'core', lineCounter: lines });
    const [fault] = document.errors;
    if (fault)
        throw new errors/* ConfigurationError */.j1(`${file}: ${fault.message.split('\n')[0] ?? 'not YAML'}`);
    let content;
    try {
        content = document.toJS({ maxAliasCount: 10 });
    }
    catch {
        throw new errors/* ConfigurationError */.j1(`${file}: too many YAML aliases`);
    }
    const checked = plan_schema.PlanSchema.safeParse(content ?? {});
    if (checked.success)
        return checked.data;
    const [issue] = checked.error.issues;
    throw issue ? refused(issue, { file, document, lines }) : new errors/* ConfigurationError */.j1(`${file} is not a plan`);
}
function refused(issue, source) {
    if (issue.code === 'unrecognized_keys') {
        const key = issue.keys[0] ?? '';
        return new errors/* ConfigurationError */.j1(`${placeOf(source, issue.path, key)}: ${unknownKey(key, issue.path)}`);
    }
    const where = placeOf(source, issue.path);
    const key = issue.path.at(-1);
    if (issue.path.length === 0) {
        return new errors/* ConfigurationError */.j1(`${where}: keys and values are needed, such as \`hours: 10\``);
    }
    const isPlain = issue.code === 'invalid_union' || issue.code === 'invalid_type';
    const text = isPlain ? typeWords(issue) : issue.message;
    // The readers of settings name the setting themselves.
    const isNamed = issue.message.startsWith(`${String(key)} is `) && !isPlain;
    return new errors/* ConfigurationError */.j1(`${where}: ${isNamed ? text : `${String(key)}: ${text}`}`);
}
function typeWords({ code, message, expected }) {
    if (!message.startsWith('Invalid input'))
        return message;
    if (code === 'invalid_union')
        return 'needs a plain value';
    return expected === 'object' ? 'needs keys and values' : `needs a ${expected ?? 'plain value'}`;
}
/** A mistyped key, or one that is a setting and has no place in a plan. */
function unknownKey(key, path) {
    const known = keysAt(path);
    const shown = JSON.stringify(key.slice(0, 60));
    const [near] = (0,nearest/* nearest */.p)(key, known, 1);
    if (near === undefined && (0,table/* isSettingName */.s9)(key) && !known.includes(key)) {
        return `${key} is not a key of a plan: put it into the config file or give it to the step; a plan has ${known.join(', ')}`;
    }
    return `key ${shown} is unknown; ${near ? `did you mean ${near}?` : `known keys are ${known.join(', ')}`}`;
}
function keysAt(path) {
    const shape = plan_schema.PlanSchema.shape;
    const name = path.find((part) => typeof part === 'string');
    if (name === 'phases')
        return Object.keys(shape.phases.unwrap().element.shape);
    if (name === 'inference')
        return Object.keys(shape.inference.unwrap().shape);
    return Object.keys(shape).filter((key) => key !== '$schema');
}
/** `plan.yml:7: phases[1]`, the place of a value or of a key of a mapping. */
function placeOf({ file, document, lines }, path, key) {
    const parents = key === undefined ? path.slice(0, -1) : path;
    const shown = parents
        .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${String(part)}`))
        .join('');
    const line = lineOf(document, lines, path, key);
    return [line === null ? file : `${file}:${line}`, shown].filter(Boolean).join(': ');
}
function lineOf(document, lines, path, key) {
    const last = key ?? path.at(-1);
    const parent = document.getIn(key === undefined ? path.slice(0, -1) : path, true);
    const pair = (0,dist/* isMap */.jh)(parent) ? parent.items.find(({ key: own }) => (0,dist/* isScalar */.jn)(own) && String(own.value) === last) : null;
    const node = pair?.key ?? document.getIn(path, true);
    const start = (0,dist/* isNode */.Ll)(node) ? node.range?.[0] : undefined;
    return start === undefined ? null : lines.linePos(start).line;
}

;// CONCATENATED MODULE: ./build/src/app/plan/plan-file.js











/** Keys of a plan that make it a project of several parts. */
const PROJECT_KEYS = [
    'phases',
    'inference',
    'development',
    'accounting',
    'gpu-hours',
    'runs',
    'parameters',
    'tokens',
    'flop',
    'name',
];
/** Keys of a plan that are settings. */
const SETTING_KEYS = [...work_settings/* WORK_SETTINGS */.a, ...work_settings/* PLACE_SETTINGS */.q, 'units'];
/**
 * Works out the plan file that the settings name, or the plan that the settings are themselves.
 * @throws ConfigurationError with file, line and value, also for a key that a plan does not have: a budget there would be ignored silently
 */
async function answerPlan(question) {
    const { settings } = question;
    if (settings.plan === undefined)
        return answered({}, question);
    const file = settings.plan;
    try {
        const plan = parsePlan((0,settings_file/* readSettingsFile */.u)(file, 'plan'), file);
        return await answered(plan, question);
    }
    catch (error) {
        if (!(error instanceof errors/* ConfigurationError */.j1) || error.message.includes(file))
            throw error;
        throw new errors/* ConfigurationError */.j1(`${file}: ${error.message}`);
    }
}
/** Works out a parsed plan, with where and when it would emit less. @throws ConfigurationError */
async function answered(plan, question) {
    const { settings, given, access } = question;
    const isProject = PROJECT_KEYS.some((key) => plan[key] !== undefined);
    const project = isProject
        ? await plannedProject({ settings, plan, given }, access)
        : await simplePlan(withPlan(plan, settings, given), access);
    const wanted = { regions: settings.regions ?? plan.regions, within: settings.within ?? plan.within };
    const advice = await whereAndWhen(project, wanted, { settings, access });
    // Those of the settings are in the report already.
    const notes = (0,plausibility/* plausibilityNotes */.j)({ ...table/* DEFAULTS */.zY, ...settingsOf(plan) });
    return { ...project, draft: { ...project.draft, notes: [...project.draft.notes, ...notes, ...advice] } };
}
/** Settings of one piece of work, with what its plan says. */
function withPlan(plan, settings, given) {
    return { ...settings, ...settingsOf(plan), ...definedOf(given) };
}
function settingsOf(plan) {
    return Object.fromEntries(SETTING_KEYS.flatMap((key) => (plan[key] === undefined ? [] : [[key, plan[key]]])));
}
function definedOf(values) {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
async function simplePlan(settings, access) {
    const pricing = await (0,site_factors/* priced */.af)(settings, { access });
    const draft = await (0,minerals/* withMinerals */.C)(estimated(settings, pricing), plannedMachine(settings), settings);
    return { draft, pricing, phasesS: draft.duration_s };
}

// EXTERNAL MODULE: ./build/src/app/commands/context.js + 23 modules
var commands_context = __webpack_require__(45132);
;// CONCATENATED MODULE: ./build/src/app/commands/estimate.js


/** `estimate`: calculates a plan. A plan without a place gets the world average; the current machine is not asked. */
async function estimateCommand(context) {
    const { settings, given } = context;
    const { draft } = await answerPlan({ settings, given, access: (0,commands_context/* gridAccessOf */.QI)(context) });
    return (0,commands_context/* conclude */.Ep)(context, { draft, judging: { doubt: null, ownScopes: ['job'] } });
}


/***/ }),

/***/ 85231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PHASE_KINDS: () => (/* binding */ PHASE_KINDS),
  PlanSchema: () => (/* binding */ PlanSchema),
  planJsonSchema: () => (/* binding */ planJsonSchema)
});

// EXTERNAL MODULE: ../../../work/main/node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(93723);
// EXTERNAL MODULE: ../../../work/main/node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(78505);
// EXTERNAL MODULE: ./build/src/core/schema-address.js
var schema_address = __webpack_require__(51199);
// EXTERNAL MODULE: ./build/src/core/training.js
var training = __webpack_require__(85863);
// EXTERNAL MODULE: ./build/src/data/accelerators.js
var accelerators = __webpack_require__(58816);
// EXTERNAL MODULE: ./build/src/app/plan/work-settings.js
var work_settings = __webpack_require__(52020);
// EXTERNAL MODULE: ../../../work/main/node_modules/zod/v4/core/core.js
var core = __webpack_require__(25378);
// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(1702);
// EXTERNAL MODULE: ./build/src/core/quantity.js
var quantity = __webpack_require__(11888);
// EXTERNAL MODULE: ./build/src/app/settings/number-units.js
var number_units = __webpack_require__(6588);
// EXTERNAL MODULE: ./build/src/app/settings/setting.js
var setting = __webpack_require__(26479);
// EXTERNAL MODULE: ./build/src/app/settings/table.js + 1 modules
var table = __webpack_require__(65765);
;// CONCATENATED MODULE: ./build/src/app/plan/plan-fields.js






/** A plain value that a reader of settings reads. The reader's message becomes the issue. */
function plainField(read, meta) {
    return schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()])
        .transform((value, context) => {
        try {
            return read(String(value), context);
        }
        catch (error) {
            if (!(error instanceof errors/* ConfigurationError */.j1))
                throw error;
            context.addIssue({ code: 'custom', message: error.message });
            return core/* NEVER */.tm;
        }
    })
        .meta(meta);
}
/** A key that is a setting as well, with the setting's own bounds and units. */
function settingField(name) {
    return readBy(name, table/* SETTINGS */.yy[name]);
}
function readBy(name, { about, unit, schema, read }) {
    const { type: _, ...bounds } = schema;
    return plainField((text) => read(text, name), { description: unit ? `${about} (${unit})` : about, ...bounds });
}
/** A number within bounds. */
function numberField(name, about, unit, bounds, units = {}) {
    return readBy(name, (0,setting/* number */.ai)(about, unit, bounds, units));
}
/** A share of 1, also in percent. */
function shareField(name, about) {
    return numberField(name, about, '', { above: 0, to: 1 }, number_units/* SHARE */.oV);
}
/** What may follow a count: thousands, millions, billions, trillions (short scale). Case of K and of the words does not matter. */
const PREFIXES = {
    '': 1,
    k: 1e3,
    thousand: 1e3,
    M: 1e6,
    million: 1e6,
    B: 1e9,
    G: 1e9,
    billion: 1e9,
    T: 1e12,
    trillion: 1e12,
};
/** A large count with its unit: `7 B`, `1.5T`, `300 million`, `7e9`. */
function countField(name, about, { least, most, example }) {
    return plainField((text) => {
        const refuse = (why) => new errors/* ConfigurationError */.j1(`${name} is ${JSON.stringify(text.slice(0, 80))}: ${why}`);
        const [, digits = '', unit = ''] = /^\s*([+-]?[\d.,]*(?:[eE][+-]?\d+)?)\s*([A-Za-z]*)\s*$/.exec(text) ?? [];
        const written = (0,quantity/* parseNumber */.$J)(digits);
        if (written === null)
            throw refuse(`a count with its unit is needed, such as \`${example}\``);
        const key = unit.length > 1 ? unit.toLowerCase() : unit === 'K' ? 'k' : unit;
        const factor = Object.hasOwn(PREFIXES, key) ? PREFIXES[key] : undefined;
        if (factor === undefined)
            throw refuse(`the unit ${JSON.stringify(unit)} is unknown: use k, M, B (billion) or T, such as \`${example}\``);
        const value = written * factor;
        if (value < 0 || value > most)
            throw refuse(`a count of at most ${most} is needed, such as \`${example}\``);
        if (value < least)
            throw refuse(`that is less than ${least}: is the unit missing? Write it, such as \`${example}\``);
        return value;
    }, { description: about, examples: [example] });
}
/** One word of a list. */
function wordField(about, words) {
    return schemas/* enum */.k5n(words, { error: ({ input }) => `${JSON.stringify(input)} is unknown: use ${words.join(', ')}` }).meta({
        description: about,
    });
}
/** Any text of at most 200 characters. */
function textField(about) {
    return schemas/* string */.YjP({ error: 'text is needed' }).min(1).max(200).meta({ description: about });
}

;// CONCATENATED MODULE: ./build/src/app/plan/plan-schema.js






function settingFields(names) {
    return Object.fromEntries(names.map((name) => [name, settingField(name)]));
}
const place = settingFields(work_settings/* PLACE_SETTINGS */.q);
/** Amounts of work beyond the settings. */
const amounts = {
    'gpu-hours': numberField('gpu-hours', 'hours of all GPUs together, in place of hours', 'h', { above: 0, to: 1e12 }),
    runs: numberField('runs', 'how often the phase runs', '', { from: 1, to: 1e6, whole: true }),
    parameters: countField('parameters', 'parameters that work on one token (active ones of a mixture of experts)', {
        least: 10_000,
        most: 1e15,
        example: '7 B',
    }),
    tokens: countField('tokens', 'tokens that are trained on; 6 FLOP for each parameter and token', {
        least: 10_000,
        most: 1e18,
        example: '2 T',
    }),
    flop: numberField('flop', 'computation, in place of parameters and tokens', 'FLOP', { from: 1e9, to: 1e32 }),
    mfu: shareField('mfu', `share of the peak that the whole run reaches; when missing ${training/* MFU */.Vm.value} (${training/* MFU */.Vm.low} to ${training/* MFU */.Vm.high})`),
    precision: wordField('number format, which decides the peak; when missing bf16', accelerators/* PRECISIONS */.s),
    'peak-tflops': numberField('peak-tflops', 'dense peak of one GPU, for one that is not in the table', 'TFLOP/s', {
        above: 0,
        to: 1e6,
    }),
};
const work = { ...settingFields(work_settings/* WORK_SETTINGS */.a), ...amounts };
/** Kinds of phases. Training ones have failed and development runs. */
const PHASE_KINDS = ['pre-training', 'fine-tuning', 'evaluation', 'inference', 'other'];
const phase = schemas/* strictObject */.rej({
    name: textField('name of the phase; when missing its kind'),
    kind: wordField('what the phase does; when missing pre-training', PHASE_KINDS),
    ...work,
    ...place,
})
    .partial();
const inference = schemas/* strictObject */.rej({
    model: textField('name of the model, such as qwen3-30b-a3b: its measured energy per token, or a fit by its size'),
    parameters: countField('parameters', 'active parameters of a model without a name', {
        least: 10_000,
        most: 1e15,
        example: '7 B',
    }),
    'total-parameters': countField('total-parameters', 'all parameters of a mixture of experts', {
        least: 10_000,
        most: 1e15,
        example: '30 B',
    }),
    'wh-per-request': numberField('wh-per-request', 'own energy of a request before PUE, in place of a model', 'Wh', {
        above: 0,
        to: 1e6,
    }),
    requests: countField('requests', 'requests over the whole life', { least: 1, most: 1e18, example: '500 M' }),
    'requests-per-day': countField('requests-per-day', 'requests a day, with days', {
        least: 1,
        most: 1e15,
        example: '100 k',
    }),
    days: numberField('days', 'days in service', 'days', { above: 0, to: 36_500 }),
    'input-tokens': countField('input-tokens', 'tokens that a request reads', { least: 0, most: 1e9, example: '1000' }),
    'output-tokens': countField('output-tokens', 'tokens that a request writes', {
        least: 0,
        most: 1e9,
        example: '400',
    }),
    ...place,
})
    .partial();
/** A plan, written once: the types and the published JSON Schema come from here. */
const PlanSchema = schemas/* strictObject */.rej({
    $schema: textField('address of this schema, for editors'),
    name: textField('name of the plan'),
    ...work,
    ...place,
    units: settingField('units'),
    phases: schemas/* array */.YOg(phase, {
        error: 'a list of phases is needed, each such as `{kind: fine-tuning, gpu: H100, gpus: 8, hours: 20}`',
    })
        .min(1, 'a plan has at least one phase')
        .max(200, 'a plan has at most 200 phases')
        .meta({
        description: 'phases, each with its own work; keys of the plan itself apply to every phase without them',
    }),
    development: numberField('development', `energy of the project over that of its final training, for failed and development runs; when missing with phases ${training/* DEVELOPMENT */.w0.value} (${training/* DEVELOPMENT */.w0.low} to ${training/* DEVELOPMENT */.w0.high}), else not counted`, '', { from: 1, to: 100 }),
    inference: inference.meta({ description: 'use of the model over its life' }),
    accounting: wordField('gross: the grid of the place (the default); net: the given intensity has purchased clean energy taken off', ['gross', 'net']),
    regions: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())], {
        error: 'regions to choose from are needed, such as `[aws:eu-north-1]`',
    })
        .transform((value) => [value].flat())
        .meta({ description: 'regions in which it could run: the answer says what each would emit' }),
    within: settingField('within'),
})
    .partial();
/** The JSON Schema of a plan, as `schema plan` prints it. */
function planJsonSchema() {
    const schema = json_schema_processors/* toJSONSchema */.bl(PlanSchema, { target: 'draft-2020-12', io: 'input' });
    return { ...schema, $id: (0,schema_address/* schemaAddress */.Q)('plan'), title: 'Carbon Gate plan of work' };
}


/***/ }),

/***/ 85863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KZ: () => (/* binding */ trainingFlop),
/* harmony export */   Uu: () => (/* binding */ assumedMfuSpread),
/* harmony export */   Vm: () => (/* binding */ MFU),
/* harmony export */   w0: () => (/* binding */ DEVELOPMENT),
/* harmony export */   wm: () => (/* binding */ deviceHours),
/* harmony export */   z8: () => (/* binding */ impliedMfu)
/* harmony export */ });
/* harmony import */ var _quantity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11888);
/* harmony import */ var _range_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37676);


/**
 * Model FLOP utilisation (MFU) where a plan does not state it: share of the dense peak over the whole run, restarts included.
 * 21 published runs imply 0.05 to 0.51, median 0.28, 10 to 90 %: 0.14 to 0.46. Papers quote more, because restarts are left out.
 */
const MFU = { value: 0.3, low: 0.15, high: 0.5 };
/**
 * Energy of a whole training project over that of its final run: failed and development runs. OLMo: 1.5 (Morrison et al. 2025);
 * Olmo 3: 82 % of the total was development, a factor of 5.5.
 */
const DEVELOPMENT = { value: 1.5, low: 1, high: 5 };
/** FLOP of one parameter and token: forward and backward pass (Kaplan et al. 2020). */
const FLOP_PER_PARAMETER_AND_TOKEN = 6;
/**
 * FLOP of training a transformer: 6 x active parameters x tokens.
 * @param activeParameters of a mixture of experts: those that work on one token
 * @returns FLOP
 * @throws QuantityError
 * @example trainingFlop(175e9, 300e9) // 3.15e23
 */
function trainingFlop(activeParameters, tokens) {
    return FLOP_PER_PARAMETER_AND_TOKEN * (0,_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .nonNegative */ .rG)('parameters', activeParameters) * (0,_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .nonNegative */ .rG)('tokens', tokens);
}
/**
 * Hours of one device for an amount of computation.
 * @param flop FLOP
 * @param peakFlops dense peak of one device, FLOP/s
 * @param mfu share of the peak, above 0 and at most 1
 * @returns device hours
 * @throws QuantityError
 * @example deviceHours(7.2e23, 989.4e12, 0.35) // 577550.6
 */
function deviceHours(flop, peakFlops, mfu) {
    return ((0,_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .nonNegative */ .rG)('FLOP', flop) / ((0,_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .positive */ .yj)('peak', peakFlops) * (0,_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .numberWithin */ .v4)('MFU', (0,_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .positive */ .yj)('MFU', mfu), 0, 1) * 3600));
}
/**
 * Model FLOP utilisation that hours imply.
 * @returns share of the peak
 * @throws QuantityError
 * @example impliedMfu(3.15e23, 125e12, 3_552_000) // 0.197
 */
function impliedMfu(flop, peakFlops, hours) {
    return (0,_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .nonNegative */ .rG)('FLOP', flop) / ((0,_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .positive */ .yj)('peak', peakFlops) * (0,_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .positive */ .yj)('device hours', hours) * 3600);
}
/** Device hours of an assumed MFU against those of its value: 1, with the ends of the range. */
function assumedMfuSpread() {
    return (0,_range_js__WEBPACK_IMPORTED_MODULE_1__/* .makeRange */ .QR)(1, MFU.value / MFU.high, MFU.value / MFU.low);
}


/***/ }),

/***/ 58816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ peakOf),
/* harmony export */   s: () => (/* binding */ PRECISIONS)
/* harmony export */ });
/* harmony import */ var _gpus_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29671);

/** Number formats of training whose dense peaks makers publish. bf16 and fp16 have the same peak on every accelerator here. */
const PRECISIONS = ['bf16', 'fp16', 'fp8'];
const SOURCES = {
    epoch: 'Epoch AI, Machine Learning Hardware (CC-BY-4.0), as stored in December 2025',
    nvidia: 'NVIDIA data sheet',
};
/**
 * Dense peak of one accelerator, TFLOP/s, by its name in the GPU table. Data sheets often print twice as much, "with sparsity".
 * V100 and T4 have no bf16: theirs is fp16.
 */
const ROWS = [
    ['GB300', 2500, 5000, 'epoch'],
    ['GB200', 2500, 5000, 'epoch'],
    ['B300', 2250, 4500, 'epoch'],
    ['B200', 2250, 4500, 'epoch'],
    ['B100', 1750, 3500, 'epoch'],
    ['GH200', 989.5, 1979, 'epoch'],
    ['H200 SXM', 989.5, 1979, 'epoch'],
    ['H100 NVL', 835.5, 1671, 'epoch'],
    ['H100 PCIe', 756, 1513, 'epoch'],
    ['H100 SXM', 989.4, 1979, 'epoch'],
    ['H800 SXM', 989, 1979, 'epoch'],
    ['H20', 148, 296, 'epoch'],
    ['A100 PCIe 40GB', 312, null, 'epoch'],
    ['A100 PCIe 80GB', 312, null, 'epoch'],
    ['A100 PCIe', 312, null, 'epoch'],
    ['A100 SXM', 312, null, 'epoch'],
    ['A800 PCIe', 311.8, null, 'epoch'],
    ['A40', 149.7, null, 'epoch'],
    ['L40S', 362, 733, 'nvidia'],
    ['L40', 181, 362, 'epoch'],
    ['L4', 121, 242, 'epoch'],
    ['T4', 65, null, 'nvidia'],
    ['V100 PCIe', 112, null, 'nvidia'],
    ['V100 SXM', 125, null, 'nvidia'],
    ['MI250X', 383, null, 'epoch'],
    ['MI300A', 980.6, 1961, 'epoch'],
    ['MI300X', 1307.4, 2614.9, 'epoch'],
    ['MI325X', 1307.4, 2600, 'epoch'],
    ['MI350X', 2309.6, 4600, 'epoch'],
    ['MI355X', 2516.6, 5033, 'epoch'],
    ['TPU v4', 275, null, 'epoch'],
    ['TPU v5e', 197, null, 'epoch'],
    ['TPU v7', 2307, 4614, 'epoch'],
    ['Gaudi 2', 450, 865, 'epoch'],
    ['Gaudi 3', 1678, 1678, 'epoch'],
    ['Trainium2', 667, 1299, 'epoch'],
    ['Maia 100', 800, null, 'epoch'],
];
/**
 * Dense peak of an accelerator.
 * @param name as any tool spells it
 * @returns null where no peak is known, or none for the precision
 * @example peakOf('NVIDIA H100 80GB HBM3', 'bf16')?.tflops // 989.4
 */
function peakOf(name, precision) {
    const known = (0,_gpus_js__WEBPACK_IMPORTED_MODULE_0__/* .findGpu */ .GO)(name)?.name;
    const row = ROWS.find(([own]) => own === known);
    if (!row)
        return null;
    const tflops = precision === 'fp8' ? row[2] : row[1];
    return tflops === null ? null : { name: row[0], tflops, source: SOURCES[row[3]] };
}


/***/ })

};
