import { defineConfig } from 'vitest/config'

/** The tests that judge mutants of the core: those that run in this process within a second. */
export default defineConfig({
  test: { include: ['test/core/{baseline,budget,formula,judging,range,totals,units,verdict}.test.ts'] },
})
