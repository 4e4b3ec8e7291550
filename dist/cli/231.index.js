export const id = 231;
export const ids = [231];
export const modules = {

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
