import { statSync } from 'node:fs'
import path from 'node:path'
import type { JobStop } from '../../sensors/sampler-options.ts'
import { type ListedProcess, variableOf } from '../../sensors/process-list.ts'
import { textAt } from '../../sensors/root.ts'
import { ProcessSet } from '../measure/process-set.ts'
import { isMeasured, marksOf } from '../measure/tree-mark.ts'

/** Variable that the runner sets for every process of a job, to end at the job's end what is left. */
const TRACKING_VARIABLE = 'RUNNER_TRACKING_ID'

/** Bundles of ours that steps of the job start. */
const OWN_BUNDLES = ['main', 'post', 'act', 'sampler']

/**
 * The processes of a job's own steps: of the same user, started after our first step, with the job's RUNNER_TRACKING_ID; and their
 * descendants. Never the runner, which started before, never our own steps, and never a process with another tracking id, which a
 * step sets to leave a process running on purpose.
 */
export class JobProcesses extends ProcessSet {
  readonly #trackingId: string
  readonly #sinceTicks: number
  readonly #ownScripts: readonly string[]

  constructor({
    trackingId,
    sinceTicks,
    ownFolder,
  }: Pick<JobStop, 'sinceTicks' | 'ownFolder'> & { readonly trackingId: string }) {
    super()
    this.#trackingId = trackingId
    // Without a start time no process can be told from the runner's, so none is a member.
    this.#sinceTicks = sinceTicks === null ? Number.POSITIVE_INFINITY : Number(sinceTicks)
    this.#ownScripts = OWN_BUNDLES.map((bundle) => path.join(ownFolder, bundle, 'index.js'))
  }

  protected override isMember({ pid }: ListedProcess): boolean {
    return variableOf(pid, TRACKING_VARIABLE) === this.#trackingId
  }

  protected override isExcluded({ pid, startTicks }: ListedProcess): boolean {
    if (!(Number(startTicks) >= this.#sinceTicks)) return true
    const trackingId = variableOf(pid, TRACKING_VARIABLE)
    return (trackingId !== null && trackingId !== this.#trackingId) || !isOwnUser(pid) || this.#isOurs(pid)
  }

  /** A measurement outside of the job, around the whole runner, passes no signal on for us. */
  protected override isNested({ pid }: ListedProcess): boolean {
    return isMeasured(marksOf(pid).filter((mark) => Number(mark.split('-')[1]) >= this.#sinceTicks))
  }

  #isOurs(pid: number): boolean {
    const [, script = ''] = (textAt('/', `proc/${pid}/cmdline`) ?? '').split('\0')
    return this.#ownScripts.includes(script)
  }
}

function isOwnUser(pid: number): boolean {
  try {
    return statSync(`/proc/${pid}`).uid === process.getuid?.()
  } catch {
    return false
  }
}
