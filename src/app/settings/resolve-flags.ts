import { EMPTY_CONFIG, type ConfigFile } from './empty-config.ts'
import { configFile } from './find-config.ts'
import { type Resolved, resolve } from './resolve.ts'
import type { SetValues } from './table.ts'

/** Settings and budgets of a command: its flags, then the config file. @throws ConfigurationError */
export async function resolveFlags(given: SetValues = {}): Promise<Resolved & { readonly file: ConfigFile }> {
  const file = (await configFile(given)) ?? EMPTY_CONFIG
  return { file, ...resolve({ given, givenAs: 'flag', file, base: null }) }
}
