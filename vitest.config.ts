import { availableParallelism } from 'node:os'

import { defineConfig } from 'vitest/config'

/** Tests that start the compiled program in `build`. Only these wait for the compiler. */
const COMPILED = ['test/dist.test.ts', 'test/e2e/**/*.test.ts', 'test/app/measure/{gpu,process,trees}.test.ts']

export default defineConfig({
  test: {
    /** Real processes and servers: a slow shared machine must not fail a test that would pass. */
    testTimeout: 30_000,
    hookTimeout: 60_000,
    /** In CI a test that races real processes is tried again; a failure that stays is a failure. */
    retry: process.env['CI'] ? 2 : 0,
    /** Vitest leaves one core idle by default; on two cores that doubles the time. */
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: { name: 'sources', include: ['test/**/*.test.ts'], exclude: COMPILED },
      },
      {
        extends: true,
        test: { name: 'compiled', include: COMPILED, globalSetup: ['test/build.ts'] },
      },
    ],
  },
})
