import { parse } from 'yaml'
import type { GitHubClient } from '../../github/client.ts'
import { readFileAt } from '../../github/contents.ts'
import { SETTINGS, type SetValues, type SettingName, readSettings } from '../settings/table.ts'
import type { Commit } from './commits.ts'
import type { StepPlace } from './policy-sources.ts'

/** Inputs that the base's workflow gives to this step; null when they are not known. */
export type BaseInputs = SetValues | null

/**
 * Reads the `with` of this step from the workflow file at the base. An input with an expression (`${{ ... }}`) has no value here,
 * and steps inside reusable workflows and composite actions are not found.
 */
export async function readBaseInputs(
  client: GitHubClient | null,
  base: Commit,
  place: StepPlace | null,
): Promise<BaseInputs> {
  if (!client || !place) return null
  const workflow = await readFileAt(client, { ...base, path: place.workflowPath })
  return workflow.ok && workflow.value !== null ? inputsOfStep(workflow.value, place) : null
}

/**
 * Inputs of the step that uses this action, in the job itself when the workflow has it. Of several such steps the first names the config
 * file, and the other inputs are known where all of them agree.
 */
export function inputsOfStep(workflow: string, { job, action }: Omit<StepPlace, 'workflowPath'>): BaseInputs {
  let document: unknown
  try {
    document = parse(workflow, { maxAliasCount: 10 })
  } catch {
    return null
  }
  const own = fieldOf(fieldOf(document, 'jobs'), job)
  const [first, ...others] = stepsIn(own ?? document)
    .filter((each) => usesAction(each, action))
    .map((step) => readInputs(fieldOf(step, 'with')))
  if (first === undefined) return null
  const agreed = Object.entries(first).filter(([name, value]) => {
    const text = JSON.stringify(value)
    return name === 'config' || others.every((each) => JSON.stringify(each[name as SettingName]) === text)
  })
  return Object.fromEntries(agreed) as SetValues
}

function readInputs(given: unknown): SetValues {
  const values: Partial<Record<SettingName, unknown>> = {}
  for (const name of Object.keys(SETTINGS) as SettingName[]) {
    const text = fieldOf(given, name)
    if (!isScalar(text) || String(text).includes('${{')) continue
    try {
      Object.assign(values, readSettings({ [name]: String(text) }))
    } catch {
      // An input that cannot be read is not a value to compare with.
    }
  }
  return values as SetValues
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
