import { constants, setPriority } from 'node:os'
import { Sampler } from '../sensors/sampler.ts'
import type { SamplerOptions } from '../sensors/sampler-options.ts'

// The options come from our own process (app/measure), which checked them.
const options = JSON.parse(process.argv[2] ?? '') as SamplerOptions

try {
  // The counters are cumulative: being late costs nothing, getting in the job's way would.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
} catch {
  // Not allowed everywhere, and not needed.
}

new Sampler(options).run()
