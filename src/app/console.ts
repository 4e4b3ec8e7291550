import { writeSync } from 'node:fs'
import { ConfigurationError } from '../core/errors.ts'

/** Where text for people and for scripts goes. Handed in, so that action and command line share code. */
export interface Console {
  /** Standard output: what a script reads. Bytes are UTF-8. */
  out(text: string | Uint8Array): void
  /** Standard error: what a person reads while a script reads the other. */
  err(text: string): void
  /** Whether standard error takes colour. */
  readonly color: boolean
  /** Width of the terminal behind standard error, cells; undefined without one. */
  readonly columns?: number | undefined
  /** The same of standard output. */
  readonly outColor?: boolean
  readonly outColumns?: number | undefined
}

/** The process's own streams, written synchronously so that nothing is lost at exit, also into a pipe. */
export function processConsole(env: NodeJS.ProcessEnv): Console {
  return {
    out: (text) => {
      const failure = writeAll(1, text)
      if (failure === null || NOBODY_READS.has(failure)) return
      throw new ConfigurationError(`standard output cannot be written: ${failure}`)
    },
    // Nothing is left to complain on.
    err: (text) => void writeAll(2, text),
    color: isColorWanted(env, process.stderr),
    columns: process.stderr.isTTY ? process.stderr.columns : undefined,
    outColor: isColorWanted(env, process.stdout),
    outColumns: process.stdout.isTTY ? process.stdout.columns : undefined,
  }
}

/**
 * Whether text for people is coloured: never with NO_COLOR (https://no-color.org), always with FORCE_COLOR, else on a terminal that can.
 * An empty variable counts as unset; FORCE_COLOR=0 and false mean never.
 */
export function isColorWanted(env: NodeJS.ProcessEnv, { isTTY = false }: { readonly isTTY?: boolean }): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = env
  if (NO_COLOR) return false
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return isTTY && TERM !== 'dumb'
}

/** Error codes of a stream whose reader has gone, which is not our error. A full disk is one: half a report reads like none. */
const NOBODY_READS: ReadonlySet<string> = new Set(['EPIPE', 'EBADF'])

/** Writes everything; a pipe may be full for a while (EAGAIN). @returns null, or the code of the error that ended it */
function writeAll(fd: number, text: string | Uint8Array): string | null {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text
  let offset = 0
  while (offset < bytes.length) {
    try {
      offset += writeSync(fd, bytes, offset)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? String(error)
      if (code !== 'EAGAIN') return code
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
  return null
}
