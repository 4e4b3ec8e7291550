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
    if (stop && stop.problem !== null) {
      process.stdout.write(
        `::warning title=Carbon Gate::${escaped(`on-exceed: stop has no effect: ${stop.problem}`)}\n`,
      )
    }
    const stops = stop?.armed ? `asks its processes to end when ${stop.armed.lines} is used up, and ` : ''
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

function loadAct(): Promise<{ act: Act; armStop: ArmStop }> {
  const modes = pathToFileURL(path.join(dist, 'act', 'index.js')).href
  return import(/* webpackIgnore: true */ modes) as Promise<{ act: Act; armStop: ArmStop }>
}

/** A job that cannot be stopped is still measured and judged: what is wrong becomes a warning. */
async function armed(job: StartedJob): Promise<StopAnswer> {
  const { armStop } = await loadAct()
  return armStop(new AbortController().signal, job, dist).catch((error: unknown) => ({
    armed: null,
    problem: (error as Error).message,
    requests: 0,
  }))
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
