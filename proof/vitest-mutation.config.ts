import { defineConfig } from 'vitest/config'

/** The tests that judge mutants of the core: those that run in this process within a second. */
export default defineConfig({
  test: {
    include: ['test/core/{baseline,budget,formula,judging,range,totals,units,verdict}.test.ts'],
    /** No test of these changes what another one sees, and modules that stay loaded make a mutant four times as fast. */
    isolate: false,
  },
})
