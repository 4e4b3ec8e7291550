import { type FilePlace, readFileAt } from '../../github/contents.ts'
import { DEFAULTS } from '../settings/table.ts'
import { type ConfigRead, readConfigAt } from './config-read.ts'
import type { PolicySources } from './policy-sources.ts'

/** Events that run the workflow file of what is proposed: its inputs are the proposal's own. */
const OWN_WORKFLOW: ReadonlySet<string> = new Set([
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
  'merge_group',
])

/**
 * The settings file at the base; null where nothing is proposed. The input `config` of a pull request is its own: a file that is not
 * there, an empty one or a folder must not take the place of the base's usual file. So the usual one rules, unless there is none or
 * the workflow as it is at the base names the other.
 */
export async function readBaseConfig(
  { client, event, workflowPath = null }: PolicySources,
  base: Omit<FilePlace, 'path'> | null,
  path: string,
): Promise<ConfigRead | null> {
  if (!base) return null
  if (path === DEFAULTS.config) return readConfigAt(client, { ...base, path })
  const [named, usual] = await Promise.all([
    readConfigAt(client, { ...base, path }),
    readConfigAt(client, { ...base, path: DEFAULTS.config }),
  ])
  if (usual.state === 'none') return named
  const isTrusted = !OWN_WORKFLOW.has(event?.name ?? '') || (await isNamedAt(client, base, workflowPath, path))
  return isTrusted && named.state !== 'none' ? named : usual
}

async function isNamedAt(
  client: PolicySources['client'],
  base: Omit<FilePlace, 'path'>,
  workflowPath: string | null,
  path: string,
): Promise<boolean> {
  if (!client || workflowPath === null) return false
  const workflow = await readFileAt(client, { ...base, path: workflowPath })
  const escaped = path.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const input = new RegExp(String.raw`\bconfig:\s*(['"]?)${escaped}\1\s*(?:[,}#]|$)`, 'm')
  return workflow.ok && input.test(workflow.value ?? '')
}
