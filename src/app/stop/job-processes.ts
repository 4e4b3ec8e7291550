import { statSync } from 'node:fs'
import path from 'node:path'
import type { JobStop } from '../../sensors/sampler-options.ts'
import { type ListedProcess, parseStat, variableOf } from '../../sensors/process-list.ts'
import { textAt } from '../../sensors/root.ts'
import { ProcessSet } from '../measure/process-set.ts'
import { isMeasured, marksOf } from '../measure/tree-mark.ts'

/** Variable that the runner sets for every process of a job, to end at the job's end what is left. */
const TRACKING_VARIABLE = 'RUNNER_TRACKING_ID'

/** Most parents that are searched for a bundle of ours. Git starts its helpers two levels below our step; the rest is a margin. */
const MAX_DEPTH = 5

/** Bundles of ours that steps of the job start. */
const OWN_BUNDLES = ['main', 'post', 'act', 'sampler']

/**
 * The processes of a job's own steps: of the same user, started after our first step, with the job's RUNNER_TRACKING_ID; and their
 * descendants. Never the runner, which started before, never our own steps with what they start, and never a process with another
 * tracking id, which a step sets to leave a process running on purpose.
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
    // Without a start time, processes of the job and of the runner cannot be distinguished, so none is a member.
    this.#sinceTicks = sinceTicks === null ? Number.POSITIVE_INFINITY : Number(sinceTicks)
    this.#ownScripts = OWN_BUNDLES.map((bundle) => path.join(ownFolder, bundle, 'index.js'))
  }

  protected override isMember({ pid }: ListedProcess): boolean {
    return variableOf(pid, TRACKING_VARIABLE) === this.#trackingId
  }

  protected override isExcluded({ pid, parent, startTicks }: ListedProcess): boolean {
    if (!(Number(startTicks) >= this.#sinceTicks)) return true
    const trackingId = variableOf(pid, TRACKING_VARIABLE)
    return (trackingId !== null && trackingId !== this.#trackingId) || !isOwnUser(pid) || this.#isOurs(pid, parent)
  }

  /** A measurement outside of the job, around the whole runner, passes no signal on for us. */
  protected override isNested({ pid }: ListedProcess): boolean {
    return isMeasured(marksOf(pid).filter((mark) => Number(mark.split('-')[1]) >= this.#sinceTicks))
  }

  /** Whether a process, or the one that started it, runs a bundle of ours: git reads a ledger for our steps. */
  #isOurs(pid: number, parent: number): boolean {
    for (let [at, above, depth] = [pid, parent, 0]; at > 1 && depth < MAX_DEPTH; depth += 1) {
      const [, script = ''] = (textAt('/', `proc/${at}/cmdline`) ?? '').split('\0')
      if (this.#ownScripts.includes(script)) return true
      const next = parseStat(above, textAt('/', `proc/${above}/stat`) ?? '')
      if (!next || Number(next.startTicks) < this.#sinceTicks) return false
      ;[at, above] = [above, next.parent]
    }
    return false
  }
}

function isOwnUser(pid: number): boolean {
  try {
    return statSync(`/proc/${pid}`).uid === process.getuid?.()
  } catch {
    return false
  }
}
