import { lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationError, describeReadError } from '../../core/errors.ts'

/** A file that `init` proposes. */
export interface ProposedFile {
  /** Path below the repository's root, with `/`. */
  readonly file: string
  readonly text: string
}

/** A proposed file beside what the repository has. */
export interface CheckedFile extends ProposedFile {
  /** The file that exists in its place, which may have the other spelling of the ending; null: it is written. */
  readonly existing: string | null
}

/**
 * Looks for what exists in the place of each file. No link is followed: neither the file nor a folder below the root may be one.
 * @throws ConfigurationError if a folder is a link or a file
 */
export function checkFiles(root: string, files: readonly ProposedFile[]): CheckedFile[] {
  for (const { file } of files) assertOwnFolders(root, file)
  return files.map(({ file, text }) => ({ file, text, existing: existingFile(root, file) }))
}

/** Writes the files that do not exist. Nothing is overwritten. @throws ConfigurationError if one cannot be written */
export function writeNewFiles(root: string, files: readonly CheckedFile[]): CheckedFile[] {
  return files.map((checked) =>
    checked.existing !== null || createFile(root, checked) ? checked : { ...checked, existing: checked.file },
  )
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
