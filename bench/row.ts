import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One line of docs/benchmarks.md. Both figures are from one run, so their ratio does not depend on the machine's load as they do. */
export interface BenchRow {
  readonly what: string
  readonly figure: string
  /** What it is compared with, and the figure of that. */
  readonly reference: string
  /** Figure / reference; null where nothing comparable exists. */
  readonly ratio: number | null
}

/** The middle value; NaN of an empty list. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Runs the work and measures its wall time, ms. */
export async function timed<T>(work: () => Promise<T> | T): Promise<{ value: T; ms: number }> {
  const start = performance.now()
  const value = await work()
  return { value, ms: performance.now() - start }
}

/** A time as people read it: `84 ms`, `1.4 s`. */
export function duration(ms: number): string {
  return ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`
}

/** Whether the module is the program itself and was not imported. @param url `import.meta.url` */
export function isProgram(url: string): boolean {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url)
}
