import { PRUNE_TRAILER } from './prune.ts'
import type { ScratchRepository } from './scratch-repository.ts'

export interface Commit {
  readonly id: string
  readonly seconds: number
  /** Month before which the commit deletes entries on purpose; null in any other commit. */
  readonly prunes: string | null
}

/** Commits of a history, oldest first, along first parents. */
export async function commitsOf(scratch: ScratchRepository, ref: string): Promise<Commit[]> {
  const trailer = `%(trailers:key=${PRUNE_TRAILER},valueonly,separator=)`
  const args = ['log', '--first-parent', '--reverse', `--format=%H %ct ${trailer}`, ref]
  const out = await scratch.run('ledger: cannot list commits', args)
  const lines = out.toString('utf8').split('\n').filter(Boolean)
  return lines.map((line) => {
    const [id = '', seconds = '', prunes = ''] = line.split(' ')
    return { id, seconds: Number(seconds), prunes: /^\d{4}-\d\d$/.test(prunes) ? prunes : null }
  })
}
