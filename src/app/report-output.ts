import {
  type Stats,
  accessSync,
  closeSync,
  constants,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { ConfigurationError, describeReadError } from '../core/errors.ts'
import { type Report, REPORT_SCHEMA } from '../core/report.ts'
import { STANDARD_INPUT, readUpTo } from '../github/plain-file.ts'
import { PAGE_MARK } from '../render/page-mark.ts'
import type { Console } from './console.ts'

/** The report as it is written to files: JSON, two spaces, last newline. */
export function reportText(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`
}

/** Text that marks a PNG as made by this program. */
export const PNG_MARK = 'Software\u0000carbon-gate'

/** Kinds of file that the tool writes, and how an earlier one of its own is recognised. */
const OWN_FILES = {
  json: { what: 'a report of carbon-gate', isOwn: (text: string) => schemaIn(text) === REPORT_SCHEMA },
  markdown: { what: 'a comment of carbon-gate', isOwn: (text: string) => text.startsWith('<!-- carbon-gate:') },
  // A label names the tool; a badge has the measured figure as its accessible name.
  svg: {
    what: 'a label or badge of carbon-gate',
    isOwn: (text: string) => /^<svg [^>]*aria-label(?:ledby)?="carbon/.test(text),
  },
  png: { what: 'a label of carbon-gate', isOwn: (text: string) => text.slice(0, 200).includes(PNG_MARK) },
  boamps: {
    what: 'a BoAmps report of carbon-gate',
    isOwn: (text: string) => /"measurementMethod": "Carbon Gate/.test(text),
  },
  manifest: { what: 'a manifest of carbon-gate', isOwn: (text: string) => text.startsWith('# Carbon Gate:') },
  html: { what: 'a dashboard of carbon-gate', isOwn: (text: string) => text.startsWith(PAGE_MARK) },
  endpoint: {
    what: 'an endpoint of carbon-gate',
    isOwn: (text: string) => Object.hasOwn(Object(parsedOrNull(text)), 'schemaVersion'),
  },
} as const

/**
 * Checks that a file can be written and that writing it destroys nothing: only a missing file, an empty one or an earlier file of the
 * same kind is replaced. Called before the work starts, so that no hour of measuring is lost to a mistyped name.
 * @param flag as the user wrote it, for the message
 * @throws ConfigurationError
 */
export function assertTarget(file: string, kind: keyof typeof OWN_FILES, flag: string = kind): void {
  const { what, isOwn } = OWN_FILES[kind]
  // A pipe or a device, such as one made by process substitution, is written to and never replaced. A report needs a file.
  if (kind !== 'json' && isSpecialFile(file)) return
  assertReplaceable(file, what, isOwn, flag, kind === 'html' ? kind : undefined)
}

function isSpecialFile(file: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat !== undefined && !stat.isFile() && !stat.isDirectory()
}

/** Ends of file names by flag, for the example of a message. */
const EXTENSIONS: Readonly<Record<string, string>> = { markdown: 'md', json: 'json', png: 'png' }

/** @throws ConfigurationError unless the file is missing, empty, or may be replaced */
function assertReplaceable(
  file: string,
  what: string,
  isOwn: (earlier: string) => boolean,
  flag: string,
  extension = EXTENSIONS[flag] ?? 'svg',
): void {
  let stat: Stats | undefined
  try {
    stat = statSync(file, { throwIfNoEntry: false })
    if (stat === undefined) return assertFolderOf(file, flag)
    accessSync(file, constants.W_OK)
    if (stat.isFile() && stat.size > 0 && isOwn(readFileSync(file, 'utf8'))) return
  } catch (error) {
    throw notWritable(file, error, flag)
  }
  if (stat.isDirectory())
    throw new ConfigurationError(
      `--${flag} ${file} is a folder: name a file in it, such as ${path.join(file, `carbon-gate.${extension}`)}`,
    )
  // Not opened: reading a pipe without a writer would block.
  if (!stat.isFile()) throw new ConfigurationError(`--${flag} ${file} is not a plain file: name a file to write`)
  if (stat.size > 0) {
    throw new ConfigurationError(
      `--${flag} ${file} exists and is not ${what}, so it is not overwritten: name another file`,
    )
  }
}

/** The schema that a JSON text names at its top; a text that only speaks of it names none. */
function schemaIn(text: string): unknown {
  const content = parsedOrNull(text)
  return typeof content === 'object' && content !== null && 'schema' in content ? content.schema : undefined
}

/** What a text consists of, by name: the keys of JSON, else the first line. Two answers to one question share it. */
function headings(text: string): string {
  const content = parsedOrNull(text)
  const isObject = typeof content === 'object' && content !== null
  return isObject ? JSON.stringify(Object.keys(content).sort()) : (text.split('\n')[0] ?? '')
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Checks that the folder of a file exists and can be written to. @throws ConfigurationError */
function assertFolderOf(file: string, flag: string): void {
  const folder = path.dirname(path.resolve(file))
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new ConfigurationError(`--${flag} ${file} cannot be written: the folder ${folder} does not exist`)
  }
  try {
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw notWritable(file, error, flag)
  }
}

/** Why a file cannot be written, in words. */
const WRITE_FAULTS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  EISDIR: 'it is a folder',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of the path is not a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it is larger than the limit of the shell (`ulimit -f`)',
}

function notWritable(file: string, error: unknown, flag?: string): ConfigurationError {
  if (error instanceof ConfigurationError) return error
  const { code, message } = error as NodeJS.ErrnoException
  return new ConfigurationError(
    `${flag ? `--${flag} ` : ''}${file} cannot be written: ${WRITE_FAULTS[code ?? ''] ?? code ?? message}`,
  )
}

/** Whether a flag that takes a file means standard output, which must not be replaced: to root, `/dev` is a folder like others. */
export function isStandardOutput(target: string | true | undefined): boolean {
  return target === true || target === '-' || target === '/dev/stdout'
}

/** Paths of already open file descriptors. */
const OPEN_ALREADY = /^\/(?:dev|proc\/[^/]+)\/(?:fd\/|std)/

/**
 * Writes a whole file or nothing, so that readers never see a partial one. Devices, pipes and targets of links are written to
 * and never replaced.
 * @throws ConfigurationError if it cannot be written
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  try {
    const stat = statSync(file, { throwIfNoEntry: false })
    if (stat?.isFile() === false || OPEN_ALREADY.test(file)) return writeFileSync(file, content, { flag: 'a' })
    replace(stat ? realpathSync(file) : file, content)
  } catch (error) {
    throw notWritable(file, error)
  }
}

function replace(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.${process.pid}.tmp`
  try {
    writeFileSync(temporary, content, { flag: 'wx' })
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/**
 * Writes an answer to the file that was named after `--json`, over nothing but an earlier answer of the kind; without a name, to
 * standard output.
 * @throws ConfigurationError
 */
export function putJson(target: string | true, text: string, console: Console): void {
  if (isStandardOutput(target) || target === true) return console.out(text)
  assertReplaceable(target, 'an earlier answer', (earlier) => headings(earlier) === headings(text), 'json')
  writeWhole(target, text)
}

/** Longest file that a user names, bytes: a report of a thousand parts has a few MB. */
const MAX_NAMED_BYTES = 64 * 1024 * 1024

/** Reads a file that the user named; `-` is standard input. @throws ConfigurationError when it cannot be read */
export function readNamed(file: string, what: string): string {
  try {
    if (file === '-') return readUpTo(STANDARD_INPUT, MAX_NAMED_BYTES)
    const descriptor = openSync(file, 'r')
    try {
      return readUpTo(descriptor, MAX_NAMED_BYTES)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    throw new ConfigurationError(`${what} ${file} cannot be read: ${describeReadError(error)}`)
  }
}
