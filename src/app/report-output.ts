import { type Stats, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationError } from '../core/errors.ts'
import { type Report, REPORT_SCHEMA } from '../core/report.ts'

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
  let stat: Stats | undefined
  try {
    stat = statSync(file, { throwIfNoEntry: false })
  } catch (error) {
    throw notWritable(file, error)
  }
  if (stat === undefined) return assertFolderOf(file, 'json')
  // Asked before it is opened: a pipe that nobody writes to would be waited for.
  if (!stat.isFile()) throw new ConfigurationError(`--json ${file} is not a plain file: name a file to write`)
  if (stat.size > 0 && schemaIn(file) !== REPORT_SCHEMA) {
    throw new ConfigurationError(
      `--json ${file} holds something that is not a report: it is not overwritten; name another file`,
    )
  }
}

/** The schema that a JSON file names at its top; a text that only speaks of it names none. */
function schemaIn(file: string): unknown {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof content === 'object' && content !== null && 'schema' in content ? content.schema : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw notWritable(file, error)
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

/** Writes a whole file or nothing: a reader never sees half of it. @throws ConfigurationError when it cannot be written */
export function writeWhole(file: string, content: string): void {
  const temporary = `${file}.${process.pid}.tmp`
  try {
    writeFileSync(temporary, content, { flag: 'wx' })
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw notWritable(file, error)
  }
}

/** Reads a file that the user named. @throws ConfigurationError when it cannot be read */
export function readNamed(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : (code ?? String(error))
    throw new ConfigurationError(`${what} ${file} cannot be read: ${why}`)
  }
}
