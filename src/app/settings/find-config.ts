import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationError } from '../../core/errors.ts'

/** Where the config file is, below the repository's root. Both spellings of the ending are read. */
const NAMES = ['.github/carbon-gate.yml', '.github/carbon-gate.yaml'] as const

/**
 * Finds the config file as linters find theirs: from a folder upwards to the repository's root (the folder with `.git`). Outside a
 * repository only the folder itself is looked at, so that a file of an unrelated parent folder sets nothing.
 * @returns its path, relative to the folder; null if there is none
 * @throws ConfigurationError if one folder has both spellings, since only one of them could be in force
 */
export function findConfigFile(folder: string): string | null {
  for (const candidate of foldersUpwards(path.resolve(folder))) {
    const found = NAMES.filter((name) => existsSync(path.join(candidate, name)))
    if (found.length > 1) {
      throw new ConfigurationError(`both ${found.join(' and ')} exist in ${candidate}: keep one of them`)
    }
    if (found[0] !== undefined) return path.relative(folder, path.join(candidate, found[0]))
  }
  return null
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
