import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, constants, fstatSync, mkdtempSync, openSync } from 'node:fs'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { SAMPLER_VARIABLE, childEnvironment } from '../../sensors/child-environment.ts'
import { identify } from '../../sensors/process-identity.ts'
import type { RunningReading } from '../../sensors/running-total.ts'
import { SAMPLE_FILE, type SamplerOptions } from '../../sensors/sampler-options.ts'
import { ERROR_FILE, rememberExit } from './sampler-end.ts'
import type { SamplerState } from './state.ts'

/**
 * Flags that keep the sampler small and quiet (bench/sampler). It runs a few hundred lines once a second: machine code made
 * for them would never pay for itself, nor would a pool of V8 threads. The collector's "memory reducer" looks for something
 * to free whenever a process is idle, which this one nearly always is: within the first minute that alone takes as much CPU
 * time as all the samples.
 */
const TUNED_FLAGS = ['--no-warnings', '--v8-pool-size=0', '--jitless', '--no-memory-reducer', '--max-semi-space-size=1']

/** Newest major version of Node that is known to have the flags: a Node that does not know one refuses to start. */
const TUNED_UP_TO = 26

/** The flags for a version of Node, e.g. `24.1.0`. */
export function nodeFlags(version: string): readonly string[] {
  return Number.parseInt(version, 10) <= TUNED_UP_TO ? TUNED_FLAGS : ['--no-warnings']
}

const { O_APPEND, O_CREAT, O_EXCL, O_WRONLY } = constants
/** Not on Windows, where other users cannot create symbolic links. */
const O_NOFOLLOW = constants.O_NOFOLLOW ?? 0

/** A started sampler, or why there is none. */
export interface Launch {
  readonly sampler: SamplerState | null
  /** Message of the operating system; null for a sampler that started. */
  readonly failure: string | null
}

/** What a sampler gets and gives besides its files. */
export interface SamplerLinks {
  /** Called with each reading of the running total. */
  readonly onReading?: ((reading: RunningReading) => void) | undefined
  /** Called when no more readings will come, because the sampler has ended. */
  readonly onEnd?: (() => void) | undefined
  /** Secret for its standard input; never in its arguments or environment, which other processes may read. */
  readonly secret?: string | undefined
}

/**
 * Starts the sampler, detached and without our own streams. Its file is in a folder that only this user may enter, and is passed as
 * an open descriptor: it cannot be replaced by a link.
 * @param bundle path of the sampler's bundle
 * @returns the sampler, or the reason why it could not be started
 */
export async function launchSampler(
  bundle: string,
  options: Omit<SamplerOptions, 'folder'>,
  environment: Readonly<Record<string, string | undefined>>,
  { onReading, onEnd, secret }: SamplerLinks = {},
): Promise<Launch> {
  try {
    const parent = environment['RUNNER_TEMP'] || tmpdir()
    const folder = mkdtempSync(join(parent, 'carbon-gate-'))
    const create = (name: string): number =>
      openSync(join(folder, name), O_CREAT | O_EXCL | O_NOFOLLOW | O_APPEND | O_WRONLY, 0o600)
    const fd = create(SAMPLE_FILE)
    const errorFd = create(ERROR_FILE)
    try {
      const { dev, ino } = fstatSync(fd, { bigint: true })
      const child = spawn(
        process.execPath,
        [...nodeFlags(process.versions.node), bundle, JSON.stringify({ ...options, folder })],
        {
          detached: true,
          stdio: [
            secret === undefined ? 'ignore' : 'pipe',
            'ignore',
            errorFd,
            fd,
            ...(onReading ? ['pipe' as const] : []),
          ],
          // One thread for files is plenty: they are only read while it starts.
          env: { ...childEnvironment(environment), [SAMPLER_VARIABLE]: '1', UV_THREADPOOL_SIZE: '1' },
          // The job may want to remove its own folder.
          cwd: parent,
          windowsHide: true,
        },
      )
      const { pid } = child
      if (pid === undefined) {
        const [error] = (await once(child, 'error')) as [Error]
        return { sampler: null, failure: error.message }
      }
      // The end of the measurement adds a note that the sampler is missing.
      child.on('error', () => undefined)
      child.on('exit', (code, signal) => rememberExit(pid, code, signal))
      child.unref()
      if (secret !== undefined) sendSecret(child.stdin, secret)
      const pipe = child.stdio[4] as (Readable & Socket) | undefined
      if (onReading && pipe) receive(pipe, onReading)
      if (onEnd) pipe?.on('close', onEnd)
      return { sampler: { process: identify(pid), folder, file: `${dev}:${ino}` }, failure: null }
    } finally {
      closeSync(fd)
      closeSync(errorFd)
    }
  } catch (error) {
    return { sampler: null, failure: error instanceof Error ? error.message : String(error) }
  }
}

function sendSecret(input: Writable | null, secret: string): void {
  input?.on('error', () => undefined)
  input?.end(secret)
}

/** One line of the sampler; null for anything else, because every process of this user can write to its descriptors. */
export function readingOf(line: string): RunningReading | null {
  try {
    const reading = JSON.parse(line) as RunningReading
    const { t, seconds, itWh, watts, gpus } = reading
    const isWhole = [t, seconds, itWh, watts].every((value) => Number.isFinite(value) && value >= 0)
    return isWhole && Array.isArray(gpus) && gpus.every((name) => typeof name === 'string') ? reading : null
  } catch {
    return null
  }
}

/** Reads JSON lines from the sampler, without keeping this process alive. */
function receive(pipe: Readable & Socket, onReading: (reading: RunningReading) => void): void {
  let rest = ''
  pipe.unref()
  pipe.setEncoding('utf8')
  pipe.on('error', () => undefined)
  pipe.on('data', (chunk: string) => {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    for (const reading of lines.map(readingOf)) if (reading) onReading(reading)
  })
}
