import { closeSync, fstatSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationError } from '../core/errors.ts'
import { type Report, REPORT_SCHEMA } from '../core/report.ts'

/** Report and schema are near the start of what we write; a file without them in its first bytes is somebody else's. */
const PEEK_BYTES = 4096

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
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw notWritable(file, error)
    assertFolder(file)
    return
  }
  try {
    const stat = fstatSync(descriptor)
    if (!stat.isFile()) throw new ConfigurationError(`--json ${file} is not a plain file: name a file to write`)
    const head = Buffer.alloc(PEEK_BYTES)
    const text = head.toString('utf8', 0, readSync(descriptor, head))
    if (
      stat.size > 0 &&
      !text.includes(`"schema": "${REPORT_SCHEMA}"`) &&
      !text.includes(`"schema":"${REPORT_SCHEMA}"`)
    ) {
      throw new ConfigurationError(
        `--json ${file} holds something that is not a report: it is not overwritten; name another file`,
      )
    }
  } finally {
    closeSync(descriptor)
  }
}

function assertFolder(file: string): void {
  try {
    const folder = path.dirname(path.resolve(file))
    if (!fstatSyncOf(folder)) throw new ConfigurationError(`--json ${file}: ${folder} is not a folder`)
  } catch (error) {
    throw notWritable(file, error)
  }
}

function fstatSyncOf(folder: string): boolean {
  const descriptor = openSync(folder, 'r')
  try {
    return fstatSync(descriptor).isDirectory()
  } finally {
    closeSync(descriptor)
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
