import { readIsPrivate } from '../../github/repository.ts'
import { runsProposedWorkflow } from '../policy/commits.ts'
import type { ActionContext } from './context.ts'

/**
 * Whether the repository is private, which decides the size of hosted runners. A proposal could set the input
 * `repository-visibility`, so the API answers over one.
 * @returns null when it is unknown: then runners count with the larger size
 */
export async function isPrivateRepository({
  env,
  client,
  event,
}: Pick<ActionContext, 'env' | 'client' | 'event'>): Promise<boolean | null> {
  if (!runsProposedWorkflow(event)) {
    const visibility = env['INPUT_REPOSITORY-VISIBILITY']?.trim()
    return visibility ? visibility !== 'public' : null
  }
  return client && event ? readIsPrivate(client, event.repository) : null
}
