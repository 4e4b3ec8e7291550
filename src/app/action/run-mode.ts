import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import { StepCommands } from '../../github/commands.ts'
import type { Settings } from '../settings/table.ts'
import { commentOnRun } from './comment.ts'
import { conclude } from './conclude.ts'
import type { Invocation, ModeResult } from './context.ts'
import { givenInputs } from './inputs.ts'
import { finishJob, reportJob } from './job.ts'
import { readLogs } from './logs.ts'
import { estimatePlan } from './plan.ts'
import { answerWhen } from './when.ts'
import { collectWorkflow } from './workflow.ts'

/** Half of a step. `mode: job` starts in main and ends in post; every other mode works in main. */
export type Phase = 'main' | 'post'

type Mode = Settings['mode']

const MODES: Readonly<Record<Exclude<Mode, 'job'>, (invocation: Invocation) => Promise<ModeResult | null>>> = {
  report: reportJob,
  workflow: collectWorkflow,
  logs: readLogs,
  estimate: estimatePlan,
  comment: commentOnRun,
  // The other modes do not pay for the ledger's code.
  collect: async (invocation) => (await import('./collect.ts')).collectLedger(invocation),
  when: answerWhen,
}

/** Runs a mode, then judges and publishes what it found. An error fails the step with one line; an unexpected one shows its stack. */
export async function runMode(phase: Phase, invocation: Invocation): Promise<void> {
  try {
    const result = await resultOf(phase, invocation)
    if (result) await conclude(result)
  } catch (error) {
    fail(error, invocation.env)
  }
}

async function resultOf(phase: Phase, invocation: Invocation): Promise<ModeResult | null> {
  if (phase === 'post') return finishJob(invocation)
  const mode = givenInputs(invocation.env).mode ?? 'job'
  return mode === 'job' ? null : MODES[mode](invocation)
}

function fail(error: unknown, env: NodeJS.ProcessEnv): void {
  const commands = new StepCommands(env)
  if (error instanceof ConfigurationError) commands.fail(error.message, 'Carbon Gate')
  else if (error instanceof MeasurementError) commands.fail(error.message, 'No trustworthy carbon figure')
  else commands.fail(`internal error, please report it: ${(error as Error).stack ?? String(error)}`, 'Carbon Gate')
}
