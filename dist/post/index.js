import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ cancellation),
/* harmony export */   b: () => (/* binding */ CANCEL)
/* harmony export */ });
/** Message by which a process of ours passes a signal on. Unlike a signal, it waits until its receiver has loaded. */
const CANCEL = 'cancel';
/**
 * Fires when the job is cancelled. A cancelled job's step gets SIGINT, SIGTERM 7.5 s later, and is killed 2.5 s after that: at the
 * first one every wait ends, and only local work remains.
 */
function cancellation() {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => controller.abort());
    if (process.send)
        process.on('message', (message) => void (message === CANCEL && controller.abort()));
    return controller.signal;
}


/***/ }),

/***/ 984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  ar: () => (/* binding */ readRecordedEnvironment),
  kS: () => (/* binding */ restoreEnvironment)
});

// UNUSED EXPORTS: recordEnvironment

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./build/src/app/action/environment.js

/** Node.js and its libraries read these once, when the process starts: a new process is needed to undo a change. */
const READ_AT_START = [
    'NODE_OPTIONS',
    'NODE_EXTRA_CA_CERTS',
    'NODE_USE_ENV_PROXY',
    'NODE_USE_SYSTEM_CA',
    'NODE_PATH',
    'OPENSSL_CONF',
    'SSL_CERT_DIR',
    'SSL_CERT_FILE',
    'LD_LIBRARY_PATH',
    'LD_PRELOAD',
];
const PROXIES = ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'];
/** Variables that decide where the token is sent and which API is used. A change is reported. */
const DECISIVE = [
    ...READ_AT_START,
    ...PROXIES,
    ...PROXIES.map((name) => name.toUpperCase()),
    'NODE_TLS_REJECT_UNAUTHORIZED',
    'GITEA_ACTIONS',
    'FORGEJO_ACTIONS',
    'ACTIONS_RESULTS_URL',
];
/** Variables that steps may change and that post needs with their first value. */
const NEEDED = (/* unused pure expression or super */ null && (['PATH', 'HOME', 'USERPROFILE', 'TMPDIR', 'TEMP', 'TMP']));
/** Names that the runner sets for every step. */
const OF_RUNNER = /^(?:GITHUB|RUNNER|GITEA|FORGEJO)_/;
/** Names that differ between steps by design, or contain the token. */
const OF_STEP = /^(?:INPUT_|STATE_|ACTIONS_(?!RESULTS_URL$))|^GITHUB_(?:ACTION|ENV|OUTPUT|PATH|STATE|STEP_SUMMARY|TOKEN)/;
/** Records the environment for post. Values of variables that are not needed are not kept: they may be secrets. */
function recordEnvironment(env) {
    const values = {};
    for (const name of [...DECISIVE, ...NEEDED])
        values[name] = env[name] ?? null;
    const fingerprints = {};
    for (const [name, value] of Object.entries(env)) {
        if (value === undefined || OF_STEP.test(name) || name in values)
            continue;
        if (OF_RUNNER.test(name))
            values[name] = value;
        else
            fingerprints[name] = fingerprintOf(value);
    }
    return { values, fingerprints };
}
/** Reads what main recorded. @returns null if it is missing or invalid: then nothing is restored */
function readRecordedEnvironment(text) {
    try {
        const { values, fingerprints } = JSON.parse(text ?? '');
        return [values, fingerprints].every(hasTexts) ? { values, fingerprints } : null;
    }
    catch {
        return null;
    }
}
function hasTexts(record) {
    if (typeof record !== 'object' || record === null)
        return false;
    return Object.values(record).every((text) => text === null || typeof text === 'string');
}
function restoreEnvironment(env, recorded) {
    const restored = {};
    for (const [name, value] of Object.entries(env)) {
        if (value === undefined)
            continue;
        if (OF_STEP.test(name) || recorded.fingerprints[name] === fingerprintOf(value))
            restored[name] = value;
    }
    for (const [name, value] of Object.entries(recorded.values))
        if (value !== null)
            restored[name] = value;
    const changed = DECISIVE.filter((name) => (env[name] ?? null) !== (recorded.values[name] ?? null));
    return {
        env: restored,
        changed,
        needsProcess: changed.some((name) => READ_AT_START.includes(name)),
    };
}
function fingerprintOf(value) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(value).digest('hex').slice(0, 16);
}


/***/ }),

/***/ 626:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(421);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(136);
/* harmony import */ var _app_action_cancellation_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(473);
/* harmony import */ var _app_action_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(984);
var __rewriteRelativeImportExtension = (undefined && undefined.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};





// Before anything else is loaded: a job that is cancelled from here on still leaves its verdict.
const cancelled = (0,_app_action_cancellation_js__WEBPACK_IMPORTED_MODULE_4__/* .cancellation */ .W)();
/** Judges the job with the environment that main saw, whatever the job's steps changed since. */
async function post() {
    const { argv, env } = process;
    const recorded = (0,_app_action_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .readRecordedEnvironment */ .ar)(env['STATE_environment']);
    const restored = recorded && (0,_app_action_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .restoreEnvironment */ .kS)(env, recorded);
    const changed = argv[2] === RESTORED ? argv.slice(3) : (restored?.changed ?? []);
    if (restored?.needsProcess && argv[2] !== RESTORED)
        return judgeInChild(restored.env, changed);
    if (restored)
        replaceEnvironment(restored.env);
    const bundle = node_path__WEBPACK_IMPORTED_MODULE_1__.join(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname((0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(import.meta.url)), '..', 'act', 'index.js');
    const { act } = (await import(__rewriteRelativeImportExtension(/* webpackIgnore: true */ (0,node_url__WEBPACK_IMPORTED_MODULE_2__.pathToFileURL)(bundle).href)));
    await act('post', cancelled, changed);
    return Number(process.exitCode ?? 0);
}
/** Argument of the child process; a step cannot set it. */
const RESTORED = '--restored';
/**
 * Judges in another process, because this one has read a changed variable when it started. The first signal is passed on as a message: as a
 * signal it would kill a child that has not loaded yet. At a second one the runner is about to kill us, so a child that hangs ends.
 */
function judgeInChild(env, changed) {
    return new Promise((resolve) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(process.execPath, [(0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(import.meta.url), RESTORED, ...changed], {
            env,
            stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        });
        const cancel = () => {
            child.send(_app_action_cancellation_js__WEBPACK_IMPORTED_MODULE_4__/* .CANCEL */ .b, () => undefined);
            for (const signal of ['SIGINT', 'SIGTERM'])
                process.once(signal, () => void child.kill('SIGKILL'));
        };
        if (cancelled.aborted)
            cancel();
        else
            cancelled.addEventListener('abort', cancel, { once: true });
        child.on('error', () => resolve(1));
        child.on('close', (code) => resolve(code ?? 1));
    });
}
function replaceEnvironment(env) {
    for (const name of Object.keys(process.env))
        if (!(name in env))
            delete process.env[name];
    Object.assign(process.env, env);
}
// A timer or socket that a library left open must not delay the job.
process.exit(await post());

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(626);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
