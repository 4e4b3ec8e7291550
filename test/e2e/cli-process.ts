import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Report } from '../../src/core/report.ts'

/** The bundle that users run. */
export const CLI = path.resolve('dist/cli/index.js')

export interface CliResult {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** An empty folder of its own for one test. */
export function emptyFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'carbon-gate-test-'))
}

/** Runs the real command line as a process, in an empty folder unless told, with none of the test's own CI environment. */
export function cli(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; input?: string } = {},
): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: options.cwd ?? emptyFolder(),
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', NO_COLOR: '1', ...options.env },
    input: options.input ?? '',
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 1 << 28,
  })
  return { status, stdout, stderr }
}

/** Reads a report that the command line wrote. */
export function reportAt(file: string): Report {
  return JSON.parse(readFileSync(file, 'utf8')) as Report
}
