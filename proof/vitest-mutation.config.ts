import { defineConfig } from 'vitest/config'

/** The tests that judge mutants: those that run in this process within a few seconds. */
export default defineConfig({
  test: {
    include: [
      'test/core/{baseline,budget,budget-lines,budget-repair,formula,judging,quantity,range,totals,units,verdict,window}.test.ts',
      'test/app/policy/*.test.ts',
    ],
    exclude: ['test/app/policy/{loosening-heads,silent-server}.test.ts'],
    /** A slow shared machine must not fail the run before the first mutant. */
    testTimeout: 60_000,
    /** Which test runs which line is recorded for one test at a time. */
    maxConcurrency: 1,
    /** No test of these changes what another one sees, and modules that stay loaded make a mutant four times as fast. */
    isolate: false,
  },
})
