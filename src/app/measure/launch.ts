import { spawn } from 'node:child_process'
import { closeSync, constants, fstatSync, mkdtempSync, openSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childEnvironment } from '../../sensors/child-environment.ts'
import { identify } from '../../sensors/process-identity.ts'
import { SAMPLE_FILE } from '../../sensors/sample-format.ts'
import type { SamplerOptions } from '../../sensors/sampler-options.ts'
import type { SamplerState } from './state.ts'

/**
 * Flags that keep the sampler small and quiet (bench/sampler): no pool of V8 threads to wake, and a heap that fits a
 * program which makes a line of text a second.
 */
export const NODE_FLAGS = ['--v8-pool-size=0', '--max-semi-space-size=1', '--max-old-space-size=64', '--no-warnings']

const { O_APPEND, O_CREAT, O_EXCL, O_WRONLY } = constants
/** Not on Windows, which has no symbolic links that anybody may plant. */
const O_NOFOLLOW = constants.O_NOFOLLOW ?? 0

/**
 * Starts the sampler, detached, without any of our own streams. Its file lies in a folder that only this user may enter and
 * is handed over open: nothing planted at its path can be written to.
 * @param bundle path of the sampler's bundle
 * @returns null when it could not be started
 */
export function launchSampler(
  bundle: string,
  options: Omit<SamplerOptions, 'folder'>,
  environment: Readonly<Record<string, string | undefined>>,
): SamplerState | null {
  try {
    const parent = environment['RUNNER_TEMP'] || tmpdir()
    const folder = mkdtempSync(join(parent, 'carbon-gate-'))
    const fd = openSync(join(folder, SAMPLE_FILE), O_CREAT | O_EXCL | O_NOFOLLOW | O_APPEND | O_WRONLY, 0o600)
    try {
      const { dev, ino } = fstatSync(fd, { bigint: true })
      const child = spawn(process.execPath, [...NODE_FLAGS, bundle, JSON.stringify({ ...options, folder })], {
        detached: true,
        stdio: ['ignore', 'ignore', 'ignore', fd],
        env: childEnvironment(environment),
        // The job may want to remove its own folder.
        cwd: parent,
        windowsHide: true,
      })
      // Told at the end, by its absence.
      child.on('error', () => undefined)
      child.unref()
      return child.pid === undefined ? null : { process: identify(child.pid), folder, file: `${dev}:${ino}` }
    } finally {
      closeSync(fd)
    }
  } catch {
    return null
  }
}
