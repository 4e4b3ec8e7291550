import { readIsPrivate } from '../../github/repository.ts'
import type { GitHubClient, RepositoryName } from '../../github/client.ts'
import { estimateContext } from '../join/estimate-context.ts'
import type { ConfigFile } from '../settings/empty-config.ts'
import type { Settings } from '../settings/table.ts'
import type { RunReader } from './run-entries.ts'

/** A connection with the settings by which jobs are estimated. */
export interface RunAccess {
  readonly client: GitHubClient
  readonly repository: RepositoryName
  readonly settings: Settings
  readonly runners: ConfigFile['runners']
}

/**
 * What reads the runs of a repository. The grid figures are those of the built-in tables, because a live provider would price work of
 * last week with the grid of now.
 * @throws ConfigurationError for settings that contradict each other
 */
export async function openRunReader({
  client,
  repository,
  settings,
  runners,
}: RunAccess): Promise<Omit<RunReader, 'artifacts'>> {
  const isPrivate = await readIsPrivate(client, repository)
  const context = await client.deadline.outside(() =>
    estimateContext({
      settings: { ...settings, 'grid-provider': 'static' },
      runners,
      access: { gridToken: null },
      isPrivate,
      nowMs: client.server.nowMs(),
    }),
  )
  return { client, repository, context }
}
