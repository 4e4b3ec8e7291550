import { lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationError, describeReadError } from '../../core/errors.ts'

/** A file that `init` proposes. */
export interface ProposedFile {
  /** Path below the repository's root, with `/`. */
  readonly file: string
  readonly text: string
}

/** What became of a proposed file. */
export interface WrittenFile extends ProposedFile {
  readonly outcome: 'written' | 'kept'
  /** The file that exists in its place, which may have the other spelling of the ending. */
  readonly existing: string | null
}

/**
 * Writes files that do not exist. Nothing is overwritten, and no link is followed: neither the file nor a folder below the root may be one.
 * @param isDryRun checks and reports only
 * @throws ConfigurationError if a folder is a link or a file, or cannot be written
 */
export function writeNewFiles(root: string, files: readonly ProposedFile[], isDryRun: boolean): WrittenFile[] {
  // All are checked before the first is written.
  for (const { file } of files) assertOwnFolders(root, file)
  const before = files.map(({ file }) => existingFile(root, file))
  return files.map((proposed, index): WrittenFile => {
    const { file, text } = proposed
    const existing = before[index] ?? null
    if (existing !== null) return { file, text, existing, outcome: 'kept' }
    if (isDryRun || createFile(root, proposed)) return { file, text, existing, outcome: 'written' }
    return { file, text, existing: file, outcome: 'kept' }
  })
}

/** Creates a file; false if it came into being meanwhile. */
function createFile(root: string, { file, text }: ProposedFile): boolean {
  const target = path.join(root, file)
  try {
    mkdirSync(path.dirname(target), { recursive: true })
    // `wx` fails for whatever exists, also for a link that leads nowhere.
    writeFileSync(target, text, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw new ConfigurationError(`${file} cannot be written: ${describeReadError(error)}`)
  }
}

/** @throws ConfigurationError unless every folder of the path is a real one or missing */
function assertOwnFolders(root: string, file: string): void {
  const parts = file.split('/').slice(0, -1)
  for (let depth = 1; depth <= parts.length; depth++) {
    const folder = parts.slice(0, depth).join('/')
    const stat = lstatSync(path.join(root, folder), { throwIfNoEntry: false })
    if (stat === undefined) return
    if (stat.isDirectory()) continue
    throw new ConfigurationError(
      `${folder} is ${stat.isSymbolicLink() ? 'a link' : 'a file'}: init writes only into folders of the repository itself`,
    )
  }
}

/** The file with this name, or with the other spelling of `.yml`; in any case of letters, since not all file systems tell them apart. */
function existingFile(root: string, file: string): string | null {
  const { dir, base } = path.posix.parse(file)
  const names = new Set([base.toLowerCase(), base.toLowerCase().replace(/\.yml$/, '.yaml')])
  const folder = path.join(root, dir)
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return null
  const found = readdirSync(folder).find((name) => names.has(name.toLowerCase()))
  return found === undefined ? null : path.posix.join(dir, found)
}
