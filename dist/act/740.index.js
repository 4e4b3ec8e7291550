export const id = 740;
export const ids = [740];
export const modules = {

/***/ 8167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A9: () => (/* binding */ ENTRY_VERSION),
/* harmony export */   CJ: () => (/* binding */ hiddenFigures),
/* harmony export */   HJ: () => (/* binding */ isCorrection),
/* harmony export */   aP: () => (/* binding */ CorrectionSchema),
/* harmony export */   iD: () => (/* binding */ revealedFigures),
/* harmony export */   io: () => (/* binding */ EntrySchema),
/* harmony export */   xW: () => (/* binding */ TRUST_LEVELS)
/* harmony export */ });
/* unused harmony export ledgerJsonSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4377);
/* harmony import */ var _core_method_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1416);
/* harmony import */ var _core_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8732);




/**
 * One line of the ledger: what one job, command or log used. The types and the published JSON Schema come from here.
 * What is unknown is null, never 0.
 */
/** Version of the line format. A reader refuses other versions. */
const ENTRY_VERSION = 1;
/** How far a figure can be believed, best first. */
const TRUST_LEVELS = ['measured', 'from-fork', 'estimated'];
/** Maximum length of a key, in characters. A key is part of a ref name, and file systems limit names to 255 bytes. */
const KEY_LENGTH = 180;
const name = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(300).nullable();
const amount = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative().nullable();
const EntrySchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    v: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(ENTRY_VERSION).describe('Version of the line format.'),
    key: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(KEY_LENGTH).describe('`run/attempt/job identity`. The same key twice is one entry.'),
    ended_at: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$()
        .describe('End of the work, RFC 3339 in UTC; the time of adding where the report has none.'),
    repository: name.describe('`owner/name`.'),
    event: name.describe('Event that started the run, such as push.'),
    branch: name.describe('Branch of the commit.'),
    pr: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive().nullable().describe('Number of the pull request.'),
    sha: name.describe('First 12 characters of the commit.'),
    workflow: name.describe('Name of the workflow or pipeline.'),
    job: name.describe('Name of the job.'),
    runner: name.describe('Runner class or label.'),
    cpu: name.describe('Name of the processor.'),
    region: name.describe('Region of the provider.'),
    s: amount.describe('Wall time, s.'),
    wh: amount.describe('Energy with PUE, Wh.'),
    wh_low: amount.describe('Lower end of its 90 % interval, Wh.'),
    wh_high: amount.describe('Upper end of its 90 % interval, Wh.'),
    g: amount.describe('Total emissions, g CO2e.'),
    op_g: amount.describe('Operational emissions, g CO2e.'),
    em_g: amount.describe('Embodied emissions, g CO2e.'),
    l: amount.describe('Water, L.'),
    tokens: amount.describe('Tokens of language models.'),
    method: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_core_method_js__WEBPACK_IMPORTED_MODULE_3__/* .METHODS */ .J).nullable().describe('How the figure was obtained.'),
    coverage: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(1).nullable().describe('Share of the time that readings cover, 0 to 1.'),
    verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_core_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .VERDICTS */ .bk).describe('Result against the budgets of the job.'),
    trust: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(TRUST_LEVELS).describe('How far the figure can be believed.'),
    tool: name.describe('Name and version of the program that measured.'),
});
const difference = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullable();
/**
 * A line that corrects an earlier entry: its figures are differences, which may be negative, so that a plain sum over all lines stays
 * right for every reader. Null leaves a figure as it is. `reveals` names the figures that become known or unknown. It ends at the same time as the entry, so both are in one file.
 */
const CorrectionSchema = EntrySchema.extend({
    s: difference.describe('Difference to the entry.'),
    wh: difference.describe('Difference to the entry.'),
    wh_low: difference.describe('Difference to the entry.'),
    wh_high: difference.describe('Difference to the entry.'),
    g: difference.describe('Difference to the entry.'),
    op_g: difference.describe('Difference to the entry.'),
    em_g: difference.describe('Difference to the entry.'),
    l: difference.describe('Difference to the entry.'),
    tokens: difference.describe('Difference to the entry.'),
    corrects: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(KEY_LENGTH).describe('Key of the entry that is corrected.'),
    reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(300).describe('Why, in the words of the person who corrected it.'),
    reveals: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .regex(/^-?(?:g|wh|l|s|wh_low|wh_high|op_g|em_g|tokens)(?: -?(?:g|wh|l|s|wh_low|wh_high|op_g|em_g|tokens)){0,8}$/)
        .optional()
        .describe('Figures that were unknown and become known, such as `g wh`: their differences are the figures. With a minus, such as `-l`: figures that become unknown, whose differences take back what earlier lines added.'),
});
function isCorrection(line) {
    return 'corrects' in line;
}
/** Figures that a correction makes known. */
function revealedFigures(line) {
    return changes(line).filter((change) => !change.startsWith('-'));
}
/** Figures that a correction makes unknown. */
function hiddenFigures(line) {
    return changes(line).flatMap((change) => (change.startsWith('-') ? [change.slice(1)] : []));
}
function changes(line) {
    return isCorrection(line) ? (line.reveals?.split(' ') ?? []) : [];
}
/** The JSON Schema (draft 2020-12) of one line, as `schema ledger` prints it. */
function ledgerJsonSchema() {
    const schema = z.toJSONSchema(z.union([EntrySchema, CorrectionSchema]), { target: 'draft-2020-12' });
    return { ...schema, $id: schemaAddress('ledger'), title: 'Carbon Gate ledger entry' };
}


/***/ }),

/***/ 2442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NF: () => (/* binding */ roundFigure),
/* harmony export */   rl: () => (/* binding */ numberOf),
/* harmony export */   y9: () => (/* binding */ billionthsOf)
/* harmony export */ });
/**
 * Exact sums of decimal figures: the order of entries never changes the last digit. Figures of entries have at most nine decimals
 * (a nanogram, 3.6 microjoules), and sums are kept as whole numbers of that size.
 */
/** Decimals of every figure in the ledger. */
const DECIMALS = 9;
/** Largest figure that the ledger keeps: a million tonnes, a terawatt-hour. Beyond, a report is broken, and sums would lose digits. */
const MOST = 1e12;
/**
 * A figure as the ledger keeps it: rounded to nine decimals.
 * @param value null is unknown
 * @returns null also for a figure that no job can have
 */
function roundFigure(value) {
    return value === null || !(value <= MOST) ? null : Number(value.toFixed(DECIMALS));
}
/** A figure as a whole number of billionths: exactly the decimal that its line shows, also where its binary value differs from it. */
function billionthsOf(value) {
    const text = String(value);
    const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
    const isPlain = !text.includes('e') && decimals <= DECIMALS;
    const fixed = isPlain ? text + (decimals === 0 ? '.' : '') + '0'.repeat(DECIMALS - decimals) : value.toFixed(DECIMALS);
    return BigInt(fixed.replace('.', ''));
}
/** The nearest number of a count of billionths. */
function numberOf(billionths) {
    const isNegative = billionths < 0n;
    const digits = (isNegative ? -billionths : billionths).toString().padStart(DECIMALS + 1, '0');
    return Number(`${isNegative ? '-' : ''}${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`);
}


/***/ })

};
