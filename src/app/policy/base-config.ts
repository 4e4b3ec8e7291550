import { DEFAULTS } from '../settings/table.ts'
import { type BaseInputs, readBaseInputs } from './base-inputs.ts'
import { type Commit, runsProposedWorkflow } from './commits.ts'
import { type ConfigRead, readConfigAt } from './config-read.ts'
import type { PolicySources } from './policy-sources.ts'

/** The settings file at the base, and what the workflow at the base gives to this step. */
export interface BaseConfig {
  readonly read: ConfigRead
  /** Path of the file that decides. */
  readonly path: string
  /** Null where they are not known. */
  readonly inputs: BaseInputs | null
}

/**
 * Reads the settings file that decides over a proposal. The input `config` of a pull request is the proposal's own, so the
 * workflow at the base says which file it is. Where that workflow does not have the step (it is new, or the step is part of a reusable
 * workflow), the default file decides, and only without one the file that the input names.
 */
export async function readBaseConfig(sources: PolicySources, base: Commit): Promise<BaseConfig> {
  const { client, event, given, place = null } = sources
  const isProposed = runsProposedWorkflow(event)
  const asked = given.config ?? DEFAULTS.config
  if (!isProposed) return { read: await readConfigAt(client, base, asked), path: asked, inputs: null }
  const [usual, inputs] = await Promise.all([
    readConfigAt(client, base, DEFAULTS.config),
    readBaseInputs(client, base, place),
  ])
  const named = inputs?.values.config ?? DEFAULTS.config
  if (named !== DEFAULTS.config) {
    const read = await readConfigAt(client, base, named)
    if (read.state !== 'none') return { read, path: named, inputs }
  }
  if (usual.state === 'none' && asked !== DEFAULTS.config && asked !== named) {
    return { read: await readConfigAt(client, base, asked), path: asked, inputs }
  }
  return { read: usual, path: DEFAULTS.config, inputs }
}
