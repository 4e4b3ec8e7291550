import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import { StepCommands } from '../../github/commands.ts'
import type { Settings } from '../settings/table.ts'
import { givenInputs } from './inputs.ts'
import { finishJob, reportJob } from './job.ts'
import { judgeLogs } from './logs.ts'
import { judgePlan } from './plan.ts'
import { commentOnRun } from './comment.ts'
import type { Start } from './step.ts'
import { answerWhen } from './when.ts'
import { judgeWorkflow } from './workflow.ts'

/** Half of a step. `mode: job` starts in main and ends in post; every other mode works in main. */
export type Phase = 'main' | 'post'

type Mode = Settings['mode']

const MODES: Readonly<Record<Exclude<Mode, 'job'>, (start: Start) => Promise<void>>> = {
  report: reportJob,
  workflow: judgeWorkflow,
  logs: judgeLogs,
  estimate: judgePlan,
  comment: commentOnRun,
  when: answerWhen,
}

/** Runs a mode. Every error is one line at the step; an unexpected one shows its stack. */
export async function act(phase: Phase, start: Start): Promise<void> {
  const { env } = start
  try {
    // Without a session main has failed over an input and has said so.
    if (phase === 'post') return await finishJob(start)
    const mode = givenInputs(env).mode ?? 'job'
    if (mode !== 'job') await MODES[mode](start)
  } catch (error) {
    fail(error, env)
  }
}

function fail(error: unknown, env: NodeJS.ProcessEnv): void {
  const commands = new StepCommands(env)
  if (error instanceof ConfigurationError) commands.fail(error.message, 'Carbon Gate')
  else if (error instanceof MeasurementError) commands.fail(error.message, 'No trustworthy carbon figure')
  else commands.fail(`internal error, please report it: ${(error as Error).stack ?? String(error)}`, 'Carbon Gate')
}
