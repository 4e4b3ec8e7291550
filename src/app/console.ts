import { writeSync } from 'node:fs'

/** Where text for people and for scripts goes. Handed in, so that action and command line share code. */
export interface Console {
  /** Standard output: what a script reads. */
  out(text: string): void
  /** Standard error: what a person reads while a script reads the other. */
  err(text: string): void
  /** Whether standard error takes colour. */
  readonly color: boolean
}

/** The process's own streams, written synchronously so that nothing is lost at exit, also into a pipe. */
export function processConsole(env: NodeJS.ProcessEnv): Console {
  return {
    out: (text) => writeAll(1, text),
    err: (text) => writeAll(2, text),
    color: Boolean(process.stderr.isTTY) && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
  }
}

/** Writes everything: a pipe may be full (EAGAIN), and a reader that went away (EPIPE) is no fault of ours. */
function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8')
  let offset = 0
  while (offset < bytes.length) {
    try {
      offset += writeSync(fd, bytes, offset)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
      else return
    }
  }
}
