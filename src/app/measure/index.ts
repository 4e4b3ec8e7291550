/**
 * Measuring the machine, or the slice of it that the job may use, from a start to an end that may be two processes.
 *
 *     // entries/main.ts, or `run`: adds a few milliseconds; imports no tables
 *     const state = await startMeasurement({ samplerPath, intervalMs: null, watchPid: process.ppid, environment: process.env })
 *     saveState('measurement', JSON.stringify(state))
 *
 *     // entries/post.ts
 *     const measurement = await finishMeasurement(parseState(text), { powerOf })
 *
 * The counters of CPU, control group and RAPL are read by this process at both ends, the sampler's file is only believed as
 * far as it agrees with them. `reportSoFar` is `finishMeasurement` without ending anything (`mode: report`). `powerOf` gets
 * the machine's facts and gives the power curve of `machine.slice`. MeasurementError: no figure is to be had (exit 3).
 *
 * `main` should import `./start.ts` alone: this index also brings what the end needs.
 */
export { finishMeasurement, reportSoFar } from './finish.ts'
export type { Measurement } from './measurement.ts'
export { startMeasurement } from './start.ts'
export { type MeasurementState, parseState } from './state.ts'
