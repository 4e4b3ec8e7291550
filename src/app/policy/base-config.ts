import { type Note, note } from '../../core/notes.ts'
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
  /** Says where the proposal chooses the file. */
  readonly notes: readonly Note[]
}

/**
 * Reads the settings file that decides over a proposal. The input `config` of a pull request is the proposal's own, so the
 * workflow at the base says which file it is. Where that workflow does not have the step (it is new, or the step is part of a reusable
 * workflow), the default file decides, and only without one the file that the input names. A job that it does not have may choose one of the
 * files that its other jobs name.
 */
export async function readBaseConfig(sources: PolicySources, base: Commit): Promise<BaseConfig> {
  const { client, event, given, place = null } = sources
  const isProposed = runsProposedWorkflow(event)
  const asked = given.config ?? DEFAULTS.config
  if (!isProposed) return { read: await readConfigAt(client, base, asked), path: asked, inputs: null, notes: [] }
  const [usual, inputs] = await Promise.all([
    readConfigAt(client, base, DEFAULTS.config),
    readBaseInputs(client, base, place),
  ])
  const others = inputs?.otherConfigs ?? []
  const named = inputs?.values.config ?? others.find((config) => config === asked) ?? others[0] ?? DEFAULTS.config
  const notes = others.length > 1 ? [chosenNote(named, 'the steps of the base name several')] : []
  if (named !== DEFAULTS.config) {
    const read = await readConfigAt(client, base, named)
    if (read.state !== 'none') return { read, path: named, inputs, notes }
  }
  if (usual.state === 'none' && asked !== DEFAULTS.config && asked !== named) {
    const read = await readConfigAt(client, base, asked)
    const isChosen = read.state !== 'none'
    return { read, path: asked, inputs, notes: isChosen ? [chosenNote(asked, 'the base does not name one')] : notes }
  }
  return { read: usual, path: DEFAULTS.config, inputs, notes }
}

function chosenNote(path: string, why: string): Note {
  const text = `The pull request chose the config file ${path}, because ${why}. Rename the file of the base branch to ${DEFAULTS.config} to prevent that.`
  return note('unprotected-input', text)
}
