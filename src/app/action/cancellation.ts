/**
 * Fires when the job is cancelled. The runner sends SIGINT, SIGTERM 7.5 s later, and kills the step 2.5 s after that. At the first
 * signal every wait ends; only local work remains.
 */
export function cancellation(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => controller.abort())
  return controller.signal
}
