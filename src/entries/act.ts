import { type Planned, planStop as planStopWith } from '../app/action/stop-plan.ts'
import { type Phase, runMode } from '../app/action/run-mode.ts'

/** All modes of the action, in a bundle of its own: main and post load it when they need it. */
export function act(phase: Phase, cancelled: AbortSignal, changedVariables: readonly string[] = []): Promise<void> {
  return runMode(phase, { env: process.env, cancelled, changedVariables })
}

export type Act = typeof act

/** Plans the stop of a job at its budget; main loads it only for jobs whose policy may ask for one. */
export function planStop(cancelled: AbortSignal, ownFolder: string): Promise<Planned> {
  return planStopWith({ env: process.env, cancelled }, ownFolder)
}

export type PlanStop = typeof planStop
