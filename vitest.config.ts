import { availableParallelism } from 'node:os'

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    /** Real processes and servers: a slow shared machine must not fail a test that would pass. */
    testTimeout: 30_000,
    hookTimeout: 60_000,
    /** Vitest leaves one core idle by default; on two cores that doubles the time. */
    maxWorkers: availableParallelism(),
    globalSetup: ['test/build.ts'],
  },
})
