import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Phase, act as actWith } from '../app/action/act.ts'

/** Main imports this bundle for the modes that need all of it. */
export function act(phase: Phase): Promise<void> {
  return actWith(phase, process.env)
}

export type Act = typeof act

/** Whether the runner runs this bundle as the post step, rather than main importing it. */
function isPost(): boolean {
  const script = process.argv[1]
  return script !== undefined && realpathSync(script) === realpathSync(fileURLToPath(import.meta.url))
}

if (isPost()) {
  await act('post')
  // A library's forgotten timer or socket must not hold the job.
  process.exit()
}
