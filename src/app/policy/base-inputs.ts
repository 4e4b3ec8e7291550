import { parse } from 'yaml'
import type { GitHubClient } from '../../github/client.ts'
import { readFileAt } from '../../github/contents.ts'
import { DEFAULTS, SETTINGS, type SetValues, type SettingName, readSettings } from '../settings/table.ts'
import type { Commit } from './commits.ts'
import type { StepPlace } from './policy-sources.ts'

/** Inputs that the base's workflow gives to this step. */
export interface BaseInputs {
  readonly values: SetValues
  /** Inputs whose value is unknown. An input that is neither here nor in `values` is not set. */
  readonly unknown: ReadonlySet<SettingName>
  /** Config files that steps of other jobs name, where the workflow does not have the job. */
  readonly otherConfigs: readonly string[]
}

/**
 * Reads the `with` of this step from the workflow file at the base. An input with an expression (`${{ ... }}`) is unknown.
 * @returns null where the step is not found, as inside reusable workflows and composite actions
 */
export async function readBaseInputs(
  client: GitHubClient | null,
  base: Commit,
  place: StepPlace | null,
): Promise<BaseInputs | null> {
  if (!client || !place) return null
  const workflow = await readFileAt(client, { ...base, path: place.workflowPath })
  return workflow.ok && workflow.value !== null ? inputsOfStep(workflow.value, place) : null
}

/**
 * Inputs of the step that uses this action. Of several such steps in its job, inputs are known where all of them agree. Where the workflow
 * does not have the job, steps of other jobs only name config files. Of several steps of the job the first one names it.
 */
export function inputsOfStep(workflow: string, { job, action }: Omit<StepPlace, 'workflowPath'>): BaseInputs | null {
  let document: unknown
  try {
    document = parse(workflow, { maxAliasCount: 10, logLevel: 'silent' })
  } catch {
    return null
  }
  const own = fieldOf(fieldOf(document, 'jobs'), job)
  const steps = stepsIn(own ?? document).filter((each) => usesAction(each, action))
  if (steps.length === 0) return null
  const values: Partial<Record<SettingName, unknown>> = {}
  const unknown = new Set<SettingName>()
  for (const name of Object.keys(SETTINGS) as SettingName[]) {
    const [first, ...others] = steps.map((step) => inputOf(step, name))
    const isAgreed = name === 'config' || others.every((other) => JSON.stringify(other) === JSON.stringify(first))
    if (first === null || own === undefined || !isAgreed) unknown.add(name)
    else if (first !== undefined) values[name] = first
  }
  const configs = own === undefined ? steps.map((step) => inputOf(step, 'config')) : []
  const otherConfigs = configs.map((config) => (config === undefined ? DEFAULTS.config : config))
  return {
    values: values as SetValues,
    unknown,
    otherConfigs: [...new Set(otherConfigs.filter((config) => typeof config === 'string'))],
  }
}

/** Value of an input. Undefined: not set. Null: an expression, or a value that cannot be read. */
function inputOf(step: unknown, name: SettingName): unknown {
  const text = fieldOf(fieldOf(step, 'with'), name)
  if (text === undefined || text === null) return undefined
  if (!isScalar(text) || String(text).includes('${{')) return null
  try {
    return readSettings({ [name]: String(text) })[name]
  } catch {
    return null
  }
}

/** Deepest nesting in which steps are looked for. */
const MAX_DEPTH = 8

function stepsIn(value: unknown, depth: number = 0): unknown[] {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return []
  if (typeof fieldOf(value, 'uses') === 'string') return [value]
  return Object.values(value).flatMap((child) => stepsIn(child, depth + 1))
}

function usesAction(step: unknown, action: string | null): boolean {
  const uses = String(fieldOf(step, 'uses')).toLowerCase()
  const [name = ''] = uses.split('@')
  if (uses.startsWith('./')) return action === null
  return action === null ? /^[^/]+\/carbon-gate(?:\/|$)/.test(name) : name === action.toLowerCase()
}

function fieldOf(value: unknown, name: string): unknown {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isRecord && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}
