/**
 * Measures the machine, or the slice of it that the job may use. Start and end may be in two processes.
 *
 *     // entries/main.ts, or `run`: adds a few milliseconds; imports no tables
 *     const state = await startMeasurement({ samplerPath, intervalMs: null, watchPid: process.ppid, environment: process.env })
 *     saveState('measurement', JSON.stringify(state))
 *
 *     // entries/post.ts
 *     const measurement = await finishMeasurement(parseState(text), { powerOf })
 *
 * The counters of CPU, control group and RAPL are read by this process at both ends, and the sampler's file is trusted only as far
 * as it agrees with them. `reportSoFar` is `finishMeasurement` without ending the measurement (`mode: report`). `powerOf` gets the
 * machine's facts and returns the power curve of `machine.slice`. MeasurementError: there is no figure (exit 3).
 *
 * `main` should import `./start.ts` alone: this index also loads what the end needs.
 */
export { finishMeasurement, reportSoFar } from './finish.ts'
export type { Measurement } from './measurement.ts'
export { startMeasurement } from './start.ts'
export { type MeasurementState, parseState } from './state.ts'
