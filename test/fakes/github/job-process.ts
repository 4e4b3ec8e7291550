// The processes that a job left behind, found as the runner finds them: by the tracking id in their environment.
import { readdirSync, readFileSync } from 'node:fs'

/** Linux only: elsewhere the list is empty. */
export function processesOf(trackingId: string): number[] {
  if (process.platform !== 'linux') return []
  const mark = `RUNNER_TRACKING_ID=${trackingId}\0`
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => environmentOf(pid).includes(mark))
    .map(Number)
}

/** The clean-up at a job's end. A detached sampler that survived its step ends here at the latest. */
export function endProcessesOf(trackingId: string): number[] {
  const pids = processesOf(trackingId)
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // gone already
    }
  }
  return pids
}

function environmentOf(pid: string): string {
  try {
    return `${readFileSync(`/proc/${pid}/environ`, 'latin1')}\0`
  } catch {
    return '' // another user's, or gone
  }
}
