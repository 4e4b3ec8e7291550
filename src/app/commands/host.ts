import type { Console } from '../console.ts'

/** What the command line is given by its entry. */
export interface Host {
  readonly console: Console
  readonly env: NodeJS.ProcessEnv
}
