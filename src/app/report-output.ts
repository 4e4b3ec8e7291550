import { type Stats, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationError, describeReadError } from '../core/errors.ts'
import { type Report, REPORT_SCHEMA } from '../core/report.ts'
import type { Console } from './console.ts'

/** The report as it is written to files: JSON, two spaces, last newline. */
export function reportText(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`
}

/**
 * Makes sure that `--json FILE` would not destroy anything: only a missing file, an empty one or an earlier report may be written.
 * Asked before the work starts, so that nobody loses an hour of measuring to a mistyped name.
 * @throws ConfigurationError
 */
export function assertReportTarget(file: string): void {
  assertReplaceable(file, 'a report', (earlier) => schemaIn(earlier) === REPORT_SCHEMA)
}

/** @throws ConfigurationError unless the file is missing, empty, or holds what may be written over */
function assertReplaceable(file: string, what: string, mayGo: (earlier: string) => boolean): void {
  let stat: Stats | undefined
  try {
    stat = statSync(file, { throwIfNoEntry: false })
    if (stat?.isFile() === true && stat.size > 0 && mayGo(readFileSync(file, 'utf8'))) return
  } catch (error) {
    throw notWritable(file, error)
  }
  if (stat === undefined) return assertFolderOf(file, 'json')
  // Not opened: a pipe that nobody writes to would be waited for.
  if (!stat.isFile()) throw new ConfigurationError(`--json ${file} is not a plain file: name a file to write`)
  if (stat.size > 0) {
    throw new ConfigurationError(
      `--json ${file} holds something that is not ${what}: it is not overwritten; name another file`,
    )
  }
}

/** The schema that a JSON text names at its top; a text that only speaks of it names none. */
function schemaIn(text: string): unknown {
  const content = parsedOrNull(text)
  return typeof content === 'object' && content !== null && 'schema' in content ? content.schema : undefined
}

/** What a text holds, by name: the keys of JSON, else the first line. Two answers to one question share it. */
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

/** Makes sure that the folder of a file to be written is there. @throws ConfigurationError */
export function assertFolderOf(file: string, flag: string): void {
  const folder = path.dirname(path.resolve(file))
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new ConfigurationError(`--${flag} ${file} cannot be written: there is no folder ${folder}`)
  }
}

function notWritable(file: string, error: unknown): ConfigurationError {
  if (error instanceof ConfigurationError) return error
  return new ConfigurationError(`${file} cannot be written: ${(error as NodeJS.ErrnoException).code ?? String(error)}`)
}

/** Whether a flag that takes a file means standard output. Its own name is no file to replace: to root, `/dev` is a folder like others. */
export function isStandardOutput(target: string | true | undefined): boolean {
  return target === true || target === '-' || target === '/dev/stdout'
}

/** Names of files that are open already: whoever opened them writes there as well. */
const OPEN_ALREADY = /^\/(?:dev|proc\/[^/]+)\/(?:fd\/|std)/

/**
 * Writes a whole file or nothing: a reader never sees half of it. What is no plain file (a device, a pipe) is written to, never replaced,
 * and so is what a link stands for.
 * @throws ConfigurationError when it cannot be written
 */
export function writeWhole(file: string, content: string): void {
  try {
    const stat = statSync(file, { throwIfNoEntry: false })
    if (stat?.isFile() === false || OPEN_ALREADY.test(file)) return writeFileSync(file, content, { flag: 'a' })
    replace(stat ? realpathSync(file) : file, content)
  } catch (error) {
    throw notWritable(file, error)
  }
}

function replace(file: string, content: string): void {
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
  assertReplaceable(target, 'an earlier answer', (earlier) => headings(earlier) === headings(text))
  writeWhole(target, text)
}

/** Reads a file that the user named. @throws ConfigurationError when it cannot be read */
export function readNamed(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new ConfigurationError(`${what} ${file} cannot be read: ${describeReadError(error)}`)
  }
}
