/** Message by which a process of ours passes a signal on. Unlike a signal, it waits until its receiver has loaded. */
export const CANCEL = 'cancel'

/**
 * Fires when the job is cancelled. A cancelled job's step gets SIGINT, SIGTERM 7.5 s later, and is killed 2.5 s after that: at the
 * first one every wait ends, and only local work remains.
 */
export function cancellation(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => controller.abort())
  if (process.send) process.on('message', (message) => void (message === CANCEL && controller.abort()))
  return controller.signal
}
