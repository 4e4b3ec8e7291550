import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { givenInputs } from '../app/action/inputs.ts'
import { cancellation } from '../app/action/cancellation.ts'
import { startJob } from '../app/action/start.ts'
import { ConfigurationError } from '../core/errors.ts'
import type { Act } from './act.ts'

/** Bundles lie side by side in dist. */
const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')

/** `mode: job` only starts, and loads nothing it does not need; every other mode works here. */
async function main(): Promise<void> {
  const given = givenInputs(process.env)
  if (given.mode === undefined || given.mode === 'job') {
    await startJob(given, path.join(dist, 'sampler', 'index.js'), process.env)
    process.stdout.write('Carbon Gate measures this job; the verdict comes when the job ends.\n')
    return
  }
  const cancelled = cancellation()
  const modes = pathToFileURL(path.join(dist, 'act', 'index.js')).href
  const { act } = (await import(/* webpackIgnore: true */ modes)) as { act: Act }
  await act('main', cancelled)
  process.exit()
}

try {
  await main()
} catch (error) {
  // A configuration error is one line; anything else is our bug and shows its stack.
  const text =
    error instanceof ConfigurationError ? error.message : `internal error: ${(error as Error).stack ?? String(error)}`
  process.stdout.write(
    `::error title=Carbon Gate::${text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}\n`,
  )
  process.exitCode = 1
}
