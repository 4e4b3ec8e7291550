import { type StopAnswer, armStop as armStopWith } from '../app/action/stop-plan.ts'
import type { StartedJob } from '../app/action/start.ts'
import { type Phase, runMode } from '../app/action/run-mode.ts'

/** All modes of the action, in a bundle of its own: main and post load it when they need it. */
export function act(phase: Phase, cancelled: AbortSignal, changedVariables: readonly string[] = []): Promise<void> {
  return runMode(phase, { env: process.env, cancelled, changedVariables })
}

export type Act = typeof act

/** Makes a job that has started stop at its budget; main loads this only for jobs whose policy may ask for it. */
export function armStop(cancelled: AbortSignal, job: StartedJob, ownFolder: string): Promise<StopAnswer> {
  return armStopWith({ env: process.env, cancelled }, job, ownFolder)
}

export type ArmStop = typeof armStop
