import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { givenInputs } from '../app/action/inputs.ts'
import { cancellation } from '../app/action/cancellation.ts'
import { saveJob, saveStart } from '../app/action/save-job.ts'
import { type StartedJob, startJob } from '../app/action/start.ts'
import { ConfigurationError } from '../core/errors.ts'
import { workflowSafe } from '../core/workflow-safe.ts'
import type { StopAnswer } from '../app/action/stop-plan.ts'
import { lookForStop } from '../app/action/stop-hint.ts'
import type { Act, ArmStop } from './act.ts'

/** Bundles lie side by side in dist. */
const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')

/** `mode: job` only starts, and loads nothing it does not need; every other mode works here. */
async function main(): Promise<void> {
  const given = givenInputs(process.env)
  if (given.mode === undefined || given.mode === 'job') {
    const job = await startJob(given, path.join(dist, 'sampler', 'index.js'), process.env)
    saveStart(job, process.env)
    const hint = await lookForStop(given, job.event, process.env)
    const stop = hint.mayStop ? await armed(job) : null
    saveJob(job, hint, stop, process.env)
    await stop?.replacement?.endReplaced()
    if (stop && stop.problem !== null) warn(`on-exceed: stop has no effect: ${stop.problem}`)
    for (const { text } of stop?.armed?.notes ?? []) warn(text)
    const stops = stop?.armed ? `${stopText(stop.armed)}, and ` : ''
    process.stdout.write(
      `${workflowSafe(`Carbon Gate measures this job, ${stops}gives its verdict when the job ends.`)}\n`,
    )
    return
  }
  const cancelled = cancellation()
  const { act } = await loadAct()
  await act('main', cancelled)
  process.exit()
}

function stopText({ lines, canSignal }: NonNullable<StopAnswer['armed']>): string {
  if (canSignal) return `asks its processes to end when ${lines} is used up`
  return `writes the stop file when ${lines} is used up (its processes cannot be signalled on this runner)`
}

function loadAct(): Promise<{ act: Act; armStop: ArmStop }> {
  const modes = pathToFileURL(path.join(dist, 'act', 'index.js')).href
  return import(/* webpackIgnore: true */ modes) as Promise<{ act: Act; armStop: ArmStop }>
}

/** A job that cannot be stopped is still measured and judged: what is wrong becomes a warning. */
async function armed(job: StartedJob): Promise<StopAnswer> {
  const { armStop } = await loadAct()
  return armStop(new AbortController().signal, job, dist).catch((error: unknown) => ({
    armed: null,
    replacement: null,
    problem: (error as Error).message,
    requests: 0,
  }))
}

function warn(text: string): void {
  process.stdout.write(`::warning title=Carbon Gate::${escaped(text)}\n`)
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
