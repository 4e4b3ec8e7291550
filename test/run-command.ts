import { runProgram } from '../src/app/commands/program.ts'
import { type CliResult, emptyFolder } from './e2e/cli-process.ts'

/**
 * Runs a command line inside the test's process, which is ten times faster than a process of its own. It changes the working directory
 * while it runs: tests of one file run one after the other. What needs a real process (standard streams, signals) belongs to test/e2e.
 */
export async function runCommand(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<CliResult> {
  const before = process.cwd()
  let [stdout, stderr] = ['', '']
  const console = {
    out: (text: string): void => {
      stdout += text
    },
    err: (text: string): void => {
      stderr += text
    },
    color: false,
  }
  process.chdir(options.cwd ?? emptyFolder())
  try {
    const status = await runProgram(args, { console, env: options.env ?? {} })
    return { status, stdout, stderr }
  } finally {
    process.chdir(before)
  }
}
