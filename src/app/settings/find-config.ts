import { existsSync, lstatSync, readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationError, describeReadError } from '../../core/errors.ts'
import { CONFIG_FILES, MISPLACED_IN, isMisnamed } from './config-names.ts'
import type { ConfigFile } from './empty-config.ts'
import { readSettingsFile } from './settings-file.ts'
import type { SetValues } from './table.ts'

/**
 * Reads the config file: the one that was named, which must exist, or the one that is found from the working folder upwards. The parser
 * of YAML is loaded only where there is a file.
 */
export async function configFile(given: Pick<SetValues, 'config'> = {}): Promise<ConfigFile | null> {
  const name = given.config ?? findConfigFile(process.cwd())
  if (name === null) return null
  const { parseConfigFile } = await import('./config-file.ts')
  const file = parseConfigFile(readSettingsFile(name, 'config'), name)
  const hides = given.config === undefined && file.budgets.length === 0 ? hiddenBudgets(path.resolve(name)) : null
  return hides === null ? file : { ...file, hides }
}

/** The next file of budgets above a config file, relative to the working folder; null if there is none. */
function hiddenBudgets(file: string): string | null {
  const folder = path.resolve(path.dirname(file), '..')
  const above = foldersUpwards(folder)
    .slice(1)
    .flatMap((candidate) => CONFIG_FILES.map((name) => path.join(candidate, name)))
    .find(hasBudgets)
  return above === undefined ? null : path.relative(process.cwd(), above)
}

/**
 * Finds the config file as linters find theirs: from a folder upwards to the repository's root (the folder with `.git`). Outside a
 * repository only the folder itself is looked at, so that a file of an unrelated parent folder sets nothing.
 * @returns its path, relative to the folder; null if there is none
 * @throws ConfigurationError if one folder has both spellings, since only one of them could be in force, or a file of budgets
 * under a name that is not read
 */
export function findConfigFile(folder: string): string | null {
  for (const candidate of foldersUpwards(path.resolve(folder))) {
    const found = CONFIG_FILES.filter((name) => hasEntry(path.join(candidate, name)))
    if (found.length > 1) {
      throw new ConfigurationError(`both ${found.join(' and ')} exist in ${candidate}: keep one of them`)
    }
    if (found[0] !== undefined) return path.relative(folder, path.join(candidate, found[0]))
    refuseMisnamed(candidate)
  }
  return null
}

/**
 * Whether there is a file or a link. A link that leads nowhere is an error when it is read, and not a missing file.
 * @throws ConfigurationError if its folder cannot be looked into
 */
function hasEntry(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    // A plain file called `.github` contains nothing.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return false
    throw new ConfigurationError(`config ${file} cannot be read: ${describeReadError(error)}`)
  }
}

/** The folder and those above it, up to the repository's root; the folder alone outside of a repository. */
function foldersUpwards(folder: string): string[] {
  const folders = [folder]
  for (let current = folder; !existsSync(path.join(current, '.git'));) {
    const parent = path.dirname(current)
    if (parent === current || !isReadable(parent)) return [folder]
    folders.push(parent)
    current = parent
  }
  return folders
}

function isReadable(folder: string): boolean {
  try {
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}

/** Refuses a file of budgets that lies beside the place where it would be read. */
function refuseMisnamed(folder: string): void {
  const respelt = namesIn(folder).filter((name) => name !== '.github' && name.toLowerCase() === '.github')
  for (const place of [...MISPLACED_IN, ...respelt.map((name) => `${name}/`)]) {
    const misnamed = namesIn(path.join(folder, place))
      .map((name) => `${place}${name}`)
      .find((name) => isMisnamed(name) && hasBudgets(path.join(folder, name)))
    if (misnamed === undefined) continue
    throw new ConfigurationError(
      `${path.join(folder, misnamed)} has budgets and is not read: move it to ${CONFIG_FILES[0]}, or name it with --config`,
    )
  }
}

/** Names in a folder; none where it cannot be read. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Key of budgets in any notation of YAML, JSON and TOML, but not in a comment or within a text. */
const BUDGETS_KEY = /^(?:(?:"[^"\n]*"|'[^'\n]*'|[^#"'\n])*[{,])?[ \t-]*["']?budgets?["']?\s*[:=]/m

/** A workflow of a forge, whose steps may have an input `budget`. */
const WORKFLOW = /^["']?jobs["']?\s*:/m

/** Start of a script, or a byte that only programs contain: a program may be called `carbon-gate`. */
// oxlint-disable-next-line no-control-regex -- finding the control character is the purpose
const PROGRAM = /^#!|\0/

/** A file of another tool may have such a name: only one with budgets is ours. */
function hasBudgets(file: string): boolean {
  try {
    if (!statSync(file).isFile()) return false
    const text = readFileSync(file, 'utf8').slice(0, 100_000)
    return BUDGETS_KEY.test(text) && !WORKFLOW.test(text) && !PROGRAM.test(text)
  } catch {
    return false
  }
}
