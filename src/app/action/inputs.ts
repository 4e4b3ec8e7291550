import { ConfigurationError } from '../../core/errors.ts'
import { nearest } from '../../core/nearest.ts'
import { printable } from '../../core/text.ts'
import { ACTION_DEFAULTS } from './defaults.ts'
import { SETTINGS, type SetValues, type SettingName, readSettings } from '../settings/table.ts'

/** Inputs that are secrets: never a setting, never in a report, an error or a child's environment. */
export interface Secrets {
  readonly githubToken: string
  readonly gridToken: string
}

/** Name of the environment variable in which the runner passes an input. */
function variableOf(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}

function inputText(env: NodeJS.ProcessEnv, name: string): string {
  return (env[variableOf(name)] ?? '').trim()
}

/**
 * Reads the step's inputs. An input with the default of action.yml counts as not set: the runner passes both in the same way, and a
 * default must not replace what the config file sets.
 * @throws ConfigurationError that names the input, the value and what would work
 */
export function givenInputs(env: NodeJS.ProcessEnv): SetValues {
  rejectMisspelled(env)
  const texts: Partial<Record<SettingName, string>> = {}
  for (const name of Object.keys(SETTINGS) as SettingName[]) {
    const text = inputText(env, name)
    if (text !== '' && text !== ACTION_DEFAULTS[name]) texts[name] = text
  }
  return readSettings(texts)
}

/** Inputs that are not settings: secrets, and those with a default expression. */
const OTHER_INPUTS = ['github-token', 'grid-token', 'job-check-run-id', 'job-matrix', 'repository-visibility']

/** Minimum length of a name that is compared, in characters. Shorter ones resemble too many others. */
const SHORTEST_MISSPELLED = 5

/**
 * Rejects an input that resembles a known one. GitHub only warns of unknown inputs, and the step would run without it: with
 * `budgets` for `budget` the gate would be off.
 * @throws ConfigurationError with the nearest name
 */
function rejectMisspelled(env: NodeJS.ProcessEnv): void {
  const known = [...Object.keys(SETTINGS), ...OTHER_INPUTS]
  for (const [variable, value] of Object.entries(env)) {
    const name = /^INPUT_(.+)$/.exec(variable)?.[1]?.toLowerCase() ?? ''
    if (name.length < SHORTEST_MISSPELLED || known.includes(name) || !value?.trim()) continue
    const near = nearest(name, known, 1)[0]
    if (near?.[0] === name[0])
      throw new ConfigurationError(`input ${printable(name)} is unknown: did you mean ${near}?`)
  }
}

export function secretInputs(env: NodeJS.ProcessEnv): Secrets {
  return { githubToken: inputText(env, 'github-token'), gridToken: inputText(env, 'grid-token') }
}
