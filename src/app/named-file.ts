import { closeSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { ConfigurationError, describeReadError } from '../core/errors.ts'
import { STANDARD_INPUT, readUpTo } from '../github/plain-file.ts'

/** Longest file that a user names, bytes: a report of a thousand parts has a few MB. */
export const MAX_NAMED_BYTES = 64 * 1024 * 1024

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

/** Whether a flag that takes a file means standard output, which must not be replaced: to root, `/dev` is a folder like others. */
export function isStandardOutput(target: string | true | undefined): target is true | '-' | '/dev/stdout' {
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

export function notWritable(file: string, error: unknown, flag?: string): ConfigurationError {
  if (error instanceof ConfigurationError) return error
  const { code, message } = error as NodeJS.ErrnoException
  return new ConfigurationError(
    `${flag ? `--${flag} ` : ''}${file} cannot be written: ${WRITE_FAULTS[code ?? ''] ?? code ?? message}`,
  )
}
