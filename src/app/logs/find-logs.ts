import { type Dirent } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { ConfigurationError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'
import { baseOf, globTest, isGlob } from './glob.ts'
import { SET_ASIDE, findSetAsideBeside } from './set-aside.ts'

/** Most files that one reading takes. */
const MAX_FILES = 10_000

/** Most folder entries that are looked at for globs and folders. */
const MAX_ENTRIES = 200_000

/** Folders with files of other tools. */
const SKIPPED = new Set(['node_modules', '.git', '__pycache__'])

/** The name of standard input. */
export const STANDARD_INPUT = '-'

/** Files that the shell opened for this process, such as `<(command)`: they are links that lead nowhere in the workspace. */
const OPENED_FOR_US = /^\/(?:dev\/(?:stdin|fd\/\d+)|proc\/self\/fd\/\d+)$/

/** A file to read, and how it came to be named. */
export interface LogName {
  readonly path: string
  /** As the user wrote it, or below what the user wrote. */
  readonly shown: string
  /** `named`: must be a log. `found`: in a folder, where other files are not errors. */
  readonly how: 'named' | 'found'
}

/** Logs to read, and the files that CodeCarbon set aside beside them. */
export interface FoundLogs {
  readonly logs: readonly LogName[]
  readonly setAside: readonly LogName[]
}

/**
 * Finds the files that names, folders and globs match, each once whatever links lead to it, in order; `!glob` excludes files. Files that CodeCarbon set aside
 * (`.bak`) are returned apart unless they are named in full.
 * @param names as the user gave them
 * @param workspace folder that relative names are in, and that symbolic links must stay in
 * @throws ConfigurationError for a name that does not exist, a glob that matches nothing, a link that leads out
 */
export async function findLogs(names: readonly string[], workspace: string): Promise<FoundLogs> {
  const wanted = names.map((name) => name.trim()).filter((name) => name !== '')
  const excluded = wanted
    .filter((name) => name.startsWith('!'))
    .map((name) => globTest(name.slice(1).replace(/^\.\//, '')))
  const isExcluded = (path: string): boolean => {
    const inside = relative(workspace, path).split(sep).join('/')
    return excluded.some((test) => test(inside))
  }
  const found = new Map<string, LogName>()
  const setAside = new Map<string, LogName>()
  for (const name of wanted.filter((name) => !name.startsWith('!'))) {
    const files = await filesOf(name, workspace)
    const isNamedItself = files.length === 1 && !isGlob(name)
    for (const file of files) {
      if (isExcluded(file.path)) continue
      if (!isKept(file) && !isNamedItself) {
        if (SET_ASIDE.test(file.path)) setAside.set(file.path, file)
        continue
      }
      if (isNamedItself && isKept(file) && file.path.toLowerCase().endsWith('.csv')) {
        for (const beside of await findSetAsideBeside(file)) {
          if (!isExcluded(beside.path)) setAside.set(beside.path, { ...beside, how: 'found' })
        }
      }
      const known = found.get(file.path)
      if (!known || known.how === 'found') found.set(file.path, file)
      if (found.size > MAX_FILES) {
        throw new ConfigurationError(
          `${printable(name)} makes more than ${MAX_FILES} files: name the logs in it, or a glob such as \`**/emissions*.csv\``,
        )
      }
    }
  }
  if (found.size === 0)
    throw new ConfigurationError('no log was named: give files, folders or globs (in a workflow as `logs`)')
  const logs = await eachFileOnce([...found.values()])
  const all = await eachFileOnce([...logs, ...setAside.values()])
  return { logs, setAside: all.slice(logs.length) }
}

/** Leaves out names that lead to the same file as an earlier one: symbolic and hard links. */
async function eachFileOnce(names: readonly LogName[]): Promise<LogName[]> {
  const once = new Map<string, LogName>()
  for (const name of names) {
    const file = await stat(name.path, { bigint: true }).catch(() => null)
    const key = file?.isFile() && file.ino > 0n ? `${file.dev} ${file.ino}` : name.path
    if (!once.has(key)) once.set(key, name)
  }
  return [...once.values()]
}

async function filesOf(name: string, workspace: string): Promise<LogName[]> {
  if (name === STANDARD_INPUT) return [{ path: STANDARD_INPUT, shown: 'standard input', how: 'named' }]
  const path = resolve(workspace, name)
  const kind = await stat(path).catch((error: NodeJS.ErrnoException) => error)
  if (!(kind instanceof Error)) {
    if (!OPENED_FOR_US.test(path)) await assertInside(path, name, workspace)
    if (!kind.isDirectory()) return [{ path, shown: name, how: 'named' }]
    const files = await walk(path, name)
    if (!files.some(isKept)) throw new ConfigurationError(`${printable(name)} is a folder without a file in it`)
    return files
  }
  if (isGlob(name)) return globbed(name, workspace)
  if (kind.code === 'ENOENT' || kind.code === 'ENOTDIR')
    throw new ConfigurationError(`log ${printable(name)} does not exist`)
  if (kind.code === 'ELOOP')
    throw new ConfigurationError(`log ${printable(name)} is a symbolic link that leads to itself`)
  // No permission on a folder above it, a name too long: the reader of the file says so, as for the file itself.
  return [{ path, shown: name, how: 'named' }]
}

async function globbed(pattern: string, workspace: string): Promise<LogName[]> {
  const tidy = pattern.replace(/^\.\//, '')
  const base = baseOf(tidy)
  const test = globTest(tidy)
  const files = await walk(resolve(workspace, base), base === '' && !isAbsolute(tidy) ? '' : base || '/')
  // An unreadable folder may contain what a pattern across folders matches.
  const isClosed = ({ how }: LogName): boolean => how === 'named' && tidy.includes('**')
  const matching = files.filter((each) => isClosed(each) || test(each.shown) || test(each.shown.replace(SET_ASIDE, '')))
  if (!matching.some(isKept)) throw new ConfigurationError(`no file matches ${printable(pattern)}`)
  for (const { path, shown } of matching) await assertInside(path, shown, workspace)
  return matching.map(({ path, shown }) => ({ path, shown, how: 'named' }))
}

function isKept({ path }: LogName): boolean {
  return !SET_ASIDE.test(path) && !/(?:^|[/\\])encoded_[^/\\]*$/.test(path)
}

/**
 * All files below a folder, by name. Links to folders are not followed. An unreadable folder is returned like a file
 * that is `named`: reading it gives the reason.
 */
async function walk(folder: string, shown: string): Promise<LogName[]> {
  const files: LogName[] = []
  const closed: LogName[] = []
  const folders = [{ path: folder, shown }]
  let seen = 0
  for (let next = folders.shift(); next !== undefined; next = folders.shift()) {
    const entries = await readdir(next.path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') closed.push({ ...next, how: 'named' })
      return []
    })
    entries.sort((a: Dirent, b: Dirent) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      seen += 1
      if (seen > MAX_ENTRIES)
        throw new ConfigurationError(`${printable(shown || '.')} contains more than ${MAX_ENTRIES} files`)
      const inside = {
        path: resolve(next.path, entry.name),
        shown: next.shown === '' ? entry.name : `${next.shown.replace(/\/$/, '')}/${entry.name}`,
      }
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name)) folders.push(inside)
      } else if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFileInside(inside.path, folder)))) {
        files.push({ ...inside, how: 'found' })
      }
    }
  }
  return [...files, ...closed]
}

