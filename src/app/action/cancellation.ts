/**
 * Fires when the job is cancelled. A cancelled job's step gets SIGINT, SIGTERM 7.5 s later, and is killed 2.5 s after that: at the
 * first one every wait ends, and what is left to do is local.
 */
export function cancellation(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => controller.abort())
  return controller.signal
}
