import { printable } from '../../core/text.ts'
import { workflowPathOf } from '../../github/workflow-path.ts'
import { EXIT } from '../exit-status.ts'
import { connectFromEnvironment } from '../forge/github-api.ts'
import { collectRuns } from '../ledger/collect-runs.ts'
import { collectionText } from '../ledger/collection-text.ts'
import { dayStart } from '../ledger/day-range.ts'
import { forgeCommits } from '../ledger/forge-commits.ts'
import { openRunReader } from '../ledger/run-reader.ts'
import { putJson } from '../target-file.ts'
import type { Host } from './host.ts'
import { openChosenLedger } from './ledger.ts'
import { resolveFlags } from '../settings/resolve-flags.ts'

/** Flags of `ledger collect`. */
export interface CollectFlags {
  readonly ledger?: string
  readonly since?: string
  readonly repository?: string
  readonly json?: string | true
}

/** Time limit of all calls together, ms: two hundred runs take about a minute. */
const COLLECT_WAIT_MS = 15 * 60_000

/**
 * `ledger collect`: adds the completed runs of a repository on GitHub that the ledger does not have. Exit 3 when the runs cannot be
 * listed or the ledger cannot be written; runs that are left for the next time are a warning.
 */
export async function ledgerCollect(flags: CollectFlags, host: Host): Promise<number> {
  const { env, console } = host
  const sinceMs = flags.since === undefined ? null : dayStart(flags.since, 'since')
  const { settings, file } = await resolveFlags()
  const api = await connectFromEnvironment(env, { repository: flags.repository, waitMs: COLLECT_WAIT_MS })
  const signedCommits = forgeCommits(async () => api.client, env['GITHUB_SERVER_URL'] || undefined)
  const store = await openChosenLedger(flags.ledger, host, { file, token: api.token, signedCommits })
  try {
    const reader = await openRunReader({ ...api, settings, runners: file.runners })
    // A collector of many repositories runs in one of them: a workflow of the same name elsewhere is not its own.
    const name = `${api.repository.owner}/${api.repository.repo}`
    const isHere = name.toLowerCase() === env['GITHUB_REPOSITORY']?.toLowerCase()
    const ownPath = isHere ? workflowPathOf(env['GITHUB_WORKFLOW_REF']) : null
    const result = await collectRuns({ store, reader, sinceMs, ownPath })
    for (const warning of result.warnings) console.err(`warning: ${printable(warning, 500)}\n`)
    if (flags.json === undefined) console.out(`${collectionText(result)}\n`)
    else putJson(flags.json, `${JSON.stringify(result)}\n`, console)
    return EXIT.ok
  } finally {
    api.client.deadline.close()
    await store.close()
  }
}
