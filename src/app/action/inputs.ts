import { ACTION_DEFAULTS } from './defaults.ts'
import { SETTINGS, type SetValues, type SettingName, readSettings } from '../settings/table.ts'

/** Inputs that are secrets: never a setting, never in a report, an error or a child's environment. */
export interface Secrets {
  readonly githubToken: string
  readonly gridToken: string
}

/** Name of the environment variable in which the runner hands an input over. */
function variableOf(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}

function inputText(env: NodeJS.ProcessEnv, name: string): string {
  return (env[variableOf(name)] ?? '').trim()
}

/**
 * The step's inputs, read. An input that holds the default of action.yml counts as not set, because the runner does not tell the
 * two apart and a default must not win over the config file.
 * @throws ConfigurationError that names the input, the value and what would work
 */
export function givenInputs(env: NodeJS.ProcessEnv): SetValues {
  const texts: Partial<Record<SettingName, string>> = {}
  for (const name of Object.keys(SETTINGS) as SettingName[]) {
    const text = inputText(env, name)
    if (text !== '' && text !== ACTION_DEFAULTS[name]) texts[name] = text
  }
  return readSettings(texts)
}

export function secretInputs(env: NodeJS.ProcessEnv): Secrets {
  return { githubToken: inputText(env, 'github-token'), gridToken: inputText(env, 'grid-token') }
}
