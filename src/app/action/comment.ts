import { ConfigurationError } from '../../core/errors.ts'
import { readPlainFile } from '../../github/plain-file.ts'
import { type FinishedRun, readFinishedRun } from '../../github/workflow-run-event.ts'
import type { Invocation, ModeResult } from './context.ts'
import { rejudgeRun } from './rejudge.ts'
import { openCollecting } from './workflow.ts'

/** `mode: comment`, on workflow_run: judges a finished run again with a token that may write, and comments on its pull request. */
export async function commentOnRun(invocation: Invocation): Promise<ModeResult | null> {
  const { context, client, event } = await openCollecting(invocation, 'comment')
  const run = readRunOfEvent(context.env)
  if (!run) throw new ConfigurationError('mode: comment works on the event workflow_run: set `on: workflow_run`')
  const result = await rejudgeRun({ ...context, client, event }, run)
  if (result.kind !== 'no-comment') return result
  context.commands[result.isWarning ? 'warning' : 'print'](`No comment: ${result.reason}.`)
  return null
}

function readRunOfEvent(env: NodeJS.ProcessEnv): FinishedRun | null {
  try {
    return readFinishedRun(JSON.parse(readPlainFile(env['GITHUB_EVENT_PATH'] ?? '')))
  } catch {
    return null
  }
}
