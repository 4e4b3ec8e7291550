import { removeSampleFile } from './sample-file.ts'
import { type StartOptions, startSampler } from './start.ts'
import type { MeasurementState } from './state.ts'
import { stopSampler } from './stop.ts'

/** A measurement with a new sampler, while the one that it replaces still runs. */
export interface Replacement {
  readonly measurement: MeasurementState
  /** Ends the replaced sampler and removes its file. The measurement is saved before: until then a cancelled job needs the old one. */
  endReplaced(): Promise<void>
}

/**
 * Starts another sampler with other options for a measurement. The counters of the start stay, so no energy is lost.
 * @returns null if it could not be started: the measurement keeps its sampler
 */
export async function restartSampler(state: MeasurementState, options: StartOptions): Promise<Replacement | null> {
  const { sampler } = await startSampler(options, state.root, state.start)
  if (sampler === null) return null
  const { sampler: replaced } = state
  return {
    measurement: { ...state, sampler, samplerFailure: null },
    async endReplaced() {
      if (!replaced) return
      await stopSampler(replaced)
      removeSampleFile(replaced)
    },
  }
}
