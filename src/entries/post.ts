import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { cancellation } from '../app/action/cancellation.ts'
import { readRecordedEnvironment, restoreEnvironment } from '../app/action/environment.ts'
import type { Act } from './act.ts'

// Before anything else is loaded: a job that is cancelled now must still leave its verdict.
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

/** Node.js read a changed variable when this process started, so another one judges. Signals are passed on. */
function judgeInChild(env: Record<string, string>, changed: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), RESTORED, ...changed], {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const stop = (): void => void child.kill('SIGINT')
    if (cancelled.aborted) stop()
    else cancelled.addEventListener('abort', stop, { once: true })
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
