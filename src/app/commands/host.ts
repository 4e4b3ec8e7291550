import type { Command } from 'commander'
import type { Console } from '../console.ts'

/** What the command line is given by its entry. */
export interface Host {
  readonly console: Console
  readonly env: NodeJS.ProcessEnv
}

/** What adds commands to the program. */
export interface CommandLine {
  readonly program: Command
  readonly host: Host
  /** Arguments without node and script, as the user wrote them. */
  readonly argv: readonly string[]
  /** Takes the exit status of the command. */
  end(status: number): void
}
