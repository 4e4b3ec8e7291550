import { rmSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { isRunning } from '../sensors/process-identity.ts'
import { Sampler } from '../sensors/sampler.ts'
import type { SamplerOptions } from '../sensors/sampler-options.ts'

if (process.argv[2] === '--cancel-run') {
  const { cancelRun } = await import('../app/stop/cancel-run.ts')
  process.exit((await cancelRun().catch(() => false)) ? 0 : 1)
}

// The options come from our own process (app/measure), which checked them.
const options = JSON.parse(process.argv[2] ?? '') as SamplerOptions

const { folder, removesFolder = false, watch } = options
if (removesFolder && watch) {
  process.on('exit', () => {
    // A process that ended by itself has removed the folder. One that was killed (SIGKILL, out of memory) could not.
    if (!isRunning(watch)) rmSync(folder, { recursive: true, force: true })
  })
}

try {
  // The counters are cumulative: being late costs nothing, getting in the job's way would.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
} catch {
  // Not allowed everywhere, and not needed.
}

// Loaded only when it is asked for: a sampler without a budget to watch stays as small as it was.
const observer = options.total
  ? (await import('../app/stop/observer.ts')).createObserver({ ...options, total: options.total })
  : null

new Sampler(options, observer).run()
