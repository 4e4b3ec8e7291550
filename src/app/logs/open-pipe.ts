import type { FileHandle } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { ConfigurationError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'

/** How long a FIFO may be without a writer before it is refused: forever would hang a job, ms. */
const WRITER_WAIT_MS = 1000

/** Polling interval of a pipe without data, ms. */
const POLL_MS = 10

/** How much is read at a time, bytes. */
const PIECE = 64 * 1024

/**
 * Reads a FIFO that was opened without blocking: waits for a slow writer as long as it takes, and for the first one a second.
 * @throws ConfigurationError when nothing writes to it
 */
export async function* pipeChunks(handle: FileHandle, shown: string): AsyncGenerator<Buffer> {
  const deadline = performance.now() + WRITER_WAIT_MS
  let hasWriter = false
  for (;;) {
    const chunk = Buffer.allocUnsafe(PIECE)
    const bytesRead = await handle
      .read(chunk, 0, PIECE, null)
      .then((result) => result.bytesRead)
      .catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'EAGAIN') return null
        throw error
      })
    if (bytesRead === 0) {
      if (hasWriter) return
      if (performance.now() > deadline)
        throw new ConfigurationError(`log ${printable(shown)} is a FIFO, not a file, and nothing writes to it`)
    } else {
      hasWriter = true
      if (bytesRead !== null) yield chunk.subarray(0, bytesRead)
    }
    if (bytesRead === 0 || bytesRead === null) await wait(POLL_MS)
  }
}
