import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { CANCEL, cancellation } from '../app/action/cancellation.ts'
import { readRecordedEnvironment, restoreEnvironment } from '../app/action/environment.ts'
import type { Act } from './act.ts'

// Before anything else is loaded: a job that is cancelled from here on still leaves its verdict.
const cancelled = cancellation()

/** Judges the job with the environment that main saw, whatever the job's steps changed since. */
async function post(): Promise<number> {
  const { argv, env } = process
  const recorded = readRecordedEnvironment(env['STATE_environment'])
  const restored = recorded && restoreEnvironment(env, recorded)
  const changed = argv[2] === RESTORED ? argv.slice(3) : (restored?.changed ?? [])
  if (restored?.needsProcess && argv[2] !== RESTORED) return judgeInChild(restored.env, changed)
  if (restored) replaceEnvironment(restored.env)
  const bundle = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'act', 'index.js')
  const { act } = (await import(/* webpackIgnore: true */ pathToFileURL(bundle).href)) as { act: Act }
  await act('post', cancelled, changed)
  return Number(process.exitCode ?? 0)
}

/** Argument of the child process; a step cannot set it. */
const RESTORED = '--restored'

/**
 * Judges in another process, because this one has read a changed variable when it started. The first signal is passed on as a message: as a
 * signal it would kill a child that has not loaded yet. At a second one the runner is about to kill us, so a child that hangs ends.
 */
function judgeInChild(env: Record<string, string>, changed: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), RESTORED, ...changed], {
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const cancel = (): void => {
      child.send(CANCEL, () => undefined)
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void child.kill('SIGKILL'))
    }
    if (cancelled.aborted) cancel()
    else cancelled.addEventListener('abort', cancel, { once: true })
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

function replaceEnvironment(env: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name]
  Object.assign(process.env, env)
}

// A timer or socket that a library left open must not delay the job.
process.exit(await post())
