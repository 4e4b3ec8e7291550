import { ConfigurationError } from '../../core/errors.ts'
import { workflowPathOf } from '../../github/workflow-path.ts'
import { eventTraits } from '../../github/events.ts'
import { collectRuns } from '../ledger/collect-runs.ts'
import { collectionText } from '../ledger/collection-text.ts'
import { forgeCommits } from '../ledger/forge-commits.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { openRunReader } from '../ledger/run-reader.ts'
import { gitSurroundings } from './git-surroundings.ts'
import { type Invocation, openContext, policyOf } from './context.ts'

/** Time limit of all GitHub calls of a collection, ms: two hundred runs take about a minute. */
const COLLECT_WAIT_MS = 15 * 60_000

/** Ledger of a step that names none. */
const DEFAULT_LEDGER = 'carbon-ledger'

/**
 * `mode: collect`: adds the completed runs of the repository to the ledger. It writes, so it works for runs of what is in the repository
 * only, never for a proposal.
 */
export async function collectLedger(invocation: Invocation): Promise<null> {
  const context = await openContext(invocation, { waitMs: COLLECT_WAIT_MS, requests: Number.POSITIVE_INFINITY })
  const { env, client, event, token, commands } = context
  if (!client || !event) {
    throw new ConfigurationError(
      'mode: collect needs github-token and a workflow run: set `github-token: ${{ github.token }}`',
    )
  }
  const { proposes } = eventTraits(event.name)
  if (proposes === 'pull-request' || proposes === 'merge-group') {
    throw new ConfigurationError(`mode: collect runs on a schedule, not on ${event.name}: see docs/ci/ledger.yml`)
  }
  const { settings, file } = await policyOf(context)
  const where = settings.ledger || DEFAULT_LEDGER
  const signedCommits = forgeCommits(async () => client, env['GITHUB_SERVER_URL'] || undefined)
  const store = openLedger(where, { ...gitSurroundings(where, env), token, signedCommits })
  try {
    const reader = await openRunReader({ client, repository: event.repository, settings, runners: file.runners })
    const ownPath = workflowPathOf(env['GITHUB_WORKFLOW_REF'])
    const result = await collectRuns({ store, reader, sinceMs: null, ownPath })
    for (const warning of result.warnings) commands.warning(`ledger: ${warning}`)
    commands.print(`${store.name}: ${collectionText(result)}`)
    return null
  } finally {
    await store.close()
  }
}
