import { availableParallelism } from 'node:os'

import { defineConfig } from 'vitest/config'

/**
 * Tests that take long because they wait: for a server that never answers, for the grace of a stop, for git and databases, for faults at every step, for pipelines of other services, for hundreds of jobs, for the bundler. `npm run test:slow` runs
 * them, and a job of its own in CI.
 */
const SLOW = [
  'test/build-again.test.ts',
  'test/e2e/ci-recipes.test.ts',
  'test/e2e/faults.test.ts',
  'test/e2e/shown-runs.test.ts',
  'test/e2e/silent-api.test.ts',
  'test/e2e/stop-job.test.ts',
  'test/e2e/stop-recipes.test.ts',
  'test/e2e/stop.test.ts',
  'test/e2e/ledger-faults.test.ts',
  'test/e2e/attacks.test.ts',
  'test/e2e/workflow.test.ts',
  'test/app/ledger/collect-faults.test.ts',
  'test/app/ledger/signed-commits.test.ts',
  'test/ledger/git-store.test.ts',
  'test/ledger/postgres-store.test.ts',
  'test/ledger/upkeep.test.ts',
]

/** Tests that start the compiled program in `build`. Only these wait for the compiler. */
const COMPILED = ['test/e2e/**/*.test.ts', 'test/app/measure/{gpu,process,trees}.test.ts']

export default defineConfig({
  test: {
    /** Real processes and servers: a slow shared machine must not fail a test that would pass. */
    testTimeout: 120_000,
    hookTimeout: 120_000,
    /** Files share a process and the modules it has loaded: loading them for each file takes as long as the tests. Each test restores what it changes. */
    isolate: false,
    restoreMocks: true,
    unstubEnvs: true,
    /** In CI a test that races real processes is tried again; a failure that stays is a failure. */
    retry: process.env['CI'] ? 2 : 0,
    /** Vitest leaves one core idle by default; on two cores that doubles the time. */
    maxWorkers: availableParallelism(),
    /** `npm run coverage`, with the provider of proof/, which `npm ci` does not install. */
    coverage: {
      provider: 'custom',
      customProviderModule: './proof/node_modules/@vitest/coverage-v8/dist/index.js',
      include: ['src/core/**/*.ts'],
      reporter: ['text'],
      thresholds: { lines: 95 },
    },
    projects: [
      {
        extends: true,
        test: { name: 'sources', include: ['test/**/*.test.ts'], exclude: [...COMPILED, ...SLOW] },
      },
      {
        extends: true,
        test: { name: 'compiled', include: COMPILED, exclude: SLOW, globalSetup: ['test/build.ts'] },
      },
      {
        extends: true,
        test: { name: 'slow', include: SLOW, globalSetup: ['test/build.ts'] },
      },
    ],
  },
})