/** Links in a folder count if they lead to a file of the same folder; others are skipped. */
async function leadsToFileInside(path: string, folder: string): Promise<boolean> {
  const kind = await lstat(path).catch((error: NodeJS.ErrnoException) => error)
  // In a folder that lists its names and opens none of them: the reader of the file says so.
  if (kind instanceof Error) return kind.code === 'EACCES'
  const target = await realpath(path).catch(() => null)
  if (target === null || !isBelow(target, await realpath(folder))) return false
  return (await stat(target).catch(() => null))?.isFile() ?? false
}

/**
 * A pull request can add a symbolic link as easily as a file: one that leads out of the workspace (or, for a file elsewhere, out
 * of its own folder) would read what the runner may and its author may not.
 * @throws ConfigurationError
 */
async function assertInside(path: string, shown: string, workspace: string): Promise<void> {
  const target = await realpath(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EACCES') return null
    throw error
  })
  if (target === null) return // The file cannot be read either: its reader reports the error.
  const root = await realpath(workspace)
  if (isBelow(target, root)) return
  const isWithin = isBelow(path, resolve(workspace))
  const isLink = (await lstat(path)).isSymbolicLink()
  if (!isWithin && !isLink) return
  if (!isWithin && isBelow(target, await realpath(dirname(path)))) return
  throw new ConfigurationError(`log ${printable(shown)} is a symbolic link that leads out of the workspace`)
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (!way.startsWith(`..${sep}`) && way !== '..' && !isAbsolute(way))
}
