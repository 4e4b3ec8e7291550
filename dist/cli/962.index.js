export const id = 962;
export const ids = [962];
export const modules = {

/***/ 28962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderPng: () => (/* binding */ renderPng)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98995);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1702);
/* harmony import */ var _github_crc32_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22774);
/* harmony import */ var _report_output_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49353);





/** Draws SVG; an optional peer, because it is a compiled program for each system. */
const PEER = '@resvg/resvg-js';
/** Pixels per px of the SVG: sharp on a phone and in print at the label's own size. */
const ZOOM = 2;
/**
 * Draws an SVG of this program as PNG.
 * @throws MeasurementError without the library, or on a machine without a font
 */
async function renderPng(svg) {
    const { Resvg } = await loadRenderer();
    const options = {
        fitTo: { mode: 'zoom', value: ZOOM },
        font: { loadSystemFonts: true, defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' },
    };
    // Without a font all text would be missing, and a label without figures looks finished.
    const text = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text y="15">0</text></svg>';
    if (!((new Resvg(text, options).getBBox()?.width ?? 0) > 0)) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .MeasurementError */ .HG('PNG: this machine has no font, so the label would have no text: install one (Debian: fonts-dejavu-core) or write SVG with -o');
    }
    return marked(new Resvg(svg, options).render().asPng());
}
/** Looks beside this program, then in the packages of the working folder. */
async function loadRenderer() {
    for (const from of [import.meta.url, __webpack_require__.ab + "package.json"]) {
        try {
            return (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(from)(PEER);
        }
        catch (error) {
            const { code } = error;
            if (code !== 'MODULE_NOT_FOUND')
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .MeasurementError */ .HG(`PNG: ${PEER} cannot be loaded: ${String(code ?? error).slice(0, 200)}`);
        }
    }
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .MeasurementError */ .HG(`PNG needs the package ${PEER}: \`npm install ${PEER}\`, or write SVG with -o`);
}
/** End of a PNG's signature and its header chunk, bytes: other chunks may follow. */
const AFTER_HEADER = 33;
/** The picture with a text chunk that names the program (PNG specification, 11.3.3.2). */
function marked(png) {
    const body = Buffer.from(`tEXt${_report_output_js__WEBPACK_IMPORTED_MODULE_4__/* .PNG_MARK */ .gv}`, 'latin1');
    const chunk = Buffer.alloc(body.length + 8);
    chunk.writeUInt32BE(body.length - 4, 0);
    body.copy(chunk, 4);
    chunk.writeUInt32BE((0,_github_crc32_js__WEBPACK_IMPORTED_MODULE_3__/* .crc32 */ .Q)(body), body.length + 4);
    return Buffer.concat([png.subarray(0, AFTER_HEADER), chunk, png.subarray(AFTER_HEADER)]);
}


/***/ }),

/***/ 22774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ crc32)
/* harmony export */ });
/** Reversed polynomial of the check sum in zip archives (ISO 3309, APPNOTE 4.4.7). node:zlib has it only from Node 20.15. */
const POLYNOMIAL = 0xedb88320;
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1)
        value = (value & 1) === 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
    return value >>> 0;
});
/** Check sum of the bytes as in zip archives, 0 to 2^32 - 1. */
function crc32(bytes) {
    let value = 0xffffffff;
    for (const byte of bytes)
        value = (value >>> 8) ^ TABLE[(value ^ byte) & 0xff];
    return (value ^ 0xffffffff) >>> 0;
}


/***/ })

};
