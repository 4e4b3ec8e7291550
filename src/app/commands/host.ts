import type { Command } from 'commander'
import type { Console } from '../console.ts'

/** What the command line is given by its entry. */
export interface Host {
  readonly console: Console
  readonly env: NodeJS.ProcessEnv
}

/** Runs a command with its parsed flags and its plain arguments, and returns the exit status. */
export type CommandAction = (command: Command, args: readonly string[]) => number | Promise<number>

/** What adds commands to the program. */
export interface CommandLine {
  readonly program: Command
  readonly host: Host
  /** Arguments without node and script, as the user wrote them. */
  readonly argv: readonly string[]
  /** What a command does when it is called; its result is the exit status of the program. */
  ends(run: CommandAction): (...all: unknown[]) => Promise<void>
}
