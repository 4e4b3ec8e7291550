import { removeSampleFile } from './sample-file.ts'
import { type StartOptions, startSampler } from './start.ts'
import type { MeasurementState } from './state.ts'
import { stopSampler } from './stop.ts'

/** Replaces the sampler of a measurement by one with other options. The counters of the start stay, so no energy is lost. */
export async function restartSampler(state: MeasurementState, options: StartOptions): Promise<MeasurementState> {
  if (state.sampler) {
    await stopSampler(state.sampler)
    removeSampleFile(state.sampler)
  }
  const { sampler, failure } = await startSampler(options, state.root, state.start)
  return { ...state, sampler, samplerFailure: failure }
}
