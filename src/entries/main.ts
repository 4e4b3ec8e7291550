import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { givenInputs } from '../app/action/inputs.ts'
import { cancellation } from '../app/action/cancellation.ts'
import { startJob } from '../app/action/start.ts'
import { ConfigurationError } from '../core/errors.ts'
import { workflowSafe } from '../core/workflow-safe.ts'
import type { StopPlan } from '../app/action/stop-plan.ts'
import { lookForStop } from '../app/action/stop-hint.ts'
import type { Act, PlanStop } from './act.ts'

/** Bundles lie side by side in dist. */
const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')

/** `mode: job` only starts, and loads nothing it does not need; every other mode works here. */
async function main(): Promise<void> {
  const given = givenInputs(process.env)
  if (given.mode === undefined || given.mode === 'job') {
    const hint = await lookForStop(given, process.env)
    const plan = hint.mayStop ? await plannedStop() : null
    await startJob(given, path.join(dist, 'sampler', 'index.js'), process.env, plan, hint.known)
    const stop = plan ? `asks its processes to end when ${plan.lines} is used up, and ` : ''
    process.stdout.write(
      `${workflowSafe(`Carbon Gate measures this job, ${stop}gives its verdict when the job ends.`)}\n`,
    )
    return
  }
  const cancelled = cancellation()
  const { act } = await loadAct()
  await act('main', cancelled)
  process.exit()
}

function loadAct(): Promise<{ act: Act; planStop: PlanStop }> {
  const modes = pathToFileURL(path.join(dist, 'act', 'index.js')).href
  return import(modes) as Promise<{ act: Act; planStop: PlanStop }>
}

/** A job that cannot be stopped is still measured and judged: what is wrong becomes a warning. */
async function plannedStop(): Promise<StopPlan | null> {
  const { planStop } = await loadAct()
  const { plan, problem } = await planStop(new AbortController().signal, dist).catch((error: unknown) => ({
    plan: null,
    problem: (error as Error).message,
  }))
  if (problem !== null)
    process.stdout.write(`::warning title=Carbon Gate::${escaped(`on-exceed: stop has no effect: ${problem}`)}\n`)
  return plan
}

/** The text of a workflow command. */
function escaped(text: string): string {
  return workflowSafe(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

try {
  await main()
} catch (error) {
  // A configuration error is one line; anything else is our bug and shows its stack.
  const text =
    error instanceof ConfigurationError ? error.message : `internal error: ${(error as Error).stack ?? String(error)}`
  process.stdout.write(`::error title=Carbon Gate::${escaped(text)}\n`)
  process.exitCode = 1
}
