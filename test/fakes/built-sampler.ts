import { join } from 'node:path'

/** The compiled sampler (test/build.ts compiles before the tests): they run the real thing as a process. */
export const SAMPLER = join(import.meta.dirname, '../../build/src/entries/sampler.js')
