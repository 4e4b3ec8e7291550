import { type Phase, runMode } from '../app/action/run-mode.ts'

/** All modes of the action, in a bundle of its own: main and post load it when they need it. */
export function act(phase: Phase, cancelled: AbortSignal, changedVariables: readonly string[] = []): Promise<void> {
  return runMode(phase, { env: process.env, cancelled, changedVariables })
}

export type Act = typeof act
